import { cholesky } from '../../base/linear-algebra.js';
import { settle } from '../reconstruct/settle.js';
import { withoutSmallest } from './magnitude.js';
import type { Pattern } from './pattern.js';

/**
 * Prunes rows too many or too long for the surgeon: weights are chosen once, by what each is missed by
 * when those before it have settled, and the others make up for them in one sweep over the columns (SparseGPT,
 * Frantar & Alistarh 2023, arXiv:2301.00774) and some rounds of coordinate descent. Takes about size²
 * multiplications a row.
 *
 * @param matrix H of the error (w − v) H (w − v)ᵀ, size × size
 * @param inverse H⁻¹
 * @param rows change
 * @param zeros for each row 1 for columns that have to be zero; they count
 * @param count units that shall be zero in all rows
 */
export function sweep(
  matrix: Float64Array,
  inverse: Float64Array,
  rows: readonly Float64Array[],
  zeros: readonly Uint8Array[],
  pattern: Pattern,
  count: number,
): void {
  const size = rows[0]?.length ?? 0;
  const factor = inverse.slice();
  if (!cholesky(factor, size)) return;
  const scores = new Float32Array(rows.length * size);
  for (const [r, row] of rows.entries()) {
    for (let i = 0; i < size; i++) {
      scores[r * size + i] = zeros[r]![i] ? 0 : row[i]! / factor[i * size + i]!;
    }
  }
  const layout = { rows: rows.length, columns: size, stride: 1, offset: (row: number) => row * size };
  const chosen = withoutSmallest(scores, layout, pattern, count);
  const error = new Float64Array(size);
  for (const [r, row] of rows.entries()) {
    const target = row.slice();
    const kept = chosen.subarray(r * size, (r + 1) * size);
    eliminateInOrder(factor, row, kept);
    settle(matrix, row, target, kept, error);
  }
}

/** Lets the columns behind each that goes make up for it. */
function eliminateInOrder(factor: Float64Array, row: Float64Array, kept: Float32Array): void {
  const size = row.length;
  for (let i = 0; i < size; i++) {
    if (kept[i] !== 0) continue;
    const lost = row[i]! / factor[i * size + i]!;
    if (lost !== 0) for (let j = i; j < size; j++) row[j]! -= lost * factor[i * size + j]!;
    row[i] = 0;
  }
}
