import { describe, expect, test } from 'vitest';
import { openPullRequest, withPullRequest } from '../../test/github/open.js';
import { type CommentOptions, postComment } from './comment.js';
import type { PullRequest } from './pull-request.js';

const options = { base: { 'a.tflite': 'a' }, head: { 'a.tflite': 'b' } };

function post(pullRequest: PullRequest, body: string, changes: Partial<CommentOptions> = {}) {
  const { client, event } = pullRequest;
  return postComment(client, event, { body, key: 'litetrim', runId: 5, create: true, ...changes });
}

const marker = (runId: number, key = 'litetrim') => `<!-- litetrim: ${key}, run ${runId} -->\n`;
const comment = (login: string, body: string, id: number) => ({ id, login, body, updates: 0 });
const bot = 'github-actions[bot]';

describe('postComment', () => {
  test('begins a comment, and updates it from the next run', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const url = 'https://github.com/octo/models/pull/7#issuecomment-1000';
      expect(await post(pullRequest, 'First')).toEqual({ action: 'created', url, reason: null });
      expect(await post(pullRequest, 'Second', { runId: 6 })).toEqual({
        action: 'updated',
        url,
        reason: null,
      });
      expect(scenario.fake.state.comments).toEqual([
        { id: 1000, login: bot, body: `${marker(6)}Second`, updates: 1 },
      ]);
    });
  });

  test('finds its own comment on the third page, and stops there', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { comments } = scenario.fake.state;
      for (let id = 1; id <= 420; id++) comments.push(comment('ada', `Comment ${id}`, id));
      comments[250] = comment(bot, `${marker(4)}Old`, 251);
      expect(await post(pullRequest, 'New')).toMatchObject({ action: 'updated' });
      expect(comments[250]).toMatchObject({ body: `${marker(5)}New`, updates: 1 });
      expect(comments).toHaveLength(420);
      expect(scenario.fake.requests.filter((request) => /^GET .*comments$/.test(request))).toHaveLength(3);
    });
  });

  test('updates the first of several', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { comments } = scenario.fake.state;
      comments.push(comment(bot, `${marker(3)}One`, 1), comment(bot, `${marker(4)}Two`, 2));
      await post(pullRequest, 'New');
      expect(comments.map(({ body }) => body)).toEqual([`${marker(5)}New`, `${marker(4)}Two`]);
    });
  });

  test.each([
    ['somebody else', 'mallory', `${marker(1)}Forged`],
    ['a user with a name like the bot’s', 'github-actions', `${marker(1)}Forged`],
    ['the bot, about another job’s models', bot, `${marker(1, 'audio')}Other`],
    ['the bot, quoting a marker', bot, `Somebody wrote:\n${marker(1)}Forged`],
    ['the bot, with a broken marker', bot, '<!-- litetrim: litetrim, run x -->\nForged'],
  ])('leaves the comment of %s alone', async (_, login, body) => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.state.comments.push(comment(login, body, 1));
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'created' });
      expect(scenario.fake.state.comments.map((each) => each.body)).toEqual([body, `${marker(5)}Mine`]);
    });
  });

  test('finds the comment of a personal token’s or an app’s user', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.state.login = 'model-bot[bot]';
      scenario.fake.state.comments.push(comment('model-bot[bot]', `${marker(1)}Old`, 1));
      expect(await post(pullRequest, 'New')).toMatchObject({ action: 'updated' });
    });
  });

  test('takes itself for the workflow’s own bot where GitHub doesn’t say', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.failNext({ method: 'POST', path: /graphql/, status: 403, message: 'No', times: 1 });
      scenario.fake.state.comments.push(comment(bot, `${marker(1)}Old`, 1));
      expect(await post(pullRequest, 'New')).toMatchObject({ action: 'updated' });
    });
  });

  test('leaves the comment of a later run alone', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      await post(pullRequest, 'Newer', { runId: 9 });
      expect(await post(pullRequest, 'Older', { runId: 8 })).toMatchObject({ action: 'outdated' });
      expect(scenario.fake.state.comments[0]?.body).toBe(`${marker(9)}Newer`);
    });
  });

  test('updates but doesn’t begin where it is told not to', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const none = { action: 'none', url: null, reason: null };
      expect(await post(pullRequest, 'Quiet', { create: false })).toEqual(none);
      expect(scenario.fake.state.comments).toEqual([]);
      await post(pullRequest, 'Loud');
      expect(await post(pullRequest, 'Quiet', { create: false })).toMatchObject({ action: 'updated' });
    });
  });

  test('cuts what GitHub would refuse', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      expect(await post(pullRequest, 'A long line of a report.\n'.repeat(5000))).toMatchObject({
        action: 'created',
      });
      const length = scenario.fake.state.comments[0]!.body.length;
      expect(length).toBeLessThanOrEqual(65_536);
      expect(length).toBeGreaterThan(65_000);
    });
  });

  test('a token that may only read is no error', async () => {
    await withPullRequest({ ...options, fork: true }, async ({ scenario, pullRequest }) => {
      expect(await post(pullRequest, 'Mine')).toEqual({
        action: 'denied',
        url: null,
        reason: expect.stringMatching(/^403: Resource not accessible by integration/),
      });
      expect(scenario.fake.state.comments).toEqual([]);
    });
  });

  test('a failing GitHub is no error either, and nothing is posted twice', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.failNext({
        method: 'POST',
        path: /comments$/,
        status: 502,
        message: 'Bad gateway',
        times: 9,
      });
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'failed', url: null });
      expect(scenario.fake.requests.filter((request) => /^POST .*comments$/.test(request))).toHaveLength(1);
    });
  });

  test('a key can’t break out of the marker', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const key = 'a --> <b>';
      await post(pullRequest, 'One', { key });
      expect(scenario.fake.state.comments[0]?.body).toBe(`${marker(5, 'a_--___b_')}One`);
      const again = await openPullRequest(scenario);
      expect(await post(again, 'Two', { key })).toMatchObject({ action: 'updated' });
    });
  });
});
