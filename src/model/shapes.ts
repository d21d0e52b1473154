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
 * Makes every dynamic dimension (mostly the batch) static: shape signatures go, and inputs, which some writers give
 * another size, become 1 where they were dynamic. Tensors behind an input become there what their operators make of
 * that, where it is known; else 1, as converters write them.
 *
 * @returns names of the inputs that were dynamic, in order.
 */
export function fixDynamicShapes(model: Model): string[] {
  const fixed: string[] = [];
  for (const subgraph of model.subgraphs) {
    for (const input of subgraph.inputs) if (isDynamic(input)) fixed.push(input.name);
    const open = new Map<Tensor, Shape>();
    for (const tensor of subgraph.tensors) {
      const { shapeSignature } = tensor;
      if (shapeSignature && tensor.data === null) {
        open.set(tensor, shapeSignature);
        setOpen(tensor, shapeSignature, []);
      }
      tensor.shapeSignature = null;
    }
    for (const operator of subgraph.operators) settle(operator, open);
  }
  return fixed;
}

function settle(operator: Operator, open: ReadonlyMap<Tensor, Shape>): void {
  const [output] = operator.outputs;
  const signature = output && open.get(output);
  if (!signature?.includes(-1)) return;
  const shape = computedShape(operator, (tensor) => tensor.shape);
  if (shape?.length === output!.shape.length && shape.every((size) => size >= 0))
    setOpen(output!, signature, shape);
}

function setOpen(tensor: Tensor, signature: Shape, sizes: Shape): void {
  tensor.shape = tensor.shape.map((size, i) => (signature[i] === -1 ? (sizes[i] ?? 1) : size));
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
