import {
  ActivationFunctionType,
  BatchMatMulOptionsT,
  BuiltinOperator,
  FullyConnectedOptionsT,
  TensorType,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, random, single } from '../single-operator.js';

const { NONE, RELU, RELU6 } = ActivationFunctionType;

interface Layer {
  input?: number[];
  /** Output channels. */
  units?: number;
  bias?: boolean;
  activation?: ActivationFunctionType;
  /** The output keeps the input's dimensions but the last. */
  keepDimensions?: boolean;
  /** Weights are an input of the model. */
  computedWeights?: boolean;
}

function fullyConnected(name: string, layer: Layer = {}): Case {
  const { input = [1, 32], units = 16, bias = true, activation = NONE } = layer;
  const { keepDimensions = false, computedWeights = false } = layer;
  const depth = input.at(-1)!;
  const rows = input.slice(0, -1).reduce((product, size) => product * size, 1);
  const options = new FullyConnectedOptionsT(activation);
  options.keepNumDims = keepDimensions;
  return single(BuiltinOperator.FULLY_CONNECTED, name, {
    inputs: [
      computed(input),
      computedWeights ? computed([units, depth]) : random([units, depth], { channels: 0 }),
      bias ? random([units]) : null,
    ],
    outputs: [computed(keepDimensions ? [...input.slice(0, -1), units] : [rows, units])],
    options,
  });
}

interface Product {
  left: number[];
  right: number[];
  output: number[];
  transposed?: [left: boolean, right: boolean];
  /** The right factor is a constant. */
  constant?: boolean;
}

function product(name: string, { left, right, output, transposed, constant }: Product): Case {
  return single(BuiltinOperator.BATCH_MATMUL, name, {
    inputs: [computed(left), constant ? random(right) : computed(right)],
    outputs: [computed(output)],
    options: new BatchMatMulOptionsT(...(transposed ?? [false, false])),
  });
}

const lookUp = single(BuiltinOperator.EMBEDDING_LOOKUP, 'table of 10', {
  inputs: [computed([6], TensorType.INT32), random([10, 16], { channels: 0 })],
  outputs: [computed([6, 16])],
  ranges: [[0, 9]],
});

export const matrices: Case[] = [
  fullyConnected('bias'),
  fullyConnected('no bias', { bias: false }),
  fullyConnected('RELU', { activation: RELU }),
  fullyConnected('RELU6', { activation: RELU6 }),
  fullyConnected('4 rows', { input: [4, 32] }),
  fullyConnected('3 dimensions made 2', { input: [2, 3, 32] }),
  fullyConnected('3 dimensions kept', { input: [2, 3, 32], keepDimensions: true }),
  fullyConnected('odd number of inputs', { input: [1, 33] }),
  fullyConnected('1 unit', { units: 1 }),
  fullyConnected('256 inputs, 128 units', { input: [1, 256], units: 128 }),
  fullyConnected('computed weights', { computedWeights: true, bias: false }),
  product('2 dimensions', { left: [5, 16], right: [16, 8], output: [5, 8] }),
  product('3 dimensions', { left: [2, 4, 16], right: [2, 16, 8], output: [2, 4, 8] }),
  product('4 dimensions', { left: [1, 2, 4, 16], right: [1, 2, 16, 8], output: [1, 2, 4, 8] }),
  product('left transposed', {
    left: [2, 16, 4],
    right: [2, 16, 8],
    output: [2, 4, 8],
    transposed: [true, false],
  }),
  product('right transposed', {
    left: [2, 4, 16],
    right: [2, 8, 16],
    output: [2, 4, 8],
    transposed: [false, true],
  }),
  product('broadcast', { left: [3, 4, 16], right: [1, 16, 8], output: [3, 4, 8] }),
  product('constant', { left: [2, 4, 32], right: [32, 16], output: [2, 4, 16], constant: true }),
  product('constant transposed', {
    left: [2, 4, 32],
    right: [16, 32],
    output: [2, 4, 16],
    transposed: [false, true],
    constant: true,
  }),
  lookUp,
];
