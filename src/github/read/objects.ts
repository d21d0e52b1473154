import { createHash } from 'node:crypto';

/** What git keeps of a file at a commit. */
export interface TreeEntry {
  /** Octal: `100644` and `100755` files, `120000` a symbolic link, `160000` a submodule, `040000` a folder. */
  mode: string;
  /** Hash of the blob, tree or (submodule) commit. */
  sha: string;
}

/**
 * A place that git objects are read from. Objects are named by the hash of their bytes, so every place
 * that knows one gives the same one; `undefined` says that this place doesn't know, and to ask the next.
 */
export interface ObjectSource {
  /** The entry at `path` of a commit; null: the commit has nothing there. */
  entry(commit: string, path: string): Promise<TreeEntry | null | undefined>;
  /** The bytes of a blob of at most `maxBytes`. */
  blob(sha: string, maxBytes: number): Promise<Uint8Array | undefined>;
}

/** The hash that git names a blob of these bytes by: SHA-1, or SHA-256 where `like` is that long. */
export function blobHash(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}

/** True: a path that git itself would accept, so that it can't lead out of a folder. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return !path.includes('\0') && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A file that differs between the merge base and the pull request's head. */
export interface FileChange {
  /** Its path on the merge base; null: added. */
  basePath: string | null;
  /** Its path on the head, another where it was renamed; null: removed. */
  headPath: string | null;
  /** True: no file but a submodule, which moved to another commit. */
  isSubmodule?: boolean;
}
