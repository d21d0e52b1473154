import { openDatasetFor } from '../data/for-model.js';
import { evaluateModel } from '../evaluate/evaluate.js';
import type { Evaluation } from '../evaluate/types.js';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import { type InputShapes, withInputShapes } from '../model/input-shapes.js';
import type { CallOptions } from './calling.js';
import { type ModelSource, openModel } from './model-source.js';

export interface EvaluateOptions extends CallOptions {
  /** Path of a data-set file (docs/datasets.md), whose evaluation part judges. */
  dataset: string;
  /** The model that outputs are compared with: the float one, mostly. */
  reference?: ModelSource;
  /** By an input's name its shape, where the model leaves it open and samples have none: `{ audio: [1, 16000] }`. */
  inputs?: InputShapes;
}

/**
 * Runs a model in LiteRT over a data set and tells how well it does: `top-1` (0 to 1) where there are labels, `mse`
 * where the model reconstructs its input, else its `fidelity` to the reference; each with a 95 % interval. Where there
 * is a reference, also how often both agree (0 to 1) and the SQNR between them (dB). Uses all of the machine's cores.
 *
 * @throws InputError for a broken model, a data set that doesn't fit it, and where there is nothing to judge by;
 *   NotRunnableError for a model that LiteRT refuses; the signal's reason
 */
export function evaluate(model: ModelSource, options: EvaluateOptions): Promise<Evaluation> {
  return atWorkbench(options, (bench) => evaluateAt(bench, model, options));
}

/** `evaluate` at a workbench. */
export async function evaluateAt(
  { pool, progress }: Workbench,
  source: ModelSource,
  options: Pick<EvaluateOptions, 'dataset' | 'reference' | 'inputs'>,
): Promise<Evaluation> {
  const { model, dataset } = await openDatasetFor(options.dataset, await openModel(source), options.inputs);
  const other = options.reference === undefined ? null : await openModel(options.reference);
  const reference = other && withInputShapes(other, { ...options.inputs, ...dataset.shapes });
  return evaluateModel(model, dataset, { ...(reference && { reference }), pool, progress });
}
