import { afterAll, describe, expect, it } from 'vitest';
import { randomDataset } from '../../data/random-dataset.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Tensor } from '../../model/graph.js';
import { readModel } from '../../model/read.js';
import {
  AddOptionsT,
  BuiltinOperator,
  FullyConnectedOptionsT,
  MulOptionsT,
  SoftmaxOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { optimizeModel } from '../optimize-model.js';
import type { Recipe } from '../recipe.js';
import { keepOrder } from './keep-order.js';
import { pairLayers } from './layer-pairs.js';
import { LayerSqnr } from './layer-sqnr.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const size = 16;
const { FLOAT32 } = TensorType;
const floats = (name: string, shape: number[], value: (index: number) => number): Tensor => {
  const count = shape.reduce((product, length) => product * length, 1);
  return newTensor(name, FLOAT32, shape, {
    data: bytesOf(Float32Array.from({ length: count }, (_, i) => value(i))),
  });
};
const wave = (i: number): number => Math.sin(1 + i * i);
const value = (name: string): Tensor => newTensor(name, FLOAT32, [1, size]);

/**
 * x → `first` (FC) → `second` (FC) → `probabilities`. `first`'s first weight is 1000 times larger than the
 * others of the row, and meets an input of next to nothing: 8 bits leave the others nothing.
 */
function fragile(spike = 1000): Uint8Array {
  const [x, narrowed, first, second, probabilities] = [
    'x',
    'narrowed',
    'first',
    'second',
    'probabilities',
  ].map(value);
  const mask = floats('mask', [size], (i) => (i === 0 ? 1e-5 : 1));
  const spiked = floats('spiked', [size, size], (i) => (i % size === 0 ? spike : wave(i)));
  const plain = floats('plain', [size, size], wave);
  const options = new FullyConnectedOptionsT();
  const operators = [
    newOperator(BuiltinOperator.MUL, {
      inputs: [x!, mask],
      outputs: [narrowed!],
      options: new MulOptionsT(),
    }),
    newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs: [narrowed!, spiked], outputs: [first!], options }),
    newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs: [first!, plain], outputs: [second!], options }),
    newOperator(BuiltinOperator.SOFTMAX, {
      inputs: [second!],
      outputs: [probabilities!],
      options: new SoftmaxOptionsT(1),
    }),
  ];
  return writeModel(newModel([newSubgraph([x!], [probabilities!], operators)]));
}

const dataset = randomDataset([{ shape: [1, size] }], { samples: 40 });
const recipe = (step: Recipe['steps'][number]): Recipe => ({
  name: 'own',
  steps: [step, { transform: 'clean' }],
});

const optimize = (step: Recipe['steps'][number], options = {}, bytes = fragile()) =>
  optimizeModel({ file: 'fragile.tflite', bytes }, recipe(step), {
    dataset,
    pool,
    effort: 'fast',
    ...options,
  });

const typesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    readModel(bytes).subgraphs[0]!.tensors.map(({ name, type }) => [name, TensorType[type]!]),
  );

describe('the check of layers', () => {
  it('names the layer that drifts, and not those that read it', async () => {
    const { notes } = await optimize({ transform: 'prune', sparsity: 0.9, operators: ['FULLY_CONNECTED'] });
    const drift = notes.filter(({ message }) => message.includes('drifts'));
    expect(drift).toHaveLength(1);
    expect(drift[0]!.message).toMatch(
      /^FULLY_CONNECTED "first" \(-?\d+\.\d dB\) drifts from the source's values, measured on calibration samples\.$/,
    );
    expect(drift[0]!.level).toBe('warning');
  });

  it('is silent where nothing drifts, and tells what each layer is stored as', async () => {
    const { notes, layers } = await optimize({ transform: 'quantize', scheme: 'float16', minElements: 1 });
    expect(notes).toEqual([]);
    expect(layers.map(({ index, operator, name, storage }) => [index, operator, name, storage])).toEqual([
      [0, 'MUL', 'narrowed', 'float'],
      [1, 'FULLY_CONNECTED', 'first', 'float16 weights'],
      [2, 'FULLY_CONNECTED', 'second', 'float16 weights'],
      [3, 'SOFTMAX', 'probabilities', 'float'],
    ]);
    for (const { outputDb } of layers) expect(outputDb).toBeGreaterThan(50);
  });

  it('looks at nothing without samples, unless asked to: then at noise, and says so', async () => {
    const step = { transform: 'quantize', scheme: 'weight-int8', minElements: 1 } as const;
    expect((await optimize(step, { dataset: null })).layers).toEqual([]);
    const { layers, notes } = await optimize(step, { dataset: null, explain: true });
    expect(layers).toHaveLength(4);
    expect(notes[0]!.message).toBe('Layers were measured on seeded noise instead of samples.');
  });
});

