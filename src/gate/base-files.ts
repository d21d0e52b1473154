import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { ownPath } from '../base/cleanup.js';
import { InputError } from '../base/errors.js';
import type { OtherFiles } from '../data/files.js';
import type { FileChange } from '../github/read/objects.js';
import type { PullRequest } from '../github/read/pull-request.js';

/** More than this of a data set that a pull request changes isn't fetched a second time. */
const maxBytes = 2 ** 30;
/** The same in files: each may be a request. */
const maxFiles = 5000;

/** A file that a pull request changes, as it was before, and that has to be fetched first. */
class Unfetched extends InputError {
  readonly path: string;

  constructor(path: string) {
    super('the file as it was before is not here yet', { file: path });
    this.path = path;
  }
}

/** The checkout as the pull request's merge base has it: what the pull request changes is fetched once it is needed. */
export class BaseFiles implements OtherFiles {
  readonly #pullRequest: PullRequest;
  /** Where the content of a changed file of the base lies; null: not fetched yet. */
  readonly #ofBase: Map<string, string | null>;
  /** Files that only the head has. */
  readonly #added: ReadonlySet<string>;
  #folder: string | null = null;
  #forget: (() => void) | null = null;
  #bytes = 0;
  #files = 0;

  constructor(changes: readonly FileChange[], pullRequest: PullRequest) {
    const files = changes.filter(({ isSubmodule }) => !isSubmodule);
    this.#pullRequest = pullRequest;
    this.#ofBase = new Map(files.flatMap(({ basePath }) => (basePath === null ? [] : [[basePath, null]])));
    const paths = files.flatMap(({ headPath }) => headPath ?? []);
    this.#added = new Set(paths.filter((path) => !this.#ofBase.has(path)));
  }

  /** @throws Unfetched */
  find(path: string): string | null | undefined {
    if (this.#added.has(path)) return null;
    const known = this.#ofBase.get(path);
    if (known === null) throw new Unfetched(path);
    return known;
  }

  list(folder: string): { base: string; isFolder: boolean }[] {
    const start = folder === '' ? '' : `${folder}/`;
    const inside = [...this.#ofBase.keys()].filter((path) => path.startsWith(start));
    const steps = inside.map((path) => path.slice(start.length).split('/'));
    return [...new Map(steps.map(([base, ...rest]) => [base!, rest.length > 0]))].map(([base, isFolder]) => {
      return { base, isFolder };
    });
  }

  /**
   * Does something that reads files, as often as it takes until all that it reads were fetched.
   *
   * @throws InputError where a file can't be had, or they are too many
   */
  async with<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof Unfetched)) throw error;
        await this.#fetchBeside(error.path);
      }
    }
  }

  /** Fetches a file, and those beside it, which are asked for next. */
  async #fetchBeside(path: string): Promise<void> {
    const folder = dirname(path);
    for (const [other, known] of this.#ofBase) {
      if (known === null && dirname(other) === folder) await this.#fetch(other);
    }
  }

  async #fetch(path: string): Promise<void> {
    const bytes = await this.#pullRequest.fetchFile(path, this.#pullRequest.commits.mergeBase);
    if (!bytes) throw new InputError('the base branch lacks it', { file: path });
    this.#bytes += bytes.length;
    this.#files++;
    if (this.#bytes > maxBytes || this.#files > maxFiles) {
      throw new InputError('what the pull request changes of it is too much to fetch', { file: path });
    }
    this.#folder ??= mkdtempSync(join(tmpdir(), 'litetrim-base-'));
    this.#forget ??= ownPath(this.#folder);
    const copy = join(this.#folder, String(this.#files));
    await writeFile(copy, bytes);
    this.#ofBase.set(path, copy);
  }

  async close(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
    this.#forget?.();
  }
}
