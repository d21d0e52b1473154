/**
 * Histograms of float32 values with bins that don't depend on the data, so that histograms of parts add
 * up to that of the whole, and take the same memory however many values there are: a bin for each sign,
 * exponent and leading 5 bits of the mantissa. Its bounds are at most 1/32 apart, relatively.
 */

const droppedBits = 18;
const signBit = 1 << 31;

/** Bins of a histogram, in ascending order of the values that they hold. */
export const histogramBins = 2 ** (32 - droppedBits);

/** Counts values into bins; NaN counts as a number beyond the infinities. */
export function countValues(counts: Float64Array, values: Float32Array): void {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) {
    // Flips all bits of negative numbers and the sign of the others: then bits are ordered as numbers are.
    counts[(bits[i]! ^ ((bits[i]! >> 31) | signBit)) >>> droppedBits]!++;
  }
}

/**
 * The value below or at which a part of all values lies, taking values to lie evenly within their bin.
 *
 * @param part 0..1
 * @returns NaN where nothing was counted
 */
export function quantile(counts: Float64Array, part: number): number {
  const wanted = part * counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let last = Number.NaN;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin]!;
    if (count === 0) continue;
    last = bin;
    if (below + count >= wanted) break;
    below += count;
  }
  if (Number.isNaN(last)) return last;
  const share = Math.min(1, (wanted - below) / counts[last]!);
  const [low, high] = [valueAt(last << droppedBits), valueAt(((last + 1) << droppedBits) - 1)];
  return Math.fround(low + share * (high - low));
}

const word = new Int32Array(1);
const float = new Float32Array(word.buffer);

/** The number at a place in the order of all float32 numbers. */
function valueAt(place: number): number {
  word[0] = place < 0 ? place ^ signBit : ~place;
  return float[0]!;
}
