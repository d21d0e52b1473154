import type { Tensor } from './graph.js';
import { TensorType } from './schema/index.js';

/** Elements of a constant, as its element type's own array. */
export type TypedData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/**
 * Largest tensor, in bytes, that a model is run with: no model for phones and smaller devices comes near, and LiteRT
 * as WebAssembly has 4 GB for all of them together.
 */
export const maxTensorBytes = 2 ** 29;

interface ElementType {
  bits: number;
  /** The array of its elements; packed and 8-bit float types as raw bytes, complex ones as pairs. */
  array: {
    new (buffer: ArrayBuffer, byteOffset: number, length: number): TypedData;
    BYTES_PER_ELEMENT: number;
  };
}

/** Element types of fixed size; STRING, RESOURCE and VARIANT have none. */
const elementTypes: Partial<Record<TensorType, ElementType>> = {
  [TensorType.FLOAT32]: { bits: 32, array: Float32Array },
  [TensorType.FLOAT16]: { bits: 16, array: Uint16Array },
  [TensorType.BFLOAT16]: { bits: 16, array: Uint16Array },
  [TensorType.FLOAT64]: { bits: 64, array: Float64Array },
  [TensorType.FLOAT8_E4M3FN]: { bits: 8, array: Uint8Array },
  [TensorType.FLOAT8_E5M2]: { bits: 8, array: Uint8Array },
  [TensorType.COMPLEX64]: { bits: 64, array: Float32Array },
  [TensorType.COMPLEX128]: { bits: 128, array: Float64Array },
  [TensorType.BOOL]: { bits: 8, array: Uint8Array },
  [TensorType.INT2]: { bits: 2, array: Uint8Array },
  [TensorType.INT4]: { bits: 4, array: Uint8Array },
  [TensorType.UINT4]: { bits: 4, array: Uint8Array },
  [TensorType.INT8]: { bits: 8, array: Int8Array },
  [TensorType.UINT8]: { bits: 8, array: Uint8Array },
  [TensorType.INT16]: { bits: 16, array: Int16Array },
  [TensorType.UINT16]: { bits: 16, array: Uint16Array },
  [TensorType.INT32]: { bits: 32, array: Int32Array },
  [TensorType.UINT32]: { bits: 32, array: Uint32Array },
  [TensorType.INT64]: { bits: 64, array: BigInt64Array },
  [TensorType.UINT64]: { bits: 64, array: BigUint64Array },
};

/** Bits of one element, `null` for types without a fixed size (STRING, RESOURCE, VARIANT, unknown ones). */
export function bitsPerElement(type: TensorType): number | null {
  return elementTypes[type]?.bits ?? null;
}

/**
 * Number of elements of a shape: the product; Infinity where numbers can't tell it exactly, so that it is above
 * every limit and equal to no size.
 */
export function elementCount(shape: readonly number[]): number {
  if (shape.includes(0)) return 0;
  const product = shape.reduce((count, size) => count * size, 1);
  return Number.isSafeInteger(product) ? product : Infinity;
}

/**
 * Bytes that dense data of this type and shape has, `null` for types without a fixed size. Types under
 * 8 bits are packed over the whole tensor, with the last byte padded.
 */
export function byteCount(type: TensorType, shape: readonly number[]): number | null {
  const bits = bitsPerElement(type);
  return bits === null ? null : Math.ceil((elementCount(shape) * bits) / 8);
}

/** The tensor as errors and notes name it: `tensor "conv1/weights"`. */
export function tensorName(tensor: Tensor): string {
  return tensor.name ? `tensor "${tensor.name}"` : 'a tensor without a name';
}

/**
 * A constant's elements, as many as its shape says though a file may hold more, as a typed array: a view of `tensor.data` where that is aligned, else a copy (so
 * write through `tensor.data`, never through this). The arrays are those of `elementsOf`.
 *
 * @throws Error if the tensor is no constant.
 */
export function typedData(tensor: Tensor): TypedData {
  const { type, shape, data, sparsity } = tensor;
  if (data === null) throw new Error(`${tensorName(tensor)} is no constant`);
  const bytes = sparsity ? null : byteCount(type, shape);
  return elementsOf(type, bytes === null ? data : data.subarray(0, bytes));
}

/**
 * Little-endian data as an array of its element type: a view where the data is aligned, else a copy.
 * FLOAT16 and BFLOAT16 come as raw 16-bit words, BOOL as bytes 0 and 1, COMPLEX64/128 as pairs of floats;
 * STRING, packed and 8-bit float types as raw bytes.
 */
export function elementsOf(type: TensorType, data: Uint8Array): TypedData {
  const array = elementTypes[type]?.array ?? Uint8Array;
  const length = Math.floor(data.byteLength / array.BYTES_PER_ELEMENT);
  if (data.byteOffset % array.BYTES_PER_ELEMENT === 0) {
    return new array(data.buffer as ArrayBuffer, data.byteOffset, length);
  }
  return new array(data.slice().buffer, 0, length);
}

/** The bytes of a typed array, without copying: what `Tensor.data` holds. */
export function bytesOf(values: TypedData): Uint8Array {
  return new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
}

/** `[1, 49, 10, 1]`. */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
