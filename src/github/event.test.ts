import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.js';
import { readEvent } from './event.js';

const [baseSha, headSha] = ['a'.repeat(40), 'b'.repeat(40)];

function event(changes: object = {}) {
  return {
    action: 'opened',
    pull_request: {
      number: 7,
      labels: [{ name: 'models' }],
      base: { ref: 'main', sha: baseSha, repo: { full_name: 'octo/models' } },
      head: { ref: 'change', sha: headSha, repo: { full_name: 'octo/models' } },
      ...changes,
    },
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'litetrim-event-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function environment(content: unknown, changes: Record<string, string | undefined> = {}) {
  const path = join(folder, 'event.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'octo/models',
    ...changes,
  };
}

describe('readEvent', () => {
  test('gives the pull request with its commits', async () => {
    expect(readEvent(await environment(event()))).toEqual({
      owner: 'octo',
      repo: 'models',
      number: 7,
      baseRef: 'main',
      baseSha,
      headSha,
      fork: false,
      labels: ['models'],
    });
  });

  test.each([
    ['another repository', { repo: { full_name: 'stranger/models' } }],
    ['a repository deleted since', { repo: null }],
  ])('sees a fork where the head lies in %s', async (_, head) => {
    const content = event({ head: { ref: 'change', sha: headSha, ...head } });
    expect(readEvent(await environment(content)).fork).toBe(true);
  });

  const wayOut =
    'Run litetrim on pull_request events ("on: pull_request"); for two local files use "litetrim diff BASE HEAD".';
  test.each([
    ['push', { GITHUB_EVENT_NAME: 'push' }, `the event "push" is not about a pull request. ${wayOut}`],
    [
      'nothing',
      { GITHUB_EVENT_NAME: undefined },
      `GITHUB_EVENT_NAME is not set: this is no workflow run. ${wayOut}`,
    ],
    [
      'no path',
      { GITHUB_EVENT_PATH: '' },
      `GITHUB_EVENT_PATH is not set: this is no workflow run. ${wayOut}`,
    ],
    ['no repository', { GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY: "" is not OWNER/NAME.'],
    [
      'a folder climbing',
      { GITHUB_REPOSITORY: 'octo/../x' },
      'GITHUB_REPOSITORY: "octo/../x" is not OWNER/NAME.',
    ],
  ])('refuses an environment of %s', async (_, changes, message) => {
    const env = await environment(event(), changes);
    expect(() => readEvent(env)).toThrow(expect.objectContaining({ name: 'InputError', message }));
  });

  test.each([
    ['no JSON', '{"pull_request"', /^GITHUB_EVENT_PATH: the event can't be read: .+/],
    ['a list', [], /event\.json: not a pull-request event of GitHub/],
    ['an issue', { issue: { number: 7 } }, /event\.json: pull_request: not a pull-request event of GitHub/],
    [
      'a number as text',
      event({ number: '7' }),
      /event\.json: pull_request\.number: not a pull-request event/,
    ],
    [
      'an option as commit',
      event({ head: { sha: '--output=/etc/passwd', repo: null } }),
      /event\.json: pull_request\.head\.sha: not a pull-request event of GitHub \(not a commit hash\)\./,
    ],
  ])('refuses an event that is %s', async (_, content, message) => {
    const env = await environment(content);
    expect(() => readEvent(env)).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(() => readEvent(env)).toThrow(message);
  });

  test('refuses a file that is not there', async () => {
    const env = await environment(event(), { GITHUB_EVENT_PATH: join(folder, 'nowhere') });
    expect(() => readEvent(env)).toThrow(/^GITHUB_EVENT_PATH: the event can't be read: ENOENT/);
  });

  test('reads nothing that GitHub’s published event doesn’t always have', () => {
    const file = new URL('../../test/github/schemas.json', import.meta.url);
    const description = JSON.parse(readFileSync(file, 'utf8'));
    const published = schemaOf(description, description['x-webhooks']['pull-request-synchronize'].post);
    const paths = [
      'number',
      'labels',
      'base.ref',
      'base.sha',
      'base.repo.full_name',
      'head.sha',
      'head.repo.full_name',
    ];
    for (const path of paths) expect(requiredAlong(description, published, path), path).toBe(true);
  });
});

type Schema = { $ref?: string; allOf?: Schema[]; properties?: Record<string, Schema>; required?: string[] };

// biome-ignore lint/suspicious/noExplicitAny: GitHub's description is untyped JSON.
function schemaOf(description: any, post: any): Schema {
  const body: Schema = follow(description, post.requestBody.content['application/json'].schema);
  return follow(description, body.properties!.pull_request!);
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
function follow(description: any, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = schema.$ref
    .slice(2)
    .split('/')
    .reduce((at, step) => at[step], description);
  return follow(description, found);
}

/** True: every step of the path is a required property of the schema or of one of its `allOf`. */
function requiredAlong(description: object, schema: Schema, path: string): boolean {
  const [first, ...rest] = path.split('.');
  const parts = [schema, ...(schema.allOf ?? [])].map((part) => follow(description, part));
  const holder = parts.find((part) => part.properties?.[first!]);
  if (!holder || !parts.some((part) => part.required?.includes(first!))) return false;
  const next = follow(description, holder.properties![first!]!);
  return rest.length === 0 || requiredAlong(description, next, rest.join('.'));
}

describe('readEnvironment', () => {
  test('has GitHub’s own addresses where nothing is set', () => {
    expect(readEnvironment({ GITHUB_WORKSPACE: '/w' })).toEqual({
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      workspace: '/w',
      runId: 0,
      runUrl: null,
    });
  });

  test('knows the page of the run, on GitHub Enterprise too', () => {
    const env = {
      GITHUB_API_URL: 'https://ghe.example/api/v3/',
      GITHUB_SERVER_URL: 'https://ghe.example',
      GITHUB_REPOSITORY: 'octo/models',
      GITHUB_RUN_ID: '19',
    };
    expect(readEnvironment(env)).toMatchObject({
      apiUrl: 'https://ghe.example/api/v3',
      runId: 19,
      runUrl: 'https://ghe.example/octo/models/actions/runs/19',
    });
  });

  test.each([
    [
      'GITHUB_API_URL',
      'file:///etc/passwd',
      'GITHUB_API_URL: "file:///etc/passwd" is no web address. Unset GITHUB_API_URL.',
    ],
    ['GITHUB_RUN_ID', 'x', 'GITHUB_RUN_ID: "x" is no whole number. Unset GITHUB_RUN_ID.'],
  ])('refuses a nonsensical %s', (name, value, message) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(message);
  });
});
