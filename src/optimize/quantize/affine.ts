import { TensorType } from '../../model/schema/index.js';

/** Integers that activations are stored in. */
export type IntegerType = 'int8' | 'int16';

export const tensorTypes = { int8: TensorType.INT8, int16: TensorType.INT16 } as const;

/** real = scale × (stored − zeroPoint). */
export interface AffineParameters {
  /** A float32 value, as the file stores it. */
  scale: number;
  zeroPoint: number;
}

/** How an activation is stored. */
export interface StoredForm extends AffineParameters {
  type: IntegerType;
}

/** The values that a tensor was seen to take. */
export interface Range {
  min: number;
  max: number;
}

/**
 * Largest magnitude of a tensor that is stored in integers: beyond it the product of two scales, which kernels compute
 * in float32, may not be a number any more.
 */
export const maxMagnitude = 2 ** 63;

/** Narrower ranges than this are widened to it: constants and dead layers have none (TensorFlow's floor). */
const minimumWidth = 1e-6;

/**
 * Scale and zero point that let int8 cover a range. The range is widened to contain 0, which must be
 * stored exactly: padding and ReLU produce it.
 *
 * Computed in double precision, then rounded to float32, as TensorFlow's `GetAsymmetricQuantizationParams`.
 *
 * @param minScale the scale is at least this
 */
export function int8Parameters(range: Range, minScale = 0): AffineParameters {
  const min = Math.min(0, range.min);
  const max = Math.max(0, range.max, min + minimumWidth, min + minScale * 255);
  const scale = (max - min) / 255;
  const zeroPoint = clamp(roundAway(-128 - min / scale), -128, 127);
  return { scale: Math.fround(scale), zeroPoint };
}

/** The real numbers that int8 covers with these parameters. */
export function int8Range({ scale, zeroPoint }: AffineParameters): Range {
  return { min: scale * (-128 - zeroPoint), max: scale * (127 - zeroPoint) };
}

/** Stores real numbers in int8; what lies outside of the range becomes its nearest end. */
export function toInt8(values: Float32Array, { scale, zeroPoint }: AffineParameters): Int8Array {
  const stored = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    stored[i] = clamp(roundAway(values[i]! / scale) + zeroPoint, -128, 127);
  }
  return stored;
}

/** Largest int16 code; kernels want int16 to be symmetric, so that −32768 isn't used. */
const maxInt16 = 32767;

/** Scale that lets int16 cover a range; its zero point is 0 always. At least `minScale`. */
export function int16Parameters({ min, max }: Range, minScale = 0): AffineParameters {
  const magnitude = Math.max(Math.abs(min), Math.abs(max), minimumWidth);
  return { scale: Math.fround(Math.max(magnitude / maxInt16, minScale)), zeroPoint: 0 };
}

/** How integers of a type store a range; see `int8Parameters` and `int16Parameters`. */
export function storedForm(type: IntegerType, range: Range, minScale = 0): StoredForm {
  const parameters = type === 'int8' ? int8Parameters(range, minScale) : int16Parameters(range, minScale);
  return { type, ...parameters };
}

/** The real numbers that a form covers. */
export function storedRange(form: StoredForm): Range {
  const largest = maxInt16 * form.scale;
  return form.type === 'int8' ? int8Range(form) : { min: -largest, max: largest };
}

/** Stores real numbers in a form; what lies outside of its range becomes its nearest end. */
export function toStored(values: Float32Array, form: StoredForm): Int8Array | Int16Array {
  if (form.type === 'int8') return toInt8(values, form);
  return Int16Array.from(values, (value) => clamp(roundAway(value / form.scale), -maxInt16, maxInt16));
}

/** Smallest and largest of some numbers; of none: 0 and 0. */
export function rangeOf(values: Float32Array): Range {
  let min = values.length > 0 ? Infinity : 0;
  let max = values.length > 0 ? -Infinity : 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** Rounds halves away from zero, as C's `round`, which TensorFlow uses, and JavaScript's doesn't. */
export const roundAway = (value: number): number =>
  value <= -0.5 ? -Math.round(-value) : Math.floor(value + 0.5);
