import { describe, expect, it } from 'vitest';
import { dataFiles, fixture } from '../demo-scenario.js';
import { actionNode, createPullRequestScenario, type ScenarioOptions } from '../github/scenario.js';
import { toolchainForTests } from '../support/device/toolchain.js';
import { forgetful } from './models.js';
import { expectGolden, type Row } from './run.js';

const { toolchain, note } = await toolchainForTests();

/** The head is 40 % slower than base allows. */
const slower = fixture('slower.tflite');
const base = { 'models/shapes.tflite': fixture('base.tflite') };
const config = `models:
  - files: models/*.tflite
devices: [cortex-a72]
limits: { latency: { fail: +3% } }
`;
/** The head has forgotten what base knew. */
const judgedByData = `models:
  - files: models/*.tflite
    dataset: eval/dataset.yml
devices: [cortex-a72]
limits: { accuracy: { fail: -2pp } }
`;
const file = '.github/litetrim.yml';
const tooSlow = /slower on cortex-a72 \(limit: fail beyond \+3%\)/;
const forgot = /less accurate \(limit: fail beyond -2pp\)/;

const board = (clock: number) => `title: A board
core: cortex-a72
clockMHz: ${clock}
cores: 4
ramMiB: 1024
caches:
  - { sizeKiB: 32, ways: 2, line: 64 }
  - { sizeKiB: 1024, ways: 16, line: 64, latencyNs: 12 }
memory: { latencyNs: 100, bandwidthGBs: 4 }
`;

interface Change {
  config?: string;
  base?: ScenarioOptions['base'];
  head: ScenarioOptions['head'];
}

const change =
  ({ config: own = config, base: more = {}, head }: Change) =>
  (): ScenarioOptions => {
    return { base: { ...base, ...more }, head, config: own };
  };

