import { BuiltinOperator } from '../schema/index.js';
import { broadcastsChannels, keepsEachChannel } from './channels.js';
import { binary, fixed, free, type Kernel, type OperatorRule, unary } from './rule.js';

/** A function of each element alone. */
const elementwise = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  channels: keepsEachChannel,
});

/** The same, of arithmetic and comparisons alone. */
const exact = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...elementwise(kernels),
  sameBitsNatively: () => true,
});

/** A function of all channels of a pixel. */
const normalization = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  channels: () => 'normalizes over all of them',
});

/** Where a sigmoid of 256 steps is half a step from 0, and where it reaches its largest code, 255/256. */
const sigmoidSaturates = { min: -Math.log(511), max: Math.log(255) };

/** The same of the hyperbolic tangent, which is 2σ(2x) − 1. */
const tanhSaturates = { min: sigmoidSaturates.min / 2, max: sigmoidSaturates.max / 2 };

/** A kernel that cuts its input off. */
const cutting = (version: number, min: number, max: number): Kernel => ({
  ...free(version),
  saturates: { min, max },
});

/** Activation functions and normalizations. */
export const activations: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.RELU]: {
    ...exact({ int8: cutting(2, 0, Infinity), int16: free(3) }),
    passesFactors: () => true,
    sparseLayout: 'within',
  },
  [BuiltinOperator.RELU6]: { ...exact({ int8: cutting(2, 0, 6), int16: free(3) }), sparseLayout: 'within' },
  [BuiltinOperator.RELU_N1_TO_1]: exact({ int8: cutting(1, -1, 1) }),
  [BuiltinOperator.RELU_0_TO_1]: exact({ int8: cutting(1, 0, 1) }),
  [BuiltinOperator.LEAKY_RELU]: {
    ...exact({ int8: free(1), int16: free(2) }),
    passesFactors: () => true,
    sparseLayout: 'within',
  },
  [BuiltinOperator.PRELU]: {
    ...binary({ int8: free(1) }),
    channels: broadcastsChannels,
    sameBitsNatively: () => true,
  },
  [BuiltinOperator.ELU]: elementwise({ int8: free(1) }),
  [BuiltinOperator.GELU]: elementwise({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.HARD_SWISH]: { ...exact({ int8: cutting(1, -3, Infinity) }), sparseLayout: 'within' },
  [BuiltinOperator.LOGISTIC]: {
    ...elementwise({
      int8: { ...fixed(2, 1 / 256, -128), saturates: sigmoidSaturates },
      int16: fixed(3, 1 / 32768, 0),
    }),
    sparseLayout: 'within',
  },
  [BuiltinOperator.TANH]: elementwise({
    int8: { ...fixed(2, 1 / 128, 0), saturates: tanhSaturates },
    int16: fixed(3, 1 / 32768, 0),
  }),
  [BuiltinOperator.SOFTMAX]: normalization({ int8: fixed(2, 1 / 256, -128), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.LOG_SOFTMAX]: normalization({ int8: fixed(2, 16 / 256, 127) }),
  [BuiltinOperator.L2_NORMALIZATION]: normalization({ int8: fixed(2, 1 / 128, 0) }),
  [BuiltinOperator.LOCAL_RESPONSE_NORMALIZATION]: normalization({}),
};
