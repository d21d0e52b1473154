import { setTimeout as wait } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { oneLine, PassingError } from '../base/errors.js';

/** GitHub's REST and GraphQL API, with the token's rights. */
export type GitHubClient = ReturnType<typeof getOctokit>;

interface ClientOptions {
  /** `github.token`, a personal access token, or an app's installation token. */
  token: string;
  apiUrl: string;
  /** Told of every wait. */
  log?: (line: string) => void;
  /** Replaced in tests. */
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** What of a failed request decides whether and when to repeat it. */
export interface FailedRequest {
  method: string;
  /** HTTP status; 500 where no answer came. */
  status: number;
  message: string;
  headers: Readonly<Record<string, string | number | undefined>>;
}

/** Longer waits cost more of the job's time than the report is worth. */
const longestWaitSeconds = 300;
const attempts = 4;

/** A client that repeats what failed for a passing reason, and waits as long as GitHub asks. */
export function createClient(options: ClientOptions): GitHubClient {
  const { token, apiUrl, log = () => {}, sleep = wait } = options;
  const client = getOctokit(token, { baseUrl: apiUrl, userAgent: 'litetrim' });
  client.hook.wrap('request', async (request, parameters) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await request(parameters);
      } catch (error) {
        const failed = failedRequest(parameters.method, error);
        const seconds = attempt < attempts ? secondsToWait(failed, attempt, Date.now()) : null;
        if (seconds === null) throw error;
        log(`GitHub answered ${failed.status} (${failed.message}): trying again in ${seconds} s`);
        await sleep(seconds * 1000);
      }
    }
  });
  return client;
}

/**
 * How long to wait before a failed request is repeated; null: don't.
 *
 * Rate limits follow GitHub's rules: `retry-after` where given, else until `x-ratelimit-reset` where
 * nothing remains, else a minute that doubles.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 * Server errors are repeated after 1, 2, 4 s, unless the request creates something: the first try
 * may have succeeded unseen, and a second comment is worse than none.
 *
 * @param attempt 1 for the first
 * @param now milliseconds since 1970
 */
export function secondsToWait(failed: FailedRequest, attempt: number, now: number): number | null {
  const { status, headers } = failed;
  const seconds = isRateLimit(failed)
    ? rateLimitSeconds(headers, attempt, now)
    : status >= 500 && failed.method !== 'POST'
      ? 2 ** (attempt - 1)
      : null;
  return seconds !== null && seconds <= longestWaitSeconds ? seconds : null;
}

/** True: too many requests, rather than a missing permission, which comes as 403 as well. */
export function isRateLimit({ status, message, headers }: FailedRequest): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return 'retry-after' in headers || nothingRemains(headers) || /rate limit/i.test(message);
}

function nothingRemains(headers: FailedRequest['headers']): boolean {
  return String(headers['x-ratelimit-remaining']) === '0';
}

function rateLimitSeconds(headers: FailedRequest['headers'], attempt: number, now: number): number {
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  if (retryAfter >= 0) return Math.max(1, retryAfter);
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (nothingRemains(headers) && reset >= 0) return Math.max(1, Math.ceil(reset - now / 1000) + 1);
  return 60 * 2 ** (attempt - 1);
}

interface RequestError {
  status: number;
  message: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

/** True: GitHub refused or failed a request; false: a defect of litetrim or its environment. */
export function isRequestError(error: unknown): error is Error & RequestError {
  return error instanceof Error && typeof (error as Partial<RequestError>).status === 'number';
}

export function failedRequest(method: string, error: unknown): FailedRequest {
  if (!isRequestError(error)) return { method, status: 0, message: String(error), headers: {} };
  return { method, status: error.status, message: error.message, headers: error.response?.headers ?? {} };
}

/**
 * Makes a request without which litetrim can't do its work.
 *
 * @param what is asked for: `the merge base of …`
 * @throws PassingError that says what GitHub answered and what to do, where it refuses.
 */
export async function ask<T>(what: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const problem = `GitHub doesn't give ${what} (${error.status}: ${oneLine(error.message)})`;
    throw new PassingError(problem, { hint: wayOut(failedRequest('GET', error)), cause: error });
  }
}

function wayOut(failed: FailedRequest): string {
  if (failed.status === 401) return 'Check the token: it is wrong or has expired';
  if (failed.status >= 500 || isRateLimit(failed)) return 'Run the job again later';
  return 'Give the job "permissions: contents: read, pull-requests: write"';
}
