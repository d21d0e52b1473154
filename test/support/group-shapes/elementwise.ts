import {
  ActivationFunctionType,
  AddNOptionsT,
  AddOptionsT,
  HardSwishOptionsT,
  L2NormOptionsT,
  LeakyReluOptionsT,
  MaximumMinimumOptionsT,
  MulOptionsT,
  Padding,
  PadOptionsT,
  Pool2DOptionsT,
  ReducerOptionsT,
  SelectV2OptionsT,
  SoftmaxOptionsT,
  SqueezeOptionsT,
  SubOptionsT,
  TensorType,
} from '../../../src/model/schema/index.js';
import { between, type GroupShape, grid } from './shape.js';

const { NONE } = ActivationFunctionType;

/** Channels that are computed with one by one, or all together. */
export const elementwiseShapes: Record<string, GroupShape> = {
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
  'a sum of three': {
    build: between((net, x) => {
      const terms = [x, net.convolution(x, 16), net.convolution(x, 16)];
      return net.operator('ADD_N', terms, [...grid, 16], new AddNOptionsT());
    }),
    cuttable: [16],
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
  'a choice between two': {
    build: between((net, x) => {
      const isLarger = net.operator('GREATER', [x, net.floats(16)], [...grid, 16], null, TensorType.BOOL);
      const inputs = [isLarger, x, net.convolution(x, 16)];
      return net.operator('SELECT_V2', inputs, [...grid, 16], new SelectV2OptionsT());
    }),
    cuttable: [16],
    nonzero: true,
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
  'mean, squeezed': {
    build: between((net, x) => {
      const mean = net.operator('MEAN', [x, net.integers(1, 2)], [1, 1, 1, 16], new ReducerOptionsT(true));
      return net.operator('SQUEEZE', [mean], [1, 16], new SqueezeOptionsT([1, 2]));
    }),
    cuttable: [16],
  },
};
