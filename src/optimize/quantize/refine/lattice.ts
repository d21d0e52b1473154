import { cholesky } from '../../../base/linear-algebra.js';
import { clamp } from '../affine.js';

/** The integers that a weight can be stored as. */
export interface CodeRange {
  low: number;
  high: number;
}

/** The error that rounding a row of weights makes: (w − q)ᵀ H (w − q), as both rounding methods see it. */
export interface Quadratic {
  size: number;
  /** H, symmetric and positive definite, size × size. */
  matrix: Float64Array;
  /** The columns as `nearestPlane` goes through them, from the last to the first: largest diagonal first. */
  order: Int32Array;
  /** R of RᵀR = H with rows and columns in that order. */
  factor: Float64Array;
}

/**
 * Damps a symmetric matrix by a part of its mean diagonal and factors it.
 *
 * @param matrix size × size; its diagonal is damped in place
 * @returns null where it can't be factored: it holds no finite or no positive numbers
 */
export function quadratic(matrix: Float64Array, size: number, damping: number): Quadratic | null {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i]!;
  for (let i = 0; i < size; i++) matrix[i * size + i]! += (damping * trace) / size;
  const order = Int32Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => matrix[a * size + a]! - matrix[b * size + b]! || a - b,
  );
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) factor[i * size + j] = matrix[order[i]! * size + order[j]!]!;
  }
  return cholesky(factor, size) ? { size, matrix, order, factor } : null;
}

/**
 * Rounds a row of weights one by one, each time moving what is left to do onto the weights that are still
 * to be rounded: GPTQ (Frantar et al. 2022, arXiv:2210.17323) in the form of Babai's nearest plane, which
 * needs no inverse of H (Chen et al. 2025, arXiv:2507.18553).
 *
 * @param weights the row
 * @param scale of each weight
 * @param codes is filled with the stored integers
 * @param scratch `size` numbers of working memory
 * @param kept 0 for weights that have to stay zero; null: none has to
 * @returns the error that is left
 */
export function nearestPlane(
  { size, order, factor }: Quadratic,
  weights: Float64Array,
  scale: Float64Array,
  { low, high }: CodeRange,
  codes: Float64Array,
  scratch: Float64Array,
  kept: Uint8Array | null = null,
): number {
  let error = 0;
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    let carried = 0;
    for (let j = i + 1; j < size; j++) carried += factor[row + j]! * scratch[j]!;
    const column = order[i]!;
    const pivot = factor[row + i]!;
    const weight = weights[column]!;
    const wanted = kept?.[column] === 0 ? 0 : (weight + carried / pivot) / scale[column]!;
    const code = clamp(Math.round(wanted), low, high);
    codes[column] = code;
    scratch[i] = weight - code * scale[column]!;
    const rest = pivot * scratch[i]! + carried;
    error += rest * rest;
  }
  return error;
}

/**
 * Improves stored integers by moving one at a time to where the error is least, over and over until none
 * moves (coordinate descent on the lattice).
 *
 * @param codes changes
 * @param scratch `size` numbers of working memory
 * @param kept 0 for weights that have to stay zero; null: none has to
 */
export function descend(
  { size, matrix }: Quadratic,
  weights: Float64Array,
  scale: Float64Array,
  { low, high }: CodeRange,
  codes: Float64Array,
  scratch: Float64Array,
  sweeps: number,
  kept: Uint8Array | null = null,
): void {
  gradient(matrix, size, weights, scale, codes, scratch);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = false;
    for (let j = 0; j < size; j++) {
      const step = scratch[j]! / (matrix[j * size + j]! * scale[j]!);
      if ((step < 0.5 && step > -0.5) || kept?.[j] === 0) continue;
      const change = clamp(codes[j]! - Math.round(step), low, high) - codes[j]!;
      if (change === 0) continue;
      moved = true;
      codes[j]! += change;
      const factor = change * scale[j]!;
      const row = j * size;
      for (let k = 0; k < size; k++) scratch[k]! += factor * matrix[row + k]!;
    }
    if (!moved) break;
  }
}

/** H (q − w), half the gradient of the error. */
function gradient(
  matrix: Float64Array,
  size: number,
  weights: Float64Array,
  scale: Float64Array,
  codes: Float64Array,
  result: Float64Array,
): void {
  result.fill(0);
  for (let j = 0; j < size; j++) {
    const off = codes[j]! * scale[j]! - weights[j]!;
    if (off === 0) continue;
    const row = j * size;
    for (let k = 0; k < size; k++) result[k]! += off * matrix[row + k]!;
  }
}
