import { BuiltinOperator } from '../schema/index.js';
import { broadcastsChannels, keepsEachChannel } from './channels.js';
import { binary, fixed, free, type OperatorRule, unary } from './rule.js';

/** A function of each element alone. */
const elementwise = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  channels: keepsEachChannel,
});

/** A function of all channels of a pixel. */
const normalization = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  channels: () => 'normalizes over all of them',
});

/** Activation functions and normalizations. */
export const activations: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.RELU]: { ...elementwise({ int8: free(2), int16: free(3) }), passesFactors: () => true },
  [BuiltinOperator.RELU6]: elementwise({ int8: free(2), int16: free(3) }),
  [BuiltinOperator.RELU_N1_TO_1]: elementwise({ int8: free(1) }),
  [BuiltinOperator.RELU_0_TO_1]: elementwise({ int8: free(1) }),
  [BuiltinOperator.LEAKY_RELU]: {
    ...elementwise({ int8: free(1), int16: free(2) }),
    passesFactors: () => true,
  },
  [BuiltinOperator.PRELU]: { ...binary({ int8: free(1) }), channels: broadcastsChannels },
  [BuiltinOperator.ELU]: elementwise({ int8: free(1) }),
  [BuiltinOperator.GELU]: elementwise({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.HARD_SWISH]: elementwise({ int8: free(1) }),
  [BuiltinOperator.LOGISTIC]: elementwise({ int8: fixed(2, 1 / 256, -128), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.TANH]: elementwise({ int8: fixed(2, 1 / 128, 0), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.SOFTMAX]: normalization({ int8: fixed(2, 1 / 256, -128), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.LOG_SOFTMAX]: normalization({ int8: fixed(2, 16 / 256, 127) }),
  [BuiltinOperator.L2_NORMALIZATION]: normalization({ int8: fixed(2, 1 / 128, 0) }),
  [BuiltinOperator.LOCAL_RESPONSE_NORMALIZATION]: normalization({}),
};
