import { readEnvironment } from '../../src/github/environment.js';
import { readEvent } from '../../src/github/event.js';
import { PullRequest } from '../../src/github/read/pull-request.js';
import { createPullRequestScenario, type PullRequestScenario, type ScenarioOptions } from './scenario.js';

/** A scenario, and its pull request as litetrim's own code reads it, in this process. */
export interface OpenScenario {
  scenario: PullRequestScenario;
  pullRequest: PullRequest;
}

/** Makes a scenario, gives `work` its pull request, and checks that GitHub would have understood it all. */
export async function withPullRequest(
  options: ScenarioOptions,
  work: (open: OpenScenario) => Promise<void>,
): Promise<void> {
  const scenario = await createPullRequestScenario(options);
  try {
    await work({ scenario, pullRequest: await openPullRequest(scenario) });
    scenario.assertClean();
  } finally {
    await scenario.close();
  }
}

export async function openPullRequest(scenario: PullRequestScenario): Promise<PullRequest> {
  const env = await scenario.environment();
  const { token } = scenario.fake.state;
  return await PullRequest.open({ event: readEvent(env), environment: readEnvironment(env), token });
}
