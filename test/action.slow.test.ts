import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoConfig, fixture, mendedModel, slowerModel } from './demo-scenario.js';
import {
  actionNode,
  createPullRequestScenario,
  machineNode,
  type PullRequestScenario,
  type ScenarioOptions,
  type StepResult,
} from './github/scenario.js';
import { toolchainForTests } from './support/device/toolchain.js';

const { toolchain, note } = await toolchainForTests();

/** Quick: one device, one recipe that needs no data. */
const quickConfig = `models:
  - files: models/*.tflite
    recipes: [float16]
devices: [cortex-a72]
limits: { latency: { fail: +3% } }
`;

async function runOnce(options: ScenarioOptions, command = ['dist/main.js']): Promise<StepResult> {
  const scenario = await createPullRequestScenario(options);
  try {
    return await scenario.run({ node: actionNode, args: command });
  } finally {
    await scenario.close();
  }
}

const textOf = (result: StepResult) => `${result.stdout}${result.stderr}`;

describe.skipIf(!toolchain)(`the action, as bundled, on a pull request that slows a model${note}`, () => {
  let scenario: PullRequestScenario;
  let red: StepResult;
  beforeAll(async () => {
    scenario = await createPullRequestScenario(slowerModel());
    red = await scenario.run({ node: actionNode, args: ['dist/main.js'] });
  });
  afterAll(() => scenario.close());

  it('ends red, with the reason in the first sentence of the one comment', () => {
    expect(red.exitCode).toBe(1);
    expect(red.comments).toHaveLength(1);
    const sentence = red.comments[0]!.body.split('\n').find((line) => line.startsWith('❌'));
    expect(sentence).toMatch(
      /^❌ \*\*models\/shapes\.tflite became [\d.]+–[\d.]+ % slower on raspberry-pi-4 and cortex-a55, in all 4 variants \(.*\): layers 3 and 4 are new/,
    );
    expect(sentence).toContain('+3%');
    expect(red.stdout).toContain('::error');
    expect(red.outputs.verdict).toBe('fail');
    expect(Number(red.outputs['latency-change'])).toBeGreaterThan(0.03);
  });

  it('uploads the report and the optimized models', () => {
    expect(Object.keys(red.artifacts.litetrim ?? {}).sort()).toEqual([
      'models/shapes.float16.tflite',
      'models/shapes.int8.tflite',
      'models/shapes.prune-10+int8.tflite',
      'report.html',
      'report.json',
      'report.md',
    ]);
    const report = JSON.parse(new TextDecoder().decode(red.artifacts.litetrim!['report.json']));
    expect(report).toMatchObject({ schemaVersion: 1, verdict: 'fail', headSha: scenario.commits.head });
    expect(report.baseSha).toBe(scenario.commits.base);
    expect(red.summary).toContain('models/shapes.tflite');
  });

  it('gives the same report and models to the byte under another Node.js', async () => {
    const again = await scenario.run({ node: machineNode, args: ['dist/main.js'] });
    expect(again.exitCode).toBe(1);
    expect(Object.keys(again.artifacts.litetrim!)).toEqual(Object.keys(red.artifacts.litetrim!));
    for (const name of Object.keys(red.artifacts.litetrim!)) {
      if (name === 'report.html' || name === 'report.md') continue; // They name the run.
      expect(Buffer.from(again.artifacts.litetrim![name]!).equals(red.artifacts.litetrim![name]!), name).toBe(
        true,
      );
    }
  });

  it('updates the same comment, and is green, once a push mends the model', async () => {
    await scenario.push(mendedModel());
    const green = await scenario.run({ node: actionNode, args: ['dist/main.js'] });
    expect(textOf(green)).not.toContain('::error');
    expect(green.exitCode).toBe(0);
    expect(green.comments).toHaveLength(1);
    expect(green.comments[0]!.id).toBe(red.comments[0]!.id);
    expect(green.comments[0]!.body).not.toContain('❌');
  });
});

