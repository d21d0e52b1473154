import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/config.js';
import { openDataset } from '../data/dataset.js';
import { loadTarget } from '../device/profile.js';
import { loadRecipe } from '../optimize/recipe.js';
import { InputError } from './errors.js';
import { readPlainFile } from './plain-file.js';

const folder = mkdtempSync(join(tmpdir(), 'litetrim-plain-'));
const root = join(folder, 'repository');
const secret = 'machine-of-a-token';

beforeAll(() => {
  for (const name of ['.git', 'eval', '..data', 'a:b']) mkdirSync(join(root, name), { recursive: true });
  mkdirSync(`${root}-of-another-name`);
  writeFileSync(join(folder, 'netrc'), `${secret} login x`);
  writeFileSync(join(`${root}-of-another-name`, 'netrc'), secret);
  writeFileSync(join(root, '.git/config'), `[http]\n\textraheader = ${secret}\n`);
  writeFileSync(join(root, 'text.yml'), secret);
  writeFileSync(join(root, 'endless.yml'), `# ${'x'.repeat(2 ** 18)}\n`);
  for (const name of ['eval/plain.yml', '..data/plain.yml', 'a:b/plain.yml'])
    writeFileSync(join(root, name), 'x');
  const links = {
    outside: '../netrc',
    neighbour: '../repository-of-another-name/netrc',
    environ: '/proc/self/environ',
  };
  for (const [name, target] of Object.entries({ ...links, zeros: '/dev/zero', token: '.git/config' }))
    symlinkSync(target, join(root, `${name}.yml`));
  symlinkSync('eval/plain.yml', join(root, 'inner.yml'));
  symlinkSync('circle.yml', join(root, 'circle.yml'));
  symlinkSync('..', join(root, 'up'));
  mkdirSync(join(root, 'folder.yml'));
  execFileSync('mkfifo', [join(root, 'pipe.yml')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that reads a file of the repository that is YAML. */
const readers: [what: string, read: (file: string, root: string | null) => Promise<unknown>][] = [
  ['a configuration', (file, root) => loadConfig(file, { recipes: [], devices: [] }, root)],
  ['a recipe', (file, root) => loadRecipe(file, {}, root)],
  ['a device', (file, root) => loadTarget(file, root)],
  ['a core', (file, root) => loadTarget(boardOf(file), root)],
  ['a data set', (file, root) => openDataset(file, root === null ? {} : { root })],
];

/** A device file whose core is that file. */
function boardOf(core: string): string {
  const board = join(root, 'board.yml');
  const memory = 'memory: { latencyNs: 120, bandwidthGBs: 5 }';
  const caches = 'caches: [{ sizeKiB: 32, ways: 2, line: 64 }]';
  writeFileSync(
    board,
    `title: B\ncore: ${core}\nclockMHz: 1800\ncores: 4\nramMiB: 2048\n${caches}\n${memory}\n`,
  );
  return board;
}

const outside = /^\S+\.yml: the file lies outside the repository\. Commit it, and name it /;
const noFile = /^\S+\.yml: that is a folder or a device, not a file\.$/;
const noMapping = /^\S+\.yml: line 1: the file must be a mapping of keys to values, not a single value\.$/;

describe.each(readers)('%s', (_what, read) => {
  const problemOf = async (file: string, within: string | null) => {
    const error = await read(file, within).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).not.toContain(secret);
    return (error as Error).message;
  };

  it.each([
    ['a link that leads out', 'outside.yml', outside],
    ['a link to a folder of a longer name', 'neighbour.yml', outside],
    ['a link to the environment', 'environ.yml', outside],
    ['a link to a device', 'zeros.yml', outside],
    ['a path by a link', 'up/outside.yml', outside],
    ['what Git keeps', 'token.yml', /^\S+: what Git keeps for itself is not read\.$/],
    ['a pipe', 'pipe.yml', noFile],
    ['a folder', 'folder.yml', noFile],
    ['a circle', 'circle.yml', /^\S+: its symbolic links lead in a circle\.$/],
    ['a file too large', 'endless.yml', /^\S+: the file has more than 256 KiB\.$/],
    ['a text', 'text.yml', noMapping],
    ['a link that stays inside', 'inner.yml', noMapping],
    ['a folder that begins with dots', '..data/plain.yml', noMapping],
    ['a folder with a colon', 'a:b/plain.yml', noMapping],
  ])('within a repository: %s', async (_name, file, problem) => {
    expect(await problemOf(join(root, file).replace('up/', 'up/repository/'), root)).toMatch(problem);
  });

  it.each([
    ['a link to a device', 'zeros.yml', noFile],
    ['a pipe', 'pipe.yml', noFile],
    ['a link', 'outside.yml', noMapping],
  ])('anywhere: %s', async (_name, file, problem) => {
    expect(await problemOf(join(root, file), null)).toMatch(problem);
  });
});

describe('readPlainFile', () => {
  it('reads what says that it is empty, and no more than the limit', () => {
    expect(readPlainFile('/proc/self/maps', 2 ** 20, null).length).toBeGreaterThan(1000);
    expect(() => readPlainFile('/proc/self/maps', 1024, null)).toThrow('the file has more than 1 KiB');
  });

  it('reads a file of just the limit', () => {
    const file = join(folder, 'full');
    writeFileSync(file, new Uint8Array(2048).fill(7));
    expect(readPlainFile(file, 2048, null)).toEqual(new Uint8Array(2048).fill(7));
    expect(() => readPlainFile(file, 2047, null)).toThrow('more than');
  });
});
