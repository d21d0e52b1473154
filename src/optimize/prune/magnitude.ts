import { countBelow, type Sizes } from './allocate.js';
import type { Pattern } from './pattern.js';

/** Where the weights of a layer lie: what `Prunable` and `Patches` have in common. */
interface Layout {
  rows: number;
  columns: number;
  stride: number;
  offset(row: number): number;
}

/** The sum of squares of each unit: of a bundle of rows one after another, bundle by bundle. */
export function sizesOf(
  values: Float32Array,
  { rows, columns, stride, offset }: Layout,
  { unit, bundle }: Pattern,
): Sizes {
  const perRow = columns / unit;
  const sizes = new Float64Array((rows / bundle) * perRow);
  for (let row = 0; row < rows; row++) {
    const [start, first] = [offset(row), Math.floor(row / bundle) * perRow];
    for (let column = 0; column < columns; column++) {
      const value = values[start + column * stride]!;
      sizes[first + Math.floor(column / unit)]! += value * value;
    }
  }
  return sizes;
}

/**
 * Copies weights with the smallest units zero.
 *
 * @param pattern divides the layer
 * @param count units of the layer; left alone where the pattern says how many go
 */
export function withoutSmallest(
  values: Float32Array,
  layout: Layout,
  pattern: Pattern,
  count: number,
): Float32Array {
  const sizes = sizesOf(values, layout, pattern);
  const dropped = pattern.group ? smallestOfGroups(sizes, pattern.group) : smallest(sizes, count);
  const { rows, columns, stride, offset } = layout;
  const perRow = columns / pattern.unit;
  const kept = values.slice();
  for (let row = 0; row < rows; row++) {
    const first = Math.floor(row / pattern.bundle) * perRow;
    for (let column = 0; column < columns; column++) {
      if (dropped[first + Math.floor(column / pattern.unit)]) kept[offset(row) + column * stride] = 0;
    }
  }
  return kept;
}

/** Marks so many of the smallest numbers, of equal ones the first. */
function smallest(sizes: Sizes, count: number): Uint8Array {
  const sorted = sizes.slice().sort();
  const threshold = count > 0 ? sorted[count - 1]! : -1;
  let ties = count - countBelow(sorted, threshold);
  return Uint8Array.from(sizes, (size) => (size < threshold || (size === threshold && ties-- > 0) ? 1 : 0));
}

function smallestOfGroups(sizes: Sizes, { keeps, of }: { keeps: number; of: number }): Uint8Array {
  const marks = new Uint8Array(sizes.length);
  for (let first = 0; first < sizes.length; first += of) {
    marks.set(smallest(sizes.subarray(first, first + of), of - keeps), first);
  }
  return marks;
}
