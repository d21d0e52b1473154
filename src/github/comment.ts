import { failedRequest, type GitHubClient, isRateLimit, isRequestError } from './client.js';
import { clipMarkdown, maxCommentCharacters } from './clip.js';
import type { PullRequestEvent } from './event.js';

export interface CommentOptions {
  /** Markdown, everything from outside escaped. */
  body: string;
  /** Tells the comments of several litetrim jobs of one repository apart. */
  key: string;
  /** The workflow run. A comment of a later run is left alone. */
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
interface FoundComment {
  id: number;
  url: string;
  /** The run that wrote it. */
  runId: number;
}

async function upsert(
  client: GitHubClient,
  { owner, repo, number }: PullRequestEvent,
  { body: markdown, key, runId, create }: CommentOptions,
  found: FoundComment | null,
): Promise<CommentOutcome> {
  const marker = `${markerStart(key)}${runId} -->\n`;
  const body = `${marker}${clipMarkdown(markdown, maxCommentCharacters - marker.length)}`;
  if (found && found.runId > runId) return { action: 'outdated', url: found.url, reason: null };
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
      const runId = user?.login === author ? markedRun(body, key) : null;
      if (runId !== null) return { id, url, runId };
    }
  }
  return null;
}

function markerStart(key: string): string {
  return `<!-- litetrim: ${key.replace(/[^\w./-]/g, '_')}, run `;
}

/** The run that a comment's marker names; null where it doesn't begin with the marker. */
function markedRun(body: string, key: string): number | null {
  const start = markerStart(key);
  const match = body.startsWith(start) ? /^(\d+) -->/.exec(body.slice(start.length)) : null;
  return match ? Number(match[1]) : null;
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
