import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../base/errors.js';
import { sentenceOf } from './end.js';
import { exitCodeOf } from './exit-code.js';

const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-end-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  code: number | null;
  stderr: string;
}

/** Runs code that is watched for its end; its output goes to a reader that has left, or to a device. */
function run(code: string, { output = 'pipe', env = {} }: { output?: string; env?: object } = {}) {
  const file = join(folder, 'program.mts');
  writeFileSync(file, `import { watchForTheEnd } from ${at('end.ts')};\nwatchForTheEnd();\n${code}`);
  const stdout = output === 'pipe' ? 'pipe' : openSync(output, 'w');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
    env: { ...process.env, DEBUG: '', RUNNER_DEBUG: '', ...env },
    stdio: ['ignore', stdout, 'pipe'],
  });
  child.stdout?.destroy();
  return new Promise<Ended>((resolve) => {
    let stderr = '';
    child.stderr!.on('data', (data) => (stderr += data));
    child.on('close', (code) => {
      if (typeof stdout === 'number') closeSync(stdout);
      resolve({ code, stderr });
    });
  });
}

describe('the end of the process', () => {
  test('a reader that has left changes nothing', async () => {
    const writes = `for (let i = 0; i < 50; i++) {
      process.stdout.write('x'.repeat(10_000));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    process.exitCode = `;
    expect(await run(`${writes} 0;`)).toEqual({ code: 0, stderr: '' });
    expect(await run(`${writes} 1;`)).toEqual({ code: 1, stderr: '' });
  });

  test('output that is lost has a code of its own, whatever else there is to say', async () => {
    const line = "litetrim: standard output can't be written: ENOSPC: no space left on device, write.\n";
    const lost = await run('console.log("x"); process.exitCode = 1;', { output: '/dev/full' });
    expect(lost).toEqual({ code: 74, stderr: line });
  });

  test.each([
    'throw new TypeError("oh");',
    'Promise.reject(new TypeError("oh"));',
    'setTimeout(() => { throw new TypeError("oh"); });',
  ])('what nobody catches is a defect in one line: %s', async (code) => {
    expect(await run(code)).toEqual({ code: 70, stderr: 'litetrim: defect: oh\n' });
  });

  test('the stack is shown on demand', async () => {
    for (const env of [{ DEBUG: '1' }, { RUNNER_DEBUG: '1' }]) {
      expect((await run('throw new TypeError("oh");', { env })).stderr).toMatch(/\n +at .*program\.mts/);
    }
  });
});

test('an allocation that fails is told as what it is', () => {
  const thrown = (action: () => unknown): unknown => {
    try {
      return action();
    } catch (error) {
      return error;
    }
  };
  const errors = [
    thrown(() => new ArrayBuffer(2 ** 52)),
    new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance'),
    Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    new Error('spawn failed', { cause: Object.assign(new Error('spawn'), { code: 'ENOMEM' }) }),
  ];
  const told = errors.filter((error) => exitCodeOf(error) === 71);
  expect(told).toEqual(errors);
  for (const error of told)
    expect(sentenceOf(error)).toMatch(/^there is not enough memory: .*ulimit -v" shows\.$/);
});

test("what the user's files are to blame for is told as it is", () => {
  const error = new InputError('it is cut', { file: 'a.tflite' });
  expect([sentenceOf(error), exitCodeOf(error)]).toEqual(['a.tflite: it is cut.', 2]);
  expect([sentenceOf('oh'), exitCodeOf('oh')]).toEqual(['defect: oh', 70]);
});
