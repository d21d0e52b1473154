import { __commonJSMin, __require, __toESM } from "./start.js";
import { InputError, addCrossProducts, addProducts, messageOf, mirror, randomNumbers } from "./start.js";
import { assetPath, hasAsset, killChild, ownChild, workerEntry } from "./system.js";
import { ActivationFunctionType, AddOptionsT, BuiltinOperator, Conv2DOptionsT, DepthwiseConv2DOptionsT, FullyConnectedOptionsT, MulOptionsT, Padding, Pool2DOptionsT, ReducerOptionsT, TensorType, TransposeConvOptionsT, bfloat16ToFloat32, byteCount, bytesOf, calledSubgraphs, cloneModel, consumers, contradiction, detectionOperator, elementCount, elementsOf, factsOf, fillDetectionShapes, fixDynamicShapes, float16ToFloat32, float32ToFloat16, graphOf, hasWrongTensors, isDynamic, maxTensorBytes, newModel, newOperator, newSubgraph, newTensor, operatorName, operatorRule, producedBytes, producers, readModel, ruleOf, tensorName, writeModel } from "./model.js";
import { createRequire } from "node:module";
import { EventEmitter, once } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setImmediate as setImmediate$1 } from "node:timers/promises";
// src/runtime/chunks.ts
const chunkSamples = 32;
const chunkBytes = 1 << 20;
function chunkSize(parts) {
	const elements = parts.flatMap(({ model }) => model.inputs.map(({ shape }) => shape)).reduce((sum, shape) => sum + elementCount(shape), 0);
	return Math.max(1, Math.min(chunkSamples, Math.floor(chunkBytes / (elements * 4))));
}
async function readChunk({ modelId, model, samples }, start, count, memory) {
	const sizes = model.inputs.map(({ shape }) => elementCount(shape));
	const chunk = sizes.map((size) => memory.take(size * count));
	for (let i = 0; i < count; i++) {
		const into = chunk.map((array, k) => array.subarray(i * sizes[k], (i + 1) * sizes[k]));
		const values = (await samples.sample(start + i, into)).inputs;
		if (values.length !== sizes.length || values.some(({ length }, k) => length !== sizes[k])) {
			const given = values.map(({ length }) => length).join(", ");
			throw new RangeError(`sample ${start + i} has ${given} values, and the model takes ${sizes.join(", ")}`);
		}
		values.forEach((input, k) => {
			if (input.buffer !== into[k].buffer) into[k].set(input);
		});
	}
	return {
		modelId,
		model,
		inputs: chunk
	};
}
var ChunkMemory = class {
	#free = [];
	take(length) {
		const at = this.#free.findIndex((array) => array.length === length);
		if (at >= 0) return this.#free.splice(at, 1)[0];
		return new Float32Array(new SharedArrayBuffer(4 * length));
	}
	giveBack(arrays) {
		this.#free.push(...arrays);
	}
};
// src/runtime/endless.ts
var EndlessModels = class {
	#seconds = new Map();
	remember(model, seconds) {
		const key = identify(model);
		this.#seconds.set(key, Math.max(seconds, this.#seconds.get(key) ?? 0));
	}
	has(model, seconds) {
		return this.#seconds.size > 0 && (this.#seconds.get(identify(model)) ?? 0) >= seconds;
	}
};
function identify(file) {
	const bytes = new Uint8Array(file);
	return createHash("sha256").update(withoutOutputs(bytes)).digest("hex");
}
function withoutOutputs(bytes) {
	try {
		const model = readModel(bytes, "model");
		fixDynamicShapes(model);
		for (const { subgraph, outputs } of model.signatures.slice(0, 1)) {
			subgraph.outputs.length = 0;
			outputs.length = 0;
		}
		if (model.signatures.length === 0) model.subgraphs[0].outputs.length = 0;
		return writeModel(model);
	} catch {
		return bytes;
	}
}
// src/runtime/job-state.ts
const stop = 0;
const model = 1;
const steps = 2;
function newJobState() {
	return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}
