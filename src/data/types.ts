import type { InputShapes } from '../model/input-shapes.js';

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
  /** By an input's name the shape that its samples have, where the model leaves it open; left out: nothing is. */
  readonly shapes?: InputShapes;
  /** True: seeded noise, so that agreement is "fidelity on random inputs" and nothing more. */
  readonly synthetic: boolean;
}
