import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A file that Git LFS manages: git has its pointer, a server may have its object. */
export interface LfsFile {
  lfs: Uint8Array;
  /** Whether the object was pushed. */
  stored: boolean;
}

export interface SymbolicLink {
  symlink: string;
}

export interface Submodule {
  /** The commit of the other repository. */
  submodule: string;
}

/** What a commit does with a path; null removes it. */
export type FileContent = Uint8Array | string | LfsFile | SymbolicLink | Submodule | null;
export type Files = Readonly<Record<string, FileContent>>;

export interface CommitOptions {
  branch: string;
  /** Changes against the first parent. */
  files: Files;
  /** Hashes; none: a first commit. */
  parents: string[];
  message: string;
}

/** Nothing of the machine's or user's git settings, and the same hashes on every run. */
export const gitEnvironment: Record<string, string> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  LC_ALL: 'C',
};

/** Runs git in `folder` and returns its standard output. */
export async function git(folder: string, args: string[], input?: Uint8Array): Promise<Buffer> {
  const options = { cwd: folder, maxBuffer: 2 ** 30, encoding: 'buffer' as const };
  const running = execute('git', args, { ...options, env: { ...process.env, ...gitEnvironment } });
  running.child.stdin?.on('error', () => {});
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** The repository as GitHub has it: bare, with the pull request's refs. */
export class GitRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(folder: string): Promise<GitRepository> {
    await git('.', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
    return new GitRepository(folder);
  }

  /** Makes a commit on a branch or other ref. @returns its hash */
  async commit({ branch, files, parents, message }: CommitOptions): Promise<string> {
    const [first, ...merged] = parents;
    const stream = [
      `commit ${refOf(branch)}\ncommitter Ada <ada@example.com> 1767225600 +0000\n`,
      data(Buffer.from(message)),
      first ? `from ${first}\n` : '',
      ...merged.map((parent) => `merge ${parent}\n`),
      ...Object.entries(files).flatMap(([path, content]) => change(path, content)),
      '\ndone\n',
    ];
    const bytes = Buffer.concat(stream.map((part) => Buffer.from(part)));
    await git(this.folder, ['fast-import', '--quiet', '--force', '--done'], bytes);
    return await this.text(['rev-parse', refOf(branch)]);
  }

  async setRef(ref: string, sha: string): Promise<void> {
    await git(this.folder, ['update-ref', refOf(ref), sha]);
  }

  async deleteRef(ref: string): Promise<void> {
    await git(this.folder, ['update-ref', '-d', refOf(ref)]);
  }

  run(args: string[]): Promise<Buffer> {
    return git(this.folder, args);
  }

  async text(args: string[]): Promise<string> {
    return (await this.run(args)).toString('utf8').trim();
  }
}

function refOf(branch: string): string {
  return branch.startsWith('refs/') ? branch : `refs/heads/${branch}`;
}

function change(path: string, content: FileContent): (string | Buffer)[] {
  const quoted = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  if (content === null) return [`D ${quoted}\n`];
  if (isSubmodule(content)) return [`M 160000 ${content.submodule} ${quoted}\n`];
  const mode = isLink(content) ? '120000' : '100644';
  return [`M ${mode} inline ${quoted}\n`, data(Buffer.from(committedBytes(content)))];
}

function data(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** What git stores for a content. */
export function committedBytes(content: Exclude<FileContent, Submodule | null>): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  return Buffer.from(isLink(content) ? content.symlink : lfsPointer(content.lfs));
}

export function isLfs(content: FileContent): content is LfsFile {
  return content !== null && typeof content === 'object' && 'lfs' in content;
}

function isSubmodule(content: FileContent): content is Submodule {
  return content !== null && typeof content === 'object' && 'submodule' in content;
}

function isLink(content: FileContent): content is SymbolicLink {
  return content !== null && typeof content === 'object' && 'symlink' in content;
}

export function lfsPointer(bytes: Uint8Array): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(bytes)}\nsize ${bytes.length}\n`;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
