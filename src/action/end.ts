import { ExpectedError, messageOf, oneLine } from '../base/errors.js';
import { isOutOfMemory } from '../base/out-of-memory.js';
import { exitCodeOf, exitCodes } from './exit-code.js';

/** What is to be said of an error that ends litetrim: one line. */
export function sentenceOf(error: unknown): string {
  const message = messageOf(error);
  if (error instanceof ExpectedError) return message;
  if (isOutOfMemory(error)) {
    const hint = 'Give litetrim more memory, or raise the limit that "ulimit -v" shows.';
    return oneLine(`there is not enough memory: ${message.replace(/\.?$/, '.')} ${hint}`);
  }
  return `defect: ${message}`;
}

/** Whether the stacks of errors are wanted: `DEBUG`, or a workflow that was started with debug logging. */
export function isDebugging({ DEBUG, RUNNER_DEBUG }: Readonly<NodeJS.ProcessEnv>): boolean {
  return Boolean(DEBUG) || RUNNER_DEBUG === '1';
}

/**
 * Ends litetrim by an error: says it in one line, and sets the exit code. With `DEBUG` it shows where it comes from.
 *
 * @param say tells the line; on the error stream unless given
 */
export function endWith(
  error: unknown,
  say: (line: string) => void = (line) => console.error(`litetrim: ${line}`),
): void {
  say(sentenceOf(error));
  if (isDebugging(process.env)) console.error(error);
  process.exitCode = exitCodeOf(error);
}

/**
 * Has whatever nobody catches end litetrim as `endWith` does, and what can't be written to standard output: a reader
 * that has seen enough (`| head`) is no failure, a full disk is one. To be called once, before anything is done.
 */
export function watchForTheEnd(say?: (line: string) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      endWith(error, say);
      process.exit();
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    console.error(`litetrim: standard output can't be written: ${messageOf(error)}.`);
    // Whatever the command says of itself later: what it found is lost.
    process.on('exit', () => {
      process.exitCode = exitCodes.outputLost;
    });
  });
  // There is nowhere left to say it.
  process.stderr.on('error', () => {});
}
