import { InputError } from '../../base/errors.js';
import { classifierOf } from '../../evaluate/classifier.js';
import type { Model } from '../../model/graph.js';
import type { Fidelity } from './judge.js';

/** How closely a model must follow its source. */
export interface Limit {
  /** As the recipe says it: `"maxLoss: 0.5pp"`. */
  name: string;
  holds(fidelity: Fidelity): boolean;
}

/** What holds where a recipe says neither: the loss for classifiers, the SQNR for all others. */
const defaults = { maxLoss: '0.5pp', minSqnr: '30dB' };

/**
 * The limit that a recipe sets, both halves of it where it names both.
 *
 * @param maxLoss part of the samples whose top class may change, as `0.5pp`
 * @param minSqnr smallest SQNR of the logits, else of the outputs, as `30dB`
 * @throws InputError where classes are to be counted, and the model names none
 */
export function limitOf(model: Model, { maxLoss, minSqnr }: { maxLoss?: string; minSqnr?: string }): Limit {
  const classifier = classifierOf(model, false);
  if (maxLoss && !classifier) {
    throw new InputError('"maxLoss" counts samples that change their class, and the model names no classes', {
      hint: 'Say "minSqnr: 30dB" in the recipe instead',
    });
  }
  const loss = maxLoss ?? (classifier && !minSqnr ? defaults.maxLoss : null);
  const sqnr = minSqnr ?? (loss ? null : defaults.minSqnr);
  return {
    name: [loss && `"maxLoss: ${loss}"`, sqnr && `"minSqnr: ${sqnr}"`].filter(Boolean).join(' and '),
    holds: ({ agreement, sqnrDb }) =>
      // Shares of samples are no exact binary fractions.
      (!loss || 1 - (agreement ?? 1) <= Number.parseFloat(loss) / 100 + 1e-9) &&
      (!sqnr || sqnrDb >= Number.parseFloat(sqnr)),
  };
}

/** `99.0 % of classes agree, 30.3 dB`, as notes say it. */
export function fidelityText({ agreement, sqnrDb }: Fidelity): string {
  const db = sqnrDb === Infinity ? 'no noise' : `${sqnrDb.toFixed(1)} dB`;
  return agreement === null ? db : `${(agreement * 100).toFixed(1)} % of classes agree, ${db}`;
}
