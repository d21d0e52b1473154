import { join, relative } from 'node:path';
import {
  type Config,
  configFile,
  customRecipes,
  defaultConfig,
  loadConfig,
  parseConfig,
  planFor,
  recipeLimits,
} from './config/config.js';
import { isFilePath } from './config/name-or-file.js';
import { listTargets, loadTarget, type Target } from './device/profile.js';
import { InputError } from './errors.js';
import type { ModelJob } from './model-job.js';
import { loadRecipe, shippedRecipes } from './optimize/recipe.js';

/** Names that configurations may use. */
export async function knownNames() {
  return { recipes: shippedRecipes(), devices: await listTargets() };
}

/**
 * The configuration in force.
 *
 * @param folder the repository's root
 * @param named the file, where the user names one; it must be there then
 * @param root folder that the file must lie in; null: wherever
 * @throws InputError for a file that is missing or wrong
 */
export async function readConfig(
  folder: string,
  named: string | null,
  root: string | null = folder,
): Promise<Config> {
  const file = named ?? configFile;
  const config = await loadConfig(inFolder(folder, file), await knownNames(), root);
  if (config) return config;
  if (named === null) return defaultConfig();
  throw new InputError('there is no such file', { file, hint: 'Write one with "litetrim init"' });
}

/** Reads a configuration of the base branch; null where it has none. */
export async function parseBaseConfig(bytes: Uint8Array | null, file: string): Promise<Config | null> {
  return bytes && parseConfig(bytes, file, await knownNames());
}

/** What a job needs besides the model's bytes. */
export type JobPlan = Omit<ModelJob, 'file' | 'status' | 'base' | 'head'>;

/**
 * What is to be done with the model at `path`: recipes, devices and data by `config`, limits by
 * `limits`, the configuration that a pull request can't change.
 *
 * @param folder the repository's root, which data sets may not reach out of
 * @returns null where the configuration doesn't speak of the model
 * @throws InputError for a recipe file or device file that is missing or wrong
 */
export async function planJob(
  path: string,
  folder: string,
  config: Config,
  limits: Config,
): Promise<JobPlan | null> {
  const plan = planFor(config, path);
  if (!plan) return null;
  const custom = customRecipes(config);
  return {
    dataset: plan.dataset && inFolder(folder, plan.dataset),
    root: folder,
    recipes: await Promise.all(
      plan.recipes.map((name) =>
        loadRecipe(isFilePath(name) ? inFolder(folder, name) : name, custom, folder),
      ),
    ),
    devices: await loadDevices(
      plan.devices.map((name) => (isFilePath(name) ? inFolder(folder, name) : name)),
      folder,
    ),
    limits: (planFor(limits, path) ?? plan).limits,
    recipeLimits: (recipe) => recipeLimits(limits, recipe),
    effort: config.effort,
  };
}

/** A path from the repository's root, as it is from the working folder; errors name it so. */
function inFolder(folder: string, path: string): string {
  return relative(process.cwd(), join(folder, path));
}

/** @param root folder that device files must lie in; null: wherever */
export function loadDevices(names: readonly string[], root: string | null = null): Promise<Target[]> {
  return Promise.all(names.map((name) => loadTarget(name, root)));
}
