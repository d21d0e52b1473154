import { downloadSize } from '../base/download-size.js';
import { InputError, messageOf } from '../base/errors.js';
import { type Progress, silent } from '../base/progress.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { cloneModel } from '../model/clone.js';
import { contradiction } from '../model/contradictions.js';
import type { Model, Tensor } from '../model/graph.js';
import { mainSubgraph, modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { fixDynamicShapes, isLarger, settleShapes } from '../model/shapes.js';
import { writeModel } from '../model/write.js';
import { EndlessError, NotRunnableError } from '../runtime/errors.js';
import { SessionPool } from '../runtime/pool.js';
import { applyRecipe } from './apply-recipe.js';
import type { LayerDamage, LayerZeros } from './layer-facts.js';
import { isNotable, zerosSince } from './layer-zeros.js';
import { noteLossyOutputs } from './lossy-outputs.js';
import { addNote } from './notes.js';
import type { Recipe } from './recipe.js';
import { explainLayers } from './sensitivity/explain.js';
import { dropStaleMetadata } from './stale-metadata.js';
import type { Effort, Note, TransformContext } from './types.js';
import { noteZeros } from './zeros-notes.js';

export interface OptimizeOptions {
  /** Samples for calibration; default none. */
  dataset?: Dataset | null;
  /** How much computing may be spent. */
  effort?: Effort;
  /** The same seed gives the same bytes. */
  seed?: number;
  progress?: Progress;
  /** Worker threads to run models in; some are started, and ended, where left out. */
  pool?: SessionPool;
  /** Folder that calibrations are kept in between runs; left out: they aren't kept. */
  cache?: string;
  /** Measures a model file on the device that costs are weighed by; null: it can't be. */
  onDevice?: NonNullable<TransformContext['onDevice']>;
  /** Measure what rounding each layer costs, however long it takes; default: where that is cheap. */
  explain?: boolean;
}

export const OPTIMIZE_DEFAULTS = { dataset: null, effort: 'default', seed: 1, progress: silent } as const;

/** What a recipe made of a model. */
export interface OptimizedModel {
  /** The source's own bytes where the recipe found nothing to do. */
  bytes: Uint8Array;
  notes: Note[];
  /** What became of each layer; none where nothing was changed or it was too costly to look at. */
  layers: LayerDamage[];
  /** How much of each layer's weights is zero; none where nothing was pruned, nor a notable part is zero. */
  zeros: LayerZeros[];
}

/**
 * Makes an optimized model file by a recipe, and runs it in LiteRT before it is handed out: a layer whose
 * values drift from the source's is named in the notes.
 *
 * @throws InputError for a file that is no model, a recipe that wants samples there aren't, and a result
 *   that LiteRT refuses though it runs the source; NotRunnableError for shapes that contradict operators
 */
export async function optimizeModel(
  source: ModelFile,
  recipe: Recipe,
  options: OptimizeOptions = {},
): Promise<OptimizedModel> {
  const chosen = new Map<Tensor, number>();
  const context: TransformContext = { ...OPTIMIZE_DEFAULTS, ...options, notes: [], chosen };
  const model = cloneModel(graphOf(source));
  assertShapes(model, source.file);
  if (mainSubgraph(model).inputs.some(isLarger)) settleShapes(model);
  const before = model.subgraphs.map(({ tensors }) => [...tensors]);
  const changed = await applyRecipe(model, recipe, context).catch((error: unknown) => {
    throw inFile(error, source.file);
  });
  if (!changed) return { bytes: source.bytes, notes: context.notes, layers: [], zeros: [] };
  dropStaleMetadata(model, context);
  const bytes = writeModel(model, source.file);
  assertSound({ ...source, bytes }, recipe);
  // Whoever gets the result asks for it: it is compressed while the rest goes on.
  void downloadSize(bytes);
  const runs = await prove({ ...source, bytes }, source, recipe, context);
  const optimization = { source: graphOf(source), before, result: model };
  const layers = runs ? await explainLayers(optimization, context, options.explain ?? false) : [];
  noteLossyOutputs(optimization.source, layers, recipe, context);
  const all = zerosSince(optimization, chosen);
  const zeros = chosen.size > 0 || isNotable(all) ? all : [];
  if (zeros.length > 0) await noteZeros(zeros, source.bytes, bytes, context);
  return { bytes, notes: context.notes, layers, zeros };
}

/** @throws NotRunnableError where shapes contradict operators: transforms go by shapes. */
function assertShapes(model: Model, file: string): void {
  const fixed = cloneModel(model);
  fixDynamicShapes(fixed);
  const problem = contradiction(mainSubgraph(fixed), true);
  if (problem) throw new NotRunnableError(problem, { file });
}

/** @throws Error where a recipe wrote what no one could read: a defect, not the model's fault */
function assertSound(result: ModelFile, { name }: Recipe): void {
  try {
    graphOf(result);
  } catch (error) {
    throw new Error(`recipe "${name}" wrote a file that is no sound model: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** What runs a model calls it where it isn't told its file. */
const unnamed = 'model';

/** A transform's error, with the file that the transform doesn't know; what it runs is that file's, or made of it. */
function inFile(error: unknown, file: string): unknown {
  if (error instanceof NotRunnableError) return new NotRunnableError(error.problem, { file, cause: error });
  if (!(error instanceof InputError)) return error;
  const { file: named = '' } = error.details;
  if (named !== '' && named !== unnamed) return error;
  const problem = named === '' ? error.message : error.message.slice(`${unnamed}: `.length);
  return new InputError(problem, { file, cause: error });
}

/** Seconds in which a source has to end whose result never does, where that is to be the recipe's fault. */
const shortTrial = 10;

/** Runs a result once. What LiteRT can't run in the source either, is only noted: false. */
async function prove(
  result: ModelFile,
  source: ModelFile,
  recipe: Recipe,
  context: TransformContext,
): Promise<boolean> {
  const refusal = await tryToRun(result, context);
  if (refusal === null) return true;
  const seconds = refusal instanceof EndlessError ? shortTrial : undefined;
  if ((await tryToRun(source, context, seconds)) !== null) {
    const problem = `The result could not be checked, nor can the source be run: ${refusal.problem}`;
    addNote(context, 'warning', problem);
    return false;
  }
  throw new InputError(`recipe "${recipe.name}" makes a model that LiteRT can't run: ${refusal.problem}`, {
    file: source.file,
    hint: 'Nothing was written; choose another recipe, and please report this with the model',
  });
}

/** Why LiteRT can't run a model on one sample; null: it can. */
async function tryToRun(
  { file, bytes }: ModelFile,
  context: TransformContext,
  mostSeconds = Number.POSITIVE_INFINITY,
): Promise<NotRunnableError | null> {
  const { inputs } = modelInterface(graphOf({ file, bytes }));
  const { dataset } = context;
  const part = (dataset?.calibration.size ? dataset : randomDataset(inputs, { samples: 1 })).calibration;
  const pool = context.pool ?? new SessionPool({ threads: 1 });
  try {
    const sample = { size: 1, sample: () => part.sample(0) };
    const secondsPerSample = Math.min(mostSeconds, pool.secondsPerSample);
    await pool.reduce('outputs', bytes, sample, { file, build: 'any', secondsPerSample });
    return null;
  } catch (error) {
    if (error instanceof NotRunnableError) return error;
    throw error;
  } finally {
    if (!context.pool) await pool.close();
  }
}
