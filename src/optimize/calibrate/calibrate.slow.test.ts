import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain } from '../../../test/support/runtime-models.js';
import { silent } from '../../base/progress.js';
import type { Dataset } from '../../data/types.js';
import { TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import { hasNativeBuild } from '../../runtime/observer/ranges.js';
import { SessionPool } from '../../runtime/pool.js';
import { openSession } from '../../runtime/session.js';
import { quantize } from '../quantize/quantize.js';
import type { TransformContext } from '../types.js';
import { calibrate } from './calibrate.js';
import type { CalibrationMethod } from './method.js';

const pools = [1, 3].map((threads) => new SessionPool({ threads }));
let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'litetrim-ranges-'));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await rm(cache, { recursive: true });
});

const width = 4;

/** A data set whose samples hold one value each; it counts how many are read. */
function samples(size: number, value: (index: number) => number, hash = 'data') {
  const read: number[] = [];
  const part = {
    size,
    sample: async (index: number) => {
      read.push(index);
      return { inputs: [new Float32Array(width).fill(value(index))], label: null };
    },
  };
  const dataset: Dataset = {
    ...{ name: 'values', hash, calibration: part, evaluation: part, split: '', synthetic: false },
  };
  return { dataset, read };
}

const minMax: CalibrationMethod = { method: 'min-max' };

/** The ranges of x, 2x, 4x and relu(4x), by name. */
async function rangesOf(
  dataset: Dataset,
  method: CalibrationMethod = minMax,
  more: Partial<TransformContext> = {},
  columns = width,
) {
  const model = chain(columns);
  const [subgraph] = model.subgraphs;
  const context: TransformContext = {
    ...{ dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool: pools[0]! },
    ...more,
  };
  const ranges = await calibrate(model, subgraph!, subgraph!.tensors, method, context);
  return Object.fromEntries([...ranges].map(([{ name }, range]) => [name, range]));
}

describe('calibrate', () => {
  it('measures inputs and computed tensors', async () => {
    expect(await rangesOf(samples(10, (i) => i - 3).dataset)).toEqual({
      x: { min: -3, max: 6 },
      doubled: { min: -6, max: 12 },
      fourfold: { min: -12, max: 24 },
      output: { min: 0, max: 24 },
    });
  });

  it.each([
    ['fast', 100],
    ['default', 500],
    ['best', 2000],
  ] as const)('spreads the samples of effort %s over all, since they may be sorted', async (effort, count) => {
    const { dataset, read } = samples(10_000, (i) => Math.floor(i / 1000));
    const { x } = await rangesOf(dataset, minMax, { effort });
    expect(read).toEqual(Array.from({ length: count }, (_, i) => (i * 10_000) / count));
    expect(x).toEqual({ min: 0, max: 9 });
  });

  it.skipIf(!hasNativeBuild())('at effort fast needs no thread where there is a native build', async () => {
    const pool = new SessionPool();
    pool.reduce = () => Promise.reject(new Error('a thread was asked'));
    const { dataset } = samples(10, (i) => i - 3);
    expect(await rangesOf(dataset, minMax, { pool })).toEqual(await rangesOf(dataset));
    await expect(rangesOf(dataset, minMax, { pool, effort: 'default' })).rejects.toThrow(
      'a thread was asked',
    );
  });

  it('takes every sample once where there are few', async () => {
    const { dataset, read } = samples(99, (i) => i);
    await rangesOf(dataset);
    expect(read).toEqual(Array.from({ length: 99 }, (_, i) => i));
  });
});

describe('percentiles', () => {
  const method: CalibrationMethod = { method: 'percentile', percentile: 98 };

  it('leave out as much at each end, whatever the number of threads', async () => {
    // 100 values 0 … 99, of which the outermost two are far out.
    const { dataset } = samples(100, (i) => (i === 0 ? -1e30 : i === 99 ? 1e30 : i));
    const [one, other] = await Promise.all(pools.map((pool) => rangesOf(dataset, method, { pool })));
    expect(other).toEqual(one);
    for (const [name, factor] of [['x', 1] as const, ['doubled', 2] as const, ['fourfold', 4] as const]) {
      const { min, max } = one![name]!;
      expect(Math.abs(min / factor - 1)).toBeLessThan(1 / 32);
      expect(Math.abs(max / factor - 97)).toBeLessThan(97 / 32);
    }
    expect(one!.output!.min).toBeLessThan(4 * (1 + 1 / 32));
  });

  it('of 100 are the smallest and the largest value', async () => {
    const { dataset } = samples(50, (i) => i / 7 - 2);
    const all: CalibrationMethod = { method: 'percentile', percentile: 100 };
    const [percentile, extremes] = [await rangesOf(dataset, all), await rangesOf(dataset)];
    for (const [name, { min, max }] of Object.entries(extremes)) {
      expect(percentile[name]!.max).toBeCloseTo(max, 5);
      expect(Math.abs(percentile[name]!.min - min)).toBeLessThanOrEqual(Math.abs(min) / 32);
    }
  });

  it('do not hide infinities', async () => {
    const { dataset } = samples(100, (i) => (i === 50 ? 3e38 : i));
    await expect(rangesOf(dataset, method)).rejects.toThrow('ADD "doubled": it computes infinities');
  });
});

