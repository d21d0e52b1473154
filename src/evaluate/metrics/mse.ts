import { RunningMean } from '../../base/statistics.js';
import type { Metric } from './metric.js';

/**
 * Mean squared error between output and input of a model that reconstructs its input (an autoencoder),
 * on data without labels: mean over a sample's elements, then over samples, with its interval.
 */
export const mse: Metric = {
  name: 'mse',
  start({ labelled, synthetic, reconstructs, samples }) {
    if (labelled || synthetic || !reconstructs) return null;
    const errors = new Float32Array(samples);
    const mean = new RunningMean();
    return {
      add({ sample, outputs }) {
        const error = meanSquare(outputs, sample.inputs);
        errors[mean.count] = error;
        mean.add(error);
      },
      finish: () => ({ value: mean.estimate(), correct: null, errors }),
    };
  },
};

function meanSquare(outputs: readonly Float32Array[], inputs: readonly Float32Array[]): number {
  let sum = 0;
  let count = 0;
  for (const [o, output] of outputs.entries()) {
    for (let i = 0; i < output.length; i++) {
      const error = output[i]! - inputs[o]![i]!;
      sum += error * error;
    }
    count += output.length;
  }
  return sum / count;
}
