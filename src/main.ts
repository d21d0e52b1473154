import { isDefect, messageOf } from './errors.js';
import { exitCodeOf } from './exit-code.js';
import { createRunner } from './github/runner.js';
import { runPullRequest } from './pipeline.js';

/** The action's entry: what `litetrim run` does, told to GitHub's runner. */
try {
  const { exitCode } = await runPullRequest(process.env);
  process.exitCode = exitCode;
} catch (error) {
  const { DEBUG, RUNNER_DEBUG } = process.env;
  createRunner(process.env).fail(`${isDefect(error) ? 'defect: ' : ''}${messageOf(error)}`);
  if (isDefect(error) && (DEBUG || RUNNER_DEBUG === '1')) console.error(error);
  process.exitCode = exitCodeOf(error);
}
