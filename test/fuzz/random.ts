import type { RandomNumbers } from '../../src/base/random-numbers.js';

/** A whole number from 0 to below `count`. */
export function below(count: number, random: RandomNumbers): number {
  return Math.floor(random() * count);
}

export function pick<T>(items: readonly T[], random: RandomNumbers): T {
  return items[below(items.length, random)]!;
}

/** Calls one of some actions. */
export function oneOf(random: RandomNumbers, ...actions: (() => void)[]): void {
  pick(actions, random)();
}

/** Numbers at which programs go wrong. */
export const oddIntegers = [
  0,
  1,
  2,
  3,
  4,
  7,
  8,
  16,
  31,
  64,
  127,
  128,
  255,
  256,
  1000,
  4096,
  32767,
  65535,
  65536,
  1 << 20,
  1 << 28,
  2 ** 31 - 1,
  -1,
  -2,
  -128,
  -(2 ** 31),
];

export const oddFloats = [
  0,
  -0,
  1,
  -1,
  0.5,
  1e-3,
  1e-10,
  1e-38,
  1.4e-45,
  1e-40,
  1e10,
  3.4e38,
  -3.4e38,
  Infinity,
  -Infinity,
  Number.NaN,
];

/** A number near another, or an odd one. */
export function oddInteger(old: number, random: RandomNumbers): number {
  if (random() < 0.4) return old + pick([-2, -1, 1, 2], random);
  return pick(oddIntegers, random);
}
