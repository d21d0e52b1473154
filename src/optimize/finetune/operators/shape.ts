import * as tf from '@tensorflow/tfjs-core';
import { optionsOf } from '../../../model/operators/index.js';
import {
  BuiltinOperator,
  ConcatenationOptionsT,
  GatherOptionsT,
  MirrorPadMode,
  MirrorPadOptionsT,
  PackOptionsT,
  ResizeBilinearOptionsT,
  StridedSliceOptionsT,
  UnpackOptionsT,
} from '../../../model/schema/index.js';
import { activate } from './activation.js';
import { axisOf, type Call, forBatch, type Program } from './call.js';
import { bilinearWeights, nearestWeights, resize } from './resize.js';

/** The output's shape says it all. */
const reshape: Program = {
  compute: (call) => {
    const x = call.input(0);
    return tf.reshape(x, forBatch(x, call, 0, call.operator.outputs[0]!.shape));
  },
};

/** Operators that move, repeat or pick elements. */
export const shapes: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.RESHAPE]: reshape,
  [BuiltinOperator.SQUEEZE]: reshape,
  [BuiltinOperator.EXPAND_DIMS]: reshape,
  [BuiltinOperator.TRANSPOSE]: {
    constants: [1],
    compute: (call) => tf.transpose(call.input(0), call.numbers(1)),
  },
  [BuiltinOperator.PAD]: { constants: [1], compute: (call) => pad(call, 0) },
  [BuiltinOperator.PADV2]: { constants: [1, 2], compute: (call) => pad(call, call.numbers(2)[0]!) },
  [BuiltinOperator.MIRROR_PAD]: {
    constants: [1],
    compute: (call) => {
      const { mode } = optionsOf(call.operator, MirrorPadOptionsT);
      const skipped = mode === MirrorPadMode.REFLECT ? 1 : 0;
      return pairs(call).reduce((x, margins, axis) => mirror(x, axis, margins, skipped), call.input(0));
    },
  },
  [BuiltinOperator.CONCATENATION]: {
    compute: (call) => {
      const { axis } = optionsOf(call.operator, ConcatenationOptionsT);
      const parts = call.operator.inputs.map((_, i) => call.input(i));
      return activate(tf.concat(parts, axisOf(axis, parts[0]!.rank)), call.operator);
    },
  },
  [BuiltinOperator.SPLIT]: { constants: [0], compute: (call) => split(call, 1, 0) },
  [BuiltinOperator.SPLIT_V]: { constants: [1, 2], compute: (call) => split(call, 0, 2) },
  [BuiltinOperator.SLICE]: { constants: [1, 2], compute: slice },
  [BuiltinOperator.STRIDED_SLICE]: {
    constants: [1, 2, 3],
    refuses: (operator) => {
      const { ellipsisMask, newAxisMask } = optionsOf(operator, StridedSliceOptionsT);
      return ellipsisMask || newAxisMask ? 'it has an ellipsis or new axes' : null;
    },
    compute: stridedSlice,
  },
  [BuiltinOperator.GATHER]: {
    constants: [1],
    refuses: (operator) => (optionsOf(operator, GatherOptionsT).batchDims ? 'it has batch dimensions' : null),
    compute: (call) => {
      const { axis } = optionsOf(call.operator, GatherOptionsT);
      const x = call.input(0);
      const at = axisOf(axis, x.rank);
      const { shape } = call.operator.inputs[1]!;
      return tf.reshape(pick(x, at, call.numbers(1)), [
        ...x.shape.slice(0, at),
        ...shape,
        ...x.shape.slice(at + 1),
      ]);
    },
  },
  [BuiltinOperator.PACK]: {
    compute: (call) => {
      const parts = call.operator.inputs.map((_, i) => call.input(i));
      return tf.stack(parts, axisOf(optionsOf(call.operator, PackOptionsT).axis, parts[0]!.rank + 1));
    },
  },
  [BuiltinOperator.UNPACK]: {
    compute: (call) => {
      const x = call.input(0);
      return tf.unstack(x, axisOf(optionsOf(call.operator, UnpackOptionsT).axis, x.rank));
    },
  },
  [BuiltinOperator.RESIZE_BILINEAR]: {
    compute: (call) => resized(call, bilinearWeights),
  },
  [BuiltinOperator.RESIZE_NEAREST_NEIGHBOR]: {
    compute: (call) => resized(call, nearestWeights),
  },
};

