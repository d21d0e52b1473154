import type { Model } from '../../../model/graph.js';
import { NotRunnableError } from '../../../runtime/errors.js';
import { SessionPool } from '../../../runtime/pool.js';
import { addNote } from '../../notes.js';
import { remember } from '../../reconstruct/original.js';
import type { TransformContext } from '../../types.js';
import { equalize } from './equalize.js';
import { refine } from './refine.js';

/**
 * Quantizes a model by ranges and rounding.
 *
 * @param headroom whether 8-bit activations get room for values of later samples
 * @returns how much was changed
 */
export type QuantizeToNearest = (
  model: Model,
  context: TransformContext,
  headroom: boolean,
) => Promise<number>;

/**
 * Quantizes a model by ranges and rounding, and makes the best of it by what the calibration samples say:
 * activations' channels are equalized before, weights and biases fitted to the float model after it.
 *
 * `effort: fast`, noise in place of samples, and a model that LiteRT can't run get ranges and rounding only.
 *
 * @param storesActivations whether activations will be stored in 8 bits
 * @returns what `toNearest` returns: how much was changed
 */
export async function quantizeByReconstruction(
  model: Model,
  toNearest: QuantizeToNearest,
  storesActivations: boolean,
  context: TransformContext,
): Promise<number> {
  const { dataset, effort } = context;
  if (effort === 'fast' || !dataset?.calibration.size || dataset.synthetic) {
    return toNearest(model, context, false);
  }
  const pool = context.pool ?? new SessionPool();
  const shared = { ...context, pool };
  try {
    if (storesActivations) await orSkip(() => equalize(model, shared));
    const original = remember(model);
    const changed = await toNearest(model, shared, true);
    const problem = changed > 0 ? await orSkip(() => refine(original, model, shared)) : null;
    if (problem) addNote(context, 'warning', `Weights are merely rounded: ${problem}.`);
    return changed;
  } finally {
    if (!context.pool) await pool.close();
  }
}

/** Does what helps but isn't needed; returns why LiteRT couldn't, else null. */
async function orSkip(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof NotRunnableError) return error.problem;
    throw error;
  }
}
