import { InputError } from '../base/errors.js';
import { units } from '../base/units.js';
import type { Dataset } from '../data/types.js';
import { evaluateModel } from '../evaluate/evaluate.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import { OutputCache } from '../evaluate/output-cache.js';
import type { Evaluation } from '../evaluate/types.js';
import { mainSubgraph } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { totalMacs } from '../model/operators/index.js';
import { NotRunnableError } from '../runtime/errors.js';
import { spreadOver } from './calibrate/samples.js';
import { addNote, count } from './notes.js';
import type { Recipe } from './recipe.js';
import { fidelityText } from './sensitivity/limit.js';
import { definitionOf } from './steps.js';
import { transforms } from './transforms.js';
import type { TransformContext } from './types.js';

/** Samples that judge at most, and multiply-accumulates beyond which there are fewer: a few seconds. */
const mostSamples = 500;
const budget = 40e9;
const fewestSamples = 20;

/**
 * Tells how a pruned model does on samples of the data set's evaluation part, beside its source. What can't be
 * judged is said, and is no failure: the model is made.
 */
export async function noteAccuracy(
  source: ModelFile,
  result: ModelFile,
  recipe: Recipe,
  context: Pick<TransformContext, 'dataset' | 'pool' | 'notes' | 'progress'>,
): Promise<void> {
  const { dataset, pool, progress } = context;
  const changes = recipe.steps.some((step) => definitionOf(step, transforms).changesFunction);
  if (!changes || Buffer.compare(source.bytes, result.bytes) === 0) return;
  if (!dataset || dataset.synthetic || dataset.evaluation.size === 0) {
    addNote(context, 'info', 'Accuracy was not measured: there is no data set with samples to judge by.');
    return;
  }
  const part = limited(dataset, source);
  // Its own, since it keeps outputs by the name of the whole data set.
  const options = { progress, cache: new OutputCache(), ...(pool && { pool }) };
  try {
    const after = await evaluateModel(result, part, { ...options, reference: source });
    const before = after.metric === 'fidelity' ? null : await evaluateModel(source, part, options);
    addNote(context, 'info', textOf(after, before));
  } catch (error) {
    if (!(error instanceof InputError || error instanceof NotRunnableError)) throw error;
    addNote(context, 'warning', `Accuracy was not measured: ${error.message}`);
  }
}

/** So many evaluation samples as a model's size leaves room for, evenly over the part. */
function limited(dataset: Dataset, model: ModelFile): Dataset {
  const { operators } = mainSubgraph(graphOf(model));
  const cost = totalMacs(operators);
  const affordable = Math.max(fewestSamples, Math.floor(budget / Math.max(1, 2 * cost)));
  return { ...dataset, evaluation: spreadOver(dataset.evaluation, Math.min(mostSamples, affordable)) };
}

function textOf(after: Evaluation, before: Evaluation | null): string {
  const { format } = units[accuracyUnit(after)];
  const { value, low, high } = after.value;
  const figure = `${after.metric} ${format(value)} (95 % interval ${format(low)} to ${format(high)})`;
  const sides = before ? `${figure}, the source's ${format(before.value.value)}` : figure;
  const { agreement, sqnrDb, logitsSqnrDb } = after;
  const db = logitsSqnrDb ?? sqnrDb;
  const likeness = db === null ? '' : `; beside the source ${fidelityText({ agreement, sqnrDb: db })}`;
  return `On ${count(after.samples, 'evaluation sample')}: ${sides}${likeness}.`;
}
