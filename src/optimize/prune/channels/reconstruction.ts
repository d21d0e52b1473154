import { cholesky, damping, solveTogether, together } from '../../../base/linear-algebra.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import type { Layer } from '../../reconstruct/layers.js';
import type { ChannelGroup } from './groups.js';
import { columnsOf, type Evidence, type Ranking, readingLayers, weighed } from './ranking.js';

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

/** The readers whose columns can be cut one by one. */
export function layersToReconstruct(group: ChannelGroup, evidence: Evidence): Layer[] {
  return readingLayers(group, evidence).filter((layer) => costOf(layer) <= maxCost);
}

function costOf({ patches: { rows, columns } }: Layer): number {
  return columns * columns * (rows + columns);
}

/** One reader's weights and the inverse of its inputs' covariance, while channels are cut. */
class Surgeon {
  readonly #size: number;
  /** H⁻¹, size × size; rows and columns of what was cut are zero. */
  readonly #inverse: Float64Array;
  /** Weights, size × rows: all that read a column, then those of the next. */
  readonly #weights: Float64Array;
  /** Variance of all outputs. */
  readonly #energy: number;
  readonly #columns: number[][];

  private constructor(
    size: number,
    inverse: Float64Array,
    weights: Float64Array,
    energy: number,
    columns: number[][],
  ) {
    this.#size = size;
    this.#inverse = inverse;
    this.#weights = weights;
    this.#energy = energy;
    this.#columns = columns;
  }

  static of({ patches, float }: Layer, { products }: Moments, columns: number[][]): Surgeon | null {
    const { rows, columns: n, offset, stride } = patches;
    const weights = new Float64Array(rows * n);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < n; i++) weights[i * rows + row] = float.weights[offset(row) + i * stride]!;
    }
    const covariance = products[0]!;
    const inverse = inverseOf(covariance, n);
    return inverse && new Surgeon(n, inverse, weights, energyOf(weights, covariance, n), columns);
  }

  /** Part of the outputs' variance that goes missing with a channel: tr(W_S (H⁻¹_SS)⁻¹ W_Sᵀ). */
  damage(channel: number): number {
    const columns = this.#columns[channel]!;
    const block = this.#block(columns);
    if (!block) return 0;
    const rows = this.#weights.length / this.#size;
    let lost = 0;
    for (const [i, a] of columns.entries()) {
      for (const [j, b] of columns.entries()) {
        if (j >= i) lost += (j > i ? 2 : 1) * block[i * columns.length + j]! * this.#product(a, b, rows);
      }
    }
    return lost / this.#energy;
  }

  cut(channel: number): void {
    const columns = this.#columns[channel]!;
    const block = this.#block(columns);
    const [size, weights, inverse] = [this.#size, this.#weights, this.#inverse];
    // A (H⁻¹)_S: what each remaining column takes over of the columns that are cut.
    const shares = new Float64Array(columns.length * size);
    for (const i of columns.keys()) {
      for (const [j, b] of columns.entries()) {
        const factor = block?.[i * columns.length + j] ?? 0;
        for (let k = 0; k < size; k++) shares[i * size + k]! += factor * inverse[b * size + k]!;
      }
    }
    takeOver(weights, weights.length / size, columns, shares, size);
    takeOver(inverse, size, columns, shares, size);
    for (const a of columns) for (let k = a; k < inverse.length; k += size) inverse[k] = 0;
  }

  /** The product of the weights that read two columns. */
  #product(a: number, b: number, rows: number): number {
    const weights = this.#weights;
    let product = 0;
    for (let row = 0; row < rows; row++) product += weights[a * rows + row]! * weights[b * rows + row]!;
    return product;
  }

  /** (H⁻¹_SS)⁻¹; null where it can't be inverted: the columns never varied. */
  #block(columns: number[]): Float64Array | null {
    const n = columns.length;
    const block = new Float64Array(n * n);
    for (const [i, a] of columns.entries()) {
      for (const [j, b] of columns.entries()) block[i * n + j] = this.#inverse[a * this.#size + b]!;
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

/**
 * Takes what goes with some columns off the others, and makes them zero.
 *
 * @param target size × length: all that belongs to a column, then to the next
 * @param shares for each of those that go a row: its share of each column
 */
function takeOver(
  target: Float64Array,
  length: number,
  columns: readonly number[],
  shares: Float64Array,
  size: number,
): void {
  const gone = columns.map((a) => target.slice(a * length, (a + 1) * length));
  for (let k = 0; k < size; k++) {
    const at = k * length;
    for (const [i, values] of gone.entries()) {
      const share = shares[i * size + k]!;
      if (share === 0) continue;
      for (let row = 0; row < length; row++) target[at + row]! -= values[row]! * share;
    }
  }
  for (const a of columns) target.fill(0, a * length, (a + 1) * length);
}

/** The inverse of a symmetric positive definite matrix, which is overwritten; null: it is none. */
function inverseOfPositive(matrix: Float64Array, n: number): Float64Array | null {
  if (!cholesky(matrix, n)) return null;
  const inverse = new Float64Array(n * n);
  const some = new Float64Array(n * together);
  for (let first = 0; first < n; first += together) {
    some.fill(0);
    for (let k = 0; k < together && first + k < n; k++) some[(first + k) * together + k] = 1;
    solveTogether(matrix, n, some);
    for (let k = 0; k < together && first + k < n; k++) {
      for (let i = 0; i < n; i++) inverse[(first + k) * n + i] = some[i * together + k]!;
    }
  }
  return inverse;
}

/**
 * Variance of all outputs together: the sum over rows of w H wᵀ.
 *
 * @param weights n × rows
 */
function energyOf(weights: Float64Array, covariance: Float64Array, n: number): number {
  const rows = weights.length / n;
  const products = new Float64Array(rows);
  let energy = 0;
  for (let i = 0; i < n; i++) {
    products.fill(0);
    for (let j = 0; j < n; j++) {
      const value = covariance[i * n + j]!;
      for (let row = 0; row < rows; row++) products[row]! += value * weights[j * rows + row]!;
    }
    for (let row = 0; row < rows; row++) energy += weights[i * rows + row]! * products[row]!;
  }
  return energy || 1;
}
