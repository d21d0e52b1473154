import { describe, expect, it } from 'vitest';
import { modelOf } from '../../test/support/runtime-models.js';
import { newOperator, newQuantization, newTensor } from '../model/build.js';
import type { Model, Tensor } from '../model/graph.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { openSession } from './session.js';

/** x [1, 6] → RELU → `hidden` → ABS → `y`. */
function model(hidden: Partial<Tensor>, y: Partial<Tensor>): Model {
  const [x, relu, abs] = [{}, hidden, y].map((parts, i) =>
    newTensor(['x', 'hidden', 'y'][i]!, TensorType.FLOAT32, [1, 6], parts),
  ) as [Tensor, Tensor, Tensor];
  return modelOf(
    [x],
    [abs],
    [
      newOperator(BuiltinOperator.RELU, { inputs: [x], outputs: [relu] }),
      newOperator(BuiltinOperator.ABS, { inputs: [relu], outputs: [abs] }),
    ],
  );
}

// LiteRT gives an output the memory that the file says, and writes what operators compute.
describe('shapes that contradict operators', () => {
  it.each<[string, Model]>([
    ['ABS gives tensor "y" the shape [1, 6], and the file says [1]', model({}, { shape: [1] })],
    ['RELU gives tensor "hidden" the shape [1, 6], and the file says [1, 4]', model({ shape: [1, 4] }, {})],
    [
      'ABS gives tensor "y" the shape [1, 6], and the file says [1, 1]',
      model({}, { shape: [1, 1], shapeSignature: [-1, 1] }),
    ],
    ['ABS gives tensor "y" the shape [1, 6], and the file says []', model({}, { shape: [], hasRank: false })],
  ])('%s', async (message, odd) => {
    await expect(openSession(odd, 'odd.tflite')).rejects.toThrow(`odd.tflite: ${message}.`);
  });

  it('of types, too: DEQUANTIZE writes floats', async () => {
    const quantization = newQuantization([0.5]);
    const [x, y] = ['x', 'y'].map((name) => newTensor(name, TensorType.INT8, [4], { quantization }));
    const odd = modelOf(
      [x!],
      [y!],
      [newOperator(BuiltinOperator.DEQUANTIZE, { inputs: [x!], outputs: [y!] })],
    );
    await expect(openSession(odd, 'odd.tflite')).rejects.toThrow(
      'odd.tflite: DEQUANTIZE writes tensor "y" in FLOAT32, and the file says INT8.',
    );
  });

  it.each<[string, Model]>([
    ['of other dimensions', model({ shape: [6] }, { shape: [2, 3] })],
    ['of a rank that is not known', model({ shape: [], hasRank: false }, {})],
    ['of dynamic dimensions', model({}, { shape: [1, 1], shapeSignature: [-1, -1] })],
  ])('are none where the elements are as many: %s', async (_, sound) => {
    const session = await openSession(sound);
    expect(session.run([Float32Array.of(1, -2, 3, -4, 5, -6)])).toEqual([Float32Array.of(1, 0, 3, 0, 5, 0)]);
    session.close();
  });
});
