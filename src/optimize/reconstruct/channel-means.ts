import type { Reducer } from '../../runtime/reducers.js';

/** What an operator's outputs are like on average, channel by channel. */
export interface OutputMeans {
  mean: Float64Array;
  /** Part of the outputs that aren't cut off by the activation function: how far a bias moves the mean. */
  active: Float64Array;
}

/** For each output the number of its channels, and between which values it is not cut off; values beyond count as these. */
export type ChannelMeansPlan = { channels: number; limits: readonly [number, number] }[];

/** Sums the channels of each output: its values, and how many of them aren't cut off. */
export const channelMeansReducer: Reducer<OutputMeans[], ChannelMeansPlan> = {
  start: (_, plan) =>
    plan.map(({ channels }) => ({ mean: new Float64Array(channels), active: new Float64Array(channels) })),
  add: (sums, outputs, _, plan) => {
    for (const [i, values] of outputs.entries()) addValues(sums[i]!, values, plan[i]!.limits);
  },
  merge: (sums, next) => {
    for (const [i, { mean, active }] of sums.entries()) {
      for (let channel = 0; channel < mean.length; channel++) {
        mean[channel]! += next[i]!.mean[channel]!;
        active[channel]! += next[i]!.active[channel]!;
      }
    }
  },
};

function addValues(
  { mean, active }: OutputMeans,
  values: Float32Array,
  [low, high]: readonly [number, number],
): void {
  const channels = mean.length;
  for (let i = 0, channel = 0; i < values.length; i++) {
    const value = values[i]!;
    mean[channel]! += Math.min(Math.max(value, low), high);
    if (value > low && value < high) active[channel]!++;
    channel = channel + 1 < channels ? channel + 1 : 0;
  }
}
