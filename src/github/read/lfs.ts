import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../base/errors.js';
import { output } from './command.js';
import type { LfsPointer } from './lfs-pointer.js';
import { downloadFromLfs, type LfsServer } from './lfs-server.js';
import type { LocalGit } from './local-git.js';

/** For the largest object over a slow line; GitHub's own server is asked after that. */
const downloadMs = 10 * 60_000;

/**
 * Files that Git LFS keeps outside of git. An object is named by its SHA-256, so wherever bytes with
 * that hash are found, they are the file: first what a checkout with `lfs: true` left on this
 * machine, then `git lfs` with whatever server the repository configured, then GitHub's own server.
 */
export class LfsObjects {
  readonly #git: LocalGit;
  readonly #server: LfsServer;

  constructor(git: LocalGit, server: LfsServer) {
    this.#git = git;
    this.#server = server;
  }

  /**
   * @param path of the pointer in the repository
   * @throws InputError where the object can't be had from anywhere.
   */
  async read(pointer: LfsPointer, path: string): Promise<Uint8Array> {
    const local = (await this.#fromDisk(pointer, path)) ?? (await this.#fromGitLfs(pointer, path));
    if (local) return local;
    const { bytes, problem } = await downloadFromLfs(this.#server, pointer);
    if (bytes && isObject(bytes, pointer)) return bytes;
    throw new InputError(`a Git LFS pointer whose object can't be had (${problem ?? 'wrong content'})`, {
      file: path,
      hint: 'Set "lfs: true" in actions/checkout, and see that the object was pushed ("git lfs push --all")',
    });
  }

  async #fromDisk(pointer: LfsPointer, path: string): Promise<Uint8Array | null> {
    const { oid } = pointer;
    const directory = await this.#git.directory();
    const stored = directory && join(directory, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
    for (const file of [stored, join(this.#git.workspace, path)]) {
      const bytes = file && (await readIfObject(file, pointer));
      if (bytes) return bytes;
    }
    return null;
  }

  async #fromGitLfs(pointer: LfsPointer, path: string): Promise<Uint8Array | null> {
    const { oid, size } = pointer;
    const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;
    const bytes = await output('git', ['lfs', 'smudge', '--', path], {
      cwd: this.#git.workspace,
      env: { GIT_LFS_SKIP_SMUDGE: '0', GIT_TERMINAL_PROMPT: '0' },
      input: Buffer.from(text),
      maxBytes: Math.max(size, 1024),
      timeoutMs: downloadMs,
    });
    return bytes && isObject(bytes, pointer) ? bytes : null;
  }
}

async function readIfObject(file: string, pointer: LfsPointer): Promise<Uint8Array | null> {
  try {
    // A link in the working tree may lead anywhere, /dev/zero included: only plain files are read.
    const status = await lstat(file);
    if (!status.isFile() || status.size !== pointer.size) return null;
    const bytes = await readFile(file);
    return isObject(bytes, pointer) ? bytes : null;
  } catch {
    return null;
  }
}

function isObject(bytes: Uint8Array, { oid, size }: LfsPointer): boolean {
  return bytes.byteLength === size && createHash('sha256').update(bytes).digest('hex') === oid;
}
