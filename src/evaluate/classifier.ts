import type { Model } from '../model/graph.js';
import { classesOf, headOf, isClassNumber, mainSubgraph } from '../model/interface.js';
import { BuiltinOperator } from '../model/schema/index.js';
import { elementCount } from '../model/tensors.js';

/** How a model's first output becomes a class. */
export interface Classifier {
  /** How many classes there are; null: the model gives class numbers and doesn't say how many. */
  classes: number | null;
  /** Class number of an output; −1 where the output isn't finite. */
  predict(output: Float32Array): number;
}

/**
 * How the first output names a class, or null where it doesn't.
 *
 * @param labelled the data has labels, so that numbers without a SOFTMAX are taken for scores of
 *   classes, too
 */
export function classifierOf(model: Model, labelled: boolean): Classifier | null {
  const subgraph = mainSubgraph(model);
  const output = subgraph.outputs[0];
  const head = headOf(subgraph);
  if (!output) return null;
  if (isClassNumber(output) && (labelled || head?.code === BuiltinOperator.ARG_MAX)) {
    return { classes: null, predict: ([number]) => number! };
  }
  const logistic = head?.code === BuiltinOperator.LOGISTIC;
  if (elementCount(output.shape) === 1 && (labelled || logistic)) {
    return { classes: 2, predict: aboveThreshold(logistic ? 0.5 : 0) };
  }
  const classes = classesOf(output, head);
  const scores = labelled || head?.code === BuiltinOperator.SOFTMAX;
  return classes !== null && classes > 1 && scores ? { classes, predict: largest } : null;
}

/** Class 1 from the threshold on: one half of a probability, 0 of a logit. */
function aboveThreshold(threshold: number) {
  return ([score]: Float32Array) => (Number.isNaN(score) ? -1 : score! >= threshold ? 1 : 0);
}

/** The number of the largest value, the first of equals. */
function largest(values: Float32Array): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) return -1;
    if (values[i]! > values[best]!) best = i;
  }
  return best;
}
