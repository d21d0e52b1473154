import { describe, expect, it } from 'vitest';
import { cholesky, solve } from '../../base/linear-algebra.js';
import { randomNumbers } from '../../base/random-numbers.js';
import { patternOf } from './pattern.js';
import { Surgeon } from './surgeon.js';
import { sweep } from './sweep.js';

/** More than the surgeon takes out between two passes over its matrix. */
const size = 24;
const random = randomNumbers(5);
const numbers = (count: number) => Float64Array.from({ length: count }, () => 2 * random() - 1);

/** A positive definite H with strong correlations. */
const matrix = (() => {
  const factors = numbers(size * size);
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++)
        product[i * size + j]! += factors[i * size + k]! * factors[j * size + k]!;
    }
    product[i * size + i]! += 0.05;
  }
  return product;
})();

const inverse = (() => {
  const factor = matrix.slice();
  cholesky(factor, size);
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = result.subarray(i * size, (i + 1) * size);
    row[i] = 1;
    solve(factor, size, row);
  }
  return result;
})();

/** The row nearest to `target` among those that are zero in the given columns, by solving for the others. */
function nearest(target: Float64Array, isZero: (column: number) => boolean): Float64Array {
  const kept = Array.from({ length: size }, (_, i) => i).filter((i) => !isZero(i));
  const part = new Float64Array(kept.length ** 2);
  const wanted = new Float64Array(kept.length);
  for (const [a, i] of kept.entries()) {
    for (const [b, j] of kept.entries()) part[a * kept.length + b] = matrix[i * size + j]!;
    for (let j = 0; j < size; j++) wanted[a]! += matrix[i * size + j]! * target[j]!;
  }
  cholesky(part, kept.length);
  solve(part, kept.length, wanted);
  const row = new Float64Array(size);
  for (const [a, i] of kept.entries()) row[i] = wanted[a]!;
  return row;
}

function errorOf(row: Float64Array, target: Float64Array): number {
  let error = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      error += (row[i]! - target[i]!) * matrix[i * size + j]! * (row[j]! - target[j]!);
    }
  }
  return error;
}

const none = new Uint8Array(size);
const surgeonOf = (name: string) => new Surgeon(inverse, size, patternOf(name)!);
const columns = Array.from({ length: size }, (_, i) => i);

describe('the surgeon', () => {
  it('leaves the least squares fit among rows with its zeros, and tells what that costs', () => {
    const target = numbers(size);
    const row = target.slice();
    const errors = surgeonOf('unstructured').prune([row], none, 19);
    expect(errors).toHaveLength(19);
    expect(row.filter((weight) => weight === 0)).toHaveLength(19);
    const best = nearest(target, (column) => row[column] === 0);
    for (const i of columns) expect(row[i]).toBeCloseTo(best[i]!, 9);
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(errorOf(row, target), 9);
  });

  it.each([
    ['unstructured', columns.map((i) => [i])],
    ['1x2', columns.filter((i) => i % 2 === 0).map((i) => [i, i + 1])],
    ['1x4', columns.filter((i) => i % 4 === 0).map((i) => [i, i + 1, i + 2, i + 3])],
  ] as const)('takes what is missed least, %s', (name, units) => {
    const target = numbers(size);
    const row = target.slice();
    const [error] = surgeonOf(name).prune([row], none, 1);
    const costs = units.map((unit) => {
      const isIn = (column: number) => (unit as readonly number[]).includes(column);
      return errorOf(nearest(target, isIn), target);
    });
    expect(error).toBeCloseTo(Math.min(...costs), 9);
    expect(errorOf(row, target)).toBeCloseTo(Math.min(...costs), 9);
  });

  it('takes the same columns of a bundle of rows, those that all together miss least', () => {
    const targets = [numbers(size), numbers(size)];
    const rows = targets.map((target) => target.slice());
    const [error] = surgeonOf('2x1').prune(rows, none, 1);
    const costs = columns.map((column) =>
      targets.reduce(
        (sum, target) =>
          sum +
          errorOf(
            nearest(target, (i) => i === column),
            target,
          ),
        0,
      ),
    );
    const chosen = costs.indexOf(Math.min(...costs));
    expect(error).toBeCloseTo(costs[chosen]!, 9);
    for (const row of rows) expect(columns.filter((i) => row[i] === 0)).toEqual([chosen]);
  });

  it('leaves no group of a pattern too full, and those zeros that were there', () => {
    const row = numbers(size);
    surgeonOf('2:4').prune(
      [row],
      Uint8Array.from(columns, (i) => (i < 2 || i === 7 ? 1 : 0)),
      Infinity,
    );
    for (const first of columns.filter((i) => i % 4 === 0)) {
      const group = row.subarray(first, first + 4);
      expect(group.filter((weight) => weight === 0)).toHaveLength(2);
    }
    expect([row[0], row[1], row[7]]).toEqual([0, 0, 0]);
  });
});

describe('the sweep', () => {
  it.each(['unstructured', '2:4', '1x4'])('comes near to the best fit with its zeros, %s', (name) => {
    const targets = [numbers(size), numbers(size)];
    const rows = targets.map((target) => target.slice());
    const pattern = patternOf(name)!;
    sweep(matrix, inverse, rows, [none, none], pattern, (2 * size) / pattern.unit / 2);
    expect(rows.flatMap((row) => [...row]).filter((weight) => weight === 0)).toHaveLength(size);
    for (const [r, row] of rows.entries()) {
      const best = errorOf(
        nearest(targets[r]!, (column) => row[column] === 0),
        targets[r]!,
      );
      const plain = errorOf(
        targets[r]!.map((weight, i) => (row[i] === 0 ? 0 : weight)),
        targets[r]!,
      );
      expect(errorOf(row, targets[r]!)).toBeLessThanOrEqual(plain);
      expect(errorOf(row, targets[r]!)).toBeLessThan(best + 0.25 * (plain - best) + 1e-9);
    }
  });
});
