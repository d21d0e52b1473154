import type { Operator } from '../graph.js';
import { BuiltinOperator, TensorType } from '../schema/index.js';
import { typedData } from '../tensors.js';
import { type Channels, keepsEachChannel, last, sparesLast } from './channels.js';
import {
  activationPassesFactors,
  free,
  keepsChannels,
  type OperatorRule,
  same,
  unary,
  unlessCurved,
} from './rule.js';

/** Reductions over other dimensions than the last leave channels apart. */
const reducesPixels: Channels = ({ inputs: [input, axes], outputs: [output] }) =>
  input && output && sparesLast(axes, input.shape.length)
    ? [[last(input), last(output)]]
    : 'reduces over all of them';

const reduction = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  needs: 2,
  channels: reducesPixels,
});

/** Pooling, and reductions over axes. */
export const reductions: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.AVERAGE_POOL_2D]: {
    ...unary({ int8: same(2), int16: same(3) }),
    averages: true,
    sameBitsNatively: unlessCurved,
    channels: keepsEachChannel,
    passesFactors: activationPassesFactors,
  },
  [BuiltinOperator.MAX_POOL_2D]: {
    ...unary({ int8: same(2), int16: same(3) }),
    sameBitsNatively: unlessCurved,
    channels: keepsEachChannel,
    passesFactors: activationPassesFactors,
  },
  [BuiltinOperator.L2_POOL_2D]: { ...unary({}), channels: keepsEachChannel },
  [BuiltinOperator.MEAN]: {
    ...reduction({ int8: free(2), int16: free(3) }),
    passesFactors: leavesChannels,
    sameBitsNatively: leavesChannels,
    sparseLayout: 'end',
  },
  [BuiltinOperator.SUM]: reduction({ int8: free(2), int16: same(1) }),
  [BuiltinOperator.REDUCE_MAX]: reduction({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.REDUCE_MIN]: reduction({ int8: same(2), int16: same(3) }),
  [BuiltinOperator.REDUCE_PROD]: reduction({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.ARG_MAX]: { ...unary({ int8: free(2) }), needs: 2, outputs: ['index'] },
  [BuiltinOperator.ARG_MIN]: { ...unary({ int8: free(2) }), needs: 2, outputs: ['index'] },
  [BuiltinOperator.TOPK_V2]: {
    ...unary({ int8: same(2), int16: same(3) }),
    needs: 2,
    outputs: ['activation', 'index'],
  },
};

/** Whether a reduction is over other dimensions than the last. */
function leavesChannels(operator: Operator): boolean {
  const [input, axes] = operator.inputs;
  if (!input || !axes?.data || axes.type !== TensorType.INT32 || !keepsChannels(operator)) return false;
  const last = input.shape.length - 1;
  return Array.from(typedData(axes), Number).every((axis) => axis !== last && axis !== -1);
}
