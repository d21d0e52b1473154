import { afterAll, describe, expect, it } from 'vitest';
import { silent } from '../../base/progress.js';
import { randomNumbers } from '../../base/random-numbers.js';
import type { Dataset, DatasetPart } from '../../data/types.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import type { Model, Tensor } from '../../model/graph.js';
import { readModel } from '../../model/read.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  Conv2DOptionsT,
  FullyConnectedOptionsT,
  Padding,
  ReshapeOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { applyRecipe } from '../apply-recipe.js';
import { quantize } from '../quantize/quantize.js';
import { stepSchema } from '../transforms.js';
import type { TransformContext } from '../types.js';
import { type PruneOptions, prune } from './prune.js';

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const { FLOAT32 } = TensorType;
const { RELU } = ActivationFunctionType;

function constant(name: string, shape: number[]): Tensor {
  const random = randomNumbers([...name].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 1));
  const values = Float32Array.from({ length: elementCount(shape) }, () => random() - random());
  return newTensor(name, FLOAT32, shape, { data: bytesOf(values) });
}

/** A convolution, and two dense layers behind it. */
function net(): Model {
  const tensor = (name: string, shape: number[]) => newTensor(name, FLOAT32, shape);
  const [x, conv, flat] = [tensor('x', [1, 6, 6, 4]), tensor('conv', [1, 6, 6, 8]), tensor('flat', [1, 288])];
  const [hidden, y] = [tensor('hidden', [1, 16]), tensor('y', [1, 4])];
  const target = newTensor('target', TensorType.INT32, [2], { data: bytesOf(Int32Array.of(1, 288)) });
  const operators = [
    newOperator(BuiltinOperator.CONV_2D, {
      inputs: [x, constant('w1', [8, 3, 3, 4]), constant('b1', [8])],
      outputs: [conv],
      options: new Conv2DOptionsT(Padding.SAME, 1, 1, RELU),
    }),
    newOperator(BuiltinOperator.RESHAPE, {
      inputs: [conv, target],
      outputs: [flat],
      options: new ReshapeOptionsT([1, 288]),
    }),
    newOperator(BuiltinOperator.FULLY_CONNECTED, {
      inputs: [flat, constant('w2', [16, 288]), constant('b2', [16])],
      outputs: [hidden],
      options: new FullyConnectedOptionsT(RELU),
    }),
    newOperator(BuiltinOperator.FULLY_CONNECTED, {
      inputs: [hidden, constant('w3', [4, 16]), constant('b3', [4])],
      outputs: [y],
      options: new FullyConnectedOptionsT(),
    }),
  ];
  return newModel([newSubgraph([x], [y], operators)]);
}

/** Inputs of few degrees of freedom: neighbours and channels say much of each other, as in images. */
function samples(calibrating: number): Dataset {
  const part = (size: number, seed: number): DatasetPart => ({
    size,
    sample: async (index) => {
      const random = randomNumbers(1000 * seed + index);
      const waves = Array.from({ length: 3 }, () => [random(), 2 * random(), 2 * random()] as const);
      const inputs = Float32Array.from({ length: 144 }, (_, i) => {
        const [y, x, channel] = [Math.floor(i / 24), Math.floor(i / 4) % 6, i % 4];
        const value = waves.reduce(
          (sum, [phase, a, b]) => sum + Math.sin(6 * phase + a * y + b * x + channel),
          0,
        );
        return value + 0.1 * random();
      });
      return { inputs: [inputs], label: null };
    },
  });
  return {
    ...{ name: 'own', hash: '', split: '', synthetic: false },
    ...{ calibration: part(calibrating, 1), evaluation: part(40, 2) },
  };
}

function contextFor(parts: Partial<TransformContext> = {}): TransformContext {
  return {
    ...{ dataset: samples(120), effort: 'default', seed: 1, progress: silent, notes: [], pool },
    ...parts,
  };
}

async function pruned(options: PruneOptions, parts: Partial<TransformContext> = {}) {
  const model = net();
  const context = contextFor(parts);
  const changed = await prune(options)(model, context);
  return { model, changed, notes: context.notes.map(({ message }) => message) };
}

const weightsOf = (model: Model, name: string): Float32Array =>
  realValues(model.subgraphs[0]!.tensors.find((tensor) => tensor.name === name)!);
