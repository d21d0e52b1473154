import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openDataset } from '../data/dataset.js';
import type { Dataset } from '../data/types.js';
import { modelInterface } from '../model/interface.js';
import { readModel } from '../model/read.js';
import { SessionPool } from '../runtime/pool.js';
import { spreadOver } from './calibrate/samples.js';
import { optimizeModel } from './optimize-model.js';
import { loadRecipe, type Recipe, shippedRecipes } from './recipe.js';

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Samples of a data set that calibrate: idempotence doesn't depend on how good they are. */
const samples = 24;

async function datasetOf(bytes: Uint8Array, file: string): Promise<Dataset> {
  const { inputs, classes } = modelInterface(readModel(bytes));
  const dataset = await openDataset(file, { inputs, classes });
  return { ...dataset, calibration: spreadOver(dataset.calibration, samples) };
}

/** All that becomes of a pruned model, in one recipe. */
const whole: Recipe = {
  name: 'prune, finetune, quantize, encode',
  steps: [
    { transform: 'prune', sparsity: 0.8 },
    { transform: 'finetune', epochs: 1 },
    { transform: 'quantize', scheme: 'weight-int8' },
    { transform: 'encode-sparse' },
    { transform: 'clean' },
  ],
};

/** Recipes that train take minutes; `whole` trains for an epoch. */
const shipped = shippedRecipes().filter((name) => !name.endsWith('-finetune'));
const composed = ['prune-50+int8', 'prune-2-4+dynamic-int8', 'prune-80-sparse+weight-int8'];
const pruning = ['prune-50', 'prune-2-4', 'prune-80-sparse', 'prune-50+int8', 'prune-80-sparse+weight-int8'];
const withoutSamples = [
  'prune-50',
  'prune-70',
  'prune-2-4',
  'prune-80-sparse+weight-int8',
  'prune-channels-25',
];

/** What a recipe makes of a model, once that it makes the same of its own result is shown. */
async function twice(bytes: Uint8Array, recipe: Recipe, dataset: Dataset | null): Promise<Uint8Array> {
  const optimize = (source: Uint8Array) =>
    optimizeModel({ file: 'm.tflite', bytes: source }, recipe, { dataset, pool, effort: 'default' });
  const once = await optimize(bytes);
  expect(Buffer.compare(once.bytes, bytes)).not.toBe(0);
  const again = await optimize(once.bytes);
  expect(Buffer.compare(again.bytes, once.bytes)).toBe(0);
  return once.bytes;
}

interface Subject {
  model: string;
  dataset: string;
  recipes: readonly string[];
}

const fixture = { model: 'fixtures/shapes/base.tflite', dataset: 'fixtures/shapes/dataset.yml' };
const references: Subject[] = [
  {
    model: '../shared/models/mlperf-tiny/kws_f32.tflite',
    dataset: 'test/validate/datasets/kws.yml',
    recipes: [...shipped, ...composed],
  },
  {
    model: '../shared/models/mlperf-tiny/resnet8_f32.tflite',
    dataset: 'test/validate/datasets/cifar10.yml',
    recipes: pruning,
  },
];

function describeSubject({ model, dataset, recipes }: Subject): void {
  it.each(recipes)('%s, by samples', async (name) => {
    const bytes = readFileSync(pathOf(model));
    await twice(bytes, await loadRecipe(name), await datasetOf(bytes, pathOf(dataset)));
  });

  it.each(withoutSamples)('%s, without samples', async (name) => {
    await twice(readFileSync(pathOf(model)), await loadRecipe(name), null);
  });

  it(whole.name, async () => {
    const bytes = readFileSync(pathOf(model));
    const made = readModel(await twice(bytes, whole, await datasetOf(bytes, pathOf(dataset))));
    expect(made.subgraphs[0]!.tensors.some(({ sparsity }) => sparsity)).toBe(true);
  });
}

describe('a second run changes nothing of the fixture', () => {
  describeSubject({ ...fixture, recipes: [...shipped, ...composed] });
});

describe.each(references)('a second run changes nothing of $model', (subject) => {
  describe.skipIf(!existsSync(pathOf(subject.model)))('(skipped where ../shared is absent)', () => {
    describeSubject(subject);
  });
});

describe('a composition', () => {
  it('stores weights sparse last, wherever it says so', async () => {
    const bytes = readFileSync(pathOf(fixture.model));
    const made = async (name: string) =>
      optimizeModel({ file: 'm', bytes }, await loadRecipe(name), { pool, effort: 'fast' });
    const [first, last] = [await made('prune-80-sparse+weight-int8'), await made('prune-80-sparse')];
    const isSparse = (result: Uint8Array) =>
      readModel(result).subgraphs[0]!.tensors.some(({ sparsity }) => sparsity);
    expect([isSparse(first.bytes), isSparse(last.bytes)]).toEqual([true, true]);
    expect(first.bytes.length).toBeLessThan(last.bytes.length);
  });
});
