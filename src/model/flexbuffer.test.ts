import { encode } from 'flatbuffers/js/flexbuffers.js';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../base/random-numbers.js';
import { readWholeNumbers } from './flexbuffer.js';

const options = { boxes: 100, classes: 70_000, least: -3, scale: 0.5, name: 'detector', isQuantized: true };

describe('whole numbers of a FlexBuffer', () => {
  it.each([
    ['8 bits', { a: 1, b: -2 }],
    ['16 bits', { a: 1000, b: -2000 }],
    ['32 bits', { a: 100_000, b: -200_000 }],
    ['64 bits', { a: 2 ** 40, b: -1 }],
  ])('of %s', (_, numbers) => {
    expect(readWholeNumbers(encode(numbers))).toEqual(new Map(Object.entries(numbers)));
  });

  it('stand among others', () => {
    const found = readWholeNumbers(encode(options));
    expect(found).toEqual(new Map(Object.entries({ boxes: 100, classes: 70_000, least: -3 })));
  });

  it('aren’t in anything else', () => {
    for (const bytes of [encode(7), encode('text'), encode([1, 2]), new Uint8Array(), Uint8Array.of(9)]) {
      expect(readWholeNumbers(bytes)).toBeNull();
    }
  });

  it('are read, or not, of any bytes', () => {
    const random = randomNumbers(1);
    const whole = encode(options);
    for (let i = 0; i < 20_000; i++) {
      const bytes = whole.slice(0, i % 3 === 0 ? Math.floor(random() * whole.length) : whole.length);
      for (let j = 0; j < 3 && bytes.length > 0; j++) {
        // Types, widths and places are at the end.
        const at = bytes.length - 1 - Math.floor(random() * Math.min(bytes.length, 24));
        bytes[at] = Math.floor(random() * 256);
      }
      const found = readWholeNumbers(bytes);
      for (const value of found?.values() ?? []) expect(value).toBe(Math.trunc(value));
    }
  });
});
