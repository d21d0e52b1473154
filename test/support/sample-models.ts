import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../../src/model/build.js';
import type { Model, Tensor } from '../../src/model/graph.js';
import {
  ActivationFunctionType,
  AddOptionsT,
  BuiltinOperator,
  Conv2DOptionsT,
  DensifyOptionsT,
  DimensionMetadataT,
  DimensionType,
  FullyConnectedOptionsT,
  IfOptionsT,
  Int32VectorT,
  Padding,
  ReshapeOptionsT,
  SparseIndexVector,
  SparsityParametersT,
  StablehloPadOptionsT,
  TensorType,
  Uint8VectorT,
  UnidirectionalSequenceLSTMOptionsT,
} from '../../src/model/schema/index.js';
import { bytesOf } from '../../src/model/tensors.js';

// Small models for tests: together they use everything that a file can hold.

const { FLOAT32, FLOAT16, INT8, INT32, INT4, BOOL, STRING, VARIANT } = TensorType;

function floats(...values: number[]): Uint8Array {
  return bytesOf(Float32Array.from(values));
}

function integers(...values: number[]): Uint8Array {
  return bytesOf(Int32Array.from(values));
}

/** Per-channel int8 convolution and RESHAPE, a dynamic batch, a signature, metadata, a description. */
function int8Convolution(): Model {
  const input = newTensor('image', INT8, [1, 2, 2, 1], {
    shapeSignature: [-1, 2, 2, 1],
    quantization: newQuantization([0.5], [-3]),
  });
  const filter = newTensor('filter', INT8, [2, 1, 1, 1], {
    data: Uint8Array.of(127, 129),
    quantization: newQuantization([0.25, 0.125], [0, 0], 0),
  });
  const bias = newTensor('bias', INT32, [2], {
    data: integers(7, -9),
    quantization: newQuantization([0.125, 0.0625], [0, 0], 0),
  });
  const features = newTensor('features', INT8, [1, 2, 2, 2], {
    shapeSignature: [-1, 2, 2, 2],
    quantization: { ...newQuantization([1], [0]), min: Float32Array.of(-1), max: Float32Array.of(1) },
  });
  const shape = newTensor('shape', INT32, [2], { data: integers(-1, 8) });
  const output = newTensor('flat', INT8, [1, 8], {
    shapeSignature: [-1, 8],
    quantization: newQuantization([1], [0]),
  });
  const convolution = newOperator(BuiltinOperator.CONV_2D, {
    version: 3,
    inputs: [input, filter, bias],
    outputs: [features],
    options: new Conv2DOptionsT(Padding.SAME, 1, 1, ActivationFunctionType.RELU6),
  });
  const reshape = newOperator(BuiltinOperator.RESHAPE, {
    inputs: [features, shape],
    outputs: [output],
    options: new ReshapeOptionsT([-1, 8]),
  });
  const main = newSubgraph([input], [output], [convolution, reshape], 'main');
  return newModel([main], {
    description: 'Größe: klein',
    signatures: [
      {
        key: 'serving_default',
        subgraph: main,
        inputs: [{ name: 'x', tensor: input }],
        outputs: [{ name: 'y', tensor: output }],
      },
    ],
    metadata: [
      { name: 'min_runtime_version', data: Uint8Array.from(Buffer.from('1.14.0\0\0\0\0\0\0\0\0\0\0')) },
      { name: 'empty', data: new Uint8Array() },
    ],
  });
}

/** Two fully connected operators that share one weight buffer, with a bias that isn't given. */
function sharedWeights(): Model {
  const weights = floats(1, 2, 3, 4);
  const tensors = ['a', 'b', 'c'].map((name) => newTensor(name, FLOAT32, [1, 2]));
  const [first, second, third] = tensors as [Tensor, Tensor, Tensor];
  const layer = (from: Tensor, to: Tensor, name: string) =>
    newOperator(BuiltinOperator.FULLY_CONNECTED, {
      inputs: [from, newTensor(name, FLOAT32, [2, 2], { data: weights }), null],
      outputs: [to],
      options: new FullyConnectedOptionsT(),
    });
  return newModel([newSubgraph([first], [third], [layer(first, second, 'w1'), layer(second, third, 'w2')])]);
}

