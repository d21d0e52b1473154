import {
  BatchToSpaceNDOptionsT,
  BroadcastToOptionsT,
  BuiltinOperator,
  ConcatenationOptionsT,
  DepthToSpaceOptionsT,
  DynamicUpdateSliceOptionsT,
  ExpandDimsOptionsT,
  FillOptionsT,
  GatherNdOptionsT,
  GatherOptionsT,
  MirrorPadMode,
  MirrorPadOptionsT,
  PackOptionsT,
  PadOptionsT,
  PadV2OptionsT,
  ReshapeOptionsT,
  ResizeBilinearOptionsT,
  ResizeNearestNeighborOptionsT,
  ReverseSequenceOptionsT,
  ReverseV2OptionsT,
  ScatterNdOptionsT,
  SelectOptionsT,
  SelectV2OptionsT,
  SliceOptionsT,
  SpaceToBatchNDOptionsT,
  SpaceToDepthOptionsT,
  SplitOptionsT,
  SplitVOptionsT,
  SqueezeOptionsT,
  StridedSliceOptionsT,
  TensorType,
  TileOptionsT,
  TransposeOptionsT,
  UnpackOptionsT,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, floats, integers, single } from '../single-operator.js';

const image = [1, 6, 5, 4];
const input = () => computed(image);
const outputs = (...shapes: number[][]) => shapes.map((shape) => computed(shape));

const resize = (name: string, alignCorners: boolean, halfPixel: boolean): Case[] => [
  single(BuiltinOperator.RESIZE_BILINEAR, name, {
    inputs: [input(), integers([9, 11])],
    outputs: outputs([1, 9, 11, 4]),
    options: new ResizeBilinearOptionsT(0, 0, alignCorners, halfPixel),
  }),
  single(BuiltinOperator.RESIZE_NEAREST_NEIGHBOR, name, {
    inputs: [input(), integers([9, 11])],
    outputs: outputs([1, 9, 11, 4]),
    options: new ResizeNearestNeighborOptionsT(alignCorners, halfPixel),
  }),
];

const moving: Case[] = [
  single(BuiltinOperator.RESHAPE, 'to 2 dimensions', {
    inputs: [input(), integers([6, 20])],
    outputs: outputs([6, 20]),
    options: new ReshapeOptionsT([6, 20]),
  }),
  single(BuiltinOperator.SQUEEZE, 'first axis', {
    inputs: [input()],
    outputs: outputs([6, 5, 4]),
    options: new SqueezeOptionsT([0]),
  }),
  single(BuiltinOperator.EXPAND_DIMS, 'axis 1', {
    inputs: [input(), integers([1])],
    outputs: outputs([1, 1, 6, 5, 4]),
    options: new ExpandDimsOptionsT(),
  }),
  single(BuiltinOperator.TRANSPOSE, 'NHWC to NCHW', {
    inputs: [input(), integers([0, 3, 1, 2])],
    outputs: outputs([1, 4, 6, 5]),
    options: new TransposeOptionsT(),
  }),
  single(BuiltinOperator.REVERSE_V2, 'axis 2', {
    inputs: [input(), integers([2])],
    outputs: outputs(image),
    options: new ReverseV2OptionsT(),
  }),
  single(BuiltinOperator.REVERSE_SEQUENCE, 'by rows', {
    inputs: [computed([3, 6]), integers([2, 6, 4])],
    outputs: outputs([3, 6]),
    options: new ReverseSequenceOptionsT(1, 0),
  }),
  single(BuiltinOperator.BATCH_TO_SPACE_ND, '2 × 2', {
    inputs: [computed([4, 3, 2, 3]), integers([2, 2]), integers([0, 0, 0, 0], [2, 2])],
    outputs: outputs([1, 6, 4, 3]),
    options: new BatchToSpaceNDOptionsT(),
  }),
  single(BuiltinOperator.SPACE_TO_BATCH_ND, '2 × 2, padded', {
    inputs: [computed([1, 6, 5, 3]), integers([2, 2]), integers([0, 0, 0, 1], [2, 2])],
    outputs: outputs([4, 3, 3, 3]),
    options: new SpaceToBatchNDOptionsT(),
  }),
  single(BuiltinOperator.SPACE_TO_DEPTH, '2', {
    inputs: [computed([1, 6, 4, 3])],
    outputs: outputs([1, 3, 2, 12]),
    options: new SpaceToDepthOptionsT(2),
  }),
  single(BuiltinOperator.DEPTH_TO_SPACE, '2', {
    inputs: [computed([1, 3, 2, 12])],
    outputs: outputs([1, 6, 4, 3]),
    options: new DepthToSpaceOptionsT(2),
  }),
];

