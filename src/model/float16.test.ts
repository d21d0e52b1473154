import { describe, expect, it } from 'vitest';
import { bfloat16ToFloat32, float16ToFloat32, float32ToFloat16 } from './float16.js';

/** The value of a binary16 word, by IEEE 754's definition. */
function wordValue(word: number): number {
  const sign = word & 0x8000 ? -1 : 1;
  const exponent = (word >> 10) & 31;
  const fraction = word & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : (sign * fraction) / 2 ** 24;
}

const allWords = Uint16Array.from({ length: 65536 }, (_, word) => word);
const isNan = (word: number) => (word & 0x7fff) > 0x7c00;

describe('float16', () => {
  it('reads every word as the standard defines it', () => {
    const floats = float16ToFloat32(allWords);
    const wrong = allWords.filter((word) => !Object.is(floats[word], wordValue(word)));
    expect([...wrong]).toEqual([]);
  });

  it('writes every word that it reads, NaN as a NaN', () => {
    const words = float32ToFloat16(float16ToFloat32(allWords));
    const wrong = allWords.filter((word) => (isNan(word) ? !isNan(words[word]!) : words[word] !== word));
    expect([...wrong]).toEqual([]);
  });

  it('rounds what lies between two words to the nearer, halves to the even one', () => {
    const positive = allWords.subarray(0, 0x7bff);
    const between = (part: number) =>
      Float32Array.from(positive, (word) => wordValue(word) + part * (wordValue(word + 1) - wordValue(word)));
    expect(float32ToFloat16(between(0.5))).toEqual(positive.map((word) => word + (word & 1)));
    expect(float32ToFloat16(between(0.49))).toEqual(positive);
    expect(float32ToFloat16(between(0.51))).toEqual(positive.map((word) => word + 1));
  });

  it('turns what is too large into infinity, and what is too small into zero', () => {
    const floats = Float32Array.of(65519, 65520, -65536, 3e38, 2 ** -25, -(2 ** -25) * 1.01, 1e-45);
    expect([...float32ToFloat16(floats)]).toEqual([0x7bff, 0x7c00, 0xfc00, 0x7c00, 0, 0x8001, 0]);
  });
});

it('bfloat16 is the upper half of a float', () => {
  expect(bfloat16ToFloat32(Uint16Array.of(0x3f80, 0xc049, 0))).toEqual(Float32Array.of(1, -3.140625, 0));
});
