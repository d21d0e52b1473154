import { describe, expect, it } from 'vitest';
import { int8Parameters, int8Range, rangeOf, roundAway, toInt8 } from './affine.js';
import { absmaxScales, channelLayout, toCodes } from './channels.js';
import { ScaleGroups } from './scale-groups.js';

describe('int8 activations', () => {
  it.each([
    ['around zero', -1, 1, 2 / 255, -1],
    ['positive, widened to 0', 2, 6, 6 / 255, -128],
    ['negative, widened to 0', -6, -2, 6 / 255, 127],
    ['a single value', 5, 5, 5 / 255, -128],
    ['nothing but 0', 0, 0, 1e-6 / 255, -128],
    ['skewed', -1, 3, 4 / 255, -64],
  ])('%s', (_, min, max, scale, zeroPoint) => {
    const parameters = int8Parameters({ min, max });
    expect(parameters).toEqual({ scale: Math.fround(scale), zeroPoint });
    expect(toInt8(Float32Array.of(0), parameters)[0]).toBe(zeroPoint);
    const covered = int8Range(parameters);
    expect(covered.min).toBeLessThanOrEqual(Math.min(0, min) + scale / 2);
    expect(covered.max).toBeGreaterThanOrEqual(Math.max(0, max) - scale / 2);
  });

  it('are off by half a step at most, and clamped beyond their range', () => {
    const parameters = int8Parameters({ min: -0.7, max: 1.9 });
    const values = Float32Array.from({ length: 1000 }, (_, i) => -0.7 + (2.6 * i) / 999);
    const stored = toInt8(values, parameters);
    for (const [i, code] of stored.entries()) {
      const back = parameters.scale * (code - parameters.zeroPoint);
      expect(Math.abs(back - values[i]!)).toBeLessThanOrEqual(parameters.scale * 0.5001);
    }
    expect([...toInt8(Float32Array.of(-9, 9), parameters)]).toEqual([-128, 127]);
  });

  it('round halves away from zero', () => {
    expect([-2.5, -0.5, 0.5, 1.5, 2.4999].map(roundAway)).toEqual([-3, -1, 1, 2, 2]);
  });

  it('have the range of their values', () => {
    expect(rangeOf(Float32Array.of(3, -2, 7))).toEqual({ min: -2, max: 7 });
    expect(rangeOf(new Float32Array())).toEqual({ min: 0, max: 0 });
  });
});

describe('int8 weights', () => {
  const values = Float32Array.of(1, -2, 0.5, 0, 0, 0, 4, 3, -127);

  it.each([
    ['along the first dimension', [3, 3], 0, [2, 127, 127], [64, -127, 32, 0, 0, 0, 4, 3, -127]],
    ['along the last dimension', [3, 3], 1, [4, 3, 127], [32, -85, 1, 0, 0, 0, 127, 127, -127]],
    ['as one', [9], null, [127], [1, -2, 1, 0, 0, 0, 4, 3, -127]],
  ])('have a scale for each channel %s', (_, shape, axis, largest, codes) => {
    const layout = channelLayout(shape, axis);
    const scale = absmaxScales(values, layout);
    expect([...scale]).toEqual(largest.map((magnitude) => Math.fround(magnitude / 127)));
    expect([...toCodes(values, scale, layout)]).toEqual(codes);
  });

  it('of an inner dimension', () => {
    const inner = Float32Array.from({ length: 12 }, (_, i) => i + 1);
    const scale = absmaxScales(inner, channelLayout([2, 3, 2], 1));
    expect([...scale]).toEqual([8, 10, 12].map((magnitude) => Math.fround(magnitude / 127)));
  });

  it('that are next to nothing have a scale that can be divided by', () => {
    const values = Float32Array.of(1e-45, -1e-45, 1e-40, 2e-40);
    const layout = { outer: 1, channels: 2, inner: 2 };
    const scale = absmaxScales(values, layout);
    expect([...scale]).toEqual([2 ** -126, 2 ** -126]);
    expect([...toCodes(values, scale, layout)]).toEqual([0, 0, 0, 0]);
  });

  it('of zeros have a scale, too', () => {
    expect(absmaxScales(new Float32Array(4), channelLayout([2, 2], 0)).every((scale) => scale > 0)).toBe(
      true,
    );
  });
});

describe('scale groups', () => {
  const [a, b, c, d] = [{}, {}, {}, {}];
  const groups = new ScaleGroups();
  groups.add(a, 'int8', { min: -1, max: 1 });
  groups.add(b, 'int8', { min: 0, max: 4 });
  groups.add(c, 'int8', { min: 0, max: 1 }, { type: 'int8', scale: 1 / 256, zeroPoint: -128 });
  groups.add(d, 'int8', { min: 0, max: 0.5 });

  it('share the union of their ranges', () => {
    expect(groups.join(a, b)).toBe(true);
    expect(groups.form(a)).toEqual({ type: 'int8', ...int8Parameters({ min: -1, max: 4 }) });
    expect(groups.form(b)).toEqual(groups.form(a));
  });

  it('take a fixed scale that holds them, and refuse one that does not', () => {
    expect(groups.join(a, c)).toBe(false);
    expect(groups.join(d, c)).toBe(true);
    expect(groups.form(d)).toEqual({ type: 'int8', scale: 1 / 256, zeroPoint: -128 });
    expect(groups.join(b, d)).toBe(false);
  });
});
