import { describe, expect, test } from 'vitest';
import { countValues, histogramBins, quantile } from './histogram.js';

function histogramOf(values: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(histogramBins);
  countValues(counts, Float32Array.from(values));
  return counts;
}

describe('histograms', () => {
  const values = Float32Array.from(
    { length: 10_000 },
    (_, i) => Math.sin(i * i + 1) * 10 ** (((i * 7) % 9) - 4),
  );
  const sorted = values.toSorted();

  test.each([0.0001, 0.001, 0.05, 0.3, 0.5, 0.77, 0.99, 0.9999])('find the value at %f', (part) => {
    const expected = sorted[Math.ceil(part * sorted.length) - 1]!;
    const found = quantile(histogramOf(values), part);
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(Math.abs(expected) / 32);
  });

  test('of parts add up to that of the whole', () => {
    const counts = histogramOf(values.subarray(0, 3333));
    countValues(counts, values.subarray(3333));
    expect(counts).toEqual(histogramOf(values));
    expect(counts.reduce((a, b) => a + b)).toBe(values.length);
  });

  test('order numbers of all magnitudes and both signs', () => {
    const numbers = [-Infinity, -3e38, -1, -(2 ** -149), 0, 2 ** -149, 1e-20, 1, 1.5, 3e38, Infinity];
    const bins = numbers.map((number) => histogramOf([number]).indexOf(1));
    expect(bins).toEqual(bins.toSorted((a, b) => a - b));
  });

  test('of nothing have no value', () => {
    expect(quantile(histogramOf([]), 0.5)).toBeNaN();
  });
});
