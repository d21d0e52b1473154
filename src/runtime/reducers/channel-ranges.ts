import type { Reducer } from './reducer.js';

/** How far the values of each channel go to either side of 0; a channel is an element's number modulo their count. */
export interface ChannelRanges {
  /** Largest value of each channel, at least 0. */
  above: Float32Array;
  /** Magnitude of the smallest value of each channel, at least 0. */
  below: Float32Array;
}

/** For each output the number of its channels. */
export type ChannelRangesPlan = { channels: number }[];

/** Keeps the extremes of each channel of each output. NaN is passed over. */
export const channelRangesReducer: Reducer<ChannelRanges[], ChannelRangesPlan> = {
  start: (_, plan) =>
    plan.map(({ channels }) => ({ above: new Float32Array(channels), below: new Float32Array(channels) })),
  add: (ranges, outputs) => {
    for (const [i, values] of outputs.entries()) extend(ranges[i]!, values);
  },
  merge: (ranges, next) => {
    for (const [i, { above, below }] of ranges.entries()) {
      raise(above, next[i]!.above);
      raise(below, next[i]!.below);
    }
  },
};

function extend({ above, below }: ChannelRanges, values: Float32Array): void {
  const channels = above.length;
  for (let i = 0, channel = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > above[channel]!) above[channel] = value;
    else if (-value > below[channel]!) below[channel] = -value;
    channel = channel + 1 < channels ? channel + 1 : 0;
  }
}

function raise(to: Float32Array, by: Float32Array): void {
  for (let i = 0; i < to.length; i++) if (by[i]! > to[i]!) to[i] = by[i]!;
}
