import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { describeModel } from '../../test/support/describe-model.js';
import { type Fixture, fixtureModel, fixtureSchema } from '../../test/support/fixture-model.js';
import { silent } from '../base/progress.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { modelInterface } from '../model/interface.js';
import { readModel } from '../model/read.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { parseYaml } from '../yaml/read.js';
import { applyRecipe } from './apply-recipe.js';
import type { TransformContext } from './types.js';

// Each file of fixtures/transforms is a case: a model, the steps done to it, how far its outputs may
// move, and beside it the golden text of what becomes of it.

const folder = fileURLToPath(new URL('../../fixtures/transforms', import.meta.url));
const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

describe('transforms', () => {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()) {
    const fixture = parseYaml(fixtureSchema, readFileSync(join(folder, file)), file);
    it(`${basename(file, '.yml')}: ${fixture.title}`, () => check(fixture, join(folder, file)));
  }
});

async function check(fixture: Fixture, file: string): Promise<void> {
  const source = writeModel(fixtureModel(fixture));
  const inputs = modelInterface(readModel(source)).inputs.map((input) => ({
    ...input,
    range: fixture.range,
  }));
  const dataset = randomDataset(inputs, { samples: 20, seed: 1 });
  const { bytes, text } = await transform(source, fixture, dataset);
  await expect(`${text}\n`).toMatchFileSnapshot(file.replace('.yml', '.golden.txt'));

  const again = await transform(bytes, fixture, dataset);
  expect(again.changed, 'a second run changes nothing').toBe(false);
  expect(Buffer.from(again.bytes).equals(bytes), 'a second run writes the same bytes').toBe(true);
  for (const error of await largestErrors(source, bytes, dataset)) {
    expect(error).toBeLessThanOrEqual(fixture.tolerance);
  }
}

async function transform(bytes: Uint8Array, { steps }: Fixture, dataset: Dataset) {
  const model = readModel(bytes);
  const context: TransformContext = { dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool };
  const changed = await applyRecipe(model, { name: 'test', steps }, context);
  const notes = context.notes.map(({ level, message }) => `${level}: ${message}`);
  return { changed, bytes: writeModel(model), text: [describeModel(model), ...notes].join('\n') };
}

/** For each output the largest error on the calibration samples, as part of the largest magnitude that it has in the source. */
async function largestErrors(source: Uint8Array, result: Uint8Array, dataset: Dataset): Promise<number[]> {
  const expected = await pool.reduce('outputs', source, dataset.calibration);
  const actual = await pool.reduce('outputs', result, dataset.calibration);
  return expected[0]!.map((_, output) => {
    let [error, magnitude] = [0, 1e-6];
    expected.forEach((sample, i) => {
      sample[output]!.forEach((value, k) => {
        magnitude = Math.max(magnitude, Math.abs(value));
        error = Math.max(error, Math.abs(value - actual[i]![output]![k]!));
      });
    });
    return error / magnitude;
  });
}
