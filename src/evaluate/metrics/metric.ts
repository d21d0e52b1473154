import type { Estimate } from '../../base/statistics.js';
import type { Sample } from '../../data/types.js';
import type { Classifier } from '../classifier.js';
import type { Evaluation } from '../types.js';

/** What is known before the first sample: which metric applies depends on it. */
export interface Task {
  /** How many samples will be added. */
  samples: number;
  /** The data has labels. */
  labelled: boolean;
  /** The data is seeded noise. */
  synthetic: boolean;
  /** null: the model's output isn't one of classes. */
  classifier: Classifier | null;
  /** Inputs and outputs have the same shapes, as an autoencoder's, and the output isn't one of classes. */
  reconstructs: boolean;
  /** There is a reference whose outputs have the same number of elements. */
  compared: boolean;
}

/** One sample, and what the model and the reference made of it, as real numbers. */
interface SampleResult {
  sample: Sample;
  outputs: readonly Float32Array[];
  /** null where there is no reference. */
  reference: readonly Float32Array[] | null;
}

interface MetricResult {
  value: Estimate;
  /** Per sample 1 where right, else 0; null for a metric that isn't a share. */
  correct: Uint8Array | null;
  /** Per sample the error whose mean the metric is; null for a metric that isn't a mean. */
  errors: Float32Array | null;
}

/** Takes the samples one by one, in order; keeps no more than a number of each. */
export interface Accumulator {
  add(result: SampleResult): void;
  finish(): MetricResult;
}

/** A figure for how well a model does: one file in this folder, registered in `index.ts`. */
export interface Metric {
  name: Evaluation['metric'];
  /** A new accumulator, or null where the metric doesn't fit the task. */
  start(task: Task): Accumulator | null;
}
