import { newQuantization } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { inputRole, type OperatorRule, optionsOf } from '../../model/operators/index.js';
import { packBits, unpackBits } from '../../model/packing.js';
import { BuiltinOperator, FullyConnectedOptionsT, TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { constantOf, isFloat } from '../constants.js';
import { clamp, type IntegerType, roundAway, type StoredForm } from './affine.js';
import { absmaxScales, channelLayout, leastScale, maxCode, toCodes, type WeightBits } from './channels.js';
import type { DerivedConstants, StoredConstant } from './derived-constants.js';
import type { IntegerPlacement } from './placement.js';

/** What new constants are made with. */
export interface ConstantContext {
  subgraph: Subgraph;
  constants: DerivedConstants;
  /** What computes each tensor of the subgraph. */
  makers: Map<Tensor, Operator>;
}

/** How layers are stored where there is a choice. */
export interface LayerOptions {
  /** Operators whose weights have one scale for all channels. */
  perTensor: PerTensor;
  /** Bits of biases beside 16-bit activations, where the kernel has that choice and its sums fit. */
  biasBits: 32 | 64;
}

type PerTensor = ReadonlySet<BuiltinOperator>;

/**
 * Largest stored bias: a quarter of what int32 holds, so that sums of products have room beside it. Kernels
 * of int16 activations keep sums in 64 bits and rescale 48 of them (`MultiplyByQuantizedMultiplier`).
 */
const maxStoredBias = { int8: 2 ** 29, int16: 2 ** 45 } as const;

/** What 32-bit sums hold. */
const maxSum = 2 ** 31 - 1;

/**
 * Stores an operator's weights in 8 or 4 bits with a scale for each output channel, and its bias in 32 bits
 * (64 beside int16 activations) with the scale of the products that it is added to: input × weights.
 *
 * @param input how the operator's activation input is stored
 */
export function quantizeLayer(
  operator: Operator,
  { rule, kernel, weightBits }: IntegerPlacement,
  input: StoredForm,
  context: ConstantContext & LayerOptions,
): void {
  const [place] = rule.weights?.(operator) ?? [];
  if (!place || inputRole(rule, place.input) !== 'weights') return;
  const { subgraph, constants, makers } = context;
  const weights = constantOf(operator.inputs[place.input], makers)!;
  const biasPosition = positionOfBias(operator, rule);
  const bias = constantOf(operator.inputs[biasPosition], makers);
  const biasValues = bias && realValues(bias);

  const axis = context.perTensor.has(operator.code) ? null : place.axis;
  const scale = weightScales(weights, axis, weightBits, input, biasValues);
  operator.inputs[place.input] = storeWeights(weights, axis, weightBits, scale, context);
  settleBiasType(operator);
  if (!bias || !biasValues) return;
  const biasScale = scale.map((weightScale) => input.scale * weightScale);
  const hasChoice =
    context.biasBits === 32 && kernel.int32BiasVersion !== undefined && operator.options !== null;
  const isShort = hasChoice && sumsFit(operator.inputs[place.input]!, place.axis, biasValues, biasScale);
  if (isShort) Object.assign(operator.options!, { quantizedBiasType: TensorType.INT32 });
  else askForLongBias(operator, input.type);
  const type = input.type === 'int8' || isShort ? 'int32' : 'int64';
  operator.inputs[biasPosition] = constants.derive(subgraph, bias, `${type} ${biasScale}`, type, () =>
    toStoredBias(biasValues, biasScale, type),
  );
}

/**
 * A float operator's options may ask for biases of any type, of which integer kernels refuse all but integers; where
 * there are none, LiteRT's parser leaves it to chance.
 */
function settleBiasType(operator: Operator): void {
  if (operator.code === BuiltinOperator.FULLY_CONNECTED)
    operator.options = optionsOf(operator, FullyConnectedOptionsT);
  const { options } = operator;
  if (!options || !('quantizedBiasType' in options)) return;
  if (!biasTypes.has(options.quantizedBiasType)) options.quantizedBiasType = TensorType.FLOAT32;
}

/** Options of a float operator may ask for biases of 32 bits, which 16-bit kernels then don't find. */
function askForLongBias({ options }: Operator, type: IntegerType): void {
  if (type !== 'int16' || !options || !('quantizedBiasType' in options)) return;
  options.quantizedBiasType = TensorType.FLOAT32;
}

/** FLOAT32 stands for none. */
const biasTypes = new Set([TensorType.FLOAT32, TensorType.INT32, TensorType.INT64]);

/**
 * Whether sums of 16-bit activations × 8-bit weights can't overflow 32 bits, whatever the activations are, nor would
 * if each weight were rounded the other way.
 */
function sumsFit(
  { data, shape }: Tensor,
  axis: number | null,
  bias: Float32Array,
  biasScale: Float32Array,
): boolean {
  const codes = new Int8Array(data!.buffer, data!.byteOffset, elementCount(shape));
  const { outer, channels, inner } = channelLayout(shape, axis);
  const sums = new Float64Array(channels);
  for (let i = 0, run = 0; run < outer * channels; run++) {
    for (const end = i + inner; i < end; i++) sums[run % channels]! += Math.abs(codes[i]!) + 1;
  }
  const scaleOf = (channel: number): number => biasScale[biasScale.length === 1 ? 0 : channel]!;
  return sums.every((sum, channel) => sum * 2 ** 15 + Math.abs(bias[channel]! / scaleOf(channel)) < maxSum);
}

const positionOfBias = ({ inputs }: Operator, rule: OperatorRule): number =>
  inputs.findIndex((tensor, i) => tensor && inputRole(rule, i) === 'bias');

/** XNNPACK's kernels refuse to multiply the sums of a layer by this or more when they store them as outputs. */
const maxRescale = 256;

/**
 * Smallest scale of a layer's 8-bit outputs: a smaller one, of a layer that is always cut off, makes LiteRT refuse
 * the model. 0 for an operator without weights.
 */
export function leastOutputScale(
  operator: Operator,
  { rule, weightBits }: IntegerPlacement,
  input: StoredForm,
  makers: Map<Tensor, Operator>,
): number {
  const [place] = rule.weights?.(operator) ?? [];
  if (!place || inputRole(rule, place.input) !== 'weights') return 0;
  const weights = constantOf(operator.inputs[place.input], makers)!;
  const bias = constantOf(operator.inputs[positionOfBias(operator, rule)], makers);
  const scales = weightScales(weights, place.axis, weightBits, input, bias && realValues(bias));
  return (1.01 * input.scale * scales.reduce((a, b) => Math.max(a, b), 0)) / maxRescale;
}

/** Stores weights in integers under the given scales; of weights that are integers already the codes stay. */
function storeWeights(
  weights: Tensor,
  axis: number | null,
  bits: WeightBits,
  scale: Float32Array,
  { subgraph, constants }: ConstantContext,
): Tensor {
  if (weights.type === TensorType.INT8) return weights;
  if (weights.type === TensorType.INT4) {
    if (bits === 4) return weights;
    return constants.derive(subgraph, weights, 'int8', 'int8', () => widen(weights));
  }
  const type = `int${bits}`;
  return constants.derive(subgraph, weights, `${type} ${axis} ${scale}`, type, () =>
    toIntegerWeights(weights, axis, bits, scale),
  );
}

/** 4-bit codes, a byte each. */
function widen({ data, shape, quantization }: Tensor): StoredConstant {
  const codes = unpackBits(data!, elementCount(shape), 4, true);
  return { type: TensorType.INT8, data: bytesOf(codes), quantization };
}

/** A FLOAT32 or FLOAT16 constant in integers, with the given scale for each index along `axis`. */
function toIntegerWeights(
  constant: Tensor,
  axis: number | null,
  bits: WeightBits,
  scale: Float32Array,
): StoredConstant {
  const codes = toCodes(realValues(constant), scale, channelLayout(constant.shape, axis), maxCode[bits]);
  const quantization = newQuantization([...scale], undefined, axis ?? 0);
  if (bits === 4) return { type: TensorType.INT4, data: packBits(codes, 4), quantization };
  return { type: TensorType.INT8, data: bytesOf(codes), quantization };
}

/**
 * A scale for each channel; a channel whose bias would overflow at that scale takes a larger one. That
 * happens where a channel's weights are next to nothing beside its bias.
 */
function weightScales(
  weights: Tensor,
  axis: number | null,
  bits: WeightBits,
  input: StoredForm,
  bias: Float32Array | null,
): Float32Array {
  if (!isFloat(weights)) return weights.quantization!.scale;
  const scale = absmaxScales(realValues(weights), channelLayout(weights.shape, axis), maxCode[bits]);
  if (!bias) return scale;
  const step = input.scale * maxStoredBias[input.type];
  // The bias has the product of both as its scale.
  const least = leastScale / input.scale;
  for (let i = 0; i < scale.length; i++) if (scale[i]! < least) scale[i] = least;
  if (scale.length === 1)
    return scale.map((value) => bias.reduce((a, b) => Math.max(a, Math.abs(b) / step), value));
  return scale.map((value, channel) => Math.max(value, Math.abs(bias[channel] ?? 0) / step));
}

function toStoredBias(bias: Float32Array, scale: Float32Array, type: 'int32' | 'int64'): StoredConstant {
  const codes = Array.from(bias, (value, i) => roundAway(value / scale[scale.length === 1 ? 0 : i]!));
  const quantization = newQuantization([...scale]);
  if (type === 'int64') {
    return { type: TensorType.INT64, data: bytesOf(BigInt64Array.from(codes, BigInt)), quantization };
  }
  const stored = Int32Array.from(codes, (code) => clamp(code, -(2 ** 31), 2 ** 31 - 1));
  return { type: TensorType.INT32, data: bytesOf(stored), quantization };
}
