import type { Tensor } from './graph.js';
import { type DimensionMetadataT, DimensionType, type SparsityParametersT } from './schema/index.js';
import { bitsPerElement, byteCount, elementCount, maxTensorBytes, tensorName, typedData } from './tensors.js';

/** Most dimensions that a sparse tensor may have, blocks apart; LiteRT's kernels know 2 and 4. */
const maxRank = 8;

/** One step of the walk from the first stored dimension to the last, as in the TACO format. */
interface Level {
  /** Indices that the dimension has (blocks counted apart from what is in them). */
  size: number;
  /** By how many elements of the dense tensor one index moves. */
  stride: number;
  /** Compressed sparse row: where each parent's indices begin, and the indices; null: dense. */
  compressed: { segments: readonly number[]; indices: readonly number[] } | null;
}

/**
 * Checks that a tensor's sparsity describes a tensor of its shape and that its data holds all values.
 *
 * @param fail is called with the first problem.
 */
export function assertSparsity(tensor: Tensor, fail: (problem: string) => never): void {
  const { sparsity, shape } = tensor;
  if (!sparsity) return;
  const rank = shape.length;
  const { traversalOrder, blockMap, dimMetadata } = sparsity;
  const count = rank + blockMap.length;
  if (rank > maxRank || blockMap.length > rank) fail(`its sparsity has too many dimensions`);
  if (traversalOrder.length !== count || dimMetadata.length !== count) {
    fail(`its sparsity describes ${dimMetadata.length} dimensions in place of ${count}`);
  }
  if (!isPermutation(traversalOrder.slice(0, rank), 0) || !isPermutation(traversalOrder.slice(rank), rank)) {
    fail('its sparsity visits a dimension twice or not at all');
  }
  if (new Set(blockMap).size < blockMap.length || blockMap.some((dimension) => !(dimension in shape))) {
    fail('its sparsity has blocks of a dimension that does not exist');
  }
  const dense = byteCount(tensor.type, shape);
  if (dense === null || dense > maxTensorBytes)
    fail('it is too large, or of a wrong type, for a sparse tensor');
  const stored = countStored(levelsOf(sparsity, shape, fail), fail);
  const bytes = byteCount(tensor.type, [stored]);
  if (tensor.data && bytes !== null && tensor.data.length < bytes) {
    fail(`its data has ${tensor.data.length} bytes, and its sparsity needs ${bytes}`);
  }
}

function isPermutation(values: number[], first: number): boolean {
  return [...values].sort((a, b) => a - b).every((value, i) => value === first + i);
}

function levelsOf(
  { traversalOrder, blockMap, dimMetadata }: SparsityParametersT,
  shape: number[],
  fail: (problem: string) => never,
): Level[] {
  const rank = shape.length;
  const blocks = shape.map(() => 1);
  dimMetadata.forEach((metadata, i) => {
    const block = blockMap[traversalOrder[i]! - rank];
    if (block !== undefined) blocks[block] = metadata.denseSize;
  });
  const strides = shape.map((_, i) => elementCount(shape.slice(i + 1)));
  return dimMetadata.map((metadata, i) => {
    const dimension = traversalOrder[i]!;
    const original = dimension < rank ? dimension : blockMap[dimension - rank]!;
    const block = blocks[original]!;
    if (!(block > 0) || shape[original]! % block !== 0)
      fail(`its sparsity has blocks of ${block} in ${shape[original]}`);
    const size = dimension < rank ? shape[original]! / block : block;
    const stride = strides[original]! * (dimension < rank ? block : 1);
    return { size, stride, compressed: compressedOf(metadata, size, dimension < rank, fail) };
  });
}

function compressedOf(
  metadata: DimensionMetadataT,
  size: number,
  mayCompress: boolean,
  fail: (problem: string) => never,
): Level['compressed'] {
  if (metadata.format === DimensionType.DENSE) {
    if (metadata.denseSize !== size)
      fail(`its sparsity has ${metadata.denseSize} indices in a dimension of ${size}`);
    return null;
  }
  const segments = metadata.arraySegments?.values;
  const indices = metadata.arrayIndices?.values;
  if (!segments || !indices || !mayCompress) fail('its sparsity lacks the indices of a dimension');
  if (indices.some((index) => index < 0 || index >= size))
    fail(`its sparsity has an index outside of ${size}`);
  return { segments, indices };
}

/** Number of values that the levels store. */
function countStored(levels: Level[], fail: (problem: string) => never): number {
  let count = 1;
  for (const { size, compressed } of levels) {
    if (!compressed) {
      count *= size;
      continue;
    }
    const { segments, indices } = compressed;
    const rising = segments.every((segment, i) => segment >= (segments[i - 1] ?? 0));
    if (segments.length !== count + 1 || segments[0] !== 0 || segments.at(-1) !== indices.length || !rising) {
      fail('its sparsity has segments that do not fit its indices');
    }
    count = indices.length;
  }
  return count;
}

/** Whether a tensor is a sparse constant whose values take whole bytes: those of fewer bits nobody unpacks. */
export function isUnpackable({ sparsity, data, type }: Tensor): boolean {
  return sparsity !== null && data !== null && (bitsPerElement(type) ?? 0) >= 8;
}

/**
 * The dense data of a sparse constant, zeros filled in: as many bytes as its type and shape need.
 *
 * @throws Error if the tensor isn't a sparse constant of a type of at least 8 bits.
 */
export function densify(tensor: Tensor): Uint8Array {
  const { sparsity, shape } = tensor;
  if (!sparsity || !isUnpackable(tensor)) throw new Error(`${tensorName(tensor)} is not sparse`);
  const levels = levelsOf(sparsity, shape, (problem) => {
    throw new Error(`${tensorName(tensor)}: ${problem}`);
  });
  const values = typedData(tensor);
  const dense = new (values.constructor as new (length: number) => typeof values)(elementCount(shape));
  const fill = (depth: number, parent: number, offset: number): void => {
    const level = levels[depth];
    if (!level) {
      dense[offset] = values[parent]!;
      return;
    }
    const { size, stride, compressed } = level;
    const first = compressed ? compressed.segments[parent]! : parent * size;
    const last = compressed ? compressed.segments[parent + 1]! : first + size;
    for (let i = first; i < last; i++) {
      const index = compressed ? compressed.indices[i]! : i - first;
      fill(depth + 1, i, offset + index * stride);
    }
  };
  fill(0, 0, 0);
  return new Uint8Array(dense.buffer);
}
