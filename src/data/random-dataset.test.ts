import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InputError } from '../base/errors.js';
import { permutation, randomNumbers, streamSeed } from '../base/random-numbers.js';
import { TensorType } from '../model/schema/index.js';
import { randomDataset } from './random-dataset.js';

async function valuesOf(dataset: ReturnType<typeof randomDataset>, count = dataset.evaluation.size) {
  const samples = [];
  for (let i = 0; i < count; i++) samples.push((await dataset.evaluation.sample(i)).inputs[0]!);
  return samples;
}

const extremes = (values: Float32Array): [number, number] => [Math.min(...values), Math.max(...values)];

describe('randomDataset', () => {
  it('is unlabelled, synthetic and the same each time', async () => {
    const make = (seed: number) =>
      randomDataset([{ shape: [1, 4, 4, 2] }, { shape: [1, 3] }], { samples: 5, seed });
    const dataset = make(1);
    const sample = await dataset.evaluation.sample(3);
    expect(dataset).toMatchObject({ name: 'random', synthetic: true });
    expect([dataset.calibration.size, dataset.evaluation.size, sample.label]).toEqual([5, 5, null]);
    expect(sample.inputs.map(({ length }) => length)).toEqual([32, 3]);
    expect(await make(1).evaluation.sample(3)).toEqual(sample);
    expect(make(1).hash).toBe(dataset.hash);
    expect(make(2).hash).not.toBe(dataset.hash);
    expect(await make(2).evaluation.sample(3)).not.toEqual(sample);
    expect(await dataset.calibration.sample(3)).not.toEqual(sample);
    expect(await dataset.evaluation.sample(2)).not.toEqual(sample);
    await expect(dataset.evaluation.sample(5)).rejects.toThrow(RangeError);
  });

  it.each([
    ['−1 to 1 by default', {}, -1, 1],
    ['the range given', { range: [0, 255] as const }, 0, 255],
    [
      "a quantized input's range",
      { type: TensorType.INT8, quantization: { scale: 0.5, zeroPoint: -100 } },
      -14,
      113.5,
    ],
    ['0 and 1 for whole numbers', { type: TensorType.INT32 }, 0, 1],
  ])('fills %s', async (_name, input, low, high) => {
    const samples = await valuesOf(randomDataset([{ shape: [1, 16, 16, 1], ...input }], { samples: 200 }));
    const ranges = samples.map(extremes);
    const width = high - low;
    for (const [least, most] of ranges) {
      expect(least).toBeGreaterThanOrEqual(low);
      expect(most).toBeLessThanOrEqual(high);
      expect(most - least).toBeGreaterThan(0.499 * width);
    }
    expect(Math.min(...ranges.map(([least]) => least))).toBeLessThan(low + 0.02 * width);
    expect(Math.max(...ranges.map(([, most]) => most))).toBeGreaterThan(high - 0.02 * width);
    if ('type' in input && input.type === TensorType.INT32)
      expect(samples.every((s) => s.every(Number.isInteger))).toBe(true);
  });

  it('reaches from white noise to smooth gradients', async () => {
    const samples = await valuesOf(randomDataset([{ shape: [1, 32, 32, 1] }], { samples: 200 }));
    const correlations = samples.map((values) => neighbourCorrelation(values, 32));
    expect(Math.min(...correlations)).toBeLessThan(0.3);
    expect(Math.max(...correlations)).toBeGreaterThan(0.95);
  });

  it.each([
    [[1, 1]],
    [[1]],
    [[]],
    [[1, 640]],
    [[1, 7, 5]],
    [[1, 2, 3, 5, 2]],
  ])('fits the shape %j', async (shape) => {
    const [values] = await valuesOf(randomDataset([{ shape }], { samples: 1 }));
    expect(values!.length).toBe(shape.reduce((product, size) => product * size, 1));
    expect(values!.every((value) => value >= -1 && value <= 1)).toBe(true);
  });
});

describe('noise for large inputs', () => {
  it.each([
    ['300 million elements', [300_000_000], '1200000000 bytes'],
    ['2³¹ elements', [2 ** 31 - 1], '8589934588 bytes'],
    ['2⁴⁸ elements', [2 ** 48], '1125899906842624 bytes'],
    ['a product of large sides', [1, 1_000_000, 17], '68000000 bytes'],
    ['more elements than numbers tell', [2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31 - 1], 'too many bytes'],
    ['a negative side', [1, -5], '-20 bytes'],
  ])('is refused before it is made: %s', async (_name, shape, bytes) => {
    const dataset = randomDataset([{ name: 'x', shape }]);
    const problem = await dataset.evaluation.sample(0).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(InputError);
    expect((problem as Error).message).toBe(
      `input "x" [${shape.join(', ')}] takes ${bytes}, and noise is made for 67108864. Name a data set.`,
    );
  });

  it('has fewer samples, which are those that more would begin with', async () => {
    const samples = (...shape: number[]) => randomDataset([{ shape }], { samples: 500 }).evaluation.size;
    expect(samples(1, 224, 224, 3)).toBe(500);
    expect(samples(1, 512, 512, 3)).toBe(136);
    expect(samples(1, 1024, 1024, 3)).toBe(31);
    expect(samples(2 ** 24)).toBe(2);
    const { split } = randomDataset([{ shape: [1, 1024, 1024, 16] }]);
    expect(split).toBe('Seeded noise (seed 1): 5 samples calibrate, 5 others judge.');
  });

  it('makes nothing of an input without elements, however many channels it says that it has', async () => {
    const { evaluation } = randomDataset([{ shape: [1, 0, 5, 2 ** 31 - 1] }, { shape: [0] }]);
    expect((await evaluation.sample(0)).inputs.map(({ length }) => length)).toEqual([0, 0]);
  });

  it('is the same as it was', async () => {
    const hash = createHash('sha256');
    for (const shape of [[1, 49, 10, 1], [2, 5, 3], [640], [1, 2, 3, 5, 2], []]) {
      const { evaluation } = randomDataset([{ shape }]);
      for (const index of [0, 1])
        hash.update(new Uint8Array((await evaluation.sample(index)).inputs[0]!.buffer));
    }
    expect(hash.digest('hex')).toBe('9b0d8388b8560a3b7eaaf7e128888138d3ce37976fa6fb6b34ab6258e38aed98');
  });
});

/** Correlation of horizontal neighbours. */
function neighbourCorrelation(values: Float32Array, width: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length - 1; i++) {
    if ((i + 1) % width === 0) continue;
    product += (values[i]! - mean) * (values[i + 1]! - mean);
    square += ((values[i]! - mean) ** 2 + (values[i + 1]! - mean) ** 2) / 2;
  }
  return product / square;
}

describe('randomNumbers', () => {
  it("are mulberry32's", () => {
    // The generator's published C code, seed 0, compiled by gcc 12: its first outputs as 32-bit numbers.
    const random = randomNumbers(0);
    expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
      1144304738, 1416247, 958946056,
    ]);
  });

  it('are even', () => {
    const random = randomNumbers(7);
    const counts = new Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(random() * 10)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('permute every number once, and streams differ', () => {
    const order = permutation(1000, randomNumbers(3));
    expect([...order].sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
    const seeds = new Set(Array.from({ length: 10_000 }, (_, i) => streamSeed(1, i % 2, i >> 1)));
    expect(seeds.size).toBeGreaterThan(9_990);
  });
});
