import { newTensor } from '../../../model/build.js';
import { float32ToFloat16 } from '../../../model/float16.js';
import type { Model, Tensor } from '../../../model/graph.js';
import {
  ActivationFunctionType,
  AddOptionsT,
  BatchMatMulOptionsT,
  BatchToSpaceNDOptionsT,
  BroadcastToOptionsT,
  ConcatenationOptionsT,
  DepthToSpaceOptionsT,
  DequantizeOptionsT,
  GatherOptionsT,
  HardSwishOptionsT,
  L2NormOptionsT,
  LeakyReluOptionsT,
  MaximumMinimumOptionsT,
  MirrorPadOptionsT,
  MulOptionsT,
  PackOptionsT,
  Padding,
  PadOptionsT,
  PadV2OptionsT,
  Pool2DOptionsT,
  ReducerOptionsT,
  ReshapeOptionsT,
  ResizeBilinearOptionsT,
  ReverseV2OptionsT,
  SelectV2OptionsT,
  SliceOptionsT,
  SoftmaxOptionsT,
  SpaceToBatchNDOptionsT,
  SpaceToDepthOptionsT,
  SplitOptionsT,
  SplitVOptionsT,
  SqueezeOptionsT,
  StridedSliceOptionsT,
  SubOptionsT,
  TensorType,
  TileOptionsT,
  TransposeConvOptionsT,
  TransposeOptionsT,
  UnpackOptionsT,
} from '../../../model/schema/index.js';
import { bytesOf, typedData } from '../../../model/tensors.js';
import { SampleNet } from './sample-net.js';

const { NONE } = ActivationFunctionType;

/** A way in which channels hang together. */
export interface GroupShape {
  /** The net, from an input of 4×4 pixels to its outputs. */
  build(net: SampleNet, image: Tensor): Tensor[];
  /** Sizes of the groups that can be cut, in channels that go as a whole. */
  cuttable: number[];
  /** Channels whose weights are zero aren't zero where they are read: 1 / (1 + e⁰) isn't. */
  nonzero?: true;
  /** Part of why another group can't be cut. */
  obstacle?: string;
}

/** A net between a 3×3 convolution that makes 16 channels and a dense layer that reads what becomes of them. */
function between(middle: (net: SampleNet, features: Tensor) => Tensor): GroupShape['build'] {
  return (net, image) => {
    const features = net.convolution(image, 16, { kernel: 3 });
    return [net.dense(middle(net, features), 5)];
  };
}

const grid = [1, 4, 4];
const axis = (net: SampleNet, number: number) => {
  const constant = net.integers(number);
  constant.shape = [];
  return constant;
};

