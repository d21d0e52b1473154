import { afterAll, describe, expect, it } from 'vitest';
import { accumulator } from '../../../test/support/runtime-models.js';
import { SessionPool } from '../../runtime/pool.js';
import { activations } from './activations.js';

describe('activations', () => {
  const pool = new SessionPool({ threads: 1 });
  afterAll(() => pool.close());

  it('of a model with variables have what it puts into them first', async () => {
    const model = accumulator();
    const [main] = model.subgraphs;
    const sum = main!.outputs[0]!;
    const samples = {
      size: 3,
      sample: async (index: number) => ({ inputs: [Float32Array.of(index)], label: null }),
    };
    const rows: number[] = [];
    for await (const [row] of activations({ pool, samples }, model, main!, [sum])) rows.push(row![0]!);
    expect(rows).toEqual([10, 11, 12]);
  });
});
