import { describe, expect, it } from 'vitest';
import { modelOf } from '../../test/support/runtime-models.js';
import { newModel, newOperator, newTensor } from '../model/build.js';
import type { Model, Operator, Tensor } from '../model/graph.js';
import * as schema from '../model/schema/index.js';
import { bytesOf, type TypedData } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { withObservedTensors } from './observe.js';
import { prepare, prepareForDevice } from './prepare.js';
import { openSession } from './session.js';
import type { TensorData } from './types.js';

const { BuiltinOperator, TensorType } = schema;
const { BOOL, FLOAT32, INT32, INT64 } = TensorType;

const floats = (name: string, ...shape: number[]) => newTensor(name, FLOAT32, shape);
const ints = (name: string, ...shape: number[]) => newTensor(name, INT32, shape);
const constant = (type: schema.TensorType, values: TypedData, shape = [values.length]) =>
  newTensor('constant', type, shape, { data: bytesOf(values) });
const number = (value: number) => constant(INT32, Int32Array.of(value), []);

/** Keras's `Reshape((2, 2))` of any number of samples, as converters write it: `x` [-1, 4] → `y` [-1, 2, 2]. */
function kerasReshape(): { model: Model; y: Tensor } {
  const x = newTensor('x', FLOAT32, [1, 4], { shapeSignature: [-1, 4] });
  const y = newTensor('y', FLOAT32, [1, 2, 2], { shapeSignature: [-1, 2, 2] });
  const [shape, batch, target] = [ints('shape', 2), ints('batch'), ints('target', 3)];
  const range = [0, 1, 1].map((value) => constant(INT32, Int32Array.of(value)));
  const operators = [
    newOperator(BuiltinOperator.SHAPE, {
      inputs: [x],
      outputs: [shape],
      options: new schema.ShapeOptionsT(INT32),
    }),
    newOperator(BuiltinOperator.STRIDED_SLICE, {
      inputs: [shape, ...range],
      outputs: [batch],
      options: new schema.StridedSliceOptionsT(0, 0, 0, 0, 1),
    }),
    newOperator(BuiltinOperator.PACK, {
      inputs: [batch, number(2), number(2)],
      outputs: [target],
      options: new schema.PackOptionsT(3, 0),
    }),
    newOperator(BuiltinOperator.RESHAPE, { inputs: [x, target], outputs: [y] }),
  ];
  return { model: modelOf([x], [y], operators), y };
}

interface Case {
  code: keyof typeof BuiltinOperator;
  inputs: (Tensor | { given: Tensor; values: TensorData })[];
  outputs: Tensor[];
  options?: Operator['options'];
  expected: TensorData;
}

const numbers = { given: floats('x', 4), values: Float32Array.of(1, 2, 3, 4) };
const size = (values: number[]) => ({
  given: ints('size', values.length),
  values: Int32Array.from(values),
});
const count = (value: number) => ({ given: ints('count'), values: Int32Array.of(value) });

const cases: Case[] = [
  {
    code: 'RESHAPE',
    inputs: [numbers, size([2, 2])],
    outputs: [floats('y', 2, 2)],
    expected: Float32Array.of(1, 2, 3, 4),
  },
  {
    code: 'TILE',
    inputs: [numbers, size([2])],
    outputs: [floats('y', 8)],
    options: new schema.TileOptionsT(),
    expected: Float32Array.of(1, 2, 3, 4, 1, 2, 3, 4),
  },
  {
    code: 'SUM',
    inputs: [numbers, size([0])],
    outputs: [floats('y')],
    options: new schema.ReducerOptionsT(false),
    expected: Float32Array.of(10),
  },
  {
    code: 'FILL',
    inputs: [size([2, 2]), constant(FLOAT32, Float32Array.of(7), [])],
    outputs: [floats('y', 2, 2)],
    options: new schema.FillOptionsT(),
    expected: Float32Array.of(7, 7, 7, 7),
  },
  {
    code: 'TOPK_V2',
    inputs: [numbers, count(2)],
    outputs: [floats('y', 2), ints('indices', 2)],
    options: new schema.TopKV2OptionsT(),
    expected: Float32Array.of(4, 3),
  },
  {
    code: 'RANGE',
    inputs: [
      constant(FLOAT32, Float32Array.of(0), []),
      { given: floats('limit'), values: Float32Array.of(3) },
      constant(FLOAT32, Float32Array.of(1), []),
    ],
    outputs: [floats('y', 3)],
    options: new schema.RangeOptionsT(),
    expected: Float32Array.of(0, 1, 2),
  },
  {
    code: 'WHERE',
    inputs: [{ given: newTensor('x', BOOL, [4]), values: Uint8Array.of(0, 1, 0, 1) }],
    outputs: [newTensor('y', INT64, [2, 1])],
    options: new schema.WhereOptionsT(),
    expected: BigInt64Array.of(1n, 3n),
  },
  {
    code: 'UNIQUE',
    inputs: [{ given: floats('x', 4), values: Float32Array.of(5, 5, 6, 6) }],
    outputs: [floats('y', 2), ints('indices', 4)],
    options: new schema.UniqueOptionsT(INT32),
    expected: Float32Array.of(5, 6),
  },
];

