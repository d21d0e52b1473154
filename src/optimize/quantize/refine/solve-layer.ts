import { damping, solve } from '../../../base/linear-algebra.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import type { Patches } from '../../../runtime/reducers/patches.js';
import { refitBias } from '../../reconstruct/held-out.js';
import { settle } from '../../reconstruct/settle.js';
import { countZeros, prunedFrom } from '../../zeros.js';
import { clamp, roundAway } from '../affine.js';
import { type CodeRange, descend, nearestPlane, type Quadratic, quadratic } from './lattice.js';

/** How an operator's weights are stored. */
export interface Grid extends CodeRange {
  /** Factors of the given scales to try, the one with the least error being taken; [1] leaves them alone. */
  factors: readonly number[];
  /** Writes the scale of each weight of an output channel, multiplied by a factor, as it can be stored. */
  scales(channel: number, factor: number, target: Float64Array): void;
}

/** An operator's weights anew. */
export interface Solution {
  /** Stored integers, in the order of the tensor; null where weights stay real numbers. */
  codes: Int8Array | null;
  /** The weights that take part in products, in the order of the tensor. */
  weights: Float32Array;
  /** For each output channel what its scales were multiplied by. */
  factors: Float32Array;
  /** For each output channel. */
  bias: Float32Array;
}

/**
 * Finds weights and a bias with which an operator's outputs in the quantized model come as near as possible
 * to the float model's. Zeros of weights that somebody pruned stay zero.
 *
 * @param weights the float operator's, in the order of the tensor
 * @param bias the float operator's, one for each output channel
 * @param grid null: weights stay real numbers
 * @param sweeps rounds of coordinate descent at most
 */
export function solveLayer(
  moments: Moments,
  weights: Float32Array,
  bias: Float32Array,
  grid: Grid | null,
  sweeps: number,
): Solution {
  const { groups, rows, columns } = moments.patches;
  const solution: Solution = {
    codes: grid && new Int8Array(weights.length),
    weights: new Float32Array(weights.length),
    factors: new Float32Array(groups * rows).fill(1),
    bias: new Float32Array(groups * rows),
  };
  const rounding = grid && new Rounding(grid, columns, sweeps);
  const isPruned = countZeros(weights) >= prunedFrom * weights.length;
  for (let group = 0; group < groups; group++) {
    const form = quadratic(moments.products[group]!, columns, damping);
    for (let channel = group * rows; channel < (group + 1) * rows; channel++) {
      const row = rowOf(moments.patches, weights, channel);
      const kept = isPruned ? Uint8Array.from(row, (weight) => (weight === 0 ? 0 : 1)) : null;
      if (form) refit(moments.cross[group]!, form, row, kept);
      if (rounding) solution.factors[channel] = rounding.round(form, channel, row, kept);
      store(solution, moments.patches, channel, row, rounding);
    }
  }
  refitBias(moments, weights, bias, solution);
  return solution;
}

function rowOf({ columns, stride, offset }: Patches, weights: Float32Array, channel: number): Float64Array {
  const start = offset(channel);
  const row = new Float64Array(columns);
  for (let i = 0; i < columns; i++) row[i] = weights[start + i * stride]!;
  return row;
}

/** w + w C H⁻¹ with C = (x − xq) xqᵀ: the least squares fit of w x by xq, or towards it with zeros that stay. */
function refit(
  cross: Float64Array,
  { size, matrix, order, factor }: Quadratic,
  row: Float64Array,
  kept: Uint8Array | null,
): void {
  const given = row.slice();
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) product[j]! += row[i]! * cross[i * size + j]!;
  }
  const ordered = Float64Array.from(order, (column) => product[column]!);
  solve(factor, size, ordered);
  for (let i = 0; i < size; i++) row[order[i]!]! += ordered[i]!;
  if (!kept) return;
  settle(matrix, given, row.slice(), kept, product);
  row.set(given);
}

/** Rounds one row after another, in working memory of its own. */
class Rounding {
  readonly codes: Float64Array;
  readonly scale: Float64Array;
  readonly #trial: { codes: Float64Array; scale: Float64Array };
  readonly #scratch: Float64Array;
  readonly #grid: Grid;
  readonly #sweeps: number;

  constructor(grid: Grid, columns: number, sweeps: number) {
    this.#grid = grid;
    this.#sweeps = sweeps;
    const numbers = (): Float64Array => new Float64Array(columns);
    [this.codes, this.scale, this.#scratch] = [numbers(), numbers(), numbers()];
    this.#trial = { codes: numbers(), scale: numbers() };
  }

  /** Leaves a row's `codes` and `scale`; returns the factor of the latter. */
  round(form: Quadratic | null, channel: number, row: Float64Array, kept: Uint8Array | null): number {
    if (!form) return this.#roundPlainly(channel, row);
    let [least, best] = [Infinity, 1];
    const { codes, scale } = this.#trial;
    for (const factor of this.#grid.factors) {
      this.#grid.scales(channel, factor, scale);
      const error = nearestPlane(form, row, scale, this.#grid, codes, this.#scratch, kept);
      if (error >= least) continue;
      [least, best] = [error, factor];
      this.codes.set(codes);
      this.scale.set(scale);
    }
    descend(form, row, this.scale, this.#grid, this.codes, this.#scratch, this.#sweeps, kept);
    return best;
  }

  #roundPlainly(channel: number, row: Float64Array): number {
    const { low, high } = this.#grid;
    this.#grid.scales(channel, 1, this.scale);
    for (let i = 0; i < row.length; i++) {
      this.codes[i] = clamp(roundAway(row[i]! / this.scale[i]!), low, high);
    }
    return 1;
  }
}

function store(
  { codes, weights }: Solution,
  { columns, stride, offset }: Patches,
  channel: number,
  row: Float64Array,
  rounding: Rounding | null,
): void {
  const start = offset(channel);
  for (let i = 0; i < columns; i++) {
    const at = start + i * stride;
    if (codes && rounding) codes[at] = rounding.codes[i]!;
    weights[at] = rounding ? rounding.codes[i]! * rounding.scale[i]! : row[i]!;
  }
}
