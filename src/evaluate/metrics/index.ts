import { fidelity } from './fidelity.js';
import type { Metric } from './metric.js';
import { mse } from './mse.js';
import { top1 } from './top-1.js';

/** Every metric; of those that fit a model and its data, the first one counts. */
export const metrics: readonly Metric[] = [top1, mse, fidelity];
