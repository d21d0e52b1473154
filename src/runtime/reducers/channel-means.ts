import type { Reducer } from './reducer.js';

/** What an operator's outputs are like on average, channel by channel. */
export interface OutputMeans {
  mean: Float64Array;
  /** The same of samples that `mean` leaves out: they judge what was done by it. */
  heldOut: Float64Array;
  /** Part of the outputs that aren't cut off by the activation function: how far a bias moves the mean. */
  active: Float64Array;
}

/** For each output the number of its channels, and between which values it is not cut off; values beyond count as these. */
export type ChannelMeansPlan = { channels: number; limits: readonly [number, number] }[];

/** One of so many samples is held out. */
const heldOutEvery = 8;

/** How many of some samples are held out; may be none. */
export const heldOutSamples = (samples: number): number => Math.floor(samples / heldOutEvery);

/** Sums the channels of each output: its values, and how many of them aren't cut off. */
export const channelMeansReducer: Reducer<OutputMeans[], ChannelMeansPlan> = {
  start: (_, plan) =>
    plan.map(({ channels }) => {
      const numbers = (): Float64Array => new Float64Array(channels);
      return { mean: numbers(), heldOut: numbers(), active: numbers() };
    }),
  add: (sums, outputs, sample, plan) => {
    const isHeldOut = sample % heldOutEvery === heldOutEvery - 1;
    for (const [i, values] of outputs.entries()) {
      const { mean, heldOut, active } = sums[i]!;
      addValues(isHeldOut ? heldOut : mean, active, values, plan[i]!.limits);
    }
  },
  merge: (sums, next) => {
    for (const [i, { mean, heldOut, active }] of sums.entries()) {
      for (let channel = 0; channel < mean.length; channel++) {
        mean[channel]! += next[i]!.mean[channel]!;
        heldOut[channel]! += next[i]!.heldOut[channel]!;
        active[channel]! += next[i]!.active[channel]!;
      }
    }
  },
};

function addValues(
  sums: Float64Array,
  active: Float64Array,
  values: Float32Array,
  [low, high]: readonly [number, number],
): void {
  const channels = sums.length;
  for (let i = 0, channel = 0; i < values.length; i++) {
    const value = values[i]!;
    sums[channel]! += Math.min(Math.max(value, low), high);
    if (value > low && value < high) active[channel]!++;
    channel = channel + 1 < channels ? channel + 1 : 0;
  }
}