export const groupShapes: Record<string, GroupShape> = {
  'convolution to dense layer, flattened by it': {
    build: between((_, x) => x),
    cuttable: [16],
  },
  'convolution to convolution': {
    build: between((net, x) => net.convolution(x, 8, { kernel: 3 })),
    cuttable: [16, 8],
  },
  'dense layer without a bias': {
    build: between((net, x) => net.dense(x, 8, false)),
    cuttable: [16, 8],
  },
  'depthwise convolution': { build: between((net, x) => net.depthwise(x)), cuttable: [16] },
  'depthwise convolution, two of each channel': {
    build: between((net, x) => net.depthwise(x, 2)),
    cuttable: [16],
  },
  'depthwise convolution of a single channel': {
    build: (net, image) => [net.dense(net.depthwise(net.convolution(image, 1), 8), 5)],
    cuttable: [8],
  },
  'grouped convolution': {
    build: between((net, x) => net.convolution(x, 8, { groups: 4 })),
    cuttable: [4],
  },
  'transposed convolution': {
    build: between((net, x) => {
      const inputs = [net.integers(1, 8, 8, 12), net.floats(12, 3, 3, 16), x, net.floats(12)];
      const options = new TransposeConvOptionsT(Padding.SAME, 2, 2, NONE);
      return net.operator('TRANSPOSE_CONV', inputs, [1, 8, 8, 12], options);
    }),
    cuttable: [16, 12],
  },
  'residual sum': {
    build: between((net, x) =>
      net.operator('ADD', [net.convolution(x, 16), x], [...grid, 16], new AddOptionsT(NONE)),
    ),
    cuttable: [16],
  },
  'residual sum with another number of channels': {
    build: between((net, x) => {
      const [left, right] = [net.convolution(net.convolution(x, 12), 8), net.convolution(x, 8)];
      return net.operator('SUB', [left, right], [...grid, 8], new SubOptionsT(NONE));
    }),
    cuttable: [16, 12, 8],
  },
  'residual sum with padded channels': {
    build: between((net, x) => {
      const paddings = net.integers(0, 0, 0, 0, 0, 0, 3, 5);
      paddings.shape = [4, 2];
      const padded = net.operator('PAD', [x, paddings], [...grid, 24], new PadOptionsT());
      return net.operator('ADD', [padded, net.convolution(x, 24)], [...grid, 24], new AddOptionsT(NONE));
    }),
    cuttable: [16, 8],
  },
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
  'mean, squeezed': {
    build: between((net, x) => {
      const mean = net.operator('MEAN', [x, net.integers(1, 2)], [1, 1, 1, 16], new ReducerOptionsT(true));
      return net.operator('SQUEEZE', [mean], [1, 16], new SqueezeOptionsT([1, 2]));
    }),
    cuttable: [16],
  },
  pools: {
    build: between((net, x) => {
      const options = new Pool2DOptionsT(Padding.VALID, 2, 2, 2, 2, NONE);
      const largest = net.operator('MAX_POOL_2D', [x], [1, 2, 2, 16], options);
      const mean = net.operator('AVERAGE_POOL_2D', [x], [1, 2, 2, 16], options);
      return net.operator('MAXIMUM', [largest, mean], [1, 2, 2, 16], new MaximumMinimumOptionsT());
    }),
    cuttable: [16],
  },
  'squeeze and excite': {
    build: between((net, x) => {
      const mean = net.operator('MEAN', [x, net.integers(1, 2)], [1, 1, 1, 16], new ReducerOptionsT(true));
      const squeezed = net.convolution(mean, 6);
      const gates = net.operator(
        'LOGISTIC',
        [net.convolution(squeezed, 16, { activation: NONE })],
        [1, 1, 1, 16],
      );
      return net.operator('MUL', [x, gates], [...grid, 16], new MulOptionsT(NONE));
    }),
    cuttable: [16, 6],
  },
  'a factor for all channels': {
    build: between((net, x) => {
      const mask = net.convolution(x, 1);
      return net.operator('MUL', [mask, x], [...grid, 16], new MulOptionsT(NONE));
    }),
    cuttable: [16],
  },
  'activations that zero leaves': {
    build: between((net, x) => {
      const logistic = net.operator('LOGISTIC', [x], [...grid, 16]);
      const swish = net.operator('HARD_SWISH', [logistic], [...grid, 16], new HardSwishOptionsT());
      return net.operator('LEAKY_RELU', [swish], [...grid, 16], new LeakyReluOptionsT(0.1));
    }),
    cuttable: [16],
    nonzero: true,
  },
  'a constant for each channel': {
    build: between((net, x) => {
      const sum = net.operator('ADD', [x, net.floats(16)], [...grid, 16], new AddOptionsT(NONE));
      return net.operator('PRELU', [sum, net.floats(1, 1, 16)], [...grid, 16]);
    }),
    cuttable: [16],
  },
  'several consumers and outputs': {
    build: (net, image) => {
      const x = net.convolution(image, 16, { kernel: 3 });
      return [net.dense(x, 5), net.convolution(x, 3), net.dense(net.convolution(x, 8), 2)];
    },
    cuttable: [16, 8],
    obstacle: 'an output of the model',
  },
  'channels that are an output themselves': {
    build: (net, image) => {
      const x = net.convolution(image, 16);
      return [x, net.dense(net.convolution(x, 8), 2)];
    },
    cuttable: [8],
    obstacle: 'an output of the model',
  },
  'weights that two convolutions share': {
    build: between((net, x) => {
      const weights = net.floats(16, 1, 1, 16);
      return net.convolution(net.convolution(x, 16, { weights }), 16, { weights });
    }),
    cuttable: [16],
  },
  'a bias that two convolutions share': {
    build: between((net, x) => {
      const bias = net.floats(16);
      return net.convolution(net.convolution(x, 16, { bias }), 16, { bias });
    }),
    cuttable: [16, 16, 16],
  },
  'weights in half precision': {
    build: between((net, x) => {
      const floats = net.floats(8, 1, 1, 16);
      const data = bytesOf(float32ToFloat16(typedData(floats) as Float32Array));
      const stored = newTensor('half', TensorType.FLOAT16, floats.shape, { data });
      const weights = net.operator('DEQUANTIZE', [stored], [...floats.shape], new DequantizeOptionsT());
      return net.convolution(x, 8, { weights });
    }),
    cuttable: [16, 8],
  },
  'product with a constant matrix': {
    build: between((net, x) => {
      const rows = net.operator(
        'RESHAPE',
        [x, net.integers(1, 16, 16)],
        [1, 16, 16],
        new ReshapeOptionsT([]),
      );
      return net.operator(
        'BATCH_MATMUL',
        [rows, net.floats(1, 16, 12)],
        [1, 16, 12],
        new BatchMatMulOptionsT(),
      );
    }),
    cuttable: [16, 12],
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
  'a choice between two': {
    build: between((net, x) => {
      const isLarger = net.operator('GREATER', [x, net.floats(16)], [...grid, 16], null, TensorType.BOOL);
      const inputs = [isLarger, x, net.convolution(x, 16)];
      return net.operator('SELECT_V2', inputs, [...grid, 16], new SelectV2OptionsT());
    }),
    cuttable: [16],
    nonzero: true,
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
  'normalized channels': {
    build: between((net, x) => {
      const inner = net.operator('SOFTMAX', [net.convolution(x, 8)], [...grid, 8], new SoftmaxOptionsT(1));
      return net.operator(
        'L2_NORMALIZATION',
        [net.convolution(inner, 6)],
        [...grid, 6],
        new L2NormOptionsT(),
      );
    }),
    cuttable: [16],
    obstacle: 'normalizes over all of them',
  },
  'channels that are reduced': {
    build: between((net, x) =>
      net.operator('SUM', [net.convolution(x, 8), net.integers(-1)], [...grid, 1], new ReducerOptionsT(true)),
    ),
    cuttable: [16],
    obstacle: 'reduces over all of them',
  },
};

/** The net of a shape. */
export function buildShape({ build }: GroupShape): Model {
  const net = new SampleNet();
  const image = net.input([1, 4, 4, 3]);
  return net.model(...build(net, image));
}
