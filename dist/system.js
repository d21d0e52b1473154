import { InputError, clipMarkdown, countBytes, formatBytes, maxSummaryBytes, messageOf, oneLine, readEnvironment, readInputs, visible, writeAtomically } from "./start.js";
import * as os$2 from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs$1 from "fs";
import { constants, promises } from "fs";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { dirname, isAbsolute, join, relative, resolve as resolve$1, sep } from "node:path";
import { closeSync, constants as constants$1, existsSync as existsSync$1, fstatSync, mkdtempSync, openSync, readFileSync as readFileSync$1, readSync, realpathSync, rmSync } from "node:fs";
import { open, readFile, readdir, rm, stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$2.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs$1.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$1.appendFileSync(filePath, `${toCommandValue(message)}${os$2.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$2.EOL}${convertedValue}${os$2.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access: access$1, appendFile, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access$1(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$2.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os$2.EOL);
}
// src/github/publish/runner.ts
function createRunner(env) {
	return env.GITHUB_ACTIONS === "true" ? actionsRunner(env) : plainRunner((line) => console.error(line));
}
function actionsRunner(env) {
	return {
		info: (message) => info(inertLine(message)),
		notice: (message, annotation) => notice(inertLine(message), properties(annotation)),
		warning: (message, annotation) => warning(inertLine(message), properties(annotation)),
		error: (message, annotation) => error(inertLine(message), properties(annotation)),
		fail: (reason) => setFailed(inertLine(reason)),
		setOutputs(outputs) {
			if (!env.GITHUB_OUTPUT) return;
			try {
				for (const [name, value] of Object.entries(outputs)) setOutput(name, oneLine(value));
			} catch (error) {
				warning(inertLine(`The step’s outputs can’t be written: ${messageOf(error)}`));
			}
		},
		async writeSummary(markdown) {
			if (!env.GITHUB_STEP_SUMMARY) return;
			try {
				await summary.addRaw(clipMarkdown(markdown, maxSummaryBytes, countBytes)).write();
			} catch (error) {
				warning(inertLine(`The job summary can’t be written: ${messageOf(error)}`));
			}
		}
	};
}
function plainRunner(print) {
	const say = (prefix) => (message, annotation) => print(inertLine(`${prefix}${place(message, annotation)}${message}`));
	return {
		info: say(""),
		notice: say("note: "),
		warning: say("warning: "),
		error: say("error: "),
		fail(reason) {
			say("error: ")(reason);
			process.exitCode = 1;
		},
		setOutputs: () => {},
		writeSummary: async () => {}
	};
}
function place(message, annotation) {
	return annotation && !message.includes(annotation.file) ? `${annotation.file}: ` : "";
}
function properties(annotation) {
	if (!annotation) return {};
	return {
		title: oneLine(annotation.title),
		file: oneLine(annotation.file)
	};
}
const maxLine = 2e3;
function inertLine(text) {
	return visible(text, maxLine).replace(/^::/, ": :").replace(/##(?=(vso)?\[)/gi, "## ");
}
// src/action/start.ts
async function readStart(env) {
	const runner = createRunner(env);
	const environment = readEnvironment(env);
	const inputs = readInputs(env);
	const { readEvent } = await import("./zod.js");
	return {
		env,
		environment,
		inputs,
		runner,
		event: readEvent(env)
	};
}
// src/action/run.ts
async function runPullRequest(env, progress) {
	const start = await readStart(env);
	const { judgePullRequest } = await import("./pull-request.js");
	return judgePullRequest(start, progress);
}
// src/base/plain-file.ts
var FileProblem = class extends Error {
	code;
	constructor(message, code = null, cause) {
		super(message, { cause });
		this.code = code;
	}
};
function readPlainFile(path, limit, root) {
	return withPlainFile(resolveInside(path, root), (descriptor, size) => {
		const bytes = new Uint8Array(Math.min(limit, Math.max(size, smallestRead)) + 1);
		const length = readFully(descriptor, bytes, 0);
		if (length > limit) throw new FileProblem(`the file has more than ${limit / 1024} KiB`);
		return bytes.subarray(0, length);
	});
}
const smallestRead = 2 ** 16;
function resolveInside(path, root) {
	if (path.includes("\0")) throw new FileProblem("a file name holds a NUL character");
	const real = attempt(() => realpathSync.native(path));
	if (root === null) return real;
	const inside = relative(attempt(() => realpathSync.native(root)), real);
	const steps = inside.split(sep);
	if (steps[0] === ".." || isAbsolute(inside)) throw new FileProblem("the file lies outside the repository", "OUTSIDE");
	if (steps.some((step) => step.toLowerCase() === ".git")) throw new FileProblem("what Git keeps for itself is not read");
	return real;
}
function withPlainFile(real, action) {
	const flags = constants$1.O_RDONLY | constants$1.O_NONBLOCK | constants$1.O_NOFOLLOW;
	const descriptor = attempt(() => openSync(real, flags));
	try {
		return attempt(() => {
			const stats = fstatSync(descriptor);
			if (!stats.isFile()) throw new FileProblem(noFile);
			return action(descriptor, stats.size);
		});
	} finally {
		closeSync(descriptor);
	}
}
function readFully(descriptor, bytes, start) {
	let done = 0;
	while (done < bytes.length) {
		const count = readSync(descriptor, bytes, done, bytes.length - done, start + done);
		if (count === 0) break;
		done += count;
	}
	return done;
}
function attempt(action) {
	try {
		return action();
	} catch (cause) {
		const { code } = cause;
		if (code === void 0 || cause instanceof FileProblem) throw cause;
		throw new FileProblem(problems[code] ?? `it can't be read (${code})`, code, cause);
	}
}
const noFile = "that is a folder or a device, not a file";
const problems = {
	ENOENT: "there is no such file or folder",
	ENOTDIR: "that is a file, not a folder",
	EACCES: "it can't be read: permission denied",
	ELOOP: "its symbolic links lead in a circle",
	ENXIO: noFile
};
// src/base/assets.ts
const here = dirname(fileURLToPath(import.meta.url));
const fromSource = new URL(import.meta.url).pathname.endsWith(".ts");
const assetSources = {
	"litert.js": "node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.js",
	"litert.wasm": "node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.wasm",
	"litert-fused.js": "node_modules/@litertjs/core/wasm/litert_wasm_internal.js",
	"litert-fused.wasm": "node_modules/@litertjs/core/wasm/litert_wasm_internal.wasm",
	"litert-x64/observer": "src/runtime/observer/bin/observer",
	"litert-x64/libLiteRt.so": "node_modules/ai-edge-litert/libLiteRt.so",
	"tfjs.wasm": "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm",
	"jpeg.wasm": "node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
	devices: "src/device/profiles",
	recipes: "src/optimize/recipes",
	native: "src/device/emulator/native/bin"
};
const placeOf = (asset) => fromSource ? join(here, "..", "..", assetSources[asset]) : join(here, asset);
const hasAsset = (asset) => existsSync$1(placeOf(asset));
function assetPath(asset) {
	const path = placeOf(asset);
	if (!existsSync$1(path)) throw new Error(`litetrim's own file ${asset} is missing: the installation is incomplete`);
	return path;
}
function workerEntry() {
	return fromSource ? join(here, "..", "runtime", "worker-from-source.mjs") : join(here, "worker.js");
}
function trainingWorkerEntry() {
	const source = join(here, "..", "optimize", "finetune", "worker-from-source.mjs");
	return fromSource ? source : join(here, "training-worker.js");
}
// src/base/cache-folder.ts
function cacheFolder(env = process.env) {
	if (env.LITETRIM_CACHE) return resolve$1(env.LITETRIM_CACHE);
	if (env.RUNNER_TOOL_CACHE) return join(env.RUNNER_TOOL_CACHE, "litetrim");
	return env.XDG_CACHE_HOME ? join(env.XDG_CACHE_HOME, "litetrim") : join(homedir(), ".cache", "litetrim");
}
// src/base/cleanup.ts
const duties = new Set();
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
function atEnd(duty) {
	if (duties.size === 0) listen();
	duties.add(duty);
	return () => {
		duties.delete(duty);
		if (duties.size === 0) unlisten();
	};
}
function listen() {
	for (const signal of signals) process.on(signal, endBy);
	process.on("exit", cleanUp);
}
function unlisten() {
	for (const signal of signals) process.off(signal, endBy);
	process.off("exit", cleanUp);
}
function endBy(signal) {
	cleanUp();
	process.kill(process.pid, signal);
}
function cleanUp() {
	for (const duty of [...duties].reverse()) try {
		duty();
	} catch {}
	duties.clear();
	unlisten();
}
function ownChild(child, { group = false } = {}) {
	const forget = atEnd(() => killChild(child, { group }));
	child.once(group ? "close" : "exit", forget).once("error", () => {
		if (child.pid === void 0) forget();
	});
}
function killChild(child, { group = false } = {}) {
	if (child.pid === void 0) return;
	if (!group) {
		child.kill("SIGKILL");
		return;
	}
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {}
}
function ownPath(path) {
	return atEnd(() => rmSync(path, {
		recursive: true,
		force: true,
		maxRetries: 3,
		retryDelay: 20
	}));
}
async function inTemporaryFolder(prefix, work) {
	const folder = mkdtempSync(join(tmpdir(), prefix));
	const forget = ownPath(folder);
	try {
		return await work(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
		forget();
	}
}
// src/base/process.ts
var GuestError = class extends Error {
	status;
	log;
	late;
	constructor(message, end) {
		super(message, { cause: end.cause });
		this.name = "GuestError";
		this.status = end.status;
		this.log = end.log;
		this.late = end.late ?? false;
	}
};
const maxOutput = 64 << 20;
const lookEveryMs = 100;
async function runToEnd(command, options) {
	const { work, env = {}, signal, group = false } = options;
	signal?.throwIfAborted();
	const child = spawn(command[0], command.slice(1), {
		cwd: work,
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: group
	});
	ownChild(child, { group });
	const kill = () => killChild(child, { group });
	const watch = watchBounds(child, options, kill);
	signal?.addEventListener("abort", kill);
	try {
		const output = collect(child.stdout, (size) => size > maxOutput && kill());
		const log = collect(child.stderr, () => {});
		const [status, killedBy] = await ended(child);
		signal?.throwIfAborted();
		if (status === 0) return output();
		throw new GuestError(watch.broken ?? ending(killedBy), {
			status,
			late: watch.late,
			log: log().slice(-65536)
		});
	} finally {
		watch.stop();
		signal?.removeEventListener("abort", kill);
	}
}
function watchBounds(child, { timeoutMs, maxBytes }, kill) {
	const end = (broken) => {
		watch.broken ??= broken;
		kill();
	};
	const timer = setTimeout(() => {
		watch.late = true;
		end(`it didn't end within ${timeoutMs / 1e3} s and was stopped`);
	}, timeoutMs);
	const look = () => {
		if (maxBytes !== void 0 && residentBytes(child.pid) > maxBytes) end(`it filled more than ${formatBytes(maxBytes)} of memory and was stopped`);
	};
	const clock = maxBytes === void 0 ? void 0 : setInterval(look, lookEveryMs);
	const stop = () => {
		clearTimeout(timer);
		clearInterval(clock);
	};
	const watch = {
		broken: null,
		late: false,
		stop
	};
	return watch;
}
const pageBytes = 4096;
function residentBytes(pid) {
	try {
		return Number(readFileSync$1(`/proc/${pid}/statm`, "latin1").split(" ")[1] ?? 0) * pageBytes;
	} catch {
		return 0;
	}
}
function ended(child) {
	return new Promise((resolve, reject) => {
		child.on("error", (error) => {
			if (child.pid === void 0) reject(new GuestError(`it couldn't be started (${error.message})`, {
				status: null,
				log: "",
				cause: error
			}));
		});
		child.on("close", (...end) => resolve(end));
	});
}
function collect(stream, onSize) {
	const chunks = [];
	let size = 0;
	stream.on("data", (chunk) => {
		size += chunk.length;
		if (size <= maxOutput) chunks.push(chunk);
		onSize(size);
	});
	return () => Buffer.concat(chunks).toString("utf8");
}
function ending(killedBy) {
	if (!killedBy) return "the process failed";
	if (killedBy !== "SIGKILL") return `the process was ended by ${killedBy}`;
	return "the process was killed (SIGKILL), as systems do that run out of memory";
}
// src/base/kept-files.ts
const maxKeptBytes = 2 ** 26;
const usualLimits = {
	files: 1e4,
	bytes: 2 ** 28,
	days: 90
};
async function readKeptBytes(path, maxBytes) {
	try {
		const file = await open(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
		try {
			const info = await file.stat();
			if (!info.isFile() || info.size > maxBytes) return null;
			const now = new Date();
			await file.utimes(now, now).catch(() => {});
			return await file.readFile();
		} finally {
			await file.close();
		}
	} catch {
		return null;
	}
}
async function readKept(path, schema) {
	const content = await readKeptBytes(path, maxKeptBytes);
	try {
		return content && (schema.safeParse(JSON.parse(content.toString())).data ?? null);
	} catch {
		return null;
	}
}
const tidied = new Set();
async function keepBytes(path, content, limits) {
	try {
		await writeAtomically(path, content);
		const folder = dirname(path);
		if (!tidied.has(folder)) await removeOldest(folder, limits, path);
		tidied.add(folder);
	} catch {}
}
async function keep(path, value) {
	await keepBytes(path, JSON.stringify(value), usualLimits);
}
async function removeOldest(folder, limits, spared) {
	const oldest = Date.now() - limits.days * 24 * 3600 * 1e3;
	let [files, bytes] = [0, 0];
	for (const { path, size, time } of await newestFirst(folder)) {
		files++;
		bytes += size;
		if ((files > limits.files || bytes > limits.bytes || time < oldest) && path !== spared) await rm(path, { force: true }).catch(() => {});
	}
}
async function newestFirst(folder) {
	const files = (await readdir(folder).catch(() => [])).sort().map(async (name) => {
		const path = join(folder, name);
		const info = await stat(path).catch(() => null);
		return info?.isFile() ? [{
			path,
			size: info.size,
			time: info.mtimeMs
		}] : [];
	});
	return (await Promise.all(files)).flat().sort((a, b) => b.time - a.time);
}
// src/base/files.ts
const maxModelBytes = 2 ** 31 - 1;
async function readModelFile(path) {
	const info = await stat(path).catch(() => null);
	if (!info) throw new InputError("there is no such file", {
		file: path,
		hint: "Check the path"
	});
	if (!info.isFile()) throw new InputError("this is no file", {
		file: path,
		hint: "Name a .tflite file"
	});
	if (info.size > maxModelBytes) throw new InputError(`${info.size} bytes are more than a model can have`, { file: path });
	return readFile(path).catch((error) => {
		throw new InputError(`the file can't be read (${messageOf(error)})`, {
			file: path,
			cause: error
		});
	});
}
async function writeWhole(path, content) {
	await writeAtomically(path, content).catch((cause) => {
		const problem = `the file can't be written (${messageOf(cause)})`;
		throw new InputError(problem, {
			file: path,
			hint: "Name another path",
			cause
		});
	});
}
// src/base/download-size.ts
const compress = promisify(gzip);
const known = new WeakMap();
function downloadSize(bytes) {
	const size = known.get(bytes) ?? compress(bytes, { level: 6 }).then(({ length }) => length);
	known.set(bytes, size);
	return size;
}
export { FileProblem, GuestError, assetPath, atEnd, attempt, cacheFolder, createRunner, debug, downloadSize, error, hasAsset, inTemporaryFolder, info, keep, keepBytes, killChild, ownChild, ownPath, readFully, readKept, readKeptBytes, readModelFile, readPlainFile, resolveInside, runPullRequest, runToEnd, setSecret, trainingWorkerEntry, warning, withPlainFile, workerEntry, writeWhole };