describe('the damage of rounding', () => {
  it('is told for each layer alone, and the fragile one has most of it', async () => {
    const { layers } = await optimize(
      { transform: 'quantize', scheme: 'weight-int8', minElements: 1 },
      { explain: true },
    );
    const [multiplied, first, second, softmax] = layers;
    expect(first!.weightsDb).toBeLessThan(5);
    expect(second!.weightsDb).toBeGreaterThan(35);
    expect(first!.share).toBeGreaterThan(0.99);
    expect([multiplied!.weightsDb, softmax!.weightsDb, first!.activationsDb]).toEqual([null, null, null]);
    expect(layers.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1);
  });

  it('of activations follows their bits: 6 dB each', async () => {
    const damage = async (scheme: 'int8' | 'int16x8', edges: 'int8' | 'int16') => {
      const { layers } = await optimize({ transform: 'quantize', scheme, edges }, { explain: true });
      return layers.find(({ name }) => name === 'second')!;
    };
    const [bytes, words] = [await damage('int8', 'int8'), await damage('int16x8', 'int16')];
    expect([bytes.storage, words.storage]).toEqual(['int8', 'int16']);
    expect(words.activationsDb! - bytes.activationsDb!).toBeGreaterThan(40);
    expect(words.activationsDb! - bytes.activationsDb!).toBeLessThan(55);
    expect(words.weightsDb).toBeCloseTo(bytes.weightsDb!);
  });
});

describe('SQNR of a layer', () => {
  const source = Float32Array.from({ length: 64 }, (_, i) => wave(i));

  it('is that of the values', () => {
    const sqnr = new LayerSqnr(4, true);
    sqnr.add(
      source,
      source.map((x) => x * 1.1),
    );
    expect(sqnr.decibels).toBeCloseTo(20, 4);
  });

  it('does not count a factor for each channel, but what is left then', () => {
    const sqnr = new LayerSqnr(4, false);
    sqnr.add(
      source,
      source.map((x, i) => x * [3, 0.2, 1, 7][i % 4]!),
    );
    expect(sqnr.decibels).toBeGreaterThan(120);
    const noisy = new LayerSqnr(4, false);
    noisy.add(
      source,
      source.map((x, i) => (x + 0.1 * Math.sign(wave(7 * i))) * [3, 0.2, 1, 7][i % 4]!),
    );
    expect(noisy.decibels).toBeGreaterThan(15);
    expect(noisy.decibels).toBeLessThan(20);
  });

  it.each([
    ['equal values', source, Infinity],
    ['no numbers', source.map(() => Number.NaN), -Infinity],
  ])('of %s', (_, result, expected) => {
    const sqnr = new LayerSqnr(4, false);
    sqnr.add(source, result);
    expect(sqnr.decibels).toBe(expected);
  });

  it('is not told of channels with hardly any values', () => {
    const sqnr = new LayerSqnr(16, false);
    sqnr.add(source.subarray(0, 16), source.subarray(16, 32));
    expect(sqnr.decibels).toBeNull();
  });
});