/** Pairs [before, behind] of a padding, one a dimension. */
function pairs(call: Call): [number, number][] {
  const numbers = call.numbers(1);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

/** @param skipped 1: the edge itself isn't repeated */
function mirror(x: tf.Tensor, axis: number, [before, behind]: [number, number], skipped: number): tf.Tensor {
  if (before === 0 && behind === 0) return x;
  const size = x.shape[axis]!;
  const [head, tail] = [Array.from({ length: before }), Array.from({ length: behind })];
  return pick(x, axis, [
    ...head.map((_, i) => before - 1 - i + skipped),
    ...Array.from({ length: size }, (_, i) => i),
    ...tail.map((_, i) => size - 1 - skipped - i),
  ]);
}

/** Elements along an axis by a product with ones and zeros: tfjs's gathering has no gradient in its wasm backend. */
function pick(x: tf.Tensor, axis: number, indices: number[]): tf.Tensor {
  const size = x.shape[axis]!;
  const ones = new Float32Array(indices.length * size);
  indices.forEach((index, i) => {
    ones[i * size + axisOf(index, size)] = 1;
  });
  const order = [axis, ...x.shape.keys()].filter((each, i) => i === 0 || each !== axis);
  const front = tf.transpose(x, order);
  const picked = tf.matMul(
    tf.tensor2d(ones, [indices.length, size]),
    tf.reshape(front, [size, -1]) as tf.Tensor2D,
  );
  const back = order.map((_, i) => order.indexOf(i));
  return tf.transpose(tf.reshape(picked, [indices.length, ...front.shape.slice(1)]), back);
}

function pad(call: Call, value: number): tf.Tensor {
  return tf.pad(call.input(0), pairs(call), value);
}

/** In the parts that the outputs' shapes tell. */
function split(call: Call, input: number, axisInput: number): tf.Tensor[] {
  const x = call.input(input);
  const axis = axisOf(call.numbers(axisInput)[0]!, x.rank);
  const sizes = call.operator.outputs.map(({ shape }) => shape[axis]!);
  return tf.split(x, axis === 0 ? sizes.length : sizes, axis);
}

/** Along the first dimension, which holds the batch, the whole of a sample is the whole of the batch. */
function slice(call: Call): tf.Tensor {
  const x = call.input(0);
  const [begin, size] = [call.numbers(1), call.numbers(2)];
  const [first] = call.operator.inputs[0]!.shape;
  if (begin[0] === 0 && (size[0] === first || size[0] === -1)) size[0] = x.shape[0]!;
  return tf.slice(x, begin, size);
}

function stridedSlice(call: Call): tf.Tensor {
  const { beginMask, endMask, shrinkAxisMask } = optionsOf(call.operator, StridedSliceOptionsT);
  const { shape } = call.operator.inputs[0]!;
  let x = call.input(0);
  const [begins, ends, strides] = [1, 2, 3].map((position) => call.numbers(position)) as [
    number[],
    number[],
    number[],
  ];
  for (let axis = 0; axis < begins.length; axis++) {
    const bit = 1 << axis;
    const places = steps(shape[axis]!, strides[axis]!, {
      begin: beginMask & bit ? null : begins[axis]!,
      end: endMask & bit ? null : ends[axis]!,
      one: (shrinkAxisMask & bit) !== 0,
    });
    const isWhole = places.length === shape[axis] && places.every((place, i) => place === i);
    if (!isWhole) x = pick(x, axis, places);
  }
  return tf.reshape(x, forOutput(call, x));
}

/** Indices along a dimension, as Python slices; null: from, or to, the end. */
function steps(
  size: number,
  stride: number,
  { begin, end, one }: { begin: number | null; end: number | null; one: boolean },
): number[] {
  const from = (index: number) => (index < 0 ? index + size : index);
  if (one) return [from(begin ?? 0)];
  const [low, high] = stride > 0 ? [0, size] : [-1, size - 1];
  const bound = (index: number | null, open: number) =>
    index === null ? open : Math.min(Math.max(from(index), low), high);
  const [first, last] =
    stride > 0 ? [bound(begin, 0), bound(end, size)] : [bound(begin, size - 1), bound(end, -1)];
  const count = Math.max(0, Math.ceil((last - first) / stride));
  return Array.from({ length: count }, (_, i) => first + i * stride);
}

/** The output's shape, the batch along the first dimension taken from how many elements there are. */
function forOutput({ operator }: Call, x: tf.Tensor): number[] {
  const { shape } = operator.outputs[0]!;
  const samples = x.size / shape.reduce((product, size) => product * size, 1);
  return shape.length === 0 ? [] : [shape[0]! * samples, ...shape.slice(1)];
}

function resized(call: Call, weights: typeof bilinearWeights): tf.Tensor {
  const x = call.input(0) as tf.Tensor4D;
  const [, height, width] = call.operator.outputs[0]!.shape;
  const { alignCorners, halfPixelCenters } = optionsOf(call.operator, ResizeBilinearOptionsT);
  const along = (from: number, to: number) => weights(from, to, { alignCorners, halfPixelCenters });
  return resize(x, along(x.shape[1], height!), along(x.shape[2], width!));
}
