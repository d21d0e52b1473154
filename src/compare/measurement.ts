import type { DeviceMeasurement } from '../device/types.js';
import type { Evaluation } from '../evaluate/types.js';
import type { LayerDamage, LayerZeros } from '../optimize/layer-facts.js';

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
  /** How much of each layer's weights is zero, where somebody pruned them. */
  zeros?: LayerZeros[];
  /** What could not be measured, and why: never empty figures without a reason. */
  missing: MissingFigure[];
}

/** A figure that was wanted of a model and isn't there. */
export interface MissingFigure {
  /** The device that latency and memory are missing on; null: accuracy is missing. */
  device: string | null;
  /** Why, as a clause without a final period. */
  reason: string;
  /** True: LiteRT can't run the model, now or ever; false: this run couldn't, another may. */
  ofModel: boolean;
}
