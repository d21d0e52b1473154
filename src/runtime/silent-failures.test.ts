import { describe, expect, it } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import type { Operator, Tensor } from '../model/graph.js';
import { AddOptionsT, BuiltinOperator, ShapeOptionsT, TensorType } from '../model/schema/index.js';
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
const measure = newOperator(BuiltinOperator.SHAPE, { inputs: [x], outputs: [shape], options });

describe('models that LiteRT would run without filling their outputs', () => {
  it.each<[string, Tensor[], Operator[]]>([
    ['LiteRT has no custom operator "Mine"', [sum], [custom]],
    ['LiteRT leaves output "x" empty, which is an input, too', [sum, x], [add]],
    ['LiteRT leaves output "sum" empty, which is there twice', [sum, sum], [add]],
    ['LiteRT leaves output "shape" empty, which is a tensor\'s shape', [sum, shape], [add, measure]],
    ['LiteRT leaves output "tiled" empty, which is computed from constants', [sum, tiled], [add, tile]],
  ])('%s', async (message, outputs, operators) => {
    const model = newModel([newSubgraph([x], outputs, operators)]);
    await expect(openSession(model, 'odd.tflite')).rejects.toThrow(`odd.tflite: ${message}.`);
  });
});