const picking: Case[] = [
  single(BuiltinOperator.SLICE, 'middle', {
    inputs: [input(), integers([0, 1, 2, 0]), integers([1, 4, 2, 4])],
    outputs: outputs([1, 4, 2, 4]),
    options: new SliceOptionsT(),
  }),
  single(BuiltinOperator.STRIDED_SLICE, 'every other row', {
    inputs: [input(), integers([0, 0, 0, 0]), integers(image), integers([1, 2, 1, 1])],
    outputs: outputs([1, 3, 5, 4]),
    options: new StridedSliceOptionsT(),
  }),
  single(BuiltinOperator.STRIDED_SLICE, 'shrinking an axis', {
    inputs: [input(), integers([0, 3, 0, 0]), integers([1, 4, 5, 4]), integers([1, 1, 1, 1])],
    outputs: outputs([1, 5, 4]),
    options: new StridedSliceOptionsT(0, 0, 0, 0, 2),
  }),
  single(BuiltinOperator.SPLIT, 'into 2', {
    inputs: [integers([3], []), input()],
    outputs: outputs([1, 6, 5, 2], [1, 6, 5, 2]),
    options: new SplitOptionsT(2),
  }),
  single(BuiltinOperator.SPLIT_V, '1, 2 and 3 rows', {
    inputs: [input(), integers([1, 2, 3]), integers([1], [])],
    outputs: outputs([1, 1, 5, 4], [1, 2, 5, 4], [1, 3, 5, 4]),
    options: new SplitVOptionsT(3),
  }),
  single(BuiltinOperator.UNPACK, 'axis 1', {
    inputs: [computed([2, 3, 4])],
    outputs: outputs([2, 4], [2, 4], [2, 4]),
    options: new UnpackOptionsT(3, 1),
  }),
  single(BuiltinOperator.GATHER, 'rows', {
    inputs: [computed([6, 8]), integers([5, 0, 3])],
    outputs: outputs([3, 8]),
    options: new GatherOptionsT(0),
  }),
  single(BuiltinOperator.GATHER, 'columns', {
    inputs: [computed([6, 8]), integers([7, 1])],
    outputs: outputs([6, 2]),
    options: new GatherOptionsT(1),
  }),
  single(BuiltinOperator.GATHER_ND, 'elements', {
    inputs: [computed([6, 8]), integers([0, 1, 5, 7], [2, 2])],
    outputs: outputs([2]),
    options: new GatherNdOptionsT(),
  }),
];

