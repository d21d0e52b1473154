import * as tf from '@tensorflow/tfjs-core';
import { optionsOf } from '../../../model/operators/index.js';
import {
  BatchMatMulOptionsT,
  BuiltinOperator,
  Padding,
  Pool2DOptionsT,
  ReducerOptionsT,
} from '../../../model/schema/index.js';
import type { Windows } from '../kernels.js';
import * as pooling from '../pooling.js';
import { activate } from './activation.js';
import { axisOf, type Call, type Program } from './call.js';
import { refusesWindows, windowsBetween } from './windows.js';

type Reduce = (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor;

const reduction = (reduce: Reduce): Program => ({
  constants: [1],
  compute: (call) => {
    const x = call.input(0);
    const axes = call.numbers(1).map((axis) => axisOf(axis, x.rank));
    return reduce(x, axes, optionsOf(call.operator, ReducerOptionsT).keepDims);
  },
});

/** Pooling, reductions over axes, and products of what is computed. */
export const reductions: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.AVERAGE_POOL_2D]: { compute: averagePool, refuses: refusesWindows },
  [BuiltinOperator.MAX_POOL_2D]: {
    refuses: refusesWindows,
    compute: (call) =>
      activate(pooling.maxPool(call.input(0) as tf.Tensor4D, ...windowsOfPool(call)), call.operator),
  },
  [BuiltinOperator.MEAN]: reduction(tf.mean),
  [BuiltinOperator.SUM]: reduction(tf.sum),
  [BuiltinOperator.REDUCE_MAX]: reduction(tf.max),
  [BuiltinOperator.REDUCE_MIN]: reduction(tf.min),
  [BuiltinOperator.BATCH_MATMUL]: {
    compute: (call) => {
      const { adjX, adjY } = optionsOf(call.operator, BatchMatMulOptionsT);
      const [left, right] = [call.input(0), call.input(1)];
      // Matrices that are repeated over the batch: the sum's gradient adds up what the product's doesn't.
      const repeated = (x: tf.Tensor, other: tf.Tensor) => {
        const [batch, others] = [x.shape.slice(0, -2), other.shape.slice(0, -2)];
        return String(batch) === String(others) ? x : tf.add(x, tf.zeros([...others, ...x.shape.slice(-2)]));
      };
      return tf.matMul(repeated(left, right), repeated(right, left), adjX, adjY);
    },
  },
};

function averagePool(call: Call): tf.Tensor {
  const { filterHeight, filterWidth, padding } = optionsOf(call.operator, Pool2DOptionsT);
  const x = call.input(0) as tf.Tensor4D;
  const isGlobal = filterHeight === x.shape[1] && filterWidth === x.shape[2] && padding === Padding.VALID;
  const pooled = isGlobal ? tf.mean(x, [1, 2], true) : pooling.averagePool(x, ...windowsOfPool(call));
  return activate(pooled, call.operator);
}

function windowsOfPool(call: Call): [size: [number, number], windows: Windows] {
  const { filterHeight, filterWidth } = optionsOf(call.operator, Pool2DOptionsT);
  const size: [number, number] = [filterHeight, filterWidth];
  return [size, windowsBetween(call.operator.inputs[0]!, call.operator.outputs[0]!, size, call.operator)];
}
