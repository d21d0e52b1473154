import type { FileChange } from './changes.js';
import { output } from './command.js';
import type { ObjectSource, TreeEntry } from './objects.js';

/** Room for the names of a hundred thousand files. */
const maxListBytes = 64 * 1024 * 1024;

/**
 * What the checkout on this machine knows of the repository. actions/checkout fetches one commit by
 * default, the merge of base and head, so much is missing; what is there needs no download.
 */
export class LocalGit implements ObjectSource {
  readonly workspace: string;

  /** @param workspace a folder; where it holds no repository, or git isn't installed, nothing is known */
  constructor(workspace: string) {
    this.workspace = workspace;
  }

  async entry(commit: string, path: string): Promise<TreeEntry | null | undefined> {
    const listed = await this.#git(['ls-tree', '-z', '--full-tree', commit, '--', path], maxListBytes);
    if (!listed) return undefined;
    const match = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listed.toString('utf8'));
    return match?.[1] && match[2] ? { mode: match[1], sha: match[2] } : null;
  }

  async blob(sha: string, maxBytes: number): Promise<Uint8Array | undefined> {
    return (await this.#git(['cat-file', 'blob', sha], maxBytes)) ?? undefined;
  }

  /** Every file that differs between two commits, renames found; undefined where one isn't here. */
  async changes(from: string, to: string): Promise<FileChange[] | undefined> {
    const listed = await this.#git(
      ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', from, to],
      maxListBytes,
    );
    return listed ? parseRawDiff(listed.toString('utf8')) : undefined;
  }

  /** Paths of all files of a commit, sorted; undefined where it isn't here. */
  async list(commit: string): Promise<string[] | undefined> {
    const listed = await this.#git(
      ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit],
      maxListBytes,
    );
    return listed?.toString('utf8').split('\0').slice(0, -1).sort();
  }

  /** The folder of git's own files, absolute; null outside a repository. */
  async directory(): Promise<string | null> {
    const path = await this.#git(['rev-parse', '--absolute-git-dir'], maxListBytes);
    return path ? path.toString('utf8').replace(/\n$/, '') : null;
  }

  #git(args: string[], maxBytes: number): Promise<Buffer | null> {
    // No replaced objects, no pathspec magic, and no download behind our back from a partial clone.
    const global = ['--no-replace-objects', '--literal-pathspecs', '-c', 'core.quotePath=false'];
    const env = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    return output('git', [...global, ...args], { cwd: this.workspace, env, maxBytes });
  }
}

/** Reads `git diff-tree -z --raw`: `:mode mode sha sha status`, then one or two paths. */
function parseRawDiff(text: string): FileChange[] {
  const fields = text.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [before = '', after = '', , , status = ''] = fields[at++]!.split(' ');
    const path = fields[at++]!;
    const isSubmodule = [before.slice(1), after].includes(submoduleMode);
    const paths = pathsOf(status, path, status.startsWith('R') ? fields[at++]! : path);
    changes.push(isSubmodule ? { ...paths, isSubmodule } : paths);
  }
  return changes;
}

const submoduleMode = '160000';

function pathsOf(status: string, from: string, to: string): FileChange {
  if (status.startsWith('A')) return { basePath: null, headPath: to };
  return { basePath: from, headPath: status.startsWith('D') ? null : to };
}
