import { InputError } from '../../base/errors.js';
import type { DatasetPart } from '../../data/types.js';
import { cloneModel } from '../../model/clone.js';
import type { Model } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { totalMacs } from '../../model/operators/index.js';
import { elementCount } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { calibrationSamples, spreadOver } from '../calibrate/samples.js';
import { addNote } from '../notes.js';
import type { Original } from '../reconstruct/original.js';
import type { TransformContext } from '../types.js';
import { Checkpoint } from './checkpoint.js';
import { DataParallel, shards } from './data-parallel.js';
import { type Examples, sharedFloats } from './examples.js';
import { FINETUNE_DEFAULTS, type FinetuneOptions, mostEpochs, usualSteps } from './options.js';
import { type Plan, planTraining } from './plan.js';
import { prepareExamples } from './prepare.js';
import { refuseSparsity, SCALES_RATE, startNearFloat } from './quantized.js';
import { noteResult, refuseOrNote } from './result-notes.js';
import { stepsAnEpoch, type TrainOptions, type TrainResult, train } from './train.js';
import { gatherWeights, storeWeights } from './weights.js';

type Settings = Required<Omit<FinetuneOptions, 'sparsity' | 'quantize'>> & Pick<TrainOptions, 'sparsity'>;

/**
 * `finetune` with TensorFlow.js loaded.
 *
 * @param float what the model was before it was quantized; null: it wasn't
 */
export async function runFinetune(
  model: Model,
  options: FinetuneOptions,
  context: TransformContext,
  float: Original | null = null,
): Promise<boolean> {
  const source = context.source ?? cloneModel(model);
  const rounding = float && (options.quantize?.train ?? 'scales');
  const common =
    rounding === 'scales' ? { ...FINETUNE_DEFAULTS, learningRate: SCALES_RATE } : FINETUNE_DEFAULTS;
  const settings: Settings = { ...common, epochs: 0, sparsity: null, ...options };
  if (rounding && options.sparsity) refuseSparsity(rounding);
  const plan = planTraining(model, rounding);
  if (!refuseOrNote(plan, context)) return false;
  if (settings.labels && !plan.classifies) {
    settings.labels = false;
    addNote(context, 'warning', 'Labels play no part: the model does not end in a SOFTMAX over classes.');
  }
  if (!settings.labels && !settings.sparsity && isSame(plan, planTraining(source))) {
    addNote(
      context,
      'info',
      'Nothing was fine-tuned: the model is still the original that it would learn from.',
    );
    return false;
  }
  const samples = samplesToLearnFrom(model, settings, context);
  const pool = context.pool ?? new SessionPool();
  try {
    settings.epochs = options.epochs ?? usualEpochs(samples.size, settings, context);
    settings.variants = affordableVariants(source, plan, samples.size, settings);
    const examples = await readExamples(model, plan, source, { pool, samples }, settings, context);
    const result = await trainOn(examples, model, plan, settings, { ...context, float });
    const { labels, minutes, epochs: wanted } = settings;
    noteResult(result, { examples, labels, minutes, wanted }, context);
    if (!result.isBetter) return false;
    storeWeights(model, plan, result.weights);
    return true;
  } finally {
    if (!context.pool) await pool.close();
  }
}

/** Epochs of a training by its effort's steps. */
function usualEpochs(samples: number, { batch, heldOut }: Settings, { effort }: TransformContext): number {
  const steps = stepsAnEpoch(samples - heldOutOf(samples, heldOut).length, batch);
  return Math.min(mostEpochs, Math.ceil(usualSteps[effort] / steps));
}

/** Whether a plan's weights are those of another model, to the byte. */
function isSame({ weights }: Plan, other: Plan): boolean {
  return (
    weights.length === other.weights.length &&
    weights.every(({ tensor }, i) => Buffer.from(tensor.data!).equals(other.weights[i]!.tensor.data!))
  );
}

/** What samples take in memory at most, which all threads share. */
const maxSampleBytes = 2 ** 29;

/** Fewer can't be judged by, and are learned by heart. */
const fewestSamples = 16;

