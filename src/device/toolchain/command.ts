import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program that a step needs couldn't be run, or failed. */
export class CommandError extends Error {
  /** True: there is no such program on this machine. */
  readonly missing: boolean;

  constructor(program: string, detail: string, missing: boolean, cause: unknown) {
    super(missing ? `${program} isn't installed` : `${program} failed: ${detail}`, { cause });
    this.name = 'CommandError';
    this.missing = missing;
  }
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws CommandError with a line of its error output.
 */
export async function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { cwd, env, timeoutMs = 600_000, signal } = options;
  try {
    const { stdout } = await execute(program, args, {
      ...(cwd !== undefined && { cwd }),
      ...(env !== undefined && { env }),
      ...(signal && { signal }),
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 64 << 20,
    });
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    const { code, killed, stderr = '' } = error as { code?: unknown; killed?: boolean; stderr?: string };
    const detail = killed ? `no end after ${timeoutMs / 1000} s` : reasonIn(stderr) || `exit code ${code}`;
    throw new CommandError(program.split('/').at(-1)!, detail, code === 'ENOENT', error);
  }
}

/** The line that says most: the first that tells of a failure, else the last one. */
function reasonIn(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.find((line) => /^(E:|W: Failed|ERROR)/.test(line)) ?? lines.at(-1) ?? '';
}