describe('kept ranges', () => {
  const value = (index: number) => index - 5.3;
  const fileOf = async () => join(cache, 'calibrations', (await readdir(join(cache, 'calibrations')))[0]!);

  it('save measuring again, and say the same', async () => {
    const first = await rangesOf(samples(20, value).dataset, minMax, { cache });
    const { dataset, read } = samples(20, value);
    expect(await rangesOf(dataset, minMax, { cache })).toEqual(first);
    expect(read).toEqual([]);
  });

  it.each([
    ['data', samples(20, value, 'other'), minMax, width],
    ['samples', samples(21, value), minMax, width],
    ['method', samples(20, value), { method: 'percentile', percentile: 99 }, width],
  ] as const)('are not taken for other %s', async (_, { dataset, read }, method, columns) => {
    await rangesOf(dataset, method, { cache }, columns);
    expect(read.length).toBe(dataset.calibration.size);
  });

  it('are not taken for another effort, whose arithmetic is another', async () => {
    const { dataset, read } = samples(20, value);
    await rangesOf(dataset, minMax, { cache, effort: 'default' });
    expect(read.length).toBe(20);
  });

  it('are not taken for another model', async () => {
    const { dataset } = samples(20, value);
    await expect(rangesOf(dataset, minMax, { cache }, width + 1)).rejects.toThrow('the model takes 5');
  });

  it.each([
    ['no JSON', '[[0,'],
    ['of another number of tensors', '[[0,1]]'],
    ['upside down', '[[1,0],[0,1],[0,1],[0,1]]'],
    ['no numbers', '[[null,1],[0,1],[0,1],[0,1]]'],
    ['no float32 values', '[[0,0.1],[0,1],[0,1],[0,1]]'],
    ['infinite', '[[0,1e999],[0,1],[0,1],[0,1]]'],
  ])('are measured again where they are %s', async (_, text) => {
    await rm(join(cache, 'calibrations'), { recursive: true });
    const expected = await rangesOf(samples(20, value).dataset, minMax, { cache });
    const file = await fileOf();
    const whole = await readFile(file, 'utf8');
    await writeFile(file, text);
    expect(await rangesOf(samples(20, value).dataset, minMax, { cache })).toEqual(expected);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  it('are no failure where they can not be kept', async () => {
    const file = await fileOf();
    await rm(file);
    await mkdir(file);
    expect((await rangesOf(samples(20, value).dataset, minMax, { cache })).x!.min).toBe(Math.fround(-5.3));
    const nowhere = join(await realFile(), 'below');
    expect((await rangesOf(samples(20, value).dataset, minMax, { cache: nowhere })).x!.max).toBeCloseTo(13.7);
  });

  async function realFile(): Promise<string> {
    const path = join(cache, 'file');
    await writeFile(path, '');
    return path;
  }

  it('are not kept where a layer is broken', async () => {
    await rm(join(cache, 'calibrations'), { recursive: true });
    await expect(rangesOf(samples(5, () => 3e38).dataset, minMax, { cache })).rejects.toThrow('"doubled"');
    expect(await readdir(cache)).not.toContain('calibrations');
  });
});

describe('quantize', () => {
  it('takes the ranges that its options ask for', async () => {
    const scaleOf = async (calibration: CalibrationMethod) => {
      const model = chain(width);
      const { dataset } = samples(100, (i) => (i === 99 ? 1000 : i / 98));
      const context: TransformContext = {
        ...{ dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool: pools[0]! },
      };
      await quantize({ scheme: 'int8', calibration })(model, context);
      return model.subgraphs[0]!.inputs[0]!.quantization!.scale[0]!;
    };
    expect(await scaleOf(minMax)).toBeCloseTo(1000 / 255, 5);
    expect(await scaleOf({ method: 'percentile', percentile: 99 })).toBeCloseTo(1 / 255, 3);
  });
});

describe('odd activations in int8', () => {
  it.each([
    ['all zero', () => 0],
    ['constant', () => -2.5],
    ['denormal', () => 2 ** -140],
    ['with a huge outlier', (i: number) => (i === 7 ? 2 ** 120 : i / 10)],
    ['of both extremes', (i: number) => (i % 2 ? 8e37 : -8e37)],
  ])('%s: LiteRT runs the result, which is right to a step', async (_, value) => {
    const { dataset } = samples(10, value);
    const model = chain(width);
    const context: TransformContext = {
      ...{ dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool: pools[0]! },
    };
    await quantize({ scheme: 'int8', edges: 'float' })(model, context);
    const session = await openSession(writeModel(model));
    const scales = model.subgraphs[0]!.tensors.filter(({ type }) => type === TensorType.INT8).map(
      ({ quantization }) => quantization!.scale[0]!,
    );
    // What no integers reach stays float.
    const step = Math.max(0, ...scales);
    expect(scales.every((scale) => scale > 0 && Number.isFinite(scale))).toBe(true);
    for (let i = 0; i < 10; i++) {
      const [output] = session.run([new Float32Array(width).fill(value(i))]) as [Float32Array];
      const rounding = Math.abs(4 * value(i)) * 2 ** -23;
      expect(Math.abs(output[0]! - Math.max(0, 4 * value(i)))).toBeLessThanOrEqual(4 * step + rounding);
    }
    session.close();
  });
});
