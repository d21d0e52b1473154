import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { InputError, messageOf } from '../base/errors.js';
import type { Environment } from './environment.js';

/** The pull request that a workflow run is about, as the event that started the run describes it. */
export interface PullRequestEvent {
  owner: string;
  repo: string;
  number: number;
  /** Name of the branch that the pull request wants to change. */
  baseRef: string;
  /** A commit of that branch: its tip when the pull request was last pushed to, or older. */
  baseSha: string;
  /** The pull request's own last commit; not the merge commit that actions/checkout checks out. */
  headSha: string;
  /** True: the head lies in another repository (or one deleted since), so the token can't write. */
  fork: boolean;
  labels: string[];
}

/** The events that litetrim runs on. */
const eventNames = ['pull_request', 'pull_request_target'];

/** GitHub caps webhook payloads at 25 MB. */
const maxEventBytes = 25 * 1024 * 1024;

const repository = z.object({ full_name: z.string() });
const sha = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'not a commit hash');

const eventSchema = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    labels: z.array(z.object({ name: z.string() })).default([]),
    base: z.object({ ref: z.string().min(1), sha, repo: repository }),
    head: z.object({ sha, repo: repository.nullable() }),
  }),
});

/**
 * Reads which pull request the run is about, from GITHUB_EVENT_NAME, GITHUB_EVENT_PATH and
 * GITHUB_REPOSITORY.
 *
 * @throws InputError for an event without a pull request (`push`, `merge_group`, …), for a file that
 *   is missing, no JSON, or not shaped like a pull-request event.
 */
export function readEvent(env: Environment): PullRequestEvent {
  const name = env.GITHUB_EVENT_NAME;
  if (!name) throw noEvent('GITHUB_EVENT_NAME is not set: this is no workflow run');
  if (!eventNames.includes(name)) throw noEvent(`the event "${name}" is not about a pull request`);
  const path = env.GITHUB_EVENT_PATH;
  if (!path) throw noEvent('GITHUB_EVENT_PATH is not set: this is no workflow run');
  const parsed = eventSchema.safeParse(readJson(path));
  if (!parsed.success) throw malformed(path, parsed.error);
  const { number, labels, base, head } = parsed.data.pull_request;
  return {
    ...readRepository(env),
    number,
    baseRef: base.ref,
    baseSha: base.sha,
    headSha: head.sha,
    fork: head.repo?.full_name !== base.repo.full_name,
    labels: labels.map((label) => label.name),
  };
}

function noEvent(problem: string): InputError {
  return new InputError(problem, {
    hint: `Run litetrim on ${eventNames[0]} events ("on: pull_request"); for two local files use "litetrim diff BASE HEAD"`,
  });
}

function readJson(path: string): unknown {
  const file = 'GITHUB_EVENT_PATH';
  try {
    if (statSync(path).size > maxEventBytes) throw new Error('it is larger than any event of GitHub');
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new InputError(`the event can't be read: ${messageOf(cause)}`, { file, cause });
  }
}

function malformed(path: string, error: z.ZodError): InputError {
  const issue = error.issues[0];
  const place = issue?.path.join('.') ?? '';
  return new InputError(`not a pull-request event of GitHub (${issue?.message ?? 'unknown'})`, {
    file: path,
    place,
    hint: 'GitHub writes this file itself; check what sets GITHUB_EVENT_PATH',
  });
}

function readRepository(env: Environment): { owner: string; repo: string } {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '');
  if (match?.[1] && match[2]) return { owner: match[1], repo: match[2] };
  throw new InputError(`"${env.GITHUB_REPOSITORY ?? ''}" is not OWNER/NAME`, { file: 'GITHUB_REPOSITORY' });
}
