import type { Layer } from '../../reconstruct/layers.js';
import { cholesky, damping, solve } from '../../reconstruct/linear-algebra.js';
import type { Moments } from '../../reconstruct/moments.js';
import type { ChannelGroup } from './groups.js';
import { columnsOf, type Evidence, type Ranking, weighed } from './ranking.js';

/** Multiplications of cutting all of a reader's columns one by one, beyond which it is left out: some seconds. */
const maxCost = 1.5e9;

/**
 * Ranks a group's channels by cutting them one by one, the readers' weights making up for each as they can.
 *
 * @returns null where no reader's weights can be looked at so
 */
export async function rankByReconstruction(group: ChannelGroup, evidence: Evidence): Promise<Ranking | null> {
  const surgeons: Surgeon[] = [];
  for (const reader of group.readers) {
    const layer = evidence.layer(reader.operator);
    const moments = layer && costOf(layer) <= maxCost ? await evidence.moments(layer) : null;
    const surgeon = layer && moments && Surgeon.of(layer, moments, columnsOf(group, reader, layer));
    if (surgeon) surgeons.push(surgeon);
  }
  if (surgeons.length === 0) return null;
  const left = new Set(group.channels.keys());
  const order: number[] = [];
  const damage = new Float64Array(group.channels.length);
  while (left.size > 0) {
    let [best, least] = [-1, Infinity];
    for (const channel of left) {
      const lost = surgeons.reduce((sum, surgeon) => sum + surgeon.damage(channel), 0);
      if (best < 0 || lost < least) [best, least] = [channel, lost];
    }
    for (const surgeon of surgeons) surgeon.cut(best);
    damage[order.length] = least;
    order.push(best);
    left.delete(best);
  }
  return weighed(order, damage, surgeons.length);
}

function costOf({ patches: { rows, columns } }: Layer): number {
  return columns * columns * (rows + columns);
}

/** One reader's weights and the inverse of its inputs' covariance, while channels are cut. */
class Surgeon {
  private constructor(
    private readonly size: number,
    /** H⁻¹, size × size; rows and columns of what was cut are zero. */
    private readonly inverse: Float64Array,
    /** Rows of weights, size each, one after another. */
    private readonly weights: Float64Array,
    /** Variance of all outputs. */
    private readonly energy: number,
    private readonly columns: number[][],
  ) {}

  static of({ patches, float }: Layer, { products }: Moments, columns: number[][]): Surgeon | null {
    const { rows, columns: n, offset, stride } = patches;
    const weights = new Float64Array(rows * n);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < n; i++) weights[row * n + i] = float.weights[offset(row) + i * stride]!;
    }
    const covariance = products[0]!;
    const inverse = inverseOf(covariance, n);
    return inverse && new Surgeon(n, inverse, weights, energyOf(weights, covariance, n), columns);
  }

  /** Part of the outputs' variance that goes missing with a channel: tr(W_S (H⁻¹_SS)⁻¹ W_Sᵀ). */
  damage(channel: number): number {
    const columns = this.columns[channel]!;
    const block = this.#block(columns);
    if (!block) return 0;
    const { size, weights } = this;
    let lost = 0;
    for (let row = 0; row < weights.length; row += size) {
      for (const [i, a] of columns.entries()) {
        for (const [j, b] of columns.entries()) {
          lost += weights[row + a]! * block[i * columns.length + j]! * weights[row + b]!;
        }
      }
    }
    return lost / this.energy;
  }

  cut(channel: number): void {
    const columns = this.columns[channel]!;
    const block = this.#block(columns);
    const { size, weights, inverse } = this;
    // A (H⁻¹)_S: what each remaining column takes over of the columns that are cut.
    const shares = new Float64Array(columns.length * size);
    for (const i of columns.keys()) {
      for (const [j, b] of columns.entries()) {
        const factor = block?.[i * columns.length + j] ?? 0;
        for (let k = 0; k < size; k++) shares[i * size + k]! += factor * inverse[b * size + k]!;
      }
    }
    const gone = new Float64Array(columns.length);
    const subtract = (target: Float64Array, row: number): void => {
      for (const [i, a] of columns.entries()) gone[i] = target[row + a]!;
      for (const [i, value] of gone.entries()) {
        if (value === 0) continue;
        for (let k = 0; k < size; k++) target[row + k]! -= value * shares[i * size + k]!;
      }
      for (const a of columns) target[row + a] = 0;
    };
    for (let row = 0; row < weights.length; row += size) subtract(weights, row);
    for (let row = 0; row < inverse.length; row += size) subtract(inverse, row);
    for (const a of columns) inverse.fill(0, a * size, (a + 1) * size);
  }

  /** (H⁻¹_SS)⁻¹; null where it can't be inverted: the columns never varied. */
  #block(columns: number[]): Float64Array | null {
    const n = columns.length;
    const block = new Float64Array(n * n);
    for (const [i, a] of columns.entries()) {
      for (const [j, b] of columns.entries()) block[i * n + j] = this.inverse[a * this.size + b]!;
    }
    return inverseOfPositive(block, n);
  }
}

/** The inverse of a covariance, damped; null where it holds nothing. */
function inverseOf(covariance: Float64Array, n: number): Float64Array | null {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += covariance[i * n + i]!;
  const damped = covariance.slice();
  for (let i = 0; i < n; i++) damped[i * n + i]! += (damping * trace) / n;
  return inverseOfPositive(damped, n);
}

/** The inverse of a symmetric positive definite matrix, which is overwritten; null: it is none. */
function inverseOfPositive(matrix: Float64Array, n: number): Float64Array | null {
  if (!cholesky(matrix, n)) return null;
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = inverse.subarray(i * n, (i + 1) * n);
    row[i] = 1;
    solve(matrix, n, row);
  }
  return inverse;
}

/** Variance of all outputs together: the sum over rows of w H wᵀ. */
function energyOf(weights: Float64Array, covariance: Float64Array, n: number): number {
  let energy = 0;
  for (let row = 0; row < weights.length; row += n) {
    for (let i = 0; i < n; i++) {
      const weight = weights[row + i]!;
      if (weight === 0) continue;
      let product = 0;
      for (let j = 0; j < n; j++) product += covariance[i * n + j]! * weights[row + j]!;
      energy += weight * product;
    }
  }
  return energy || 1;
}
