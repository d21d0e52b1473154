import { afterAll, describe, expect, it } from 'vitest';
import { accumulator, modelOf } from '../../test/support/runtime-models.js';
import { newOperator, newTensor } from '../model/build.js';
import type { Model, Tensor } from '../model/graph.js';
import * as schema from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { SessionPool } from './pool.js';
import { openSession } from './session.js';

const { BuiltinOperator, TensorType } = schema;
const { FLOAT32, INT32 } = TensorType;

/** `x` [4] plus random numbers, the same row of them in each process. */
function noisy(): Model {
  const [x, noise, y] = ['x', 'noise', 'y'].map((name) => newTensor(name, FLOAT32, [4])) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const shape = newTensor('shape', INT32, [1], { data: bytesOf(Int32Array.of(4)) });
  return modelOf(
    [x],
    [y],
    [
      newOperator(BuiltinOperator.RANDOM_UNIFORM, {
        inputs: [shape],
        outputs: [noise],
        options: new schema.RandomOptionsT(7n, 8n),
      }),
      newOperator(BuiltinOperator.ADD, {
        inputs: [x, noise],
        outputs: [y],
        options: new schema.AddOptionsT(),
      }),
    ],
  );
}

describe('models that remember', () => {
  const pools = [1, 3].map((threads) => new SessionPool({ threads }));
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it('begin anew with each inference', async () => {
    const session = await openSession(accumulator());
    const sums = [1, 2, 1].map((x) => session.run([Float32Array.of(x)])[0]![0]);
    expect(sums).toEqual([11, 12, 11]);
    session.close();
  });

  it('have the same random numbers for each inference', async () => {
    const session = await openSession(noisy());
    const x = new Float32Array(4);
    const first = session.run([x]);
    expect(new Set(first[0] as Float32Array).size).toBe(4);
    expect([session.run([x]), session.run([x])]).toEqual([first, first]);
    session.close();
  });

  it('compute the same of samples however many threads share them', async () => {
    const samples = {
      size: 50,
      sample: async (index: number) => ({ inputs: [Float32Array.of(index)] }),
    };
    for (const pool of pools) {
      const sums: number[] = [];
      for await (const [sum] of pool.outputs(accumulator(), samples)) sums.push(sum![0]!);
      expect(sums).toEqual(Array.from({ length: 50 }, (_, i) => 10 + i));
    }
  });
});
