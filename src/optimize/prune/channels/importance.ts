import { realValues } from '../../../model/dequantize.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import type { Layer } from '../../reconstruct/layers.js';
import type { ChannelGroup, WeightsPlace } from './groups.js';
import { columnsOf, type Evidence, placeOf, type Ranking, readingLayers, weighed } from './ranking.js';
import { layersToReconstruct, rankByReconstruction } from './reconstruction.js';
import { rankByTaylor } from './taylor.js';

/** A way to tell which of a group's channels matter least. */
export interface Importance {
  /** Whether it looks at what samples make of the channels. */
  needsSamples: boolean;
  /** The readers whose moments it looks at, which are gathered for all groups before. */
  wants?(group: ChannelGroup, evidence: Evidence): Layer[];
  rank(group: ChannelGroup, evidence: Evidence): Ranking | Promise<Ranking>;
}

/** The ways that there are, by the name that recipes know them by. */
export const importances = {
  /** Sum of the magnitudes of the weights that make a channel (Li et al. 2017, arXiv:1608.08710). */
  l1: { needsSamples: false, rank: (group) => byWeights(group, Math.abs) },
  /** The same of their squares. */
  l2: { needsSamples: false, rank: (group) => byWeights(group, (weight) => weight * weight) },
  /** Variance of a channel times the squares of the weights that read it: what a bias can't make up for. */
  activation: { needsSamples: true, wants: readingLayers, rank: rankByActivation },
  /**
   * How much the model's results would change to second order: half of the mean square of activation times
   * gradient (Molchanov et al. 2017, Theis et al. 2018).
   */
  taylor: {
    needsSamples: true,
    rank: async (group, evidence) =>
      (await rankByTaylor(group, evidence)) ?? byWeights(group, (weight) => weight * weight),
  },
  /**
   * What goes missing once the weights that read the other channels have made up for a channel as well as
   * they can: Optimal Brain Surgeon (Hassibi & Stork 1993) for all weights that read it at once.
   */
  reconstruction: {
    needsSamples: true,
    wants: (group, evidence) => {
      const cheap = layersToReconstruct(group, evidence);
      return cheap.length > 0 ? cheap : readingLayers(group, evidence);
    },
    rank: async (group, evidence) =>
      (await rankByReconstruction(group, evidence)) ?? rankByActivation(group, evidence),
  },
} as const satisfies Record<string, Importance>;

export type ImportanceName = keyof typeof importances;

/** Channels in the order of how much they matter. */
function rankingOf(lost: Float64Array, wholes: number): Ranking {
  const order = Array.from(lost, (_, i) => i).sort((a, b) => lost[a]! - lost[b]! || a - b);
  const inOrder = Float64Array.from(order, (channel) => lost[channel]!);
  return weighed(order, inOrder, wholes);
}

function byWeights(group: ChannelGroup, size: (weight: number) => number): Ranking {
  const damage = new Float64Array(group.channels.length);
  for (const writer of group.writers) {
    const sums = sumsAlong(writer, size);
    const total = sums.reduce((sum, each) => sum + each, 0) || 1;
    const place = placeOf(group, writer);
    group.channels.forEach((indices, channel) => {
      for (const index of indices[place]!) damage[channel]! += sums[index]! / total;
    });
  }
  return rankingOf(damage, group.writers.length);
}

/** For each index of a dimension the sum over the weights there. */
function sumsAlong({ tensor, axis }: WeightsPlace, size: (weight: number) => number): Float64Array {
  const length = tensor.shape[axis]!;
  const inner = tensor.shape.slice(axis + 1).reduce((product, each) => product * each, 1);
  const sums = new Float64Array(length);
  if (!tensor.data) return sums.fill(1);
  realValues(tensor).forEach((weight, i) => {
    sums[Math.floor(i / inner) % length]! += size(weight);
  });
  return sums;
}

async function rankByActivation(group: ChannelGroup, evidence: Evidence): Promise<Ranking> {
  const damage = new Float64Array(group.channels.length);
  let readers = 0;
  for (const reader of group.readers) {
    const layer = evidence.layer(reader.operator);
    const moments = layer && (await evidence.moments(layer));
    if (!moments) continue;
    readers++;
    const strengths = columnStrengths(layer, moments);
    const total = strengths.reduce((sum, each) => sum + each, 0) || 1;
    columnsOf(group, reader, layer).forEach((columns, channel) => {
      for (const column of columns) damage[channel]! += strengths[column]! / total;
    });
  }
  return readers > 0 ? rankingOf(damage, readers) : byWeights(group, (weight) => weight * weight);
}

/** For each column its variance times the squares of the weights that read it. */
function columnStrengths({ float: { weights }, patches }: Layer, { products }: Moments): Float64Array {
  const { rows, columns, offset, stride } = patches;
  return Float64Array.from({ length: columns }, (_, column) => {
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += weights[offset(row) + column * stride]! ** 2;
    return squares * products[0]![column * columns + column]!;
  });
}
