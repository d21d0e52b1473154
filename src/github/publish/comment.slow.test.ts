import { describe, expect, test } from 'vitest';
import { openPullRequest, withPullRequest } from '../../../test/github/open.js';
import type { PullRequest } from '../read/pull-request.js';
import { type CommentOptions, postComment } from './comment.js';

const options = { base: { 'a.tflite': 'a' }, head: { 'a.tflite': 'b' } };

function post(pullRequest: PullRequest, body: string, changes: Partial<CommentOptions> = {}) {
  const { client, event } = pullRequest;
  return postComment(client, event, { body, key: 'litetrim', runId: 5, create: true, ...changes });
}

const old = 'a'.repeat(40);
/** A run's marker, by default on a commit that the pull request once had. */
const marker = (runId: number | string, { key = 'litetrim', head = old } = {}) =>
  `<!-- litetrim: ${key}, run ${runId}, head ${head} -->\n`;
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
        { id: 1000, login: bot, body: `${marker(6, { head: pullRequest.event.headSha })}Second`, updates: 1 },
      ]);
    });
  });

  test('finds its own comment on the third page, and stops there', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { comments } = scenario.fake.state;
      for (let id = 1; id <= 420; id++) comments.push(comment('ada', `Comment ${id}`, id));
      comments[250] = comment(bot, `${marker(4)}Old`, 251);
      expect(await post(pullRequest, 'New')).toMatchObject({ action: 'updated' });
      expect(comments[250]).toMatchObject({
        body: `${marker(5, { head: pullRequest.event.headSha })}New`,
        updates: 1,
      });
      expect(comments).toHaveLength(420);
      expect(scenario.fake.requests.filter((request) => /^GET .*comments$/.test(request))).toHaveLength(3);
    });
  });

  test('updates the first of several', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { comments } = scenario.fake.state;
      comments.push(comment(bot, `${marker(3)}One`, 1), comment(bot, `${marker(4)}Two`, 2));
      await post(pullRequest, 'New');
      expect(comments.map(({ body }) => body)).toEqual([
        `${marker(5, { head: pullRequest.event.headSha })}New`,
        `${marker(4)}Two`,
      ]);
    });
  });

  test.each([
    ['somebody else', 'mallory', `${marker(1)}Forged`],
    ['a user with a name like the bot’s', 'github-actions', `${marker(1)}Forged`],
    ['the bot, about another job’s models', bot, `${marker(1, { key: 'audio' })}Other`],
    ['the bot, quoting a marker', bot, `Somebody wrote:\n${marker(1)}Forged`],
    ['the bot, with a broken marker', bot, '<!-- litetrim: litetrim, run x -->\nForged'],
  ])('leaves the comment of %s alone', async (_, login, body) => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.state.comments.push(comment(login, body, 1));
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'created' });
      expect(scenario.fake.state.comments.map((each) => each.body)).toEqual([
        body,
        `${marker(5, { head: pullRequest.event.headSha })}Mine`,
      ]);
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

  test('updates a comment from before markers named the commit', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      scenario.fake.state.comments.push(comment(bot, '<!-- litetrim: litetrim, run 4 -->\nOld', 1));
      expect(await post(pullRequest, 'New')).toMatchObject({ action: 'updated' });
    });
  });

  test('leaves the comment of a later run on the same commit alone', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      await post(pullRequest, 'Newer', { runId: 9 });
      expect(await post(pullRequest, 'Older', { runId: 8 })).toMatchObject({ action: 'outdated' });
      expect(scenario.fake.state.comments[0]?.body).toMatch(/, run 9, head [0-9a-f]{40} -->\nNewer$/);
      expect(await post(pullRequest, 'Again', { runId: 9 })).toMatchObject({ action: 'updated' });
    });
  });

  test('leaves the comment of a run on a later commit alone', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      await scenario.push({ 'a.tflite': 'c' });
      await post(await openPullRequest(scenario), 'Newer', { runId: 9 });
      expect(await post(pullRequest, 'Older', { runId: 8 })).toMatchObject({ action: 'outdated' });
    });
  });

  test.each([
    ['a number that no run has', 999_999_999_999_999, null],
    ['more digits than numbers have', '9'.repeat(40), null],
    ['such a number, on this very commit', 999_999_999_999_999, 'head'],
    ['the number of a run to come, on another commit', 6, null],
    ['such a number and no commit', 6, 'none'],
  ])('isn’t blocked by a marker with %s', async (_, runId, on) => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { headSha } = pullRequest.event;
      const named = marker(runId, on === 'head' ? { head: headSha } : {});
      const body = `${on === 'none' ? named.replace(/, head \w+/, '') : named}Forged`;
      scenario.fake.state.comments.push(comment(bot, body, 1));
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'updated' });
      expect(scenario.fake.state.comments[0]?.body).toBe(`${marker(5, { head: headSha })}Mine`);
    });
  });

  test('where GitHub doesn’t tell the pull request’s commit, believes a number that can be', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const { comments } = scenario.fake.state;
      const refuse = () =>
        scenario.fake.failNext({ method: 'GET', path: /pulls\/7$/, status: 403, message: 'No', times: 1 });
      comments.push(comment(bot, `${marker(9)}Newer`, 1));
      refuse();
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'outdated' });
      comments[0]!.body = `${marker(999_999_999_999_999)}Forged`;
      refuse();
      expect(await post(pullRequest, 'Mine')).toMatchObject({ action: 'updated' });
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

  test.each([
    ['a --> <b>', 'a%20--%3E%20%3Cb%3E'],
    ['models/audio.v2-x', 'models/audio.v2-x'],
    ['Modelle für Ton', 'Modelle%20f%C3%BCr%20Ton'],
    ['half \ud800', 'half%20%EF%BF%BD'],
  ])('the key %j can’t break out of the marker', async (key, written) => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      await post(pullRequest, 'One', { key });
      const head = pullRequest.event.headSha;
      expect(scenario.fake.state.comments[0]?.body).toBe(`${marker(5, { key: written, head })}One`);
      expect(await post(pullRequest, 'Two', { key })).toMatchObject({ action: 'updated' });
    });
  });

  test('keys that differ have comments of their own', async () => {
    await withPullRequest(options, async ({ scenario, pullRequest }) => {
      const long = 'k'.repeat(70_000);
      const keys = ['a b', 'a_b', 'a-b', 'a%20b', 'a, run 1', `${long}x`, `${long}y`];
      for (const key of [...keys, ...keys]) await post(pullRequest, key.slice(-20), { key });
      const { comments } = scenario.fake.state;
      expect(comments.map(({ body }) => body.split('\n')[1])).toEqual(keys.map((key) => key.slice(-20)));
      for (const { body } of comments) expect(body.indexOf('\n')).toBeLessThan(400);
    });
  });
});
