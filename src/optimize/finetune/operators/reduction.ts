import * as tf from '@tensorflow/tfjs-core';
import {
  type BatchMatMulOptionsT,
  BuiltinOperator,
  Padding,
  type Pool2DOptionsT,
  type ReducerOptionsT,
} from '../../../model/schema/index.js';
import { activate } from './activation.js';
import { axisOf, type Call, optionsOf, type Program } from './call.js';

type Reduce = (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor;

const reduction = (reduce: Reduce): Program => ({
  constants: [1],
  compute: (call) => {
    const x = call.input(0);
    const axes = call.numbers(1).map((axis) => axisOf(axis, x.rank));
    return reduce(x, axes, optionsOf<ReducerOptionsT>(call).keepDims);
  },
});

/** Pooling, reductions over axes, and products of what is computed. */
export const reductions: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.AVERAGE_POOL_2D]: { compute: averagePool },
  [BuiltinOperator.MAX_POOL_2D]: { compute: maxPool },
  [BuiltinOperator.MEAN]: reduction(tf.mean),
  [BuiltinOperator.SUM]: reduction(tf.sum),
  [BuiltinOperator.REDUCE_MAX]: reduction(tf.max),
  [BuiltinOperator.REDUCE_MIN]: reduction(tf.min),
  [BuiltinOperator.BATCH_MATMUL]: {
    compute: (call) => {
      const { adjX, adjY } = optionsOf<BatchMatMulOptionsT>(call);
      return tf.matMul(call.input(0), call.input(1), adjX, adjY);
    },
  },
};

function averagePool(call: Call): tf.Tensor {
  const x = call.input(0) as tf.Tensor4D;
  const { filterHeight, filterWidth, strideH, strideW, padding } = optionsOf<Pool2DOptionsT>(call);
  const isGlobal = filterHeight === x.shape[1] && filterWidth === x.shape[2] && padding === Padding.VALID;
  const pooled = isGlobal
    ? tf.mean(x, [1, 2], true)
    : tf.avgPool(x, [filterHeight, filterWidth], [strideH, strideW], paddingName(padding));
  return activate(pooled, call.operator);
}

function maxPool(call: Call): tf.Tensor {
  const { filterHeight, filterWidth, strideH, strideW, padding } = optionsOf<Pool2DOptionsT>(call);
  const x = call.input(0) as tf.Tensor4D;
  const pooled = tf.maxPool(x, [filterHeight, filterWidth], [strideH, strideW], paddingName(padding));
  return activate(pooled, call.operator);
}

const paddingName = (padding: Padding) => (padding === Padding.SAME ? 'same' : 'valid');
