import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exitCodeOf } from '../action/exit-code.js';
import { InputError } from '../base/errors.js';
import { diff } from './diff.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/shapes/${name}`, import.meta.url));
let folder: string;
const write = vi.spyOn(process.stdout, 'write');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'litetrim-diff-'));
  write.mockClear().mockReturnValue(true);
});
afterEach(async () => {
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});

const run = (output: string, ...more: string[]) => {
  const args = [fixture('base.tflite'), fixture('head.tflite'), '-o', output, ...more];
  return diff.parseAsync(args, { from: 'user' });
};

it('diff -o writes reports and models into the folder, wherever the models lie', async () => {
  const output = join(folder, 'out');
  await run(output, '-r', 'float16');
  expect((await readdir(output)).sort()).toEqual([
    'head.float16.tflite',
    'report.html',
    'report.json',
    'report.md',
  ]);
});

it('diff -o where nothing can be written prints the report, and is one line and code 2', async () => {
  const output = join(folder, 'file');
  await writeFile(output, '');
  const error = await run(output).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect(exitCodeOf(error)).toBe(2);
  expect((error as Error).message).toBe(
    `${output}: report.json, report.md, report.html can't be written (EEXIST: file already exists). ` +
      'Name another folder.',
  );
  expect(write.mock.calls.flat().join('')).toContain('head.tflite');
});
