import { InputError } from '../../base/errors.js';
import type { Operator } from '../../model/graph.js';
import { addNote, count, listOf, nameOf } from '../notes.js';
import type { TransformContext } from '../types.js';
import type { Examples } from './examples.js';
import type { Plan } from './plan.js';
import type { TrainResult } from './train.js';

/**
 * Tells what can't be trained.
 *
 * @returns whether there is anything to train
 * @throws InputError where operators without gradient leave nothing to train
 */
export function refuseOrNote({ weights, blocking, frozen }: Plan, context: TransformContext): boolean {
  const [first] = blocking;
  if (weights.length === 0 && first && !isQuantized(first.operator)) {
    throw new InputError(`nothing can be trained behind it, because ${first.reason}`, {
      place: nameOf(first.operator),
      hint: 'Leave "finetune" out of the recipe; "prune" repairs layers without training',
    });
  }
  if (weights.length === 0) {
    const message =
      'Nothing was fine-tuned: the model has no float weights. Put "finetune" before "quantize", on the float model.';
    addNote(context, 'warning', message);
    return false;
  }
  if (first) {
    const names = listOf(blocking.map(({ operator }) => nameOf(operator)));
    const stay = frozen.length === 1 ? '1 layer stays as it is' : `${frozen.length} layers stay as they are`;
    addNote(context, 'warning', `Nothing is trained through ${names} (${first.reason}): ${stay}.`);
  }
  return true;
}

function isQuantized({ inputs, outputs }: Operator): boolean {
  return [...inputs, ...outputs].some((tensor) => (tensor?.quantization?.scale.length ?? 0) > 0);
}

const endings: Record<TrainResult['stopped'], string> = {
  done: '',
  budget: ' It ran out of its minutes.',
  diverged: ' It was stopped where its loss was no number any more: a smaller "learningRate" may help.',
};

/** What is to be told with a training's result. */
interface Told {
  examples: Examples;
  labels: boolean;
  minutes: number;
  /** Epochs. */
  wanted: number;
}

/** Tells how training went. */
export function noteResult(
  result: TrainResult,
  { examples, labels, minutes, wanted }: Told,
  context: TransformContext,
): void {
  const { before, after, epochs, stopped, planned } = result;
  const samples = count(examples.samples, labels ? 'labelled sample' : 'unlabelled sample');
  if (!result.isBetter) {
    const reason = result.hasPruned
      ? endings[stopped]
      : ' Its last step came before its "sparsity" was reached.';
    const kept = `Fine-tuning on ${samples} found no better weights: they stay as they were.${reason}`;
    addNote(context, 'warning', kept);
    return;
  }
  const fell = `their loss fell from ${before.toPrecision(3)} to ${after.toPrecision(3)}`;
  addNote(context, 'info', `Fine-tuned for ${count(epochs, 'epoch')} on ${samples}: ${fell}.`);
  if (stopped === 'budget' || planned < wanted) {
    addNote(context, 'warning', `Of ${count(wanted, 'epoch')}, ${epochs} fitted into ${minutes} minutes.`);
  } else if (stopped === 'diverged') addNote(context, 'warning', `Fine-tuning:${endings.diverged}`);
}
