import { InputError } from '../../errors.js';
import type { DatasetPart, Sample } from '../../evaluate/types.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { elements } from '../../model/operators/index.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { withObservedTensors } from '../../runtime/observe.js';
import { type SampleSource, SessionPool } from '../../runtime/pool.js';
import type { Ranges } from '../../runtime/reducers.js';
import { nameOf, tell } from '../notes.js';
import type { Effort, TransformContext } from '../types.js';
import { type Range, rangeOf } from './affine.js';

/** How many samples measure the activations' ranges at most. */
export const calibrationSamples: Record<Effort, number> = { fast: 100, default: 500, best: 2000 };

/**
 * The smallest and largest value that each tensor takes over the calibration samples.
 *
 * @param subgraph the one that the samples are for: its inputs are theirs
 * @param tensors computed tensors and inputs of `subgraph`
 * @throws InputError where there are no samples, or a value is no finite number
 */
export async function calibrate(
  model: Model,
  subgraph: Subgraph,
  tensors: Tensor[],
  context: TransformContext,
): Promise<Map<Tensor, Range>> {
  const inputs = new InputRanges(samplesOf(context), subgraph.inputs);
  if (context.dataset?.synthetic) {
    tell(context, 'warning', 'Calibrated on seeded noise instead of samples: accuracy is left to chance.');
  }
  const observed = withObservedTensors(model, tensors);
  const { outputs } = observed.subgraphs[model.subgraphs.indexOf(subgraph)]!;
  const seen = await measure(observed, inputs, context);
  const ranges = new Map<Tensor, Range>(subgraph.inputs.map((tensor, i) => [tensor, inputs.ranges[i]!]));
  for (const [i, tensor] of outputs.entries()) {
    const [min, max] = seen.nan[i] ? [Number.NaN, Number.NaN] : [seen.min[i]!, seen.max[i]!];
    if (!ranges.has(tensor)) ranges.set(tensor, { min, max });
  }
  for (const tensor of tensors) assertFinite(tensor, ranges.get(tensor)!, subgraph);
  return ranges;
}

async function measure(model: Model, samples: SampleSource, context: TransformContext): Promise<Ranges> {
  const stage = context.progress.stage('measuring activations', samples.size);
  const pool = context.pool ?? new SessionPool();
  try {
    return await pool.reduce('ranges', model, samples, { onProgress: (done) => stage.update(done) });
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    throw new InputError(`ranges of activations can't be measured, since ${error.problem}`, { cause: error });
  } finally {
    stage.end();
    if (!context.pool) await pool.close();
  }
}

function samplesOf({ dataset, effort }: TransformContext): DatasetPart {
  const part = dataset?.calibration;
  if (!part || part.size === 0) {
    throw new InputError('int8 needs samples to measure the ranges of activations', {
      hint: 'Name a data set, or say "calibration: random" in the recipe and live with a guess',
    });
  }
  return { size: Math.min(part.size, calibrationSamples[effort]), sample: (index) => part.sample(index) };
}

/** Measures the model's inputs as they pass by. */
class InputRanges implements DatasetPart {
  readonly size: number;
  readonly ranges: Range[] = [];

  constructor(
    private readonly part: DatasetPart,
    private readonly tensors: readonly Tensor[],
  ) {
    this.size = part.size;
  }

  async sample(index: number) {
    const sample = await this.part.sample(index);
    assertFits(sample, index, this.tensors);
    sample.inputs.forEach((values, i) => {
      const { min, max } = values.some(Number.isNaN) ? { min: Number.NaN, max: Number.NaN } : rangeOf(values);
      const known = this.ranges[i] ?? { min, max };
      this.ranges[i] = { min: Math.min(known.min, min), max: Math.max(known.max, max) };
    });
    return sample;
  }
}

/** @throws InputError where a sample doesn't have what the model's inputs take. */
export function assertFits({ inputs }: Sample, index: number, tensors: readonly Tensor[]): void {
  const [given, taken] = [inputs.map(({ length }) => length), tensors.map(elements)];
  if (String(given) === String(taken)) return;
  throw new InputError(`it has ${given.join(', ')} values, and the model takes ${taken.join(', ')}`, {
    place: `calibration sample ${index}`,
    hint: 'Check the data set against the model',
  });
}

function assertFinite(tensor: Tensor, { min, max }: Range, subgraph: Subgraph): void {
  if (Number.isFinite(min) && Number.isFinite(max)) return;
  const maker = producers(subgraph).get(tensor);
  const place = maker ? nameOf(maker) : `input "${tensor.name}"`;
  const problem = 'it computes infinities or no numbers at all (NaN) on the calibration samples';
  throw new InputError(maker ? problem : problem.replace('computes', 'holds'), {
    place,
    hint: 'Check that the data set scales its samples as the model was trained on them',
  });
}
