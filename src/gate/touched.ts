import { dirname, join } from 'node:path/posix';
import { isDefect } from '../base/errors.js';
import type { FileChange } from '../github/read/objects.js';
import type { ReadFile } from '../job/plan.js';
import { readYaml } from '../yaml/document.js';
import { isFilePath } from '../yaml/name-or-file.js';

/** What of the files that a configuration names a pull request changes. */
export class TouchedFiles {
  /** Sorted. */
  readonly #paths: ReadonlySet<string>;
  readonly #read: ReadFile;
  readonly #ofData = new Map<string, Promise<string[]>>();

  /** @param read the head's files, by their paths from the repository's root */
  constructor(changes: readonly FileChange[], read: ReadFile) {
    const paths = changes.flatMap(({ basePath, headPath }) => [basePath, headPath]);
    this.#paths = new Set(paths.filter((path) => path !== null).sort());
    this.#read = read;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** The recipe or device files among names. */
  among(names: readonly string[]): string[] {
    return names.filter((name) => isFilePath(name) && this.has(join(name)));
  }

  /** The files of a data set that are changed: itself, what it names, and what lies in folders that it names. */
  ofDataset(dataset: string): Promise<string[]> {
    const known = this.#ofData.get(dataset) ?? this.#find(dataset);
    this.#ofData.set(dataset, known);
    return known;
  }

  async #find(dataset: string): Promise<string[]> {
    const named = await this.#namesIn(dataset);
    const roots = [join(dataset), ...named.map((name) => join(dirname(dataset), name))];
    return [...this.#paths].filter((path) =>
      roots.some((root) => path === root || path.startsWith(`${root}/`)),
    );
  }

  /** All texts of a data-set file, of which some name files and folders; none where it can't be read. */
  async #namesIn(dataset: string): Promise<string[]> {
    try {
      return [...texts(readYaml(await this.#read(dataset), dataset).data)].filter(
        (text) => text.length <= 1000,
      );
    } catch (error) {
      if (isDefect(error)) throw error;
      return [];
    }
  }
}

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* texts(part);
}
