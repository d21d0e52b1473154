/** A source of numbers in [0, 1), the same for the same seed on every machine. */
export type RandomNumbers = () => number;

/**
 * Seeded random numbers: Tommy Ettinger's mulberry32 (32 bits of state, passes gjrand; public domain).
 * Good for picking and for noise, not for secrets.
 */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed for the `index`-th stream of a seed, so that each sample has random numbers of its own. */
export function streamSeed(seed: number, ...indices: number[]): number {
  let mixed = seed >>> 0;
  for (const index of indices) {
    mixed = Math.imul(mixed ^ (index + 0x9e3779b9), 0x85ebca6b) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
    mixed = (mixed ^ (mixed >>> 16)) >>> 0;
  }
  return mixed;
}

/** The numbers 0 … size − 1 in random order (Fisher and Yates' shuffle). */
export function permutation(size: number, random: RandomNumbers): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
