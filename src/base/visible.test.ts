import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.js';
import { visible } from './visible.js';

describe('visible', () => {
  it.each([
    ['controls and line breaks', ' a\r\n\tb\u0000c\u2028d\u0085', 'a b c d'],
    [
      'zero-width characters',
      'a\u200bb\u200cc\u200dd\u2060e\ufeff',
      'a\\u{200B}b\\u{200C}c\\u{200D}d\\u{2060}e',
    ],
    [
      'bidi controls',
      '\u202aa\u202e\u2066\u2069\u200e\u200f\u061c',
      '\\u{202A}a\\u{202E}\\u{2066}\\u{2069}\\u{200E}\\u{200F}\\u{61C}',
    ],
    ['tags and language marks', 'a\u{e0001}\u{e007f}', 'a\\u{E0001}\\u{E007F}'],
    ['variation selectors', 'a\ufe00\ufe0f\u{e0100}', 'a\\u{FE00}\\u{FE0F}\\u{E0100}'],
    ['soft hyphens and fillers', 'a\u00adb\u3164c\u115fd\u2800', 'a\\u{AD}b\\u{3164}c\\u{115F}d\\u{2800}'],
    ['interlinear annotation', 'a\ufff9b\ufffac\ufffb', 'a\\u{FFF9}b\\u{FFFA}c\\u{FFFB}'],
    ['blanks that are none', 'a\u00a0b\u2009c\u3000d', 'a\\u{A0}b\\u{2009}c\\u{3000}d'],
    ['halves of pairs', 'a\ud800b\udc00', 'a\\u{D800}b\\u{DC00}'],
    ['piled marks', `e${'\u0301'.repeat(40)}f`, 'e\u0301\u0301\u0301\u0301\ufffdf'],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    'models/kws.int8.tflite',
    'naïve e\u0301',
    '漢字 ไม้ नमस्ते',
    '💥 ⚠️ ✅',
    '\\u{202E}',
  ])('leaves %j as it is', (text) => expect(visible(text)).toBe(text));

  it('says where it left something out, even where the rest of it is nothing', () => {
    const hidden = `a${'\n'.repeat(5000)}hidden${'\n'.repeat(5000)}b`;
    expect(visible(hidden)).toBe('a … b');
    expect(visible('x'.repeat(10_000_000)).length).toBe(400);
  });
});

describe('shorten', () => {
  it('cuts in the middle and leaves as many characters as it is told', () => {
    expect(shorten('abcdefghij', 10)).toBe('abcdefghij');
    expect(shorten('abcdefghijk', 10)).toBe('abcde…hijk');
    expect(shorten('abcdefghijk', 1)).toBe('…');
    expect(shorten('💥'.repeat(10), 10)).toBe('💥'.repeat(10));
    expect([...shorten('💥'.repeat(1000), 80)]).toHaveLength(80);
  });

  it('never halves a character, nor parts a letter from its marks', () => {
    const units = ['💥', 'e\u0301', 'x', 'n\u0303\u0323', '漢', '👍🏽'];
    for (let shift = 0; shift < units.length; shift++) {
      const text = Array.from({ length: 60 }, (_, index) => units[(index + shift) % units.length]).join('');
      for (let max = 3; max < 40; max++) {
        const short = shorten(text, max);
        const [head, tail] = short.split('…') as [string, string];
        expect([...short].length).toBeLessThanOrEqual(max);
        expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
        for (const part of [text.slice(head.length), tail]) {
          expect(part).not.toMatch(/^[\p{M}\p{Emoji_Modifier}\udc00-\udfff]/u);
        }
      }
    }
  });
});
