import { randomNumbers, streamSeed } from '../../base/random-numbers.js';

/**
 * What is learned from, as plain data in shared memory. An example is a sample as it is (the first
 * `samples` of them), or a variant of it: mixed with another one, pictures shifted, and those in colour mirrored.
 * Variants are made when they are needed, by number, so that only what the teacher says of them is kept.
 */
export interface Examples {
  samples: number;
  /** Variants of each sample, itself included. */
  variants: number;
  seed: number;
  /** For each feed its shape, and its values for all samples. */
  feeds: { shape: number[]; values: Float32Array }[];
  /** For each target the teacher's values for all examples, and how much they vary: their mean square about their mean. */
  targets: { size: number; values: Float32Array; variance: number }[];
  /** Class of each sample; null: labels play no part. */
  labels: Int32Array | null;
}

/** How an example is made. */
export interface Variant {
  first: number;
  second: number;
  /** Share of the first sample, 0.5 to 1. */
  share: number;
  /** Rows and columns, as parts of the picture's size, −1/16 to 1/16. */
  shift: [number, number];
  /** Whether left and right change places where the example is a picture in colour. */
  mirrored: boolean;
}

/** How example `index` is made; the same for the same seed. */
export function variantOf({ samples, seed }: Pick<Examples, 'samples' | 'seed'>, index: number): Variant {
  const first = index % samples;
  if (index < samples) return { first, second: first, share: 1, shift: [0, 0], mirrored: false };
  const random = randomNumbers(streamSeed(seed, index));
  const second = Math.floor(random() * samples);
  const share = 1 - random() / 2;
  const shift: Variant['shift'] = [(random() - 0.5) / 8, (random() - 0.5) / 8];
  return { first, second, share, shift, mirrored: random() < 0.5 };
}

/** Writes an example's values of a feed to `to`. */
export function fillExample(
  { shape, values }: Examples['feeds'][number],
  { first, second, share, shift, mirrored }: Variant,
  to: Float32Array,
): void {
  const size = to.length;
  const own = values.subarray(first * size, (first + 1) * size);
  if (share === 1) {
    to.set(own);
    return;
  }
  const other = values.subarray(second * size, (second + 1) * size);
  const [height, width, channels] = shape.length === 4 ? shape.slice(1) : [1, 1, size];
  // What isn't in colour may be a spectrogram, or letters.
  const isMirrored = mirrored && shape.length === 4 && channels === 3;
  const [rows, columns] = [Math.round(shift[0] * height!), Math.round(shift[1] * width!)];
  let next = 0;
  for (let y = 0; y < height!; y++) {
    const row = Math.min(Math.max(y + rows, 0), height! - 1) * width!;
    for (let x = 0; x < width!; x++) {
      const column = Math.min(Math.max(x + columns, 0), width! - 1);
      const from = (row + (isMirrored ? width! - 1 - column : column)) * channels!;
      for (let c = from; c < from + channels!; c++) to[next++] = share * own[c]! + (1 - share) * other[c]!;
    }
  }
}

/** Floats that threads share. */
export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}
