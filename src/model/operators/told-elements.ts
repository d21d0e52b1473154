import type { Operator, Tensor } from '../graph.js';
import { TensorType } from '../schema/index.js';
import { elementCount, typedData } from '../tensors.js';
import type { OperatorFacts } from './facts.js';

// How many elements operators make, as their constants say (`OperatorFacts.toldElements`).

type ToldElements = NonNullable<OperatorFacts['toldElements']>;

/** The output's shape is a constant. */
export const toldShape =
  (position: number): ToldElements =>
  ({ inputs }) =>
    times(numbersOf(inputs[position]), 1);

/** The input, so many times over as a constant says. */
export const toldRepeats: ToldElements = ({ inputs: [input, multiples] }) =>
  times(numbersOf(multiples), input ? elementCount(input.shape) : 0);

/** For each index as many as a constant says. */
export const toldDepth: ToldElements = ({ inputs: [indices, depth] }) =>
  times(numbersOf(depth)?.slice(0, 1), indices ? elementCount(indices.shape) : 0);

export const toldRange: ToldElements = ({ inputs }) => {
  const [start, limit, step] = inputs.map((input) => numbersOf(input)?.[0]);
  if (start === undefined || limit === undefined || step === undefined) return null;
  return Math.ceil(Math.abs((limit - start) / step));
};

/** A picture whose height and width are a constant. */
export function toldSize({ inputs: [input, size] }: Operator): number | null {
  const [batch = 1, , , channels = 1] = input?.shape ?? [];
  return times(numbersOf(size), batch * channels);
}

export function toldMargins({ inputs: [input, paddings] }: Operator): number | null {
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
