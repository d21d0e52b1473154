import type { Moments } from '../../runtime/reducers/moments.js';

/** What an operator computes with: weights in the order of the tensor, a bias for each output channel. */
export interface Weighted {
  weights: Float32Array;
  bias: Float32Array;
}

/** Bias = mean float output − weights · mean changed input: no output is off on average. */
export function refitBias(
  moments: Moments,
  weights: Float32Array,
  bias: Float32Array,
  solution: Weighted,
): void {
  const { groups, rows, columns, stride, offset } = moments.patches;
  for (let channel = 0; channel < groups * rows; channel++) {
    const start = offset(channel);
    const mean = Math.floor(channel / rows) * columns;
    let value = bias[channel]!;
    for (let i = 0; i < columns; i++) {
      const at = start + i * stride;
      value +=
        weights[at]! * moments.mean[mean + i]! - solution.weights[at]! * moments.meanQuantized[mean + i]!;
    }
    solution.bias[channel] = value;
  }
}

/**
 * Mean squared error of an operator's outputs, before its activation function, on the patches that were
 * held out.
 *
 * @param reference the float operator
 * @param candidate the one that was chosen anew, in the model that was
 */
export function heldOutError(
  { patches, heldOut }: Moments,
  reference: Weighted,
  candidate: Weighted,
): number {
  const { groups, rows, columns, stride, offset } = patches;
  let total = 0;
  for (let channel = 0; channel < groups * rows; channel++) {
    const start = offset(channel);
    const inGroup = Math.floor(channel / rows) * columns;
    const off = reference.bias[channel]! - candidate.bias[channel]!;
    for (let sample = 0; sample < heldOut.count; sample++) {
      const from = sample * groups * columns + inGroup;
      let error = off;
      for (let i = 0; i < columns; i++) {
        const at = start + i * stride;
        error +=
          reference.weights[at]! * heldOut.x[from + i]! - candidate.weights[at]! * heldOut.xq[from + i]!;
      }
      total += error * error;
    }
  }
  return total / Math.max(1, heldOut.count);
}
