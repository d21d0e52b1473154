import type { Operator, Tensor } from '../graph.js';
import {
  BatchMatMulOptionsT,
  BuiltinOperator,
  ConcatenationOptionsT,
  Conv2DOptionsT,
  DepthToSpaceOptionsT,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  GatherOptionsT,
  PackOptionsT,
  Padding,
  Pool2DOptionsT,
  ReducerOptionsT,
  ReshapeOptionsT,
  SpaceToDepthOptionsT,
  SplitOptionsT,
  SqueezeOptionsT,
  StridedSliceOptionsT,
  UnpackOptionsT,
} from '../schema/index.js';
import { elementCount } from '../tensors.js';
import { integersOf } from './channels.js';
import { optionsOf } from './rule.js';

// The shapes that LiteRT's kernels give their outputs when they are prepared, whatever the file says of them
// (`tensorflow/lite/kernels/`). Where they would refuse their inputs, there is none.

export type Shape = readonly number[];

/** An operator's inputs with their shapes. */
interface Given {
  operator: Operator;
  /** By position; empty for an input that isn't given. */
  shapes: readonly Shape[];
}

type Computes = (given: Given) => Shape | null;

/**
 * The shape of an operator's first output, by its inputs' shapes and constants.
 *
 * @param shapeOf the shape that an input has
 * @returns null where it depends on values, the operator isn't known or doesn't take such inputs. Sizes may be negative:
 *   of windows larger than an image, which XNNPACK reads beyond it
 */
export function computedShape(operator: Operator, shapeOf: (tensor: Tensor) => Shape): Shape | null {
  const computes = table[operator.code];
  if (!computes || !operator.inputs[0]) return null;
  const shapes = operator.inputs.map((input) => (input ? shapeOf(input) : []));
  const shape = computes({ operator, shapes });
  return shape?.every(Number.isSafeInteger) ? shape : null;
}

const first: Computes = ({ shapes: [input] }) => input!;

/** Operands of fewer dimensions lack the first; what has size 1 is repeated. */
const broadcast: Computes = ({ shapes }) => shapes.reduce<Shape | null>(broadcastTwo, []);

function broadcastTwo(a: Shape | null, b: Shape): Shape | null {
  if (!a) return null;
  const rank = Math.max(a.length, b.length);
  const [wide, other] = [a, b].map((shape) => [...Array(rank - shape.length).fill(1), ...shape] as number[]);
  const fits = wide!.every((size, i) => size === other![i] || size === 1 || other![i] === 1);
  return fits ? wide!.map((size, i) => (size === 1 ? other![i]! : size)) : null;
}

interface WindowOptions {
  padding: Padding;
  strideH: number;
  strideW: number;
  dilationHFactor?: number;
  dilationWFactor?: number;
}

/** How often windows of a size fit into an image, height and width. */
function windows(
  [, height, width]: Shape,
  [h, w]: readonly [number, number],
  options: WindowOptions,
): number[] {
  const along = (size: number, reach: number, stride: number): number =>
    Math.trunc((size + stride - (options.padding === Padding.SAME ? 1 : reach)) / stride);
  return [
    along(height!, (h - 1) * (options.dilationHFactor ?? 1) + 1, options.strideH),
    along(width!, (w - 1) * (options.dilationWFactor ?? 1) + 1, options.strideW),
  ];
}

const convolved =
  (kind: typeof Conv2DOptionsT | typeof DepthwiseConv2DOptionsT, channels: number): Computes =>
  ({ operator, shapes: [input, weights] }) => {
    if (input?.length !== 4 || weights?.length !== 4) return null;
    const options = optionsOf<Conv2DOptionsT | DepthwiseConv2DOptionsT>(operator, kind);
    return [input[0]!, ...windows(input, [weights[1]!, weights[2]!], options), weights[channels]!];
  };

const pooled: Computes = ({ operator, shapes: [input] }) => {
  if (input?.length !== 4) return null;
  const options = optionsOf(operator, Pool2DOptionsT);
  return [input[0]!, ...windows(input, [options.filterHeight, options.filterWidth], options), input[3]!];
};

const fullyConnected: Computes = ({ operator, shapes: [input, weights] }) => {
  if (weights?.length !== 2) return null;
  const [units, depth] = weights as [number, number];
  const { keepNumDims } = optionsOf(operator, FullyConnectedOptionsT);
  if (keepNumDims) return [...input!.slice(0, -1), units];
  // Elements that are left over make no row. Fewer than a row are a size that the file doesn't know.
  const rows = Math.floor(elementCount(input!) / depth);
  return rows > 0 ? [rows, units] : null;
};

