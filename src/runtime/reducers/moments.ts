import { addCrossProducts, addProducts, mirror } from '../../base/linear-algebra.js';
import type { Patches } from './patches.js';
import type { Reducer } from './reducer.js';

/** First and second moments of the patches that an operator's weights are multiplied with. */
export interface Moments extends Omit<MomentSums, 'heldOut'> {
  patches: Patches;
  /** Patches that judge a solution and take no part in it: groups × columns a row, one row after another. */
  heldOut: { x: Float32Array; xq: Float32Array; count: number };
}

/** Moments while they are gathered: sums over patches, in the float model (x) and in the changed one (xq). */
export interface MomentSums {
  count: number;
  /** groups × columns: sums, `means` once finished. */
  mean: Float64Array;
  meanQuantized: Float64Array;
  /** For each group columns × columns: of xq with itself, about its mean, a patch. */
  products: Float64Array[];
  /** For each group columns × columns: of x − xq with xq, about their means; empty unless wanted. */
  cross: Float64Array[];
  /** Patches that are held out, groups × columns each. */
  heldOut: { x: Float32Array[]; xq: Float32Array[] };
}

/** What of the samples goes into moments: plain data, which can be posted to a thread. */
export interface MomentsPlan {
  patches: Pick<Patches, 'groups' | 'columns' | 'depth' | 'positions' | 'pixels'>;
  withCross: boolean;
  /** Patches that are taken of each sample. */
  perSample: number;
  samples: number;
}

/** Patches copied before they are multiplied: a multiple of the 4 that `addProducts` takes at once. */
const blockSize = 8;

/** Patches that judge a solution and take no part in it. */
const heldOutRows = 256;

/** Whether a patch, by its number among all of them, judges solutions and takes no part in them. */
export function isJudge(patch: number, patches: number): boolean {
  const every = Math.max(8, Math.ceil(patches / heldOutRows));
  return patch % every === every - 1;
}

/**
 * Gathers moments of two outputs of each sample, x and xq; a single one is both. What threads have summed is added up in the order
 * of the samples, so that sums don't depend on how many threads there are.
 */
export const momentsReducer: Reducer<MomentSums, MomentsPlan> = {
  start: (_, { patches: { groups, columns }, withCross }) => {
    const matrices = (): Float64Array[] =>
      Array.from({ length: groups }, () => new Float64Array(columns * columns));
    return {
      count: 0,
      mean: new Float64Array(groups * columns),
      meanQuantized: new Float64Array(groups * columns),
      products: matrices(),
      cross: withCross ? matrices() : [],
      heldOut: { x: [], xq: [] },
    };
  },
  add: (sums, outputs, sample, plan) => addPatches(sums, outputs[0]!, outputs.at(-1)!, sample, plan),
  merge: (sums, next) => {
    sums.count += next.count;
    addTo(sums.mean, next.mean);
    addTo(sums.meanQuantized, next.meanQuantized);
    for (const [i, matrix] of sums.products.entries()) addTo(matrix, next.products[i]!);
    for (const [i, matrix] of sums.cross.entries()) addTo(matrix, next.cross[i]!);
    sums.heldOut.x.push(...next.heldOut.x);
    sums.heldOut.xq.push(...next.heldOut.xq);
  },
};

/** Turns sums, in place, into moments about the mean. */
export function finishMoments(sums: MomentSums, patches: Patches): Moments {
  const { groups, columns: n } = patches;
  const { mean, meanQuantized, products, cross, heldOut } = sums;
  const count = Math.max(1, sums.count);
  for (let i = 0; i < mean.length; i++) {
    mean[i]! /= count;
    meanQuantized[i]! /= count;
  }
  for (let group = 0; group < groups; group++) {
    const at = group * n;
    const mq = meanQuantized.subarray(at, at + n);
    const off = mean.subarray(at, at + n).map((value, i) => value - mq[i]!);
    mirror(products[group]!, n);
    centre(products[group]!, mq, mq, count);
    if (cross[group]) centre(cross[group]!, off, mq, count);
  }
  const judges = { x: joined(heldOut.x), xq: joined(heldOut.xq), count: heldOut.x.length };
  return { ...sums, patches, heldOut: judges };
}

function addPatches(
  sums: MomentSums,
  x: Float32Array,
  xq: Float32Array,
  sample: number,
  plan: MomentsPlan,
): void {
  const { patches, perSample, samples } = plan;
  const positions = positionsOf(patches, perSample, sample);
  const isHeldOut = (i: number): boolean => isJudge(sample * perSample + i, perSample * samples);
  for (const position of positions.filter((_, i) => isHeldOut(i))) {
    sums.heldOut.x.push(wholePatch(patches, x, position));
    sums.heldOut.xq.push(wholePatch(patches, xq, position));
  }
  const chosen = positions.filter((_, i) => !isHeldOut(i));
  sums.count += chosen.length;
  const block = new Float64Array(blockSize * patches.columns);
  const off = new Float64Array(blockSize * patches.columns);
  for (let group = 0; group < patches.groups; group++) {
    for (let first = 0; first < chosen.length; first += blockSize) {
      const some = chosen.subarray(first, first + blockSize);
      copyBlock(sums, plan, x, xq, some, group, block, off);
      const rows = Math.ceil(some.length / 4) * 4;
      addProducts(sums.products[group]!, patches.columns, block, rows);
      const cross = sums.cross[group];
      if (cross) addCrossProducts(cross, patches.columns, off, block, rows);
    }
  }
}

/** Copies some patches of xq into `block`, those of x − xq into `off`, and adds them to the means. */
function copyBlock(
  { mean, meanQuantized }: MomentSums,
  { patches }: MomentsPlan,
  x: Float32Array,
  xq: Float32Array,
  positions: Int32Array,
  group: number,
  block: Float64Array,
  off: Float64Array,
): void {
  const { columns: n } = patches;
  const at = group * n;
  block.fill(0);
  off.fill(0);
  for (let row = 0; row < positions.length; row++) {
    const start = row * n;
    copyPatch(patches, xq, positions[row]!, group, block, start);
    copyPatch(patches, x, positions[row]!, group, off, start);
    for (let i = 0; i < n; i++) {
      mean[at + i]! += off[start + i]!;
      meanQuantized[at + i]! += block[start + i]!;
      off[start + i]! -= block[start + i]!;
    }
  }
}

/** Which of an operator's output positions a sample's patches are taken from: evenly, each sample's others. */
function positionsOf({ positions }: Pick<Patches, 'positions'>, wanted: number, sample: number): Int32Array {
  const count = Math.min(positions, Math.max(1, Math.ceil(wanted)));
  // The golden section spreads the offsets of consecutive samples evenly.
  const offset = count === positions ? 0 : (sample * 0.6180339887498949) % 1;
  return Int32Array.from({ length: count }, (_, i) => Math.floor(((i + offset) * positions) / count));
}

/** What the weights of all groups see at one output position, group after group. */
function wholePatch(patches: MomentsPlan['patches'], values: Float32Array, position: number): Float32Array {
  const { groups, columns } = patches;
  const patch = new Float32Array(groups * columns);
  for (let group = 0; group < groups; group++) {
    copyPatch(patches, values, position, group, patch, group * columns);
  }
  return patch;
}

/** Copies what the weights of a group see at one output position: zeros where that is padding. */
function copyPatch(
  { pixels, columns, depth, groups }: MomentsPlan['patches'],
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

function addTo(sum: Float64Array, next: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += next[i]!;
}

function joined(rows: Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
