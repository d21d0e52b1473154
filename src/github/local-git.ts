import { access } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import type { FileChange } from './changes.js';
import { type Ended, run } from './command.js';
import type { ObjectSource, TreeEntry } from './objects.js';

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
    const how = ['-r', '-z', '-M', '--no-ext-diff', '--no-textconv', '--name-status'];
    const listed = await this.#git(['diff-tree', ...how, from, to], maxListBytes);
    return listed ? parseNameStatus(listed.toString('utf8')) : undefined;
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

/** Reads `git diff-tree -z --name-status`: a status letter with a score, then one or two paths. */
function parseNameStatus(text: string): FileChange[] {
  const fields = text.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const status = fields[at++]!;
    const path = fields[at++]!;
    if (status.startsWith('A')) changes.push({ basePath: null, headPath: path });
    else if (status.startsWith('D')) changes.push({ basePath: path, headPath: null });
    else if (status.startsWith('R')) changes.push({ basePath: path, headPath: fields[at++]! });
    else changes.push({ basePath: path, headPath: path });
  }
  return changes;
}
