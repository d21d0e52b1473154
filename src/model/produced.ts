import type { Operator, Tensor } from './graph.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { bitsPerElement, elementCount, typedData } from './tensors.js';

/**
 * Largest tensor, in bytes, that a model is run with: no model for phones and smaller devices comes near, and LiteRT
 * as WebAssembly has 4 GB for all of them together.
 */
export const maxTensorBytes = 2 ** 29;

/**
 * Elements that an operator's first output will have: what its constants say, where they do, since shapes in the file
 * are the converter's word only; else what the shape says. NaN or less than 0 where the constants make no sense.
 */
export function producedElements(operator: Operator): number {
  const [output] = operator.outputs;
  const stated = output ? elementCount(output.shape) : 0;
  return Math.max(stated, toldElements[operator.code]?.(operator) ?? 0);
}

/** Bytes of an operator's largest output; 0 for types without a fixed size. */
export function producedBytes(operator: Operator): number {
  const elements = producedElements(operator);
  return operator.outputs.reduce(
    (most, { type, shape }, i) =>
      Math.max(most, ((i === 0 ? elements : elementCount(shape)) * (bitsPerElement(type) ?? 0)) / 8),
    0,
  );
}

/** Operators whose output is as large as constants say; null: these are computed, or of another type. */
const toldElements: Partial<Record<BuiltinOperator, (operator: Operator) => number | null>> = {
  [BuiltinOperator.RANGE]: ({ inputs }) => {
    const [start, limit, step] = inputs.map((input) => numbersOf(input)?.[0]);
    if (start === undefined || limit === undefined || step === undefined) return null;
    return Math.ceil(Math.abs((limit - start) / step));
  },
  [BuiltinOperator.TILE]: ({ inputs: [input, multiples] }) =>
    times(numbersOf(multiples), input ? elementCount(input.shape) : 0),
  [BuiltinOperator.FILL]: ({ inputs: [shape] }) => times(numbersOf(shape), 1),
  [BuiltinOperator.BROADCAST_TO]: ({ inputs: [, shape] }) => times(numbersOf(shape), 1),
  [BuiltinOperator.TRANSPOSE_CONV]: ({ inputs: [shape] }) => times(numbersOf(shape), 1),
  [BuiltinOperator.SCATTER_ND]: ({ inputs: [, , shape] }) => times(numbersOf(shape), 1),
  [BuiltinOperator.RESIZE_BILINEAR]: resized,
  [BuiltinOperator.RESIZE_NEAREST_NEIGHBOR]: resized,
  [BuiltinOperator.PAD]: padded,
  [BuiltinOperator.PADV2]: padded,
  [BuiltinOperator.MIRROR_PAD]: padded,
  [BuiltinOperator.ONE_HOT]: ({ inputs: [indices, depth] }) =>
    times(numbersOf(depth)?.slice(0, 1), indices ? elementCount(indices.shape) : 0),
};

function resized({ inputs: [input, size] }: Operator): number | null {
  const [batch = 1, , , channels = 1] = input?.shape ?? [];
  return times(numbersOf(size), batch * channels);
}

function padded({ inputs: [input, paddings] }: Operator): number | null {
  const margins = numbersOf(paddings);
  if (!margins || !input) return null;
  return elementCount(input.shape.map((size, i) => size + (margins[2 * i] ?? 0) + (margins[2 * i + 1] ?? 0)));
}

function times(factors: readonly number[] | null | undefined, count: number): number | null {
  return factors ? factors.reduce((product, factor) => product * factor, count) : null;
}

const plain = new Set([TensorType.INT32, TensorType.INT64, TensorType.FLOAT32]);

/** No shape, and nothing that makes one, is longer. */
const maxNumbers = 64;

function numbersOf(tensor: Tensor | null | undefined): number[] | null {
  if (!tensor?.data || tensor.sparsity || !plain.has(tensor.type)) return null;
  return elementCount(tensor.shape) <= maxNumbers
    ? Array.from(typedData(tensor), Number).slice(0, maxNumbers)
    : null;
}
