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

/** Runs a row: how it ends, and what the comment says. */
export async function expectEnd({ options, exitCode, verdict, says }: Row): Promise<StepResult> {
  const result = await runOnce(options());
  expect(result.comments, result.stdout).toHaveLength(1);
  for (const sentence of says) expect(result.comments[0]!.body).toMatch(sentence);
  expect({ exitCode: result.exitCode, verdict: result.outputs.verdict }, result.stdout).toEqual({
    exitCode,
    verdict,
  });
  return result;
}

/** The same, and all that is seen of the comment is as its golden file has it. */
export async function expectGolden(row: Row): Promise<StepResult> {
  const result = await expectEnd(row);
  await expect(visiblePart(result.comments[0]!.body)).toMatchFileSnapshot(`golden/${row.name}.golden.md`);
  return result;
}