const zerosIn = (values: Float32Array): number => values.filter((value) => value === 0).length;
const names = ['w1', 'w2', 'w3'];
const total = 8 * 36 + 16 * 288 + 4 * 16;
const zerosOf = (model: Model): number =>
  names.reduce((sum, name) => sum + zerosIn(weightsOf(model, name)), 0);

/** Mean squared error of the outputs against the dense net's, on samples that took no part, by their mean square. */
async function errorOf(model: Model): Promise<number> {
  const { evaluation } = samples(0);
  const [wanted, found] = [
    await pool.reduce('outputs', net(), evaluation),
    await pool.reduce('outputs', model, evaluation),
  ];
  let [error, square] = [0, 0];
  for (const [i, [output]] of wanted.entries()) {
    for (const [k, value] of output!.entries()) {
      error += (value - found[i]![0]![k]!) ** 2;
      square += value ** 2;
    }
  }
  return error / square;
}

describe('with samples', () => {
  it('the other weights make up for those that went', async () => {
    const { model, notes } = await pruned({ sparsity: 0.7 });
    const plain = await pruned({ sparsity: 0.7 }, { effort: 'fast' });
    expect(zerosOf(model)).toBe(Math.round(0.7 * total));
    expect(zerosOf(plain.model)).toBe(Math.round(0.7 * total));
    expect(await errorOf(model)).toBeLessThan(0.1 * (await errorOf(plain.model)));
    expect(notes[0]).toBe(
      '70 % of the weights of 3 layers are zero. The others make up for them in 3 layers, by 120 samples.',
    );
  });

  it.each<PruneOptions>([
    { sparsity: 0.6 },
    { sparsity: 0.6, allocation: 'uniform' },
    { pattern: '2:4' },
    { sparsity: 0.5, pattern: '1x4' },
    { sparsity: 0.5, pattern: '4x1' },
  ])('a second run changes nothing: %j', async (options) => {
    const { model } = await pruned(options);
    const bytes = writeModel(model);
    const again = readModel(bytes);
    expect(await prune(options)(again, contextFor())).toBe(false);
    expect(Buffer.from(writeModel(again)).equals(bytes)).toBe(true);
  });

  it('layers that were quantized since count with the zeros that they have', async () => {
    const { model } = await pruned({ sparsity: 0.6 }, { effort: 'fast' });
    await quantize({ scheme: 'weight-int8', rules: [{ tensor: 'conv', scheme: 'float' }] })(
      model,
      contextFor(),
    );
    const again = readModel(writeModel(model));
    expect(again.subgraphs[0]!.tensors.find(({ name }) => name === 'w1')!.type).toBe(FLOAT32);
    expect(await prune({ sparsity: 0.6 })(again, contextFor({ effort: 'fast' }))).toBe(false);
  });

  it('the bytes are the same with one thread and with two', async () => {
    const single = new SessionPool({ threads: 1 });
    const alone = await pruned({ sparsity: 0.5 }, { pool: single });
    await single.close();
    const { model } = await pruned({ sparsity: 0.5 });
    expect(Buffer.from(writeModel(alone.model)).equals(writeModel(model))).toBe(true);
  });

  it('each model is run from the samples once, whatever the number of layers', async () => {
    const { calibration, ...rest } = samples(20);
    let reads = 0;
    const counted = { size: 20, sample: (i: number) => calibration.sample(i + 0 * reads++) };
    await pruned({ sparsity: 0.5 }, { dataset: { ...rest, calibration: counted } });
    // What the first layer reads, and what the second one reads of either model.
    expect(reads).toBe(4 * 20);
  });

  it('more zeros are added to those that are there', async () => {
    const { model } = await pruned({ sparsity: 0.4 });
    const before = names.map((name) => weightsOf(model, name).slice());
    await prune({ sparsity: 0.6 })(model, contextFor());
    expect(zerosOf(model)).toBe(Math.round(0.6 * total));
    for (const [i, name] of names.entries()) {
      const after = weightsOf(model, name);
      for (const [k, weight] of before[i]!.entries()) if (weight === 0) expect(after[k]).toBe(0);
    }
  });

  it('zeros stay zero when the model is quantized', async () => {
    const { model } = await pruned({ sparsity: 0.6 });
    const before = names.map((name) => weightsOf(model, name).slice());
    for (const scheme of ['int8', 'weight-int8'] as const) {
      const copy = readModel(writeModel(model));
      await quantize({ scheme })(copy, contextFor());
      for (const [i, name] of names.entries()) {
        const after = weightsOf(copy, name);
        expect(before[i]!.every((weight, k) => weight !== 0 || after[k] === 0)).toBe(true);
      }
      expect(await errorOf(copy)).toBeLessThan(1.5 * (await errorOf(model)) + 1e-3);
    }
  });
});

