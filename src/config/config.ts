import type { z } from 'zod';
import { InputError } from '../base/errors.js';
import { globMatcher } from '../base/glob.js';
import { FileProblem } from '../base/plain-file.js';
import { type Limits, mergeLimits } from '../compare/limits.js';
import type { InputShapes } from '../model/input-shapes.js';
import { type CustomRecipes, listRecipes } from '../optimize/recipe.js';
import { readYaml } from '../yaml/document.js';
import { parseYaml, readYamlBytes } from '../yaml/read.js';
import { suggestion } from '../yaml/suggest.js';
import { configSchema, type KnownNames } from './schema.js';

/** A configuration, checked, with its defaults filled in; durations in seconds. */
export type Config = z.output<ReturnType<typeof configSchema>>;

/** What a configuration says of one model. */
export interface ModelPlan {
  /** Path of the data-set file from the repository's root; null: none. */
  dataset: string | null;
  /** Shapes of inputs that the model leaves open. */
  inputs: InputShapes;
  /** Names of recipes, compositions (`prune-50+int8`) and recipe files. */
  recipes: string[];
  devices: string[];
  /** Limits of all models, with the model's own over them. */
  limits: Limits;
}

/** Names that may be used in a configuration besides those that it defines. */
interface KnownRecipesAndDevices {
  recipes: readonly string[];
  devices: readonly string[];
}

/**
 * Reads the text of a configuration.
 *
 * @param file how errors call it
 * @throws InputError with file, line and a way out; see `parseYaml`
 */
export function parseConfig(
  source: string | Uint8Array,
  file: string,
  known: KnownRecipesAndDevices,
): Config {
  const defined = definedRecipes(readYaml(source, file).data);
  const names: KnownNames = { ...known, recipes: [...new Set([...known.recipes, ...defined])] };
  const schema = configSchema(names).superRefine(({ recipes }, context) => {
    for (const [name, entry] of Object.entries(recipes)) {
      const message = entryProblem(name, entry, names.recipes!);
      if (message !== null) context.addIssue({ code: 'custom', path: ['recipes', name], message });
    }
  });
  return parseYaml(schema, source, file);
}

/** What is wrong with the name of an entry of `recipes:`; null: nothing. */
function entryProblem(
  name: string,
  { limits: _, steps, ...changes }: Config['recipes'][string],
  known: readonly string[],
) {
  if (name.includes('+') && (steps || Object.keys(changes).length > 0)) {
    return `"${name}" is made of other recipes, so that only its limits can be set\nGive the new recipe a name without "+"`;
  }
  const unknown = steps ? undefined : name.split('+').find((part) => !known.includes(part));
  if (unknown === undefined) return null;
  return `unknown recipe "${unknown}", and no "steps" to define it\n${suggestion(unknown, known, 'recipes')}`;
}

/** Names of the recipes that have steps in a configuration, whatever else is wrong with it. */
function definedRecipes(data: unknown): string[] {
  const recipes = (data as { recipes?: unknown } | null)?.recipes;
  if (typeof recipes !== 'object' || recipes === null) return [];
  return Object.entries(recipes).flatMap(([name, recipe]) =>
    (recipe as { steps?: unknown } | null)?.steps ? [name] : [],
  );
}

/**
 * Reads a configuration file.
 *
 * @param root see `readYamlBytes`
 * @returns null where there is no such file
 * @throws InputError as `parseConfig`, and for a file that can't be read
 */
export async function loadConfig(
  file: string,
  known: KnownRecipesAndDevices,
  root: string | null = null,
): Promise<Config | null> {
  try {
    return parseConfig(readYamlBytes(file, root), file, known);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof InputError ? error.details.cause : null;
  return cause instanceof FileProblem && cause.code === 'ENOENT';
}

/** What is done in a repository without a configuration: all models, by recipes that need no data. */
export function defaultConfig(): Config {
  const models = [{ files: '**/*.tflite', recipes: ['float16', 'dynamic-int8'] }];
  return configSchema({ recipes: null, devices: null }).parse({ models });
}

/**
 * What the configuration says of the model at `path`: its first entry of `models` that matches.
 *
 * @param path from the repository's root, with `/`
 * @returns null where none matches
 */
export function planFor({ models, devices, limits }: Config, path: string): ModelPlan | null {
  const model = models.find(({ files }) => matches(files, path));
  if (!model) return null;
  return {
    dataset: model.dataset ?? null,
    inputs: model.inputs ?? {},
    recipes: model.recipes,
    devices: model.devices ?? devices,
    limits: mergeLimits(limits, model.limits ?? {}),
  };
}

/** Compiled once for each entry of `models`. */
const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

function matches(patterns: readonly string[], path: string): boolean {
  const matcher = matchers.get(patterns) ?? globMatcher(patterns);
  matchers.set(patterns, matcher);
  return matcher(path);
}

/** What may change from a model to what the recipe makes of it, as the configuration says. */
export function recipeLimits({ recipes }: Config, recipe: string): Limits {
  return (Object.hasOwn(recipes, recipe) && recipes[recipe]!.limits) || {};
}

/**
 * The recipes that the configuration defines or changes; one without steps takes those of the shipped
 * recipe of its name.
 */
export function customRecipes({ recipes }: Config): CustomRecipes {
  const shipped = new Map(listRecipes().map(({ name, ...recipe }) => [name, recipe]));
  const own = Object.entries(recipes).flatMap(([name, { limits: _, steps, ...changes }]) => {
    if (steps) return [[name, { ...changes, steps }] as const];
    const known = shipped.get(name);
    return known && Object.keys(changes).length > 0 ? [[name, { ...known, ...changes }] as const] : [];
  });
  return Object.fromEntries(own);
}
