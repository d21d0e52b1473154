import {
  DimensionMetadataT,
  DimensionType,
  Int32VectorT,
  SparseIndexVector,
  SparsityParametersT,
  Uint8VectorT,
  Uint16VectorT,
} from '../../model/schema/index.js';
import { bytesOf, elementCount, type TypedData } from '../../model/tensors.js';

/** A dense constant stored without most of its zeros. */
export interface Encoded {
  data: Uint8Array;
  sparsity: SparsityParametersT;
  /** Neighbours along the last dimension that are stored together; 1: single values. */
  block: number;
  /** Bytes that values and indices take in the file, tables around them apart. */
  bytes: number;
}

/**
 * Stores a constant as compressed sparse rows over its last dimension, all others being dense: the layout of
 * Google's converter, which LiteRT's kernels and XNNPACK expect.
 *
 * @param values the constant's elements, 0 (FLOAT16: its bits) where there is nothing
 * @param shape of any rank from 1
 * @param block a divisor of the last dimension; a block with any other value than 0 is stored whole
 */
export function encode(values: TypedData, shape: readonly number[], block: number): Encoded {
  const length = shape.at(-1)!;
  const outer = elementCount(shape.slice(0, -1));
  const segments = [0];
  const indices: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < outer; row++) {
    for (let index = 0; index < length / block; index++) {
      const start = row * length + index * block;
      if (isZero(values, start, block)) continue;
      indices.push(index);
      kept.push(start);
    }
    segments.push(indices.length);
  }
  const stored = new (values.constructor as new (length: number) => TypedData)(kept.length * block);
  for (const [i, start] of kept.entries()) {
    stored.set(values.subarray(start, start + block) as never, i * block);
  }
  const sparsity = parametersOf(shape, block, segments, indices);
  const bytes = stored.byteLength + sizeOf(segments) + sizeOf(indices);
  return { data: bytesOf(stored), sparsity, block, bytes };
}

function isZero(values: TypedData, start: number, count: number): boolean {
  for (let i = start; i < start + count; i++) if (Number(values[i]) !== 0) return false;
  return true;
}

function parametersOf(
  shape: readonly number[],
  block: number,
  segments: number[],
  indices: number[],
): SparsityParametersT {
  const dense = shape.slice(0, -1).map((size) => new DimensionMetadataT(DimensionType.DENSE, size));
  const compressed = new DimensionMetadataT(
    ...([DimensionType.SPARSE_CSR, 0] as const),
    ...vectorOf(segments),
    ...vectorOf(indices),
  );
  const blocks = block > 1 ? [new DimensionMetadataT(DimensionType.DENSE, block)] : [];
  const order = Array.from({ length: shape.length + blocks.length }, (_, i) => i);
  return new SparsityParametersT(order, block > 1 ? [shape.length - 1] : [], [
    ...dense,
    compressed,
    ...blocks,
  ]);
}

type Vector = Uint8VectorT | Uint16VectorT | Int32VectorT;

/** Numbers in the narrowest type that holds them. */
function vectorOf(values: number[]): [SparseIndexVector, Vector] {
  const width = widthOf(values);
  if (width === 1) return [SparseIndexVector.Uint8Vector, new Uint8VectorT(values)];
  if (width === 2) return [SparseIndexVector.Uint16Vector, new Uint16VectorT(values)];
  return [SparseIndexVector.Int32Vector, new Int32VectorT(values)];
}

const sizeOf = (values: readonly number[]): number => widthOf(values) * values.length;

function widthOf(values: readonly number[]): 1 | 2 | 4 {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  return largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4;
}
