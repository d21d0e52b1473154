import { countBelow, type Sizes } from './allocate.js';
import type { Pattern } from './pattern.js';

/** Where the weights of a layer lie: what `Prunable` and `Patches` have in common. */
export interface Layout {
  rows: number;
  columns: number;
  stride: number;
  offset(row: number): number;
}

/** The sum of squares of each unit, row by row. */
export function sizesOf(
  values: Float32Array,
  { rows, columns, stride, offset }: Layout,
  unit: number,
): Sizes {
  const perRow = columns / unit;
  const sizes = new Float64Array(rows * perRow);
  for (let row = 0; row < rows; row++) {
    const start = offset(row);
    for (let column = 0; column < columns; column++) {
      const value = values[start + column * stride]!;
      sizes[row * perRow + Math.floor(column / unit)]! += value * value;
    }
  }
  return sizes;
}

/**
 * Copies weights with the smallest units zero.
 *
 * @param count units of the layer; left alone where the pattern says how many go
 */
export function withoutSmallest(
  values: Float32Array,
  layout: Layout,
  { unit, group }: Pattern,
  count: number,
): Float32Array {
  const sizes = sizesOf(values, layout, unit);
  const dropped = group ? smallestOfGroups(sizes, group) : smallest(sizes, count);
  const { rows, columns, stride, offset } = layout;
  const kept = values.slice();
  for (let i = 0; i < rows * columns; i++) {
    const row = Math.floor(i / columns);
    if (dropped[Math.floor(i / unit)]) kept[offset(row) + (i - row * columns) * stride] = 0;
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
