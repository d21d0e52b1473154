import { InputError } from '../../base/errors.js';
import type { DatasetPart, Sample } from '../../data/types.js';
import type { Tensor } from '../../model/graph.js';
import { elements } from '../../model/operators/index.js';
import type { Effort, TransformContext } from '../types.js';

/** How many samples measure the activations' ranges at most. */
export const calibrationSamples: Record<Effort, number> = { fast: 100, default: 500, best: 2000 };

/**
 * The samples that measure the activations' ranges.
 *
 * @throws InputError where there are none
 */
export function samplesToCalibrate({ dataset, effort }: TransformContext): DatasetPart {
  const part = dataset?.calibration;
  if (!part || part.size === 0) {
    throw new InputError('int8 needs samples to measure the ranges of activations', {
      hint: 'Name a data set, or say "calibration: random" in the recipe and live with a guess',
    });
  }
  return spreadOver(part, calibrationSamples[effort]);
}

/** Whether there are samples of a data set: noise shows nothing of what weights and channels matter. */
export function hasSamples({ dataset }: Pick<TransformContext, 'dataset'>): boolean {
  return dataset !== null && !dataset.synthetic && dataset.calibration.size > 0;
}

/** At most so many samples of a part, evenly over it: data sets are often sorted by class. */
export function spreadOver(part: DatasetPart, limit: number): DatasetPart {
  const size = Math.min(part.size, limit);
  return { size, sample: (index, into) => part.sample(Math.floor((index * part.size) / size), into) };
}

/** @throws InputError where a sample has not what the model's inputs take */
export function assertFits({ inputs }: Sample, index: number, tensors: readonly Tensor[]): void {
  const [given, taken] = [inputs.map(({ length }) => length), tensors.map(elements)];
  if (String(given) === String(taken)) return;
  throw new InputError(`it has ${given.join(', ')} values, and the model takes ${taken.join(', ')}`, {
    place: `calibration sample ${index}`,
    hint: 'Check the data set against the model',
  });
}