/** IF with two subgraphs to choose from, signatures of two subgraphs, an operator of the second union. */
function controlFlow(): Model {
  const scalar = (name: string) => newTensor(name, FLOAT32, []);
  const [x, y] = [scalar('x'), scalar('y')];
  const condition = newTensor('condition', BOOL, []);
  const choose = newOperator(BuiltinOperator.IF, {
    inputs: [condition, x],
    outputs: [y],
    options: new IfOptionsT(1, 2),
  });
  const [then, result] = [scalar('then'), scalar('result')];
  const pad = newOperator(BuiltinOperator.STABLEHLO_PAD, {
    inputs: [then, newTensor('zero', FLOAT32, [], { data: floats(0) })],
    outputs: [result],
    options: new StablehloPadOptionsT([1n, -2n], [0n, 2n ** 40n], []),
  });
  const same = scalar('else');
  const main = newSubgraph([condition, x], [y], [choose], 'main');
  const branch = newSubgraph([then], [result], [pad], 'then');
  return newModel([main, branch, newSubgraph([same], [same], [], null)], {
    signatures: [
      {
        key: 'choose',
        subgraph: main,
        inputs: [{ name: 'x', tensor: x }],
        outputs: [{ name: 'y', tensor: y }],
      },
      {
        key: 'pad',
        subgraph: branch,
        inputs: [],
        outputs: [{ name: 'r', tensor: result }],
        deprecatedTag: 'serve',
      },
    ],
  });
}

/** Custom operators with and without options, a VARIANT tensor, a text constant, bytes behind the file. */
function customOperators(): Model {
  const text = newTensor('labels', STRING, [1], {
    data: Uint8Array.of(1, 0, 0, 0, 12, 0, 0, 0, 14, 0, 0, 0, 104, 105),
  });
  const list = newTensor('list', VARIANT, [], {
    hasRank: false,
    variantTensors: [{ shape: [2, 3], type: FLOAT32, hasRank: true }],
  });
  const output = newTensor('', FLOAT32, [0]);
  const nothing = newTensor('nothing', FLOAT32, [0], { data: new Uint8Array() });
  const operator = (
    customCode: string,
    inputs: Tensor[],
    outputs: Tensor[],
    customOptions: Uint8Array | null,
  ) => newOperator(BuiltinOperator.CUSTOM, { customCode, version: 2, inputs, outputs, customOptions });
  const operators = [
    operator('MakeList', [text], [list], Uint8Array.of(1, 2, 3)),
    operator('ReadList', [list, nothing], [output], null),
  ];
  return newModel([newSubgraph([], [output], operators)], {
    tail: Uint8Array.from(Buffer.from('something else')),
  });
}

/** A fully connected operator whose weights are stored in blocks of 1×2, most of them zero. */
function sparseWeights(): Model {
  const weights = newTensor('weights', FLOAT32, [3, 4], {
    data: floats(1, 2, 3, 4),
    sparsity: new SparsityParametersT(
      [0, 1, 2],
      [1],
      [
        new DimensionMetadataT(DimensionType.DENSE, 3),
        new DimensionMetadataT(
          DimensionType.SPARSE_CSR,
          0,
          SparseIndexVector.Int32Vector,
          new Int32VectorT([0, 1, 1, 2]),
          SparseIndexVector.Uint8Vector,
          new Uint8VectorT([1, 0]),
        ),
        new DimensionMetadataT(DimensionType.DENSE, 2),
      ],
    ),
  });
  const dense = newTensor('dense', FLOAT32, [3, 4]);
  const [input, output] = [newTensor('input', FLOAT32, [1, 4]), newTensor('output', FLOAT32, [1, 3])];
  const densify = newOperator(BuiltinOperator.DENSIFY, {
    inputs: [weights],
    outputs: [dense],
    options: new DensifyOptionsT(),
  });
  const layer = newOperator(BuiltinOperator.FULLY_CONNECTED, {
    inputs: [input, dense, null],
    outputs: [output],
    options: new FullyConnectedOptionsT(ActivationFunctionType.RELU),
  });
  return newModel([newSubgraph([input], [output], [densify, layer])]);
}

