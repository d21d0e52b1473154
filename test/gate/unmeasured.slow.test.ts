import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFiles, fixture } from '../demo-scenario.js';
import type { ScenarioOptions, StepResult } from '../github/scenario.js';
import { toolchainForTests } from '../support/device/toolchain.js';
import { notANumber } from './models.js';
import { expectEnd, expectGolden, type Row, runOnce } from './run.js';

const { toolchain, note } = await toolchainForTests();

/** A model that is 40 % slower than its limit allows: green only where nobody looks. */
const base = { 'models/shapes.tflite': fixture('base.tflite') };
const slower = { 'models/shapes.tflite': fixture('slower.tflite') };
const config = `models:
  - files: models/*.tflite
devices: [cortex-a72]
limits: { latency: { fail: +3% } }
`;

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-gate-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A PATH with git, and without what fetches an emulator. */
function pathWithoutApt(): string {
  const bin = join(temporary, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const folder of (process.env.PATH ?? '').split(':')) {
    for (const program of ['git', 'sh']) {
      try {
        symlinkSync(join(folder, program), join(bin, program));
      } catch {}
    }
  }
  return bin;
}

/** apt-get as it ends where a third-party source is dead. */
function pathWithDeadSource(): string {
  const bin = join(temporary, 'dead');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'apt-get'),
    '#!/bin/sh\necho "E: Failed to fetch https://dead.example/dists/stable/InRelease" >&2\nexit 100\n',
    { mode: 0o755 },
  );
  return `${bin}:${process.env.PATH}`;
}

const noEmulator = (path: string) => ({ PATH: path, LITETRIM_CACHE: mkdtempSync(join(temporary, 'cache-')) });

const run = (options: Partial<ScenarioOptions>, command?: string[]) =>
  runOnce({ base, head: slower, config, ...options }, command);

const withConfig = (text: string) => ({ ...slower, '.github/litetrim.yml': text });

/** A row, with the options that all have in common filled in. */
const row = ({
  options,
  ...rest
}: Omit<Row, 'options'> & { options: () => Partial<ScenarioOptions> }): Row => {
  return { ...rest, options: () => ({ base, head: slower, config, ...options() }) };
};

const rows = [
  {
    name: 'no-emulator',
    options: () => ({ env: noEmulator(pathWithoutApt()) }),
    exitCode: 1,
    verdict: 'fail',
    says: [/^❌ .*latency on cortex-a72 was not judged \(limit: fail beyond \+3%\): /m],
  },
  {
    name: 'dead-source',
    options: () => ({ env: noEmulator(pathWithDeadSource()) }),
    exitCode: 1,
    verdict: 'fail',
    says: [/^❌ .*latency on cortex-a72 was not judged \(limit: fail beyond \+3%\): /m],
  },
  {
    name: 'no-emulator-warns',
    options: () => ({ config: `${config}on-unmeasured: warn\n`, env: noEmulator(pathWithoutApt()) }),
    exitCode: 0,
    verdict: 'warn',
    says: [/^⚠️ .*latency on cortex-a72 was not judged/m],
  },
  {
    name: 'head-takes-no-time',
    options: () => ({ head: withConfig(`${config}budget: 1s\n`) }),
    exitCode: 1,
    verdict: 'fail',
    says: [/slower on cortex-a72 \(limit: fail beyond \+3%\)/],
  },
  {
    name: 'head-measures-elsewhere',
    options: () => ({ head: withConfig(config.replace('cortex-a72', 'native')) }),
    exitCode: 1,
    verdict: 'fail',
    says: [/slower on cortex-a72 \(limit: fail beyond \+3%\)/],
  },
  {
    name: 'base-broken',
    options: () => ({
      base: { 'models/shapes.tflite': fixture('base.tflite').subarray(0, 5000) },
      head: { 'models/shapes.tflite': fixture('base.tflite') },
    }),
    exitCode: 0,
    verdict: 'pass',
    says: [/^✅ .*No limit is broken/m],
  },
  {
    name: 'base-broken-absolute-limit',
    options: () => ({
      base: { 'models/shapes.tflite': fixture('base.tflite').subarray(0, 5000) },
      head: { 'models/shapes.tflite': fixture('base.tflite') },
      config: config.replace('fail: +3%', 'fail: [+3%, 1us]'),
    }),
    exitCode: 1,
    verdict: 'fail',
    says: [/has a latency of .* on cortex-a72 \(limit: fail above 1us\)/],
  },
  {
    name: 'base-variant-fails',
    options: () => ({
      base: { 'models/shapes.tflite': notANumber(), ...dataFiles() },
      head: { 'models/shapes.tflite': fixture('base.tflite') },
      config: config
        .replace('models/*.tflite', 'models/*.tflite\n    dataset: eval/dataset.yml\n    recipes: [int8]')
        .replace('latency: { fail: +3% }', 'size: { fail: +3% }')
        .concat('effort: fast\n'),
    }),
    exitCode: 1,
    verdict: 'fail',
    says: [
      /models\/shapes\.tflite with int8: size was not judged \(limit: fail beyond \+3%\): int8 of the base failed: .*NaN/,
    ],
  },
].map(row);

/** What a second suffices for is the machine's, so that its comment has no golden file. */
const withoutTime = row({
  name: 'base-takes-no-time',
  options: () => ({
    base: { ...base, ...dataFiles() },
    config: `${config.replace('models/*.tflite', 'models/*.tflite\n    dataset: eval/dataset.yml\n    recipes: [prune-70-finetune]')}budget: 1s\n`,
  }),
  exitCode: 1,
  verdict: 'fail',
  says: [/not judged .*the budget/],
});

/** A red step marks the model's file with what broke or could not judge it. */
function expectAnnotated({ exitCode }: Row, { stdout }: StepResult): void {
  if (exitCode !== 1) return;
  expect(stdout).toMatch(
    /^::error title=litetrim,file=models\/shapes\.tflite::models\/shapes\.tflite.*\(limit: fail/m,
  );
}

describe.skipIf(!toolchain)(`a limit without its figure is never green${note}`, () => {
  it.each(rows)('$name', async (test) => {
    expectAnnotated(test, await expectGolden(test));
  });

  it('base-takes-no-time', async () => {
    expectAnnotated(withoutTime, await expectEnd(withoutTime));
  });

  it('the command obeys fail-on', async () => {
    const result = await run({ inputs: { 'fail-on': 'never' } }, ['dist/cli.js', 'run']);
    expect(result.outputs.verdict).toBe('fail');
    expect(result.exitCode).toBe(0);
  });
});
