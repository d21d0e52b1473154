import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withPullRequest } from '../../../test/github/open.js';
import { uploadArtifact } from './artifacts.js';
import { plainRunner } from './runner.js';

let root: string;
let lines: string[];
const runner = plainRunner((line) => lines.push(line));
const files = (...names: string[]) => names.map((name) => join(root, name));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'litetrim-artifact-'));
  lines = [];
  // What @actions/artifact prints.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

/** Gives work the environment of a step, which the client reads from the process. */
async function inStep(
  work: (env: Record<string, string | undefined>, artifacts: Map<string, { files: object }>) => Promise<void>,
): Promise<void> {
  await withPullRequest({ base: {}, head: { 'a.tflite': 'a' } }, async ({ scenario }) => {
    const env = await scenario.environment();
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    vi.stubEnv('GITHUB_SERVER_URL', undefined);
    await work(env, scenario.fake.state.artifacts);
  });
}

describe('an artifact', () => {
  test('has all files but those that can’t be uploaded', async () => {
    await inStep(async (env, artifacts) => {
      await mkdir(join(root, 'models'));
      for (const file of files('report.md', 'models/a.int8.tflite', 'a:b.tflite'))
        await writeFile(file, file);
      const all = files('report.md', 'gone.md', 'models', 'a:b.tflite', '../x.md', 'models/a.int8.tflite');
      expect(await uploadArtifact(env, runner, { name: 'litetrim', files: all, root })).toMatchObject({
        id: 7000,
      });
      expect(Object.keys(artifacts.get('litetrim')!.files)).toEqual(['models/a.int8.tflite', 'report.md']);
      expect(lines).toEqual([
        `warning: "gone.md" is not in the artifact: it can't be read (ENOENT: no such file or directory)`,
        'warning: "models" is not in the artifact: it is no file',
        'warning: "a:b.tflite" is not in the artifact: its name has characters that artifacts may not have',
        'warning: "../x.md" is not in the artifact: it lies outside of the results',
      ]);
    });
  });

  test.each([
    ['a name that artifacts can’t have', { name: 'a/b' }, /The artifact name is not valid: a\/b/],
    ['a folder that is gone', { root: '/nowhere/at/all' }, null],
  ])('with %s is a warning', async (_, changes, reason) => {
    await inStep(async (env, artifacts) => {
      await writeFile(join(root, 'report.md'), 'x');
      const options = { name: 'litetrim', files: files('report.md'), root, ...changes };
      expect(await uploadArtifact(env, runner, options)).toBeNull();
      expect(artifacts.size).toBe(0);
      expect(lines).toHaveLength(1);
      if (reason) expect(lines[0]).toMatch(reason);
    });
  });

  test('that a server never takes isn’t waited for', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    try {
      await inStep(async (env) => {
        await writeFile(join(root, 'report.md'), 'x');
        vi.stubEnv('ACTIONS_RESULTS_URL', url);
        const options = { name: 'litetrim', files: files('report.md'), root, timeoutMs: 300 };
        expect(await uploadArtifact(env, runner, options)).toBeNull();
        expect(lines).toEqual([
          'warning: The artifact "litetrim" was not uploaded: it took longer than 0.3 s',
        ]);
      });
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});
