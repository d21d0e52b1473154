import { afterAll, describe, expect, it } from 'vitest';
import { BoundedPool } from './bounded-pool.js';
import { configMutant, dataMutant } from './data-mutant.js';
import { examineConfig, examineData } from './examine-data.js';
import { examineModel } from './examine-model.js';
import { modelKinds, modelMutant } from './mutant.js';
import { type Ending, isFault } from './outcome.js';
import { seedModels } from './seed-models.js';

// The first mutants of `npm run fuzz`, the same each time; docs/fuzzing.md tells of more.

const seed = 1;
const mutants = 100;
const pool = new BoundedPool();
afterAll(() => pool.close());
const ignore = () => {};
const models = seedModels(null);
const faultsOf = (name: string, endings: readonly Ending[]) =>
  endings.filter(({ outcome }) => isFault(outcome)).map((ending) => ({ name, ...ending }));

describe('mutated models', () => {
  it.each(modelKinds)('%s: do no harm', { timeout: 600_000 }, async (kind) => {
    const faults: unknown[] = [];
    let read = 0;
    for (let number = 0; number < mutants; number++) {
      const { bytes, treatment } = modelMutant(kind, number, seed, models);
      const endings = await examineModel(bytes, treatment, pool, ignore);
      faults.push(...faultsOf(`${kind}:${number}`, endings));
      if (endings.length > 1) read++;
    }
    expect(faults).toEqual([]);
    // Mutants that reading refuses show nothing of the rest.
    expect(read).toBeGreaterThan(mutants / 10);
  });
});

describe('mutated data', () => {
  it('sets do no harm', async () => {
    const faults: unknown[] = [];
    for (let number = 0; number < mutants; number++) {
      faults.push(...faultsOf(`data:${number}`, await examineData(dataMutant(number, seed).files, ignore)));
    }
    expect(faults).toEqual([]);
  });

  it('configurations do no harm', async () => {
    const faults: unknown[] = [];
    for (let number = 0; number < mutants; number++) {
      faults.push(...faultsOf(`config:${number}`, await examineConfig(configMutant(number, seed), ignore)));
    }
    expect(faults).toEqual([]);
  });
});
