import { isAbsolute, join, relative } from 'node:path';
import { InputError } from '../base/errors.js';
import type { Limits } from '../compare/limits.js';
import {
  type Config,
  customRecipes,
  defaultConfig,
  loadConfig,
  parseConfig,
  planFor,
  recipeLimits,
} from '../config/config.js';
import { configFile } from '../config/config-file.js';
import { openDataset } from '../data/dataset.js';
import type { OtherFiles } from '../data/files.js';
import type { OpenData } from '../data/for-model.js';
import { listTargets, loadTarget, parseTarget, type Target } from '../device/profile.js';
import {
  type CustomRecipes,
  loadRecipe,
  parseRecipe,
  type Recipe,
  shippedRecipes,
} from '../optimize/recipe.js';
import { isFilePath } from '../yaml/name-or-file.js';
import { readYamlBytes } from '../yaml/read.js';
import type { ModelJob } from './model-job.js';

/** Names that configurations may use. */
async function knownNames() {
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

/** Reads a configuration that git has; null where there is none. */
export async function parseConfigBytes(bytes: Uint8Array | null, file: string): Promise<Config | null> {
  return bytes && parseConfig(bytes, file, await knownNames());
}

/** A configuration, and where the recipe and device files that it names are read from. */
export class Setup {
  readonly config: Config;
  /** Gives a file's bytes by its path from the repository's root; throws InputError. */
  readonly read: ReadFile;
  #recipes: CustomRecipes | undefined;

  constructor(config: Config, read: ReadFile) {
    this.config = config;
    this.read = read;
  }

  /** The recipes that the configuration defines or changes. */
  get recipes(): CustomRecipes {
    this.#recipes ??= customRecipes(this.config);
    return this.#recipes;
  }

  /** @throws InputError for a recipe file that is missing or wrong */
  async recipe(name: string): Promise<Recipe> {
    if (isFilePath(name)) return parseRecipe(await this.read(name), name);
    return loadRecipe(name, this.recipes);
  }

  /** @throws InputError for a device file that is missing or wrong */
  async device(name: string): Promise<Target> {
    if (isFilePath(name)) return parseTarget(await this.read(name), name, this.read);
    return loadTarget(name);
  }
}

export type ReadFile = (path: string) => Uint8Array | Promise<Uint8Array>;

/**
 * The setup of a folder on this machine.
 *
 * @param root folder that recipe and device files must lie in; null: wherever
 */
export function setupIn(folder: string, config: Config, root: string | null = folder): Setup {
  return new Setup(config, (path) => readYamlBytes(inFolder(folder, path), root));
}

/** What a job needs besides the model's bytes. */
export type JobPlan = Omit<ModelJob, 'file' | 'status' | 'base' | 'head'>;

/**
 * What a configuration says of the model at `path`.
 *
 * @param folder the repository's root, which data sets may not reach out of
 * @returns null where the configuration doesn't speak of the model
 * @throws InputError for a recipe file or device file that is missing or wrong
 */
export async function planJob(path: string, folder: string, setup: Setup): Promise<JobPlan | null> {
  const { config } = setup;
  const plan = planFor(config, path);
  if (!plan) return null;
  return {
    inputs: plan.inputs,
    data: plan.dataset === null ? null : dataIn(folder, plan.dataset),
    recipes: await Promise.all(plan.recipes.map((name) => setup.recipe(name))),
    devices: await Promise.all(plan.devices.map((name) => setup.device(name))),
    ...judgedBy(config, plan.limits),
  };
}

/** How a configuration judges. */
export function judgedBy(config: Config, limits: Limits) {
  return {
    limits,
    recipeLimits: (recipe: string) => recipeLimits(config, recipe),
    onUnmeasured: config['on-unmeasured'] ?? null,
    effort: config.effort,
  };
}

/**
 * Opens a data-set file of a folder.
 *
 * @param options.root folder that it may not reach out of, its own where left out; null: it may
 * @param options.other files to be read instead of those of the folder
 */
export function dataIn(
  folder: string,
  dataset: string,
  { root = folder, other }: { root?: string | null; other?: OtherFiles } = {},
): OpenData {
  const options = { ...(root !== null && { root }), ...(other && { other }) };
  return (model) => openDataset(inFolder(folder, dataset), { ...model, ...options });
}

/** A path from the repository's root, as it is from the working folder; errors name it so. An absolute one stays. */
export function inFolder(folder: string, path: string): string {
  return isAbsolute(path) ? path : relative(process.cwd(), join(folder, path));
}

/** @param root folder that device files must lie in; null: wherever */
export function loadDevices(names: readonly string[], root: string | null = null): Promise<Target[]> {
  return Promise.all(names.map((name) => loadTarget(name, root)));
}
