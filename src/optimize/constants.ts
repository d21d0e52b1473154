import { holdsNumbers, realValues } from '../model/dequantize.js';
import type { Operator, Quantization, Tensor } from '../model/graph.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';

/**
 * The constant that an operator's input is, directly or through a DEQUANTIZE that unpacks it when the
 * model is loaded; null: it is computed, stored sparse or in blocks, or holds no real numbers.
 */
export function constantOf(
  input: Tensor | null | undefined,
  makers: ReadonlyMap<Tensor, Operator>,
): Tensor | null {
  if (!input || input.isVariable) return null;
  const maker = makers.get(input);
  const stored = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : input;
  const isPlain = stored?.data && !stored.sparsity && !stored.quantization?.details;
  return isPlain && holdsNumbers(stored.type) ? stored : null;
}

const known = new WeakMap<Uint8Array, number>();

/** Whether all numbers of a constant are finite; none of its bytes may change afterwards. */
export const hasFiniteValues = (constant: Tensor): boolean => Number.isFinite(largestMagnitude(constant));

/** Largest magnitude among a constant's numbers, Infinity where one is NaN; none of its bytes may change afterwards. */
export function largestMagnitude(constant: Tensor): number {
  const { data } = constant;
  if (!data || !holdsNumbers(constant.type)) return 0;
  const largest = known.get(data) ?? magnitudeOf(realValues(constant));
  known.set(data, largest);
  return largest;
}

function magnitudeOf(values: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]!);
    if (!(magnitude <= largest)) largest = magnitude;
    if (Number.isNaN(magnitude)) return Infinity;
  }
  return largest;
}

/** Whether a constant holds floats, in single or half precision. */
export function isFloat({ type }: Tensor): boolean {
  return type === TensorType.FLOAT32 || type === TensorType.FLOAT16;
}

/** Whether a constant is int8 as kernels want weights: symmetric, with one scale or one for each index along `axis`. */
function isInt8Weights({ type, quantization }: Tensor, axis: number | null): boolean {
  if (type !== TensorType.INT8 || !isSymmetric(quantization)) return false;
  return quantization.scale.length === 1 || quantization.axis === axis;
}

/** The same for int8 or int4. */
export function isSymmetricWeights(constant: Tensor, axis: number | null): boolean {
  return isInt8Weights(
    constant.type === TensorType.INT4 ? { ...constant, type: TensorType.INT8 } : constant,
    axis,
  );
}

function isSymmetric(quantization: Quantization | null): quantization is Quantization {
  if (!quantization || quantization.scale.length === 0) return false;
  return quantization.zeroPoint.every((zeroPoint) => zeroPoint === 0n);
}
