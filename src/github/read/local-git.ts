import { access } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { type Ended, run } from './command.js';
import type { FileChange, ObjectSource, TreeEntry } from './objects.js';

/** Room for the names of a hundred thousand files. */
const maxListBytes = 64 * 1024 * 1024;

/** Reading from disk; a repository for which this is too little is read through GitHub's API. */
const timeoutMs = 120_000;

/** What can be had from the checkout; `refused`: git's own reason. */
export type GitState = 'ready' | 'no-repository' | 'no-git' | { refused: string };

/**
 * Whatever the checkout's `.git/config` says, reading objects runs no other program and asks no server:
 * a partial clone would fetch what it lacks, by any command that its configuration names.
 */
const harmless = [
  ...['--no-pager', '--no-replace-objects', '--literal-pathspecs', '-c', 'core.quotePath=false'],
  ...['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`, '-c', 'core.sshCommand=false'],
];
const environment = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/**
 * What the checkout on this machine knows of the repository. actions/checkout fetches one commit by
 * default, the merge of base and head, so much is missing; what is there needs no download.
 */
export class LocalGit implements ObjectSource {
  readonly workspace: string;
  /** Named outright: git looks for no other, and doesn't ask whose it is. */
  readonly #directory: string;
  #state: Promise<GitState> | undefined;

  /**
   * @param workspace the folder of the checkout. In a job's container it belongs to another user, which git
   *   takes for a reason not to look; where it holds no repository, or git isn't installed, nothing is known
   */
  constructor(workspace: string) {
    this.workspace = workspace;
    this.#directory = join(resolve(workspace), '.git');
  }

  /** Whether anything is read from the checkout, found out once. */
  state(): Promise<GitState> {
    this.#state ??= this.#findState();
    return this.#state;
  }

  async #findState(): Promise<GitState> {
    const exists = await access(this.#directory).then(
      () => true,
      () => false,
    );
    if (!exists) return 'no-repository';
    const ended = await this.#run(['rev-parse', '--absolute-git-dir'], maxListBytes);
    if (ended.stdout) return 'ready';
    return ended.missing ? 'no-git' : { refused: ended.reason };
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
    const how = ['-r', '-z', '-M', '--no-ext-diff', '--no-textconv', '--raw', '--no-abbrev'];
    const listed = await this.#git(['diff-tree', ...how, from, to], maxListBytes);
    return listed ? parseRawDiff(listed.toString('utf8')) : undefined;
  }

  /** Paths of all files of a commit, sorted; undefined where it isn't here. */
  async list(commit: string): Promise<string[] | undefined> {
    const how = ['-r', '-z', '--full-tree', '--name-only'];
    const listed = await this.#git(['ls-tree', ...how, commit], maxListBytes);
    return listed?.toString('utf8').split('\0').slice(0, -1).sort();
  }

  /** The folder of git's own files, absolute; null outside a repository. */
  async directory(): Promise<string | null> {
    const path = await this.#git(['rev-parse', '--absolute-git-dir'], maxListBytes);
    return path ? path.toString('utf8').replace(/\n$/, '') : null;
  }

  async #git(args: string[], maxBytes: number): Promise<Buffer | null> {
    return (await this.#run(args, maxBytes)).stdout;
  }

  #run(args: string[], maxBytes: number): Promise<Ended> {
    const options = { cwd: this.workspace, env: environment, maxBytes, timeoutMs };
    return run('git', [`--git-dir=${this.#directory}`, ...harmless, ...args], options);
  }
}

/** Where models come from, in a sentence for the log. */
export function describeState(state: GitState): string {
  if (state === 'ready') return 'Models are read from the checkout; what it lacks comes from GitHub’s API';
  const reasons = { 'no-repository': 'the workspace is no git checkout', 'no-git': 'git isn’t installed' };
  const reason = typeof state === 'string' ? reasons[state] : `git can’t read the checkout: ${state.refused}`;
  return `Models come from GitHub’s API: ${reason}`;
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
