import { type ChannelMeansPlan, channelMeansReducer, type OutputMeans } from './channel-means.js';
import { type ChannelRanges, type ChannelRangesPlan, channelRangesReducer } from './channel-ranges.js';
import { extremes } from './extremes.js';
import { countValues, histogramBins } from './histogram.js';
import { type MomentSums, type MomentsPlan, momentsReducer } from './moments.js';
import type { Reducer } from './reducer.js';

/** Lowest and highest value of each output over all samples, ±Infinity without any; NaN is passed over. */
export interface Ranges {
  min: Float32Array;
  max: Float32Array;
  /** 1 where an output held NaN, else 0. */
  nan: Uint8Array;
}

/** Ranges, and how often each output took which values. */
export interface Histograms extends Ranges {
  /** For each output the values in each bin of `histogram.ts`. */
  counts: Float64Array[];
}

/** What each reducer, by name, leaves of the samples. */
export interface Results {
  /** Each sample's outputs as they are. */
  outputs: Float32Array[][];
  ranges: Ranges;
  histograms: Histograms;
  moments: MomentSums;
  channelMeans: OutputMeans[];
  channelRanges: ChannelRanges[];
}

/** What those reducers are told that need more than the outputs: plain data. */
export interface Plans {
  moments: MomentsPlan;
  channelMeans: ChannelMeansPlan;
  channelRanges: ChannelRangesPlan;
}

export type PlanOf<Name extends ReducerName> = Name extends keyof Plans ? Plans[Name] : undefined;

export type ReducerName = keyof Results;

export const reducers: { [Name in ReducerName]: Reducer<Results[Name], PlanOf<Name>> } = {
  outputs: {
    start: () => [],
    add: (result, outputs) => {
      result.push(outputs.map((values) => values.slice()));
    },
    merge: (result, next) => {
      result.push(...next);
    },
  },
  ranges: { start: noRanges, add: extendRanges, merge: mergeRanges },
  histograms: {
    start: (outputs) => ({
      ...noRanges(outputs),
      counts: outputs.map(() => new Float64Array(histogramBins)),
    }),
    add: (result, outputs) => {
      extendRanges(result, outputs);
      for (const [i, values] of outputs.entries()) countValues(result.counts[i]!, values);
    },
    merge: (result, next) => {
      mergeRanges(result, next);
      for (const [i, counts] of result.counts.entries()) {
        for (let bin = 0; bin < counts.length; bin++) counts[bin]! += next.counts[i]![bin]!;
      }
    },
  },
  moments: momentsReducer,
  channelMeans: channelMeansReducer,
  channelRanges: channelRangesReducer,
};

function noRanges({ length }: readonly unknown[]): Ranges {
  return {
    min: new Float32Array(length).fill(Infinity),
    max: new Float32Array(length).fill(-Infinity),
    nan: new Uint8Array(length),
  };
}

function extendRanges({ min, max, nan }: Ranges, outputs: readonly Float32Array[]): void {
  for (let i = 0; i < outputs.length; i++) {
    const seen = extremes(outputs[i]!);
    min[i] = Math.min(min[i]!, seen.min);
    max[i] = Math.max(max[i]!, seen.max);
    if (seen.nan) nan[i] = 1;
  }
}

function mergeRanges({ min, max, nan }: Ranges, next: Ranges): void {
  for (let i = 0; i < min.length; i++) {
    min[i] = Math.min(min[i]!, next.min[i]!);
    max[i] = Math.max(max[i]!, next.max[i]!);
    nan[i]! |= next.nan[i]!;
  }
}
