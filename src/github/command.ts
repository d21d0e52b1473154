import { execFile } from 'node:child_process';

export interface CommandOptions {
  cwd: string;
  /** Variables besides those of this process. */
  env?: Record<string, string>;
  /** Written to the command's standard input. */
  input?: Uint8Array;
  /** More output than this ends the command. */
  maxBytes: number;
}

/**
 * Runs a program without a shell.
 *
 * @returns its standard output, or null where it isn't installed, fails, or says more than `maxBytes`:
 *   whoever asks has another way to the same answer.
 */
export function output(program: string, args: string[], options: CommandOptions): Promise<Buffer | null> {
  const { cwd, input, maxBytes } = options;
  const env = { ...process.env, ...options.env };
  return new Promise((resolve) => {
    const settings = { cwd, env, maxBuffer: maxBytes, encoding: 'buffer' as const };
    const child = execFile(program, args, settings, (error, stdout) => resolve(error ? null : stdout));
    // A program that ends early closes the pipe; its exit code says what there is to know.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
