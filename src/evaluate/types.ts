import type { Estimate } from '../base/statistics.js';
import type { PartSqnr } from './metrics/parts-sqnr.js';

/** How well a model does on a data set. */
export interface Evaluation {
  dataset: string;
  /** What `value` is: `top-1` (0..1), `mse`, `fidelity` (top-1 agreement or SQNR on seeded inputs). */
  metric: 'top-1' | 'mse' | 'fidelity';
  value: Estimate;
  samples: number;
  /** The model that the next three compare with, null where there is none. */
  reference: string | null;
  /** Share of samples with the same top-1 class as the reference, 0..1; null without classes. */
  agreement: number | null;
  /** Signal to quantization noise of the outputs, dB; Infinity (JSON: null with `identical`) where equal. */
  sqnrDb: number | null;
  /** The same of the logits (the input of a final SOFTMAX); null where there is none. */
  logitsSqnrDb: number | null;
  /** The same of each output, and of each part of a joined one; left out where there is one part only. */
  outputs?: PartSqnr[];
  /** True: outputs are bit-identical to the reference's. */
  identical: boolean;
  /** Per sample, 1 where right: what the paired test between two models reads. Not part of JSON output. */
  correct: Uint8Array | null;
  /** Per sample, the error whose mean `value` is (mse): for a paired test, too. Not part of JSON output. */
  errors?: Float32Array | null;
}
