import { cloneModel } from '../../model/clone.js';
import type { Model } from '../../model/graph.js';
import { SessionPool } from '../../runtime/pool.js';
import { count, tell } from '../notes.js';
import { exact, type Fidelity, Judge } from '../sensitivity/judge.js';
import { fidelityText, type Limit, limitOf } from '../sensitivity/limit.js';
import type { Note, Transform, TransformContext } from '../types.js';
import { percent } from './tell-result.js';

/** Sparsities that are tried are multiples of this. */
const step = 0.05;

/** Samples that decide at most. */
const judgingSamples = 500;

export interface SearchOptions {
  maxLoss?: string;
  minSqnr?: string;
  /** The largest sparsity that is tried. */
  most?: number;
  /** Whether the model was pruned before: then nothing is done. */
  isPruned: boolean;
}

/**
 * Prunes a model as much as a limit allows, by bisection over sparsities. Every other calibration sample
 * prunes, and those between judge, so that a model isn't judged by what it was fitted to; the result is then
 * made with all of them.
 *
 * @param pruneTo the transform that prunes to a sparsity
 */
export async function findSparsity(
  pruneTo: (sparsity: number) => Transform,
  model: Model,
  options: SearchOptions,
  context: TransformContext,
): Promise<boolean> {
  const limit = limitOf(model, options);
  if (options.isPruned) {
    tell(
      context,
      'warning',
      'The model was pruned before, and there is no telling from what: nothing was changed.',
    );
    return false;
  }
  const halves = halvesOf(context);
  if (!halves) {
    tell(context, 'warning', `There are no samples to judge by: ${limit.name} prunes nothing.`);
    return false;
  }
  const pool = context.pool ?? new SessionPool();
  try {
    const judge = await Judge.of(cloneModel(model), halves.judging, pool);
    const quiet = { ...context, pool, dataset: halves.dataset };
    const best = await bisect(pruneTo, model, judge, limit, options.most ?? 0.95, quiet);
    if (!best) {
      tell(
        context,
        'warning',
        `Even ${percent(step)} of zeros break the limit ${limit.name}: nothing was pruned.`,
      );
      return false;
    }
    const text = `${fidelityText(best.fidelity)} on ${count(halves.judging.size, 'calibration sample')} that took no part`;
    tell(context, 'info', `${percent(best.sparsity)} of zeros keep the limit ${limit.name}: ${text}.`);
    return await pruneTo(best.sparsity)(model, { ...context, pool });
  } finally {
    if (!context.pool) await pool.close();
  }
}

async function bisect(
  pruneTo: (sparsity: number) => Transform,
  model: Model,
  judge: Judge,
  limit: Limit,
  most: number,
  context: TransformContext,
): Promise<{ sparsity: number; fidelity: Fidelity } | null> {
  let best: { sparsity: number; fidelity: Fidelity } | null = null;
  let [low, high] = [1, Math.floor(most / step + 1e-9)];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sparsity = Math.round(middle * step * 100) / 100;
    const copy = cloneModel(model);
    const notes: Note[] = [];
    const changed = await pruneTo(sparsity)(copy, { ...context, notes });
    const fidelity = changed ? await judge.compare(copy) : exact;
    if (limit.holds(fidelity)) {
      best = { sparsity, fidelity };
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** The calibration samples by turns: a data set that prunes, and samples that judge. */
function halvesOf({ dataset }: TransformContext) {
  const part = dataset?.calibration;
  if (!dataset || dataset.synthetic || !part || part.size < 2) return null;
  const every = (first: number, most: number) => {
    const size = Math.min(most, Math.floor((part.size - first + 1) / 2));
    return { size, sample: (index: number) => part.sample(2 * index + first) };
  };
  return { dataset: { ...dataset, calibration: every(0, Infinity) }, judging: every(1, judgingSamples) };
}
