import { ExpectedError, InputError, messageOf, oneLine, quantile, silent, temporaryName } from "./start.js";
import { GuestError, assetPath, cacheFolder, inTemporaryFolder, keep, ownPath, readKept, runToEnd } from "./system.js";
import { graphOf, macs, newModel, newOperator, newSubgraph, newTensor, operatorName, producers, realValues, ruleOf, storedAs, writeModel } from "./model.js";
import { isFilePath, parseYaml, readYamlBytes, suggestion } from "./yaml.js";
import { _enum, array, boolean, discriminatedUnion, int, literal, number, object, record, strictObject, string, unknown } from "./zod.js";
import { NotRunnableError, prepareForDevice } from "./runtime.js";
import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute, join } from "node:path";
import { existsSync } from "node:fs";
import { access, chmod, constants as constants$1, copyFile, mkdir, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { availableParallelism, release } from "node:os";
import { createRequire } from "module";
// src/device/errors.ts
var DeviceUnavailable = class extends ExpectedError {
	reason;
	mend;
	constructor(reason, mend, cause) {
		super(oneLine(`${reason}. ${mend}.`), { cause });
		this.name = "DeviceUnavailable";
		this.reason = oneLine(reason);
		this.mend = oneLine(mend);
	}
};
var DeviceRunError = class extends ExpectedError {
	file;
	device;
	constructor(file, device, problem, cause) {
		super(oneLine(`${file}: on ${device}: ${problem.replace(/\.?$/, ".")}`), { cause });
		this.name = "DeviceRunError";
		this.file = file;
		this.device = device;
	}
};
// src/device/guest-report.ts
const count$1 = number().nonnegative();
const countersSchema = object({
	instructions: count$1,
	cycles: count$1,
	core_cycles: count$1,
	stall_cycles: count$1,
	transfer_cycles: count$1,
	mispredictions: count$1,
	accesses: count$1,
	l1_misses: count$1,
	l2_misses: count$1,
	l3_misses: count$1
});
const spanSchema = object({
	before: countersSchema,
	after: countersSchema
});
const portSchema = object({
	type: int(),
	bytes: count$1
});
const profileSchema = object({
	events: array(object({
		tag: string(),
		type: int(),
		start: count$1,
		elapsed: count$1
	})),
	readings: array(countersSchema)
});
const guestReportSchema = object({
	clock: _enum(["device", "host"]),
	peakBytes: count$1,
	fileBytes: count$1,
	inputs: array(portSchema),
	outputs: array(portSchema),
	load: spanSchema,
	first: spanSchema,
	inference: spanSchema,
	runs: array(count$1).min(1),
	profiles: array(profileSchema)
});
function parseGuestReport(text, clock) {
	const document = JSON.parse(text);
	checkProtocol(document);
	const report = guestReportSchema.parse(document);
	if (report.clock !== clock) throw new Error(`the runner measured by the clock of the ${report.clock}`);
	return report;
}
function checkProtocol(document) {
	const spoken = object({ protocol: unknown() }).safeParse(document).data?.protocol;
	if (spoken === 1) return;
	const parts = `runner (protocol ${spoken ?? "unknown"}) and litetrim (protocol 1)`;
	throw new Error(`${parts} are of different versions. Install litetrim anew.`);
}
function difference(before, after) {
	const names = Object.keys(after);
	return Object.fromEntries(names.map((name) => [name, after[name] - before[name]]));
}
// src/device/layer-macs.ts
const product = /convolution|fully.?connected|matrix multiply|conv_2d|transpose_conv|batch_matmul/i;
function withMacs(layers, { signatures, subgraphs }) {
	const measured = signatures[0]?.subgraph ?? subgraphs[0];
	const operators = (measured?.operators ?? []).filter((operator) => macs(operator) > 0 || product.test(operatorName(operator)));
	const makers = measured ? producers(measured) : new Map();
	const fits = layers.filter(({ operator }) => product.test(operator)).length === operators.length;
	let next = 0;
	return layers.map((layer) => {
		if (!product.test(layer.operator)) return {
			...layer,
			macs: operators.length > 0 && !fits ? null : 0
		};
		const operator = operators[next++];
		return fits && operator ? {
			...layer,
			...macsOf(layer, operator, makers)
		} : {
			...layer,
			macs: null
		};
	});
}
const sparseKernel = "SPMM";
function macsOf({ kernel, delegated }, operator, makers) {
	const all = macs(operator);
	const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
	const weights = place && operator.inputs[place.input];
	const stored = weights && storedAs(weights, makers);
	const isSparse = delegated ? kernel === sparseKernel : weights?.sparsity != null;
	if (!stored || !isSparse) return { macs: all };
	const values = realValues(stored);
	return {
		macs: all,
		effectiveMacs: Math.round(all * countOthers(values) / Math.max(1, values.length))
	};
}
function countOthers(values) {
	let others = 0;
	for (let i = 0; i < values.length; i++) if (values[i] !== 0) others++;
	return others;
}
// src/device/layers.ts
const interpreterOperator = 2;
const delegateOperator = 8;
function layersOf({ events, readings }, totalCycles, levels = 3) {
	const placed = place(events, readings);
	const costs = placed.map((layer) => ownCost(layer, placed, readings));
	const sum = costs.reduce((total, { cycles }) => total + cycles, 0);
	return costs.map((cost, index) => {
		const { instructions, cycles, core_cycles, l1_misses, l2_misses, l3_misses } = cost;
		const name = nameOf(placed[index].event);
		return {
			index,
			...name,
			instructions,
			cycles,
			share: cycles / Math.max(totalCycles, sum),
			macs: null,
			bound: core_cycles * 2 < cycles ? "memory" : "core",
			misses: [
				l1_misses,
				l2_misses,
				l3_misses
			].slice(0, levels),
			delegated: name.kernel !== null
		};
	});
}
function ownCost(layer, all, readings) {
	const inside = all.filter((other) => contains(layer, other));
	const outermost = inside.filter((inner) => !inside.some((other) => contains(other, inner)));
	const spent = ({ from, to }) => difference(readings[from], readings[to]);
	return outermost.map(spent).reduce((rest, part) => difference(part, rest), spent(layer));
}
function place(events, readings) {
	const operators = events.filter(({ type }) => type === interpreterOperator || type === delegateOperator);
	const at = new Map(readings.map(({ cycles }, index) => [cycles, index]));
	let next = 0;
	return operators.map((event) => {
		const inDelegate = event.type === delegateOperator;
		const placed = found(event, inDelegate ? spanOf(event.elapsed, readings, next) : [at.get(event.start), at.get(event.start + event.elapsed)]);
		next = Math.max(next, inDelegate ? placed.to : placed.from);
		return placed;
	});
}
function spanOf(cycles, readings, start) {
	for (let from = start, to = start; to < readings.length;) {
		const distance = readings[to].cycles - readings[from].cycles;
		if (distance === cycles && to > from) return [from, to];
		if (distance < cycles || to === from) to++;
		else from++;
	}
	return [];
}
function found(event, [from, to]) {
	if (from === void 0 || to === void 0) throw new Error(`profiled operator "${event.tag}" fits no reading of the clock`);
	return {
		event,
		from,
		to
	};
}
function contains(outer, inner) {
	return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
function nameOf({ tag, type }) {
	if (type === interpreterOperator) return {
		operator: tag,
		kernel: null
	};
	const end = tag.lastIndexOf(")") + 1 || tag.length;
	return {
		operator: tag.slice(0, end),
		kernel: tag.slice(end).trim() || "XNNPACK"
	};
}
// src/device/notes.ts
const noteworthy = .1;
function deviceNotes({ signatures }, layers, device) {
	return [...signatureNote(signatures), ...delegateNote(layers, device)];
}
function signatureNote(signatures) {
	const [first] = signatures;
	if (!first || signatures.length < 2) return [];
	return [`Of its ${signatures.length} signatures only the first was measured on devices: "${first.key}".`];
}
function delegateNote(layers, device) {
	const outside = layers.filter(({ delegated }) => !delegated);
	const share = outside.reduce((sum, layer) => sum + layer.share, 0);
	if (share < noteworthy) return [];
	const operators = [...new Set(outside.map(({ operator }) => operator))].sort().join(", ");
	return [`On ${device} XNNPACK left ${outside.length === 1 ? "a layer" : `${outside.length} layers`} to LiteRT's own kernels, ${(share * 100).toFixed(0)} % of the time: ${operators}.`];
}
// src/device/refusal.ts
const refusedByLitert = new Map([
	[65, "LiteRT can't read it"],
	[66, "LiteRT can't prepare it"],
	[67, "LiteRT fails to run it"]
]);
function refusal(error, file, device) {
	if (!(error instanceof GuestError)) return error;
	const refused = error.status === null ? void 0 : refusedByLitert.get(error.status);
	if (refused) return new NotRunnableError(`${refused}: ${reason(error.log)}`, {
		file,
		cause: error
	});
	return new DeviceRunError(file, device, problem(error), error);
}
function reason(log) {
	const lines = log.split("\n");
	const errors = lines.filter((line) => line.startsWith("ERROR: ")).map((line) => line.slice(7));
	return (errors.find((line) => /unresolved custom op|find op for builtin/i.test(line)) ?? errors[0] ?? lines.findLast((line) => line.startsWith("litetrim runner: ")) ?? "no reason given").replace(/^(\[[\w./]+:\d+\]|litetrim runner:) /, "");
}
function problem({ message, status, log }) {
	if (/std::bad_alloc|out of memory|cannot allocate|status 2\b/i.test(log)) return "the process ran out of memory";
	const last = log.split("\n").findLast((line) => line.trim() !== "" && !/^(INFO|WARNING): /.test(line));
	const detail = last ? ` (${last.slice(0, 200)})` : "";
	return status === null ? `${message}${detail}` : `${message} with status ${status}${detail}`;
}
// src/device/result-cache.ts
const count = number().nonnegative();
const measurementSchema = strictObject({
	device: string(),
	runtime: string(),
	key: string(),
	confidence: _enum([
		"fitted",
		"derived",
		"extrapolated"
	]),
	instructions: count,
	cycles: count,
	latencyMs: count,
	loadMs: count,
	firstInferenceMs: count,
	peakMemoryBytes: count,
	layers: array(strictObject({
		index: count,
		operator: string(),
		kernel: string().nullable(),
		instructions: count,
		cycles: count,
		share: number().min(0).max(1),
		macs: count.nullable(),
		effectiveMacs: count.exactOptional(),
		bound: _enum(["core", "memory"]),
		misses: array(count),
		delegated: boolean()
	})),
	notes: array(string())
});
const resultVersion = 5;
function resultKey(model, device, machine, toolchainKey) {
	const hash = createHash("sha256");
	for (const part of [
		`${resultVersion}`,
		JSON.stringify(device),
		machine,
		toolchainKey
	]) hash.update(`${part.length}:${part}`);
	return hash.update(model).digest("hex");
}
async function readResult(cache, key) {
	return await readKept(pathOf(cache, key), measurementSchema);
}
async function keepResult(cache, key, result) {
	await keep(pathOf(cache, key), result);
}
function pathOf(cache, key) {
	return join(cache, "results", `${key}.json`);
}
// src/device/slots.ts
var Slots = class {
	#free;
	#waiting = [];
	constructor(count) {
		this.#free = count;
	}
	async use(work, signal) {
		if (this.#free > 0) this.#free--;
		else await new Promise((resolve) => this.#waiting.push(resolve));
		try {
			signal?.throwIfAborted();
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free++;
		}
	}
};
const emulatorSlots = new Slots(availableParallelism());
// src/device/emulator/guest.ts
const guestFiles = {
	sysroot: "root",
	machine: "machine.txt",
	model: "model.tflite"
};
async function runGuest(toolchain, options) {
	const { work, shared, profile, inputs, keepOutputs = false } = options;
	await mkdir(work, { recursive: true });
	for (const name of Object.values(guestFiles)) await symlink(join(shared, name), join(work, name));
	await copyFile(toolchain.runner, join(work, "runner"));
	await chmod(join(work, "runner"), 493);
	if (inputs) await writeFile(join(work, "inputs.bin"), inputs);
	const run = {
		clock: "device",
		warmUps: 1,
		runs: 1,
		profile,
		keepOutputs
	};
	return parseGuestReport(await emulate(toolchain, options, ["runner", ...runnerArguments(guestFiles.model, run)]), "device");
}
function runnerArguments(model, options) {
	const { clock, warmUps, runs, profile, keepOutputs = false } = options;
	const flags = [profile, keepOutputs].map((on) => on ? "1" : "0");
	return [
		model,
		clock,
		String(warmUps),
		String(runs),
		...flags
	];
}
const clockPage = {
	name: "clock.bin",
	bytes: 4096
};
function commandLine(toolchain, { cpu, qemu = [] }) {
	const options = {
		"-L": guestFiles.sysroot,
		"-cpu": cpu,
		"-plugin": `./plugin.so,machine=${guestFiles.machine},clock=${clockPage.name}`,
		"-E": "LD_LIBRARY_PATH=/litert:/lib",
		"-seed": "1",
		"-r": "6.1.0",
		"-R": "0x1000000000",
		"-s": "8388608"
	};
	return [
		...[
			`./host/${basename(toolchain.loader)}`,
			"--library-path",
			"host"
		],
		`./host/${basename(toolchain.qemu)}`,
		...Object.entries(options).flat(),
		...qemu
	];
}
const maxBytes = 2 ** 33;
const spareSeconds = 10;
function start(timeoutMs) {
	return `ulimit -S -s 8192; ulimit -t ${Math.ceil(timeoutMs / 1e3) + spareSeconds} 2>/dev/null; exec /usr/bin/env -i "$@"`;
}
async function emulate(toolchain, options, program) {
	const { work } = options;
	await symlink(toolchain.host, join(work, "host"));
	await symlink(toolchain.plugin, join(work, "plugin.so"));
	await writeFile(join(work, clockPage.name), new Uint8Array(clockPage.bytes));
	const command = [
		"/bin/sh",
		"-c",
		start(options.timeoutMs),
		"sh",
		...commandLine(toolchain, options),
		...program
	];
	return await runToEnd(command, {
		maxBytes,
		...options
	});
}
// src/device/core.ts
const operationNames = [
	"integer",
	"integer-shift",
	"multiply",
	"multiply-long",
	"divide",
	"branch",
	"load",
	"store",
	"vector-load",
	"vector-store",
	"vector-integer",
	"vector-shift",
	"vector-multiply",
	"vector-multiply-long",
	"dot-product",
	"float-add",
	"float-multiply",
	"float-fma",
	"float-divide",
	"float-convert",
	"vector-permute",
	"vector-reduce",
	"to-vector",
	"from-vector",
	"none"
];
const cycles = int().min(1).max(200);
const pipes = string().regex(/^(-|[A-Z][A-Z0-9]*([|+][A-Z][A-Z0-9]*)*)$/, "pipes are named like \"LS+V0|V1\", or \"-\" for none");
const operationSchema = strictObject({
	latency: cycles,
	forward: cycles.optional(),
	on: pipes,
	busy: cycles.default(1),
	wide: strictObject({
		on: pipes,
		busy: cycles.default(1)
	}).optional(),
	alone: boolean().default(false)
});
const coreSchema = strictObject({
	title: string().min(1).max(60),
	part: int().min(0).max(4095),
	implementer: int().min(0).max(255).default(65),
	variant: int().min(0).max(15).default(0),
	features: array(string().regex(/^[a-z0-9_]+$/, "a feature is a word as in /proc/cpuinfo")).min(1).max(64),
	emulatedAs: _enum([
		"cortex-a35",
		"cortex-a53",
		"cortex-a57",
		"cortex-a72",
		"cortex-a76",
		"neoverse-n1",
		"a64fx"
	]),
	order: _enum(["in-order", "out-of-order"]),
	width: int().min(1).max(16),
	microOps: int().min(1).max(16).optional(),
	linefills: int().min(1).max(16).default(8),
	mispredict: int().min(0).max(100),
	loadBytes: int().min(4).max(64),
	storeBytes: int().min(4).max(64),
	pipes: array(string().regex(/^[A-Z][A-Z0-9]{0,6}$/, "a pipe is named like V0")).min(1).max(16),
	operations: strictObject(Object.fromEntries(operationNames.map((name) => [name, operationSchema])))
}).superRefine(checkPipes);
const maxUnits = 4;
function checkPipes(core, context) {
	for (const name of operationNames) {
		const { on, wide } = core.operations[name];
		for (const text of wide ? [on, wide.on] : [on]) {
			const problem = pipesProblem(text, core.pipes);
			if (problem) context.addIssue({
				code: "custom",
				path: ["operations", name],
				message: problem
			});
		}
	}
}
function pipesProblem(text, known) {
	if (text === "-") return null;
	const units = text.split("+");
	if (units.length > maxUnits) return `"${text}" needs more than ${maxUnits} pipes at once`;
	const unknown = units.flatMap((unit) => unit.split("|")).find((pipe) => !known.includes(pipe));
	return unknown ? `unknown pipe "${unknown}"\nKnown pipes: ${known.join(", ")}` : null;
}
// src/device/emulator/calibration.ts
const calibration = {
	"in-order": { exposure: .25 },
	"out-of-order": { exposure: .08 }
};
// src/device/emulator/machine-file.ts
const units = 256;
function machineFile(device, numbers = calibration[device.core.order]) {
	const { core, caches, memory } = device;
	const cost = (ns) => Math.round(ns * device.clockMHz * units / 1e3);
	const waits = (latencyNs) => `${cost(latencyNs)} ${cost(latencyNs * numbers.exposure)}`;
	const transferNs = caches[0].line / memory.bandwidthGBs;
	const { width, microOps = width, mispredict, loadBytes, storeBytes, linefills } = core;
	const widths = [
		width,
		microOps,
		mispredict,
		loadBytes,
		storeBytes,
		linefills
	];
	return `${[
		`protocol 1`,
		`core ${core.order} ${widths.join(" ")}`,
		`pipes ${core.pipes.join(" ")}`,
		...operationNames.map((name) => operationLine(name, core)),
		...caches.map(({ sizeKiB, ways, line, latencyNs = 0 }) => `cache ${sizeKiB * 1024} ${ways} ${line} ${waits(latencyNs)}`),
		`memory ${waits(memory.latencyNs)} ${cost(transferNs)}`
	].join("\n")}\n`;
}
function operationLine(name, core) {
	const { latency, forward, alone, busy, on, wide } = core.operations[name];
	const narrow = `${busy} ${on}`;
	return `operation ${name} ${[
		latency,
		forward ?? 0,
		alone ? 1 : 0,
		narrow,
		wide ? `${wide.busy} ${wide.on}` : narrow
	].join(" ")}`;
}
// src/device/emulator/sysroot.ts
function deviceFiles(device) {
	const files = new Map([
		["etc/ld.so.cache", ""],
		["proc/cpuinfo", range(device.cores).map((cpu) => cpuBlock(device, cpu)).join("\n")],
		["proc/self/status", "VmPeak:	0 kB\nVmSize:	0 kB\nVmHWM:	0 kB\nVmRSS:	0 kB\n"],
		["proc/meminfo", `MemTotal:       ${device.ramMiB * 1024} kB\n`]
	]);
	const all = cpuList(device.cores);
	const system = "sys/devices/system/cpu";
	for (const list of [
		"possible",
		"present",
		"online"
	]) files.set(`${system}/${list}`, all);
	files.set(`${system}/kernel_max`, `${device.cores - 1}\n`);
	for (const cpu of range(device.cores)) for (const [path, content] of cpuFiles(device, cpu)) files.set(`${system}/cpu${cpu}/${path}`, content);
	return files;
}
function cpuBlock({ core }, cpu) {
	const hex = (n) => `0x${n.toString(16)}`;
	return [
		`processor\t: ${cpu}`,
		"BogoMIPS	: 100.00",
		`Features\t: ${core.features.join(" ")}`,
		`CPU implementer\t: ${hex(core.implementer)}`,
		"CPU architecture: 8",
		`CPU variant\t: ${hex(core.variant)}`,
		`CPU part\t: 0x${core.part.toString(16).padStart(3, "0")}`,
		"CPU revision	: 0",
		""
	].join("\n");
}
function* cpuFiles(device, cpu) {
	const { clockMHz, cores, caches } = device;
	const kHz = `${Math.round(clockMHz * 1e3)}\n`;
	const self = {
		list: `${cpu}\n`,
		mask: mask([cpu])
	};
	const all = {
		list: cpuList(cores),
		mask: mask(range(cores))
	};
	yield ["cpufreq/cpuinfo_max_freq", kHz];
	yield ["cpufreq/cpuinfo_min_freq", kHz];
	yield ["topology/physical_package_id", "0\n"];
	yield ["topology/cluster_id", "0\n"];
	yield ["topology/core_id", `${cpu}\n`];
	yield ["topology/thread_siblings", self.mask];
	yield ["topology/thread_siblings_list", self.list];
	for (const group of [
		"core",
		"package",
		"cluster"
	]) {
		const name = group === "core" ? "core_siblings" : `${group}_cpus`;
		yield [`topology/${name}`, all.mask];
		yield [`topology/${name}_list`, all.list];
	}
	for (const [index, cache] of linuxCaches(caches).entries()) {
		const shared = index < 2 ? self : all;
		for (const [name, value] of Object.entries(cache)) yield [`cache/index${index}/${name}`, value];
		yield [`cache/index${index}/shared_cpu_list`, shared.list];
		yield [`cache/index${index}/shared_cpu_map`, shared.mask];
	}
}
function linuxCaches(caches) {
	const [first, ...outer] = caches;
	const missing = {
		...first,
		sizeKiB: 0,
		ways: 0
	};
	const unified = [outer[0] ?? missing, outer[1] ?? missing];
	const describe = (level, type, cache) => ({
		level: `${level}\n`,
		type: `${type}\n`,
		size: `${cache.sizeKiB}K\n`,
		coherency_line_size: `${cache.line}\n`,
		ways_of_associativity: `${cache.ways}\n`
	});
	return [
		describe(1, "Data", first),
		describe(1, "Instruction", first),
		...unified.map((cache, index) => describe(index + 2, "Unified", cache))
	];
}
function mask(cpus) {
	return `${(cpus.reduce((sum, cpu) => sum | 1n << BigInt(cpu), 0n).toString(16).match(/.{1,8}(?=(.{8})*$)/g) ?? []).join(",")}\n`;
}
function cpuList(count) {
	return count === 1 ? "0\n" : `0-${count - 1}\n`;
}
function range(count) {
	return Array.from({ length: count }, (_, index) => index);
}
const emptyFolders = ["lib/aarch64-linux-gnu", "usr/lib/aarch64-linux-gnu"];
async function writeSysroot(folder, device, libraries) {
	for (const path of emptyFolders) await mkdir(join(folder, path), { recursive: true });
	for (const [path, content] of deviceFiles(device)) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
	for (const name of await readdir(libraries.guest)) await symlink(join(libraries.guest, name), join(folder, "lib", name));
	await symlink(libraries.litert, join(folder, "litert"));
}
// src/device/emulator/measure.ts
async function measureOnDevice(model, device, options) {
	const { toolchain, progress = silent, fresh = false } = options;
	const bytes = prepareForDevice(model.bytes, model.file);
	const key = resultKey(bytes, device, machineFile(device), toolchain.key);
	const kept = fresh ? null : await readResult(toolchain.cache, key);
	if (kept) return kept;
	const stage = progress.stage(`${model.file} on ${device.name}`, 2);
	try {
		const [plain, profiled] = await runTwice$1({
			...model,
			bytes
		}, device, options, (done) => stage.update(done));
		const result = {
			device: device.name,
			runtime: toolchain.runtime,
			key,
			...summarize$1(plain, profiled, device, graphOf({
				file: model.file,
				bytes
			}))
		};
		checkMemory(model, device, result);
		await keepResult(toolchain.cache, key, result);
		return result;
	} finally {
		stage.end();
	}
}
function runTwice$1(model, device, { toolchain, timeoutMs = 6e5, signal }, onDone) {
	const abort = new AbortController();
	const either = signal ? AbortSignal.any([signal, abort.signal]) : abort.signal;
	let done = 0;
	const once = async (shared, profile) => {
		const options = {
			shared,
			work: join(shared, profile ? "profiled" : "plain"),
			cpu: device.core.emulatedAs,
			profile,
			timeoutMs,
			signal: either
		};
		const report = await emulatorSlots.use(() => runGuest(toolchain, options), either);
		onDone(++done);
		return report;
	};
	return inTemporaryFolder("litetrim-device-", async (shared) => {
		try {
			await writeGuestFiles(shared, model, device, toolchain);
			const runs = [once(shared, false), once(shared, true)];
			for (const run of runs) run.catch((error) => abort.abort(error));
			await Promise.allSettled(runs);
			return [await runs[0], await runs[1]];
		} catch (error) {
			signal?.throwIfAborted();
			throw refusal(abort.signal.reason ?? error, model.file, device.title);
		}
	});
}
async function writeGuestFiles(folder, { bytes }, device, toolchain) {
	await writeSysroot(join(folder, guestFiles.sysroot), device, toolchain);
	await writeFile(join(folder, guestFiles.machine), machineFile(device));
	await writeFile(join(folder, guestFiles.model), bytes);
}
function summarize$1(plain, profiled, device, model) {
	const ms = (span) => difference(span.before, span.after).cycles / (device.clockMHz * 1e3);
	const { instructions, cycles } = difference(plain.inference.before, plain.inference.after);
	const layers = withMacs(layersOf(profiled.profiles[0], cycles, device.caches.length), model);
	return {
		confidence: device.confidence,
		instructions,
		cycles,
		latencyMs: cycles / (device.clockMHz * 1e3),
		loadMs: ms(plain.load),
		firstInferenceMs: ms(plain.first),
		peakMemoryBytes: plain.peakBytes,
		layers,
		notes: deviceNotes(model, layers, device.name)
	};
}
function checkMemory({ file, bytes }, device, { peakMemoryBytes }) {
	const mebibytes = (n) => Math.ceil(n / (1 << 20));
	const needed = peakMemoryBytes + bytes.length;
	if (needed <= device.ramMiB * (1 << 20)) return;
	const problem = `it needs ${mebibytes(needed)} MiB of memory, the device has ${device.ramMiB}`;
	throw new DeviceRunError(file, device.title, problem);
}
// src/device/hardware/hardware.ts
const oneAtATime = new Slots(1);
async function measureOnHardware(model, hardware, options) {
	const { progress = silent } = options;
	const bytes = prepareForDevice(model.bytes, model.file);
	const stage = progress.stage(`${model.file} on ${hardware.name}`, 2);
	const work = (folder) => measureIn(folder, {
		...model,
		bytes
	}, hardware, options, stage);
	try {
		return await oneAtATime.use(() => inTemporaryFolder("litetrim-native-", work), options.signal);
	} catch (error) {
		options.signal?.throwIfAborted();
		throw refusal(error, model.file, hardware.title);
	} finally {
		stage.end();
	}
}
async function measureIn(work, { file, bytes }, hardware, options, stage) {
	const { runtime } = options;
	await writeFile(join(work, guestFiles.model), bytes);
	await copyFile(runtime.runner, join(work, "runner"));
	await chmod(join(work, "runner"), 493);
	const profiled = await run$1(work, {
		warmUps: 1,
		runs: profiledRuns,
		profile: true
	}, options);
	stage.update(1);
	const figures = summarize(await run$1(work, {
		...numbersOfRuns(profiled),
		profile: false
	}, options));
	const graph = graphOf({
		file,
		bytes
	});
	const layers = withMacs(layersFrom(profiled, figures.latencyMs), graph);
	const notes = deviceNotes(graph, layers, hardware.name);
	const key = resultKey(bytes, hardware, "", runtime.key);
	return {
		device: hardware.name,
		runtime: runtime.runtime,
		key,
		...figures,
		layers,
		notes
	};
}
async function run$1(work, runs, options) {
	const { runtime, timeoutMs = 6e5, signal } = options;
	const { command, env } = runtime;
	const program = [
		...command,
		"./runner",
		...runnerArguments(guestFiles.model, {
			...runs,
			clock: "host"
		})
	];
	return parseGuestReport(await runToEnd(program, {
		work,
		env,
		timeoutMs,
		signal
	}), "host");
}
const profiledRuns = 15;
const nanoseconds = 1e6;
function numbersOfRuns({ runs }) {
	const ms = Math.max(runs.at(-1) / nanoseconds, .001);
	const within = (low, value, high) => Math.min(high, Math.max(low, Math.round(value)));
	return {
		warmUps: within(1, 500 / ms, 500),
		runs: within(20, 2e3 / ms, 1e3)
	};
}
function summarize(plain) {
	const ms = (span) => difference(span.before, span.after).cycles / nanoseconds;
	const times = plain.runs.map((time) => time / nanoseconds);
	const spread = {
		runs: times.length,
		lowMs: quantile(times, .25),
		highMs: quantile(times, .75)
	};
	return {
		confidence: "measured",
		instructions: null,
		cycles: null,
		latencyMs: quantile(times, .5),
		spread,
		loadMs: ms(plain.load),
		firstInferenceMs: ms(plain.first),
		peakMemoryBytes: plain.peakBytes
	};
}
function layersFrom({ profiles }, latencyMs) {
	const runs = profiles.map((profile) => layersOf(profile, 1));
	const alike = runs.filter(({ length }) => length === runs[0].length);
	const times = runs[0].map((_, index) => quantile(alike.map((run) => run[index].cycles), .5));
	const sum = times.reduce((total, time) => total + time, 0);
	const whole = Math.max(latencyMs * nanoseconds, sum);
	return runs[0].map(({ index, operator, kernel, delegated, macs, effectiveMacs }) => ({
		index,
		operator,
		kernel,
		instructions: null,
		cycles: null,
		share: times[index] / whole,
		macs,
		...effectiveMacs !== void 0 && { effectiveMacs },
		bound: null,
		misses: [],
		delegated
	}));
}
// src/device/profile.ts
const isPowerOfTwo = (n) => Number.isInteger(Math.log2(n));
const cacheSchema = strictObject({
	sizeKiB: number().min(1).max(65536),
	ways: int().min(1).max(64),
	line: int().min(16).max(256),
	latencyNs: number().min(0).max(1e3).optional()
}).superRefine((cache, context) => {
	const sets = cache.sizeKiB * 1024 / (cache.ways * cache.line);
	if (!isPowerOfTwo(cache.line) || !isPowerOfTwo(sets) || sets < 1) {
		const message = `${cache.sizeKiB} KiB in ${cache.ways} ways of ${cache.line}-byte lines is no possible cache\nIts number of sets must be a power of two`;
		context.addIssue({
			code: "custom",
			path: ["sizeKiB"],
			message
		});
	}
});
const title = string().min(1).max(60);
const hardwareSchema = strictObject({
	title,
	backend: literal("native")
});
const deviceSchema = strictObject({
	title,
	backend: literal("emulated").default("emulated"),
	core: string().min(1).max(200),
	confidence: _enum([
		"fitted",
		"derived",
		"extrapolated"
	]).default("extrapolated"),
	clockMHz: number().min(10).max(1e4),
	cores: int().min(1).max(64),
	ramMiB: int().min(16).max(1 << 20),
	caches: array(cacheSchema).min(1).max(3),
	memory: strictObject({
		latencyNs: number().min(1).max(1e4),
		bandwidthGBs: number().min(.01).max(1e3)
	})
}).superRefine(({ caches }, context) => {
	caches.forEach((cache, index) => {
		const problem = cacheProblem(cache, caches[index - 1]);
		if (problem) context.addIssue({
			code: "custom",
			path: ["caches", index],
			message: problem
		});
	});
});
function cacheProblem(cache, inner) {
	if (!inner) return cache.latencyNs ? "the level 1 cache has no \"latencyNs\": others count from it" : null;
	if (cache.latencyNs === void 0) return "\"latencyNs\" is missing\nOnly the level 1 cache goes without";
	if (cache.line !== inner.line) return "all caches must have lines of the same size";
	return cache.sizeKiB <= inner.sizeKiB ? "a cache must be larger than the one before it" : null;
}
const targetSchema = discriminatedUnion("backend", [deviceSchema, hardwareSchema]);
const thisMachine = {
	name: "native",
	title: "This machine",
	backend: "native"
};
async function loadTarget(nameOrFile, root = null) {
	if (nameOrFile === thisMachine.name) return thisMachine;
	if (isFilePath(nameOrFile)) {
		const read = (path) => readYamlBytes(path, root);
		return await parseTarget(read(nameOrFile), nameOrFile, read);
	}
	const path = await shippedProfile(nameOrFile, assetPath("devices"), "device");
	return {
		...await parseTarget(readYamlBytes(path), path, readYamlBytes),
		name: nameOrFile
	};
}
async function parseTarget(source, file, read) {
	const profile = parseYaml(targetSchema, source, file);
	if (profile.backend === "native") return {
		name: file,
		...profile
	};
	const { core, ...device } = profile;
	if (!isFilePath(core)) return {
		name: file,
		...device,
		core: await shippedCore(core)
	};
	const path = isAbsolute(core) ? core : join(dirname(file), core);
	return {
		name: file,
		...device,
		core: parseYaml(coreSchema, await read(path), path)
	};
}
async function loadDevice(nameOrFile) {
	const target = await loadTarget(nameOrFile);
	if (target.backend === "emulated") return target;
	throw new InputError(`"${nameOrFile}" is real hardware, where an emulated device is needed`);
}
async function listDevices() {
	return await profileNames(assetPath("devices"));
}
async function listTargets() {
	return [...await listDevices(), thisMachine.name];
}
async function shippedCore(name) {
	const path = await shippedProfile(name, join(assetPath("devices"), "cores"), "core");
	return parseYaml(coreSchema, readYamlBytes(path), path);
}
async function shippedProfile(name, folder, what) {
	const path = join(folder, `${name}.yml`);
	if (/^[a-z0-9-]+$/.test(name) && existsSync(path)) return path;
	const known = [...await profileNames(folder), ...what === "device" ? [thisMachine.name] : []];
	const hint = `${suggestion(name, known, `${what}s`).replace(/[^?]$/, "$&.")} A file of your own ends in .yml`;
	throw new InputError(`unknown ${what} "${name.slice(0, 100)}"`, { hint });
}
async function profileNames(folder) {
	return (await readdir(folder)).filter((file) => file.endsWith(".yml")).map((file) => file.slice(0, -4)).sort();
}
// src/device/toolchain/cache-folder.ts
async function openCacheFolder(folder) {
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants$1.W_OK);
		return folder;
	} catch (error) {
		throw new DeviceUnavailable(`the cache folder ${folder} can't be used (${messageOf(error)})`, "Set LITETRIM_CACHE to a folder that you can write to", error);
	}
}
async function buildFolder(folder, build, isComplete) {
	const temporary = temporaryName(folder);
	const broken = temporaryName(folder);
	const forget = [temporary, broken].map(ownPath);
	try {
		await mkdir(temporary, { recursive: true });
		await build(temporary);
		if (await tookName(temporary, folder)) return;
		if (await isComplete(folder)) return;
		await rename(folder, broken);
		await tookName(temporary, folder);
	} catch (error) {
		throw notKept(error, folder);
	} finally {
		for (const left of [temporary, broken]) await rm(left, {
			recursive: true,
			force: true
		});
		for (const each of forget) each();
	}
}
function notKept(error, folder) {
	if (!(error instanceof Error && "syscall" in error)) return error;
	return new DeviceUnavailable(`${folder} can't be filled (${messageOf(error)})`, "Make room there, or set LITETRIM_CACHE to another folder", error);
}
async function tookName(temporary, folder) {
	try {
		await rename(temporary, folder);
		return true;
	} catch (error) {
		const { code } = error;
		if (code === "ENOTEMPTY" || code === "EEXIST") return false;
		throw error;
	}
}
// src/device/toolchain/command.ts
var CommandError = class extends Error {
	missing;
	late;
	constructor(program, detail, cause) {
		const { code = "" } = cause.cause ?? {};
		const missing = code === "ENOENT" || code === "EACCES";
		super(missing ? `${program} isn't installed` : `${program} failed: ${detail}`, { cause });
		this.name = "CommandError";
		this.missing = missing;
		this.late = cause.late;
	}
};
const networkMs = {
	update: 12e4,
	download: 3e5
};
async function run(program, args, options = {}) {
	const { cwd = ".", env = process.env, timeoutMs = 6e4, signal } = options;
	try {
		return await runToEnd([program, ...args], {
			work: cwd,
			env,
			timeoutMs,
			signal,
			group: true
		});
	} catch (error) {
		if (!(error instanceof GuestError)) throw error;
		const { late, log, status, message } = error;
		const ending = status === null ? message : `exit code ${status}`;
		const detail = late ? `no end after ${timeoutMs / 1e3} s` : reasonIn(log) || ending;
		throw new CommandError(program.split("/").at(-1), detail, error);
	}
}
async function runTwice(...call) {
	try {
		return await run(...call);
	} catch (error) {
		if (!(error instanceof CommandError) || error.missing || error.late) throw error;
		return await run(...call);
	}
}
function reasonIn(output) {
	const lines = output.split("\n").map((line) => line.trim()).filter(Boolean);
	return lines.find((line) => /^(E:|W: Failed|ERROR)/.test(line)) ?? lines.at(-1) ?? "";
}
// src/device/toolchain/debian.ts
const packages = [
	"qemu-user",
	"libc6-arm64-cross",
	"libstdc++6-arm64-cross",
	"libgcc-s1-arm64-cross"
];
const elsewhere = "Run on Debian 12, whose QEMU has plug-ins: in a container (on GitHub \"container: debian:bookworm\" beside \"runs-on\"), or on another runner image";
async function fetchDebianParts(folder, signal) {
	return await withPackages(folder, signal, withDependencies(packages), async (debs, work) => {
		const versions = await unpackAll(debs, join(work, "root"), signal);
		await collect(join(work, "root"), folder);
		return versions;
	});
}
async function fetchDebianPackage(name, folder, signal) {
	const alone = async () => [name];
	await withPackages(folder, signal, alone, (debs) => unpackAll(debs, folder, signal));
}
async function withPackages(folder, signal, choose, use) {
	const work = join(folder, "apt");
	const debs = join(work, "debs");
	try {
		const apt = await privateApt(work);
		const trouble = await update(apt, signal);
		try {
			const names = await choose(apt, signal);
			await mkdir(debs);
			const download = {
				cwd: debs,
				signal,
				timeoutMs: networkMs.download
			};
			await runTwice("apt-get", [
				...apt,
				"download",
				...names
			], download);
			if (trouble && (await readdir(debs)).length === 0) throw trouble;
		} catch (error) {
			signal?.throwIfAborted();
			throw trouble ?? error;
		}
		return await use(debs, work);
	} catch (error) {
		throw explain$1(error);
	} finally {
		await rm(work, {
			recursive: true,
			force: true
		});
	}
}
async function update(apt, signal) {
	try {
		await runTwice("apt-get", [...apt, "update"], {
			signal,
			timeoutMs: networkMs.update
		});
		return null;
	} catch (error) {
		if (error instanceof CommandError && !error.missing) return error;
		throw error;
	}
}
async function privateApt(work) {
	await mkdir(join(work, "state/lists/partial"), { recursive: true });
	await mkdir(join(work, "cache/archives/partial"), { recursive: true });
	const options = {
		"Dir::State": join(work, "state"),
		"Dir::Cache": join(work, "cache"),
		"Dir::State::status": "/dev/null",
		"Debug::NoLocking": "1",
		"APT::Sandbox::User": "",
		"APT::Update::Error-Mode": "any",
		"Acquire::Languages": "none",
		"Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
		"Acquire::Retries": "1",
		"Acquire::http::Timeout": "15",
		"Acquire::https::Timeout": "15"
	};
	return ["-q", ...Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`])];
}
const withDependencies = (names) => async (apt, signal) => {
	const flags = ["--recurse", ...[
		"recommends",
		"suggests",
		"conflicts",
		"breaks",
		"replaces",
		"enhances"
	].map((relation) => `--no-${relation}`)];
	const found = (await run("apt-cache", [
		...apt,
		"depends",
		...flags,
		...names
	], { signal }).catch(noneFound)).split("\n").filter((line) => /^[a-z0-9]/.test(line));
	const missing = names.filter((name) => !found.includes(name));
	if (missing.length === 0) return [...new Set(found)].sort();
	const mend = `Add the part of the archive that has it ("universe" on Ubuntu) to apt's sources. Or: ${elsewhere}`;
	throw new DeviceUnavailable(`this machine's apt has no package ${missing.join(", ")}`, mend);
};
function noneFound(error) {
	if (error instanceof CommandError && /No packages found/.test(error.message)) return "";
	throw error;
}
async function unpackAll(from, to, signal) {
	await mkdir(to, { recursive: true });
	const versions = {};
	for (const file of (await readdir(from)).filter((name) => name.endsWith(".deb")).sort()) {
		const deb = join(from, file);
		const [name, version] = (await run("dpkg-deb", ["-W", deb], { signal })).trim().split("	");
		versions[name] = version;
		await run("dpkg-deb", [
			"-x",
			deb,
			to
		], { signal });
	}
	return versions;
}
const hostLibraries = [
	"lib/x86_64-linux-gnu",
	"usr/lib/x86_64-linux-gnu",
	"lib64",
	"usr/lib64"
];
const guestLibraries = "usr/aarch64-linux-gnu/lib";
async function collect(root, folder) {
	const host = join(folder, "host");
	const guest = join(folder, "guest");
	for (const made of [host, guest]) await mkdir(made, { recursive: true });
	for (const library of hostLibraries) await copyLibraries(join(root, library), host);
	await copyLibraries(join(root, guestLibraries), guest);
	await copyFile(join(root, "usr/bin/qemu-aarch64"), join(host, "qemu-aarch64")).catch((error) => {
		throw new DeviceUnavailable("this release's package qemu-user has no qemu-aarch64", elsewhere, error);
	});
}
async function copyLibraries(from, to) {
	const names = await readdir(from).catch(() => []);
	for (const name of names.filter((file) => /\.so(\.[0-9.]+)?$/.test(file)).sort()) {
		const source = await realpath(join(from, name)).catch(() => null);
		if (source) await copyFile(source, join(to, name));
	}
}
function explain$1(error) {
	if (!(error instanceof CommandError)) return error;
	if (error.missing) return new DeviceUnavailable(error.message, elsewhere, error);
	return new DeviceUnavailable(`the emulator couldn't be fetched: ${messageOf(error)}`, "Check that this machine reaches its package archive (apt's sources and proxy)", error);
}
// node_modules/fflate/esm/index.mjs
var require = createRequire("/");
var _a;
try {
	_a = require("worker_threads"), _a.Worker, _a.isMarkedAsUntransferable;
} catch (e) {}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
_b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flrm = hMap(flt, 9, 1);
var fdrm = hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = new u8(0);
var b2 = function(d, b) {
	return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
	return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
	return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && new TextDecoder();
try {
	td.decode(et, { stream: true });
} catch (e) {}
var dutf8 = function(d) {
	for (var r = "", i = 0;;) {
		var c = d[i++];
		var eb = (c > 127) + (c > 223) + (c > 239);
		if (i + eb > d.length) return {
			s: r,
			r: slc(d, i - 1)
		};
		if (!eb) r += String.fromCharCode(c);
		else if (eb == 3) c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | d[i++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
		else if (eb & 1) r += String.fromCharCode((c & 31) << 6 | d[i++] & 63);
		else r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | d[i++] & 63);
	}
};
function strFromU8(dat, latin1) {
	if (latin1) {
		var r = "";
		for (var i = 0; i < dat.length; i += 16384) r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
		return r;
	} else if (td) return td.decode(dat);
	else {
		var _a = dutf8(dat), s = _a.s, r = _a.r;
		if (r.length) err(8);
		return s;
	}
}
var slzh = function(d, b) {
	return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
	var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
	var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
	return [
		b2(d, b + 10),
		sc,
		su,
		fn,
		es + efl + b2(d, b + 32),
		off
	];
};
var z64hs = function(d, b, l, z, sc, su, off) {
	var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
	var nf = nsc + nsu + noff;
	if (z && nf) {
		for (; b + 4 < e; b += 4 + b2(d, b + 2)) if (b2(d, b) == 1) return [
			nsc ? b8(d, b + 4 + 8 * nsu) : sc,
			nsu ? b8(d, b + 4) : su,
			noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
			1
		];
		if (z < 2) err(13);
	}
	return [
		sc,
		su,
		off,
		0
	];
};
function unzipSync(data, opts) {
	var files = {};
	var e = data.length - 22;
	for (; b4(data, e) != 101010256; --e) if (!e || data.length - e > 65558) err(13);
	var c = b2(data, e + 8);
	if (!c) return {};
	var o = b4(data, e + 16);
	var z = b4(data, e - 20) == 117853008;
	if (z) {
		var ze = b4(data, e - 12);
		z = b4(data, ze) == 101075792;
		if (z) {
			c = b4(data, ze + 32);
			o = b4(data, ze + 48);
		}
	}
	var fltr = opts && opts.filter;
	for (var i = 0; i < c; ++i) {
		var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
		o = no;
		if (!fltr || fltr({
			name: fn,
			size: sc,
			originalSize: su,
			compression: c_2
		})) {
			if (!c_2) files[fn] = slc(data, b, b + sc);
			else if (c_2 == 8) files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
			else err(14, "unknown compression type " + c_2);
		}
	}
	return files;
}
// src/device/toolchain/litert.ts
const litertWheel = {
	name: "ai-edge-litert",
	version: "2.3.0",
	sha256: "853fc608f96da87bd5f3458465dfb9abbf18d5ae6b94eceacead407146f175ae",
	pythonVersion: "3.11",
	platform: "manylinux_2_27_aarch64"
};
const library = "libLiteRt.so";
async function fetchLitert(folder, signal, wheel = litertWheel) {
	const work = join(folder, "pip");
	await mkdir(work, { recursive: true });
	try {
		await download(await findPip(work, signal), wheel, work, signal);
		const file = (await readdir(work)).find((name) => name.endsWith(".whl"));
		const files = unzipSync(await readFile(join(work, file)), { filter: ({ name }) => name.endsWith(`/${library}`) });
		const [content] = Object.values(files);
		if (!content) throw new Error(`${file} holds no ${library}`);
		await mkdir(join(folder, "litert"));
		await writeFile(join(folder, "litert", library), content);
	} catch (error) {
		signal?.throwIfAborted();
		throw explain(error);
	} finally {
		await rm(work, {
			recursive: true,
			force: true
		});
	}
}
async function findPip(work, signal) {
	const env = {
		PIP_DEFAULT_TIMEOUT: "15",
		PIP_RETRIES: "2",
		...process.env,
		PIP_DISABLE_PIP_VERSION_CHECK: "1",
		PIP_NO_INPUT: "1"
	};
	const own = {
		args: ["-m", "pip"],
		env
	};
	try {
		return {
			...own,
			version: await pipVersion(own, signal)
		};
	} catch (error) {
		if (error instanceof CommandError && error.missing) throw error;
		const folder = join(work, "debian");
		await fetchDebianPackage("python3-pip-whl", folder, signal);
		const wheels = join(folder, "usr/share/python-wheels");
		const wheel = (await readdir(wheels)).find((name) => name.startsWith("pip-"));
		const borrowed = {
			args: ["-m", "pip"],
			env: {
				...env,
				PYTHONPATH: join(wheels, wheel)
			}
		};
		return {
			...borrowed,
			version: await pipVersion(borrowed, signal)
		};
	}
}
async function pipVersion(pip, signal) {
	return (await run("python3", [...pip.args, "--version"], {
		env: pip.env,
		signal
	})).split(" ")[1] ?? "unknown";
}
async function download(pip, wheel, work, signal) {
	const { name, version, sha256, pythonVersion, platform } = wheel;
	const requirements = join(work, "requirements.txt");
	await writeFile(requirements, `${name}==${version} --hash=sha256:${sha256}\n`);
	const target = [
		"--only-binary=:all:",
		"--platform",
		platform,
		"--python-version",
		pythonVersion
	];
	const args = [
		...pip.args,
		"download",
		"--quiet",
		"--no-deps",
		"--require-hashes",
		...target
	];
	const options = {
		env: pip.env,
		signal,
		timeoutMs: networkMs.download
	};
	await runTwice("python3", [
		...args,
		"-r",
		requirements,
		"-d",
		work
	], options);
}
function explain(error) {
	if (error instanceof DeviceUnavailable || !(error instanceof Error)) return error;
	if (error instanceof CommandError && error.missing) return new DeviceUnavailable("Python 3 isn't installed", "Install python3 and python3-pip", error);
	return new DeviceUnavailable(`LiteRT couldn't be fetched: ${messageOf(error)}`, "Check that this machine reaches its Python package index (pip's settings and proxy)", error);
}
// src/device/toolchain/manifest.ts
const manifestSchema = strictObject({
	layout: literal(1),
	qemu: string(),
	litert: string(),
	packages: record(string(), string()),
	files: record(string(), strictObject({
		bytes: number(),
		sha256: string()
	}))
});
const name = "manifest.json";
async function writeManifest(folder, versions) {
	const files = {};
	for (const path of await filesBelow(folder)) {
		const content = await readFile(join(folder, path));
		files[path] = {
			bytes: content.length,
			sha256: createHash("sha256").update(content).digest("hex")
		};
	}
	const manifest = {
		layout: 1,
		...versions,
		files
	};
	await writeFile(join(folder, name), `${JSON.stringify(manifest, null, 1)}\n`);
}
async function readManifest(folder) {
	const text = await readFile(join(folder, name), "utf8").catch(() => null);
	if (text === null) return null;
	try {
		const manifest = manifestSchema.parse(JSON.parse(text));
		const intact = Object.entries(manifest.files).map(([path, { bytes }]) => hasSize(join(folder, path), bytes));
		return (await Promise.all(intact)).every(Boolean) ? manifest : null;
	} catch {
		return null;
	}
}
async function hasSize(path, bytes) {
	return (await stat(path).catch(() => null))?.size === bytes;
}
async function filesBelow(folder) {
	return (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}
// src/device/toolchain/hardware.ts
async function ensureHardware(options = {}) {
	checkHardware();
	return await hardwareRuntime(join(assetPath("native"), "runner"), litertWheel, options);
}
function checkHardware() {
	if (process.platform === "linux" && process.arch === "arm64") return "Linux on arm64";
	throw new DeviceUnavailable(`backend native measures on arm64 Linux, and this is ${`${process.platform} (${process.arch})`}`, "Run on arm64 Linux (on GitHub \"runs-on: ubuntu-24.04-arm\", or a runner of your own), or name an emulated device");
}
async function hardwareRuntime(runner, wheel, options = {}) {
	const cache = await openCacheFolder(options.cache ?? cacheFolder());
	const folder = join(cache, `litert-1-${wheel.version}-${wheel.platform}`);
	const manifest = await readManifest(folder) ?? await fetch(folder, wheel, options);
	const machine = `${await machineName()}, Linux ${release()}`;
	const hash = createHash("sha256").update(JSON.stringify(manifest)).update(await readFile(runner));
	return {
		command: [],
		env: { LD_LIBRARY_PATH: join(folder, "litert") },
		runner,
		runtime: `LiteRT ${manifest.litert} on ${machine}`,
		key: hash.update(machine).digest("hex")
	};
}
async function fetch(folder, wheel, { progress = silent, signal }) {
	const stage = progress.stage("fetching LiteRT", 1);
	try {
		const isComplete = async (path) => await readManifest(path) !== null;
		const build = async (temporary) => {
			await fetchLitert(temporary, signal, wheel);
			await writeManifest(temporary, {
				qemu: "none",
				litert: wheel.version,
				packages: {}
			});
		};
		await buildFolder(folder, build, isComplete);
	} finally {
		stage.end();
	}
	const manifest = await readManifest(folder);
	if (manifest) return manifest;
	throw new DeviceUnavailable(`LiteRT in ${folder} is incomplete`, "Remove that folder and run again");
}
async function machineName() {
	const model = await readFile("/proc/device-tree/model", "utf8").catch(() => "");
	if (model) return model.replaceAll("\0", "").trim();
	const cpuinfo = await readFile("/proc/cpuinfo", "utf8").catch(() => "");
	const named = /^(?:Model|model name|Hardware)\s*:\s*(.+)$/m.exec(cpuinfo)?.[1];
	const part = /^CPU part\s*:\s*(.+)$/m.exec(cpuinfo)?.[1];
	return named?.trim() ?? (part ? `a core of part ${part.trim()}` : "an unnamed machine");
}
// src/device/toolchain/index.ts
async function ensureToolchain(options = {}) {
	checkPlatform();
	const cache = await openCacheFolder(options.cache ?? cacheFolder());
	const folder = toolchainFolder(cache);
	return await describe(cache, folder, await readManifest(folder) ?? await fetchToolchain(folder, options));
}
function toolchainFolder(cache) {
	return join(cache, `toolchain-1-litert-${litertWheel.version}`);
}
function checkPlatform() {
	if (process.platform === "linux" && process.arch === "x64") return "Linux on x86-64";
	const mend = `Run on Linux on x86-64: Debian 12, or its container image${process.arch === "arm64" ? ", or measure by \"backend: native\" on this machine" : ""}`;
	throw new DeviceUnavailable(`the emulator doesn't run on ${process.platform} (${process.arch})`, mend);
}
async function fetchToolchain(folder, { progress = silent, signal }) {
	const stage = progress.stage("fetching the emulator", 3);
	try {
		const isComplete = async (path) => await readManifest(path) !== null;
		const build = async (temporary) => {
			const packages = await fetchDebianParts(temporary, signal);
			const qemu = await qemuVersion(temporary);
			await checkPlugin(temporary, qemu);
			stage.update(1);
			await fetchLitert(temporary, signal);
			stage.update(2);
			await writeManifest(temporary, {
				qemu,
				litert: litertWheel.version,
				packages
			});
		};
		await buildFolder(folder, build, isComplete);
	} finally {
		stage.end();
	}
	const manifest = await readManifest(folder);
	if (manifest) return manifest;
	throw new DeviceUnavailable(`the fetched emulator in ${folder} is incomplete`, "Remove that folder and run again");
}
function hostPaths(folder) {
	const host = join(folder, "host");
	return {
		host,
		loader: join(host, "ld-linux-x86-64.so.2"),
		qemu: join(host, "qemu-aarch64")
	};
}
async function runQemu(paths, args) {
	return await run(paths.loader, [
		"--library-path",
		paths.host,
		paths.qemu,
		...args
	], { env: {} });
}
async function qemuVersion(folder) {
	const paths = hostPaths(folder);
	try {
		const version = /version (\S+)/.exec(await runQemu(paths, ["--version"]))?.[1] ?? "unknown";
		if (/^-plugin\b/m.test(await runQemu(paths, ["--help"]))) return version;
		throw new DeviceUnavailable(`QEMU ${version}, which this release has, is built without plug-ins`, elsewhere);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		throw new DeviceUnavailable(`this release's QEMU doesn't start (${error.message})`, elsewhere, error);
	}
}
async function checkPlugin(folder, version) {
	const { loader, host, qemu } = hostPaths(folder);
	const args = [
		"--library-path",
		host,
		qemu,
		"-plugin",
		"./plugin.so",
		"/no-program"
	];
	try {
		await run(loader, args, {
			env: {},
			cwd: assetPath("native")
		});
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		if (error.message.includes("litetrim plug-in: ")) return;
		throw new DeviceUnavailable(`QEMU ${version} doesn't load litetrim's plug-in (${error.message.replace(/^.* failed: /, "")})`, elsewhere, error);
	}
}
async function describe(cache, folder, manifest) {
	const native = assetPath("native");
	const paths = {
		...hostPaths(folder),
		guest: join(folder, "guest"),
		litert: join(folder, "litert"),
		runner: join(native, "runner"),
		plugin: join(native, "plugin.so")
	};
	const hash = createHash("sha256").update(JSON.stringify(manifest));
	for (const file of [paths.runner, paths.plugin]) hash.update(await readFile(file));
	const libc = manifest.packages["libc6-arm64-cross"] ?? "unknown";
	const runtime = `LiteRT ${manifest.litert}, QEMU ${manifest.qemu}, glibc ${libc}`;
	return {
		cache,
		...paths,
		runtime,
		key: hash.digest("hex")
	};
}
// src/device/doctor.ts
async function diagnose({ progress = silent, cache = cacheFolder() } = {}) {
	const done = [];
	const list = process.arch === "arm64" ? hardwareChecks : emulatorChecks;
	for (const [name, look] of list(progress, cache)) {
		const result = await examine(name, look);
		done.push(result);
		if (!result.ok) break;
	}
	return done;
}
function emulatorChecks(progress, cache) {
	return [
		["machine", async () => checkPlatform()],
		["cache folder", () => openCacheFolder(cache)],
		["apt", unlessFetched(cache, async () => firstLine(await run("apt-get", ["--version"])))],
		["dpkg-deb", unlessFetched(cache, async () => firstLine(await run("dpkg-deb", ["--version"])))],
		["python3 and pip", unlessFetched(cache, pip)],
		["emulator and LiteRT", async () => (await ensureToolchain({
			progress,
			cache
		})).runtime],
		["a test inference", () => testInference(progress, cache)]
	];
}
function hardwareChecks(progress, cache) {
	return [
		["machine", async () => `${checkHardware()}: measures by "backend: native", and emulates no devices`],
		["cache folder", () => openCacheFolder(cache)],
		["python3 and pip", pip],
		["LiteRT", async () => (await ensureHardware({
			progress,
			cache
		})).runtime],
		["a test inference", () => hardwareInference(progress, cache)]
	];
}
async function examine(name, look) {
	try {
		return {
			name,
			ok: true,
			detail: await look(),
			mend: ""
		};
	} catch (error) {
		if (error instanceof DeviceUnavailable) return {
			name,
			ok: false,
			detail: error.reason,
			mend: error.mend
		};
		return {
			name,
			ok: false,
			detail: messageOf(error),
			mend: mends[name] ?? reinstall
		};
	}
}
const reinstall = "Remove the cache folder and try again; if it persists, report it with this line";
const mends = {
	apt: elsewhere,
	"dpkg-deb": "Install dpkg",
	"python3 and pip": "Install python3 and python3-pip"
};
function unlessFetched(cache, look) {
	return async () => {
		return await readManifest(toolchainFolder(cache)) ? "not needed: the emulator is in the cache folder" : await look();
	};
}
function pip() {
	return inTemporaryFolder("litetrim-doctor-", async (work) => `pip ${(await findPip(work)).version}`);
}
async function testInference(progress, cache) {
	const toolchain = await ensureToolchain({
		progress,
		cache
	});
	const counts = [];
	for (const name of (await listDevices()).filter((device) => device.startsWith("cortex-"))) {
		const { instructions } = await measureOnDevice(testModel(), await loadDevice(name), {
			toolchain,
			progress,
			fresh: true
		});
		counts.push(`${instructions} instructions on ${name}`);
	}
	return counts.join(", ");
}
async function hardwareInference(progress, cache) {
	const runtime = await ensureHardware({
		progress,
		cache
	});
	const { latencyMs, spread } = await measureOnHardware(testModel(), thisMachine, {
		runtime,
		progress
	});
	return `${(latencyMs * 1e3).toFixed(1)} µs, the median of ${spread.runs}`;
}
function testModel() {
	const input = newTensor("input", 0, [1, 64]);
	const output = newTensor("output", 0, [1, 64]);
	const add = newOperator(0, {
		inputs: [input, input],
		outputs: [output]
	});
	return {
		file: "test model",
		bytes: writeModel(newModel([newSubgraph([input], [output], [add])]))
	};
}
function firstLine(text) {
	return text.split("\n")[0].trim();
}
// src/device/threads.ts
function withThreads({ layers, latencyMs }, threads) {
	return {
		threads,
		latencyMs: latencyMs * (1 - layers.filter(({ delegated, bound }) => delegated && bound === "core").reduce((sum, { share }) => sum + share, 0) * (1 - 1 / threads)),
		confidence: "extrapolated"
	};
}
export { DeviceRunError, DeviceUnavailable, diagnose, ensureHardware, ensureToolchain, listTargets, loadTarget, measureOnDevice, measureOnHardware, parseTarget, withThreads };
