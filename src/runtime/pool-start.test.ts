import { expect, test, vi } from 'vitest';
import { chain } from '../../test/support/runtime-models.js';
import { SessionPool } from './pool.js';

vi.mock('../base/assets.js', async (original) => ({
  ...(await original<typeof import('../base/assets.js')>()),
  workerEntry: () => '/nowhere/worker.js',
}));

test('threads that cannot start are an error, each time', async () => {
  const pool = new SessionPool({ threads: 2 });
  const samples = { size: 500, sample: async () => ({ inputs: [Float32Array.of(1, 2, 3)] }) };
  const run = async () => {
    for await (const _ of pool.outputs(chain(3), samples)) expect.unreachable();
  };
  await expect(run()).rejects.toThrow('/nowhere/worker.js');
  await expect(run()).rejects.toThrow('/nowhere/worker.js');
  await pool.close();
});
