import { GuestError, runToEnd } from '../../base/process.js';

/** A program that a step needs couldn't be run, or failed. */
export class CommandError extends Error {
  /** True: there is no such program on this machine. */
  readonly missing: boolean;
  /** True: it was stopped since it didn't end in time. */
  readonly late: boolean;

  constructor(program: string, detail: string, cause: GuestError) {
    const { code = '' } = (cause.cause ?? {}) as NodeJS.ErrnoException;
    // EACCES: nowhere in PATH is one that may be run, and somewhere one may not even look.
    const missing = code === 'ENOENT' || code === 'EACCES';
    super(missing ? `${program} isn't installed` : `${program} failed: ${detail}`, { cause });
    this.name = 'CommandError';
    this.missing = missing;
    this.late = cause.late;
  }
}

interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** A minute unless given. */
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
}

/** The longest that a program may take over what needs the network: lists of packages, and packages. */
export const networkMs = { update: 120_000, download: 300_000 } as const;

/**
 * Runs a program to its end, with all that it starts, and returns what it printed.
 *
 * @throws CommandError with a line of its error output; the signal's reason
 */
export async function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { cwd = '.', env = process.env, timeoutMs = 60_000, signal } = options;
  try {
    return await runToEnd([program, ...args], { work: cwd, env, timeoutMs, signal, group: true });
  } catch (error) {
    if (!(error instanceof GuestError)) throw error;
    const { late, log, status, message } = error;
    const ending = status === null ? message : `exit code ${status}`;
    const detail = late ? `no end after ${timeoutMs / 1000} s` : reasonIn(log) || ending;
    throw new CommandError(program.split('/').at(-1)!, detail, error);
  }
}

/** `run`, and once more where it fails: what comes over a network may the second time. Not where it took too long. */
export async function runTwice(...call: Parameters<typeof run>): Promise<string> {
  try {
    return await run(...call);
  } catch (error) {
    if (!(error instanceof CommandError) || error.missing || error.late) throw error;
    return await run(...call);
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