const joining: Case[] = [
  single(BuiltinOperator.CONCATENATION, 'channels', {
    inputs: [input(), input()],
    outputs: outputs([1, 6, 5, 8]),
    options: new ConcatenationOptionsT(3),
  }),
  single(BuiltinOperator.CONCATENATION, 'ranges 1 and 4', {
    inputs: [input(), input()],
    outputs: outputs([1, 6, 5, 8]),
    options: new ConcatenationOptionsT(3),
    ranges: [
      [-1, 1],
      [-4, 4],
    ],
  }),
  single(BuiltinOperator.CONCATENATION, 'rows of 3 inputs', {
    inputs: [input(), input(), computed([1, 2, 5, 4])],
    outputs: outputs([1, 14, 5, 4]),
    options: new ConcatenationOptionsT(1),
  }),
  single(BuiltinOperator.PACK, 'axis 1', {
    inputs: [computed([2, 4]), computed([2, 4])],
    outputs: outputs([2, 2, 4]),
    options: new PackOptionsT(2, 1),
  }),
  single(BuiltinOperator.SCATTER_ND, 'rows', {
    inputs: [integers([4, 1], [2, 1]), computed([2, 5]), integers([6, 5])],
    outputs: outputs([6, 5]),
    options: new ScatterNdOptionsT(),
  }),
  single(BuiltinOperator.DYNAMIC_UPDATE_SLICE, 'rows', {
    inputs: [computed([6, 5]), computed([2, 5]), integers([3, 0])],
    outputs: outputs([6, 5]),
    options: new DynamicUpdateSliceOptionsT(),
  }),
  single(BuiltinOperator.SELECT, 'same shape', {
    inputs: [computed([6, 5], TensorType.BOOL), computed([6, 5]), computed([6, 5])],
    outputs: outputs([6, 5]),
    options: new SelectOptionsT(),
    ranges: [
      [0, 1],
      [-1, 1],
      [-1, 1],
    ],
  }),
  single(BuiltinOperator.SELECT_V2, 'broadcast', {
    inputs: [computed([6, 1], TensorType.BOOL), computed([6, 5]), computed([1, 5])],
    outputs: outputs([6, 5]),
    options: new SelectV2OptionsT(),
    ranges: [
      [0, 1],
      [-1, 1],
      [-1, 1],
    ],
  }),
];

const repeating: Case[] = [
  single(BuiltinOperator.PAD, 'rows and columns', {
    inputs: [input(), integers([0, 0, 1, 1, 2, 0, 0, 0], [4, 2])],
    outputs: outputs([1, 8, 7, 4]),
    options: new PadOptionsT(),
  }),
  single(BuiltinOperator.PAD, 'beside positive values', {
    inputs: [input(), integers([0, 0, 1, 1, 2, 0, 0, 0], [4, 2])],
    outputs: outputs([1, 8, 7, 4]),
    options: new PadOptionsT(),
    ranges: [[1, 2]],
  }),
  single(BuiltinOperator.PADV2, 'by −0.5', {
    inputs: [input(), integers([0, 0, 1, 1, 2, 0, 0, 0], [4, 2]), floats([-0.5], [])],
    outputs: outputs([1, 8, 7, 4]),
    options: new PadV2OptionsT(),
  }),
  single(BuiltinOperator.PADV2, 'by −5', {
    inputs: [input(), integers([0, 0, 1, 1, 2, 0, 0, 0], [4, 2]), floats([-5], [])],
    outputs: outputs([1, 8, 7, 4]),
    options: new PadV2OptionsT(),
  }),
  single(BuiltinOperator.MIRROR_PAD, 'reflecting', {
    inputs: [input(), integers([0, 0, 1, 1, 2, 0, 0, 0], [4, 2])],
    outputs: outputs([1, 8, 7, 4]),
    options: new MirrorPadOptionsT(MirrorPadMode.REFLECT),
  }),
  single(BuiltinOperator.TILE, 'columns', {
    inputs: [computed([3, 4]), integers([1, 3])],
    outputs: outputs([3, 12]),
    options: new TileOptionsT(),
  }),
  single(BuiltinOperator.BROADCAST_TO, 'rows', {
    inputs: [computed([1, 4]), integers([3, 4])],
    outputs: outputs([3, 4]),
    options: new BroadcastToOptionsT(),
    version: 2,
  }),
  single(BuiltinOperator.FILL, 'a matrix', {
    inputs: [integers([3, 4]), computed([])],
    outputs: outputs([3, 4]),
    options: new FillOptionsT(),
  }),
];

export const shapes: Case[] = [
  ...moving,
  ...picking,
  ...joining,
  ...repeating,
  ...resize('asymmetric', false, false),
  ...resize('corners aligned', true, false),
  ...resize('half pixels', false, true),
];
