import { bfloat16ToFloat32, float16ToFloat32, float32ToFloat16 } from '../model/float16.js';
import { TensorType } from '../model/schema/index.js';
import { NotRunnableError } from './errors.js';
import type { TensorData, TensorInfo } from './types.js';

/** Lowest and highest stored value of the integer types up to 32 bits. */
const integers: Partial<
  Record<
    TensorType,
    { array: new (length: number) => TensorData & { [i: number]: number }; low: number; high: number }
  >
> = {
  [TensorType.INT8]: { array: Int8Array, low: -128, high: 127 },
  [TensorType.UINT8]: { array: Uint8Array, low: 0, high: 255 },
  [TensorType.INT16]: { array: Int16Array, low: -32768, high: 32767 },
  [TensorType.UINT16]: { array: Uint16Array, low: 0, high: 65535 },
  [TensorType.INT32]: { array: Int32Array, low: -(2 ** 31), high: 2 ** 31 - 1 },
  [TensorType.UINT32]: { array: Uint32Array, low: 0, high: 2 ** 32 - 1 },
};

/**
 * Real values as the elements that a model's input takes. Quantized types: stored = round(real / scale) +
 * zeroPoint, computed in float32, halves rounded away from zero and clamped, as TFLite's QUANTIZE does.
 * Integers without scale are rounded and clamped alike, BOOL is `real ≠ 0`, NaN counts as 0. FLOAT32 comes
 * back as it is, not copied.
 *
 * @throws NotRunnableError for element types that have no real values (complex and packed ones).
 */
export function encodeInput(info: TensorInfo, real: Float32Array): TensorData {
  switch (info.type) {
    case TensorType.FLOAT32:
      return real;
    case TensorType.FLOAT16:
      return float32ToFloat16(real);
    case TensorType.FLOAT64:
      return Float64Array.from(real);
    case TensorType.BOOL:
      return Uint8Array.from(real, (value) => (value === 0 || Number.isNaN(value) ? 0 : 1));
    case TensorType.INT64:
      return BigInt64Array.from(real, (value) => bigInt(value, -(2 ** 63), 2 ** 63 - 1024));
    case TensorType.UINT64:
      return BigUint64Array.from(real, (value) => bigInt(value, 0, 2 ** 64 - 2048));
    default:
      return encodeInteger(info, real);
  }
}

function encodeInteger(info: TensorInfo, real: Float32Array): TensorData {
  const integer = integers[info.type];
  if (!integer) throw unsupported(info);
  const { low, high } = integer;
  const { scale, zeroPoint } = info.quantization ?? { scale: 1, zeroPoint: 0 };
  const stored = new integer.array(real.length);
  for (let i = 0; i < real.length; i++) {
    const value = roundHalfAway(Math.fround(real[i]! / scale)) + zeroPoint;
    stored[i] = Math.min(Math.max(value, low), high);
  }
  return stored;
}

/** Rounded and clamped to a range whose ends float64 holds exactly. */
function bigInt(value: number, low: number, high: number): bigint {
  return BigInt(Math.min(Math.max(roundHalfAway(value), low), high));
}

/** C's `roundf`; NaN gives 0. */
function roundHalfAway(value: number): number {
  if (value >= 0) return Math.floor(value + 0.5);
  return value < 0 ? Math.ceil(value - 0.5) : 0;
}

/**
 * The real values of what a model computed: scale × (stored − zeroPoint), rounded to float32 once.
 * FLOAT32 comes back as it is, not copied; 64-bit types lose what float32 can't hold.
 *
 * @throws NotRunnableError for element types that have no real values (complex and packed ones).
 */
export function decodeOutput(info: TensorInfo, data: TensorData): Float32Array {
  if (data instanceof Float32Array && info.type === TensorType.FLOAT32) return data;
  if (info.type === TensorType.FLOAT16) return float16ToFloat32(data as Uint16Array);
  if (info.type === TensorType.BFLOAT16) return bfloat16ToFloat32(data as Uint16Array);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    return Float32Array.from(data as BigInt64Array, Number);
  }
  if (!integers[info.type] && info.type !== TensorType.BOOL && info.type !== TensorType.FLOAT64) {
    throw unsupported(info);
  }
  const { scale, zeroPoint } = info.quantization ?? { scale: 1, zeroPoint: 0 };
  const real = new Float32Array(data.length);
  for (let i = 0; i < real.length; i++) real[i] = scale * (data[i]! - zeroPoint);
  return real;
}

function unsupported({ name, type }: TensorInfo): NotRunnableError {
  return new NotRunnableError(`"${name}" is of type ${TensorType[type]}, which real numbers can't stand for`);
}
