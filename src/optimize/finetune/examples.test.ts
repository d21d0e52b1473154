import { describe, expect, it } from 'vitest';
import { fillExample, variantOf } from './examples.js';

const plan = { samples: 10, seed: 4 };

describe('variantOf', () => {
  it('leaves the samples themselves as they are', () => {
    expect(variantOf(plan, 7)).toEqual({ first: 7, second: 7, share: 1, shift: [0, 0], mirrored: false });
  });

  it('mixes up to a half of another sample in, and shifts a little, the same each time', () => {
    const variants = Array.from({ length: 500 }, (_, i) => variantOf(plan, 10 + i));
    for (const [i, { first, second, share, shift }] of variants.entries()) {
      expect(first).toBe(i % 10);
      expect(second).toBeLessThan(10);
      expect(share).toBeGreaterThanOrEqual(0.5);
      expect(Math.max(...shift.map(Math.abs))).toBeLessThanOrEqual(1 / 16);
    }
    expect(new Set(variants.map(({ second }) => second)).size).toBe(10);
    expect(variants.filter(({ mirrored }) => mirrored).length / 500).toBeCloseTo(0.5, 1);
    expect(variantOf(plan, 123)).toEqual(variants[113]);
    expect(variantOf({ ...plan, seed: 5 }, 123)).not.toEqual(variants[113]);
  });
});

describe('fillExample', () => {
  const values = Float32Array.from({ length: 2 * 8 }, (_, i) => i);

  it('shifts pictures, edges repeated, then mixes them', () => {
    const filled = new Float32Array(8);
    const variant = {
      first: 1,
      second: 0,
      share: 0.75,
      shift: [0, 0.25] as [number, number],
      mirrored: false,
    };
    fillExample({ shape: [1, 2, 4, 1], values }, variant, filled);
    const own = [9, 10, 11, 11, 13, 14, 15, 15];
    const other = [1, 2, 3, 3, 5, 6, 7, 7];
    expect([...filled]).toEqual(own.map((value, i) => 0.75 * value + 0.25 * other[i]!));
  });

  it.each([
    ['in colour', 3, [9, 10, 11, 6, 7, 8, 3, 4, 5, 0, 1, 2]],
    ['of one channel', 1, [0, 1, 2]],
  ])('mirrors pictures %s, or not', (_, channels, expected) => {
    const shape = [1, 1, expected.length / channels, channels];
    const filled = new Float32Array(expected.length);
    const variant = { first: 0, second: 1, share: 0.5, shift: [0, 0] as [number, number], mirrored: true };
    const picture = Float32Array.from({ length: expected.length }, (_, i) => i);
    fillExample({ shape, values: Float32Array.of(...picture, ...picture) }, variant, filled);
    expect([...filled]).toEqual(expected);
  });

  it('only mixes what is no picture', () => {
    const filled = new Float32Array(8);
    const variant = { first: 0, second: 1, share: 0.5, shift: [0.9, 0.9] as [number, number] };
    fillExample({ shape: [1, 8], values }, { ...variant, mirrored: true }, filled);
    expect([...filled]).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