const multiplied: Computes = ({ operator, shapes: [left, right] }) => {
  if (left!.length < 2 || !right || right.length < 2) return null;
  const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
  const batch = broadcastTwo(left!.slice(0, -2), right.slice(0, -2));
  return batch && [...batch, left!.at(adjX ? -1 : -2)!, right.at(adjY ? -2 : -1)!];
};

/** Axes counted from the first dimension; null: they aren't constant, or some aren't there. */
function axesOf(axes: Tensor | null | undefined, rank: number): number[] | null {
  const counted = integersOf(axes)?.map((axis) => (axis < 0 ? axis + rank : axis));
  return counted?.every((axis) => axis >= 0 && axis < rank) ? counted : null;
}

const reduced: Computes = ({ operator, shapes: [input] }) => {
  const axes = axesOf(operator.inputs[1], input!.length);
  const { keepDims } = optionsOf(operator, ReducerOptionsT);
  return axes && input!.flatMap((size, axis) => (!axes.includes(axis) ? size : keepDims ? 1 : []));
};

const withoutAxis: Computes = ({ operator, shapes: [input] }) => {
  const axes = axesOf(operator.inputs[1], input!.length);
  return axes?.length === 1 ? input!.filter((_, axis) => axis !== axes[0]) : null;
};

/** One size may be -1: what is left. */
const reshaped: Computes = ({ operator, shapes: [input] }) => {
  const [, target] = operator.inputs;
  const sizes = target ? integersOf(target) : optionsOf(operator, ReshapeOptionsT).newShape;
  if (!sizes || (target && target.shape.length !== 1)) return null;
  const known = elementCount(sizes.filter((size) => size !== -1));
  const shape = sizes.map((size) => (size === -1 ? elementCount(input!) / known : size));
  return elementCount(shape) === elementCount(input!) ? shape : null;
};

const transposed: Computes = ({ operator, shapes: [input] }) => {
  const order = axesOf(operator.inputs[1], input!.length);
  return order?.length === input!.length ? order.map((axis) => input![axis]!) : null;
};

const concatenated: Computes = ({ operator, shapes }) => {
  const [input] = shapes as [Shape];
  const { axis: given } = optionsOf(operator, ConcatenationOptionsT);
  const axis = given < 0 ? given + input.length : given;
  if (!shapes.every((shape) => shape.length === input.length) || axis >= input.length) return null;
  return input.map((size, i) => (i === axis ? shapes.reduce((sum, shape) => sum + shape[axis]!, 0) : size));
};

const padded: Computes = ({ operator, shapes: [input] }) => {
  const margins = integersOf(operator.inputs[1]);
  if (margins?.length !== 2 * input!.length) return null;
  return input!.map((size, i) => size + margins[2 * i]! + margins[2 * i + 1]!);
};

const resized: Computes = ({ operator, shapes: [input] }) => {
  const size = integersOf(operator.inputs[1]);
  return size?.length === 2 && input!.length === 4 ? [input![0]!, ...size, input![3]!] : null;
};

const tiled: Computes = ({ operator, shapes: [input] }) => {
  const times = integersOf(operator.inputs[1]);
  return times?.length === input!.length ? input!.map((size, i) => size * times[i]!) : null;
};

const gathered: Computes = ({ operator, shapes: [input, indices] }) => {
  const { axis: given, batchDims } = optionsOf(operator, GatherOptionsT);
  const axis = given < 0 ? given + input!.length : given;
  if (batchDims !== 0 || axis >= input!.length || !indices) return null;
  return [...input!.slice(0, axis), ...indices, ...input!.slice(axis + 1)];
};

/** A size of -1 is all that there is behind the start. */
const sliced: Computes = ({ operator: { inputs }, shapes: [input] }) => {
  const [starts, sizes] = [integersOf(inputs[1]), integersOf(inputs[2])];
  if (starts?.length !== input!.length || sizes?.length !== input!.length) return null;
  return sizes.map((size, i) => (size === -1 ? input![i]! - starts[i]! : size));
};

