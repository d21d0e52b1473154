import { createClient, type GitHubClient } from '../client.js';
import type { RunEnvironment } from '../environment.js';
import type { PullRequestEvent } from '../event.js';
import { ApiObjects, listFiles } from './api-objects.js';
import {
  type ChangedModels,
  type Comparison,
  compareWithBase,
  findChangedModels,
  type ListedChanges,
  listChanges,
} from './changes.js';
import { RepositoryFiles } from './files.js';
import { LfsObjects } from './lfs.js';
import { type GitState, LocalGit } from './local-git.js';

interface OpenOptions {
  event: PullRequestEvent;
  environment: RunEnvironment;
  /** `github.token`, or another that reads contents and writes pull requests. */
  token: string;
  /** Left out: one is made. */
  client?: GitHubClient;
}

/** A pull request with its commits, its changed models, and the files of any of its commits. */
export class PullRequest {
  readonly event: PullRequestEvent;
  readonly client: GitHubClient;
  /** The commits that matter: where it left the base branch, that branch's tip, its own last one. */
  readonly commits: { mergeBase: string; baseTip: string; head: string };
  /** Finds and reads files of these commits: `files.find(commit, path)`, `files.read(file)`. */
  readonly files: RepositoryFiles;
  readonly #git: LocalGit;
  readonly #comparison: Comparison;
  #listed: Promise<ListedChanges> | undefined;

  private constructor(
    event: PullRequestEvent,
    client: GitHubClient,
    git: LocalGit,
    files: RepositoryFiles,
    comparison: Comparison,
  ) {
    this.event = event;
    this.client = client;
    this.files = files;
    this.#git = git;
    this.#comparison = comparison;
    const { mergeBase, baseTip } = comparison;
    this.commits = { mergeBase, baseTip, head: event.headSha };
  }

  /** @throws InputError where GitHub doesn't know the pull request's commits or doesn't answer. */
  static async open({ event, environment, token, client: given }: OpenOptions): Promise<PullRequest> {
    const { apiUrl, serverUrl, workspace } = environment;
    const client = given ?? createClient({ token, apiUrl });
    const git = new LocalGit(workspace);
    const repositoryUrl = `${serverUrl}/${event.owner}/${event.repo}`;
    const lfs = new LfsObjects(git, { repositoryUrl, token });
    const files = new RepositoryFiles([git, new ApiObjects(client, event)], lfs);
    return new PullRequest(event, client, git, files, await compareWithBase(client, event));
  }

  /** See `listChanges`. */
  changedFiles(): Promise<ListedChanges> {
    const sources = { client: this.client, git: this.#git };
    this.#listed ??= listChanges(sources, this.event, this.#comparison);
    return this.#listed;
  }

  /** See `findChangedModels`. */
  async changedModels(isModel: (path: string) => boolean): Promise<ChangedModels> {
    return findChangedModels(await this.changedFiles(), this.files, this.commits, isModel);
  }

  /** Whether the repository is checked out on this machine, and what git says of it. */
  checkout(): Promise<GitState> {
    return this.#git.state();
  }

  /** Paths of all files of a commit, sorted; null where neither the checkout nor GitHub lists them all. */
  async listFiles(commit: string): Promise<string[] | null> {
    const { owner, repo } = this.event;
    return (await this.#git.list(commit)) ?? (await listFiles(this.client, { owner, repo }, commit));
  }

  /**
   * The bytes of a file at a commit: `fetchFile('.github/litetrim.yml', pullRequest.commits.baseTip)`.
   *
   * @returns null where the commit doesn't have it
   * @throws InputError for what is no file, is too large or can't be had.
   */
  async fetchFile(path: string, commit: string): Promise<Uint8Array | null> {
    const file = await this.files.find(commit, path);
    return file && (await this.files.read(file));
  }
}
