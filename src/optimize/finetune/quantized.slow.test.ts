import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { silent } from '../../base/progress.js';
import { openDataset } from '../../data/dataset.js';
import { randomDataset } from '../../data/random-dataset.js';
import type { Dataset } from '../../data/types.js';
import { realValues } from '../../model/dequantize.js';
import type { Model, Tensor } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { precision } from '../../model/precision.js';
import { readModel } from '../../model/read.js';
import { TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { applyRecipe } from '../apply-recipe.js';
import { recipeSchema } from '../recipe.js';
import type { TransformContext } from '../types.js';
import { planTraining } from './plan.js';

const folder = fileURLToPath(new URL('../../../fixtures/shapes', import.meta.url));
const read = (): Model => readModel(readFileSync(join(folder, 'head.tflite')), 'head.tflite');

const pool = new SessionPool({ threads: 1 });
let shapes: Dataset;
beforeAll(async () => {
  const dataset = await openDataset(join(folder, 'dataset.yml'), modelInterface(read()));
  const { calibration } = dataset;
  shapes = { ...dataset, calibration: { size: 60, sample: (i) => calibration.sample(i * 5) } };
});
afterAll(() => pool.close());

function contextOf(parts: Partial<TransformContext> = {}): TransformContext {
  return { dataset: shapes, effort: 'fast', seed: 1, progress: silent, notes: [], pool, ...parts };
}

const messages = ({ notes }: TransformContext) => notes.map(({ message }) => message).join('\n');
const bytesOf = (model: Model) => Buffer.from(writeModel(model));
const weightsOf = (model: Model): Tensor[] =>
  planTraining(model, 'codes')
    .weights.filter(({ role }) => role === 'weights')
    .map(({ tensor }) => tensor);

const prune = { transform: 'prune', sparsity: 0.6, allocation: 'uniform' };
const tune = (quantize: object, options: object = {}) => ({
  ...{ transform: 'finetune', epochs: 4, batch: 20, quantize },
  ...options,
});

async function made(steps: object[], context: TransformContext, model = read()): Promise<Model> {
  const recipe = { name: 'test', ...recipeSchema.parse({ steps }) };
  expect(await applyRecipe(model, recipe, context)).toBe(true);
  return readModel(writeModel(model), 'made');
}

/** Losses before and after, as they are told. */
function losses(context: TransformContext): [number, number] {
  const told = /on 60 unlabelled samples: their loss fell from ([\d.]+\d) to ([\d.]+\d)/.exec(
    messages(context),
  );
  expect(told, messages(context)).not.toBeNull();
  return [Number(told![1]), Number(told![2])];
}

describe('finetune with "quantize"', () => {
  it.each([
    [{ scheme: 'int8', train: 'codes' }, TensorType.INT8, 'int8'],
    [{ scheme: 'dynamic-int4', minElements: 1, train: 'codes' }, TensorType.INT4, 'int4'],
  ])('recovers a pruned model in %o, with its zeros', async (quantize, type, stored) => {
    const pruned = await made([prune], contextOf());
    const context = contextOf();
    const model = await made([prune, tune(quantize)], context);
    const [before, after] = losses(context);
    expect(after).toBeLessThan(0.8 * before);
    expect(precision(model)).toContain(stored);
    const trained = weightsOf(model);
    expect(trained.some((tensor) => tensor.type === type)).toBe(true);
    weightsOf(pruned).forEach((tensor, i) => {
      const values = realValues(trained[i]!);
      realValues(tensor).forEach((value, k) => {
        if (value === 0 && values.length > 64) expect(values[k]).toBe(0);
      });
    });
  });

  it('leaves the codes unless it is told to train them, and trains scales and biases', async () => {
    const quantize = { scheme: 'int8', perTensor: ['FULLY_CONNECTED'] };
    const plain = await made([{ transform: 'quantize', ...quantize }], contextOf());
    const context = contextOf();
    const model = await made([tune(quantize, { epochs: 8 })], context);
    const [before, after] = losses(context);
    expect(after).toBeLessThan(before);
    const [old, trained] = [weightsOf(plain), weightsOf(model)];
    expect(trained.map(({ data }) => [...data!])).toEqual(old.map(({ data }) => [...data!]));
    const scales = (tensors: Tensor[]) => tensors.map(({ quantization }) => [...quantization!.scale]);
    expect(scales(trained)).not.toEqual(scales(old));
    const products = model.subgraphs[0]!.operators.filter(
      ({ inputs }) => inputs[2]?.type === TensorType.INT32,
    );
    expect(products.length).toBeGreaterThan(2);
    for (const { inputs } of products) {
      const [input, weights, bias] = inputs.map((tensor) => tensor?.quantization?.scale);
      const ratios = Array.from(weights!, (scale, i) => bias![i]! / (input![0]! * scale));
      for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 5);
    }
  });

  it.each(['codes', 'scales'])('gives the same bytes on one thread and on two: %s', async (train) => {
    const steps = [prune, tune({ scheme: 'int8', train })];
    const one = bytesOf(await made(steps, contextOf({ threads: 1 })));
    expect(bytesOf(await made(steps, contextOf({ threads: 2 }))).equals(one)).toBe(true);
  });

  it('goes through what it has no gradient of no more than without', async () => {
    const layer = (input: string, name: string, output: string) => ({
      operator: 'CONV_2D',
      inputs: [input, `${name}-w`, `${name}-b`],
      outputs: { [output]: [1, 4, 4, 4] },
      options: { type: 'Conv2DOptions', padding: 'SAME' },
    });
    const constants = Object.fromEntries(
      ['first', 'last'].flatMap((name) => [
        [`${name}-w`, { shape: [4, 3, 3, 4] }],
        [`${name}-b`, { shape: [4] }],
      ]),
    );
    const normalization = {
      operator: 'LOCAL_RESPONSE_NORMALIZATION',
      inputs: ['a'],
      outputs: { b: [1, 4, 4, 4] },
      options: { type: 'LocalResponseNormalizationOptions', radius: 2, bias: 1, alpha: 1, beta: 0.5 },
    };
    const operators = [layer('x', 'first', 'a'), normalization, layer('b', 'last', 'c')];
    const odd = fixtureModel(
      fixtureSchema.parse({
        ...{ title: 'odd', steps: [{ transform: 'clean' }], tolerance: 1 },
        subgraphs: [{ inputs: { x: [1, 4, 4, 4] }, constants, operators, outputs: ['c'] }],
      }),
    );
    const input = { shape: [1, 4, 4, 4], type: 0, quantization: null };
    const dataset = { ...randomDataset([input], { samples: 40 }), synthetic: false };
    const context = contextOf({ dataset });
    await made([tune({ scheme: 'int8' }, { epochs: 8, batch: 10 })], context, odd);
    expect(messages(context)).toContain(
      'Nothing is trained through LOCAL_RESPONSE_NORMALIZATION "b" (litetrim has no gradient of it): 1 layer stays as it is',
    );
    expect(messages(context)).toContain('LOCAL_RESPONSE_NORMALIZATION "b" stays float');
  });

  it('changes nothing of a model that is quantized already, and says so', async () => {
    const int8 = await made([{ transform: 'quantize', scheme: 'int8' }], contextOf());
    const before = bytesOf(int8);
    const context = contextOf({ source: read() });
    const recipe = { name: 'test', ...recipeSchema.parse({ steps: [tune({ scheme: 'int8' })] }) };
    expect(await applyRecipe(int8, recipe, context)).toBe(false);
    expect(messages(context)).toContain('The model is quantized already: nothing was changed.');
    expect(bytesOf(int8).equals(before)).toBe(true);
  });

  it('refuses operators that a scheme does not cover, where it is to be strict', async () => {
    const model = read();
    const rules = [{ operator: 'SOFTMAX', scheme: 'float' }];
    await made([tune({ scheme: 'int8', rules, strict: true }, { epochs: 1 })], contextOf(), model);
    const odd = fixtureModel(
      fixtureSchema.parse({
        ...{ title: 'odd', steps: [{ transform: 'clean' }], tolerance: 1 },
        subgraphs: [
          {
            inputs: { x: [1, 4] },
            operators: [{ operator: 'ELU', inputs: ['x'], outputs: { y: [1, 4] } }],
            outputs: ['y'],
          },
        ],
      }),
    );
    const recipe = {
      name: 'test',
      ...recipeSchema.parse({ steps: [tune({ scheme: 'int16x8', strict: true })] }),
    };
    await expect(applyRecipe(odd, recipe, contextOf())).rejects.toThrow("can't be quantized");
  });

  it('refuses to prune where only scales are trained', async () => {
    const sparsity = { schedule: 'constant', target: 0.5 };
    const recipe = {
      name: 'test',
      ...recipeSchema.parse({ steps: [tune({ scheme: 'int8' }, { sparsity })] }),
    };
    await expect(applyRecipe(read(), recipe, contextOf())).rejects.toThrow('"sparsity" prunes codes');
  });

  it.each([
    [{ scheme: 'int3' }],
    [{ scheme: 'float16' }],
    [{ scheme: 'float' }],
    [{ scheme: 'dynamic-int4', edges: 'int8' }],
    [{ scheme: 'int8', blockSize: 32 }],
    [{ scheme: 'int8', train: 'ranges' }],
    [{}],
  ])('knows no %o', (quantize) => {
    expect(() => recipeSchema.parse({ steps: [tune(quantize)] })).toThrow();
  });
});
