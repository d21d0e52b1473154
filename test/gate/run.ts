import { expect } from 'vitest';
import {
  actionNode,
  createPullRequestScenario,
  type ScenarioOptions,
  type StepResult,
} from '../github/scenario.js';
import { visiblePart } from './visible.js';

/** Runs the bundled action once on a pull request. */
export async function runOnce(options: ScenarioOptions, command = ['dist/main.js']): Promise<StepResult> {
  const scenario = await createPullRequestScenario(options);
  try {
    return await scenario.run({ node: actionNode, args: command });
  } finally {
    await scenario.close();
  }
}

/** What a scenario ends with, and what the comment says. */
export interface Row {
  name: string;
  options: () => ScenarioOptions;
  exitCode: number;
  verdict: string;
  says: RegExp[];
}

export async function expectRow({ name, options, exitCode, verdict, says }: Row): Promise<StepResult> {
  const result = await runOnce(options());
  expect(result.comments, result.stdout).toHaveLength(1);
  const { body } = result.comments[0]!;
  for (const sentence of says) expect(body).toMatch(sentence);
  expect({ exitCode: result.exitCode, verdict: result.outputs.verdict }, result.stdout).toEqual({
    exitCode,
    verdict,
  });
  await expect(visiblePart(body)).toMatchFileSnapshot(`golden/${name}.golden.md`);
  return result;
}
