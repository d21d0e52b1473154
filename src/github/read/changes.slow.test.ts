import { describe, expect, test } from 'vitest';
import type { Files, GitRepository } from '../../../test/github/git-repository.js';
import { openPullRequest, withPullRequest } from '../../../test/github/open.js';
import type { ScenarioOptions } from '../../../test/github/scenario.js';
import { readEnvironment } from '../environment.js';
import type { ModelChange } from './changes.js';
import { PullRequest } from './pull-request.js';

const isModel = (path: string) => path.startsWith('models/') && path.endsWith('.tflite');
const bytes = (seed: number, length = 400) => Buffer.alloc(length, `model ${seed} `);

/** A model in a line: `changed models/a.tflite`, with the old name where it was renamed. */
function line({ status, path, base, head }: ModelChange): string {
  const renamed = base && head && base.path !== head.path ? ` (was ${base.path})` : '';
  return `${status} ${path}${renamed}`;
}

interface Case extends ScenarioOptions {
  name: string;
  expected: string[];
  omitted?: string[];
}

const kept = { 'models/kept.tflite': bytes(9) };
const cases: Case[] = [
  {
    name: 'a changed model, beside files that are none',
    base: { ...kept, 'models/a.tflite': bytes(1), 'models/notes.md': 'x', 'other/b.tflite': bytes(2) },
    head: { 'models/a.tflite': bytes(3), 'models/notes.md': 'y', 'other/b.tflite': bytes(4) },
    expected: ['changed models/a.tflite'],
  },
  {
    name: 'added and removed models, sorted by path',
    base: { ...kept, 'models/old.tflite': bytes(1) },
    head: { 'models/old.tflite': null, 'models/deep/er/new.tflite': Buffer.from('nothing alike') },
    expected: ['added models/deep/er/new.tflite', 'removed models/old.tflite'],
  },
  {
    name: 'a model renamed and changed is compared with its old name',
    base: { ...kept, 'models/old.tflite': bytes(1, 4000) },
    head: { 'models/old.tflite': null, 'models/new.tflite': Buffer.concat([bytes(1, 4000), bytes(2, 40)]) },
    expected: ['changed models/new.tflite (was models/old.tflite)'],
  },
  {
    name: 'a model that is only renamed has not changed',
    base: { ...kept, 'models/old.tflite': bytes(1) },
    head: { 'models/old.tflite': null, 'models/new.tflite': bytes(1) },
    expected: [],
  },
  {
    name: 'a model renamed out of the globs, or into them, is the same model still',
    base: { ...kept, 'models/out.tflite': bytes(1, 4000), 'drafts/in.tflite': bytes(2, 4000) },
    head: {
      'models/out.tflite': null,
      'drafts/out.tflite': Buffer.concat([bytes(1, 4000), bytes(3, 40)]),
      'drafts/in.tflite': null,
      'models/in.tflite': Buffer.concat([bytes(2, 4000), bytes(3, 40)]),
    },
    expected: [
      'changed drafts/out.tflite (was models/out.tflite)',
      'changed models/in.tflite (was drafts/in.tflite)',
    ],
  },
  {
    name: 'a model that says of itself what submodules say is one still',
    base: { ...kept, 'models/a.tflite': bytes(1) },
    head: { 'models/a.tflite': `model\nSubproject commit ${'1'.repeat(40)}\nmodel\n` },
    expected: ['changed models/a.tflite'],
  },
  {
    name: 'a submodule that moved is no model, and is said not to be looked into',
    base: { ...kept, 'models/vendor.tflite': { submodule: '1'.repeat(40) } },
    head: { 'models/vendor.tflite': { submodule: '2'.repeat(40) } },
    expected: [],
    omitted: ['The submodule models/vendor.tflite moved to another commit: models in it were not looked at.'],
  },
  {
    name: 'what the base branch changed since is not the pull request’s',
    base: { ...kept, 'models/a.tflite': bytes(1) },
    baseAfter: { 'models/kept.tflite': bytes(5), 'models/later.tflite': bytes(6) },
    head: { 'models/a.tflite': bytes(3) },
    expected: ['changed models/a.tflite'],
  },
  {
    name: 'names with blanks, quotes, umlauts and a leading dash',
    base: kept,
    head: { 'models/-a "b" ü.tflite': bytes(1), 'models/.hidden/x.tflite': bytes(2) },
    expected: ['added models/-a "b" ü.tflite', 'added models/.hidden/x.tflite'],
  },
  { name: 'no model at all', base: kept, head: { 'README.md': 'x' }, expected: [] },
];

