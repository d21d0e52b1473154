import type { Dataset } from '../../data/types.js';
import type { SampleSource } from '../../runtime/pool.js';
import { spreadOver } from '../calibrate/samples.js';

/**
 * Samples of the calibrating part to look at layers with, never of the judging one: at most `most`, spread
 * evenly, since data sets may be sorted by class. null where there is none, or may be none.
 */
export function samplesOf(dataset: Dataset | null, most: number): SampleSource | null {
  const part = dataset?.calibration;
  const size = Math.floor(Math.min(part?.size ?? 0, most));
  if (!part || !(size >= 1)) return null;
  return spreadOver(part, size);
}
