import { __toESM } from "./start.js";
import { InputError, permutation, randomNumbers, streamSeed } from "./start.js";
import { assetPath, keepBytes, readKeptBytes, trainingWorkerEntry } from "./system.js";
import { ActivationFunctionType, BatchMatMulOptionsT, ConcatenationOptionsT, FullyConnectedOptionsT, GatherOptionsT, GeluOptionsT, LeakyReluOptionsT, MirrorPadOptionsT, PackOptionsT, Pool2DOptionsT, ReducerOptionsT, ResizeBilinearOptionsT, SoftmaxOptionsT, StridedSliceOptionsT, UnpackOptionsT, bytesOf, cloneModel, cloneQuantization, elementCount, float32ToFloat16, freshName, inputRole, logitsOf, mainSubgraph, optionsOf, packBits, producers, readModel, realValues, ruleOf, totalMacs, typedData, writeModel } from "./model.js";
import { int, strictObject, string } from "./zod.js";
import { SessionPool, require_src } from "./runtime.js";
import { FINETUNE_DEFAULTS, activations as activations$1, addNote, assertFits, calibrationSamples, clamp, codeRanges, constantOf, count, isFloat, learningRateAt, listOf, nameOf, nodePackage, pruneTo, quantize, remember, requireFrom, roundAway, scalesOf, sparsityAt, spreadOver, storedFormOf, storedRange, tensorLike, usualSteps } from "./optimize.js";
import { abs, absGradConfig, add, addGradConfig, addN, addNGradConfig, arraysEqual, assertAndGetBroadcastShape, batchMatMulGradConfig, cast, castGradConfig, clipByValue, clipByValueGradConfig, concat, concatGradConfig, customGrad, dispose, div, divGradConfig, elu, eluGradConfig, enableProdMode, engine, env, equal, erf, erfGradConfig, exp, expGradConfig, expandDimsGradConfig, getBackend, identityGradConfig, keep, leakyRelu, leakyReluGradConfig, log, logGradConfig, logSoftmax, logSoftmaxGradConfig, matMul, max, maxGradConfig, maxPool as maxPool$1, maximum, maximumGradConfig, mean, meanGradConfig, min, minGradConfig, minimum, minimumGradConfig, mul, multiplyGradConfig, neg, negGradConfig, ones, onesLike, packGradConfig, pad as pad$1, padV2GradConfig, registerGradient, relu, relu6, relu6GradConfig, reluGradConfig, reshape as reshape$1, reshapeGradConfig, reverse, round, rsqrt, rsqrtGradConfig, setBackend, setWasmPaths, sigmoid, sigmoidGradConfig, sign, slice as slice$1, sliceGradConfig, softmax as softmax$1, softmaxGradConfig, split as split$1, splitVGradConfig, sqrt, sqrtGradConfig, square, squareGradConfig, squaredDifference, squaredDifferenceGradConfig, stack, step, stepGradConfig, stridedSlice as stridedSlice$1, sub, subGradConfig, sum, sumGradConfig, tanh, tanhGradConfig, tensor, tensor2d, tidy, transpose, transposeGradConfig, unpackGradConfig, unstack, valueAndGrads, zeros } from "./tensorflow.js";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { availableParallelism } from "node:os";
// src/optimize/finetune/examples.ts
function variantOf({ samples, seed }, index) {
	const first = index % samples;
	if (index < samples) return {
		first,
		second: first,
		share: 1,
		shift: [0, 0],
		mirrored: false
	};
	const random = randomNumbers(streamSeed(seed, index));
	return {
		first,
		second: Math.floor(random() * samples),
		share: 1 - random() / 2,
		shift: [(random() - .5) / 8, (random() - .5) / 8],
		mirrored: random() < .5
	};
}
function fillExample({ shape, values }, { first, second, share, shift, mirrored }, to) {
	const size = to.length;
	const own = values.subarray(first * size, (first + 1) * size);
	if (share === 1) {
		to.set(own);
		return;
	}
	const other = values.subarray(second * size, (second + 1) * size);
	const [height, width, channels] = shape.length === 4 ? shape.slice(1) : [
		1,
		1,
		size
	];
	const isMirrored = mirrored && shape.length === 4 && channels === 3;
	const [rows, columns] = [Math.round(shift[0] * height), Math.round(shift[1] * width)];
	let next = 0;
	for (let y = 0; y < height; y++) {
		const row = Math.min(Math.max(y + rows, 0), height - 1) * width;
		for (let x = 0; x < width; x++) {
			const column = Math.min(Math.max(x + columns, 0), width - 1);
			const from = (row + (isMirrored ? width - 1 - column : column)) * channels;
			for (let c = from; c < from + channels; c++) to[next++] = share * own[c] + (1 - share) * other[c];
		}
	}
}
function sharedFloats(length) {
	return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}
