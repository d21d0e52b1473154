import { InputError } from '../base/errors.js';
import { type Progress, silent } from '../base/progress.js';
import { SharedSamples } from '../data/shared-samples.js';
import type { Dataset, Sample } from '../data/types.js';
import type { ModelFile } from '../model/model-file.js';
import { elementCount, shapeText } from '../model/tensors.js';
import { SessionPool } from '../runtime/pool.js';
import { classifierOf } from './classifier.js';
import { metrics } from './metrics/index.js';
import type { Accumulator, Metric, Task } from './metrics/metric.js';
import { partsOfOutputs } from './metrics/parts-sqnr.js';
import { ReferenceComparison } from './metrics/reference.js';
import { OutputCache } from './output-cache.js';
import { checkSample, openSubject, type SampleOutputs, type Subject, splitOutputs } from './subject.js';
import type { Evaluation } from './types.js';

export interface EvaluateOptions {
  /** The model that outputs are compared with: the float model, mostly. */
  reference?: ModelFile;
  /** Worker threads to run in; a pool is made, and closed, where left out. */
  pool?: SessionPool;
  /** Keeps outputs from one call to the next: pass the same one when models share a reference. */
  cache?: OutputCache;
  progress?: Progress;
}

/**
 * Measures how well a model does on the evaluating part of a data set, and how closely it follows a
 * reference. The metric is the first that fits (metrics/index.ts): top-1 where there are labels, mse
 * where the model reconstructs its input, else fidelity to the reference. Samples pass by once;
 * memory doesn't grow with them, but for a number or two of each.
 *
 * @throws InputError for a broken model, data that doesn't fit it, a label beyond its classes, and
 *   where nothing can be measured; NotRunnableError where the runtime refuses a model
 */
export async function evaluateModel(
  model: ModelFile,
  dataset: Dataset,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const subject = openSubject(model);
  const reference = options.reference ? openSubject(options.reference) : null;
  const task = await describeTask(subject, reference, dataset);
  const { metric, accumulator } = chooseMetric(task, subject, reference, dataset);
  const comparison = task.compared
    ? new ReferenceComparison(task.classifier, partsOfOutputs(subject.model))
    : null;

  const pool = options.pool ?? new SessionPool();
  try {
    for await (const { sample, own, other } of runBoth(subject, reference, dataset, task, {
      ...options,
      pool,
    })) {
      accumulator.add({ sample, outputs: own.outputs, reference: task.compared ? other!.outputs : null });
      comparison?.add(own, other!);
    }
  } finally {
    if (!options.pool) await pool.close();
  }
  const { value, correct, errors } = accumulator.finish();
  return {
    dataset: dataset.name,
    metric: metric.name,
    value,
    samples: task.samples,
    reference: reference?.file ?? null,
    ...(comparison?.finish() ?? { agreement: null, sqnrDb: null, logitsSqnrDb: null, identical: false }),
    correct,
    errors,
  };
}

async function describeTask(subject: Subject, reference: Subject | null, dataset: Dataset): Promise<Task> {
  const { evaluation, synthetic } = dataset;
  if (evaluation.size === 0) {
    const hint = 'Give the data set an "evaluation:" part';
    throw new InputError('there are no samples to judge by', { file: dataset.name, hint });
  }
  const labelled = (await evaluation.sample(0)).label !== null;
  const classifier = classifierOf(subject.model, labelled);
  return {
    samples: evaluation.size,
    labelled,
    synthetic,
    classifier,
    reconstructs:
      !classifier && shapesOf(subject.inputs.map(({ shape }) => shape)) === shapesOf(subject.outputShapes),
    compared: reference !== null && sizesOf(subject) === sizesOf(reference),
  };
}

/** How many elements each output has, as a text to compare. */
function sizesOf({ outputShapes }: Subject): string {
  return outputShapes.map(elementCount).join(' ');
}

function shapesOf(shapes: readonly (readonly number[])[]): string {
  return shapes.map(shapeText).join(', ');
}

function chooseMetric(
  task: Task,
  { file, outputShapes }: Subject,
  reference: Subject | null,
  dataset: Dataset,
): { metric: Metric; accumulator: Accumulator } {
  for (const metric of metrics) {
    const accumulator = metric.start(task);
    if (accumulator) return { metric, accumulator };
  }
  const outputs = shapesOf(outputShapes);
  if (reference && !task.compared) {
    const problem = `its outputs ${outputs} can't be compared with those of ${reference.file}, ${shapesOf(reference.outputShapes)}`;
    throw new InputError(problem, { file, hint: 'Name a reference with the same outputs' });
  }
  const problem = task.labelled
    ? `the data is labelled, and the output ${outputs} of ${file} isn't one of classes`
    : 'the samples have no labels, and there is no reference to compare with';
  throw new InputError(problem, { file: dataset.name, hint: 'Give labels that fit, or a reference model' });
}

/** What a model, and its reference where there is one, made of a sample. */
interface Outcome {
  sample: Sample;
  own: SampleOutputs;
  other: SampleOutputs | null;
}

/** Runs both models over the samples, in their order. */
async function* runBoth(
  subject: Subject,
  reference: Subject | null,
  dataset: Dataset,
  task: Task,
  { pool, cache = new OutputCache(0), progress = silent }: EvaluateOptions & { pool: SessionPool },
): AsyncGenerator<Outcome> {
  const samples = new SharedSamples(dataset.evaluation, (sample, index) => {
    checkSample(sample, index, subject, dataset.name);
    if (reference) checkSample(sample, index, reference, dataset.name);
    checkLabel(sample, index, task, dataset.name);
  });
  const run = (model: Subject) => outputsOf(model, samples, dataset.hash, pool, cache);
  const own = run(subject);
  const other = reference && reference.sha256 !== subject.sha256 ? run(reference) : null;
  const stage = progress.stage(`evaluating ${subject.file}`, task.samples);
  try {
    let index = 0;
    for await (const mine of own) {
      const theirs = other ? (await other.next()).value : null;
      yield { sample: await samples.take(index), own: mine, other: reference && (theirs ?? mine) };
      stage.update(++index);
    }
    // A step further, so that the other one knows that it is complete.
    await other?.next();
  } finally {
    stage.end();
    await other?.return(undefined);
  }
}

/** A model's outputs on the samples, in their order: from the cache, or run. */
async function* outputsOf(
  subject: Subject,
  samples: SharedSamples,
  datasetHash: string,
  pool: SessionPool,
  cache: OutputCache,
): AsyncGenerator<SampleOutputs, undefined> {
  const key = `${subject.sha256} ${datasetHash}`;
  const cached = cache.get(key);
  const outputs = cached ?? cache.keep(key, pool.outputs(subject.observed, samples, { file: subject.file }));
  for await (const all of outputs) yield splitOutputs(subject, all);
}

function checkLabel({ label }: Sample, index: number, { classifier, labelled }: Task, dataset: string): void {
  const trouble = { file: dataset, place: `sample ${index}` };
  if (labelled && label === null) throw new InputError('the sample has no label, and others have', trouble);
  if (label === null || classifier?.classes == null || label < classifier.classes) return;
  const problem = `label ${label} is out of range: the model has ${classifier.classes} classes`;
  throw new InputError(problem, { ...trouble, hint: 'Classes are counted from 0' });
}
