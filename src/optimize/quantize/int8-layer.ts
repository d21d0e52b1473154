import { newQuantization } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { inputRole, type OperatorRule } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { constantOf } from '../constants.js';
import { clamp, roundAway } from './affine.js';
import { absmaxScales, channelLayout, toCodes } from './channels.js';
import type { DerivedConstants, StoredConstant } from './derived-constants.js';

/** What new constants are made with. */
export interface ConstantContext {
  subgraph: Subgraph;
  constants: DerivedConstants;
  /** What computes each tensor of the subgraph. */
  makers: Map<Tensor, Operator>;
}

/** Largest stored bias: a quarter of what int32 holds, so that sums of products have room beside it. */
const maxStoredBias = 2 ** 29;

/**
 * Stores an operator's weights in 8 bits with a scale for each output channel, and its bias in 32 bits
 * with the scale of the products that it is added to: input × weights.
 *
 * @param inputScale scale of the operator's activation input
 */
export function quantizeLayer(
  operator: Operator,
  rule: OperatorRule,
  inputScale: number,
  context: ConstantContext,
): void {
  const [place] = rule.weights?.(operator) ?? [];
  if (!place || inputRole(rule, place.input) !== 'weights') return;
  const { subgraph, constants, makers } = context;
  const weights = constantOf(operator.inputs[place.input], makers)!;
  const biasPosition = operator.inputs.findIndex((tensor, i) => tensor && inputRole(rule, i) === 'bias');
  const bias = constantOf(operator.inputs[biasPosition], makers);
  const biasValues = bias && realValues(bias);

  const scale = weightScales(weights, place.axis, inputScale, biasValues);
  operator.inputs[place.input] = storeWeights(weights, place.axis, scale, context);
  if (!bias || !biasValues) return;
  const biasScale = scale.map((weightScale) => inputScale * weightScale);
  operator.inputs[biasPosition] = constants.derive(subgraph, bias, `int32 ${biasScale}`, 'int32', () =>
    toStoredBias(biasValues, biasScale),
  );
}

/** Stores weights in 8 bits under the given scales; weights that are int8 already stay as they are. */
export function storeWeights(
  weights: Tensor,
  axis: number | null,
  scale: Float32Array,
  { subgraph, constants }: ConstantContext,
): Tensor {
  if (weights.type === TensorType.INT8) return weights;
  return constants.derive(subgraph, weights, `int8 ${axis} ${scale}`, 'int8', () =>
    toInt8Weights(weights, axis, scale),
  );
}

/** A FLOAT32 or FLOAT16 constant in 8 bits, with the given scale for each index along `axis`. */
export function toInt8Weights(constant: Tensor, axis: number | null, scale: Float32Array): StoredConstant {
  const codes = toCodes(realValues(constant), scale, channelLayout(constant.shape, axis));
  return {
    type: TensorType.INT8,
    data: bytesOf(codes),
    quantization: newQuantization([...scale], undefined, axis ?? 0),
  };
}

/**
 * A scale for each channel; a channel whose bias would overflow at that scale takes a larger one. That
 * happens where a channel's weights are next to nothing beside its bias.
 */
function weightScales(
  weights: Tensor,
  axis: number | null,
  inputScale: number,
  bias: Float32Array | null,
): Float32Array {
  if (weights.type === TensorType.INT8) return weights.quantization!.scale;
  const scale = absmaxScales(realValues(weights), channelLayout(weights.shape, axis));
  if (!bias) return scale;
  return scale.map((value, channel) => {
    const smallest = Math.abs(bias[channel] ?? 0) / (inputScale * maxStoredBias);
    return Math.max(value, smallest);
  });
}

function toStoredBias(bias: Float32Array, scale: Float32Array): StoredConstant {
  const stored = Int32Array.from(bias, (value, channel) => {
    const step = scale[scale.length === 1 ? 0 : channel]!;
    return clamp(roundAway(value / step), -(2 ** 31), 2 ** 31 - 1);
  });
  return { type: TensorType.INT32, data: bytesOf(stored), quantization: newQuantization([...scale]) };
}
