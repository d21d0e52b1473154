/**
 * Dense linear algebra on row-major Float64Arrays: just what least squares on some hundred to a thousand
 * unknowns needs.
 */

/** Part of H's mean diagonal that is added to its diagonal before it is factored (Frantar et al. 2022). */
export const damping = 0.01;

/**
 * Adds the products of some vectors with themselves to a symmetric matrix: H += XᵀX, its upper triangle
 * only. Four vectors at a time, so that each element of H is loaded and stored once for four products.
 *
 * @param matrix n × n
 * @param vectors one after another, n values each; `count` is a multiple of 4
 */
export function addProducts(matrix: Float64Array, n: number, vectors: Float64Array, count: number): void {
  for (let first = 0; first < count; first += 4) {
    const [p, q, r, s] = [first * n, (first + 1) * n, (first + 2) * n, (first + 3) * n];
    for (let i = 0; i < n; i++) {
      const a = vectors[p + i]!;
      const b = vectors[q + i]!;
      const c = vectors[r + i]!;
      const d = vectors[s + i]!;
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const row = i * n;
      for (let j = i; j < n; j++) {
        matrix[row + j]! +=
          a * vectors[p + j]! + b * vectors[q + j]! + c * vectors[r + j]! + d * vectors[s + j]!;
      }
    }
  }
}

/**
 * Adds the products of two lists of vectors to a matrix: C += YᵀX.
 *
 * @param matrix n × n
 * @param left, right n values a vector; `count` is a multiple of 4
 */
export function addCrossProducts(
  matrix: Float64Array,
  n: number,
  left: Float64Array,
  right: Float64Array,
  count: number,
): void {
  for (let first = 0; first < count; first += 4) {
    const [p, q, r, s] = [first * n, (first + 1) * n, (first + 2) * n, (first + 3) * n];
    for (let i = 0; i < n; i++) {
      const a = left[p + i]!;
      const b = left[q + i]!;
      const c = left[r + i]!;
      const d = left[s + i]!;
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const row = i * n;
      for (let j = 0; j < n; j++) {
        matrix[row + j]! += a * right[p + j]! + b * right[q + j]! + c * right[r + j]! + d * right[s + j]!;
      }
    }
  }
}

/** Copies the upper triangle of an n × n matrix to its lower one. */
export function mirror(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) matrix[j * n + i] = matrix[i * n + j]!;
  }
}

/**
 * The upper triangular R with H = RᵀR, written over the upper triangle of H; the lower one is cleared.
 *
 * @param matrix n × n, symmetric; only its upper triangle is read
 * @returns false where it isn't positive definite: the matrix is then of no use any more
 */
export function cholesky(matrix: Float64Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k * n + k]!;
    if (!(pivot > 0) || pivot === Infinity) return false;
    const root = Math.sqrt(pivot);
    for (let j = k; j < n; j++) matrix[k * n + j]! /= root;
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[k * n + i]!;
      matrix[i * n + k] = 0;
      if (factor === 0) continue;
      for (let j = i; j < n; j++) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
    }
  }
  return true;
}

/**
 * Solves RᵀR x = b in place.
 *
 * @param factor n × n, as `cholesky` leaves it
 * @param vector b, then x
 */
export function solve(factor: Float64Array, n: number, vector: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const value = vector[i]! / factor[i * n + i]!;
    vector[i] = value;
    if (value !== 0) for (let j = i + 1; j < n; j++) vector[j]! -= factor[i * n + j]! * value;
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = vector[i]!;
    for (let j = i + 1; j < n; j++) value -= factor[i * n + j]! * vector[j]!;
    vector[i] = value / factor[i * n + i]!;
  }
}

/** Vectors that `solveTogether` takes: each element of the factor is then loaded once for all of them. */
export const together = 4;

/**
 * `solve` for four vectors, which come out as each of them alone.
 *
 * @param factor n × n, as `cholesky` leaves it
 * @param vectors n × 4: element i of all four, then element i + 1
 */
export function solveTogether(factor: Float64Array, n: number, vectors: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const [at, pivot] = [together * i, factor[i * n + i]!];
    const p = (vectors[at]! /= pivot);
    const q = (vectors[at + 1]! /= pivot);
    const r = (vectors[at + 2]! /= pivot);
    const s = (vectors[at + 3]! /= pivot);
    if (p === 0 && q === 0 && r === 0 && s === 0) continue;
    for (let j = i + 1, k = at + together; j < n; j++, k += together) {
      const value = factor[i * n + j]!;
      vectors[k]! -= value * p;
      vectors[k + 1]! -= value * q;
      vectors[k + 2]! -= value * r;
      vectors[k + 3]! -= value * s;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    const [at, pivot] = [together * i, factor[i * n + i]!];
    let p = vectors[at]!;
    let q = vectors[at + 1]!;
    let r = vectors[at + 2]!;
    let s = vectors[at + 3]!;
    for (let j = i + 1, k = at + together; j < n; j++, k += together) {
      const value = factor[i * n + j]!;
      p -= value * vectors[k]!;
      q -= value * vectors[k + 1]!;
      r -= value * vectors[k + 2]!;
      s -= value * vectors[k + 3]!;
    }
    vectors[at] = p / pivot;
    vectors[at + 1] = q / pivot;
    vectors[at + 2] = r / pivot;
    vectors[at + 3] = s / pivot;
  }
}
