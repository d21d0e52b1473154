import type { Progress } from '../base/progress.js';
import type { Environment } from '../github/environment.js';
import type { RunOutcome } from './pull-request.js';
import { readStart } from './start.js';

/**
 * The whole job of a pull request, from the environment of GitHub's runner.
 *
 * @param progress left out: lines in the runner's log
 * @throws InputError for a wrong event or environment, before anything is done; otherwise as `judgePullRequest`
 */
export async function runPullRequest(env: Environment, progress?: Progress): Promise<RunOutcome> {
  const start = await readStart(env);
  // Loaded once it is known that there is a pull request to judge: it is nearly all of litetrim.
  const { judgePullRequest } = await import('./pull-request.js');
  return judgePullRequest(start, progress);
}
