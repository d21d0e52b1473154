import type { Operator, Tensor } from '../graph.js';
import { BatchMatMulOptionsT, DepthwiseConv2DOptionsT, FullyConnectedOptionsT } from '../schema/index.js';
import { elementCount } from '../tensors.js';
import {
  type ChannelAxis,
  type ChannelLink,
  type Channels,
  commonDivisor,
  integersOf,
  last,
  modulo,
  type ResizeChannels,
  replaceIntegers,
  width,
} from './channels.js';
import { optionsOf } from './rule.js';

// How operators with weights read channels and make new ones.

function weightsAxis(
  tensor: Tensor,
  axis: number,
  weights: 'read' | 'write',
  channel?: ChannelAxis['channel'],
): ChannelAxis {
  return { tensor, axis, weights, ...(channel && { channel }) };
}

/**
 * Weights with a dimension for the input's channels and one for the output's.
 *
 * @param positions of the input, the weights and the bias among the inputs
 * @param axes of the weights that count channels read and channels written
 */
export function weightedChannels(
  positions: readonly [input: number, weights: number, bias: number],
  axes: readonly [read: number, write: number],
): Channels {
  return ({ inputs, outputs: [output] }) => {
    const [input, weights, bias] = positions.map((position) => inputs[position]);
    if (!input || !weights || !output) return 'has no input';
    if (!isRow(bias)) return severalDimensions;
    const [read, write] = axes;
    const groups = width(input) / weights.shape[read]!;
    if (groups !== 1) return [groupedLink(input, weights, write, bias, output, groups)];
    return [
      [last(input), weightsAxis(weights, read, 'read')],
      [weightsAxis(weights, write, 'write'), ...optional(bias), last(output)],
    ];
  };
}

/** Output channels of a group see its input channels only: they go as a whole. */
function groupedLink(
  input: Tensor,
  weights: Tensor,
  write: number,
  bias: Tensor | null | undefined,
  output: Tensor,
  groups: number,
): ChannelLink {
  const [depth, rows] = [width(input) / groups, width(output) / groups];
  const group = (size: number) => (index: number) => Math.floor(index / size);
  return [
    last(input, group(depth)),
    weightsAxis(weights, write, 'write', group(rows)),
    ...optional(bias, group(rows)),
    last(output, group(rows)),
  ];
}

function optional(bias: Tensor | null | undefined, channel?: ChannelAxis['channel']): ChannelAxis[] {
  return bias ? [last(bias, channel)] : [];
}

const severalDimensions = 'has a bias of several dimensions';

/** Whether a bias, if there is one, has its numbers along the last dimension: LiteRT only counts them. */
const isRow = (bias: Tensor | null | undefined): boolean => !bias || width(bias) === elementCount(bias.shape);

/** A depthwise convolution keeps each channel apart; of a single one it makes whatever it likes. */
export const depthwiseChannels: Channels = ({ inputs: [input, weights, bias], outputs: [output] }) => {
  if (!input || !weights || !output) return 'has no input';
  if (!isRow(bias)) return severalDimensions;
  if (width(input) > 1) return [groupedLink(input, weights, 3, bias, output, width(input))];
  return [[weightsAxis(weights, 3, 'write'), ...optional(bias), last(output)]];
};

export const resizeDepthwise: ResizeChannels = (operator, kept) => {
  const options = optionsOf(operator, DepthwiseConv2DOptionsT);
  options.depthMultiplier = kept(operator.outputs[0]!) / kept(operator.inputs[0]!);
  operator.options = options;
};

/** Rows of weights read the last dimension, or what is left of a flattened image. */
export const fullyConnectedChannels: Channels = (operator) => {
  const {
    inputs: [input, weights, bias],
    outputs: [output],
  } = operator;
  if (!input || !output || weights?.shape.length !== 2) return 'has no input';
  if (optionsOf(operator, FullyConnectedOptionsT).weightsFormat) return 'shuffles its weights';
  if (!isRow(bias)) return severalDimensions;
  const channel = modulo(commonDivisor(width(input), weights.shape[1]!));
  return [
    [last(input, channel), weightsAxis(weights, 1, 'read', channel)],
    [weightsAxis(weights, 0, 'write'), ...optional(bias), last(output)],
  ];
};

/** A product with a constant matrix. */
export const batchMatMulChannels: Channels = (operator) => {
  const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
  const {
    inputs: [left, right],
    outputs: [output],
  } = operator;
  if (!left || !output || !right?.data || right.shape.length < 2) return 'multiplies computed matrices';
  if (adjX) return 'transposes them';
  const columns = right.shape.length - 1;
  return [
    [last(left), weightsAxis(right, adjY ? columns : columns - 1, 'read')],
    [weightsAxis(right, adjY ? columns - 1 : columns, 'write'), last(output)],
  ];
};

/** Each row of a constant table is a vector of channels. */
export const tableChannels: Channels = ({ inputs: [, table], outputs: [output] }) =>
  table?.data && output
    ? [[weightsAxis(table, table.shape.length - 1, 'write'), last(output)]]
    : 'reads a computed table';

/** TRANSPOSE_CONV is told its output's shape. */
export const resizeTransposeConv: ResizeChannels = (operator, kept) => {
  const shape = integersOf(operator.inputs[0]);
  if (shape) replaceIntegers(operator, 0, [...shape.slice(0, -1), kept(operator.outputs[0]!)]);
};

/** Numbers stored in another way: constants are weights, of which each dimension may count channels. */
export const conversionChannels: Channels = ({ inputs: [input], outputs: [output] }: Operator) => {
  if (!input || !output) return 'has no input';
  const axes = input.data ? input.shape.map((_, axis) => axis) : [input.shape.length - 1];
  return axes.map((axis) => [
    { tensor: input, axis },
    { tensor: output, axis },
  ]);
};
