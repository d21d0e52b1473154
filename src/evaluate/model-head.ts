import { InputError } from '../errors.js';
import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import { producers } from '../model/navigate.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { elementCount, type ModelInput } from './formats/format.js';
import type { Classifier } from './metrics/metric.js';
import type { RandomInput } from './random-dataset.js';

/** What evaluation and data sets need to know of a model. */
export interface ModelInterface {
  /** In the order of the model; for `openDataset` and `randomDataset`. */
  inputs: (ModelInput & RandomInput)[];
  /** Classes that the first output tells apart, as far as its shape says; null: it says nothing. */
  classes: number | null;
}

/**
 * The subgraph that callers run: the first signature's, else the first.
 *
 * @throws InputError where there is none
 */
export function mainSubgraph(model: Model): Subgraph {
  const subgraph = model.signatures[0]?.subgraph ?? model.subgraphs[0];
  if (!subgraph) throw new InputError('the model has no subgraph to run');
  return subgraph;
}

/** A tensor's shape with 1 for every dimension that is known at run time only, as the runtime fixes it; a constant's is known. */
export function staticShape({ shape, shapeSignature, data }: Tensor): number[] {
  return shape.map((size, i) => (shapeSignature?.[i] === -1 && data === null ? 1 : size));
}

/** Inputs and classes of a model, as `openDataset` and `randomDataset` take them. */
export function modelInterface(model: Model): ModelInterface {
  const subgraph = mainSubgraph(model);
  const names = new Map(model.signatures[0]?.inputs.map(({ name, tensor }) => [tensor, name]));
  const inputs = subgraph.inputs.map((tensor) => ({
    name: names.get(tensor) ?? tensor.name,
    shape: staticShape(tensor),
    type: tensor.type,
    quantization: quantizationOf(tensor),
  }));
  return { inputs, classes: classesOf(subgraph.outputs[0], headOf(subgraph)) };
}

function quantizationOf({ quantization }: Tensor): { scale: number; zeroPoint: number } | null {
  const scale = quantization?.scale[0];
  return scale ? { scale, zeroPoint: Number(quantization!.zeroPoint[0] ?? 0n) } : null;
}

/** Operators that only convert or rearrange: what is behind them is what the model computes last. */
const transparent = new Set([
  BuiltinOperator.DEQUANTIZE,
  BuiltinOperator.QUANTIZE,
  BuiltinOperator.RESHAPE,
  BuiltinOperator.SQUEEZE,
]);

/** The operator that computes the first output, conversions passed over; null: an input or a constant. */
function headOf(subgraph: Subgraph): Operator | null {
  const computedBy = producers(subgraph);
  let operator = subgraph.outputs[0] && computedBy.get(subgraph.outputs[0]);
  while (operator && transparent.has(operator.code)) {
    const input: Tensor | null | undefined = operator.inputs[0];
    operator = input ? computedBy.get(input) : undefined;
  }
  return operator ?? null;
}

/** The logits: the input of a final SOFTMAX; null where the model doesn't end in one. */
export function logitsOf(model: Model): Tensor | null {
  const head = headOf(mainSubgraph(model));
  return head?.code === BuiltinOperator.SOFTMAX ? (head.inputs[0] ?? null) : null;
}

/** Classes by shape: [1, N] and [1, 1, 1, N] are N, one output of a LOGISTIC is two. */
function classesOf(output: Tensor | undefined, head: Operator | null): number | null {
  if (!output || isClassNumber(output)) return null;
  const shape = staticShape(output);
  const count = elementCount(shape);
  if (count === 1) return head?.code === BuiltinOperator.LOGISTIC ? 2 : null;
  return shape.at(-1) === count ? count : null;
}

function isClassNumber(tensor: Tensor): boolean {
  const { type } = tensor;
  return elementCount(staticShape(tensor)) === 1 && (type === TensorType.INT32 || type === TensorType.INT64);
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
  if (elementCount(staticShape(output)) === 1 && (labelled || logistic)) {
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
