import type { Operator } from '../../../model/graph.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import type { Layer } from '../../reconstruct/layers.js';
import type { ChannelGroup, WeightsPlace } from './groups.js';
import type { Slopes } from './slopes.js';

/** In which order a group's channels are best cut, and what each costs after those before it. */
export interface Ranking {
  /** Numbers of channels, the least important one first. */
  order: number[];
  /**
   * For each of them the damage that cutting it adds, in a measure that adds up and compares between groups:
   * −ln of the part that stays of what is read of the group, or made, or of the model's results.
   */
  damage: Float64Array;
}

/** What may be known of a group's readers besides their weights. */
export interface Evidence {
  /** A reader in the form of patches; undefined: it has none. */
  layer(operator: Operator): Layer | undefined;
  /** Moments of what a reader reads, of the samples; null where it reads too many numbers at once. */
  moments(layer: Layer): Promise<Moments | null>;
  /** Gathers the moments of several readers, which takes less time than each for itself. */
  gather(layers: readonly Layer[]): Promise<void>;
  /** How the results change with what readers make of each channel; null where the model can't be run. */
  slopes(): Promise<Slopes | null>;
}

/** Of what a group's last channels carry no more than so much is told apart. */
const leastLeft = 1e-3;

/**
 * Channels in an order, weighed so that damage adds up: each takes its part of what those before it left,
 * −ln of the part that stays. The last of a group count more than its first.
 *
 * @param lost for each of them the part that goes missing with it, summed over `wholes` writers or readers
 */
export function weighed(order: number[], lost: ArrayLike<number>, wholes: number): Ranking {
  const damage = new Float64Array(order.length);
  let [sum, before] = [0, 0];
  for (let i = 0; i < order.length; i++) {
    sum += lost[i]!;
    const after = -wholes * Math.log(Math.max(1 - sum / wholes, leastLeft));
    damage[i] = after - before;
    before = after;
  }
  return { order, damage };
}

/** The readers of a group that samples show something of. */
export function readingLayers({ readers }: ChannelGroup, evidence: Evidence): Layer[] {
  return readers.flatMap(({ operator }) => evidence.layer(operator) ?? []);
}

/** For each channel the columns of a reader's patches that it fills. */
export function columnsOf(group: ChannelGroup, reader: WeightsPlace, { patches }: Layer): number[][] {
  const place = placeOf(group, reader);
  const { columns, depth } = patches;
  return group.channels.map((indices) => {
    const result: number[] = [];
    for (let first = 0; first < columns; first += depth) {
      for (const index of indices[place]!) result.push(first + index);
    }
    return result;
  });
}

/** Position of a dimension among a group's places. */
export function placeOf({ places }: ChannelGroup, { tensor, axis }: WeightsPlace): number {
  return places.findIndex((place) => place.tensor === tensor && place.axis === axis);
}
