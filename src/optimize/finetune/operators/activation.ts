import * as tf from '@tensorflow/tfjs-core';
import type { Operator } from '../../../model/graph.js';
import { optionsOf } from '../../../model/operators/index.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  GeluOptionsT,
  LeakyReluOptionsT,
  SoftmaxOptionsT,
} from '../../../model/schema/index.js';
import type { Fused } from '../kernels.js';
import type { Program } from './call.js';

const unary = (f: (x: tf.Tensor) => tf.Tensor): Program => ({ compute: (call) => f(call.input(0)) });

/** Activation functions and normalizations. */
export const activations: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.RELU]: unary(tf.relu),
  [BuiltinOperator.RELU6]: unary(tf.relu6),
  [BuiltinOperator.RELU_N1_TO_1]: unary((x) => tf.clipByValue(x, -1, 1)),
  [BuiltinOperator.RELU_0_TO_1]: unary((x) => tf.clipByValue(x, 0, 1)),
  [BuiltinOperator.LEAKY_RELU]: {
    compute: (call) => tf.leakyRelu(call.input(0), optionsOf(call.operator, LeakyReluOptionsT).alpha),
  },
  [BuiltinOperator.PRELU]: {
    compute: (call) => {
      const x = call.input(0);
      return tf.sub(tf.relu(x), tf.mul(call.input(1), tf.relu(tf.neg(x))));
    },
  },
  [BuiltinOperator.ELU]: unary(tf.elu),
  [BuiltinOperator.GELU]: {
    compute: (call) => gelu(call.input(0), optionsOf(call.operator, GeluOptionsT).approximate),
  },
  [BuiltinOperator.HARD_SWISH]: unary((x) => tf.mul(x, tf.div(tf.relu6(tf.add(x, 3)), 6))),
  [BuiltinOperator.LOGISTIC]: unary(tf.sigmoid),
  [BuiltinOperator.TANH]: unary(tf.tanh),
  [BuiltinOperator.SOFTMAX]: {
    compute: (call) => softmax(tf.mul(call.input(0), betaOf(call.operator))),
  },
  [BuiltinOperator.LOG_SOFTMAX]: unary((x) => tf.logSoftmax(x)),
  [BuiltinOperator.L2_NORMALIZATION]: unary((x) => {
    const squares = tf.sum(tf.square(x), -1, true);
    return tf.mul(x, tf.rsqrt(tf.maximum(squares, 1e-12)));
  }),
};

function softmax(x: tf.Tensor): tf.Tensor {
  const classes = x.shape.at(-1) ?? 1;
  return tf.reshape(tf.softmax(tf.reshape(x, [-1, classes])), x.shape);
}

function gelu(x: tf.Tensor, approximate: boolean): tf.Tensor {
  if (!approximate) return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
  const inner = tf.mul(tf.add(x, tf.mul(tf.mul(x, tf.square(x)), 0.044715)), Math.sqrt(2 / Math.PI));
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
}

const { NONE, RELU, RELU6, RELU_N1_TO_1, TANH } = ActivationFunctionType;

function functionOf({ options }: Operator): ActivationFunctionType {
  return options && 'fusedActivationFunction' in options ? options.fusedActivationFunction : NONE;
}

/** An operator's activation function, where layers apply it themselves. */
export function fusedOf(operator: Operator): Fused {
  const fused = functionOf(operator);
  return fused === RELU ? 'relu' : fused === RELU6 ? 'relu6' : 'linear';
}

/** @param byLayer what layers apply themselves has been applied */
export function activate(x: tf.Tensor, operator: Operator, byLayer = false): tf.Tensor {
  switch (functionOf(operator)) {
    case RELU:
      return byLayer ? x : tf.relu(x);
    case RELU6:
      return byLayer ? x : tf.relu6(x);
    case RELU_N1_TO_1:
      return tf.clipByValue(x, -1, 1);
    case TANH:
      return tf.tanh(x);
    default:
      return x;
  }
}

/** What a SOFTMAX multiplies its input by; 1 where it isn't told. */
function betaOf({ options }: Operator): number {
  return options instanceof SoftmaxOptionsT ? options.beta : 1;
}

/** Operators with another fused activation function (SIGN_BIT) aren't covered. */
export function refusesActivation(operator: Operator): string | null {
  const known = [NONE, RELU, RELU6, RELU_N1_TO_1, TANH].includes(functionOf(operator));
  return known ? null : 'its activation function has no gradient';
}