function modelOfCase({ code, inputs, outputs, options = null }: Case): Model {
  const given = inputs.flatMap((input) => ('given' in input ? [input.given] : []));
  const all = inputs.map((input) => ('given' in input ? input.given : input));
  const operator = newOperator(BuiltinOperator[code], { inputs: all, outputs, options });
  return modelOf(given, outputs.slice(0, 1), [operator]);
}

describe('outputs whose size is computed while the model runs', () => {
  it.each(cases)('of $code', async (each) => {
    const session = await openSession(modelOfCase(each));
    const inputs = each.inputs.flatMap((input) => ('given' in input ? [input.values] : []));
    expect([session.run(inputs), session.run(inputs)]).toEqual([[each.expected], [each.expected]]);
    session.close();
  });

  it.each([false, true])('of a reshaping layer, with signature: %s', async (isNamed) => {
    const { model, y } = kerasReshape();
    const [main] = model.subgraphs as [Model['subgraphs'][0]];
    const inputs = [{ name: 'in', tensor: main.inputs[0]! }];
    const outputs = [{ name: 'out', tensor: y }];
    if (isNamed) model.signatures = [{ key: 'serving_default', subgraph: main, inputs, outputs }];
    const file = writeModel(model);
    const session = await openSession(file);
    for (const first of [1, -1]) {
      expect(session.run([Float32Array.of(first, 2, 3, 4)])).toEqual([Float32Array.of(first, 2, 3, 4)]);
    }
    const name = isNamed ? 'out' : 'y';
    expect(session.outputs).toEqual([{ name, type: FLOAT32, shape: [1, 2, 2], quantization: null }]);
    session.close();
  });

  it('are right where they are shown, and read further on', async () => {
    const { model, y } = kerasReshape();
    const [main] = model.subgraphs as [Model['subgraphs'][0]];
    const doubled = floats('doubled', 1, 2, 2);
    const options = new schema.AddOptionsT();
    const add = newOperator(BuiltinOperator.ADD, { inputs: [y, y], outputs: [doubled], options });
    const longer = newModel([
      {
        ...main,
        tensors: [...main.tensors, doubled],
        operators: [...main.operators, add],
        outputs: [doubled],
      },
    ]);
    const session = await openSession(withObservedTensors(longer, [y]));
    const outputs = session.run([Float32Array.of(1, 2, 3, 4)]);
    expect(outputs).toEqual([Float32Array.of(2, 4, 6, 8), Float32Array.of(1, 2, 3, 4)]);
    session.close();
  });

  it('of another size than the file says are refused', async () => {
    const tile = cases.find(({ code }) => code === 'TILE')!;
    const session = await openSession(modelOfCase(tile), 'odd.tflite');
    expect(() => session.run([numbers.values, Int32Array.of(3)])).toThrow(
      /^odd\.tflite: LiteRT \S+ fails to run this model: /,
    );
    session.close();
  });

  it('cost nothing where a model is measured, or has none', () => {
    const file = writeModel(modelOfCase(cases[0]!));
    expect(prepare(file, 'reshape.tflite').bytes.length).toBeGreaterThan(file.length);
    expect(prepareForDevice(file, 'reshape.tflite')).toBe(file);
    const options = new schema.AddOptionsT();
    const [x, y] = [floats('x', 4), floats('y', 4)];
    const add = newOperator(BuiltinOperator.ADD, { inputs: [x, x], outputs: [y], options });
    const plain = writeModel(modelOf([x], [y], [add]));
    expect(prepare(plain, 'add.tflite').bytes).toBe(plain);
  });
});
