import { InputError } from '../base/errors.js';
import { openDatasetFor, openInputNotes } from '../data/for-model.js';
import { loadTarget } from '../device/index.js';
import { latencyOn, nameOf } from '../job/measure.js';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import { type InputShapes, withInputShapes } from '../model/input-shapes.js';
import { noteAccuracy } from '../optimize/accuracy-notes.js';
import { startMeasuring } from '../optimize/calibrate/calibrate.js';
import type { LayerDamage, LayerZeros } from '../optimize/layer-facts.js';
import { OPTIMIZE_DEFAULTS, type OptimizedModel, optimizeModel } from '../optimize/optimize-model.js';
import type { Recipe } from '../optimize/recipe.js';
import { type Effort, efforts, type Note } from '../optimize/types.js';
import { suggestion } from '../yaml/suggest.js';
import type { CallOptions } from './calling.js';
import { type ModelSource, openModel } from './model-source.js';
import { type RecipeDefinition, recipeOf } from './recipe.js';

export interface OptimizeOptions extends CallOptions {
  /** A recipe that ships with litetrim (`int8`), several joined by `+`, the path of a recipe's file, or a recipe. */
  recipe: string | RecipeDefinition;
  /** Path of a data-set file (docs/datasets.md), whose calibration part recipes with samples take; default: none. */
  dataset?: string;
  /** By an input's name its shape, where the model leaves it open and samples have none: `{ audio: [1, 16000] }`. */
  inputs?: InputShapes;
  /** How much computing may be spent; default `default`. */
  effort?: Effort;
  /** Device whose latency `int8-mixed` weighs layers by, and sparse models are checked on; default: none. */
  device?: string;
  /** Measure what rounding each layer costs, however long it takes; default: where that is cheap. */
  explain?: boolean;
  /** Whole number that seeds every random choice; default 1. */
  seed?: number;
}

/** What a recipe made of a model. */
export interface OptimizeResult {
  /** A `.tflite` file; the source's own bytes where the recipe found nothing to do. */
  bytes: Uint8Array;
  /** The recipe's name; `recipe` for one that has none. */
  recipe: string;
  /** What there is to know of the result, a sentence each: an operator that was kept float and why, a layer that drifts. */
  notes: Note[];
  /** What became of each layer; empty where nothing was changed or it was too costly to look at. */
  layers: LayerDamage[];
  /** How much of each layer's weights is zero; empty where nothing was pruned, nor a notable part is zero. */
  zeros: LayerZeros[];
}

/**
 * Makes a smaller or faster model by a recipe, and runs it in LiteRT beside its source before it is handed out. The
 * same model, recipe, data and seed give the same bytes on every machine. Uses all of the machine's cores; what was
 * measured on samples is kept in the cache folder for the next call.
 *
 * @throws InputError for a file that is no model, an unknown recipe or a wrong one, a data set that doesn't fit the
 *   model, and a recipe that wants samples there aren't; the signal's reason
 */
export function optimize(model: ModelSource, options: OptimizeOptions): Promise<OptimizeResult> {
  return atWorkbench(options, async (bench) => {
    const { made, recipe } = await optimizeAt(bench, model, options);
    const { bytes, notes, layers, zeros } = made;
    return { bytes, recipe: recipe.name, notes, layers, zeros };
  });
}

/** `optimize` at a workbench. */
export async function optimizeAt(
  bench: Workbench,
  model: ModelSource,
  options: Omit<OptimizeOptions, keyof CallOptions>,
): Promise<{ made: OptimizedModel; source: Uint8Array; recipe: Recipe; seconds: number }> {
  const { effort = OPTIMIZE_DEFAULTS.effort, seed = OPTIMIZE_DEFAULTS.seed, explain = false } = options;
  assertEffort(effort);
  if (options.dataset) startMeasuring(bench.pool, effort);
  const recipe = await recipeOf(options.recipe);
  const given = await openModel(model);
  const sized = options.dataset
    ? await openDatasetFor(options.dataset, given, options.inputs)
    : { model: withInputShapes(given, options.inputs ?? {}), dataset: null };
  const { model: source, dataset } = sized;
  const device = options.device ? await loadTarget(options.device) : null;
  const { pool, cache, progress } = bench;
  const began = performance.now();
  const made = await optimizeModel(source, recipe, {
    ...{ dataset, effort, seed, explain, pool, cache, progress },
    ...(device && { onDevice: latencyOn(device, source.file, bench) }),
  });
  const seconds = (performance.now() - began) / 1000;
  const result = { file: nameOf({ file: source.file, recipe: recipe.name }), bytes: made.bytes };
  await noteAccuracy(source, result, recipe, { dataset, pool, progress, notes: made.notes });
  for (const message of openInputNotes(source)) made.notes.push({ level: 'warning', message });
  bench.signal.throwIfAborted();
  // Where nothing was done, nothing is changed: not the sizes either with which it was run.
  const bytes = made.bytes === source.bytes ? given.bytes : made.bytes;
  return { made: { ...made, bytes }, source: given.bytes, recipe, seconds };
}

/** @throws InputError for an effort that there isn't */
function assertEffort(effort: string): asserts effort is Effort {
  if ((efforts as readonly string[]).includes(effort)) return;
  throw new InputError(`unknown effort "${effort}"`, {
    hint: suggestion(String(effort), efforts, 'efforts'),
  });
}
