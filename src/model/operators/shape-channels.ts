import type { Operator, Tensor } from '../graph.js';
import {
  ConcatenationOptionsT,
  GatherOptionsT,
  PackOptionsT,
  ReshapeOptionsT,
  StridedSliceOptionsT,
  UnpackOptionsT,
} from '../schema/index.js';
import {
  type Channels,
  integersOf,
  joinedChannels,
  keepsEachChannel,
  last,
  modulo,
  type ResizeChannels,
  regroupsChannels,
  replaceIntegers,
  sparesLast,
  width,
} from './channels.js';
import { optionsOf } from './rule.js';

// How operators that move elements around move channels, and the sizes that they are told.

const unknownAtRunTime = 'is told at run time what to do';
const movesChannels = 'moves them to another dimension';

/** RESHAPE, SQUEEZE, EXPAND_DIMS. */
export const reshapeChannels: Channels = ({ inputs: [input, shape], outputs: [output] }) => {
  if (!input || !output) return 'has no input';
  return shape && !shape.data ? unknownAtRunTime : [regroupsChannels(input, output)];
};

/** Puts the number of the output's channels at the end of a constant shape; −1 there says it already. */
export function resizesShape(position: number): ResizeChannels {
  return (operator, kept) => {
    const shape = integersOf(operator.inputs[position]);
    if (shape) replaceIntegers(operator, position, withLast(shape, kept(operator.outputs[0]!)));
  };
}

/** RESHAPE's options may repeat its shape. */
export const resizeReshape: ResizeChannels = (operator, kept) => {
  resizesShape(1)(operator, kept);
  const { options } = operator;
  if (options instanceof ReshapeOptionsT)
    options.newShape = withLast(options.newShape, kept(operator.outputs[0]!));
};

function withLast(shape: readonly number[], channels: number): number[] {
  return shape.map((size, i) => (i === shape.length - 1 && size !== -1 ? channels : size));
}

export const transposeChannels: Channels = (operator) => {
  const order = integersOf(operator.inputs[1]);
  if (!order) return unknownAtRunTime;
  return order.at(-1) === order.length - 1 ? keepsEachChannel(operator) : movesChannels;
};

export const concatenationChannels: Channels = (operator) => {
  const [output] = operator.outputs;
  const parts = operator.inputs.filter((input) => input !== null);
  if (!output) return 'has no output';
  const { axis } = optionsOf(operator, ConcatenationOptionsT);
  const isLast = axis === -1 || axis === output.shape.length - 1;
  return [isLast ? joinedChannels(parts, output) : [...parts, output].map((tensor) => last(tensor))];
};

/** All parts have the same size, so that they lose the same channels. */
export const splitChannels: Channels = ({ inputs: [axes, input], outputs }) => {
  const spared = input && sparesLast(axes, input.shape.length);
  if (!input || spared === null || !outputs[0]) return unknownAtRunTime;
  const channel = spared ? undefined : modulo(width(outputs[0]));
  return [[last(input, channel), ...outputs.map((output) => last(output))]];
};

export const splitVChannels: Channels = ({ inputs: [input, sizes, axes], outputs }) => {
  const spared = input && sparesLast(axes, input.shape.length);
  if (!input || spared === null || !sizes?.data) return unknownAtRunTime;
  return [spared ? [input, ...outputs].map((tensor) => last(tensor)) : joinedChannels(outputs, input)];
};

export const resizeSplitV: ResizeChannels = (operator, kept) => {
  const { inputs, outputs } = operator;
  if (sparesLast(inputs[2], inputs[0]!.shape.length)) return;
  const sizes = integersOf(inputs[1]);
  const resized = sizes?.map((size, i) => (size === -1 ? -1 : kept(outputs[i]!)));
  if (resized) replaceIntegers(operator, 1, resized);
};

/** PACK stacks its inputs along a new dimension. */
export const packChannels: Channels = (operator) => {
  const {
    inputs,
    outputs: [output],
  } = operator;
  const { axis } = optionsOf(operator, PackOptionsT);
  if (!output || axis === -1 || axis === output.shape.length - 1) return movesChannels;
  return [[...inputs.filter((input) => input !== null), output].map((tensor) => last(tensor))];
};

export const unpackChannels: Channels = (operator) => {
  const {
    inputs: [input],
    outputs,
  } = operator;
  const { axis } = optionsOf(operator, UnpackOptionsT);
  if (!input || axis === -1 || axis === input.shape.length - 1) return movesChannels;
  return [[input, ...outputs].map((tensor) => last(tensor))];
};

export const gatherChannels: Channels = (operator) => {
  const {
    inputs: [input],
    outputs: [output],
  } = operator;
  const { axis } = optionsOf(operator, GatherOptionsT);
  if (!input || !output || axis === -1 || axis === input.shape.length - 1) return 'picks some of them';
  return [[last(input), last(output)]];
};

/** REVERSE_V2 and MIRROR_PAD's like: axes in the second input. */
export const reverseChannels: Channels = (operator) =>
  sparesLast(operator.inputs[1], operator.inputs[0]?.shape.length ?? 0)
    ? keepsEachChannel(operator)
    : 'reverses their order';