describe('patterns', () => {
  const groupsOf = (values: Float32Array, size: number): Float32Array[] =>
    Array.from({ length: values.length / size }, (_, i) => values.subarray(i * size, (i + 1) * size));

  it.each(['fast', 'default'] as const)('2:4 leaves 2 of 4 neighbours, effort %s', async (effort) => {
    const { model } = await pruned({ pattern: '2:4' }, { effort });
    for (const name of names) {
      for (const group of groupsOf(weightsOf(model, name), 4)) expect(zerosIn(group)).toBe(2);
    }
  });

  it.each(['fast', 'default'] as const)('1x4 takes 4 neighbours at once, effort %s', async (effort) => {
    const { model } = await pruned({ pattern: '1x4', sparsity: 0.5 }, { effort });
    expect(zerosOf(model)).toBe(Math.round((0.5 * total) / 4) * 4);
    for (const name of names) {
      for (const group of groupsOf(weightsOf(model, name), 4)) expect([0, 4]).toContain(zerosIn(group));
    }
  });

  it.each([
    'fast',
    'default',
  ] as const)('4x1 takes a weight of 4 outputs at once, effort %s', async (effort) => {
    const { model } = await pruned({ pattern: '4x1', sparsity: 0.5 }, { effort });
    for (const [name, columns] of [
      ['w1', 36],
      ['w2', 288],
      ['w3', 16],
    ] as const) {
      const weights = weightsOf(model, name);
      for (let i = 0; i < weights.length; i++) {
        const first = Math.floor(i / (4 * columns)) * 4 * columns + (i % columns);
        expect(weights[i] === 0).toBe(weights[first] === 0);
      }
    }
  });

  it('say which layers they do not divide, and leave those', async () => {
    const { model, notes } = await pruned({ pattern: '1x16', sparsity: 0.5 });
    expect(zerosIn(weightsOf(model, 'w1'))).toBe(0);
    expect(notes[0]).toBe(
      'The pattern 1x16 doesn\'t divide the weights of CONV_2D "conv" (8 outputs of 36): they stay dense. The pattern 1x4 divides all layers.',
    );
  });
});

describe('rules', () => {
  it('prune some layers more, less or not at all; the others share what is asked for', async () => {
    const rules = [
      { tensor: 'conv', sparsity: 0 },
      { operator: 'FULLY_CONNECTED', sparsity: 0.25 },
      { index: 3, sparsity: 0.75 },
      { tensor: 'nowhere*', sparsity: 0.1 },
    ];
    const { model, notes } = await pruned({ sparsity: 0.5, rules });
    expect(names.map((name) => zerosIn(weightsOf(model, name)))).toEqual([0, 0.25 * 16 * 288, 0.75 * 64]);
    expect(notes[0]).toBe('The rule "tensor: nowhere*" names no operator of the model.');
  });

  it('keep a layer out of a pattern', async () => {
    const { model } = await pruned({ pattern: '2:4', rules: [{ tensor: 'hidden', sparsity: 0 }] });
    expect(names.map((name) => zerosIn(weightsOf(model, name)))).toEqual([144, 0, 32]);
  });
});

describe('without good samples', () => {
  it.each<[string, Partial<TransformContext>]>([
    ['none', { dataset: null }],
    ['seeded noise', { dataset: { ...samples(120), synthetic: true } }],
  ])('the smallest weights go: %s', async (_, parts) => {
    const { model, notes } = await pruned({ sparsity: 0.5 }, parts);
    const { model: plain } = await pruned({ sparsity: 0.5 }, { effort: 'fast' });
    expect(Buffer.from(writeModel(model)).equals(writeModel(plain))).toBe(true);
    expect(notes[0]).toContain(
      'They were the smallest; nothing makes up for them. With a data set the others would.',
    );
  });

  it('too few are said to be too few', async () => {
    const { notes } = await pruned({ sparsity: 0.5 }, { dataset: samples(3) });
    expect(notes[0]).toBe(
      "3 calibration samples can't tell which weights are missed: give 8 or more, 100 at best.",
    );
  });
});

