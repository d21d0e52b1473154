import type { DeviceMeasurement } from './types.js';

/** What several threads would make of a single-thread measurement; nothing checks it. */
export interface ThreadEstimate {
  threads: number;
  latencyMs: number;
  confidence: 'extrapolated';
}

/**
 * A plain rule over the single-thread profile: a layer that XNNPACK runs and that the core binds is shared out
 * evenly; one that memory binds, one outside of the delegate, and what lies between layers take as long as before.
 *
 * @param threads at least 1, and no more than the device has cores
 */
export function withThreads({ layers, latencyMs }: DeviceMeasurement, threads: number): ThreadEstimate {
  const shared = layers
    .filter(({ delegated, bound }) => delegated && bound === 'core')
    .reduce((sum, { share }) => sum + share, 0);
  const part = 1 - shared * (1 - 1 / threads);
  return { threads, latencyMs: latencyMs * part, confidence: 'extrapolated' };
}
