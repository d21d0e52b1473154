import type { Progress } from '../base/progress.js';
import type { Dataset } from '../data/types.js';
import type { DeviceMeasurement } from '../device/types.js';
import type { Model, Tensor } from '../model/graph.js';
import type { SessionPool } from '../runtime/pool.js';

/** How much computing a recipe may spend. */
export type Effort = 'fast' | 'default' | 'best';

export const efforts = ['fast', 'default', 'best'] as const satisfies readonly Effort[];

/** What a transform has to tell about its result: an operator kept float and why, a layer that drifts. */
export interface Note {
  level: 'info' | 'warning';
  /** One sentence; names the operator or tensor it is about. */
  message: string;
}

/** What a transform may read and write besides the model. */
export interface TransformContext {
  /** Samples for calibration; null where the recipe was started without data. */
  dataset: Dataset | null;
  effort: Effort;
  /** Seeds every random choice; the same seed gives the same bytes. */
  seed: number;
  progress: Progress;
  notes: Note[];
  /** Measures a model file on the device that costs are weighed by; null: it can't be. Left out: none. */
  onDevice?: (model: Uint8Array) => Promise<DeviceMeasurement | null>;
  /** Worker threads to run models in; who leaves it out has some started, and ended, where needed. */
  pool?: SessionPool;
  /** Folder that calibrations are kept in between runs; left out: they aren't kept. */
  cache?: string;
  /** The model that the recipe began with, which later steps compare with and learn from; not to be changed. */
  source?: Model;
  /** Weights that were chosen to be zero, by their layer's output tensor: pruning adds to it. Left out: nobody asks. */
  chosen?: Map<Tensor, number>;
  /** Threads that train; the machine's cores unless given. Results don't depend on it. */
  threads?: number;
}

/**
 * Changes the model it is given, by its own options and the context alone, and returns whether it
 * changed anything: a second run doesn't.
 */
export type Transform = (model: Model, context: TransformContext) => Promise<boolean> | boolean;
