import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '../base/errors.js';
import { openDataset } from '../data/dataset.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { evaluateModel } from '../evaluate/evaluate.js';
import { OutputCache } from '../evaluate/output-cache.js';
import { modelInterface } from '../model/interface.js';
import { readModel } from '../model/read.js';
import { SessionPool } from '../runtime/pool.js';
import { openSession } from '../runtime/session.js';
import { optimizeModel } from './optimize-model.js';
import { loadRecipe } from './recipe.js';

// Real models, which lie beside developers' checkouts only.

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const isAbsent = !existsSync(shared);
const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const models = (folder: string): string[] =>
  isAbsent
    ? []
    : readdirSync(shared + folder)
        .map((file) => `${folder}/${file}`)
        .sort();

const read = (file: string): Uint8Array => readFileSync(shared + file);

async function optimize(file: string, recipe: string, dataset: Dataset | null) {
  const bytes = read(file);
  return optimizeModel({ file, bytes }, await loadRecipe(recipe), { dataset, effort: 'default', pool });
}

/** Positive noise: what a square root can be taken of. */
function positiveNoise(bytes: Uint8Array): Dataset {
  const inputs = modelInterface(readModel(bytes)).inputs;
  return randomDataset(
    inputs.map((input) => ({ ...input, range: [0.1, 1] as const })),
    { samples: 20 },
  );
}

async function runs(bytes: Uint8Array): Promise<boolean> {
  const session = await openSession(bytes).catch(() => null);
  session?.close();
  return session !== null;
}

/** Lowest SQNR in dB of a single operator's outputs, by recipe. */
const limits = {
  float16: 60,
  'dynamic-int8': 35,
  'weight-int8': 35,
  'dynamic-int4': 14,
  'weight-int4': 14,
  int8: 35,
  'int8-float-io': 35,
  int16x8: 40,
  int8x4: 14,
};

describe.skipIf(isAbsent)('operators of ../shared/models (skipped where that folder is absent)', () => {
  // SLICE of its own input's indices: beyond the tensor, so that LiteRT reads whatever lies there.
  const files = [...models('models/single-op'), ...models('models/quirks')].filter(
    (file) => !file.includes('_slice'),
  );
  describe.each(files)('%s', (file) => {
    it.each(Object.entries(limits))('%s stays within %d dB, or float with a note', async (recipe, limit) => {
      const bytes = read(file);
      const dataset = positiveNoise(bytes);
      if (!(await runs(bytes))) {
        const outcome = await optimize(file, recipe, dataset).then(() => 'made', messageOf);
        expect(outcome).toMatch(/^made$|activations can't be measured, since LiteRT .* refuses this model/);
        return;
      }
      const { bytes: optimized, notes } = await optimize(file, recipe, dataset);
      if (Buffer.from(optimized).equals(bytes)) expect(notes.at(-1)!.message).toMatch(/nothing was changed/);
      const reference = { file, bytes };
      const { sqnrDb } = await evaluateModel({ file, bytes: optimized }, dataset, { reference, pool });
      expect(sqnrDb).toBeGreaterThanOrEqual(limit);
    });
  });
});

const trained = [
  { file: 'models/mlperf-tiny/kws_f32.tflite', data: 'kws', float: [0.87, 0.94] },
  { file: 'models/mlperf-tiny/resnet8_f32.tflite', data: 'cifar10', float: [0.7, 0.8] },
  { file: 'models/mnist/conv_fc_mnist_f32.tflite', data: 'mnist', float: [0.95, 0.99] },
];

describe.skipIf(isAbsent)('trained models of ../shared (skipped where that folder is absent)', () => {
  describe.each(trained)('$file', ({ file, data, float }) => {
    const cache = new OutputCache();
    let dataset: Dataset;
    beforeAll(async () => {
      const yaml = fileURLToPath(new URL(`../../test/validate/datasets/${data}.yml`, import.meta.url));
      dataset = await openDataset(yaml, modelInterface(readModel(read(file))));
    });
    const evaluate = (bytes: Uint8Array) =>
      evaluateModel({ file, bytes }, dataset, { reference: { file, bytes: read(file) }, pool, cache });

    it('is as accurate as published', async () => {
      const { value } = await evaluate(read(file));
      expect(value.value).toBeGreaterThan(float[0]!);
      expect(value.value).toBeLessThan(float[1]!);
    });

    it.each([
      { recipe: 'float16', agreement: 1, points: 0, logitsDb: 55 },
      { recipe: 'weight-int8', agreement: 0.98, points: 0.01, logitsDb: 33 },
      { recipe: 'dynamic-int8', agreement: 0.98, points: 0.01, logitsDb: 33 },
      { recipe: 'int8', agreement: 0.95, points: 0.012, logitsDb: 26 },
      { recipe: 'int8-float-io', agreement: 0.95, points: 0.012, logitsDb: 26 },
    ])('$recipe agrees on $agreement of the samples', async ({ recipe, agreement, points, logitsDb }) => {
      const source = await evaluate(read(file));
      const result = await evaluate((await optimize(file, recipe, dataset)).bytes);
      expect(result.agreement).toBeGreaterThanOrEqual(agreement);
      expect(result.value.value).toBeGreaterThanOrEqual(source.value.value - points);
      expect(result.logitsSqnrDb).toBeGreaterThanOrEqual(logitsDb);
    });

    it('int8 is the same to the byte each time, and a second int8 changes nothing', async () => {
      const [first, second] = [await optimize(file, 'int8', dataset), await optimize(file, 'int8', dataset)];
      expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
      const again = await optimizeModel({ file, bytes: first.bytes }, await loadRecipe('int8'), {
        dataset,
        pool,
      });
      expect(again.bytes).toBe(first.bytes);
      expect(again.notes.map(({ message }) => message)).toEqual([
        'The model is quantized already: nothing was changed.',
      ]);
    });
  });

  it.each([
    ['ad01', []],
    // The published model's float weights are that small: Google's own int8 file has as many zeros.
    [
      'vww',
      [
        'Of all weights of 28 layers 83 % are zero: 83 % rounded to zero.',
        'The file takes 268.5 KB (−69.0 %), 73.3 KB compressed, as a download (−90.7 %).',
      ],
    ],
  ])('%s: int8 calibrated on noise runs, and says what it is worth', async (name, besides) => {
    const file = `models/mlperf-tiny/${name}_f32.tflite`;
    const recipe = { ...(await loadRecipe('int8')), calibration: 'random' as const };
    const { bytes, notes } = await optimizeModel({ file, bytes: read(file) }, recipe, {
      effort: 'fast',
      pool,
    });
    const operators = readModel(bytes).subgraphs[0]!.operators;
    expect(operators.every(({ outputs }) => outputs[0]!.quantization !== null)).toBe(true);
    expect(notes.map(({ message }) => message)).toEqual([
      'Calibrated on seeded noise instead of samples: accuracy is left to chance.',
      ...besides,
    ]);
  });

  it("Google's int8 models stay as they are", async () => {
    const files = models('models/mlperf-tiny').filter((file) => file.endsWith('_int8_google.tflite'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const bytes = read(file);
      const result = await optimizeModel({ file, bytes }, await loadRecipe('int8'), { pool });
      expect(result.bytes).toBe(bytes);
    }
  });
});
