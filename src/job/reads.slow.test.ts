import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openDataset } from '../data/dataset.js';
import { loadRecipe } from '../optimize/recipe.js';
import { runModelJob } from './model-job.js';
import { Workbench } from './workbench.js';

/** Digests of what was read, one each time. */
const reads = vi.hoisted(() => [] as string[]);

vi.mock('../model/read.js', async (original) => {
  const { readModel } = await original<typeof import('../model/read.js')>();
  return {
    readModel: (bytes: Uint8Array, file?: string) => {
      reads.push(createHash('sha256').update(bytes).digest('hex'));
      return readModel(bytes, file);
    },
  };
});

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/shapes/${name}`, import.meta.url));

test('a comparison of two versions with a recipe reads base, head and both results once each', async () => {
  const bench = new Workbench({});
  const bytesOf = (name: string) => new Uint8Array(readFileSync(fixture(name)));
  try {
    const { report } = await runModelJob(
      {
        file: 'a.tflite',
        status: 'changed',
        base: async () => bytesOf('base.tflite'),
        head: async () => bytesOf('head.tflite'),
        data: (model) => openDataset(fixture('dataset.yml'), model),
        recipes: [await loadRecipe('dynamic-int8')],
        devices: [],
        limits: {},
        recipeLimits: () => ({}),
        onUnmeasured: null,
        effort: 'fast',
      },
      bench,
    );
    expect(report.problems).toEqual([]);
    expect(report.comparisons.map(({ kind }) => kind)).toEqual(['model', 'variant', 'recipe']);
  } finally {
    await bench.close();
  }
  const twice = reads.filter((digest, i) => reads.indexOf(digest) !== i);
  expect(twice).toEqual([]);
});
