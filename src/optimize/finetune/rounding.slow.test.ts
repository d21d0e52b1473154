import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../base/progress.js';
import { randomDataset } from '../../data/random-dataset.js';
import { realValues } from '../../model/dequantize.js';
import type { Model } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { elementCount } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { type QuantizeOptions, quantize } from '../quantize/quantize.js';
import { activations } from '../reconstruct/activations.js';
import type { TransformContext } from '../types.js';
import { activationGrid, encode, weightGrid } from './grids.js';
import { Network } from './network.js';
import { planTraining } from './plan.js';
import { roundRows, roundTo } from './rounding.js';
import { startTfjs } from './tfjs.js';
import { gatherWeights, storeWeights } from './weights.js';

const pool = new SessionPool({ threads: 1 });
beforeAll(() => startTfjs());
afterAll(() => pool.close());

describe('roundTo', () => {
  const values = [-3, -1.26, -0.74, -0.1, 0, 0.2, 0.26, 0.9, 1.74, 1.76, 5];
  const grid = () => ({ low: -2, high: 3, scales: tf.scalar(0.5) });

  it('goes to the nearest number of the grid', () => {
    const rounded = roundTo(tf.tensor1d(values), grid()).dataSync();
    expect([...rounded].map((value) => value + 0)).toEqual([-1, -1, -0.5, 0, 0, 0, 0.5, 1, 1.5, 1.5, 1.5]);
  });

  it('has the gradient of cutting off at the ends of the grid', () => {
    const factors = tf.tensor1d(values.map((_, i) => i + 1));
    const clipped = tf.grad((x) => tf.sum(tf.mul(tf.clipByValue(x, -1, 1.5), factors)));
    const rounded = tf.grad((x) => tf.sum(tf.mul(roundTo(x, grid()), factors)));
    const x = tf.tensor1d(values);
    expect([...rounded(x).dataSync()]).toEqual([...clipped(x).dataSync()]);
  });

  it('repeats the scales of channels', () => {
    const scales = tf.tensor2d([[1], [0.25]]);
    const x = tf.tensor2d([
      [0.3, 1.6],
      [0.3, 1.6],
    ]);
    expect([...roundTo(x, { low: -7, high: 7, scales }).dataSync()]).toEqual([0, 2, 0.25, 1.5]);
  });
});

describe('roundRows', () => {
  it('has 256 steps from the least to the largest value of each row, 0 among them', () => {
    const rows = tf.tensor2d([
      [-1, 0.5, 2, 0.1],
      [10, 20, 51, 0.3],
    ]);
    const [first, second] = roundRows(rows, 2).arraySync() as number[][];
    const step = 3 / 255;
    first!.forEach((value, i) => {
      const given = rows.arraySync()[0]![i]!;
      expect(Math.abs(value - given)).toBeLessThanOrEqual(step / 2 + 1e-6);
      expect(value / step - Math.round(value / step)).toBeCloseTo(0, 3);
    });
    expect(second!.map((value) => Math.round(value * 5) / 5)).toEqual([10, 20, 51, 0.4]);
  });

  it('leaves rows of zeros alone, and lets gradients through', () => {
    const x = tf.tensor2d([[0, 0, 0]]);
    expect([...roundRows(x, 1).dataSync()]).toEqual([0, 0, 0]);
    const gradient = tf.grad((given) => tf.sum(tf.mul(roundRows(given, 1), tf.tensor2d([[1, 2, 3]]))));
    expect([...gradient(tf.tensor2d([[5, -1, 2]])).dataSync()]).toEqual([1, 2, 3]);
  });
});

const folder = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const kws = fileURLToPath(new URL('../../../../shared/models/mlperf-tiny/kws_f32.tflite', import.meta.url));

async function quantized(model: Model, options: QuantizeOptions, range?: [number, number]): Promise<Model> {
  const inputs = modelInterface(model).inputs.map((input) => (range ? { ...input, range } : input));
  const dataset = { ...randomDataset(inputs, { samples: 40, seed: 3 }), synthetic: false };
  const context: TransformContext = { dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool };
  await quantize(options)(model, context);
  return readModel(writeModel(model), 'quantized');
}

