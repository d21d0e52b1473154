import { describe, expect, it } from 'vitest';
import { randomNumbers } from './random-numbers.js';
import { pairedDifference, pairedMeanDifference, RunningMean, RunningSqnr, wilson } from './statistics.js';

describe('wilson', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven
  // methods", Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, total, low, high) => {
    const estimate = wilson(hits, total);
    expect(estimate.value).toBe(hits / total);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  it('is symmetric', () => {
    const few = wilson(0, 20);
    const all = wilson(20, 20);
    expect([all.low, all.high]).toEqual([1 - few.high, 1 - few.low]);
  });
});

/** Two models of which both are right on `both` samples, one alone on `onlyA`, … */
function pairs(both: number, onlyA: number, onlyB: number, neither: number): [Uint8Array, Uint8Array] {
  const a = [...Array(both).fill(1), ...Array(onlyA).fill(1), ...Array(onlyB + neither).fill(0)];
  const b = [
    ...Array(both).fill(1),
    ...Array(onlyA).fill(0),
    ...Array(onlyB).fill(1),
    ...Array(neither).fill(0),
  ];
  return [Uint8Array.from(a), Uint8Array.from(b)];
}

describe('pairedDifference', () => {
  // Armitage and Berry, Statistical Methods in Medical Research (1994), p. 127: 20, 12, 2, 16 cultures
  // on two media; P by the exact test as StatsDirect prints it for this example.
  it("gives the exact p-value of Armitage and Berry's example", () => {
    const test = pairedDifference(...pairs(20, 2, 12, 16));
    expect(test.pValue).toBeCloseTo(0.0129, 4);
    expect(test.significant).toBe(true);
    expect(test.delta.value).toBe(0.2);
  });

  // Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs data", BMC Medical
  // Research Methodology 13:91 (2013), table 1 (Bentur et al.), exact conditional test; the interval as
  // in their "Recommended tests and confidence intervals for paired binomial proportions", Statistics in
  // Medicine 33 (2014).
  it("gives p-value and interval of Bentur's data", () => {
    const { pValue, significant, delta } = pairedDifference(...pairs(1, 7, 1, 12));
    expect(pValue).toBeCloseTo(0.0703, 4);
    expect(significant).toBe(false);
    expect(delta.low).toBeCloseTo(-0.507, 3);
    expect(delta.high).toBeCloseTo(-0.026, 3);
  });

  // Altman, Machin, Bryant and Gardner, Statistics with Confidence (2000), table 6.2.
  it("gives Newcombe's interval of Altman's example", () => {
    const { delta } = pairedDifference(...pairs(14, 0, 5, 22));
    expect(delta.low).toBeCloseTo(0.011, 3);
    expect(delta.high).toBeCloseTo(0.226, 3);
  });

  it('changes its sign when the models change places', () => {
    const [a, b] = pairs(400, 30, 12, 58);
    const there = pairedDifference(a, b);
    const back = pairedDifference(b, a);
    expect(back.pValue).toBe(there.pValue);
    expect(back.delta.value).toBe(-there.delta.value);
    expect(back.delta.low).toBeCloseTo(-there.delta.high, 12);
  });

  it('finds no difference between a model and itself', () => {
    const [a] = pairs(450, 10, 0, 40);
    const { delta, pValue, significant } = pairedDifference(a, a);
    expect({ value: delta.value, pValue, significant }).toEqual({ value: 0, pValue: 1, significant: false });
    expect(delta.low).toBeLessThan(0);
    expect(delta.high).toBeGreaterThan(0);
  });

  it('stays exact with many samples', () => {
    const { pValue } = pairedDifference(...pairs(90_000, 5_000, 5_000, 0));
    expect(pValue).toBe(1);
    expect(pairedDifference(...pairs(90_000, 5_200, 4_800, 0)).pValue).toBeCloseTo(6.6e-5, 5);
  });

  it('refuses samples that are no pairs', () => {
    expect(() => pairedDifference(new Uint8Array(3), new Uint8Array(4))).toThrow('3 against 4');
    expect(() => pairedDifference(new Uint8Array(0), new Uint8Array(0))).toThrow('there are none');
  });
});

describe('pairedMeanDifference', () => {
  it("agrees with the t interval on Student's sleep data", () => {
    // Student, Biometrika 6 (1908); extra hours of sleep with two drugs, ten patients. The t interval is
    // [0.70, 2.46] and p = 0.0028; the bootstrap, without the t distribution's tails, is a bit narrower.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const { delta, significant } = pairedMeanDifference(first, second);
    expect(delta.value).toBeCloseTo(1.58, 10);
    expect(delta.low).toBeGreaterThan(0.7);
    expect(delta.low).toBeLessThan(1.1);
    expect(delta.high).toBeGreaterThan(2.1);
    expect(delta.high).toBeLessThan(2.46);
    expect(significant).toBe(true);
  });

  it('repeats itself for the same seed', () => {
    const random = randomNumbers(3);
    const a = Array.from({ length: 50 }, random);
    const b = Array.from({ length: 50 }, random);
    const first = pairedMeanDifference(a, b, 7);
    expect(pairedMeanDifference(a, b, 7)).toEqual(first);
    expect(pairedMeanDifference(a, b, 8).delta.low).not.toBe(first.delta.low);
  });

  it('cries wolf in about 5 % of comparisons of equals', () => {
    const random = randomNumbers(5);
    let alarms = 0;
    for (let repetition = 0; repetition < 400; repetition++) {
      const a = Array.from({ length: 40 }, random);
      const b = Array.from({ length: 40 }, random);
      if (pairedMeanDifference(a, b, repetition).significant) alarms++;
    }
    expect(alarms).toBeGreaterThan(8);
    expect(alarms).toBeLessThan(36);
  });
});

describe('RunningMean', () => {
  it('gives mean and interval of numbers far from 0', () => {
    // Mean 1e9 + 10, sample variance 30, as in the usual example against the textbook formula.
    const mean = new RunningMean();
    for (const value of [4, 7, 13, 16]) mean.add(1e9 + value);
    const { value, low, high } = mean.estimate();
    expect(value).toBe(1e9 + 10);
    expect(high - value).toBeCloseTo(1.959964 * Math.sqrt(30 / 4), 5);
    expect(value - low).toBeCloseTo(high - value, 5);
  });
});

describe('RunningSqnr', () => {
  it('is the ratio of the energies in dB', () => {
    const sqnr = new RunningSqnr();
    sqnr.add(60, 0.5);
    sqnr.add(40, 0.5);
    expect(sqnr.decibels).toBeCloseTo(20, 12);
  });

  it('is without bound where there is no noise, and interval and value are one', () => {
    const sqnr = new RunningSqnr();
    sqnr.add(60, 0);
    expect(sqnr.estimate()).toEqual({ value: Infinity, low: Infinity, high: Infinity });
  });

  it('has an interval that covers the true ratio in 95 % of repetitions', () => {
    const random = randomNumbers(11);
    const draw = () => -Math.log(1 - random());
    let covered = 0;
    for (let repetition = 0; repetition < 1000; repetition++) {
      const sqnr = new RunningSqnr();
      for (let i = 0; i < 200; i++) sqnr.add(100 * draw(), draw());
      const { low, high } = sqnr.estimate();
      if (low <= 20 && 20 <= high) covered++;
    }
    expect(covered).toBeGreaterThan(930);
    expect(covered).toBeLessThan(970);
  });
});
