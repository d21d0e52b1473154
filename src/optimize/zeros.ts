/** Part of the weights that is zero, from which on somebody is taken to have pruned them. */
export const prunedFrom = 0.02;

/** How many values are zero. */
export function countZeros(values: Float32Array): number {
  let zeros = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === 0) zeros++;
  return zeros;
}
