import { globMatcher } from '../glob.js';
import { ask, type GitHubClient, isRequestError } from './client.js';
import type { PullRequestEvent } from './event.js';
import type { RepositoryFile, RepositoryFiles } from './files.js';
import type { LocalGit } from './local-git.js';

/** A file that differs between the merge base and the pull request's head. */
export interface FileChange {
  /** Its path on the merge base; null: added. */
  basePath: string | null;
  /** Its path on the head, another where it was renamed; null: removed. */
  headPath: string | null;
}

/** Where the pull request left its base branch, and what GitHub says has changed since. */
export interface Comparison {
  /** The commit that head is compared with. */
  mergeBase: string;
  /** The base branch's last commit. */
  baseTip: string;
  files: FileChange[];
  /** False: there may be more than `files`. */
  complete: boolean;
}

/** A model that the pull request changes. */
export interface ModelChange {
  /** The head's path, or the base's where it is removed. */
  path: string;
  status: 'changed' | 'added' | 'removed';
  /** The file on the merge base, under its old name if it was renamed; null where added. */
  base: RepositoryFile | null;
  /** The file on the pull request's head; null where removed. */
  head: RepositoryFile | null;
}

export interface ChangedModels {
  /** Sorted by path. A file that was only renamed isn't among them. */
  models: ModelChange[];
  /** What could not be looked at; a sentence each. */
  omissions: string[];
}

/** "Up to 300 changed files for the entire comparison", says GitHub's compare API. */
const maxComparedFiles = 300;
/** "Responses include a maximum of 3000 files", says its list of a pull request's files. */
const maxListedFiles = 3000;

/**
 * Finds the merge base as GitHub does. The base branch is asked for by name, since the event's base
 * commit is as old as the pull request's last push: files that a merge of the base branch brought in
 * would count as changed. The event's commit serves where the branch is gone, or already has the head.
 *
 * @throws InputError where GitHub doesn't answer.
 */
export async function compareWithBase(client: GitHubClient, event: PullRequestEvent): Promise<Comparison> {
  return await ask(`the merge base of ${event.baseRef} and ${event.headSha}`, async () => {
    const byName = await compare(client, event, event.baseRef).catch(nullIfMissing);
    if (byName && byName.mergeBase !== event.headSha) return byName;
    return await compare(client, event, event.baseSha);
  });
}

async function compare(client: GitHubClient, event: PullRequestEvent, base: string): Promise<Comparison> {
  const { owner, repo, headSha } = event;
  const basehead = `${base}...${headSha}`;
  // The pages are of commits, which nobody needs; all the files are on the first.
  const page = { owner, repo, basehead, per_page: 1, page: 1 };
  const { data } = await client.rest.repos.compareCommitsWithBasehead(page);
  const files = (data.files ?? []).map(fileChange);
  return {
    mergeBase: data.merge_base_commit.sha,
    baseTip: data.base_commit.sha,
    files,
    complete: files.length < maxComparedFiles,
  };
}

function nullIfMissing(error: unknown): null {
  if (isRequestError(error) && error.status === 404) return null;
  throw error;
}

function fileChange(file: { filename: string; status: string; previous_filename?: string }): FileChange {
  const { filename, status } = file;
  if (status === 'removed') return { basePath: filename, headPath: null };
  if (status === 'added' || status === 'copied') return { basePath: null, headPath: filename };
  return { basePath: file.previous_filename ?? filename, headPath: filename };
}

/** What `findChangedModels` reads from. */
export interface ChangeSources {
  client: GitHubClient;
  git: LocalGit;
  files: RepositoryFiles;
}

/**
 * Finds the models that the pull request changes: the files of `comparison` that match `globs` and
 * whose content differs.
 *
 * The list of changed files comes from the checkout where it has both commits (`fetch-depth: 0`), since
 * GitHub's ends at 3,000; else from the comparison, else from the pull request's paginated list.
 *
 * @param globs patterns of paths from the repository's root; see glob.ts
 */
export async function findChangedModels(
  sources: ChangeSources,
  event: PullRequestEvent,
  comparison: Comparison,
  globs: readonly string[],
): Promise<ChangedModels> {
  const { changes, omissions } = await listChanges(sources, event, comparison);
  const isModel = globMatcher(globs);
  const models: ModelChange[] = [];
  for (const change of changes) {
    const model = await resolve(
      sources.files,
      onlyModels(change, isModel),
      comparison.mergeBase,
      event.headSha,
    );
    if (model) models.push(model);
  }
  models.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { models, omissions };
}

interface ListedChanges {
  changes: FileChange[];
  omissions: string[];
}

async function listChanges(
  { client, git }: ChangeSources,
  event: PullRequestEvent,
  comparison: Comparison,
): Promise<ListedChanges> {
  const local = await git.changes(comparison.mergeBase, event.headSha);
  if (local) return { changes: local, omissions: [] };
  if (comparison.complete) return { changes: comparison.files, omissions: [] };
  const { owner, repo, number: pull_number } = event;
  const listed = await ask('the changed files', () =>
    client.paginate(client.rest.pulls.listFiles, { owner, repo, pull_number, per_page: 100 }),
  );
  return {
    changes: listed.map(fileChange),
    omissions: listed.length < maxListedFiles ? [] : [tooManyFiles],
  };
}

const tooManyFiles =
  `GitHub lists only the first ${maxListedFiles.toLocaleString('en')} changed files of a pull request, and this ` +
  'one changes at least as many: models among the rest were not looked at. Set "fetch-depth: 0" in ' +
  'actions/checkout, and litetrim sees them all.';

/** A file that came into the globs or left them by its new name counts as added or removed. */
function onlyModels(change: FileChange, isModel: (path: string) => boolean): FileChange {
  const { basePath, headPath } = change;
  return {
    basePath: basePath !== null && isModel(basePath) ? basePath : null,
    headPath: headPath !== null && isModel(headPath) ? headPath : null,
  };
}

async function resolve(
  files: RepositoryFiles,
  { basePath, headPath }: FileChange,
  mergeBase: string,
  headSha: string,
): Promise<ModelChange | null> {
  const base = basePath === null ? null : await files.find(mergeBase, basePath);
  const head = headPath === null ? null : await files.find(headSha, headPath);
  if (base?.sha === head?.sha) return null;
  const status = !base ? 'added' : !head ? 'removed' : 'changed';
  return { path: (head ?? base)!.path, status, base, head };
}
