import type { Operator } from '../graph.js';
import { BuiltinOperator, type ResizeBilinearOptionsT } from '../schema/index.js';
import { keepsChannels, type OperatorRule, type Role, same, unary } from './rule.js';

const moves = (inputs: Role[], kernels: OperatorRule['kernels']): OperatorRule => ({
  inputs,
  outputs: ['activation'],
  kernels,
});

/** Operators that move, repeat or pick elements and leave their values alone. */
export const shapes: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.RESHAPE]: { ...unary({ int8: same(1), int16: same(1) }), passesFactors: () => true },
  [BuiltinOperator.SQUEEZE]: { ...unary({ int8: same(1), int16: same(1) }), passesFactors: () => true },
  [BuiltinOperator.EXPAND_DIMS]: { ...unary({ int8: same(1), int16: same(1) }), passesFactors: () => true },
  [BuiltinOperator.TRANSPOSE]: unary({ int8: same(2), int16: same(5) }),
  [BuiltinOperator.SLICE]: unary({ int8: same(2), int16: same(4) }),
  [BuiltinOperator.STRIDED_SLICE]: unary({ int8: same(2), int16: same(1) }),
  [BuiltinOperator.SPLIT]: moves(['index', 'activation'], { int8: same(2), int16: same(4) }),
  [BuiltinOperator.SPLIT_V]: moves(['activation', 'index'], { int8: same(2), int16: same(1) }),
  [BuiltinOperator.CONCATENATION]: moves(['activation'], { int8: same(2), int16: same(3) }),
  [BuiltinOperator.PACK]: moves(['activation'], { int8: same(2), int16: same(3) }),
  [BuiltinOperator.UNPACK]: moves(['activation'], { int8: same(2), int16: same(4) }),
  [BuiltinOperator.GATHER]: unary({ int8: same(2), int16: same(4) }),
  [BuiltinOperator.GATHER_ND]: unary({ int8: same(1), int16: same(3) }),
  [BuiltinOperator.SCATTER_ND]: moves(['index', 'activation', 'index'], { int8: same(1) }),
  [BuiltinOperator.DYNAMIC_UPDATE_SLICE]: moves(['activation', 'activation', 'index'], {
    int8: same(1),
    int16: same(4),
  }),
  [BuiltinOperator.PAD]: { ...unary({ int8: same(2), int16: same(3) }), passesFactors: keepsChannels },
  [BuiltinOperator.PADV2]: moves(['activation', 'index', 'activation'], { int8: same(2), int16: same(3) }),
  [BuiltinOperator.MIRROR_PAD]: { ...unary({ int8: same(2), int16: same(3) }), passesFactors: keepsChannels },
  [BuiltinOperator.TILE]: unary({ int8: same(3), int16: same(3) }),
  [BuiltinOperator.BROADCAST_TO]: unary({ int8: same(3), int16: same(3) }),
  [BuiltinOperator.FILL]: moves(['index', 'activation'], { int8: same(3), int16: same(3) }),
  [BuiltinOperator.REVERSE_V2]: unary({ int8: same(3), int16: same(3) }),
  [BuiltinOperator.SELECT]: moves(['index', 'activation', 'activation'], { int8: same(1), int16: same(1) }),
  [BuiltinOperator.SELECT_V2]: moves(['index', 'activation', 'activation'], {
    int8: same(1),
    int16: same(1),
  }),
  [BuiltinOperator.BATCH_TO_SPACE_ND]: unary({ int8: same(2), int16: same(4) }),
  [BuiltinOperator.SPACE_TO_BATCH_ND]: unary({ int8: same(2), int16: same(4) }),
  [BuiltinOperator.SPACE_TO_DEPTH]: unary({ int8: same(2) }),
  [BuiltinOperator.DEPTH_TO_SPACE]: unary({ int8: same(2) }),
  [BuiltinOperator.RESIZE_BILINEAR]: { ...unary({ int8: same(2), int16: same(4) }), version: halfPixel },
  [BuiltinOperator.RESIZE_NEAREST_NEIGHBOR]: {
    ...unary({ int8: same(2), int16: same(4) }),
    version: halfPixel,
  },
  [BuiltinOperator.SHAPE]: { ...unary({}), outputs: ['index'], anyType: true },
  [BuiltinOperator.RANK]: { ...unary({}), outputs: ['index'], anyType: true },
};

function halfPixel({ options }: Operator): number {
  return (options as ResizeBilinearOptionsT | null)?.halfPixelCenters ? 3 : 1;
}