const stridedSlice: Computes = ({ operator, shapes: [input] }) => {
  const [starts, ends, strides] = operator.inputs.slice(1).map((each) => integersOf(each));
  const options = optionsOf(operator, StridedSliceOptionsT);
  if (!starts || !ends || !strides || options.ellipsisMask !== 0 || options.newAxisMask !== 0) return null;
  if (starts.length > input!.length || strides.includes(0)) return null;
  const has = (mask: number, axis: number) => ((mask >> axis) & 1) === 1;
  return input!.flatMap((size, axis) => {
    if (axis >= starts.length) return size;
    if (has(options.shrinkAxisMask, axis)) return [];
    const [start, stride] = [starts[axis]!, strides[axis]!];
    const end = options.offset ? start + ends[axis]! : ends[axis]!;
    const [low, high] = stride > 0 ? [0, size] : [-1, size - 1];
    const within = (place: number) => Math.min(Math.max(place < 0 ? place + size : place, low!), high!);
    const from = has(options.beginMask, axis) ? (stride > 0 ? 0 : size - 1) : within(start);
    const to = has(options.endMask, axis) ? (stride > 0 ? size : -1) : within(end);
    return Math.max(0, Math.ceil((to - from) / stride));
  });
};

const split: Computes = ({ operator, shapes: [, input] }) => {
  if (!input) return null;
  const axes = axesOf(operator.inputs[0], input.length);
  const { numSplits } = optionsOf(operator, SplitOptionsT);
  return axes?.length === 1 ? input.map((size, axis) => (axis === axes[0] ? size / numSplits : size)) : null;
};

const expanded: Computes = ({ operator, shapes: [input] }) => {
  const axes = axesOf(operator.inputs[1], input!.length + 1);
  return axes?.length === 1 ? [...input!.slice(0, axes[0]), 1, ...input!.slice(axes[0])] : null;
};

const spaceToDepth: Computes = ({ operator, shapes: [input] }) => {
  const { blockSize } = optionsOf(operator, SpaceToDepthOptionsT);
  const [batch, height, width, channels] = input as [number, number, number, number];
  if (input!.length !== 4) return null;
  return [batch, height / blockSize, width / blockSize, channels * blockSize * blockSize];
};

const depthToSpace: Computes = ({ operator, shapes: [input] }) => {
  const { blockSize } = optionsOf(operator, DepthToSpaceOptionsT);
  const [batch, height, width, channels] = input as [number, number, number, number];
  if (input!.length !== 4) return null;
  return [batch, height * blockSize, width * blockSize, channels / (blockSize * blockSize)];
};

/** Sizes of blocks, and what is added or cut in front and behind, of the dimensions after the batch; null: not constant. */
function blocksOf(
  { inputs }: Operator,
  rank: number,
): { sizes: number[]; margins: number[]; all: number } | null {
  const [sizes, margins] = [integersOf(inputs[1]), integersOf(inputs[2])];
  if (!sizes || margins?.length !== 2 * sizes.length || sizes.length >= rank) return null;
  const sums = sizes.map((_, i) => margins[2 * i]! + margins[2 * i + 1]!);
  return { sizes, margins: sums, all: elementCount(sizes) };
}

const spaceToBatch: Computes = ({ operator, shapes: [input] }) => {
  const blocks = blocksOf(operator, input!.length);
  return (
    blocks &&
    input!.map((size, i) => {
      if (i === 0) return size * blocks.all;
      return i <= blocks.sizes.length ? (size + blocks.margins[i - 1]!) / blocks.sizes[i - 1]! : size;
    })
  );
};

const batchToSpace: Computes = ({ operator, shapes: [input] }) => {
  const blocks = blocksOf(operator, input!.length);
  return (
    blocks &&
    input!.map((size, i) => {
      if (i === 0) return size / blocks.all;
      return i <= blocks.sizes.length ? size * blocks.sizes[i - 1]! - blocks.margins[i - 1]! : size;
    })
  );
};

const packed: Computes = ({ operator, shapes }) => {
  const [input] = shapes as [Shape];
  const { axis: given } = optionsOf(operator, PackOptionsT);
  const axis = given < 0 ? given + input.length + 1 : given;
  const isAlike = shapes.every((shape) => elementCount(shape) === elementCount(input));
  return isAlike && axis <= input.length
    ? [...input.slice(0, axis), shapes.length, ...input.slice(axis)]
    : null;
};

const unpacked: Computes = ({ operator, shapes: [input] }) => {
  const { axis: given } = optionsOf(operator, UnpackOptionsT);
  const axis = given < 0 ? given + input!.length : given;
  return axis < input!.length ? input!.filter((_, i) => i !== axis) : null;
};

/** Without axes, all dimensions of size 1 go. */
const squeezed: Computes = ({ operator, shapes: [input] }) => {
  const axes = optionsOf(operator, SqueezeOptionsT).squeezeDims.map((axis) =>
    axis < 0 ? axis + input!.length : axis,
  );
  if (!axes.every((axis) => input![axis] === 1)) return null;
  return input!.filter((size, axis) => (axes.length > 0 ? !axes.includes(axis) : size !== 1));
};

