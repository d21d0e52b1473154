/** One side of an activation's values, above or below 0, channel by channel. */
export interface Side {
  /** The same for both sides of an activation. */
  activation: object;
  /** How far values go, with room for later samples. */
  magnitudes: Float64Array;
  /** What noise in the channel brings about in the model's result. */
  gains: Float64Array;
  /** How far factors follow the magnitudes, 0..1: not far where these rest on few values. */
  strength: number;
}

/** Channels count as if they reached this part of the largest magnitude, and of the largest gain, at least. */
const leastPart = 1e-4;

/** What a limit is multiplied by in the search: at first, and at last. */
const [firstStep, lastStep] = [1.5, 1.05];

/** By how much a step must reduce noise. */
const leastGain = 1e-4;

/**
 * What to divide channels by, the same for several activations, so that rounding each of them with one scale
 * brings about as little noise in the model's result as can be.
 *
 * Were ranges certain, the factors for a single activation would be its magnitudes: each channel has then as
 * fine steps as with a scale of its own. The less certain they are, the more room is left to channels whose
 * noise matters little: factors are m^α / g^((1−α)/2), of magnitude m, gain g and strength α. Of several
 * activations each side gets a limit to keep, and a channel the least factor that keeps all of them; the
 * limits are searched for that make the least noise.
 *
 * @returns a factor for each channel, of geometric mean 1
 */
export function leastNoiseFactors(sides: readonly Side[], channels: number): Float64Array {
  const wishes = sides.map(wishedFactors);
  let best = { limits: wishes.map((wish) => largest(wish)), noise: Infinity };
  const attempt = (limits: number[]): boolean => {
    const noise = noiseOf(sides, leastFactors(wishes, limits, channels));
    const isBetter = noise < best.noise * (1 - leastGain);
    if (isBetter) best = { limits, noise };
    return isBetter;
  };
  attempt(best.limits);
  for (let step = firstStep; sides.length > 1 && step > lastStep; ) {
    let moved = false;
    for (let i = 0; i < sides.length; i++) {
      for (const change of [step, 1 / step])
        moved = attempt(best.limits.with(i, best.limits[i]! * change)) || moved;
    }
    if (!moved) step = Math.sqrt(step);
  }
  return normalized(leastFactors(wishes, best.limits, channels));
}

function wishedFactors({ magnitudes, gains, strength }: Side): Float64Array {
  const [leastMagnitude, leastGain] = [magnitudes, gains].map((values) => leastPart * largest(values) || 1);
  return magnitudes.map((magnitude, channel) => {
    const ofMagnitude = strength * Math.log(Math.max(magnitude, leastMagnitude!));
    const ofGain = ((1 - strength) / 2) * Math.log(Math.max(gains[channel]!, leastGain!));
    return Math.exp(ofMagnitude - ofGain);
  });
}

/** The least factors that keep every wish within its limit. */
function leastFactors(
  wishes: readonly Float64Array[],
  limits: readonly number[],
  channels: number,
): Float64Array {
  const factors = new Float64Array(channels);
  for (const [i, wish] of wishes.entries()) {
    for (let channel = 0; channel < channels; channel++) {
      factors[channel] = Math.max(factors[channel]!, wish[channel]! / limits[i]!);
    }
  }
  return factors;
}

/** The noise in the result, but for a constant: squared steps times gains. */
function noiseOf(sides: readonly Side[], factors: Float64Array): number {
  const widths = new Map<object, number>();
  for (const { activation, magnitudes } of sides) {
    let width = 0;
    for (let channel = 0; channel < factors.length; channel++) {
      width = Math.max(width, magnitudes[channel]! / factors[channel]!);
    }
    widths.set(activation, (widths.get(activation) ?? 0) + width);
  }
  let noise = 0;
  for (const { activation, gains } of sides) {
    const width = widths.get(activation);
    if (width === undefined) continue;
    widths.delete(activation);
    for (let channel = 0; channel < factors.length; channel++) {
      noise += width * width * factors[channel]! * factors[channel]! * gains[channel]!;
    }
  }
  return noise;
}

function normalized(factors: Float64Array): Float64Array {
  const mean = factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length;
  return factors.map((factor) => Math.exp(Math.log(factor) - mean));
}

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);
