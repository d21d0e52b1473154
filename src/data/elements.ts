import { float16ToFloat32 } from '../model/float16.js';

/** Element types of stored samples, by numpy's names. */
export const elementTypes = [
  'bool',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'float16',
  'float32',
  'float64',
] as const;

export type ElementType = (typeof elementTypes)[number];

/** Bytes of one element. */
export const elementBytes: Record<ElementType, number> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float16: 2,
  float32: 4,
  float64: 8,
};

/** How stored elements become real numbers: real = scale × (stored − zeroPoint). */
export interface Encoding {
  type: ElementType;
  littleEndian: boolean;
  scale: number;
  zeroPoint: number;
}

/**
 * Decodes stored elements into real numbers, rounded to float32 once. What is stored as such stays where it is.
 *
 * @param bytes a whole number of elements; needs no alignment
 */
export function decodeElements(bytes: Uint8Array, encoding: Encoding): Float32Array {
  const { type, littleEndian, scale, zeroPoint } = encoding;
  const size = elementBytes[type];
  if (type === 'float32' && littleEndian && scale === 1 && zeroPoint === 0) {
    const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
    return new Float32Array(aligned.buffer, aligned.byteOffset, bytes.byteLength / size);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[type];
  const values = new Float32Array(bytes.byteLength / size);
  for (let i = 0; i < values.length; i++)
    values[i] = scale * (read(view, i * size, littleEndian) - zeroPoint);
  return values;
}

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

const readers: Record<ElementType, Reader> = {
  bool: (view, offset) => (view.getUint8(offset) === 0 ? 0 : 1),
  int8: (view, offset) => view.getInt8(offset),
  uint8: (view, offset) => view.getUint8(offset),
  int16: (view, offset, little) => view.getInt16(offset, little),
  uint16: (view, offset, little) => view.getUint16(offset, little),
  int32: (view, offset, little) => view.getInt32(offset, little),
  uint32: (view, offset, little) => view.getUint32(offset, little),
  int64: (view, offset, little) => Number(view.getBigInt64(offset, little)),
  uint64: (view, offset, little) => Number(view.getBigUint64(offset, little)),
  float16: readHalf,
  float32: (view, offset, little) => view.getFloat32(offset, little),
  float64: (view, offset, little) => view.getFloat64(offset, little),
};

const half = new Uint16Array(1);

function readHalf(view: DataView, offset: number, littleEndian: boolean): number {
  half[0] = view.getUint16(offset, littleEndian);
  return float16ToFloat32(half)[0]!;
}
