import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { newQuantization, newTensor } from './build.js';
import { realValues } from './dequantize.js';
import { float32ToFloat16 } from './float16.js';
import type { Quantization, Tensor } from './graph.js';
import { packBits, unpackBits } from './packing.js';
import { TensorType } from './schema/index.js';
import { densify } from './sparsity.js';
import { byteCount, bytesOf, elementCount, type TypedData, typedData } from './tensors.js';

function constant(type: TensorType, shape: number[], values: TypedData, quantization?: Quantization): Tensor {
  return newTensor('t', type, shape, { data: bytesOf(values), quantization: quantization ?? null });
}

describe('sizes', () => {
  it.each([
    [TensorType.FLOAT32, [2, 3], 24],
    [TensorType.INT64, [], 8],
    [TensorType.BOOL, [5], 5],
    [TensorType.INT4, [3, 3], 5],
    [TensorType.INT2, [5], 2],
    [TensorType.COMPLEX128, [2], 32],
    [TensorType.FLOAT16, [0, 7], 0],
    [TensorType.STRING, [2], null],
    [TensorType.RESOURCE, [], null],
  ])('type %d of shape %j has %j bytes', (type, shape, bytes) => {
    expect(byteCount(type, shape)).toBe(bytes);
  });

  it('a scalar has one element', () => expect(elementCount([])).toBe(1));
});

describe('typedData', () => {
  it('is a view where the data is aligned, and a copy where it is not', () => {
    const memory = new Uint8Array(12);
    const at = (offset: number) =>
      newTensor('t', TensorType.INT32, [2], { data: memory.subarray(offset, offset + 8) });
    new DataView(memory.buffer).setInt32(4, -7, true);
    expect(typedData(at(4)).buffer).toBe(memory.buffer);
    expect(typedData(at(1)).buffer).not.toBe(memory.buffer);
    expect(typedData(at(4))).toEqual(Int32Array.of(-7, 0));
    expect(typedData(at(0))).toEqual(Int32Array.of(0, -7));
  });

  it('has as many elements as the shape, whatever the file has', () => {
    const longer = (type: TensorType) => newTensor('t', type, [3], { data: new Uint8Array(16) });
    expect(typedData(longer(TensorType.FLOAT32))).toHaveLength(3);
    expect(typedData(longer(TensorType.INT4))).toHaveLength(2);
    expect(typedData(longer(TensorType.STRING))).toHaveLength(16);
  });

  it('asks for a constant', () => {
    expect(() => typedData(newTensor('x', TensorType.INT8, [1]))).toThrow('tensor "x" is no constant');
  });
});

describe('packed integers', () => {
  it('have the first element in the lowest bits', () => {
    expect([...unpackBits(Uint8Array.of(0x2f, 0x08), 3, 4, true)]).toEqual([-1, 2, -8]);
    expect([...unpackBits(Uint8Array.of(0x2f, 0x08), 3, 4, false)]).toEqual([15, 2, 8]);
    expect([...unpackBits(Uint8Array.of(0b11_10_01_00), 4, 2, true)]).toEqual([0, 1, -2, -1]);
  });

  it('are packed as they were', () => {
    const values = Int8Array.of(-8, 7, 0, -1, 3);
    expect(packBits(values, 4)).toEqual(Uint8Array.of(0x78, 0xf0, 0x03));
    expect(unpackBits(packBits(values, 4), 5, 4, true)).toEqual(values);
  });
});

describe('realValues', () => {
  it('scales each channel along its axis', () => {
    const quantization = newQuantization([0.5, 2, 1], [0, 0, 1], 1);
    const tensor = constant(
      TensorType.INT8,
      [2, 3, 2],
      Int8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      quantization,
    );
    expect([...realValues(tensor)]).toEqual([0.5, 1, 6, 8, 4, 5, 3.5, 4, 18, 20, 10, 11]);
  });

  it('scales a whole tensor with one scale and zero point', () => {
    const tensor = constant(TensorType.UINT8, [3], Uint8Array.of(0, 128, 255), newQuantization([0.5], [128]));
    expect([...realValues(tensor)]).toEqual([-64, 0, 63.5]);
  });

  it('scales a bias whose axis is beyond its shape', () => {
    const tensor = constant(
      TensorType.INT32,
      [2],
      Int32Array.of(10, 10),
      newQuantization([0.5, 2], [0, 0], 3),
    );
    expect([...realValues(tensor)]).toEqual([5, 20]);
  });

  it('reads floats of every width, and integers without a scale', () => {
    const halves = float32ToFloat16(Float32Array.of(0.5, -2));
    expect([...realValues(constant(TensorType.FLOAT16, [2], halves))]).toEqual([0.5, -2]);
    expect([...realValues(constant(TensorType.FLOAT64, [1], Float64Array.of(0.25)))]).toEqual([0.25]);
    expect([...realValues(constant(TensorType.INT64, [1], BigInt64Array.of(-5n)))]).toEqual([-5]);
  });

  it('reads int4 weights in blocks', () => {
    const { tensors } = sampleModels()['blockwise weights']!.subgraphs[0]!;
    const weights = tensors.find(({ name }) => name === 'weights')!;
    // Stored 1 2 | 3 4 | -8 -1 | -2 7, scales 1, 2, 0.5, -1.
    expect([...realValues(weights)]).toEqual([1, 2, 6, 8, -4, -0.5, 2, -7]);
  });

  it('refuses what holds no real numbers', () => {
    expect(() => realValues(constant(TensorType.BOOL, [1], Uint8Array.of(1)))).toThrow('of type BOOL');
    const { tensors } = sampleModels()['blockwise weights']!.subgraphs[0]!;
    expect(() => realValues(tensors.find(({ name }) => name === 'custom')!)).toThrow(
      "custom quantization can't",
    );
  });
});

describe('sparse constants', () => {
  const { tensors } = sampleModels()['sparse weights']!.subgraphs[0]!;
  const weights = tensors.find(({ name }) => name === 'weights')!;

  it('get their zeros back', () => {
    expect([...realValues(weights)]).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 3, 4, 0, 0]);
    expect(densify(weights)).toHaveLength(48);
  });

  it('know other orders of their dimensions', () => {
    // Column by column: of each column the rows that are there.
    const { dimMetadata } = weights.sparsity!;
    const [rows, columns] = dimMetadata;
    const sparsity = Object.assign(Object.create(Object.getPrototypeOf(weights.sparsity)), {
      traversalOrder: [1, 0],
      blockMap: [],
      dimMetadata: [
        { ...rows, denseSize: 2 },
        { ...columns, arraySegments: { values: [0, 2, 3] }, arrayIndices: { values: [0, 2, 1] } },
      ],
    });
    const tensor = constant(TensorType.INT8, [3, 2], Int8Array.of(5, 6, 7));
    expect([...realValues({ ...tensor, sparsity })]).toEqual([5, 0, 0, 7, 6, 0]);
  });
});