/** Int4 weights with scales in blocks, custom details, and details along two axes. */
function blockwiseWeights(): Model {
  const scales = newTensor('scales', FLOAT16, [2, 2], {
    data: bytesOf(Uint16Array.of(0x3c00, 0x4000, 0x3800, 0xbc00)),
  });
  const blocks = newTensor('weights', INT4, [2, 4], {
    data: Uint8Array.of(0x21, 0x43, 0xf8, 0x7e),
    quantization: {
      ...newQuantization([]),
      details: { kind: 'blockwise', scales, zeroPoints: null, blockSize: 2 },
    },
  });
  const custom = newTensor('custom', INT8, [4], {
    data: Uint8Array.of(1, 2, 3, 4),
    quantization: { ...newQuantization([]), details: { kind: 'custom', data: Uint8Array.of(9, 8) } },
  });
  const axes = newTensor('axes', INT8, [2, 2], {
    data: Uint8Array.of(1, 2, 3, 4),
    quantization: {
      ...newQuantization([]),
      details: { kind: 'multi-axis', scales, zeroPoints: scales, blockSize: 0, axes: [0, 1] },
    },
  });
  const output = newTensor('output', FLOAT32, [1]);
  const operator = newOperator(BuiltinOperator.CUSTOM, {
    customCode: 'Read',
    inputs: [blocks, custom, axes],
    outputs: [output],
  });
  const subgraph = newSubgraph([], [output], [operator]);
  subgraph.tensors.unshift(scales);
  return newModel([subgraph]);
}

/** A recurrent operator with variables and intermediates, and places in the debug metadata. */
function variables(): Model {
  const [input, output] = [newTensor('input', FLOAT32, [1, 1, 2]), newTensor('output', FLOAT32, [1, 1, 2])];
  const state = newTensor('state', FLOAT32, [1, 2], { isVariable: true });
  const step = newOperator(BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM, {
    version: 3,
    inputs: [input, null, state],
    outputs: [output],
    intermediates: [newTensor('gate', FLOAT32, [], { quantization: newQuantization([0.5], [1]) })],
    options: new UnidirectionalSequenceLSTMOptionsT(ActivationFunctionType.TANH, 10, 0, true),
    mutatingVariableInputs: [false, false, true],
    debugMetadataIndex: 4,
  });
  const debug = Uint8Array.of(1, 2);
  return newModel([{ ...newSubgraph([input], [output], [step]), debugMetadataIndex: 0 }], {
    metadata: [{ name: 'debug_metadata', data: debug }],
    metadataBuffers: [debug, Uint8Array.of(3)],
  });
}

/** ADD of two inputs: the smallest model that LiteRT runs. */
function addition(): Model {
  const [a, b, sum] = ['a', 'b', 'sum'].map((name) => newTensor(name, FLOAT32, [1, 4])) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const add = newOperator(BuiltinOperator.ADD, {
    inputs: [a, b],
    outputs: [sum],
    options: new AddOptionsT(),
  });
  return newModel([newSubgraph([a, b], [sum], [add])]);
}

/** The models by what is in them; each call makes new ones. */
export function sampleModels(): Record<string, Model> {
  return {
    'an addition': addition(),
    'an int8 convolution': int8Convolution(),
    'shared weights': sharedWeights(),
    'control flow': controlFlow(),
    'custom operators': customOperators(),
    'sparse weights': sparseWeights(),
    'blockwise weights': blockwiseWeights(),
    'variables and intermediates': variables(),
  };
}
