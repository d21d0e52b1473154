import { type FakeAnswer, type FakeRequest, jsonOf, type Service } from './http.js';
import { Route } from './openapi.js';
import {
  type ChangedFile,
  commentPayload,
  commitPayload,
  comparisonPayload,
  errorPayload,
  filePayload,
} from './payloads.js';
import { pullPayload } from './pull-payload.js';
import type { GitHubState } from './state.js';

type Parameters = Record<string, string>;
type Handler = (state: GitHubState, parameters: Parameters, request: FakeRequest) => Promise<FakeAnswer>;

const repo = '/repos/{owner}/{repo}';

/** Every route that litetrim calls. A request for another is reported as a violation. */
export const routes: [method: string, template: string, handler: Handler][] = [
  ['GET', `${repo}/compare/{basehead}`, compare],
  ['GET', `${repo}/pulls/{pull_number}`, getPull],
  ['GET', `${repo}/pulls/{pull_number}/files`, listFiles],
  ['GET', `${repo}/git/trees/{tree_sha}`, getTree],
  ['GET', `${repo}/git/blobs/{file_sha}`, getBlob],
  ['GET', `${repo}/issues/{issue_number}/comments`, listComments],
  ['POST', `${repo}/issues/{issue_number}/comments`, createComment],
  ['PATCH', `${repo}/issues/comments/{comment_id}`, updateComment],
];

/** The limits of GitHub's own lists. */
const maxComparedFiles = 300;
const maxListedFiles = 3000;

/**
 * GitHub's REST API, answered from a real git repository.
 *
 * @param report told of every request and answer that isn't as GitHub's description has it
 */
export function restService(state: GitHubState, report: (violation: string) => void): Service {
  const handlers = routes.map(([method, template, handler]) => ({
    route: new Route(method, template),
    handler,
  }));
  return async (request) => {
    for (const { route, handler } of handlers) {
      const parameters = route.match(request.method, request.path);
      if (!parameters) continue;
      const name = `${request.method} ${request.path}`;
      const wrong = route.checkRequest(parameters, request.query, jsonOf(request));
      for (const problem of wrong) report(`${name}: request: ${problem}`);
      const answer = refusal(state, parameters, request) ?? (await handler(state, parameters, request));
      for (const problem of route.checkResponse(answer.status, answer.body)) {
        report(`${name}: answer ${answer.status}: ${problem}`);
      }
      return answer;
    }
    return undefined;
  };
}

function refusal(state: GitHubState, { owner, repo }: Parameters, request: FakeRequest): FakeAnswer | null {
  if (!isAuthorized(state, request)) return failure(401, 'Bad credentials');
  if (`${owner}/${repo}` !== state.repository) return failure(404, 'Not Found');
  if (request.method !== 'GET' && !state.canWrite)
    return failure(403, 'Resource not accessible by integration');
  return null;
}

export function isAuthorized(state: GitHubState, { headers }: FakeRequest): boolean {
  return [`token ${state.token}`, `bearer ${state.token}`].includes(headers.authorization ?? '');
}

export function failure(status: number, message: string, headers: Record<string, string> = {}): FakeAnswer {
  return { status, headers, body: errorPayload(status, message) };
}

async function compare(state: GitHubState, { basehead }: Parameters): Promise<FakeAnswer> {
  const [base = '', head = ''] = basehead!.split('...');
  const { repository, git } = state;
  const resolve = async (name: string) =>
    (await textOrNull(state, ['rev-parse', '--verify', '--quiet', `refs/heads/${name}^{commit}`])) ??
    (await textOrNull(state, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]));
  const [baseSha, headSha] = [await resolve(base), await resolve(head)];
  if (!baseSha || !headSha) return failure(404, 'Not Found');
  const mergeBase = await git.text(['merge-base', baseSha, headSha]);
  const count = async (range: string) => Number(await git.text(['rev-list', '--count', range]));
  const commit = async (sha: string) =>
    commitPayload(repository, sha, await git.text(['rev-parse', `${sha}^{tree}`]));
  const files = await changedFiles(state, mergeBase, headSha);
  const body = comparisonPayload(repository, {
    base,
    head,
    baseCommit: await commit(baseSha),
    mergeBaseCommit: await commit(mergeBase),
    commits: [await commit(headSha)],
    aheadBy: await count(`${baseSha}..${headSha}`),
    behindBy: await count(`${headSha}..${baseSha}`),
    files: files.slice(0, maxComparedFiles).map((file) => filePayload(repository, headSha, file)),
  });
  return { status: 200, body };
}

async function getPull(state: GitHubState, { pull_number }: Parameters): Promise<FakeAnswer> {
  const { repository, pullRequest, git } = state;
  if (Number(pull_number) !== pullRequest.number) return failure(404, 'Not Found');
  const base = await git.text(['rev-parse', `refs/heads/${pullRequest.baseRef}`]);
  return { status: 200, body: pullPayload(repository, pullRequest, base) };
}

async function listFiles(
  state: GitHubState,
  parameters: Parameters,
  request: FakeRequest,
): Promise<FakeAnswer> {
  const { number, headSha, baseRef } = state.pullRequest;
  if (Number(parameters.pull_number) !== number) return failure(404, 'Not Found');
  const mergeBase = await state.git.text(['merge-base', baseRef, headSha]);
  const files = (await changedFiles(state, mergeBase, headSha)).slice(0, maxListedFiles);
  return page(
    files.map((file) => filePayload(state.repository, headSha, file)),
    request,
  );
}

