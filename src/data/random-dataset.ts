import { createHash } from 'node:crypto';
import { InputError } from '../base/errors.js';
import { type RandomNumbers, randomNumbers, streamSeed } from '../base/random-numbers.js';
import { TensorType } from '../model/schema/index.js';
import { elementCount, shapeText } from '../model/tensors.js';
import type { Dataset, DatasetPart } from './types.js';

/** Bytes of one sample of an input, as float32: computing it takes seven times as much. */
const maxNoiseBytes = 2 ** 26;

/**
 * Values that a part's samples are made of, counted once for each octave: some ten seconds of work. A hundred
 * samples of 512 × 512 × 3 have less than that.
 */
const maxNoiseSteps = 2 ** 30;

/** The same values, counted once. */
const maxNoiseValues = 2 ** 29;

/** An input that noise is made for. */
interface RandomInput {
  /** For errors. */
  name?: string;
  /** With the batch dimension, where there is one: a leading 1 is taken for it. */
  shape: readonly number[];
  /** Smallest and largest real value; default: what type and quantization say, else −1 to 1. */
  range?: readonly [low: number, high: number];
  /** Element type of the model's input; whole numbers and truth values get 0 or 1. */
  type?: TensorType;
  /** Scale and zero point of a quantized input: its range follows. */
  quantization?: { scale: number; zeroPoint: number } | null;
}

interface RandomDatasetOptions {
  /** Samples of each of the two parts; default 100. There are fewer where they'd be too much work. */
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
 *
 * Reading a sample throws an InputError where an input is larger than noise is made for.
 */
export function randomDataset(inputs: readonly RandomInput[], options: RandomDatasetOptions = {}): Dataset {
  const { seed = 1 } = options;
  const samples = Math.min(options.samples ?? 100, affordable(inputs));
  const identity = JSON.stringify({ generator: 1, inputs: inputs.map(identityOf), samples, seed });
  const part = (number: number): DatasetPart => ({
    size: samples,
    async sample(index) {
      if (!(index >= 0 && index < samples)) throw new RangeError(`sample ${index} of ${samples}`);
      for (const input of inputs) checkSize(input);
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

/** How many samples may be made; at least one. */
function affordable(inputs: readonly RandomInput[]): number {
  let [values, steps] = [0, 0];
  for (const { shape } of inputs) {
    values += elementCount(shape);
    steps += elementCount(shape) * octavesOf(fieldsOf(shape));
  }
  const samples = Math.min(maxNoiseValues / Math.max(1, values), maxNoiseSteps / Math.max(1, steps));
  return Math.max(1, Math.floor(samples));
}

function checkSize({ name, shape }: RandomInput): void {
  const bytes = elementCount(shape) * Float32Array.BYTES_PER_ELEMENT;
  if (bytes >= 0 && bytes <= maxNoiseBytes) return;
  const input = name === undefined ? 'an input' : `input "${name}"`;
  const size = Number.isFinite(bytes) ? `${bytes} bytes` : 'too many bytes';
  throw new InputError(`${input} ${shapeText(shape)} takes ${size}, and noise is made for ${maxNoiseBytes}`, {
    hint: 'Name a data set',
  });
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

/** How a sample's values lie: `channels` fields beside one another, in each of several blocks. */
interface Fields {
  blocks: number;
  height: number;
  width: number;
  channels: number;
}

function fieldsOf(shape: readonly number[]): Fields {
  const dimensions = shape[0] === 1 ? shape.slice(1) : shape;
  const hasChannels = dimensions.length >= 3;
  const sides = dimensions.slice(0, hasChannels ? -1 : undefined);
  return {
    blocks: elementCount(sides.slice(0, -2)),
    height: sides.at(-2) ?? 1,
    width: sides.at(-1) ?? 1,
    channels: hasChannels ? dimensions.at(-1)! : 1,
  };
}

/** Spacings 1, 2, 4, … up to the longest side. */
function octavesOf({ height, width }: Fields): number {
  let octaves = 0;
  for (let spacing = 1; spacing <= Math.max(height, width); spacing *= 2) octaves++;
  return octaves;
}

function noise(input: RandomInput, random: RandomNumbers): Float32Array {
  const values = new Float64Array(elementCount(input.shape));
  if (values.length === 0) return new Float32Array();
  const fields = fieldsOf(input.shape);
  const { blocks, height, width, channels } = fields;
  const grid = new Float64Array((height + 1) * (width + 1));
  const across = { column: new Int32Array(width), right: new Float64Array(width) };
  for (let octave = 0, spacing = 1; octave < octavesOf(fields); octave++, spacing *= 2) {
    const weight = random();
    placeAcross(across, spacing);
    for (let field = 0; field < blocks * channels; field++) {
      const start = Math.floor(field / channels) * height * width * channels + (field % channels);
      addOctave(values, { start, step: channels, height, width, spacing, weight }, across, grid, random);
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

/** Where the values of a row lie in the grid: the column to their left, and how far beyond it, 0..1. */
interface Across {
  column: Int32Array;
  right: Float64Array;
}

/** The same for every row of an octave, so that it is divided once. */
function placeAcross({ column, right }: Across, spacing: number): void {
  for (let x = 0; x < column.length; x++) {
    const left = Math.floor(x / spacing);
    column[x] = left;
    right[x] = x / spacing - left;
  }
}

/** @param grid memory for the octave's grid; that of spacing 1 is the largest */
function addOctave(
  values: Float64Array,
  octave: Octave,
  { column, right }: Across,
  grid: Float64Array,
  random: RandomNumbers,
): void {
  const { start, step, height, width, spacing, weight } = octave;
  const columns = Math.floor((width - 1) / spacing) + 2;
  const rows = Math.floor((height - 1) / spacing) + 2;
  for (let i = 0; i < rows * columns; i++) grid[i] = weight * (2 * random() - 1);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / spacing);
    const down = y / spacing - row;
    let to = start + y * width * step;
    for (let x = 0; x < width; x++, to += step) {
      const corner = row * columns + column[x]!;
      const upper = grid[corner]! + (grid[corner + 1]! - grid[corner]!) * right[x]!;
      const below = corner + columns;
      const lower = grid[below]! + (grid[below + 1]! - grid[below]!) * right[x]!;
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
