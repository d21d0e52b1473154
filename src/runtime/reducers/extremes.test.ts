import { describe, expect, test } from 'vitest';
import { extremes, scanInPlace, stateBytes } from './extremes.js';

describe('extremes', () => {
  /** Numbers of either sign over many magnitudes. */
  const numbers = (length: number) =>
    Float32Array.from({ length }, (_, i) => Math.sin(i * i + 1) * 10 ** (((i * 7) % 13) - 6));

  test.each([1, 2, 3, 4, 5, 16_000, 16_368, 16_369, 50_001])('of %i numbers', (length) => {
    const values = numbers(length);
    expect(extremes(values)).toEqual({
      min: values.reduce((a, b) => Math.min(a, b)),
      max: values.reduce((a, b) => Math.max(a, b)),
      nan: false,
    });
  });

  test('finds them wherever they are', () => {
    for (const at of [0, 1, 2, 3, 4, 16_367, 16_368, 32_735, 32_736, 40_000]) {
      const values = new Float32Array(40_001);
      values[at] = -3;
      expect(extremes(values)).toEqual({ min: -3, max: 0, nan: false });
      values[at] = 5;
      expect(extremes(values)).toEqual({ min: 0, max: 5, nan: false });
      values[at] = Number.NaN;
      expect(extremes(values)).toEqual({ min: 0, max: 0, nan: true });
    }
  });

  test('passes over NaN before and behind numbers', () => {
    const values = Float32Array.of(NaN, 1, NaN, -2, NaN, NaN, NaN, NaN, 7, NaN);
    expect(extremes(values)).toEqual({ min: -2, max: 7, nan: true });
    expect(extremes(Float32Array.of(NaN))).toEqual({ min: Infinity, max: -Infinity, nan: true });
  });

  test('knows infinities, denormal numbers and one zero only', () => {
    const tiny = 2 ** -149;
    expect(extremes(Float32Array.of(-Infinity, 1))).toEqual({ min: -Infinity, max: 1, nan: false });
    expect(extremes(Float32Array.of(tiny, 2 * tiny))).toEqual({ min: tiny, max: 2 * tiny, nan: false });
    expect(extremes(Float32Array.of(-0, -0))).toEqual({ min: 0, max: 0, nan: false });
  });

  test('looks at numbers where they are, wherever that is in a memory, and only at those', () => {
    const memory = new WebAssembly.Memory({ initial: 3 });
    scanInPlace(memory, 64);
    for (const length of [0, 1, 7, 8, 9, 17, 16_400]) {
      for (const at of [64 + stateBytes, 1004, 3 * 65_536 - 4 * length]) {
        new Float32Array(memory.buffer, 64 + stateBytes).fill(1e9).fill(Number.NaN, 0, 2);
        const values = new Float32Array(memory.buffer, at, length);
        values.set(numbers(length));
        expect(extremes(values)).toEqual(extremes(values.slice()));
      }
    }
  });

  test('of nothing', () => {
    expect(extremes(new Float32Array())).toEqual({ min: Infinity, max: -Infinity, nan: false });
  });
});
