import { elementCount } from '../../model/tensors.js';
import { clamp, roundAway } from './affine.js';

/** How the channels of a tensor lie in memory: `outer` blocks of `channels` runs of `inner` elements. */
export interface ChannelLayout {
  outer: number;
  channels: number;
  inner: number;
}

/** Bits that integer weights are stored in. */
export type WeightBits = 8 | 4;

/** Largest code of symmetric weights of so many bits: without −128, products of two codes fit into 16-bit pairs. */
export const maxCode: Record<WeightBits, number> = { 8: 127, 4: 7 };

/** The smallest float32 of full precision. Below, products of scales end in zero, by which nothing can be divided. */
export const leastScale = 2 ** -126;

/** @param axis dimension that counts channels; null: the whole tensor is one channel */
export function channelLayout(shape: readonly number[], axis: number | null): ChannelLayout {
  if (axis === null) return { outer: 1, channels: 1, inner: elementCount(shape) };
  return {
    outer: elementCount(shape.slice(0, axis)),
    channels: shape[axis] ?? 1,
    inner: elementCount(shape.slice(axis + 1)),
  };
}

/**
 * Scales that map each channel's largest magnitude to the largest code. A channel of zeros takes the
 * tensor's largest scale, so that its bias is stored with a scale as coarse as its neighbours'.
 */
export function absmaxScales(
  values: Float32Array,
  { outer, channels, inner }: ChannelLayout,
  largestCode = maxCode[8],
): Float32Array {
  const largest = new Float32Array(channels);
  let position = 0;
  for (let block = 0; block < outer; block++) {
    for (let channel = 0; channel < channels; channel++) {
      let magnitude = largest[channel]!;
      for (const end = position + inner; position < end; position++) {
        const value = Math.abs(values[position]!);
        if (value > magnitude) magnitude = value;
      }
      largest[channel] = magnitude;
    }
  }
  const ofZeros = largest.reduce((a, b) => Math.max(a, b), 0) || 1;
  return largest.map((magnitude) => Math.max((magnitude || ofZeros) / largestCode, leastScale));
}

/** Rounds weights to the nearest codes under given scales. */
export function toCodes(
  values: Float32Array,
  scale: Float32Array,
  layout: ChannelLayout,
  largestCode = maxCode[8],
): Int8Array {
  const { outer, channels, inner } = layout;
  const codes = new Int8Array(values.length);
  let position = 0;
  for (let block = 0; block < outer; block++) {
    for (let channel = 0; channel < channels; channel++) {
      const step = scale[channel]!;
      for (const end = position + inner; position < end; position++) {
        codes[position] = clamp(roundAway(values[position]! / step), -largestCode, largestCode);
      }
    }
  }
  return codes;
}
