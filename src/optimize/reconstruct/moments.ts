import { addCrossProducts, addProducts, mirror } from './linear-algebra.js';
import type { Patches } from './patches.js';

/** Patches copied before they are multiplied: a multiple of the 4 that `addProducts` takes at once. */
const blockSize = 8;

/** Patches that judge a solution and take no part in it. */
const heldOutRows = 256;

/**
 * First and second moments of the patches that an operator's weights are multiplied with, in the float
 * model (x) and in the quantized one (xq), gathered sample by sample.
 */
export class Moments {
  count = 0;
  /** groups × columns: sums, `means` once finished. */
  readonly mean: Float64Array;
  readonly meanQuantized: Float64Array;
  /** For each group columns × columns: of xq with itself, about its mean, a patch. */
  readonly products: Float64Array[];
  /** For each group columns × columns: of x − xq with xq, about their means; empty unless wanted. */
  readonly cross: Float64Array[];
  /** groups × columns a row. */
  readonly heldOut: { x: Float32Array; xq: Float32Array; count: number };
  readonly #block: Float64Array;
  readonly #blockOff: Float64Array;
  readonly #every: number;
  #seen = 0;

  /** @param expected patches that will come; some of them are held out */
  constructor(
    readonly patches: Patches,
    withCross: boolean,
    expected: number,
  ) {
    const { groups, columns } = patches;
    const matrices = (): Float64Array[] =>
      Array.from({ length: groups }, () => new Float64Array(columns * columns));
    this.mean = new Float64Array(groups * columns);
    this.meanQuantized = new Float64Array(groups * columns);
    this.products = matrices();
    this.cross = withCross ? matrices() : [];
    this.#block = new Float64Array(blockSize * columns);
    this.#blockOff = new Float64Array(blockSize * columns);
    this.#every = Math.max(8, Math.ceil(expected / heldOutRows));
    const held = Math.ceil(expected / this.#every) * groups * columns;
    this.heldOut = { x: new Float32Array(held), xq: new Float32Array(held), count: 0 };
  }

  /** Adds one inference's patches at the given output positions. */
  add(x: Float32Array, xq: Float32Array, positions: Int32Array): void {
    const chosen = positions.filter((position) => !this.#holdsOut(x, xq, position));
    this.count += chosen.length;
    for (let first = 0; first < chosen.length; first += blockSize) {
      const some = chosen.subarray(first, first + blockSize);
      for (let group = 0; group < this.patches.groups; group++) this.#addBlock(x, xq, some, group);
    }
  }

  /** Turns sums into moments about the mean. */
  finish(): this {
    const { groups, columns: n } = this.patches;
    const count = Math.max(1, this.count);
    for (let i = 0; i < this.mean.length; i++) {
      this.mean[i]! /= count;
      this.meanQuantized[i]! /= count;
    }
    for (let group = 0; group < groups; group++) {
      const at = group * n;
      const mq = this.meanQuantized.subarray(at, at + n);
      const off = this.mean.subarray(at, at + n).map((value, i) => value - mq[i]!);
      mirror(this.products[group]!, n);
      centre(this.products[group]!, mq, mq, count);
      if (this.cross[group]) centre(this.cross[group]!, off, mq, count);
    }
    return this;
  }

  #addBlock(x: Float32Array, xq: Float32Array, positions: Int32Array, group: number): void {
    const { columns: n } = this.patches;
    const at = group * n;
    this.#block.fill(0);
    this.#blockOff.fill(0);
    for (let row = 0; row < positions.length; row++) {
      const start = row * n;
      copyPatch(this.patches, xq, positions[row]!, group, this.#block, start);
      copyPatch(this.patches, x, positions[row]!, group, this.#blockOff, start);
      for (let i = 0; i < n; i++) {
        this.mean[at + i]! += this.#blockOff[start + i]!;
        this.meanQuantized[at + i]! += this.#block[start + i]!;
        this.#blockOff[start + i]! -= this.#block[start + i]!;
      }
    }
    const rows = Math.ceil(positions.length / 4) * 4;
    addProducts(this.products[group]!, n, this.#block, rows);
    if (this.cross.length > 0) addCrossProducts(this.cross[group]!, n, this.#blockOff, this.#block, rows);
  }

  #holdsOut(x: Float32Array, xq: Float32Array, position: number): boolean {
    if (this.#seen++ % this.#every !== this.#every - 1) return false;
    const { groups, columns } = this.patches;
    const row = this.heldOut.count++ * groups * columns;
    for (let group = 0; group < groups; group++) {
      copyPatch(this.patches, x, position, group, this.heldOut.x, row + group * columns);
      copyPatch(this.patches, xq, position, group, this.heldOut.xq, row + group * columns);
    }
    return true;
  }
}

/** Which of an operator's output positions a sample's patches are taken from: evenly, each sample's others. */
export function positionsOf({ positions }: Patches, wanted: number, sample: number): Int32Array {
  const count = Math.min(positions, Math.max(1, Math.ceil(wanted)));
  // The golden section spreads the offsets of consecutive samples evenly.
  const offset = count === positions ? 0 : (sample * 0.6180339887498949) % 1;
  return Int32Array.from({ length: count }, (_, i) => Math.floor(((i + offset) * positions) / count));
}

/** Copies what the weights of a group see at one output position: zeros where that is padding. */
function copyPatch(
  { pixels, columns, depth, groups }: Patches,
  values: Float32Array,
  position: number,
  group: number,
  target: Float64Array | Float32Array,
  start: number,
): void {
  const kernel = columns / depth;
  const channels = depth * groups;
  let next = start;
  for (let k = 0; k < kernel; k++) {
    const pixel = pixels[position * kernel + k]!;
    const from = pixel * channels + group * depth;
    for (let i = 0; i < depth; i++) target[next++] = pixel < 0 ? 0 : values[from + i]!;
  }
}

function centre(matrix: Float64Array, left: Float64Array, right: Float64Array, count: number): void {
  const n = left.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] = matrix[i * n + j]! / count - left[i]! * right[j]!;
  }
}
