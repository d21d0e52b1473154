import { createGunzip } from 'node:zlib';
import type { ElementType } from '../elements.js';
import type { DatasetFile } from '../files.js';
import { maxWholeFileBytes } from '../files.js';
import { defineFormat, type FormatContext, onlyInput } from './format.js';
import { encodingKeys, pathKey } from './keys.js';
import {
  checkArrays,
  decodeRow,
  readLabelArray,
  row,
  type Storage,
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
    checkArrays([images], input && [input], files);
    const size = images.shape[0]!;
    const labels =
      options.labels === undefined
        ? null
        : readLabelArray(await openIdx(options.labels, context), size, context);
    return {
      size,
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

/** 0, 0, element type, number of dimensions, then the dimensions as 32-bit numbers; all big-endian. */
async function openIdx(name: string, { files }: FormatContext): Promise<StoredArray> {
  const file = files.file(name);
  const storage = await contentOf(file, files);
  const start = (length: number) => {
    const available = 'file' in storage ? storage.file.bytes : storage.memory.length;
    if (available < length)
      throw files.error('the file ends within its header', { place: name, hint: 'Make it again' });
    return 'file' in storage ? files.readRange(file, 0, length) : storage.memory.subarray(0, length);
  };
  const [zero1, zero2, code, rank] = start(4);
  const type = types[code!];
  if (zero1 !== 0 || zero2 !== 0 || !type || rank! < 1 || rank! > 8) {
    throw files.error('not an IDX file', {
      place: name,
      hint: 'It must begin with 0, 0, an element type and the number of dimensions',
    });
  }
  const header = start(4 + 4 * rank!);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const shape = Array.from({ length: rank! }, (_, i) => view.getUint32(4 + 4 * i));
  return storedArray(
    { name, type, littleEndian: false, shape },
    { ...storage, offset: header.length },
    files,
  );
}

async function contentOf(file: DatasetFile, files: FormatContext['files']): Promise<Storage> {
  const magic = files.readRange(file, 0, Math.min(2, file.bytes));
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return { file, offset: 0 };
  try {
    return { memory: await gunzip(files.read(file)), offset: 0 };
  } catch (cause) {
    if (cause instanceof RangeError) {
      const problem = `it unpacks to more than ${maxWholeFileBytes} bytes`;
      throw files.error(problem, {
        place: file.name,
        hint: 'Name the unpacked file: it is read piece by piece',
        cause,
      });
    }
    throw files.error('a damaged gzip file', { place: file.name, hint: 'Make it again', cause });
  }
}

/** Unpacks piece by piece, so that a bomb is given up as soon as it has grown too large. */
async function gunzip(packed: Uint8Array): Promise<Uint8Array> {
  const stream = createGunzip();
  stream.end(packed);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxWholeFileBytes) throw new RangeError('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
