import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../errors.js';
import { attempt, FileProblem, readFully, resolveInside, withPlainFile } from '../plain-file.js';
import { maxSampleFiles } from './limits.js';

/** A file that a data-set file names; checked to exist and to be a plain file. */
export interface DatasetFile {
  /** As errors show it: the name relative to the data-set file's folder. */
  name: string;
  /** Absolute path, links followed. */
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
    this.#root = root;
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
    const bytes = this.#try(place, () => withPlainFile(path, (_, size) => size));
    return { name: this.#shown(name), path, bytes };
  }

  /**
   * What a folder holds, without hidden files, sorted by code units: the same on every machine.
   *
   * @returns names relative to the data-set file's folder
   */
  list(name: string): { name: string; base: string; isFolder: boolean }[] {
    const path = this.#inside(name, name);
    const entries = this.#try(name, () => readdirSync(path));
    if (entries.length > maxSampleFiles)
      throw this.error(`${entries.length} files; at most ${maxSampleFiles} are read`, { place: name });
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
  read(file: DatasetFile, limit: number, memory?: ReadMemory): Uint8Array {
    if (file.bytes > limit) {
      throw this.error(`the file has ${file.bytes} bytes; at most ${limit} are read`, { place: file.name });
    }
    return this.readRange(file, 0, file.bytes, memory?.(file.bytes, 0));
  }

  /** `length` bytes from `start`, in `into`, or else in memory of their own. */
  readRange(file: DatasetFile, start: number, length: number, into?: Uint8Array): Uint8Array {
    return this.#try(file.name, () =>
      withPlainFile(file.path, (descriptor) => {
        // Not cleared: all of it is read, or none of it is handed out.
        const bytes = into ?? new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
        if (readFully(descriptor, bytes, start) < length) throw new FileProblem('it ends too early');
        return bytes;
      }),
    );
  }

  #inside(name: string, place: string): string {
    return this.#try(place, () => resolveInside(this.#pathOf(name), this.#root));
  }

  #pathOf(name: string): string {
    return isAbsolute(name) ? name : join(this.#folder, name);
  }

  #shown(name: string): string {
    return relative(this.#folder, this.#pathOf(name)).split(sep).join('/');
  }

  #try<T>(place: string, action: () => T): T {
    try {
      return attempt(action);
    } catch (cause) {
      if (!(cause instanceof FileProblem)) throw cause;
      const outside = { hint: 'Commit it, and name it relative to the data-set file' };
      throw this.error(cause.message, { place, ...(cause.code === 'OUTSIDE' && outside), cause });
    }
  }
}
