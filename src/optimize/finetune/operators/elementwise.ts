import * as tf from '@tensorflow/tfjs-core';
import { BuiltinOperator } from '../../../model/schema/index.js';
import { activate } from './activation.js';
import type { Program } from './call.js';

const unary = (f: (x: tf.Tensor) => tf.Tensor): Program => ({ compute: (call) => f(call.input(0)) });

const binary = (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Program => ({
  compute: (call) => activate(f(call.input(0), call.input(1)), call.operator),
});

/** A tensor in a shape that it is repeated over, and its gradient summed over that again. */
const repeated = (x: tf.Tensor, shape: number[]): tf.Tensor =>
  tf.util.arraysEqual(x.shape, shape) ? x : tf.add(x, tf.zeros(shape));

/** TensorFlow.js gives these gradients the shape of the result, which an operand that is repeated hasn't. */
const evenly = (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Program =>
  binary((a, b) => {
    const shape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    return f(repeated(a, shape), repeated(b, shape));
  });

/** Arithmetic, element by element. */
export const elementwise: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.ADD]: binary(tf.add),
  [BuiltinOperator.SUB]: binary(tf.sub),
  [BuiltinOperator.MUL]: binary(tf.mul),
  [BuiltinOperator.DIV]: binary(tf.div),
  [BuiltinOperator.SQUARED_DIFFERENCE]: evenly(tf.squaredDifference),
  [BuiltinOperator.MAXIMUM]: evenly(tf.maximum),
  [BuiltinOperator.MINIMUM]: evenly(tf.minimum),
  [BuiltinOperator.ABS]: unary(tf.abs),
  [BuiltinOperator.NEG]: unary(tf.neg),
  [BuiltinOperator.SQUARE]: unary(tf.square),
  [BuiltinOperator.SQRT]: unary(tf.sqrt),
  [BuiltinOperator.RSQRT]: unary(tf.rsqrt),
  [BuiltinOperator.EXP]: unary(tf.exp),
  [BuiltinOperator.LOG]: unary(tf.log),
};
