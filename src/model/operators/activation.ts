import { BuiltinOperator } from '../schema/index.js';
import { binary, fixed, free, type OperatorRule, unary } from './rule.js';

/** Activation functions and normalizations. */
export const activations: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.RELU]: { ...unary({ int8: free(2), int16: free(3) }), passesFactors: () => true },
  [BuiltinOperator.RELU6]: unary({ int8: free(2), int16: free(3) }),
  [BuiltinOperator.RELU_N1_TO_1]: unary({ int8: free(1) }),
  [BuiltinOperator.RELU_0_TO_1]: unary({ int8: free(1) }),
  [BuiltinOperator.LEAKY_RELU]: { ...unary({ int8: free(1), int16: free(2) }), passesFactors: () => true },
  [BuiltinOperator.PRELU]: binary({ int8: free(1) }),
  [BuiltinOperator.ELU]: unary({ int8: free(1) }),
  [BuiltinOperator.GELU]: unary({ int8: free(2) }),
  [BuiltinOperator.HARD_SWISH]: unary({ int8: free(1) }),
  [BuiltinOperator.LOGISTIC]: unary({ int8: fixed(2, 1 / 256, -128), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.TANH]: unary({ int8: fixed(2, 1 / 128, 0), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.SOFTMAX]: unary({ int8: fixed(2, 1 / 256, -128), int16: fixed(3, 1 / 32768, 0) }),
  [BuiltinOperator.LOG_SOFTMAX]: unary({ int8: fixed(2, 16 / 256, 127) }),
  [BuiltinOperator.L2_NORMALIZATION]: unary({ int8: fixed(2, 1 / 128, 0) }),
  [BuiltinOperator.LOCAL_RESPONSE_NORMALIZATION]: unary({}),
};
