import type { Core } from './core.js';

/** Numbers of the cost model that no data sheet gives. Fitted by bench/device.ts; see docs/cost-model.md. */
export interface Calibration {
  /** Part of the smaller of core time and memory time that isn't hidden behind the larger one, 0..1. */
  overlap: number;
  /** Part of a cache's latency that a recognised stream of lines still costs, 0..1. */
  exposure: number;
}

export const calibration: Record<Core['order'], Calibration> = {
  'in-order': { overlap: 1, exposure: 0.5 },
  'out-of-order': { overlap: 0.25, exposure: 0.5 },
};
