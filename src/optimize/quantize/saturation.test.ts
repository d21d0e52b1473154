import { afterAll, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { randomDataset } from '../../data/random-dataset.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { optimizeModel } from '../optimize-model.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

/** A layer whose outputs go far beyond what a sigmoid, their only reader, tells apart. */
const model = fixtureModel(
  fixtureSchema.parse({
    title: '',
    steps: [],
    tolerance: 0,
    subgraphs: [
      {
        inputs: { x: [1, 16] },
        constants: { w: { shape: [12, 16], scale: 12 }, b: { shape: [12], scale: 3 } },
        operators: [
          {
            operator: 'FULLY_CONNECTED',
            inputs: ['x', 'w', 'b'],
            outputs: { logits: [1, 12] },
            options: { type: 'FullyConnectedOptions' },
          },
          { operator: 'LOGISTIC', inputs: ['logits'], outputs: { y: [1, 12] } },
        ],
        outputs: ['y'],
      },
    ],
  }),
);

it('logits that a sigmoid cuts off are no drift, and its outputs come within two steps of the source', async () => {
  const bytes = writeModel(model);
  const dataset = {
    ...randomDataset(modelInterface(readModel(bytes)).inputs, { samples: 100 }),
    synthetic: false,
  };
  const recipe = { name: 'own', steps: [{ transform: 'quantize' as const, scheme: 'int8' as const }] };
  const made = await optimizeModel({ file: 'own.tflite', bytes }, recipe, { dataset, pool });
  expect(made.notes).toEqual([]);
  const logits = readModel(made.bytes).subgraphs[0]!.tensors.find(({ name }) => name === 'logits')!;
  // ln 511 + ln 255 over 255 steps.
  expect(logits.quantization!.scale[0]).toBeCloseTo(0.0462, 3);
  const expected = await pool.reduce('outputs', bytes, dataset.evaluation);
  const actual = await pool.reduce('outputs', made.bytes, dataset.evaluation);
  let [squares, count] = [0, 0];
  for (const [i, [values]] of expected.entries()) {
    for (const [k, value] of values!.entries()) {
      squares += (value - actual[i]![0]![k]!) ** 2;
      count++;
    }
  }
  expect(Math.sqrt(squares / count)).toBeLessThan(2 / 256);
});
