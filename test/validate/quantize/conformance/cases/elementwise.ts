import {
  ActivationFunctionType,
  AddOptionsT,
  BuiltinOperator,
  CumsumOptionsT,
  DivOptionsT,
  MaximumMinimumOptionsT,
  MulOptionsT,
  SubOptionsT,
  TensorType,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, type Form, floats, integers, random, single } from '../single-operator.js';

const { NONE, RELU, RELU6 } = ActivationFunctionType;
const { ADD, SUB, MUL, DIV, SQUARED_DIFFERENCE, MAXIMUM, MINIMUM } = BuiltinOperator;

type Range = readonly [low: number, high: number];
type Options = Form['options'];

const shape = [1, 6, 5, 4];

interface Binary {
  left?: number[];
  right?: number[];
  output?: number[];
  ranges?: readonly Range[];
  options?: Options;
  /** The second operand is a constant. */
  constant?: boolean;
}

function binary(operator: BuiltinOperator, name: string, form: Binary = {}): Case {
  const { left = shape, right = shape, output = left, constant = false, ranges, options } = form;
  return single(operator, name, {
    inputs: [computed(left), constant ? random(right, { offset: 0.5 }) : computed(right)],
    outputs: [computed(output)],
    ...(ranges && { ranges }),
    ...(options && { options }),
  });
}

/** ADD, SUB, MUL: the forms that all of them have. */
function arithmetic(
  operator: BuiltinOperator,
  make: (activation: ActivationFunctionType) => NonNullable<Options>,
): Case[] {
  const form = (name: string, binaryForm: Binary, activation = NONE) =>
    binary(operator, name, { ...binaryForm, options: make(activation) });
  return [
    form('same shape', {}),
    form('channels broadcast', { right: [4] }),
    form('rows broadcast', { right: [1, 6, 1, 1] }),
    form('both broadcast', { left: [1, 6, 1, 4], right: [1, 1, 5, 1], output: shape }),
    form('a number', { right: [], constant: true }),
    form('constant', { right: shape, constant: true }),
    form('constant channels', { right: [4], constant: true }),
    form('5 dimensions', { left: [1, 2, 3, 4, 2], right: [1, 2, 3, 4, 2] }),
    form('ranges 1 and 20', {
      ranges: [
        [-1, 1],
        [-20, 20],
      ],
    }),
    form('one-sided ranges', {
      ranges: [
        [0, 6],
        [2, 3],
      ],
    }),
    form('RELU', {}, RELU),
    form(
      'RELU6',
      {
        ranges: [
          [-8, 8],
          [-8, 8],
        ],
      },
      RELU6,
    ),
    itself(operator, make(NONE)),
  ];
}

function itself(operator: BuiltinOperator, options: NonNullable<Options>): Case {
  const input = computed(shape);
  return single(operator, 'with itself', { inputs: [input, input], outputs: [computed(shape)], options });
}

function unary(operator: BuiltinOperator, name: string, range: Range, options?: Options): Case {
  return single(operator, name, {
    inputs: [computed(shape)],
    outputs: [computed(shape)],
    ranges: [range],
    ...(options && { options }),
  });
}

const comparison = (operator: BuiltinOperator): Case =>
  single(operator, 'same shape', {
    inputs: [computed(shape), computed(shape)],
    outputs: [computed(shape, TensorType.BOOL)],
  });

const extremes = (operator: BuiltinOperator): Case[] => {
  const options = new MaximumMinimumOptionsT();
  return [
    binary(operator, 'same shape', { options }),
    binary(operator, 'channels broadcast', { right: [4], options }),
    binary(operator, 'constant', { right: [4], constant: true, options }),
    binary(operator, 'ranges 1 and 4', {
      ranges: [
        [-1, 1],
        [-4, 4],
      ],
      options,
    }),
  ];
};

export const elementwise: Case[] = [
  ...arithmetic(ADD, (activation) => new AddOptionsT(activation, false)),
  ...arithmetic(SUB, (activation) => new SubOptionsT(activation, false)),
  ...arithmetic(MUL, (activation) => new MulOptionsT(activation)),
  binary(DIV, 'divisor 1 to 2', {
    ranges: [
      [-1, 1],
      [1, 2],
    ],
    options: new DivOptionsT(NONE),
  }),
  binary(SQUARED_DIFFERENCE, 'same shape'),
  binary(SQUARED_DIFFERENCE, 'channels broadcast', { right: [4] }),
  ...extremes(MAXIMUM),
  ...extremes(MINIMUM),
  unary(BuiltinOperator.ABS, '−2 to 1', [-2, 1]),
  unary(BuiltinOperator.SQRT, '0 to 4', [0, 4]),
  unary(BuiltinOperator.RSQRT, '0.2 to 4', [0.2, 4]),
  unary(BuiltinOperator.EXP, '−4 to 1', [-4, 1]),
  unary(BuiltinOperator.EXP, '0 to 4', [0, 4]),
  unary(BuiltinOperator.LOG, '0.2 to 4', [0.2, 4]),
  unary(BuiltinOperator.NEG, '−1 to 2', [-1, 2]),
  unary(BuiltinOperator.SQUARE, '−2 to 2', [-2, 2]),
  unary(BuiltinOperator.SIN, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.COS, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.FLOOR, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.CEIL, '−3 to 3', [-3, 3]),
  unary(BuiltinOperator.ROUND, '−3 to 3', [-3, 3]),
  binary(BuiltinOperator.POW, 'base 0.5 to 2', {
    ranges: [
      [0.5, 2],
      [-1, 1],
    ],
  }),
  binary(BuiltinOperator.FLOOR_DIV, 'divisor 1 to 2', {
    ranges: [
      [-4, 4],
      [1, 2],
    ],
  }),
  binary(BuiltinOperator.FLOOR_MOD, 'divisor 1 to 2', {
    ranges: [
      [-4, 4],
      [1, 2],
    ],
  }),
  single(BuiltinOperator.ADD_N, 'of 3', {
    inputs: [computed(shape), computed(shape), computed(shape)],
    outputs: [computed(shape)],
  }),
  single(BuiltinOperator.CUMSUM, 'last axis', {
    inputs: [computed([1, 4, 6]), integers([2], [])],
    outputs: [computed([1, 4, 6])],
    options: new CumsumOptionsT(),
  }),
  single(BuiltinOperator.MUL, 'constant near 0', {
    inputs: [computed(shape), floats([0.001, -0.001, 0.002, 0])],
    outputs: [computed(shape)],
    options: new MulOptionsT(NONE),
  }),
  comparison(BuiltinOperator.EQUAL),
  comparison(BuiltinOperator.NOT_EQUAL),
  comparison(BuiltinOperator.GREATER),
  comparison(BuiltinOperator.GREATER_EQUAL),
  comparison(BuiltinOperator.LESS),
  comparison(BuiltinOperator.LESS_EQUAL),
];
