import { describe, expect, it } from 'vitest';
import { newTensor } from '../../model/build.js';
import { DimensionType, TensorType } from '../../model/schema/index.js';
import { assertSparsity, densify } from '../../model/sparsity.js';
import { bytesOf, elementCount, elementsOf, type TypedData } from '../../model/tensors.js';
import { encode } from './encode.js';

const dense: Record<string, { type: TensorType; values: (count: number) => TypedData }> = {
  FLOAT32: { type: TensorType.FLOAT32, values: (count) => Float32Array.from({ length: count }, value) },
  FLOAT16: {
    type: TensorType.FLOAT16,
    values: (count) => Uint16Array.from({ length: count }, (_, i) => 9 * value(_, i)),
  },
  INT8: { type: TensorType.INT8, values: (count) => Int8Array.from({ length: count }, value) },
};

/** Mostly zero; blocks of 4 and of 16 that are zero, single ones beside others. */
function value(_: unknown, i: number): number {
  return Math.floor(i / 16) % 3 === 1 || i % 5 < 2 ? i % 7 : 0;
}

describe('sparse encoding', () => {
  for (const [name, { type, values }] of Object.entries(dense)) {
    it.each([
      [[6, 32], 1],
      [[6, 32], 4],
      [[6, 32], 16],
      [[4, 3, 3, 16], 1],
      [[4, 3, 3, 16], 4],
      [[1, 3, 3, 16], 16],
      [[300, 8], 1],
      [[2, 400], 1],
    ])(`gives back what it was given: ${name} %j in blocks of %i`, (shape, block) => {
      const given = values(elementCount(shape));
      const { data, sparsity, bytes } = encode(given, shape, block);
      const tensor = newTensor('t', type, shape, { data, sparsity });
      assertSparsity(tensor, (problem) => expect.fail(problem));
      expect([...elementsOf(type, densify(tensor))]).toEqual([...given]);
      expect(bytes).toBeGreaterThanOrEqual(data.length);
    });
  }

  it('has the layout of Google’s converter: all dense but the last dimension, blocks behind it', () => {
    const { data, sparsity } = encode(Float32Array.of(0, 0, 1, 2, 3, 0, 0, 0), [2, 4], 2);
    expect(sparsity.traversalOrder).toEqual([0, 1, 2]);
    expect(sparsity.blockMap).toEqual([1]);
    expect(sparsity.dimMetadata.map(({ format }) => DimensionType[format])).toEqual([
      'DENSE',
      'SPARSE_CSR',
      'DENSE',
    ]);
    expect(sparsity.dimMetadata[1]!.arraySegments!.values).toEqual([0, 1, 2]);
    expect(sparsity.dimMetadata[1]!.arrayIndices!.values).toEqual([1, 0]);
    expect(data).toEqual(bytesOf(Float32Array.of(1, 2, 3, 0)));
  });

  it('a constant of zeros alone stores nothing', () => {
    const { data, sparsity } = encode(new Float32Array(12), [3, 4], 1);
    expect(data).toHaveLength(0);
    const tensor = newTensor('t', TensorType.FLOAT32, [3, 4], { data, sparsity });
    expect(densify(tensor)).toEqual(new Uint8Array(48));
  });
});
