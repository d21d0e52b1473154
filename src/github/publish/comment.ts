import { createHash } from 'node:crypto';
import { clipMarkdown, maxCommentCharacters } from '../../report/clip.js';
import { failedRequest, type GitHubClient, isRateLimit, isRequestError } from '../client.js';
import type { PullRequestEvent } from '../event.js';

export interface CommentOptions {
  /** Markdown, everything from outside escaped. */
  body: string;
  /** Tells the comments of several litetrim jobs of one repository apart. */
  key: string;
  /** The workflow run. A comment of a later run is left alone; see `isOvertaken`. */
  runId: number;
  /** False: update a comment that is there, but don't begin one. */
  create: boolean;
}

export interface CommentOutcome {
  /** `denied`: the token may not write; `failed`: GitHub didn't take it for another reason. */
  action: 'created' | 'updated' | 'outdated' | 'none' | 'denied' | 'failed';
  /** The comment's page, where there is one. */
  url: string | null;
  /** What GitHub said, where it was denied or failed. */
  reason: string | null;
}

/**
 * Brings the pull request's one comment up to date: found again by a hidden marker and its author,
 * updated in place, made where there is none. Of several the first is updated.
 *
 * Whoever can comment can forge the marker, so it counts only in comments of the token's own user.
 * Never throws for what GitHub answers: a report that can't be posted is still a report.
 */
export async function postComment(
  client: GitHubClient,
  event: PullRequestEvent,
  options: CommentOptions,
): Promise<CommentOutcome> {
  try {
    const author = await ownLogin(client);
    return await upsert(client, event, options, await findComment(client, event, author, options.key));
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const refused = error.status === 403 || error.status === 404;
    const denied = refused && !isRateLimit(failedRequest('POST', error));
    return { action: denied ? 'denied' : 'failed', url: null, reason: `${error.status}: ${error.message}` };
  }
}

/** What is needed of a comment that was found. */
interface FoundComment extends Marker {
  id: number;
  url: string;
}

async function upsert(
  client: GitHubClient,
  event: PullRequestEvent,
  { body: markdown, key, runId, create }: CommentOptions,
  found: FoundComment | null,
): Promise<CommentOutcome> {
  const { owner, repo, number, headSha } = event;
  const marker = `${markerStart(key)}${runId}, head ${headSha} -->\n`;
  const body = `${marker}${clipMarkdown(markdown, maxCommentCharacters - marker.length)}`;
  if (found && (await isOvertaken(client, event, runId, found))) {
    return { action: 'outdated', url: found.url, reason: null };
  }
  if (found) {
    await client.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
    return { action: 'updated', url: found.url, reason: null };
  }
  if (!create) return { action: 'none', url: null, reason: null };
  const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: number, body });
  return { action: 'created', url: data.html_url, reason: null };
}

/** Looks through all pages, oldest first, and stops at the first comment of its own. */
async function findComment(
  client: GitHubClient,
  { owner, repo, number: issue_number }: PullRequestEvent,
  author: string,
  key: string,
): Promise<FoundComment | null> {
  const list = client.rest.issues.listComments;
  const pages = client.paginate.iterator(list, { owner, repo, issue_number, per_page: 100 });
  for await (const { data } of pages) {
    for (const { id, body = '', html_url: url, user } of data) {
      const marker = user?.login === author ? readMarker(body, key) : null;
      if (marker) return { id, url, ...marker };
    }
  }
  return null;
}

/**
 * Run ids are given out over all of GitHub, about 20 million a day, and a run ends after 35 days: between
 * two runs on one commit that are under way together lie fewer than these.
 */
const mostRunsBetween = 1e9;

/**
 * Whether a later run has written the comment. Its marker may be a copy that another workflow's text
 * brought in, so no number alone is believed: a run is overtaken when its commit is the pull request's head
 * no more, or when a later run, by a number that can be, has judged the same commit. Whatever a marker
 * says, the first run on the next push writes over it.
 */
async function isOvertaken(
  client: GitHubClient,
  event: PullRequestEvent,
  runId: number,
  found: Marker,
): Promise<boolean> {
  if (found.runId <= runId) return false;
  const isPlausible = found.runId - runId <= mostRunsBetween;
  if (found.headSha === event.headSha) return isPlausible;
  const head = await currentHead(client, event);
  return head === null ? isPlausible : head !== event.headSha;
}

/** The pull request's last commit as of now; null where GitHub doesn't tell. */
async function currentHead(client: GitHubClient, event: PullRequestEvent): Promise<string | null> {
  const { owner, repo, number: pull_number } = event;
  try {
    return (await client.rest.pulls.get({ owner, repo, pull_number })).data.head.sha;
  } catch (error) {
    if (!isRequestError(error)) throw error;
    return null;
  }
}

/** What a comment's hidden first line says. */
interface Marker {
  /** The run that wrote it. */
  runId: number;
  /** The commit that it is about; null in comments from before markers named it. */
  headSha: string | null;
}

function markerStart(key: string): string {
  return `<!-- litetrim: ${markerKey(key)}, run `;
}

/** Longer keys are cut, and told apart by a hash: the marker takes of the comment's room. */
const maxKey = 200;

/** A key in characters that can't end the marker; different for different keys. */
function markerKey(key: string): string {
  const text = encodeURIComponent(Buffer.from(key).toString()).replaceAll('%2F', '/');
  if (text.length <= maxKey) return text;
  return `${text.slice(0, maxKey)}%~${createHash('sha256').update(key).digest('hex')}`;
}

/** A comment's marker; null where it doesn't begin with one of this key. */
function readMarker(body: string, key: string): Marker | null {
  const start = markerStart(key);
  if (!body.startsWith(start)) return null;
  const match = /^(\d+)(?:, head ([0-9a-f]+))? -->/.exec(body.slice(start.length, start.length + 200));
  return match && { runId: Number(match[1]), headSha: match[2] ?? null };
}

/** The user that `github.token` writes as. */
const actionsLogin = 'github-actions[bot]';

/**
 * The login that the token's comments are written under. Asked through GraphQL, since REST's
 * `GET /user` answers 403 to `github.token` and to the tokens of apps.
 */
async function ownLogin(client: GitHubClient): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    return actionsLogin;
  }
}
