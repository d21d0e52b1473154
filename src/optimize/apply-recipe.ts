import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { cloneModel } from '../model/clone.js';
import type { Model } from '../model/graph.js';
import { modelInterface } from '../model/interface.js';
import { calibrationSamples } from './calibrate/samples.js';
import { foldConstants } from './clean/fold-constants.js';
import type { Recipe } from './recipe.js';
import { transformOf } from './transforms.js';
import type { TransformContext } from './types.js';

/**
 * Carries a recipe's steps out on a model, which changes. Where no other step finds anything to do, the
 * model isn't cleaned either: one that is quantized already stays as it is, to the byte.
 *
 * @returns whether the model was changed
 * @throws InputError where a step needs samples and there are none: neither a data set in the context,
 *   nor `calibration: random` in the recipe, which makes seeded noise of them; the reason of the pool's signal
 */
export async function applyRecipe(model: Model, recipe: Recipe, context: TransformContext): Promise<boolean> {
  const dataset = context.dataset ?? (recipe.calibration === 'random' ? noise(model, context) : null);
  const onlyCleans = recipe.steps.every(({ transform }) => transform === 'clean');
  // Before all else: weights that are computed from constants can be pruned and quantized once they are known.
  const cleans = recipe.steps.some(({ transform }) => transform === 'clean');
  const folded = cleans && (await foldConstants(model));
  let changed = folded && onlyCleans;
  const source = context.source ?? cloneModel(model);
  for (const step of inOrder(recipe.steps)) {
    if (step.transform === 'clean' && !changed && !onlyCleans) continue;
    context.pool?.signal?.throwIfAborted();
    changed = (await transformOf(step)(model, { ...context, dataset, source })) || changed;
  }
  return changed;
}

/**
 * A recipe's steps as they are carried out: storing weights sparse comes last, once, wherever it stands. Every
 * other step is shown them dense, and would leave them so.
 */
function inOrder(steps: Recipe['steps']): Recipe['steps'] {
  const stores = steps.filter(({ transform }) => transform === 'encode-sparse').slice(0, 1);
  return [...steps.filter(({ transform }) => transform !== 'encode-sparse'), ...stores];
}

/** Samples of seeded noise; none is made before it is asked for. */
function noise(model: Model, { effort, seed }: TransformContext): Dataset {
  return randomDataset(modelInterface(model).inputs, { samples: calibrationSamples[effort], seed });
}
