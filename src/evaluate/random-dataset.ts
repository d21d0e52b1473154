import { createHash } from 'node:crypto';
import { TensorType } from '../model/schema/index.js';
import { type RandomNumbers, randomNumbers, streamSeed } from './random-numbers.js';
import type { Dataset, DatasetPart } from './types.js';

/** An input that noise is made for. */
export interface RandomInput {
  /** With the batch dimension, where there is one: a leading 1 is taken for it. */
  shape: readonly number[];
  /** Smallest and largest real value; default: what type and quantization say, else −1 to 1. */
  range?: readonly [low: number, high: number];
  /** Element type of the model's input; whole numbers and truth values get 0 or 1. */
  type?: TensorType;
  /** Scale and zero point of a quantized input: its range follows. */
  quantization?: { scale: number; zeroPoint: number } | null;
}

export interface RandomDatasetOptions {
  /** Samples of each of the two parts; default 100. */
  samples?: number;
  /** Default 1. */
  seed?: number;
}

/**
 * Unlabelled multi-scale noise, for models without data: what is measured on it is fidelity, never
 * accuracy, and what is calibrated on it is a guess. The two parts are different noise.
 *
 * A sample of an input is a sum of octaves: for each spacing s = 1, 2, 4, … up to the longest side, a
 * grid of values drawn evenly from −1 to 1, s apart, interpolated linearly between, times a weight
 * drawn evenly from 0 to 1; so samples reach from white noise to smooth gradients, as images and
 * spectrograms do. The sum is then stretched so that its smallest and largest value bound an interval
 * that covers between half and all of the input's range, at a place drawn evenly. Sides are the last
 * three dimensions' height and width (or time and feature); channels and further dimensions are
 * independent. Nothing but + − × ÷ is used, so that every machine gets the same bits.
 */
export function randomDataset(inputs: readonly RandomInput[], options: RandomDatasetOptions = {}): Dataset {
  const { samples = 100, seed = 1 } = options;
  const identity = JSON.stringify({ generator: 1, inputs: inputs.map(identityOf), samples, seed });
  const part = (number: number): DatasetPart => ({
    size: samples,
    async sample(index) {
      if (!(index >= 0 && index < samples)) throw new RangeError(`sample ${index} of ${samples}`);
      const values = inputs.map((input, i) =>
        noise(input, randomNumbers(streamSeed(seed, number, index, i))),
      );
      return { inputs: values, label: null };
    },
  });
  return {
    name: 'random',
    hash: createHash('sha256').update(identity).digest('hex'),
    calibration: part(0),
    evaluation: part(1),
    split: `Seeded noise (seed ${seed}): ${samples} samples calibrate, ${samples} others judge.`,
    synthetic: true,
  };
}

function identityOf(input: RandomInput) {
  return { shape: input.shape, range: rangeOf(input), whole: isWhole(input) };
}

function isWhole({ type, quantization }: RandomInput): boolean {
  return type !== undefined && wholeTypes.has(type) && !quantization;
}

const wholeTypes = new Set([
  TensorType.BOOL,
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT16,
  TensorType.UINT16,
  TensorType.INT32,
  TensorType.UINT32,
  TensorType.INT64,
  TensorType.UINT64,
]);

const storedRanges: Partial<Record<TensorType, readonly [number, number]>> = {
  [TensorType.INT8]: [-128, 127],
  [TensorType.UINT8]: [0, 255],
  [TensorType.INT16]: [-32768, 32767],
};

function rangeOf(input: RandomInput): readonly [number, number] {
  if (input.range) return input.range;
  const stored = input.type === undefined ? undefined : storedRanges[input.type];
  if (input.quantization && stored) {
    const { scale, zeroPoint } = input.quantization;
    return [scale * (stored[0] - zeroPoint), scale * (stored[1] - zeroPoint)];
  }
  return isWhole(input) ? [0, 1] : [-1, 1];
}

function noise(input: RandomInput, random: RandomNumbers): Float32Array {
  const dimensions = input.shape[0] === 1 ? input.shape.slice(1) : input.shape;
  const hasChannels = dimensions.length >= 3;
  const channels = hasChannels ? dimensions.at(-1)! : 1;
  const sides = dimensions.slice(0, hasChannels ? -1 : undefined);
  const width = sides.at(-1) ?? 1;
  const height = sides.at(-2) ?? 1;
  const blocks = sides.slice(0, -2).reduce((product, size) => product * size, 1);
  const values = new Float64Array(blocks * height * width * channels);
  for (let spacing = 1; spacing <= Math.max(height, width); spacing *= 2) {
    const weight = random();
    for (let field = 0; field < blocks * channels; field++) {
      const start = Math.floor(field / channels) * height * width * channels + (field % channels);
      addOctave(values, { start, step: channels, height, width, spacing, weight }, random);
    }
  }
  return stretch(values, rangeOf(input), isWhole(input), random);
}

interface Octave {
  /** Where the field's first value stands, and how far apart its values stand. */
  start: number;
  step: number;
  height: number;
  width: number;
  spacing: number;
  weight: number;
}

function addOctave(values: Float64Array, octave: Octave, random: RandomNumbers): void {
  const { start, step, height, width, spacing, weight } = octave;
  const columns = Math.floor((width - 1) / spacing) + 2;
  const rows = Math.floor((height - 1) / spacing) + 2;
  const grid = Float64Array.from({ length: rows * columns }, () => weight * (2 * random() - 1));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / spacing);
    const down = y / spacing - row;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / spacing);
      const right = x / spacing - column;
      const corner = row * columns + column;
      const upper = grid[corner]! + (grid[corner + 1]! - grid[corner]!) * right;
      const below = corner + columns;
      const lower = grid[below]! + (grid[below + 1]! - grid[below]!) * right;
      const to = start + (y * width + x) * step;
      values[to] = values[to]! + upper + (lower - upper) * down;
    }
  }
}

function stretch(
  values: Float64Array,
  [low, high]: readonly [number, number],
  whole: boolean,
  random: RandomNumbers,
): Float32Array {
  const share = 0.5 + 0.5 * random();
  const place = random() * (1 - share);
  let smallest = Infinity;
  let largest = -Infinity;
  for (const value of values) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  if (largest === smallest) return constant(values.length, low + (high - low) * random(), whole);
  const stretched = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = low + (high - low) * (place + (share * (values[i]! - smallest)) / (largest - smallest));
    stretched[i] = whole ? Math.round(value) : value;
  }
  return stretched;
}

function constant(length: number, value: number, whole: boolean): Float32Array {
  return new Float32Array(length).fill(whole ? Math.round(value) : value);
}
