import {
  BuiltinOperator,
  GeluOptionsT,
  HardSwishOptionsT,
  L2NormOptionsT,
  LeakyReluOptionsT,
  LocalResponseNormalizationOptionsT,
  LogSoftmaxOptionsT,
  SoftmaxOptionsT,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, type Form, random, single } from '../single-operator.js';

type Range = readonly [low: number, high: number];

/** An operator of one input that has its output's shape. */
function unary(
  operator: BuiltinOperator,
  name: string,
  range: Range,
  options?: Form['options'],
  shape = [1, 6, 5, 4],
): Case {
  return single(operator, name, {
    inputs: [computed(shape)],
    outputs: [computed(shape)],
    ranges: [range],
    ...(options && { options }),
  });
}

export const activations: Case[] = [
  unary(BuiltinOperator.RELU, '−2 to 2', [-2, 2]),
  unary(BuiltinOperator.RELU, '−1 to 6', [-1, 6]),
  unary(BuiltinOperator.RELU6, '−4 to 10', [-4, 10]),
  unary(BuiltinOperator.RELU_N1_TO_1, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.RELU_0_TO_1, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.LEAKY_RELU, 'α 0.1', [-3, 3], new LeakyReluOptionsT(0.1)),
  unary(BuiltinOperator.LEAKY_RELU, 'α 0.01', [-3, 3], new LeakyReluOptionsT(0.01)),
  unary(BuiltinOperator.LEAKY_RELU, 'α 1.5', [-3, 3], new LeakyReluOptionsT(1.5)),
  single(BuiltinOperator.PRELU, 'a slope a channel', {
    inputs: [computed([1, 6, 5, 4]), random([1, 1, 4], { scale: 0.2, offset: 0.3 })],
    outputs: [computed([1, 6, 5, 4])],
    ranges: [[-3, 3]],
  }),
  unary(BuiltinOperator.ELU, '−4 to 4', [-4, 4]),
  unary(BuiltinOperator.GELU, 'exact', [-4, 4], new GeluOptionsT(false)),
  unary(BuiltinOperator.GELU, 'approximate', [-4, 4], new GeluOptionsT(true)),
  unary(BuiltinOperator.HARD_SWISH, '−5 to 5', [-5, 5], new HardSwishOptionsT()),
  unary(BuiltinOperator.LOGISTIC, '−8 to 8', [-8, 8]),
  unary(BuiltinOperator.LOGISTIC, '−0.5 to 0.5', [-0.5, 0.5]),
  unary(BuiltinOperator.TANH, '−4 to 4', [-4, 4]),
  unary(BuiltinOperator.TANH, '−0.5 to 0.5', [-0.5, 0.5]),
  unary(BuiltinOperator.SOFTMAX, '12 classes', [-8, 8], new SoftmaxOptionsT(1), [1, 12]),
  unary(BuiltinOperator.SOFTMAX, 'β 2', [-4, 4], new SoftmaxOptionsT(2), [1, 12]),
  unary(BuiltinOperator.SOFTMAX, '4 dimensions', [-8, 8], new SoftmaxOptionsT(1)),
  unary(BuiltinOperator.SOFTMAX, '100 classes', [-8, 8], new SoftmaxOptionsT(1), [1, 100]),
  unary(BuiltinOperator.LOG_SOFTMAX, '12 classes', [-4, 4], new LogSoftmaxOptionsT(), [1, 12]),
  unary(BuiltinOperator.L2_NORMALIZATION, 'last axis', [-2, 2], new L2NormOptionsT()),
  unary(
    BuiltinOperator.LOCAL_RESPONSE_NORMALIZATION,
    'radius 2',
    [-2, 2],
    new LocalResponseNormalizationOptionsT(2, 1, 0.5, 0.5),
  ),
];
