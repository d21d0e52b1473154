import { InputError } from '../errors.js';
import { modelInterface } from '../evaluate/model-head.js';
import { randomDataset } from '../evaluate/random-dataset.js';
import type { Dataset } from '../evaluate/types.js';
import type { Model } from '../model/graph.js';
import { calibrationSamples } from './quantize/calibrate.js';
import type { Recipe } from './recipe.js';
import { needsSamples, transformOf } from './transforms.js';
import type { TransformContext } from './types.js';

/**
 * Carries a recipe's steps out on a model, which changes. Where no other step finds anything to do, the
 * model isn't cleaned either: one that is quantized already stays as it is, to the byte.
 *
 * @returns whether the model was changed
 * @throws InputError where a step needs samples and there are none: neither a data set in the context,
 *   nor `calibration: random` in the recipe
 */
export async function applyRecipe(model: Model, recipe: Recipe, context: TransformContext): Promise<boolean> {
  const wanting = !context.dataset && recipe.steps.some(needsSamples);
  const dataset = wanting ? noise(model, recipe, context) : context.dataset;
  const onlyCleans = recipe.steps.every(({ transform }) => transform === 'clean');
  let changed = false;
  for (const step of recipe.steps) {
    if (step.transform === 'clean' && !changed && !onlyCleans) continue;
    changed = (await transformOf(step)(model, { ...context, dataset })) || changed;
  }
  return changed;
}

/** Seeded noise in place of samples, where the recipe allows it. */
function noise(model: Model, recipe: Recipe, context: TransformContext): Dataset {
  if (recipe.calibration !== 'random') {
    throw new InputError(`recipe "${recipe.name}" needs samples to measure the ranges of activations`, {
      hint: 'Name a data set, or say "calibration: random" in the recipe and live with a guess',
    });
  }
  const samples = calibrationSamples[context.effort];
  return randomDataset(modelInterface(model).inputs, { samples, seed: context.seed });
}
