import { InputError } from '../base/errors.js';
import { type ModelPlan, planFor, recipeLimits } from '../config/config.js';
import type { OpenData } from '../data/for-model.js';
import type { ModelChange } from '../github/read/changes.js';
import { type JobPlan, judgedBy, type Setup } from '../job/plan.js';
import type { Recipe } from '../optimize/recipe.js';
import { type Gate, planOf } from './gate.js';

/** Opens a data-set file, by its path from the repository's root. */
type DataOf = (dataset: string) => OpenData;

/**
 * What is done with a model of a pull request: all that the base branch's configuration says of it, by its files as
 * the base branch has them, and besides that what the pull request's own adds.
 *
 * @returns null where neither speaks of the model
 */
export async function planModel(change: ModelChange, gate: Gate, dataOf: DataOf): Promise<JobPlan | null> {
  const wanted = planOf(gate.head, change);
  const judged = planOf(gate.base, change);
  if (judged) return planJudged(judged, wanted, gate, dataOf);
  return wanted && planNew(wanted, change, gate, dataOf);
}

/** A model that the base branch's configuration doesn't know: by the pull request's, under the base's general limits. */
async function planNew(wanted: ModelPlan, change: ModelChange, gate: Gate, dataOf: DataOf): Promise<JobPlan> {
  const { base, head } = gate;
  const under = base ? planFor({ ...head.config, limits: base.config.limits }, change.path) : null;
  const load = new Loader();
  return {
    inputs: wanted.inputs,
    data: wanted.dataset === null ? null : dataOf(wanted.dataset),
    recipes: await load.all(wanted.recipes, (name) => head.recipe(name)),
    devices: await load.all(wanted.devices, (name) => head.device(name)),
    ...judgedBy((base ?? head).config, (under ?? wanted).limits),
    ...recipesJudgedBy(gate),
    problems: load.problems,
  };
}

async function planJudged(
  judged: ModelPlan,
  wanted: ModelPlan | null,
  gate: Gate,
  dataOf: DataOf,
): Promise<JobPlan> {
  const { base, head } = gate as { base: Setup; head: Setup };
  const load = new Loader();
  const added = (of: 'recipes' | 'devices') =>
    (wanted?.[of] ?? []).filter((name) => !judged[of].includes(name));
  const recipes = await load.all(judged.recipes, (name) => base.recipe(name));
  const current = await load.all(
    judged.recipes.filter((name) => wanted?.recipes.includes(name)),
    (name) => head.recipe(name),
  );
  const changed = changedRecipes(recipes, current);
  const dataset = judged.dataset ?? wanted?.dataset ?? null;
  return {
    inputs: judged.inputs,
    data: dataset === null ? null : dataOf(dataset),
    recipes: [
      ...recipes,
      ...changed.keys(),
      ...(await load.all(added('recipes'), (name) => head.recipe(name))),
    ],
    formerRecipes: new Map([...changed].map(([recipe, former]) => [recipe.name, former])),
    devices: [
      ...(await load.all(judged.devices, (name) => base.device(name))),
      ...(await load.all(added('devices'), (name) => head.device(name))),
    ],
    ...judgedBy(base.config, judged.limits),
    ...recipesJudgedBy(gate),
    problems: load.problems,
  };
}

/** What tells a recipe that the pull request changes from the base's, in the report. */
const changedMark = ' as changed';

/** Of recipes whose steps differ the pull request's, under a name of its own, with the base's. */
function changedRecipes(former: readonly Recipe[], current: readonly Recipe[]): Map<Recipe, Recipe> {
  const does = ({ steps, calibration }: Recipe) => JSON.stringify({ steps, calibration });
  const pairs = current.flatMap((recipe): [Recipe, Recipe][] => {
    const before = former.find(({ name }) => name === recipe.name);
    if (!before || does(before) === does(recipe)) return [];
    return [[{ ...recipe, name: `${recipe.name}${changedMark}` }, before]];
  });
  return new Map(pairs);
}

/** The limits of a recipe that the base branch knows are its own; of a new one they are the pull request's. */
function recipesJudgedBy({ base, head }: Gate): Pick<JobPlan, 'recipeLimits'> {
  return {
    recipeLimits(recipe) {
      const name = recipe.endsWith(changedMark) ? recipe.slice(0, -changedMark.length) : recipe;
      const isKnown =
        base &&
        (base.config.models.some(({ recipes }) => recipes.includes(name)) ||
          Object.hasOwn(base.config.recipes, name));
      return recipeLimits((isKnown ? base : head).config, name);
    },
  };
}

/** Loads what a configuration names; what can't be loaded is a problem of the model, and takes nothing else with it. */
class Loader {
  readonly problems: InputError[] = [];

  async all<T>(names: readonly string[], load: (name: string) => Promise<T>): Promise<T[]> {
    const loaded: T[] = [];
    for (const name of names) {
      try {
        loaded.push(await load(name));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        this.problems.push(error);
      }
    }
    return loaded;
  }
}
