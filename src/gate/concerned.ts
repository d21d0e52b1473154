import type { ModelPlan } from '../config/config.js';
import type { ModelChange } from '../github/read/changes.js';
import type { PullRequest } from '../github/read/pull-request.js';
import { type Gate, planOf } from './gate.js';
import type { TouchedFiles } from './touched.js';

/**
 * Models that a pull request leaves as they are, while it changes what is done with them: they come to be covered, or
 * their recipes, devices or data are other ones. By path.
 *
 * @param paths all files of the head
 * @param changed models that the pull request changes
 */
export async function concernedModels(
  paths: readonly string[],
  changed: readonly ModelChange[],
  gate: Gate,
  touched: TouchedFiles,
  pullRequest: PullRequest,
): Promise<ModelChange[]> {
  const taken = new Set(changed.flatMap(({ base, head }) => [base?.path, head?.path]));
  const concerned: ModelChange[] = [];
  for (const path of paths) {
    if (taken.has(path) || !gate.isModel(path)) continue;
    const change: ModelChange = { path, status: 'unchanged', base: null, head: null };
    if (!(await isConcerned(change, gate, touched))) continue;
    const file = await pullRequest.files.find(pullRequest.commits.head, path);
    if (file) concerned.push({ ...change, base: file, head: file });
  }
  return concerned;
}

async function isConcerned(change: ModelChange, gate: Gate, touched: TouchedFiles): Promise<boolean> {
  const wanted = planOf(gate.head, change);
  const judged = planOf(gate.base, change);
  if (!judged) return gate.isTouched;
  const plans = wanted ? [judged, wanted] : [judged];
  if (wanted && differs(judged, wanted)) return true;
  for (const { recipes, devices, dataset } of plans) {
    if (touched.among([...recipes, ...devices]).length > 0) return true;
    if (recipes.some((name) => name.split('+').some((part) => gate.changedRecipes.has(part)))) return true;
    if (dataset !== null && (await touched.ofDataset(dataset)).length > 0) return true;
  }
  return false;
}

/** Whether more or something else is to be done; limits alone change nothing of what is measured. */
function differs(judged: ModelPlan, wanted: ModelPlan): boolean {
  const isNew = (of: 'recipes' | 'devices') => wanted[of].some((name) => !judged[of].includes(name));
  return isNew('recipes') || isNew('devices') || judged.dataset !== wanted.dataset;
}
