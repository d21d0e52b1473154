import { InputError } from '../../base/errors.js';
import { ask, type GitHubClient, isRequestError } from '../client.js';
import type { PullRequestEvent } from '../event.js';
import type { ObjectSource, TreeEntry } from './objects.js';

type Tree = Map<string, TreeEntry>;

/**
 * Git objects through GitHub's API. Trees are walked a folder at a time, since the contents API ends
 * at files of 1 MB and a recursive tree at 100,000 entries; a folder is asked for once.
 */
export class ApiObjects implements ObjectSource {
  readonly #client: GitHubClient;
  readonly #repository: { owner: string; repo: string };
  readonly #trees = new Map<string, Promise<Tree | undefined>>();

  constructor(client: GitHubClient, { owner, repo }: Pick<PullRequestEvent, 'owner' | 'repo'>) {
    this.#client = client;
    this.#repository = { owner, repo };
  }

  async entry(commit: string, path: string): Promise<TreeEntry | null | undefined> {
    let found: TreeEntry = { mode: '040000', sha: commit };
    for (const name of path.split('/')) {
      if (found.mode !== '040000') return null;
      const tree = await this.#tree(found.sha);
      if (!tree) return undefined;
      const next = tree.get(name);
      if (!next) return null;
      found = next;
    }
    return found;
  }

  async blob(sha: string, maxBytes: number): Promise<Uint8Array | undefined> {
    const answer = await ask(`blob ${sha}`, () =>
      unlessMissing(this.#client.rest.git.getBlob({ ...this.#repository, file_sha: sha })),
    );
    if (!answer || (answer.data.size ?? 0) > maxBytes) return undefined;
    return Buffer.from(answer.data.content, 'base64');
  }

  /** The entries of a tree, or of a commit's root; undefined where GitHub doesn't know it. */
  #tree(sha: string): Promise<Tree | undefined> {
    const known = this.#trees.get(sha) ?? this.#fetchTree(sha);
    this.#trees.set(sha, known);
    return known;
  }

  async #fetchTree(sha: string): Promise<Tree | undefined> {
    const answer = await ask(`the files of ${sha}`, () =>
      unlessMissing(this.#client.rest.git.getTree({ ...this.#repository, tree_sha: sha })),
    );
    if (!answer) return undefined;
    if (answer.data.truncated) {
      const hint = 'Set "fetch-depth: 0" in actions/checkout, so that the checkout knows them';
      throw new InputError(`a folder of ${sha} has more files than GitHub lists`, { hint });
    }
    return new Map(answer.data.tree.map(({ path, mode, sha }) => [path, { mode, sha }]));
  }
}

/**
 * Paths of all files of a commit, sorted, by one request.
 *
 * @returns null where GitHub doesn't know the commit, or has more files than it lists at once (100,000)
 */
export async function listFiles(
  client: GitHubClient,
  repository: { owner: string; repo: string },
  commit: string,
): Promise<string[] | null> {
  const answer = await ask(`the files of ${commit}`, () =>
    unlessMissing(client.rest.git.getTree({ ...repository, tree_sha: commit, recursive: '1' })),
  );
  if (!answer || answer.data.truncated) return null;
  const files = answer.data.tree.filter(({ type }) => type === 'blob');
  return files.map(({ path }) => path).sort();
}

/** undefined for "404 Not Found" and "409 Git Repository is empty". */
async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRequestError(error) && (error.status === 404 || error.status === 409)) return undefined;
    throw error;
  }
}
