import { describe, expect, it } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import type { Operator, Tensor } from '../model/graph.js';
import {
  AddOptionsT,
  BuiltinOperator,
  Conv2DOptionsT,
  ShapeOptionsT,
  TensorType,
} from '../model/schema/index.js';
import { openSession } from './session.js';

const x = newTensor('x', TensorType.FLOAT32, [1, 4]);
const sum = newTensor('sum', TensorType.FLOAT32, [1, 4]);
const shape = newTensor('shape', TensorType.INT32, [2]);
const add = newOperator(BuiltinOperator.ADD, { inputs: [x, x], outputs: [sum], options: new AddOptionsT() });
const custom = newOperator(BuiltinOperator.CUSTOM, { customCode: 'Mine', inputs: [x], outputs: [sum] });
const constant = newTensor('constant', TensorType.FLOAT32, [2], { data: new Uint8Array(8) });
const times = newTensor('times', TensorType.INT32, [1], { data: Uint8Array.of(2, 0, 0, 0) });
const tiled = newTensor('tiled', TensorType.FLOAT32, [4]);
const tile = newOperator(BuiltinOperator.TILE, { inputs: [constant, times], outputs: [tiled] });
const options = new ShapeOptionsT(TensorType.INT32);
const halfAdd = newOperator(BuiltinOperator.ADD, { inputs: [x], outputs: [sum], options: new AddOptionsT() });
const tripleAdd = newOperator(BuiltinOperator.ADD, { inputs: [x, x, x], outputs: [sum] });
const silentAdd = newOperator(BuiltinOperator.ADD, { inputs: [x, x], options: new AddOptionsT() });
const measure = newOperator(BuiltinOperator.SHAPE, { inputs: [x], outputs: [shape], options });

describe('models that LiteRT would run without filling their outputs', () => {
  it.each<[string, Tensor[], Operator[]]>([
    ['LiteRT has no custom operator "Mine"', [sum], [custom]],
    ["ADD lacks an input or output that it can't do without", [sum], [halfAdd]],
    ["ADD lacks an input or output that it can't do without", [sum], [add, silentAdd]],
    ['ADD has 3 inputs, and takes 2', [sum], [tripleAdd]],
    ['LiteRT leaves output "x" empty, which is an input, too', [sum, x], [add]],
    ['LiteRT leaves output "sum" empty, which is there twice', [sum, sum], [add]],
    ['LiteRT leaves output "shape" empty, which is a tensor\'s shape', [sum, shape], [add, measure]],
    ['LiteRT leaves output "tiled" empty, which is computed from constants', [sum, tiled], [add, tile]],
  ])('%s', async (message, outputs, operators) => {
    const model = newModel([newSubgraph([x], outputs, operators)]);
    await expect(openSession(model, 'odd.tflite')).rejects.toThrow(`odd.tflite: ${message}.`);
  });
});

describe('models whose operators LiteRT refuses at their first run, and goes on', () => {
  const image = newTensor('image', TensorType.FLOAT32, [1, 2, 2, 1]);
  const convolved = newTensor('convolved', TensorType.FLOAT32, [1, 2, 2, 1]);
  const weights = newTensor('weights', TensorType.FLOAT32, [1, 1, 1, 1], { data: new Uint8Array(4) });
  const convolution = newOperator(BuiltinOperator.CONV_2D, {
    inputs: [image, weights],
    outputs: [convolved],
    options: new Conv2DOptionsT(0, 1, 1),
  });
  const bytes = newTensor('bytes', TensorType.INT8, [4]);
  const squares = newTensor('squares', TensorType.INT8, [4]);
  const square = newOperator(BuiltinOperator.SQUARE, { inputs: [bytes], outputs: [squares] });

  it.each([
    ['CONV_2D', image, convolved, convolution, new Float32Array(4)],
    ['SQUARE', bytes, squares, square, new Int8Array(4)],
  ] as const)('%s', async (name, input, output, operator, sample) => {
    const session = await openSession(newModel([newSubgraph([input], [output], [operator])]), 'odd.tflite');
    const message = new RegExp(
      `^odd\\.tflite: LiteRT \\S+ fails to run this model: .*${name}\\) failed to prepare`,
    );
    expect(() => session.run([sample])).toThrow(message);
    session.close();
  });

  it('a constant among the inputs', async () => {
    const given = newTensor('given', TensorType.FLOAT32, [1, 4], { data: new Uint8Array(16) });
    const operator = newOperator(BuiltinOperator.ADD, {
      inputs: [x, given],
      outputs: [sum],
      options: new AddOptionsT(),
    });
    const session = await openSession(newModel([newSubgraph([x, given], [sum], [operator])]), 'odd.tflite');
    const sample = new Float32Array(4);
    expect(() => session.run([sample, sample])).toThrow(/^odd\.tflite: LiteRT \S+ fails to run this model: /);
    session.close();
  });
});
