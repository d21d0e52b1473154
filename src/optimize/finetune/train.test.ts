import { describe, expect, it, vi } from 'vitest';
import { silent } from '../../base/progress.js';
import { Adam } from './optimizer.js';
import {
  learningRateAt,
  pruneTo,
  type SparsitySchedule,
  sparsityAt,
  sparsityScheduleSchema,
} from './schedule.js';
import { type TrainContext, type TrainOptions, train } from './train.js';

const schedule = (options: Record<string, unknown>): SparsitySchedule =>
  sparsityScheduleSchema.parse(options);

describe('sparsityAt', () => {
  const polynomial = schedule({
    schedule: 'polynomial',
    initial: 0.2,
    final: 0.8,
    begin: 10,
    end: 30,
    frequency: 5,
  });

  it.each([
    [9, null],
    [10, 0.2],
    [12, null],
    [15, 0.8 - 0.6 * 0.75 ** 3],
    [20, 0.8 - 0.6 * 0.5 ** 3],
    [30, 0.8],
    [31, null],
  ])('polynomial, at step %i: %d', (step, sparsity) => {
    const actual = sparsityAt(polynomial, step);
    if (sparsity === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(sparsity, 12);
  });

  it('reaches its end where no pruning falls on it', () => {
    const odd = schedule({ schedule: 'polynomial', final: 0.5, end: 7, frequency: 5 });
    expect(sparsityAt(odd, 7)).toBeCloseTo(0.5, 12);
  });

  it.each([
    [10, 10],
    [20, 5],
  ])('knows none that begins at %i and ends at %i', (begin, end) => {
    const parsed = sparsityScheduleSchema.safeParse({ schedule: 'polynomial', final: 0.5, begin, end });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['end'], message: 'it must be later than "begin"\nName a later step, or leave "begin" out' },
    ]);
  });

  it('constant: the same from its beginning on, every so many steps', () => {
    const constant = schedule({ schedule: 'constant', target: 0.5, begin: 4, frequency: 3 });
    expect([3, 4, 5, 7, 400].map((step) => sparsityAt(constant, step))).toEqual([null, 0.5, null, 0.5, 0.5]);
  });
});

describe('pruneTo', () => {
  it('zeros the smallest, and holds them', () => {
    const weights = Float32Array.of(3, -1, 0, 2, -5, 4);
    const held = new Uint8Array(6);
    pruneTo(weights, held, 0.5);
    expect([...weights]).toEqual([3, 0, 0, 0, -5, 4]);
    expect([...held]).toEqual([0, 1, 1, 1, 0, 0]);
  });
});

describe('learningRateAt', () => {
  it('rises, falls, and never leaves 0 to 1', () => {
    const rates = Array.from({ length: 200 }, (_, step) => learningRateAt(step, 200));
    expect(rates[0]).toBeCloseTo(1 / 21, 6);
    expect(Math.max(...rates)).toBe(1);
    expect(rates.indexOf(1)).toBe(20);
    expect(rates.at(-1)).toBeLessThan(1e-3);
    expect(rates.every((rate, i) => i < 20 || i === 199 || rate >= rates[i + 1]!)).toBe(true);
  });

  it('warms up within a training of few steps, too', () => {
    expect(learningRateAt(1, 4)).toBe(1);
    expect(learningRateAt(0, 1)).toBeGreaterThan(0);
  });
});

describe('Adam', () => {
  it('takes its first step by the rate’s part of each tensor’s size, against the gradient', () => {
    const weights = Float32Array.of(3, -4, 0, 300, 400);
    const tensors = [
      { start: 0, end: 3 },
      { start: 3, end: 5 },
    ];
    const before = weights.slice();
    new Adam(tensors, weights, Uint8Array.of(0, 0, 1, 0, 0)).step(
      weights,
      Float32Array.of(2, -1, 7, 0.5, 8),
      0.01,
    );
    const moves = Array.from(weights, (weight, i) => weight - before[i]!);
    const [small, large] = [0.01 * Math.sqrt(12.5), Math.sqrt(12.5)];
    [-small, small, 0, -large, -large].forEach((move, i) => {
      expect(moves[i]).toBeCloseTo(move, 4);
    });
  });
});

/** A trainers that learns to bring every weight to 1. */
function pupils(
  weights: Float32Array,
  lossOf = (loss: number, _step: number) => loss,
): TrainContext['trainers'] {
  let steps = 0;
  const loss = () => weights.reduce((sum, weight) => sum + (weight - 1) * (weight - 1), 0);
  return {
    learn: async (_, gradient) => {
      weights.forEach((weight, i) => {
        gradient[i] = 2 * (weight - 1);
      });
      return lossOf(loss(), steps++);
    },
    judge: async () => loss(),
  };
}

function contextOf(weights: Float32Array, parts: Partial<TrainContext> = {}): TrainContext {
  return {
    trainers: pupils(weights),
    examples: { samples: 40, variants: 2, seed: 1, feeds: [], targets: [], labels: null },
    heldOut: [3, 7],
    tensors: [{ start: 0, end: weights.length, holdsZeros: true, prunable: true }],
    ...{ weights, progress: silent, resume: null, checkpoint: async () => {} },
    ...parts,
  };
}

const options: TrainOptions = {
  ...{ epochs: 30, batch: 10, learningRate: 0.1, minutes: 5, sparsity: null, seed: 1 },
};

