import { InputError } from '../base/errors.js';
import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import { producers } from './navigate.js';
import { factsOf } from './operators/index.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { elementCount } from './tensors.js';

/** An input that samples are read for. */
export interface ModelInput {
  name: string;
  /** With the batch dimension, which is 1. */
  shape: readonly number[];
  /** The same with -1 for what the model leaves open and samples may settle; left out: nothing. */
  open?: readonly number[];
}

/** An input, and what its values may be. */
interface TypedInput extends ModelInput {
  type: TensorType;
  /** Scale and zero point of a quantized input. */
  quantization: { scale: number; zeroPoint: number } | null;
}

/** What evaluation and data sets need to know of a model. */
interface ModelInterface {
  /** In the order of the model; for `openDataset` and `randomDataset`. */
  inputs: TypedInput[];
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

/** Inputs and classes of a model, as `openDataset` and `randomDataset` take them. */
export function modelInterface(model: Model): ModelInterface {
  const subgraph = mainSubgraph(model);
  const names = new Map(model.signatures[0]?.inputs.map(({ name, tensor }) => [tensor, name]));
  const inputs = subgraph.inputs.map((tensor) => ({
    name: names.get(tensor) ?? tensor.name,
    shape: tensor.shape,
    ...(isOpen(tensor) && { open: tensor.shapeSignature! }),
    type: tensor.type,
    quantization: quantizationOf(tensor),
  }));
  return { inputs, classes: classesOf(subgraph.outputs[0], headOf(subgraph)) };
}

/** Whether a dimension other than the batch has no size of its own. */
function isOpen({ shape, shapeSignature }: Tensor): boolean {
  return shapeSignature?.some((size, axis) => size === -1 && (axis > 0 || shape.length === 1)) ?? false;
}

function quantizationOf({ quantization }: Tensor): { scale: number; zeroPoint: number } | null {
  const scale = quantization?.scale[0];
  return scale ? { scale, zeroPoint: Number(quantization!.zeroPoint[0] ?? 0n) } : null;
}

/** The operator that computes the first output, conversions passed over; null: an input or a constant. */
export function headOf(subgraph: Subgraph): Operator | null {
  const computedBy = producers(subgraph);
  let operator = subgraph.outputs[0] && computedBy.get(subgraph.outputs[0]);
  while (operator && factsOf(operator).transparent) {
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
export function classesOf(output: Tensor | undefined, head: Operator | null): number | null {
  if (!output || isClassNumber(output) || isOpen(output)) return null;
  const shape = output.shape;
  const count = elementCount(shape);
  if (count === 1) return head?.code === BuiltinOperator.LOGISTIC ? 2 : null;
  return shape.at(-1) === count ? count : null;
}

/** Whether an output is the number of a class, as ARG_MAX's. */
export function isClassNumber(tensor: Tensor): boolean {
  const { type } = tensor;
  return elementCount(tensor.shape) === 1 && (type === TensorType.INT32 || type === TensorType.INT64);
}
