import { expect, it, vi } from 'vitest';
import { chain } from '../../../test/support/runtime-models.js';
import { silent } from '../../base/progress.js';
import type { TransformContext } from '../types.js';
import { calibrate } from './calibrate.js';

vi.mock('../../runtime/build.js', async (original) => ({
  ...(await original<typeof import('../../runtime/build.js')>()),
  canFuse: () => false,
}));

const sample = async () => ({ inputs: [Float32Array.of(1, -2, 3)], label: null });
const part = { size: 2, sample };
const dataset = { calibration: part, evaluation: part, name: 'x', hash: 'x', split: '', synthetic: false };

it.each([
  ['fast', 1],
  ['default', 0],
] as const)('a processor that cannot fuse measures all the same, and at effort %s is told of', async (effort, told) => {
  const model = chain(3);
  const [subgraph] = model.subgraphs;
  const context: TransformContext = { dataset, effort, seed: 1, progress: silent, notes: [] };
  const ranges = await calibrate(model, subgraph!, subgraph!.tensors, { method: 'min-max' }, context);
  expect([...ranges.values()]).toContainEqual({ min: -2, max: 3 });
  expect(context.notes.map(({ message }) => message.includes('multiply and add'))).toEqual(
    Array(told).fill(true),
  );
});
