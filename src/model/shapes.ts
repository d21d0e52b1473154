import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import { computedShape, type Shape } from './operators/computed-shapes.js';
import { operatorName } from './operators/index.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { elementCount, tensorName } from './tensors.js';

/** Whether a dimension is known at run time only. */
export function isDynamic(tensor: Tensor): boolean {
  return tensor.shapeSignature?.includes(-1) ?? false;
}

/**
 * Makes every dynamic dimension static: sizes are settled, and shape signatures go.
 *
 * @returns see `settleShapes`
 */
export function fixDynamicShapes(model: Model): Tensor[] {
  const unknown = settleShapes(model);
  for (const { tensors } of model.subgraphs) for (const tensor of tensors) tensor.shapeSignature = null;
  return unknown;
}

/**
 * Gives tensors with dynamic dimensions the sizes that operators make of those of the inputs, where that is known; else
 * they keep theirs, which is 1 as converters write them. The dimensions stay dynamic.
 *
 * @returns tensors that are none the wiser though inputs are larger than 1
 */
export function settleShapes(model: Model): Tensor[] {
  return model.subgraphs.flatMap(settleShapesIn);
}

function settleShapesIn({ inputs, tensors, operators }: Subgraph): Tensor[] {
  const open = tensors.filter((tensor) => isDynamic(tensor) && tensor.data === null);
  const unknown = new Set(open.filter((tensor) => !inputs.includes(tensor)));
  for (const operator of operators) settle(operator, unknown);
  return inputs.some(isLarger) ? [...unknown] : [];
}

/** Whether a dimension that may have any size has more than 1. */
export const isLarger = ({ shape, shapeSignature }: Tensor): boolean =>
  shape.some((size, axis) => shapeSignature?.[axis] === -1 && size !== 1);

/** Gives an output its size; it is no longer unknown where none of its inputs is. */
function settle(operator: Operator, unknown: Set<Tensor>): void {
  const [output] = operator.outputs;
  if (!output || !unknown.has(output)) return;
  const shape = computedShape(operator, (tensor) => tensor.shape);
  if (shape?.length !== output.shape.length || !shape.every((size) => size >= 0)) return;
  output.shape = output.shape.map((size, axis) =>
    output.shapeSignature![axis] === -1 ? shape[axis]! : size,
  );
  if (!operator.inputs.some((input) => input && unknown.has(input))) unknown.delete(output);
}

/**
 * What is wrong with the shapes that a file without dynamic dimensions gives to what a subgraph computes: LiteRT goes
 * by what operators make of their inputs, and gives an output the memory that the file says.
 *
 * @returns a sentence's beginning for the first operator whose output has another number of elements; null: there is
 *   none among those of which the number is known
 */
export function contradictoryShape({ operators, outputs }: Subgraph): string | null {
  const shapes = new Map<Tensor, Shape>();
  const shown = new Set(outputs);
  for (const operator of operators) {
    const [output] = operator.outputs;
    const shape = output && computedShape(operator, (tensor) => shapes.get(tensor) ?? tensor.shape);
    if (!shape) continue;
    shapes.set(output, shape);
    if (operator.code === BuiltinOperator.DEQUANTIZE && output.type !== TensorType.FLOAT32)
      return `DEQUANTIZE writes ${tensorName(output)} in FLOAT32, and the file says ${TensorType[output.type]}`;
    const isTold = output.hasRank || output.shape.length > 0 || shown.has(output);
    if (isTold && elementCount(shape) !== elementCount(output.shape)) {
      return `${operatorName(operator)} gives ${tensorName(output)} the shape [${shape.join(', ')}], and the file says [${output.shape.join(', ')}]`;
    }
  }
  return null;
}
