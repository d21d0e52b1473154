import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { chain } from '../../test/support/runtime-models.js';
import { NotRunnableError } from './errors.js';
import { SessionPool } from './pool.js';

const { entry } = await vi.hoisted(async () => {
  const { createRequire } = await import('node:module');
  const workerpool = createRequire(import.meta.url).resolve('workerpool');
  const code = `
    const workerpool = require(${JSON.stringify(workerpool)});
    workerpool.worker({
      run({ parts: [{ model, inputs }], state, samples }) {
        Atomics.add(state, 2, 1);
        if (model.file === 'deadly.tflite') process.exit(3);
        if (model.file === 'hungry.tflite')
          return new Promise(() => setImmediate(() => { throw new RangeError('no memory is left'); }));
        return { result: Array.from({ length: samples }, () => [inputs[0]]) };
      },
    });`;
  return { entry: { code, path: '' } };
});
vi.mock('../base/assets.js', async (original) => ({
  ...(await original<typeof import('../base/assets.js')>()),
  workerEntry: () => entry.path,
}));

const folder = mkdtempSync(join(tmpdir(), 'litetrim-worker-'));
entry.path = join(folder, 'worker.cjs');
writeFileSync(entry.path, entry.code);
afterAll(() => rmSync(folder, { recursive: true }));

const samples = { size: 200, sample: async () => ({ inputs: [Float32Array.of(1, 2, 3)] }) };

test.each([
  'deadly.tflite',
  'hungry.tflite',
])('a thread that dies is an error of the model that it ran, and the others go on: %s', async (file) => {
  const pool = new SessionPool({ threads: 1 });
  try {
    const deadly = pool.reduce('outputs', chain(3), samples, { file });
    const other = pool.reduce('outputs', chain(3), samples, { file: 'other.tflite' });
    const error = await deadly.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotRunnableError);
    expect((error as Error).message).toMatch(
      new RegExp(`^${file}: LiteRT .* crashed on this model: .*(ended|no memory is left)`),
    );
    expect(await other).toHaveLength(200);
    expect(await pool.reduce('outputs', chain(3), samples)).toHaveLength(200);
  } finally {
    await pool.close();
  }
});
