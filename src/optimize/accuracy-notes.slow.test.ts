import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../base/progress.js';
import { openDataset } from '../data/dataset.js';
import type { Dataset, DatasetPart } from '../data/types.js';
import type { ModelFile } from '../model/model-file.js';
import { SessionPool } from '../runtime/pool.js';
import { noteAccuracy } from './accuracy-notes.js';
import { optimizeModel } from './optimize-model.js';
import { loadRecipe } from './recipe.js';
import type { Note } from './types.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/shapes/${name}`, import.meta.url));
const source: ModelFile = { file: 'base.tflite', bytes: readFileSync(fixture('base.tflite')) };

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

let dataset: Dataset;
let result: ModelFile;
beforeAll(async () => {
  dataset = await openDataset(fixture('dataset.yml'));
  const made = await optimizeModel(source, await loadRecipe('prune-50'), { effort: 'fast', pool });
  result = { file: 'pruned.tflite', bytes: made.bytes };
});

async function told(data: Dataset | null, recipe = 'prune-50', of = result): Promise<Note[]> {
  const context = { dataset: data, pool, progress: silent, notes: [] as Note[] };
  await noteAccuracy(source, of, await loadRecipe(recipe), context);
  return context.notes;
}

/** A data set in which each sample is changed. */
const changed = (change: (sample: Awaited<ReturnType<DatasetPart['sample']>>) => object): Dataset => ({
  ...dataset,
  evaluation: {
    size: dataset.evaluation.size,
    sample: async (index) => {
      const sample = await dataset.evaluation.sample(index);
      return { ...sample, ...change(sample) };
    },
  },
});

describe('accuracy of a pruned model', () => {
  it('is told beside the source’s, by samples that took no part', async () => {
    const [note, ...others] = await told(dataset);
    expect(others).toEqual([]);
    expect(note!.message).toMatch(
      /^On 500 evaluation samples: top-1 [\d.]+ % \(95 % interval [\d.]+ % to [\d.]+ %\), the source's 9\d\.\d %; beside the source [\d.]+ % of classes agree, [\d.]+ dB\.$/,
    );
  });

  it('is fidelity where there are no labels', async () => {
    const [note] = await told(changed(() => ({ label: null })));
    expect(note!.message).toMatch(
      /^On 500 evaluation samples: fidelity [\d.]+ % \(.*\); beside the source [\d.]+ % of classes agree/,
    );
  });

  it('that can’t be measured is said, and is no failure', async () => {
    expect(await told(null)).toEqual([
      { level: 'info', message: 'Accuracy was not measured: there is no data set with samples to judge by.' },
    ]);
    const [note] = await told(changed(() => ({ label: 99 })));
    expect(note).toMatchObject({ level: 'warning' });
    expect(note!.message).toMatch(/^Accuracy was not measured: .*label 99 is out of range/);
  });

  it('is no matter where nothing was pruned', async () => {
    expect(await told(dataset, 'float16')).toEqual([]);
    expect(await told(dataset, 'prune-50', source)).toEqual([]);
  });
});
