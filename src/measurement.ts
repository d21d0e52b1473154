import type { DeviceMeasurement } from './device/types.js';
import type { Evaluation } from './evaluate/types.js';

/** Everything measured of one model file, and what measured it. Pure data: it goes into JSON as it is. */
export interface Measurement {
  /** Path as in the repository. */
  file: string;
  /** `null`: the file as committed; else the recipe that made this variant of it. */
  recipe: string | null;
  sha256: string;
  bytes: number;
  /** Size as a download: gzip, level 6. */
  gzipBytes: number;
  devices: DeviceMeasurement[];
  evaluation: Evaluation | null;
  /** What a reader should know: kept-float operators, drift, a slower variant. One sentence each. */
  notes: string[];
  /** What a recipe did to each layer, where that was looked at. */
  quantization?: LayerDamage[];
  /** What could not be measured, and why. One sentence each; never empty figures without a reason. */
  problems: string[];
}

/** What a recipe did to one layer of its source. */
export interface LayerDamage {
  /** Its number as a recipe's rules count it: position in the source, QUANTIZE and DEQUANTIZE not counted. */
  index: number;
  operator: string;
  /** The layer's output tensor in the source. */
  name: string;
  /** How the result stores it: `int8`, `int4 weights`, `float`. */
  storage: string;
  /** Multiply-accumulates of one inference. */
  macs: number;
  /**
   * SQNR in dB of its values in the result against the source's, up to a factor for each channel, with all
   * that earlier layers did to its inputs; Infinity where equal, null where it wasn't measured.
   */
  outputDb: number | null;
  /** SQNR in dB of the model's logits (else outputs) when only this layer's weights are rounded; null: they aren't. */
  weightsDb: number | null;
  /** The same when only the values that it hands on are rounded. */
  activationsDb: number | null;
  /** Part of the noise of all layers' rounding that is this one's, 0..1. */
  share: number | null;
}