export const tileChannels: Channels = ({ inputs: [input, multiples], outputs: [output] }) => {
  if (!input || !output || !multiples?.data) return unknownAtRunTime;
  return [[last(input), last(output, modulo(width(input)))]];
};

/** SPACE_TO_DEPTH: the channels of one pixel after those of another. */
export const stackChannels: Channels = ({ inputs: [input], outputs: [output] }) =>
  input && output ? [regroupsChannels(input, output)] : 'has no input';

/** Of one channel BROADCAST_TO makes many, which weights further on may then read. */
export const broadcastToChannels: Channels = ({ inputs: [input, shape], outputs: [output] }) => {
  if (!input || !output || !shape?.data) return unknownAtRunTime;
  return [[...(width(input) === width(output) ? [last(input)] : []), last(output)]];
};

/** PAD, PADV2: channels that are added before and behind can be cut like any other. */
export const padChannels: Channels = ({ inputs: [input, paddings], outputs: [output] }) => {
  const [before] = lastPadding(paddings) ?? [];
  if (!input || !output || before === undefined) return unknownAtRunTime;
  return [[last(input, (index) => before + index), last(output)]];
};

export const resizePad: ResizeChannels = (operator, kept) => {
  const { inputs, outputs } = operator;
  const [before, after] = lastPadding(inputs[1])!;
  const channels = width(outputs[0]!);
  const [first, behind] = [kept(outputs[0]!, 0, before), kept(outputs[0]!, channels - after, channels)];
  replaceIntegers(operator, 1, [...integersOf(inputs[1])!.slice(0, -2), first, behind]);
};

function lastPadding(paddings: Tensor | null | undefined): [number, number] | null {
  const values = integersOf(paddings);
  return values && values.length >= 2 ? [values.at(-2)!, values.at(-1)!] : null;
}

/** SLICE: a part of the channels, or all of them. */
export const sliceChannels: Channels = ({ inputs: [input, begins, sizes], outputs: [output] }) => {
  const begin = integersOf(begins)?.at(-1);
  if (!input || !output || begin === undefined || !sizes?.data) return unknownAtRunTime;
  return [[last(input), last(output, (index) => begin + index)]];
};

export const resizeSlice: ResizeChannels = (operator, kept) => {
  const [input, begins, sizes] = operator.inputs;
  const [begin, size] = [integersOf(begins)!, integersOf(sizes)!];
  replaceIntegers(operator, 1, [...begin.slice(0, -1), kept(input!, 0, begin.at(-1)!)]);
  replaceIntegers(operator, 2, withLast(size, kept(operator.outputs[0]!)));
};

export const stridedSliceChannels: Channels = (operator) => {
  const { inputs, outputs, options } = operator;
  const [input] = inputs;
  const [output] = outputs;
  if (!input || !output || inputs.slice(1).some((each) => !each?.data)) return unknownAtRunTime;
  const part = lastPart(operator);
  if (!(options instanceof StridedSliceOptionsT) || !part) return 'picks some of them';
  return [[last(input), last(output, (index) => part.begin + index)]];
};

export const resizeStridedSlice: ResizeChannels = (operator, kept) => {
  const part = lastPart(operator);
  const [input, begins, ends] = operator.inputs;
  const [begin, end] = [integersOf(begins)!, integersOf(ends)!];
  if (!part || begin.length < input!.shape.length) return;
  replaceIntegers(operator, 1, [...begin.slice(0, -1), kept(input!, 0, part.begin)]);
  const { offset } = optionsOf(operator, StridedSliceOptionsT);
  replaceIntegers(operator, 2, [...end.slice(0, -1), kept(input!, offset ? part.begin : 0, part.end)]);
};

/** Which channels, in one piece, a STRIDED_SLICE takes; null: others, or in another order. */
function lastPart(operator: Operator): { begin: number; end: number } | null {
  const { inputs } = operator;
  const { beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask, offset } = optionsOf(
    operator,
    StridedSliceOptionsT,
  );
  const [begins, ends, strides] = inputs.slice(1).map(integersOf);
  const input = inputs[0]!;
  if (ellipsisMask || newAxisMask || !begins || !ends || !strides) return null;
  const axis = input.shape.length - 1;
  if (begins.length <= axis) return { begin: 0, end: width(input) };
  if (strides[axis] !== 1 || (shrinkAxisMask >> axis) & 1) return null;
  const from = (beginMask >> axis) & 1 ? 0 : fromStart(begins[axis]!, width(input));
  // With `offset` ends are told as lengths.
  const end = offset ? from + ends[axis]! : ends[axis]!;
  const to = (endMask >> axis) & 1 ? width(input) : fromStart(end, width(input));
  return { begin: from, end: to };
}

/** An index that may count from the end, or lie beyond it. */
function fromStart(index: number, size: number): number {
  return Math.max(0, Math.min(size, index < 0 ? index + size : index));
}
