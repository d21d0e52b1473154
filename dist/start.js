import { createRequire } from "node:module";
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = (() => createRequire(import.meta.url))();
export { __commonJSMin, __exportAll, __require, __toESM };
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
// src/base/out-of-memory.ts
const words = /Array buffer allocation failed|Cannot allocate Wasm memory|could not allocate memory|reaching memory limit|out of memory|Failed to allocate memory|ENOMEM|ERR_WORKER_OUT_OF_MEMORY|ERR_MEMORY_ALLOCATION_FAILED/i;
function isOutOfMemory(error) {
	if (!(error instanceof Error)) return false;
	const { code = "" } = error;
	return words.test(`${code} ${error.message}`) || isOutOfMemory(error.cause);
}
// src/base/shorten.ts
const isMark = (character) => character !== void 0 && /^[\p{M}\p{Emoji_Modifier}]$/u.test(character);
function shorten(text, max) {
	if (text.length <= max || text.length <= 2 * max && [...text].length <= max) return text;
	const tail = Math.floor((max - 1) / 2);
	return `${first(text, max - 1 - tail)}…${last(text, tail)}`;
}
function someOf(names, most) {
	const shown = names.slice(0, most).join(", ");
	return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
function first(text, count) {
	const characters = [...text.slice(0, 2 * count + 2)];
	let end = count;
	while (end > 0 && isMark(characters[end])) end--;
	return characters.slice(0, end).join("");
}
function last(text, count) {
	if (count <= 0) return "";
	const characters = [...text.slice(-2 * count)].slice(-count);
	let start = 0;
	while (isMark(characters[start])) start++;
	return characters.slice(start).join("");
}
// src/base/errors.ts
var ExpectedError = class extends Error {};
function isDefect(error) {
	return !(error instanceof ExpectedError) && !isOutOfMemory(error);
}
const maxMessageLength = 1e3;
const maxQuoteLength = 120;
var InputError = class extends ExpectedError {
	details;
	constructor(problem, details = {}) {
		const where = [details.file, details.place].filter(isSaid).map((part) => `${shortName(part)}: `);
		const hint = details.hint ? ` ${sentence(shortenQuotes(details.hint))}` : "";
		super(messageLine(`${where.join("")}${sentence(shortenQuotes(problem))}${hint}`), { cause: details.cause });
		this.name = "InputError";
		this.details = details;
	}
};
var PassingError = class extends InputError {};
function isSaid(part) {
	return part !== void 0 && part !== "";
}
function shortName(text) {
	return shorten(text, maxQuoteLength);
}
function shortenQuotes(text) {
	return text.replace(/"[^"]+"/g, (quoted) => `"${shortName(quoted.slice(1, -1))}"`);
}
function sentence(text) {
	return /[.?!]$/.test(text) ? text : `${text}.`;
}
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029]+/g, " ").trim();
}
function describeError(error) {
	return `${isDefect(error) ? "defect of litetrim: " : ""}${messageOf(error)}`;
}
function messageOf(error) {
	return messageLine(error instanceof Error ? error.message : String(error));
}
function messageLine(text) {
	return shorten(oneLine(text), maxMessageLength);
}
// src/action/exit-code.ts
const exitCodes = {
	done: 0,
	limitBroken: 1,
	badInput: 2,
	defect: 70,
	outOfMemory: 71,
	outputLost: 74
};
function exitCodeOf(end) {
	if (end instanceof ExpectedError) return exitCodes.badInput;
	if (isOutOfMemory(end)) return exitCodes.outOfMemory;
	if (!isOutcome(end)) return exitCodes.defect;
	if (end.defects.length > 0) return exitCodes.defect;
	if (end.badInput.length > 0) return exitCodes.badInput;
	return end.verdict === "fail" ? exitCodes.limitBroken : exitCodes.done;
}
function isOutcome(end) {
	return typeof end === "object" && end !== null && "verdict" in end && "badInput" in end;
}
// src/action/end.ts
function sentenceOf(error) {
	const message = messageOf(error);
	if (error instanceof ExpectedError) return message;
	if (isOutOfMemory(error)) return oneLine(`there is not enough memory: ${message.replace(/\.?$/, ".")} Give litetrim more memory, or raise the limit that "ulimit -v" shows.`);
	return `defect: ${message}`;
}
function isDebugging({ DEBUG, RUNNER_DEBUG }) {
	return Boolean(DEBUG) || RUNNER_DEBUG === "1";
}
function endWith(error, say = (line) => console.error(`litetrim: ${line}`)) {
	say(sentenceOf(error));
	if (isDebugging(process.env)) console.error(error);
	process.exitCode = exitCodeOf(error);
}
function watchForTheEnd(say) {
	for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => {
		endWith(error, say);
		process.exit();
	});
	process.stdout.on("error", (error) => {
		if (error.code === "EPIPE") return;
		console.error(`litetrim: standard output can't be written: ${messageOf(error)}.`);
		process.on("exit", () => {
			process.exitCode = exitCodes.outputLost;
		});
	});
	process.stderr.on("error", () => {});
}
// src/github/environment.ts
function readEnvironment(env) {
	const serverUrl = httpUrl(env, "GITHUB_SERVER_URL", "https://github.com");
	const runId = numberOf(env, "GITHUB_RUN_ID");
	return {
		apiUrl: httpUrl(env, "GITHUB_API_URL", "https://api.github.com"),
		serverUrl,
		workspace: env.GITHUB_WORKSPACE || process.cwd(),
		runId,
		runUrl: runId > 0 ? `${serverUrl}/${env.GITHUB_REPOSITORY ?? ""}/actions/runs/${runId}` : null
	};
}
function httpUrl(env, name, fallback) {
	const value = env[name] || fallback;
	if (!/^https?:\/\/[^\s]+$/.test(value)) throw new InputError(`"${value}" is no web address`, {
		file: name,
		hint: `Unset ${name}`
	});
	return value.replace(/\/+$/, "");
}
function numberOf(env, name) {
	const value = env[name] || "0";
	if (/^\d{1,15}$/.test(value)) return Number(value);
	throw new InputError(`"${value}" is no whole number`, {
		file: name,
		hint: `Unset ${name}`
	});
}
// src/base/visible.ts
const maxText = 400;
const unseen = /(?! )(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Zs}\u2800]/gu;
const piledMarks = /(\p{M}{4})\p{M}+/gu;
function visible(text, max = maxText) {
	return shorten(oneLine(text.length > 8 * max ? `${text.slice(0, 4 * max)}…${text.slice(-4 * max)}` : text).replace(unseen, byNumber).replace(piledMarks, "$1�"), max);
}
function byNumber(character) {
	return `\\u{${character.codePointAt(0).toString(16).toUpperCase()}}`;
}
// src/report/clip.ts
const maxCommentCharacters = 65536;
const maxSummaryBytes = 1048576;
function clipMarkdown(markdown, room, lengthOf = countCharacters) {
	if (lengthOf(markdown) <= room) return markdown;
	let open = {
		fence: "",
		details: 0
	};
	let used = 0;
	let end = 0;
	for (const line of markdown.split("\n")) {
		const after = blocksAfter(line, open);
		used += lengthOf(line) + 1;
		if (used + lengthOf(ending(after)) > room) break;
		open = after;
		end += line.length + 1;
	}
	return `${markdown.slice(0, end)}${ending(open)}`;
}
function countCharacters(text) {
	return text.length;
}
function countBytes(text) {
	return Buffer.byteLength(text);
}
function blocksAfter(line, { fence, details }) {
	const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
	if (fence) return {
		fence: mark.startsWith(fence) ? "" : fence,
		details
	};
	if (mark) return {
		fence: mark,
		details
	};
	return {
		fence,
		details: details + (/^<details\b/.test(line) ? 1 : /^<\/details>/.test(line) ? -1 : 0)
	};
}
function ending({ fence, details }) {
	const closing = "\n</details>\n".repeat(Math.max(0, details));
	return `${fence ? `${fence}\n` : ""}${closing}\n*The report is longer than GitHub shows: the artifacts have all of it.*\n`;
}
// src/config/comment-modes.ts
const commentModes = [
	"always",
	"on-change",
	"on-regression",
	"never"
];
// src/config/config-file.ts
const configFile = ".github/litetrim.yml";
// src/action/inputs.ts
function readInputs(env) {
	const config = inputOf(env, "config") || ".github/litetrim.yml";
	const token = inputOf(env, "token") || env.GITHUB_TOKEN || "";
	if (token === "") throw new InputError("there is no token to read the pull request with", {
		file: "GITHUB_TOKEN",
		hint: "Set the input \"token\", or the variable GITHUB_TOKEN, to the job's github.token"
	});
	return {
		config,
		configNamed: config !== configFile,
		token,
		comment: inputOf(env, "comment") ? oneOf(env, "comment", commentModes) : null,
		commentKey: inputOf(env, "comment-key") || "litetrim",
		failOn: inputOf(env, "fail-on") ? oneOf(env, "fail-on", ["regression", "never"]) : "regression",
		artifactName: inputOf(env, "artifact-name") || "litetrim"
	};
}
function inputOf(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function oneOf(env, name, allowed) {
	const value = inputOf(env, name);
	const found = allowed.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	const hint = `Say ${allowed.join(", ")}`;
	throw new InputError(`"${value}" isn't among what it takes`, {
		file: `input "${name}"`,
		hint
	});
}
// src/base/version.ts
const version = "0.1.0";
// src/base/random-numbers.ts
function randomNumbers(seed) {
	let state = seed >>> 0;
	return () => {
		state = state + 1831565813 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}
function streamSeed(seed, ...indices) {
	let mixed = seed >>> 0;
	for (const index of indices) {
		mixed = Math.imul(mixed ^ index + 2654435769, 2246822507) >>> 0;
		mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909) >>> 0;
		mixed = (mixed ^ mixed >>> 16) >>> 0;
	}
	return mixed;
}
function permutation(size, random) {
	const order = Uint32Array.from({ length: size }, (_, i) => i);
	for (let i = size - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	return order;
}
// src/base/progress.ts
const silent = { stage: () => ({
	update: () => {},
	end: () => {}
}) };
// src/base/linear-algebra.ts
const damping = .01;
function addProducts(matrix, n, vectors, count) {
	for (let first = 0; first < count; first += 4) {
		const [p, q, r, s] = [
			first * n,
			(first + 1) * n,
			(first + 2) * n,
			(first + 3) * n
		];
		for (let i = 0; i < n; i++) {
			const a = vectors[p + i];
			const b = vectors[q + i];
			const c = vectors[r + i];
			const d = vectors[s + i];
			if (a === 0 && b === 0 && c === 0 && d === 0) continue;
			const row = i * n;
			for (let j = i; j < n; j++) matrix[row + j] += a * vectors[p + j] + b * vectors[q + j] + c * vectors[r + j] + d * vectors[s + j];
		}
	}
}
function addCrossProducts(matrix, n, left, right, count) {
	for (let first = 0; first < count; first += 4) {
		const [p, q, r, s] = [
			first * n,
			(first + 1) * n,
			(first + 2) * n,
			(first + 3) * n
		];
		for (let i = 0; i < n; i++) {
			const a = left[p + i];
			const b = left[q + i];
			const c = left[r + i];
			const d = left[s + i];
			if (a === 0 && b === 0 && c === 0 && d === 0) continue;
			const row = i * n;
			for (let j = 0; j < n; j++) matrix[row + j] += a * right[p + j] + b * right[q + j] + c * right[r + j] + d * right[s + j];
		}
	}
}
function mirror(matrix, n) {
	for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) matrix[j * n + i] = matrix[i * n + j];
}
function cholesky(matrix, n) {
	for (let k = 0; k < n; k++) {
		const pivot = matrix[k * n + k];
		if (!(pivot > 0) || pivot === Infinity) return false;
		const root = Math.sqrt(pivot);
		for (let j = k; j < n; j++) matrix[k * n + j] /= root;
		for (let i = k + 1; i < n; i++) {
			const factor = matrix[k * n + i];
			matrix[i * n + k] = 0;
			if (factor === 0) continue;
			for (let j = i; j < n; j++) matrix[i * n + j] -= factor * matrix[k * n + j];
		}
	}
	return true;
}
function solve(factor, n, vector) {
	for (let i = 0; i < n; i++) {
		const value = vector[i] / factor[i * n + i];
		vector[i] = value;
		if (value !== 0) for (let j = i + 1; j < n; j++) vector[j] -= factor[i * n + j] * value;
	}
	for (let i = n - 1; i >= 0; i--) {
		let value = vector[i];
		for (let j = i + 1; j < n; j++) value -= factor[i * n + j] * vector[j];
		vector[i] = value / factor[i * n + i];
	}
}
function solveTogether(factor, n, vectors) {
	for (let i = 0; i < n; i++) {
		const [at, pivot] = [4 * i, factor[i * n + i]];
		const p = vectors[at] /= pivot;
		const q = vectors[at + 1] /= pivot;
		const r = vectors[at + 2] /= pivot;
		const s = vectors[at + 3] /= pivot;
		if (p === 0 && q === 0 && r === 0 && s === 0) continue;
		for (let j = i + 1, k = at + 4; j < n; j++, k += 4) {
			const value = factor[i * n + j];
			vectors[k] -= value * p;
			vectors[k + 1] -= value * q;
			vectors[k + 2] -= value * r;
			vectors[k + 3] -= value * s;
		}
	}
	for (let i = n - 1; i >= 0; i--) {
		const [at, pivot] = [4 * i, factor[i * n + i]];
		let p = vectors[at];
		let q = vectors[at + 1];
		let r = vectors[at + 2];
		let s = vectors[at + 3];
		for (let j = i + 1, k = at + 4; j < n; j++, k += 4) {
			const value = factor[i * n + j];
			p -= value * vectors[k];
			q -= value * vectors[k + 1];
			r -= value * vectors[k + 2];
			s -= value * vectors[k + 3];
		}
		vectors[at] = p / pivot;
		vectors[at + 1] = q / pivot;
		vectors[at + 2] = r / pivot;
		vectors[at + 3] = s / pivot;
	}
}
// src/base/statistics.ts
const z95 = 1.959963984540054;
const significanceLevel = .05;
function wilson(hits, total) {
	const share = hits / total;
	const z2 = z95 * z95;
	const centre = (share + z2 / (2 * total)) / (1 + z2 / total);
	const half = z95 / (1 + z2 / total) * Math.sqrt(share * (1 - share) / total + z2 / (4 * total * total));
	return {
		value: share,
		low: hits === 0 ? 0 : Math.max(0, centre - half),
		high: hits === total ? 1 : Math.min(1, centre + half)
	};
}
function pairedDifference(correctA, correctB) {
	const size = pairedLength(correctA, correctB);
	let both = 0;
	let onlyA = 0;
	let onlyB = 0;
	for (let i = 0; i < size; i++) if (correctA[i] && correctB[i]) both++;
	else if (correctA[i]) onlyA++;
	else if (correctB[i]) onlyB++;
	const pValue = mcnemar(onlyA, onlyB);
	return {
		delta: newcombe(both, onlyB, onlyA, size - both - onlyA - onlyB),
		pValue,
		significant: pValue < significanceLevel
	};
}
function mcnemar(a, b) {
	const total = a + b;
	let logTerm = -total * Math.LN2;
	let tail = 0;
	for (let k = 0; k <= Math.min(a, b); k++) {
		tail += Math.exp(logTerm);
		logTerm += Math.log((total - k) / (k + 1));
	}
	return Math.min(1, 2 * tail);
}
function newcombe(both, first, second, neither) {
	const total = both + first + second + neither;
	const one = wilson(both + first, total);
	const two = wilson(both + second, total);
	const phi = correlation(both, first, second, neither);
	const distance = (a, b) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
	const value = (first - second) / total;
	return {
		value,
		low: value - distance(one.value - one.low, two.high - two.value),
		high: value + distance(one.high - one.value, two.value - two.low)
	};
}
function correlation(both, first, second, neither) {
	const total = both + first + second + neither;
	const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
	if (margins === 0) return 0;
	const product = both * neither - first * second;
	return (product > 0 ? Math.max(0, product - total / 2) : product) / Math.sqrt(margins);
}
const bootstrapRounds = 2e3;
function pairedMeanDifference(errorsA, errorsB, seed = 1) {
	const size = pairedLength(errorsA, errorsB);
	const differences = Float64Array.from({ length: size }, (_, i) => errorsB[i] - errorsA[i]);
	const means = resampledMeans(differences, seed);
	const below = means.filter((mean) => mean <= 0).length;
	const above = means.filter((mean) => mean >= 0).length;
	const pValue = Math.min(1, 2 * (Math.min(below, above) + 1) / 2001);
	return {
		delta: {
			value: mean(differences),
			low: means[Math.floor(49.975)],
			high: means[Math.ceil(.975 * 1999)]
		},
		pValue,
		significant: pValue < significanceLevel
	};
}
function resampledMeans(values, seed) {
	const random = randomNumbers(seed);
	const means = new Float64Array(bootstrapRounds);
	for (let round = 0; round < bootstrapRounds; round++) {
		let sum = 0;
		for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)];
		means[round] = sum / values.length;
	}
	return means.sort();
}
function mean(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}
function pairedLength(a, b) {
	if (a.length !== b.length) throw new RangeError(`paired samples: ${a.length} against ${b.length}`);
	if (a.length === 0) throw new RangeError("paired samples: there are none");
	return a.length;
}
function quantile(values, part) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * part;
	const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
	return low + (high - low) * (at - Math.floor(at));
}
var RunningMean = class {
	count = 0;
	mean = 0;
	#squares = 0;
	add(value) {
		this.count++;
		const before = value - this.mean;
		this.mean += before / this.count;
		this.#squares += before * (value - this.mean);
	}
	estimate() {
		const variance = this.count > 1 ? this.#squares / (this.count - 1) : 0;
		const half = z95 * Math.sqrt(variance / this.count);
		return {
			value: this.mean,
			low: this.mean - half,
			high: this.mean + half
		};
	}
};
var RunningSqnr = class {
	#samples = 0;
	#signal = 0;
	#noise = 0;
	#signalSquares = 0;
	#noiseSquares = 0;
	#products = 0;
	add(signal, noise) {
		this.#samples++;
		this.#signal += signal;
		this.#noise += noise;
		this.#signalSquares += signal * signal;
		this.#noiseSquares += noise * noise;
		this.#products += signal * noise;
	}
	get decibels() {
		if (this.#noise === 0) return Infinity;
		return 10 * Math.log10(this.#signal / this.#noise);
	}
	estimate() {
		const value = this.decibels;
		if (!Number.isFinite(value)) return {
			value,
			low: value,
			high: value
		};
		const half = z95 * (10 / Math.LN10) * Math.sqrt(this.#logRatioVariance());
		return {
			value,
			low: value - half,
			high: value + half
		};
	}
	#logRatioVariance() {
		const n = this.#samples;
		const signalSpread = n * this.#signalSquares / (this.#signal * this.#signal) - 1;
		const noiseSpread = n * this.#noiseSquares / (this.#noise * this.#noise) - 1;
		const shared = n * this.#products / (this.#signal * this.#noise) - 1;
		return Math.max(0, signalSpread + noiseSpread - 2 * shared) / n;
	}
};
// src/base/budget.ts
var BudgetUsedUp = class extends ExpectedError {
	constructor(seconds) {
		super(`the budget of ${durationText(seconds)} was used up`);
		this.name = "BudgetUsedUp";
	}
};
function durationText(seconds) {
	const parts = {
		h: Math.floor(seconds / 3600),
		m: Math.floor(seconds / 60) % 60,
		s: seconds % 60
	};
	return Object.entries(parts).map(([unit, count]) => count > 0 ? `${count}${unit}` : "").join("") || "0s";
}
const longest = (2 ** 31 - 1) / 1e3;
var Budget = class {
	#abort = new AbortController();
	#seconds;
	#deadline;
	#timer;
	constructor(seconds) {
		this.#seconds = seconds;
		this.#deadline = performance.now() + seconds * 1e3;
		if (seconds <= longest) this.#timer = setTimeout(() => this.#end(), seconds * 1e3).unref();
	}
	get signal() {
		return this.#abort.signal;
	}
	isUsedUp() {
		if (performance.now() >= this.#deadline) this.#end();
		return this.signal.aborted;
	}
	#end() {
		this.#abort.abort(new BudgetUsedUp(this.#seconds));
	}
	close() {
		clearTimeout(this.#timer);
	}
};
// src/base/units.ts
const units = {
	bytes: {
		better: "lower",
		change: "share",
		format: formatBytes,
		formatDifference: formatBytes
	},
	ms: {
		better: "lower",
		change: "share",
		format: formatMs,
		formatDifference: formatMs
	},
	ratio: {
		better: "higher",
		change: "difference",
		format: (value) => `${(value * 100).toFixed(1)} %`,
		formatDifference: (value) => `${atLeast(value * 100, 1)} pp`
	},
	dB: {
		better: "higher",
		change: "difference",
		format: (value) => `${finite(value, (v) => v.toFixed(1))} dB`,
		formatDifference: (value) => `${finite(value, (v) => atLeast(v, 1))} dB`
	},
	mse: {
		better: "lower",
		change: "share",
		format: significant,
		formatDifference: significant
	}
};
function gain(unit, change) {
	return units[unit].better === "lower" ? -change : change;
}
function formatBytes(bytes) {
	const size = Math.abs(bytes);
	if (size < 1e3) return `${bytes} B`;
	if (size < 999950) return `${(bytes / 1e3).toFixed(1)} KB`;
	return size < 999995e3 ? `${(bytes / 1e6).toFixed(2)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
const multiples = [
	[0xe8d4a51000, "T"],
	[1e9, "G"],
	[1e6, "M"],
	[1e3, "k"]
];
function formatCount(count) {
	const multiple = multiples.find(([size]) => count >= size * .9995);
	return multiple ? `${significant(count / multiple[0])} ${multiple[1]}` : String(Math.round(count));
}
function formatInteger(value) {
	return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function formatMs(ms) {
	return `${significant(ms)} ms`;
}
function significant(value) {
	const rounded = Number(value.toPrecision(3));
	if (rounded === 0 || !Number.isFinite(rounded)) return finite(rounded, String);
	const digits = 2 - Math.floor(Math.log10(Math.abs(rounded)));
	return value.toFixed(Math.min(12, Math.max(0, digits)));
}
function formatShare(share) {
	return signed(share, (value) => `${finite(value * 100, (percent) => atLeast(percent, 1))} %`);
}
function signed(value, format) {
	return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${format(Math.abs(value))}`;
}
function atLeast(value, decimals) {
	if (value === 0) return "0";
	for (const places of [
		decimals,
		decimals + 1,
		decimals + 2
	]) {
		const text = value.toFixed(places);
		if (Number(text) !== 0) return text;
	}
	return `<${(10 ** -(decimals + 2)).toFixed(decimals + 2)}`;
}
function finite(value, format) {
	if (Number.isFinite(value)) return format(value);
	return value < 0 ? "−∞" : "∞";
}
// src/base/atomic-write.ts
function temporaryName(path) {
	return join(dirname(path), `.litetrim-${process.pid}-${randomBytes(6).toString("hex")}.part`);
}
async function writeAtomically(path, content) {
	const temporary = temporaryName(path);
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(temporary, content, { flag: "wx" });
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	}
}
// src/base/disjoint-sets.ts
var NumberSets = class {
	#parents = new Int32Array(1024);
	#size = 0;
	add(count) {
		const first = this.#size;
		this.#size += count;
		if (this.#size > this.#parents.length) {
			const grown = new Int32Array(Math.max(this.#size, 2 * this.#parents.length));
			grown.set(this.#parents);
			this.#parents = grown;
		}
		for (let node = first; node < this.#size; node++) this.#parents[node] = node;
		return first;
	}
	root(node) {
		const parents = this.#parents;
		let at = node;
		while (parents[at] !== at) {
			parents[at] = parents[parents[at]];
			at = parents[at];
		}
		return at;
	}
	join(a, b) {
		const [first, second] = [this.root(a), this.root(b)];
		const root = Math.min(first, second);
		this.#parents[Math.max(first, second)] = root;
		return root;
	}
};
var DisjointSets = class {
	#sets = new NumberSets();
	#numbers = new Map();
	#facts = [];
	has(member) {
		return this.#numbers.has(member);
	}
	add(member, facts) {
		const number = this.#sets.add(1);
		this.#numbers.set(member, number);
		this.#facts[number] = facts;
	}
	facts(member) {
		const number = this.#numbers.get(member);
		return number === void 0 ? void 0 : this.#facts[this.#sets.root(number)];
	}
	join(a, b, joined) {
		this.#facts[this.#sets.join(this.#numbers.get(a), this.#numbers.get(b))] = joined;
	}
	all() {
		return [...new Set([...this.#numbers.keys()].map((member) => this.facts(member)))];
	}
};
export { Budget, DisjointSets, ExpectedError, InputError, NumberSets, PassingError, RunningMean, RunningSqnr, addCrossProducts, addProducts, cholesky, clipMarkdown, commentModes, configFile, countBytes, damping, describeError, endWith, exitCodeOf, exitCodes, formatBytes, formatCount, formatInteger, formatShare, gain, isDebugging, isDefect, maxCommentCharacters, maxSummaryBytes, messageOf, mirror, oneLine, pairedDifference, pairedMeanDifference, permutation, quantile, randomNumbers, readEnvironment, readInputs, sentenceOf, shortName, signed, silent, solve, solveTogether, someOf, streamSeed, temporaryName, units, version, visible, watchForTheEnd, wilson, writeAtomically };
