import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseConfig } from '../../src/config/config.js';
import { openDataset } from '../../src/data/dataset.js';
import { TensorType } from '../../src/model/schema/index.js';
import { shippedRecipes } from '../../src/optimize/recipe.js';
import type { Files } from '../support/dataset-fixtures.js';
import { type Ending, mutantFile, type OnStage, outcomeOf } from './outcome.js';

const input = { name: 'x', shape: [1, 2, 2, 1], type: TensorType.FLOAT32 };

/** Opens a data set and reads each of its samples, as a pull request's: nothing outside of its folder. */
export async function examineData(files: Files, onStage: OnStage): Promise<Ending[]> {
  const folder = mkdtempSync(join(tmpdir(), 'litetrim-fuzz-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return [await attempt('data set', onStage, folder, () => readAll(join(folder, 'dataset.yml'), folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readAll(file: string, root: string): Promise<void> {
  const { calibration, evaluation } = await openDataset(file, { root, inputs: [input], classes: 2 });
  for (const part of [calibration, evaluation]) {
    for (let i = 0; i < part.size; i++) await part.sample(i);
  }
}

/** Reads a configuration. */
export async function examineConfig(text: Uint8Array, onStage: OnStage): Promise<Ending[]> {
  const known = { recipes: shippedRecipes(), devices: ['raspberry-pi-4'] };
  return [
    await attempt('configuration', onStage, mutantFile, () => parseConfig(text, `${mutantFile}.yml`, known)),
  ];
}

async function attempt(
  stage: string,
  onStage: OnStage,
  name: string,
  action: () => unknown,
): Promise<Ending> {
  onStage(stage);
  try {
    await action();
    return { stage, outcome: 'fine', message: '' };
  } catch (error) {
    return { stage, ...outcomeOf(error, name) };
  }
}
