import { newQuantization, newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import { float16ToFloat32, float32ToFloat16 } from '../../model/float16.js';
import type { Tensor } from '../../model/graph.js';
import { packBits } from '../../model/packing.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { hasFiniteValues, isFloat } from '../constants.js';
import { rangeOf } from './affine.js';
import { absmaxScales, type ChannelLayout, channelLayout, maxCode, toCodes } from './channels.js';
import type { StoredConstant } from './derived-constants.js';

/** A way to store weights in fewer bits. */
export interface WeightForm {
  /** As a key for sharing and in names of tensors: the same name means the same bytes. */
  name: string;
  /** Bytes of the constant in the file, scales included; alignment and the tensor itself apart. */
  bytes(constant: Tensor, axis: number | null): number;
  /** Whether a constant can be stored so and isn't as narrow already. */
  accepts(constant: Tensor): boolean;
  /** @param axis dimension that counts output channels; null: all are one channel */
  store(constant: Tensor, axis: number | null): StoredConstant;
}

/** Largest float16. */
const maxHalf = 65504;

/** Half precision, for weights that fit; the names of others are added to `tooLarge`. */
export function float16Form(tooLarge: Set<string>): WeightForm {
  return {
    name: 'float16',
    bytes: ({ shape }) => 2 * elementCount(shape),
    accepts(constant) {
      if (constant.type !== TensorType.FLOAT32) return false;
      const fits = isWithin(constant, maxHalf);
      if (!fits) tooLarge.add(`"${constant.name}"`);
      return fits;
    },
    store: (constant) => ({
      type: TensorType.FLOAT16,
      data: bytesOf(float32ToFloat16(realValues(constant))),
      quantization: null,
    }),
  };
}

/** 8 or 4 bits, a scale for each channel, of which each takes 4 bytes and its zero point 8. */
export function integerForm(bits: 8 | 4): WeightForm {
  return {
    name: `int${bits}`,
    bytes: ({ shape }, axis) =>
      (elementCount(shape) * bits) / 8 + 12 * (axis === null ? 1 : (shape[axis] ?? 1)),
    accepts: isStorable,
    store(constant, axis) {
      const values = realValues(constant);
      const layout = channelLayout(constant.shape, axis);
      const scale = absmaxScales(values, layout, maxCode[bits]);
      return storeCodes(values, scale, layout, bits, newQuantization([...scale], undefined, axis ?? 0));
    },
  };
}

/** 4 bits with a float16 scale for each block of so many weights of a row. */
export function blockwiseForm(blockSize: number): WeightForm {
  return {
    name: `int4_${blockSize}`,
    bytes: ({ shape }) => elementCount(shape) * (1 / 2 + 2 / blockSize),
    accepts: (constant) => isStorable(constant) && isWithin(constant, maxHalf * maxCode[4]),
    store(constant) {
      const values = realValues(constant);
      const blocks = values.length / blockSize;
      const layout = { outer: 1, channels: blocks, inner: blockSize };
      const halves = float32ToFloat16(absmaxScales(values, layout, maxCode[4]));
      const shape = [constant.shape[0]!, constant.shape[1]! / blockSize];
      const scales = newTensor(`${constant.name}_scales`, TensorType.FLOAT16, shape, {
        data: bytesOf(halves),
      });
      const quantization = newQuantization([]);
      quantization.details = { kind: 'blockwise', scales, zeroPoints: null, blockSize };
      return storeCodes(values, float16ToFloat32(halves), layout, 4, quantization);
    },
  };
}

function isWithin(constant: Tensor, largest: number): boolean {
  const { min, max } = rangeOf(realValues(constant));
  return min >= -largest && max <= largest;
}

/** What integers can stand for. */
const isStorable = (constant: Tensor): boolean => isFloat(constant) && hasFiniteValues(constant);

/** Whether a matrix's rows can be cut into blocks. */
export function hasBlocks({ shape }: Tensor, blockSize: number): boolean {
  return shape.length === 2 && shape[1]! % blockSize === 0;
}

function storeCodes(
  values: Float32Array,
  scale: Float32Array,
  layout: ChannelLayout,
  bits: 8 | 4,
  quantization: StoredConstant['quantization'],
): StoredConstant {
  const codes = toCodes(values, scale, layout, maxCode[bits]);
  return bits === 8
    ? { type: TensorType.INT8, data: bytesOf(codes), quantization }
    : { type: TensorType.INT4, data: packBits(codes, 4), quantization };
}
