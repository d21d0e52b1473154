import { cholesky, damping, solveTogether, together } from '../../../base/linear-algebra.js';
import { realValues } from '../../../model/dequantize.js';
import type { Subgraph, Tensor } from '../../../model/graph.js';
import { ruleOf } from '../../../model/operators/index.js';
import { bytesOf } from '../../../model/tensors.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import type { Runner } from '../../reconstruct/activations.js';
import { type Budget, gatherMoments, type Pair } from '../../reconstruct/gather.js';
import { heldOutError, refitBias, type Weighted } from '../../reconstruct/held-out.js';
import type { Layer } from '../../reconstruct/layers.js';
import { storeBias } from '../../reconstruct/store-bias.js';
import type { Kept } from './cut.js';

/** Numbers read at once beyond which a layer's moments take too much memory. */
export const maxColumns = 4096;

/**
 * Fits weights and biases to what was cut, layer by layer in execution order: each layer's outputs come as
 * near as they can to the original's, given what the cut layers before it make of the samples.
 *
 * The models still have all channels. Weights that would read cut ones become zero, so that the channels
 * reach nobody and can be cut afterwards without a change.
 *
 * @param layers those of the model whose inputs the cuts change, as `affectedLayers` tells
 * @returns for how many of them a fit was found that is better than leaving the weights alone
 */
export async function repair(
  pair: Pair,
  layers: readonly Layer[],
  kept: Kept,
  runner: Runner,
  budget: Budget,
  done: (layers: number) => void,
): Promise<number> {
  let repaired = 0;
  for (const [i, layer] of layers.entries()) {
    const moments = await gatherMoments(runner, pair, layer, true, budget);
    if (refit(layer, moments, kept, pair.subgraph)) repaired++;
    done(i + 1);
  }
  return repaired;
}

/** The layers that read cut channels, or what comes of such layers. */
export function affectedLayers(subgraph: Subgraph, layers: readonly Layer[], kept: Kept): Layer[] {
  const changed = new Set<Tensor>();
  const affected = subgraph.operators.filter((operator) => {
    const reads = operator.inputs.some((input) => input && changed.has(input)) || readMask(operator, kept);
    if (reads) for (const output of operator.outputs) changed.add(output);
    return reads;
  });
  const found = new Set(affected);
  return layers.filter(({ operator, patches }) => found.has(operator) && patches.columns <= maxColumns);
}

/** Sets weights that would read cut channels to zero. */
export function detach(subgraph: Subgraph, kept: Kept): void {
  for (const operator of subgraph.operators) {
    for (const { tensor, axis } of readAxes(operator)) {
      const mask = kept.mask(tensor, axis);
      if (!mask || !tensor.data) continue;
      const values = realValues(tensor).slice();
      const inner = tensor.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
      for (let i = 0; i < values.length; i++) if (!mask[Math.floor(i / inner) % mask.length]) values[i] = 0;
      tensor.data = bytesOf(values);
    }
  }
}

function readAxes(operator: Layer['operator']): { tensor: Tensor; axis: number }[] {
  const links = ruleOf(operator)?.channels?.(operator);
  return typeof links === 'object' ? links.flat().filter(({ weights }) => weights === 'read') : [];
}

/** Which input channels of a layer stay; null: all, or its input channels are its output channels. */
function readMask(operator: Layer['operator'], kept: Kept): Uint8Array | null {
  const [read] = readAxes(operator);
  return read ? kept.mask(read.tensor, read.axis) : null;
}

function refit(layer: Layer, moments: Moments, kept: Kept, subgraph: Subgraph): boolean {
  const { operator, stored, biasPosition, float } = layer;
  const bias = operator.inputs[biasPosition];
  const plain: Weighted = {
    weights: realValues(stored),
    bias: bias?.data ? realValues(bias) : new Float32Array(float.bias.length),
  };
  const candidates = [solved(layer, moments, kept), shifted(layer, moments, plain.weights)];
  let [best, least] = [plain, heldOutError(moments, float, plain)];
  for (const candidate of candidates) {
    const error = heldOutError(moments, float, candidate);
    if (error < least) [best, least] = [candidate, error];
  }
  if (best === plain) return false;
  stored.data = bytesOf(best.weights.slice());
  storeBias(layer, best.bias, subgraph);
  return best === candidates[0];
}

/** The weights as they are, and a bias that makes up for what is off on average. */
function shifted({ float }: Layer, moments: Moments, weights: Float32Array): Weighted {
  const solution = { weights, bias: new Float32Array(float.bias.length) };
  refitBias(moments, float.weights, float.bias, solution);
  return solution;
}

