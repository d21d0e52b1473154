import { expect, test } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { silent } from '../../base/progress.js';
import { randomDataset } from '../../data/random-dataset.js';
import { cloneModel } from '../../model/clone.js';
import type { DepthwiseConv2DOptionsT } from '../../model/schema/index.js';
import { openSession } from '../../runtime/session.js';
import { quantize } from './quantize.js';

// Old converters leave the multiplier out, which kernels for floats don't read.
test.each([
  0, 1000,
])('a depthwise convolution has the multiplier of its shapes where options say %i', async (said) => {
  const subgraph = {
    inputs: { x: [1, 6, 6, 4] },
    constants: { w: { shape: [1, 3, 3, 8] }, b: { shape: [8] } },
    operators: [
      {
        operator: 'DEPTHWISE_CONV_2D',
        inputs: ['x', 'w', 'b'],
        outputs: { y: [1, 6, 6, 8] },
        options: {
          type: 'DepthwiseConv2DOptions',
          padding: 'SAME',
          strideW: 1,
          strideH: 1,
          depthMultiplier: said,
        },
      },
    ],
    outputs: ['y'],
  };
  const source = fixtureModel(
    fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }),
  );
  const dataset = randomDataset([{ shape: [1, 6, 6, 4], range: [-1, 1] }], { samples: 4 });
  for (const scheme of ['int8', 'int16x8'] as const) {
    const model = cloneModel(source);
    await quantize({ scheme, edges: 'float' })(model, {
      dataset,
      effort: 'fast',
      seed: 1,
      progress: silent,
      notes: [],
    });
    const made = model.subgraphs[0]!.operators.find(
      ({ options }) => options && 'depthMultiplier' in options,
    )!;
    expect((made.options as DepthwiseConv2DOptionsT).depthMultiplier).toBe(2);
    const { inputs } = await dataset.calibration.sample(0);
    const [own, wanted] = await Promise.all(
      [model, source].map(async (each) => (await openSession(each)).run(inputs)[0] as Float32Array),
    );
    const largest = Math.max(...wanted!.map(Math.abs));
    for (const [i, value] of own!.entries())
      expect(Math.abs(value - wanted![i]!)).toBeLessThan(0.03 * largest);
  }
});
