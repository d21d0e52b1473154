import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { a64Programs, executable } from '../../test/support/device/program.js';
import { toolchainForTests } from '../../test/support/device/toolchain.js';
import { chain, endless } from '../../test/support/runtime-models.js';
import { Budget, BudgetUsedUp } from '../base/budget.js';
import { inTemporaryFolder } from '../base/cleanup.js';
import { loadDevice, type Toolchain } from '../device/index.js';
import { writeModel } from '../model/write.js';
import { EndlessError } from '../runtime/index.js';
import { Workbench, type WorkbenchOptions } from './workbench.js';

test('a budget that is used up is told as it is written in a configuration', async () => {
  const texts = [1200, 90, 5400, 0].map((seconds) => new BudgetUsedUp(seconds).message);
  expect(texts).toEqual(['20m', '1m30s', '1h30m', '0s'].map((text) => `the budget of ${text} was used up`));
  const never = new Budget(Number.POSITIVE_INFINITY);
  expect(never.isUsedUp()).toBe(false);
  expect(new Budget(0).isUsedUp()).toBe(true);
});

test('a budget ends what runs when it is used up', async () => {
  const bench = new Workbench({ budget: 1 });
  try {
    const samples = { size: 4, sample: async () => ({ inputs: [Float32Array.of(1)] }) };
    const error = await bench.pool.reduce('ranges', endless(), samples).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BudgetUsedUp);
    expect(error).toBe(bench.signal.reason);
    expect(bench.hasTimeFor('more')).toBe(false);
    expect([...bench.omissions]).toEqual(['The budget was used up: more was left out.']);
  } finally {
    await bench.close();
  }
});

const { toolchain, note } = await toolchainForTests();

/** What becomes of measuring on an emulated device whose program never ends. */
function measureForever(options: WorkbenchOptions, model: Uint8Array): Promise<unknown> {
  return inTemporaryFolder('litetrim-workbench-', async (folder) => {
    const runner = join(folder, 'runner');
    writeFileSync(runner, executable(a64Programs.hang));
    class Bench extends Workbench {
      override async toolchain(): Promise<Toolchain> {
        return { ...toolchain!, cache: folder, runner };
      }
    }
    const bench = new Bench(options);
    try {
      const device = await loadDevice('cortex-a53');
      return await bench.measureOn({ file: 'loop.tflite', bytes: model }, device).catch((error) => error);
    } finally {
      await bench.close();
    }
  });
}

test.skipIf(!toolchain)(`a budget ends an emulated run${note}`, async () => {
  expect(await measureForever({ budget: 1 }, writeModel(chain(3)))).toBeInstanceOf(BudgetUsedUp);
});

test.skipIf(!toolchain)(`what never ends here isn't waited for on a device${note}`, async () => {
  const error = await measureForever({ secondsPerSample: 0.5 }, writeModel(endless()));
  expect(error).toBeInstanceOf(EndlessError);
  expect((error as Error).message).toMatch(/^loop\.tflite: LiteRT .* does not come to an end/);
});