/**
 * Least squares: of the columns K that stay, with moments H of what the cut model reads and C of how far
 * off that is, W_K + (W C_K + W_cut H_cut,K) (H_K + λI)⁻¹. Moments without C are of one and the same model.
 */
export function solved(layer: Layer, moments: Moments, kept: Kept): Weighted {
  const { float, patches } = layer;
  const { groups, rows, columns, depth } = patches;
  const mask = readMask(layer.operator, kept);
  const stays = Uint8Array.from({ length: columns }, (_, column) => mask?.[column % depth] ?? 1);
  const solution = { weights: float.weights.slice(), bias: new Float32Array(float.bias.length) };
  for (let group = 0; group < groups; group++) {
    const system = new System(moments, group, columns, stays);
    for (let row = 0; row < rows; row += together) {
      const some = Array.from({ length: Math.min(together, rows - row) }, (_, i) => group * rows + row + i);
      system.solveRows(layer, solution.weights, some);
    }
  }
  refitBias(moments, float.weights, float.bias, solution);
  return solution;
}

/** The equations that all output channels of a group of layer's share. */
class System {
  readonly #kept: Int32Array;
  readonly #factor: Float64Array | null;
  /** Some rows of weights and of what they are multiplied with: columns × `together`. */
  readonly #rows: Float64Array;
  readonly #products: Float64Array;
  readonly #moments: Moments;
  readonly #group: number;
  readonly #columns: number;
  readonly #stays: Uint8Array;

  constructor(moments: Moments, group: number, columns: number, stays: Uint8Array) {
    this.#moments = moments;
    this.#group = group;
    this.#columns = columns;
    this.#stays = stays;
    this.#kept = Int32Array.from(stays.keys()).filter((column) => stays[column]);
    const n = this.#kept.length;
    const products = moments.products[group]!;
    const factor = new Float64Array(n * n);
    let trace = 0;
    for (const a of this.#kept) trace += products[a * columns + a]!;
    for (const [i, a] of this.#kept.entries()) {
      for (const [j, b] of this.#kept.entries()) factor[i * n + j] = products[a * columns + b]!;
      factor[i * n + i]! += (damping * trace) / n;
    }
    this.#factor = cholesky(factor, n) ? factor : null;
    this.#rows = new Float64Array(columns * together);
    this.#products = new Float64Array(n * together);
  }

  /** Writes the weights of at most `together` output channels: zero where columns are cut. */
  solveRows({ patches }: Layer, weights: Float32Array, channels: readonly number[]): void {
    const { stride, offset } = patches;
    const rows = this.#rows.fill(0);
    for (const [k, channel] of channels.entries()) {
      const start = offset(channel);
      for (let i = 0; i < this.#columns; i++) rows[i * together + k] = weights[start + i * stride]!;
    }
    this.#solve();
    for (const [k, channel] of channels.entries()) {
      const start = offset(channel);
      for (let i = 0; i < this.#columns; i++) weights[start + i * stride] = rows[i * together + k]!;
    }
  }

  #solve(): void {
    const [rows, products, kept] = [this.#rows, this.#products.fill(0), this.#kept];
    const cross = this.#moments.cross[this.#group];
    const covariance = this.#moments.products[this.#group]!;
    for (let i = 0; i < this.#columns; i++) {
      if (cross) this.#add(i, cross);
      if (!this.#stays[i]) this.#add(i, covariance);
    }
    for (let i = 0; i < this.#columns; i++) {
      if (!this.#stays[i]) rows.fill(0, i * together, (i + 1) * together);
    }
    if (!this.#factor) return;
    solveTogether(this.#factor, kept.length, products);
    for (let j = 0; j < kept.length; j++) {
      for (let k = 0; k < together; k++) rows[kept[j]! * together + k]! += products[j * together + k]!;
    }
  }

  /** Adds the product of the weights of a column with its row of a matrix, at the columns that stay. */
  #add(column: number, matrix: Float64Array): void {
    const [rows, products, kept] = [this.#rows, this.#products, this.#kept];
    const from = column * together;
    const [p, q, r, s] = [rows[from]!, rows[from + 1]!, rows[from + 2]!, rows[from + 3]!];
    const at = column * this.#columns;
    for (let j = 0, k = 0; j < kept.length; j++, k += together) {
      const value = matrix[at + kept[j]!]!;
      products[k]! += p * value;
      products[k + 1]! += q * value;
      products[k + 2]! += r * value;
      products[k + 3]! += s * value;
    }
  }
}
