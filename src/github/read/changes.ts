import { formatInteger } from '../../base/units.js';
import { ask, type GitHubClient, isRequestError } from '../client.js';
import type { PullRequestEvent } from '../event.js';
import type { RepositoryFile, RepositoryFiles } from './files.js';
import type { LocalGit } from './local-git.js';
import type { FileChange } from './objects.js';

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
  /** `unchanged`: the pull request changes only what is done with it. */
  status: 'changed' | 'added' | 'removed' | 'unchanged';
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

interface ListedFile {
  filename: string;
  status: string;
  previous_filename?: string;
  patch?: string;
}

function fileChange(file: ListedFile): FileChange {
  const change = pathsOf(file);
  return isSubmodule(file) ? { ...change, isSubmodule: true } : change;
}

/** GitHub tells a submodule by its patch alone, the whole of it: a file may hold such a line among others. */
function isSubmodule({ patch = '' }: ListedFile): boolean {
  return /^@@[^\n]*@@(?:\n[+-]Subproject commit [0-9a-f]{40,64})+\n?$/.test(patch);
}

function pathsOf(file: ListedFile): FileChange {
  const { filename, status } = file;
  if (status === 'removed') return { basePath: filename, headPath: null };
  if (status === 'added' || status === 'copied') return { basePath: null, headPath: filename };
  return { basePath: file.previous_filename ?? filename, headPath: filename };
}

/** What `listChanges` reads from. */
interface ChangeSources {
  client: GitHubClient;
  git: LocalGit;
}

/**
 * Finds the models that the pull request changes: the listed files for which `isModel` holds under the old name
 * or the new, and whose content differs.
 *
 * @param isModel tells paths from the repository's root
 */
export async function findChangedModels(
  { changes, omissions }: ListedChanges,
  files: RepositoryFiles,
  { mergeBase, head }: { mergeBase: string; head: string },
  isModel: (path: string) => boolean,
): Promise<ChangedModels> {
  const candidates = changes.filter((change) => !change.isSubmodule && concerns(change, isModel));
  const models: ModelChange[] = [];
  for (const change of candidates) {
    const model = await resolve(files, change, mergeBase, head);
    if (model) models.push(model);
  }
  models.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { models, omissions: [...omissions, ...changes.flatMap(movedSubmodule)] };
}

/** A model that was renamed out of the patterns is the same model still. */
function concerns({ basePath, headPath }: FileChange, isModel: (path: string) => boolean): boolean {
  return [basePath, headPath].some((path) => path !== null && isModel(path));
}

function movedSubmodule({ isSubmodule, headPath, basePath }: FileChange): string[] {
  if (!isSubmodule) return [];
  return [`The submodule ${headPath ?? basePath} moved to another commit: models in it were not looked at.`];
}

/** All files that the pull request changes, whatever they are. */
export interface ListedChanges {
  changes: FileChange[];
  /** That there may be more; a sentence each. */
  omissions: string[];
}

/**
 * Lists what the pull request changes: by the checkout where it has both commits (`fetch-depth: 0`), since GitHub's
 * lists end at 3,000; else by the comparison, else by the pull request's paginated list.
 */
export async function listChanges(
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
  `GitHub lists only the first ${formatInteger(maxListedFiles)} changed files of a pull request, and this ` +
  'one changes at least as many: models among the rest were not looked at. Set "fetch-depth: 0" in ' +
  'actions/checkout, and litetrim sees them all.';

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
