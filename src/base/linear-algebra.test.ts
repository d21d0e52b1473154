import { describe, expect, it } from 'vitest';
import { descend, nearestPlane, quadratic } from '../optimize/quantize/refine/lattice.js';
import { addCrossProducts, addProducts, cholesky, mirror, solve, solveTogether } from './linear-algebra.js';

describe('linear algebra', () => {
  it('adds products of vectors', () => {
    const vectors = Float64Array.of(1, 2, 0, 0, 3, -1, 0, 5);
    const matrix = new Float64Array(4);
    addProducts(matrix, 2, vectors, 4);
    mirror(matrix, 2);
    expect([...matrix]).toEqual([10, -1, -1, 30]);
  });

  it('adds products of pairs of vectors', () => {
    const matrix = new Float64Array(4);
    addCrossProducts(
      matrix,
      2,
      Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0),
      Float64Array.of(2, 3, 4, 5, 6, 7, 8, 9),
      4,
    );
    expect([...matrix]).toEqual([2, 3, 4, 5]);
  });

  it('factors and solves', () => {
    // RᵀR with R = [[2, 1, 3], [0, 4, 5], [0, 0, 6]].
    const matrix = Float64Array.of(4, 2, 6, 2, 17, 23, 6, 23, 70);
    expect(cholesky(matrix, 3)).toBe(true);
    expect([...matrix]).toEqual([2, 1, 3, 0, 4, 5, 0, 0, 6]);
    // b of x = [1, −2, 3].
    const vector = Float64Array.of(18, 37, 170);
    solve(matrix, 3, vector);
    expect([...vector].map((value) => Number(value.toFixed(9)))).toEqual([1, -2, 3]);
  });

  it('solves for four vectors as for each alone', () => {
    const factor = Float64Array.of(2, 1, 3, 0, 4, 5, 0, 0, 6);
    const alone = [0, 1, 2, 3].map((k) => Float64Array.of(k, 7 - k * k, k === 2 ? 0 : 1 / (k + 1)));
    const all = Float64Array.from({ length: 12 }, (_, i) => alone[i % 4]![Math.floor(i / 4)]!);
    solveTogether(factor, 3, all);
    for (const vector of alone) solve(factor, 3, vector);
    expect([...all]).toEqual(Array.from({ length: 12 }, (_, i) => alone[i % 4]![Math.floor(i / 4)]));
  });

  it.each([
    ['indefinite', [1, 2, 2, 1]],
    ['without numbers', [Number.NaN, 0, 0, 1]],
    ['zero', [0, 0, 0, 0]],
  ])('refuses a matrix that is %s', (_, values) => {
    expect(cholesky(Float64Array.from(values), 2)).toBe(false);
  });
});

describe('rounding to a lattice', () => {
  const range = { low: -127, high: 127 };
  const ones = Float64Array.of(1, 1);
  // Two inputs that nearly always move together: what one weight loses, the other can make up for.
  const matrix = () => Float64Array.of(1, 0.99, 0.99, 1.0001);
  const weights = Float64Array.of(0.45, 0.45);

  it('carries what is lost by rounding on to the next weight', () => {
    const codes = new Float64Array(2);
    const error = nearestPlane(quadratic(matrix(), 2, 0)!, weights, ones, range, codes, new Float64Array(2));
    // Rounded by themselves both would be 0, with an error of 0.81.
    expect([...codes].sort()).toEqual([0, 1]);
    const [a, b] = [0.45 - codes[0]!, 0.45 - codes[1]!];
    expect(error).toBeCloseTo(a * a + 2 * 0.99 * a * b + 1.0001 * b * b, 9);
    expect(error).toBeLessThan(0.02);
  });

  it('improves codes one by one', () => {
    const codes = Float64Array.of(0, 0);
    descend(quadratic(matrix(), 2, 0)!, weights, ones, range, codes, new Float64Array(2), 5);
    expect([...codes].sort()).toEqual([0, 1]);
  });

  it('stays within the codes there are', () => {
    const codes = new Float64Array(2);
    const narrow = { low: -8, high: 7 };
    const form = quadratic(Float64Array.of(1, 0, 0, 1), 2, 0.01)!;
    nearestPlane(form, Float64Array.of(100, -100), ones, narrow, codes, new Float64Array(2));
    descend(form, Float64Array.of(100, -100), ones, narrow, codes, new Float64Array(2), 3);
    expect([...codes]).toEqual([7, -8]);
  });
});