describe('with a limit', () => {
  it('prunes as much as the limit allows, on samples that took no part', async () => {
    const { model, notes } = await pruned({ minSqnr: '20dB' });
    expect(notes[0]).toMatch(
      /^\d+ % of zeros keep the limit "minSqnr: 20dB": 2\d\.\d dB on 60 calibration samples/,
    );
    expect(zerosOf(model)).toBeGreaterThan(0.3 * total);
    expect(await errorOf(model)).toBeLessThan(2 * 0.01);
  });

  it('a second run changes nothing', async () => {
    const { model } = await pruned({ minSqnr: '20dB' });
    const bytes = writeModel(model);
    const again = readModel(bytes);
    const context = contextFor();
    expect(await prune({ minSqnr: '20dB' })(again, context)).toBe(false);
    expect(Buffer.from(writeModel(again)).equals(bytes)).toBe(true);
    expect(context.notes.map(({ message }) => message)).toEqual([
      'The model was pruned by the limit "minSqnr: 20dB" before: nothing was changed.',
    ]);
  });

  it('is kept by a step of a recipe, too', async () => {
    const [model, { model: expected }] = [net(), await pruned({ minSqnr: '20dB' })];
    const steps = [stepSchema.parse({ transform: 'prune', minSqnr: '20dB' })];
    expect(await applyRecipe(model, { name: 'own', steps }, contextFor())).toBe(true);
    expect(Buffer.compare(writeModel(model), writeModel(expected))).toBe(0);
  });

  it('goes on from the zeros that a model has, and counts from there', async () => {
    const { model } = await pruned({ sparsity: 0.3 });
    const context = contextFor();
    expect(await prune({ minSqnr: '20dB' })(model, context)).toBe(true);
    expect(zerosOf(model)).toBeGreaterThan(0.4 * total);
    expect(context.notes[0]?.message).toMatch(
      /that took no part\. 30 % were zero before: what the model was without them isn't known, so the limit counts from there\.$/,
    );
    const bytes = writeModel(model);
    expect(await prune({ minSqnr: '20dB' })(model, contextFor())).toBe(false);
    expect(Buffer.from(writeModel(model)).equals(bytes)).toBe(true);
  });

  it('says that no more zeros keep it', async () => {
    const { model } = await pruned({ sparsity: 0.6 });
    const context = contextFor();
    expect(await prune({ minSqnr: '200dB' })(model, context)).toBe(false);
    expect(context.notes.map(({ message }) => message)).toEqual([
      'More zeros than the 60 % there are break the limit "minSqnr: 200dB": nothing was pruned.',
    ]);
  });

  it('wants samples', async () => {
    const { changed, notes } = await pruned({ minSqnr: '20dB' }, { dataset: null });
    expect(changed).toBe(false);
    expect(notes).toEqual(['There are no samples to judge by: "minSqnr: 20dB" prunes nothing.']);
  });
});

describe('bad input', () => {
  it('an int8 model: says what to do', async () => {
    const model = net();
    await quantize({ scheme: 'int8' })(model, contextFor({ effort: 'fast' }));
    const context = contextFor();
    expect(await prune({ sparsity: 0.5 })(model, context)).toBe(false);
    expect(context.notes.map(({ message }) => message)).toEqual([
      "3 layers can't be pruned, being quantized already: prune the float model, then quantize it.",
      'There is nothing to prune: nothing was changed.',
    ]);
  });

  it('weights that are not finite do not spread', async () => {
    const model = net();
    const weights = weightsOf(model, 'w2').slice();
    weights[7] = Infinity;
    model.subgraphs[0]!.tensors.find(({ name }) => name === 'w2')!.data = bytesOf(weights);
    await prune({ sparsity: 0.5 })(model, contextFor());
    expect(weightsOf(model, 'w1').every(Number.isFinite)).toBe(true);
    expect(weightsOf(model, 'w2').filter((value) => !Number.isFinite(value))).toHaveLength(1);
  });
});