/** Reads `git diff-tree --raw -z -M`: `:mode mode sha sha status`, then one or two paths. */
async function changedFiles(state: GitHubState, from: string, to: string): Promise<ChangedFile[]> {
  const raw = await state.git.run(['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', from, to]);
  const fields = raw.toString('utf8').split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [, mode, before, after, status] = fields[at++]!.split(' ');
    const first = fields[at++]!;
    const name = { A: 'added', D: 'removed', R: 'renamed' }[status![0]!] ?? 'modified';
    const renamed = name === 'renamed' ? { previous_filename: first } : {};
    const filename = name === 'renamed' ? fields[at++]! : first;
    const sha = name === 'removed' ? before! : after!;
    const shown = mode === '160000' ? submodulePatch(before!, after!) : null;
    const patch = shown ?? (fields.length < maxPatchedFields ? await textPatch(state, after!) : null);
    files.push({
      filename,
      status: name as ChangedFile['status'],
      sha,
      ...renamed,
      ...(patch !== null && { patch }),
    });
  }
  return files;
}

/** Of large comparisons GitHub leaves patches out. */
const maxPatchedFields = 300;

/** Of files without a zero byte GitHub shows what has changed; here all of it. */
async function textPatch({ git }: GitHubState, sha: string): Promise<string | null> {
  const bytes = await git.run(['cat-file', 'blob', sha]).catch(() => null);
  if (!bytes || bytes.includes(0)) return null;
  const lines = bytes.toString('utf8').split('\n');
  return [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
}

function submodulePatch(before: string, after: string): string {
  return `@@ -1 +1 @@\n-Subproject commit ${before}\n+Subproject commit ${after}`;
}

async function getTree(
  state: GitHubState,
  { tree_sha }: Parameters,
  { query }: FakeRequest,
): Promise<FakeAnswer> {
  const sha = await textOrNull(state, ['rev-parse', '--verify', '--quiet', `${tree_sha}^{tree}`]);
  if (!sha) return failure(404, 'Not Found');
  const listed = (
    await state.git.run(['ls-tree', '-z', '-l', ...(query.has('recursive') ? ['-r', '-t'] : []), sha])
  ).toString('utf8');
  const tree = listed
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [, mode, type, hash, size, path] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line)!;
      return { path, mode, type, sha: hash, ...(size === '-' ? {} : { size: Number(size) }) };
    });
  return { status: 200, body: { sha, url: apiUrl(state, `git/trees/${sha}`), tree, truncated: false } };
}

async function getBlob(state: GitHubState, { file_sha: sha = '' }: Parameters): Promise<FakeAnswer> {
  const bytes = await state.git.run(['cat-file', 'blob', sha]).catch(() => null);
  if (!bytes) return failure(404, 'Not Found');
  // GitHub breaks base64 into lines.
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  const url = apiUrl(state, `git/blobs/${sha}`);
  return {
    status: 200,
    body: { sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: 'base64' },
  };
}

async function listComments(
  state: GitHubState,
  parameters: Parameters,
  request: FakeRequest,
): Promise<FakeAnswer> {
  const { repository, pullRequest, comments } = state;
  if (Number(parameters.issue_number) !== pullRequest.number) return failure(404, 'Not Found');
  return page(
    comments.map((comment) => commentPayload(repository, pullRequest.number, comment)),
    request,
  );
}

async function createComment(state: GitHubState, _: Parameters, request: FakeRequest): Promise<FakeAnswer> {
  const { body } = jsonOf(request) as { body: string };
  if (body.length > 65_536) return tooLong();
  const comment = { id: 1000 + state.comments.length, login: state.login, body, updates: 0 };
  state.comments.push(comment);
  return { status: 201, body: commentPayload(state.repository, state.pullRequest.number, comment) };
}

async function updateComment(
  state: GitHubState,
  parameters: Parameters,
  request: FakeRequest,
): Promise<FakeAnswer> {
  const comment = state.comments.find(({ id }) => id === Number(parameters.comment_id));
  if (!comment) return failure(404, 'Not Found');
  const { body } = jsonOf(request) as { body: string };
  if (body.length > 65_536) return tooLong();
  comment.body = body;
  comment.updates++;
  return { status: 200, body: commentPayload(state.repository, state.pullRequest.number, comment) };
}

function tooLong(): FakeAnswer {
  return failure(422, 'Validation Failed: Body is too long (maximum is 65536 characters)');
}

/** The part of a list that `page` and `per_page` ask for, with a `Link` to the next. */
function page(items: object[], { path, query, headers }: FakeRequest): FakeAnswer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  const next = new URL(path, `http://${headers.host}`);
  next.search = new URLSearchParams({ per_page: String(size), page: String(number + 1) }).toString();
  const more = number * size < items.length;
  return {
    status: 200,
    headers: more ? { link: `<${next.href}>; rel="next"` } : {},
    body: items.slice((number - 1) * size, number * size),
  };
}

async function textOrNull(state: GitHubState, args: string[]): Promise<string | null> {
  return await state.git.text(args).catch(() => null);
}

function apiUrl({ repository }: GitHubState, rest: string): string {
  return `https://api.github.com/repos/${repository}/${rest}`;
}
