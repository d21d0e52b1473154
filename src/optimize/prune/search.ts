import { cloneModel } from '../../model/clone.js';
import type { Model } from '../../model/graph.js';
import { SessionPool } from '../../runtime/pool.js';
import { addNote, count } from '../notes.js';
import { exact, type Fidelity, Judge } from '../sensitivity/judge.js';
import { fidelityText, type Limit, limitOf } from '../sensitivity/limit.js';
import type { Note, Transform, TransformContext } from '../types.js';
import { prunedFrom } from '../zeros.js';
import { percent } from './result-notes.js';
import { searchRecord } from './search-record.js';

/** Sparsities that are tried are multiples of this. */
const step = 0.05;

/** Samples that decide at most. */
const judgingSamples = 500;

interface SearchOptions {
  maxLoss?: string;
  minSqnr?: string;
  /** The largest sparsity that is tried. */
  most?: number;
  /** What is searched, as JSON: a model in which it was found before isn't searched again. */
  step: string;
  /** Part of the model's weights that is zero, as it is now. */
  zeros: () => number;
}

/**
 * Prunes a model as much as a limit allows, by bisection over sparsities. Every other calibration sample
 * prunes, and those between judge, so that a model isn't judged by what it was fitted to; the result is then
 * made with all of them. The limit counts from the model as it is, whatever of it is zero, and the result keeps a
 * record of the search, so that a second run changes nothing.
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
  const before = options.zeros();
  const record = searchRecord.read(model);
  if (record?.step === options.step && before >= record.zeros) {
    addNote(context, 'info', `The model was pruned by the limit ${limit.name} before: nothing was changed.`);
    return false;
  }
  const halves = halvesOf(context);
  if (!halves) {
    addNote(context, 'warning', `There are no samples to judge by: ${limit.name} prunes nothing.`);
    return false;
  }
  const pool = context.pool ?? new SessionPool();
  try {
    const judge = await Judge.of(cloneModel(model), halves.judging, pool);
    const quiet = { ...context, pool, dataset: halves.dataset };
    const best = await bisect(pruneTo, model, judge, limit, options.most ?? 0.95, quiet);
    if (!best) {
      const least = percent(Math.max(step, before));
      const problem =
        before >= prunedFrom ? `More zeros than the ${least} there are` : `Even ${least} of zeros`;
      addNote(context, 'warning', `${problem} break the limit ${limit.name}: nothing was pruned.`);
      return false;
    }
    noteFound(best, before, halves.judging.size, limit, context);
    const changed = await pruneTo(best.sparsity)(model, { ...context, pool });
    if (changed) searchRecord.write(model, { step: options.step, zeros: options.zeros() });
    return changed;
  } finally {
    if (!context.pool) await pool.close();
  }
}

function noteFound(
  { sparsity, fidelity }: Found,
  before: number,
  samples: number,
  limit: Limit,
  context: TransformContext,
): void {
  const judged = `${fidelityText(fidelity)} on ${count(samples, 'calibration sample')} that took no part`;
  const from =
    before >= prunedFrom
      ? ` ${percent(before)} were zero before: what the model was without them isn't known, so the limit counts from there.`
      : '';
  addNote(context, 'info', `${percent(sparsity)} of zeros keep the limit ${limit.name}: ${judged}.${from}`);
}

/** A sparsity that keeps the limit, and how closely the model then follows what it was. */
interface Found {
  sparsity: number;
  fidelity: Fidelity;
}

/** The largest sparsity that changes the model and keeps the limit; null: there is none. */
async function bisect(
  pruneTo: (sparsity: number) => Transform,
  model: Model,
  judge: Judge,
  limit: Limit,
  most: number,
  context: TransformContext,
): Promise<Found | null> {
  let best: Found | null = null;
  let [low, high] = [1, Math.floor(most / step + 1e-9)];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sparsity = Math.round(middle * step * 100) / 100;
    const copy = cloneModel(model);
    const notes: Note[] = [];
    const changed = await pruneTo(sparsity)(copy, { ...context, notes });
    const fidelity = changed ? await judge.compare(copy) : exact;
    if (limit.holds(fidelity)) {
      if (changed) best = { sparsity, fidelity };
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
