import { expect, it, vi } from 'vitest';
import { chain } from '../../../test/support/runtime-models.js';
import { silent } from '../../base/progress.js';
import type { TransformContext } from '../types.js';
import { calibrate } from './calibrate.js';

const observeRanges = vi.hoisted(() => vi.fn(async () => null));
vi.mock('../../runtime/observer/ranges.js', async (original) => ({
  ...(await original<typeof import('../../runtime/observer/ranges.js')>()),
  observeRanges,
}));

const sample = async () => ({ inputs: [Float32Array.of(1, -2, 3)], label: null });
const part = { size: 2, sample };
const dataset = { calibration: part, evaluation: part, name: 'x', hash: 'x', split: '', synthetic: false };

it('measures by WebAssembly what LiteRT’s native build fails on, and says nothing of it', async () => {
  const model = chain(3);
  const [subgraph] = model.subgraphs;
  const context: TransformContext = { dataset, effort: 'fast', seed: 1, progress: silent, notes: [] };
  const ranges = await calibrate(model, subgraph!, subgraph!.tensors, { method: 'min-max' }, context);
  expect(observeRanges).toHaveBeenCalledOnce();
  expect(Object.fromEntries([...ranges].map(([{ name }, range]) => [name, range]))).toEqual({
    x: { min: -2, max: 3 },
    doubled: { min: -4, max: 6 },
    fourfold: { min: -8, max: 12 },
    output: { min: 0, max: 12 },
  });
  expect(context.notes).toEqual([]);
});
