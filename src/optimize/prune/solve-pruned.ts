import { cholesky, damping, solve } from '../../base/linear-algebra.js';
import type { Moments } from '../../runtime/reducers/moments.js';
import type { Weighted } from '../reconstruct/held-out.js';
import { refitBias } from '../reconstruct/held-out.js';
import type { Pattern } from './pattern.js';
import { Surgeon } from './surgeon.js';
import { sweep } from './sweep.js';

/** Multiplications of a layer, of the order of, beyond which the surgeon takes too long. */
const surgeonLimit = 3e10;

/** What shall become of a layer. */
export interface Demand {
  pattern: Pattern;
  /** Units that shall be zero, those that are already counted; the pattern decides where it can. */
  count: number;
}

/**
 * Finds weights with zeros and a bias, with which an operator's outputs in the pruned model come as near as
 * possible to the dense model's: the least squares fit of those by what the pruned model gives the
 * operator, then without one weight after another. Weights that are zero stay it.
 *
 * @param reference the dense operator
 * @returns null where the samples tell nothing that could be computed with
 */
export function solvePruned(moments: Moments, reference: Weighted, demand: Demand): Weighted | null {
  const { groups, rows, columns, stride, offset } = moments.patches;
  const result = { weights: reference.weights.slice(), bias: reference.bias.slice() };
  for (let group = 0; group < groups; group++) {
    const matrix = damped(moments.products[group]!, columns);
    const inverse = inverseOf(matrix, columns);
    if (!inverse) return null;
    const channels = Array.from({ length: rows }, (_, i) => group * rows + i);
    const dense = channels.map((channel) =>
      Float64Array.from({ length: columns }, (_, i) => reference.weights[offset(channel) + i * stride]!),
    );
    const zeros = dense.map((row) => Uint8Array.from(row, (weight) => (weight === 0 ? 1 : 0)));
    const fitted = dense.map((row) => refit(row, moments.cross[group]!, inverse));
    const count =
      Math.round(((group + 1) * demand.count) / groups) - Math.round((group * demand.count) / groups);
    if ((rows / demand.pattern.bundle) * columns * columns * columns <= surgeonLimit) {
      operate(new Surgeon(inverse, columns, demand.pattern), fitted, zeros, demand.pattern, count);
    } else sweep(matrix, inverse, fitted, zeros, demand.pattern, count);
    for (const [r, channel] of channels.entries()) {
      const start = offset(channel);
      for (let i = 0; i < columns; i++) result.weights[start + i * stride] = fitted[r]![i]!;
    }
  }
  refitBias(moments, reference.weights, reference.bias, result);
  return result;
}

function damped(products: Float64Array, size: number): Float64Array {
  const matrix = products.slice();
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i]!;
  for (let i = 0; i < size; i++) matrix[i * size + i]! += (damping * trace) / size;
  return matrix;
}

function inverseOf(matrix: Float64Array, size: number): Float64Array | null {
  const factor = matrix.slice();
  if (!cholesky(factor, size)) return null;
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = inverse.subarray(i * size, (i + 1) * size);
    row[i] = 1;
    solve(factor, size, row);
  }
  return inverse;
}

/** w + w C H⁻¹ with C = (x − xq) xqᵀ: the least squares fit of w x by xq. */
function refit(row: Float64Array, cross: Float64Array, inverse: Float64Array): Float64Array {
  const change = multiply(multiply(row, cross), inverse);
  return row.map((weight, i) => weight + change[i]!);
}

function multiply(row: Float64Array, matrix: Float64Array): Float64Array {
  const size = row.length;
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const factor = row[i]!;
    if (factor === 0) continue;
    for (let j = 0; j < size; j++) product[j]! += factor * matrix[i * size + j]!;
  }
  return product;
}

/** Lets the surgeon at each bundle of rows, as often as it is cheapest for all of them together. */
function operate(
  surgeon: Surgeon,
  rows: Float64Array[],
  zeros: Uint8Array[],
  { unit, bundle, group }: Pattern,
  count: number,
): void {
  const bundles = Array.from({ length: rows.length / bundle }, (_, i) => {
    const [first, end] = [i * bundle, (i + 1) * bundle];
    return { rows: rows.slice(first, end), zeros: common(zeros.slice(first, end)) };
  });
  const gone = bundles.reduce((sum, each) => sum + unitsOf(each.zeros, unit), 0);
  const errors = group
    ? null
    : bundles.map((each) =>
        surgeon.prune(
          each.rows.map((row) => row.slice()),
          each.zeros,
          Infinity,
        ),
      );
  const further = errors && shares(errors, count - gone);
  for (const [i, each] of bundles.entries()) surgeon.prune(each.rows, each.zeros, further?.[i] ?? Infinity);
}

/** 1 for columns that are zero in all rows. */
function common(zeros: readonly Uint8Array[]): Uint8Array {
  return zeros[0]!.map((_, column) => (zeros.every((row) => row[column]) ? 1 : 0));
}

/** Units of a row all of whose weights are zero. */
function unitsOf(zeros: Uint8Array, unit: number): number {
  let count = 0;
  for (let first = 0; first < zeros.length; first += unit) {
    if (zeros.subarray(first, first + unit).every((zero) => zero === 1)) count++;
  }
  return count;
}

/** How many of the first entries of each list belong to the so many least ones; an entry counts as no less than those before it. */
function shares(lists: readonly number[][], count: number): number[] {
  const entries = lists.flatMap((list, index) => {
    let largest = 0;
    return list.map((value) => {
      largest = Math.max(largest, value);
      return { index, value: largest };
    });
  });
  entries.sort((a, b) => a.value - b.value || a.index - b.index);
  const result = lists.map(() => 0);
  for (const { index } of entries.slice(0, Math.max(0, count))) result[index]!++;
  return result;
}
