import { mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoint, type TrainingInputs } from './checkpoint.js';
import type { TrainState } from './train.js';

const inputs = (seed: number): TrainingInputs => ({
  model: Uint8Array.of(1, 2, 3),
  examples: { samples: 1, variants: 1, seed, feeds: [], targets: [], labels: null },
  options: { epochs: 3, batch: 1, learningRate: 0.1, minutes: 1, sparsity: null, seed },
  loss: { classifies: true, temperature: 2 },
});

const state: TrainState = {
  ...{ epoch: 2, planned: 3, weights: Float32Array.of(1, -2) },
  optimizer: { mean: Float32Array.of(3, 4), square: Float32Array.of(5, 6), steps: 7 },
};

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'litetrim-checkpoint-'));
});
afterEach(() => rm(cache, { recursive: true }));

const yesterday = Math.floor(Date.now() / 1000) - 24 * 3600;

/** Files of others in the folder, the first one the oldest. */
async function writeOthers(count: number): Promise<string[]> {
  const folder = join(cache, 'trainings');
  await mkdir(folder);
  const names = Array.from({ length: count }, (_, i) => `${String(i).padStart(2, '0')}.bin`);
  for (const [i, name] of names.entries()) {
    await writeFile(join(folder, name), '');
    await utimes(join(folder, name), yesterday + i, yesterday + i);
  }
  return names;
}

describe('Checkpoint', () => {
  it('gives back what it kept, to the training of the same inputs', async () => {
    await new Checkpoint(cache, inputs(1)).keep(state);
    expect(await new Checkpoint(cache, inputs(1)).read(2)).toEqual(state);
    expect(await new Checkpoint(cache, inputs(2)).read(2)).toBeNull();
    expect(await new Checkpoint(cache, inputs(1)).read(3)).toBeNull();
  });

  it('knows no damaged state', async () => {
    await new Checkpoint(cache, inputs(1)).keep(state);
    const [name] = await readdir(join(cache, 'trainings'));
    await writeFile(join(cache, 'trainings', name!), '{}\n');
    expect(await new Checkpoint(cache, inputs(1)).read(2)).toBeNull();
  });

  it('keeps sixteen trainings, the newest ones', async () => {
    const others = await writeOthers(20);
    await new Checkpoint(cache, inputs(1)).keep(state);
    const kept = await readdir(join(cache, 'trainings'));
    expect(kept).toHaveLength(16);
    expect(kept).toEqual(expect.arrayContaining(others.slice(-15)));
    expect(await new Checkpoint(cache, inputs(1)).read(2)).toEqual(state);
  });

  it('keeps no older trainings than fit into 256 MB', async () => {
    const [old, large, recent] = await writeOthers(3);
    const path = join(cache, 'trainings', large!);
    await truncate(path, 2 ** 28);
    await utimes(path, yesterday + 1, yesterday + 1);
    await new Checkpoint(cache, inputs(1)).keep(state);
    const kept = await readdir(join(cache, 'trainings'));
    expect(kept).toHaveLength(2);
    expect(kept).toContain(recent);
    expect(kept).not.toContain(old);
  });
});
