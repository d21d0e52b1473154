import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entry } from '../scripts/entry.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-entry-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'entry.js'), entry('bundle.js', '>=20'));
  writeFileSync(join(folder, 'broken.js'), entry('nothing.js', '>=20'));
  writeFileSync(join(folder, 'bundle.js'), 'await 0; console.log("loaded");');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an entry as if by a version of Node.js. */
function run(file: string, version: string) {
  const preload = join(folder, `${version}.cjs`);
  writeFileSync(preload, `Object.defineProperty(process, 'version', { value: 'v${version}' });`);
  return new Promise((resolve) => {
    execFile(process.execPath, ['--require', preload, join(folder, file)], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test('a Node.js that is too old is told in one line', async () => {
  const line = (version: string) =>
    `litetrim needs Node.js 20 or newer, this is ${version}. Install a newer one.\n`;
  for (const version of ['16.20.2', '18.20.8', '19.9.0'])
    expect(await run('entry.js', version)).toEqual({ code: 2, stdout: '', stderr: line(version) });
});

test('any other one loads the bundle', async () => {
  for (const version of ['20.0.0', '24.1.0'])
    expect(await run('entry.js', version)).toEqual({ code: 0, stdout: 'loaded\n', stderr: '' });
});

test('a bundle that cannot be loaded is a defect', async () => {
  expect(await run('broken.js', '20.0.0')).toMatchObject({
    code: 70,
    stderr: expect.stringMatching(/^litetrim: defect: Cannot find module .*\n$/),
  });
});