describe.each(['merge', 'full', 'none'] as const)('changed models, checkout: %s', (checkout) => {
  test.each(cases)('$name', async ({ expected, omitted = [], ...options }) => {
    await withPullRequest({ ...options, checkout }, async ({ scenario, pullRequest }) => {
      const { models, omissions } = await pullRequest.changedModels(isModel);
      expect(models.map(line)).toEqual(expected);
      expect(omissions).toEqual(omitted);
      expect(pullRequest.commits).toEqual({
        mergeBase: scenario.commits.base,
        baseTip: scenario.commits.tip,
        head: scenario.commits.head,
      });
    });
  });
});

describe('the merge base', () => {
  const base = { ...kept, 'models/a.tflite': bytes(1) };
  const head = { 'models/a.tflite': bytes(2) };

  test('moves with a merge of the base branch, whatever the event still says', async () => {
    const baseAfter = { 'models/kept.tflite': bytes(5) };
    await withPullRequest({ base, baseAfter, head: {} }, async ({ scenario, pullRequest }) => {
      const { git, pullRequest: state } = scenario.fake.state;
      state.headSha = await git.commit({
        branch: 'refs/pull/7/head',
        files: { ...baseAfter, ...head },
        parents: [scenario.commits.head, scenario.commits.tip],
        message: 'Merge main',
      });
      const merged = await PullRequest.open({
        event: { ...pullRequest.event, headSha: state.headSha },
        environment: readEnvironment(await scenario.environment()),
        token: scenario.fake.state.token,
      });
      expect(merged.commits.mergeBase).toBe(scenario.commits.tip);
      expect((await merged.changedModels(isModel)).models.map(line)).toEqual(['changed models/a.tflite']);
    });
  });

  test.each([
    ['is deleted', (git: GitRepository) => git.deleteRef('main')],
    ['has the head already', (git: GitRepository, head: string) => git.setRef('main', head)],
  ])('comes from the event’s commit where the base branch %s', async (_, change) => {
    await withPullRequest({ base, head }, async ({ scenario }) => {
      await change(scenario.fake.state.git, scenario.commits.head);
      const pullRequest = await openPullRequest(scenario);
      expect(pullRequest.commits.mergeBase).toBe(scenario.commits.base);
      expect((await pullRequest.changedModels(isModel)).models.map(line)).toEqual([
        'changed models/a.tflite',
      ]);
    });
  });
});

describe('long lists of changed files', () => {
  /** `count` files, the last of which is a model. */
  function many(count: number): Files {
    const names = Array.from({ length: count - 1 }, (_, index) => `data/${String(index).padStart(5, '0')}`);
    return { ...Object.fromEntries(names.map((name) => [name, name])), 'models/z.tflite': bytes(1) };
  }

  test('more than 300 are read page by page', async () => {
    await withPullRequest({ base: kept, head: many(450) }, async ({ scenario, pullRequest }) => {
      const { models, omissions } = await pullRequest.changedModels(isModel);
      expect(models.map(line)).toEqual(['added models/z.tflite']);
      expect(omissions).toEqual([]);
      expect(scenario.fake.requests.filter((request) => request.endsWith('/pulls/7/files'))).toHaveLength(5);
    });
  });

  test('from 3,000 on it is said that GitHub lists no more', async () => {
    await withPullRequest({ base: kept, head: many(3001) }, async ({ pullRequest }) => {
      const { models, omissions } = await pullRequest.changedModels(isModel);
      expect(models).toEqual([]);
      expect(omissions).toEqual([
        'GitHub lists only the first 3,000 changed files of a pull request, and this one changes at least as ' +
          'many: models among the rest were not looked at. Set "fetch-depth: 0" in actions/checkout, and ' +
          'litetrim sees them all.',
      ]);
    });
  });

  test('a checkout with the history sees them all', async () => {
    await withPullRequest({ base: kept, head: many(3001), checkout: 'full' }, async ({ pullRequest }) => {
      const { models, omissions } = await pullRequest.changedModels(isModel);
      expect(models.map(line)).toEqual(['added models/z.tflite']);
      expect(omissions).toEqual([]);
    });
  });
});

const wayOut = 'Give the job "permissions: contents: read, pull-requests: write".';
test.each([
  ['doesn’t know', 404, 'Not Found', wayOut],
  ['may not show', 403, 'Resource not accessible by integration', wayOut],
  ['shows only to a valid token', 401, 'Bad credentials', 'Check the token: it is wrong or has expired.'],
])('a pull request that GitHub %s is one clear line', async (_, status, message, hint) => {
  await withPullRequest({ base: kept, head: {} }, async ({ scenario }) => {
    scenario.fake.failNext({ method: 'GET', path: /compare/, status, message, times: 2 });
    const error: Error = await openPullRequest(scenario).then(
      () => expect.fail('it was opened'),
      (thrown) => thrown,
    );
    expect(error.name).toBe('InputError');
    expect(error.message).toMatch(/^GitHub doesn't give the merge base of main and [0-9a-f]{40} \(/);
    expect(error.message).toContain(`(${status}: ${message}`);
    expect(error.message.endsWith(`). ${hint}`)).toBe(true);
  });
});
