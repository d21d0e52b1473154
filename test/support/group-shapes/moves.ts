import {
  ActivationFunctionType,
  AddOptionsT,
  BatchToSpaceNDOptionsT,
  BroadcastToOptionsT,
  ConcatenationOptionsT,
  DepthToSpaceOptionsT,
  GatherOptionsT,
  MirrorPadOptionsT,
  MulOptionsT,
  PackOptionsT,
  PadOptionsT,
  PadV2OptionsT,
  ReducerOptionsT,
  ReshapeOptionsT,
  ResizeBilinearOptionsT,
  ResizeNearestNeighborOptionsT,
  ReverseV2OptionsT,
  SliceOptionsT,
  SpaceToBatchNDOptionsT,
  SpaceToDepthOptionsT,
  SplitOptionsT,
  SplitVOptionsT,
  StridedSliceOptionsT,
  TileOptionsT,
  TransposeOptionsT,
  UnpackOptionsT,
} from '../../../src/model/schema/index.js';
import { axis, between, type GroupShape, grid } from './shape.js';

const { NONE } = ActivationFunctionType;

/** Channels that are moved, joined, parted, or repeated. */
export const moveShapes: Record<string, GroupShape> = {
  'padding of channels with a value': {
    build: between((net, x) => {
      const paddings = net.integers(0, 0, 1, 1, 1, 1, 2, 0);
      paddings.shape = [4, 2];
      const value = net.floats(1);
      value.shape = [];
      return net.operator('PADV2', [x, paddings, value], [1, 6, 6, 18], new PadV2OptionsT());
    }),
    cuttable: [16],
    nonzero: true,
  },
  'padding of pixels': {
    build: between((net, x) => {
      const paddings = net.integers(0, 0, 1, 1, 1, 1, 0, 0);
      paddings.shape = [4, 2];
      const padded = net.operator('PAD', [x, paddings], [1, 6, 6, 16], new PadOptionsT());
      return net.operator('MIRROR_PAD', [padded, paddings], [1, 8, 8, 16], new MirrorPadOptionsT(0));
    }),
    cuttable: [16],
  },
  concatenation: {
    build: between((net, x) => {
      const parts = [net.convolution(x, 8), x, net.convolution(x, 12)];
      return net.operator('CONCATENATION', parts, [...grid, 36], new ConcatenationOptionsT(3, NONE));
    }),
    cuttable: [16, 8, 12],
  },
  'concatenation of pixels': {
    build: between((net, x) => {
      const parts = [net.convolution(x, 16), x];
      return net.operator('CONCATENATION', parts, [1, 8, 4, 16], new ConcatenationOptionsT(1, NONE));
    }),
    cuttable: [16],
  },
  'split into equal parts': {
    build: between((net, x) => {
      const [a, b] = net.operators(
        'SPLIT',
        [axis(net, 3), x],
        [
          [...grid, 8],
          [...grid, 8],
        ],
        new SplitOptionsT(2),
      );
      return net.operator('MUL', [a!, net.depthwise(b!)], [...grid, 8], new MulOptionsT(NONE));
    }),
    cuttable: [8],
  },
  'split into other parts': {
    build: between((net, x) => {
      const inputs = [x, net.integers(4, 12), axis(net, -1)];
      const [a, b] = net.operators(
        'SPLIT_V',
        inputs,
        [
          [...grid, 4],
          [...grid, 12],
        ],
        new SplitVOptionsT(2),
      );
      const parts = [net.depthwise(b!), net.convolution(a!, 8)];
      return net.operator('CONCATENATION', parts, [...grid, 20], new ConcatenationOptionsT(-1, NONE));
    }),
    cuttable: [4, 12, 8],
  },
  'slices of channels': {
    build: between((net, x) => {
      const a = net.operator(
        'SLICE',
        [x, net.integers(0, 0, 0, 2), net.integers(1, 4, 4, 8)],
        [...grid, 8],
        new SliceOptionsT(),
      );
      const b = net.operator(
        'STRIDED_SLICE',
        [x, net.integers(0, 0, 0, -10), net.integers(1, 4, 4, 16), net.integers(1, 1, 1, 1)],
        [...grid, 10],
        new StridedSliceOptionsT(0, 0b1000),
      );
      return net.operator('CONCATENATION', [a, b, x], [...grid, 34], new ConcatenationOptionsT(3, NONE));
    }),
    cuttable: [2, 4, 4, 6],
  },
  'slice of pixels': {
    build: between((net, x) =>
      net.operator(
        'STRIDED_SLICE',
        [x, net.integers(0, 1, 0, 0), net.integers(1, 3, 4, 16), net.integers(1, 1, 2, 1)],
        [1, 2, 2, 16],
        new StridedSliceOptionsT(),
      ),
    ),
    cuttable: [16],
  },
  'reshape to a vector': {
    build: between((net, x) =>
      net.operator('RESHAPE', [x, net.integers(1, 256)], [1, 256], new ReshapeOptionsT([1, 256])),
    ),
    cuttable: [16],
  },
  'reshape to rows, and back': {
    build: between((net, x) => {
      const rows = net.operator(
        'RESHAPE',
        [x, net.integers(-1, 16)],
        [16, 16],
        new ReshapeOptionsT([-1, 16]),
      );
      return net.operator(
        'RESHAPE',
        [rows, net.integers(1, 2, 8, 16)],
        [1, 2, 8, 16],
        new ReshapeOptionsT([]),
      );
    }),
    cuttable: [16],
  },
  'reshape that cuts channels in two': {
    build: between((net, x) =>
      net.operator('RESHAPE', [x, net.integers(1, 32, 8)], [1, 32, 8], new ReshapeOptionsT([])),
    ),
    cuttable: [8],
  },
  'space to depth, depth to space': {
    build: between((net, x) => {
      const deep = net.operator('SPACE_TO_DEPTH', [x], [1, 2, 2, 64], new SpaceToDepthOptionsT(2));
      return net.operator('DEPTH_TO_SPACE', [deep], [...grid, 16], new DepthToSpaceOptionsT(2));
    }),
    cuttable: [16],
  },
  'space to batch and back': {
    build: between((net, x) => {
      const crops = net.integers(0, 0, 0, 0);
      crops.shape = [2, 2];
      const block = net.integers(2, 2);
      const batch = net.operator(
        'SPACE_TO_BATCH_ND',
        [x, block, crops],
        [4, 2, 2, 16],
        new SpaceToBatchNDOptionsT(),
      );
      return net.operator(
        'BATCH_TO_SPACE_ND',
        [batch, block, crops],
        [...grid, 16],
        new BatchToSpaceNDOptionsT(),
      );
    }),
    cuttable: [16],
  },
  'resizing, reversing and repeating pixels': {
    build: between((net, x) => {
      const large = net.operator(
        'RESIZE_BILINEAR',
        [x, net.integers(8, 8)],
        [1, 8, 8, 16],
        new ResizeBilinearOptionsT(),
      );
      const back = net.operator(
        'REVERSE_V2',
        [large, net.integers(1)],
        [1, 8, 8, 16],
        new ReverseV2OptionsT(),
      );
      return net.operator('TILE', [back, net.integers(1, 1, 2, 1)], [1, 8, 16, 16], new TileOptionsT());
    }),
    cuttable: [16],
  },
  'repeated channels': {
    build: between((net, x) =>
      net.operator('TILE', [x, net.integers(1, 1, 1, 2)], [...grid, 32], new TileOptionsT()),
    ),
    cuttable: [16],
  },
  'stacks of images': {
    build: between((net, x) => {
      const stack = net.operator(
        'PACK',
        [x, net.convolution(x, 16)],
        [2, 1, 4, 4, 16],
        new PackOptionsT(2, 0),
      );
      const parts = net.operators(
        'UNPACK',
        [stack],
        [
          [...grid, 16],
          [...grid, 16],
        ],
        new UnpackOptionsT(2, 0),
      );
      return net.operator('ADD', parts, [...grid, 16], new AddOptionsT(NONE));
    }),
    cuttable: [16],
  },
  'picked and transposed pixels': {
    build: between((net, x) => {
      const rows = net.operator('GATHER', [x, net.integers(3, 0)], [1, 2, 4, 16], new GatherOptionsT(1));
      return net.operator(
        'TRANSPOSE',
        [rows, net.integers(0, 2, 1, 3)],
        [1, 4, 2, 16],
        new TransposeOptionsT(),
      );
    }),
    cuttable: [16],
  },
  'broadcast pixels': {
    build: between((net, x) => {
      const mean = net.operator('MEAN', [x, net.integers(1, 2)], [1, 1, 1, 16], new ReducerOptionsT(true));
      return net.operator(
        'BROADCAST_TO',
        [mean, net.integers(1, 4, 4, 16)],
        [...grid, 16],
        new BroadcastToOptionsT(),
      );
    }),
    cuttable: [16],
  },
  'transposed channels': {
    build: between((net, x) =>
      net.operator(
        'TRANSPOSE',
        [net.convolution(x, 8), net.integers(0, 3, 1, 2)],
        [1, 8, 4, 4],
        new TransposeOptionsT(),
      ),
    ),
    cuttable: [16],
    obstacle: 'moves them to another dimension',
  },
  'a new dimension, and nearest pixels': {
    build: between((net, x) => {
      const options = new ResizeNearestNeighborOptionsT();
      const large = net.operator('RESIZE_NEAREST_NEIGHBOR', [x, net.integers(6, 8)], [1, 6, 8, 16], options);
      return net.operator('EXPAND_DIMS', [large, axis(net, 0)], [1, 1, 6, 8, 16]);
    }),
    cuttable: [16],
  },
  'slice told by its length': {
    build: between((net, x) =>
      net.operator(
        'STRIDED_SLICE',
        [x, net.integers(0, 0, 0, 4), net.integers(1, 4, 4, 8), net.integers(1, 1, 1, 1)],
        [...grid, 8],
        new StridedSliceOptionsT(0, 0, 0, 0, 0, true),
      ),
    ),
    cuttable: [8],
  },
  'stacked channels': {
    build: between((net, x) => {
      const parts = [net.convolution(x, 8), net.convolution(x, 8)];
      return net.operator('PACK', parts, [...grid, 8, 2], new PackOptionsT(2, 4));
    }),
    cuttable: [16],
    obstacle: 'moves them to another dimension',
  },
  'channels one by one': {
    build: between((net, x) => {
      const shapes = Array.from({ length: 4 }, () => [...grid]);
      const parts = net.operators('UNPACK', [net.convolution(x, 4)], shapes, new UnpackOptionsT(4, 3));
      return net.operator('ADD', parts.slice(0, 2), [...grid], new AddOptionsT(NONE));
    }),
    cuttable: [16],
    obstacle: 'moves them to another dimension',
  },
  'picked channels': {
    build: between((net, x) => {
      const picks = [net.convolution(x, 8), net.integers(7, 0, 2)];
      return net.operator('GATHER', picks, [...grid, 3], new GatherOptionsT(3));
    }),
    cuttable: [16],
    obstacle: 'picks some of them',
  },
  'reversed channels': {
    build: between((net, x) =>
      net.operator(
        'REVERSE_V2',
        [net.convolution(x, 8), net.integers(3)],
        [...grid, 8],
        new ReverseV2OptionsT(),
      ),
    ),
    cuttable: [16],
    obstacle: 'reverses their order',
  },
};
