import { describe, expect, it } from 'vitest';
import { lamp, uniform } from './allocate.js';

const sizes = [Float64Array.of(9, 1, 4, 0), Float64Array.of(100, 100), Float64Array.of(1, 2, 3)];

describe('LAMP', () => {
  /** By the paper's definition: each square by the sum of those at least as large, smallest scores first. */
  function byDefinition(sparsity: number): number[] {
    const scores = sizes.flatMap((layer, index) => {
      const sorted = [...layer].sort((a, b) => a - b);
      return sorted.map((size, i) => ({
        index,
        score: size === 0 ? 0 : size / sorted.slice(i).reduce((sum, each) => sum + each, 0),
      }));
    });
    const gone = scores.sort((a, b) => a.score - b.score).slice(0, Math.round(scores.length * sparsity));
    return sizes.map((_, index) => gone.filter((each) => each.index === index).length);
  }

  it.each([0.1, 0.3, 0.5, 0.6])('spreads %f of zeros as its paper says', (sparsity) => {
    expect(lamp(sizes, sparsity)).toEqual(byDefinition(sparsity));
  });

  it('leaves each layer its largest weight as long as others have more', () => {
    expect(lamp(sizes, 6 / 9)).toEqual([3, 1, 2]);
  });

  it('takes zeros that are there before all else', () => {
    expect(lamp([Float64Array.of(0, 0, 5, 6), Float64Array.of(1e-9, 2e-9, 1, 1)], 0.25)).toEqual([2, 0]);
  });

  it('spreads equal scores without losing one', () => {
    const equal = [new Float64Array(4).fill(1), new Float64Array(4).fill(1)];
    expect(lamp(equal, 0.5).reduce((a, b) => a + b)).toBe(4);
    expect(lamp([new Float64Array(3), new Float64Array(3)], 0.5).reduce((a, b) => a + b)).toBe(3);
  });
});

it('uniform takes the same part of each layer', () => {
  expect(uniform(sizes, 0.5)).toEqual([2, 1, 2]);
});
