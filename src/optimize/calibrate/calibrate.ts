import { InputError } from '../../base/errors.js';
import type { DatasetPart } from '../../data/types.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { writeModel } from '../../model/write.js';
import { type Build, canFuse, computesInFloat } from '../../runtime/build.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { withObservedTensors } from '../../runtime/observe.js';
import {
  computesSameBits,
  hasNativeBuild,
  observeRanges,
  probeAgrees,
} from '../../runtime/observer/ranges.js';
import { SessionPool } from '../../runtime/pool.js';
import { histogramQuantile } from '../../runtime/reducers/histogram.js';
import { type Histograms, type Ranges, reducers } from '../../runtime/reducers/index.js';
import type { Reducer } from '../../runtime/reducers/reducer.js';
import { addNote, nameOf } from '../notes.js';
import type { Range } from '../quantize/affine.js';
import type { Effort, TransformContext } from '../types.js';
import type { CalibrationMethod } from './method.js';
import { keepRanges, rangesKey, readRanges } from './range-cache.js';
import { assertFits, samplesToCalibrate } from './samples.js';

/**
 * The range of values that each tensor takes over the calibration samples.
 *
 * @param subgraph the one that the samples are for: its inputs are theirs
 * @param tensors computed tensors and inputs of `subgraph`
 * @throws InputError where there are no samples, or a value is no finite number
 */
export async function calibrate(
  model: Model,
  subgraph: Subgraph,
  tensors: Tensor[],
  method: CalibrationMethod,
  context: TransformContext,
): Promise<Map<Tensor, Range>> {
  const samples = samplesToCalibrate(context);
  const { dataset, cache = null } = context;
  if (dataset!.synthetic) {
    addNote(context, 'warning', 'Calibrated on seeded noise instead of samples: accuracy is left to chance.');
  }
  const observed = withObservedTensors(model, tensors);
  const { outputs } = observed.subgraphs[model.subgraphs.indexOf(subgraph)]!;
  const measured = [...subgraph.inputs, ...outputs];
  const bytes = writeModel(observed);
  const build = buildFor(model, context);
  const key = rangesKey(bytes, { data: dataset!.hash, samples: samples.size, method, build });
  const kept = cache === null ? null : await readRanges(cache, key, measured.length);
  const how = { method, build, isNative: build === 'fused' && computesSameBits(model, subgraph) };
  const ranges = kept ?? (await measure(bytes, new InputTap(samples, subgraph.inputs), how, context));
  const byTensor = new Map(measured.map((tensor, i) => [tensor, ranges[i]!]));
  for (const tensor of tensors) assertFinite(tensor, byTensor.get(tensor), subgraph);
  if (cache !== null && !kept) await keepRanges(cache, key, ranges);
  return byTensor;
}

/** Has what will measure ranges of float models start, beside whatever is done until then. */
export function startMeasuring(pool: SessionPool, effort: Effort): void {
  if (effort === 'fast' && hasNativeBuild()) {
    void probeAgrees();
    // The result is run once before it is handed out.
    pool.start('plain', 1);
  } else {
    pool.start(floatBuild(effort));
  }
}

/** The build of LiteRT that measures ranges of float models: with `fast` the one that fuses, where the processor can. */
function floatBuild(effort: Effort): Build {
  return effort === 'fast' && canFuse() ? 'fused' : 'plain';
}

/** The build that measures a model's ranges. */
function buildFor(model: Model, context: TransformContext): Build {
  if (!computesInFloat(model)) return 'plain';
  if (context.effort === 'fast' && !canFuse()) {
    const problem = 'This processor does not multiply and add in one step, as others do at this effort:';
    addNote(context, 'warning', `${problem} what was measured may differ from theirs in the last digit.`);
  }
  return floatBuild(context.effort);
}

/** Ranges of the inputs, then of the outputs. */
async function measure(
  model: Uint8Array,
  samples: InputTap,
  { method, build, isNative }: { method: CalibrationMethod; build: Build; isNative: boolean },
  context: TransformContext,
): Promise<Range[]> {
  const stage = context.progress.stage('measuring activations', samples.size);
  const pool = context.pool ?? new SessionPool();
  const onProgress = (done: number) => stage.update(done);
  try {
    if (method.method === 'min-max') {
      const inputs = samples.observe(reducers.ranges);
      const natively =
        isNative &&
        (await observeRanges(model, samples, { processes: pool.threads, signal: pool.signal, onProgress }));
      const outputs = natively || (await pool.reduce('ranges', model, samples, { onProgress, build }));
      return [...extremesOf(inputs), ...extremesOf(outputs)];
    }
    const inputs = samples.observe(reducers.histograms);
    const outputs = await pool.reduce('histograms', model, samples, { onProgress, build });
    return [inputs, outputs].flatMap((histograms) => percentilesOf(histograms, method.percentile));
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    throw new InputError(`ranges of activations can't be measured, since ${error.problem}`, {
      hint: 'Recipes that need no samples work without running the model: dynamic-int8, weight-int8, float16',
      cause: error,
    });
  } finally {
    stage.end();
    if (!context.pool) await pool.close();
  }
}

function extremesOf({ min, max, nan }: Ranges): Range[] {
  return Array.from(min, (low, i) =>
    nan[i] ? { min: Number.NaN, max: Number.NaN } : { min: low, max: max[i]! },
  );
}

/** Where an end isn't finite, neither is the range: its layer is broken, however seldom. */
function percentilesOf(histograms: Histograms, percentile: number): Range[] {
  return extremesOf(histograms).map(({ min, max }, i) => {
    if (!Number.isFinite(max - min)) return { min, max };
    const counts = histograms.counts[i]!;
    const low = histogramQuantile(counts, (100 - percentile) / 100);
    const high = histogramQuantile(counts, percentile / 100);
    return { min: Math.max(min, low), max: Math.min(max, high) };
  });
}

/** Samples that are observed as they pass by: LiteRT can't hand out a model's inputs. */
class InputTap implements DatasetPart {
  readonly size: number;
  #observe: (inputs: Float32Array[], index: number) => void = () => {};
  readonly #part: DatasetPart;
  readonly #tensors: readonly Tensor[];

  constructor(part: DatasetPart, tensors: readonly Tensor[]) {
    this.#part = part;
    this.#tensors = tensors;
    this.size = part.size;
  }

  /** What a reducer leaves of the inputs; complete once all samples have been read. */
  observe<Result>(reducer: Reducer<Result>): Result {
    const result = reducer.start(this.#tensors, undefined);
    this.#observe = (inputs, index) => reducer.add(result, inputs, index, undefined);
    return result;
  }

  async sample(index: number, into?: readonly Float32Array[]) {
    const sample = await this.#part.sample(index, into);
    assertFits(sample, index, this.#tensors);
    this.#observe(sample.inputs, index);
    return sample;
  }
}

function assertFinite(tensor: Tensor, range: Range | undefined, subgraph: Subgraph): void {
  if (range && Number.isFinite(range.min) && Number.isFinite(range.max)) return;
  const maker = producers(subgraph).get(tensor);
  const place = maker ? nameOf(maker) : `input "${tensor.name}"`;
  if (!range) {
    const hint = 'Put "transform: clean" before this step, which computes constants once';
    throw new InputError('its values depend on no input, so that LiteRT does not show them', { place, hint });
  }
  const problem = 'it computes infinities or no numbers at all (NaN) on the calibration samples';
  throw new InputError(maker ? problem : problem.replace('computes', 'holds'), {
    place,
    hint: 'Check that the data set scales its samples as the model was trained on them',
  });
}
