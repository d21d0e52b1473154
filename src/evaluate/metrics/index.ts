import type { Unit } from '../../base/units.js';
import type { Evaluation } from '../types.js';
import { fidelity } from './fidelity.js';
import type { Metric } from './metric.js';
import { mse } from './mse.js';
import { top1 } from './top-1.js';

/** Every metric; of those that fit a model and its data, the first one counts. */
export const metrics: readonly Metric[] = [top1, mse, fidelity];

/** The unit of an evaluation's value: fidelity is agreement where there are classes, else SQNR. */
export function accuracyUnit({ metric, agreement }: Evaluation): Unit {
  if (metric === 'mse') return 'mse';
  return metric === 'fidelity' && agreement === null ? 'dB' : 'ratio';
}