function samplesToLearnFrom(model: Model, { labels }: Settings, context: TransformContext): DatasetPart {
  const part = context.dataset?.calibration;
  if (!part || part.size < fewestSamples) {
    const given = part ? `has ${part.size} calibration samples` : 'has no samples';
    throw new InputError(`fine-tuning ${given}, and needs ${fewestSamples} at least`, {
      hint: 'Name a data set with more calibration samples, some hundred if possible',
    });
  }
  if (context.dataset?.synthetic) {
    const lacking = 'Fine-tuned on seeded noise instead of samples: accuracy is left to chance.';
    addNote(context, 'warning', lacking);
    if (labels) throw new InputError('noise has no labels to learn from', { hint: 'Name a data set' });
  }
  const bytes = planTraining(model).subgraph.inputs.reduce(
    (sum, { shape }) => sum + 4 * elementCount(shape),
    0,
  );
  const limit = Math.max(fewestSamples, Math.floor(maxSampleBytes / Math.max(1, bytes)));
  return spreadOver(part, Math.min(limit, calibrationSamples[context.effort]));
}

/** Multiply-accumulates that asking the original about variants may take: about a minute of one core. */
const maxTeacherMacs = 1e12;

/** More variants than epochs are of no use, and what the original says of all has to fit into memory, too. */
function affordableVariants(
  source: Model,
  { targets }: Plan,
  samples: number,
  { variants, epochs }: Settings,
): number {
  const cost = totalMacs(mainSubgraph(source).operators);
  const bytes = targets.reduce((sum, { shape }) => sum + 4 * elementCount(shape), 0);
  const possible = [maxTeacherMacs / Math.max(1, cost), maxSampleBytes / Math.max(1, bytes)];
  return Math.max(1, Math.min(variants, epochs, ...possible.map((limit) => Math.floor(limit / samples))));
}

async function readExamples(
  model: Model,
  plan: Plan,
  source: Model,
  runner: { pool: SessionPool; samples: DatasetPart },
  { variants, labels }: Settings,
  { progress, seed }: TransformContext,
): Promise<Examples> {
  const stage = progress.stage('asking the original model', variants * runner.samples.size);
  try {
    const onProgress = (done: number) => stage.update(done);
    return await prepareExamples(model, plan, source, runner, { variants, labels, seed }, onProgress);
  } finally {
    stage.end();
  }
}

let lessons = 0;

async function trainOn(
  examples: Examples,
  model: Model,
  plan: Plan,
  settings: Settings,
  { pool, cache, progress, seed, threads, float }: TransformContext & { float: Original | null },
): Promise<TrainResult> {
  const { values: weights, tensors } = gatherWeights(plan);
  if (float && plan.rounding === 'codes') startNearFloat(weights, plan, float);
  const bytes = writeModel(model);
  const file = new Uint8Array(new SharedArrayBuffer(bytes.length));
  file.set(bytes);
  const lesson = {
    ...{ id: lessons++, model: file, rounding: plan.rounding, backend: settings.backend, examples, weights },
    loss: { classifies: plan.classifies, temperature: settings.temperature },
    gradients: sharedFloats(shards * weights.length),
  };
  const options: TrainOptions = { ...settings, seed };
  const checkpoint =
    cache === undefined
      ? null
      : new Checkpoint(cache, { model: bytes, examples, options, loss: lesson.loss });
  const trainers = new DataParallel(lesson, threads, pool?.signal);
  try {
    const resume = (await checkpoint?.read(weights.length)) ?? null;
    const heldOut = heldOutOf(examples.samples, settings.heldOut);
    const keep = async (state: Parameters<Checkpoint['keep']>[0]) => checkpoint?.keep(state);
    const common = { trainers, examples, heldOut, tensors, weights, progress, resume, checkpoint: keep };
    return await train(common, options);
  } finally {
    await trainers.close();
  }
}

/** Numbers of the samples that judge, evenly over all of them. */
function heldOutOf(samples: number, part: number): number[] {
  const size = Math.round(samples * part);
  return Array.from({ length: size }, (_, i) => Math.floor(((i + 0.5) * samples) / size));
}
