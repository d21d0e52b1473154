import type { Operator } from '../graph.js';
import { BuiltinOperator } from '../schema/index.js';
import { broadcastsChannels, keepsEachChannel } from './channels.js';
import { keepsChannels, type OperatorRule, type Role, same, unary } from './rule.js';
import * as channels from './shape-channels.js';
import { toldMargins, toldRepeats, toldShape, toldSize } from './told-elements.js';

const moves = (
  inputs: Role[],
  kernels: OperatorRule['kernels'],
  needs: number = inputs.length,
): OperatorRule => ({
  inputs,
  needs,
  outputs: ['activation'],
  kernels,
  sameBitsNatively: () => true,
});

/** An operator of one activation, told what to do with it. */
const movesOne = (kernels: OperatorRule['kernels'], needs = 2): OperatorRule =>
  moves(['activation', 'index'], kernels, needs);

/** The same of one that its options, or its output's shape, may tell. */
const movesByOptions = (kernels: OperatorRule['kernels']): OperatorRule => movesOne(kernels, 1);

/** Operators that move, repeat or pick elements and leave their values alone. */
export const shapes: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.RESHAPE]: {
    ...movesByOptions({ int8: same(1), int16: same(1) }),
    transparent: true,
    reshapes: true,
    passesFactors: () => true,
    channels: channels.reshapeChannels,
    resize: channels.resizeReshape,
  },
  [BuiltinOperator.SQUEEZE]: {
    ...movesByOptions({ int8: same(1), int16: same(1) }),
    transparent: true,
    reshapes: true,
    passesFactors: () => true,
    channels: channels.reshapeChannels,
  },
  [BuiltinOperator.EXPAND_DIMS]: {
    ...movesByOptions({ int8: same(1), int16: same(1) }),
    reshapes: true,
    passesFactors: () => true,
    channels: channels.reshapeChannels,
  },
  [BuiltinOperator.TRANSPOSE]: {
    ...movesOne({ int8: same(2), int16: same(5) }),
    channels: channels.transposeChannels,
  },
  [BuiltinOperator.SLICE]: {
    ...movesOne({ int8: same(2), int16: same(4) }, 3),
    channels: channels.sliceChannels,
    resize: channels.resizeSlice,
  },
  [BuiltinOperator.STRIDED_SLICE]: {
    ...movesOne({ int8: same(2), int16: same(1) }, 4),
    channels: channels.stridedSliceChannels,
    resize: channels.resizeStridedSlice,
  },
  [BuiltinOperator.SPLIT]: {
    ...moves(['index', 'activation'], { int8: same(2), int16: same(4) }),
    channels: channels.splitChannels,
  },
  [BuiltinOperator.SPLIT_V]: {
    ...moves(['activation', 'index'], { int8: same(2), int16: same(1) }),
    channels: channels.splitVChannels,
    resize: channels.resizeSplitV,
  },
  [BuiltinOperator.CONCATENATION]: {
    ...moves(['activation'], { int8: same(2), int16: same(3) }),
    channels: channels.concatenationChannels,
  },
  [BuiltinOperator.PACK]: {
    ...moves(['activation'], { int8: same(2), int16: same(3) }),
    channels: channels.packChannels,
  },
  [BuiltinOperator.UNPACK]: {
    ...moves(['activation'], { int8: same(2), int16: same(4) }),
    computesOnLoading: true,
    channels: channels.unpackChannels,
  },
  [BuiltinOperator.GATHER]: {
    ...movesOne({ int8: same(2), int16: same(4) }),
    computesOnLoading: true,
    channels: channels.gatherChannels,
  },
  [BuiltinOperator.GATHER_ND]: movesOne({ int8: same(1), int16: same(3) }),
  [BuiltinOperator.SCATTER_ND]: {
    ...moves(['index', 'activation', 'index'], { int8: same(1) }),
    toldElements: toldShape(2),
  },
  [BuiltinOperator.DYNAMIC_UPDATE_SLICE]: moves(['activation', 'activation', 'index'], {
    int8: same(1),
    int16: same(4),
  }),
  [BuiltinOperator.PAD]: {
    ...movesOne({ int8: same(2), int16: same(3) }),
    toldElements: toldMargins,
    sparseLayout: 'within',
    passesFactors: keepsChannels,
    channels: channels.padChannels,
    resize: channels.resizePad,
  },
  [BuiltinOperator.PADV2]: {
    ...moves(['activation', 'index', 'activation'], { int8: same(2), int16: same(3) }),
    toldElements: toldMargins,
    channels: channels.padChannels,
    resize: channels.resizePad,
  },
  [BuiltinOperator.MIRROR_PAD]: {
    ...movesOne({ int8: same(2), int16: same(3) }),
    toldElements: toldMargins,
    passesFactors: keepsChannels,
    channels: keepsEachChannel,
  },
  [BuiltinOperator.TILE]: {
    ...movesOne({ int8: same(3), int16: same(3) }),
    toldElements: toldRepeats,
    computesOnLoading: true,
    channels: channels.tileChannels,
  },
  [BuiltinOperator.BROADCAST_TO]: {
    ...movesOne({ int8: same(3), int16: same(3) }),
    toldElements: toldShape(1),
    channels: channels.broadcastToChannels,
    resize: channels.resizesShape(1),
  },
  [BuiltinOperator.FILL]: {
    ...moves(['index', 'activation'], { int8: same(3), int16: same(3) }),
    toldElements: toldShape(0),
  },
  [BuiltinOperator.REVERSE_V2]: {
    ...movesOne({ int8: same(3), int16: same(3) }),
    channels: channels.reverseChannels,
  },
  [BuiltinOperator.REVERSE_SEQUENCE]: movesOne({ int16: same(1) }),
  [BuiltinOperator.SELECT]: moves(['index', 'activation', 'activation'], { int8: same(1), int16: same(1) }),
  [BuiltinOperator.SELECT_V2]: {
    ...moves(['index', 'activation', 'activation'], { int8: same(1), int16: same(1) }),
    channels: broadcastsChannels,
  },
  [BuiltinOperator.BATCH_TO_SPACE_ND]: {
    ...movesOne({ int8: same(2), int16: same(4) }, 3),
    channels: keepsEachChannel,
  },
  [BuiltinOperator.SPACE_TO_BATCH_ND]: {
    ...movesOne({ int8: same(2), int16: same(4) }, 3),
    channels: keepsEachChannel,
  },
  [BuiltinOperator.SPACE_TO_DEPTH]: {
    ...movesByOptions({ int8: same(2) }),
    channels: channels.stackChannels,
  },
  [BuiltinOperator.DEPTH_TO_SPACE]: {
    ...movesByOptions({ int8: same(2) }),
    sparseLayout: 'end',
    channels: channels.stackChannels,
  },
  [BuiltinOperator.RESIZE_BILINEAR]: {
    ...unary({ int8: same(2), int16: same(4) }),
    toldElements: toldSize,
    averages: true,
    needs: 2,
    version: halfPixel,
    channels: keepsEachChannel,
  },
  [BuiltinOperator.RESIZE_NEAREST_NEIGHBOR]: {
    ...movesOne({ int8: same(2), int16: same(4) }),
    toldElements: toldSize,
    version: halfPixel,
    channels: keepsEachChannel,
  },
  [BuiltinOperator.SHAPE]: { ...unary({}), outputs: ['index'], anyType: true, tellsShape: true },
  [BuiltinOperator.RANK]: { ...unary({}), outputs: ['index'], anyType: true, tellsShape: true },
};

/** RESIZE_NEAREST_NEIGHBOR's options are alike. */
function halfPixel({ options }: Operator): number {
  return options && 'halfPixelCenters' in options && options.halfPixelCenters ? 3 : 1;
}
