import { InputError } from '../../base/errors.js';
import type { LfsObjects } from './lfs.js';
import { parseLfsPointer } from './lfs-pointer.js';
import { blobHash, isSafePath, type ObjectSource, type TreeEntry } from './objects.js';

/** A file of the repository at a commit. */
export interface RepositoryFile extends TreeEntry {
  commit: string;
  /** Path in the repository, with slashes. */
  path: string;
}

/** Larger files are refused. Git on GitHub ends at 100 MB, Git LFS at 2 GB or more. */
const maxFileBytes = 512 * 1024 * 1024;

/** Files of the repository by commit and path: from the checkout where it has them, else from GitHub. */
export class RepositoryFiles {
  readonly #sources: readonly ObjectSource[];
  readonly #lfs: LfsObjects;

  /** @param sources asked in this order */
  constructor(sources: readonly ObjectSource[], lfs: LfsObjects) {
    this.#sources = sources;
    this.#lfs = lfs;
  }

  /**
   * @returns null where the commit has nothing at that path
   * @throws InputError where neither the checkout nor GitHub knows the commit.
   */
  async find(commit: string, path: string): Promise<RepositoryFile | null> {
    if (!isSafePath(path)) return null;
    const entry = await this.#first((source) => source.entry(commit, path));
    if (entry === undefined) throw missing(`commit ${commit}`, path);
    return entry && { ...entry, commit, path };
  }

  /**
   * The bytes of a file; Git LFS pointers are followed.
   *
   * @throws InputError for what is no file, is too large or can't be had.
   */
  async read(file: RepositoryFile): Promise<Uint8Array> {
    const { path, sha, mode } = file;
    if (!mode.startsWith('100')) throw new InputError(notAFile(mode), { file: path });
    const bytes = await this.#first((source) => source.blob(sha, maxFileBytes));
    if (!bytes) throw missing(`its content (blob ${sha})`, path);
    if (blobHash(bytes, sha) !== sha) throw new InputError(`its content is not blob ${sha}`, { file: path });
    const pointer = parseLfsPointer(bytes, path);
    if (!pointer) return bytes;
    if (pointer.size > maxFileBytes) throw new InputError(tooLarge(pointer.size), { file: path });
    return await this.#lfs.read(pointer, path);
  }

  async #first<T>(from: (source: ObjectSource) => Promise<T | undefined>): Promise<T | undefined> {
    for (const source of this.#sources) {
      const found = await from(source);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function missing(what: string, path: string): InputError {
  const hint = 'Set "fetch-depth: 0" in actions/checkout, and give the job "permissions: contents: read"';
  return new InputError(`neither the checkout nor GitHub has ${what}`, { file: path, hint });
}

function notAFile(mode: string): string {
  if (mode === '120000') return 'a symbolic link, which litetrim does not follow';
  return mode === '160000' ? 'a submodule, not a file' : 'a folder, not a file';
}

function tooLarge(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB is more than the ${Math.floor(maxFileBytes / 1e6)} MB that litetrim reads`;
}
