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
  /** Size as a download: gzip, level 9. */
  gzipBytes: number;
  devices: DeviceMeasurement[];
  evaluation: Evaluation | null;
  /** What a reader should know: kept-float operators, drift, a slower variant. One sentence each. */
  notes: string[];
  /** What could not be measured, and why. One sentence each; never empty figures without a reason. */
  problems: string[];
}
