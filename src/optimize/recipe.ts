import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { assetPath } from '../base/assets.js';
import { InputError } from '../base/errors.js';
import { isFilePath } from '../yaml/name-or-file.js';
import { parseYaml, readYamlBytes } from '../yaml/read.js';
import { suggestion } from '../yaml/suggest.js';
import { stepSchema } from './transforms.js';

/** A recipe of such steps. */
export const recipeSchemaOf = <Step>(step: z.ZodType<Step>) =>
  z.strictObject({
    title: z.string().min(1).max(200).exactOptional(),
    description: z.string().max(2000).exactOptional(),
    calibration: z.literal('random').exactOptional(),
    steps: z.array(step).min(1).max(100),
  });

/** A recipe as users write it, in a file of its own or in the configuration. */
export const recipeSchema = recipeSchemaOf(stepSchema);

/** A named, ordered list of transforms with their options. */
export interface Recipe extends z.infer<typeof recipeSchema> {
  /** A shipped or configured name, several joined by `+`, or the path of a file. */
  name: string;
}

/** Recipes by name, as a configuration defines them. */
export type CustomRecipes = Readonly<Record<string, z.infer<typeof recipeSchema>>>;

const extension = '.yml';

/** Names of the recipes that ship with litetrim, sorted. */
export function shippedRecipes(): string[] {
  const files = readdirSync(assetPath('recipes')).filter((file) => file.endsWith(extension));
  return files.map((file) => basename(file, extension)).sort();
}

/** The recipes that there are, sorted by name; a configured one hides a shipped one of the same name. */
export function listRecipes(custom: CustomRecipes = {}): Recipe[] {
  const names = new Set([...shippedRecipes(), ...Object.keys(custom)]);
  return [...names].sort().map((name) => namedRecipe(name, custom));
}

/**
 * Finds a recipe.
 *
 * @param nameOrFile `int8`; `prune-50+int8`, whose steps follow one another; or the path of a recipe
 *   file: it contains a slash or ends in `.yml`, `.yaml` or `.json`
 * @param root folder that a recipe file must lie in; null: wherever (see `readYamlBytes`)
 * @throws InputError for an unknown name, with the nearest known one, and for a file that is no recipe
 */
export async function loadRecipe(
  nameOrFile: string,
  custom: CustomRecipes = {},
  root: string | null = null,
): Promise<Recipe> {
  if (isFilePath(nameOrFile)) return parseRecipe(readYamlBytes(nameOrFile, root), nameOrFile);
  assertRecipeName(nameOrFile, Object.keys(custom));
  const parts = nameOrFile.split('+').map((name) => namedRecipe(name, custom));
  return parts.length === 1 ? parts[0]! : compose(nameOrFile, parts);
}

/**
 * Reads the text of a recipe file.
 *
 * @param file how errors call it, and the recipe's name
 * @throws InputError for a text that is no recipe
 */
export function parseRecipe(source: Uint8Array, file: string): Recipe {
  return { ...parseYaml(recipeSchema, source, file), name: file };
}

/**
 * Checks the name of a recipe, or of a composition, without reading it.
 *
 * @throws InputError with the nearest known name
 */
function assertRecipeName(name: string, custom: readonly string[] = []): void {
  const known = [...new Set([...shippedRecipes(), ...custom])].sort();
  for (const part of name.split('+')) {
    if (known.includes(part)) continue;
    throw new InputError(`unknown recipe "${part}"`, { hint: suggestion(part, known, 'recipes') });
  }
}

function namedRecipe(name: string, custom: CustomRecipes): Recipe {
  if (Object.hasOwn(custom, name)) return { ...custom[name]!, name };
  const file = `${name}${extension}`;
  return { ...parseRecipe(readFileSync(join(assetPath('recipes'), file)), file), name };
}

function compose(name: string, parts: Recipe[]): Recipe {
  return {
    name,
    title: parts.map((part) => part.title ?? part.name).join(', then: '),
    ...(parts.some(({ calibration }) => calibration) && { calibration: 'random' as const }),
    steps: parts.flatMap(({ steps }) => steps),
  };
}
