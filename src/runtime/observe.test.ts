import { describe, expect, test } from 'vitest';
import { chain, hasShared, modelOf, shared } from '../../test/support/runtime-models.js';
import { newOperator, newTensor } from '../model/build.js';
import type { Model, Tensor } from '../model/graph.js';
import { readModel } from '../model/read.js';
import { AddOptionsT, BuiltinOperator, ShapeOptionsT, TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { withObservedTensors } from './observe.js';
import { openSession } from './session.js';

const mainOf = (model: Model) => model.signatures[0]?.subgraph ?? model.subgraphs[0]!;

/** The graph cut off behind one of its tensors, by another way than `withObservedTensors`. */
function cutBehind(model: Model, tensor: Tensor): Model {
  const subgraph = mainOf(model);
  const last = subgraph.operators.findIndex(({ outputs }) => outputs.includes(tensor));
  const cut = { ...subgraph, operators: subgraph.operators.slice(0, last + 1), outputs: [tensor] };
  return { ...model, subgraphs: [cut], signatures: [] };
}

describe('withObservedTensors', () => {
  test('shows intermediate tensors behind the outputs, in the order asked for', async () => {
    const model = chain(2);
    const [x, doubled, fourfold, output] = ['x', 'doubled', 'fourfold', 'output'].map(
      (name) => model.subgraphs[0]!.tensors.find((tensor) => tensor.name === name)!,
    );
    const observed = withObservedTensors(model, [fourfold!, x!, output!, doubled!, fourfold!]);
    expect(observed.subgraphs[0]!.outputs).toEqual([output, fourfold, doubled]);
    expect(model.subgraphs[0]!.outputs).toEqual([output]);
    const session = await openSession(observed);
    expect(session.outputs.map(({ name }) => name)).toEqual(['output', 'fourfold', 'doubled']);
    expect(session.run([Float32Array.of(1, -1)])).toEqual([
      Float32Array.of(4, 0),
      Float32Array.of(4, -4),
      Float32Array.of(2, -2),
    ]);
    session.close();
  });

  test('leaves out what LiteRT knows since loading, and so would not show', async () => {
    const { FLOAT16, FLOAT32, INT32 } = TensorType;
    const x = newTensor('x', FLOAT32, [1, 2]);
    const half = newTensor('half', FLOAT16, [2], { data: Uint8Array.of(0, 0x3c, 0, 0x3c) });
    const [bias, sum, shape, twice] = [
      newTensor('bias', FLOAT32, [2]),
      newTensor('sum', FLOAT32, [1, 2]),
      newTensor('shape', INT32, [2]),
      newTensor('twice', FLOAT32, [1, 2]),
    ];
    const { DEQUANTIZE, ADD, SHAPE } = BuiltinOperator;
    const model = modelOf(
      [x],
      [twice],
      [
        newOperator(DEQUANTIZE, { version: 3, inputs: [half], outputs: [bias] }),
        newOperator(ADD, { inputs: [x, bias], outputs: [sum], options: new AddOptionsT() }),
        newOperator(SHAPE, { inputs: [sum], outputs: [shape], options: new ShapeOptionsT(INT32) }),
        newOperator(ADD, { inputs: [sum, sum], outputs: [twice], options: new AddOptionsT() }),
      ],
    );
    const session = await openSession(withObservedTensors(model, model.subgraphs[0]!.tensors));
    expect(session.outputs.map(({ name }) => name)).toEqual(['twice', 'sum']);
    expect(session.run([Float32Array.of(1, 2)])).toEqual([Float32Array.of(4, 6), Float32Array.of(2, 3)]);
    session.close();
  });

  test('extends the signature, with names that are not taken', async () => {
    const model = chain(2);
    const main = model.subgraphs[0]!;
    const entry = (tensor: Tensor) => ({ name: tensor.name, tensor });
    model.signatures = [
      {
        key: 'serving_default',
        subgraph: main,
        inputs: main.inputs.map(entry),
        outputs: [{ name: 'doubled', tensor: main.outputs[0]! }],
      },
    ];
    const observed = withObservedTensors(model, main.tensors);
    const session = await openSession(writeModel(observed));
    expect(session.outputs.map(({ name }) => name)).toEqual(['doubled', 'doubled:observed_1', 'fourfold']);
    expect(session.run([Float32Array.of(1, 1)])[1]).toEqual(Float32Array.of(2, 2));
    expect(model.signatures[0]!.outputs.length).toBe(1);
    session.close();
  });
});

describe.skipIf(!hasShared)(
  "observed tensors of real models (skipped without the developers' models)",
  () => {
    test('a product inside of a graph is what it should be', async () => {
      const model = readModel(shared('models/single-op/bmm.tflite'));
      const product = model.subgraphs[0]!.operators[0]!.outputs[0]!;
      const a = Float32Array.from({ length: 2 * 4 * 16 }, (_, i) => ((i * 37) % 11) - 5);
      const b = Float32Array.from({ length: 2 * 16 * 8 }, (_, i) => ((i * 17) % 7) - 3);
      const expected = new Float32Array(2 * 4 * 8);
      for (let i = 0; i < expected.length; i++) {
        const [batch, row, column] = [i >> 5, (i >> 3) & 3, i & 7];
        for (let k = 0; k < 16; k++) {
          expected[i]! += a[(batch * 4 + row) * 16 + k]! * b[(batch * 16 + k) * 8 + column]!;
        }
      }
      const session = await openSession(withObservedTensors(model, [product]));
      expect(session.run([a, b])[1]).toEqual(expected);
      session.close();
    });

    test.each([
      'mlperf-tiny/resnet8_f32',
      'mlperf-tiny/resnet8_int8_google',
      'mlperf-tiny/kws_f32',
      'mnist/conv_fc_mnist_f32',
    ])('every tensor of %s has the value that the graph cut off there gives', async (name) => {
      const model = readModel(shared(`models/${name}.tflite`));
      const main = mainOf(model);
      const observed = withObservedTensors(model, main.tensors);
      const session = await openSession(observed);
      const [info] = session.inputs;
      const count = info!.shape.reduce((product, size) => product * size, 1);
      const noise = Float32Array.from({ length: count }, (_, i) => Math.sin(i * i) * 100);
      const input = info!.type === TensorType.INT8 ? Int8Array.from(noise) : noise;
      const values = session.run([input]);
      session.close();
      const shown = mainOf(observed).outputs;
      expect(shown.length).toBeGreaterThan(5);
      for (const [i, tensor] of shown.entries()) {
        const cut = await openSession(cutBehind(model, tensor));
        expect(cut.run([input])[0], tensor.name).toEqual(values[i]);
        cut.close();
      }
    });
  },
);
