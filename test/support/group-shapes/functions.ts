import type { Tensor } from '../../../src/model/graph.js';
import {
  ActivationFunctionType,
  AddOptionsT,
  type BuiltinOperator,
  ConcatenationOptionsT,
  CumsumOptionsT,
  DivOptionsT,
  LocalResponseNormalizationOptionsT,
  MaximumMinimumOptionsT,
  MulOptionsT,
  Padding,
  Pool2DOptionsT,
  ReducerOptionsT,
} from '../../../src/model/schema/index.js';
import type { SampleNet } from '../channel-net.js';
import { between, type GroupShape, grid } from './shape.js';

const { NONE } = ActivationFunctionType;
type Name = keyof typeof BuiltinOperator;

/** Operators one after another, each a function of one number. */
const chain = (names: readonly Name[]): GroupShape['build'] =>
  between((net, x) => names.reduce((value, name) => net.operator(name, [value], [...grid, 16]), x));

const reduced = (net: SampleNet, x: Tensor, name: Name): Tensor =>
  net.operator(name, [x, net.integers(1, 2)], [1, 1, 1, 16], new ReducerOptionsT(true));

/** Functions of numbers, and of all channels of a pixel. */
export const functionShapes: Record<string, GroupShape> = {
  'functions that zero leaves zero': {
    build: chain(['RELU_N1_TO_1', 'TANH', 'ELU', 'NEG', 'ABS', 'SQUARE', 'SIN', 'RELU', 'RELU6', 'SQRT']),
    cuttable: [16],
  },
  'functions that make something of zero': {
    build: chain(['EXP', 'COS', 'EXP', 'LOG', 'EXP', 'RSQRT']),
    cuttable: [16],
    nonzero: true,
  },
  'functions that round': { build: chain(['EXP', 'FLOOR', 'CEIL', 'ROUND']), cuttable: [16], nonzero: true },
  'two operands, constant and computed': {
    build: between((net, x) => {
      const other = net.convolution(x, 16);
      const least = net.operator('MINIMUM', [x, other], [...grid, 16], new MaximumMinimumOptionsT());
      const apart = net.operator('SQUARED_DIFFERENCE', [least, net.floats(16)], [...grid, 16]);
      const raised = net.operator(
        'ADD',
        [apart, net.floats(1, 1, 1, 1)],
        [...grid, 16],
        new AddOptionsT(NONE),
      );
      return net.operator('DIV', [raised, net.floats(1, 16)], [...grid, 16], new DivOptionsT(NONE));
    }),
    cuttable: [16],
    nonzero: true,
  },
  'a product with itself': {
    build: between((net, x) => net.operator('MUL', [x, x], [...grid, 16], new MulOptionsT(NONE))),
    cuttable: [16],
  },
  'channels joined with themselves': {
    build: between((net, x) =>
      net.operator('CONCATENATION', [x, x], [...grid, 32], new ConcatenationOptionsT(3, NONE)),
    ),
    cuttable: [16],
  },
  'largest, smallest and product over pixels': {
    build: between((net, x) => {
      const [most, least] = [reduced(net, x, 'REDUCE_MAX'), reduced(net, x, 'REDUCE_MIN')];
      const sum = net.operator('ADD', [most, least], [1, 1, 1, 16], new AddOptionsT(NONE));
      return net.operator('ADD', [sum, reduced(net, x, 'REDUCE_PROD')], [1, 1, 1, 16], new AddOptionsT(NONE));
    }),
    cuttable: [16],
  },
  'pool of squares': {
    build: between((net, x) =>
      net.operator('L2_POOL_2D', [x], [1, 2, 2, 16], new Pool2DOptionsT(Padding.VALID, 2, 2, 2, 2, NONE)),
    ),
    cuttable: [16],
  },
  'channels normalized by their neighbours': {
    build: between((net, x) => {
      const options = new LocalResponseNormalizationOptionsT(2, 1, 0.5, 0.5);
      const inner = net.convolution(x, 8);
      return net.operator('LOCAL_RESPONSE_NORMALIZATION', [inner], [...grid, 8], options);
    }),
    cuttable: [16],
    obstacle: 'normalizes over all of them',
  },
  'logarithms of parts': {
    build: between((net, x) => net.operator('LOG_SOFTMAX', [net.convolution(x, 8)], [...grid, 8])),
    cuttable: [16],
    obstacle: 'normalizes over all of them',
  },
  'running sums of channels': {
    build: between((net, x) =>
      net.operator('CUMSUM', [net.convolution(x, 8), net.integers(3)], [...grid, 8], new CumsumOptionsT()),
    ),
    cuttable: [16],
    obstacle: 'is not known to keep them apart',
  },
};