function askToStop(state) {
	Atomics.store(state, stop, 1);
}
function mayGoOn(state) {
	return Atomics.load(state, stop) === 0;
}
function step(state) {
	Atomics.add(state, steps, 1);
}
function hasBegun(state) {
	return Atomics.load(state, steps) > 0;
}
function enterModel(state, index) {
	Atomics.store(state, model, index);
}
function modelAt(state) {
	return Atomics.load(state, model);
}
function watch(state, milliseconds, onSilence) {
	let seen = 0;
	let since = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		const count = Atomics.load(state, steps);
		if (count === 0 || count !== seen) {
			seen = count;
			since = now;
		} else if (now - since >= milliseconds) onSilence();
	}, milliseconds / 20);
	timer.unref();
	return () => clearInterval(timer);
}
// src/runtime/computed-outputs.ts
function copyComputedOutputs(model, main, unknown = []) {
	const makers = producers(main);
	const copies = new Map();
	for (const output of main.outputs) {
		const maker = makers.get(output);
		if (maker && (maySize(maker) || unknown.includes(output))) copies.set(output, {
			...output,
			isVariable: false
		});
	}
	for (const [output, copy] of copies) {
		output.name = "";
		const shape = newTensor("", 2, [output.shape.length], { data: bytesOf(Int32Array.from(output.shape)) });
		main.tensors.push(copy, shape);
		main.operators.push(newOperator(22, {
			inputs: [output, shape],
			outputs: [copy]
		}));
	}
	const shown = (tensor) => copies.get(tensor) ?? tensor;
	main.outputs = main.outputs.map(shown);
	for (const { subgraph, outputs } of model.signatures) if (subgraph === main) for (const entry of outputs) entry.tensor = shown(entry.tensor);
	return copies.size > 0;
}
function maySize(operator) {
	const isComputed = (input) => input?.data === null && (input.type === 2 || input.type === 4);
	return factsOf(operator).sizedByValues === true || operator.inputs.some(isComputed);
}
// src/runtime/errors.ts
var NotRunnableError = class extends InputError {
	problem;
	constructor(problem, details = {}) {
		super(problem, details);
		this.name = "NotRunnableError";
		this.problem = problem;
	}
};
var EndlessError = class extends NotRunnableError {
	constructor(problem, details = {}) {
		super(problem, details);
		this.name = "EndlessError";
	}
};
// src/runtime/limits.ts
const maxSampleElements = 2 ** 25;
const maxPrepared = 1e5;
const maxDepth = 64;
function refuseTooLarge(model, main, file) {
	refuseLongSamples(main.inputs, "inputs", file);
	refuseLongSamples(main.outputs, "outputs", file);
	for (const subgraph of model.subgraphs) for (const operator of subgraph.operators) refuseLargeOutput(operator, file);
	refuseManyCalls(model, main, file);
}
function refuseLongSamples(tensors, what, file) {
	const elements = tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0);
	if (elements <= maxSampleElements) return;
	throw new NotRunnableError(`its ${what} take ${elements} numbers, and litetrim runs models of ${maxSampleElements} at most`, { file });
}
function refuseLargeOutput(operator, file) {
	const bytes = producedBytes(operator);
	if (bytes <= maxTensorBytes) return;
	const [output] = operator.outputs;
	throw new NotRunnableError(`${operatorName(operator)} makes ${output ? tensorName(output) : "a tensor"} of ${bytes} bytes, and litetrim runs models with tensors of ${maxTensorBytes} at most`, { file });
}
function refuseManyCalls(model, main, file) {
	const known = new Map();
	for (const subgraph of calledFirst(model, main)) {
		const calls = {
			prepared: 1,
			depth: 1
		};
		for (const called of subgraph.operators.flatMap((operator) => subgraphsOf(model, operator))) {
			const { prepared, depth } = known.get(called);
			calls.prepared += prepared;
			calls.depth = Math.max(calls.depth, depth + 1);
		}
		known.set(subgraph, calls);
	}
	const { prepared, depth } = known.get(main);
	if (depth > maxDepth) throw new NotRunnableError(`its subgraphs call each other ${depth} deep, and ${maxDepth} is the most`, { file });
	if (prepared > maxPrepared) throw new NotRunnableError(`its subgraphs call each other, so that ${prepared} would have to be prepared: ${maxPrepared} is the most`, { file });
}
function subgraphsOf(model, operator) {
	return [...new Set(calledSubgraphs(operator))].flatMap((index) => model.subgraphs[index] ?? []);
}
function calledFirst(model, main) {
	const done = new Set();
	const open = [main];
	while (open.length > 0) {
		const subgraph = open.at(-1);
		const next = done.has(subgraph) ? [] : subgraph.operators.flatMap((operator) => subgraphsOf(model, operator)).filter((called) => !done.has(called));
		for (const called of new Set(next)) open.push(called);
		if (next.length === 0) done.add(open.pop());
	}
	return [...done];
}
// src/runtime/silent-failures.ts
const knownCustomOperators = new Set([
	"AudioSpectrogram",
	"Mfcc",
	"NumericVerify",
	detectionOperator
]);
function isFailure(line) {
	return /failed to (?:prepare|invoke)|Failed to (?:allocate tensors|invoke|register (?:in|out)put)/.test(line);
}
function refuseSilentFailures(model, main, file) {
	const operators = reachableOperators(model, main);
	const unknown = operators.find(isUnknownCustom);
	if (unknown) throw new NotRunnableError(`LiteRT has no custom operator "${unknown.customCode}"`, { file });
	const lacking = operators.find(hasWrongTensors);
	if (lacking) {
		const { takes = Number.POSITIVE_INFINITY } = operatorRule(lacking.code) ?? {};
		const what = lacking.inputs.length > takes ? `has ${lacking.inputs.length} inputs, and takes ${takes}` : "lacks an input or output that it can't do without";
		throw new NotRunnableError(`${operatorName(lacking)} ${what}`, { file });
	}
	const misread = misreadWeights(main);
	if (misread) throw new NotRunnableError(`LiteRT 2.5 reads float16 weights that are stored sparse wrongly ("${misread.name}"): store them dense, or in 8 bits`, { file });
	const makers = producers(main);
	const shown = new Set();
	const inputs = new Set(main.inputs);
	for (const output of main.outputs) {
		const reason = inputs.has(output) ? "is an input, too" : whyEmpty(output, shown, makers.get(output));
		if (reason) throw new NotRunnableError(`LiteRT leaves output "${output.name}" empty, which ${reason}`, { file });
		shown.add(output);
	}
}
function misreadWeights(main) {
	const [makers, readers] = [producers(main), consumers(main)];
	for (const { code, inputs, outputs } of main.operators) {
		const [half] = inputs;
		if (code !== 6 || half?.type !== 1) continue;
		const unpacking = makers.get(half);
		const by = readers.get(outputs[0]) ?? [];
		const isLeftOut = by.length > 0 && by.every((reader) => factsOf(reader).readsFloat16);
		if (unpacking?.code === 124 && isLeftOut) return unpacking.inputs[0] ?? null;
	}
	return null;
}
function whyEmpty(output, shown, maker) {
	if (shown.has(output)) return "is there twice";
	if (!maker) return null;
	if (factsOf(maker).tellsShape) return "is a tensor's shape";
	return maker.inputs.every((input) => !input || input.data) && factsOf(maker).computesOnLoading ? "is computed from constants" : null;
}
function isUnknownCustom({ code, customCode }) {
	return code === 32 && !knownCustomOperators.has(customCode ?? "");
}
function reachableOperators(model, main) {
	const reached = new Set([main]);
	for (const { operators } of reached) for (const operator of operators) for (const index of calledSubgraphs(operator)) {
		const called = model.subgraphs[index];
		if (called) reached.add(called);
	}
	return [...reached].flatMap(({ operators }) => operators);
}
// src/runtime/prepare.ts
function prepare(source, file) {
	const { model, main, bytes, unknown, inputs, outputs } = makeStatic(source, file);
	const isChanged = copyComputedOutputs(model, main, unknown) || bytes === null;
	const isStateful = reachableOperators(model, main).some((operator) => factsOf(operator).remembers);
	return {
		file,
		bytes: isChanged ? writeModel(model, file) : bytes,
		inputs,
		outputs,
		isStateful
	};
}
function prepareForDevice(source, file) {
	const { model, bytes } = makeStatic(source, file);
	return bytes ?? writeModel(model, file);
}
function makeStatic(source, file) {
	const given = source instanceof Uint8Array ? source : null;
	const model = cloneModel(given ? graphOf({
		file,
		bytes: given
	}) : source);
	const dynamic = model.subgraphs.some(({ tensors }) => tensors.some(isDynamic));
	const bytes = fillDetectionShapes(model) || dynamic ? null : given;
	const unknown = bytes ? [] : fixDynamicShapes(model);
	const signature = model.signatures[0];
	const main = signature?.subgraph ?? model.subgraphs[0];
	if (!main) throw new InputError("it has no subgraph to run", { file });
	refuseTooLarge(model, main, file);
	const problem = contradiction(main);
	if (problem) throw new NotRunnableError(problem, { file });
	refuseSilentFailures(model, main, file);
	return {
		model,
		main,
		bytes,
		unknown,
		inputs: main.inputs.map((tensor) => describe(tensor, signature?.inputs, file)),
		outputs: main.outputs.map((tensor) => describe(tensor, signature?.outputs, file))
	};
}
function describe(tensor, names, file) {
	const name = names?.find((entry) => entry.tensor === tensor)?.name ?? tensor.name;
	const { type, shape } = tensor;
	if (byteCount(type, shape) === null) throw new NotRunnableError(`"${name}" is of type ${TensorType[type]}, which has no fixed size`, { file });
	return {
		...tensorInfo(tensor),
		name
	};
}
function tensorInfo({ name, type, shape, quantization }) {
	const scale = type === 0 ? void 0 : quantization?.scale[0];
	return {
		name,
		type,
		shape: [...shape],
		quantization: scale ? {
			scale,
			zeroPoint: Number(quantization.zeroPoint[0] ?? 0n)
		} : null
	};
}
// src/runtime/reducers/channel-means.ts
const heldOutEvery = 8;
const heldOutSamples = (samples) => Math.floor(samples / heldOutEvery);
const channelMeansReducer = {
	start: (_, plan) => plan.map(({ channels }) => {
		const numbers = () => new Float64Array(channels);
		return {
			mean: numbers(),
			heldOut: numbers(),
			active: numbers()
		};
	}),
	add: (sums, outputs, sample, plan) => {
		const isHeldOut = sample % heldOutEvery === 7;
		for (const [i, values] of outputs.entries()) {
			const { mean, heldOut, active } = sums[i];
			addValues(isHeldOut ? heldOut : mean, active, values, plan[i].limits);
		}
	},
	merge: (sums, next) => {
		for (const [i, { mean, heldOut, active }] of sums.entries()) for (let channel = 0; channel < mean.length; channel++) {
			mean[channel] += next[i].mean[channel];
			heldOut[channel] += next[i].heldOut[channel];
			active[channel] += next[i].active[channel];
		}
	}
};
function addValues(sums, active, values, [low, high]) {
	const channels = sums.length;
	for (let i = 0, channel = 0; i < values.length; i++) {
		const value = values[i];
		sums[channel] += Math.min(Math.max(value, low), high);
		if (value > low && value < high) active[channel]++;
		channel = channel + 1 < channels ? channel + 1 : 0;
	}
}
// src/runtime/reducers/channel-ranges.ts
const channelRangesReducer = {
	start: (_, plan) => plan.map(({ channels }) => ({
		above: new Float32Array(channels),
		below: new Float32Array(channels)
	})),
	add: (ranges, outputs) => {
		for (const [i, values] of outputs.entries()) extend(ranges[i], values);
	},
	merge: (ranges, next) => {
		for (const [i, { above, below }] of ranges.entries()) {
			raise(above, next[i].above);
			raise(below, next[i].below);
		}
	}
};
function extend({ above, below }, values) {
	const channels = above.length;
	for (let i = 0, channel = 0; i < values.length; i++) {
		const value = values[i];
		if (value > above[channel]) above[channel] = value;
		else if (-value > below[channel]) below[channel] = -value;
		channel = channel + 1 < channels ? channel + 1 : 0;
	}
}
function raise(to, by) {
	for (let i = 0; i < to.length; i++) if (by[i] > to[i]) to[i] = by[i];
}
// src/runtime/reducers/extremes.ts
function extremes(values) {
	const isInPlace = runtime?.memory.buffer === values.buffer;
	const scanner = isInPlace ? runtime : own ??= startScanner(new WebAssembly.Memory({ initial: 2 }), 0);
	const { memory, state, scan } = scanner;
	const lanes = new Float32Array(memory.buffer, state, 24);
	for (let kind = 0; kind < 3; kind++) lanes.fill(starts[kind], 8 * kind, 8 * kind + 8);
	const whole = values.length - values.length % 8;
	if (isInPlace) scan(state, values.byteOffset, values.byteOffset + 4 * whole);
	else scanCopies(scanner, values.subarray(0, whole));
	let [min, max, nan] = [
		Math.min(...lanes.subarray(0, 8)),
		Math.max(...lanes.subarray(8, 16)),
		false
	];
	for (const value of values.subarray(whole)) {
		if (value < min) min = value;
		if (value > max) max = value;
		if (Number.isNaN(value)) nan = true;
	}
	return {
		min: min + 0,
		max: max + 0,
		nan: nan || lanes.subarray(16).some(Number.isNaN)
	};
}
function scanInPlace(memory, state) {
	runtime = startScanner(memory, state);
}
const starts = [
	Infinity,
	-Infinity,
	0
];
let own;
let runtime;
const blockStart = 128;
const blockLength = 16384;
function scanCopies({ memory, state, scan }, values) {
	const block = new Float32Array(memory.buffer, blockStart, blockLength);
	for (let start = 0; start < values.length; start += blockLength) {
		const some = values.subarray(start, start + blockLength);
		block.set(some);
		scan(state, blockStart, blockStart + some.byteLength);
	}
}
function startScanner(memory, state) {
	code ??= new WebAssembly.Module(assemble());
	const { exports } = new WebAssembly.Instance(code, { m: { m: memory } });
	return {
		memory,
		state,
		scan: exports.scan
	};
}
let code;
function assemble() {
	const [i32, v128] = [127, 123];
	const [state, at, end] = [
		0,
		1,
		2
	];
	const [min, min2, max, max2, nan, nan2, x, x2] = [
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		10
	];
	const get = (local) => [32, local];
	const set = (local) => [33, local];
	const load = (offset) => [
		253,
		0,
		2,
		offset
	];
	const store = (offset) => [
		253,
		11,
		2,
		offset
	];
	const [pmin, pmax, ne, or] = [
		[
			253,
			234,
			1
		],
		[
			253,
			235,
			1
		],
		[253, 66],
		[253, 80]
	];
	const kept = [
		min,
		min2,
		max,
		max2,
		nan,
		nan2
	];
	const look = (offset, value, low, high, none) => [
		...[
			...get(at),
			...load(offset),
			...set(value)
		],
		...[
			...get(low),
			...get(value),
			...pmin,
			...set(low)
		],
		...[
			...get(high),
			...get(value),
			...pmax,
			...set(high)
		],
		...[
			...get(none),
			...get(value),
			...get(value),
			...ne,
			...or,
			...set(none)
		]
	];
	const body = [
		...[
			1,
			kept.length + 2,
			v128
		],
		...kept.flatMap((local, i) => [
			...get(state),
			...load(16 * i),
			...set(local)
		]),
		...[
			2,
			64,
			3,
			64
		],
		...[
			...get(at),
			...get(end),
			79,
			13,
			1
		],
		...look(0, x, min, max, nan),
		...look(16, x2, min2, max2, nan2),
		...[
			...get(at),
			65,
			32,
			106,
			...set(at)
		],
		...[
			12,
			0,
			11,
			11
		],
		...kept.flatMap((local, i) => [
			...get(state),
			...get(local),
			...store(16 * i)
		]),
		11
	];
	const name = (text) => [text.length, ...Buffer.from(text)];
	const section = (id, ...content) => [
		id,
		...length(content.length),
		...content
	];
	return Uint8Array.from([
		...[
			0,
			...Buffer.from("asm"),
			1,
			0,
			0,
			0
		],
		...section(1, 1, 96, 3, i32, i32, i32, 0),
		...section(2, 1, ...name("m"), ...name("m"), 2, 0, 1),
		...section(3, 1, 0),
		...section(7, 1, ...name("scan"), 0, 0),
		...section(10, 1, ...length(body.length), ...body)
	]);
}
function length(value) {
	return [value & 127 | 128, value >> 7];
}
// src/runtime/reducers/histogram.ts
const droppedBits = 18;
const signBit = 1 << 31;
const histogramBins = 2 ** 14;
function countValues(counts, values) {
	const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
	for (let i = 0; i < bits.length; i++) counts[(bits[i] ^ (bits[i] >> 31 | signBit)) >>> droppedBits]++;
}
function histogramQuantile(counts, part) {
	const wanted = part * counts.reduce((sum, count) => sum + count, 0);
	let below = 0;
	let last = NaN;
	for (let bin = 0; bin < counts.length; bin++) {
		const count = counts[bin];
		if (count === 0) continue;
		last = bin;
		if (below + count >= wanted) break;
		below += count;
	}
	if (Number.isNaN(last)) return last;
	const share = Math.min(1, (wanted - below) / counts[last]);
	const [low, high] = [valueAt(last << droppedBits), valueAt((last + 1 << droppedBits) - 1)];
	return Math.fround(low + share * (high - low));
}
const word = new Int32Array(1);
const float = new Float32Array(word.buffer);
function valueAt(place) {
	word[0] = place < 0 ? place ^ signBit : ~place;
	return float[0];
}
// src/runtime/reducers/moments.ts
const blockSize = 8;
const heldOutRows = 256;
function isJudge(patch, patches) {
	const every = Math.max(8, Math.ceil(patches / heldOutRows));
	return patch % every === every - 1;
}
const momentsReducer = {
	start: (_, { patches: { groups, columns }, withCross }) => {
		const matrices = () => Array.from({ length: groups }, () => new Float64Array(columns * columns));
		return {
			count: 0,
			mean: new Float64Array(groups * columns),
			meanQuantized: new Float64Array(groups * columns),
			products: matrices(),
			cross: withCross ? matrices() : [],
			heldOut: {
				x: [],
				xq: []
			}
		};
	},
	add: (sums, outputs, sample, plan) => addPatches(sums, outputs[0], outputs.at(-1), sample, plan),
	merge: (sums, next) => {
		sums.count += next.count;
		addTo(sums.mean, next.mean);
		addTo(sums.meanQuantized, next.meanQuantized);
		for (const [i, matrix] of sums.products.entries()) addTo(matrix, next.products[i]);
		for (const [i, matrix] of sums.cross.entries()) addTo(matrix, next.cross[i]);
		sums.heldOut.x.push(...next.heldOut.x);
		sums.heldOut.xq.push(...next.heldOut.xq);
	}
};
function finishMoments(sums, patches) {
	const { groups, columns: n } = patches;
	const { mean, meanQuantized, products, cross, heldOut } = sums;
	const count = Math.max(1, sums.count);
	for (let i = 0; i < mean.length; i++) {
		mean[i] /= count;
		meanQuantized[i] /= count;
	}
	for (let group = 0; group < groups; group++) {
		const at = group * n;
		const mq = meanQuantized.subarray(at, at + n);
		const off = mean.subarray(at, at + n).map((value, i) => value - mq[i]);
		mirror(products[group], n);
		centre(products[group], mq, mq, count);
		if (cross[group]) centre(cross[group], off, mq, count);
	}
	const judges = {
		x: joined(heldOut.x),
		xq: joined(heldOut.xq),
		count: heldOut.x.length
	};
	return {
		...sums,
		patches,
		heldOut: judges
	};
}
function addPatches(sums, x, xq, sample, plan) {
	const { patches, perSample, samples } = plan;
	const positions = positionsOf(patches, perSample, sample);
	const isHeldOut = (i) => isJudge(sample * perSample + i, perSample * samples);
	for (const position of positions.filter((_, i) => isHeldOut(i))) {
		sums.heldOut.x.push(wholePatch(patches, x, position));
		sums.heldOut.xq.push(wholePatch(patches, xq, position));
	}
	const chosen = positions.filter((_, i) => !isHeldOut(i));
	sums.count += chosen.length;
	const block = new Float64Array(blockSize * patches.columns);
	const off = new Float64Array(blockSize * patches.columns);
	for (let group = 0; group < patches.groups; group++) for (let first = 0; first < chosen.length; first += blockSize) {
		const some = chosen.subarray(first, first + blockSize);
		copyBlock(sums, plan, x, xq, some, group, block, off);
		const rows = Math.ceil(some.length / 4) * 4;
		addProducts(sums.products[group], patches.columns, block, rows);
		const cross = sums.cross[group];
		if (cross) addCrossProducts(cross, patches.columns, off, block, rows);
	}
}
function copyBlock({ mean, meanQuantized }, { patches }, x, xq, positions, group, block, off) {
	const { columns: n } = patches;
	const at = group * n;
	block.fill(0);
	off.fill(0);
	for (let row = 0; row < positions.length; row++) {
		const start = row * n;
		copyPatch(patches, xq, positions[row], group, block, start);
		copyPatch(patches, x, positions[row], group, off, start);
		for (let i = 0; i < n; i++) {
			mean[at + i] += off[start + i];
			meanQuantized[at + i] += block[start + i];
			off[start + i] -= block[start + i];
		}
	}
}
function positionsOf({ positions }, wanted, sample) {
	const count = Math.min(positions, Math.max(1, Math.ceil(wanted)));
	const offset = count === positions ? 0 : sample * .6180339887498949 % 1;
	return Int32Array.from({ length: count }, (_, i) => Math.floor((i + offset) * positions / count));
}
function wholePatch(patches, values, position) {
	const { groups, columns } = patches;
	const patch = new Float32Array(groups * columns);
	for (let group = 0; group < groups; group++) copyPatch(patches, values, position, group, patch, group * columns);
	return patch;
}
function copyPatch({ pixels, columns, depth, groups }, values, position, group, target, start) {
	const kernel = columns / depth;
	const channels = depth * groups;
	let next = start;
	for (let k = 0; k < kernel; k++) {
		const pixel = pixels[position * kernel + k];
		const from = pixel * channels + group * depth;
		for (let i = 0; i < depth; i++) target[next++] = pixel < 0 ? 0 : values[from + i];
	}
}
function centre(matrix, left, right, count) {
	const n = left.length;
	for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * n + j] = matrix[i * n + j] / count - left[i] * right[j];
}
function addTo(sum, next) {
	for (let i = 0; i < sum.length; i++) sum[i] += next[i];
}
function joined(rows) {
	const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const row of rows) {
		all.set(row, at);
		at += row.length;
	}
	return all;
}
// src/runtime/reducers/index.ts
const reducers = {
	outputs: {
		start: () => [],
		add: (result, outputs) => {
			result.push(outputs.map((values) => values.slice()));
		},
		merge: (result, next) => {
			result.push(...next);
		}
	},
	ranges: {
		start: noRanges,
		add: extendRanges,
		merge: mergeRanges
	},
	histograms: {
		start: (outputs) => ({
			...noRanges(outputs),
			counts: outputs.map(() => new Float64Array(histogramBins))
		}),
		add: (result, outputs) => {
			extendRanges(result, outputs);
			for (const [i, values] of outputs.entries()) countValues(result.counts[i], values);
		},
		merge: (result, next) => {
			mergeRanges(result, next);
			for (const [i, counts] of result.counts.entries()) for (let bin = 0; bin < counts.length; bin++) counts[bin] += next.counts[i][bin];
		}
	},
	moments: momentsReducer,
	channelMeans: channelMeansReducer,
	channelRanges: channelRangesReducer
};
function noRanges({ length }) {
	return {
		min: new Float32Array(length).fill(Infinity),
		max: new Float32Array(length).fill(-Infinity),
		nan: new Uint8Array(length)
	};
}
function extendRanges({ min, max, nan }, outputs) {
	for (let i = 0; i < outputs.length; i++) {
		const seen = extremes(outputs[i]);
		min[i] = Math.min(min[i], seen.min);
		max[i] = Math.max(max[i], seen.max);
		if (seen.nan) nan[i] = 1;
	}
}
function mergeRanges({ min, max, nan }, next) {
	for (let i = 0; i < min.length; i++) {
		min[i] = Math.min(min[i], next.min[i]);
		max[i] = Math.max(max[i], next.max[i]);
		nan[i] |= next.nan[i];
	}
}
// node_modules/workerpool/src/environment.js
var require_environment = __commonJSMin(((exports, module) => {
	var isNode = function(nodeProcess) {
		return typeof nodeProcess !== "undefined" && nodeProcess.versions != null && nodeProcess.versions.node != null && nodeProcess + "" === "[object process]";
	};
	module.exports.isNode = isNode;
	module.exports.platform = typeof process !== "undefined" && isNode(process) ? "node" : "browser";
	var worker_threads = module.exports.platform === "node" && __require("worker_threads");
	module.exports.isMainThread = module.exports.platform === "node" ? (!worker_threads || worker_threads.isMainThread) && !process.connected : typeof Window !== "undefined";
	module.exports.cpus = module.exports.platform === "browser" ? self.navigator.hardwareConcurrency : __require("os").cpus().length;
}));
// node_modules/workerpool/src/Promise.js
var require_Promise = __commonJSMin(((exports) => {
	function Promise(handler, parent) {
		var me = this;
		if (!(this instanceof Promise)) throw new SyntaxError("Constructor must be called with the new operator");
		if (typeof handler !== "function") throw new SyntaxError("Function parameter handler(resolve, reject) missing");
		var _onSuccess = [];
		var _onFail = [];
		this.resolved = false;
		this.rejected = false;
		this.pending = true;
		this[Symbol.toStringTag] = "Promise";
		var _process = function(onSuccess, onFail) {
			_onSuccess.push(onSuccess);
			_onFail.push(onFail);
		};
		this.then = function(onSuccess, onFail) {
			return new Promise(function(resolve, reject) {
				var s = onSuccess ? _then(onSuccess, resolve, reject) : resolve;
				var f = onFail ? _then(onFail, resolve, reject) : reject;
				_process(s, f);
			}, me);
		};
		var _resolve = function(result) {
			me.resolved = true;
			me.rejected = false;
			me.pending = false;
			_onSuccess.forEach(function(fn) {
				fn(result);
			});
			_process = function(onSuccess, onFail) {
				onSuccess(result);
			};
			_resolve = _reject = function() {};
			return me;
		};
		var _reject = function(error) {
			me.resolved = false;
			me.rejected = true;
			me.pending = false;
			_onFail.forEach(function(fn) {
				fn(error);
			});
			_process = function(onSuccess, onFail) {
				onFail(error);
			};
			_resolve = _reject = function() {};
			return me;
		};
		this.cancel = function() {
			if (parent) parent.cancel();
			else _reject(new CancellationError());
			return me;
		};
		this.timeout = function(delay) {
			if (parent) parent.timeout(delay);
			else {
				var timer = setTimeout(function() {
					_reject(new TimeoutError("Promise timed out after " + delay + " ms"));
				}, delay);
				me.always(function() {
					clearTimeout(timer);
				});
			}
			return me;
		};
		handler(function(result) {
			_resolve(result);
		}, function(error) {
			_reject(error);
		});
	}
	function _then(callback, resolve, reject) {
		return function(result) {
			try {
				var res = callback(result);
				if (res && typeof res.then === "function" && typeof res["catch"] === "function") res.then(resolve, reject);
				else resolve(res);
			} catch (error) {
				reject(error);
			}
		};
	}
	Promise.prototype["catch"] = function(onFail) {
		return this.then(null, onFail);
	};
	Promise.prototype.always = function(fn) {
		return this.then(fn, fn);
	};
	Promise.prototype.finally = function(fn) {
		const me = this;
		const final = function() {
			return new Promise((resolve) => resolve()).then(fn).then(() => me);
		};
		return this.then(final, final);
	};
	Promise.all = function(promises) {
		return new Promise(function(resolve, reject) {
			var remaining = promises.length, results = [];
			if (remaining) promises.forEach(function(p, i) {
				p.then(function(result) {
					results[i] = result;
					remaining--;
					if (remaining == 0) resolve(results);
				}, function(error) {
					remaining = 0;
					reject(error);
				});
			});
			else resolve(results);
		});
	};
	Promise.defer = function() {
		var resolver = {};
		resolver.promise = new Promise(function(resolve, reject) {
			resolver.resolve = resolve;
			resolver.reject = reject;
		});
		return resolver;
	};
	function CancellationError(message) {
		this.message = message || "promise cancelled";
		this.stack = new Error().stack;
	}
	CancellationError.prototype = new Error();
	CancellationError.prototype.constructor = Error;
	CancellationError.prototype.name = "CancellationError";
	Promise.CancellationError = CancellationError;
	function TimeoutError(message) {
		this.message = message || "timeout exceeded";
		this.stack = new Error().stack;
	}
	TimeoutError.prototype = new Error();
	TimeoutError.prototype.constructor = Error;
	TimeoutError.prototype.name = "TimeoutError";
	Promise.TimeoutError = TimeoutError;
	exports.Promise = Promise;
}));
// node_modules/workerpool/src/validateOptions.js
var require_validateOptions = __commonJSMin(((exports) => {
	exports.validateOptions = function validateOptions(options, allowedOptionNames, objectName) {
		if (!options) return;
		var optionNames = options ? Object.keys(options) : [];
		var unknownOptionName = optionNames.find((optionName) => !allowedOptionNames.includes(optionName));
		if (unknownOptionName) throw new Error("Object \"" + objectName + "\" contains an unknown option \"" + unknownOptionName + "\"");
		var illegalOptionName = allowedOptionNames.find((allowedOptionName) => {
			return Object.prototype[allowedOptionName] && !optionNames.includes(allowedOptionName);
		});
		if (illegalOptionName) throw new Error("Object \"" + objectName + "\" contains an inherited option \"" + illegalOptionName + "\" which is not defined in the object itself but in its prototype. Only plain objects are allowed. Please remove the option from the prototype or override it with a value \"undefined\".");
		return options;
	};
	exports.workerOptsNames = [
		"credentials",
		"name",
		"type"
	];
	exports.forkOptsNames = [
		"cwd",
		"detached",
		"env",
		"execPath",
		"execArgv",
		"gid",
		"serialization",
		"signal",
		"killSignal",
		"silent",
		"stdio",
		"uid",
		"windowsVerbatimArguments",
		"timeout"
	];
	exports.workerThreadOptsNames = [
		"argv",
		"env",
		"eval",
		"execArgv",
		"stdin",
		"stdout",
		"stderr",
		"workerData",
		"trackUnmanagedFds",
		"transferList",
		"resourceLimits",
		"name"
	];
}));
// node_modules/workerpool/src/generated/embeddedWorker.js
var require_embeddedWorker = __commonJSMin(((exports, module) => {
	module.exports = "!function(e,n){\"object\"==typeof exports&&\"undefined\"!=typeof module?module.exports=n():\"function\"==typeof define&&define.amd?define(n):(e=\"undefined\"!=typeof globalThis?globalThis:e||self).worker=n()}(this,function(){\"use strict\";function e(n){return e=\"function\"==typeof Symbol&&\"symbol\"==typeof Symbol.iterator?function(e){return typeof e}:function(e){return e&&\"function\"==typeof Symbol&&e.constructor===Symbol&&e!==Symbol.prototype?\"symbol\":typeof e},e(n)}function n(e){return e&&e.__esModule&&Object.prototype.hasOwnProperty.call(e,\"default\")?e.default:e}var t={};var r=function(e,n){this.message=e,this.transfer=n},o={};function i(e,n){var t=this;if(!(this instanceof i))throw new SyntaxError(\"Constructor must be called with the new operator\");if(\"function\"!=typeof e)throw new SyntaxError(\"Function parameter handler(resolve, reject) missing\");var r=[],o=[];this.resolved=!1,this.rejected=!1,this.pending=!0,this[Symbol.toStringTag]=\"Promise\";var a=function(e,n){r.push(e),o.push(n)};this.then=function(e,n){return new i(function(t,r){var o=e?s(e,t,r):t,i=n?s(n,t,r):r;a(o,i)},t)};var f=function(e){return t.resolved=!0,t.rejected=!1,t.pending=!1,r.forEach(function(n){n(e)}),a=function(n,t){n(e)},f=d=function(){},t},d=function(e){return t.resolved=!1,t.rejected=!0,t.pending=!1,o.forEach(function(n){n(e)}),a=function(n,t){t(e)},f=d=function(){},t};this.cancel=function(){return n?n.cancel():d(new u),t},this.timeout=function(e){if(n)n.timeout(e);else{var r=setTimeout(function(){d(new c(\"Promise timed out after \"+e+\" ms\"))},e);t.always(function(){clearTimeout(r)})}return t},e(function(e){f(e)},function(e){d(e)})}function s(e,n,t){return function(r){try{var o=e(r);o&&\"function\"==typeof o.then&&\"function\"==typeof o.catch?o.then(n,t):n(o)}catch(e){t(e)}}}function u(e){this.message=e||\"promise cancelled\",this.stack=(new Error).stack}function c(e){this.message=e||\"timeout exceeded\",this.stack=(new Error).stack}return i.prototype.catch=function(e){return this.then(null,e)},i.prototype.always=function(e){return this.then(e,e)},i.prototype.finally=function(e){var n=this,t=function(){return new i(function(e){return e()}).then(e).then(function(){return n})};return this.then(t,t)},i.all=function(e){return new i(function(n,t){var r=e.length,o=[];r?e.forEach(function(e,i){e.then(function(e){o[i]=e,0==--r&&n(o)},function(e){r=0,t(e)})}):n(o)})},i.defer=function(){var e={};return e.promise=new i(function(n,t){e.resolve=n,e.reject=t}),e},u.prototype=new Error,u.prototype.constructor=Error,u.prototype.name=\"CancellationError\",i.CancellationError=u,c.prototype=new Error,c.prototype.constructor=Error,c.prototype.name=\"TimeoutError\",i.TimeoutError=c,o.Promise=i,function(n){var t=r,i=o.Promise,s=\"__workerpool-cleanup__\",u={exit:function(){}},c={addAbortListener:function(e){u.abortListeners.push(e)},emit:u.emit};if(\"undefined\"!=typeof self&&\"function\"==typeof postMessage&&\"function\"==typeof addEventListener)u.on=function(e,n){addEventListener(e,function(e){n(e.data)})},u.send=function(e,n){n?postMessage(e,n):postMessage(e)};else{if(\"undefined\"==typeof process)throw new Error(\"Script must be executed as a worker\");var a;try{a=require(\"worker_threads\")}catch(n){if(\"object\"!==e(n)||null===n||\"MODULE_NOT_FOUND\"!==n.code)throw n}if(a&&null!==a.parentPort){var f=a.parentPort;u.send=f.postMessage.bind(f),u.on=f.on.bind(f),u.exit=process.exit.bind(process)}else u.on=process.on.bind(process),u.send=function(e){process.send(e)},u.on(\"disconnect\",function(){process.exit(1)}),u.exit=process.exit.bind(process)}function d(e){return e&&e.toJSON?JSON.parse(JSON.stringify(e)):JSON.parse(JSON.stringify(e,Object.getOwnPropertyNames(e)))}function l(e){return e&&\"function\"==typeof e.then&&\"function\"==typeof e.catch}u.methods={},u.methods.run=function(e,n){var t=new Function(\"return (\"+e+\").apply(this, arguments);\");return t.worker=c,t.apply(t,n)},u.methods.methods=function(){return Object.keys(u.methods)},u.terminationHandler=void 0,u.abortListenerTimeout=1e3,u.abortListeners=[],u.terminateAndExit=function(e){var n=function(){u.exit(e)};if(!u.terminationHandler)return n();var t=u.terminationHandler(e);return l(t)?(t.then(n,n),t):(n(),new i(function(e,n){n(new Error(\"Worker terminating\"))}))},u.cleanup=function(e){if(!u.abortListeners.length)return u.send({id:e,method:s,error:d(new Error(\"Worker terminating\"))}),new i(function(e){e()});var n,t=u.abortListeners.map(function(e){return e()}),r=new i(function(e,t){n=setTimeout(function(){t(new Error(\"Timeout occurred waiting for abort handler, killing worker\"))},u.abortListenerTimeout)}),o=i.all(t).then(function(){clearTimeout(n),u.abortListeners.length&&(u.abortListeners=[])},function(){clearTimeout(n),u.exit()});return new i(function(e,n){o.then(e,n),r.then(e,n)}).then(function(){u.send({id:e,method:s,error:null})},function(n){u.send({id:e,method:s,error:n?d(n):null})})};var p=null;u.on(\"message\",function(e){if(\"__workerpool-terminate__\"===e)return u.terminateAndExit(0);if(e.method===s)return u.cleanup(e.id);try{var n=u.methods[e.method];if(!n)throw new Error('Unknown method \"'+e.method+'\"');p=e.id;var r=n.apply(n,e.params);l(r)?r.then(function(n){n instanceof t?u.send({id:e.id,result:n.message,error:null},n.transfer):u.send({id:e.id,result:n,error:null}),p=null}).catch(function(n){u.send({id:e.id,result:null,error:d(n)}),p=null}):(r instanceof t?u.send({id:e.id,result:r.message,error:null},r.transfer):u.send({id:e.id,result:r,error:null}),p=null)}catch(n){u.send({id:e.id,result:null,error:d(n)})}}),u.register=function(e,n){if(e)for(var t in e)e.hasOwnProperty(t)&&(u.methods[t]=e[t],u.methods[t].worker=c);n&&(u.terminationHandler=n.onTerminate,u.abortListenerTimeout=n.abortListenerTimeout||1e3),u.send(\"ready\")},u.emit=function(e){if(p){if(e instanceof t)return void u.send({id:p,isEvent:!0,payload:e.message},e.transfer);u.send({id:p,isEvent:!0,payload:e})}},n.add=u.register,n.emit=u.emit}(t),n(t)});\n//# sourceMappingURL=worker.min.js.map\n";
}));
// node_modules/workerpool/src/WorkerHandler.js
var require_WorkerHandler = __commonJSMin(((exports, module) => {
	var { Promise } = require_Promise();
	var environment = require_environment();
	const { validateOptions, forkOptsNames, workerThreadOptsNames, workerOptsNames } = require_validateOptions();
	var TERMINATE_METHOD_ID = "__workerpool-terminate__";
	var CLEANUP_METHOD_ID = "__workerpool-cleanup__";
	function ensureWorkerThreads() {
		var WorkerThreads = tryRequireWorkerThreads();
		if (!WorkerThreads) throw new Error("WorkerPool: workerType = 'thread' is not supported, Node >= 11.7.0 required");
		return WorkerThreads;
	}
	function ensureWebWorker() {
		if (typeof Worker !== "function" && (typeof Worker !== "object" || typeof Worker.prototype.constructor !== "function")) throw new Error("WorkerPool: Web Workers not supported");
	}
	function tryRequireWorkerThreads() {
		try {
			return __require("worker_threads");
		} catch (error) {
			if (typeof error === "object" && error !== null && error.code === "MODULE_NOT_FOUND") return null;
			else throw error;
		}
	}
	function getDefaultWorker() {
		if (environment.platform === "browser") {
			if (typeof Blob === "undefined") throw new Error("Blob not supported by the browser");
			if (!window.URL || typeof window.URL.createObjectURL !== "function") throw new Error("URL.createObjectURL not supported by the browser");
			var blob = new Blob([require_embeddedWorker()], { type: "text/javascript" });
			return window.URL.createObjectURL(blob);
		} else return import.meta.dirname + "/worker.js";
	}
	function setupWorker(script, options) {
		if (options.workerType === "web") {
			ensureWebWorker();
			return setupBrowserWorker(script, options.workerOpts, Worker);
		} else if (options.workerType === "thread") {
			WorkerThreads = ensureWorkerThreads();
			return setupWorkerThreadWorker(script, WorkerThreads, options);
		} else if (options.workerType === "process" || !options.workerType) return setupProcessWorker(script, resolveForkOptions(options), __require("child_process"));
		else if (environment.platform === "browser") {
			ensureWebWorker();
			return setupBrowserWorker(script, options.workerOpts, Worker);
		} else {
			var WorkerThreads = tryRequireWorkerThreads();
			if (WorkerThreads) return setupWorkerThreadWorker(script, WorkerThreads, options);
			else return setupProcessWorker(script, resolveForkOptions(options), __require("child_process"));
		}
	}
	function setupBrowserWorker(script, workerOpts, Worker) {
		validateOptions(workerOpts, workerOptsNames, "workerOpts");
		var worker = new Worker(script, workerOpts);
		worker.isBrowserWorker = true;
		worker.on = function(event, callback) {
			this.addEventListener(event, function(message) {
				callback(message.data);
			});
		};
		worker.send = function(message, transfer) {
			this.postMessage(message, transfer);
		};
		return worker;
	}
	function setupWorkerThreadWorker(script, WorkerThreads, options) {
		validateOptions(options?.workerThreadOpts, workerThreadOptsNames, "workerThreadOpts");
		var worker = new WorkerThreads.Worker(script, {
			stdout: options?.emitStdStreams ?? false,
			stderr: options?.emitStdStreams ?? false,
			...options?.workerThreadOpts
		});
		worker.isWorkerThread = true;
		worker.send = function(message, transfer) {
			this.postMessage(message, transfer);
		};
		worker.kill = function() {
			this.terminate();
			return true;
		};
		worker.disconnect = function() {
			this.terminate();
		};
		if (options?.emitStdStreams) {
			worker.stdout.on("data", (data) => worker.emit("stdout", data));
			worker.stderr.on("data", (data) => worker.emit("stderr", data));
		}
		return worker;
	}
	function setupProcessWorker(script, options, child_process) {
		validateOptions(options.forkOpts, forkOptsNames, "forkOpts");
		var worker = child_process.fork(script, options.forkArgs, options.forkOpts);
		var send = worker.send;
		worker.send = function(message) {
			return send.call(worker, message);
		};
		if (options.emitStdStreams) {
			worker.stdout.on("data", (data) => worker.emit("stdout", data));
			worker.stderr.on("data", (data) => worker.emit("stderr", data));
		}
		worker.isChildProcess = true;
		return worker;
	}
	function resolveForkOptions(opts) {
		opts = opts || {};
		var processExecArgv = process.execArgv.join(" ");
		var inspectorActive = processExecArgv.indexOf("--inspect") !== -1;
		var debugBrk = processExecArgv.indexOf("--debug-brk") !== -1;
		var execArgv = [];
		if (inspectorActive) {
			execArgv.push("--inspect=" + opts.debugPort);
			if (debugBrk) execArgv.push("--debug-brk");
		}
		process.execArgv.forEach(function(arg) {
			if (arg.indexOf("--max-old-space-size") > -1) execArgv.push(arg);
		});
		return Object.assign({}, opts, {
			forkArgs: opts.forkArgs,
			forkOpts: Object.assign({}, opts.forkOpts, {
				execArgv: (opts.forkOpts && opts.forkOpts.execArgv || []).concat(execArgv),
				stdio: opts.emitStdStreams ? "pipe" : void 0
			})
		});
	}
	function objectToError(obj) {
		var temp = new Error("");
		var props = Object.keys(obj);
		for (var i = 0; i < props.length; i++) temp[props[i]] = obj[props[i]];
		return temp;
	}
	function handleEmittedStdPayload(handler, payload) {
		Object.values(handler.processing).forEach((task) => task?.options?.on(payload));
		Object.values(handler.tracking).forEach((task) => task?.options?.on(payload));
	}
	function WorkerHandler(script, _options) {
		var me = this;
		var options = _options || {};
		this.script = script || getDefaultWorker();
		this.worker = setupWorker(this.script, options);
		this.debugPort = options.debugPort;
		this.forkOpts = options.forkOpts;
		this.forkArgs = options.forkArgs;
		this.workerOpts = options.workerOpts;
		this.workerThreadOpts = options.workerThreadOpts;
		this.workerTerminateTimeout = options.workerTerminateTimeout;
		if (!script) this.worker.ready = true;
		this.requestQueue = [];
		this.worker.on("stdout", function(data) {
			handleEmittedStdPayload(me, { "stdout": data.toString() });
		});
		this.worker.on("stderr", function(data) {
			handleEmittedStdPayload(me, { "stderr": data.toString() });
		});
		this.worker.on("message", function(response) {
			if (me.terminated) return;
			if (typeof response === "string" && response === "ready") {
				me.worker.ready = true;
				dispatchQueuedRequests();
			} else {
				var id = response.id;
				var task = me.processing[id];
				if (task !== void 0) {
					if (response.isEvent) {
						if (task.options && typeof task.options.on === "function") task.options.on(response.payload);
					} else {
						delete me.processing[id];
						if (me.terminating === true) me.terminate();
						if (response.error) task.resolver.reject(objectToError(response.error));
						else task.resolver.resolve(response.result);
					}
				} else {
					var task = me.tracking[id];
					if (task !== void 0) {
						if (response.isEvent) {
							if (task.options && typeof task.options.on === "function") task.options.on(response.payload);
						}
					}
				}
				if (response.method === CLEANUP_METHOD_ID) {
					var trackedTask = me.tracking[response.id];
					if (trackedTask !== void 0) {
						if (response.error) {
							clearTimeout(trackedTask.timeoutId);
							trackedTask.resolver.reject(objectToError(response.error));
						} else {
							me.tracking && clearTimeout(trackedTask.timeoutId);
							trackedTask.resolver.reject(new WrappedTimeoutError(trackedTask.error));
						}
					}
					delete me.tracking[id];
				}
			}
		});
		function onError(error) {
			me.terminated = true;
			for (var id in me.processing) if (me.processing[id] !== void 0) me.processing[id].resolver.reject(error);
			me.processing = Object.create(null);
		}
		function dispatchQueuedRequests() {
			for (const request of me.requestQueue.splice(0)) me.worker.send(request.message, request.transfer);
		}
		var worker = this.worker;
		this.worker.on("error", function(error) {
			onError(new TerminateError("Workerpool Worker error: " + (error && error.message ? error.message : String(error || "Unknown worker error")), error));
		});
		this.worker.on("exit", function(exitCode, signalCode) {
			var message = "Workerpool Worker terminated Unexpectedly\n";
			message += "    exitCode: `" + exitCode + "`\n";
			message += "    signalCode: `" + signalCode + "`\n";
			message += "    workerpool.script: `" + me.script + "`\n";
			message += "    spawnArgs: `" + worker.spawnargs + "`\n";
			message += "    spawnfile: `" + worker.spawnfile + "`\n";
			message += "    stdout: `" + worker.stdout + "`\n";
			message += "    stderr: `" + worker.stderr + "`\n";
			onError(new TerminateError(message));
		});
		this.processing = Object.create(null);
		this.tracking = Object.create(null);
		this.terminating = false;
		this.terminated = false;
		this.cleaning = false;
		this.terminationHandler = null;
		this.lastId = 0;
	}
	WorkerHandler.prototype.methods = function() {
		return this.exec("methods");
	};
	WorkerHandler.prototype.exec = function(method, params, resolver, options) {
		if (!resolver) resolver = Promise.defer();
		var id = ++this.lastId;
		this.processing[id] = {
			id,
			resolver,
			options
		};
		var request = {
			message: {
				id,
				method,
				params
			},
			transfer: options && options.transfer
		};
		if (this.terminated) resolver.reject(new TerminateError("Worker is terminated"));
		else if (this.worker.ready) this.worker.send(request.message, request.transfer);
		else this.requestQueue.push(request);
		var me = this;
		return resolver.promise.catch(function(error) {
			if (error instanceof Promise.CancellationError || error instanceof Promise.TimeoutError) {
				me.tracking[id] = {
					id,
					resolver: Promise.defer(),
					options,
					error
				};
				delete me.processing[id];
				me.tracking[id].resolver.promise = me.tracking[id].resolver.promise.catch(function(err) {
					delete me.tracking[id];
					if (err instanceof WrappedTimeoutError) throw err.error;
					return me.terminateAndNotify(true).then(function() {
						throw err;
					}, function(err) {
						throw err;
					});
				});
				me.worker.send({
					id,
					method: CLEANUP_METHOD_ID
				});
				me.tracking[id].timeoutId = setTimeout(function() {
					me.tracking[id].resolver.reject(error);
				}, me.workerTerminateTimeout);
				return me.tracking[id].resolver.promise;
			} else throw error;
		});
	};
	WorkerHandler.prototype.busy = function() {
		return this.cleaning || Object.keys(this.processing).length > 0 || Object.keys(this.tracking).length > 0;
	};
	WorkerHandler.prototype.terminate = function(force, callback) {
		var me = this;
		if (force) {
			for (var id in this.processing) if (this.processing[id] !== void 0) this.processing[id].resolver.reject(new Error("Worker terminated"));
			this.processing = Object.create(null);
		}
		for (var task of Object.values(me.tracking)) {
			clearTimeout(task.timeoutId);
			task.resolver.reject(new Error("Worker Terminating"));
		}
		me.tracking = Object.create(null);
		if (typeof callback === "function") this.terminationHandler = callback;
		if (!this.busy()) {
			var cleanup = function(err) {
				me.terminated = true;
				me.cleaning = false;
				if (me.worker != null && me.worker.removeAllListeners) me.worker.removeAllListeners("message");
				me.worker = null;
				me.terminating = false;
				if (me.terminationHandler) me.terminationHandler(err, me);
				else if (err) throw err;
			};
			if (this.worker) {
				if (typeof this.worker.kill === "function") {
					if (this.worker.killed) {
						cleanup(new Error("worker already killed!"));
						return;
					}
					var cleanExitTimeout = setTimeout(function() {
						if (me.worker) me.worker.kill();
					}, this.workerTerminateTimeout);
					this.worker.once("exit", function() {
						clearTimeout(cleanExitTimeout);
						if (me.worker) me.worker.killed = true;
						cleanup();
					});
					if (this.worker.ready) this.worker.send(TERMINATE_METHOD_ID);
					else this.requestQueue.push({ message: TERMINATE_METHOD_ID });
					this.cleaning = true;
					return;
				} else if (typeof this.worker.terminate === "function") {
					this.worker.terminate();
					this.worker.killed = true;
				} else throw new Error("Failed to terminate worker");
			}
			cleanup();
		} else this.terminating = true;
	};
	WorkerHandler.prototype.terminateAndNotify = function(force, timeout) {
		var resolver = Promise.defer();
		if (timeout) resolver.promise.timeout(timeout);
		this.terminate(force, function(err, worker) {
			if (err) resolver.reject(err);
			else resolver.resolve(worker);
		});
		return resolver.promise;
	};
	function WrappedTimeoutError(timeoutError) {
		this.error = timeoutError;
		this.stack = new Error().stack;
	}
	var TerminateError = class extends Error {
		constructor(message, cause) {
			super(message || "worker terminated");
			this.cause = cause;
		}
	};
	module.exports = WorkerHandler;
	module.exports._tryRequireWorkerThreads = tryRequireWorkerThreads;
	module.exports._setupProcessWorker = setupProcessWorker;
	module.exports._setupBrowserWorker = setupBrowserWorker;
	module.exports._setupWorkerThreadWorker = setupWorkerThreadWorker;
	module.exports.ensureWorkerThreads = ensureWorkerThreads;
	module.exports.TerminateError = TerminateError;
}));
// node_modules/workerpool/src/queues.js
var require_queues = __commonJSMin(((exports, module) => {
	function FIFOQueue() {
		this.tasks = [];
	}
	FIFOQueue.prototype.push = function(task) {
		this.tasks.push(task);
	};
	FIFOQueue.prototype.pop = function() {
		return this.tasks.shift();
	};
	FIFOQueue.prototype.size = function() {
		return this.tasks.length;
	};
	FIFOQueue.prototype.contains = function(task) {
		return this.tasks.includes(task);
	};
	FIFOQueue.prototype.clear = function() {
		this.tasks.length = 0;
	};
	function LIFOQueue() {
		this.tasks = [];
	}
	LIFOQueue.prototype.push = function(task) {
		this.tasks.push(task);
	};
	LIFOQueue.prototype.pop = function() {
		return this.tasks.pop();
	};
	LIFOQueue.prototype.size = function() {
		return this.tasks.length;
	};
	LIFOQueue.prototype.contains = function(task) {
		return this.tasks.includes(task);
	};
	LIFOQueue.prototype.clear = function() {
		this.tasks.length = 0;
	};
	module.exports = {
		FIFOQueue,
		LIFOQueue
	};
}));
// node_modules/workerpool/src/debug-port-allocator.js
var require_debug_port_allocator = __commonJSMin(((exports, module) => {
	var MAX_PORTS = 65535;
	module.exports = DebugPortAllocator;
	function DebugPortAllocator() {
		this.ports = Object.create(null);
		this.length = 0;
	}
	DebugPortAllocator.prototype.nextAvailableStartingAt = function(starting) {
		while (this.ports[starting] === true) starting++;
		if (starting >= MAX_PORTS) throw new Error("WorkerPool debug port limit reached: " + starting + ">= 65535");
		this.ports[starting] = true;
		this.length++;
		return starting;
	};
	DebugPortAllocator.prototype.releasePort = function(port) {
		delete this.ports[port];
		this.length--;
	};
}));
// node_modules/workerpool/src/Pool.js
var require_Pool = __commonJSMin(((exports, module) => {
	var { Promise } = require_Promise();
	var WorkerHandler = require_WorkerHandler();
	var environment = require_environment();
	var { FIFOQueue, LIFOQueue } = require_queues();
	var DEBUG_PORT_ALLOCATOR = new (require_debug_port_allocator())();
	function Pool(script, options) {
		if (typeof script === "string") this.script = script || null;
		else {
			this.script = null;
			options = script;
		}
		this.workers = [];
		this.taskQueue = this._createQueue(options && options.queueStrategy || "fifo");
		options = options || {};
		this.forkArgs = Object.freeze(options.forkArgs || []);
		this.forkOpts = Object.freeze(options.forkOpts || {});
		this.workerOpts = Object.freeze(options.workerOpts || {});
		this.workerThreadOpts = Object.freeze(options.workerThreadOpts || {});
		this.debugPortStart = options.debugPortStart || 43210;
		this.nodeWorker = options.nodeWorker;
		this.workerType = options.workerType || options.nodeWorker || "auto";
		this.maxQueueSize = options.maxQueueSize || Infinity;
		this.workerTerminateTimeout = options.workerTerminateTimeout || 1e3;
		this.onCreateWorker = options.onCreateWorker || (() => null);
		this.onTerminateWorker = options.onTerminateWorker || (() => null);
		this.emitStdStreams = options.emitStdStreams || false;
		if (options && "maxWorkers" in options) {
			validateMaxWorkers(options.maxWorkers);
			this.maxWorkers = options.maxWorkers;
		} else this.maxWorkers = Math.max((environment.cpus || 4) - 1, 1);
		if (options && "minWorkers" in options) {
			if (options.minWorkers === "max") this.minWorkers = this.maxWorkers;
			else {
				validateMinWorkers(options.minWorkers);
				this.minWorkers = options.minWorkers;
				this.maxWorkers = Math.max(this.minWorkers, this.maxWorkers);
			}
			this._ensureMinWorkers();
		}
		this._boundNext = this._next.bind(this);
		if (this.workerType === "thread") WorkerHandler.ensureWorkerThreads();
	}
	Pool.prototype.exec = function(method, params, options) {
		if (params && !Array.isArray(params)) throw new TypeError("Array expected as argument \"params\"");
		if (typeof method === "string") {
			var resolver = Promise.defer();
			if (this.taskQueue.size() >= this.maxQueueSize) throw new Error("Max queue size of " + this.maxQueueSize + " reached");
			var task = {
				method,
				params,
				resolver,
				timeout: null,
				options
			};
			this.taskQueue.push(task);
			var originalTimeout = resolver.promise.timeout;
			var taskQueue = this.taskQueue;
			resolver.promise.timeout = function timeout(delay) {
				if (taskQueue.contains(task)) {
					task.timeout = delay;
					return resolver.promise;
				} else return originalTimeout.call(resolver.promise, delay);
			};
			this._next();
			return resolver.promise;
		} else if (typeof method === "function") return this.exec("run", [String(method), params], options);
		else throw new TypeError("Function or string expected as argument \"method\"");
	};
	Pool.prototype.proxy = function() {
		if (arguments.length > 0) throw new Error("No arguments expected");
		var pool = this;
		return this.exec("methods").then(function(methods) {
			var proxy = {};
			methods.forEach(function(method) {
				proxy[method] = function() {
					return pool.exec(method, Array.prototype.slice.call(arguments));
				};
			});
			return proxy;
		});
	};
	Pool.prototype._next = function() {
		if (this.taskQueue.size() > 0) {
			var worker = this._getWorker();
			if (worker) {
				var me = this;
				var task = this.taskQueue.pop();
				if (task.resolver.promise.pending) {
					var promise = worker.exec(task.method, task.params, task.resolver, task.options).then(me._boundNext).catch(function() {
						if (worker.terminated) return me._removeWorker(worker);
					}).then(function() {
						me._next();
					});
					if (typeof task.timeout === "number") promise.timeout(task.timeout);
				} else me._next();
			}
		}
	};
	Pool.prototype._getWorker = function() {
		var workers = this.workers;
		for (var i = 0; i < workers.length; i++) {
			var worker = workers[i];
			if (worker.busy() === false) return worker;
		}
		if (workers.length < this.maxWorkers) {
			worker = this._createWorkerHandler();
			workers.push(worker);
			return worker;
		}
		return null;
	};
	Pool.prototype._removeWorker = function(worker) {
		var me = this;
		DEBUG_PORT_ALLOCATOR.releasePort(worker.debugPort);
		this._removeWorkerFromList(worker);
		this._ensureMinWorkers();
		return new Promise(function(resolve, reject) {
			worker.terminate(false, function(err) {
				me.onTerminateWorker({
					forkArgs: worker.forkArgs,
					forkOpts: worker.forkOpts,
					workerThreadOpts: worker.workerThreadOpts,
					script: worker.script
				});
				if (err) reject(err);
				else resolve(worker);
			});
		});
	};
	Pool.prototype._removeWorkerFromList = function(worker) {
		var index = this.workers.indexOf(worker);
		if (index !== -1) this.workers.splice(index, 1);
	};
	Pool.prototype.terminate = function(force, timeout) {
		var me = this;
		var taskQueue = this.taskQueue;
		while (taskQueue.size() > 0) {
			var task = taskQueue.pop();
			if (task) task.resolver.reject(new Error("Pool terminated"));
			else break;
		}
		taskQueue.clear();
		var f = function(worker) {
			DEBUG_PORT_ALLOCATOR.releasePort(worker.debugPort);
			this._removeWorkerFromList(worker);
		};
		var removeWorker = f.bind(this);
		var promises = [];
		this.workers.slice().forEach(function(worker) {
			var termPromise = worker.terminateAndNotify(force, timeout).then(removeWorker).always(function() {
				me.onTerminateWorker({
					forkArgs: worker.forkArgs,
					forkOpts: worker.forkOpts,
					workerThreadOpts: worker.workerThreadOpts,
					script: worker.script
				});
			});
			promises.push(termPromise);
		});
		return Promise.all(promises);
	};
	Pool.prototype.stats = function() {
		var totalWorkers = this.workers.length;
		var busyWorkers = this.workers.filter(function(worker) {
			return worker.busy();
		}).length;
		return {
			totalWorkers,
			busyWorkers,
			idleWorkers: totalWorkers - busyWorkers,
			pendingTasks: this.taskQueue.size(),
			activeTasks: busyWorkers
		};
	};
	Pool.prototype._ensureMinWorkers = function() {
		if (this.minWorkers) for (var i = this.workers.length; i < this.minWorkers; i++) this.workers.push(this._createWorkerHandler());
	};
	Pool.prototype._createWorkerHandler = function() {
		const overriddenParams = this.onCreateWorker({
			forkArgs: this.forkArgs,
			forkOpts: this.forkOpts,
			workerOpts: this.workerOpts,
			workerThreadOpts: this.workerThreadOpts,
			script: this.script
		}) || {};
		return new WorkerHandler(overriddenParams.script || this.script, {
			forkArgs: overriddenParams.forkArgs || this.forkArgs,
			forkOpts: overriddenParams.forkOpts || this.forkOpts,
			workerOpts: overriddenParams.workerOpts || this.workerOpts,
			workerThreadOpts: overriddenParams.workerThreadOpts || this.workerThreadOpts,
			debugPort: DEBUG_PORT_ALLOCATOR.nextAvailableStartingAt(this.debugPortStart),
			workerType: this.workerType,
			workerTerminateTimeout: this.workerTerminateTimeout,
			emitStdStreams: this.emitStdStreams
		});
	};
	Pool.prototype._createQueue = function(strategy) {
		if (typeof strategy === "string") switch (strategy) {
			case "fifo": return new FIFOQueue();
			case "lifo": return new LIFOQueue();
			default: throw new Error("Unknown queue strategy: " + strategy);
		}
		if (!strategy) throw new Error("Queue strategy cannot be null or undefined");
		var requiredMethods = [
			"push",
			"pop",
			"size",
			"contains",
			"clear"
		];
		for (var i = 0; i < requiredMethods.length; i++) {
			var method = requiredMethods[i];
			if (typeof strategy[method] !== "function") throw new Error("Queue strategy must implement method: " + method);
		}
		return strategy;
	};
	function validateMaxWorkers(maxWorkers) {
		if (!isNumber(maxWorkers) || !isInteger(maxWorkers) || maxWorkers < 1) throw new TypeError("Option maxWorkers must be an integer number >= 1");
	}
	function validateMinWorkers(minWorkers) {
		if (!isNumber(minWorkers) || !isInteger(minWorkers) || minWorkers < 0) throw new TypeError("Option minWorkers must be an integer number >= 0");
	}
	function isNumber(value) {
		return typeof value === "number";
	}
	function isInteger(value) {
		return Math.round(value) == value;
	}
	module.exports = Pool;
}));
// node_modules/workerpool/src/transfer.js
var require_transfer = __commonJSMin(((exports, module) => {
	function Transfer(message, transfer) {
		this.message = message;
		this.transfer = transfer;
	}
	module.exports = Transfer;
}));
// node_modules/workerpool/src/worker.js
var require_worker = __commonJSMin(((exports) => {
	var Transfer = require_transfer();
	var Promise = require_Promise().Promise;
	var TERMINATE_METHOD_ID = "__workerpool-terminate__";
	var CLEANUP_METHOD_ID = "__workerpool-cleanup__";
	var TIMEOUT_DEFAULT = 1e3;
	var worker = { exit: function() {} };
	var publicWorker = {
		addAbortListener: function(listener) {
			worker.abortListeners.push(listener);
		},
		emit: worker.emit
	};
	if (typeof self !== "undefined" && typeof postMessage === "function" && typeof addEventListener === "function") {
		worker.on = function(event, callback) {
			addEventListener(event, function(message) {
				callback(message.data);
			});
		};
		worker.send = function(message, transfer) {
			transfer ? postMessage(message, transfer) : postMessage(message);
		};
	} else if (typeof process !== "undefined") {
		var WorkerThreads;
		try {
			WorkerThreads = __require("worker_threads");
		} catch (error) {
			if (typeof error === "object" && error !== null && error.code === "MODULE_NOT_FOUND") {} else throw error;
		}
		if (WorkerThreads && WorkerThreads.parentPort !== null) {
			var parentPort = WorkerThreads.parentPort;
			worker.send = parentPort.postMessage.bind(parentPort);
			worker.on = parentPort.on.bind(parentPort);
			worker.exit = process.exit.bind(process);
		} else {
			worker.on = process.on.bind(process);
			worker.send = function(message) {
				process.send(message);
			};
			worker.on("disconnect", function() {
				process.exit(1);
			});
			worker.exit = process.exit.bind(process);
		}
	} else throw new Error("Script must be executed as a worker");
	function convertError(error) {
		if (error && error.toJSON) return JSON.parse(JSON.stringify(error));
		return JSON.parse(JSON.stringify(error, Object.getOwnPropertyNames(error)));
	}
	function isPromise(value) {
		return value && typeof value.then === "function" && typeof value.catch === "function";
	}
	worker.methods = {};
	worker.methods.run = function run(fn, args) {
		var f = new Function("return (" + fn + ").apply(this, arguments);");
		f.worker = publicWorker;
		return f.apply(f, args);
	};
	worker.methods.methods = function methods() {
		return Object.keys(worker.methods);
	};
	worker.terminationHandler = void 0;
	worker.abortListenerTimeout = TIMEOUT_DEFAULT;
	worker.abortListeners = [];
	worker.terminateAndExit = function(code) {
		var _exit = function() {
			worker.exit(code);
		};
		if (!worker.terminationHandler) return _exit();
		var result = worker.terminationHandler(code);
		if (isPromise(result)) {
			result.then(_exit, _exit);
			return result;
		} else {
			_exit();
			return new Promise(function(_resolve, reject) {
				reject(new Error("Worker terminating"));
			});
		}
	};
	worker.cleanup = function(requestId) {
		if (!worker.abortListeners.length) {
			worker.send({
				id: requestId,
				method: CLEANUP_METHOD_ID,
				error: convertError(new Error("Worker terminating"))
			});
			return new Promise(function(resolve) {
				resolve();
			});
		}
		var _exit = function() {
			worker.exit();
		};
		var _abort = function() {
			if (worker.abortListeners.length) worker.abortListeners = [];
		};
		const promises = worker.abortListeners.map((listener) => listener());
		let timerId;
		const timeoutPromise = new Promise((_resolve, reject) => {
			timerId = setTimeout(function() {
				reject(new Error("Timeout occurred waiting for abort handler, killing worker"));
			}, worker.abortListenerTimeout);
		});
		const settlePromise = Promise.all(promises).then(function() {
			clearTimeout(timerId);
			_abort();
		}, function() {
			clearTimeout(timerId);
			_exit();
		});
		return new Promise(function(resolve, reject) {
			settlePromise.then(resolve, reject);
			timeoutPromise.then(resolve, reject);
		}).then(function() {
			worker.send({
				id: requestId,
				method: CLEANUP_METHOD_ID,
				error: null
			});
		}, function(err) {
			worker.send({
				id: requestId,
				method: CLEANUP_METHOD_ID,
				error: err ? convertError(err) : null
			});
		});
	};
	var currentRequestId = null;
	worker.on("message", function(request) {
		if (request === TERMINATE_METHOD_ID) return worker.terminateAndExit(0);
		if (request.method === CLEANUP_METHOD_ID) return worker.cleanup(request.id);
		try {
			var method = worker.methods[request.method];
			if (method) {
				currentRequestId = request.id;
				var result = method.apply(method, request.params);
				if (isPromise(result)) result.then(function(result) {
					if (result instanceof Transfer) worker.send({
						id: request.id,
						result: result.message,
						error: null
					}, result.transfer);
					else worker.send({
						id: request.id,
						result,
						error: null
					});
					currentRequestId = null;
				}).catch(function(err) {
					worker.send({
						id: request.id,
						result: null,
						error: convertError(err)
					});
					currentRequestId = null;
				});
				else {
					if (result instanceof Transfer) worker.send({
						id: request.id,
						result: result.message,
						error: null
					}, result.transfer);
					else worker.send({
						id: request.id,
						result,
						error: null
					});
					currentRequestId = null;
				}
			} else throw new Error("Unknown method \"" + request.method + "\"");
		} catch (err) {
			worker.send({
				id: request.id,
				result: null,
				error: convertError(err)
			});
		}
	});
	worker.register = function(methods, options) {
		if (methods) {
			for (var name in methods) if (methods.hasOwnProperty(name)) {
				worker.methods[name] = methods[name];
				worker.methods[name].worker = publicWorker;
			}
		}
		if (options) {
			worker.terminationHandler = options.onTerminate;
			worker.abortListenerTimeout = options.abortListenerTimeout || TIMEOUT_DEFAULT;
		}
		worker.send("ready");
	};
	worker.emit = function(payload) {
		if (currentRequestId) {
			if (payload instanceof Transfer) {
				worker.send({
					id: currentRequestId,
					isEvent: true,
					payload: payload.message
				}, payload.transfer);
				return;
			}
			worker.send({
				id: currentRequestId,
				isEvent: true,
				payload
			});
		}
	};
	if (typeof exports !== "undefined") {
		exports.add = worker.register;
		exports.emit = worker.emit;
	}
}));
// node_modules/workerpool/src/index.js
var require_src = __commonJSMin(((exports) => {
	const { platform, isMainThread, cpus } = require_environment();
	const { TerminateError } = require_WorkerHandler();
	function pool(script, options) {
		return new (require_Pool())(script, options);
	}
	exports.pool = pool;
	function worker(methods, options) {
		require_worker().add(methods, options);
	}
	exports.worker = worker;
	const { Promise } = require_Promise();
	exports.Transfer = require_transfer();
	exports.TerminateError = TerminateError;
}));
// src/runtime/version.ts
var import_src = __toESM(require_src(), 1);
const litertVersion = "2.5.3";
// src/runtime/running-chunk.ts
var RunningChunk = class {
	result;
	failed = false;
	#job;
	#seconds;
	#drop;
	#reject = () => {};
	constructor(workers, job, secondsPerSample, onEndless) {
		this.#job = job;
		this.#seconds = secondsPerSample;
		const answer = workers.pool.exec("run", [job]);
		this.#drop = () => void answer.cancel();
		const endWatch = watch(job.state, 1e3 * secondsPerSample, () => {
			endWatch();
			onEndless(job.parts[modelAt(job.state)].model);
		});
		this.result = new Promise((resolve, reject) => {
			this.#reject = reject;
			answer.then(resolve, (error) => reject(this.#explain(error, workers)));
		}).then(read).finally(endWatch);
		this.result.catch(() => {
			this.failed = true;
		});
	}
	stop(reason) {
		this.#reject(reason);
		this.#drop();
	}
	stopWhere(isEndless) {
		const endless = this.#job.parts.find(({ model }) => isEndless(model, this.#seconds));
		if (endless) this.stop(endlessError(endless.model, this.#seconds));
	}
	leave() {
		askToStop(this.#job.state);
		if (!hasBegun(this.#job.state)) this.#drop();
	}
	#explain(error, workers) {
		const { state, parts } = this.#job;
		if (!(error instanceof import_src.TerminateError) || !hasBegun(state)) return error;
		workers.serveQueue();
		const { file } = parts[modelAt(state)].model;
		const reason = messageOf(error.cause ?? "the thread ended");
		return new NotRunnableError(`LiteRT ${litertVersion} crashed on this model: ${reason}`, {
			file,
			cause: error
		});
	}
};
function read(answer) {
	if (!("notRunnable" in answer)) return answer.result;
	const { problem, file } = answer.notRunnable;
	throw new NotRunnableError(problem, { file });
}
function endlessError({ file }, seconds) {
	return new EndlessError(`LiteRT ${litertVersion} does not come to an end with this model (${seconds} s for one sample)`, { file });
}
// src/runtime/v8-options.ts
const options = [
	{
		first: 13,
		last: 14,
		option: "--experimental-wasm-revectorize"
	},
	{
		first: 13,
		last: 14,
		option: "--wasm-tiering-budget=40000000"
	},
	{
		first: 11,
		last: 11,
		option: "--experimental-wasm-relaxed-simd"
	},
	{
		first: 11,
		last: 11,
		option: "--wasm-tiering-budget=13000000"
	}
];
function tuneV8(version = process.versions.v8) {
	const major = Number.parseInt(version, 10);
	const chosen = options.filter(({ first, last }) => first <= major && major <= last);
	for (const { option } of chosen) setFlagsFromString(option);
	return chosen.map(({ option }) => option);
}
// src/runtime/build.ts
const builds = ["plain", "fused"];
function computesInFloat({ subgraphs }) {
	return subgraphs.every(({ tensors }) => tensors.every(({ type }) => !integers$2.has(type)));
}
const integers$2 = new Set([
	17,
	9,
	3,
	7
]);
let fuses;
function canFuse() {
	return fuses ??= tryToFuse();
}
function tryToFuse() {
	tuneV8();
	if (!WebAssembly.validate(multiplyAdd)) return false;
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(multiplyAdd), {});
	const run = exports.f;
	return run(1 + 2 ** -12, -1 - 2 ** -11) === 2 ** -24;
}
const multiplyAdd = Uint8Array.of(...[
	0,
	97,
	115,
	109,
	1,
	0,
	0,
	0
], ...[
	1,
	7,
	1,
	96,
	2,
	125,
	125,
	1,
	125
], ...[
	3,
	2,
	1,
	0
], ...[
	7,
	5,
	1,
	1,
	102,
	0,
	0
], ...[
	10,
	22,
	1,
	20,
	0
], ...[
	32,
	0,
	253,
	19,
	32,
	0,
	253,
	19,
	32,
	1,
	253,
	19
], ...[
	253,
	133,
	2,
	253,
	31,
	0,
	11
]);
// src/runtime/litert.ts
const files = {
	plain: {
		code: "litert.wasm",
		loader: "litert.js"
	},
	fused: {
		code: "litert-fused.wasm",
		loader: "litert-fused.js"
	}
};
const modules = new Map();
const instances = new Map();
function litertModule(build) {
	const module = modules.get(build) ?? compile(build);
	modules.set(build, module);
	return module;
}
function shareLiteRtModule(build, module) {
	modules.set(build, module);
}
async function compile(build) {
	tuneV8();
	return new WebAssembly.Module(readFileSync(assetPath(files[build].code)));
}
async function litert(build = "plain") {
	const starting = instances.get(build) ?? LiteRt.instantiate(build);
	instances.set(build, starting);
	const instance = await starting;
	if (!instance.retired) return instance;
	if (instances.get(build) === starting) instances.delete(build);
	return litert(build);
}
var LiteRt = class LiteRt {
	bindings;
	environment;
	retired = false;
	trapped = false;
	#trappedBy = "";
	#errors;
	constructor(bindings, environment, errors) {
		this.bindings = bindings;
		this.environment = environment;
		this.#errors = errors;
	}
	static async instantiate(build) {
		const module = await litertModule(build);
		const errors = [];
		const log = (line) => {
			const error = /^ERROR: (?:\[\S+:\d+\] )?(.+)/.exec(line)?.[1];
			if (error && !errors.includes(error) && errors.length < 100) errors.push(error);
		};
		let memory;
		const bindings = await (await loadFactory(build))({
			print: log,
			printErr: log,
			instantiateWasm(imports, done) {
				const instance = new WebAssembly.Instance(module, imports);
				memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
				done(instance);
				return instance.exports;
			}
		});
		if (memory instanceof WebAssembly.Memory) scanInPlace(memory, bindings._malloc(96));
		return new LiteRt(bindings, bindings.LiteRtEnvironment.create(null), errors);
	}
	free(objects, file) {
		if (this.trapped) return;
		try {
			for (const object of objects) object.delete();
		} catch {
			this.retired = true;
			this.trapped = true;
			this.#trappedBy = file;
		}
	}
	call(file, what, action) {
		if (this.trapped) throw new LostInstanceError(this.#trappedBy);
		this.#errors.length = 0;
		try {
			const result = action();
			if (this.#errors.some(isFailure)) throw new Error("an operator failed");
			return result;
		} catch (error) {
			this.retired = true;
			this.trapped = isTrap(error);
			this.#trappedBy = file;
			const verb = this.trapped ? "crashed on" : what;
			const reason = this.#errors.slice(0, 3).join("; ") || wordsOf(error);
			throw new NotRunnableError(`LiteRT ${litertVersion} ${verb} this model: ${reason}`, {
				file,
				cause: error
			});
		}
	}
};
var LostInstanceError = class extends Error {
	by;
	constructor(by) {
		super("LiteRT was stopped by a fault of another model: open the session again");
		this.by = by;
	}
};
function isStopped(error) {
	return error instanceof LostInstanceError || error instanceof NotRunnableError && isTrap(error.cause);
}
function ownFault(error) {
	if (!(error instanceof LostInstanceError)) return error;
	return new NotRunnableError(`LiteRT ${litertVersion} crashed on this model: it damages what LiteRT keeps in memory`, {
		file: error.by,
		cause: error
	});
}
function isTrap(error) {
	return !(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
function wordsOf(error) {
	return (error instanceof Error ? error.message : String(error)).replace(/[└ ]*ERROR: \[[^\]]*\]/g, "").trim() || "it does not say why";
}
async function loadFactory(build) {
	const file = assetPath(files[build].loader);
	const wrapped = `(function (require, __dirname, __filename) {${await readFile(file, "utf8")}\nreturn ModuleFactory; })`;
	return runInThisContext(wrapped, { filename: file })(createRequire(file), dirname(file), file);
}
// src/runtime/worker-threads.ts
const terminateMs = 200;
var WorkerThreads = class {
	pool;
	#waiting = new Map(builds.map((build) => [build, []]));
	#loading = new Map();
	constructor(threads, atOnce) {
		this.pool = import_src.pool(workerEntry(), {
			minWorkers: atOnce,
			maxWorkers: threads,
			workerType: "thread",
			workerTerminateTimeout: terminateMs,
			onCreateWorker: () => ({ workerThreadOpts: {
				...this.#ports(),
				execArgv: []
			} })
		});
	}
	get loaded() {
		return this.#loading.keys().next().value;
	}
	async load(build) {
		const module = this.#loading.get(build) ?? litertModule(build);
		this.#loading.set(build, module);
		for (const port of this.#waiting.get(build).splice(0)) send(module, port);
		await module;
	}
	serveQueue() {
		setImmediate(() => this.pool.exec("methods").catch(() => {}));
	}
	#ports() {
		const ports = builds.map((build) => [build, this.#port(build)]);
		return {
			workerData: Object.fromEntries(ports),
			transferList: ports.map(([, port]) => port)
		};
	}
	#port(build) {
		const { port1, port2 } = new MessageChannel();
		port1.unref();
		const module = this.#loading.get(build);
		if (module) send(module, port1);
		else this.#waiting.get(build).push(port1);
		return port2;
	}
};
function send(module, port) {
	module.then((compiled) => port.postMessage(compiled), () => port.close());
}
// src/runtime/pool.ts
var SessionPool = class {
	threads;
	signal;
	secondsPerSample;
	#workers;
	#models = 0;
	#endless = new EndlessModels();
	#chunks = new Set();
	constructor(options = {}) {
		this.threads = options.threads ?? availableParallelism();
		this.signal = options.signal;
		this.secondsPerSample = options.secondsPerSample ?? 60;
		const { signal } = this;
		signal?.addEventListener("abort", () => {
			for (const chunk of this.#chunks) chunk.stop(signal.reason);
		});
	}
	async *outputs(model, samples, options = {}) {
		const parts = [this.#part({
			model,
			samples
		}, options)];
		for await (const chunk of this.#results("outputs", parts, void 0, options)) yield* chunk;
	}
	reduce(name, model, samples, options = {}) {
		return this.reduceTogether(name, [{
			model,
			samples
		}], void 0, options);
	}
	async reduceTogether(name, runs, plan, options = {}) {
		const parts = runs.map((run) => this.#part(run, options));
		const reducer = reducers[name];
		const total = reducer.start(parts.flatMap(({ model }) => model.outputs), plan);
		for await (const chunk of this.#results(name, parts, plan, options)) reducer.merge(total, chunk);
		return total;
	}
	start(build = "plain", threads = this.threads) {
		this.#workers ??= new WorkerThreads(this.threads, threads);
		this.#workers.load(build).catch(() => {});
	}
	assertEnds(model, file, secondsPerSample = this.secondsPerSample) {
		if (this.#endless.has(model, secondsPerSample)) throw endlessError({ file }, secondsPerSample);
	}
	async close() {
		const workers = this.#workers;
		this.#workers = void 0;
		await workers?.pool.terminate();
	}
	async #fail(workers, error) {
		if (!(error instanceof InputError) && this.#workers === workers) {
			this.#workers = void 0;
			await workers.pool.terminate(true);
		}
		throw error;
	}
	#part({ model, samples }, { file = "model" }) {
		return {
			modelId: this.#models++,
			model: share(prepare(model, file)),
			samples
		};
	}
	async *#results(reducer, parts, plan, { onProgress, secondsPerSample = this.secondsPerSample, build: wanted = "plain" }) {
		this.signal?.throwIfAborted();
		for (const { model } of parts) this.assertEnds(model.bytes, model.file, secondsPerSample);
		const workers = this.#workers ??= new WorkerThreads(this.threads, 0);
		const build = wanted === "any" ? workers.loaded ?? "plain" : wanted;
		await workers.load(build).catch((error) => this.#fail(workers, error));
		const { size } = parts[0].samples;
		const step = chunkSize(parts);
		const memory = new ChunkMemory();
		const pending = [];
		try {
			for (let done = 0, first = 0; done < size; done += step) {
				const mayRead = () => first < size && pending.length < 2 * this.threads;
				for (; mayRead() && !pending.some(({ failed }) => failed); first += step) {
					await setImmediate$1();
					this.signal?.throwIfAborted();
					const samples = Math.min(step, size - first);
					const given = [];
					for (const part of parts) given.push(await readChunk(part, first, samples, memory));
					const job = {
						parts: given,
						build,
						reducer,
						plan,
						first,
						samples,
						state: newJobState()
					};
					pending.push(this.#begin(workers, job, secondsPerSample, memory));
				}
				yield await pending.shift().result.catch((error) => this.#fail(workers, error));
				onProgress?.(Math.min(done + step, size));
			}
		} finally {
			for (const chunk of pending) chunk.leave();
		}
	}
	#begin(workers, job, secondsPerSample, memory) {
		const chunk = new RunningChunk(workers, job, secondsPerSample, (endless) => {
			this.#endless.remember(endless.bytes, secondsPerSample);
			for (const other of this.#chunks) other.stopWhere(({ bytes }, seconds) => this.#endless.has(bytes, seconds));
		});
		this.#chunks.add(chunk);
		chunk.result.then(() => {
			for (const { inputs } of job.parts) memory.giveBack(inputs);
		}).catch(() => {}).finally(() => this.#chunks.delete(chunk));
		return chunk;
	}
};
function share(model) {
	const bytes = new Uint8Array(new SharedArrayBuffer(model.bytes.byteLength));
	bytes.set(model.bytes);
	return {
		...model,
		bytes
	};
}
// src/runtime/observe.ts
function withObservedTensors(model, tensors) {
	const subgraph = model.signatures[0]?.subgraph ?? model.subgraphs[0];
	const computed = computedFromInputs(subgraph);
	const shown = new Set(subgraph.outputs);
	const added = [...new Set(tensors)].filter((tensor) => computed.has(tensor) && !shown.has(tensor));
	const observed = {
		...subgraph,
		outputs: [...subgraph.outputs, ...added]
	};
	return {
		...model,
		subgraphs: model.subgraphs.map((each) => each === subgraph ? observed : each),
		signatures: model.signatures.map((each) => each.subgraph === subgraph ? extendSignature(each, observed, added) : each)
	};
}
function computedFromInputs({ inputs, operators }) {
	const varying = new Set(inputs);
	for (const operator of operators) {
		if (factsOf(operator).tellsShape || !operator.inputs.some((input) => input && varying.has(input))) continue;
		for (const output of operator.outputs) varying.add(output);
	}
	for (const input of inputs) varying.delete(input);
	return varying;
}
function extendSignature(signature, subgraph, added) {
	const names = new Set(signature.outputs.map(({ name }) => name));
	const entries = added.map((tensor) => ({
		name: freeName(names, tensor.name),
		tensor
	}));
	return {
		...signature,
		subgraph,
		outputs: [...signature.outputs, ...entries]
	};
}
function freeName(taken, name) {
	let free = name;
	for (let i = 1; taken.has(free); i++) free = `${name}:observed_${i}`;
	taken.add(free);
	return free;
}
const observerGreeting = 2 ** 52 + 1;
// src/runtime/codec.ts
const integers$1 = {
	[9]: {
		array: Int8Array,
		low: -128,
		high: 127
	},
	[3]: {
		array: Uint8Array,
		low: 0,
		high: 255
	},
	[7]: {
		array: Int16Array,
		low: -32768,
		high: 32767
	},
	[16]: {
		array: Uint16Array,
		low: 0,
		high: 65535
	},
	[2]: {
		array: Int32Array,
		low: -(2 ** 31),
		high: 2 ** 31 - 1
	},
	[15]: {
		array: Uint32Array,
		low: 0,
		high: 2 ** 32 - 1
	}
};
function encodeInput(info, real) {
	switch (info.type) {
		case 0: return real;
		case 1: return float32ToFloat16(real);
		case 10: return Float64Array.from(real);
		case 6: return Uint8Array.from(real, (value) => value === 0 || Number.isNaN(value) ? 0 : 1);
		case 4: return BigInt64Array.from(real, (value) => bigInt(value, -(2 ** 63), 2 ** 63 - 1024));
		case 12: return BigUint64Array.from(real, (value) => bigInt(value, 0, 2 ** 64 - 2048));
		default: return encodeInteger(info, real);
	}
}
function encodeInteger(info, real) {
	const integer = integers$1[info.type];
	if (!integer) throw unsupported(info);
	const { low, high } = integer;
	const { scale, zeroPoint } = info.quantization ?? {
		scale: 1,
		zeroPoint: 0
	};
	const stored = new integer.array(real.length);
	for (let i = 0; i < real.length; i++) {
		const value = roundHalfAway(Math.fround(real[i] / scale)) + zeroPoint;
		stored[i] = Math.min(Math.max(value, low), high);
	}
	return stored;
}
function bigInt(value, low, high) {
	return BigInt(Math.min(Math.max(roundHalfAway(value), low), high));
}
function roundHalfAway(value) {
	if (value >= 0) return Math.floor(value + .5);
	return value < 0 ? Math.ceil(value - .5) : 0;
}
function decodeOutput(info, data) {
	if (data instanceof Float32Array && info.type === 0) return data;
	if (info.type === 1) return float16ToFloat32(data);
	if (info.type === 18) return bfloat16ToFloat32(data);
	if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float32Array.from(data, Number);
	if (!integers$1[info.type] && info.type !== 6 && info.type !== 10) throw unsupported(info);
	const { scale, zeroPoint } = info.quantization ?? {
		scale: 1,
		zeroPoint: 0
	};
	const real = new Float32Array(data.length);
	for (let i = 0; i < real.length; i++) real[i] = scale * (data[i] - zeroPoint);
	return real;
}
function unsupported({ name, type }) {
	return new NotRunnableError(`"${name}" is of type ${TensorType[type]}, which real numbers can't stand for`);
}
// src/runtime/session.ts
async function openSession(source, file = "model") {
	return openPrepared(prepare(source, file));
}
async function openPrepared(model, build = "plain") {
	return new LiteRtSession(await litert(build), model);
}
var LiteRtSession = class {
	inputs;
	outputs;
	#file;
	#isStateful;
	#owned = [];
	#inputBuffers = [];
	#loaded;
	#compiled;
	#used = false;
	#closed = false;
	#litert;
	constructor(litert, { file, bytes, inputs, outputs, isStateful }) {
		this.#litert = litert;
		this.#file = file;
		this.#isStateful = isStateful;
		this.inputs = inputs;
		this.outputs = outputs;
		try {
			this.#loaded = litert.call(file, "refuses", () => this.#load(bytes));
			this.#compiled = litert.call(file, "refuses", () => this.#compile(this.#loaded));
		} catch (error) {
			this.close();
			throw error;
		}
	}
	run(inputs) {
		return this.runInPlace(inputs, (outputs) => outputs.map((data) => data.slice()));
	}
	runInPlace(inputs, use) {
		if (this.#closed) throw new Error("the session is closed");
		this.#checkInputs(inputs);
		if (this.#isStateful && this.#used) this.#forget();
		this.#used = true;
		const results = this.#litert.call(this.#file, "fails to run", () => {
			for (let i = 0; i < inputs.length; i++) this.#write(this.#inputBuffers[i], inputs[i]);
			return this.#compiled.run(0, this.#inputBuffers);
		});
		try {
			return use(this.#view(results));
		} finally {
			this.#litert.free(results, this.#file);
		}
	}
	close() {
		if (this.#closed) return;
		this.#closed = true;
		this.#litert.free(this.#owned.reverse(), this.#file);
	}
	#forget() {
		const kept = this.#owned.indexOf(this.#loaded) + 1;
		this.#litert.free(this.#owned.splice(kept).reverse(), this.#file);
		this.#inputBuffers.length = 0;
		this.#compiled = this.#litert.call(this.#file, "refuses", () => this.#compile(this.#loaded));
	}
	#load(bytes) {
		const { bindings, environment } = this.#litert;
		const pointer = bindings._malloc(bytes.byteLength);
		if (pointer === 0) throw new Error("there is not enough memory for it");
		this.#owned.push({ delete: () => bindings._free(pointer) });
		bindings.HEAPU8.set(bytes, pointer);
		return this.#own(bindings.loadModel(environment, pointer, bytes.byteLength));
	}
	#compile(model) {
		const { bindings, environment } = this.#litert;
		const compiled = this.#own(bindings.compileModel(environment, model, {
			accelerator: "wasm",
			environment: {
				liteRtEnvironment: environment,
				options: { webGpuDevice: null }
			},
			cpuOptions: { numThreads: 1 }
		}));
		this.inputs.forEach((info, i) => {
			const type = model.getInputTensorType(0, i);
			const { HOST_MEMORY } = bindings.LiteRtTensorBufferType;
			const bytes = byteCount(info.type, info.shape);
			const buffer = bindings.LiteRtTensorBuffer.createManaged(environment, HOST_MEMORY, type, bytes);
			this.#inputBuffers.push(this.#own(buffer));
			type.delete();
		});
		return compiled;
	}
	#checkInputs(inputs) {
		if (inputs.length !== this.inputs.length) throw new RangeError(`the model has ${this.inputs.length} inputs, not ${inputs.length}`);
		this.inputs.forEach(({ name, type, shape }, i) => {
			const data = inputs[i];
			const array = elementsOf(type, new Uint8Array()).constructor;
			if (data.constructor !== array || data.byteLength !== byteCount(type, shape)) {
				const expected = `${array.name} with the shape [${shape}]`;
				throw new RangeError(`input "${name}" is ${expected}, not ${data.constructor.name} of ${data.length}`);
			}
		});
	}
	#write(buffer, data) {
		const { bindings } = this.#litert;
		const pointer = buffer.lock(bindings.LiteRtTensorBufferLockMode.WRITE);
		bindings.HEAPU8.set(bytesOf(data), pointer);
		buffer.unlock();
	}
	#view(results) {
		const { READ } = this.#litert.bindings.LiteRtTensorBufferLockMode;
		const pointers = results.map((result, i) => this.#litert.call(this.#file, "fails to run", () => {
			const { name, type, shape } = this.outputs[i];
			const size = result.packedSize();
			if (size !== byteCount(type, shape)) throw new Error(`its output "${name}" has ${size} bytes, which doesn't fit its shape [${shape}]`);
			const pointer = result.lock(READ);
			result.unlock();
			return pointer;
		}));
		const { HEAPU8 } = this.#litert.bindings;
		return pointers.map((pointer, i) => {
			const { type, shape } = this.outputs[i];
			return elementsOf(type, HEAPU8.subarray(pointer, pointer + byteCount(type, shape)));
		});
	}
	#own(object) {
		this.#owned.push(object);
		return object;
	}
};
// src/runtime/reducers/patches.ts
const maxPixels = 2 ** 27;
function patchesOf(operator) {
	const { options } = operator;
	switch (operator.code) {
		case 3: return options instanceof Conv2DOptionsT ? convolution(operator, options) : null;
		case 4: return options instanceof DepthwiseConv2DOptionsT ? depthwise(operator, options) : null;
		case 67: return options instanceof TransposeConvOptionsT ? transposed(operator, options) : null;
		case 9: return options instanceof FullyConnectedOptionsT ? dense(operator, options) : null;
		default: return null;
	}
}
function convolution(operator, options) {
	const [data, weights] = operator.inputs;
	const pixels = data && weights && windows(data, operator.outputs[0], weights, options);
	if (!pixels) return null;
	const [channels, height, width, depth] = weights.shape;
	const columns = height * width * depth;
	const groups = data.shape[3] / depth;
	if (!Number.isInteger(groups) || channels % groups !== 0) return null;
	return {
		input: 0,
		groups,
		rows: channels / groups,
		columns,
		depth,
		pixels,
		positions: pixels.length / (height * width),
		stride: 1,
		offset: (channel) => channel * columns
	};
}
function depthwise(operator, options) {
	const [data, weights] = operator.inputs;
	const pixels = data && weights && windows(data, operator.outputs[0], weights, options);
	if (!pixels) return null;
	const [, height, width, channels] = weights.shape;
	const groups = data.shape[3];
	const columns = height * width;
	if (channels % groups !== 0) return null;
	return {
		input: 0,
		groups,
		rows: channels / groups,
		columns,
		depth: 1,
		pixels,
		positions: pixels.length / columns,
		stride: channels,
		offset: (channel) => channel
	};
}
function transposed(operator, options) {
	const [, weights, data] = operator.inputs;
	const [output] = operator.outputs;
	if (!data || !weights || !output || weights.shape.length !== 4 || data.shape.length !== 4) return null;
	const [, height, width, depth] = weights.shape;
	const forward = windows(output, data, weights, options);
	if (!forward) return null;
	const columns = height * width * depth;
	const kernel = height * width;
	const positions = elementCount(output.shape.slice(0, 3));
	if (positions * kernel > maxPixels) return null;
	const pixels = new Int32Array(positions * kernel).fill(-1);
	for (let i = 0; i < forward.length; i++) if (forward[i] >= 0) pixels[forward[i] * kernel + i % kernel] = Math.floor(i / kernel);
	return {
		input: 2,
		groups: 1,
		rows: weights.shape[0],
		columns,
		depth,
		pixels,
		positions,
		stride: 1,
		offset: (channel) => channel * columns
	};
}
function dense({ inputs }, options) {
	const [data, weights] = inputs;
	if (!data || weights?.shape.length !== 2) return null;
	if (options.weightsFormat !== 0) return null;
	const [rows, columns] = weights.shape;
	const positions = elementCount(data.shape) / columns;
	if (!Number.isInteger(positions) || positions > maxPixels) return null;
	return {
		input: 0,
		groups: 1,
		rows,
		columns,
		depth: columns,
		positions,
		stride: 1,
		pixels: Int32Array.from({ length: positions }, (_, i) => i),
		offset: (channel) => channel * columns
	};
}
function windows(input, output, weights, options) {
	if ([
		input,
		output,
		weights
	].some(({ shape }) => shape.length !== 4)) return null;
	const [batch, inHeight, inWidth] = input.shape;
	const [, outHeight, outWidth] = output.shape;
	const [, height, width] = weights.shape;
	const { padding, strideH, strideW, dilationHFactor = 1, dilationWFactor = 1 } = options;
	if (batch * outHeight * outWidth * height * width > maxPixels) return null;
	const rows = covered(inHeight, outHeight, height, strideH, dilationHFactor, padding);
	const columns = covered(inWidth, outWidth, width, strideW, dilationWFactor, padding);
	const pixels = new Int32Array(batch * outHeight * outWidth * height * width);
	let next = 0;
	for (let image = 0; image < batch; image++) for (let y = 0; y < outHeight; y++) for (let x = 0; x < outWidth; x++) for (let ky = 0; ky < height; ky++) for (let kx = 0; kx < width; kx++) {
		const row = rows[y * height + ky];
		const column = columns[x * width + kx];
		pixels[next++] = row < 0 || column < 0 ? -1 : (image * inHeight + row) * inWidth + column;
	}
	return pixels;
}
function covered(size, outSize, kernel, stride, dilation, padding) {
	const missing = Math.max(0, (outSize - 1) * stride + (kernel - 1) * dilation + 1 - size);
	const before = padding === 0 ? Math.floor(missing / 2) : 0;
	const indices = new Int32Array(outSize * kernel);
	for (let i = 0; i < indices.length; i++) {
		const index = Math.floor(i / kernel) * stride + i % kernel * dilation - before;
		indices[i] = index >= 0 && index < size ? index : -1;
	}
	return indices;
}
var Observer = class {
	#process;
	#news = new EventEmitter();
	#answer;
	#received = 0;
	#pending = 0;
	isEndless = false;
	#ending;
	constructor({ program, library, model, onAnswer }) {
		this.#answer = new Float32Array(3 * model.outputs.length);
		this.#process = spawn(program, [], {
			cwd: "/",
			env: { LD_LIBRARY_PATH: library },
			stdio: "pipe"
		});
		ownChild(this.#process);
		const { stdin, stdout, stderr } = this.#process;
		this.#process.on("error", () => this.#end(null)).on("close", (status) => this.#end(status));
		stdin.on("error", () => {});
		stderr.resume();
		stdout.on("data", (data) => this.#receive(data, onAnswer));
		stdin.write(numbers$1([observerGreeting, model.bytes.length]));
		stdin.write(model.bytes);
		stdin.write(numbers$1([model.inputs, model.outputs].flatMap((ports) => [ports.length, ...ports.map(bytesIn)])));
	}
	async room() {
		while (this.#pending >= 2 && !this.#ending) await this.#change();
		return !this.#ending;
	}
	give(inputs) {
		this.#pending++;
		for (const input of inputs) this.#process.stdin.write(bytesOf(input));
	}
	async end() {
		this.#process.stdin.end();
		while (!this.#ending) await this.#change();
		return this.#ending.status === 0 && this.#pending === 0;
	}
	kill() {
		killChild(this.#process);
	}
	async #change() {
		const clock = setTimeout(() => {
			this.isEndless = true;
			this.kill();
		}, 6e4);
		await once(this.#news, "change");
		clearTimeout(clock);
	}
	#end(status) {
		this.#ending ??= { status };
		this.#news.emit("change");
	}
	#receive(data, onAnswer) {
		const answer = bytesOf(this.#answer);
		for (let at = 0; at < data.length;) {
			const some = data.subarray(at, at + answer.length - this.#received);
			answer.set(some, this.#received);
			at += some.length;
			this.#received += some.length;
			if (this.#received < answer.length) continue;
			this.#received = 0;
			this.#pending--;
			onAnswer(this.#answer);
			this.#news.emit("change");
		}
	}
};
const bytesIn = ({ type, shape }) => byteCount(type, shape);
const numbers$1 = (values) => bytesOf(BigUint64Array.from(values, BigInt));
// src/runtime/observer/probe.ts
const { SAME } = Padding;
const { NONE, RELU, RELU6 } = ActivationFunctionType;
const { CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, FULLY_CONNECTED } = BuiltinOperator;
const { ADD, MUL, HARD_SWISH, AVERAGE_POOL_2D, MEAN } = BuiltinOperator;
function probe() {
	const net = new Net();
	const input = newTensor("input", 0, [
		1,
		15,
		15,
		3
	]);
	const stem = net.convolve(input, 20, 3, 2, RELU6);
	const wide = net.convolve(net.depthwise(stem, 3, 1), 37, 1, 1, NONE);
	const small = net.convolve(net.depthwise(wide, 5, 2), 40, 1, 1, RELU);
	const curved = net.add(HARD_SWISH, [small], small.shape, null);
	const sum = net.add(ADD, [curved, net.convolve(small, 40, 3, 1, NONE)], small.shape, new AddOptionsT());
	const mean = net.add(MEAN, [sum, integers(1, 2)], [
		1,
		1,
		1,
		40
	], new ReducerOptionsT(true));
	const scaled = net.add(MUL, [sum, mean], sum.shape, new MulOptionsT());
	const pooled = net.add(AVERAGE_POOL_2D, [scaled], [
		1,
		2,
		2,
		40
	], new Pool2DOptionsT(SAME, 2, 2, 2, 2));
	net.connect(pooled, 33);
	net.connect(net.connect(mean, 19), 5);
	net.enlarge(scaled, 10);
	return newModel([newSubgraph([input], net.outputs, net.operators)]);
}
const probeInput = () => numbers([
	1,
	15,
	15,
	3
], 0);
var Net = class {
	operators = [];
	outputs = [];
	add(code, inputs, shape, options) {
		const output = newTensor(`output_${this.outputs.length}`, 0, shape);
		this.outputs.push(output);
		this.operators.push(newOperator(code, {
			inputs,
			outputs: [output],
			options
		}));
		return output;
	}
	convolve(from, channels, size, stride, activation) {
		const [, height = 0, width = 0, given = 0] = from.shape;
		const shape = [
			1,
			Math.ceil(height / stride),
			Math.ceil(width / stride),
			channels
		];
		const options = new Conv2DOptionsT(SAME, stride, stride, activation);
		return this.add(CONV_2D, [from, ...this.#weights([
			channels,
			size,
			size,
			given
		], channels)], shape, options);
	}
	depthwise(from, size, stride) {
		const [, height = 0, width = 0, channels = 0] = from.shape;
		const shape = [
			1,
			Math.ceil(height / stride),
			Math.ceil(width / stride),
			channels
		];
		const options = new DepthwiseConv2DOptionsT(SAME, stride, stride, 1, RELU6);
		return this.add(DEPTHWISE_CONV_2D, [from, ...this.#weights([
			1,
			size,
			size,
			channels
		], channels)], shape, options);
	}
	connect(from, channels) {
		const given = elementCount(from.shape);
		const options = new FullyConnectedOptionsT(RELU);
		return this.add(FULLY_CONNECTED, [from, ...this.#weights([channels, given], channels)], [1, channels], options);
	}
	enlarge(from, channels) {
		const [, height = 0, width = 0, given = 0] = from.shape;
		const shape = [
			1,
			2 * height,
			2 * width,
			channels
		];
		const [weights] = this.#weights([
			channels,
			3,
			3,
			given
		], channels);
		const inputs = [
			integers(...shape),
			weights,
			from
		];
		return this.add(TRANSPOSE_CONV, inputs, shape, new TransposeConvOptionsT(SAME, 2, 2));
	}
	#weights(shape, channels) {
		return [shape, [channels]].map((each, i) => {
			const data = bytesOf(numbers(each, 2 * this.outputs.length + i + 1));
			return newTensor("", 0, each, { data });
		});
	}
};
const integers = (...values) => newTensor("", 2, [values.length], { data: bytesOf(Int32Array.from(values)) });
function numbers(shape, seed) {
	const random = randomNumbers(seed);
	return Float32Array.from({ length: elementCount(shape) }, () => 2 * random() - 1);
}
// src/runtime/observer/ranges.ts
function hasNativeBuild() {
	const { platform, arch } = process;
	const isThere = hasAsset("litert-x64/observer") && hasAsset("litert-x64/libLiteRt.so");
	return platform === "linux" && arch === "x64" && isThere && canFuse();
}
function computesSameBits(model, subgraph) {
	const readers = consumers(subgraph);
	const isFloat = [...subgraph.inputs, ...subgraph.outputs].every(({ type }) => type === 0);
	const agrees = subgraph.operators.every((operator) => {
		const rule = ruleOf(operator);
		const isLast = operator.outputs.every((output) => !readers.has(output));
		return rule?.sameBitsNatively?.(operator) || isLast && typeof rule?.kernels.int8?.output === "object";
	});
	return model.subgraphs.length === 1 && computesInFloat(model) && isFloat && agrees;
}
async function observeRanges(model, samples, options) {
	return await probeAgrees() ? observe(prepare(model, "model"), samples, options) : null;
}
let probing;
function probeAgrees() {
	probing ??= tryProbe();
	return probing;
}
async function tryProbe() {
	if (!hasNativeBuild()) return false;
	const sample = async () => ({ inputs: [probeInput()] });
	const ranges = await observe(prepare(probe(), "probe"), {
		size: 1,
		sample
	}, { processes: 1 });
	return ranges !== null && digest(ranges) === "8cabd1fe61db6238806c291ef2dfa78bb6eb99fd897aa123474b78f5ab19ef2a";
}
function digest({ min, max }) {
	return createHash("sha256").update(bytesOf(min)).update(bytesOf(max)).digest("hex");
}
const samplesPerProcess = 4;
async function observe(model, samples, { processes, signal, onProgress = () => {} }) {
	if (model.outputs.length === 0) return null;
	const ranges = reducers.ranges.start(model.outputs, void 0);
	let done = 0;
	const onAnswer = (answer) => {
		reducers.ranges.merge(ranges, unpack(answer));
		onProgress(++done);
	};
	const program = assetPath("litert-x64/observer");
	const library = dirname(assetPath("litert-x64/libLiteRt.so"));
	const length = Math.min(processes, Math.ceil(samples.size / samplesPerProcess));
	const observers = Array.from({ length }, () => new Observer({
		program,
		library,
		model,
		onAnswer
	}));
	const kill = () => observers.forEach((observer) => void observer.kill());
	signal?.addEventListener("abort", kill);
	const next = inTurn(samples);
	const sizes = model.inputs.map(({ shape }) => elementCount(shape));
	try {
		const ended = await Promise.all(observers.map((observer) => feed(observer, next, sizes)));
		signal?.throwIfAborted();
		if (observers.some(({ isEndless }) => isEndless)) throw endlessError(model, 60);
		return ended.every(Boolean) && done === samples.size ? ranges : null;
	} finally {
		kill();
		signal?.removeEventListener("abort", kill);
	}
}
function inTurn(samples) {
	let index = 0;
	let last = Promise.resolve();
	return (memory) => {
		const sample = last.then(async () => {
			if (index === samples.size) return void 0;
			return (await samples.sample(index++, memory)).inputs;
		});
		last = sample;
		return sample;
	};
}
async function feed(observer, next, sizes) {
	const memory = Array.from({ length: 2 }, () => sizes.map((size) => new Float32Array(size)));
	for (let turn = 0; await observer.room(); turn++) {
		const inputs = await next(memory[turn % 2]);
		if (!inputs) break;
		observer.give(inputs);
	}
	return observer.end();
}
function unpack(answer) {
	const pick = (offset) => Float32Array.from({ length: answer.length / 3 }, (_, i) => answer[3 * i + offset]);
	return {
		min: pick(0),
		max: pick(1),
		nan: Uint8Array.from(pick(2))
	};
}
export { EndlessError, NotRunnableError, SessionPool, canFuse, computesInFloat, computesSameBits, decodeOutput, encodeInput, enterModel, finishMoments, hasNativeBuild, heldOutSamples, histogramQuantile, isJudge, isStopped, litert, litertVersion, mayGoOn, observeRanges, openPrepared, openSession, ownFault, patchesOf, prepareForDevice, probeAgrees, reducers, require_src, shareLiteRtModule, step, tensorInfo, withObservedTensors };
