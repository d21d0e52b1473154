import type { Operator, Tensor } from '../graph.js';
import { TensorType } from '../schema/index.js';
import { bytesOf, typedData } from '../tensors.js';

/** A dimension of one of an operator's tensors, whose indices are channels. */
export interface ChannelAxis {
  tensor: Tensor;
  /** Number of the dimension, from 0. */
  axis: number;
  /** The channel that an index is of; left out: the one of the same number. Several may be of one channel. */
  channel?: (index: number) => number;
  /** Where it is a dimension of weights: of channels that they are multiplied with, or that they make. */
  weights?: 'read' | 'write';
}

/**
 * Dimensions that count the same channels: an index can be cut out of one of them only together with all
 * others of its channel. What is left computes what it did before.
 */
export type ChannelLink = readonly ChannelAxis[];

/**
 * How an operator's channels hang together. A dimension that it doesn't name must stay as it is.
 *
 * @returns or why none of its channels can be cut, as the end of "CONV_2D "name" …"
 */
export type Channels = (operator: Operator) => readonly ChannelLink[] | string;

/** How many of the indices from `from` to `to`, not included, of a tensor's last dimension will be kept. */
export type KeptChannels = (tensor: Tensor, from?: number, to?: number) => number;

/** Writes the sizes that an operator's options and constants tell, before its tensors are cut. */
export type ResizeChannels = (operator: Operator, kept: KeptChannels) => void;

/** The last dimension of a tensor. */
export function last(tensor: Tensor, channel?: ChannelAxis['channel']): ChannelAxis {
  return { tensor, axis: tensor.shape.length - 1, ...(channel && { channel }) };
}

/** Number of channels of a tensor, 1 for a scalar. */
export function width(tensor: Tensor): number {
  return tensor.shape.at(-1) ?? 1;
}

/** The first input's channels are those of all outputs. */
export const keepsEachChannel: Channels = ({ inputs: [input], outputs }) => {
  if (!input || outputs.some((output) => width(output) !== width(input))) return 'changes their number';
  return [[input, ...outputs].map((tensor) => last(tensor))];
};

/** Element by element; an operand with one element for all channels is repeated over them. */
export const broadcastsChannels: Channels = ({ inputs, outputs: [output] }) => {
  if (!output) return 'has no output';
  const operands = inputs.filter((input) => input !== null && width(input) === width(output)) as Tensor[];
  return [[...operands, output].map((tensor) => last(tensor))];
};

/**
 * The same elements in the same order under another shape. Element i is of channel i modulo the greatest
 * common divisor of both last dimensions, and leaves the same gap in either.
 */
export function regroupsChannels(input: Tensor, output: Tensor): ChannelLink {
  const channel = modulo(commonDivisor(width(input), width(output)));
  return [last(input, channel), last(output, channel)];
}

/** Channels of tensors that follow one another in a last dimension. */
export function joinedChannels(parts: readonly Tensor[], whole: Tensor): ChannelLink {
  let offset = 0;
  const axes = parts.map((part) => {
    const start = offset;
    offset += width(part);
    return last(part, (index) => start + index);
  });
  return [...axes, last(whole)];
}

export const modulo =
  (period: number) =>
  (index: number): number =>
    index % period;

export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** A constant's integers; null: it is computed, or holds none. */
export function integersOf(tensor: Tensor | null | undefined): number[] | null {
  if (!tensor?.data) return null;
  if (tensor.type !== TensorType.INT32 && tensor.type !== TensorType.INT64) return null;
  return Array.from(typedData(tensor), Number);
}

/** Gives an operator other integers in place of a constant, which other operators may read and keep. */
export function replaceIntegers(operator: Operator, input: number, values: readonly number[]): void {
  const constant = operator.inputs[input];
  const before = integersOf(constant);
  if (!constant || !before || before.every((value, i) => value === values[i])) return;
  const isLong = constant.type === TensorType.INT64;
  const data = bytesOf(isLong ? BigInt64Array.from(values, BigInt) : Int32Array.from(values));
  operator.inputs[input] = { ...constant, shape: [...constant.shape], data };
}

/** Whether the axes that a constant input names, among `rank`, leave the last dimension alone; null: it is none. */
export function sparesLast(axes: Tensor | null | undefined, rank: number): boolean | null {
  return integersOf(axes)?.every((axis) => axis !== -1 && axis !== rank - 1) ?? null;
}
