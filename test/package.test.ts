import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNativeBuild } from '../src/runtime/observer/ranges.js';
import { fixturePath } from './demo-scenario.js';

const project = fileURLToPath(new URL('..', import.meta.url));

describe('the npm package, installed in an empty folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'litetrim-package-'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project });
    const [{ filename }] = JSON.parse(packed.toString());
    const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, filename)];
    execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const npx = (...args: string[]) =>
    execFileSync('npx', ['--offline', '--no', '--', 'litetrim', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  it('has a working command', () => {
    const { version } = JSON.parse(
      execFileSync('npm', ['pkg', 'get', '--json'], { cwd: project }).toString(),
    );
    expect(npx('--version').toString().trim()).toBe(version);
    expect(JSON.parse(npx('inspect', fixturePath('base.tflite'), '--json').toString()).precision).toBe(
      'float32',
    );
  });

  it.each([
    'int8',
    'prune-50-finetune',
  ])('%s: works in threads, with nothing but what it brought', (recipe) => {
    const output = join(folder, `${recipe}.tflite`);
    const model = ['optimize', fixturePath('base.tflite'), '-d', fixturePath('dataset.yml')];
    const result = JSON.parse(npx(...model, '-e', 'fast', '-r', recipe, '-o', output, '--json').toString());
    expect(result).toMatchObject({ file: output, recipe });
  });

  it.skipIf(!hasNativeBuild())('brings what measures ranges natively, as a program that starts', () => {
    const native = join(folder, 'node_modules', 'litetrim', 'dist', 'litert-x64');
    const observer = spawnSync(join(native, 'observer'), { env: { LD_LIBRARY_PATH: native }, input: '' });
    expect(observer.stderr.toString()).toContain('a number is missing');
    expect(observer.status).toBe(64);
  });
});