const lookedUp: Computes = ({ shapes: [rows, table] }) =>
  rows!.length === 1 && table ? [rows![0]!, ...table.slice(1)] : null;

const gatheredByPoints: Computes = ({ shapes: [input, points] }) => {
  const depth = points?.at(-1);
  return depth !== undefined && depth <= input!.length
    ? [...points!.slice(0, -1), ...input!.slice(depth)]
    : null;
};

/** An output is as large as a constant says. */
const told =
  (position: number): Computes =>
  ({ operator }) =>
    integersOf(operator.inputs[position]);

const B = BuiltinOperator;
const all = (codes: BuiltinOperator[], computes: Computes): [BuiltinOperator, Computes][] =>
  codes.map((code) => [code, computes]);

const table: Partial<Record<BuiltinOperator, Computes>> = Object.fromEntries([
  ...all(
    [B.ABS, B.CAST, B.CEIL, B.COS, B.CUMSUM, B.DEQUANTIZE, B.ELU, B.EXP, B.FLOOR, B.GELU, B.HARD_SWISH],
    first,
  ),
  ...all([B.L2_NORMALIZATION, B.LEAKY_RELU, B.LOG, B.LOGICAL_NOT, B.LOGISTIC, B.LOG_SOFTMAX, B.NEG], first),
  ...all([B.QUANTIZE, B.RELU, B.RELU6, B.RELU_0_TO_1, B.RELU_N1_TO_1, B.REVERSE_V2, B.ROUND, B.RSQRT], first),
  ...all([B.SIGN, B.SIN, B.SOFTMAX, B.SQRT, B.SQUARE, B.TANH, B.ZEROS_LIKE], first),
  ...all([B.ADD, B.DIV, B.FLOOR_DIV, B.FLOOR_MOD, B.MAXIMUM, B.MINIMUM, B.MUL, B.POW, B.PRELU], broadcast),
  ...all([B.SQUARED_DIFFERENCE, B.SUB, B.SELECT_V2, B.LOGICAL_AND, B.LOGICAL_OR], broadcast),
  ...all([B.EQUAL, B.NOT_EQUAL, B.GREATER, B.GREATER_EQUAL, B.LESS, B.LESS_EQUAL], broadcast),
  ...all([B.AVERAGE_POOL_2D, B.L2_POOL_2D, B.MAX_POOL_2D], pooled),
  ...all([B.MEAN, B.SUM, B.REDUCE_ALL, B.REDUCE_ANY, B.REDUCE_MAX, B.REDUCE_MIN, B.REDUCE_PROD], reduced),
  ...all([B.ARG_MAX, B.ARG_MIN], withoutAxis),
  ...all([B.PAD, B.PADV2, B.MIRROR_PAD], padded),
  ...all([B.RESIZE_BILINEAR, B.RESIZE_NEAREST_NEIGHBOR], resized),
  ...all([B.FILL, B.TRANSPOSE_CONV], told(0)),
  ...all([B.BROADCAST_TO], told(1)),
  [B.CONV_2D, convolved(Conv2DOptionsT, 0)],
  [B.DEPTHWISE_CONV_2D, convolved(DepthwiseConv2DOptionsT, 3)],
  [B.FULLY_CONNECTED, fullyConnected],
  [B.BATCH_MATMUL, multiplied],
  [B.RESHAPE, reshaped],
  [B.TRANSPOSE, transposed],
  [B.CONCATENATION, concatenated],
  [B.TILE, tiled],
  [B.GATHER, gathered],
  [B.SLICE, sliced],
  [B.STRIDED_SLICE, stridedSlice],
  [B.SPLIT, split],
  [B.EXPAND_DIMS, expanded],
  [B.SPACE_TO_DEPTH, spaceToDepth],
  [B.DEPTH_TO_SPACE, depthToSpace],
  [B.SPACE_TO_BATCH_ND, spaceToBatch],
  [B.BATCH_TO_SPACE_ND, batchToSpace],
  [B.PACK, packed],
  [B.UNPACK, unpacked],
  [B.SQUEEZE, squeezed],
  [B.EMBEDDING_LOOKUP, lookedUp],
  [B.GATHER_ND, gatheredByPoints],
  [B.SHAPE, ({ shapes: [input] }: Given) => [input!.length]],
  [B.RANK, () => []],
]);