describe('layers that are kept', () => {
  /** x → a → b → c, with an ADD of a and c. */
  function chain(): Model {
    const [x, a, b, c, sum] = ['x', 'a', 'b', 'c', 'sum'].map(value);
    const unary = (from: Tensor, to: Tensor) =>
      newOperator(BuiltinOperator.TANH, { inputs: [from], outputs: [to] });
    const add = newOperator(BuiltinOperator.ADD, {
      inputs: [a!, c!],
      outputs: [sum!],
      options: new AddOptionsT(),
    });
    return newModel([newSubgraph([x!], [sum!], [unary(x!, a!), unary(a!, b!), unary(b!, c!), add])]);
  }

  const model = chain();
  const tensors = model.subgraphs.map((subgraph) => [...subgraph.tensors]);
  const pairs = pairLayers(model, tensors, model);
  const order = (weights: (number | null)[], activations: (number | null)[], costs: number[]) =>
    keepOrder(
      model.subgraphs[0]!,
      pairs,
      weights.map((weightsDb, i) => ({ weightsDb, activationsDb: activations[i]! })),
      costs,
    );

  it('begin with the worst weights for their cost', () => {
    const none = [null, null, null, null];
    expect(order([40, 20, 30, 50], none, [1, 1, 1, 1]).map(([first]) => first)).toEqual([1, 2, 0, 3]);
    expect(order([40, 20, 30, 50], none, [1, 1000, 1, 1])[0]).toEqual([2]);
  });

  it('spare an activation only with all that write and read it', () => {
    const [first] = order([60, 60, 60, 60], [20, null, null, null], [1, 1, 1, 1]);
    expect(first).toEqual([0, 1, 3]);
  });

  it('are all kept in the end', () => {
    expect(order([40, 20, 30, 50], [10, 20, 30, 40], [1, 2, 3, 4]).flat().sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('quantize-mixed', () => {
  const mixed = (options: object = {}) =>
    ({ transform: 'quantize-mixed', ...options }) as Recipe['steps'][number];

  it('keeps the layer that 8 bits ruin, and leaves the others in 8 bits', async () => {
    const { bytes, notes } = await optimize(mixed({ minSqnr: '25dB' }));
    const types = typesOf(bytes);
    expect([types.first, types.spiked, types.second]).toEqual(['FLOAT32', 'FLOAT32', 'INT8']);
    expect(notes[0]!.message).toMatch(
      /^[12] of 4 layers stay in float to keep the limit "minSqnr: 25dB": .*FULLY_CONNECTED "first".* On 40 calibration samples \d+\.\d % of classes agree, (2[5-9]|[3-9]\d)\.\d dB; in 8 bits throughout .* Costs were weighed by operations, not by a device's latency\.$/,
    );
    const again = await optimizeModel({ file: 'mixed.tflite', bytes }, recipe(mixed()), { dataset, pool });
    expect(again.bytes).toBe(bytes);
  });

  it('is int8 where that meets the limit', async () => {
    const { bytes, notes } = await optimize(mixed({ minSqnr: '20dB', edges: 'int8' }), {}, fragile(1));
    const whole = await optimize({ transform: 'quantize', scheme: 'int8', edges: 'int8' }, {}, fragile(1));
    expect(Buffer.from(bytes).equals(whole.bytes)).toBe(true);
    expect(notes[0]!.message).toMatch(
      /^8 bits throughout keep the limit "minSqnr: 20dB": .* on 40 calibration samples\.$/,
    );
  });

  it('keeps layers in 16 bits on request', async () => {
    const { bytes, notes } = await optimize(mixed({ minSqnr: '20dB', keep: 'int16x8' }));
    expect(Object.values(typesOf(bytes))).toContain('INT16');
    expect(notes[0]!.message).toMatch(/stay in 16 bits/);
  });

  it('weighs costs by a device where there is one that measures', async () => {
    const measured = (factor: number) => ({
      device: 'made-up',
      latencyMs: 3 * factor,
      layers: [
        'Multiply (ND)',
        'Fully Connected (NC, F32)',
        'Fully Connected (NC, F32)',
        'Softmax (NC, F32)',
      ].map((operator, index) => ({
        index,
        operator,
        kernel: null,
        instructions: 1,
        cycles: 1,
        share: 0.25,
      })),
    });
    let calls = 0;
    const onDevice = async () => measured(++calls === 1 ? 2 : 1);
    const { notes } = await optimize(mixed({ minSqnr: '25dB' }), { onDevice });
    expect(calls).toBe(2);
    expect(notes[0]!.message).toMatch(/Costs were weighed by latency on made-up\.$/);
  });

  it.each([
    ['maxLoss', '5%', 'expected percentage points'],
    ['minSqnr', '30', 'expected decibels'],
    ['keep', 'int4', ''],
  ])('refuses %s: %s', async (option, text, problem) => {
    const { stepSchema } = await import('../transforms.js');
    const result = stepSchema.safeParse(mixed({ [option]: text }));
    expect(result.success).toBe(false);
    expect(result.error!.issues[0]!.message).toContain(problem);
  });

  it('says that a model without classes has no class to change', async () => {
    const model = readModel(fragile());
    const [main] = model.subgraphs;
    main!.operators.pop();
    main!.outputs = [main!.operators.at(-1)!.outputs[0]!];
    const source = { file: 'plain.tflite', bytes: writeModel(model) };
    await expect(optimizeModel(source, recipe(mixed({ maxLoss: '1pp' })), { dataset, pool })).rejects.toThrow(
      'plain.tflite: "maxLoss" counts samples that change their class, and the model names no classes. Say "minSqnr: 30dB" in the recipe instead.',
    );
  });
});
