import { bfloat16ToFloat32, float16ToFloat32 } from './float16.js';
import type { Quantization, Tensor } from './graph.js';
import { unpackBits } from './packing.js';
import { TensorType } from './schema/index.js';
import { densify } from './sparsity.js';
import { elementCount, type TypedData, tensorName, typedData } from './tensors.js';

/** Types of numbers whose constants `realValues` can give. */
type Numbers = Exclude<TypedData, BigUint64Array>;

/**
 * A constant's values as real numbers, in the order of its shape: float types converted, quantized
 * integers as scale × (stored − zero point), per tensor, per channel or in blocks, other integers as they
 * are, sparse tensors with their zeros.
 *
 * @returns for a dense FLOAT32 constant a view of its data where that is aligned: don't write to it.
 * @throws Error if the tensor is no constant, or of a type that holds no real numbers.
 */
export function realValues(tensor: Tensor): Float32Array<ArrayBuffer> {
  const dense = tensor.sparsity ? { ...tensor, data: densify(tensor), sparsity: null } : tensor;
  const stored = storedNumbers(dense);
  if (stored instanceof Float32Array) return stored as Float32Array<ArrayBuffer>;
  const { quantization } = dense;
  if (stored instanceof Float64Array || !quantization) return Float32Array.from(stored, Number);
  const { details } = quantization;
  if (details?.kind === 'blockwise') return fromBlocks(stored, details, tensor);
  if (details) throw new Error(`${tensorName(tensor)}: ${details.kind} quantization can't be undone`);
  if (quantization.scale.length === 0) return Float32Array.from(stored, Number);
  return fromScales(stored, quantization, dense.shape);
}

/** Types whose constants have real values: all but texts, truth values, complex numbers, and floats of 8 bits. */
const numberTypes = new Set([
  TensorType.FLOAT16,
  TensorType.BFLOAT16,
  TensorType.FLOAT32,
  TensorType.FLOAT64,
  TensorType.INT2,
  TensorType.INT4,
  TensorType.UINT4,
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT16,
  TensorType.UINT16,
  TensorType.INT32,
  TensorType.UINT32,
  TensorType.INT64,
]);

/** Whether constants of a type have real values. */
export const holdsNumbers = (type: TensorType): boolean => numberTypes.has(type);

/** What the data holds, packed types and half floats unpacked. */
function storedNumbers(tensor: Tensor): Numbers {
  const data = typedData(tensor);
  const count = elementCount(tensor.shape);
  switch (tensor.type) {
    case TensorType.FLOAT16:
      return float16ToFloat32((data as Uint16Array).subarray(0, count));
    case TensorType.BFLOAT16:
      return bfloat16ToFloat32((data as Uint16Array).subarray(0, count));
    case TensorType.INT4:
      return unpackBits(data as Uint8Array, count, 4, true);
    case TensorType.UINT4:
      return unpackBits(data as Uint8Array, count, 4, false);
    case TensorType.INT2:
      return unpackBits(data as Uint8Array, count, 2, true);
    case TensorType.FLOAT32:
    case TensorType.FLOAT64:
    case TensorType.INT8:
    case TensorType.UINT8:
    case TensorType.INT16:
    case TensorType.UINT16:
    case TensorType.INT32:
    case TensorType.UINT32:
    case TensorType.INT64:
      return data.subarray(0, count) as Numbers;
    default:
      throw new Error(
        `${tensorName(tensor)} is of type ${TensorType[tensor.type]}, which has no real values`,
      );
  }
}

function fromScales(stored: Numbers, quantization: Quantization, shape: number[]): Float32Array<ArrayBuffer> {
  const { scale, zeroPoint, axis } = quantization;
  const zeroPoints = Float64Array.from(zeroPoint, Number);
  const values = new Float32Array(stored.length);
  const channels = scale.length;
  // One scale for the tensor is one channel that all elements share.
  const inner = channels > 1 ? elementCount(shape.slice(axis + 1)) : stored.length;
  let channel = 0;
  for (let start = 0; start < stored.length; start += inner) {
    const s = scale[channel]!;
    const z = zeroPoints[zeroPoints.length > 1 ? channel : 0] ?? 0;
    const end = Math.min(start + inner, stored.length);
    for (let i = start; i < end; i++) values[i] = s * (Number(stored[i]!) - z);
    channel = channel + 1 < channels ? channel + 1 : 0;
  }
  return values;
}

function fromBlocks(
  stored: Numbers,
  { scales, zeroPoints, blockSize }: { scales: Tensor; zeroPoints: Tensor | null; blockSize: number },
  tensor: Tensor,
): Float32Array<ArrayBuffer> {
  const scale = realValues(scales);
  const zero = zeroPoints && realValues(zeroPoints);
  if (blockSize <= 0 || scale.length * blockSize !== stored.length) {
    throw new Error(`${tensorName(tensor)}: ${scale.length} scales don't fit blocks of ${blockSize}`);
  }
  const values = new Float32Array(stored.length);
  for (let i = 0; i < stored.length; i++) {
    const block = Math.floor(i / blockSize);
    values[i] = scale[block]! * (Number(stored[i]!) - (zero?.[block] ?? 0));
  }
  return values;
}
