import { describe, expect, test } from 'vitest';
import { withPullRequest } from '../../../test/github/open.js';
import { comparison, difference, report } from '../../../test/github/reports.js';
import type { ScenarioOptions } from '../../../test/github/scenario.js';
import type { CommentMode } from '../../config/comment-modes.js';
import { beginsComment, publish } from './publish.js';
import { plainRunner, type Runner } from './runner.js';

const same = report([comparison('model', [difference('size', { delta: 0, relative: 0 })])]);
const changed = report([comparison('model', [difference('size')])]);
const broken = report([
  comparison('model', [difference('size', { verdict: 'fail', reason: 'became larger' })]),
]);
const unread = report([], ['The model could not be read.']);
const nothing = report([]);

describe('beginsComment', () => {
  test.each<[CommentMode, boolean[]]>([
    ['always', [false, true, true, true, true]],
    ['on-change', [false, false, true, true, true]],
    ['on-regression', [false, false, false, true, true]],
    ['never', [false, false, false, false, false]],
  ])('%s', (mode, expected) => {
    expect([nothing, same, changed, broken, unread].map((made) => beginsComment(mode, made))).toEqual(
      expected,
    );
  });
});

/** What publishing told the runner. */
interface Told {
  lines: string[];
  outputs: Record<string, string>;
  summary: string;
}

function listen(): { told: Told; runner: Runner } {
  const told: Told = { lines: [], outputs: {}, summary: '' };
  const runner: Runner = {
    ...plainRunner((line) => told.lines.push(line)),
    setOutputs: (outputs) => void Object.assign(told.outputs, outputs),
    writeSummary: async (markdown) => void (told.summary += markdown),
  };
  return { told, runner };
}

async function publishing(
  changes: Partial<ScenarioOptions>,
  mode: CommentMode,
  check: (told: Told, url: string | null, bodies: string[]) => void,
  made = broken,
): Promise<void> {
  const options = { base: { 'a.tflite': 'a' }, head: { 'a.tflite': 'b' }, ...changes };
  await withPullRequest(options, async ({ scenario, pullRequest: { client, event } }) => {
    const { told, runner } = listen();
    const text = { comment: 'The comment.', summary: 'The summary.', reportPath: 'out/report.json' };
    const url = await publish(client, event, runner, {
      report: made,
      ...text,
      mode,
      key: 'litetrim',
      runId: 5,
    });
    check(
      told,
      url,
      scenario.fake.state.comments.map(({ body }) => body),
    );
  });
}

const url = 'https://github.com/octo/models/pull/7#issuecomment-1000';

describe('publish', () => {
  test('tells the result by comment, summary, outputs and annotations', async () => {
    await publishing({}, 'always', (told, commentUrl, bodies) => {
      expect(commentUrl).toBe(url);
      expect(bodies).toEqual([
        expect.stringMatching(/^<!-- litetrim: litetrim, run 5, head [0-9a-f]{40} -->\nThe comment\.$/),
      ]);
      expect(told.summary).toBe('The summary.');
      expect(told.outputs).toMatchObject({ verdict: 'fail', report: 'out/report.json', 'comment-url': url });
      expect(told.lines).toEqual(['error: models/a.tflite became larger', `The comment is created: ${url}`]);
    });
  });

  test('a fork’s token gives a note, the summary and no comment', async () => {
    await publishing({ fork: true }, 'always', (told, commentUrl, bodies) => {
      expect([commentUrl, bodies]).toEqual([null, []]);
      expect(told.summary).toBe('The summary.');
      expect(told.outputs).toMatchObject({ verdict: 'fail', 'comment-url': '' });
      expect(told.lines.at(-1)).toBe(
        'note: No comment, the report is in the job summary: a pull request from a fork has a token that only ' +
          'reads ("pull-requests: write" is missing)',
      );
    });
  });

  test('a missing permission is named', async () => {
    await publishing({ canWrite: false }, 'always', (told) => {
      expect(told.summary).toBe('The summary.');
      expect(told.lines.at(-1)).toMatch(
        /^warning: No comment, the report is in the job summary: GitHub said 403: .*\. Give the job "permissions: pull-requests: write"$/,
      );
    });
  });

  test('without models nothing is posted', async () => {
    await publishing(
      {},
      'always',
      (told, commentUrl, bodies) => {
        expect([commentUrl, bodies, told.summary, told.lines]).toEqual([null, [], '', []]);
        expect(told.outputs).toMatchObject({ verdict: 'pass', 'comment-url': '' });
      },
      nothing,
    );
  });

  test('never means that no comment is even looked for', async () => {
    await publishing({}, 'never', (told, commentUrl, bodies) => {
      expect([commentUrl, bodies]).toEqual([null, []]);
      expect(told.summary).toBe('The summary.');
    });
  });
});
