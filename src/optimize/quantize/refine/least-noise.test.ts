import { describe, expect, it } from 'vitest';
import { leastNoiseFactors, type Side } from './least-noise.js';

const side = (magnitudes: number[], parts: Partial<Side> = {}): Side => ({
  activation: {},
  magnitudes: Float64Array.from(magnitudes),
  gains: new Float64Array(magnitudes.length).fill(1),
  strength: 1,
  ...parts,
});

const rounded = (factors: Float64Array): number[] => [...factors].map((factor) => Number(factor.toFixed(3)));

/** Squared steps times gains: what rounding to one scale an activation brings about, but for a constant. */
function noise(sides: Side[], factors: ArrayLike<number>): number {
  return sides.reduce((sum, { magnitudes, gains }) => {
    const width = Math.max(...magnitudes.map((magnitude, i) => magnitude / factors[i]!));
    return sum + width ** 2 * gains.reduce((all, gain, i) => all + gain * factors[i]! ** 2, 0);
  }, 0);
}

describe('factors for channels', () => {
  it('follow the magnitudes, where these are certain', () => {
    expect(rounded(leastNoiseFactors([side([1, 2, 8])], 3))).toEqual([0.397, 0.794, 3.175]);
  });

  it('give channels that matter finer steps, where magnitudes are uncertain', () => {
    const gains = Float64Array.of(1, 16, 1);
    expect(rounded(leastNoiseFactors([side([3, 3, 3], { gains, strength: 0 })], 3))).toEqual([
      1.587, 0.397, 1.587,
    ]);
  });

  it('keep a channel that is never active from vanishing', () => {
    const [dead, active] = leastNoiseFactors([side([0, 5])], 2);
    expect(active! / dead!).toBeCloseTo(1e4, 0);
  });

  it('weigh activations that share them by their noise', () => {
    const loud = side([1, 100], { gains: Float64Array.of(1000, 1000) });
    const faint = side([100, 1], { gains: Float64Array.of(0.001, 0.001) });
    const factors = leastNoiseFactors([loud, faint], 2);
    const least = Math.min(
      ...Array.from({ length: 400 }, (_, i) => noise([loud, faint], [1, 1.03 ** (i - 200)])),
    );
    expect(noise([loud, faint], factors)).toBeLessThan(1.05 * least);
    expect(noise([loud, faint], factors)).toBeLessThan(0.6 * noise([loud, faint], [1, 1]));
  });

  it('regard both sides of a signed activation', () => {
    const activation = {};
    const sides = [side([4, 1], { activation }), side([1, 4], { activation })];
    expect(rounded(leastNoiseFactors(sides, 2))).toEqual([1, 1]);
  });
});
