import * as tf from '@tensorflow/tfjs-core';
import { BuiltinOperator } from '../../../model/schema/index.js';
import { activate } from './activation.js';
import type { Program } from './call.js';

const unary = (f: (x: tf.Tensor) => tf.Tensor): Program => ({ compute: (call) => f(call.input(0)) });

const binary = (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Program => ({
  compute: (call) => activate(f(call.input(0), call.input(1)), call.operator),
});

/** Arithmetic, element by element. */
export const elementwise: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.ADD]: binary(tf.add),
  [BuiltinOperator.SUB]: binary(tf.sub),
  [BuiltinOperator.MUL]: binary(tf.mul),
  [BuiltinOperator.DIV]: binary(tf.div),
  [BuiltinOperator.SQUARED_DIFFERENCE]: binary(tf.squaredDifference),
  [BuiltinOperator.MAXIMUM]: binary(tf.maximum),
  [BuiltinOperator.MINIMUM]: binary(tf.minimum),
  [BuiltinOperator.ABS]: unary(tf.abs),
  [BuiltinOperator.NEG]: unary(tf.neg),
  [BuiltinOperator.SQUARE]: unary(tf.square),
  [BuiltinOperator.SQRT]: unary(tf.sqrt),
  [BuiltinOperator.RSQRT]: unary(tf.rsqrt),
  [BuiltinOperator.EXP]: unary(tf.exp),
  [BuiltinOperator.LOG]: unary(tf.log),
};
