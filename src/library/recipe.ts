import { loadRecipe, type Recipe, recipeSchema } from '../optimize/recipe.js';
import { checkData } from '../yaml/read.js';

/** A recipe as a program writes it: what a recipe's file holds (docs/recipes.md). */
export interface RecipeDefinition {
  /** At most 200 characters. */
  title?: string;
  /** At most 2,000 characters. */
  description?: string;
  /** Calibrate on seeded noise where there is no data set; left out: refuse to. */
  calibration?: 'random';
  /** 1 to 100 of them, done one after the other. */
  steps: readonly RecipeStep[];
}

/** A transform, and its options, which docs/recipes.md lists; they are checked before anything is done. */
export interface RecipeStep {
  transform: TransformName;
  [option: string]: unknown;
}

/** Written out, so that the published types need none of zod's; a test compares them with what recipes take. */
export type TransformName =
  | 'clean'
  | 'encode-sparse'
  | 'finetune'
  | 'prune'
  | 'prune-channels'
  | 'quantize'
  | 'quantize-mixed';

/** How messages call a recipe that has no name. */
const unnamed = 'recipe';

/**
 * Finds a recipe by name or file, or checks one that a program wrote.
 *
 * @throws InputError as `loadRecipe`, and for what is no recipe, which names the place: `recipe: steps[0].sparsity: …`
 */
export async function recipeOf(recipe: string | RecipeDefinition): Promise<Recipe> {
  if (typeof recipe === 'string') return loadRecipe(recipe);
  return { ...checkData(recipeSchema, recipe, unnamed), name: unnamed };
}
