import { messageOf } from './errors.js';
import { exitCodeOf } from './exit-code.js';
import { createRunner } from './github/runner.js';
import { runPullRequest } from './pipeline.js';

/** The action's entry: what `litetrim run` does, told to GitHub's runner. */
try {
  const { report, badInput } = await runPullRequest(process.env);
  if (badInput.length > 0) process.exitCode = exitCodeOf({ badInput, verdict: report.verdict });
} catch (error) {
  createRunner(process.env).fail(messageOf(error));
  process.exitCode = exitCodeOf(error);
}
