import type { TensorData } from '../../../../src/runtime/index.js';

/** numpy's names of the element types that models take. */
const descriptions = new Map<unknown, string>([
  [Float32Array, '<f4'],
  [Int8Array, '|i1'],
  [Int16Array, '<i2'],
  [Int32Array, '<i4'],
  [BigInt64Array, '<i8'],
]);

/** Samples of one input as an NPY file's content: their arrays after one another, of shape [samples, …shape]. */
export function npyOf(samples: readonly TensorData[], shape: readonly number[], isBool = false): Uint8Array {
  const description = isBool ? '|b1' : descriptions.get(samples[0]!.constructor);
  if (!description) throw new Error(`no NPY type for ${samples[0]!.constructor.name}`);
  const sizes = [samples.length, ...shape].join(', ');
  const dictionary = `{'descr': '${description}', 'fortran_order': False, 'shape': (${sizes},), }`;
  // Magic, version 1.0 and the header's length take 10 bytes; data starts at a multiple of 64.
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const start = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
  start.writeUInt16LE(length, 8);
  const header = Buffer.from(`${dictionary.padEnd(length - 1)}\n`, 'latin1');
  const bytes = samples.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([start, header, ...bytes]);
}
