import { fitsOpen } from '../../model/input-shapes.js';
import type { ModelInput } from '../../model/interface.js';
import { elementCount, shapeText } from '../../model/tensors.js';
import { decodeElements, type ElementType, elementBytes } from '../elements.js';
import type { DatasetFile, DatasetFiles, ReadMemory } from '../files.js';
import { maxSampleBytes, maxSamples } from '../limits.js';
import type { FormatContext } from './format.js';

/** An n-dimensional array in a file, row-major; its first dimension counts the samples. */
export interface StoredArray {
  /** As errors call it: `images-idx3-ubyte`, `eval.npz: labels`. */
  name: string;
  type: ElementType;
  littleEndian: boolean;
  shape: number[];
  /**
   * Bytes `start` to `start + length` of the elements.
   *
   * @param into as many bytes, which they may be read into; memory of their own where left out
   */
  bytes(start: number, length: number, into?: Uint8Array): Uint8Array;
}

/** Where an array is, from `offset` on: in a file that is read as needed, up to `end`, or in memory. */
export type Storage =
  | { file: DatasetFile; offset: number; end: number }
  | { memory: Uint8Array; offset: number };

export function endOf(storage: Storage): number {
  return 'file' in storage ? storage.end : storage.memory.length;
}

/**
 * An array over its storage.
 *
 * @throws InputError where the storage holds fewer or more bytes than the shape says, or no sample
 */
export function storedArray(
  header: Omit<StoredArray, 'bytes'>,
  storage: Storage,
  files: DatasetFiles,
): StoredArray {
  const follow = endOf(storage) - storage.offset;
  const expected = elementCount(header.shape) * elementBytes[header.type];
  const place = header.name;
  if (header.shape.length === 0) throw files.error('a single number, not an array of samples', { place });
  if (follow !== expected) {
    const problem = `the header says ${shapeText(header.shape)} of ${header.type}, ${Number.isFinite(expected) ? expected : 'too many'} bytes, and ${follow} follow`;
    throw files.error(problem, { place, hint: 'The file is truncated or damaged: make it again' });
  }
  checkSamples(header, files);
  return {
    ...header,
    bytes: (start, length, into) =>
      'file' in storage
        ? files.readRange(storage.file, storage.offset + start, length, into)
        : storage.memory.slice(storage.offset + start, storage.offset + start + length),
  };
}

/** Refuses more samples, or larger ones, than are read. */
function checkSamples({ name, shape, type }: Omit<StoredArray, 'bytes'>, files: DatasetFiles): void {
  const [samples = 0, ...rest] = shape;
  const elements = elementCount(rest);
  if (samples > maxSamples)
    throw files.error(`${samples} samples; at most ${maxSamples} are read`, {
      place: name,
      hint: 'Keep fewer',
    });
  if (samples > 0 && elements === 0)
    throw files.error(`a sample of shape ${shapeText(rest)} has no elements`, { place: name });
  if (elements * Math.max(elementBytes[type], 4) > maxSampleBytes) {
    const problem = `a sample of shape ${shapeText(rest)} has more than the ${maxSampleBytes} bytes that are read`;
    throw files.error(problem, { place: name, hint: 'The first dimension counts samples' });
  }
}

/** Stored bytes of one row, the array being at a place among a sample's. */
export function row(array: StoredArray, index: number, memory?: ReadMemory, place = 0): Uint8Array {
  const length = elementCount(array.shape.slice(1)) * elementBytes[array.type];
  return array.bytes(index * length, length, memory?.(length, place));
}

/** Real numbers of a row's bytes. */
export function decodeRow(
  bytes: Uint8Array,
  array: StoredArray,
  encoding: { scale: number; zeroPoint: number },
): Float32Array {
  return decodeElements(bytes, { ...encoding, type: array.type, littleEndian: array.littleEndian });
}

/**
 * Refuses arrays that don't fit together, or don't fit the model: equal numbers of rows, and rows of
 * as many elements as the model's inputs, in its order. What an input leaves open, its rows settle.
 *
 * @returns the shapes of a sample's inputs
 */
export function checkArrays(
  arrays: StoredArray[],
  inputs: readonly ModelInput[] | null,
  files: DatasetFiles,
): number[][] {
  const first = arrays[0]!;
  const shapes: number[][] = [];
  for (const [i, array] of arrays.entries()) {
    if (array.shape[0] !== first.shape[0]) {
      const problem = `${array.shape[0]} samples, and ${first.shape[0]} in ${first.name}`;
      throw files.error(problem, { place: array.name });
    }
    const input = inputs?.[i];
    const row = array.shape.slice(1);
    const settled = input?.open && settledBy(row, input.open);
    shapes.push(settled ?? [...(input?.shape ?? row)]);
    if (input && !settled && elementCount(row) !== elementCount(input.shape)) {
      const problem = `a sample has the shape ${shapeText(row)}, and the model's input "${input.name}" ${shapeText(input.open ?? input.shape)}`;
      throw files.error(problem, {
        place: array.name,
        hint: 'Store one sample a row, as the model takes it',
      });
    }
  }
  return shapes;
}

/** The shape of an input with open dimensions whose samples are such rows, with or without a batch of 1; null: they don't fit. */
function settledBy(row: readonly number[], open: readonly number[]): number[] | null {
  const shape = row.length === open.length ? [...row] : [1, ...row];
  const settled = open.map((size, axis) => (axis === 0 && open.length > 1 && size === -1 ? 1 : size));
  return fitsOpen(shape, settled) ? shape : null;
}

const integerTypes = new Set<ElementType>([
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
]);

/**
 * Class numbers from an array of shape [samples] or [samples, 1].
 *
 * @throws InputError naming the sample whose label is no whole number from 0 on
 */
export function readLabelArray(array: StoredArray, samples: number, context: FormatContext): Uint32Array {
  const { files } = context;
  const place = array.name;
  const count = elementCount(array.shape);
  if (array.shape[0] !== samples || count !== samples) {
    const problem = `labels of shape ${shapeText(array.shape)} for ${samples} samples`;
    throw files.error(problem, { place, hint: 'Store one class number a sample (argmax of one-hot labels)' });
  }
  const bytes = array.bytes(0, count * elementBytes[array.type]);
  const numbers = decodeElements(bytes, { ...array, scale: 1, zeroPoint: 0 });
  return Uint32Array.from(numbers, (label, index) => {
    if (Number.isInteger(label) && label >= 0 && label < 2 ** 24) return label;
    const hint = integerTypes.has(array.type)
      ? 'Classes are counted from 0'
      : 'Store whole numbers, counted from 0';
    throw files.error(`label ${label} of sample ${index} is no class number`, { place, hint });
  });
}
