import { execFile } from 'node:child_process';
import { visible } from '../../base/visible.js';

interface CommandOptions {
  cwd: string;
  /** Variables besides those of this process. */
  env?: Record<string, string>;
  /** Written to the command's standard input. */
  input?: Uint8Array;
  /** More output than this ends the command. */
  maxBytes: number;
  /** So does more time. */
  timeoutMs: number;
}

/** How a program ended: with its standard output, or why without. */
export type Ended = { stdout: Buffer } | { stdout: null; missing: boolean; reason: string };

/** What a program has left to end in by itself, before it is killed. */
const graceMs = 2000;

/** Runs a program without a shell; never throws for what becomes of it. */
export function run(program: string, args: string[], options: CommandOptions): Promise<Ended> {
  const { cwd, input, maxBytes, timeoutMs } = options;
  const env = { ...process.env, ...options.env };
  return new Promise((resolve) => {
    const settings = { cwd, env, maxBuffer: maxBytes, timeout: timeoutMs, encoding: 'buffer' as const };
    const child = execFile(program, args, settings, (error, stdout, stderr) => {
      clearTimeout(killing);
      resolve(error ? failure(error, stderr, timeoutMs) : { stdout });
    });
    // The timeout's SIGTERM comes first: git passes it on to the programs that it has started.
    const killing = setTimeout(() => child.kill('SIGKILL'), timeoutMs + graceMs);
    // A program that ends early closes the pipe; its exit code says what there is to know.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

type ExecError = Error & { code?: number | string | null; killed?: boolean };

function failure({ code, killed, message }: ExecError, stderr: Buffer, timeoutMs: number): Ended {
  const [line] = stderr.toString('utf8').trim().split('\n');
  const reason = killed && !code ? `it didn't end within ${timeoutMs / 1000} s` : line || message;
  // EACCES: nowhere in PATH is one that may be run, and somewhere one may not even look.
  const missing = code === 'ENOENT' || code === 'EACCES';
  return { stdout: null, missing, reason: visible(reason.replace(/^fatal: /, ''), 200) };
}

/**
 * Runs a program without a shell.
 *
 * @returns its standard output, or null where it isn't installed, fails, takes longer than `timeoutMs` or
 *   says more than `maxBytes`: whoever asks has another way to the same answer.
 */
export async function output(
  program: string,
  args: string[],
  options: CommandOptions,
): Promise<Buffer | null> {
  return (await run(program, args, options)).stdout;
}
