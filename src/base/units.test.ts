import { describe, expect, it } from 'vitest';
import { formatInteger, formatShare, signed, type Unit, units } from './units.js';

describe('figures', () => {
  it.each<[Unit, number, string]>([
    ['bytes', 0, '0 B'],
    ['bytes', 999, '999 B'],
    ['bytes', 1000, '1.0 KB'],
    ['bytes', 52_149, '52.1 KB'],
    ['bytes', 999_949, '999.9 KB'],
    ['bytes', 999_951, '1.00 MB'],
    ['bytes', 17_000_000, '17.00 MB'],
    ['bytes', 3_100_000_000, '3.10 GB'],
    ['ms', 0.001234, '0.00123 ms'],
    ['ms', 0.09999999, '0.100 ms'],
    ['ms', 2.246, '2.25 ms'],
    ['ms', 99.96, '100 ms'],
    ['ms', 1234.4, '1234 ms'],
    ['ratio', 0.9137, '91.4 %'],
    ['ratio', 1, '100.0 %'],
    ['dB', 38.25, '38.3 dB'],
    ['dB', Infinity, '∞ dB'],
    ['dB', -Infinity, '−∞ dB'],
    ['mse', 0.01234, '0.0123'],
    ['mse', 0, '0'],
  ])('%s %d: %s', (unit, value, text) => {
    expect(units[unit].format(value)).toBe(text);
  });

  it.each([
    [0.1234, '+12.3 %'],
    [-0.05, '−5.0 %'],
    [0, '±0 %'],
    [0.0004, '+0.04 %'],
    [-0.00004, '−0.004 %'],
    [1e-9, '+<0.001 %'],
    [-0.99999, '−100.0 %'],
  ])('share %d: %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it('has signs for differences', () => {
    expect(signed(-0.014, units.ratio.formatDifference)).toBe('−1.4 pp');
    expect(signed(0.0002, units.ratio.formatDifference)).toBe('+0.02 pp');
    expect(signed(-Infinity, units.dB.formatDifference)).toBe('−∞ dB');
    expect(signed(2100, units.bytes.formatDifference)).toBe('+2.1 KB');
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-123456, '-123,456'],
  [1234567890, '1,234,567,890'],
])('formatInteger(%d) is %s, as en-US has it', (value, text) => {
  expect(formatInteger(value)).toBe(text);
  expect(value.toLocaleString('en-US')).toBe(text);
});
