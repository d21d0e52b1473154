import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import { computedShape } from './operators/computed-shapes.js';

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