/** Largest difference of the targets between the network and LiteRT, in steps of the target, 127 a side if it is float. */
async function largestError(model: Model, range?: [number, number]): Promise<number> {
  const plan = planTraining(model, 'codes');
  expect(plan.blocking).toEqual([]);
  const inputs = modelInterface(model).inputs.map((input) => ({ ...input, range: range ?? [-1, 1] }));
  const samples = randomDataset(inputs, { samples: 6, seed: 9 }).calibration;
  const wanted = [...plan.feeds, ...plan.targets];
  const rows: Float32Array[][] = [];
  for await (const row of activations({ pool, samples }, model, plan.subgraph, wanted)) rows.push(row);
  const feeds = plan.feeds.map(({ shape }, i) =>
    tf.tensor2d(
      rows.flatMap((row) => [...row[i]!]),
      [rows.length, elementCount(shape)],
    ),
  );
  const network = new Network(plan);
  const outputs = tf.tidy(() => network.run(feeds, network.weights()).map((output) => output.dataSync()));
  network.dispose();
  let most = 0;
  plan.targets.forEach((target, k) => {
    const expected = rows.flatMap((row) => [...row[plan.feeds.length + k]!]);
    const magnitude = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-6);
    const step = activationGrid(target)?.scales[0] ?? magnitude / 127;
    expected.forEach((value, i) => {
      most = Math.max(most, Math.abs(value - outputs[k]![i]!) / step);
    });
  });
  return most;
}

const schemes: QuantizeOptions[] = [
  { scheme: 'int8' },
  { scheme: 'int8', perTensor: ['CONV_2D', 'FULLY_CONNECTED'] },
  { scheme: 'int8x4' },
  { scheme: 'int16x8' },
  { scheme: 'dynamic-int8', minElements: 1 },
  { scheme: 'dynamic-int4', minElements: 1 },
  { scheme: 'dynamic-int4', minElements: 1, blockSize: 32 },
  { scheme: 'weight-int8', minElements: 1 },
  { scheme: 'weight-int4', minElements: 1 },
];
/**
 * In steps. LiteRT's 8-bit codes are hit, or their neighbours, and inputs that kernels round anew may be rounded to a
 * neighbour, which later layers enlarge. Steps of 16 bits are as fine as float32's own errors.
 */
function limitOf({ scheme }: QuantizeOptions): number {
  if (scheme === 'int16x8') return 8;
  return scheme.startsWith('dynamic') ? 2 : 1.01;
}
const nameOf = (options: QuantizeOptions) => Object.values(options).flat().join(' ');

describe("the forward pass through rounding is the quantized model's in LiteRT", () => {
  const own = ['shapes/base.tflite', 'shapes/head.tflite'];
  const cases = own.flatMap((file) => schemes.map((options) => [file, nameOf(options), options] as const));
  it.each(cases)('%s, %s', async (file, _, options) => {
    const model = await quantized(readModel(readFileSync(join(folder, file)), file), options, [0, 1]);
    expect(await largestError(model, [0, 1])).toBeLessThan(limitOf(options));
  });

  it.skipIf(!existsSync(kws)).each(schemes.map((options) => [nameOf(options), options] as const))(
    'the keyword spotter beside the repository, %s',
    async (_, options) => {
      const model = await quantized(readModel(readFileSync(kws), kws), options, [-100, 50]);
      expect(await largestError(model, [-100, 50])).toBeLessThan(limitOf(options));
    },
  );
});

describe('trained codes', () => {
  it.each(
    schemes.map((options) => [nameOf(options), options] as const),
  )('are stored as they were read, %s', async (_, options) => {
    const model = await quantized(
      readModel(readFileSync(join(folder, 'shapes/head.tflite')), 'x'),
      options,
      [0, 1],
    );
    const before = Buffer.from(writeModel(model));
    for (const rounding of ['codes', 'scales'] as const) {
      const plan = planTraining(model, rounding);
      expect(plan.weights.length).toBeGreaterThan(4);
      storeWeights(model, plan, gatherWeights(plan).values);
      expect(Buffer.from(writeModel(model)).equals(before), rounding).toBe(true);
    }
  });

  it('are cut off at the ends of the grid', async () => {
    const model = await quantized(readModel(readFileSync(join(folder, 'shapes/head.tflite')), 'x'), {
      scheme: 'int8',
    });
    const { tensor } = planTraining(model, 'codes').weights.find(({ role }) => role === 'weights')!;
    const { low, high, scales } = weightGrid(tensor)!;
    const far = new Float32Array(elementCount(tensor.shape)).map((_, i) => (i % 2 === 0 ? 1e3 : -1e3));
    const stored = realValues({ ...tensor, data: encode(tensor, far) });
    expect(stored[0]).toBeCloseTo(high * scales[0]!, 6);
    expect(stored[1]).toBeCloseTo(low * scales[0]!, 6);
  });
});
