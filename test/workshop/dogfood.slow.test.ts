import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFiles, fixture } from '../demo-scenario.js';
import { actionNode, createPullRequestScenario, type StepResult } from '../github/scenario.js';
import { toolchainForTests } from '../support/device/toolchain.js';
import { type Job, project, readWorkflow, type Step, textOf } from './workflows.js';

const { toolchain, note } = await toolchainForTests();

const { workflow } = readWorkflow('dogfood.yml');

/** What of this repository the workflow reads. */
const base = {
  ...Object.fromEntries(Object.entries(dataFiles()).map(([path, bytes]) => [inFixtures(path), bytes])),
  'fixtures/shapes/base.tflite': fixture('base.tflite'),
  ...Object.fromEntries(
    ['.github/dogfood/litetrim.yml', '.github/dogfood/must-fail.yml'].map((path) => [path, textOf(path)]),
  ),
};

function inFixtures(path: string): string {
  return path.replace('eval/', 'fixtures/shapes/');
}

type Changes = Record<string, Uint8Array | string>;
const withModel: Changes = { 'fixtures/shapes/base.tflite': fixture('head.tflite') };
const withoutModel: Changes = { 'README.md': 'Something else.\n' };

/** Runs a job's steps of litetrim on a pull request, and after each the step that looks at it. */
async function runJob({ steps = [] }: Job, head: Changes): Promise<(number | null)[]> {
  const statuses: (number | null)[] = [];
  let ended: Record<string, string> = {};
  for (const step of steps) {
    if (step.uses === './') {
      const result = await runAction(step, head);
      ended = { ...ended, ...told(step.id!, result) };
    } else if (step.run?.startsWith('scripts/')) {
      const env = Object.fromEntries(
        Object.entries(step.env!).map(([name, value]) => [name, filled(value, ended)]),
      );
      const [program, ...args] = step.run.split(' ');
      const { status } = spawnSync(join(project, program!), args, {
        env: { PATH: process.env.PATH, ...env },
      });
      statuses.push(status);
    }
  }
  return statuses;
}

async function runAction(step: Step, head: Changes): Promise<StepResult> {
  const inputs = Object.fromEntries(Object.entries(step.with!).map(([name, value]) => [name, String(value)]));
  const scenario = await createPullRequestScenario({ base, head, inputs });
  try {
    return await scenario.run({ node: actionNode, args: ['dist/main.js'] });
  } finally {
    await scenario.close();
  }
}

/** What later steps may read of a step, by its expression. */
function told(id: string, { exitCode, outputs }: StepResult): Record<string, string> {
  const named = Object.entries(outputs).map(([name, value]) => [`steps.${id}.outputs.${name}`, value]);
  return { [`steps.${id}.outcome`]: exitCode === 0 ? 'success' : 'failure', ...Object.fromEntries(named) };
}

/** An expression's value; what isn't there is empty, as on GitHub. */
function filled(value: string, ended: Record<string, string>): string {
  return value.replace(/^\$\{\{ (\S+) \}\}$/, (_, name) => ended[name] ?? '');
}

describe('dogfood.yml, on a GitHub of our own', () => {
  it('goes on after the steps that must fail, and after no other', () => {
    const goingOn = Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) =>
      steps.filter((step) => step['continue-on-error']).map(({ id }) => `${job}.${id}`),
    );
    expect(goingOn).toEqual(['fails.refused', 'fails.broken']);
  });

  it('fails where it must: with a changed model, and without', async () => {
    for (const head of [withModel, withoutModel])
      expect(await runJob(workflow.jobs.fails!, head)).toEqual([0, 0]);
  });

  it.skipIf(!toolchain)(`passes a pull request within limits, and one without models${note}`, async () => {
    for (const head of [withModel, withoutModel])
      expect(await runJob(workflow.jobs.passes!, head)).toEqual([0]);
  });
});
