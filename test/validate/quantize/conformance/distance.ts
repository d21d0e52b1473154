/** How far a model's outputs are from those of the float model, over all samples. */
export interface Distance {
  /** Mean squared error over all elements of the outputs that are real numbers; 0 where none is. */
  mse: number;
  /** The same as a part of the float model's mean square. */
  relative: number;
  /** The float model's largest less its smallest value. */
  range: number;
}

/** @param isReal by output: real numbers, which can be near; others are right or wrong */
export function distance(
  expected: readonly Float32Array[][],
  actual: readonly Float32Array[][],
  isReal: readonly boolean[],
): Distance {
  let [noise, signal, count, low, high] = [0, 0, 0, 0, 0];
  for (const [wanted, given] of pairs(expected, actual, isReal)) {
    for (let i = 0; i < wanted.length; i++) {
      const difference = wanted[i]! - given[i]!;
      noise += Number.isFinite(difference) ? difference * difference : Number.POSITIVE_INFINITY;
      signal += wanted[i]! * wanted[i]!;
      low = Math.min(low, wanted[i]!);
      high = Math.max(high, wanted[i]!);
    }
    count += wanted.length;
  }
  return { mse: count && noise / count, relative: noise && noise / signal, range: high - low };
}

/** Share of the elements that differ in the outputs that aren't real numbers: classes, positions, truth values. */
export function wrongShare(
  expected: readonly Float32Array[][],
  actual: readonly Float32Array[][],
  isReal: readonly boolean[],
): number {
  let [wrong, count] = [0, 0];
  const isDecision = isReal.map((real) => !real);
  for (const [wanted, given] of pairs(expected, actual, isDecision)) {
    for (let i = 0; i < wanted.length; i++) if (wanted[i] !== given[i]) wrong++;
    count += wanted.length;
  }
  return count && wrong / count;
}

function* pairs(
  expected: readonly Float32Array[][],
  actual: readonly Float32Array[][],
  chosen: readonly boolean[],
): Generator<[Float32Array, Float32Array]> {
  for (const [i, sample] of expected.entries()) {
    for (const [k, wanted] of sample.entries()) if (chosen[k]) yield [wanted, actual[i]![k]!];
  }
}
