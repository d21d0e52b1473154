import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** Why a file isn't read; the message leaves it to others to name the file. */
export class FileProblem extends Error {
  /** @param code the operating system's, `OUTSIDE` for what lies outside the root, or null */
  constructor(
    message: string,
    readonly code: string | null = null,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * Reads a plain file of at most `limit` bytes, whatever it says that it has: those under /proc say 0.
 *
 * @param root see `resolveInside`
 * @throws FileProblem for a larger one, and where there is none to read
 */
export function readPlainFile(path: string, limit: number, root: string | null): Uint8Array {
  return withPlainFile(resolveInside(path, root), (descriptor, size) => {
    const bytes = new Uint8Array(Math.min(limit, Math.max(size, smallestRead)) + 1);
    const length = readFully(descriptor, bytes, 0);
    if (length > limit) throw new FileProblem(`the file has more than ${limit / 1024} KiB`);
    return bytes.subarray(0, length);
  });
}

/** Room for what a file holds although it says that it is empty. */
const smallestRead = 2 ** 16;

/**
 * The path with all links followed.
 *
 * @param root folder that it must lie in; null: wherever
 * @throws FileProblem where nothing is there, and where it lies outside the root, or among what Git keeps in
 *   it: actions/checkout leaves a token in `.git/config`
 */
export function resolveInside(path: string, root: string | null): string {
  if (path.includes('\0')) throw new FileProblem('a file name holds a NUL character');
  const real = attempt(() => realpathSync.native(path));
  if (root === null) return real;
  const inside = relative(
    attempt(() => realpathSync.native(root)),
    real,
  );
  const steps = inside.split(sep);
  if (steps[0] === '..' || isAbsolute(inside))
    throw new FileProblem('the file lies outside the repository', 'OUTSIDE');
  if (steps.some((step) => step.toLowerCase() === '.git'))
    throw new FileProblem('what Git keeps for itself is not read');
  return real;
}

/**
 * Does something with an open file that is there to be read: no folder, device or pipe, which could hang
 * the read or never end.
 *
 * @param real as `resolveInside` gives it
 * @param action gets the descriptor and the bytes that the file says it has
 * @throws FileProblem where there is no such file
 */
export function withPlainFile<T>(real: string, action: (descriptor: number, size: number) => T): T {
  // Non-blocking, so that a pipe without a writer can't hang; a link that came since isn't followed.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const descriptor = attempt(() => openSync(real, flags));
  try {
    return attempt(() => {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) throw new FileProblem(noFile);
      return action(descriptor, stats.size);
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes from `start` on, until `bytes` is full or the file ends; how many they are. */
export function readFully(descriptor: number, bytes: Uint8Array, start: number): number {
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(descriptor, bytes, done, bytes.length - done, start + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** The operating system's problem in words; its own would name the file once more. */
export function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || cause instanceof FileProblem) throw cause;
    throw new FileProblem(problems[code] ?? `it can't be read (${code})`, code, cause);
  }
}

const noFile = 'that is a folder or a device, not a file';

const problems: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'that is a file, not a folder',
  EACCES: "it can't be read: permission denied",
  ELOOP: 'its symbolic links lead in a circle',
  ENXIO: noFile,
};
