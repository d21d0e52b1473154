import { createGunzip } from 'node:zlib';
import { InputError } from '../../base/errors.js';
import { elementCount } from '../../model/tensors.js';
import { type ElementType, elementBytes } from '../elements.js';
import type { DatasetFile, DatasetFiles } from '../files.js';
import { inflated, inflateInto, TooLong } from '../inflate.js';
import { maxUnpackedBytes } from '../limits.js';
import { defineFormat, type FormatContext, onlyInput } from './format.js';
import { encodingKeys, pathKey } from './keys.js';
import {
  checkArrays,
  decodeRow,
  readLabelArray,
  row,
  type StoredArray,
  storedArray,
} from './stored-array.js';

/** IDX, the format of MNIST's files (https://yann.lecun.com/exdb/mnist/), plain or gzipped. */
export const idx = defineFormat({
  name: 'idx',
  files: {
    images: pathKey.optional().describe('IDX file with the samples, plain or .gz'),
    labels: pathKey.optional().describe('IDX file with the class numbers; left out: no labels'),
  },
  settings: encodingKeys,

  async open(options, context) {
    const { files } = context;
    if (options.images === undefined)
      throw files.error('"images" is missing', { hint: 'Name the IDX file of the samples' });
    const input = onlyInput(context, 'idx');
    const images = await openIdx(options.images, context);
    const shapes = checkArrays([images], input && [input], files);
    const size = images.shape[0]!;
    const labels =
      options.labels === undefined
        ? null
        : readLabelArray(await openIdx(options.labels, context), size, context);
    return {
      size,
      shapes,
      describe: (index) => `sample ${index} of ${images.name}`,
      label: (index) => labels?.[index] ?? null,
      part: () => null,
      read: (index, memory) => [row(images, index, memory)],
      decode: async ([bytes]) => [decodeRow(bytes!, images, options)],
    };
  },
});

/** Element types by the third byte of the file. */
const types: Record<number, ElementType> = {
  8: 'uint8',
  9: 'int8',
  11: 'int16',
  12: 'int32',
  13: 'float32',
  14: 'float64',
};

/** Four bytes, and four for each of eight dimensions. */
const maxHeaderBytes = 36;

/** An IDX file, without what follows its header. */
interface Header extends Pick<StoredArray, 'name' | 'type' | 'littleEndian' | 'shape'> {
  bytes: number;
}

async function openIdx(name: string, { files }: FormatContext): Promise<StoredArray> {
  const file = files.file(name);
  const begin = files.readRange(file, 0, Math.min(maxHeaderBytes, file.bytes));
  if (begin[0] === 0x1f && begin[1] === 0x8b) return await openPacked(name, file, files);
  const { bytes: offset, ...header } = headerOf(begin, name, files);
  return storedArray(header, { file, offset, end: file.bytes }, files);
}

/** Unpacks once for the header and once for all that it says there is, and no further. */
async function openPacked(name: string, file: DatasetFile, files: DatasetFiles): Promise<StoredArray> {
  const { bytes: offset, ...header } = headerOf(await unpackBegin(file, files), name, files);
  const size = offset + elementCount(header.shape) * elementBytes[header.type];
  if (size > maxUnpackedBytes) {
    const hint = 'Name the unpacked file: it is read piece by piece';
    throw files.error(`it unpacks to more than ${maxUnpackedBytes} bytes`, { place: name, hint });
  }
  const memory = await inflateInto(files.pieces(file), createGunzip(), size).catch((cause: unknown) => {
    if (!(cause instanceof TooLong)) throw damagedGzip(cause, file, files);
    throw files.error('it unpacks to more than its header says', { place: name, hint: 'Make it again' });
  });
  return storedArray(header, { memory, offset }, files);
}

async function unpackBegin(file: DatasetFile, files: DatasetFiles): Promise<Uint8Array> {
  const begin: number[] = [];
  try {
    for await (const piece of inflated(files.pieces(file), createGunzip())) {
      begin.push(...piece.subarray(0, maxHeaderBytes - begin.length));
      if (begin.length === maxHeaderBytes) break;
    }
  } catch (cause) {
    throw damagedGzip(cause, file, files);
  }
  return Uint8Array.from(begin);
}

function damagedGzip(cause: unknown, { name }: DatasetFile, files: DatasetFiles): unknown {
  if (cause instanceof InputError) return cause;
  return files.error('a damaged gzip file', { place: name, hint: 'Make it again', cause });
}

/** 0, 0, element type, number of dimensions, then the dimensions as 32-bit numbers; all big-endian. */
function headerOf(begin: Uint8Array, name: string, files: DatasetFiles): Header {
  const [zero1, zero2, code, rank = 0] = begin;
  const cut = () => files.error('the file ends within its header', { place: name, hint: 'Make it again' });
  if (begin.length < 4) throw cut();
  const type = types[code!];
  if (zero1 !== 0 || zero2 !== 0 || !type || rank < 1 || rank > 8) {
    throw files.error('not an IDX file', {
      place: name,
      hint: 'It must begin with 0, 0, an element type and the number of dimensions',
    });
  }
  const bytes = 4 + 4 * rank;
  if (begin.length < bytes) throw cut();
  const view = new DataView(begin.buffer, begin.byteOffset, begin.byteLength);
  const shape = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  return { name, type, littleEndian: false, shape, bytes };
}
