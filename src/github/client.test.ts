import { describe, expect, test } from 'vitest';
import { createPullRequestScenario } from '../../test/github/scenario.js';
import { createClient, type FailedRequest, secondsToWait } from './client.js';

const now = Date.UTC(2026, 0, 1);
const inSeconds = (seconds: number) => String(now / 1000 + seconds);

interface Case extends Partial<FailedRequest> {
  name: string;
  attempt?: number;
  expected: number | null;
}

const cases: Case[] = [
  { name: 'what retry-after says', status: 403, headers: { 'retry-after': '17' }, expected: 17 },
  { name: 'the same for 429', status: 429, headers: { 'retry-after': '2' }, expected: 2 },
  { name: 'not for more than five minutes', status: 429, headers: { 'retry-after': '3600' }, expected: null },
  {
    name: 'until the rate limit is reset',
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(41) },
    expected: 42,
  },
  { name: 'a minute for a secondary limit', status: 403, message: 'secondary rate limit', expected: 60 },
  { name: 'two the second time', status: 403, message: 'secondary rate limit', attempt: 2, expected: 120 },
  { name: 'a second after a server error', status: 502, expected: 1 },
  { name: 'longer the third time', status: 502, attempt: 3, expected: 4 },
  { name: 'not after a creation failed: it may be there', status: 502, method: 'POST', expected: null },
  { name: 'but after one that was too many', status: 429, method: 'POST', expected: 60 },
  {
    name: 'not for a missing permission',
    status: 403,
    message: 'Resource not accessible by integration',
    headers: { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': inSeconds(41) },
    expected: null,
  },
  { name: 'not for what isn’t there', status: 404, expected: null },
];

describe('secondsToWait', () => {
  test.each(cases)('waits $name', ({ status = 500, attempt = 1, expected, ...rest }) => {
    const failed = { method: 'GET', message: '', headers: {}, status, ...rest };
    expect(secondsToWait(failed, attempt, now)).toBe(expected);
  });
});

describe('createClient', () => {
  const options = { base: { 'a.tflite': 'a' }, head: {} };
  const read = { owner: 'octo', repo: 'models', issue_number: 7 };

  test('tries again as often as it takes, and says so', async () => {
    const scenario = await createPullRequestScenario(options);
    const waits: number[] = [];
    const lines: string[] = [];
    const { url, state } = scenario.fake;
    const client = createClient({
      token: state.token,
      apiUrl: url,
      log: (line) => lines.push(line),
      sleep: async (milliseconds) => void waits.push(milliseconds),
    });
    const failure = { method: 'GET', path: /comments$/, status: 403, message: 'Slow down' };
    scenario.fake.failNext({ ...failure, headers: { 'retry-after': '9' }, times: 2 });
    expect((await client.rest.issues.listComments(read)).data).toEqual([]);
    expect(waits).toEqual([9000, 9000]);
    expect(lines[0]).toMatch(/^GitHub answered 403 \(Slow down.*\): trying again in 9 s$/);

    scenario.fake.failNext({ ...failure, status: 500, times: 4 });
    await expect(client.rest.issues.listComments(read)).rejects.toThrow('Slow down');
    expect(waits.slice(2)).toEqual([1000, 2000, 4000]);
    await scenario.close();
  });
});
