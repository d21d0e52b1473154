import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../base/errors.js';
import { attempt, FileProblem, readFully, resolveInside, withPlainFile } from '../base/plain-file.js';
import { maxYamlBytes } from '../yaml/document.js';
import { readYamlBytes } from '../yaml/read.js';
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

/** The files of another state of the repository, where they differ from those of its folder on this machine. */
export interface OtherFiles {
  /**
   * Where a file's content lies on this machine; null: that state has no such file; undefined: as in the folder.
   *
   * @param path from the repository's root, with `/`
   */
  find(path: string): string | null | undefined;
  /** What that state has in a folder of the repository, where it differs. */
  list(folder: string): { base: string; isFolder: boolean }[];
}

/** What an error says besides its problem. */
interface Trouble {
  /** `sample 17 (dog/003.png)`, `y_labels.csv: line 3`, a file's name. */
  place?: string;
  hint?: string;
  cause?: unknown;
}

const pieceBytes = 2 ** 20;

/**
 * The files of one data-set file: resolves the names in it, and refuses what can't or mustn't be read.
 * Names are relative to the data-set file's folder.
 */
export class DatasetFiles {
  readonly #folder: string;
  readonly #root: string | null;
  readonly #other: OtherFiles | null;

  /**
   * @param datasetFile the data-set file as the user named it, for errors
   * @param root folder that no file may lie outside of, symbolic links followed; null: no such limit
   * @param other what is read instead of files below the root
   */
  constructor(
    readonly datasetFile: string,
    root: string | null,
    other: OtherFiles | null = null,
  ) {
    this.#folder = dirname(resolve(datasetFile));
    this.#root = root;
    this.#other = other;
  }

  /** An error about this data set. */
  error(problem: string, trouble: Trouble = {}): InputError {
    return new InputError(problem, { file: this.datasetFile, ...trouble });
  }

  /** The data-set file itself: at most 256 KiB. */
  readOwn(): Uint8Array {
    const path = resolve(this.datasetFile);
    if (this.#otherPath(path) === undefined) return readYamlBytes(this.datasetFile, this.#root);
    return this.read(this.file(path, ''), maxYamlBytes);
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
    const others = this.#other?.list(this.#inRepository(name) ?? '') ?? [];
    const known = new Map(others.map(({ base, isFolder }) => [base, isFolder]));
    const entries = known.size > 0 && !this.#exists(name) ? [] : this.#entries(name);
    return [...new Set([...entries, ...known.keys()])]
      .filter((base) => !base.startsWith('.'))
      .sort()
      .map((base) => ({ name: join(name, base), base }))
      .filter((entry) => this.#otherPath(entry.name) !== null)
      .map((entry) => ({ ...entry, isFolder: known.get(entry.base) ?? this.#isFolder(entry.name) }));
  }

  #entries(name: string): string[] {
    const path = this.#inside(name, name);
    const entries = this.#try(name, () => readdirSync(path));
    if (entries.length > maxSampleFiles)
      throw this.error(`${entries.length} files; at most ${maxSampleFiles} are read`, { place: name });
    return entries;
  }

  #exists(name: string): boolean {
    return existsSync(this.#pathOf(name));
  }

  #isFolder(name: string): boolean {
    return this.#try(name, () => statSync(this.#pathOf(name))).isDirectory();
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

  /** `length` bytes from `start`, a mebibyte at a time. */
  *pieces(file: DatasetFile, start = 0, length = file.bytes): Generator<Uint8Array> {
    for (let done = 0; done < length; done += pieceBytes)
      yield this.readRange(file, start + done, Math.min(pieceBytes, length - done));
  }

  #inside(name: string, place: string): string {
    const other = this.#otherPath(name);
    if (other === null) throw this.error('there is no such file or folder', { place });
    return other ?? this.#try(place, () => resolveInside(this.#pathOf(name), this.#root));
  }

  /** See `OtherFiles.find`. */
  #otherPath(name: string): string | null | undefined {
    const path = this.#inRepository(name);
    return path === null ? undefined : this.#other?.find(path);
  }

  /** A file's path from the root, links not followed; null: it has none. */
  #inRepository(name: string): string | null {
    if (this.#root === null) return null;
    return relative(resolve(this.#root), this.#pathOf(name)).split(sep).join('/');
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
