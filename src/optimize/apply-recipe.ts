import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { cloneModel } from '../model/clone.js';
import type { Model } from '../model/graph.js';
import { modelInterface } from '../model/interface.js';
import { calibrationSamples } from './calibrate/samples.js';
import type { Recipe } from './recipe.js';
import { type AnyStep, definitionOf, transformOf } from './steps.js';
import type { TransformDefinition } from './transform.js';
import { transforms } from './transforms.js';
import type { TransformContext } from './types.js';

/** A recipe of whatever transforms. */
interface AnyRecipe extends Omit<Recipe, 'steps'> {
  steps: readonly AnyStep[];
}

/**
 * Carries a recipe's steps out on a model, which changes. Where no other step finds anything to do, the
 * model isn't cleaned either: one that is quantized already stays as it is, to the byte.
 *
 * @param known the transforms that the steps may name
 * @returns whether the model was changed
 * @throws InputError where a step needs samples and there are none: neither a data set in the context,
 *   nor `calibration: random` in the recipe, which makes seeded noise of them; the reason of the pool's signal
 */
export async function applyRecipe(
  model: Model,
  { calibration, steps }: AnyRecipe,
  context: TransformContext,
  known: readonly TransformDefinition[] = transforms,
): Promise<boolean> {
  const dataset = context.dataset ?? (calibration === 'random' ? noise(model, context) : null);
  const tidies = (step: AnyStep) => definitionOf(step, known).tidies === true;
  const onlyTidies = steps.every(tidies);
  const prepared = await prepare(model, steps, known);
  let changed = prepared && onlyTidies;
  const source = context.source ?? cloneModel(model);
  for (const step of inOrder(steps, known)) {
    if (tidies(step) && !changed && !onlyTidies) continue;
    context.pool?.signal?.throwIfAborted();
    changed = (await transformOf(step, known)(model, { ...context, dataset, source })) || changed;
  }
  return changed;
}

/** Does what the steps' transforms want done before all else, each once; returns whether anything changed. */
async function prepare(
  model: Model,
  steps: readonly AnyStep[],
  known: readonly TransformDefinition[],
): Promise<boolean> {
  let changed = false;
  for (const definition of new Set(steps.map((step) => definitionOf(step, known)))) {
    changed = ((await definition.prepare?.(model)) ?? false) || changed;
  }
  return changed;
}

/** Steps as they are carried out: those of transforms that come last behind the others, each transform once. */
function inOrder(steps: readonly AnyStep[], known: readonly TransformDefinition[]): AnyStep[] {
  const last = steps.filter((step) => definitionOf(step, known).comesLast);
  const once = last.filter(
    ({ transform }, i) => last.findIndex((each) => each.transform === transform) === i,
  );
  return [...steps.filter((step) => !last.includes(step)), ...once];
}

/** Samples of seeded noise; none is made before it is asked for. */
function noise(model: Model, { effort, seed }: TransformContext): Dataset {
  return randomDataset(modelInterface(model).inputs, { samples: calibrationSamples[effort], seed });
}
