import { GuestError } from '../base/process.js';
import { NotRunnableError } from '../runtime/errors.js';
import { DeviceRunError } from './errors.js';

/** The runner's exit status: LiteRT can't read the model, can't prepare it, or fails to run it. */
const refusedByLitert = new Map([
  [65, "LiteRT can't read it"],
  [66, "LiteRT can't prepare it"],
  [67, 'LiteRT fails to run it'],
]);

/** Turns the end of an emulated process into what the user can do something about. Other errors stay as they are. */
export function refusal(error: unknown, file: string, device: string): unknown {
  if (!(error instanceof GuestError)) return error;
  const refused = error.status === null ? undefined : refusedByLitert.get(error.status);
  if (refused) return new NotRunnableError(`${refused}: ${reason(error.log)}`, { file, cause: error });
  return new DeviceRunError(file, device, problem(error), error);
}

/** LiteRT's own words: a missing kernel, else its first error, else what the runner was doing. */
function reason(log: string): string {
  const lines = log.split('\n');
  const errors = lines
    .filter((line) => line.startsWith('ERROR: '))
    .map((line) => line.slice('ERROR: '.length));
  const missing = errors.find((line) => /unresolved custom op|find op for builtin/i.test(line));
  const said =
    missing ??
    errors[0] ??
    lines.findLast((line) => line.startsWith('litetrim runner: ')) ??
    'no reason given';
  return said.replace(/^(\[[\w./]+:\d+\]|litetrim runner:) /, '');
}

function problem({ message, status, log }: GuestError): string {
  if (/std::bad_alloc|out of memory|cannot allocate|status 2\b/i.test(log))
    return 'the process ran out of memory';
  const last = log.split('\n').findLast((line) => line.trim() !== '' && !/^(INFO|WARNING): /.test(line));
  const detail = last ? ` (${last.slice(0, 200)})` : '';
  return status === null ? `${message}${detail}` : `${message} with status ${status}${detail}`;
}