describe('the action on other pull requests', () => {
  const base = { 'models/shapes.tflite': fixture('base.tflite') };

  it('posts nothing and is green where no model changes', async () => {
    const result = await runOnce({ base, head: { 'README.md': 'More.\n' }, config: quickConfig });
    expect(result.exitCode).toBe(0);
    expect(result.comments).toEqual([]);
    expect(result.summary).toBe('');
    expect(result.artifacts).toEqual({});
  });

  it.skipIf(!toolchain)(`tells a fork, whose token only reads, in the summary alone${note}`, async () => {
    const head = { 'models/shapes.tflite': fixture('head.tflite') };
    const result = await runOnce({ base, head, config: quickConfig, fork: true });
    expect(result.exitCode).toBe(0);
    expect(result.comments).toEqual([]);
    expect(result.summary).toContain('models/shapes.tflite');
    expect(textOf(result)).toContain('pull-requests: write');
  });

  it.skipIf(!toolchain)(`judges by the base branch, whatever the pull request says${note}`, async () => {
    const loosened = { '.github/litetrim.yml': quickConfig.replace('+3%', '+300%') };
    const head = { 'models/shapes.tflite': fixture('slower.tflite'), ...loosened };
    const result = await runOnce({ base, head, config: quickConfig });
    expect(result.exitCode).toBe(1);
    expect(result.comments[0]!.body).toContain('+3%');
  });

  it('reports on the other models where one is broken, and ends with 2', async () => {
    const head = {
      'models/shapes.tflite': fixture('head.tflite'),
      'models/broken.tflite': fixture('base.tflite').subarray(0, 5000),
    };
    const result = await runOnce({ base, head, config: quickConfig });
    expect(result.exitCode).toBe(2);
    expect(result.comments[0]!.body).toContain('shapes.tflite');
    expect(result.comments[0]!.body).toMatch(/^❌ .*broken\.tflite/m);
  });

  it('ends with 2 where the object of an LFS pointer can not be had', async () => {
    const head = { 'models/shapes.tflite': { lfs: fixture('head.tflite'), stored: false } };
    const result = await runOnce({ base, head, config: quickConfig });
    expect(result.exitCode).toBe(2);
    expect(textOf(result)).toMatch(/models\/shapes\.tflite: .*LFS.*lfs: true/);
  });

  it.skipIf(!toolchain)(`compares models that lie in Git LFS${note}`, async () => {
    const lfsBase = { 'models/shapes.tflite': { lfs: fixture('base.tflite'), stored: true } };
    const head = { 'models/shapes.tflite': { lfs: fixture('head.tflite'), stored: true } };
    const result = await runOnce({ base: lfsBase, head, config: quickConfig });
    expect(result.exitCode).toBe(0);
    expect(result.comments[0]!.body).toContain('shapes.tflite');
  });

  it('judges a new model by absolute limits, and tells of a removed one', async () => {
    const head = { 'models/new.tflite': fixture('head.tflite'), 'models/shapes.tflite': null };
    const config = `${quickConfig.trim().replace(/limits:.*/s, '')}limits: { size: { fail: 10KB } }\n`;
    const result = await runOnce({ base, head, config });
    expect(result.exitCode).toBe(1);
    expect(result.comments[0]!.body).toMatch(/^❌ .*new\.tflite/m);
    expect(result.comments[0]!.body).toMatch(/^\| 🗑️ \| `models\/shapes\.tflite`/m);
  });

  it('says in one line what is wrong with the configuration, and ends with 2', async () => {
    const head = { 'models/shapes.tflite': fixture('head.tflite') };
    const result = await runOnce({ base, head, config: demoConfig.replace('int8', 'int9') });
    expect(result.exitCode).toBe(2);
    expect(textOf(result)).toMatch(
      /::error::\.github\/litetrim\.yml of the base branch: line 4: unknown recipe "int9"\. .*int8/,
    );
    expect(result.comments).toEqual([]);
  });
});
