import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError, messageOf } from '../errors.js';

/** A file that a data-set file names; checked to exist and to be a plain file. */
export interface DatasetFile {
  /** As errors show it: the name relative to the data-set file's folder. */
  name: string;
  /** Absolute path. */
  path: string;
  bytes: number;
}

/**
 * Memory of so many bytes to read a stored array into, by the array's place among a sample's: reading it anew
 * for each sample would take, clear and collect as much memory as the data set is large.
 */
export type ReadMemory = (bytes: number, place: number) => Uint8Array;

/** What an error says besides its problem. */
export interface Trouble {
  /** `sample 17 (dog/003.png)`, `y_labels.csv: line 3`, a file's name. */
  place?: string;
  hint?: string;
  cause?: unknown;
}

/** The largest file that is read as a whole: an image, an archive, a labels file. */
export const maxWholeFileBytes = 2 ** 30;

/**
 * The files of one data-set file: resolves the names in it, and refuses what can't or mustn't be read.
 * Names are relative to the data-set file's folder.
 */
export class DatasetFiles {
  readonly #folder: string;
  readonly #root: string | null;

  /**
   * @param datasetFile the data-set file as the user named it, for errors
   * @param root folder that no file may lie outside of, symbolic links followed; null: no such limit
   */
  constructor(
    readonly datasetFile: string,
    root: string | null,
  ) {
    this.#folder = dirname(resolve(datasetFile));
    this.#root = root === null ? null : realpathSync(root);
  }

  /** An error about this data set. */
  error(problem: string, trouble: Trouble = {}): InputError {
    return new InputError(problem, { file: this.datasetFile, ...trouble });
  }

  /**
   * The plain file of that name.
   *
   * @param place where the name stands, for errors; the name itself where left out
   * @throws InputError where it is missing, no plain file, or outside the root
   */
  file(name: string, place = name): DatasetFile {
    const path = this.#inside(name, place);
    const stats = this.#try(place, () => statSync(path));
    if (!stats.isFile()) throw this.error('that is a folder or a device, not a file', { place });
    return { name: this.#shown(path), path, bytes: stats.size };
  }

  /**
   * What a folder holds, without hidden files, sorted by code units: the same on every machine.
   *
   * @returns names relative to the data-set file's folder
   */
  list(name: string): { name: string; base: string; isFolder: boolean }[] {
    const path = this.#inside(name, name);
    const entries = this.#try(name, () => readdirSync(path));
    return entries
      .filter((base) => !base.startsWith('.'))
      .sort()
      .map((base) => {
        const entry = join(name, base);
        const isFolder = this.#try(entry, () => statSync(join(path, base))).isDirectory();
        return { name: entry, base, isFolder };
      });
  }

  /**
   * The whole of a file of at most `limit` bytes.
   *
   * @param memory left out: it is read into memory of its own
   */
  read(file: DatasetFile, limit: number = maxWholeFileBytes, memory?: ReadMemory): Uint8Array {
    if (file.bytes > limit) {
      throw this.error(`the file has ${file.bytes} bytes; at most ${limit} are read`, { place: file.name });
    }
    return this.readRange(file, 0, file.bytes, memory?.(file.bytes, 0));
  }

  /** `length` bytes from `start`, in `into`, or else in memory of their own. */
  readRange(file: DatasetFile, start: number, length: number, into?: Uint8Array): Uint8Array {
    return this.#try(file.name, () => {
      // Non-blocking, so that a name that became a pipe since it was checked can't hang the read.
      const descriptor = openSync(file.path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        if (!fstatSync(descriptor).isFile()) throw new Error('it is no plain file any more');
        // Not cleared: all of it is read, or none of it is handed out.
        const bytes = into ?? new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
        if (readFully(descriptor, bytes, start) < length) throw new Error('it ends too early');
        return bytes;
      } finally {
        closeSync(descriptor);
      }
    });
  }

  #inside(name: string, place: string): string {
    if (name.includes('\0')) throw this.error('a file name holds a NUL character', { place });
    const path = isAbsolute(name) ? name : join(this.#folder, name);
    const real = this.#try(place, () => realpathSync(path));
    if (this.#root !== null && real !== this.#root && !real.startsWith(this.#root + sep)) {
      throw this.error('the file lies outside the repository', {
        place,
        hint: 'Commit it, and name it relative to the data-set file',
      });
    }
    return path;
  }

  #shown(path: string): string {
    return relative(this.#folder, path).split(sep).join('/');
  }

  #try<T>(place: string, action: () => T): T {
    try {
      return action();
    } catch (cause) {
      throw cause instanceof InputError ? cause : this.error(problemOf(cause), { place, cause });
    }
  }
}

function readFully(descriptor: number, bytes: Uint8Array, start: number): number {
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(descriptor, bytes, done, bytes.length - done, start + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

function problemOf(cause: unknown): string {
  const problems: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'that is a file, not a folder',
    EACCES: "it can't be read: permission denied",
    ELOOP: 'its symbolic links lead in a circle',
  };
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return problems[code] ?? `it can't be read (${messageOf(cause)})`;
}
