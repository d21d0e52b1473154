import { afterAll, describe, expect, it } from 'vitest';
import { SampleNet } from '../../../../test/support/channel-net.js';
import { silent } from '../../../base/progress.js';
import { randomDataset } from '../../../data/random-dataset.js';
import type { DatasetPart } from '../../../data/types.js';
import { realValues } from '../../../model/dequantize.js';
import type { Model, Tensor } from '../../../model/graph.js';
import { mainSubgraph, modelInterface } from '../../../model/interface.js';
import { SoftmaxOptionsT, TileOptionsT } from '../../../model/schema/index.js';
import { bytesOf } from '../../../model/tensors.js';
import { writeModel } from '../../../model/write.js';
import { SessionPool } from '../../../runtime/pool.js';
import type { TransformContext } from '../../types.js';
import { channelGroups } from './groups.js';
import { pruneChannels } from './prune-channels.js';
import { slopesOf } from './slopes.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

/** A convolution to 16 channels, and a dense layer to some results that reads them. */
function net(results: number, softmax = false): Model {
  const sample = new SampleNet();
  const dense = sample.dense(sample.convolution(sample.input([1, 4, 4, 3]), 16), results);
  return sample.model(
    softmax ? sample.operator('SOFTMAX', [dense], [1, results], new SoftmaxOptionsT(1)) : dense,
  );
}

function samplesOf(model: Model, samples: number): DatasetPart {
  return randomDataset(modelInterface(model).inputs, { samples, seed: 2 }).calibration;
}

/** The reader's slopes, a row a sample, and its weights. */
async function slopes(model: Model, samples: DatasetPart, seed = 1): Promise<[Float64Array[], Tensor]> {
  const subgraph = mainSubgraph(model);
  const [group] = channelGroups(subgraph).filter(({ obstacle }) => obstacle === null);
  const found = await slopesOf(model, subgraph, group!.readers, { pool, samples }, seed, () => {});
  return [found.get(group!.readers[0]!.tensor)!, group!.readers[0]!.tensor];
}

/** Outputs with the weights that read a channel times a factor. */
async function outputs(
  model: Model,
  samples: DatasetPart,
  [weights, channel, factor]: [Tensor, number, number],
) {
  const before = weights.data;
  const values = realValues(weights).slice();
  for (let i = channel; i < values.length; i += 16) values[i]! *= factor;
  weights.data = bytesOf(values);
  const result = await pool.reduce('outputs', writeModel(model), samples);
  weights.data = before;
  return result.map(([output]) => output!);
}

describe('importance by gradients', () => {
  it('tells what cutting a channel changes, exactly where results follow in a straight line', async () => {
    const model = net(1);
    const samples = samplesOf(model, 6);
    const [rows, weights] = await slopes(model, samples);
    const whole = (await outputs(model, samples, [weights, 0, 1])).map(([value]) => value!);
    const mean = whole.reduce((sum, value) => sum + value / 6, 0);
    const deviation = Math.sqrt(whole.reduce((sum, value) => sum + (value - mean) ** 2 / 6, 0));
    for (const channel of [0, 5, 11]) {
      const without = await outputs(model, samples, [weights, channel, 0]);
      const slope = (sample: number) =>
        rows[sample]!.reduce((sum, value, i) => (i % 16 === channel ? sum + value : sum), 0);
      for (const [sample, [value]] of without.entries()) {
        const change = Math.abs(whole[sample]! - value!) / deviation;
        expect(Math.abs(slope(sample))).toBeCloseTo(change, 3);
      }
    }
  });

  it('tells the divergence of softened classes, to second order', async () => {
    const model = net(4, true);
    const one = samplesOf(model, 1);
    const many = { size: 600, sample: () => one.sample(0) };
    const [rows, weights] = await slopes(model, many);
    const channel = 3;
    const square = rows.reduce((sum, row) => {
      const slope = row.reduce((total, value, i) => (i % 16 === channel ? total + value : total), 0);
      return sum + (slope * slope) / rows.length;
    }, 0);
    const [before] = await outputs(model, one, [weights, channel, 1]);
    const [after] = await outputs(model, one, [weights, channel, 0.9]);
    // p^(1/2) is what T = 2 makes of p, but for a factor; the loss counts T² times.
    const soft = (values: Float32Array) => {
      const roots = Array.from(values, Math.sqrt);
      return roots.map((root) => root / roots.reduce((sum, each) => sum + each, 0));
    };
    const [p, q] = [soft(before!), soft(after!)];
    const divergence = 4 * p.reduce((sum, value, i) => sum + value * Math.log(value / q[i]!), 0);
    expect(square / 2 / (divergence / 0.01)).toBeGreaterThan(0.8);
    expect(square / 2 / (divergence / 0.01)).toBeLessThan(1.25);
  });

  it('says which layer has no gradient', async () => {
    const sample = new SampleNet();
    const x = sample.convolution(sample.input([1, 4, 4, 3]), 16);
    const inner = sample.convolution(x, 16);
    const tiled = sample.operator(
      'TILE',
      [inner, sample.integers(1, 1, 2, 1)],
      [1, 4, 8, 16],
      new TileOptionsT(),
    );
    const model = sample.model(sample.dense(tiled, 3));
    const dataset = {
      ...randomDataset(modelInterface(model).inputs, { samples: 20, seed: 3 }),
      synthetic: false,
    };
    const context: TransformContext = {
      dataset,
      effort: 'default',
      seed: 1,
      progress: silent,
      notes: [],
      pool,
    };
    const result = pruneChannels({ macs: 0.4, importance: 'taylor' })(model, context);
    await expect(result).rejects.toThrow(/importance "taylor" needs gradients, and CONV_2D .* has none/);
  });
});
