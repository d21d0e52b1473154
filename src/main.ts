import { endWith, watchForTheEnd } from './action/end.js';
import { runPullRequest } from './action/run.js';
import { createRunner } from './github/publish/runner.js';

/** The action's entry: what `litetrim run` does, told to GitHub's runner. */
const fail = (line: string) => createRunner(process.env).fail(line);
watchForTheEnd(fail);
try {
  const { exitCode } = await runPullRequest(process.env);
  process.exitCode = exitCode;
} catch (error) {
  endWith(error, fail);
}
// Connections of an upload that took too long would keep the process for as long as they like.
setTimeout(() => process.exit(), 5000).unref();
