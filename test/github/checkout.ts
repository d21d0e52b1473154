import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FileContent, type GitRepository, git, isLfs, sha256 } from './git-repository.js';

export interface CheckoutOptions {
  /** `refs/pull/7/merge` */
  ref: string;
  commit: string;
  /** The whole history, as by `fetch-depth: 0`; else the one commit. */
  full: boolean;
  /** Files of Git LFS whose objects are fetched, as by `lfs: true`. */
  lfsFiles: [path: string, content: FileContent][];
}

/** Does what actions/checkout does with a pull request's merge commit, over `file:` instead of HTTPS. */
export async function checkOut(
  upstream: GitRepository,
  folder: string,
  options: CheckoutOptions,
): Promise<void> {
  const { ref, commit, full, lfsFiles } = options;
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  await git(folder, ['remote', 'add', 'origin', pathToFileURL(upstream.folder).href]);
  const remote = ref.replace('refs/', 'refs/remotes/');
  const refs = full ? ['+refs/heads/*:refs/remotes/origin/*'] : ['--depth=1'];
  await git(folder, ['fetch', '--quiet', '--no-tags', 'origin', ...refs, `+${ref}:${remote}`]);
  await git(folder, ['checkout', '--quiet', '--force', remote]);
  const checkedOut = (await git(folder, ['rev-parse', 'HEAD'])).toString('utf8').trim();
  if (checkedOut !== commit) throw new Error(`checked out ${checkedOut} instead of ${commit}`);
  for (const [path, content] of lfsFiles) {
    if (isLfs(content) && content.stored) await fetchLfs(folder, path, content.lfs);
  }
}

/** What `git lfs pull` leaves: the object in git's folder, and the file itself in the pointer's place. */
async function fetchLfs(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const oid = sha256(bytes);
  const object = join(folder, '.git', 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  await mkdir(dirname(object), { recursive: true });
  await writeFile(object, bytes);
  await writeFile(join(folder, path), bytes);
}
