import { realValues } from '../../model/dequantize.js';
import type { Tensor } from '../../model/graph.js';
import { packBits } from '../../model/packing.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { storedFormOf } from '../quantize/activation-plan.js';
import { clamp, roundAway, storedRange } from '../quantize/affine.js';
import { codeRanges } from '../quantize/refine/store.js';
import { scalesOf } from '../reconstruct/store-bias.js';

/** The real numbers that a quantized tensor can hold: `scale` times the integers from `low` to `high`. */
export interface Grid {
  low: number;
  high: number;
  /** One for the tensor, a channel or a block. */
  scales: Float32Array;
  /** The tensor's values are seen in this shape, over which scales of the other shape are repeated. */
  shape: number[];
  scaleShape: number[];
}

/** The grid of an activation in int8 or int16; null: it is computed in float. */
export function activationGrid(tensor: Tensor): Grid | null {
  const form = storedFormOf(tensor);
  if (!form || tensor.data) return null;
  const { min, max } = storedRange(form);
  const [low, high] = [Math.round(min / form.scale), Math.round(max / form.scale)];
  return { low, high, scales: Float32Array.of(form.scale), shape: [...tensor.shape], scaleShape: [] };
}

/** The code of an activation's zero. */
export function zeroPointOf({ quantization }: Tensor): number {
  return Number(quantization?.zeroPoint[0] ?? 0n);
}

/** The grid of symmetric integer weights, with a scale for the tensor, each channel or each block; null: there is none. */
export function weightGrid(tensor: Tensor): Grid | null {
  const range = codeRanges[tensor.type];
  const { quantization, shape } = tensor;
  if (!range || !quantization || quantization.zeroPoint.some((zeroPoint) => zeroPoint !== 0n)) return null;
  const scales = scalesOf(tensor);
  const { details, axis } = quantization;
  if (details?.kind === 'blockwise') {
    if (details.zeroPoints) return null;
    const blocks = [scales.length, details.blockSize];
    return { ...range, scales, shape: blocks, scaleShape: [scales.length, 1] };
  }
  if (details || scales.length === 0) return null;
  const perChannel = shape.map((_, i) => (i === axis ? scales.length : 1));
  return { ...range, scales, shape: [...shape], scaleShape: scales.length === 1 ? [] : perChannel };
}

/** Whether a constant is a bias in the integers that sums of products have. */
export function isStoredBias({ type, data, quantization }: Tensor): boolean {
  const integers = type === TensorType.INT32 || type === TensorType.INT64;
  return integers && data !== null && (quantization?.scale.length ?? 0) > 0 && !quantization!.details;
}

/** Whether training can choose a constant of integers anew: weights on a grid, or a bias. */
export function isTrainable(tensor: Tensor): boolean {
  return !tensor.sparsity && (weightGrid(tensor) !== null || isStoredBias(tensor));
}

/** Real numbers as a tensor of integers stores them; what lies outside of its grid becomes the grid's end. */
export function encode(tensor: Tensor, values: Float32Array): Uint8Array {
  const grid = weightGrid(tensor);
  const steps = stepsOf(tensor);
  if (!grid) {
    const codes = Array.from(values, (value, i) => roundAway(value / steps[i]!));
    if (tensor.type === TensorType.INT64) return bytesOf(BigInt64Array.from(codes, BigInt));
    return bytesOf(Int32Array.from(codes, (code) => clamp(code, -(2 ** 31), 2 ** 31 - 1)));
  }
  const codes = Int8Array.from(values, (value, i) =>
    clamp(roundAway(value / steps[i]!), grid.low, grid.high),
  );
  return tensor.type === TensorType.INT4 ? packBits(codes, 4) : bytesOf(codes);
}

/** The scale of each element of a constant that `isTrainable`. */
export function stepsOf(tensor: Tensor): Float32Array {
  const ones = new Int8Array(elementCount(tensor.shape)).fill(1);
  return realValues({ ...tensor, type: TensorType.INT8, data: bytesOf(ones) });
}