// src/optimize/finetune/loss.ts
function lossOf(outputs, expected, options) {
	if (!options.classifies) {
		const errors = outputs.map((output, i) => {
			const size = output.shape[1] * (expected.variances[i] || 1);
			return div(sum(squaredDifference(output, expected.targets[i])), size);
		});
		return addN(errors);
	}
	const [logits] = outputs;
	const { temperature } = options;
	const soft = divergence(logits, expected.targets[0], temperature);
	if (!expected.classes) return soft;
	const hard = neg(sum(mul(expected.classes, logSoftmax(logits))));
	return mul(add(soft, hard), .5);
}
function divergence(logits, teacher, temperature) {
	const wanted = logSoftmax(div(teacher, temperature));
	const given = logSoftmax(div(logits, temperature));
	return mul(sum(mul(exp(wanted), sub(wanted, given))), temperature * temperature);
}
// src/optimize/finetune/grids.ts
function activationGrid(tensor) {
	const form = storedFormOf(tensor);
	if (!form || tensor.data) return null;
	const { min, max } = storedRange(form);
	const [low, high] = [Math.round(min / form.scale), Math.round(max / form.scale)];
	return {
		low,
		high,
		scales: Float32Array.of(form.scale),
		shape: [...tensor.shape],
		scaleShape: []
	};
}
function zeroPointOf({ quantization }) {
	return Number(quantization?.zeroPoint[0] ?? 0n);
}
function weightGrid(tensor) {
	const range = codeRanges[tensor.type];
	const { quantization, shape } = tensor;
	if (!range || !quantization || quantization.zeroPoint.some((zeroPoint) => zeroPoint !== 0n)) return null;
	const scales = scalesOf(tensor);
	const { details, axis } = quantization;
	if (details?.kind === "blockwise") {
		if (details.zeroPoints) return null;
		const blocks = [scales.length, details.blockSize];
		return {
			...range,
			scales,
			shape: blocks,
			scaleShape: [scales.length, 1]
		};
	}
	if (details || scales.length === 0) return null;
	const perChannel = shape.map((_, i) => i === axis ? scales.length : 1);
	return {
		...range,
		scales,
		shape: [...shape],
		scaleShape: scales.length === 1 ? [] : perChannel
	};
}
function isStoredBias({ type, data, quantization }) {
	return (type === 2 || type === 4) && data !== null && (quantization?.scale.length ?? 0) > 0 && !quantization.details;
}
function isTrainable(tensor) {
	return !tensor.sparsity && (weightGrid(tensor) !== null || isStoredBias(tensor));
}
function encode(tensor, values) {
	const grid = weightGrid(tensor);
	const steps = stepsOf(tensor);
	if (!grid) {
		const codes = Array.from(values, (value, i) => roundAway(value / steps[i]));
		if (tensor.type === 4) return bytesOf(BigInt64Array.from(codes, BigInt));
		return bytesOf(Int32Array.from(codes, (code) => clamp(code, -(2 ** 31), 2 ** 31 - 1)));
	}
	const codes = Int8Array.from(values, (value, i) => clamp(roundAway(value / steps[i]), grid.low, grid.high));
	return tensor.type === 17 ? packBits(codes, 4) : bytesOf(codes);
}
function stepsOf(tensor) {
	const ones = new Int8Array(elementCount(tensor.shape)).fill(1);
	return realValues({
		...tensor,
		type: 9,
		data: bytesOf(ones)
	});
}
// src/optimize/finetune/operators/activation.ts
const unary$1 = (f) => ({ compute: (call) => f(call.input(0)) });
const activations = {
	[19]: unary$1(relu),
	[21]: unary$1(relu6),
	[20]: unary$1((x) => clipByValue(x, -1, 1)),
	[152]: unary$1((x) => clipByValue(x, 0, 1)),
	[98]: { compute: (call) => leakyRelu(call.input(0), optionsOf(call.operator, LeakyReluOptionsT).alpha) },
	[54]: { compute: (call) => {
		const x = call.input(0);
		return sub(relu(x), mul(call.input(1), relu(neg(x))));
	} },
	[111]: unary$1(elu),
	[150]: { compute: (call) => gelu(call.input(0), optionsOf(call.operator, GeluOptionsT).approximate) },
	[117]: unary$1((x) => mul(x, div(relu6(add(x, 3)), 6))),
	[14]: unary$1(sigmoid),
	[28]: unary$1(tanh),
	[25]: { compute: (call) => softmax(mul(call.input(0), betaOf(call.operator))) },
	[50]: unary$1((x) => logSoftmax(x)),
	[11]: unary$1((x) => {
		const squares = sum(square(x), -1, true);
		return mul(x, rsqrt(maximum(squares, 1e-12)));
	})
};
function softmax(x) {
	const classes = x.shape.at(-1) ?? 1;
	return reshape$1(softmax$1(reshape$1(x, [-1, classes])), x.shape);
}
function gelu(x, approximate) {
	if (!approximate) return mul(mul(x, .5), add(erf(mul(x, Math.SQRT1_2)), 1));
	const inner = mul(add(x, mul(mul(x, square(x)), .044715)), Math.sqrt(2 / Math.PI));
	return mul(mul(x, .5), add(tanh(inner), 1));
}
const { NONE, RELU, RELU6, RELU_N1_TO_1, TANH } = ActivationFunctionType;
function functionOf({ options }) {
	return options && "fusedActivationFunction" in options ? options.fusedActivationFunction : NONE;
}
function fusedOf(operator) {
	const fused = functionOf(operator);
	return fused === RELU ? "relu" : fused === RELU6 ? "relu6" : "linear";
}
function activate(x, operator, byLayer = false) {
	switch (functionOf(operator)) {
		case RELU: return byLayer ? x : relu(x);
		case RELU6: return byLayer ? x : relu6(x);
		case RELU_N1_TO_1: return clipByValue(x, -1, 1);
		case TANH: return tanh(x);
		default: return x;
	}
}
function betaOf({ options }) {
	return options instanceof SoftmaxOptionsT ? options.beta : 1;
}
function refusesActivation(operator) {
	return [
		NONE,
		RELU,
		RELU6,
		RELU_N1_TO_1,
		TANH
	].includes(functionOf(operator)) ? null : "its activation function has no gradient";
}
// src/optimize/finetune/operators/conversion.ts
const same = { compute: (call) => call.input(0) };
const conversions = {
	[114]: same,
	[6]: same
};
// src/optimize/finetune/kernels.ts
function differentiable(operands, forward, gradients) {
	return customGrad((...given) => {
		const save = given.at(-1);
		const { value, kept } = forward();
		save(kept);
		return {
			value,
			gradFunc: (dy, saved) => gradients(dy, saved)
		};
	})(...operands);
}
function runKernel(name, tensors, windows, activation = "linear") {
	if (name.includes("Depthwise") && !isPlain(windows) && getBackend() !== "wasm") return runPlainly(name, tensors, windows, activation);
	const { strides, dilations, padding } = windows;
	const attributes = {
		strides,
		dilations,
		pad: [
			[0, 0],
			...padding,
			[0, 0]
		],
		dataFormat: "NHWC",
		activation
	};
	return engine().runKernel(name, { ...tensors }, attributes);
}
function isPlain({ strides, dilations }) {
	return strides[0] === strides[1] && Math.max(...dilations) === 1;
}
function runPlainly(name, tensors, windows, activation) {
	const { dilations, strides, padding } = windows;
	const [height, width, channels] = tensors.filter.shape;
	const picture = reshape$1(tensors.filter, [
		1,
		height,
		width,
		channels
	]);
	const [tall, broad] = [(height - 1) * dilations[0] + 1, (width - 1) * dilations[1] + 1];
	const taps = slice$1(spread(picture, dilations), [
		0,
		0,
		0,
		0
	], [
		1,
		tall,
		broad,
		channels
	]);
	const filter = reshape$1(taps, [
		tall,
		broad,
		channels,
		1
	]);
	const isEqual = strides[0] === strides[1];
	const plain = {
		strides: isEqual ? strides : [1, 1],
		dilations: [1, 1],
		padding
	};
	const y = runKernel(name, {
		...tensors,
		filter
	}, plain, activation);
	return isEqual ? y : stridedSlice$1(y, [
		0,
		0,
		0,
		0
	], y.shape, [
		1,
		...strides,
		1
	]);
}
function convolveBackwards(kernel, dy, flipped, { strides, dilations, padding }, [, ...size]) {
	const x = spread(dy, strides);
	const margins = padding.map(([before], axis) => {
		const reach = (flipped.shape[axis] - 1) * dilations[axis];
		const first = reach - before;
		return [first, size[axis] + reach - first - x.shape[axis + 1]];
	});
	const kept = margins.map((pair) => pair.map((rows) => Math.max(0, rows)));
	return runKernel(kernel, {
		x: crop(x, margins),
		filter: flipped
	}, {
		strides: [1, 1],
		dilations,
		padding: kept
	});
}
function spread(x, [s, t]) {
	if (s === 1 && t === 1) return x;
	const [n, h, w, c] = x.shape;
	const behind = (zeros) => [[0, 0], [0, zeros]];
	const columns = pad$1(reshape$1(x, [n * h * w, c]), behind((t - 1) * c));
	const rows = pad$1(reshape$1(columns, [n * h, w * t * c]), behind((s - 1) * w * t * c));
	return reshape$1(rows, [
		n,
		h * s,
		w * t,
		c
	]);
}
function firstOfEach$1(x, [s, t]) {
	if (s === 1 && t === 1) return x;
	const [n, h, w, c] = x.shape;
	const rows = slice$1(reshape$1(x, [n * h / s, s * w * c]), [0, 0], [-1, w * c]);
	const columns = slice$1(reshape$1(rows, [n * h * w / (s * t), t * c]), [0, 0], [-1, c]);
	return reshape$1(columns, [
		n,
		h / s,
		w / t,
		c
	]);
}
function crop(x, [[top, bottom], [left, right]]) {
	if (Math.min(top, bottom, left, right) >= 0) return x;
	const cut = (rows) => Math.max(0, -rows);
	const [n, h, w, c] = x.shape;
	const size = [
		n,
		h - cut(top) - cut(bottom),
		w - cut(left) - cut(right),
		c
	];
	return slice$1(x, [
		0,
		cut(top),
		cut(left),
		0
	], size);
}
// src/optimize/finetune/layers.ts
function convolution(x, weights, bias, options) {
	const { windows, fused, trainsInput } = options;
	const forward = () => {
		const value = runKernel("FusedConv2D", {
			x,
			filter: transpose(weights, [
				1,
				2,
				3,
				0
			]),
			bias
		}, windows, fused);
		return {
			value,
			kept: [
				x,
				weights,
				value
			]
		};
	};
	return differentiable(trainsInput ? [
		x,
		weights,
		bias
	] : [weights, bias], forward, (dy, [input, filters, y]) => {
		const d = throughActivation(dy, y, fused);
		const own = [filterGradient(input, d, windows, filters.shape), sumOverPlaces(d)];
		return trainsInput ? [inputGradient(d, filters, windows, input.shape), ...own] : own;
	});
}
function depthwise(x, weights, bias, options) {
	const { windows, fused, trainsInput } = options;
	const [, height, width, channels] = weights.shape;
	const asFilter = (w) => reshape$1(w, [
		height,
		width,
		channels,
		1
	]);
	const forward = () => {
		const value = runKernel("FusedDepthwiseConv2D", {
			x,
			filter: asFilter(weights),
			bias
		}, windows, fused);
		return {
			value,
			kept: [
				x,
				weights,
				value
			]
		};
	};
	return differentiable(trainsInput ? [
		x,
		weights,
		bias
	] : [weights, bias], forward, (dy, [input, filters, y]) => {
		const d = throughActivation(dy, y, fused);
		const own = [depthwiseFilterGradient(input, d, windows, filters.shape), sumOverPlaces(d)];
		if (!trainsInput) return own;
		return [convolveBackwards("DepthwiseConv2dNative", d, reverse(asFilter(filters), [0, 1]), windows, input.shape), ...own];
	});
}
function transposedConvolution(x, weights, shape, { windows, trainsInput }) {
	const swapped = (w) => transpose(w, [
		3,
		1,
		2,
		0
	]);
	const forward = () => ({
		value: inputGradient(x, swapped(weights), windows, shape),
		kept: [x, weights]
	});
	return differentiable(trainsInput ? [x, weights] : [weights], forward, (dy, [input, filters]) => {
		const own = swapped(filterGradient(dy, input, windows, swapped(filters).shape));
		const filter = transpose(filters, [
			1,
			2,
			0,
			3
		]);
		return trainsInput ? [runKernel("Conv2D", {
			x: dy,
			filter
		}, windows), own] : [own];
	});
}
function fullyConnected(x, weights, bias, options) {
	const asPictures = (t) => reshape$1(t, [
		t.shape[0],
		1,
		1,
		t.shape[1]
	]);
	const y = convolution(asPictures(x), asPictures(weights), bias, {
		...options,
		windows: single
	});
	return reshape$1(y, [x.shape[0], weights.shape[0]]);
}
const single = {
	strides: [1, 1],
	dilations: [1, 1],
	padding: [[0, 0], [0, 0]]
};
function throughActivation(dy, y, fused) {
	if (fused === "linear") return dy;
	const passed = mul(dy, step(y));
	return fused === "relu" ? passed : mul(passed, step(sub(6, y)));
}
function sumOverPlaces(d) {
	return sum(transpose(reshape$1(d, [-1, d.shape[3]])), 1);
}
function inputGradient(dy, weights, windows, shape) {
	return convolveBackwards("Conv2D", dy, reverse(transpose(weights, [
		1,
		2,
		0,
		3
	]), [0, 1]), windows, shape);
}
function filterGradient(x, dy, windows, shape) {
	const [channels, height, width, depth] = shape;
	if (isPointwise(windows, shape)) {
		const columns = transpose(reshape$1(dy, [-1, channels]));
		const product = matMul(columns, reshape$1(x, [-1, depth]));
		return reshape$1(product, [
			channels,
			1,
			1,
			depth
		]);
	}
	const { strides: dilations, dilations: strides, padding } = windows;
	const taps = runKernel("Conv2D", {
		x: transpose(x, [
			3,
			1,
			2,
			0
		]),
		filter: transpose(dy, [
			1,
			2,
			0,
			3
		])
	}, {
		strides,
		dilations,
		padding
	});
	const kept = slice$1(taps, [
		0,
		0,
		0,
		0
	], [
		depth,
		height,
		width,
		channels
	]);
	return transpose(kept, [
		3,
		1,
		2,
		0
	]);
}
function isPointwise({ strides, padding }, [, height, width]) {
	return [
		height,
		width,
		...strides
	].every((size) => size === 1) && padding.flat().every((rows) => rows === 0);
}
function depthwiseFilterGradient(x, dy, windows, shape) {
	const [, height, width, channels] = shape;
	const [n, outHeight, outWidth] = dy.shape;
	const together = (t) => transpose(t, [
		1,
		2,
		0,
		3
	]);
	const tensors = {
		x: reshape$1(together(x), [
			1,
			x.shape[1],
			x.shape[2],
			n * channels
		]),
		filter: reshape$1(together(dy), [
			outHeight,
			outWidth,
			n * channels,
			1
		])
	};
	const { strides: dilations, dilations: strides, padding } = windows;
	const taps = runKernel("DepthwiseConv2dNative", tensors, {
		strides,
		dilations,
		padding
	});
	const kept = slice$1(taps, [
		0,
		0,
		0,
		0
	], [
		1,
		height,
		width,
		n * channels
	]);
	return reshape$1(sum(reshape$1(kept, [
		height * width,
		n,
		channels
	]), 1), [
		1,
		height,
		width,
		channels
	]);
}
// src/optimize/finetune/operators/call.ts
function forBatch(x, { operator }, input, shape) {
	const samples = x.size / elementCount(operator.inputs[input].shape);
	const [first = 1, ...rest] = shape;
	return shape.length === 0 && samples === 1 ? [] : [first * samples, ...rest];
}
function axisOf(axis, rank) {
	return axis < 0 ? axis + rank : axis;
}
// src/optimize/finetune/operators/windows.ts
function windowOptionsOf({ options }) {
	return options && "strideH" in options ? options : null;
}
function refusesWindows(operator) {
	const options = windowOptionsOf(operator);
	return options && options.strideH > 0 && options.strideW > 0 ? null : "it does not say which windows it takes";
}
function windowsBetween(input, output, size, operator) {
	const options = windowOptionsOf(operator);
	const strides = [options.strideH, options.strideW];
	const dilations = "dilationHFactor" in options ? [options.dilationHFactor, options.dilationWFactor] : [1, 1];
	const along = (axis) => {
		if (options.padding === 1) return [0, 0];
		const reach = (size[axis] - 1) * dilations[axis] + 1;
		const last = (output.shape[axis + 1] - 1) * strides[axis];
		const missing = Math.max(0, last + reach - input.shape[axis + 1]);
		return [Math.floor(missing / 2), Math.ceil(missing / 2)];
	};
	return {
		strides,
		dilations,
		padding: [along(0), along(1)]
	};
}
// src/optimize/finetune/operators/convolution.ts
const convolutions = {
	[3]: {
		compute: convolve,
		refuses: refusesWindows
	},
	[4]: {
		compute: convolveDepthwise,
		refuses: refusesWindows
	},
	[67]: {
		constants: [0],
		compute: convolveTransposed,
		refuses: refusesWindows
	},
	[9]: {
		compute: connect,
		refuses: shuffled
	}
};
function convolve(call) {
	const [x, weights] = [call.input(0), call.input(1)];
	const bias = biasOf(call, 2, weights.shape[0]);
	const groups = x.shape[3] / weights.shape[3];
	const options = {
		...layerOptions(call),
		windows: windowsOf(call.operator)
	};
	if (groups === 1) return activate(convolution(x, weights, bias, options), call.operator, true);
	const [inputs, filters, biases] = [
		split$1(x, groups, 3),
		split$1(weights, groups, 0),
		split$1(bias, groups)
	];
	const parts = inputs.map((part, i) => convolution(part, filters[i], biases[i], options));
	return activate(concat(parts, 3), call.operator, true);
}
function convolveDepthwise(call) {
	const [x, weights] = [call.input(0), call.input(1)];
	const channels = weights.shape[3];
	const input = repeatChannels(x, channels / x.shape[3]);
	const options = {
		...layerOptions(call),
		windows: windowsOf(call.operator)
	};
	return activate(depthwise(input, weights, biasOf(call, 2, channels), options), call.operator, true);
}
function repeatChannels(x, times) {
	if (times === 1) return x;
	const [n, h, w, c] = x.shape;
	return reshape$1(matMul(reshape$1(x, [x.size, 1]), ones([1, times])), [
		n,
		h,
		w,
		c * times
	]);
}
function convolveTransposed(call) {
	const [weights, x] = [call.input(1), call.input(2)];
	const { operator } = call;
	const y = transposedConvolution(x, weights, forBatch(x, call, 2, operator.outputs[0].shape), {
		windows: windowsBetween(operator.outputs[0], operator.inputs[2], sizeOf$1(operator.inputs[1]), operator),
		trainsInput: call.trains(2)
	});
	return activate(operator.inputs[3] ? add(y, call.input(3)) : y, operator);
}
function connect(call) {
	const weights = call.input(1);
	const [channels, columns] = weights.shape;
	const x = call.input(0);
	const y = fullyConnected(reshape$1(x, [x.size / columns, columns]), weights, biasOf(call, 2, channels), layerOptions(call));
	return activate(reshape$1(y, forBatch(x, call, 0, call.operator.outputs[0].shape)), call.operator, true);
}
function shuffled(operator) {
	return optionsOf(operator, FullyConnectedOptionsT).weightsFormat === 1 ? "its weights are shuffled" : null;
}
function layerOptions({ operator, trains }) {
	return {
		fused: fusedOf(operator),
		trainsInput: trains(0)
	};
}
function biasOf(call, position, channels) {
	return call.operator.inputs[position] ? call.input(position) : zeros([channels]);
}
function windowsOf(operator) {
	const [, weights] = operator.inputs;
	return windowsBetween(operator.inputs[0], operator.outputs[0], sizeOf$1(weights), operator);
}
function sizeOf$1({ shape }) {
	return [shape[1], shape[2]];
}
// src/optimize/finetune/operators/elementwise.ts
const unary = (f) => ({ compute: (call) => f(call.input(0)) });
const binary = (f) => ({ compute: (call) => activate(f(call.input(0), call.input(1)), call.operator) });
const repeated = (x, shape) => arraysEqual(x.shape, shape) ? x : add(x, zeros(shape));
const evenly = (f) => binary((a, b) => {
	const shape = assertAndGetBroadcastShape(a.shape, b.shape);
	return f(repeated(a, shape), repeated(b, shape));
});
const elementwise = {
	[0]: binary(add),
	[41]: binary(sub),
	[18]: binary(mul),
	[42]: binary(div),
	[99]: evenly(squaredDifference),
	[55]: evenly(maximum),
	[57]: evenly(minimum),
	[101]: unary(abs),
	[59]: unary(neg),
	[92]: unary(square),
	[75]: unary(sqrt),
	[76]: unary(rsqrt),
	[47]: unary(exp),
	[73]: unary(log)
};
// src/optimize/finetune/pooling.ts
function averagePool$1(x, [height, width], windows) {
	const { shape } = x;
	const ones$1 = (channels) => ones([
		height,
		width,
		channels,
		1
	]);
	const forward = () => {
		const sums = runKernel("DepthwiseConv2dNative", {
			x,
			filter: ones$1(shape[3])
		}, windows);
		const counts = runKernel("DepthwiseConv2dNative", {
			x: ones([
				1,
				shape[1],
				shape[2],
				1
			]),
			filter: ones$1(1)
		}, windows);
		return {
			value: div(sums, counts),
			kept: [counts]
		};
	};
	return differentiable([x], forward, (dy, [counts]) => {
		return [convolveBackwards("DepthwiseConv2dNative", div(dy, counts), ones$1(shape[3]), windows, shape)];
	});
}
function maxPool(x, size, windows) {
	const forward = () => {
		const value = maxPool$1(withMargins(x, windows.padding), size, windows.strides, "valid");
		return {
			value,
			kept: [x, value]
		};
	};
	return differentiable([x], forward, (dy, [input, y]) => [maxPoolGradient(dy, y, input, size, windows)]);
}
function withMargins(x, padding) {
	if (padding.flat().every((rows) => rows === 0)) return x;
	return pad$1(x, [
		[0, 0],
		...padding,
		[0, 0]
	], -Infinity);
}
function maxPoolGradient(dy, y, x, [height, width], windows) {
	const { strides, padding } = windows;
	const [n, h, w, c] = x.shape;
	const [rows, columns] = [y.shape[1] * strides[0], y.shape[2] * strides[1]];
	const [top, left] = [padding[0][0], padding[1][0]];
	const [tall, broad] = [rows + height - 1, columns + width - 1];
	const margins = [[top, tall - top - h], [left, broad - left - w]];
	const kept = margins.map((pair) => pair.map((m) => Math.max(0, m)));
	const whole = pad$1(crop(x, margins), [
		[0, 0],
		...kept,
		[0, 0]
	], -Infinity);
	let open = onesLike(y);
	let sum = zeros([
		n,
		tall,
		broad,
		c
	]);
	for (let tap = 0; tap < height * width; tap++) {
		const [row, column] = [Math.floor(tap / width), tap % width];
		const covered = firstOfEach$1(slice$1(whole, [
			0,
			row,
			column,
			0
		], [
			n,
			rows,
			columns,
			c
		]), strides);
		const hit = mul(cast(equal(covered, y), "float32"), open);
		open = sub(open, hit);
		const part = spread(mul(dy, hit), strides);
		const behind = [tall - rows - row, broad - columns - column];
		sum = add(sum, pad$1(part, [
			[0, 0],
			[row, behind[0]],
			[column, behind[1]],
			[0, 0]
		]));
	}
	const inner = slice$1(sum, [
		0,
		top,
		left,
		0
	], [
		n,
		Math.min(h, tall - top),
		Math.min(w, broad - left),
		c
	]);
	return pad$1(inner, [
		[0, 0],
		[0, h - inner.shape[1]],
		[0, w - inner.shape[2]],
		[0, 0]
	]);
}
// src/optimize/finetune/operators/reduction.ts
const reduction = (reduce) => ({
	constants: [1],
	compute: (call) => {
		const x = call.input(0);
		return reduce(x, call.numbers(1).map((axis) => axisOf(axis, x.rank)), optionsOf(call.operator, ReducerOptionsT).keepDims);
	}
});
const reductions = {
	[1]: {
		compute: averagePool,
		refuses: refusesWindows
	},
	[17]: {
		refuses: refusesWindows,
		compute: (call) => activate(maxPool(call.input(0), ...windowsOfPool(call)), call.operator)
	},
	[40]: reduction(mean),
	[74]: reduction(sum),
	[82]: reduction(max),
	[89]: reduction(min),
	[126]: { compute: (call) => {
		const { adjX, adjY } = optionsOf(call.operator, BatchMatMulOptionsT);
		const [left, right] = [call.input(0), call.input(1)];
		const repeated = (x, other) => {
			const [batch, others] = [x.shape.slice(0, -2), other.shape.slice(0, -2)];
			return String(batch) === String(others) ? x : add(x, zeros([...others, ...x.shape.slice(-2)]));
		};
		return matMul(repeated(left, right), repeated(right, left), adjX, adjY);
	} }
};
function averagePool(call) {
	const { filterHeight, filterWidth, padding } = optionsOf(call.operator, Pool2DOptionsT);
	const x = call.input(0);
	return activate(filterHeight === x.shape[1] && filterWidth === x.shape[2] && padding === 1 ? mean(x, [1, 2], true) : averagePool$1(x, ...windowsOfPool(call)), call.operator);
}
function windowsOfPool(call) {
	const { filterHeight, filterWidth } = optionsOf(call.operator, Pool2DOptionsT);
	const size = [filterHeight, filterWidth];
	return [size, windowsBetween(call.operator.inputs[0], call.operator.outputs[0], size, call.operator)];
}
// src/optimize/finetune/operators/resize.ts
function resize(x, rows, columns) {
	const [n, h, w, c] = x.shape;
	const [height, width] = [rows.shape[0], columns.shape[0]];
	const byRows = reshape$1(transpose(x, [
		1,
		2,
		0,
		3
	]), [h, w * n * c]);
	const tall = reshape$1(matMul(rows, byRows), [
		height,
		w,
		n * c
	]);
	const byColumns = reshape$1(transpose(tall, [
		1,
		0,
		2
	]), [w, height * n * c]);
	const wide = reshape$1(matMul(columns, byColumns), [
		width,
		height,
		n,
		c
	]);
	return transpose(wide, [
		2,
		1,
		0,
		3
	]);
}
function bilinearWeights(from, to, places) {
	const weights = new Float32Array(to * from);
	for (let i = 0; i < to; i++) {
		const position = positionOf(i, from, to, places);
		const lower = Math.max(0, Math.floor(position));
		const upper = Math.min(from - 1, Math.ceil(position));
		const share = position - Math.floor(position);
		weights[i * from + Math.min(lower, from - 1)] += 1 - share;
		weights[i * from + upper] += share;
	}
	return tensor2d(weights, [to, from]);
}
function nearestWeights(from, to, places) {
	const { alignCorners, halfPixelCenters } = places;
	const weights = new Float32Array(to * from);
	for (let i = 0; i < to; i++) {
		const position = (i + (halfPixelCenters ? .5 : 0)) * scaleOf(from, to, alignCorners);
		const nearest = alignCorners ? Math.floor(position + .5) : Math.floor(position);
		weights[i * from + Math.max(0, Math.min(nearest, from - 1))] = 1;
	}
	return tensor2d(weights, [to, from]);
}
function positionOf(i, from, to, { alignCorners, halfPixelCenters }) {
	const scale = scaleOf(from, to, alignCorners);
	return halfPixelCenters ? (i + .5) * scale - .5 : i * scale;
}
function scaleOf(from, to, alignCorners) {
	return Math.fround(alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to);
}
// src/optimize/finetune/operators/shape.ts
const reshape = { compute: (call) => {
	const x = call.input(0);
	return reshape$1(x, forBatch(x, call, 0, call.operator.outputs[0].shape));
} };
const shapes = {
	[22]: reshape,
	[43]: reshape,
	[70]: reshape,
	[39]: {
		constants: [1],
		compute: (call) => transpose(call.input(0), call.numbers(1))
	},
	[34]: {
		constants: [1],
		compute: (call) => pad(call, 0)
	},
	[60]: {
		constants: [1, 2],
		compute: (call) => pad(call, call.numbers(2)[0])
	},
	[100]: {
		constants: [1],
		compute: (call) => {
			const { mode } = optionsOf(call.operator, MirrorPadOptionsT);
			const skipped = mode === 0 ? 1 : 0;
			return pairs(call).reduce((x, margins, axis) => mirror(x, axis, margins, skipped), call.input(0));
		}
	},
	[2]: { compute: (call) => {
		const { axis } = optionsOf(call.operator, ConcatenationOptionsT);
		const parts = call.operator.inputs.map((_, i) => call.input(i));
		return activate(concat(parts, axisOf(axis, parts[0].rank)), call.operator);
	} },
	[49]: {
		constants: [0],
		compute: (call) => split(call, 1, 0)
	},
	[102]: {
		constants: [1, 2],
		compute: (call) => split(call, 0, 2)
	},
	[65]: {
		constants: [1, 2],
		compute: slice
	},
	[45]: {
		constants: [
			1,
			2,
			3
		],
		refuses: (operator) => {
			const { ellipsisMask, newAxisMask } = optionsOf(operator, StridedSliceOptionsT);
			return ellipsisMask || newAxisMask ? "it has an ellipsis or new axes" : null;
		},
		compute: stridedSlice
	},
	[36]: {
		constants: [1],
		refuses: (operator) => optionsOf(operator, GatherOptionsT).batchDims ? "it has batch dimensions" : null,
		compute: (call) => {
			const { axis } = optionsOf(call.operator, GatherOptionsT);
			const x = call.input(0);
			const at = axisOf(axis, x.rank);
			const { shape } = call.operator.inputs[1];
			return reshape$1(pick(x, at, call.numbers(1)), [
				...x.shape.slice(0, at),
				...shape,
				...x.shape.slice(at + 1)
			]);
		}
	},
	[83]: { compute: (call) => {
		const parts = call.operator.inputs.map((_, i) => call.input(i));
		return stack(parts, axisOf(optionsOf(call.operator, PackOptionsT).axis, parts[0].rank + 1));
	} },
	[88]: { compute: (call) => {
		const x = call.input(0);
		return unstack(x, axisOf(optionsOf(call.operator, UnpackOptionsT).axis, x.rank));
	} },
	[23]: { compute: (call) => resized(call, bilinearWeights) },
	[97]: { compute: (call) => resized(call, nearestWeights) }
};
function pairs(call) {
	const numbers = call.numbers(1);
	return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
}
function mirror(x, axis, [before, behind], skipped) {
	if (before === 0 && behind === 0) return x;
	const size = x.shape[axis];
	const [head, tail] = [Array.from({ length: before }), Array.from({ length: behind })];
	return pick(x, axis, [
		...head.map((_, i) => before - 1 - i + skipped),
		...Array.from({ length: size }, (_, i) => i),
		...tail.map((_, i) => size - 1 - skipped - i)
	]);
}
function pick(x, axis, indices) {
	const size = x.shape[axis];
	const ones = new Float32Array(indices.length * size);
	indices.forEach((index, i) => {
		ones[i * size + axisOf(index, size)] = 1;
	});
	const order = [axis, ...x.shape.keys()].filter((each, i) => i === 0 || each !== axis);
	const front = transpose(x, order);
	const picked = matMul(tensor2d(ones, [indices.length, size]), reshape$1(front, [size, -1]));
	const back = order.map((_, i) => order.indexOf(i));
	return transpose(reshape$1(picked, [indices.length, ...front.shape.slice(1)]), back);
}
function pad(call, value) {
	return pad$1(call.input(0), pairs(call), value);
}
function split(call, input, axisInput) {
	const x = call.input(input);
	const axis = axisOf(call.numbers(axisInput)[0], x.rank);
	const sizes = call.operator.outputs.map(({ shape }) => shape[axis]);
	return split$1(x, axis === 0 ? sizes.length : sizes, axis);
}
function slice(call) {
	const x = call.input(0);
	const [begin, size] = [call.numbers(1), call.numbers(2)];
	const [first] = call.operator.inputs[0].shape;
	if (begin[0] === 0 && (size[0] === first || size[0] === -1)) size[0] = x.shape[0];
	return slice$1(x, begin, size);
}
function stridedSlice(call) {
	const { beginMask, endMask, shrinkAxisMask } = optionsOf(call.operator, StridedSliceOptionsT);
	const { shape } = call.operator.inputs[0];
	let x = call.input(0);
	const [begins, ends, strides] = [
		1,
		2,
		3
	].map((position) => call.numbers(position));
	for (let axis = 0; axis < begins.length; axis++) {
		const bit = 1 << axis;
		const places = steps(shape[axis], strides[axis], {
			begin: beginMask & bit ? null : begins[axis],
			end: endMask & bit ? null : ends[axis],
			one: (shrinkAxisMask & bit) !== 0
		});
		if (!(places.length === shape[axis] && places.every((place, i) => place === i))) x = pick(x, axis, places);
	}
	return reshape$1(x, forOutput(call, x));
}
function steps(size, stride, { begin, end, one }) {
	const from = (index) => index < 0 ? index + size : index;
	if (one) return [from(begin ?? 0)];
	const [low, high] = stride > 0 ? [0, size] : [-1, size - 1];
	const bound = (index, open) => index === null ? open : Math.min(Math.max(from(index), low), high);
	const [first, last] = stride > 0 ? [bound(begin, 0), bound(end, size)] : [bound(begin, size - 1), bound(end, -1)];
	const count = Math.max(0, Math.ceil((last - first) / stride));
	return Array.from({ length: count }, (_, i) => first + i * stride);
}
function forOutput({ operator }, x) {
	const { shape } = operator.outputs[0];
	const samples = x.size / shape.reduce((product, size) => product * size, 1);
	return shape.length === 0 ? [] : [shape[0] * samples, ...shape.slice(1)];
}
function resized(call, weights) {
	const x = call.input(0);
	const [, height, width] = call.operator.outputs[0].shape;
	const { alignCorners, halfPixelCenters } = optionsOf(call.operator, ResizeBilinearOptionsT);
	const along = (from, to) => weights(from, to, {
		alignCorners,
		halfPixelCenters
	});
	return resize(x, along(x.shape[1], height), along(x.shape[2], width));
}
// src/optimize/finetune/operators/index.ts
const table = {
	...convolutions,
	...reductions,
	...activations,
	...elementwise,
	...shapes,
	...conversions
};
function programOf({ code }) {
	const program = table[code];
	if (!program) throw new Error(`operator ${code} has no gradient`);
	return program;
}
function whyWithoutGradient(operator, rounds) {
	const program = table[operator.code];
	if (!program || !ruleOf(operator)) return "litetrim has no gradient of it";
	if (![...operator.outputs, ...operator.inputs.filter((input) => input && isComputedInteger(input))].every((tensor) => isReal(tensor, rounds))) return "it does not compute in float";
	if (program.constants?.find((position) => operator.inputs[position] && !operator.inputs[position].data) !== void 0) return "what it picks is computed";
	return refusesActivation(operator) ?? program.refuses?.(operator) ?? null;
}
function isReal(tensor, rounds) {
	return tensor.type === 0 || rounds && storedFormOf(tensor) !== null;
}
function isComputedInteger({ type, data, quantization }) {
	return type !== 0 && !data && (quantization?.scale.length ?? 0) > 0;
}
// src/optimize/finetune/plan.ts
function planTraining(model, rounding = null) {
	const rounds = rounding !== null;
	const subgraph = mainSubgraph(model);
	const makers = producers(subgraph);
	const logits = logitsOf(model);
	const targets = logits ? [logits] : subgraph.outputs.filter((tensor) => isReal(tensor, rounds));
	const region = regionBehind(targets, makers, rounds);
	const trained = region.operators.filter((operator) => !region.upstream.has(operator));
	const order = new Map(subgraph.operators.map((operator, i) => [operator, i]));
	trained.sort((a, b) => order.get(a) - order.get(b));
	const isShared = usedElsewhere(model, new Set(trained));
	const own = trained.flatMap((operator) => weightsOf(operator, makers, rounding)).filter(({ tensor }) => !isShared(tensor.data));
	const frozen = [...region.upstream].filter((operator) => weightsOf(operator, makers, rounding).length > 0);
	return {
		subgraph,
		targets,
		classifies: logits !== null,
		feeds: subgraph.tensors.filter((tensor) => region.feeds.has(tensor)),
		weights: firstOfEach(own),
		blocking: region.blocking,
		frozen,
		rounding
	};
}
function regionBehind(targets, makers, rounds) {
	const region = {
		operators: [],
		feeds: new Set(),
		blocking: [],
		upstream: new Set()
	};
	const seen = new Set();
	const open = [...targets];
	for (let tensor = open.pop(); tensor; tensor = open.pop()) {
		const maker = makers.get(tensor);
		if (tensor.data || constantOf(tensor, makers)) continue;
		const reason = maker ? whyWithoutGradient(maker, rounds) : null;
		if (!maker || reason) region.feeds.add(tensor);
		if (!maker || seen.has(maker)) continue;
		seen.add(maker);
		if (reason) {
			region.blocking.push({
				operator: maker,
				reason
			});
			addUpstream(maker, makers, region.upstream);
		} else {
			region.operators.push(maker);
			open.push(...realInputs(maker, rounds));
		}
	}
	return region;
}
function realInputs({ inputs }, rounds) {
	return inputs.filter((tensor) => tensor !== null && isReal(tensor, rounds));
}
function addUpstream(operator, makers, found) {
	const open = [operator];
	for (let next = open.pop(); next; next = open.pop()) {
		if (found.has(next)) continue;
		found.add(next);
		for (const input of next.inputs) {
			const maker = input && makers.get(input);
			if (maker) open.push(maker);
		}
	}
}
function weightsOf(operator, makers, rounding) {
	const rule = ruleOf(operator);
	if (!rule) return [];
	const positions = new Set(rule.weights?.(operator).map(({ input }) => input));
	return operator.inputs.flatMap((input, position) => {
		const role = positions.has(position) ? "weights" : inputRole(rule, position) === "bias" ? "bias" : null;
		const tensor = role && storedConstant(input, makers);
		if (!role || !tensor) return [];
		if (isFloat(tensor)) return [{
			tensor,
			role
		}];
		if (!rounding || !isTrainable(tensor)) return [];
		return [{
			tensor,
			role: role === "weights" && rounding === "scales" ? "scales" : role
		}];
	});
}
function storedConstant(input, makers) {
	return input?.data && input.quantization?.details?.kind === "blockwise" ? input : constantOf(input, makers);
}
function usedElsewhere(model, trained) {
	const used = new Set();
	for (const subgraph of model.subgraphs) {
		const makers = producers(subgraph);
		for (const operator of subgraph.operators) {
			if (trained.has(operator)) continue;
			const [unpacked] = operator.outputs;
			if (unpacked && constantOf(unpacked, makers)) continue;
			for (const input of operator.inputs) {
				const constant = storedConstant(input, makers);
				if (constant) used.add(constant.data);
			}
		}
	}
	return (data) => used.has(data);
}
function firstOfEach(weights) {
	const byData = new Map();
	for (const weight of weights) {
		const { data } = weight.tensor;
		if (!byData.has(data)) byData.set(data, weight);
	}
	return [...byData.values()];
}
// src/optimize/finetune/rounding.ts
const nudge = .001;
function roundTo(x, grid) {
	const { scales, low, high, halvesAwayFrom: middle = null } = grid;
	const forward = () => {
		const steps = div(x, scales);
		const within = clipByValue(steps, low, high);
		const nudged = middle === null ? within : add(within, mul(sign(sub(within, middle)), nudge));
		return {
			value: mul(round(nudged), scales),
			kept: [equal(steps, within)]
		};
	};
	return differentiable([x], forward, (dy, [isWithin]) => [mul(dy, cast(isWithin, "float32"))]);
}
function roundRows(x, rows) {
	const forward = () => {
		const table = reshape$1(x, [rows, x.size / rows]);
		const least = minimum(min(table, 1, true), 0);
		const scale = maximum(div(sub(maximum(max(table, 1, true), 0), least), 255), 1e-30);
		const zero = round(sub(-128, div(least, scale)));
		const codes = clipByValue(add(round(div(table, scale)), zero), -128, 127);
		return {
			value: reshape$1(mul(sub(codes, zero), scale), x.shape),
			kept: []
		};
	};
	return differentiable([x], forward, (dy) => [dy]);
}
// src/optimize/finetune/weights.ts
function shapeOf({ tensor, role }) {
	return role === "scales" ? [scalesOf(tensor).length] : tensor.shape;
}
function valuesOf({ tensor, role }) {
	return role === "scales" ? new Float32Array(scalesOf(tensor).length).fill(1) : realValues(tensor);
}
function gatherWeights({ weights, subgraph }) {
	const depthwise = new Set(subgraph.operators.filter(({ code }) => code === 4).map(({ inputs }) => inputs[1]?.data));
	let length = 0;
	const tensors = weights.map((weight) => {
		const { tensor, role } = weight;
		const start = length;
		length += elementCount(shapeOf(weight));
		return {
			start,
			end: length,
			holdsZeros: role === "weights",
			prunable: role === "weights" && !depthwise.has(tensor.data)
		};
	});
	const values = sharedFloats(length);
	weights.forEach((weight, i) => {
		values.set(valuesOf(weight), tensors[i].start);
	});
	return {
		values,
		tensors
	};
}
function storeWeights(model, { weights }, values) {
	const stored = new Map();
	let at = 0;
	const parts = weights.map((weight) => {
		const own = values.slice(at, at += elementCount(shapeOf(weight)));
		return {
			...weight,
			own
		};
	});
	for (const { tensor, role, own } of parts) if (role === "scales") multiplyScales(model, tensor, own);
	for (const { tensor, role, own } of parts) if (role !== "scales") stored.set(tensor.data, storedAs(tensor, own));
	for (const { tensors } of model.subgraphs) for (const tensor of tensors) if (tensor.data) tensor.data = stored.get(tensor.data) ?? tensor.data;
}
function storedAs(tensor, values) {
	if (isTrainable(tensor)) return encode(tensor, values);
	return bytesOf(tensor.type === 1 ? float32ToFloat16(values) : values);
}
function multiplyScales(model, { data, quantization }, factors) {
	const details = quantization.details;
	if (details?.kind === "blockwise") {
		const scaled = realValues(details.scales).map((scale, i) => scale * factors[i]);
		details.scales.data = bytesOf(float32ToFloat16(scaled));
		return;
	}
	const holders = model.subgraphs.flatMap(({ tensors }) => tensors.filter((tensor) => tensor.data === data));
	const biases = model.subgraphs.flatMap((subgraph) => subgraph.operators).filter(({ inputs }) => inputs.some((input) => input && holders.includes(input))).flatMap((reader) => {
		const rule = ruleOf(reader);
		const isBias = (i) => rule !== void 0 && inputRole(rule, i) === "bias";
		return reader.inputs.filter((input, i) => input && isBias(i) && isStoredBias(input));
	});
	for (const tensor of new Set([...holders, ...biases])) {
		const { scale } = tensor.quantization;
		tensor.quantization.scale = scale.map((value, i) => value * factors[factors.length === 1 ? 0 : i]);
	}
}
// src/optimize/finetune/network.ts
var Network = class {
	plan;
	#makers;
	#positions;
	#constants = new Map();
	#scales = new Map();
	#trained;
	#batches;
	#rounds = false;
	constructor(plan) {
		this.plan = plan;
		this.#makers = producers(plan.subgraph);
		this.#positions = new Map(plan.weights.map(({ tensor }, i) => [tensor.data, i]));
		this.#trained = this.#dependents();
		this.#batches = tidy(() => this.#canBatch());
		this.#rounds = plan.rounding !== null;
	}
	weights() {
		return this.plan.weights.map((weight) => tensor(valuesOf(weight), shapeOf(weight)));
	}
	run(feeds, weights) {
		if (this.#batches) return this.#runTogether(feeds, weights);
		const count = feeds[0]?.shape[0] ?? 1;
		const rows = Array.from({ length: count }, (_, i) => this.#runTogether(feeds.map((feed) => slice$1(feed, [i, 0], [1, -1])), weights));
		return this.plan.targets.map((_, target) => concat(rows.map((row) => row[target])));
	}
	dispose() {
		for (const kept of [this.#constants, this.#scales]) {
			for (const constant of kept.values()) constant.dispose();
			kept.clear();
		}
	}
	#runTogether(feeds, weights) {
		const count = feeds[0]?.shape[0] ?? 1;
		const known = new Map();
		this.plan.feeds.forEach((tensor, i) => {
			const [first = 1, ...rest] = tensor.shape;
			const feed = reshape$1(feeds[i], tensor.shape.length === 0 ? [] : [first * count, ...rest]);
			known.set(tensor, this.#stored(tensor, feed));
		});
		return this.plan.targets.map((tensor) => reshape$1(this.#value(tensor, known, weights), [count, elementCount(tensor.shape)]));
	}
	#value(tensor, known, weights) {
		const found = known.get(tensor);
		if (found) return found;
		const constant = constantOf(tensor, this.#makers) ?? (tensor.data ? tensor : null);
		if (constant) {
			const value = this.#constant(tensor, constant, weights);
			known.set(tensor, value);
			return value;
		}
		const operator = this.#makers.get(tensor);
		[programOf(operator).compute({
			operator,
			input: (position) => this.#read(operator, position, this.#value(operator.inputs[position], known, weights)),
			numbers: (position) => numbersOf(operator.inputs[position]),
			trains: (position) => this.#trained.has(operator.inputs[position])
		})].flat().forEach((value, i) => {
			known.set(operator.outputs[i], this.#stored(operator.outputs[i], value));
		});
		return known.get(tensor);
	}
	#constant(tensor$1, stored, weights) {
		const position = this.#positions.get(stored.data);
		if (position !== void 0) {
			const weight = (this.plan.weights[position].role === "scales" ? this.#scaled : this.#rounded).call(this, stored, weights[position]);
			return String(weight.shape) === String(tensor$1.shape) ? weight : reshape$1(weight, tensor$1.shape);
		}
		const known = this.#constants.get(stored);
		if (known) return known;
		const constant = keep(tensor(realValues(stored).slice(), tensor$1.shape));
		this.#constants.set(stored, constant);
		return constant;
	}
	#stored(tensor, value) {
		const grid = this.#rounds ? activationGrid(tensor) : null;
		if (!grid) return value;
		const halvesAwayFrom = this.#makers.get(tensor)?.code === 1 ? -zeroPointOf(tensor) : null;
		return roundTo(value, {
			...this.#withScales(tensor, grid),
			halvesAwayFrom
		});
	}
	#scaled(tensor$2, factors) {
		const grid = weightGrid(tensor$2);
		const known = this.#constants.get(tensor$2) ?? keep(tensor(realValues(tensor$2).slice(), grid.shape));
		this.#constants.set(tensor$2, known);
		return reshape$1(mul(known, reshape$1(factors, grid.scaleShape)), tensor$2.shape);
	}
	#rounded(tensor, value) {
		const grid = this.#rounds ? weightGrid(tensor) : null;
		if (!grid) return value;
		const rounded = roundTo(reshape$1(value, grid.shape), this.#withScales(tensor, grid));
		return reshape$1(rounded, value.shape);
	}
	#read(operator, position, value) {
		if (!this.#rounds || operator.inputs[position].type !== 0) return value;
		const rule = ruleOf(operator);
		const [place] = rule?.weights?.(operator) ?? [];
		const weights = place && operator.inputs[place.input];
		if (!rule || !weights?.data || !weightGrid(weights)) return value;
		if (inputRole(rule, position) !== "activation") return value;
		return roundRows(value, weights.shape.length === 2 ? value.size / weights.shape[1] : value.shape[0]);
	}
	#withScales(tensor$3, { low, high, scales, scaleShape }) {
		const known = this.#scales.get(tensor$3) ?? keep(tensor(scales, scaleShape));
		this.#scales.set(tensor$3, known);
		return {
			low,
			high,
			scales: known
		};
	}
	#dependents() {
		const dependents = new Set();
		const trained = (input) => {
			const constant = input && storedConstant(input, this.#makers);
			return input && (dependents.has(input) || constant && this.#positions.has(constant.data));
		};
		for (const operator of this.plan.subgraph.operators) if (operator.inputs.some(trained)) for (const output of operator.outputs) dependents.add(output);
		return dependents;
	}
	#canBatch() {
		if (this.plan.feeds.length === 0) return false;
		const random = randomNumbers(1);
		const feeds = this.plan.feeds.map(({ shape }) => {
			const values = Float32Array.from({ length: 2 * elementCount(shape) }, () => random());
			return tensor2d(values, [2, elementCount(shape)]);
		});
		const weights = this.weights();
		try {
			const together = this.#runTogether(feeds, weights);
			return [0, 1].every((i) => {
				return this.#runTogether(feeds.map((feed) => slice$1(feed, [i, 0], [1, -1])), weights).every((row, target) => isClose(row, slice$1(together[target], [i, 0], [1, -1])));
			});
		} catch {
			return false;
		}
	}
};
function numbersOf(tensor) {
	return Array.from(typedData(tensor), Number);
}
function isClose(left, right) {
	const [a, b] = [left.dataSync(), right.dataSync()];
	const limit = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 1e-4;
	return a.every((value, i) => Object.is(value, b[i]) || Math.abs(value - b[i]) <= limit);
}
// src/optimize/finetune/gradients.ts
const gradients = [
	absGradConfig,
	addGradConfig,
	addNGradConfig,
	batchMatMulGradConfig,
	castGradConfig,
	clipByValueGradConfig,
	concatGradConfig,
	eluGradConfig,
	erfGradConfig,
	expGradConfig,
	expandDimsGradConfig,
	identityGradConfig,
	leakyReluGradConfig,
	logGradConfig,
	logSoftmaxGradConfig,
	maxGradConfig,
	maximumGradConfig,
	meanGradConfig,
	minGradConfig,
	minimumGradConfig,
	multiplyGradConfig,
	negGradConfig,
	packGradConfig,
	padV2GradConfig,
	divGradConfig,
	reluGradConfig,
	relu6GradConfig,
	reshapeGradConfig,
	rsqrtGradConfig,
	sigmoidGradConfig,
	sliceGradConfig,
	softmaxGradConfig,
	splitVGradConfig,
	sqrtGradConfig,
	squareGradConfig,
	squaredDifferenceGradConfig,
	stepGradConfig,
	subGradConfig,
	sumGradConfig,
	tanhGradConfig,
	transposeGradConfig,
	unpackGradConfig
];
function registerGradients() {
	for (const gradient of gradients) registerGradient(gradient);
}
// src/optimize/finetune/tfjs.ts
const backends = {
	wasm: knowWasm,
	node: knowNode
};
const known = new Map();
async function startTfjs(backend = "wasm", folder = process.cwd()) {
	const name = known.get(backend) ?? backends[backend](folder);
	if (known.size === 0) {
		enableProdMode();
		registerGradients();
	}
	known.set(backend, name);
	if (!await setBackend(name)) throw new Error(`TensorFlow.js can't start its backend ${name}`);
}
function knowWasm() {
	const file = assetPath("tfjs.wasm");
	setWasmPaths({
		"tfjs-backend-wasm.wasm": file,
		"tfjs-backend-wasm-simd.wasm": file,
		"tfjs-backend-wasm-threaded-simd.wasm": file
	});
	env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
	return "wasm";
}
function knowNode(folder) {
	const load = requireFrom(folder);
	try {
		load.resolve(nodePackage);
	} catch (cause) {
		throw new InputError(`"backend: node" wants the package ${nodePackage}, which is not installed`, {
			hint: `Run "npm install ${nodePackage}" in ${folder}, or leave "backend" out: WebAssembly needs no package`,
			cause
		});
	}
	bringBack(load("node:util"));
	process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
	try {
		load(nodePackage);
	} catch (cause) {
		const [reason] = String(cause instanceof Error ? cause.message : cause).split("\n");
		throw new InputError(`"backend: node": ${nodePackage} does not load: ${reason}`, {
			hint: "Install it anew with the Node.js that litetrim runs on, or leave \"backend\" out: WebAssembly needs no package",
			cause
		});
	}
	return "tensorflow";
}
function bringBack(util) {
	util.isNullOrUndefined ??= (value) => value === null || value === void 0;
	util.isArray = Array.isArray;
}
// src/optimize/finetune/student.ts
var Student = class Student {
	lesson;
	#network;
	#shapes;
	constructor(lesson) {
		this.lesson = lesson;
		const plan = planTraining(readModel(lesson.model, "model"), lesson.rounding);
		this.#network = new Network(plan);
		this.#shapes = plan.weights.map(shapeOf);
	}
	static async open(lesson) {
		await startTfjs(lesson.backend);
		return new Student(lesson);
	}
	learn(indices, shard) {
		const { gradients, weights } = this.lesson;
		const row = gradients.subarray(shard * weights.length, (shard + 1) * weights.length);
		return tidy(() => {
			const [feeds, expected] = this.#batch(indices);
			const loss = (...given) => lossOf(this.#network.run(feeds, given), expected, this.lesson.loss);
			const { value, grads } = valueAndGrads(loss)(this.#weights());
			let at = 0;
			for (const gradient of grads) {
				row.set(gradient.dataSync(), at);
				at += gradient.size;
			}
			return value.dataSync()[0];
		});
	}
	judge(indices) {
		return tidy(() => {
			const [feeds, expected] = this.#batch(indices);
			return lossOf(this.#network.run(feeds, this.#weights()), expected, this.lesson.loss).dataSync()[0];
		});
	}
	close() {
		this.#network.dispose();
	}
	#weights() {
		let at = 0;
		return this.#shapes.map((shape) => {
			const size = elementCount(shape);
			at += size;
			return tensor(this.lesson.weights.slice(at - size, at), shape);
		});
	}
	#batch(indices) {
		const { examples } = this.lesson;
		const variants = indices.map((index) => variantOf(examples, index));
		return [examples.feeds.map((feed) => {
			const size = elementCount(feed.shape);
			const values = new Float32Array(indices.length * size);
			variants.forEach((variant, i) => {
				fillExample(feed, variant, values.subarray(i * size, (i + 1) * size));
			});
			return tensor2d(values, [indices.length, size]);
		}), {
			targets: examples.targets.map(({ size, values }) => {
				const rows = new Float32Array(indices.length * size);
				indices.forEach((index, i) => {
					rows.set(values.subarray(index * size, (index + 1) * size), i * size);
				});
				return tensor2d(rows, [indices.length, size]);
			}),
			variances: examples.targets.map(({ variance }) => variance),
			classes: examples.labels && this.#classes(variants, examples.labels)
		}];
	}
	#classes(variants, labels) {
		const count = this.lesson.examples.targets[0].size;
		const rows = new Float32Array(variants.length * count);
		variants.forEach(({ first, second, share }, i) => {
			rows[i * count + labels[first]] += share;
			rows[i * count + labels[second]] += 1 - share;
		});
		return tensor2d(rows, [variants.length, count]);
	}
};
// src/optimize/finetune/learner.ts
let opened = null;
function studentOf(lesson) {
	if (opened?.id !== lesson.id) {
		forget();
		opened = {
			id: lesson.id,
			student: Student.open(lesson)
		};
	}
	return opened.student;
}
async function doJob({ lesson, examples, shard }) {
	const student = await studentOf(lesson);
	return shard === null ? student.judge(examples) : student.learn(examples, shard);
}
function forget() {
	opened?.student.then((student) => student.close()).catch(() => {});
	opened = null;
}
// src/optimize/finetune/quantized.ts
var import_src = __toESM(require_src(), 1);
async function quantizeToTrain(model, options, context) {
	const original = remember(model);
	const changed = await quantize(options)(model, context);
	if (changed) {
		ownBiases(model);
		unshareData(model);
	}
	return changed ? original : null;
}
function ownBiases(model) {
	for (const subgraph of model.subgraphs) {
		const owned = new Set();
		for (const operator of subgraph.operators) operator.inputs.forEach((input, position) => {
			if (!input || !isStoredBias(input)) return;
			if (owned.has(input)) {
				const quantization = cloneQuantization(input.quantization);
				const name = freshName(subgraph, input.name);
				const own = tensorLike(input, {
					name,
					data: input.data.slice(),
					quantization
				});
				subgraph.tensors.push(own);
				operator.inputs[position] = own;
			}
			owned.add(operator.inputs[position]);
		});
	}
}
function unshareData(model) {
	const owners = new Map();
	for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
		if (!tensor.data || !tensor.quantization) continue;
		const owner = owners.get(tensor.data);
		if (!(!owner || String(owner.quantization?.scale) === String(tensor.quantization.scale))) tensor.data = tensor.data.slice();
		else owners.set(tensor.data, tensor);
	}
}
const SCALES_RATE = .001;
function refuseSparsity(rounding) {
	if (rounding === "codes") return;
	throw new InputError("\"sparsity\" prunes codes, and only scales are trained", { hint: "Say \"train: codes\" in \"quantize\", or prune in a step before" });
}
const reach = .45;
function startNearFloat(values, plan, original) {
	const before = floatWeights(plan, original);
	let at = 0;
	for (const { tensor, role } of plan.weights) {
		const stored = realValues(tensor);
		const start = at;
		at += stored.length;
		if (role !== "weights" || !weightGrid(tensor)) continue;
		const float = before.get(tensor);
		const steps = stepsOf(tensor);
		stored.forEach((value, i) => {
			const step = steps[i];
			const off = float ? float[i] - value : NaN;
			const known = Math.abs(off) <= step ? Math.min(Math.max(off, -.45 * step), reach * step) : 0;
			const isPruned = value === 0 && (float ? float[i] === 0 : true);
			values[start + i] = value + (known !== 0 || isPruned || value !== 0 ? known : .001 * step);
		});
	}
}
function floatWeights({ subgraph, weights }, original) {
	const makers = producers(subgraph);
	const makersBefore = producers(mainSubgraph(original.model));
	const found = new Map();
	const ofPlan = new Set(weights.map(({ tensor }) => tensor));
	for (const operator of subgraph.operators) {
		const before = original.operators.get(operator);
		operator.inputs.forEach((input, position) => {
			const tensor = storedConstant(input, makers);
			const was = before && storedConstant(before.inputs[position] ?? null, makersBefore);
			if (!tensor || !was || !ofPlan.has(tensor) || String(was.shape) !== String(tensor.shape)) return;
			found.set(tensor, realValues(was));
		});
	}
	return found;
}
// src/optimize/finetune/checkpoint.ts
const version = 2;
const headerSchema = strictObject({
	epoch: int().min(0),
	planned: int().min(1),
	steps: int().min(0),
	digest: string()
});
const limits = {
	files: 16,
	bytes: 2 ** 28,
	days: 90
};
var Checkpoint = class {
	#path;
	constructor(cache, inputs) {
		this.#path = join(cache, "trainings", `${keyOf(inputs)}.bin`);
	}
	async read(length) {
		try {
			const content = await readKeptBytes(this.#path, 4096 + 12 * length);
			return content && stateOf(content, length);
		} catch {
			return null;
		}
	}
	async keep(state) {
		await keepBytes(this.#path, contentOf(state), limits);
	}
};
function keyOf({ model, examples, options, loss }) {
	const { minutes, ...decisive } = options;
	const { samples, variants, seed } = examples;
	const identity = JSON.stringify([
		version,
		decisive,
		loss,
		samples,
		variants,
		seed
	]);
	const hash = createHash("sha256").update(`${identity.length}:${identity}`).update(model);
	for (const { values } of [...examples.feeds, ...examples.targets]) hash.update(bytesOf(values.slice()));
	if (examples.labels) hash.update(bytesOf(examples.labels.slice()));
	return hash.digest("hex");
}
function contentOf({ epoch, planned, weights, optimizer }) {
	const arrays = Buffer.concat([
		weights,
		optimizer.mean,
		optimizer.square
	].map((values) => bytesOf(values)));
	const header = {
		epoch,
		planned,
		steps: optimizer.steps,
		digest: createHash("sha256").update(arrays).digest("hex")
	};
	return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), arrays]);
}
function stateOf(content, length) {
	const end = content.indexOf("\n") + 1;
	const header = headerSchema.safeParse(JSON.parse(content.subarray(0, end).toString())).data;
	const arrays = content.subarray(end);
	if (!header || arrays.length !== 12 * length) return null;
	if (createHash("sha256").update(arrays).digest("hex") !== header.digest) return null;
	const copy = new Float32Array(new Uint8Array(arrays).buffer);
	const [weights, mean, square] = [
		0,
		1,
		2
	].map((k) => copy.slice(k * length, (k + 1) * length));
	const { epoch, planned, steps } = header;
	return {
		epoch,
		planned,
		weights,
		optimizer: {
			mean,
			square,
			steps
		}
	};
}
const judgedAtOnce = 25;
var DataParallel = class {
	#threads;
	#lesson;
	#signal;
	constructor(lesson, threads = availableParallelism(), signal) {
		this.#lesson = lesson;
		this.#signal = signal;
		const options = {
			maxWorkers: Math.min(threads, 4),
			workerType: "thread",
			workerThreadOpts: { execArgv: [] }
		};
		this.#threads = lesson.backend === "wasm" ? import_src.pool(trainingWorkerEntry(), options) : null;
		signal?.addEventListener("abort", this.#abort);
	}
	async learn(examples, gradient) {
		const used = Array.from({ length: 4 }, (_, shard) => part(examples, shard)).map((indices, shard) => ({
			indices,
			shard
		})).filter(({ indices }) => indices.length > 0);
		const losses = await Promise.all(used.map(({ indices, shard }) => this.#run(indices, shard)));
		this.#sum(used.map(({ shard }) => shard), examples.length, gradient);
		return losses.reduce((sum, loss) => sum + loss, 0) / examples.length;
	}
	async judge(examples) {
		const jobs = [];
		for (let i = 0; i < examples.length; i += judgedAtOnce) jobs.push(this.#run(examples.slice(i, i + judgedAtOnce), null));
		return (await Promise.all(jobs)).reduce((sum, loss) => sum + loss, 0) / examples.length;
	}
	async close() {
		this.#signal?.removeEventListener("abort", this.#abort);
		if (this.#threads) await this.#threads.terminate(true);
		else (await import("./training.js")).forget();
	}
	#abort = () => {
		this.#threads?.terminate(true).catch(() => {});
	};
	async #run(examples, shard) {
		this.#signal?.throwIfAborted();
		const job = {
			lesson: this.#lesson,
			examples,
			shard
		};
		if (!this.#threads) return (await import("./training.js")).doJob(job);
		return this.#threads.exec("run", [job]).catch((error) => {
			this.#signal?.throwIfAborted();
			throw error;
		});
	}
	#sum(used, count, gradient) {
		const { gradients } = this.#lesson;
		for (let i = 0; i < gradient.length; i++) {
			let sum = 0;
			for (const shard of used) sum += gradients[shard * gradient.length + i];
			gradient[i] = sum / count;
		}
	}
};
function part(examples, shard) {
	const at = (k) => Math.round(k * examples.length / 4);
	return examples.slice(at(shard), at(shard + 1));
}
// src/optimize/finetune/prepare.ts
async function prepareExamples(model, plan, teacher, { pool, samples }, options, onProgress = () => {}) {
	const inputs = plan.subgraph.inputs;
	const fedByInputs = plan.feeds.every((feed) => inputs.includes(feed));
	const variants = fedByInputs ? options.variants : 1;
	const feeds = (fedByInputs ? [...inputs] : plan.feeds).map(({ shape }) => ({
		shape,
		values: sharedFloats(samples.size * elementCount(shape))
	}));
	const examples = {
		samples: samples.size,
		variants,
		seed: options.seed,
		feeds,
		targets: [],
		labels: options.labels ? new Int32Array(new SharedArrayBuffer(4 * samples.size)) : null
	};
	await readSamples(examples, fedByInputs ? null : plan.feeds, model, {
		pool,
		samples
	}, plan);
	examples.targets = await askTeacher(teacher, plan, {
		pool,
		samples: fedByInputs ? variantsOf(examples) : samples
	}, onProgress);
	if (fedByInputs) examples.feeds = plan.feeds.map((feed) => feeds[inputs.indexOf(feed)]);
	return examples;
}
async function readSamples(examples, computed, model, runner, { subgraph: { inputs }, targets }) {
	const classes = elementCount(targets[0].shape);
	const values = computed ? activations$1(runner, model, mainSubgraph(model), computed) : null;
	for (let i = 0; i < examples.samples; i++) {
		const sample = await runner.samples.sample(i);
		assertFits(sample, i, inputs);
		const row = (await values?.next())?.value ?? sample.inputs;
		examples.feeds.forEach((feed, k) => {
			feed.values.set(row[k], i * row[k].length);
		});
		if (!examples.labels) continue;
		if (sample.label === null) throw new InputError("it has no label", {
			place: `calibration sample ${i}`,
			hint: "Add labels, or leave \"labels: true\" out of the recipe"
		});
		if (sample.label >= classes) throw new InputError(`its label is ${sample.label}, and the model tells ${classes} classes apart`, { place: `calibration sample ${i}` });
		examples.labels[i] = sample.label;
	}
}
function variantsOf(examples) {
	return {
		size: examples.samples * examples.variants,
		sample: async (index) => {
			const variant = variantOf(examples, index);
			return {
				inputs: examples.feeds.map((feed) => {
					const values = new Float32Array(elementCount(feed.shape));
					fillExample(feed, variant, values);
					return values;
				}),
				label: null
			};
		}
	};
}
async function askTeacher(teacher, { targets, classifies, subgraph }, runner, onProgress) {
	const main = mainSubgraph(teacher);
	const logits = logitsOf(teacher);
	const wanted = classifies && logits ? [logits] : targets.map((target) => main.outputs[subgraph.outputs.indexOf(target)]);
	const sizes = targets.map(({ shape }) => elementCount(shape));
	if (wanted.some((tensor, i) => !tensor || elementCount(tensor.shape) !== sizes[i])) throw new InputError("the model has other outputs than the one it was made of, and can not learn from it");
	const all = sizes.map((size) => ({
		size,
		values: sharedFloats(size * runner.samples.size),
		variance: 0
	}));
	let done = 0;
	for await (const row of activations$1(runner, teacher, main, wanted)) {
		all.forEach(({ values, size }, i) => {
			values.set(row[i], done * size);
		});
		onProgress(++done);
	}
	return all.map((target) => ({
		...target,
		variance: varianceOf(target.values, target.size)
	}));
}
function varianceOf(values, size) {
	const rows = values.length / size;
	let sum = 0;
	for (let column = 0; column < size; column++) {
		let [mean, square] = [0, 0];
		for (let i = column; i < values.length; i += size) mean += values[i] / rows;
		for (let i = column; i < values.length; i += size) square += (values[i] - mean) * (values[i] - mean);
		sum += square / rows;
	}
	return sum / size;
}
// src/optimize/finetune/result-notes.ts
function refuseOrNote({ weights, blocking, frozen }, context) {
	const [first] = blocking;
	if (weights.length === 0 && first && !isQuantized(first.operator)) throw new InputError(`nothing can be trained behind it, because ${first.reason}`, {
		place: nameOf(first.operator),
		hint: "Leave \"finetune\" out of the recipe; \"prune\" repairs layers without training"
	});
	if (weights.length === 0) {
		addNote(context, "warning", "Nothing was fine-tuned: the model has no float weights. Put \"finetune\" before \"quantize\", on the float model.");
		return false;
	}
	if (first) {
		const names = listOf(blocking.map(({ operator }) => nameOf(operator)));
		const stay = frozen.length === 1 ? "1 layer stays as it is" : `${frozen.length} layers stay as they are`;
		addNote(context, "warning", `Nothing is trained through ${names} (${first.reason}): ${stay}.`);
	}
	return true;
}
function isQuantized({ inputs, outputs }) {
	return [...inputs, ...outputs].some((tensor) => (tensor?.quantization?.scale.length ?? 0) > 0);
}
const endings = {
	done: "",
	budget: " It ran out of its minutes.",
	diverged: " It was stopped where its loss was no number any more: a smaller \"learningRate\" may help."
};
function noteResult(result, { examples, labels, minutes, wanted }, context) {
	const { before, after, epochs, stopped, planned } = result;
	const samples = count(examples.samples, labels ? "labelled sample" : "unlabelled sample");
	if (!result.isBetter) {
		const kept = `Fine-tuning on ${samples} found no better weights: they stay as they were.${result.hasPruned ? endings[stopped] : " Its last step came before its \"sparsity\" was reached."}`;
		addNote(context, "warning", kept);
		return;
	}
	const fell = `their loss fell from ${before.toPrecision(3)} to ${after.toPrecision(3)}`;
	addNote(context, "info", `Fine-tuned for ${count(epochs, "epoch")} on ${samples}: ${fell}.`);
	if (stopped === "budget" || planned < wanted) addNote(context, "warning", `Of ${count(wanted, "epoch")}, ${epochs} fitted into ${minutes} minutes.`);
	else if (stopped === "diverged") addNote(context, "warning", `Fine-tuning:${endings.diverged}`);
}
// src/optimize/finetune/optimizer.ts
const [beta1, beta2, epsilon] = [
	.9,
	.999,
	1e-8
];
var Adam = class {
	held;
	state;
	#scales;
	#parameters;
	constructor(parameters, weights, held, state = newState(weights.length)) {
		this.held = held;
		this.state = state;
		this.#parameters = parameters;
		this.#scales = parameters.map(({ start, end }) => sizeOf(weights.subarray(start, end)));
	}
	step(weights, gradient, rate) {
		const { mean, square } = this.state;
		this.state.steps++;
		const [bias1, bias2] = [1 - power(beta1, this.state.steps), 1 - power(beta2, this.state.steps)];
		this.#parameters.forEach(({ start, end }, k) => {
			const size = rate * this.#scales[k] / bias1;
			for (let i = start; i < end; i++) {
				if (this.held[i]) continue;
				const g = gradient[i];
				mean[i] = beta1 * mean[i] + (1 - beta1) * g;
				square[i] = beta2 * square[i] + (1 - beta2) * g * g;
				weights[i] -= size * mean[i] / (Math.sqrt(square[i] / bias2) + epsilon);
			}
		});
	}
};
function newState(length) {
	return {
		mean: new Float32Array(length),
		square: new Float32Array(length),
		steps: 0
	};
}
function power(base, exponent) {
	let [result, factor] = [1, base];
	for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
		if (rest % 2 === 1) result *= factor;
		factor *= factor;
	}
	return result;
}
function sizeOf(weights) {
	let [sum, count] = [0, 0];
	for (const weight of weights) {
		if (weight === 0) continue;
		sum += weight * weight;
		count++;
	}
	return count > 0 ? Math.sqrt(sum / count) : .01;
}
// src/optimize/finetune/train.ts
async function train(context, options) {
	const stage = context.progress.stage("fine-tuning", options.epochs);
	const { trainers, weights } = context;
	const origin = weights.slice();
	const start = performance.now();
	const budget = options.minutes * 6e4;
	try {
		const before = await trainers.judge(judges(context));
		const state = context.resume ?? firstState(origin, options);
		const trainer = new Trainer(context, options, state);
		let stopped = "done";
		while (stopped === "done" && state.epoch < state.planned) {
			const began = performance.now();
			stopped = await trainer.epoch(start + budget);
			const now = performance.now();
			if (state.epoch === trainer.warmUpEpochs) state.planned = affordable(state, (start + budget - now) / (now - began));
			stage.update(Math.round(state.epoch * options.epochs / state.planned));
		}
		weights.set(state.weights);
		const after = await trainers.judge(judges(context));
		const { hasPruned } = trainer;
		const isBetter = options.sparsity ? hasPruned && Number.isFinite(after) : after < before;
		const common = {
			before,
			isBetter,
			hasPruned,
			epochs: state.epoch,
			planned: state.planned,
			stopped
		};
		if (isBetter) return {
			...common,
			weights: state.weights,
			after
		};
		return {
			...common,
			weights: origin,
			after: before
		};
	} finally {
		stage.end();
	}
}
function stepsAnEpoch(samples, batch) {
	return Math.max(1, Math.round(samples / batch));
}
function affordable({ planned, epoch }, more) {
	return Math.min(planned, epoch + Math.max(0, Math.floor(more)));
}
function firstState(weights, { epochs }) {
	const zeros = () => new Float32Array(weights.length);
	return {
		epoch: 0,
		planned: epochs,
		weights,
		optimizer: {
			mean: zeros(),
			square: zeros(),
			steps: 0
		}
	};
}
const judgingVariants = 10;
function judges({ examples: { samples, variants }, heldOut }) {
	const numbers = heldOut.length > 0 ? heldOut : Array.from({ length: samples }, (_, i) => i);
	if (variants === 1) return [...numbers];
	const count = Math.min(judgingVariants, variants - 1);
	return Array.from({ length: count }, (_, k) => numbers.map((i) => (k + 1) * samples + i)).flat();
}
var Trainer = class {
	state;
	#adam;
	#held;
	#learned;
	#context;
	#options;
	constructor(context, options, state) {
		this.state = state;
		this.#context = context;
		this.#options = options;
		const { tensors, weights, examples, heldOut } = context;
		const apart = new Set(heldOut);
		this.#learned = Array.from({ length: examples.samples }, (_, i) => i).filter((i) => !apart.has(i));
		this.#held = new Uint8Array(weights.length);
		this.#adam = new Adam(tensors, weights, this.#held, state.optimizer);
		weights.set(state.weights);
		for (const { start, end, holdsZeros } of tensors) for (let i = start; i < end; i++) if (holdsZeros && weights[i] === 0) this.#held[i] = 1;
	}
	async epoch(deadline) {
		const { state } = this;
		const context = this.#context;
		const gradient = new Float32Array(context.weights.length);
		let cut = false;
		for (const batch of this.#batches()) {
			this.#prune();
			const loss = await context.trainers.learn(batch, gradient);
			if (!Number.isFinite(loss)) return "diverged";
			const steps = state.planned * this.#stepsAnEpoch();
			const rate = this.#options.learningRate * learningRateAt(state.optimizer.steps, steps);
			this.#adam.step(context.weights, gradient, rate);
			cut = performance.now() > deadline;
			if (cut) break;
		}
		this.#prune();
		state.epoch++;
		state.weights = context.weights.slice();
		if (cut && state.epoch < state.planned) return "budget";
		if (!cut) await context.checkpoint(state);
		return "done";
	}
	*#batches() {
		const { examples } = this.#context;
		const { seed } = this.#options;
		const order = permutation(this.#learned.length, randomNumbers(streamSeed(seed, this.state.epoch)));
		const variant = this.state.epoch % examples.variants;
		const indices = Array.from(order, (i) => variant * examples.samples + this.#learned[i]);
		const steps = this.#stepsAnEpoch();
		const at = (k) => Math.round(k * indices.length / steps);
		for (let step = 0; step < steps; step++) yield indices.slice(at(step), at(step + 1));
	}
	#stepsAnEpoch() {
		return stepsAnEpoch(this.#learned.length, this.#options.batch);
	}
	#prune() {
		const { sparsity } = this.#options;
		const target = sparsity && sparsityAt(sparsity, this.state.optimizer.steps);
		if (target === null) return;
		for (const { start, end, prunable } of this.#context.tensors) if (prunable) pruneTo(this.#context.weights.subarray(start, end), this.#held.subarray(start, end), target);
	}
	get warmUpEpochs() {
		return Math.ceil(20 / this.#stepsAnEpoch());
	}
	get hasPruned() {
		const { sparsity } = this.#options;
		if (!sparsity) return true;
		const last = sparsity.schedule === "polynomial" ? sparsity.end : sparsity.begin;
		const { epoch, optimizer } = this.state;
		return Math.min(optimizer.steps, epoch * this.#stepsAnEpoch()) >= last;
	}
};
// src/optimize/finetune/run.ts
async function runFinetune(model, options, context, float = null) {
	const source = context.source ?? cloneModel(model);
	const rounding = float && (options.quantize?.train ?? "scales");
	const settings = {
		...rounding === "scales" ? {
			...FINETUNE_DEFAULTS,
			learningRate: SCALES_RATE
		} : FINETUNE_DEFAULTS,
		epochs: 0,
		sparsity: null,
		...options
	};
	if (rounding && options.sparsity) refuseSparsity(rounding);
	const plan = planTraining(model, rounding);
	if (!refuseOrNote(plan, context)) return false;
	if (settings.labels && !plan.classifies) {
		settings.labels = false;
		addNote(context, "warning", "Labels play no part: the model does not end in a SOFTMAX over classes.");
	}
	if (!settings.labels && !settings.sparsity && isSame(plan, planTraining(source))) {
		addNote(context, "info", "Nothing was fine-tuned: the model is still the original that it would learn from.");
		return false;
	}
	const samples = samplesToLearnFrom(model, settings, context);
	const pool = context.pool ?? new SessionPool();
	try {
		settings.epochs = options.epochs ?? usualEpochs(samples.size, settings, context);
		settings.variants = affordableVariants(source, plan, samples.size, settings);
		const examples = await readExamples(model, plan, source, {
			pool,
			samples
		}, settings, context);
		const result = await trainOn(examples, model, plan, settings, {
			...context,
			float
		});
		const { labels, minutes, epochs: wanted } = settings;
		noteResult(result, {
			examples,
			labels,
			minutes,
			wanted
		}, context);
		if (!result.isBetter) return false;
		storeWeights(model, plan, result.weights);
		return true;
	} finally {
		if (!context.pool) await pool.close();
	}
}
function usualEpochs(samples, { batch, heldOut }, { effort }) {
	const steps = stepsAnEpoch(samples - heldOutOf(samples, heldOut).length, batch);
	return Math.min(400, Math.ceil(usualSteps[effort] / steps));
}
function isSame({ weights }, other) {
	return weights.length === other.weights.length && weights.every(({ tensor }, i) => Buffer.from(tensor.data).equals(other.weights[i].tensor.data));
}
const maxSampleBytes = 2 ** 29;
const fewestSamples = 16;
function samplesToLearnFrom(model, { labels }, context) {
	const part = context.dataset?.calibration;
	if (!part || part.size < fewestSamples) {
		const given = part ? `has ${part.size} calibration samples` : "has no samples";
		throw new InputError(`fine-tuning ${given}, and needs ${fewestSamples} at least`, { hint: "Name a data set with more calibration samples, some hundred if possible" });
	}
	if (context.dataset?.synthetic) {
		addNote(context, "warning", "Fine-tuned on seeded noise instead of samples: accuracy is left to chance.");
		if (labels) throw new InputError("noise has no labels to learn from", { hint: "Name a data set" });
	}
	const bytes = planTraining(model).subgraph.inputs.reduce((sum, { shape }) => sum + 4 * elementCount(shape), 0);
	const limit = Math.max(fewestSamples, Math.floor(maxSampleBytes / Math.max(1, bytes)));
	return spreadOver(part, Math.min(limit, calibrationSamples[context.effort]));
}
const maxTeacherMacs = 0xe8d4a51000;
function affordableVariants(source, { targets }, samples, { variants, epochs }) {
	const cost = totalMacs(mainSubgraph(source).operators);
	const bytes = targets.reduce((sum, { shape }) => sum + 4 * elementCount(shape), 0);
	const possible = [maxTeacherMacs / Math.max(1, cost), maxSampleBytes / Math.max(1, bytes)];
	return Math.max(1, Math.min(variants, epochs, ...possible.map((limit) => Math.floor(limit / samples))));
}
async function readExamples(model, plan, source, runner, { variants, labels }, { progress, seed }) {
	const stage = progress.stage("asking the original model", variants * runner.samples.size);
	try {
		const onProgress = (done) => stage.update(done);
		return await prepareExamples(model, plan, source, runner, {
			variants,
			labels,
			seed
		}, onProgress);
	} finally {
		stage.end();
	}
}
let lessons = 0;
async function trainOn(examples, model, plan, settings, { pool, cache, progress, seed, threads, float }) {
	const { values: weights, tensors } = gatherWeights(plan);
	if (float && plan.rounding === "codes") startNearFloat(weights, plan, float);
	const bytes = writeModel(model);
	const file = new Uint8Array(new SharedArrayBuffer(bytes.length));
	file.set(bytes);
	const lesson = {
		id: lessons++,
		model: file,
		rounding: plan.rounding,
		backend: settings.backend,
		examples,
		weights,
		loss: {
			classifies: plan.classifies,
			temperature: settings.temperature
		},
		gradients: sharedFloats(4 * weights.length)
	};
	const options = {
		...settings,
		seed
	};
	const checkpoint = cache === void 0 ? null : new Checkpoint(cache, {
		model: bytes,
		examples,
		options,
		loss: lesson.loss
	});
	const trainers = new DataParallel(lesson, threads, pool?.signal);
	try {
		const resume = await checkpoint?.read(weights.length) ?? null;
		const heldOut = heldOutOf(examples.samples, settings.heldOut);
		const keep = async (state) => checkpoint?.keep(state);
		return await train({
			trainers,
			examples,
			heldOut,
			tensors,
			weights,
			progress,
			resume,
			checkpoint: keep
		}, options);
	} finally {
		await trainers.close();
	}
}
function heldOutOf(samples, part) {
	const size = Math.round(samples * part);
	return Array.from({ length: size }, (_, i) => Math.floor((i + .5) * samples / size));
}
// src/optimize/prune/channels/slopes.ts
const temperature = 2;
async function slopesOf(model, subgraph, readers, runner, seed, onProgress) {
	await startTfjs();
	const plan = planTraining(model);
	const factors = readersWithGradient(plan, readers);
	const slopes = new Map(factors.map(({ reader }) => [reader.tensor, []]));
	if (factors.length === 0) return slopes;
	const deviations = await deviationsOf(plan, model, subgraph, runner);
	const network = new Network(plan);
	const weights = network.weights();
	let sample = 0;
	try {
		for await (const feeds of activations$1(runner, model, subgraph, plan.feeds)) {
			const random = randomNumbers(streamSeed(seed, sample));
			const combine = combinationOf(plan, deviations, () => random() < .5 ? -1 : 1);
			const gradients = tidy(() => {
				const rows = feeds.map((values) => tensor2d(values.slice(), [1, values.length]));
				const combined = (...given) => {
					const all = [...weights];
					for (const [i, { position }] of factors.entries()) all[position] = given[i];
					return combine(network.run(rows, all));
				};
				const { grads } = valueAndGrads(combined)(factors.map(({ position }) => weights[position]));
				return grads.map((gradient) => gradient.dataSync());
			});
			for (const [i, { reader, position }] of factors.entries()) {
				const values = weights[position].dataSync();
				slopes.get(reader.tensor).push(productsAlong(reader, values, gradients[i]));
			}
			onProgress(++sample);
		}
	} finally {
		network.dispose();
		dispose(weights);
	}
	return slopes;
}
function readersWithGradient({ subgraph, weights }, readers) {
	const makers = producers(subgraph);
	const positions = new Map(weights.map(({ tensor }, i) => [tensor.data, i]));
	const found = new Map();
	for (const reader of readers) {
		const stored = constantOf(reader.tensor, makers);
		const position = stored ? positions.get(stored.data) : void 0;
		if (position !== void 0) found.set(reader.tensor, {
			reader,
			position
		});
	}
	return [...found.values()];
}
function combinationOf({ classifies }, deviations, sign) {
	return (results) => {
		const terms = results.map((result, i) => {
			const values = result.dataSync();
			const signs = values.map(sign);
			const scale = deviations[i] * Math.sqrt(values.length);
			const weights = classifies ? fisherCombination(values, signs) : signs.map((each) => each / scale);
			return sum(mul(result, tensor2d(weights, result.shape)));
		});
		return addN(terms);
	};
}
function fisherCombination(logits, signs) {
	const largest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
	const powers = Array.from(logits, (value) => Math.exp((value - largest) / temperature));
	const sum = powers.reduce((total, value) => total + value, 0);
	const roots = powers.map((value) => Math.sqrt(value / sum));
	const product = roots.reduce((total, root, i) => total + root * signs[i], 0);
	return Float32Array.from(roots, (root, i) => root * signs[i] - root * root * product);
}
async function deviationsOf({ classifies, targets }, model, subgraph, runner) {
	if (classifies) return [];
	const sums = targets.map(() => ({
		sum: 0,
		squares: 0,
		count: 0
	}));
	for await (const outputs of activations$1(runner, model, subgraph, targets)) for (const [i, values] of outputs.entries()) {
		for (const value of values) {
			sums[i].sum += value;
			sums[i].squares += value * value;
		}
		sums[i].count += values.length;
	}
	return sums.map(({ sum, squares, count }) => Math.sqrt(squares / count - (sum / count) ** 2) || 1);
}
function productsAlong({ tensor: { shape }, axis }, weights, gradient) {
	const length = shape[axis];
	const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
	const sums = new Float64Array(length);
	for (let i = 0; i < weights.length; i++) sums[Math.floor(i / inner) % length] += weights[i] * gradient[i];
	return sums;
}
export { SCALES_RATE, doJob, forget, quantizeToTrain, refuseSparsity, runFinetune, slopesOf, startNearFloat, startTfjs };
