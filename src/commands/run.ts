import { runPullRequest } from '../action/run.js';
import type { Progress } from '../base/progress.js';
import { renderJson } from '../report/json.js';
import { diffText } from '../report/text.js';
import { command } from './command.js';
import { terminalProgress } from './terminal.js';

export const run = command('run').action(async (options: { json?: boolean }) => {
  const { report, badInput, exitCode } = await runPullRequest(process.env, progress());
  process.stdout.write(options.json ? renderJson(report) : diffText(report));
  for (const problem of badInput) console.error(`litetrim: ${problem}`);
  process.exitCode = exitCode;
});

/** Bars in a terminal, lines of the log elsewhere. */
function progress(): Progress | undefined {
  return process.stderr.isTTY ? terminalProgress() : undefined;
}
