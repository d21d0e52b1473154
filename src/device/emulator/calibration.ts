import type { Core } from '../core.js';

/**
 * The numbers of the cost model that no data sheet gives, one for each class of cores. They are the only
 * fitted ones: see docs/cost-model.md for what on, and bench/device.ts for the residuals.
 */
export interface Calibration {
  /** Part of a latency for which the core waits at most where lines come as a recognised stream, 0..1. */
  exposure: number;
}

export const calibration: Record<Core['order'], Calibration> = {
  'in-order': { exposure: 0.25 },
  'out-of-order': { exposure: 0.08 },
};
