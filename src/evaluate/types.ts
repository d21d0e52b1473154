/** One labelled or unlabelled sample, as real numbers in the float model's input space. */
export interface Sample {
  /** One array an input, in the order of the model's inputs. */
  inputs: Float32Array[];
  /** Class number, or null where the data has no labels. */
  label: number | null;
}

/** Samples by index; read lazily, in the same order every time. */
export interface DatasetPart {
  readonly size: number;
  /** @param into for each input memory that its values may be put into; left out: memory of their own */
  sample(index: number, into?: readonly Float32Array[]): Promise<Sample>;
}

/** A data set file, opened. Its two parts never overlap. */
export interface Dataset {
  /** The file as the user named it, or `random` for seeded noise. */
  readonly name: string;
  /** SHA-256 over the data set file, everything it names and the inputs it is for: part of every cache key. */
  readonly hash: string;
  readonly calibration: DatasetPart;
  readonly evaluation: DatasetPart;
  /** How the parts were made, a sentence for the report. */
  readonly split: string;
  /** True: seeded noise, so that agreement is "fidelity on random inputs" and nothing more. */
  readonly synthetic: boolean;
}

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

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
  /** True: outputs are bit-identical to the reference's. */
  identical: boolean;
  /** Per sample, 1 where right: what the paired test between two models reads. Not part of JSON output. */
  correct: Uint8Array | null;
  /** Per sample, the error whose mean `value` is (mse): for a paired test, too. Not part of JSON output. */
  errors?: Float32Array | null;
}
