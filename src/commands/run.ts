import { exitCodeOf } from '../exit-code.js';
import { runPullRequest } from '../pipeline.js';
import { renderJson } from '../report/json.js';
import { diffText } from '../report/text.js';
import { command } from './command.js';
import { terminalProgress } from './terminal.js';

export const run = command('run', "do what the action does, from GitHub's environment variables").action(
  async (options: { json?: boolean }) => {
    const { report, badInput } = await runPullRequest(process.env, terminalProgress());
    process.stdout.write(options.json ? renderJson(report) : diffText(report));
    for (const problem of badInput) console.error(`litetrim: ${problem}`);
    process.exitCode = Math.max(
      Number(process.exitCode ?? 0),
      exitCodeOf({ verdict: report.verdict, badInput }),
    );
  },
);
