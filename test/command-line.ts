import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { machineNode } from './github/scenario.js';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the bundled command line as a user would, without the variables of a workflow run. */
export function litetrim(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(GITHUB|RUNNER|ACTIONS|INPUT)_/.test(name),
  );
  const env = { ...Object.fromEntries(inherited), ...options.env };
  const child = spawn(machineNode, [cli, ...args], {
    cwd: options.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise<Ended>((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
}
