import { BuiltinOperator } from '../schema/index.js';
import { free, type OperatorRule, same, unary } from './rule.js';

/** Pooling, and reductions over axes. */
export const reductions: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.AVERAGE_POOL_2D]: unary({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.MAX_POOL_2D]: unary({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.L2_POOL_2D]: unary({}),
  [BuiltinOperator.MEAN]: unary({ int8: free(2), int16: free(3) }),
  [BuiltinOperator.SUM]: unary({ int8: free(2), int16: same(1) }),
  [BuiltinOperator.REDUCE_MAX]: unary({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.REDUCE_MIN]: unary({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.REDUCE_PROD]: {
    ...unary({}),
    floatOnly: 'products of 8-bit numbers leave no precision',
  },
  [BuiltinOperator.ARG_MAX]: { ...unary({ int8: free(2) }), outputs: ['index'] },
  [BuiltinOperator.ARG_MIN]: { ...unary({ int8: free(2) }), outputs: ['index'] },
  [BuiltinOperator.TOPK_V2]: {
    ...unary({ int8: same(2), int16: same(3) }),
    outputs: ['activation', 'index'],
  },
};
