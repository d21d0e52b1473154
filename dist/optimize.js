import { DisjointSets, InputError, NumberSets, cholesky, damping, formatBytes, formatInteger, formatShare, messageOf, oneLine, silent, solve, solveTogether, units } from "./start.js";
import { assetPath, downloadSize, keep, readKept } from "./system.js";
import { DeviceRunError } from "./device.js";
import { BatchMatMulOptionsT, BuiltinOperator, Conv2DOptionsT, DensifyOptionsT, DepthwiseConv2DOptionsT, DequantizeOptionsT, DimensionMetadataT, DivOptionsT, FullyConnectedOptionsT, Int32VectorT, MulOptionsT, Pool2DOptionsT, QuantizeOptionsT, ReducerOptionsT, ReshapeOptionsT, SoftmaxOptionsT, SparsityParametersT, TensorType, Uint16VectorT, Uint8VectorT, activationPassesFactors, addTensors, bitsPerElement, byteCount, bytesOf, cloneModel, consumers, contradiction, densify, elementCount, elements, factsOf, fixDynamicShapes, float16ToFloat32, float32ToFloat16, freshName, graphOf, holdsNumbers, inputRole, insertAfter, insertBefore, isLarger, isReal, isUnpackable, kernelType, knownOperators, logitsOf, macs, mainSubgraph, modelInterface, newModel, newOperator, newQuantization, newSubgraph, newTensor, operatorName, optionsOf, outputRole, packBits, producedBytes, producers, raiseVersion, realValues, removeOperators, removeUnusedTensors, replaceGraphInput, replaceInput, replaceOutput, ruleOf, settleShapes, storedAs, tensorName, totalMacs, typedData, unpackBits, writeModel } from "./model.js";
import { isFilePath, parseYaml, readYamlBytes, suggestion } from "./yaml.js";
import { _enum, array, boolean, discriminatedUnion, int, literal, number, object, strictObject, string, tuple } from "./zod.js";
import { OutputCache, classifierOf, evaluateModel, randomDataset } from "./data.js";
import { EndlessError, NotRunnableError, SessionPool, canFuse, computesInFloat, computesSameBits, decodeOutput, encodeInput, finishMoments, hasNativeBuild, heldOutSamples, histogramQuantile, isJudge, litertVersion, observeRanges, openSession, patchesOf, probeAgrees, reducers, tensorInfo, withObservedTensors } from "./runtime.js";
import { PartsSqnr, accuracyUnit, partsOfOutputs, roundedToZero } from "./report.js";
import { createRequire } from "node:module";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { readFileSync, readdirSync } from "node:fs";
// src/optimize/sensitivity/layer-pairs.ts
function pairLayers(source, before, result) {
	const [from, to] = [mainSubgraph(source), mainSubgraph(result)];
	const makers = producers(to);
	const shown = new Set(observableTensors(to));
	const find = finder(from, before[source.subgraphs.indexOf(from)] ?? [], shown);
	const layers = new Set(observableTensors(from));
	return from.operators.flatMap((operator, index) => {
		const [tensor] = operator.outputs;
		if (!tensor || !layers.has(tensor) || !computes(operator)) return [];
		const twin = find(tensor);
		return twin ? [{
			index,
			source: operator,
			from: tensor,
			result: makers.get(twin),
			to: twin
		}] : [];
	});
}
function computes(operator) {
	const rule = ruleOf(operator);
	return rule !== void 0 && !rule.anyType && outputRole(rule, 0) === "activation" && operator.outputs[0].type === 0;
}
function finder(from, before, shown) {
	const twins = new Map(from.tensors.map((tensor, i) => [tensor, before[i]]));
	const named = new Map();
	for (const tensor of shown) named.set(tensor.name, [...named.get(tensor.name) ?? [], tensor]);
	return (tensor) => {
		const twin = twins.get(tensor);
		const namesakes = tensor.name === "" ? [] : named.get(tensor.name) ?? [];
		const found = twin && shown.has(twin) ? twin : namesakes.length === 1 ? namesakes[0] : null;
		return found && elementCount(found.shape) === elementCount(tensor.shape) ? found : null;
	};
}
function observableTensors(subgraph) {
	const varying = new Set(subgraph.inputs);
	const seen = [];
	for (const { inputs, outputs } of subgraph.operators) {
		if (!inputs.some((input) => input && (varying.has(input) || input.isVariable))) continue;
		for (const output of outputs) {
			varying.add(output);
			if (numeric.has(output.type) && elementCount(output.shape) > 0) seen.push(output);
		}
	}
	return seen.filter((tensor) => !subgraph.inputs.includes(tensor));
}
const numeric = new Set([
	0,
	9,
	3,
	7
]);
function layerNumbers(model) {
	let next = 0;
	return mainSubgraph(model).operators.map((operator) => factsOf(operator).converts === "quantization" ? next : next++);
}
// src/optimize/zeros.ts
const prunedFrom = .02;
function countZeros(values) {
	let zeros = 0;
	for (let i = 0; i < values.length; i++) if (values[i] === 0) zeros++;
	return zeros;
}
// src/optimize/layer-zeros.ts
function zerosOf$2(model) {
	const numbers = numbersOf(model);
	return weightedOf(model).map((layer) => ({
		...describe$2(layer.operator, numbers),
		...countsOf(layer),
		before: null,
		pruned: null
	}));
}
function zerosSince({ source, before, result }, chosen) {
	const numbers = numbersOf(source);
	const sources = new Map(weightedOf(source).map((layer) => [layer.operator.outputs[0], layer]));
	const listed = before[source.subgraphs.indexOf(mainSubgraph(source))] ?? [];
	const twins = new Map(listed.map((tensor, i) => [tensor, mainSubgraph(source).tensors[i]]));
	return weightedOf(result).flatMap((layer) => {
		const output = layer.operator.outputs[0];
		const original = sources.get(twins.get(output));
		if (!original) return [];
		const { zeros: had } = countsOf(original);
		const counts = countsOf(layer);
		const kept = Math.min(had, counts.zeros);
		const pruned = Math.min(chosen.get(output) ?? 0, counts.zeros - kept);
		return [{
			...describe$2(original.operator, numbers),
			...counts,
			before: kept,
			pruned
		}];
	});
}
function shareOfZeros(layers) {
	const sum = (key) => layers.reduce((total, layer) => total + layer[key], 0);
	return sum("zeros") / Math.max(1, sum("weights"));
}
const notable = .1;
const isNotable = (layers) => shareOfZeros(layers) >= notable;
function weightedOf(model) {
	const subgraph = mainSubgraph(model);
	const makers = producers(subgraph);
	return subgraph.operators.flatMap((operator) => {
		const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
		const weights = place && operator.inputs[place.input];
		const stored = weights && storedAs(weights, makers);
		return stored && hasNumbers(stored) ? [{
			operator,
			stored
		}] : [];
	});
}
function hasNumbers(stored) {
	const details = stored.quantization?.details;
	return stored.data !== null && stored.data.length > 0 && isReal(stored) && details?.kind !== "custom";
}
function countsOf({ operator, stored }) {
	const values = realValues(stored);
	const isRead = operator.inputs.includes(stored);
	const storage = !stored.sparsity ? "dense" : isRead ? "sparse" : "unpacked";
	return {
		weights: values.length,
		zeros: countZeros(values),
		storage
	};
}
function numbersOf(model) {
	const numbers = layerNumbers(model);
	return new Map(mainSubgraph(model).operators.map((operator, i) => [operator, numbers[i]]));
}
function describe$2(operator, numbers) {
	return {
		index: numbers.get(operator),
		operator: operatorName(operator),
		name: operator.outputs[0]?.name ?? ""
	};
}
// src/optimize/calibrate/samples.ts
const calibrationSamples = {
	fast: 100,
	default: 500,
	best: 2e3
};
function samplesToCalibrate({ dataset, effort }) {
	const part = dataset?.calibration;
	if (!part || part.size === 0) throw new InputError("int8 needs samples to measure the ranges of activations", { hint: "Name a data set, or say \"calibration: random\" in the recipe and live with a guess" });
	return spreadOver(part, calibrationSamples[effort]);
}
function hasSamples({ dataset }) {
	return dataset !== null && !dataset.synthetic && dataset.calibration.size > 0;
}
function spreadOver(part, limit) {
	const size = Math.min(part.size, limit);
	return {
		size,
		sample: (index, into) => part.sample(Math.floor(index * part.size / size), into)
	};
}
function assertFits({ inputs }, index, tensors) {
	const [given, taken] = [inputs.map(({ length }) => length), tensors.map(elements)];
	if (String(given) === String(taken)) return;
	throw new InputError(`it has ${given.join(", ")} values, and the model takes ${taken.join(", ")}`, {
		place: `calibration sample ${index}`,
		hint: "Check the data set against the model"
	});
}
// src/optimize/notes.ts
function addNote(context, level, message) {
	const line = oneLine(message);
	if (!context.notes.some((note) => note.message === line)) context.notes.push({
		level,
		message: line
	});
}
const maxName = 60;
function nameOf(operator) {
	const name = operator.outputs[0]?.name;
	const half = 59 / 2;
	const output = name && name.length > maxName ? `${name.slice(0, Math.ceil(half))}…${name.slice(-Math.floor(half))}` : name;
	return output ? `${operatorName(operator)} "${output}"` : operatorName(operator);
}
function count(number, noun) {
	return `${formatInteger(number)} ${noun}${number === 1 ? "" : "s"}`;
}
const maxNamed = 3;
function listOf(names) {
	const rest = names.length - maxNamed;
	const shown = names.slice(0, maxNamed).join(", ");
	return rest > 0 ? `${shown} and ${rest} more` : shown;
}
// src/optimize/sensitivity/limit.ts
const defaults = {
	maxLoss: "0.5pp",
	minSqnr: "30dB"
};
function limitOf(model, { maxLoss, minSqnr }) {
	const classifier = classifierOf(model, false);
	if (maxLoss && !classifier) throw new InputError("\"maxLoss\" counts samples that change their class, and the model names no classes", { hint: "Say \"minSqnr: 30dB\" in the recipe instead" });
	const loss = maxLoss ?? (classifier && !minSqnr ? defaults.maxLoss : null);
	const sqnr = minSqnr ?? (loss ? null : defaults.minSqnr);
	return {
		name: [loss && `"maxLoss: ${loss}"`, sqnr && `"minSqnr: ${sqnr}"`].filter(Boolean).join(" and "),
		holds: ({ agreement, sqnrDb }) => (!loss || 1 - (agreement ?? 1) <= Number.parseFloat(loss) / 100 + 1e-9) && (!sqnr || sqnrDb >= Number.parseFloat(sqnr))
	};
}
function fidelityText({ agreement, sqnrDb }) {
	const db = sqnrDb === Infinity ? "no noise" : `${sqnrDb.toFixed(1)} dB`;
	return agreement === null ? db : `${(agreement * 100).toFixed(1)} % of classes agree, ${db}`;
}
// src/optimize/sparse/decode-sparse.ts
function decodeSparse(model) {
	const sparse = model.subgraphs.flatMap(({ tensors }) => tensors).filter(isUnpackable);
	if (sparse.length === 0) return null;
	const undo = snapshot$1(model);
	for (const tensor of sparse) {
		tensor.data = densify(tensor);
		tensor.sparsity = null;
	}
	for (const subgraph of model.subgraphs) {
		const unpackers = subgraph.operators.filter(({ code, inputs, outputs }) => code === 124 && inputs[0]?.data && !inputs[0].sparsity && !subgraph.outputs.includes(outputs[0]));
		for (const { inputs, outputs } of unpackers) replaceInput(subgraph, outputs[0], inputs[0]);
		removeOperators(subgraph, unpackers);
	}
	removeUnusedTensors(model);
	return undo;
}
function snapshot$1(model) {
	const constants = model.subgraphs.flatMap(({ tensors }) => tensors).map((tensor) => [tensor, { ...tensor }]);
	const graphs = model.subgraphs.map(({ tensors, operators }) => ({
		tensors: [...tensors],
		operators: [...operators],
		inputs: operators.map(({ inputs }) => inputs)
	}));
	return () => {
		for (const [tensor, before] of constants) Object.assign(tensor, before);
		for (const [i, { tensors, operators, inputs }] of graphs.entries()) {
			Object.assign(model.subgraphs[i], {
				tensors,
				operators
			});
			for (const [k, operator] of operators.entries()) operator.inputs = inputs[k];
		}
	};
}
function onDense(transform) {
	return async (model, context) => {
		const undo = decodeSparse(model);
		const changed = await transform(model, context);
		if (!changed) undo?.();
		return changed;
	};
}
// src/optimize/steps.ts
function stepSchemaOf(transforms) {
	const steps = transforms.map(({ name, description, options }) => options.extend({ transform: literal(name) }).describe(description));
	return discriminatedUnion("transform", steps).superRefine((step, context) => {
		const { definition, options } = partsOf(step, transforms);
		for (const { option, message } of definition.problems?.(options) ?? []) context.addIssue({
			code: "custom",
			message,
			...option !== void 0 && { path: [option] }
		});
	});
}
function definitionOf({ transform }, transforms) {
	const found = transforms.find(({ name }) => name === transform);
	if (!found) throw new Error(`no transform is called "${transform}"`);
	return found;
}
function transformOf(step, transforms) {
	const { definition, options } = partsOf(step, transforms);
	const bare = definition.create(options);
	const needs = definition.needs?.(options) ?? [];
	const whole = (model, context) => {
		for (const need of needs) assertMet(need, context);
		return bare(model, context);
	};
	return definition.readsSparse ? whole : onDense(whole);
}
function partsOf(step, transforms) {
	const { transform: _, ...options } = step;
	return {
		definition: definitionOf(step, transforms),
		options
	};
}
function assertMet({ what, problem, hint }, context) {
	if (!(what === "samples" ? hasSamples(context) : context.onDevice !== void 0)) throw new InputError(problem, { hint });
}
// src/optimize/dead-operators.ts
function removeDeadOperators(subgraph, may = () => true) {
	const read = new Set(subgraph.outputs);
	const dead = [];
	for (let i = subgraph.operators.length - 1; i >= 0; i--) {
		const operator = subgraph.operators[i];
		if (!operator.outputs.some((output) => read.has(output) || output.isVariable) && ruleOf(operator) && may(operator)) dead.push(operator);
		else for (const input of operator.inputs) read.add(input);
	}
	removeOperators(subgraph, dead);
}
// src/optimize/transform.ts
function defineTransform(definition) {
	return definition;
}
// src/optimize/clean/conversions.ts
function bypassConversions(subgraph) {
	const makers = producers(subgraph);
	const known = new Map();
	for (const operator of subgraph.operators) {
		const [from] = operator.inputs;
		const [to] = operator.outputs;
		if (factsOf(operator).converts !== "quantization" || !from || !to) continue;
		const same = sameValues(operator, makers) ?? known.get(from)?.find((other) => storedAlike(other, to));
		if (same && !subgraph.outputs.includes(to)) replaceInput(subgraph, to, same);
		else known.set(from, [...known.get(from) ?? [], to]);
	}
}
function sameValues({ code, inputs: [from], outputs: [to] }, makers) {
	if (code !== 114 || !from || !to) return null;
	if (storedAlike(from, to)) return from;
	const maker = makers.get(from);
	const packed = maker?.code === 6 ? maker.inputs[0] : null;
	return packed?.quantization && storedAlike(packed, to) ? packed : null;
}
function storedAlike(a, b) {
	return a.type === b.type && String(a.shape) === String(b.shape) && scaledAlike(a.quantization, b.quantization);
}
function scaledAlike(a, b) {
	if (a?.details || b?.details) return false;
	const [first, second] = [formOf$1(a), formOf$1(b)];
	return first === second;
}
function formOf$1(quantization) {
	if (!quantization || quantization.scale.length === 0) return "";
	const { scale, zeroPoint, axis } = quantization;
	return `${scale.length > 1 ? axis : 0}: ${scale}; ${zeroPoint}`;
}
// src/optimize/clean/fold-constants.ts
const operatorBytes = 100;
const maxFoldedBytes = 2 ** 26;
const maxFoldedMacs = 2 ** 30;
const maxFolded = 200;
async function foldConstants(model) {
	let changed = false;
	for (const subgraph of model.subgraphs) changed = await foldSubgraph(subgraph) || changed;
	return changed;
}
async function foldSubgraph(subgraph) {
	const folded = [];
	const readers = consumers(subgraph);
	for (const operator of subgraph.operators) {
		if (folded.length >= maxFolded) break;
		if (!isFoldable(operator, subgraph) || !shrinks(operator, readers) || !isCheap(operator)) continue;
		const results = await compute$1(operator);
		if (!results) continue;
		operator.outputs.forEach((output, i) => {
			output.data = results[i];
		});
		folded.push(operator);
	}
	removeOperators(subgraph, folded);
	return folded.length > 0;
}
function isFoldable(operator, { outputs }) {
	const rule = ruleOf(operator);
	if (!rule || rule.converts) return false;
	return (tellsShape(operator) || operator.inputs.every((input) => !input || isPlainConstant(input))) && operator.outputs.every((output) => hasPlainSize(output) && !outputs.includes(output));
}
function tellsShape({ code, inputs: [input], outputs: [output] }) {
	if (code !== 77 || !input || output?.type !== 2) return false;
	return isStatic$2(input) && elementCount(output.shape) === input.shape.length;
}
const isStatic$2 = ({ shapeSignature, hasRank, shape }) => (hasRank || shape.length > 0) && !shapeSignature?.includes(-1);
function isPlainConstant(tensor) {
	const { data, sparsity, quantization, isVariable } = tensor;
	return data !== null && !sparsity && !quantization?.details && !isVariable && plainTypes.has(tensor.type);
}
const plainTypes = new Set([
	0,
	9,
	3,
	7,
	2,
	4,
	6
]);
function hasPlainSize(tensor) {
	return plainTypes.has(tensor.type) && isStatic$2(tensor) && !tensor.isVariable;
}
function isCheap(operator) {
	return producedBytes(operator) <= maxFoldedBytes && macs(operator) <= maxFoldedMacs;
}
function shrinks({ inputs, outputs }, readers) {
	const size = (tensor) => byteCount(tensor.type, tensor.shape) ?? Infinity;
	const gained = outputs.reduce((sum, output) => sum + size(output), 0);
	const lost = new Set(inputs.filter((input) => input?.data && readers.get(input)?.length === 1));
	return gained <= operatorBytes + [...lost].reduce((sum, input) => sum + (input?.data?.length ?? 0), 0);
}
async function compute$1(operator) {
	if (tellsShape(operator)) return [bytesOf(Int32Array.from(operator.inputs[0].shape))];
	const { model, given } = asModel(operator);
	if (given.length === 0) return null;
	try {
		const session = await openSession(model);
		try {
			return session.run(given.map((tensor) => typedData(tensor))).map(bytesOf);
		} finally {
			session.close();
		}
	} catch (error) {
		if (error instanceof NotRunnableError) return null;
		throw error;
	}
}
function asModel(operator) {
	const rule = ruleOf(operator);
	const isValue = (tensor, position) => tensor !== null && inputRole(rule, position) === "activation";
	const inputs = operator.inputs.map((tensor, i) => isValue(tensor, i) ? {
		...tensor,
		data: null,
		shapeSignature: null
	} : tensor);
	const values = inputs.filter((tensor, i) => isValue(tensor, i));
	const outputs = operator.outputs.map((tensor) => ({ ...tensor }));
	return {
		model: newModel([newSubgraph(values, outputs, [{
			...operator,
			inputs,
			outputs
		}])]),
		given: operator.inputs.filter((tensor, i) => isValue(tensor, i))
	};
}
// src/optimize/clean/identities.ts
function bypassIdentities(subgraph) {
	const makers = producers(subgraph);
	for (const operator of subgraph.operators) {
		const [from] = operator.inputs;
		const [to] = operator.outputs;
		if (!from || !to || !isStatic$1(from) || !isStatic$1(to)) continue;
		if (handsOn$1(operator) && storedAlike(from, to) && !from.isVariable && !subgraph.outputs.includes(to)) replaceInput(subgraph, to, from);
		else if (operator.code === 22 && handsOn$1(operator)) operator.inputs[0] = beforeReshapes(from, makers);
	}
}
const isStatic$1 = ({ shape, shapeSignature }) => shape.length > 0 && !shapeSignature?.includes(-1);
function handsOn$1(operator) {
	const { code } = operator;
	const second = operator.inputs[1];
	if (factsOf(operator).reshapes || code === 53) return !second || second.data !== null;
	if (code !== 39 && code !== 34) return false;
	const numbers = second?.data ? [...typedData(second)].map(Number) : null;
	if (code === 39) return numbers?.every((axis, i) => axis === i) ?? false;
	return numbers?.every((size) => size === 0) ?? false;
}
function beforeReshapes(tensor, makers) {
	const maker = makers.get(tensor);
	const [input] = maker?.inputs ?? [];
	return maker && factsOf(maker).reshapes && input && isStatic$1(input) && !input.isVariable && tensor.type === input.type ? beforeReshapes(input, makers) : tensor;
}
// src/optimize/clean/strip-names.ts
const ofTheConverter = new Set(["CONVERSION_METADATA", "debug_metadata"]);
function stripNames(model) {
	const kept = model.metadata.filter(({ name }) => !ofTheConverter.has(name));
	let changed = kept.length < model.metadata.length || model.description !== null;
	model.description = null;
	if (kept.length < model.metadata.length) model.metadata = kept;
	for (const subgraph of model.subgraphs) changed = stripSubgraph(subgraph, calledByNames(model, subgraph)) || changed;
	return changed;
}
function stripSubgraph(subgraph, kept) {
	const named = subgraph.tensors.filter((tensor) => tensor.name !== "" && !kept.has(tensor));
	for (const tensor of named) tensor.name = "";
	const hadName = subgraph.name !== null;
	subgraph.name = null;
	delete subgraph.debugMetadataIndex;
	for (const operator of subgraph.operators) delete operator.debugMetadataIndex;
	return named.length > 0 || hadName;
}
function calledByNames({ signatures }, subgraph) {
	const isSigned = signatures.some((signature) => signature.subgraph === subgraph);
	return new Set(isSigned ? [] : [...subgraph.inputs, ...subgraph.outputs]);
}
// src/optimize/clean/clean.ts
function clean({ stripNames: strips = false } = {}) {
	return async (model) => {
		const before = sizeOf$1(model);
		await foldConstants(model);
		for (const subgraph of model.subgraphs) {
			bypassConversions(subgraph);
			bypassIdentities(subgraph);
			removeDeadOperators(subgraph);
		}
		removeUnusedTensors(model);
		shareEqualConstants(model);
		return strips && stripNames(model) || sizeOf$1(model) < before;
	};
}
const cleanTransform = defineTransform({
	name: "clean",
	description: "Removes what nobody needs; what the model computes stays the same to the bit.",
	options: strictObject({ stripNames: boolean().exactOptional() }),
	create: clean,
	prepare: foldConstants,
	readsSparse: true,
	tidies: true
});
function sizeOf$1({ subgraphs }) {
	const tensors = subgraphs.flatMap((subgraph) => subgraph.tensors);
	const buffers = new Set(tensors.map(({ data }) => data));
	return subgraphs.reduce((sum, subgraph) => sum + subgraph.operators.length, 0) + tensors.length + buffers.size;
}
function shareEqualConstants(model) {
	const known = new Map();
	const digests = new Map();
	for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
		const { data } = tensor;
		if (!data || data.length === 0) continue;
		const digest = digests.get(data) ?? createHash("sha256").update(data).digest("base64");
		digests.set(data, digest);
		tensor.data = known.get(digest) ?? data;
		known.set(digest, tensor.data);
	}
}
// src/optimize/calibrate/method.ts
const calibrationMethodSchema = discriminatedUnion("method", [strictObject({ method: literal("min-max") }), strictObject({
	method: literal("percentile"),
	percentile: number().gt(50).max(100).default(99.99)
})]);
const CALIBRATION_DEFAULT = { method: "min-max" };
// src/optimize/constants.ts
function constantOf(input, makers) {
	if (!input || input.isVariable) return null;
	const maker = makers.get(input);
	const stored = maker?.code === 6 ? maker.inputs[0] : input;
	return stored?.data && !stored.sparsity && !stored.quantization?.details && holdsNumbers(stored.type) ? stored : null;
}
const known = new WeakMap();
const hasFiniteValues = (constant) => Number.isFinite(largestMagnitude(constant));
function largestMagnitude(constant) {
	const { data } = constant;
	if (!data || !holdsNumbers(constant.type)) return 0;
	const largest = known.get(data) ?? magnitudeOf$1(realValues(constant));
	known.set(data, largest);
	return largest;
}
function magnitudeOf$1(values) {
	let largest = 0;
	for (let i = 0; i < values.length; i++) {
		const magnitude = Math.abs(values[i]);
		if (!(magnitude <= largest)) largest = magnitude;
		if (Number.isNaN(magnitude)) return Infinity;
	}
	return largest;
}
function isFloat({ type }) {
	return type === 0 || type === 1;
}
function isInt8Weights({ type, quantization }, axis) {
	if (type !== 9 || !isSymmetric(quantization)) return false;
	return quantization.scale.length === 1 || quantization.axis === axis;
}
function isSymmetricWeights(constant, axis) {
	return isInt8Weights(constant.type === 17 ? {
		...constant,
		type: 9
	} : constant, axis);
}
function isSymmetric(quantization) {
	if (!quantization || quantization.scale.length === 0) return false;
	return quantization.zeroPoint.every((zeroPoint) => zeroPoint === 0n);
}
// src/optimize/quantize/affine.ts
const tensorTypes = {
	int8: 9,
	int16: 7
};
const maxMagnitude = 2 ** 63;
const minimumWidth = 1e-6;
function int8Parameters(range, minScale = 0) {
	const min = Math.min(0, range.min);
	const scale = (Math.max(0, range.max, min + minimumWidth, min + minScale * 255) - min) / 255;
	const zeroPoint = clamp(roundAway(-128 - min / scale), -128, 127);
	return {
		scale: Math.fround(scale),
		zeroPoint
	};
}
function int8Range({ scale, zeroPoint }) {
	return {
		min: scale * (-128 - zeroPoint),
		max: scale * (127 - zeroPoint)
	};
}
function toInt8(values, { scale, zeroPoint }) {
	const stored = new Int8Array(values.length);
	for (let i = 0; i < values.length; i++) stored[i] = clamp(roundAway(values[i] / scale) + zeroPoint, -128, 127);
	return stored;
}
const maxInt16 = 32767;
function int16Parameters$1({ min, max }, minScale = 0) {
	return {
		scale: Math.fround(Math.max(Math.max(Math.abs(min), Math.abs(max), minimumWidth) / maxInt16, minScale)),
		zeroPoint: 0
	};
}
function storedForm(type, range, minScale = 0) {
	return {
		type,
		...type === "int8" ? int8Parameters(range, minScale) : int16Parameters$1(range, minScale)
	};
}
function storedRange(form) {
	const largest = maxInt16 * form.scale;
	return form.type === "int8" ? int8Range(form) : {
		min: -largest,
		max: largest
	};
}
function toStored(values, form) {
	if (form.type === "int8") return toInt8(values, form);
	return Int16Array.from(values, (value) => clamp(roundAway(value / form.scale), -32767, maxInt16));
}
function rangeOf(values) {
	let min = values.length > 0 ? Infinity : 0;
	let max = values.length > 0 ? -Infinity : 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (value < min) min = value;
		if (value > max) max = value;
	}
	return {
		min,
		max
	};
}
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const roundAway = (value) => value <= -.5 ? -Math.round(-value) : Math.floor(value + .5);
// src/optimize/quantize/channels.ts
const maxCode = {
	8: 127,
	4: 7
};
const leastScale = 2 ** -126;
function channelLayout(shape, axis) {
	if (axis === null) return {
		outer: 1,
		channels: 1,
		inner: elementCount(shape)
	};
	return {
		outer: elementCount(shape.slice(0, axis)),
		channels: shape[axis] ?? 1,
		inner: elementCount(shape.slice(axis + 1))
	};
}
function absmaxScales(values, { outer, channels, inner }, largestCode = maxCode[8]) {
	const largest = new Float32Array(channels);
	let position = 0;
	for (let block = 0; block < outer; block++) for (let channel = 0; channel < channels; channel++) {
		let magnitude = largest[channel];
		for (const end = position + inner; position < end; position++) {
			const value = Math.abs(values[position]);
			if (value > magnitude) magnitude = value;
		}
		largest[channel] = magnitude;
	}
	const ofZeros = largest.reduce((a, b) => Math.max(a, b), 0) || 1;
	return largest.map((magnitude) => Math.max((magnitude || ofZeros) / largestCode, leastScale));
}
function toCodes(values, scale, layout, largestCode = maxCode[8]) {
	const { outer, channels, inner } = layout;
	const codes = new Int8Array(values.length);
	let position = 0;
	for (let block = 0; block < outer; block++) for (let channel = 0; channel < channels; channel++) {
		const step = scale[channel];
		for (const end = position + inner; position < end; position++) codes[position] = clamp(roundAway(values[position] / step), -largestCode, largestCode);
	}
	return codes;
}
// src/optimize/quantize/int8-layer.ts
const maxStoredBias = {
	int8: 2 ** 29,
	int16: 2 ** 45
};
const maxSum = 2 ** 31 - 1;
function quantizeLayer(operator, { rule, kernel, weightBits }, input, context) {
	const [place] = rule.weights?.(operator) ?? [];
	if (!place || inputRole(rule, place.input) !== "weights") return;
	const { subgraph, constants, makers } = context;
	const weights = constantOf(operator.inputs[place.input], makers);
	const biasPosition = positionOfBias$1(operator, rule);
	const bias = constantOf(operator.inputs[biasPosition], makers);
	const biasValues = bias && realValues(bias);
	const axis = context.perTensor.has(operator.code) ? null : place.axis;
	const scale = weightScales(weights, axis, weightBits, input, biasValues);
	operator.inputs[place.input] = storeWeights(weights, axis, weightBits, scale, context);
	settleBiasType(operator);
	if (!bias || !biasValues) return;
	const biasScale = scale.map((weightScale) => input.scale * weightScale);
	const isShort = context.biasBits === 32 && kernel.int32BiasVersion !== void 0 && operator.options !== null && sumsFit(operator.inputs[place.input], place.axis, biasValues, biasScale);
	if (isShort) Object.assign(operator.options, { quantizedBiasType: 2 });
	else askForLongBias(operator, input.type);
	const type = input.type === "int8" || isShort ? "int32" : "int64";
	operator.inputs[biasPosition] = constants.derive(subgraph, bias, `${type} ${biasScale}`, type, () => toStoredBias(biasValues, biasScale, type));
}
function settleBiasType(operator) {
	if (operator.code === 9) operator.options = optionsOf(operator, FullyConnectedOptionsT);
	const { options } = operator;
	if (!options || !("quantizedBiasType" in options)) return;
	if (!biasTypes$1.has(options.quantizedBiasType)) options.quantizedBiasType = 0;
}
function askForLongBias({ options }, type) {
	if (type !== "int16" || !options || !("quantizedBiasType" in options)) return;
	options.quantizedBiasType = 0;
}
const biasTypes$1 = new Set([
	0,
	2,
	4
]);
function sumsFit({ data, shape }, axis, bias, biasScale) {
	const codes = new Int8Array(data.buffer, data.byteOffset, elementCount(shape));
	const { outer, channels, inner } = channelLayout(shape, axis);
	const sums = new Float64Array(channels);
	for (let i = 0, run = 0; run < outer * channels; run++) for (const end = i + inner; i < end; i++) sums[run % channels] += Math.abs(codes[i]) + 1;
	const scaleOf = (channel) => biasScale[biasScale.length === 1 ? 0 : channel];
	return sums.every((sum, channel) => sum * 2 ** 15 + Math.abs(bias[channel] / scaleOf(channel)) < maxSum);
}
const positionOfBias$1 = ({ inputs }, rule) => inputs.findIndex((tensor, i) => tensor && inputRole(rule, i) === "bias");
const maxRescale = 256;
function leastOutputScale(operator, { rule, weightBits }, input, makers) {
	const [place] = rule.weights?.(operator) ?? [];
	if (!place || inputRole(rule, place.input) !== "weights") return 0;
	const weights = constantOf(operator.inputs[place.input], makers);
	const bias = constantOf(operator.inputs[positionOfBias$1(operator, rule)], makers);
	const scales = weightScales(weights, place.axis, weightBits, input, bias && realValues(bias));
	return 1.01 * input.scale * scales.reduce((a, b) => Math.max(a, b), 0) / maxRescale;
}
function storeWeights(weights, axis, bits, scale, { subgraph, constants }) {
	if (weights.type === 9) return weights;
	if (weights.type === 17) {
		if (bits === 4) return weights;
		return constants.derive(subgraph, weights, "int8", "int8", () => widen(weights));
	}
	const type = `int${bits}`;
	return constants.derive(subgraph, weights, `${type} ${axis} ${scale}`, type, () => toIntegerWeights(weights, axis, bits, scale));
}
function widen({ data, shape, quantization }) {
	const codes = unpackBits(data, elementCount(shape), 4, true);
	return {
		type: 9,
		data: bytesOf(codes),
		quantization
	};
}
function toIntegerWeights(constant, axis, bits, scale) {
	const codes = toCodes(realValues(constant), scale, channelLayout(constant.shape, axis), maxCode[bits]);
	const quantization = newQuantization([...scale], void 0, axis ?? 0);
	if (bits === 4) return {
		type: 17,
		data: packBits(codes, 4),
		quantization
	};
	return {
		type: 9,
		data: bytesOf(codes),
		quantization
	};
}
function weightScales(weights, axis, bits, input, bias) {
	if (!isFloat(weights)) return weights.quantization.scale;
	const scale = absmaxScales(realValues(weights), channelLayout(weights.shape, axis), maxCode[bits]);
	if (!bias) return scale;
	const step = input.scale * maxStoredBias[input.type];
	const least = leastScale / input.scale;
	for (let i = 0; i < scale.length; i++) if (scale[i] < least) scale[i] = least;
	if (scale.length === 1) return scale.map((value) => bias.reduce((a, b) => Math.max(a, Math.abs(b) / step), value));
	return scale.map((value, channel) => Math.max(value, Math.abs(bias[channel] ?? 0) / step));
}
function toStoredBias(bias, scale, type) {
	const codes = Array.from(bias, (value, i) => roundAway(value / scale[scale.length === 1 ? 0 : i]));
	const quantization = newQuantization([...scale]);
	if (type === "int64") return {
		type: 4,
		data: bytesOf(BigInt64Array.from(codes, BigInt)),
		quantization
	};
	const stored = Int32Array.from(codes, (code) => clamp(code, -(2 ** 31), 2 ** 31 - 1));
	return {
		type: 2,
		data: bytesOf(stored),
		quantization
	};
}
// src/optimize/quantize/placement.ts
function isInteger(placement) {
	return placement?.precision === "int8" || placement?.precision === "int16";
}
function tensorsOf(operator, rule, role) {
	const inputs = operator.inputs.filter((_, position) => inputRole(rule, position) === role);
	const outputs = operator.outputs.filter((_, position) => outputRole(rule, position) === role);
	return [...inputs, ...outputs].filter((tensor) => tensor !== null);
}
// src/optimize/quantize/saturation.ts
function saturations(subgraph, kernelOf) {
	const found = new Map();
	for (const [tensor, readers] of consumers(subgraph)) {
		const ranges = readers.map((reader) => kernelOf(reader)?.saturates);
		if (subgraph.outputs.includes(tensor) || !ranges.every((range) => range !== void 0)) continue;
		found.set(tensor, {
			min: Math.min(...ranges.map(({ min }) => min)),
			max: Math.max(...ranges.map(({ max }) => max))
		});
	}
	return found;
}
function kernelInUse(operator) {
	const rule = ruleOf(operator);
	const type = rule && kernelType(operator, rule);
	return type ? rule.kernels[type] : void 0;
}
// src/optimize/quantize/scale-groups.ts
var ScaleGroups = class {
	#groups = new DisjointSets();
	add(activation, type, { min, max }, fixed = null, headroom = 1) {
		if (this.#groups.has(activation)) return;
		this.#groups.add(activation, {
			type,
			min,
			max,
			fixed,
			minScale: 0,
			headroom
		});
	}
	join(a, b) {
		const [first, second] = [this.#groupOf(a), this.#groupOf(b)];
		if (first === second) return true;
		if (first.type !== second.type) return false;
		if (!canHold(first, second) || !canHold(second, first)) return false;
		first.min = Math.min(first.min, second.min);
		first.max = Math.max(first.max, second.max);
		first.headroom = Math.min(first.headroom, second.headroom);
		first.fixed ??= second.fixed;
		this.#groups.join(a, b, first);
		return true;
	}
	raise(activation, minScale) {
		const group = this.#groupOf(activation);
		group.minScale = Math.max(group.minScale, minScale);
	}
	has(activation) {
		return this.#groups.has(activation);
	}
	form(activation) {
		const group = this.#groupOf(activation);
		const { min, max, headroom } = group;
		const range = {
			min: min * headroom,
			max: max * headroom
		};
		return group.fixed ?? storedForm(group.type, range, group.minScale);
	}
	#groupOf(activation) {
		const group = this.#groups.facts(activation);
		if (!group) throw new Error("an activation was used before it was added");
		return group;
	}
};
function canHold({ fixed }, other) {
	if (!fixed) return true;
	if (other.fixed) return fixed.scale === other.fixed.scale && fixed.zeroPoint === other.fixed.zeroPoint;
	const held = storedRange(fixed);
	return other.min >= held.min - fixed.scale && other.max <= held.max + fixed.scale;
}
// src/optimize/quantize/activation-plan.ts
function tensorsToCalibrate(subgraph, placements) {
	const makers = producers(subgraph);
	const wanted = new Set();
	for (const [operator, placement] of placements) {
		for (const { tensor, constant } of activationInputs(operator, placement, makers)) if (!constant) wanted.add(tensor);
		for (const tensor of activationOutputs(operator, placement)) wanted.add(tensor);
	}
	return subgraph.tensors.filter((tensor) => wanted.has(tensor));
}
const int16Headroom = 2;
function planActivations(subgraph, placements, ranges, edges) {
	const useful = usefulRanges(subgraph, placements, ranges);
	const planner = new Planner(producers(subgraph), useful, {
		int8: 1,
		int16: int16Headroom
	});
	if (edges !== "float") planner.handIn(subgraph.inputs, edges);
	for (const [operator, placement] of placements) if (isInteger(placement)) planner.visit(operator, placement);
	for (const [operator, placement] of placements) if (isInteger(placement)) planner.heedLimits(operator, placement);
	return planner.plan();
}
function usefulRanges(subgraph, placements, ranges) {
	const useful = new Map(ranges);
	const kernelOf = (operator) => {
		const placement = placements.get(operator);
		return isInteger(placement) ? placement.kernel : void 0;
	};
	for (const [tensor, { min, max }] of saturations(subgraph, kernelOf)) {
		const range = ranges.get(tensor);
		const within = (value) => clamp(value, min, max);
		if (range) useful.set(tensor, {
			min: within(range.min),
			max: within(range.max)
		});
	}
	return useful;
}
var Planner = class {
	#groups = new ScaleGroups();
	#types = new Map();
	#handedIn = new Map();
	#converted = new Map();
	#keys = new Map();
	#makers;
	#ranges;
	#headroom;
	constructor(makers, ranges, headroom) {
		this.#makers = makers;
		this.#ranges = ranges;
		this.#headroom = headroom;
	}
	handIn(inputs, type) {
		for (const tensor of inputs) this.#handedIn.set(tensor, type);
	}
	visit(operator, placement) {
		const { precision, kernel } = placement;
		const rule = kernel.output;
		const outputs = activationOutputs(operator, placement);
		const fixed = typeof rule === "object" ? {
			type: precision,
			...rule
		} : null;
		for (const tensor of outputs) {
			this.#groups.add(tensor, precision, this.#ranges.get(tensor), fixed, this.#headroom[precision]);
			this.#types.set(tensor, precision);
		}
		const inputs = activationInputs(operator, placement, this.#makers).map((input) => ({
			...input,
			key: this.#keyOf(input, precision)
		}));
		this.#keys.set(operator, rule === "same" ? this.#joinAll(outputs, inputs) : inputs);
	}
	heedLimits(operator, placement) {
		const forms = this.#keys.get(operator).map(({ key }) => this.#groups.form(key));
		const limit = Math.max(placement.kernel.minOutputScale?.(forms.map(({ scale }) => scale)) ?? 0, placement.precision === "int8" ? leastOutputScale(operator, placement, forms[0], this.#makers) : 0);
		for (const tensor of activationOutputs(operator, placement)) this.#groups.raise(tensor, limit);
	}
	plan() {
		const reads = new Map();
		for (const [operator, inputs] of this.#keys) reads.set(operator, new Map(inputs.map((input) => this.#read(input))));
		const stored = [...this.#types.keys()].map((tensor) => [tensor, this.#groups.form(tensor)]);
		return {
			stored: new Map(stored),
			reads
		};
	}
	#keyOf({ tensor, constant }, type) {
		const handedIn = this.#handedIn.get(tensor);
		if (handedIn) this.#types.set(tensor, handedIn);
		const key = constant ? {} : this.#keyFor(tensor, type);
		const range = constant ? rangeOf(realValues(constant)) : this.#ranges.get(tensor);
		const unpacked = unpackedFrom(tensor, this.#makers);
		this.#groups.add(key, type, range, unpacked?.type === type ? unpacked : null);
		if (handedIn) this.#groups.add(tensor, handedIn, range);
		return key;
	}
	#keyFor(tensor, type) {
		if (this.#types.get(tensor) === type) return tensor;
		const keys = this.#converted.get(tensor) ?? {
			int8: {},
			int16: {}
		};
		this.#converted.set(tensor, keys);
		return keys[type];
	}
	#joinAll(outputs, inputs) {
		const [anchor, ...others] = outputs;
		for (const tensor of others) this.#groups.join(anchor, tensor);
		return inputs.map((input) => this.#groups.join(anchor, input.key) ? input : {
			...input,
			key: anchor
		});
	}
	#read({ position, constant, key }) {
		return [position, {
			constant,
			form: this.#groups.form(key)
		}];
	}
};
function activationInputs(operator, placement, makers) {
	if (!isInteger(placement)) return [];
	return operator.inputs.flatMap((tensor, position) => {
		return tensor && inputRole(placement.rule, position) === "activation" ? [{
			position,
			tensor,
			constant: constantOf(tensor, makers)
		}] : [];
	});
}
function activationOutputs(operator, placement) {
	if (!isInteger(placement)) return [];
	return operator.outputs.filter((_, position) => outputRole(placement.rule, position) === "activation");
}
function unpackedFrom(tensor, makers) {
	const maker = makers.get(tensor);
	const packed = maker?.code === 6 ? maker.inputs[0] : null;
	return packed && !packed.data ? storedFormOf(packed) : null;
}
function storedFormOf({ type, quantization }) {
	if (quantization?.scale.length !== 1) return null;
	const parameters = {
		scale: quantization.scale[0],
		zeroPoint: Number(quantization.zeroPoint[0] ?? 0n)
	};
	if (type === 9) return {
		type: "int8",
		...parameters
	};
	return type === 7 ? {
		type: "int16",
		...parameters
	} : null;
}
// src/optimize/edits.ts
function tensorLike(tensor, parts) {
	const { name, type, shape, shapeSignature, hasRank } = tensor;
	const isKnown = parts.shape || parts.data;
	return newTensor(name, type, [...shape], {
		shapeSignature: isKnown ? null : shapeSignature && [...shapeSignature],
		hasRank,
		...parts
	});
}
function conversion(from, to) {
	const dequantizes = to.type === 0;
	const operator = newOperator(dequantizes ? 6 : 114, {
		inputs: [from],
		outputs: [to],
		options: dequantizes ? new DequantizeOptionsT() : new QuantizeOptionsT()
	});
	raiseVersion(operator);
	return operator;
}
// src/optimize/quantize/derived-constants.ts
var DerivedConstants = class {
	#stored = new Map();
	#tensors = new Map();
	derive(subgraph, original, key, suffix, make) {
		const forms = entry(this.#tensors, original);
		const known = forms.get(key);
		if (known) return known;
		const name = freshName(subgraph, `${original.name}_${suffix}`);
		const tensor = tensorLike(original, {
			...this.#store(original, key, make),
			name
		});
		forms.set(key, tensor);
		subgraph.tensors.push(tensor);
		ownScales(subgraph, tensor);
		return tensor;
	}
	finish(model) {
		for (const subgraph of model.subgraphs) removeDeadOperators(subgraph, ({ code }) => code === 6);
		removeUnusedTensors(model);
		const present = new Set(model.subgraphs.flatMap(({ tensors }) => tensors));
		for (const [original, forms] of this.#tensors) {
			const [form] = forms.values();
			if (forms.size === 1 && form && present.has(form) && !present.has(original)) form.name = original.name;
		}
	}
	#store(original, key, make) {
		const forms = entry(this.#stored, original.data);
		const fullKey = [
			key,
			original.type,
			original.shape,
			original.quantization?.scale ?? ""
		].join(" ");
		const stored = forms.get(fullKey) ?? make();
		forms.set(fullKey, stored);
		return stored;
	}
};
function ownScales(subgraph, tensor) {
	const details = tensor.quantization?.details;
	if (details?.kind !== "blockwise") return;
	const scales = {
		...details.scales,
		name: freshName(subgraph, details.scales.name)
	};
	tensor.quantization = {
		...tensor.quantization,
		details: {
			...details,
			scales
		}
	};
	subgraph.tensors.push(scales);
}
function entry(map, key) {
	const known = map.get(key) ?? new Map();
	map.set(key, known);
	return known;
}
// src/optimize/quantize/schemes.ts
const schemes = {
	float16: {
		compute: "float",
		weights: "float16"
	},
	"weight-int8": {
		compute: "float",
		weights: "int8"
	},
	"weight-int4": {
		compute: "float",
		weights: "int4"
	},
	"dynamic-int8": {
		compute: "hybrid",
		weights: "int8"
	},
	"dynamic-int4": {
		compute: "hybrid",
		weights: "int4"
	},
	int8: {
		compute: "int8",
		weights: "int8"
	},
	int8x4: {
		compute: "int8",
		weights: "int4"
	},
	int16x8: {
		compute: "int16",
		weights: "int8"
	}
};
const schemeNames = Object.keys(schemes);
function computesIn(scheme) {
	return scheme === "float" ? "float" : schemes[scheme].compute;
}
// src/optimize/quantize/equals.ts
const ofWeights = { [126]: productAsLayer };
const ofActivations = {
	[9]: layerAsProduct,
	[92]: ({ inputs: [x] }) => product$1(x, x),
	[59]: ({ inputs: [x] }, place) => product$1(x, minusOne(place)),
	[42]: divisionAsProduct
};
function replaceByEquals(model, schemes) {
	const constants = new DerivedConstants();
	let replaced = false;
	for (const subgraph of model.subgraphs) {
		const place = {
			subgraph,
			makers: producers(subgraph),
			constants
		};
		for (const operator of subgraph.operators) {
			if (schemes.isRuled(operator) || !isFloatThroughout(operator)) continue;
			const equal = equalIn(schemes.of(operator), operator, place, subgraph === mainSubgraph(model));
			if (!equal) continue;
			Object.assign(operator, equal, { version: 1 });
			raiseVersion(operator);
			replaced = true;
		}
	}
	if (replaced) constants.finish(model);
}
function equalIn(scheme, operator, place, isMain) {
	if (scheme === "float" || scheme === "float16") return null;
	const { code } = operator;
	if (!ruleOf(operator)) return null;
	if (ofWeights[code]) return ofWeights[code](operator, place);
	const compute = computesIn(scheme);
	if (!isMain || compute === "float" || compute === "hybrid") return null;
	return ruleOf(operator)?.kernels[compute] && code !== 9 ? null : ofActivations[code]?.(operator, place) ?? null;
}
function isFloatThroughout({ inputs, outputs }) {
	return [...inputs, ...outputs].every((tensor) => !tensor || isFloat(tensor));
}
function productAsLayer(operator, place) {
	const { inputs, outputs } = operator;
	const [x, right] = [inputs[0], inputs[1]];
	const matrix = constantOf(right, place.makers);
	const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
	if (!matrix || adjX || constantOf(x, place.makers) || matrix.shape.length < 2) return null;
	const rank = x.shape.length;
	if (rank < 2 || outputs[0].shape.length !== rank) return null;
	if (elementCount(matrix.shape.slice(0, -2)) !== 1) return null;
	const weights = adjY && matrix.shape.length === 2 ? right : rowsOf(matrix, adjY, place);
	const layer = new FullyConnectedOptionsT();
	layer.keepNumDims = rank > 2;
	return {
		code: 9,
		inputs: [
			x,
			weights,
			null
		],
		options: layer
	};
}
function rowsOf(matrix, isTurned, { subgraph, constants }) {
	const [rows, columns] = matrix.shape.slice(-2);
	const make = () => {
		const values = realValues(matrix);
		const shape = isTurned ? [rows, columns] : [columns, rows];
		return floats(isTurned ? values : transposed(values, rows, columns), shape);
	};
	return constants.derive(subgraph, matrix, isTurned ? "flat" : "turned", "weights", make);
}
function transposed(values, rows, columns) {
	const turned = new Float32Array(values.length);
	for (let row = 0, i = 0; row < rows; row++) for (let column = 0; column < columns; column++) turned[column * rows + row] = values[i++];
	return turned;
}
function layerAsProduct(operator, { makers }) {
	const { inputs, outputs } = operator;
	const [x, weights, bias] = inputs;
	const { fusedActivationFunction, keepNumDims } = optionsOf(operator, FullyConnectedOptionsT);
	if (bias || fusedActivationFunction !== 0) return null;
	if (constantOf(weights, makers) || weights.data || weights.isVariable) return null;
	const rank = x.shape.length;
	if (outputs[0].shape.length !== rank || rank !== 2 && !keepNumDims) return null;
	const product = new BatchMatMulOptionsT(false, true);
	return {
		code: 126,
		inputs: [x, weights],
		options: product
	};
}
function divisionAsProduct(operator, place) {
	const [x, right] = operator.inputs;
	const divisor = constantOf(right, place.makers);
	if (!divisor) return null;
	const reciprocals = realValues(divisor).map((value) => 1 / value);
	if (!reciprocals.every(Number.isFinite)) return null;
	return product$1(x, place.constants.derive(place.subgraph, divisor, "reciprocal", "reciprocal", () => floats(reciprocals, divisor.shape)), optionsOf(operator, DivOptionsT).fusedActivationFunction);
}
function product$1(left, right, activation = 0) {
	return {
		code: 18,
		inputs: [left, right],
		options: new MulOptionsT(activation)
	};
}
const floats = (values, shape) => ({
	type: 0,
	data: bytesOf(values),
	quantization: null,
	shape: [...shape]
});
function minusOne({ subgraph }) {
	const name = freshName(subgraph, "minus_one");
	const tensor = newTensor(name, 0, [], { data: bytesOf(Float32Array.of(-1)) });
	subgraph.tensors.push(tensor);
	return tensor;
}
// src/optimize/quantize/packed-weights.ts
function packWeights(subgraph, packings, isWorthwhile, constants) {
	const makers = producers(subgraph);
	const readers = consumers(subgraph);
	const unpackings = new Map();
	let packed = 0;
	for (const operator of subgraph.operators) for (const packing of packings(operator)) {
		const { input, axis, form } = packing;
		const tensor = operator.inputs[input];
		const constant = constantOf(tensor, makers);
		if (!constant || !form.accepts(constant) || !isWorthwhile(constant, packing)) continue;
		if (!readers.get(tensor).every((reader) => takesComputed(reader, tensor))) continue;
		if (subgraph.outputs.includes(tensor) || subgraph.inputs.includes(tensor)) continue;
		const stored = constants.derive(subgraph, constant, `${form.name} ${axis}`, form.name, () => form.store(constant, axis));
		const maker = makers.get(tensor) ?? unpack$1(subgraph, tensor, stored);
		maker.inputs[0] = stored;
		raiseVersion(maker);
		if (!makers.has(tensor)) {
			const [first] = readers.get(tensor);
			unpackings.set(first, [...unpackings.get(first) ?? [], maker]);
		}
		makers.set(tensor, maker);
		packed++;
	}
	subgraph.operators = subgraph.operators.flatMap((operator) => [...unpackings.get(operator) ?? [], operator]);
	return packed;
}
function takesComputed(operator, tensor) {
	const rule = ruleOf(operator);
	return operator.inputs.every((input, position) => {
		return input !== tensor || rule && ["weights", "activation"].includes(inputRole(rule, position));
	});
}
function unpack$1(subgraph, tensor, stored) {
	stored.name = tensor.name;
	tensor.name = freshName(subgraph, `${tensor.name}_float`);
	tensor.data = null;
	return conversion(stored, tensor);
}
// src/optimize/quantize/weight-forms.ts
const maxHalf = 65504;
function float16Form(tooLarge) {
	return {
		name: "float16",
		bytes: ({ shape }) => 2 * elementCount(shape),
		accepts(constant) {
			if (constant.type !== 0) return false;
			const fits = isWithin(constant, maxHalf);
			if (!fits) tooLarge.add(`"${constant.name}"`);
			return fits;
		},
		store: (constant) => ({
			type: 1,
			data: bytesOf(float32ToFloat16(realValues(constant))),
			quantization: null
		})
	};
}
function integerForm(bits) {
	return {
		name: `int${bits}`,
		bytes: ({ shape }, axis) => elementCount(shape) * bits / 8 + 12 * (axis === null ? 1 : shape[axis] ?? 1),
		accepts: isStorable$1,
		store(constant, axis) {
			const values = realValues(constant);
			const layout = channelLayout(constant.shape, axis);
			const scale = absmaxScales(values, layout, maxCode[bits]);
			return storeCodes(values, scale, layout, bits, newQuantization([...scale], void 0, axis ?? 0));
		}
	};
}
function blockwiseForm(blockSize) {
	return {
		name: `int4_${blockSize}`,
		bytes: ({ shape }) => elementCount(shape) * (1 / 2 + 2 / blockSize),
		accepts: (constant) => isStorable$1(constant) && isWithin(constant, maxHalf * maxCode[4]),
		store(constant) {
			const values = realValues(constant);
			const layout = {
				outer: 1,
				channels: values.length / blockSize,
				inner: blockSize
			};
			const halves = float32ToFloat16(absmaxScales(values, layout, maxCode[4]));
			const shape = [constant.shape[0], constant.shape[1] / blockSize];
			const scales = newTensor(`${constant.name}_scales`, 1, shape, { data: bytesOf(halves) });
			const quantization = newQuantization([]);
			quantization.details = {
				kind: "blockwise",
				scales,
				zeroPoints: null,
				blockSize
			};
			return storeCodes(values, float16ToFloat32(halves), layout, 4, quantization);
		}
	};
}
function isWithin(constant, largest) {
	const { min, max } = rangeOf(realValues(constant));
	return min >= -largest && max <= largest;
}
const isStorable$1 = (constant) => isFloat(constant) && hasFiniteValues(constant);
function hasBlocks({ shape }, blockSize) {
	return shape.length === 2 && shape[1] % blockSize === 0;
}
function storeCodes(values, scale, layout, bits, quantization) {
	const codes = toCodes(values, scale, layout, maxCode[bits]);
	return bits === 8 ? {
		type: 9,
		data: bytesOf(codes),
		quantization
	} : {
		type: 17,
		data: packBits(codes, 4),
		quantization
	};
}
// src/optimize/quantize/narrow-weights.ts
function narrowWeights(model, options, context) {
	const tooLarge = new Set();
	const narrower = new Narrower(options, tooLarge);
	const constants = new DerivedConstants();
	let stored = 0;
	for (const subgraph of model.subgraphs) {
		const plan = new Map(subgraph.operators.map((operator) => [operator, narrower.plan(operator)]));
		const packings = (operator) => plan.get(operator).filter(({ kernel }) => kernel === null);
		const isWorthwhile = (constant, { form, axis }) => narrower.isWorthwhile(constant, form, axis, unpackingBytes);
		stored += packWeights(subgraph, packings, isWorthwhile, constants);
		const places = {
			subgraph,
			constants,
			makers: producers(subgraph)
		};
		for (const [operator, narrowings] of plan) for (const narrowing of narrowings) if (narrowing.kernel) stored += computeWith(operator, narrowing, narrower, places);
	}
	constants.finish(model);
	if (tooLarge.size > 0) addNote(context, "warning", `Beyond float16's range, and so left in float32: ${listOf([...tooLarge])}.`);
	return stored;
}
const unpackingBytes = 256;
const quantizationBytes = 64;
var Narrower = class {
	#options;
	#tooLarge;
	constructor(options, tooLarge) {
		this.#options = options;
		this.#tooLarge = tooLarge;
	}
	plan(operator) {
		const name = this.#options.schemes.of(operator);
		const rule = ruleOf(operator);
		if (name === "float" || !rule?.weights || operator.outputs[0]?.type !== 0) return [];
		const scheme = withoutSamples(schemes[name]);
		return rule.weights(operator).map((place) => this.#narrowing(operator, place, scheme));
	}
	isWorthwhile(constant, form, axis, overhead) {
		const { minElements } = this.#options;
		if (minElements !== null) return elements(constant) >= minElements;
		return form.bytes(constant, axis) + overhead < byteCount(constant.type, constant.shape);
	}
	#narrowing(operator, place, scheme) {
		const { input } = place;
		const axis = this.#options.perTensor.has(operator.code) ? null : place.axis;
		const bits = scheme.weights === "int4" && !place.wants8Bits && place.axis !== null ? 4 : 8;
		const kernel = scheme.compute === "hybrid" ? hybridKernel(operator, bits) : null;
		if (scheme.weights === "float16") return {
			input,
			axis,
			kernel,
			form: float16Form(this.#tooLarge)
		};
		if (kernel === "hybrid") return {
			input,
			axis,
			kernel,
			form: integerForm(8)
		};
		const { blockSize } = this.#options;
		return {
			input,
			axis,
			kernel,
			form: kernel === "hybrid4" && blockSize !== null && hasBlocks(operator.inputs[input], blockSize) ? blockwiseForm(blockSize) : integerForm(bits)
		};
	}
};
function withoutSamples(scheme) {
	if (!(scheme.compute === "int8" || scheme.compute === "int16")) return scheme;
	return schemes[scheme.weights === "int4" ? "dynamic-int4" : "dynamic-int8"];
}
function hybridKernel(operator, bits) {
	const kernels = ruleOf(operator).kernels;
	const types = bits === 4 ? ["hybrid4", "hybrid"] : ["hybrid"];
	const runs = (type) => {
		const kernel = kernels[type];
		return kernel !== void 0 && !kernel.undelegated && !kernel.refuses?.(operator);
	};
	return types.find(runs) ?? null;
}
function canReadAsIs(operator, input, constant) {
	if (!isSymmetricWeights(constant, ruleOf(operator).weights(operator).find((weights) => weights.input === input).axis)) return false;
	return constant.type === 9 || hybridKernel(operator, 4) === "hybrid4";
}
function unpackBias(operator, { subgraph, constants, makers }) {
	const rule = ruleOf(operator);
	for (const [position, input] of operator.inputs.entries()) {
		const bias = inputRole(rule, position) === "bias" ? constantOf(input, makers) : null;
		if (!bias || bias === input) continue;
		operator.inputs[position] = constants.derive(subgraph, bias, "float32", "float32", () => ({
			type: 0,
			data: bytesOf(realValues(bias)),
			quantization: null
		}));
	}
}
function computeWith(operator, { input, axis, form }, narrower, { subgraph, constants, makers }) {
	const constant = constantOf(operator.inputs[input], makers);
	if (!constant) return 0;
	const isNarrow = canReadAsIs(operator, input, constant);
	if (!isNarrow && !(form.accepts(constant) && narrower.isWorthwhile(constant, form, axis, quantizationBytes))) return 0;
	const stored = isNarrow ? constant : constants.derive(subgraph, constant, `${form.name} ${axis}`, form.name, () => form.store(constant, axis));
	if (operator.inputs[input] === stored) return 0;
	operator.inputs[input] = stored;
	unpackBias(operator, {
		subgraph,
		constants,
		makers
	});
	const { options } = operator;
	if (options && "asymmetricQuantizeInputs" in options) options.asymmetricQuantizeInputs = true;
	raiseVersion(operator);
	return 1;
}
// src/optimize/reconstruct/original.ts
function remember(model) {
	const copy = cloneModel(model);
	const operators = model.subgraphs.flatMap(({ operators: list }, i) => list.map((operator, k) => [operator, copy.subgraphs[i].operators[k]]));
	return {
		model: copy,
		operators: new Map(operators)
	};
}
// src/optimize/reconstruct/activations.ts
async function* activations(runner, model, subgraph, tensors) {
	const part = partOf(runner, model, subgraph, tensors);
	yield* runner.pool.outputs(part.model, part.samples);
}
function partOf(runner, model, subgraph, tensors) {
	const starts = new Set([...subgraph.inputs, ...runner.kept?.tensors(subgraph) ?? []]);
	const { operators, inputs } = behind(subgraph, tensors, starts);
	const outputs = tensors.map((tensor, i) => {
		if (!starts.has(tensor) && tensors.indexOf(tensor) === i) return tensor;
		const copy = copyOf(tensor, i);
		operators.push(copy);
		return copy.outputs[0];
	});
	const part = newSubgraph(inputs, outputs, operators, subgraph.name);
	const signature = {
		key: model.signatures[0]?.subgraph === subgraph ? model.signatures[0].key : "part",
		subgraph: part,
		inputs: part.inputs.map((tensor, i) => ({
			name: `input_${i}`,
			tensor
		})),
		outputs: outputs.map((tensor, i) => ({
			name: `output_${i}`,
			tensor
		}))
	};
	const subgraphs = model.subgraphs.map((each) => each === subgraph ? part : each);
	const samples = samplesOf$1(runner, subgraph, inputs);
	return {
		model: {
			...model,
			subgraphs,
			signatures: [signature]
		},
		samples
	};
}
function behind(subgraph, tensors, starts) {
	const makers = producers(subgraph);
	const needed = new Set();
	const reached = new Set();
	const need = (open) => {
		for (let tensor = open.pop(); tensor; tensor = open.pop()) {
			if (starts.has(tensor)) reached.add(tensor);
			const maker = starts.has(tensor) ? void 0 : makers.get(tensor);
			if (!maker || needed.has(maker)) continue;
			needed.add(maker);
			open.push(...maker.inputs.filter((input) => input !== null));
		}
	};
	need([...tensors]);
	const lastReader = subgraph.operators.findLastIndex((each) => needed.has(each) && readsVariable(each));
	for (const operator of subgraph.operators.slice(0, lastReader + 1)) {
		if (operator.outputs.length > 0) continue;
		needed.add(operator);
		need(operator.inputs.filter((input) => input !== null));
	}
	return {
		operators: subgraph.operators.filter((operator) => needed.has(operator)),
		inputs: [...starts].filter((tensor) => reached.has(tensor))
	};
}
const readsVariable = ({ inputs }) => inputs.some((input) => input?.type === 13);
function samplesOf$1({ samples, kept }, subgraph, inputs) {
	const readsSamples = inputs.some((tensor) => subgraph.inputs.includes(tensor));
	return {
		size: samples.size,
		sample: async (index) => {
			const given = readsSamples ? (await samples.sample(index)).inputs : [];
			const valuesOf = (tensor) => given[subgraph.inputs.indexOf(tensor)] ?? kept.values(subgraph, tensor, index);
			return { inputs: inputs.map(valuesOf) };
		}
	};
}
function copyOf(tensor, number) {
	const { type, shape, quantization } = tensor;
	const size = Int32Array.from(shape);
	const target = newTensor(`shape_${number}`, 2, [shape.length], { data: bytesOf(size) });
	const output = newTensor(`copy_${number}`, type, [...shape], { quantization });
	return newOperator(22, {
		inputs: [tensor, target],
		outputs: [output],
		options: new ReshapeOptionsT([...shape])
	});
}
// src/optimize/reconstruct/gather.ts
const budgets = {
	default: {
		samples: 500,
		inference: 1e10,
		rows: 2e4,
		moments: 2e9
	},
	best: {
		samples: 2e3,
		inference: 1e11,
		rows: 6e4,
		moments: 2e10
	}
};
const minSamples = 32;
async function gatherMoments(runner, { original, before, model, subgraph }, layer, withCross, budget) {
	const { patches } = layer;
	const { samples, kept } = runner;
	await kept?.advance(runner, original, before, layer.original);
	await kept?.advance(runner, model, subgraph, layer.operator);
	const { groups, columns, positions } = patches;
	const cost = groups * columns ** 2 * (withCross ? 1.5 : .5);
	const rows = Math.min(budget.rows, Math.max(4 * columns, budget.moments / cost));
	const perSample = Math.min(positions, Math.ceil(rows / samples.size));
	const changed = partOf(runner, model, subgraph, [layer.operator.inputs[patches.input]]);
	const runs = before === subgraph ? [changed] : [partOf(runner, original, before, [layer.original.inputs[patches.input]]), changed];
	const { depth, pixels } = patches;
	const plan = {
		patches: {
			groups,
			columns,
			depth,
			positions,
			pixels
		},
		withCross,
		perSample,
		samples: samples.size
	};
	return finishMoments(await runner.pool.reduceTogether("moments", runs, plan), patches);
}
function affordableSamples$1(part, subgraph, budget) {
	return spread$1(part, samplesFor(subgraph, budget), subgraph.inputs);
}
function samplesFor({ operators }, { samples, inference }) {
	const cost = totalMacs(operators);
	return Math.min(samples, Math.max(minSamples, Math.floor(inference / Math.max(1, cost))));
}
function spread$1(part, count, inputs) {
	return spreadOver({
		size: part.size,
		sample: async (index) => {
			const sample = await part.sample(index);
			assertFits(sample, index, inputs);
			return sample;
		}
	}, count);
}
// src/optimize/quantize/headroom.ts
const room$1 = 2.2;
const headroomOf = (values) => room$1 / Math.sqrt(Math.max(1, values));
function withHeadroom(ranges, placements, samples) {
	const widened = new Map(ranges);
	for (const [operator, placement] of placements) {
		if (!isInteger(placement) || placement.precision !== "int8" || placement.kernel.output !== "free") continue;
		for (const tensor of operator.outputs) {
			const range = ranges.get(tensor);
			if (!range) continue;
			const values = samples * elementCount(tensor.shape) / (tensor.shape.at(-1) || 1);
			const factor = 1 + headroomOf(values);
			widened.set(tensor, {
				min: range.min * factor,
				max: range.max * factor
			});
		}
	}
	return widened;
}
// src/optimize/quantize/refine/channel-groups.ts
function channelGroups$1(subgraph) {
	const tied = new TiedTensors();
	const isShared = sharedTensors(subgraph);
	for (const tensor of [...subgraph.inputs, ...subgraph.outputs]) tied.exclude(tensor);
	for (const operator of subgraph.operators) {
		const linear = linearOf(operator, isShared);
		if (linear) tied.addLinear(linear);
		else if (ruleOf(operator)?.passesFactors?.(operator)) tied.tie(operator);
		else for (const tensor of [...operator.inputs, ...operator.outputs]) if (tensor) tied.exclude(tensor);
	}
	return tied.groups().filter(({ writers, readers }) => writers.length > 0 && readers.length > 0);
}
var TiedTensors = class {
	#nodes = new DisjointSets();
	addLinear(linear) {
		const { operator, patches } = linear;
		const [input, output] = [operator.inputs[patches.input], operator.outputs[0]];
		this.#nodeOf(input).readers.push(linear);
		if (activationPassesFactors(operator)) this.#nodeOf(output).writers.push(linear);
		else this.exclude(output);
	}
	exclude(tensor) {
		this.#nodeOf(tensor).excluded = true;
	}
	tie(operator) {
		const rule = ruleOf(operator);
		const inputs = operator.inputs.filter((tensor, i) => tensor && inputRole(rule, i) === "activation");
		const [first, ...others] = [...inputs, ...operator.outputs];
		for (const tensor of others) this.#join(first, tensor);
		if (inputs.some((tensor) => tensor.data)) this.exclude(first);
	}
	groups() {
		return this.#nodes.all().filter(({ excluded, tensors, channels }) => {
			return !excluded && tensors.every(({ shape }) => shape.at(-1) % channels === 0);
		});
	}
	#nodeOf(tensor) {
		if (!this.#nodes.has(tensor)) {
			const channels = tensor.shape.at(-1) ?? 1;
			const excluded = tensor.type !== 0 || channels < 2;
			this.#nodes.add(tensor, {
				excluded,
				tensors: [tensor],
				channels,
				writers: [],
				readers: []
			});
		}
		return this.#nodes.facts(tensor);
	}
	#join(a, b) {
		const [first, second] = [this.#nodeOf(a), this.#nodeOf(b)];
		if (first === second) return;
		first.channels = Math.min(first.channels, second.channels);
		first.excluded ||= second.excluded;
		first.tensors.push(...second.tensors);
		first.writers.push(...second.writers);
		first.readers.push(...second.readers);
		this.#nodes.join(a, b, first);
	}
};
function linearOf(operator, isShared) {
	const rule = ruleOf(operator);
	const [place] = rule?.weights?.(operator) ?? [];
	const patches = place && patchesOf(operator);
	if (!rule || !patches) return null;
	const weights = operator.inputs[place.input];
	const bias = operator.inputs.find((tensor, i) => tensor && inputRole(rule, i) === "bias") ?? null;
	const isOwn = (tensor) => tensor.data && tensor.type === 0 && !isShared(tensor);
	return isOwn(weights) && !weights.sparsity && (!bias || isOwn(bias)) ? {
		operator,
		patches,
		weights,
		bias
	} : null;
}
function sharedTensors(subgraph) {
	const readers = consumers(subgraph);
	return (tensor) => (readers.get(tensor)?.length ?? 0) > 1 || subgraph.outputs.includes(tensor);
}
// src/optimize/quantize/refine/least-noise.ts
const leastPart = 1e-4;
const [firstStep, lastStep] = [1.5, 1.05];
function leastNoiseFactors(sides, channels) {
	const wishes = sides.map(wishedFactors);
	let best = {
		limits: wishes.map((wish) => largest(wish)),
		noise: Infinity
	};
	const attempt = (limits) => {
		const noise = noiseOf$1(sides, leastFactors(wishes, limits, channels));
		const isBetter = noise < best.noise * .9999;
		if (isBetter) best = {
			limits,
			noise
		};
		return isBetter;
	};
	attempt(best.limits);
	for (let step = firstStep; sides.length > 1 && step > lastStep;) {
		let moved = false;
		for (let i = 0; i < sides.length; i++) for (const change of [step, 1 / step]) moved = attempt(best.limits.with(i, best.limits[i] * change)) || moved;
		if (!moved) step = Math.sqrt(step);
	}
	return normalized(leastFactors(wishes, best.limits, channels));
}
function wishedFactors({ magnitudes, gains, strength }) {
	const [leastMagnitude, leastGain] = [magnitudes, gains].map((values) => leastPart * largest(values) || 1);
	return magnitudes.map((magnitude, channel) => {
		const ofMagnitude = strength * Math.log(Math.max(magnitude, leastMagnitude));
		const ofGain = (1 - strength) / 2 * Math.log(Math.max(gains[channel], leastGain));
		return Math.exp(ofMagnitude - ofGain);
	});
}
function leastFactors(wishes, limits, channels) {
	const factors = new Float64Array(channels);
	for (const [i, wish] of wishes.entries()) for (let channel = 0; channel < channels; channel++) factors[channel] = Math.max(factors[channel], wish[channel] / limits[i]);
	return factors;
}
function noiseOf$1(sides, factors) {
	const widths = new Map();
	for (const { activation, magnitudes } of sides) {
		let width = 0;
		for (let channel = 0; channel < factors.length; channel++) width = Math.max(width, magnitudes[channel] / factors[channel]);
		widths.set(activation, (widths.get(activation) ?? 0) + width);
	}
	let noise = 0;
	for (const { activation, gains } of sides) {
		const width = widths.get(activation);
		if (width === void 0) continue;
		widths.delete(activation);
		for (let channel = 0; channel < factors.length; channel++) noise += width * width * factors[channel] * factors[channel] * gains[channel];
	}
	return noise;
}
function normalized(factors) {
	const mean = factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length;
	return factors.map((factor) => Math.exp(Math.log(factor) - mean));
}
const largest = (values) => values.reduce((a, b) => Math.max(a, b), 0);
// src/optimize/quantize/refine/noise-gains.ts
const activePart = .5;
function noiseGains(subgraph, result) {
	const gains = new Map();
	gains.set(result, new Float64Array(result.shape.at(-1) ?? 1).fill(1));
	for (const operator of subgraph.operators.toReversed()) {
		const [output] = operator.outputs;
		const gain = output && gains.get(output);
		if (!gain) continue;
		const active = isCut(operator) ? activePart : 1;
		if (addLinear(gains, operator, gain, active)) continue;
		const rule = ruleOf(operator);
		for (const [position, input] of operator.inputs.entries()) {
			if (!input || input.data || !rule || inputRole(rule, position) !== "activation") continue;
			spread(gain, active * elementCount(output.shape) / elementCount(input.shape), gainsOf(gains, input));
		}
	}
	return gains;
}
function isCut({ options }) {
	if (!options || !("fusedActivationFunction" in options)) return false;
	return options.fusedActivationFunction !== 0;
}
function gainsOf(gains, tensor) {
	const known = gains.get(tensor) ?? new Float64Array(tensor.shape.at(-1) ?? 1);
	gains.set(tensor, known);
	return known;
}
function addLinear(gains, operator, gain, active) {
	const patches = patchesOf(operator);
	const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
	const weights = place && operator.inputs[place.input];
	if (!patches || !weights?.data) return false;
	const values = realValues(weights);
	const { groups, rows, columns, depth, stride, offset } = patches;
	const target = gainsOf(gains, operator.inputs[patches.input]);
	for (let channel = 0; channel < groups * rows; channel++) {
		const start = offset(channel);
		const first = Math.floor(channel / rows) * depth;
		for (let i = 0; i < columns; i++) {
			const weight = values[start + i * stride];
			target[(first + i % depth) % target.length] += active * weight * weight * gain[channel % gain.length];
		}
	}
	return true;
}
function spread(from, part, to) {
	const many = Math.max(from.length, to.length);
	if (many % from.length !== 0 || many % to.length !== 0) {
		const all = from.reduce((sum, gain) => sum + gain, 0);
		for (let i = 0; i < to.length; i++) to[i] += part * all / to.length;
		return;
	}
	const each = part * from.length / many;
	for (let i = 0; i < many; i++) to[i % to.length] += each * from[i % from.length];
}
// src/optimize/quantize/refine/equalize.ts
const caution = 5;
async function equalize(model, context) {
	const { dataset, effort, pool } = context;
	if (!dataset || effort === "fast") return;
	const subgraph = mainSubgraph(model);
	const groups = channelGroups$1(subgraph);
	if (groups.length === 0) return;
	const samples = affordableSamples$1(dataset.calibration, subgraph, budgets[effort]);
	const stage = context.progress.stage("equalizing channels", samples.size);
	try {
		const ranges = await channelRanges({
			pool,
			samples
		}, model, subgraph, groups);
		const gains = noiseGains(subgraph, logitsOf(model) ?? subgraph.outputs[0]);
		for (const group of groups) {
			const sides = group.tensors.flatMap((tensor) => {
				return sidesOf(tensor, ranges.get(tensor), gains.get(tensor), samples.size);
			});
			if (sides.length > 0) applyFactors(group, leastNoiseFactors(sides, group.channels));
		}
	} finally {
		stage.end();
	}
}
async function channelRanges(runner, model, subgraph, groups) {
	const tensors = groups.flatMap((group) => group.tensors);
	const plan = groups.flatMap(({ channels, tensors: { length } }) => Array(length).fill({ channels }));
	const part = partOf(runner, model, subgraph, tensors);
	const ranges = await runner.pool.reduceTogether("channelRanges", [part], plan);
	return new Map(tensors.map((tensor, i) => [tensor, ranges[i]]));
}
function sidesOf(activation, { above, below }, ofElements, samples) {
	if (!ofElements) return [];
	const channels = above.length;
	const gains = new Float64Array(channels);
	for (let i = 0; i < ofElements.length; i++) gains[i % channels] += ofElements[i];
	const headroom = headroomOf(samples * elementCount(activation.shape) / channels);
	const strength = Math.max(0, 1 - caution * headroom);
	return [above, below].flatMap((extremes) => {
		const magnitudes = Float64Array.from(extremes, (value) => value * (1 + headroom));
		return magnitudes.some((value) => value > 0) ? [{
			activation,
			magnitudes,
			gains,
			strength
		}] : [];
	});
}
function applyFactors({ writers, readers, channels }, factors) {
	const change = (tensor, edit) => {
		const values = realValues(tensor).slice();
		edit(values);
		tensor.data = bytesOf(values);
	};
	for (const writer of writers) {
		change(writer.weights, (values) => {
			eachWeight(writer, channels, (at, output) => {
				values[at] /= factors[output];
			});
		});
		if (writer.bias) change(writer.bias, (values) => values.forEach((_, i) => {
			values[i] /= factors[i % channels];
		}));
	}
	for (const reader of readers) change(reader.weights, (values) => {
		eachWeight(reader, channels, (at, _, input) => {
			values[at] *= factors[input];
		});
	});
}
function eachWeight({ patches }, channels, visit) {
	const { groups, rows, columns, depth, stride, offset } = patches;
	for (let channel = 0; channel < groups * rows; channel++) {
		const start = offset(channel);
		const first = Math.floor(channel / rows) * depth;
		for (let i = 0; i < columns; i++) visit(start + i * stride, channel % channels, (first + i % depth) % channels);
	}
}
// src/optimize/reconstruct/held-out.ts
function refitBias(moments, weights, bias, solution) {
	const { groups, rows, columns, stride, offset } = moments.patches;
	for (let channel = 0; channel < groups * rows; channel++) {
		const start = offset(channel);
		const mean = Math.floor(channel / rows) * columns;
		let value = bias[channel];
		for (let i = 0; i < columns; i++) {
			const at = start + i * stride;
			value += weights[at] * moments.mean[mean + i] - solution.weights[at] * moments.meanQuantized[mean + i];
		}
		solution.bias[channel] = value;
	}
}
function heldOutError({ patches, heldOut }, reference, candidate) {
	const { groups, rows, columns, stride, offset } = patches;
	let total = 0;
	for (let channel = 0; channel < groups * rows; channel++) {
		const start = offset(channel);
		const inGroup = Math.floor(channel / rows) * columns;
		const off = reference.bias[channel] - candidate.bias[channel];
		for (let sample = 0; sample < heldOut.count; sample++) {
			const from = sample * groups * columns + inGroup;
			let error = off;
			for (let i = 0; i < columns; i++) {
				const at = start + i * stride;
				error += reference.weights[at] * heldOut.x[from + i] - candidate.weights[at] * heldOut.xq[from + i];
			}
			total += error * error;
		}
	}
	return total / Math.max(1, heldOut.count);
}
// src/optimize/reconstruct/kept-activations.ts
const maxBytes = 4e8;
const exactTypes = new Set([
	0,
	9,
	3,
	7
]);
var KeptActivations = class {
	#fronts = new Map();
	tensors(subgraph) {
		return [...this.#fronts.get(subgraph)?.keys() ?? []];
	}
	values(subgraph, tensor, sample) {
		const stored = this.#fronts.get(subgraph).get(tensor)[sample];
		return decodeOutput(tensorInfo(tensor), stored);
	}
	async advance(runner, model, subgraph, operator) {
		const front = this.#fronts.get(subgraph) ?? new Map();
		const needed = readAfter(subgraph, subgraph.operators.indexOf(operator));
		if (!needed || !this.#hasRoom(subgraph, needed, runner.samples.size)) return;
		const missing = needed.filter((tensor) => !front.has(tensor));
		try {
			const computed = await compute(runner, model, subgraph, missing);
			const kept = needed.map((tensor) => [tensor, front.get(tensor) ?? computed.get(tensor)]);
			this.#fronts.set(subgraph, new Map(kept));
		} catch (error) {
			if (!(error instanceof NotRunnableError)) throw error;
		}
	}
	#hasRoom(subgraph, tensors, samples) {
		return [...[...this.#fronts].filter(([each]) => each !== subgraph).map(([, front]) => [...front.keys()]).flat(), ...tensors].reduce((sum, { type, shape }) => sum + byteCount(type, shape) * samples, 0) <= maxBytes;
	}
};
function readAfter({ inputs, outputs, operators }, position) {
	const varying = new Set(inputs);
	for (const operator of operators.slice(0, position)) {
		if (!operator.inputs.some((input) => input && varying.has(input))) continue;
		for (const output of operator.outputs) varying.add(output);
	}
	const read = new Set([...operators.slice(position).flatMap((operator) => operator.inputs), ...outputs]);
	const needed = [...varying].filter((tensor) => read.has(tensor) && !inputs.includes(tensor));
	const isPlain = ({ type, shape }) => exactTypes.has(type) && byteCount(type, shape) !== null;
	return !operators.some((operator) => operator.inputs.some((input) => input?.isVariable)) && needed.every(isPlain) ? needed : null;
}
async function compute(runner, model, subgraph, tensors) {
	const computed = new Map(tensors.map((tensor) => [tensor, []]));
	if (tensors.length === 0) return computed;
	for await (const outputs of activations(runner, model, subgraph, tensors)) for (const [i, tensor] of tensors.entries()) computed.get(tensor).push(encodeInput(tensorInfo(tensor), outputs[i]));
	return computed;
}
// src/optimize/reconstruct/layers.ts
function layersOf$1(quantized, subgraph, original, originals) {
	const constants = storedConstants(subgraph);
	const originalConstants = storedConstants(original);
	const isShared = sharedConstants(quantized);
	return subgraph.operators.flatMap((operator) => {
		const before = originals.get(operator);
		const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
		const patches = before && place && patchesOf(operator);
		if (!patches || before.code !== operator.code) return [];
		const stored = constants(operator.inputs[place.input]);
		const weights = originalConstants(before.inputs[place.input]);
		if (!stored || !weights || !isFloat(weights) || !isStorable(stored) || isShared(stored)) return [];
		const biasPosition = positionOfBias(operator);
		const bias = biasPosition === null ? null : biasOf(before.inputs[biasPosition], patches, originalConstants);
		if (biasPosition === null || !bias) return [];
		return [{
			original: before,
			operator,
			patches,
			float: {
				weights: realValues(weights),
				bias
			},
			stored,
			biasPosition
		}];
	});
}
function isStorable({ type, quantization, sparsity }) {
	if (sparsity) return false;
	if (type === 0) return true;
	if (type !== 9 && type !== 17) return false;
	if (quantization?.details) return quantization.details.kind === "blockwise" && !quantization.details.zeroPoints;
	return quantization?.zeroPoint.every((zeroPoint) => zeroPoint === 0n) ?? false;
}
function storedConstants(subgraph) {
	const makers = producers(subgraph);
	return (input) => {
		if (!input || input.isVariable) return null;
		const maker = makers.get(input);
		const stored = maker?.code === 6 ? maker.inputs[0] : input;
		return stored?.data ? stored : null;
	};
}
function sharedConstants(model) {
	const readers = new Map();
	const holders = new Map();
	for (const subgraph of model.subgraphs) {
		const makers = producers(subgraph);
		for (const [tensor, { length }] of [...consumers(subgraph)].map(([key, value]) => [key, value])) {
			const maker = makers.get(tensor);
			const stored = maker?.code === 6 ? maker.inputs[0] : tensor;
			readers.set(stored, Math.max(readers.get(stored) ?? 0, length));
		}
		for (const { data } of subgraph.tensors) if (data) holders.set(data, (holders.get(data) ?? 0) + 1);
	}
	return (constant) => (readers.get(constant) ?? 0) > 1 || (holders.get(constant.data) ?? 0) > 1;
}
function positionOfBias(operator) {
	const { code, inputs } = operator;
	const rule = ruleOf(operator);
	if (!rule) return null;
	const position = inputs.findIndex((tensor, i) => tensor && inputRole(rule, i) === "bias");
	if (position >= 0) return position;
	return code === 9 ? 2 : null;
}
function biasOf(tensor, { groups, rows }, constants) {
	if (!tensor) return new Float32Array(groups * rows);
	const constant = constants(tensor);
	return constant && isFloat(constant) ? realValues(constant) : null;
}
// src/optimize/reconstruct/output-means.ts
async function outputMeans(runner, model, subgraph, layers, outputOf) {
	const plan = layers.map((layer) => ({
		channels: layer.float.bias.length,
		limits: limitsOf(layer)
	}));
	const part = partOf(runner, model, subgraph, layers.map(outputOf));
	const means = await runner.pool.reduceTogether("channelMeans", [part], plan);
	const all = runner.samples.size;
	const held = heldOutSamples(all);
	for (const [i, { mean, heldOut, active }] of means.entries()) {
		const { positions } = layers[i].patches;
		for (let channel = 0; channel < mean.length; channel++) {
			mean[channel] /= (all - held) * positions || 1;
			heldOut[channel] /= held * positions || 1;
			active[channel] /= all * positions || 1;
		}
	}
	return means;
}
function limitsOf({ operator }) {
	const [low, high] = activationLimits(operator);
	const form = storedFormOf(operator.outputs[0]);
	if (!form) return [low, high];
	const { min, max } = storedRange(form);
	return [Math.max(low, min), Math.min(high, max)];
}
function activationLimits({ options }) {
	switch (options && "fusedActivationFunction" in options ? options.fusedActivationFunction : null) {
		case 1: return [0, Infinity];
		case 3: return [0, 6];
		case 2: return [-1, 1];
		default: return [-Infinity, Infinity];
	}
}
// src/optimize/reconstruct/store-bias.ts
function storeBias(layer, bias, subgraph) {
	const { operator, stored, patches } = layer;
	const target = ownBias(layer, subgraph);
	if (target.type === 0) {
		target.data = bytesOf(bias.slice());
		return;
	}
	const inputScale = operator.inputs[patches.input].quantization.scale[0];
	const scales = scalesOf(stored);
	const scale = Float32Array.from(scales, (value) => value * inputScale);
	target.quantization = newQuantization([...scale]);
	const codes = Array.from(bias, (value, i) => {
		const code = roundAway(value / scale[scale.length === 1 ? 0 : i]);
		return target.type === 2 ? clamp(code, -(2 ** 31), 2 ** 31 - 1) : code;
	});
	target.data = bytesOf(target.type === 2 ? Int32Array.from(codes) : BigInt64Array.from(codes, BigInt));
}
const biasTypes = {
	[9]: 2,
	[7]: 4
};
function ownBias({ operator, biasPosition, patches, float }, subgraph) {
	const bias = operator.inputs[biasPosition];
	const readers = subgraph.operators.filter(({ inputs }) => inputs.includes(bias ?? null));
	if (bias?.data && readers.length === 1) return bias;
	const input = operator.inputs[patches.input];
	const own = bias?.data ? tensorLike(bias, {
		name: freshName(subgraph, bias.name),
		quantization: bias.quantization
	}) : newTensor(freshName(subgraph, `${operator.outputs[0].name}_bias`), biasTypes[input.type] ?? 0, [float.bias.length]);
	addTensors(subgraph, own);
	operator.inputs[biasPosition] = own;
	return own;
}
function scalesOf({ quantization }) {
	const details = quantization?.details;
	return details?.kind === "blockwise" ? realValues(details.scales) : quantization?.scale ?? new Float32Array();
}
// src/optimize/reconstruct/settle.ts
const rounds = 3;
function settle$1(matrix, row, target, kept, gradient) {
	const size = row.length;
	gradient.fill(0);
	const move = (column, by) => {
		const start = column * size;
		for (let j = 0; j < size; j++) gradient[j] += by * matrix[start + j];
	};
	for (let i = 0; i < size; i++) if (row[i] !== target[i]) move(i, row[i] - target[i]);
	for (let round = 0; round < rounds; round++) for (let i = 0; i < size; i++) {
		if (kept[i] === 0) continue;
		const step = gradient[i] / matrix[i * size + i];
		if (step === 0) continue;
		row[i] -= step;
		move(i, -step);
	}
}
// src/optimize/quantize/refine/lattice.ts
function quadratic(matrix, size, damping) {
	let trace = 0;
	for (let i = 0; i < size; i++) trace += matrix[i * size + i];
	for (let i = 0; i < size; i++) matrix[i * size + i] += damping * trace / size;
	const order = Int32Array.from({ length: size }, (_, i) => i).sort((a, b) => matrix[a * size + a] - matrix[b * size + b] || a - b);
	const factor = new Float64Array(size * size);
	for (let i = 0; i < size; i++) for (let j = i; j < size; j++) factor[i * size + j] = matrix[order[i] * size + order[j]];
	return cholesky(factor, size) ? {
		size,
		matrix,
		order,
		factor
	} : null;
}
function nearestPlane({ size, order, factor }, weights, scale, { low, high }, codes, scratch, kept = null) {
	let error = 0;
	for (let i = size - 1; i >= 0; i--) {
		const row = i * size;
		let carried = 0;
		for (let j = i + 1; j < size; j++) carried += factor[row + j] * scratch[j];
		const column = order[i];
		const pivot = factor[row + i];
		const weight = weights[column];
		const wanted = kept?.[column] === 0 ? 0 : (weight + carried / pivot) / scale[column];
		const code = clamp(Math.round(wanted), low, high);
		codes[column] = code;
		scratch[i] = weight - code * scale[column];
		const rest = pivot * scratch[i] + carried;
		error += rest * rest;
	}
	return error;
}
function descend({ size, matrix }, weights, scale, { low, high }, codes, scratch, sweeps, kept = null) {
	gradient(matrix, size, weights, scale, codes, scratch);
	for (let sweep = 0; sweep < sweeps; sweep++) {
		let moved = false;
		for (let j = 0; j < size; j++) {
			const step = scratch[j] / (matrix[j * size + j] * scale[j]);
			if (step < .5 && step > -.5 || kept?.[j] === 0) continue;
			const change = clamp(codes[j] - Math.round(step), low, high) - codes[j];
			if (change === 0) continue;
			moved = true;
			codes[j] += change;
			const factor = change * scale[j];
			const row = j * size;
			for (let k = 0; k < size; k++) scratch[k] += factor * matrix[row + k];
		}
		if (!moved) break;
	}
}
function gradient(matrix, size, weights, scale, codes, result) {
	result.fill(0);
	for (let j = 0; j < size; j++) {
		const off = codes[j] * scale[j] - weights[j];
		if (off === 0) continue;
		const row = j * size;
		for (let k = 0; k < size; k++) result[k] += off * matrix[row + k];
	}
}
// src/optimize/quantize/refine/solve-layer.ts
function solveLayer(moments, weights, bias, grid, sweeps) {
	const { groups, rows, columns } = moments.patches;
	const solution = {
		codes: grid && new Int8Array(weights.length),
		weights: new Float32Array(weights.length),
		factors: new Float32Array(groups * rows).fill(1),
		bias: new Float32Array(groups * rows)
	};
	const rounding = grid && new Rounding(grid, columns, sweeps);
	const isPruned = countZeros(weights) >= prunedFrom * weights.length;
	for (let group = 0; group < groups; group++) {
		const form = quadratic(moments.products[group], columns, damping);
		for (let channel = group * rows; channel < (group + 1) * rows; channel++) {
			const row = rowOf(moments.patches, weights, channel);
			const kept = isPruned ? Uint8Array.from(row, (weight) => weight === 0 ? 0 : 1) : null;
			if (form) refit$2(moments.cross[group], form, row, kept);
			if (rounding) solution.factors[channel] = rounding.round(form, channel, row, kept);
			store$1(solution, moments.patches, channel, row, rounding);
		}
	}
	refitBias(moments, weights, bias, solution);
	return solution;
}
function rowOf({ columns, stride, offset }, weights, channel) {
	const start = offset(channel);
	const row = new Float64Array(columns);
	for (let i = 0; i < columns; i++) row[i] = weights[start + i * stride];
	return row;
}
function refit$2(cross, { size, matrix, order, factor }, row, kept) {
	const given = row.slice();
	const product = new Float64Array(size);
	for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) product[j] += row[i] * cross[i * size + j];
	const ordered = Float64Array.from(order, (column) => product[column]);
	solve(factor, size, ordered);
	for (let i = 0; i < size; i++) row[order[i]] += ordered[i];
	if (!kept) return;
	settle$1(matrix, given, row.slice(), kept, product);
	row.set(given);
}
var Rounding = class {
	codes;
	scale;
	#trial;
	#scratch;
	#grid;
	#sweeps;
	constructor(grid, columns, sweeps) {
		this.#grid = grid;
		this.#sweeps = sweeps;
		const numbers = () => new Float64Array(columns);
		[this.codes, this.scale, this.#scratch] = [
			numbers(),
			numbers(),
			numbers()
		];
		this.#trial = {
			codes: numbers(),
			scale: numbers()
		};
	}
	round(form, channel, row, kept) {
		if (!form) return this.#roundPlainly(channel, row);
		let [least, best] = [Infinity, 1];
		const { codes, scale } = this.#trial;
		for (const factor of this.#grid.factors) {
			this.#grid.scales(channel, factor, scale);
			const error = nearestPlane(form, row, scale, this.#grid, codes, this.#scratch, kept);
			if (error >= least) continue;
			[least, best] = [error, factor];
			this.codes.set(codes);
			this.scale.set(scale);
		}
		descend(form, row, this.scale, this.#grid, this.codes, this.#scratch, this.#sweeps, kept);
		return best;
	}
	#roundPlainly(channel, row) {
		const { low, high } = this.#grid;
		this.#grid.scales(channel, 1, this.scale);
		for (let i = 0; i < row.length; i++) this.codes[i] = clamp(roundAway(row[i] / this.scale[i]), low, high);
		return 1;
	}
};
function store$1({ codes, weights }, { columns, stride, offset }, channel, row, rounding) {
	const start = offset(channel);
	for (let i = 0; i < columns; i++) {
		const at = start + i * stride;
		if (codes && rounding) codes[at] = rounding.codes[i];
		weights[at] = rounding ? rounding.codes[i] * rounding.scale[i] : row[i];
	}
}
// src/optimize/quantize/refine/store.ts
const codeRanges = {
	[9]: {
		low: -127,
		high: 127
	},
	[17]: {
		low: -8,
		high: 7
	}
};
const int4Factors = [
	.5,
	.58,
	.65,
	.72,
	.79,
	.86,
	.93,
	1,
	1.05
];
function gridOf({ stored, patches }) {
	const range = codeRanges[stored.type];
	if (!range) return null;
	const { columns, stride, offset } = patches;
	const isFree = stored.type === 17 && scalesOf(stored).length >= patches.groups * patches.rows;
	const given = scalesOf(stored);
	const blockSize = blockSizeOf(stored);
	return {
		...range,
		factors: isFree ? int4Factors : [1],
		scales: (channel, factor, target) => {
			for (let i = 0; i < columns; i++) {
				const at = blockSize ? Math.floor((offset(channel) + i * stride) / blockSize) : channel;
				const scale = given[given.length === 1 ? 0 : at] * factor;
				target[i] = blockSize ? roundedToHalf(scale) : Math.fround(scale);
			}
		}
	};
}
function storedSolution({ operator, stored, biasPosition, float }) {
	const bias = operator.inputs[biasPosition];
	return {
		codes: null,
		weights: realValues(stored).slice(),
		factors: new Float32Array(float.bias.length).fill(1),
		bias: bias?.data ? realValues(bias).slice() : new Float32Array(float.bias.length)
	};
}
function storeSolution(layer, solution, subgraph) {
	const { stored } = layer;
	if (solution.codes) {
		stored.data = stored.type === 17 ? packBits(solution.codes, 4) : bytesOf(solution.codes);
		if (solution.factors.some((factor) => factor !== 1)) storeScales(layer, solution.factors);
	} else if (stored.type === 0) stored.data = bytesOf(solution.weights);
	storeBias(layer, solution.bias, subgraph);
}
function storeScales({ stored, patches }, factors) {
	const details = stored.quantization.details;
	const scales = scalesOf(stored);
	const perChannel = scales.length / (patches.groups * patches.rows);
	const scaled = scales.map((scale, i) => scale * factors[Math.floor(i / perChannel)]);
	if (details?.kind === "blockwise") details.scales.data = bytesOf(float32ToFloat16(scaled));
	else stored.quantization.scale = scaled;
}
function blockSizeOf({ quantization }) {
	return quantization?.details?.kind === "blockwise" ? quantization.details.blockSize : 0;
}
const roundedToHalf = (value) => float16ToFloat32(float32ToFloat16(Float32Array.of(value)))[0];
// src/optimize/quantize/refine/refine.ts
const sweeps = {
	default: 3,
	best: 10
};
const biasSteps = 2;
const leastActive = .1;
async function refine(original, model, context) {
	const { dataset, effort, pool } = context;
	if (!dataset || effort === "fast") return;
	const [subgraph, before] = [mainSubgraph(model), mainSubgraph(original.model)];
	const layers = layersOf$1(model, subgraph, before, original.operators);
	if (layers.length === 0) return;
	const stage = context.progress.stage("fitting layers", layers.length);
	const runner = {
		pool,
		samples: affordableSamples$1(dataset.calibration, before, budgets[effort]),
		kept: new KeptActivations()
	};
	try {
		const refinement = new Refinement(original.model, model, runner, budgets[effort], sweeps[effort]);
		const expected = await outputMeans(runner, original.model, before, layers, (layer) => layer.original.outputs[0]);
		for (const [i, layer] of layers.entries()) {
			await refinement.fit(layer);
			if (readsInt8(layer)) await refinement.correctBias(layer, expected[i]);
			stage.update(i + 1);
		}
	} finally {
		stage.end();
	}
}
var Refinement = class {
	original;
	model;
	before;
	subgraph;
	#runner;
	#budget;
	#sweeps;
	constructor(original, model, runner, budget, sweeps) {
		this.original = original;
		this.model = model;
		this.#runner = runner;
		this.#budget = budget;
		this.#sweeps = sweeps;
		this.before = mainSubgraph(original);
		this.subgraph = mainSubgraph(model);
	}
	async fit(layer) {
		const moments = await gatherMoments(this.#runner, this, layer, true, this.#budget);
		const { weights, bias } = layer.float;
		const solution = solveLayer(moments, weights, bias, gridOf(layer), this.#sweeps);
		const reference = layer.float;
		const [error, plainError] = [solution, storedSolution(layer)].map((each) => heldOutError(moments, reference, each));
		if (!(error < plainError)) return;
		storeSolution(layer, solution, this.subgraph);
	}
	async correctBias(layer, expected) {
		let { bias } = storedSolution(layer);
		let seen = await this.#outputsOf(layer);
		for (let step = 0; step < biasSteps; step++) {
			const moved = bias.map((value, channel) => {
				const off = expected.mean[channel] - seen.mean[channel];
				return Number.isFinite(off) ? value + off / Math.max(expected.active[channel], leastActive) : value;
			});
			storeBias(layer, moved, this.subgraph);
			const after = await this.#outputsOf(layer);
			if (!(distance(after.heldOut, expected.heldOut) <= distance(seen.heldOut, expected.heldOut))) {
				storeBias(layer, bias, this.subgraph);
				return;
			}
			[bias, seen] = [moved, after];
		}
	}
	async #outputsOf(layer) {
		const output = layer.operator.outputs[0];
		const [means] = await outputMeans(this.#runner, this.model, this.subgraph, [layer], () => output);
		return means;
	}
};
function distance(a, b) {
	return a.reduce((sum, value, i) => sum + (value - b[i]) * (value - b[i]), 0);
}
function readsInt8({ operator, patches }) {
	return operator.inputs[patches.input].type === 9;
}
// src/optimize/quantize/refine/reconstruct-weights.ts
async function quantizeByReconstruction(model, toNearest, storesActivations, context) {
	const { dataset, effort } = context;
	if (effort === "fast" || !dataset?.calibration.size || dataset.synthetic) return toNearest(model, context, false);
	const pool = context.pool ?? new SessionPool();
	const shared = {
		...context,
		pool
	};
	try {
		if (storesActivations) await orSkip(() => equalize(model, shared));
		const original = remember(model);
		const changed = await toNearest(model, shared, true);
		const problem = changed > 0 ? await orSkip(() => refine(original, model, shared)) : null;
		if (problem) addNote(context, "warning", `Weights are merely rounded: ${problem}.`);
		return changed;
	} finally {
		if (!context.pool) await pool.close();
	}
}
async function orSkip(work) {
	try {
		await work();
		return null;
	} catch (error) {
		if (error instanceof NotRunnableError) return error.problem;
		throw error;
	}
}
// src/optimize/quantize/name-pattern.ts
function matchesPattern(name, pattern) {
	let [at, position] = [0, 0];
	let [star, taken] = [-1, 0];
	while (at < name.length) if (pattern[position] === "*") {
		star = position++;
		taken = at;
	} else if (pattern[position] === "?" || pattern[position] === name[at]) {
		position++;
		at++;
	} else if (star >= 0) {
		position = star + 1;
		at = ++taken;
	} else return false;
	while (pattern[position] === "*") position++;
	return position === pattern.length;
}
// src/optimize/quantize/rules.ts
const comesAndGoes = (operator) => factsOf(operator).converts === "quantization";
const operatorNames = knownOperators().filter((code) => !comesAndGoes({ code })).map((code) => operatorName({
	code,
	customCode: null
})).sort();
const schemeSchema = _enum(["float", ...schemeNames]);
function ruleSchemaWith(shape) {
	return strictObject({
		operator: _enum(operatorNames).exactOptional(),
		tensor: string().min(1).max(1e3).exactOptional(),
		index: int().min(0).exactOptional(),
		...shape
	}).superRefine((rule, context) => {
		const target = rule;
		if ([
			"operator",
			"tensor",
			"index"
		].filter((key) => target[key] !== void 0).length === 1) return;
		context.addIssue({
			code: "custom",
			message: "a rule names either an \"operator\", a \"tensor\" or an \"index\"\nWrite a rule for each"
		});
	});
}
const ruleSchema = ruleSchemaWith({ scheme: schemeSchema });
function chooseSchemes(model, scheme, rules) {
	const ruled = new Map();
	return {
		of: (operator) => ruled.get(operator) ?? scheme,
		isRuled: (operator) => ruled.has(operator),
		unused: rules.filter((rule) => {
			const named = operatorsNamed(model, rule);
			for (const operator of named) ruled.set(operator, rule.scheme);
			return named.length === 0;
		})
	};
}
function operatorsNamed(model, target) {
	if (target.index === void 0) return model.subgraphs.flatMap(({ operators }) => operators.filter((each) => names(target, each)));
	return mainSubgraph(model).operators.filter((operator) => !comesAndGoes(operator)).slice(target.index, target.index + 1);
}
function names({ operator, tensor }, candidate) {
	if (comesAndGoes(candidate)) return false;
	if (operator !== void 0) return operatorName(candidate) === operator;
	return candidate.outputs.some(({ name }) => matchesPattern(name, tensor));
}
function nameOfRule({ operator, tensor, index }) {
	if (operator !== void 0) return `operator: ${operator}`;
	return tensor !== void 0 ? `tensor: ${tensor}` : `index: ${index}`;
}
// src/optimize/calibrate/range-cache.ts
const cacheVersion = 1;
const float32 = number().refine((value) => Object.is(Math.fround(value), value));
const rangesSchema = array(tuple([float32, float32]).refine(([min, max]) => min <= max));
function rangesKey(model, source) {
	const { data, samples, method, build } = source;
	const identity = JSON.stringify([
		cacheVersion,
		litertVersion,
		data,
		samples,
		method,
		build
	]);
	return createHash("sha256").update(`${identity.length}:${identity}`).update(model).digest("hex");
}
async function readRanges(cache, key, count) {
	return (await readKept(pathOf(cache, key), rangesSchema.length(count)))?.map(([min, max]) => ({
		min,
		max
	})) ?? null;
}
async function keepRanges(cache, key, ranges) {
	await keep(pathOf(cache, key), ranges.map(({ min, max }) => [min, max]));
}
function pathOf(cache, key) {
	return join(cache, "calibrations", `${key}.json`);
}
// src/optimize/calibrate/calibrate.ts
async function calibrate(model, subgraph, tensors, method, context) {
	const samples = samplesToCalibrate(context);
	const { dataset, cache = null } = context;
	if (dataset.synthetic) addNote(context, "warning", "Calibrated on seeded noise instead of samples: accuracy is left to chance.");
	const observed = withObservedTensors(model, tensors);
	const { outputs } = observed.subgraphs[model.subgraphs.indexOf(subgraph)];
	const measured = [...subgraph.inputs, ...outputs];
	const bytes = writeModel(observed);
	const build = buildFor(model, context);
	const key = rangesKey(bytes, {
		data: dataset.hash,
		samples: samples.size,
		method,
		build
	});
	const kept = cache === null ? null : await readRanges(cache, key, measured.length);
	const how = {
		method,
		build,
		isNative: build === "fused" && computesSameBits(model, subgraph)
	};
	const ranges = kept ?? await measure(bytes, new InputTap(samples, subgraph.inputs), how, context);
	const byTensor = new Map(measured.map((tensor, i) => [tensor, ranges[i]]));
	for (const tensor of tensors) assertFinite(tensor, byTensor.get(tensor), subgraph);
	if (cache !== null && !kept) await keepRanges(cache, key, ranges);
	return byTensor;
}
function startMeasuring(pool, effort) {
	if (effort === "fast" && hasNativeBuild()) {
		probeAgrees();
		pool.start("plain", 1);
	} else pool.start(floatBuild(effort));
}
function floatBuild(effort) {
	return effort === "fast" && canFuse() ? "fused" : "plain";
}
function buildFor(model, context) {
	if (!computesInFloat(model)) return "plain";
	if (context.effort === "fast" && !canFuse()) addNote(context, "warning", `This processor does not multiply and add in one step, as others do at this effort: what was measured may differ from theirs in the last digit.`);
	return floatBuild(context.effort);
}
async function measure(model, samples, { method, build, isNative }, context) {
	const stage = context.progress.stage("measuring activations", samples.size);
	const pool = context.pool ?? new SessionPool();
	const onProgress = (done) => stage.update(done);
	try {
		if (method.method === "min-max") {
			const inputs = samples.observe(reducers.ranges);
			const outputs = isNative && await observeRanges(model, samples, {
				processes: pool.threads,
				signal: pool.signal,
				onProgress
			}) || await pool.reduce("ranges", model, samples, {
				onProgress,
				build
			});
			return [...extremesOf(inputs), ...extremesOf(outputs)];
		}
		return [samples.observe(reducers.histograms), await pool.reduce("histograms", model, samples, {
			onProgress,
			build
		})].flatMap((histograms) => percentilesOf(histograms, method.percentile));
	} catch (error) {
		if (!(error instanceof NotRunnableError)) throw error;
		throw new InputError(`ranges of activations can't be measured, since ${error.problem}`, {
			hint: "Recipes that need no samples work without running the model: dynamic-int8, weight-int8, float16",
			cause: error
		});
	} finally {
		stage.end();
		if (!context.pool) await pool.close();
	}
}
function extremesOf({ min, max, nan }) {
	return Array.from(min, (low, i) => nan[i] ? {
		min: NaN,
		max: NaN
	} : {
		min: low,
		max: max[i]
	});
}
function percentilesOf(histograms, percentile) {
	return extremesOf(histograms).map(({ min, max }, i) => {
		if (!Number.isFinite(max - min)) return {
			min,
			max
		};
		const counts = histograms.counts[i];
		const low = histogramQuantile(counts, (100 - percentile) / 100);
		const high = histogramQuantile(counts, percentile / 100);
		return {
			min: Math.max(min, low),
			max: Math.min(max, high)
		};
	});
}
var InputTap = class {
	size;
	#observe = () => {};
	#part;
	#tensors;
	constructor(part, tensors) {
		this.#part = part;
		this.#tensors = tensors;
		this.size = part.size;
	}
	observe(reducer) {
		const result = reducer.start(this.#tensors, void 0);
		this.#observe = (inputs, index) => reducer.add(result, inputs, index, void 0);
		return result;
	}
	async sample(index, into) {
		const sample = await this.#part.sample(index, into);
		assertFits(sample, index, this.#tensors);
		this.#observe(sample.inputs, index);
		return sample;
	}
};
function assertFinite(tensor, range, subgraph) {
	if (range && Number.isFinite(range.min) && Number.isFinite(range.max)) return;
	const maker = producers(subgraph).get(tensor);
	const place = maker ? nameOf(maker) : `input "${tensor.name}"`;
	if (!range) throw new InputError("its values depend on no input, so that LiteRT does not show them", {
		place,
		hint: "Put \"transform: clean\" before this step, which computes constants once"
	});
	const problem = "it computes infinities or no numbers at all (NaN) on the calibration samples";
	throw new InputError(maker ? problem : problem.replace("computes", "holds"), {
		place,
		hint: "Check that the data set scales its samples as the model was trained on them"
	});
}
// src/optimize/quantize/edges.ts
function setEdges(model, subgraph, edges, fresh = new Map()) {
	let changed = 0;
	for (const input of new Set(subgraph.inputs)) changed += Number(setInput(model, subgraph, input, edges));
	for (const output of new Set(subgraph.outputs)) {
		const mayConvert = edges === "float" || fresh.has(output);
		changed += Number(setOutput(model, subgraph, output, edges, mayConvert));
	}
	return changed;
}
function setInput(model, subgraph, input, edges) {
	if (subgraph.outputs.includes(input) || input.data) return false;
	const readers = consumers(subgraph).get(input) ?? [];
	if (edges === "float") {
		if (!storedFormOf(input) || readers.length === 0) return false;
		const float = tensorLike(input, { type: 0 });
		rename(subgraph, input, float);
		replaceGraphInput(model, subgraph, input, float);
		insertBefore(subgraph, subgraph.operators[0] ?? null, conversion(float, input));
		return true;
	}
	const [stored] = readers[0]?.outputs ?? [];
	if (input.type !== 0 || stored?.type !== tensorTypes[edges]) return false;
	if (readers.length > 1 || readers[0].code !== 114) return false;
	if (subgraph.outputs.includes(stored)) return false;
	stored.name = input.name;
	replaceGraphInput(model, subgraph, input, stored);
	discard(subgraph, readers[0], input);
	return true;
}
function setOutput(model, subgraph, output, edges, mayConvert) {
	const maker = producers(subgraph).get(output);
	if (!maker || subgraph.inputs.includes(output) || output.data) return false;
	const wanted = edges === "float" ? 0 : tensorTypes[edges];
	if (output.type === wanted) return false;
	if (storedFormOf(output)) {
		if (!mayConvert) return false;
		const converted = convertedOutput(subgraph, output, edges);
		rename(subgraph, output, converted);
		replaceOutput(model, subgraph, output, converted);
		return true;
	}
	const [stored] = maker.code === 6 ? maker.inputs : [];
	if (stored?.type !== wanted || stored.data || subgraph.inputs.includes(stored)) return false;
	if (subgraph.outputs.includes(stored)) return false;
	const isRead = consumers(subgraph).has(output);
	if (!isRead) stored.name = output.name;
	replaceOutput(model, subgraph, output, stored);
	if (!isRead) discard(subgraph, maker, output);
	return true;
}
function convertedOutput(subgraph, output, edges) {
	const type = edges === "float" ? 0 : tensorTypes[edges];
	const known = (consumers(subgraph).get(output) ?? []).filter((reader) => factsOf(reader).converts === "quantization").map(({ outputs: [converted] }) => converted).find((converted) => converted.type === type && !subgraph.outputs.includes(converted));
	if (known) return known;
	const converted = tensorLike(output, {
		type,
		quantization: quantizationFor(output, edges)
	});
	insertBefore(subgraph, null, conversion(output, converted));
	return converted;
}
function quantizationFor(output, edges) {
	if (edges === "float") return null;
	const range = storedRange(storedFormOf(output));
	const { scale, zeroPoint } = edges === "int8" ? int8Parameters(range) : int16Parameters$1(range);
	return newQuantization([scale], [zeroPoint]);
}
function rename(subgraph, from, to) {
	const { name } = from;
	from.name = freshName(subgraph, `${name}_${TensorType[from.type].toLowerCase()}`);
	to.name = name;
}
function discard(subgraph, operator, tensor) {
	subgraph.operators = subgraph.operators.filter((each) => each !== operator);
	if (subgraph.operators.some(({ intermediates }) => intermediates.includes(tensor))) return;
	subgraph.tensors = subgraph.tensors.filter((each) => each !== tensor);
}
// src/optimize/quantize/global-pools.ts
function poolsToMeans(subgraph, operators) {
	const pools = operators.filter(isGlobalPool);
	if (pools.length === 0) return false;
	const axes = imageAxes(subgraph);
	for (const operator of pools) {
		operator.code = 40;
		operator.version = 1;
		operator.inputs = [operator.inputs[0], axes];
		operator.options = new ReducerOptionsT(true);
	}
	return true;
}
function isGlobalPool({ code, inputs: [input], outputs: [output], options }) {
	if (code !== 1 || !(options instanceof Pool2DOptionsT)) return false;
	const [, height, width] = input.shape;
	const coversAll = options.filterHeight === height && options.filterWidth === width;
	const isSingle = output.shape[1] === 1 && output.shape[2] === 1;
	const isPlain = options.fusedActivationFunction === 0;
	return input.type === 0 && coversAll && isSingle && isPlain;
}
function imageAxes(subgraph) {
	const data = bytesOf(Int32Array.of(1, 2));
	const axes = newTensor(freshName(subgraph, "height_and_width"), 2, [2], { data });
	subgraph.tensors.push(axes);
	return axes;
}
// src/optimize/quantize/bridges.ts
var Bridges = class {
	#converted = new Map();
	#pending = [];
	#subgraph;
	#makers;
	constructor(subgraph, makers) {
		this.#subgraph = subgraph;
		this.#makers = makers;
	}
	asStored(tensor, form) {
		if (isStoredAs(tensor, form)) return tensor;
		const maker = this.#makers.get(tensor);
		const packed = maker?.code === 6 ? maker.inputs[0] : null;
		if (packed && isStoredAs(packed, form)) return packed;
		const { type, scale, zeroPoint } = form;
		return this.#convert(tensor, `${type} ${scale} ${zeroPoint}`, {
			name: `${tensor.name}_${type}`,
			type: tensorTypes[type],
			quantization: newQuantization([scale], [zeroPoint])
		});
	}
	asFloat(tensor, stored) {
		if (!stored.has(tensor)) return tensor;
		return this.#convert(tensor, "float", {
			name: `${tensor.name}_float`,
			type: 0
		});
	}
	take() {
		const taken = this.#pending;
		this.#pending = [];
		return taken;
	}
	#convert(tensor, form, different) {
		const forms = this.#converted.get(tensor) ?? new Map();
		this.#converted.set(tensor, forms);
		const known = forms.get(form);
		if (known) return known;
		const converted = tensorLike(tensor, {
			...different,
			name: freshName(this.#subgraph, different.name)
		});
		forms.set(form, converted);
		this.#subgraph.tensors.push(converted);
		this.#pending.push(conversion(tensor, converted));
		return converted;
	}
};
function isStoredAs(tensor, { type, scale, zeroPoint }) {
	const stored = storedFormOf(tensor);
	return stored?.type === type && stored.scale === scale && stored.zeroPoint === zeroPoint;
}
// src/optimize/quantize/int8-graph.ts
function rewriteInIntegers(model, subgraph, placements, plan, options) {
	const context = {
		subgraph,
		constants: new DerivedConstants(),
		makers: producers(subgraph),
		...options
	};
	const bridges = new Bridges(subgraph, context.makers);
	for (const [tensor, form] of plan.stored) storeAs(tensor, form);
	subgraph.operators = subgraph.operators.flatMap((operator) => {
		const placement = placements.get(operator);
		if (isInteger(placement)) {
			readStored(operator, plan.reads.get(operator), context, bridges);
			const [first] = plan.reads.get(operator).values();
			quantizeLayer(operator, placement, first.form, context);
			useAnyScale(operator);
			tellMultiplier(operator);
			raiseVersion(operator);
		} else if (!ruleOf(operator)?.anyType) operator.inputs = operator.inputs.map((input) => input && bridges.asFloat(input, plan.stored));
		return [...bridges.take(), operator];
	});
	context.constants.finish(model);
}
function storeAs(tensor, { type, scale, zeroPoint }) {
	tensor.type = tensorTypes[type];
	tensor.quantization = newQuantization([scale], [zeroPoint]);
}
function readStored(operator, reads, context, bridges) {
	for (const [position, { constant, form }] of reads) operator.inputs[position] = constant ? constantAs(constant, form, context) : bridges.asStored(operator.inputs[position], form);
}
function constantAs(constant, form, { subgraph, constants }) {
	const { type, scale, zeroPoint } = form;
	return constants.derive(subgraph, constant, `${type} ${scale} ${zeroPoint}`, type, () => ({
		type: tensorTypes[type],
		data: bytesOf(toStored(realValues(constant), form)),
		quantization: newQuantization([scale], [zeroPoint])
	}));
}
function tellMultiplier(operator) {
	if (operator.code !== 4) return;
	ruleOf(operator)?.resize?.(operator, ({ shape }) => shape.at(-1));
}
function useAnyScale({ options }) {
	if (options && "potScaleInt16" in options) options.potScaleInt16 = false;
}
// src/optimize/quantize/movers.ts
function settleMovers(subgraph, placements, edges, replace) {
	const around = surroundings(subgraph, placements, edges);
	for (const cluster of clusters(subgraph, placements)) {
		const own = placements.get(cluster[0]).precision;
		const found = cluster.flatMap((operator) => around(operator, cluster));
		if (found.includes(own)) continue;
		const next = mostFrequent(found) ?? "float";
		if (next === own) continue;
		const moved = cluster.map((operator) => settle(operator, next, replace));
		if (moved.some((placement) => placement === null)) continue;
		for (const [i, operator] of cluster.entries()) placements.set(operator, moved[i]);
	}
}
function settle(operator, precision, replace) {
	const placement = replace(operator, precision);
	if (placement?.precision !== precision) return null;
	return precision === "float" ? {
		precision,
		reason: "everything around it is float"
	} : placement;
}
function isMover(operator) {
	const { int8, int16 } = ruleOf(operator)?.kernels ?? {};
	return int8?.output === "same" && (int16 ?? int8).output === "same";
}
function clusters(subgraph, placements) {
	const neighbours = neighboursOf(subgraph);
	const seen = new Set();
	const found = [];
	for (const first of subgraph.operators) {
		const { precision } = placements.get(first);
		if (seen.has(first) || precision === "other" || !isMover(first)) continue;
		const cluster = [first];
		seen.add(first);
		for (const operator of cluster) for (const next of neighbours(operator)) {
			if (seen.has(next) || !isMover(next) || placements.get(next).precision !== precision) continue;
			seen.add(next);
			cluster.push(next);
		}
		found.push(cluster);
	}
	return found;
}
function surroundings(subgraph, placements, edges) {
	const neighbours = neighboursOf(subgraph);
	const ends = new Set([...subgraph.inputs, ...subgraph.outputs]);
	return (operator, cluster) => {
		const precisions = neighbours(operator).filter((neighbour) => !cluster.includes(neighbour)).map((neighbour) => placements.get(neighbour).precision);
		const atEdge = tensorsOf(operator, ruleOf(operator), "activation").filter((tensor) => ends.has(tensor));
		return [...precisions.filter((precision) => precision !== "other"), ...atEdge.map(() => edges)];
	};
}
function mostFrequent(found) {
	let best = null;
	const count = (precision) => found.filter((each) => each === precision).length;
	for (const precision of found) if (count(precision) > count(best)) best = precision;
	return best;
}
function neighboursOf(subgraph) {
	const makers = producers(subgraph);
	const readers = consumers(subgraph);
	return (operator) => [...operator.inputs.flatMap((input) => (input && makers.get(input)) ?? []), ...operator.outputs.flatMap((output) => readers.get(output) ?? [])];
}
// src/optimize/quantize/place-operators.ts
function placeOperators(subgraph, choice, edges, kept = new Map()) {
	const known = {
		makers: producers(subgraph),
		folded: computedFromConstants(subgraph),
		kept
	};
	const placeIn = (operator, precision) => place(operator, precision, known);
	const placements = new Map();
	for (const operator of subgraph.operators) {
		const precision = computesIn(choice.of(operator));
		const placement = placeIn(operator, precision === "hybrid" ? "float" : precision);
		if (isInteger(placement)) placement.weightBits = weightBits(operator, placement, choice.of(operator));
		placements.set(operator, placement);
	}
	settleMovers(subgraph, placements, edges, (operator, precision) => choice.isRuled(operator) ? null : placeIn(operator, precision));
	return placements;
}
function weightBits(operator, { rule, kernel }, scheme) {
	const wants4 = scheme !== "float" && schemes[scheme].weights === "int4";
	const isOdd = rule.kernels.hybrid4?.refuses?.(operator);
	return wants4 && kernel.int4Version !== void 0 && !isOdd ? 4 : 8;
}
function place(operator, precision, { makers, folded, kept }) {
	const rule = ruleOf(operator);
	const isFloat = (tensor) => tensor?.type === 0;
	if (!rule) return [...operator.inputs, ...operator.outputs].some(isFloat) ? {
		precision: "float",
		reason: "litetrim has no rule for it"
	} : { precision: "other" };
	const activations = tensorsOf(operator, rule, "activation");
	if (rule.anyType || !activations.some(isFloat)) return { precision: "other" };
	if (precision === "float") return {
		precision,
		reason: null
	};
	const kernel = rule.kernels[precision];
	if (!kernel) {
		const bits = precision === "int8" ? 8 : 16;
		return {
			precision: "float",
			reason: rule.floatOnly ?? `LiteRT has no ${bits}-bit kernel for it`
		};
	}
	const reason = kernel.refuses?.(operator) ?? (activations.every(isFloat) ? null : "its inputs are of different types") ?? (activations.some((tensor) => tensor.isVariable) ? "it keeps a state" : null) ?? (activations.some((tensor) => folded.has(tensor)) ? "it works on what is computed from constants" : null) ?? kept.get(operator) ?? refuseConstants(operator, rule, makers);
	return reason ? {
		precision: "float",
		reason
	} : {
		precision,
		rule,
		kernel,
		weightBits: 8
	};
}
const beyondIntegers = `values beyond ${maxMagnitude.toExponential(0)} are too large for integer kernels`;
function computedFromConstants({ operators }) {
	const folded = new Set();
	for (const { code, inputs, outputs } of operators) {
		if (!(inputs.length > 0 && inputs.every((input) => !input || input.data || folded.has(input))) || code === 6) continue;
		for (const output of outputs) folded.add(output);
	}
	return folded;
}
function refuseConstants(operator, rule, makers) {
	const axis = rule.weights?.(operator)[0]?.axis ?? null;
	for (const [position, input] of operator.inputs.entries()) {
		const role = inputRole(rule, position);
		if (!input || role === "index") continue;
		const constant = constantOf(input, makers);
		const largest = constant && isFloat(constant) ? largestMagnitude(constant) : 0;
		if (largest === Infinity) return "it reads infinities or what is no number (NaN) from the file";
		if (largest > maxMagnitude) return beyondIntegers;
		if (role !== "weights" && role !== "bias") continue;
		if (!constant) return `its ${role} is computed at run time`.replace("weights is", "weights are");
		if (!isFloat(constant) && !isSymmetricWeights(constant, axis)) return "it is quantized in another way already";
	}
	return null;
}
// src/optimize/quantize/keep-float.ts
function operatorsToKeepFloat(subgraph, placements, ranges, edges) {
	const kept = new Map();
	for (const operator of subgraph.operators) {
		const placement = placements.get(operator);
		if (!isInteger(placement)) continue;
		const reason = tooLarge(operator, ranges) ?? beyondFixedScale(operator, placement, ranges);
		if (reason) kept.set(operator, reason);
	}
	for (const [operator, reason] of joinsOfUnequals(subgraph, placements, ranges)) kept.set(operator, reason);
	for (const [operator, reason] of divisors(subgraph, placements, ranges, edges)) kept.set(operator, reason);
	return kept;
}
function tooLarge({ inputs, outputs }, ranges) {
	const isBeyond = (tensor) => tensor && magnitudeOf(ranges.get(tensor)) > maxMagnitude;
	return [...inputs, ...outputs].some(isBeyond) ? beyondIntegers : null;
}
const magnitudeOf = (range) => range ? Math.max(-range.min, range.max) : 0;
function beyondFixedScale(operator, { kernel, precision, rule }, ranges) {
	if (typeof kernel.output !== "object") return null;
	const { min, max } = storedRange({
		type: precision,
		...kernel.output
	});
	const step = kernel.output.scale;
	const [output] = operator.outputs.filter((_, i) => outputRole(rule, i) === "activation");
	const range = output && ranges.get(output);
	if (!range || range.min >= min - step && range.max <= max + step) return null;
	return `its kernel writes from ${min} to ${max}, and its values reach ${(range.min < min ? range.min : range.max).toPrecision(3)}`;
}
const leastSteps = 16;
function joinsOfUnequals(subgraph, placements, ranges) {
	const kept = new Map();
	for (const join of subgraph.operators) {
		const placement = placements.get(join);
		if (join.code !== 2 || !isInteger(placement)) continue;
		const ways = placement.precision === "int8" ? moversToOutputs(subgraph, join) : null;
		const reason = ways && unequalParts(join, ranges);
		for (const mover of reason ? [join, ...ways] : []) kept.set(mover, reason);
	}
	return kept;
}
function unequalParts({ inputs }, ranges) {
	const sorted = [...inputs.flatMap((input) => {
		const magnitude = input ? magnitudeOf(ranges.get(input)) : 0;
		return magnitude > 0 ? [{
			name: input.name,
			magnitude
		}] : [];
	})].sort((a, b) => a.magnitude - b.magnitude);
	const [least, most] = [sorted[0], sorted.at(-1)];
	if (!least || !most || least.magnitude * 256 >= leastSteps * most.magnitude) return null;
	const part = ({ name, magnitude }) => `"${name}" to ${magnitude.toPrecision(3)}`;
	return `one scale for parts of which ${part(most)} reaches and ${part(least)} would lose the latter`;
}
function moversToOutputs(subgraph, operator) {
	const readers = consumers(subgraph);
	const movers = [];
	const open = [operator];
	for (let next = open.pop(); next; next = open.pop()) for (const output of next.outputs) {
		const following = readers.get(output) ?? [];
		if (following.length === 0 && !subgraph.outputs.includes(output)) return null;
		if (!following.every(onlyMoves$1)) return null;
		movers.push(...following);
		open.push(...following);
	}
	return movers;
}
const onlyMoves$1 = (operator) => factsOf(operator).transparent === true || ruleOf(operator)?.kernels.int8?.output === "same";
const widestDivisor = {
	int8: 5,
	int16: 1280
};
const divides$1 = {
	[42]: 1,
	[76]: 0,
	[73]: 0,
	[78]: 0
};
const handsOn = new Set([
	...[
		0,
		41,
		18,
		75,
		40
	],
	...[
		74,
		55,
		57,
		92
	],
	...[
		99,
		101,
		47,
		76
	]
]);
function divisors(subgraph, placements, ranges, edges) {
	const makers = producers(subgraph);
	const kept = new Map();
	for (const operator of subgraph.operators) {
		const position = divides$1[operator.code];
		const divisor = position === void 0 ? null : operator.inputs[position];
		if (!divisor || !isNearZero(ranges.get(divisor), precisionOf(makers.get(divisor), placements))) continue;
		const before = operatorsBefore(divisor, makers).filter((each) => isInteger(placements.get(each)));
		const isGiven = edges === "float" && subgraph.inputs.includes(divisor);
		if (before.length === 0 && !isGiven) continue;
		for (const each of before) kept.set(each, `${nameOf(operator)} needs all digits of what comes near zero`);
		if (isInteger(placements.get(operator))) kept.set(operator, "it reads what comes near zero");
	}
	return kept;
}
function operatorsBefore(tensor, makers) {
	const found = new Set();
	const open = [tensor];
	for (let next = open.pop(); next; next = open.pop()) {
		const maker = makers.get(next);
		if (!maker || found.has(maker) || !(handsOn.has(maker.code) || onlyMoves$1(maker))) continue;
		found.add(maker);
		open.push(...maker.inputs.filter((input) => input !== null));
	}
	return [...found];
}
function precisionOf(operator, placements) {
	const placement = operator && placements.get(operator);
	return isInteger(placement) ? placement.precision : "int8";
}
function isNearZero(range, precision) {
	if (!range) return false;
	const { min, max } = range;
	if (min <= 0 && max >= 0) return true;
	const [near, far] = [Math.min(Math.abs(min), Math.abs(max)), Math.max(Math.abs(min), Math.abs(max))];
	return far > widestDivisor[precision] * near;
}
// src/optimize/quantize/softmax-limits.ts
const widest = {
	int8: 64,
	int16: 16384
};
const negligible = 1 / 512;
function withProbes(model, subgraph, added) {
	const operators = added.flatMap(([, each]) => each);
	const known = new Set(subgraph.tensors);
	const tensors = operators.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]).filter((tensor) => tensor !== null && !known.has(tensor));
	const extended = {
		...subgraph,
		operators: [...subgraph.operators, ...operators],
		tensors: [...subgraph.tensors, ...new Set(tensors)]
	};
	const exchange = (each) => each === subgraph ? extended : each;
	return {
		model: {
			...model,
			subgraphs: model.subgraphs.map(exchange),
			signatures: model.signatures.map((each) => ({
				...each,
				subgraph: exchange(each.subgraph)
			}))
		},
		subgraph: extended,
		probes: new Map(added.map(([told, each]) => [told, each.at(-1).outputs[0]]))
	};
}
function withRowMaxima(model, subgraph, placements) {
	const computed = producers(subgraph);
	const logits = logitsOf(model);
	return withProbes(model, subgraph, [...new Set(subgraph.operators.filter((operator) => isSoftmax(operator) && isInteger(placements.get(operator))).map((operator) => operator.inputs[0]))].filter((input) => computed.has(input) && input !== logits).map((input) => {
		const axis = newTensor("", 2, [1], { data: bytesOf(Int32Array.of(-1)) });
		const maximum = newTensor("", 0, [...input.shape.slice(0, -1), 1]);
		const options = new ReducerOptionsT(true);
		return [input, [newOperator(82, {
			inputs: [input, axis],
			outputs: [maximum],
			options
		})]];
	}));
}
function withSeenTerms(model, subgraph, limits) {
	return withProbes(model, subgraph, subgraph.operators.flatMap((operator) => {
		const [sum] = operator.outputs;
		const limit = operator.code === 0 && sum ? limits.get(sum) : void 0;
		if (!limit || !Number.isFinite(limit.min)) return [];
		return operator.inputs.flatMap((term) => term && limits.has(term) ? [[term, seenTerm(term, sum, limit.min)]] : []);
	}));
}
function seenTerm(term, sum, least) {
	const scalar = (value) => newTensor("", 0, [], { data: bytesOf(Float32Array.of(value)) });
	const isSeen = newTensor("", 6, [...sum.shape]);
	const seen = newTensor("", 0, [...sum.shape]);
	return [newOperator(62, {
		inputs: [sum, scalar(least)],
		outputs: [isSeen]
	}), newOperator(123, {
		inputs: [
			isSeen,
			term,
			scalar(0)
		],
		outputs: [seen]
	})];
}
function softmaxLimits(subgraph, limitOf, seen) {
	const readers = consumers(subgraph);
	const offers = new Map();
	const limits = new Map();
	const settle = (tensor) => {
		const offered = offers.get(tensor) ?? [];
		if (subgraph.outputs.includes(tensor) || offered.length !== readers.get(tensor)?.length || offered.length === 0) return null;
		const limit = {
			min: Math.min(...offered.map(({ min }) => min)),
			max: Math.max(...offered.map(({ max }) => max))
		};
		limits.set(tensor, limit);
		return limit;
	};
	for (const operator of [...subgraph.operators].reverse()) {
		const limit = isSoftmax(operator) ? from(limitOf(operator)) : settle(operator.outputs[0] ?? noTensor);
		if (limit === null) continue;
		for (const [input, offered] of passedOn(operator, limit, seen)) offers.set(input, [...offers.get(input) ?? [], offered]);
	}
	for (const input of subgraph.inputs) settle(input);
	return limits;
}
const from = (min) => min === null ? null : {
	min,
	max: Infinity
};
const noTensor = newTensor("", 0, []);
const isSoftmax = ({ code, inputs }) => code === 25 && inputs[0] != null;
const room = 2;
function passedOn(operator, limit, seen) {
	const rule = ruleOf(operator);
	if (!rule) return [];
	const { code } = operator;
	const [a, b] = operator.inputs;
	const compares = code === 55 || code === 57;
	if (isSoftmax(operator) || rule.kernels.int8?.output === "same" && !compares) return operator.inputs.filter((_, i) => inputRole(rule, i) === "activation").flatMap((input) => input ? [[input, limit]] : []);
	if (!a || !b) return [];
	if (code === 0) {
		const largest = (term) => room * Math.max(0, seen.largestSeen?.(term) ?? seen.range(term).max);
		const offer = (term, other) => [term, {
			min: limit.min - largest(other),
			max: seen.largestSeen?.(term) ?? Infinity
		}];
		return [offer(a, b), offer(b, a)];
	}
	const { min, max } = seen.range(b);
	if (code !== 18 || !(min > 0)) return [];
	return [[a, {
		min: limit.min / (limit.min < 0 ? min : max),
		max: limit.max / (limit.max < 0 ? max : min)
	}]];
}
async function cutForSoftmax(model, subgraph, placements, measure, tensors) {
	const probed = withRowMaxima(model, subgraph, placements);
	const measured = await measure(probed, tensors);
	const limitOf = (softmax) => softmaxLimit(softmax, placements.get(softmax), measured, probed.probes);
	const range = rangesOf(subgraph, measured);
	const first = softmaxLimits(subgraph, limitOf, { range });
	const terms = withSeenTerms(model, subgraph, first);
	const seen = terms.probes.size > 0 ? await measure(terms, []) : new Map();
	const largestSeen = (tensor) => seen.get(terms.probes.get(tensor) ?? tensor)?.max;
	const limits = terms.probes.size > 0 ? softmaxLimits(subgraph, limitOf, {
		range,
		largestSeen
	}) : first;
	return {
		ranges: cut(measured, limits),
		float: cutByFloat(subgraph, placements, measured, limits)
	};
}
function rangesOf(subgraph, measured) {
	const makers = producers(subgraph);
	return (tensor) => {
		const constant = measured.has(tensor) ? null : constantOf(tensor, makers);
		return measured.get(tensor) ?? (constant ? rangeOf(realValues(constant)) : {
			min: -Infinity,
			max: Infinity
		});
	};
}
function cut(measured, limits) {
	const ranges = new Map(measured);
	for (const [tensor, limit] of limits) {
		const range = measured.get(tensor);
		if (!range) continue;
		const max = Math.min(range.max, Math.max(limit.max, limit.min));
		ranges.set(tensor, {
			min: Math.min(max, Math.max(range.min, limit.min)),
			max
		});
	}
	return ranges;
}
const mostCut = 16;
function cutByFloat(subgraph, placements, measured, limits) {
	const float = new Map();
	for (const operator of subgraph.operators) {
		const [output] = operator.outputs;
		const [range, limit] = [output && measured.get(output), output && limits.get(output)];
		if (!range || !limit || !isInteger(placements.get(operator)) || ruleOf(operator)?.weights) continue;
		if (operator.inputs.some((input) => input && limits.has(input)) || range.min >= mostCut * limit.min) continue;
		const [reached, seen] = [range.min, limit.min].map((value) => value.toPrecision(3));
		float.set(operator, `its values reach ${reached}, of which SOFTMAX sees those from ${seen} on`);
	}
	return float;
}
function softmaxLimit(softmax, placement, measured, maxima) {
	const [input] = softmax.inputs;
	const [range, maximum] = [measured.get(input), maxima.get(input)];
	const smallest = maximum && measured.get(maximum)?.min;
	if (!isInteger(placement) || !range || smallest === void 0 || !Number.isFinite(smallest)) return null;
	if (range.max - range.min <= widest[placement.precision]) return null;
	const { beta } = optionsOf(softmax, SoftmaxOptionsT);
	const count = input.shape.at(-1) ?? 1;
	return beta > 0 ? smallest - Math.log(count / negligible) / beta : null;
}
// src/optimize/quantize/static-int8.ts
async function computeInIntegers(model, options, context) {
	const { edges, headroom } = options;
	const subgraph = mainSubgraph(model);
	const { placements, measured } = await placeAndMeasure(model, options, context);
	const chosen = integersOf(subgraph, placements);
	if (chosen.length === 0) return setEdges(model, subgraph, edges);
	const samples = samplesToCalibrate(context).size;
	const plan = planActivations(subgraph, placements, headroom ? withHeadroom(measured, placements, samples) : measured, edges);
	rewriteInIntegers(model, subgraph, placements, plan, options);
	setEdges(model, subgraph, edges, plan.stored);
	noteFloatEdges(subgraph, edges, context);
	noteOtherSubgraphs(model, subgraph, context);
	return chosen.length;
}
async function placeAndMeasure(model, { schemes, edges, strict, calibration }, context) {
	const subgraph = mainSubgraph(model);
	const place = (kept) => {
		const placements = placeOperators(subgraph, schemes, edges, kept);
		if (strict) assertAllInteger(placements);
		return placements;
	};
	let placements = place();
	noteFloatOperators(placements, context);
	const chosen = integersOf(subgraph, placements);
	if (chosen.length === 0) return {
		placements,
		measured: new Map()
	};
	if (poolsToMeans(subgraph, chosen)) placements = place();
	const tensors = tensorsToCalibrate(subgraph, placements);
	const measure = (probed, wanted) => calibrate(probed.model, probed.subgraph, [...wanted, ...probed.probes.values()], calibration, context);
	const { ranges, float } = await cutForSoftmax(model, subgraph, placements, measure, tensors);
	const kept = new Map([...operatorsToKeepFloat(subgraph, placements, ranges, edges), ...float]);
	if (kept.size === 0) return {
		placements,
		measured: ranges
	};
	const narrowed = place(kept);
	noteFloatOperators(new Map([...narrowed].filter(([each]) => isInteger(placements.get(each)))), context);
	return {
		placements: narrowed,
		measured: ranges
	};
}
const integersOf = ({ operators }, placements) => operators.filter((operator) => isInteger(placements.get(operator)));
function assertAllInteger(placements) {
	for (const [operator, placement] of placements) {
		if (placement.precision !== "float" || placement.reason === null) continue;
		throw new InputError(`${nameOf(operator)} can't be quantized: ${placement.reason}`, { hint: "Leave \"strict\" out of the recipe, or give the operator a rule with \"scheme: float\"" });
	}
}
function noteFloatOperators(placements, context) {
	const byReason = new Map();
	for (const [operator, placement] of placements) {
		if (placement.precision !== "float" || placement.reason === null) continue;
		byReason.set(placement.reason, [...byReason.get(placement.reason) ?? [], nameOf(operator)]);
	}
	for (const [reason, names] of byReason) {
		const verb = names.length === 1 ? "stays" : "stay";
		addNote(context, "warning", `${listOf(names)} ${verb} float: ${reason}.`);
	}
}
function noteFloatEdges(subgraph, edges, context) {
	if (edges === "float") return;
	const float = [...subgraph.inputs, ...subgraph.outputs].filter(({ type }) => type === 0);
	if (float.length === 0) return;
	addNote(context, "warning", `${listOf(float.map(({ name }) => `"${name}"`))} ${float.length === 1 ? "stays" : "stay"} float at the model's edge: no ${edges === "int8" ? 8 : 16}-bit operator touches it.`);
}
function noteOtherSubgraphs(model, subgraph, context) {
	const others = model.subgraphs.filter((other) => other !== subgraph && other.operators.length > 0);
	if (others.length === 0) return;
	addNote(context, "warning", `Subgraph ${listOf(others.map((other) => `"${other.name ?? model.subgraphs.indexOf(other)}"`))} ${others.length === 1 ? "goes" : "go"} on computing in float: samples reach only the first signature's.`);
}
const quantizeOptionsSchema = strictObject({
	scheme: schemeSchema,
	rules: array(ruleSchema).min(1).max(1e3).exactOptional(),
	edges: _enum([
		"int8",
		"int16",
		"float"
	]).exactOptional(),
	strict: boolean().exactOptional(),
	perTensor: array(_enum([
		"CONV_2D",
		"FULLY_CONNECTED",
		"TRANSPOSE_CONV"
	])).min(1).exactOptional(),
	biasBits: literal([32, 64]).exactOptional(),
	blockSize: literal([
		32,
		64,
		128,
		256
	]).exactOptional(),
	minElements: int().min(1).exactOptional(),
	calibration: calibrationMethodSchema.exactOptional()
});
function misplacedOptions(options) {
	const used = [options.scheme, ...(options.rules ?? []).map(({ scheme }) => scheme)];
	const inIntegers = used.some(isStatic);
	const inFloat = used.some((scheme) => scheme !== "float" && !isStatic(scheme));
	return [
		["edges", !inIntegers || !allowedEdges(used).includes(options.edges ?? "float")],
		["strict", !inIntegers],
		["calibration", !inIntegers],
		["biasBits", !used.includes("int16x8")],
		["blockSize", !used.includes("dynamic-int4")],
		["minElements", !inFloat]
	].filter(([option, is]) => is && options[option] !== void 0).map(([option]) => option);
}
function allowedEdges(used) {
	return ["float", ...used.map(computesIn).filter((type) => type === "int8" || type === "int16")];
}
function quantize(options) {
	return async (model, context) => {
		const toNearest = (each, itsContext, headroom) => apply(each, options, itsContext, headroom);
		const used = [options.scheme, ...(options.rules ?? []).map(({ scheme }) => scheme)];
		replaceByEquals(model, chooseSchemes(model, options.scheme, options.rules ?? []));
		const changed = used.every((scheme) => scheme === "float" || scheme === "float16") ? await toNearest(model, context, false) : await quantizeByReconstruction(model, toNearest, used.some((scheme) => computesIn(scheme) === "int8"), context);
		if (changed === 0) addNote(context, "warning", nothingChanged(model));
		return changed > 0;
	};
}
const quantizeTransform = defineTransform({
	name: "quantize",
	description: "Stores a model in fewer bits, and makes it compute in them.",
	options: quantizeOptionsSchema,
	problems: problemsOf,
	create: quantize
});
function problemsOf(options) {
	return misplacedOptions(options).map((option) => {
		return {
			option,
			message: `"${typeof options[option] === "string" ? `${option}: ${options[option]}` : option}" means nothing for scheme "${options.scheme}"\nLeave it out`
		};
	});
}
async function apply(model, options, context, headroom) {
	const { scheme, rules = [], strict = false, biasBits = 64, minElements = null, blockSize = null } = options;
	const chosen = chooseSchemes(model, scheme, rules);
	for (const rule of chosen.unused) addNote(context, "warning", `The rule "${nameOfRule(rule)}" names no operator of the model.`);
	const perTensor = new Set((options.perTensor ?? []).map((name) => BuiltinOperator[name]));
	const weights = {
		schemes: chosen,
		perTensor,
		minElements,
		blockSize
	};
	const used = [scheme, ...rules.map((rule) => rule.scheme)];
	let changed = 0;
	if (used.some(isStatic)) {
		const inIntegers = {
			schemes: chosen,
			edges: options.edges ?? defaultEdges(scheme, model),
			perTensor,
			biasBits,
			strict,
			calibration: options.calibration ?? CALIBRATION_DEFAULT,
			headroom
		};
		changed += await computeInIntegers(model, inIntegers, context);
	}
	return changed + narrowWeights(model, weights, context);
}
const isStatic = (scheme) => ["int8", "int16"].includes(computesIn(scheme));
function defaultEdges(scheme, model) {
	const computed = computesIn(scheme);
	if (computed === "int8" || computed === "int16") return computed;
	const [input] = mainSubgraph(model).inputs;
	return (input && storedFormOf(input)?.type) ?? "float";
}
const quantizedTypes = new Set([
	9,
	3,
	17,
	7,
	1
]);
function nothingChanged(model) {
	return model.subgraphs.flatMap((subgraph) => subgraph.tensors).some(({ type, quantization }) => quantizedTypes.has(type) && (quantization || type === 1)) ? "The model is quantized already: nothing was changed." : "The model has nothing to quantize: nothing was changed.";
}
// src/optimize/finetune/schedule.ts
const sparsityScheduleSchema = discriminatedUnion("schedule", [strictObject({
	schedule: literal("polynomial"),
	initial: number().min(0).lt(1).default(0),
	final: number().gt(0).lt(1),
	begin: int().min(0).default(0),
	end: int().min(1),
	frequency: int().min(1).default(10)
}).refine(({ begin, end }) => begin < end, {
	error: "it must be later than \"begin\"\nName a later step, or leave \"begin\" out",
	path: ["end"]
}), strictObject({
	schedule: literal("constant"),
	target: number().gt(0).lt(1),
	begin: int().min(0).default(0),
	frequency: int().min(1).default(10)
})]);
function sparsityAt(schedule, step) {
	const { begin, frequency } = schedule;
	const end = schedule.schedule === "polynomial" ? schedule.end : Infinity;
	if (step < begin || step > end) return null;
	if ((step - begin) % frequency !== 0 && step !== end) return null;
	if (schedule.schedule === "constant") return schedule.target;
	const left = 1 - (step - begin) / (end - begin);
	return schedule.final + (schedule.initial - schedule.final) * left * left * left;
}
function pruneTo$1(weights, held, sparsity) {
	const zeros = Math.round(weights.length * sparsity);
	if (zeros === 0) return;
	const order = Uint32Array.from(weights, (_, i) => i);
	order.sort((a, b) => Math.abs(weights[a]) - Math.abs(weights[b]) || a - b);
	for (const i of order.subarray(0, zeros)) {
		weights[i] = 0;
		held[i] = 1;
	}
}
function learningRateAt(step, steps) {
	const warmUp = Math.min(20, steps / 4);
	if (step < warmUp) return (step + 1) / (warmUp + 1);
	return Math.fround((1 + Math.cos(Math.PI * (step - warmUp) / (steps - warmUp))) / 2);
}
// src/optimize/finetune/options.ts
function refuseMisplaced(options, context) {
	const { scheme } = options;
	if (scheme === "float" || scheme === "float16") {
		const message = `"${scheme}" leaves no rounding to train through\nLeave "quantize" out; a "quantize" step may follow`;
		context.addIssue({
			code: "custom",
			path: ["scheme"],
			message
		});
	}
	for (const option of misplacedOptions(options)) {
		const message = `"${option}" means nothing for scheme "${scheme}"\nLeave it out`;
		context.addIssue({
			code: "custom",
			path: [option],
			message
		});
	}
}
const quantizeToTrainSchema = quantizeOptionsSchema.extend({ train: _enum(["scales", "codes"]).exactOptional() }).superRefine(refuseMisplaced);
const finetuneOptionsSchema = strictObject({
	epochs: int().min(1).max(1e4).exactOptional(),
	minutes: number().gt(0).max(1e4).exactOptional(),
	batch: int().min(1).max(1024).exactOptional(),
	learningRate: number().gt(0).max(1).exactOptional(),
	temperature: number().gte(.1).max(100).exactOptional(),
	labels: boolean().exactOptional(),
	variants: int().min(1).max(100).exactOptional(),
	heldOut: number().min(0).max(.5).exactOptional(),
	sparsity: sparsityScheduleSchema.exactOptional(),
	backend: _enum(["wasm", "node"]).exactOptional(),
	quantize: quantizeToTrainSchema.exactOptional()
});
const FINETUNE_DEFAULTS = {
	minutes: 15,
	batch: 50,
	learningRate: .01,
	temperature: 4,
	labels: false,
	backend: "wasm",
	variants: 100,
	heldOut: .1
};
const usualSteps = {
	fast: 100,
	default: 2e3,
	best: 5e3
};
// src/optimize/finetune/finetune.ts
function finetune(options = {}) {
	return async (model, context) => {
		const { runFinetune } = await import("./training.js");
		if (options.backend === "node") await (await import("./training.js")).startTfjs("node");
		if (!options.quantize) return runFinetune(model, options, context);
		const { quantizeToTrain } = await import("./training.js");
		const float = await quantizeToTrain(model, options.quantize, context);
		if (float) await runFinetune(model, options, context, float);
		return float !== null;
	};
}
const finetuneTransform = defineTransform({
	name: "finetune",
	description: "Trains the weights until the outputs are those of the model that the recipe began with.",
	options: finetuneOptionsSchema,
	create: finetune,
	changesFunction: true
});
// src/optimize/prune/channels/ranking.ts
const leastLeft = .001;
function weighed(order, lost, wholes) {
	const damage = new Float64Array(order.length);
	let [sum, before] = [0, 0];
	for (let i = 0; i < order.length; i++) {
		sum += lost[i];
		const after = -wholes * Math.log(Math.max(1 - sum / wholes, leastLeft));
		damage[i] = after - before;
		before = after;
	}
	return {
		order,
		damage
	};
}
function readingLayers({ readers }, evidence) {
	return readers.flatMap(({ operator }) => evidence.layer(operator) ?? []);
}
function columnsOf(group, reader, { patches }) {
	const place = placeOf(group, reader);
	const { columns, depth } = patches;
	return group.channels.map((indices) => {
		const result = [];
		for (let first = 0; first < columns; first += depth) for (const index of indices[place]) result.push(first + index);
		return result;
	});
}
function placeOf({ places }, { tensor, axis }) {
	return places.findIndex((place) => place.tensor === tensor && place.axis === axis);
}
// src/optimize/prune/channels/reconstruction.ts
const maxCost = 15e8;
async function rankByReconstruction(group, evidence) {
	const surgeons = [];
	for (const reader of group.readers) {
		const layer = evidence.layer(reader.operator);
		const moments = layer && costOf$1(layer) <= maxCost ? await evidence.moments(layer) : null;
		const surgeon = layer && moments && Surgeon$1.of(layer, moments, columnsOf(group, reader, layer));
		if (surgeon) surgeons.push(surgeon);
	}
	if (surgeons.length === 0) return null;
	const left = new Set(group.channels.keys());
	const order = [];
	const damage = new Float64Array(group.channels.length);
	while (left.size > 0) {
		let [best, least] = [-1, Infinity];
		for (const channel of left) {
			const lost = surgeons.reduce((sum, surgeon) => sum + surgeon.damage(channel), 0);
			if (best < 0 || lost < least) [best, least] = [channel, lost];
		}
		for (const surgeon of surgeons) surgeon.cut(best);
		damage[order.length] = least;
		order.push(best);
		left.delete(best);
	}
	return weighed(order, damage, surgeons.length);
}
function layersToReconstruct(group, evidence) {
	return readingLayers(group, evidence).filter((layer) => costOf$1(layer) <= maxCost);
}
function costOf$1({ patches: { rows, columns } }) {
	return columns * columns * (rows + columns);
}
var Surgeon$1 = class Surgeon$1 {
	#size;
	#inverse;
	#weights;
	#energy;
	#columns;
	constructor(size, inverse, weights, energy, columns) {
		this.#size = size;
		this.#inverse = inverse;
		this.#weights = weights;
		this.#energy = energy;
		this.#columns = columns;
	}
	static of({ patches, float }, { products }, columns) {
		const { rows, columns: n, offset, stride } = patches;
		const weights = new Float64Array(rows * n);
		for (let row = 0; row < rows; row++) for (let i = 0; i < n; i++) weights[i * rows + row] = float.weights[offset(row) + i * stride];
		const covariance = products[0];
		const inverse = inverseOf$1(covariance, n);
		return inverse && new Surgeon$1(n, inverse, weights, energyOf(weights, covariance, n), columns);
	}
	damage(channel) {
		const columns = this.#columns[channel];
		const block = this.#block(columns);
		if (!block) return 0;
		const rows = this.#weights.length / this.#size;
		let lost = 0;
		for (const [i, a] of columns.entries()) for (const [j, b] of columns.entries()) if (j >= i) lost += (j > i ? 2 : 1) * block[i * columns.length + j] * this.#product(a, b, rows);
		return lost / this.#energy;
	}
	cut(channel) {
		const columns = this.#columns[channel];
		const block = this.#block(columns);
		const [size, weights, inverse] = [
			this.#size,
			this.#weights,
			this.#inverse
		];
		const shares = new Float64Array(columns.length * size);
		for (const i of columns.keys()) for (const [j, b] of columns.entries()) {
			const factor = block?.[i * columns.length + j] ?? 0;
			for (let k = 0; k < size; k++) shares[i * size + k] += factor * inverse[b * size + k];
		}
		takeOver(weights, weights.length / size, columns, shares, size);
		takeOver(inverse, size, columns, shares, size);
		for (const a of columns) for (let k = a; k < inverse.length; k += size) inverse[k] = 0;
	}
	#product(a, b, rows) {
		const weights = this.#weights;
		let product = 0;
		for (let row = 0; row < rows; row++) product += weights[a * rows + row] * weights[b * rows + row];
		return product;
	}
	#block(columns) {
		const n = columns.length;
		const block = new Float64Array(n * n);
		for (const [i, a] of columns.entries()) for (const [j, b] of columns.entries()) block[i * n + j] = this.#inverse[a * this.#size + b];
		return inverseOfPositive(block, n);
	}
};
function inverseOf$1(covariance, n) {
	let trace = 0;
	for (let i = 0; i < n; i++) trace += covariance[i * n + i];
	const damped = covariance.slice();
	for (let i = 0; i < n; i++) damped[i * n + i] += damping * trace / n;
	return inverseOfPositive(damped, n);
}
function takeOver(target, length, columns, shares, size) {
	const gone = columns.map((a) => target.slice(a * length, (a + 1) * length));
	for (let k = 0; k < size; k++) {
		const at = k * length;
		for (const [i, values] of gone.entries()) {
			const share = shares[i * size + k];
			if (share === 0) continue;
			for (let row = 0; row < length; row++) target[at + row] -= values[row] * share;
		}
	}
	for (const a of columns) target.fill(0, a * length, (a + 1) * length);
}
function inverseOfPositive(matrix, n) {
	if (!cholesky(matrix, n)) return null;
	const inverse = new Float64Array(n * n);
	const some = new Float64Array(n * 4);
	for (let first = 0; first < n; first += 4) {
		some.fill(0);
		for (let k = 0; k < 4 && first + k < n; k++) some[(first + k) * 4 + k] = 1;
		solveTogether(matrix, n, some);
		for (let k = 0; k < 4 && first + k < n; k++) for (let i = 0; i < n; i++) inverse[(first + k) * n + i] = some[i * 4 + k];
	}
	return inverse;
}
function energyOf(weights, covariance, n) {
	const rows = weights.length / n;
	const products = new Float64Array(rows);
	let energy = 0;
	for (let i = 0; i < n; i++) {
		products.fill(0);
		for (let j = 0; j < n; j++) {
			const value = covariance[i * n + j];
			for (let row = 0; row < rows; row++) products[row] += value * weights[j * rows + row];
		}
		for (let row = 0; row < rows; row++) energy += weights[i * rows + row] * products[row];
	}
	return energy || 1;
}
// src/optimize/prune/channels/taylor.ts
async function rankByTaylor(group, evidence) {
	const slopes = await evidence.slopes();
	if (!slopes) return null;
	const damage = new Float64Array(group.channels.length);
	const rows = [...new Map(group.readers.map((reader) => [reader.tensor, reader])).values()].map((reader) => {
		const found = slopes.get(reader.tensor);
		if (found) return {
			reader,
			found,
			place: placeOf(group, reader)
		};
		throw new InputError(`importance "taylor" needs gradients, and ${nameOf(reader.operator)} has none`, { hint: "An operator behind it can't be trained through; choose importance \"reconstruction\"" });
	});
	const samples = rows[0].found.length;
	for (let sample = 0; sample < samples; sample++) group.channels.forEach((indices, channel) => {
		let slope = 0;
		for (const { found, place } of rows) for (const index of indices[place]) slope += found[sample][index];
		damage[channel] += slope * slope / (2 * samples);
	});
	const order = Array.from(damage, (_, i) => i).sort((a, b) => damage[a] - damage[b] || a - b);
	const lost = Float64Array.from(order, (channel) => damage[channel]);
	return weighed(order, lost, lost.reduce((sum, each) => sum + each, 0) || 1);
}
// src/optimize/prune/channels/importance.ts
const importances = {
	l1: {
		needsSamples: false,
		rank: (group) => byWeights(group, Math.abs)
	},
	l2: {
		needsSamples: false,
		rank: (group) => byWeights(group, (weight) => weight * weight)
	},
	activation: {
		needsSamples: true,
		wants: readingLayers,
		rank: rankByActivation
	},
	taylor: {
		needsSamples: true,
		rank: async (group, evidence) => await rankByTaylor(group, evidence) ?? byWeights(group, (weight) => weight * weight)
	},
	reconstruction: {
		needsSamples: true,
		wants: (group, evidence) => {
			const cheap = layersToReconstruct(group, evidence);
			return cheap.length > 0 ? cheap : readingLayers(group, evidence);
		},
		rank: async (group, evidence) => await rankByReconstruction(group, evidence) ?? rankByActivation(group, evidence)
	}
};
function rankingOf(lost, wholes) {
	const order = Array.from(lost, (_, i) => i).sort((a, b) => lost[a] - lost[b] || a - b);
	return weighed(order, Float64Array.from(order, (channel) => lost[channel]), wholes);
}
function byWeights(group, size) {
	const damage = new Float64Array(group.channels.length);
	for (const writer of group.writers) {
		const sums = sumsAlong(writer, size);
		const total = sums.reduce((sum, each) => sum + each, 0) || 1;
		const place = placeOf(group, writer);
		group.channels.forEach((indices, channel) => {
			for (const index of indices[place]) damage[channel] += sums[index] / total;
		});
	}
	return rankingOf(damage, group.writers.length);
}
function sumsAlong({ tensor, axis }, size) {
	const length = tensor.shape[axis];
	const inner = tensor.shape.slice(axis + 1).reduce((product, each) => product * each, 1);
	const sums = new Float64Array(length);
	if (!tensor.data) return sums.fill(1);
	realValues(tensor).forEach((weight, i) => {
		sums[Math.floor(i / inner) % length] += size(weight);
	});
	return sums;
}
async function rankByActivation(group, evidence) {
	const damage = new Float64Array(group.channels.length);
	let readers = 0;
	for (const reader of group.readers) {
		const layer = evidence.layer(reader.operator);
		const moments = layer && await evidence.moments(layer);
		if (!moments) continue;
		readers++;
		const strengths = columnStrengths(layer, moments);
		const total = strengths.reduce((sum, each) => sum + each, 0) || 1;
		columnsOf(group, reader, layer).forEach((columns, channel) => {
			for (const column of columns) damage[channel] += strengths[column] / total;
		});
	}
	return readers > 0 ? rankingOf(damage, readers) : byWeights(group, (weight) => weight * weight);
}
function columnStrengths({ float: { weights }, patches }, { products }) {
	const { rows, columns, offset, stride } = patches;
	return Float64Array.from({ length: columns }, (_, column) => {
		let squares = 0;
		for (let row = 0; row < rows; row++) squares += weights[offset(row) + column * stride] ** 2;
		return squares * products[0][column * columns + column];
	});
}
// src/optimize/prune/channels/cut.ts
var Kept = class Kept {
	#masks = new Map();
	cut({ places, channels }, numbers) {
		this.#set(places, channels, numbers, 0);
	}
	forTwins(twins) {
		const copy = new Kept();
		for (const [tensor, masks] of this.#masks) copy.#masks.set(twins.get(tensor), masks);
		return copy;
	}
	restore({ places, channels }, numbers) {
		this.#set(places, channels, numbers, 1);
	}
	mask(tensor, axis) {
		return this.#masks.get(tensor)?.get(axis) ?? null;
	}
	count(tensor, axis, from = 0, to = tensor.shape[axis]) {
		const mask = this.mask(tensor, axis);
		return mask ? mask.subarray(from, to).reduce((sum, kept) => sum + kept, 0) : Math.max(0, to - from);
	}
	part(tensor) {
		return tensor.shape.reduce((part, size, axis) => part * this.count(tensor, axis) / (size || 1), 1);
	}
	tensors() {
		return this.#masks;
	}
	#set(places, channels, numbers, value) {
		const masks = places.map(({ tensor, axis }) => this.#own(tensor, axis));
		for (const number of numbers) for (const [i, indices] of channels[number].entries()) for (const index of indices) masks[i][index] = value;
	}
	#own(tensor, axis) {
		const masks = this.#masks.get(tensor) ?? new Map();
		this.#masks.set(tensor, masks);
		const mask = masks.get(axis) ?? new Uint8Array(tensor.shape[axis]).fill(1);
		masks.set(axis, mask);
		return mask;
	}
};
function cutChannels(subgraph, kept) {
	for (const operator of subgraph.operators) resize(operator, kept);
	addTensors(subgraph, ...subgraph.operators.flatMap(({ inputs }) => inputs.filter((input) => input !== null)));
	const cut = new Map();
	for (const [tensor, masks] of kept.tensors()) {
		if (tensor.data) tensor.data = sharedCut(tensor, masks, cut);
		for (const axis of masks.keys()) {
			tensor.shape[axis] = kept.count(tensor, axis);
			if (tensor.shapeSignature) tensor.shapeSignature[axis] = tensor.shape[axis];
		}
	}
}
function resize(operator, kept) {
	if (![...operator.inputs, ...operator.outputs].some((tensor) => tensor && kept.part(tensor) < 1)) return;
	const count = (tensor, from, to) => kept.count(tensor, tensor.shape.length - 1, from, to);
	ruleOf(operator)?.resize?.(operator, count);
}
function sharedCut(tensor, masks, cut) {
	const key = `${tensor.shape} ${[...masks].map(([axis, mask]) => `${axis}:${mask.join("")}`)}`;
	const before = tensor.data;
	const known = cut.get(before) ?? [];
	cut.set(before, known);
	const found = known.find((each) => each.key === key);
	if (found) return found.data;
	const data = cutData(tensor, masks);
	known.push({
		key,
		data
	});
	return data;
}
function cutData(tensor, masks) {
	const bits = bitsPerElement(tensor.type);
	if (bits === null || bits % 8 !== 0) throw new Error(`${tensorName(tensor)} holds no whole bytes`);
	let shape = [...tensor.shape];
	let data = tensor.data;
	for (const [axis, mask] of masks) {
		data = cutAxis(data, shape, axis, mask, bits / 8);
		shape = shape.map((size, i) => i === axis ? mask.reduce((sum, stays) => sum + stays, 0) : size);
	}
	return data;
}
function cutAxis(data, shape, axis, mask, bytes) {
	const inner = elementCount(shape.slice(axis + 1)) * bytes;
	const stays = mask.reduce((sum, each) => sum + each, 0);
	const outer = elementCount(shape.slice(0, axis));
	const result = new Uint8Array(outer * stays * inner);
	let next = 0;
	for (let i = 0; i < outer * mask.length; i++) {
		if (!mask[i % mask.length]) continue;
		result.set(data.subarray(i * inner, (i + 1) * inner), next);
		next += inner;
	}
	return result;
}
// src/optimize/prune/channels/allocate.ts
var Costs = class {
	#parts;
	constructor(subgraph, resource) {
		this.#parts = resource === "macs" ? macsOf(subgraph) : parametersOf$1(subgraph);
	}
	total(kept, among) {
		return (among ? this.#parts.filter(({ tensor }) => among.has(tensor)) : this.#parts).reduce((sum, { tensor, amount }) => sum + amount * kept.part(tensor), 0);
	}
};
function macsOf({ operators }) {
	return operators.flatMap((operator) => {
		const amount = macs(operator);
		const tensor = weightsOf$1(operator) ?? operator.outputs[0];
		return amount > 0 && tensor ? [{
			tensor,
			amount
		}] : [];
	});
}
function weightsOf$1(operator) {
	const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
	return place && operator.inputs[place.input];
}
function parametersOf$1({ tensors }) {
	return [...new Map(tensors.map((tensor) => [tensor.data ?? tensor, tensor])).values()].filter((tensor) => tensor.data && isFloat(tensor)).map((tensor) => ({
		tensor,
		amount: elementCount(tensor.shape)
	}));
}
const lookAhead = 4;
var Allocation = class {
	groups;
	cut;
	#kept = new Kept();
	#tensors;
	#steps;
	#prices;
	#rankings;
	#costs;
	constructor(groups, rankings, costs, options) {
		this.groups = groups;
		this.#rankings = rankings;
		this.#costs = costs;
		this.cut = groups.map(() => 0);
		this.#prices = groups.map(() => null);
		this.#steps = groups.map((group) => stepsOf(group, options));
		this.#tensors = groups.map(({ places }) => new Set(places.map(({ tensor }) => tensor)));
	}
	reach(limit) {
		while (this.#costs.total(this.#kept) > limit) {
			const group = this.#cheapest();
			if (group < 0) return false;
			this.#move(group, this.#steps[group].find((step) => step > this.cut[group]));
		}
		for (let group = this.#dearest(limit); group >= 0; group = this.#dearest(limit)) this.#move(group, this.#stepBefore(group));
		return true;
	}
	get kept() {
		const kept = new Kept();
		for (const [i, group] of this.groups.entries()) {
			const gone = this.#rankings[i].order.slice(0, this.cut[i]);
			if (gone.length > 0) kept.cut(group, gone);
		}
		return kept;
	}
	#move(group, count) {
		const { order } = this.#rankings[group];
		const before = this.cut[group];
		if (count > before) this.#kept.cut(this.groups[group], order.slice(before, count));
		else this.#kept.restore(this.groups[group], order.slice(count, before));
		this.cut[group] = count;
		for (const [other, tensors] of this.#tensors.entries()) if ([...this.#tensors[group]].some((tensor) => tensors.has(tensor))) this.#prices[other] = null;
	}
	#cheapest() {
		let [best, least] = [-1, Infinity];
		for (const group of this.groups.keys()) {
			this.#prices[group] ??= this.#price(group);
			if (this.#prices[group] < least) [best, least] = [group, this.#prices[group]];
		}
		return best;
	}
	#price(group) {
		const first = this.cut[group];
		const next = this.#steps[group].filter((step) => step > first).slice(0, lookAhead);
		return Math.min(...next.map((end) => this.#damage(group, first, end) / this.#saving(group, end)));
	}
	#dearest(limit) {
		let [best, most] = [-1, -Infinity];
		for (const group of this.groups.keys()) {
			const end = this.cut[group];
			const start = this.#stepBefore(group);
			const damage = this.#damage(group, start, end);
			if (end > 0 && this.#costs.total(this.#kept) - this.#saving(group, start) <= limit && damage > most) [best, most] = [group, damage];
		}
		return best;
	}
	#stepBefore(group) {
		return this.#steps[group].findLast((step) => step < this.cut[group]) ?? 0;
	}
	#damage(group, first, end) {
		const { damage } = this.#rankings[group];
		return Math.max(0, damage.subarray(first, end).reduce((sum, each) => sum + each, 0));
	}
	#saving(group, count) {
		const { order } = this.#rankings[group];
		const [channels, tensors, before] = [
			this.groups[group],
			this.#tensors[group],
			this.cut[group]
		];
		const changed = order.slice(Math.min(before, count), Math.max(before, count));
		const now = this.#costs.total(this.#kept, tensors);
		if (count > before) this.#kept.cut(channels, changed);
		else this.#kept.restore(channels, changed);
		const then = this.#costs.total(this.#kept, tensors);
		if (count > before) this.#kept.restore(channels, changed);
		else this.#kept.cut(channels, changed);
		return now - then;
	}
};
function stepsOf(group, options) {
	const { multipleOf, floor, sizeBefore } = options;
	const channels = group.channels.length;
	const least = Math.max(multipleOf, Math.ceil(floor * (sizeBefore?.(group) ?? channels)));
	const steps = [];
	let left = channels - (channels % multipleOf || multipleOf);
	for (; left >= least; left -= multipleOf) steps.push(channels - left);
	return steps;
}
async function repair$1(pair, layers, kept, runner, budget, done) {
	let repaired = 0;
	for (const [i, layer] of layers.entries()) {
		if (refit$1(layer, await gatherMoments(runner, pair, layer, true, budget), kept, pair.subgraph)) repaired++;
		done(i + 1);
	}
	return repaired;
}
function affectedLayers(subgraph, layers, kept) {
	const changed = new Set();
	const affected = subgraph.operators.filter((operator) => {
		const reads = operator.inputs.some((input) => input && changed.has(input)) || readMask(operator, kept);
		if (reads) for (const output of operator.outputs) changed.add(output);
		return reads;
	});
	const found = new Set(affected);
	return layers.filter(({ operator, patches }) => found.has(operator) && patches.columns <= 4096);
}
function detach(subgraph, kept) {
	for (const operator of subgraph.operators) for (const { tensor, axis } of readAxes(operator)) {
		const mask = kept.mask(tensor, axis);
		if (!mask || !tensor.data) continue;
		const values = realValues(tensor).slice();
		const inner = tensor.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
		for (let i = 0; i < values.length; i++) if (!mask[Math.floor(i / inner) % mask.length]) values[i] = 0;
		tensor.data = bytesOf(values);
	}
}
function readAxes(operator) {
	const links = ruleOf(operator)?.channels?.(operator);
	return typeof links === "object" ? links.flat().filter(({ weights }) => weights === "read") : [];
}
function readMask(operator, kept) {
	const [read] = readAxes(operator);
	return read ? kept.mask(read.tensor, read.axis) : null;
}
function refit$1(layer, moments, kept, subgraph) {
	const { operator, stored, biasPosition, float } = layer;
	const bias = operator.inputs[biasPosition];
	const plain = {
		weights: realValues(stored),
		bias: bias?.data ? realValues(bias) : new Float32Array(float.bias.length)
	};
	const candidates = [solved(layer, moments, kept), shifted(layer, moments, plain.weights)];
	let [best, least] = [plain, heldOutError(moments, float, plain)];
	for (const candidate of candidates) {
		const error = heldOutError(moments, float, candidate);
		if (error < least) [best, least] = [candidate, error];
	}
	if (best === plain) return false;
	stored.data = bytesOf(best.weights.slice());
	storeBias(layer, best.bias, subgraph);
	return best === candidates[0];
}
function shifted({ float }, moments, weights) {
	const solution = {
		weights,
		bias: new Float32Array(float.bias.length)
	};
	refitBias(moments, float.weights, float.bias, solution);
	return solution;
}
function solved(layer, moments, kept) {
	const { float, patches } = layer;
	const { groups, rows, columns, depth } = patches;
	const mask = readMask(layer.operator, kept);
	const stays = Uint8Array.from({ length: columns }, (_, column) => mask?.[column % depth] ?? 1);
	const solution = {
		weights: float.weights.slice(),
		bias: new Float32Array(float.bias.length)
	};
	for (let group = 0; group < groups; group++) {
		const system = new System(moments, group, columns, stays);
		for (let row = 0; row < rows; row += 4) {
			const some = Array.from({ length: Math.min(4, rows - row) }, (_, i) => group * rows + row + i);
			system.solveRows(layer, solution.weights, some);
		}
	}
	refitBias(moments, float.weights, float.bias, solution);
	return solution;
}
var System = class {
	#kept;
	#factor;
	#rows;
	#products;
	#moments;
	#group;
	#columns;
	#stays;
	constructor(moments, group, columns, stays) {
		this.#moments = moments;
		this.#group = group;
		this.#columns = columns;
		this.#stays = stays;
		this.#kept = Int32Array.from(stays.keys()).filter((column) => stays[column]);
		const n = this.#kept.length;
		const products = moments.products[group];
		const factor = new Float64Array(n * n);
		let trace = 0;
		for (const a of this.#kept) trace += products[a * columns + a];
		for (const [i, a] of this.#kept.entries()) {
			for (const [j, b] of this.#kept.entries()) factor[i * n + j] = products[a * columns + b];
			factor[i * n + i] += damping * trace / n;
		}
		this.#factor = cholesky(factor, n) ? factor : null;
		this.#rows = new Float64Array(columns * 4);
		this.#products = new Float64Array(n * 4);
	}
	solveRows({ patches }, weights, channels) {
		const { stride, offset } = patches;
		const rows = this.#rows.fill(0);
		for (const [k, channel] of channels.entries()) {
			const start = offset(channel);
			for (let i = 0; i < this.#columns; i++) rows[i * 4 + k] = weights[start + i * stride];
		}
		this.#solve();
		for (const [k, channel] of channels.entries()) {
			const start = offset(channel);
			for (let i = 0; i < this.#columns; i++) weights[start + i * stride] = rows[i * 4 + k];
		}
	}
	#solve() {
		const [rows, products, kept] = [
			this.#rows,
			this.#products.fill(0),
			this.#kept
		];
		const cross = this.#moments.cross[this.#group];
		const covariance = this.#moments.products[this.#group];
		for (let i = 0; i < this.#columns; i++) {
			if (cross) this.#add(i, cross);
			if (!this.#stays[i]) this.#add(i, covariance);
		}
		for (let i = 0; i < this.#columns; i++) if (!this.#stays[i]) rows.fill(0, i * 4, (i + 1) * 4);
		if (!this.#factor) return;
		solveTogether(this.#factor, kept.length, products);
		for (let j = 0; j < kept.length; j++) for (let k = 0; k < 4; k++) rows[kept[j] * 4 + k] += products[j * 4 + k];
	}
	#add(column, matrix) {
		const [rows, products, kept] = [
			this.#rows,
			this.#products,
			this.#kept
		];
		const from = column * 4;
		const [p, q, r, s] = [
			rows[from],
			rows[from + 1],
			rows[from + 2],
			rows[from + 3]
		];
		const at = column * this.#columns;
		for (let j = 0, k = 0; j < kept.length; j++, k += 4) {
			const value = matrix[at + kept[j]];
			products[k] += p * value;
			products[k + 1] += q * value;
			products[k + 2] += r * value;
			products[k + 3] += s * value;
		}
	}
};
// src/optimize/prune/channels/fitting.ts
const slopeSamples = {
	least: 32,
	most: 250
};
const slopeCost = 5e9;
const nothingKnown = {
	layer: () => void 0,
	moments: () => Promise.resolve(null),
	gather: () => Promise.resolve(),
	slopes: () => Promise.resolve(null)
};
var Fitting = class {
	runner;
	budget;
	problem = null;
	#layers;
	#moments = new Map();
	#pair;
	#slopes;
	#groups;
	#context;
	constructor(model, subgraph, groups, runner, budget, context) {
		this.runner = runner;
		this.budget = budget;
		this.#groups = groups;
		this.#context = context;
		const layers = layersOf$1(model, subgraph, subgraph, new Map(subgraph.operators.map((operator) => [operator, operator])));
		this.#layers = new Map(layers.map((layer) => [layer.operator, layer]));
		this.#pair = {
			original: model,
			before: subgraph,
			model,
			subgraph
		};
	}
	layer(operator) {
		return this.#layers.get(operator);
	}
	async moments(layer) {
		await this.gather([layer]);
		return this.#moments.get(layer) ?? null;
	}
	async gather(layers) {
		const wanted = new Set(layers);
		const runner = {
			...this.runner,
			kept: new KeptActivations()
		};
		for (const layer of this.#layers.values()) {
			if (this.problem || !wanted.has(layer) || this.#moments.has(layer)) continue;
			if (layer.patches.columns > 4096) continue;
			const moments = await this.#try(() => gatherMoments(runner, this.#pair, layer, false, this.budget));
			if (moments) this.#moments.set(layer, moments);
		}
	}
	async slopes() {
		if (this.problem) return null;
		this.#slopes ??= await this.#try(() => this.#findSlopes());
		return this.#slopes ?? null;
	}
	async #findSlopes() {
		const { model, subgraph } = this.#pair;
		const cost = totalMacs(subgraph.operators);
		const count = Math.min(slopeSamples.most, Math.max(slopeSamples.least, slopeCost / Math.max(1, cost)));
		const samples = spreadOver(this.runner.samples, Math.floor(count));
		const stage = this.#context.progress.stage("finding gradients", samples.size);
		try {
			const { slopesOf } = await import("./training.js");
			const readers = this.#groups.flatMap((group) => group.readers);
			const runner = {
				...this.runner,
				samples
			};
			const onProgress = (done) => stage.update(done);
			return await slopesOf(model, subgraph, readers, runner, this.#context.seed, onProgress);
		} finally {
			stage.end();
		}
	}
	async #try(work) {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof NotRunnableError)) throw error;
			this.problem = error.problem;
			return;
		}
	}
};
// src/optimize/prune/channels/groups.ts
function channelGroups(subgraph) {
	const coupling = new Coupling();
	for (const operator of subgraph.operators) coupling.link(operator);
	for (const operator of subgraph.operators) coupling.holdUnnamed(operator);
	for (const tensor of subgraph.inputs) coupling.hold(tensor, "they are an input of the model");
	for (const tensor of subgraph.outputs) coupling.hold(tensor, "they are an output of the model");
	for (const tensor of subgraph.tensors) {
		const obstacle = obstacleIn(tensor);
		if (obstacle) coupling.hold(tensor, obstacle);
	}
	return coupling.groups();
}
function obstacleIn({ isVariable, quantization, sparsity, type, data }) {
	if (isVariable) return "they are kept from one inference to the next";
	if (quantization?.details || quantization?.scale.length) return "they are quantized already (cut channels of the float model, then quantize)";
	if (sparsity) return "their weights are stored sparse";
	const bits = bitsPerElement(type);
	return data && (bits === null || bits % 8 !== 0) ? "a constant of theirs holds several numbers a byte" : null;
}
const maxIndices = 2 ** 20;
const isTooWide = ({ tensor, axis }) => (tensor.shape[axis] ?? 0) > maxIndices;
var Coupling = class {
	#forest = new NumberSets();
	#axes = new Map();
	#obstacles = new Map();
	#named = new Map();
	#weights = new Map();
	link(operator) {
		const named = new Set();
		this.#named.set(operator, named);
		const links = ruleOf(operator)?.channels?.(operator);
		if (links === void 0 || typeof links === "string") return;
		for (const link of links) {
			if (link.some(isTooWide)) {
				this.#holdAll(link, named, operator);
				continue;
			}
			const nodes = new Map();
			for (const each of link) {
				const axis = this.#axis(each);
				if (!axis) continue;
				named.add(axis);
				this.#addUse(axis, operator, each);
				this.#join(axis, each.channel ?? ((index) => index), nodes);
			}
		}
	}
	#holdAll(link, named, operator) {
		for (const each of link) {
			const axis = isTooWide(each) ? null : this.#axis(each);
			if (!axis) continue;
			named.add(axis);
			this.#hold(axis, `${nameOf(operator)} has too many channels`);
		}
	}
	holdUnnamed(operator) {
		const named = this.#named.get(operator);
		const links = ruleOf(operator)?.channels?.(operator);
		const reason = typeof links === "string" ? links : links ? "needs all of them" : "is not known to keep them apart";
		for (const tensor of new Set([
			...operator.inputs,
			...operator.outputs,
			...operator.intermediates
		])) for (const axis of (tensor && this.#axes.get(tensor)) ?? []) if (!named.has(axis)) this.#hold(axis, `${nameOf(operator)} ${reason}`);
	}
	hold(tensor, reason) {
		for (const axis of this.#axes.get(tensor) ?? []) this.#hold(axis, reason);
	}
	groups() {
		const axes = [...this.#axes.values()].flat();
		const channels = new Map();
		for (const axis of axes) for (let index = 0; index < axis.size; index++) {
			const root = this.#forest.root(axis.first + index);
			const places = channels.get(root) ?? new Map();
			channels.set(root, places);
			const indices = places.get(axis);
			if (indices) indices.push(index);
			else places.set(axis, [index]);
		}
		const numbers = new Map(axes.map((axis, i) => [axis, i]));
		const groups = new Map();
		for (const places of channels.values()) {
			const key = [...places.keys()].map((axis) => numbers.get(axis)).join();
			const group = groups.get(key) ?? this.#group([...places.keys()]);
			groups.set(key, group);
			group.channels.push([...places.values()]);
		}
		return [...groups.values()];
	}
	#group(axes) {
		const using = (wanted) => axes.flatMap((each) => {
			return (this.#weights.get(each)?.filter(({ use }) => use === wanted) ?? []).map(({ operator }) => ({
				operator,
				tensor: each.tensor,
				axis: each.axis
			}));
		});
		const [writers, readers] = [using("write"), using("read")];
		const obstacle = axes.map((axis) => this.#obstacles.get(axis)).find((reason) => reason !== void 0);
		const idle = writers.length === 0 ? "no weights make them" : readers.length === 0 ? "no weights read them" : null;
		return {
			places: axes.map(({ tensor, axis }) => ({
				tensor,
				axis
			})),
			channels: [],
			writers,
			readers,
			obstacle: obstacle ?? idle
		};
	}
	#join({ first, size }, channelOf, nodes) {
		for (let index = 0; index < size; index++) {
			const channel = channelOf(index);
			const node = nodes.get(channel);
			if (node === void 0) nodes.set(channel, first + index);
			else this.#forest.join(node, first + index);
		}
	}
	#axis({ tensor, axis }) {
		const size = tensor.shape[axis];
		if (size === void 0) return null;
		const known = this.#axes.get(tensor) ?? [];
		this.#axes.set(tensor, known);
		const found = known.find((each) => each.axis === axis);
		if (found) return found;
		const added = {
			tensor,
			axis,
			size,
			first: this.#forest.add(size)
		};
		known.push(added);
		if (tensor.shapeSignature?.[axis] === -1) this.#hold(added, "their number is known at run time only");
		return added;
	}
	#addUse(axis, operator, { weights }) {
		if (!weights) return;
		const uses = this.#weights.get(axis) ?? [];
		this.#weights.set(axis, uses);
		uses.push({
			operator,
			use: weights
		});
	}
	#hold(axis, reason) {
		if (!this.#obstacles.has(axis)) this.#obstacles.set(axis, reason);
	}
};
// src/optimize/prune/channels/latency.ts
const maxMeasurements = 5;
const nearEnough = .02;
async function reachLatency(model, start, macs, part, context) {
	const before = await latencyOf(model, context);
	const target = (1 - part) * before;
	let [low, high, guess] = [
		0,
		1,
		part
	];
	let [found, last] = [null, null];
	for (let i = 0; i < maxMeasurements; i++) {
		const allocation = start();
		allocation.reach((1 - guess) * macs);
		last = {
			allocation,
			latency: await latencyOf(cutCopy(model, allocation.kept), context)
		};
		if (last.latency <= target) [found, high] = [last, guess];
		else low = guess;
		if (found === last && last.latency >= target - nearEnough * before) break;
		guess = (low + high) / 2;
	}
	const { allocation, latency } = found ?? last;
	const digits = digitsApart(latency, target);
	const ms = (value) => `${value.toFixed(digits)} ms`;
	const text = `${ms(latency)} in place of ${ms(before)}`;
	if (found) addNote(context, "info", `Latency on the device is ${text}, before weights are fitted.`);
	else addNote(context, "warning", `The target of latency, ${ms(target)}, is not reached: ${text}.`);
	return allocation;
}
function digitsApart(latency, target) {
	let digits = 2;
	while (digits < 6 && latency !== target && latency.toFixed(digits) === target.toFixed(digits)) digits++;
	return digits;
}
async function latencyOf(model, { onDevice }) {
	const measurement = await onDevice?.(writeModel(model));
	if (measurement) return measurement.latencyMs;
	throw new InputError("the latency that channels are cut for could not be measured", { hint: "Run \"litetrim doctor\", or give \"macs\" in place of \"latency\"" });
}
function cutCopy(model, kept) {
	const copy = cloneModel(model);
	const [subgraph, itsCopy] = [mainSubgraph(model), mainSubgraph(copy)];
	const twins = new Map(subgraph.tensors.map((tensor, i) => [tensor, itsCopy.tensors[i]]));
	cutChannels(itsCopy, kept.forTwins(twins));
	return copy;
}
// src/optimize/prune/channels/own-constants.ts
function ownConstants(subgraph) {
	const tensors = [...subgraph.tensors];
	const inputs = subgraph.operators.map((operator) => operator.inputs);
	const seen = new Set();
	for (const operator of subgraph.operators) {
		const rule = ruleOf(operator);
		operator.inputs = operator.inputs.map((input, position) => {
			if (!input?.data || !rule || !["bias", "activation"].includes(inputRole(rule, position))) return input;
			if (!seen.has(input)) {
				seen.add(input);
				return input;
			}
			const own = {
				...input,
				shape: [...input.shape]
			};
			subgraph.tensors.push(own);
			return own;
		});
	}
	return () => {
		subgraph.tensors = tensors;
		subgraph.operators.forEach((operator, i) => {
			operator.inputs = inputs[i];
		});
	};
}
// src/optimize/prune/model-record.ts
var ModelRecord = class {
	#name;
	#schema;
	constructor(name, schema) {
		this.#name = name;
		this.#schema = schema;
	}
	read({ metadata }) {
		const entry = metadata.find(({ name }) => name === this.#name);
		if (!entry) return null;
		try {
			return this.#schema.parse(JSON.parse(new TextDecoder().decode(entry.data)));
		} catch {
			return null;
		}
	}
	write(model, record) {
		const data = new TextEncoder().encode(JSON.stringify(record));
		model.metadata = [...model.metadata.filter(({ name }) => name !== this.#name), {
			name: this.#name,
			data
		}];
	}
};
// src/optimize/prune/channels/record.ts
const size = number().min(0);
const cutRecord = new ModelRecord("litetrim_channels", object({
	macs: size,
	parameters: size,
	asked: object({
		macs: size.exactOptional(),
		parameters: size.exactOptional(),
		latency: size.exactOptional()
	})
}));
// src/optimize/prune/channels/result-notes.ts
const groupsPerNote = 3;
function noteCuts(context, subgraph, sizes, original) {
	addNote(context, "info", `Channels are cut, and with them ${["macs", "parameters"].map((resource) => {
		const [before, after] = [original[resource], new Costs(subgraph, resource).total(new Kept())].map(Math.round);
		const noun = resource === "macs" ? "multiply-accumulates" : "parameters";
		return `${(100 * (1 - after / before)).toFixed(1)} % of ${formatInteger(before)} ${noun}`;
	}).join(" and ")}.`);
	const groups = [...sizesBefore(channelGroups(subgraph), sizes)].flatMap(([group, before]) => {
		const after = group.channels.length;
		return after < before ? [`${groupName(group)} ${before} → ${after}`] : [];
	});
	for (let i = 0; i < groups.length; i += groupsPerNote) addNote(context, "info", `Channels before and after: ${groups.slice(i, i + groupsPerNote).join(", ")}.`);
}
function sizesOf$1(subgraph) {
	const shareAgain = ownConstants(subgraph);
	const sizes = new Map();
	for (const { writers, channels } of channelGroups(subgraph)) {
		const operator = writers[0]?.operator;
		sizes.set(operator, [...sizes.get(operator) ?? [], channels.length]);
	}
	shareAgain();
	return sizes;
}
function sizesBefore(groups, sizes) {
	const seen = new Map();
	return new Map(groups.map((group) => {
		const operator = group.writers[0]?.operator;
		const position = seen.get(operator) ?? 0;
		seen.set(operator, position + 1);
		return [group, sizes.get(operator)?.[position] ?? group.channels.length];
	}));
}
function noteObstacles(context, groups) {
	const reasons = new Map();
	for (const group of groups) {
		if (group.obstacle === null || group.writers.length === 0) continue;
		reasons.set(group.obstacle, [...reasons.get(group.obstacle) ?? [], group]);
	}
	for (const [reason, held] of reasons) addNote(context, "info", `Channels of ${listOf(held.map(groupName))} stay: ${reason}.`);
}
function groupName({ writers }) {
	const [first, ...others] = writers;
	const name = first ? nameOf(first.operator) : "no operator";
	return others.length > 0 ? `${name} with ${count(others.length, "other")}` : name;
}
// src/optimize/prune/channels/trials.ts
const trialSamples = 64;
const fewestJudges = 48;
const trialCost = 5e10;
async function weighByTrials(model, subgraph, groups, rankings, { evidence, runner, progress, options }) {
	const steps = groups.map((group) => stepsOf(group, options));
	const count = steps.reduce((sum, { length }) => sum + length, 0);
	if (totalMacs(subgraph.operators) * count * trialSamples > trialCost) return null;
	await evidence.gather(groups.flatMap((group) => readingLayers(group, evidence)));
	const trials = await Trials.start(model, subgraph, evidence, runner);
	const stage = progress.stage("trying cuts", count);
	try {
		const result = [];
		let done = 0;
		for (const [i, group] of groups.entries()) {
			const { order } = rankings[i];
			const lost = new Float64Array(order.length);
			let [first, before] = [0, 0];
			for (const end of steps[i]) {
				const now = await trials.damage(group, order.slice(0, end));
				lost.fill((now - before) / (end - first), first, end);
				[first, before] = [end, now];
				stage.update(++done);
			}
			result.push(weighed(order, lost, 1));
		}
		return result;
	} finally {
		stage.end();
	}
}
var Trials = class Trials {
	#expected = [];
	#model;
	#subgraph;
	#evidence;
	#runner;
	constructor(model, subgraph, evidence, runner) {
		this.#model = model;
		this.#subgraph = subgraph;
		this.#evidence = evidence;
		this.#runner = runner;
	}
	static async start(model, subgraph, evidence, { pool, samples }) {
		const trials = new Trials(model, subgraph, evidence, {
			pool,
			samples: judgesOf(samples)
		});
		trials.#expected = await trials.#results();
		return trials;
	}
	async damage(group, gone) {
		const undo = snapshot(this.#subgraph);
		try {
			const kept = new Kept();
			kept.cut(group, gone);
			detach(this.#subgraph, kept);
			for (const { operator } of group.readers) await this.#fit(operator, kept);
			return relativeError(await this.#results(), this.#expected);
		} finally {
			undo();
		}
	}
	async #fit(operator, kept) {
		const layer = this.#evidence.layer(operator);
		const moments = layer && await this.#evidence.moments(layer);
		if (!moments) return;
		const { weights, bias } = solved(layer, moments, kept);
		layer.stored.data = bytesOf(weights);
		storeBias(layer, bias, this.#subgraph);
	}
	async #results() {
		const result = logitsOf(this.#model) ?? this.#subgraph.outputs[0];
		const part = partOf(this.#runner, this.#model, this.#subgraph, [result]);
		const results = [];
		for await (const [values] of this.#runner.pool.outputs(part.model, part.samples)) results.push(values.slice());
		return results;
	}
};
function judgesOf(samples) {
	const all = Array.from({ length: samples.size }, (_, i) => i);
	const apart = all.filter((i) => isJudge(i, samples.size));
	const some = apart.length >= fewestJudges ? apart : all;
	return spreadOver({
		size: some.length,
		sample: (i) => samples.sample(some[i])
	}, trialSamples);
}
function snapshot(subgraph) {
	const tensors = subgraph.tensors.map((tensor) => [tensor, tensor.data]);
	const inputs = subgraph.operators.map((operator) => [...operator.inputs]);
	return () => {
		for (const [tensor, data] of tensors) tensor.data = data;
		subgraph.tensors = tensors.map(([tensor]) => tensor);
		subgraph.operators.forEach((operator, i) => {
			operator.inputs = inputs[i];
		});
	};
}
function relativeError(actual, expected) {
	const count = expected.length;
	const mean = new Float64Array(expected[0].length);
	for (const values of expected) for (const [i, value] of values.entries()) mean[i] += value / count;
	let [error, variance] = [0, 0];
	for (const [sample, values] of expected.entries()) for (const [i, value] of values.entries()) {
		error += (actual[sample][i] - value) ** 2;
		variance += (value - mean[i]) ** 2;
	}
	return error / (variance || 1);
}
// src/optimize/prune/channels/pruning.ts
const outOfReach = "No more channels can be cut: more would have to go for the target.";
const effortBudgets = {
	...budgets,
	fast: {
		samples: 100,
		inference: 2e9,
		rows: 5e3,
		moments: 5e8
	}
};
var Pruning = class {
	#subgraph;
	#groups;
	#open;
	#before;
	#shareAgain;
	#steps;
	#model;
	#context;
	#plan;
	#pool;
	constructor(model, context, plan, pool) {
		this.#model = model;
		this.#context = context;
		this.#plan = plan;
		this.#pool = pool;
		this.#subgraph = mainSubgraph(model);
		this.#shareAgain = ownConstants(this.#subgraph);
		const groups = channelGroups(this.#subgraph);
		const sizes = sizesBefore(groups, plan.sizes);
		this.#steps = {
			...plan,
			sizeBefore: (group) => sizes.get(group)
		};
		this.#groups = groups.filter(({ channels }) => channels.length > 1);
		this.#open = this.#groups.filter(({ obstacle }) => obstacle === null);
		const total = (resource) => new Costs(this.#subgraph, resource).total(new Kept());
		const now = {
			macs: total("macs"),
			parameters: total("parameters"),
			asked: {}
		};
		this.#before = cutRecord.read(model) ?? now;
	}
	async run() {
		const fitting = this.#fitting();
		const rankings = await this.#rank(fitting);
		const allocation = await this.#allocate(rankings);
		noteObstacles(this.#context, this.#groups);
		if (!allocation.cut.some((channels) => channels > 0)) {
			this.#shareAgain();
			addNote(this.#context, "warning", "No channels can be cut: nothing was changed.");
			return false;
		}
		const { kept } = allocation;
		const { level, message } = await this.#repair(kept, fitting);
		cutChannels(this.#subgraph, kept);
		removeUnusedTensors(this.#model);
		noteCuts(this.#context, this.#subgraph, this.#plan.sizes, this.#before);
		addNote(this.#context, level, message);
		const { resource, part } = this.#plan;
		cutRecord.write(this.#model, {
			...this.#before,
			asked: {
				...this.#before.asked,
				[resource]: part
			}
		});
		return true;
	}
	#fitting() {
		const { dataset, effort } = this.#context;
		if (!this.#pool || !dataset) return null;
		const budget = effortBudgets[effort];
		const samples = affordableSamples$1(dataset.calibration, this.#subgraph, budget);
		const runner = {
			pool: this.#pool,
			samples
		};
		return new Fitting(this.#model, this.#subgraph, this.#open, runner, budget, this.#context);
	}
	async #rank(fitting) {
		const stage = this.#context.progress.stage("ranking channels", this.#open.length);
		const rankings = [];
		const { wants } = this.#plan.importance;
		try {
			if (fitting && wants) await fitting.gather(this.#open.flatMap((group) => wants(group, fitting)));
			for (const group of this.#open) {
				const importance = fitting?.problem ? importances.l2 : this.#plan.importance;
				rankings.push(await importance.rank(group, fitting ?? nothingKnown));
				stage.update(rankings.length);
			}
		} finally {
			stage.end();
		}
		if (!fitting || fitting.problem) return rankings;
		const { progress } = this.#context;
		const trial = {
			evidence: fitting,
			runner: fitting.runner,
			progress,
			options: this.#steps
		};
		try {
			return await weighByTrials(this.#model, this.#subgraph, this.#open, rankings, trial) ?? rankings;
		} catch (error) {
			if (!(error instanceof NotRunnableError)) throw error;
			fitting.problem = error.problem;
			return rankings;
		}
	}
	async #allocate(rankings) {
		const { resource, part } = this.#plan;
		const counted = resource === "latency" ? "macs" : resource;
		const costs = new Costs(this.#subgraph, counted);
		const start = () => new Allocation(this.#open, rankings, costs, this.#steps);
		if (resource === "latency") return reachLatency(this.#model, start, this.#before.macs, part, this.#context);
		const allocation = start();
		if (!allocation.reach((1 - part) * this.#before[resource]) && allocation.cut.some((channels) => channels > 0)) addNote(this.#context, "warning", outOfReach);
		return allocation;
	}
	async #repair(kept, fitting) {
		const original = remember(this.#model);
		detach(this.#subgraph, kept);
		if (!fitting || fitting.problem) return {
			level: "warning",
			message: `Weights are left as they were: ${fitting?.problem ?? "there are no samples to fit them to"}.`
		};
		const before = mainSubgraph(original.model);
		const layers = layersOf$1(this.#model, this.#subgraph, before, original.operators);
		const affected = affectedLayers(this.#subgraph, layers, kept);
		const stage = this.#context.progress.stage("fitting layers", affected.length);
		try {
			const pair = {
				original: original.model,
				before,
				model: this.#model,
				subgraph: this.#subgraph
			};
			const { budget } = fitting;
			const runner = {
				...fitting.runner,
				kept: new KeptActivations()
			};
			const repaired = await repair$1(pair, affected, kept, runner, budget, (done) => stage.update(done));
			const fitted = `Weights of ${count(repaired, "layer")} are fitted anew to ${count(runner.samples.size, "sample")}.`;
			if (repaired > 0) return {
				level: "info",
				message: fitted
			};
			return {
				level: "warning",
				message: "Weights are left as they were: none of them could be fitted."
			};
		} finally {
			stage.end();
		}
	}
};
// src/optimize/prune/channels/prune-channels.ts
const PRUNE_CHANNELS_DEFAULTS = {
	multipleOf: 8,
	floor: 1 / 8
};
const part = number().gt(0).lt(1);
const targets = [
	"macs",
	"parameters",
	"latency"
];
const pruneChannelsOptionsSchema = strictObject({
	macs: part.exactOptional(),
	parameters: part.exactOptional(),
	latency: part.exactOptional(),
	importance: _enum(Object.keys(importances)).exactOptional(),
	multipleOf: int().min(1).max(64).exactOptional(),
	floor: number().min(0).max(1).exactOptional()
});
function problemOfTargets(options) {
	return targets.filter((target) => options[target] !== void 0).length === 1 ? null : `name one of ${targets.join(", ")}`;
}
function pruneChannels(options) {
	return async (model, context) => {
		const plan = planOf(model, options, context);
		if ((cutRecord.read(model)?.asked[plan.resource] ?? 0) >= plan.part) {
			addNote(context, "info", "Channels were cut before, as far as is wanted: nothing was changed.");
			return false;
		}
		const pool = hasSamples(context) ? context.pool ?? new SessionPool() : null;
		try {
			return await cutInRounds(model, plan, context, pool);
		} finally {
			if (!context.pool) await pool?.close();
		}
	};
}
const pruneChannelsTransform = defineTransform({
	name: "prune-channels",
	description: "Removes the channels that matter least, so that what is left is a smaller dense model.",
	options: pruneChannelsOptionsSchema,
	problems: (options) => {
		const message = problemOfTargets(options);
		return message === null ? [] : [{ message }];
	},
	needs: needsOf,
	create: pruneChannels,
	changesFunction: true
});
function needsOf({ importance, latency }) {
	const needs = [];
	if (importance && importances[importance].needsSamples) needs.push({
		what: "samples",
		problem: `importance "${importance}" needs samples, and there are none`,
		hint: "Give a data set, or choose importance \"l2\""
	});
	if (latency !== void 0) needs.push({
		what: "device",
		problem: "a target of latency needs a device to measure on",
		hint: "Name a device, or give \"macs\" in place of \"latency\""
	});
	return needs;
}
async function cutInRounds(model, plan, context, pool) {
	let [changed, told] = [false, []];
	for (const part of [...roundsOf(model, plan, context), plan.part]) {
		const notes = [];
		const cuts = await new Pruning(model, {
			...context,
			notes
		}, {
			...plan,
			part
		}, pool).run();
		if (cuts || !changed) told = notes;
		else if (told.every(({ message }) => message !== "No more channels can be cut: more would have to go for the target.")) told.push({
			level: "warning",
			message: outOfReach
		});
		changed ||= cuts;
	}
	for (const { level, message } of told) addNote(context, level, message);
	return changed;
}
function planOf(model, options, context) {
	const problem = problemOfTargets(options);
	const resource = targets.find((target) => options[target] !== void 0);
	if (problem || !resource) throw new InputError(`prune-channels: ${problem}`);
	const name = options.importance ?? (hasSamples(context) ? "reconstruction" : "l2");
	return {
		...PRUNE_CHANNELS_DEFAULTS,
		...options,
		resource,
		part: options[resource],
		importance: importances[name],
		sizes: sizesOf$1(mainSubgraph(model))
	};
}
const maxMacsOfRounds = 5e7;
const mostPerRound = .3;
function roundsOf(model, { resource, part }, context) {
	const { operators } = mainSubgraph(model);
	const cost = totalMacs(operators);
	if (!(hasSamples(context) && context.effort !== "fast" && resource !== "latency") || cost > maxMacsOfRounds) return [];
	const before = cutRecord.read(model)?.asked[resource] ?? 0;
	const rounds = Math.ceil((part - before) / mostPerRound);
	return Array.from({ length: rounds - 1 }, (_, i) => before + (i + 1) * (part - before) / rounds);
}
// src/optimize/prune/allocate.ts
const uniform = (layers, sparsity) => layers.map(({ length }) => Math.round(length * sparsity));
const lamp = (layers, sparsity) => {
	const scores = layers.map(lampScores);
	const total = scores.reduce((sum, { length }) => sum + length, 0);
	const all = new Float64Array(total);
	let next = 0;
	for (const layer of scores) {
		all.set(layer, next);
		next += layer.length;
	}
	all.sort();
	const wanted = Math.round(total * sparsity);
	const threshold = wanted < total ? all[wanted] : Infinity;
	let ties = wanted - countBelow(all, threshold);
	return scores.map((layer) => {
		const below = countBelow(layer, threshold);
		const tied = Math.min(ties, countBelow(layer, threshold, true) - below);
		ties -= tied;
		return below + tied;
	});
};
function lampScores(sizes) {
	const sorted = sizes.slice().sort();
	let sum = 0;
	for (let i = sorted.length - 1; i >= 0; i--) {
		sum += sorted[i];
		sorted[i] = sum > 0 ? sorted[i] / sum : 0;
	}
	return sorted;
}
function countBelow(ascending, limit, orEqual = false) {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = low + high >> 1;
		const value = ascending[middle];
		if (value < limit || orEqual && value === limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
// src/optimize/prune/magnitude.ts
function sizesOf(values, { rows, columns, stride, offset }, { unit, bundle }) {
	const perRow = columns / unit;
	const sizes = new Float64Array(rows / bundle * perRow);
	for (let row = 0; row < rows; row++) {
		const [start, first] = [offset(row), Math.floor(row / bundle) * perRow];
		for (let column = 0; column < columns; column++) {
			const value = values[start + column * stride];
			sizes[first + Math.floor(column / unit)] += value * value;
		}
	}
	return sizes;
}
function withoutSmallest(values, layout, pattern, count) {
	const sizes = sizesOf(values, layout, pattern);
	const dropped = pattern.group ? smallestOfGroups(sizes, pattern.group) : smallest(sizes, count);
	const { rows, columns, stride, offset } = layout;
	const perRow = columns / pattern.unit;
	const kept = values.slice();
	for (let row = 0; row < rows; row++) {
		const first = Math.floor(row / pattern.bundle) * perRow;
		for (let column = 0; column < columns; column++) if (dropped[first + Math.floor(column / pattern.unit)]) kept[offset(row) + column * stride] = 0;
	}
	return kept;
}
function smallest(sizes, count) {
	const sorted = sizes.slice().sort();
	const threshold = count > 0 ? sorted[count - 1] : -1;
	let ties = count - countBelow(sorted, threshold);
	return Uint8Array.from(sizes, (size) => size < threshold || size === threshold && ties-- > 0 ? 1 : 0);
}
function smallestOfGroups(sizes, { keeps, of }) {
	const marks = new Uint8Array(sizes.length);
	for (let first = 0; first < sizes.length; first += of) marks.set(smallest(sizes.subarray(first, first + of), of - keeps), first);
	return marks;
}
// src/optimize/prune/pattern.ts
const unstructured = {
	name: "unstructured",
	unit: 1,
	bundle: 1,
	group: null
};
const longest = 64;
function patternOf(name) {
	if (name === unstructured.name) return unstructured;
	const [, first, sign, second] = /^([1-9]\d?)([:x])([1-9]\d?)$/.exec(name) ?? [];
	const [rows, columns] = [Number(first), Number(second)];
	if (!sign || rows > longest || columns > longest) return null;
	if (sign === ":") return rows < columns ? {
		...unstructured,
		name,
		group: {
			keeps: rows,
			of: columns
		}
	} : null;
	return rows === 1 !== (columns === 1) ? {
		...unstructured,
		name,
		unit: columns,
		bundle: rows
	} : null;
}
const divides = ({ unit, bundle, group }, rows, columns) => rows % bundle === 0 && columns % (group?.of ?? unit) === 0;
const ownSparsity = ({ group }) => group && 1 - group.keeps / group.of;
function likePatterns({ unit, bundle, group }) {
	const size = Math.max(unit, bundle, group?.of ?? 1);
	return [
		16,
		8,
		4,
		2
	].filter((each) => each < size).map((each) => group ? `${each / 2}:${each}` : bundle > 1 ? `${each}x1` : `1x${each}`).map((name) => patternOf(name));
}
// src/optimize/prune/prunable.ts
const prunableOperators = [
	"CONV_2D",
	"DEPTHWISE_CONV_2D",
	"TRANSPOSE_CONV",
	"FULLY_CONNECTED"
];
function prunableOf(model, names) {
	const found = new Map();
	for (const subgraph of model.subgraphs) {
		const makers = producers(subgraph);
		for (const operator of subgraph.operators) {
			if (!names.includes(operatorName(operator))) continue;
			for (const { input, axis } of ruleOf(operator)?.weights?.(operator) ?? []) {
				const tensor = constantOf(operator.inputs[input], makers);
				if (!tensor?.data || tensor.data.length === 0 || found.has(tensor.data)) continue;
				found.set(tensor.data, {
					operator,
					tensor,
					...layoutOf(tensor, axis ?? 0)
				});
			}
		}
	}
	return [...found.values()];
}
function layoutOf({ shape }, axis) {
	const rows = shape[axis] ?? 1;
	const columns = elementCount(shape) / rows;
	return axis === 0 ? {
		rows,
		columns,
		stride: 1,
		offset: (row) => row * columns
	} : {
		rows,
		columns,
		stride: rows,
		offset: (row) => row
	};
}
const valuesOf = ({ tensor }) => typedData(tensor);
// src/optimize/prune/surgeon.ts
const maxPending = 8;
var Surgeon = class {
	#matrix;
	#diagonal;
	#pending;
	#pendingCount = 0;
	#pivots;
	#last;
	#index;
	#position;
	#inGroup;
	#left = 0;
	#inverse;
	#size;
	#pattern;
	constructor(inverse, size, pattern) {
		this.#inverse = inverse;
		this.#size = size;
		this.#pattern = pattern;
		this.#matrix = new Float64Array(size * size);
		this.#diagonal = new Float64Array(size);
		this.#pending = Array.from({ length: maxPending }, () => new Float64Array(size));
		this.#pivots = new Float64Array(size);
		this.#last = new Float64Array(size);
		this.#index = new Int32Array(size);
		this.#position = new Int32Array(size);
		this.#inGroup = new Int32Array(Math.ceil(size / (pattern.group?.of ?? size)));
	}
	prune(rows, zeros, count) {
		this.#start();
		for (let column = 0; column < this.#size; column++) if (zeros[column]) this.#eliminate(column, rows);
		const errors = [];
		while (errors.length < count) {
			const [unit, error] = this.#cheapest(rows);
			if (unit < 0) break;
			for (const column of this.#columnsOf(unit)) this.#eliminate(column, rows);
			errors.push(error);
		}
		return errors;
	}
	#start() {
		this.#matrix.set(this.#inverse);
		this.#left = this.#size;
		this.#pendingCount = 0;
		this.#inGroup.fill(0);
		for (let i = 0; i < this.#size; i++) {
			this.#index[i] = this.#position[i] = i;
			this.#diagonal[i] = this.#inverse[i * this.#size + i];
		}
	}
	#columnsOf(unit) {
		const first = unit * this.#pattern.unit;
		return Array.from({ length: this.#pattern.unit }, (_, i) => first + i).filter((column) => this.#position[column] >= 0);
	}
	#cheapest(rows) {
		const { unit, group } = this.#pattern;
		let [best, least] = [-1, Infinity];
		if (unit > 1) {
			for (let i = 0; i < this.#size / unit; i++) {
				const columns = this.#columnsOf(i);
				const error = columns.length > 0 ? this.#errorOf(columns, rows) : Infinity;
				if (error < least) [best, least] = [i, error];
			}
			return [best, least];
		}
		for (let i = 0; i < this.#left; i++) {
			const column = this.#index[i];
			if (group && this.#inGroup[Math.floor(column / group.of)] >= group.of - group.keeps) continue;
			let square = 0;
			for (let r = 0; r < rows.length; r++) square += rows[r][column] * rows[r][column];
			const error = square / this.#diagonal[i];
			if (error < least || error === least && column < best) [best, least] = [column, error];
		}
		return [best, least];
	}
	#errorOf(columns, rows) {
		const places = columns.map((column) => this.#position[column]);
		const part = places.map((a) => places.map((b) => this.#at(a, b)));
		const rest = rows.map((row) => columns.map((column) => row[column]));
		let error = 0;
		for (let k = 0; k < places.length; k++) {
			const pivot = part[k][k];
			for (const weights of rest) error += weights[k] ** 2 / pivot;
			for (let i = k + 1; i < places.length; i++) {
				const factor = part[i][k] / pivot;
				for (const weights of rest) weights[i] -= factor * weights[k];
				for (let j = k + 1; j < places.length; j++) part[i][j] -= factor * part[k][j];
			}
		}
		return error;
	}
	#at(a, b) {
		let value = this.#matrix[a <= b ? a * this.#size + b : b * this.#size + a];
		for (let k = 0; k < this.#pendingCount; k++) value -= this.#pending[k][a] * this.#pending[k][b];
		return value;
	}
	#rowAt(place, target) {
		const [matrix, n, left] = [
			this.#matrix,
			this.#size,
			this.#left
		];
		for (let k = 0; k < place; k++) target[k] = matrix[k * n + place];
		for (let k = place; k < left; k++) target[k] = matrix[place * n + k];
		for (let q = 0; q < this.#pendingCount; q++) {
			const vector = this.#pending[q];
			const factor = vector[place];
			for (let k = 0; k < left; k++) target[k] -= factor * vector[k];
		}
	}
	#eliminate(column, rows) {
		const place = this.#position[column];
		const pivots = this.#pivots;
		this.#rowAt(place, pivots);
		const pivot = pivots[place];
		for (const row of rows) {
			const factor = row[column] / pivot;
			for (let k = 0; k < this.#left; k++) row[this.#index[k]] -= factor * pivots[k];
			row[column] = 0;
		}
		this.#remove(place);
		pivots[place] = pivots[this.#left];
		this.#subtract(pivots, 1 / Math.sqrt(pivot));
		const { group } = this.#pattern;
		if (group) this.#inGroup[Math.floor(column / group.of)]++;
	}
	#remove(place) {
		const end = --this.#left;
		const [matrix, n, last] = [
			this.#matrix,
			this.#size,
			this.#last
		];
		this.#position[this.#index[place]] = -1;
		if (place === end) return;
		for (let k = 0; k <= end; k++) last[k] = matrix[k * n + end];
		for (let k = 0; k < place; k++) matrix[k * n + place] = last[k];
		for (let k = place + 1; k < end; k++) matrix[place * n + k] = last[k];
		matrix[place * n + place] = last[end];
		this.#diagonal[place] = this.#diagonal[end];
		for (let q = 0; q < this.#pendingCount; q++) this.#pending[q][place] = this.#pending[q][end];
		const moved = this.#index[end];
		this.#index[place] = moved;
		this.#position[moved] = place;
	}
	#subtract(vector, factor) {
		const scaled = this.#pending[this.#pendingCount++];
		for (let k = 0; k < this.#left; k++) {
			const value = vector[k] * factor;
			scaled[k] = value;
			this.#diagonal[k] -= value * value;
		}
		if (this.#pendingCount === maxPending) this.#settle();
	}
	#settle() {
		const [matrix, n, left] = [
			this.#matrix,
			this.#size,
			this.#left
		];
		const [a, b, c, d, e, f, g, h] = this.#pending;
		for (let i = 0; i < left; i++) {
			const [ai, bi, ci, di] = [
				a[i],
				b[i],
				c[i],
				d[i]
			];
			const [ei, fi, gi, hi] = [
				e[i],
				f[i],
				g[i],
				h[i]
			];
			const start = i * n;
			for (let j = i; j < left; j++) {
				const first = ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
				matrix[start + j] -= first + (ei * e[j] + fi * f[j] + gi * g[j] + hi * h[j]);
			}
		}
		this.#pendingCount = 0;
	}
};
// src/optimize/prune/sweep.ts
function sweep(matrix, inverse, rows, zeros, pattern, count) {
	const size = rows[0]?.length ?? 0;
	const factor = inverse.slice();
	if (!cholesky(factor, size)) return;
	const scores = new Float32Array(rows.length * size);
	for (const [r, row] of rows.entries()) for (let i = 0; i < size; i++) scores[r * size + i] = zeros[r][i] ? 0 : row[i] / factor[i * size + i];
	const chosen = withoutSmallest(scores, {
		rows: rows.length,
		columns: size,
		stride: 1,
		offset: (row) => row * size
	}, pattern, count);
	const error = new Float64Array(size);
	for (const [r, row] of rows.entries()) {
		const target = row.slice();
		const kept = chosen.subarray(r * size, (r + 1) * size);
		eliminateInOrder(factor, row, kept);
		settle$1(matrix, row, target, kept, error);
	}
}
function eliminateInOrder(factor, row, kept) {
	const size = row.length;
	for (let i = 0; i < size; i++) {
		if (kept[i] !== 0) continue;
		const lost = row[i] / factor[i * size + i];
		if (lost !== 0) for (let j = i; j < size; j++) row[j] -= lost * factor[i * size + j];
		row[i] = 0;
	}
}
// src/optimize/prune/solve-pruned.ts
const surgeonLimit = 3e10;
function solvePruned(moments, reference, demand) {
	const { groups, rows, columns, stride, offset } = moments.patches;
	const result = {
		weights: reference.weights.slice(),
		bias: reference.bias.slice()
	};
	for (let group = 0; group < groups; group++) {
		const matrix = damped(moments.products[group], columns);
		const inverse = inverseOf(matrix, columns);
		if (!inverse) return null;
		const channels = Array.from({ length: rows }, (_, i) => group * rows + i);
		const dense = channels.map((channel) => Float64Array.from({ length: columns }, (_, i) => reference.weights[offset(channel) + i * stride]));
		const zeros = dense.map((row) => Uint8Array.from(row, (weight) => weight === 0 ? 1 : 0));
		const fitted = dense.map((row) => refit(row, moments.cross[group], inverse));
		const count = Math.round((group + 1) * demand.count / groups) - Math.round(group * demand.count / groups);
		if (rows / demand.pattern.bundle * columns * columns * columns <= surgeonLimit) operate(new Surgeon(inverse, columns, demand.pattern), fitted, zeros, demand.pattern, count);
		else sweep(matrix, inverse, fitted, zeros, demand.pattern, count);
		for (const [r, channel] of channels.entries()) {
			const start = offset(channel);
			for (let i = 0; i < columns; i++) result.weights[start + i * stride] = fitted[r][i];
		}
	}
	refitBias(moments, reference.weights, reference.bias, result);
	return result;
}
function damped(products, size) {
	const matrix = products.slice();
	let trace = 0;
	for (let i = 0; i < size; i++) trace += matrix[i * size + i];
	for (let i = 0; i < size; i++) matrix[i * size + i] += damping * trace / size;
	return matrix;
}
function inverseOf(matrix, size) {
	const factor = matrix.slice();
	if (!cholesky(factor, size)) return null;
	const inverse = new Float64Array(size * size);
	for (let i = 0; i < size; i++) {
		const row = inverse.subarray(i * size, (i + 1) * size);
		row[i] = 1;
		solve(factor, size, row);
	}
	return inverse;
}
function refit(row, cross, inverse) {
	const change = multiply(multiply(row, cross), inverse);
	return row.map((weight, i) => weight + change[i]);
}
function multiply(row, matrix) {
	const size = row.length;
	const product = new Float64Array(size);
	for (let i = 0; i < size; i++) {
		const factor = row[i];
		if (factor === 0) continue;
		for (let j = 0; j < size; j++) product[j] += factor * matrix[i * size + j];
	}
	return product;
}
function operate(surgeon, rows, zeros, { unit, bundle, group }, count) {
	const bundles = Array.from({ length: rows.length / bundle }, (_, i) => {
		const [first, end] = [i * bundle, (i + 1) * bundle];
		return {
			rows: rows.slice(first, end),
			zeros: common(zeros.slice(first, end))
		};
	});
	const gone = bundles.reduce((sum, each) => sum + unitsOf(each.zeros, unit), 0);
	const errors = group ? null : bundles.map((each) => surgeon.prune(each.rows.map((row) => row.slice()), each.zeros, Infinity));
	const further = errors && shares(errors, count - gone);
	for (const [i, each] of bundles.entries()) surgeon.prune(each.rows, each.zeros, further?.[i] ?? Infinity);
}
function common(zeros) {
	return zeros[0].map((_, column) => zeros.every((row) => row[column]) ? 1 : 0);
}
function unitsOf(zeros, unit) {
	let count = 0;
	for (let first = 0; first < zeros.length; first += unit) if (zeros.subarray(first, first + unit).every((zero) => zero === 1)) count++;
	return count;
}
function shares(lists, count) {
	const entries = lists.flatMap((list, index) => {
		let largest = 0;
		return list.map((value) => {
			largest = Math.max(largest, value);
			return {
				index,
				value: largest
			};
		});
	});
	entries.sort((a, b) => a.value - b.value || a.index - b.index);
	const result = lists.map(() => 0);
	for (const { index } of entries.slice(0, Math.max(0, count))) result[index]++;
	return result;
}
// src/optimize/prune/repair.ts
const longestRow = 2500;
async function repair(model, demands, context) {
	const { dataset, effort, pool } = context;
	const original = remember(model);
	const [subgraph, before] = [mainSubgraph(model), mainSubgraph(original.model)];
	const layers = layersOf$1(model, subgraph, before, original.operators).filter(({ stored, patches }) => demands.has(stored) && stored.type === 0 && patches.columns <= longestRow);
	const budget = budgets[effort === "best" ? "best" : "default"];
	const samples = affordableSamples$1(dataset.calibration, before, budget);
	const runner = {
		pool,
		samples,
		kept: new KeptActivations()
	};
	const pair = {
		original: original.model,
		before,
		model,
		subgraph
	};
	const stage = context.progress.stage("pruning layers", layers.length);
	try {
		for (const [i, layer] of layers.entries()) {
			await prune$1(layer, demands.get(layer.stored), pair, runner, budget);
			stage.update(i + 1);
		}
	} finally {
		stage.end();
	}
	return {
		pruned: new Set(layers.map(({ stored }) => stored)),
		samples: samples.size
	};
}
async function prune$1(layer, demand, pair, runner, budget) {
	const moments = await gatherMoments(runner, pair, layer, true, budget);
	const { float, patches, stored } = layer;
	const rows = {
		...patches,
		rows: patches.groups * patches.rows
	};
	const plain = {
		weights: withoutSmallest(float.weights, rows, demand.pattern, demand.count),
		bias: float.bias.slice()
	};
	refitBias(moments, float.weights, float.bias, plain);
	const fitted = solvePruned(moments, float, demand);
	const best = fitted && heldOutError(moments, float, fitted) < heldOutError(moments, float, plain) ? fitted : plain;
	stored.data = bytesOf(best.weights);
	storeBias(layer, best.bias, pair.subgraph);
}
// src/optimize/prune/result-notes.ts
const maxListed = 3;
function noteResult(before, after, { pattern, repaired, samples, wayOut }, context) {
	const [earlier, now] = [before, after].map((layers) => layers.map((layer) => countZeros(valuesOf(layer))));
	const weights = after.reduce((sum, layer) => sum + valuesOf(layer).length, 0);
	const share = (zeros) => zeros.reduce((sum, each) => sum + each, 0) / weights;
	const had = share(earlier);
	addNote(context, "info", [`${percent(share(now))} of the weights of ${count(after.length, "layer")} are zero${had > 0 ? `, ${percent(had)} were before` : ""}${pattern.name === "unstructured" ? "" : `, in the pattern ${pattern.name}`}.`, repaired.size > 0 ? `The others make up for them in ${count(repaired.size, "layer")}, by ${count(samples, "sample")}.` : `They were the smallest; nothing makes up for them.${wayOut ? ` With ${wayOut} the others would.` : ""}`].join(" "));
	for (const [i, { operator }] of after.entries()) {
		const output = operator.outputs[0];
		context.chosen?.set(output, (context.chosen.get(output) ?? 0) + now[i] - earlier[i]);
	}
	const parts = after.map((layer, i) => ({
		layer,
		part: now[i] / valuesOf(layer).length
	}));
	if (parts.length < 2) return;
	parts.sort((a, b) => parts.length > maxListed ? a.part - b.part : 0);
	const listed = parts.length > maxListed ? [parts[0], parts.at(-1)] : parts;
	addNote(context, "info", `Zeros by layer: ${listed.map(({ layer, part }) => `${nameOf(layer.operator)} ${percent(part)}`).join(listed === parts ? ", " : " to ")}.`);
}
function percent(part) {
	const value = 100 * part;
	return `${value > 0 && value < 1 ? value.toFixed(1) : Math.round(value)} %`;
}
// src/optimize/sensitivity/judge.ts
const exact = {
	agreement: 1,
	sqnrDb: Infinity
};
const noiseOf = (db) => db === null ? 0 : Math.exp(-db / 10 * Math.LN10);
const worst = ({ parts }) => Math.min(...parts.map(({ sqnrDb }) => sqnrDb));
var Judge = class Judge {
	#source;
	#samples;
	#pool;
	#position;
	#wanted;
	constructor(source, samples, pool, position, wanted) {
		this.#source = source;
		this.#samples = samples;
		this.#pool = pool;
		this.#position = position;
		this.#wanted = wanted;
	}
	static async of(source, samples, pool) {
		const logits = logitsOf(source);
		const shown = withLogits(source);
		const position = logits ? mainSubgraph(shown).outputs.indexOf(logits) : -1;
		const wanted = await pool.reduce("outputs", shown, samples);
		return new Judge(source, samples, pool, position < 0 ? null : position, wanted);
	}
	async compare(model) {
		const classifier = classifierOf(this.#source, false);
		const sqnr = this.#newSqnr();
		let agreeing = 0;
		for (const [i, outputs] of (await this.#outputsOf(model)).entries()) {
			const wanted = this.#wanted[i];
			sqnr.add(this.#judged(outputs), this.#judged(wanted));
			if (classifier?.predict(outputs[0]) === classifier?.predict(wanted[0])) agreeing++;
		}
		return {
			agreement: classifier && agreeing / this.#wanted.length,
			sqnrDb: worst(sqnr)
		};
	}
	async noise(model) {
		const sqnr = this.#newSqnr();
		for (const [i, outputs] of (await this.#outputsOf(model)).entries()) sqnr.add(this.#judged(outputs), this.#judged(this.#wanted[i]));
		return noiseOf(worst(sqnr));
	}
	#newSqnr() {
		return new PartsSqnr(this.#position === null ? partsOfOutputs(this.#source) : [{
			names: ["logits"],
			partOf: null
		}]);
	}
	#outputsOf(model) {
		const shown = this.#position === null ? model : withLogits(model);
		return this.#pool.reduce("outputs", shown, this.#samples);
	}
	#judged(outputs) {
		return this.#position === null ? outputs : [outputs[this.#position]];
	}
	async ranges(tensors) {
		const observed = withObservedTensors(this.#source, tensors);
		const seen = await this.#pool.reduce("ranges", observed, this.#samples);
		const ranges = new Map();
		for (const [i, tensor] of mainSubgraph(observed).outputs.entries()) ranges.set(tensor, {
			min: seen.min[i],
			max: seen.max[i]
		});
		for (const [i, tensor] of mainSubgraph(this.#source).inputs.entries()) ranges.set(tensor, await inputRange(this.#samples, i));
		return ranges;
	}
};
function withLogits(model) {
	const logits = logitsOf(model);
	return logits ? withObservedTensors(model, [logits]) : model;
}
async function inputRange(samples, input) {
	let [min, max] = [Infinity, -Infinity];
	for (let i = 0; i < samples.size; i++) for (const value of (await samples.sample(i)).inputs[input]) {
		min = Math.min(min, value);
		max = Math.max(max, value);
	}
	return {
		min,
		max
	};
}
// src/optimize/prune/search-record.ts
const searchRecord = new ModelRecord("litetrim_pruning", object({
	step: string(),
	zeros: number().min(0).max(1)
}));
// src/optimize/prune/search.ts
const step = .05;
const judgingSamples$1 = 500;
async function findSparsity(pruneTo, model, options, context) {
	const limit = limitOf(model, options);
	const before = options.zeros();
	const record = searchRecord.read(model);
	if (record?.step === options.step && before >= record.zeros) {
		addNote(context, "info", `The model was pruned by the limit ${limit.name} before: nothing was changed.`);
		return false;
	}
	const halves = halvesOf(context);
	if (!halves) {
		addNote(context, "warning", `There are no samples to judge by: ${limit.name} prunes nothing.`);
		return false;
	}
	const pool = context.pool ?? new SessionPool();
	try {
		const judge = await Judge.of(cloneModel(model), halves.judging, pool);
		const quiet = {
			...context,
			pool,
			dataset: halves.dataset
		};
		const best = await bisect(pruneTo, model, judge, limit, options.most ?? .95, quiet);
		if (!best) {
			const least = percent(Math.max(step, before));
			addNote(context, "warning", `${before >= .02 ? `More zeros than the ${least} there are` : `Even ${least} of zeros`} break the limit ${limit.name}: nothing was pruned.`);
			return false;
		}
		noteFound(best, before, halves.judging.size, limit, context);
		const changed = await pruneTo(best.sparsity)(model, {
			...context,
			pool
		});
		if (changed) searchRecord.write(model, {
			step: options.step,
			zeros: options.zeros()
		});
		return changed;
	} finally {
		if (!context.pool) await pool.close();
	}
}
function noteFound({ sparsity, fidelity }, before, samples, limit, context) {
	const judged = `${fidelityText(fidelity)} on ${count(samples, "calibration sample")} that took no part`;
	const from = before >= .02 ? ` ${percent(before)} were zero before: what the model was without them isn't known, so the limit counts from there.` : "";
	addNote(context, "info", `${percent(sparsity)} of zeros keep the limit ${limit.name}: ${judged}.${from}`);
}
async function bisect(pruneTo, model, judge, limit, most, context) {
	let best = null;
	let [low, high] = [1, Math.floor(most / step + 1e-9)];
	while (low <= high) {
		const middle = low + high >> 1;
		const sparsity = Math.round(middle * step * 100) / 100;
		const copy = cloneModel(model);
		const notes = [];
		const changed = await pruneTo(sparsity)(copy, {
			...context,
			notes
		});
		const fidelity = changed ? await judge.compare(copy) : exact;
		if (limit.holds(fidelity)) {
			if (changed) best = {
				sparsity,
				fidelity
			};
			low = middle + 1;
		} else high = middle - 1;
	}
	return best;
}
function halvesOf({ dataset }) {
	const part = dataset?.calibration;
	if (!dataset || dataset.synthetic || !part || part.size < 2) return null;
	const every = (first, most) => {
		return {
			size: Math.min(most, Math.floor((part.size - first + 1) / 2)),
			sample: (index) => part.sample(2 * index + first)
		};
	};
	return {
		dataset: {
			...dataset,
			calibration: every(0, Infinity)
		},
		judging: every(1, judgingSamples$1)
	};
}
// src/optimize/prune/prune.ts
const allocations = {
	lamp,
	uniform
};
const PRUNE_DEFAULTS = {
	allocation: "lamp",
	pattern: unstructured.name,
	operators: ["CONV_2D", "FULLY_CONNECTED"]
};
const noPart = { error: ({ input }) => {
	const percent = Number(input) >= 2 && Number(input) < 100 ? Number(input) : 50;
	return `"sparsity" is ${input}, not a part between 0 and 1\nWrite ${percent / 100} for ${percent} %`;
} };
const noPattern = { error: ({ input }) => `there is no pattern "${input}"\nWrite unstructured, 2:4 (2 of 4 stay), 1x4 or 4x1` };
const isPattern = (name) => patternOf(name) !== null;
const pruneOptionsSchema = strictObject({
	sparsity: number().gt(0, noPart).lt(1, noPart).exactOptional(),
	allocation: _enum(["lamp", "uniform"]).exactOptional(),
	pattern: string().refine(isPattern, noPattern).exactOptional(),
	rules: array(ruleSchemaWith({ sparsity: number().gte(0, noPart).lt(1, noPart) })).exactOptional(),
	operators: array(_enum(prunableOperators)).min(1).exactOptional(),
	maxLoss: string().regex(/^\d{1,2}(\.\d+)?pp$/, "\"maxLoss\" is a number of percentage points\nWrite it as \"1pp\"").exactOptional(),
	minSqnr: string().regex(/^\d{1,3}(\.\d+)?dB$/, "\"minSqnr\" is a number of decibels\nWrite it as \"20dB\"").exactOptional()
});
function contradictionsIn(options) {
	const { sparsity, pattern = PRUNE_DEFAULTS.pattern } = options;
	const searches = options.maxLoss !== void 0 || options.minSqnr !== void 0;
	const own = ownSparsity(patternOf(pattern) ?? unstructured);
	if (own === null && sparsity === void 0 && !searches) return [{
		option: "sparsity",
		message: "how much is to be pruned?\nSay \"sparsity: 0.5\" or \"maxLoss: 1pp\""
	}];
	if (own !== null && sparsity !== void 0 && sparsity !== own) return [{
		option: "sparsity",
		message: `"pattern: ${pattern}" makes ${own} of the weights zero\nLeave it out`
	}];
	if (own !== null && options.rules?.some((rule) => rule.sparsity > 0)) return [{
		option: "rules",
		message: `"pattern: ${pattern}" has a sparsity of its own\nRules can say "sparsity: 0" only`
	}];
	if (own !== null && searches) {
		const message = `"pattern: ${pattern}" leaves nothing to search\nLeave it out, or take another pattern`;
		return [{
			option: options.maxLoss === void 0 ? "minSqnr" : "maxLoss",
			message
		}];
	}
	return [];
}
function prune(options) {
	return async (model, context) => {
		if (options.maxLoss === void 0 && options.minSqnr === void 0) return pruneTo(options.sparsity ?? 0, model, options, context);
		const { sparsity: most, maxLoss, minSqnr } = options;
		const limit = {
			...maxLoss && { maxLoss },
			...minSqnr && { minSqnr }
		};
		const attempt = (sparsity) => {
			return (copy, quiet) => pruneTo(sparsity, copy, options, quiet);
		};
		const zeros = () => zerosOf$1(layersToPrune(model, options, null).layers);
		const step = JSON.stringify(pruneOptionsSchema.parse(options));
		return findSparsity(attempt, model, {
			...limit,
			...most && { most },
			step,
			zeros
		}, context);
	};
}
const pruneTransform = defineTransform({
	name: "prune",
	description: "Sets the weights to zero that are missed least.",
	options: pruneOptionsSchema,
	problems: contradictionsIn,
	create: prune,
	changesFunction: true
});
function zerosOf$1(layers) {
	let [zeros, all] = [0, 0];
	for (const layer of layers) {
		const values = valuesOf(layer);
		all += values.length;
		zeros += countZeros(values);
	}
	return zeros / Math.max(1, all);
}
async function pruneTo(sparsity, model, options, context) {
	const { layers, others, pattern } = layersToPrune(model, options, context);
	const before = layers.map((layer) => ({
		...layer,
		tensor: { ...layer.tensor }
	}));
	const ruled = sparsitiesByRule(model, options.rules ?? [], context);
	const allocate = allocations[options.allocation ?? PRUNE_DEFAULTS.allocation];
	const demands = demandsOf(layers, others, pattern, sparsity, ruled, allocate);
	if (demands.size === 0) {
		addNote(context, "info", "There is nothing to prune: nothing was changed.");
		return false;
	}
	const repaired = await repairIfPossible(model, demands, context);
	for (const layer of layers) {
		const { tensor } = layer;
		const demand = demands.get(tensor);
		if (demand && !repaired.pruned.has(tensor)) {
			const { pattern, count: units } = demand;
			replaceData(model, tensor, bytesOf(withoutSmallest(valuesOf(layer), layer, pattern, units)));
		}
	}
	const { pruned, ...told } = repaired;
	noteResult(before, layers, {
		pattern,
		repaired: pruned,
		...told
	}, context);
	return true;
}
function layersToPrune(model, { operators = PRUNE_DEFAULTS.operators, pattern: name = PRUNE_DEFAULTS.pattern }, context) {
	const pattern = patternOf(name) ?? unstructured;
	const all = prunableOf(model, operators);
	const float = all.filter(({ tensor }) => tensor.type === 0);
	const layers = float.filter(({ rows, columns }) => divides(pattern, rows, columns));
	if (context && float.length < all.length) addNote(context, "warning", `${count(all.length - float.length, "layer")} can't be pruned, being quantized already: prune the float model, then quantize it.`);
	if (context && layers.length < float.length) {
		const others = float.filter((layer) => !layers.includes(layer)).map(describe$1);
		const fits = likePatterns(pattern).filter((each) => float.every(({ rows, columns }) => divides(each, rows, columns)));
		const way = fits[0] ? ` The pattern ${fits[0].name} divides all layers.` : "";
		addNote(context, "warning", `The pattern ${name} doesn't divide the weights of ${listOf(others)}: they stay dense.` + way);
	}
	return {
		layers,
		others: all.filter(({ tensor }) => tensor.type !== 0 && hasRealValues(tensor)).filter(({ rows, columns }) => divides(pattern, rows, columns)),
		pattern
	};
}
const hasRealValues = (tensor) => isReal(tensor) && tensor.quantization?.details?.kind !== "custom";
const describe$1 = ({ operator, rows, columns }) => `${nameOf(operator)} (${rows} outputs of ${columns})`;
function sparsitiesByRule(model, rules, context) {
	const ruled = new Map();
	for (const rule of rules) {
		const named = operatorsNamed(model, rule);
		for (const operator of named) ruled.set(operator, rule.sparsity);
		if (named.length === 0) addNote(context, "warning", `The rule "${nameOfRule(rule)}" names no operator of the model.`);
	}
	return ruled;
}
function demandsOf(layers, others, pattern, sparsity, ruled, allocate) {
	const demands = new Map();
	const sizes = layers.map((layer) => sizesOf(valuesOf(layer), layer, pattern));
	const fixed = others.filter(({ operator }) => !ruled.has(operator));
	const free = sizes.filter((_, i) => !ruled.has(layers[i].operator));
	const all = [...free, ...fixed.map((layer) => sizesOf(realValues(layer.tensor), layer, pattern))];
	const shares = pattern.group ? [] : allocate(all, sparsity);
	for (const [i, layer] of layers.entries()) {
		const own = ruled.get(layer.operator);
		const share = own === void 0 ? shares[free.indexOf(sizes[i])] : Math.round(own * sizes[i].length);
		const zeros = sizes[i].reduce((sum, size) => sum + (size === 0 ? 1 : 0), 0);
		if (!(pattern.group === null || own !== void 0 ? zeros >= share : fulfils(valuesOf(layer), layer, pattern))) demands.set(layer.tensor, {
			pattern,
			count: share ?? 0
		});
	}
	return demands;
}
function fulfils(values, layer, pattern) {
	return withoutSmallest(values, layer, pattern, 0).every((value, i) => value === values[i]);
}
async function repairIfPossible(model, demands, context) {
	const { dataset, effort } = context;
	const none = {
		pruned: new Set(),
		samples: 0
	};
	const samples = dataset?.synthetic ? 0 : dataset?.calibration.size ?? 0;
	if (samples === 0) return {
		...none,
		wayOut: "a data set"
	};
	if (effort === "fast") return {
		...none,
		wayOut: "\"effort: default\""
	};
	if (samples < fewestSamples$1) {
		addNote(context, "warning", `${count(samples, "calibration sample")} can't tell which weights are missed: give ${fewestSamples$1} or more, 100 at best.`);
		return none;
	}
	const pool = context.pool ?? new SessionPool();
	try {
		return await repair(model, demands, {
			...context,
			pool
		});
	} catch (error) {
		if (!(error instanceof NotRunnableError)) throw error;
		addNote(context, "warning", `The smallest weights were pruned, and nothing repaired: ${error.problem}.`);
		return none;
	} finally {
		if (!context.pool) await pool.close();
	}
}
const fewestSamples$1 = 8;
function replaceData(model, { data }, bytes) {
	for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) if (tensor.data === data) tensor.data = bytes;
}
// src/optimize/sensitivity/rounding.ts
function withRoundedWeights(model, index, stored) {
	const copy = cloneModel(model);
	const subgraph = mainSubgraph(copy);
	const operator = subgraph.operators[index];
	const weights = constantOf(operator.inputs[stored.input], producers(subgraph));
	if (!weights || !isFloat(weights)) return null;
	const rounded = tensorLike(weights, {
		name: freshName(subgraph, `${weights.name}_rounded`),
		type: 0,
		data: bytesOf(roundWeights(realValues(weights), weights.shape, stored))
	});
	subgraph.tensors.push(rounded);
	operator.inputs[stored.input] = rounded;
	return copy;
}
function roundWeights(values, shape, stored) {
	if (stored.float) return float16ToFloat32(float32ToFloat16(values));
	const { channels, inner } = channelLayout(shape, stored.axis);
	const run = stored.block ? Math.min(stored.block, values.length) : inner;
	const groups = stored.block ? Math.ceil(values.length / run) : channels;
	const largest = largestOf(values, groups, run);
	const most = 2 ** (stored.bits - 1) - 1;
	const rounded = new Float32Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const step = largest[Math.floor(i / run) % groups] / most;
		rounded[i] = step === 0 ? 0 : step * clamp(roundAway(values[i] / step), -most, most);
	}
	return rounded;
}
function largestOf(values, groups, run) {
	const largest = new Float32Array(groups);
	for (let i = 0; i < values.length; i++) {
		const group = Math.floor(i / run) % groups;
		largest[group] = Math.max(largest[group], Math.abs(values[i]));
	}
	return largest;
}
function withRoundedActivation(model, position, type, { scale, zeroPoint }) {
	const copy = cloneModel(model);
	const subgraph = mainSubgraph(copy);
	const tensor = subgraph.tensors[position];
	const quantization = newQuantization([scale], [zeroPoint]);
	const stored = tensorLike(tensor, {
		name: freshName(subgraph, "stored"),
		type,
		quantization
	});
	const rounded = tensorLike(tensor, { name: freshName(subgraph, "rounded") });
	replaceInput(subgraph, tensor, rounded);
	if (subgraph.outputs.includes(tensor)) replaceOutput(copy, subgraph, tensor, rounded);
	passThrough(subgraph, tensor, [conversion(tensor, stored), conversion(stored, rounded)]);
	return copy;
}
function passThrough(subgraph, tensor, conversions) {
	const maker = producers(subgraph).get(tensor);
	if (maker) insertAfter(subgraph, maker, ...conversions);
	else insertBefore(subgraph, subgraph.operators[0] ?? null, ...conversions);
}
// src/optimize/sensitivity/storage.ts
const bitsOf = {
	[19]: 2,
	[17]: 4,
	[9]: 8,
	[1]: 16
};
function storageOf(operator, subgraph) {
	const [output] = operator.outputs;
	const activations = output?.type === 9 ? 8 : output?.type === 7 ? 16 : null;
	const weights = weightsOf(operator, producers(subgraph));
	const stored = weights && operator.inputs[weights.input];
	return {
		weights,
		activations,
		dynamic: activations === null && stored?.data != null && !weights?.float
	};
}
function weightsOf(operator, makers) {
	const place = ruleOf(operator)?.weights?.(operator)[0];
	const given = place && operator.inputs[place.input];
	if (!given) return null;
	const maker = makers.get(given);
	const stored = constantOf(given, makers) ?? maker?.inputs[0] ?? given;
	const bits = bitsOf[stored.type];
	if (!stored.data || !bits) return null;
	const details = stored.quantization?.details;
	return {
		input: place.input,
		bits,
		float: stored.type === 1,
		axis: (stored.quantization?.scale.length ?? 0) > 1 ? stored.quantization.axis : null,
		block: details && details.kind !== "custom" && details.blockSize > 0 ? details.blockSize : null
	};
}
function storageName({ weights, activations }) {
	if (activations) return `int${activations}${weights && weights.bits !== 8 ? `, int${weights.bits} weights` : ""}`;
	if (!weights) return "float";
	return `${weights.float ? "float16" : `int${weights.bits}`} weights`;
}
function affordableSamples(source, layers, budget) {
	return Math.min(16, Math.floor(budget / (runsPerLayer * layers * costOf(source))));
}
function costOf(model) {
	return totalMacs(mainSubgraph(model).operators);
}
const runsPerLayer = 2;
async function roundingDamage(source, result, pairs, samples, pool, onLayer = () => {}) {
	const judge = await Judge.of(source, samples, pool);
	const subgraph = mainSubgraph(source);
	const storages = pairs.map((pair) => storageOf(pair.result, mainSubgraph(result)));
	const rounded = pairs.map((pair, i) => roundedActivations(pair, storages[i], subgraph, pairs));
	const ranges = await judge.ranges([...new Set(rounded.flat())]);
	const damages = [];
	for (const [i, { index }] of pairs.entries()) {
		const { weights, activations } = storages[i];
		const model = weights && withRoundedWeights(source, index, weights);
		const noises = [];
		for (const tensor of rounded[i]) noises.push(await judge.noise(roundActivation(source, subgraph, tensor, activations ?? 8, ranges)));
		damages.push({
			weightsDb: model ? decibels(await judge.noise(model)) : null,
			activationsDb: noises.length > 0 ? decibels(noises.reduce((sum, noise) => sum + noise, 0)) : null
		});
		onLayer(i + 1);
	}
	return damages;
}
const decibels = (noise) => noise === 0 ? Infinity : -10 * Math.log10(noise);
function roundedActivations({ source, from }, { activations, dynamic }, subgraph, pairs) {
	const rule = ruleOf(source);
	const read = source.inputs.filter((tensor, position) => tensor && !tensor.data && inputRole(rule, position) === "activation");
	if (dynamic) return read.filter(({ type }) => type === 0);
	if (!activations) return [];
	const first = (tensor) => pairs.find((pair) => pair.source.inputs.includes(tensor));
	const floats = read.filter((tensor) => subgraph.inputs.includes(tensor) && first(tensor)?.source === source).filter(({ type }) => type === 0);
	return onlyMoves(source) ? floats : [...floats, from];
}
function onlyMoves(operator) {
	return ruleOf(operator)?.kernels.int8?.output === "same" && !factsOf(operator).averages;
}
function roundActivation(source, subgraph, tensor, bits, ranges) {
	const type = bits === 8 ? 9 : 7;
	const range = ranges.get(tensor);
	const parameters = bits === 8 ? int8Parameters(range) : int16Parameters(range);
	return withRoundedActivation(source, subgraph.tensors.indexOf(tensor), type, parameters);
}
function int16Parameters({ min, max }) {
	return {
		scale: Math.fround(Math.max(Math.abs(min), Math.abs(max), 1e-6) / 32767),
		zeroPoint: 0
	};
}
// src/optimize/sensitivity/layer-sqnr.ts
const minValues = 8;
var LayerSqnr = class {
	#signal;
	#product;
	#energy;
	#noise = 0;
	#values = 0;
	#finite = true;
	#channels;
	#exact;
	constructor(channels, exact) {
		this.#channels = channels;
		this.#exact = exact;
		this.#signal = new Float64Array(channels);
		this.#product = new Float64Array(channels);
		this.#energy = new Float64Array(channels);
	}
	add(source, result) {
		const channels = this.#channels;
		this.#values += source.length;
		for (let i = 0, channel = 0; i < source.length; i++) {
			const x = source[i];
			const y = result[i];
			this.#signal[channel] += x * x;
			this.#product[channel] += x * y;
			this.#energy[channel] += y * y;
			this.#noise += (x - y) * (x - y);
			channel = channel + 1 < channels ? channel + 1 : 0;
		}
		this.#finite &&= Number.isFinite(this.#noise);
	}
	get decibels() {
		if (!this.#finite) return -Infinity;
		const signal = this.#signal.reduce((sum, value) => sum + value, 0);
		if (this.#noise === 0) return Infinity;
		if (signal === 0) return null;
		if (this.#exact) return 10 * Math.log10(signal / this.#noise);
		if (this.#values < minValues * this.#channels) return null;
		return 10 * Math.log10(signal / Math.max(this.#fittedNoise(), signal * 1e-13));
	}
	#fittedNoise() {
		let noise = 0;
		for (let c = 0; c < this.#channels; c++) {
			const energy = this.#energy[c];
			const explained = energy > 0 ? this.#product[c] * this.#product[c] / energy : 0;
			noise += Math.max(0, this.#signal[c] - explained);
		}
		return noise;
	}
};
// src/optimize/sensitivity/drift.ts
const driftDb = 10;
const belowMedianDb = 15;
const soundDb = 20;
async function layerSqnr(source, result, pairs, samples, pool) {
	const from = observe(source, pairs.map((pair) => pair.from));
	const to = observe(result, pairs.map((pair) => pair.to));
	const { outputs } = mainSubgraph(source);
	const limits = limitsIn(mainSubgraph(result), pairs);
	const sums = pairs.map(({ from: { shape }, from: tensor }) => new LayerSqnr(shape.at(-1) || 1, outputs.includes(tensor)));
	const results = pool.outputs(to.model, samples);
	try {
		for await (const wanted of pool.outputs(from.model, samples)) {
			const { value: made } = await results.next();
			for (const [i, sum] of sums.entries()) {
				const [source, result] = [wanted[from.positions[i]], made[to.positions[i]]];
				sum.add(within(source, limits[i]), within(result, limits[i]));
			}
		}
	} finally {
		await results.return(void 0);
	}
	return sums.map(({ decibels }) => decibels);
}
function limitsIn(result, pairs) {
	const cut = saturations(result, kernelInUse);
	const beforeSoftmax = softmaxLimits(result, () => 0, { range: () => ({
		min: 1,
		max: 1
	}) });
	return pairs.map(({ to }) => {
		const form = beforeSoftmax.has(to) ? storedFormOf(to) : null;
		return cut.get(to) ?? (form ? storedRange(form) : void 0);
	});
}
function within(values, range) {
	return range ? values.map((value) => clamp(value, range.min, range.max)) : values;
}
function observe(model, tensors) {
	const observed = withObservedTensors(model, tensors);
	const { outputs } = mainSubgraph(observed);
	return {
		model: observed,
		positions: tensors.map((tensor) => outputs.indexOf(tensor))
	};
}
function driftingLayers(pairs, sqnr) {
	const threshold = driftThreshold(sqnr);
	const drifts = new Map();
	for (const [i, { from }] of pairs.entries()) {
		const value = sqnr[i];
		if (typeof value === "number" && value < threshold) drifts.set(from, value);
	}
	return pairs.flatMap((pair) => {
		const sqnrDb = drifts.get(pair.from);
		const inherited = pair.source.inputs.some((input) => input && drifts.has(input));
		return sqnrDb === void 0 || inherited ? [] : [{
			pair,
			sqnrDb
		}];
	});
}
function driftThreshold(sqnr) {
	const known = sqnr.filter((value) => value !== null).sort((a, b) => a - b);
	const median = known[Math.floor(known.length / 2)] ?? 0;
	return Math.max(driftDb, Math.min(soundDb, median - belowMedianDb));
}
// src/optimize/sensitivity/samples.ts
function samplesOf(dataset, most) {
	const part = dataset?.calibration;
	const size = Math.floor(Math.min(part?.size ?? 0, most));
	if (!part || !(size >= 1)) return null;
	return spreadOver(part, size);
}
// src/optimize/sensitivity/explain.ts
const driftBudget = {
	fast: 1e9,
	default: 1e10,
	best: 1e10
};
const damageBudget = {
	fast: 0,
	default: 4e10,
	best: 4e11
};
const explainBudget = 16e10;
async function explainLayers(optimization, context, explain) {
	const packAgain = decodeSparse(optimization.result);
	const seen = await lookAt(optimization, context, explain).finally(packAgain ?? (() => {}));
	return seen ? describe(optimization, seen.pairs, seen.sqnr, seen.damages) : [];
}
async function lookAt(optimization, context, explain) {
	const { source, result, before } = optimization;
	const pairs = pairLayers(source, before, result);
	const dataset = context.dataset ?? (explain ? noise$1(source, context) : null);
	const least = explain ? 4 : 0;
	const cheap = Math.min(16, driftBudget[context.effort] / (2 * costOf(source)));
	const samples = samplesOf(dataset, Math.max(least, cheap));
	if (!samples || pairs.length === 0) return null;
	const pool = context.pool ?? new SessionPool();
	try {
		const sqnr = await layerSqnr(source, result, pairs, samples, pool);
		noteDrift(pairs, sqnr, context);
		const budget = Math.max(damageBudget[context.effort], explain ? explainBudget : 0);
		const many = Math.max(least, affordableSamples(source, pairs.length, budget));
		const few = many >= 4 ? samplesOf(dataset, many) : null;
		return {
			pairs,
			sqnr,
			damages: few ? await damagesOf(optimization, pairs, few, pool, context) : []
		};
	} catch (error) {
		if (!(error instanceof NotRunnableError)) throw error;
		addNote(context, "info", `Layers could not be compared one by one: ${error.problem}.`);
		return null;
	} finally {
		if (!context.pool) await pool.close();
	}
}
function noise$1(source, context) {
	addNote(context, "warning", "Layers were measured on seeded noise instead of samples.");
	return randomDataset(modelInterface(source).inputs, {
		samples: 16,
		seed: context.seed
	});
}
async function damagesOf({ source, result }, pairs, samples, pool, { progress }) {
	const stage = progress.stage("measuring layers", pairs.length);
	try {
		return await roundingDamage(source, result, pairs, samples, pool, (done) => stage.update(done));
	} finally {
		stage.end();
	}
}
function noteDrift(pairs, sqnr, context) {
	const drifting = driftingLayers(pairs, sqnr);
	if (drifting.length === 0) return;
	const names = drifting.map(({ pair, sqnrDb }) => `${nameOf(pair.source)} (${driftText(sqnrDb)})`);
	const verb = drifting.length === 1 ? "drifts" : "drift";
	addNote(context, "warning", `${listOf(names)} ${verb} from the source's values, measured on calibration samples.`);
}
const driftText = (db) => Number.isFinite(db) ? `${db.toFixed(1)} dB` : "infinite or no numbers";
function describe({ source: model, result }, pairs, sqnr, damages) {
	const noises = damages.map(({ weightsDb, activationsDb }) => noiseOf(weightsDb) + noiseOf(activationsDb));
	const all = noises.reduce((sum, noise) => sum + noise, 0);
	const numbers = layerNumbers(model);
	return pairs.map(({ index, source, result: operator, from }, i) => ({
		index: numbers[index],
		operator: operatorName(source),
		name: from.name,
		storage: storageName(storageOf(operator, mainSubgraph(result))),
		macs: macs(source),
		outputDb: sqnr[i] ?? null,
		weightsDb: damages[i]?.weightsDb ?? null,
		activationsDb: damages[i]?.activationsDb ?? null,
		share: all > 0 && Number.isFinite(all) ? noises[i] / all : null
	}));
}
// src/optimize/sensitivity/keep-order.ts
function keepOrder(subgraph, pairs, damages, costs) {
	const moves = movesOf(subgraph, pairs);
	const kept = new Set();
	const order = [];
	while (kept.size < pairs.length) {
		const best = bestOf(moves, kept, (layers) => {
			const cost = layers.reduce((sum, i) => sum + costs[i], 0);
			return spared(kept, layers, moves, damages) / cost;
		});
		for (const layer of best.layers) kept.add(layer);
		order.push(best.layers);
	}
	return order;
}
function movesOf(subgraph, pairs) {
	const readers = consumers(subgraph);
	const position = new Map(pairs.map(({ source }, i) => [source, i]));
	const readersOf = (tensor) => (readers.get(tensor) ?? []).map((reader) => position.get(reader)).filter((i) => i !== void 0);
	return pairs.flatMap(({ from }, i) => [{ layers: [i] }, { layers: [...new Set([i, ...readersOf(from)])] }]);
}
function spared(kept, further, moves, damages) {
	const all = new Set([...kept, ...further]);
	let noise = 0;
	for (const layer of all) {
		if (!kept.has(layer)) noise += noiseOf(damages[layer].weightsDb);
		const around = moves[2 * layer + 1].layers;
		if (around.some((i) => !kept.has(i)) && around.every((i) => all.has(i))) noise += noiseOf(damages[layer].activationsDb);
	}
	return noise;
}
function bestOf(moves, kept, worth) {
	let best = null;
	let highest = -1;
	for (const { layers } of moves) {
		const added = layers.filter((layer) => !kept.has(layer));
		const value = added.length > 0 ? worth(added) : -1;
		if (value > highest) [best, highest] = [{ layers: added }, value];
	}
	return best;
}
// src/optimize/sensitivity/layer-costs.ts
async function layerCosts(source, whole, pairs, { onDevice }) {
	const byOperations = {
		values: pairs.map(operations),
		basis: "by operations, not by a device's latency"
	};
	if (!onDevice) return byOperations;
	const float = await onDevice(writeModel(source));
	const integer = float && await onDevice(writeModel(whole));
	const values = integer && addedMilliseconds(pairs, float, integer);
	return values ? {
		values,
		basis: `by latency on ${integer.device}`
	} : byOperations;
}
function operations({ source }) {
	const [weights] = ruleOf(source)?.weights?.(source) ?? [];
	return macs(source) + elements(source.outputs[0]) + 3 * elements(weights && source.inputs[weights.input]);
}
const trifle = 1e-6;
function addedMilliseconds(pairs, float, integer) {
	const products = pairs.filter(({ source }) => macs(source) > 0);
	const [before, after] = [productsOf(float), productsOf(integer)];
	if (before.length !== products.length || after.length !== products.length) return null;
	const added = products.map((_, i) => before[i] - after[i]);
	const sum = (values) => values.reduce((total, value) => total + value, 0);
	const rest = float.latencyMs - integer.latencyMs - sum(added);
	const written = sum(pairs.map(({ source }) => macs(source) > 0 ? 0 : elements(source.outputs[0])));
	return pairs.map((pair) => {
		const place = products.indexOf(pair);
		const ms = place >= 0 ? added[place] : rest * elements(pair.source.outputs[0]) / written;
		return Math.max(trifle, ms);
	});
}
const product = /^(Convolution|Deconvolution|Fully Connected|Batch Matrix Multiply)\b|CONV|FULLY_CONNECTED|MATMUL/;
function productsOf({ layers, latencyMs }) {
	const isProduct = ({ operator }) => product.test(operator);
	return layers.filter(isProduct).map(({ share }) => share * latencyMs);
}
// src/optimize/sensitivity/mixed.ts
const MIXED_DEFAULTS = {
	edges: "float",
	keep: "float"
};
const mixedOptionsSchema = strictObject({
	maxLoss: string().regex(/^\d{1,2}(\.\d+)?pp$/, "expected percentage points\nWrite them as \"0.5pp\"").exactOptional(),
	minSqnr: string().regex(/^\d{1,3}(\.\d+)?dB$/, "expected decibels\nWrite them as \"30dB\"").exactOptional(),
	edges: _enum(["int8", "float"]).exactOptional(),
	keep: _enum(["float", "int16x8"]).exactOptional()
});
function quantizeMixed(options) {
	return async (model, context) => {
		const pool = context.pool ?? new SessionPool();
		try {
			return await new Search(model, options, {
				...context,
				pool
			}, pool).run();
		} finally {
			if (!context.pool) await pool.close();
		}
	};
}
const quantizeMixedTransform = defineTransform({
	name: "quantize-mixed",
	description: "Makes a model compute in 8 bits but for as few layers as a limit demands.",
	options: mixedOptionsSchema,
	create: quantizeMixed
});
const searchEffort = {
	fast: "fast",
	default: "fast",
	best: "default"
};
const maxLeftOut = 6;
var Search = class {
	#edges;
	#keep;
	#limit;
	#model;
	#context;
	#pool;
	constructor(model, options, context, pool) {
		this.#model = model;
		this.#context = context;
		this.#pool = pool;
		this.#edges = options.edges ?? MIXED_DEFAULTS.edges;
		this.#keep = options.keep ?? MIXED_DEFAULTS.keep;
		this.#limit = limitOf(model, options);
	}
	async run() {
		if (computesInIntegers(this.#model)) {
			addNote(this.#context, "warning", "The model is quantized already, in part at least: nothing was changed.");
			return false;
		}
		const samples = samplesOf(this.#context.dataset, mostSamples$1(this.#model, this.#context.effort));
		if (!samples) return this.#quantize(this.#model, [], this.#context);
		const judge = await Judge.of(this.#model, samples, this.#pool);
		const copy = cloneModel(this.#model);
		const before = copy.subgraphs.map((subgraph) => [...subgraph.tensors]);
		const whole = await this.#try(copy, [], judge, this.#context);
		if (!whole.fidelity || this.#limit.holds(whole.fidelity)) {
			if (whole.fidelity) this.#noteWhole(whole.fidelity, samples.size);
			return this.#adopt(whole);
		}
		const pairs = pairLayers(this.#model, before, copy);
		const { steps, rest, basis } = await this.#search(pairs, copy, judge);
		const { layers, trial } = await this.#finish(steps, rest, pairs, judge);
		const fidelity = trial.fidelity ?? exact;
		this.#noteKept({
			layers,
			fidelity,
			basis
		}, whole.fidelity, samples.size);
		return this.#adopt(trial);
	}
	async #search(pairs, whole, judge) {
		const many = affordableSamples(this.#model, pairs.length, explainBudget);
		const few = samplesOf(this.#context.dataset, Math.max(4, many));
		const damages = await roundingDamage(this.#model, whole, pairs, few, this.#pool);
		const costs = await layerCosts(this.#model, whole, pairs, this.#context);
		const steps = keepOrder(mainSubgraph(this.#model), pairs, damages, costs.values);
		const context = {
			...this.#context,
			effort: searchEffort[this.#context.effort]
		};
		const holds = async (chosen) => {
			const layers = layersOf(chosen, pairs);
			const { fidelity } = await this.#try(cloneModel(this.#model), layers, judge, context);
			return this.#limit.holds(fidelity ?? exact);
		};
		let [low, high] = [1, steps.length];
		while (low < high) {
			const middle = low + high >> 1;
			if (await holds(steps.slice(0, middle))) high = middle;
			else low = middle + 1;
		}
		const needed = await this.#leaveOut(steps.slice(0, high), costs.values, holds);
		return {
			steps: needed,
			rest: steps.filter((step) => !needed.includes(step)),
			basis: costs.basis
		};
	}
	async #leaveOut(steps, costs, holds) {
		const cost = (step) => step.reduce((sum, i) => sum + costs[i], 0);
		const earlier = steps.slice(0, -1).sort((a, b) => cost(b) - cost(a));
		let needed = steps;
		for (const step of earlier.slice(0, maxLeftOut)) {
			const fewer = needed.filter((other) => other !== step);
			if (await holds(fewer)) needed = fewer;
		}
		return needed;
	}
	async #finish(steps, rest, pairs, judge) {
		for (let more = 0;; more = 2 * more + 1) {
			const layers = layersOf([...steps, ...rest.slice(0, more)], pairs);
			const trial = await this.#try(cloneModel(this.#model), layers, judge, this.#context);
			if (more >= rest.length || !trial.fidelity || this.#limit.holds(trial.fidelity)) return {
				layers,
				trial
			};
		}
	}
	async #try(model, kept, judge, context) {
		const notes = [];
		return {
			model,
			notes,
			fidelity: await this.#quantize(model, kept, {
				...context,
				notes
			}) ? await judge.compare(model) : null
		};
	}
	#adopt({ model, notes, fidelity }) {
		for (const { level, message } of notes) addNote(this.#context, level, message);
		Object.assign(this.#model, model);
		return fidelity !== null;
	}
	async #quantize(model, kept, context) {
		const numbers = layerNumbers(this.#model);
		const rules = kept.map(({ index }) => ({
			index: numbers[index],
			scheme: this.#keep
		}));
		return quantize({
			scheme: "int8",
			edges: this.#edges,
			...rules.length > 0 && { rules }
		})(model, context);
	}
	#noteWhole(fidelity, samples) {
		const judged = `${fidelityText(fidelity)} on ${count(samples, "calibration sample")}`;
		addNote(this.#context, "info", `8 bits throughout keep the limit ${this.#limit.name}: ${judged}.`);
	}
	#noteKept({ layers, fidelity, basis }, whole, samples) {
		const all = layerNumbers(this.#model).at(-1) + 1;
		const inWhat = this.#keep === "float" ? "float" : "16 bits";
		const holds = this.#limit.holds(fidelity);
		const sentences = [
			`${layers.length} of ${all} layers stay in ${inWhat} to keep the limit ${this.#limit.name}: ${listOf(layers.map(({ source }) => nameOf(source)))}.`,
			`On ${count(samples, "calibration sample")} ${fidelityText(fidelity)}; in 8 bits throughout ${fidelityText(whole)}.`,
			`Costs were weighed ${basis}.`,
			...holds ? [] : ["That still breaks it: 16 bits, or the edges, take the rest."]
		];
		addNote(this.#context, holds ? "info" : "warning", sentences.join(" "));
	}
};
const layersOf = (steps, pairs) => [...steps.flat()].sort((a, b) => a - b).map((i) => pairs[i]);
function computesInIntegers(model) {
	return mainSubgraph(model).operators.flatMap(({ outputs }) => outputs).some(({ type, quantization }) => type !== 0 && quantization?.scale.length);
}
const judgingSamples = {
	fast: 100,
	default: 500,
	best: 2e3
};
const maxOutputs = 16e6;
function mostSamples$1(model, effort) {
	const outputs = mainSubgraph(model).outputs.reduce((sum, output) => sum + elements(output), 1);
	return Math.min(judgingSamples[effort], Math.max(1, maxOutputs / outputs));
}
// src/optimize/sparse/sparse-path.ts
const fewestZeros = 2 / 3;
function sparsePathObstacle(model) {
	const subgraph = mainSubgraph(model);
	const first = subgraph.operators.find(isEntry);
	if (!first) return "it has no 3×3 convolution of stride 2 with 3 input channels to begin with";
	const readers = consumers(subgraph);
	const reached = new Set([first]);
	let ends = false;
	for (const operator of subgraph.operators) {
		if (!reached.has(operator)) continue;
		if (operator !== first && isExit(operator)) {
			ends = true;
			continue;
		}
		const problem = operator === first ? paddingProblem(operator) : problemOf$1(operator);
		if (problem) return `${nameOf(operator)} ${problem}`;
		for (const output of operator.outputs) for (const reader of readers.get(output) ?? []) reached.add(reader);
	}
	if (!ends) return "it has no MEAN over height and width for the convolutions to end in";
	const zeros = zerosOf([...reached].filter((operator) => operator !== first && !isExit(operator)), producers(subgraph));
	if (zeros > fewestZeros) return null;
	return `${Math.floor(100 * zeros)} % of its convolutions' weights are zero, and more than 66 % have to be`;
}
function isEntry({ code, inputs: [data, weights], options }) {
	if (code !== 3 || !(options instanceof Conv2DOptionsT)) return false;
	const [, height, width, depth] = weights?.shape ?? [];
	return data?.type === 0 && height === 3 && width === 3 && depth === 3 && options.strideH === 2 && options.strideW === 2;
}
const isExit = (operator) => factsOf(operator).sparseLayout === "end";
function problemOf$1(operator) {
	const { code, inputs, options } = operator;
	const [, height = 0, width = 0, channels = 0] = inputs[1]?.shape ?? [];
	if (code === 3 && options instanceof Conv2DOptionsT) {
		if (height !== 1 || width !== 1) return `is a convolution of ${height}×${width} behind the first`;
		return options.strideH === 1 && options.strideW === 1 ? null : "is a 1×1 convolution with a stride";
	}
	if (code === 4 && options instanceof DepthwiseConv2DOptionsT) {
		if (height !== width || height !== 3 && height !== 5) return `is depthwise of ${height}×${width}`;
		if (channels !== inputs[0]?.shape[3]) return "has more channels than its input";
		return paddingProblem(operator);
	}
	return factsOf(operator).sparseLayout === "within" ? null : "has no kernel in that layout";
}
function paddingProblem({ inputs: [data], options }) {
	if (!(options instanceof Conv2DOptionsT || options instanceof DepthwiseConv2DOptionsT)) return null;
	if (options.strideH === 1 || options.padding !== 0) return null;
	return data.shape[1] % 2 === 0 || data.shape[2] % 2 === 0 ? "pads one side only (SAME with stride 2); a PAD of 1 on each side before it would do" : null;
}
function zerosOf(operators, makers) {
	let [zeros, all] = [0, 0];
	for (const { code, inputs } of operators) {
		if (code !== 3 && code !== 4) continue;
		const stored = inputs[1] ? storedAs(inputs[1], makers) : null;
		if (!stored) continue;
		const values = realValues(stored);
		all += values.length;
		zeros += countZeros(values);
	}
	return zeros / Math.max(1, all);
}
// src/optimize/sparse/convolutions-on-arm.ts
async function convolutionsOnArm(model, dense, { onDevice }) {
	const obstacle = sparsePathObstacle(model);
	if (obstacle) return {
		level: "info",
		note: `Convolutions are no faster for it: XNNPACK's sparse kernels leave the model, since ${obstacle}.`
	};
	const before = await onDevice?.(dense);
	try {
		const after = before && await onDevice?.(writeModel(model));
		return after ? latencyNote(before.latencyMs, after) : {
			level: "info",
			note: unmeasured
		};
	} catch (error) {
		if (!(error instanceof DeviceRunError || error instanceof NotRunnableError)) throw error;
		return { problem: error.message.replace(/\.$/, "") };
	}
}
const unmeasured = "On ARM, XNNPACK computes the 1×1 convolutions with sparse kernels. Measure the model there: some that run elsewhere are refused.";
function latencyNote(before, { latencyMs, device }) {
	const times = `${latencyMs.toPrecision(3)} ms in place of ${before.toPrecision(3)} ms on ${device}`;
	const note = `XNNPACK computes the 1×1 convolutions with sparse kernels: ${times}.`;
	if (latencyMs <= before) return {
		level: "info",
		note
	};
	return {
		level: "warning",
		note: `Stored sparse the model is slower: ${times}. XNNPACK then computes all 1×1 convolutions with sparse kernels, which only pay where most weights are zero: prune them alike ("allocation: uniform", "operators: [CONV_2D]"), or leave "encode-sparse" out.`
	};
}
// src/optimize/sparse/encode.ts
function encode(values, shape, block) {
	const length = shape.at(-1);
	const outer = elementCount(shape.slice(0, -1));
	const segments = [0];
	const indices = [];
	const kept = [];
	for (let row = 0; row < outer; row++) {
		for (let index = 0; index < length / block; index++) {
			const start = row * length + index * block;
			if (isZero(values, start, block)) continue;
			indices.push(index);
			kept.push(start);
		}
		segments.push(indices.length);
	}
	const stored = new values.constructor(kept.length * block);
	for (const [i, start] of kept.entries()) stored.set(values.subarray(start, start + block), i * block);
	const sparsity = parametersOf(shape, block, segments, indices);
	const bytes = stored.byteLength + sizeOf(segments) + sizeOf(indices);
	return {
		data: bytesOf(stored),
		sparsity,
		block,
		bytes
	};
}
function isZero(values, start, count) {
	for (let i = start; i < start + count; i++) if (Number(values[i]) !== 0) return false;
	return true;
}
function parametersOf(shape, block, segments, indices) {
	const dense = shape.slice(0, -1).map((size) => new DimensionMetadataT(0, size));
	const compressed = new DimensionMetadataT(...[1, 0], ...vectorOf(segments), ...vectorOf(indices));
	const blocks = block > 1 ? [new DimensionMetadataT(0, block)] : [];
	const order = Array.from({ length: shape.length + blocks.length }, (_, i) => i);
	return new SparsityParametersT(order, block > 1 ? [shape.length - 1] : [], [
		...dense,
		compressed,
		...blocks
	]);
}
function vectorOf(values) {
	const width = widthOf(values);
	if (width === 1) return [3, new Uint8VectorT(values)];
	if (width === 2) return [2, new Uint16VectorT(values)];
	return [1, new Int32VectorT(values)];
}
const sizeOf = (values) => widthOf(values) * values.length;
function widthOf(values) {
	const largest = values.reduce((most, value) => Math.max(most, value), 0);
	return largest < 256 ? 1 : largest < 65536 ? 2 : 4;
}
// src/optimize/sparse/form.ts
const blocks = [
	1,
	4,
	16
];
const tableBytes = 400;
const kernels = [
	{
		type: 0,
		block: 4,
		fewestZeros: .6
	},
	{
		type: 0,
		block: 1,
		fewestZeros: .87
	},
	{
		type: 9,
		block: 16,
		fewestZeros: .8
	}
];
function formOf(tensor, subgraphs) {
	const { type, shape, data } = tensor;
	if (!data || shape.length < 2 || tensor.quantization?.details) return null;
	const readers = subgraphs.flatMap(({ operators }) => operators.filter(({ inputs }) => inputs.some((input) => input?.data === data)));
	if (readers.length === 0) return null;
	const values = typedData(tensor);
	if (readers.every((reader) => readsSparse(reader, tensor))) for (const { block, fewestZeros } of kernels.filter((kernel) => kernel.type === type)) {
		if (zeroBlocks(values, shape, block) < fewestZeros) continue;
		const encoded = encode(values, shape, block);
		if (saves(encoded, data) > 0) return {
			encoded,
			direct: true
		};
	}
	if (!canBeUnpacked(type, readers)) return null;
	const encoded = blocks.filter((block) => shape.at(-1) % block === 0).map((block) => encode(values, shape, block)).reduce((best, form) => form.bytes < best.bytes ? form : best);
	return saves(encoded, data) > 0 ? {
		encoded,
		direct: false
	} : null;
}
const saves = ({ bytes }, { length }) => length - bytes - tableBytes;
function readsSparse({ code, inputs, options }, { data, type, quantization }) {
	if (code !== 9 || !(options instanceof FullyConnectedOptionsT)) return false;
	const isSymmetric = quantization?.zeroPoint.every((zeroPoint) => zeroPoint === 0n) ?? true;
	return inputs[1]?.data === data && inputs[0]?.type === type && isSymmetric && options.weightsFormat === 0;
}
function canBeUnpacked(type, readers) {
	const isDequantized = readers.every(({ code }) => code === 6);
	return type === 0 || type === 9 && isDequantized;
}
function zeroBlocks(values, shape, block) {
	if (shape.at(-1) % block !== 0) return 0;
	let zeros = 0;
	for (let start = 0; start < values.length; start += block) {
		let i = start;
		while (i < start + block && Number(values[i]) === 0) i++;
		if (i === start + block) zeros++;
	}
	return zeros * block / values.length;
}
// src/optimize/sparse/encode-sparse.ts
const sparseVersion = 8;
function encodeSparse() {
	return async (model, context) => {
		const dense = writeModel(model);
		const wasSparse = model.subgraphs.some(({ tensors }) => tensors.some(({ sparsity }) => sparsity));
		const weights = prunableOf(model, prunableOperators);
		const chosen = weights.flatMap(({ tensor }) => {
			const form = isSharedAlike(model, tensor) ? formOf(tensor, model.subgraphs) : null;
			return form ? [{
				tensor,
				form,
				saved: saves(form.encoded, tensor.data)
			}] : [];
		});
		if (weights.some(({ tensor }) => tensor.type === 1)) addNote(context, "warning", "Weights in float16 stay dense: LiteRT 2.5 reads them wrongly if they are stored sparse, though 2.3 on ARM does not. Every LiteRT reads 8 bits, as \"weight-int8\" stores them, which is smaller, too.");
		if (chosen.length === 0) {
			if (!wasSparse) addNote(context, "info", "No weights are worth storing sparse: nothing was changed.");
			return false;
		}
		const versions = model.subgraphs.flatMap(({ operators }) => operators.map((operator) => [operator, operator.version]));
		for (const { tensor, form } of chosen) store(model, tensor, form);
		const problem = await problemOf(model, dense, context);
		const onArm = problem ? { problem } : await convolutionsOnArm(model, dense, context);
		if ("problem" in onArm) {
			decodeSparse(model);
			for (const [operator, version] of versions) operator.version = version;
			addNote(context, "warning", `Weights stay dense: stored sparse, ${onArm.problem}.`);
			return false;
		}
		noteSaved(chosen, context);
		addNote(context, onArm.level, onArm.note);
		return true;
	};
}
const encodeSparseTransform = defineTransform({
	name: "encode-sparse",
	description: "Stores weights without their zeros wherever that makes the file smaller.",
	options: strictObject({}),
	create: encodeSparse,
	readsSparse: true,
	comesLast: true
});
function noteSaved(chosen, context) {
	const bytes = chosen.reduce((sum, { saved }) => sum + saved, 0);
	const direct = chosen.filter(({ form }) => form.direct).length;
	addNote(context, "info", [`${count(chosen.length, "constant")} stored without zeros: ${count(bytes, "byte")} less.`, ...direct > 0 ? [`LiteRT's sparse kernels read ${count(direct, "constant")} of them, which is faster.`] : []].join(" "));
}
function isSharedAlike({ subgraphs }, { data, shape, type }) {
	return subgraphs.flatMap(({ tensors }) => tensors).filter((each) => each.data === data).every((each) => each.type === type && String(each.shape) === String(shape));
}
function store({ subgraphs }, { data }, form) {
	for (const subgraph of subgraphs) for (const tensor of subgraph.tensors.filter((each) => each.data === data)) {
		if (form.direct) readSparse(subgraph, tensor);
		else unpack(subgraph, tensor);
		Object.assign(tensor, {
			data: form.encoded.data,
			sparsity: form.encoded.sparsity
		});
	}
}
function readSparse({ operators }, tensor) {
	for (const operator of operators.filter(({ inputs }) => inputs.includes(tensor))) operator.version = Math.max(operator.version, sparseVersion);
}
function unpack(subgraph, tensor) {
	const readers = subgraph.operators.filter(({ inputs }) => inputs.includes(tensor));
	const [first] = readers;
	if (!first) return;
	const dense = tensorLike(tensor, {
		name: freshName(subgraph, `${tensor.name}_dense`),
		quantization: tensor.quantization
	});
	replaceInput(subgraph, tensor, dense, readers);
	const densify = {
		inputs: [tensor],
		outputs: [dense],
		options: new DensifyOptionsT()
	};
	insertBefore(subgraph, first, newOperator(124, densify));
}
const tolerance = .02;
async function problemOf(model, dense, context) {
	const { dataset, pool: given } = context;
	const { inputs } = modelInterface(model);
	const source = dataset?.calibration.size ? dataset : randomDataset(inputs, { samples: 1 });
	const samples = {
		size: 1,
		sample: () => source.calibration.sample(0)
	};
	const pool = given ?? new SessionPool({ threads: 1 });
	try {
		const [wanted] = await pool.reduce("outputs", dense, samples);
		const [found] = await pool.reduce("outputs", model, samples);
		return wanted.every((output, i) => isClose(output, found[i])) ? null : "LiteRT computes something else";
	} catch (error) {
		if (error instanceof NotRunnableError) return error.problem;
		throw error;
	} finally {
		if (!given) await pool.close();
	}
}
function isClose(wanted, found) {
	const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return wanted.every((value, i) => Math.abs(value - found[i]) <= tolerance * largest);
}
// src/optimize/transforms.ts
const transforms = [
	quantizeTransform,
	quantizeMixedTransform,
	pruneTransform,
	pruneChannelsTransform,
	encodeSparseTransform,
	finetuneTransform,
	cleanTransform
];
const stepSchema = stepSchemaOf(transforms);
// src/optimize/accuracy-notes.ts
const mostSamples = 500;
const budget = 4e10;
const fewestSamples = 20;
async function noteAccuracy(source, result, recipe, context) {
	const { dataset, pool, progress } = context;
	if (!recipe.steps.some((step) => definitionOf(step, transforms).changesFunction) || Buffer.compare(source.bytes, result.bytes) === 0) return;
	if (!dataset || dataset.synthetic || dataset.evaluation.size === 0) {
		addNote(context, "info", "Accuracy was not measured: there is no data set with samples to judge by.");
		return;
	}
	const part = limited(dataset, source);
	const options = {
		progress,
		cache: new OutputCache(),
		...pool && { pool }
	};
	try {
		const after = await evaluateModel(result, part, {
			...options,
			reference: source
		});
		addNote(context, "info", textOf(after, after.metric === "fidelity" ? null : await evaluateModel(source, part, options)));
	} catch (error) {
		if (!(error instanceof InputError || error instanceof NotRunnableError)) throw error;
		addNote(context, "warning", `Accuracy was not measured: ${error.message}`);
	}
}
function limited(dataset, model) {
	const { operators } = mainSubgraph(graphOf(model));
	const cost = totalMacs(operators);
	const affordable = Math.max(fewestSamples, Math.floor(budget / Math.max(1, 2 * cost)));
	return {
		...dataset,
		evaluation: spreadOver(dataset.evaluation, Math.min(mostSamples, affordable))
	};
}
function textOf(after, before) {
	const { format } = units[accuracyUnit(after)];
	const { value, low, high } = after.value;
	const figure = `${after.metric} ${format(value)} (95 % interval ${format(low)} to ${format(high)})`;
	const sides = before ? `${figure}, the source's ${format(before.value.value)}` : figure;
	const { agreement, sqnrDb, logitsSqnrDb } = after;
	const db = logitsSqnrDb ?? sqnrDb;
	const likeness = db === null ? "" : `; beside the source ${fidelityText({
		agreement,
		sqnrDb: db
	})}`;
	return `On ${count(after.samples, "evaluation sample")}: ${sides}${likeness}.`;
}
// src/optimize/apply-recipe.ts
async function applyRecipe(model, { calibration, steps }, context, known = transforms) {
	const dataset = context.dataset ?? (calibration === "random" ? noise(model, context) : null);
	const tidies = (step) => definitionOf(step, known).tidies === true;
	const onlyTidies = steps.every(tidies);
	let changed = await prepare(model, steps, known) && onlyTidies;
	const source = context.source ?? cloneModel(model);
	for (const step of inOrder(steps, known)) {
		if (tidies(step) && !changed && !onlyTidies) continue;
		context.pool?.signal?.throwIfAborted();
		changed = await transformOf(step, known)(model, {
			...context,
			dataset,
			source
		}) || changed;
	}
	return changed;
}
async function prepare(model, steps, known) {
	let changed = false;
	for (const definition of new Set(steps.map((step) => definitionOf(step, known)))) changed = (await definition.prepare?.(model) ?? false) || changed;
	return changed;
}
function inOrder(steps, known) {
	const last = steps.filter((step) => definitionOf(step, known).comesLast);
	const once = last.filter(({ transform }, i) => last.findIndex((each) => each.transform === transform) === i);
	return [...steps.filter((step) => !last.includes(step)), ...once];
}
function noise(model, { effort, seed }) {
	return randomDataset(modelInterface(model).inputs, {
		samples: calibrationSamples[effort],
		seed
	});
}
// src/optimize/lossy-outputs.ts
const leastDb = 20;
const better = {
	int8: "\"int8-mixed\" leaves layers in float until outputs are right",
	int8x4: "\"int8\" stores weights in 8 bits",
	"dynamic-int4": "\"dynamic-int8\" stores weights in 8 bits",
	"weight-int4": "\"weight-int8\" stores weights in 8 bits"
};
function noteLossyOutputs(source, layers, { steps }, context) {
	const hint = steps.flatMap((step) => "scheme" in step && step.scheme ? [step.scheme] : []).map((scheme) => better[scheme]).find((known) => known !== void 0);
	const names = new Set(partsOfOutputs(source).flatMap((output) => output.names));
	for (const { name } of mainSubgraph(source).outputs) names.add(name);
	const lossy = layers.filter(({ name, outputDb }) => names.has(name) && outputDb !== null && outputDb < leastDb);
	if (!hint || lossy.length === 0) return;
	const outputs = lossy.map(({ name, outputDb }) => `"${name}" (${outputDb.toFixed(1)} dB)`);
	const verb = lossy.length === 1 ? "keeps" : "keep";
	addNote(context, "warning", `Output ${listOf(outputs)} ${verb} little of the source's values: ${hint}.`);
}
// src/optimize/stale-metadata.ts
const byNumbers = new Set(["OfflineMemoryAllocation", "COMPRESSION_METADATA"]);
function dropStaleMetadata(model, context) {
	const stale = model.metadata.filter(({ name }) => byNumbers.has(name));
	if (stale.length === 0) return;
	model.metadata = model.metadata.filter((entry) => !stale.includes(entry));
	addNote(context, "warning", `Metadata ${listOf(stale.map(({ name }) => `"${name}"`))} was left out: it counts tensors, whose numbers have changed.`);
}
// src/optimize/zeros-notes.ts
const leastTold = 5e-4;
async function noteZeros(layers, source, result, context) {
	const weights = layers.reduce((sum, layer) => sum + layer.weights, 0);
	const part = (of) => layers.reduce((sum, layer) => sum + of(layer), 0) / Math.max(1, weights);
	const parts = [
		["pruned", part(({ pruned }) => pruned ?? 0)],
		["zero before", part(({ before }) => before ?? 0)],
		["rounded to zero", part(roundedToZero)]
	].filter(([, share]) => share >= leastTold).map(([name, share]) => `${percent(share)} ${name}`);
	addNote(context, "info", `${`Of all weights of ${count(layers.length, "layer")} ${percent(shareOfZeros(layers))} are zero`}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.`);
	const [before, after] = await Promise.all([downloadSize(source), downloadSize(result)]);
	addNote(context, "info", `The file takes ${`${formatBytes(result.length)} (${formatShare(result.length / source.length - 1)})`}, ${`${formatBytes(after)} compressed, as a download (${formatShare(after / before - 1)})`}.`);
}
// src/optimize/optimize-model.ts
const OPTIMIZE_DEFAULTS = {
	dataset: null,
	effort: "default",
	seed: 1,
	progress: silent
};
async function optimizeModel(source, recipe, options = {}) {
	const chosen = new Map();
	const context = {
		...OPTIMIZE_DEFAULTS,
		...options,
		notes: [],
		chosen
	};
	const model = cloneModel(graphOf(source));
	assertShapes(model, source.file);
	if (mainSubgraph(model).inputs.some(isLarger)) settleShapes(model);
	const before = model.subgraphs.map(({ tensors }) => [...tensors]);
	if (!await applyRecipe(model, recipe, context).catch((error) => {
		throw inFile(error, source.file);
	})) return {
		bytes: source.bytes,
		notes: context.notes,
		layers: [],
		zeros: []
	};
	dropStaleMetadata(model, context);
	const bytes = writeModel(model, source.file);
	assertSound({
		...source,
		bytes
	}, recipe);
	downloadSize(bytes);
	const runs = await prove({
		...source,
		bytes
	}, source, recipe, context);
	const optimization = {
		source: graphOf(source),
		before,
		result: model
	};
	const layers = runs ? await explainLayers(optimization, context, options.explain ?? false) : [];
	noteLossyOutputs(optimization.source, layers, recipe, context);
	const all = zerosSince(optimization, chosen);
	const zeros = chosen.size > 0 || isNotable(all) ? all : [];
	if (zeros.length > 0) await noteZeros(zeros, source.bytes, bytes, context);
	return {
		bytes,
		notes: context.notes,
		layers,
		zeros
	};
}
function assertShapes(model, file) {
	const fixed = cloneModel(model);
	fixDynamicShapes(fixed);
	const problem = contradiction(mainSubgraph(fixed), true);
	if (problem) throw new NotRunnableError(problem, { file });
}
function assertSound(result, { name }) {
	try {
		graphOf(result);
	} catch (error) {
		throw new Error(`recipe "${name}" wrote a file that is no sound model: ${messageOf(error)}`, { cause: error });
	}
}
const unnamed = "model";
function inFile(error, file) {
	if (error instanceof NotRunnableError) return new NotRunnableError(error.problem, {
		file,
		cause: error
	});
	if (!(error instanceof InputError)) return error;
	const { file: named = "" } = error.details;
	if (named !== "" && named !== unnamed) return error;
	const problem = named === "" ? error.message : error.message.slice(`${unnamed}: `.length);
	return new InputError(problem, {
		file,
		cause: error
	});
}
const shortTrial = 10;
async function prove(result, source, recipe, context) {
	const refusal = await tryToRun(result, context);
	if (refusal === null) return true;
	if (await tryToRun(source, context, refusal instanceof EndlessError ? shortTrial : void 0) !== null) {
		addNote(context, "warning", `The result could not be checked, nor can the source be run: ${refusal.problem}`);
		return false;
	}
	throw new InputError(`recipe "${recipe.name}" makes a model that LiteRT can't run: ${refusal.problem}`, {
		file: source.file,
		hint: "Nothing was written; choose another recipe, and please report this with the model"
	});
}
async function tryToRun({ file, bytes }, context, mostSeconds = Number.POSITIVE_INFINITY) {
	const { inputs } = modelInterface(graphOf({
		file,
		bytes
	}));
	const { dataset } = context;
	const part = (dataset?.calibration.size ? dataset : randomDataset(inputs, { samples: 1 })).calibration;
	const pool = context.pool ?? new SessionPool({ threads: 1 });
	try {
		const sample = {
			size: 1,
			sample: () => part.sample(0)
		};
		const secondsPerSample = Math.min(mostSeconds, pool.secondsPerSample);
		await pool.reduce("outputs", bytes, sample, {
			file,
			build: "any",
			secondsPerSample
		});
		return null;
	} catch (error) {
		if (error instanceof NotRunnableError) return error;
		throw error;
	} finally {
		if (!context.pool) await pool.close();
	}
}
// src/optimize/types.ts
const efforts = [
	"fast",
	"default",
	"best"
];
// src/optimize/recipe.ts
const recipeSchemaOf = (step) => strictObject({
	title: string().min(1).max(200).exactOptional(),
	description: string().max(2e3).exactOptional(),
	calibration: literal("random").exactOptional(),
	steps: array(step).min(1).max(100)
});
const recipeSchema = recipeSchemaOf(stepSchema);
const extension = ".yml";
function shippedRecipes() {
	return readdirSync(assetPath("recipes")).filter((file) => file.endsWith(extension)).map((file) => basename(file, extension)).sort();
}
function listRecipes(custom = {}) {
	return [...new Set([...shippedRecipes(), ...Object.keys(custom)])].sort().map((name) => namedRecipe(name, custom));
}
async function loadRecipe(nameOrFile, custom = {}, root = null) {
	if (isFilePath(nameOrFile)) return parseRecipe(readYamlBytes(nameOrFile, root), nameOrFile);
	assertRecipeName(nameOrFile, Object.keys(custom));
	const parts = nameOrFile.split("+").map((name) => namedRecipe(name, custom));
	return parts.length === 1 ? parts[0] : compose(nameOrFile, parts);
}
function parseRecipe(source, file) {
	return {
		...parseYaml(recipeSchema, source, file),
		name: file
	};
}
function assertRecipeName(name, custom = []) {
	const known = [...new Set([...shippedRecipes(), ...custom])].sort();
	for (const part of name.split("+")) {
		if (known.includes(part)) continue;
		throw new InputError(`unknown recipe "${part}"`, { hint: suggestion(part, known, "recipes") });
	}
}
function namedRecipe(name, custom) {
	if (Object.hasOwn(custom, name)) return {
		...custom[name],
		name
	};
	const file = `${name}${extension}`;
	return {
		...parseRecipe(readFileSync(join(assetPath("recipes"), file)), file),
		name
	};
}
function compose(name, parts) {
	return {
		name,
		title: parts.map((part) => part.title ?? part.name).join(", then: "),
		...parts.some(({ calibration }) => calibration) && { calibration: "random" },
		steps: parts.flatMap(({ steps }) => steps)
	};
}
// src/optimize/finetune/node-package.ts
const nodePackage = "@tensorflow/tfjs-node";
const requireFrom = (folder) => createRequire(join(folder, "package.json"));
function describeNodePackage(folder) {
	try {
		const { version } = requireFrom(folder)(`${nodePackage}/package.json`);
		return `${nodePackage} ${version}`;
	} catch {
		return `${nodePackage} is not installed here; only recipes with "backend: node" want it ("npm install ${nodePackage}")`;
	}
}
export { FINETUNE_DEFAULTS, OPTIMIZE_DEFAULTS, activations, addNote, assertFits, calibrationSamples, clamp, codeRanges, constantOf, count, describeNodePackage, efforts, isFloat, isNotable, learningRateAt, listOf, listRecipes, loadRecipe, nameOf, nodePackage, noteAccuracy, optimizeModel, parseRecipe, pruneTo$1 as pruneTo, quantize, recipeSchema, remember, requireFrom, roundAway, scalesOf, shippedRecipes, sparsityAt, spreadOver, startMeasuring, storedFormOf, storedRange, tensorLike, usualSteps, zerosOf$2 as zerosOf };
