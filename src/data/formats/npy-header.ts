import type { ElementType } from '../elements.js';
import type { DatasetFiles } from '../files.js';
import { endOf, type Storage, type StoredArray, storedArray } from './stored-array.js';

/** numpy's type codes: kind and bytes of an element. */
const types: Record<string, ElementType> = {
  b1: 'bool',
  i1: 'int8',
  u1: 'uint8',
  i2: 'int16',
  u2: 'uint16',
  i4: 'int32',
  u4: 'uint32',
  i8: 'int64',
  u8: 'uint64',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
};

const maxHeaderBytes = 64 * 1024;

/**
 * The array in an NPY file (numpy.lib.format, versions 1 to 3): `\x93NUMPY`, version, length of the
 * header, and the header, a Python dictionary with descr, fortran_order and shape.
 *
 * @param name as errors call it
 * @throws InputError for a file that is no NPY, truncated, of another type, or in Fortran order
 */
export function openNpy(name: string, content: Storage, files: DatasetFiles): StoredArray {
  const { text, offset } = headerOf(name, content, files);
  const descr = /'descr':\s*'([<>|=])([a-zA-Z]\d+)'/.exec(text);
  const type = descr && types[descr[2]!];
  if (!type) {
    const found = /'descr':\s*(\[|'[^']*')/.exec(text)?.[1] ?? 'none';
    const what = found === '[' ? 'a structured type' : `element type ${found}`;
    throw files.error(`${what} can't be read`, {
      place: name,
      hint: 'Save an array of plain numbers, like float32',
    });
  }
  if (/'fortran_order':\s*True/.test(text)) {
    throw files.error('the array is in Fortran order', { place: name, hint: 'Save np.ascontiguousarray(x)' });
  }
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (shape === undefined) throw damaged(name, files);
  const sizes = shape
    .split(',')
    .map((size) => size.trim())
    .filter(Boolean)
    .map(Number);
  return storedArray(
    { name, type, littleEndian: descr[1] !== '>', shape: sizes },
    { ...content, offset: content.offset + offset },
    files,
  );
}

function headerOf(name: string, content: Storage, files: DatasetFiles): { text: string; offset: number } {
  const begin = content.offset;
  const read = (start: number, length: number): Uint8Array => {
    if (begin + start + length > endOf(content)) throw damaged(name, files);
    return 'file' in content
      ? files.readRange(content.file, begin + start, length)
      : content.memory.subarray(begin + start, begin + start + length);
  };
  const magic = read(0, 8);
  if (Buffer.from(magic.subarray(0, 6)).toString('latin1') !== '\x93NUMPY') {
    throw files.error('not an NPY array', { place: name, hint: 'Save it by numpy.save or numpy.savez' });
  }
  const wide = magic[6]! > 1;
  const lengthBytes = Buffer.from(read(8, wide ? 4 : 2));
  const length = wide ? lengthBytes.readUInt32LE() : lengthBytes.readUInt16LE();
  if (length > maxHeaderBytes) throw damaged(name, files);
  const start = 8 + lengthBytes.length;
  return { text: Buffer.from(read(start, length)).toString('utf8'), offset: start + length };
}

function damaged(name: string, files: DatasetFiles) {
  return files.error('the NPY header is truncated or damaged', { place: name, hint: 'Save the array again' });
}
