/** real = scale × (stored − zeroPoint). */
export interface AffineParameters {
  /** A float32 value, as the file stores it. */
  scale: number;
  zeroPoint: number;
}

/** The values that a tensor was seen to take. */
export interface Range {
  min: number;
  max: number;
}

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