/** What each pull request tries in vain, with what the base branch's configuration would have said. */
const rows: Row[] = [
  {
    name: 'takes-a-model-out',
    options: change({
      head: {
        'models/shapes.tflite': slower,
        [file]: config.replace('models/*.tflite', '["models/*.tflite", "!models/shapes.tflite"]'),
      },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [tooSlow, /This pull request changes \.github\/litetrim\.yml: models\\?\[0\\?\]\.files/],
    },
  },
  {
    name: 'moves-a-model-and-its-pattern',
    options: change({
      head: {
        'models/shapes.tflite': null,
        'other/shapes.tflite': slower,
        [file]: config.replace('models/*', 'other/*'),
      },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [tooSlow, /This pull request changes .*models\/\*\.tflite|files/],
    },
  },
  {
    name: 'moves-a-model-out',
    options: change({
      config: judgedByData,
      base: dataFiles(),
      head: { 'models/shapes.tflite': null, 'other/renamed.tflite': forgetful() },
    }),
    ...{ exitCode: 1, verdict: 'fail', says: [forgot, /nothing judges it from then on/] },
  },
  {
    name: 'hides-another-model',
    options: change({ head: { 'models/shapes.tflite': null, 'other/renamed.tflite': slower } }),
    ...{
      exitCode: 0,
      verdict: 'warn',
      says: [
        /This pull request removes models\/shapes\.tflite and adds other\/renamed\.tflite, where no pattern/,
      ],
    },
  },
  {
    name: 'has-no-limits',
    options: change({
      head: { 'models/shapes.tflite': slower, [file]: config.replace(/limits: .*/, 'limits: {}') },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [tooSlow, /This pull request changes \.github\/litetrim\.yml: limits/],
    },
  },
  {
    name: 'removes-the-configuration',
    options: change({ head: { 'models/shapes.tflite': slower, [file]: null } }),
    ...{ exitCode: 1, verdict: 'fail', says: [tooSlow, /This pull request removes \.github\/litetrim\.yml/] },
  },
  {
    name: 'has-a-faster-board',
    options: change({
      config: config.replace('cortex-a72', 'boards/mine.yml').replace('+3%', '+2%'),
      base: { 'boards/mine.yml': board(1000) },
      head: { 'models/shapes.tflite': slower, 'boards/mine.yml': board(3000) },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [
        /slower on boards\/mine\.yml \(limit: fail beyond \+2%\)/,
        /This pull request changes the device boards\/mine\.yml/,
      ],
    },
  },
  {
    name: 'drops-the-data-set',
    options: change({
      config: judgedByData,
      base: dataFiles(),
      head: { 'models/shapes.tflite': forgetful(), [file]: judgedByData.replace(/ {4}dataset.*\n/, '') },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [forgot, /models\\?\[0\\?\]\.dataset \(eval\/dataset\.yml → nothing\)/],
    },
  },
  {
    name: 'deletes-the-data',
    options: change({
      config: judgedByData,
      base: dataFiles(),
      head: {
        'models/shapes.tflite': forgetful(),
        ...Object.fromEntries(Object.keys(dataFiles()).map((path) => [path, null])),
      },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [forgot, /This pull request changes the data set eval\/dataset\.yml/],
    },
  },
  {
    name: 'has-other-labels',
    options: change({
      config: judgedByData,
      base: dataFiles(),
      head: { 'models/shapes.tflite': forgetful(), 'eval/labels.idx': sameLabels() },
    }),
    ...{ exitCode: 1, verdict: 'fail', says: [forgot, /eval\/labels\.idx; labels of \d+ samples differ/] },
  },
  {
    name: 'has-fewer-samples',
    options: change({
      config: judgedByData,
      base: dataFiles(),
      head: {
        'models/shapes.tflite': forgetful(),
        'eval/dataset.yml': Buffer.from(fixture('dataset.yml'))
          .toString()
          .replace('320', '20')
          .replace('1000', '60'),
        'eval/labels.idx': few('labels.idx'),
        'eval/pictures.idx': few('pictures.idx'),
      },
    }),
    ...{ exitCode: 1, verdict: 'fail', says: [forgot, /\d+ → \d+ samples that judge/] },
  },
  {
    name: 'has-a-recipe-of-other-steps',
    options: change({
      config: config
        .replace('models/*.tflite', 'models/*.tflite\n    recipes: [recipes/mine.yml]')
        .replace(/limits: .*/, 'limits: { size: { fail: +3% } }'),
      base: { 'recipes/mine.yml': 'steps: [{ transform: quantize, scheme: float16, minElements: 1 }]\n' },
      head: { 'recipes/mine.yml': 'steps: [{ transform: clean }]\n' },
    }),
    ...{
      exitCode: 1,
      verdict: 'fail',
      says: [
        /with recipes\/mine\.yml as changed became .* larger \(limit: fail beyond \+3%\)/,
        /This pull request changes the recipe recipes\/mine\.yml/,
      ],
    },
  },
];

/** All samples are of one class, which the forgetful model always says. */
function sameLabels(): Uint8Array {
  const labels = Uint8Array.from(fixture('labels.idx'));
  return labels.fill(0, 8);
}

/** The first hundred samples of an IDX file. */
function few(name: string): Uint8Array {
  const bytes = Uint8Array.from(fixture(name));
  const rank = bytes[3]!;
  const view = new DataView(bytes.buffer);
  const start = 4 + 4 * rank;
  const size = (bytes.length - start) / view.getUint32(4);
  view.setUint32(4, 100);
  return bytes.slice(0, start + 100 * size);
}

describe.skipIf(!toolchain)(`a pull request can’t loosen its own gate${note}`, () => {
  it.each(rows)('$name', async (row) => {
    const result = await expectGolden(row);
    expect(result.stdout).toMatch(/^::warning::This pull request /m);
  });

  it('an invalid configuration of the base branch closes the gate, with its line, and takes no earlier verdict with it', async () => {
    const green = { 'models/shapes.tflite': fixture('head.tflite') };
    const scenario = await createPullRequestScenario({ base, head: green, config });
    const step = { node: actionNode, args: ['dist/main.js'] };
    try {
      const before = await scenario.run(step);
      expect(before.comments[0]!.body).toContain('✅');
      const { git } = scenario.fake.state;
      const invalid = config.replace('latency', 'latencie');
      const tip = {
        branch: 'main',
        files: { [file]: invalid },
        parents: [scenario.commits.tip],
        message: 'Misspell',
      };
      scenario.commits.tip = await git.commit(tip);
      await scenario.push({ 'models/shapes.tflite': slower, [file]: config.replace('+3%', '+300%') });
      const after = await scenario.run(step);
      expect(after.exitCode).toBe(2);
      expect(after.stdout).toMatch(
        /::error::\.github\/litetrim\.yml of the base branch: line 4: unknown key "latencie"/,
      );
      expect(after.comments).toHaveLength(1);
      expect(after.comments[0]!.body).toContain(
        '❌ **litetrim could not judge this pull request: .github/litetrim.yml of the base branch: line 4',
      );
      expect(after.comments[0]!.body).toContain(scenario.commits.head);
      expect(after.comments[0]!.body).not.toContain('✅');
      expect(after.outputs.verdict).toBe('fail');
    } finally {
      await scenario.close();
    }
  });
});