describe('train', () => {
  const start = () => Float32Array.of(2, 0, 0.5, -1, 3);

  it('gets better, and leaves zeros alone', async () => {
    const result = await train(contextOf(start()), options);
    expect(result.after).toBeLessThan(1.1);
    expect(result.after).toBeLessThan(result.before);
    expect(result.weights[1]).toBe(0);
    expect(result).toMatchObject({ epochs: 30, planned: 30, stopped: 'done' });
  });

  it('shows each sample once an epoch, but for those held out, as its variants in turn', async () => {
    const weights = start();
    const seen: number[] = [];
    const trainers = pupils(weights);
    const learn: TrainContext['trainers']['learn'] = (examples, gradient) => {
      seen.push(...examples);
      return trainers.learn(examples, gradient);
    };
    await train(contextOf(weights, { trainers: { ...trainers, learn } }), { ...options, epochs: 2 });
    const learned = Array.from({ length: 40 }, (_, i) => i).filter((i) => i !== 3 && i !== 7);
    const ascending = (list: number[]) => list.toSorted((a, b) => a - b);
    expect(ascending(seen.slice(0, 38))).toEqual(learned);
    expect(ascending(seen.slice(38))).toEqual(learned.map((i) => i + 40));
  });

  it('stops where a loss is no number, and keeps the weights of the last whole epoch', async () => {
    const weights = start();
    const trainers = pupils(weights, (loss, step) => (step === 101 ? Number.NaN : loss));
    const states: Float32Array[] = [];
    const checkpoint: TrainContext['checkpoint'] = async (state) => {
      states.push(state.weights.slice());
    };
    const result = await train(contextOf(weights, { trainers, checkpoint }), options);
    expect(result).toMatchObject({ stopped: 'diverged', epochs: 25, isBetter: true });
    expect([...result.weights]).toEqual([...states[24]!]);
  });

  it('keeps the last weights, which a half cosine has brought to rest', async () => {
    const weights = start();
    const result = await train(contextOf(weights), options);
    expect([...result.weights]).toEqual([...weights]);
  });

  it('judges by variants of the samples held out, not by the samples', async () => {
    const judged: number[][] = [];
    const judging = async (parts: Partial<TrainContext>) => {
      const weights = start();
      const judge: TrainContext['trainers']['judge'] = async (examples) => judged.push([...examples]);
      await train(contextOf(weights, { trainers: { ...pupils(weights), judge }, ...parts }), options);
      return judged.pop();
    };
    const examples = contextOf(start()).examples;
    expect(await judging({})).toEqual([43, 47]);
    expect(await judging({ examples: { ...examples, variants: 3 } })).toEqual([43, 47, 83, 87]);
    expect(await judging({ examples: { ...examples, variants: 1 } })).toEqual([3, 7]);
    expect(await judging({ heldOut: [] })).toEqual(Array.from({ length: 40 }, (_, i) => 40 + i));
  });

  it('returns what was there where the judges find it better', async () => {
    const weights = start();
    let losses = 0;
    const trainers = { ...pupils(weights), judge: async () => losses++ };
    const result = await train(contextOf(weights, { trainers }), options);
    expect(result).toMatchObject({ stopped: 'done', isBetter: false, before: 0, after: 0 });
    expect([...result.weights]).toEqual([...start()]);
  });

  it('returns what was there where it made nothing better', async () => {
    const weights = start();
    const trainers = pupils(weights, () => Number.NaN);
    const result = await train(contextOf(weights, { trainers }), options);
    expect(result).toMatchObject({ stopped: 'diverged', isBetter: false });
    expect([...result.weights]).toEqual([...start()]);
  });

  it('plans as many epochs as fit into the budget at the speed that it comes to', async () => {
    let milliseconds = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => milliseconds);
    const weights = start();
    const trainers = pupils(weights);
    let steps = 0;
    const learn: TrainContext['trainers']['learn'] = (examples, gradient) => {
      milliseconds += steps++ < 4 ? 100 : 10;
      return trainers.learn(examples, gradient);
    };
    const context = contextOf(weights, { trainers: { ...trainers, learn } });
    const result = await train(context, { ...options, minutes: 1000 / 60_000 });
    clock.mockRestore();
    // 4 steps of 100 ms, then 15 epochs of 4 steps of 10 ms.
    expect(result).toMatchObject({ epochs: 16, planned: 16, stopped: 'done', isBetter: true });
  });

  it('ends with the budget', async () => {
    const result = await train(contextOf(start()), { ...options, minutes: 1e-9 });
    expect(result).toMatchObject({ epochs: 1, stopped: 'budget' });
  });

  it('goes on where it was interrupted, to the same weights', async () => {
    const whole = await train(contextOf(start()), options);
    const states: TrainContext['resume'][] = [];
    const checkpoint: TrainContext['checkpoint'] = async (state) => {
      states.push(structuredClone(state));
    };
    await train(contextOf(start(), { checkpoint }), options);
    const resumed = await train(contextOf(start(), { resume: states[16]! }), options);
    expect([...resumed.weights]).toEqual([...whole.weights]);
  });

  it('prunes while it learns', async () => {
    const weights = Float32Array.from({ length: 40 }, (_, i) => 0.2 + i / 20);
    const sparsity = schedule({ schedule: 'polynomial', final: 0.6, begin: 8, end: 60, frequency: 4 });
    const result = await train(contextOf(weights), { ...options, sparsity });
    expect(result.weights.filter((weight) => weight === 0)).toHaveLength(24);
    expect(result).toMatchObject({ isBetter: true, hasPruned: true });
  });

  it('changes nothing where there are too few steps to prune in', async () => {
    const weights = Float32Array.from({ length: 40 }, (_, i) => 0.2 + i / 20);
    const sparsity = schedule({ schedule: 'polynomial', final: 0.6, begin: 8, end: 121, frequency: 4 });
    const result = await train(contextOf(weights), { ...options, sparsity });
    expect(result).toMatchObject({ epochs: 30, isBetter: false, hasPruned: false });
    expect(result.weights.some((weight) => weight === 0)).toBe(false);
  });
});
