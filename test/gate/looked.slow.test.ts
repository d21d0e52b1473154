import { describe, expect, it } from 'vitest';
import { dataFiles, fixture } from '../demo-scenario.js';
import { actionNode, createPullRequestScenario, type ScenarioOptions } from '../github/scenario.js';
import { toolchainForTests } from '../support/device/toolchain.js';
import { retrained } from './models.js';
import { expectGolden, type Row, runOnce } from './run.js';

const { toolchain, note } = await toolchainForTests();

const base = { 'models/shapes.tflite': fixture('base.tflite') };
const config = `models:
  - files: models/*.tflite
devices: [cortex-a72]
limits: { size: { fail: +3% } }
`;
const file = '.github/litetrim.yml';

interface Change extends Partial<ScenarioOptions> {
  head: ScenarioOptions['head'];
}

const change = (options: Change) => (): ScenarioOptions => ({
  config,
  ...options,
  base: { ...base, ...options.base },
});

const rows: Row[] = [
  {
    name: 'pattern-without-a-file',
    options: change({
      config: config.replace('models/*', 'modles/*'),
      head: { 'models/shapes.tflite': fixture('slower.tflite') },
    }),
    ...{ exitCode: 0, verdict: 'warn', says: [/"modles\/\\?\*\.tflite" matches no file of the repository/] },
  },
  {
    name: 'submodule-moved',
    options: change({
      base: { vendor: { submodule: '1'.repeat(40) } },
      head: { vendor: { submodule: '2'.repeat(40) } },
    }),
    ...{
      exitCode: 0,
      verdict: 'warn',
      says: [/The submodule vendor moved to another commit: models in it were not looked at/],
    },
  },
  {
    name: 'more-files-than-github-lists',
    options: change({
      head: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`notes/${i}.md`, 'x'])),
    }),
    ...{ exitCode: 0, verdict: 'warn', says: [/GitHub lists only the first 3,000 changed files/] },
  },
  {
    name: 'configuration-adds-a-recipe',
    options: change({
      head: { [file]: config.replace('models/*.tflite', 'models/*.tflite\n    recipes: [float16]') },
    }),
    ...{
      exitCode: 0,
      verdict: 'pass',
      says: [
        /1 unchanged model, 1 variant/,
        /This pull request changes \.github\/litetrim\.yml: models\\?\[0\\?\]\.recipes \(new: float16\)/,
      ],
    },
  },
  {
    name: 'recipe-file-alone',
    options: change({
      config: config.replace('models/*.tflite', 'models/*.tflite\n    recipes: [recipes/mine.yml]'),
      base: { 'recipes/mine.yml': 'steps: [{ transform: clean }]\n' },
      head: { 'recipes/mine.yml': 'steps: [{ transform: quantize, scheme: float16, minElements: 1 }]\n' },
    }),
    ...{ exitCode: 0, verdict: 'warn', says: [/`recipes\/mine\.yml as changed`/] },
  },
  {
    name: 'data-set-alone',
    options: change({
      config: config.replace('models/*.tflite', 'models/*.tflite\n    dataset: eval/dataset.yml'),
      base: dataFiles(),
      head: { 'eval/labels.idx': relabelled() },
    }),
    ...{ exitCode: 0, verdict: 'warn', says: [/labels of \d+ samples differ/, /`models\/shapes\.tflite`/] },
  },
  {
    name: 'no-configuration',
    options: () => ({ base, head: { 'models/shapes.tflite': retrained() } }),
    ...{ exitCode: 0, verdict: 'warn', says: [/There is no \.github\/litetrim\.yml/] },
  },
  {
    name: 'first-configuration',
    options: () => ({ base, head: { [file]: config } }),
    ...{
      exitCode: 0,
      verdict: 'pass',
      says: [/The base branch has no \.github\/litetrim\.yml/, /1 unchanged model/],
    },
  },
  {
    name: 'no-checkout',
    options: change({ checkout: 'none', head: { 'models/shapes.tflite': retrained() } }),
    ...{ exitCode: 0, verdict: 'pass', says: [/No limit is broken/] },
  },
  {
    name: 'no-checkout-for-data',
    options: change({
      checkout: 'none',
      config: config.replace('models/*.tflite', 'models/*.tflite\n    dataset: eval/dataset.yml'),
      base: dataFiles(),
      head: { 'models/shapes.tflite': retrained() },
    }),
    ...{
      exitCode: 2,
      verdict: 'fail',
      says: [/eval\/dataset\.yml: data sets are read from a checkout .*actions\/checkout/],
    },
  },
];

/** The samples get each other's labels. */
function relabelled(): Uint8Array {
  const labels = Uint8Array.from(fixture('labels.idx'));
  labels.subarray(8).reverse();
  return labels;
}

describe.skipIf(!toolchain)(`that no model changed is said only when it was looked${note}`, () => {
  it.each(rows)('$name', async (row) => {
    await expectGolden(row);
  });

  it('a new training has no "Accuracy" where nothing says what is right', async () => {
    const result = await runOnce(change({ head: { 'models/shapes.tflite': retrained() } })());
    expect(result.comments[0]!.body).toMatch(/^\| \| Model .*\| Fidelity \|$/m);
    expect(result.comments[0]!.body).not.toMatch(/^\|.*Accuracy/m);
  });

  it('an answer that GitHub owes ends the run, and the earlier comment says so', async () => {
    const scenario = await createPullRequestScenario(
      change({ head: { 'models/shapes.tflite': retrained() } })(),
    );
    const step = { node: actionNode, args: ['dist/main.js'] };
    try {
      const before = await scenario.run(step);
      expect(before.comments[0]!.body).toContain('✅');
      await scenario.push({ 'models/shapes.tflite': fixture('head.tflite') });
      scenario.fake.failNext({ method: 'GET', path: /compare/, status: 403, message: 'Forbidden', times: 9 });
      const after = await scenario.run(step);
      expect(after.exitCode).toBe(2);
      expect(after.comments[0]!.body).toMatch(
        /❌ \*\*litetrim could not judge this pull request: GitHub doesn't give/,
      );
      expect(after.comments[0]!.body).not.toContain('✅');
      expect(after.summary).toContain('could not judge');
    } finally {
      await scenario.close();
    }
  });
});
