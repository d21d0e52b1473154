/** Squared sizes of a layer's units (single weights, or blocks that become zero at once). */
export type Sizes = Float64Array;

/** How many units each of some layers loses. */
export type Allocation = (layers: readonly Sizes[], sparsity: number) => number[];

/** The same part of each layer. */
export const uniform: Allocation = (layers, sparsity) =>
  layers.map(({ length }) => Math.round(length * sparsity));

/**
 * One threshold over all layers, on each unit's part of what is at least as large in its layer: LAMP (Lee
 * et al. 2021, Layer-adaptive Sparsity for the Magnitude-based Pruning, arXiv:2010.07611). No layer loses its
 * largest unit before every other one has lost all but that.
 */
export const lamp: Allocation = (layers, sparsity) => {
  const scores = layers.map(lampScores);
  const total = scores.reduce((sum, { length }) => sum + length, 0);
  const all = new Float64Array(total);
  let next = 0;
  for (const layer of scores) {
    all.set(layer, next);
    next += layer.length;
  }
  all.sort();
  const wanted = Math.round(total * sparsity);
  const threshold = wanted < total ? all[wanted]! : Infinity;
  // Of units at the threshold as many go as are missing, those of the first layers first.
  let ties = wanted - countBelow(all, threshold);
  return scores.map((layer) => {
    const below = countBelow(layer, threshold);
    const tied = Math.min(ties, countBelow(layer, threshold, true) - below);
    ties -= tied;
    return below + tied;
  });
};

/** Ascending: each unit's part of the sum of those at least as large. */
function lampScores(sizes: Sizes): Float64Array {
  const sorted = sizes.slice().sort();
  let sum = 0;
  for (let i = sorted.length - 1; i >= 0; i--) {
    sum += sorted[i]!;
    sorted[i] = sum > 0 ? sorted[i]! / sum : 0;
  }
  return sorted;
}

/** How many of some ascending numbers are below a limit, or at most the limit. */
export function countBelow(ascending: Float64Array, limit: number, orEqual = false): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle]!;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
