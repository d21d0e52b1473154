import { expect, it } from 'vitest';
import { headroomOf } from './headroom.js';

it('gives a tenth of room to some 500 values, and less the more there are', () => {
  expect(headroomOf(484)).toBeCloseTo(0.1, 6);
  expect(headroomOf(100 * 484)).toBeCloseTo(0.01, 6);
  expect(headroomOf(0)).toBe(headroomOf(1));
});
