import type { Model, Tensor } from './graph.js';

/** Whether a dimension is known at run time only. */
export function isDynamic(tensor: Tensor): boolean {
  return tensor.shapeSignature?.includes(-1) ?? false;
}

/**
 * Makes every dynamic dimension (mostly the batch) a static 1: shape signatures go, and inputs, which
 * some writers give another size, become 1 where they were dynamic.
 *
 * Tensors behind an input keep the shapes that the file has for a dynamic dimension of 1, as converters
 * write them; the runtime computes them anew anyway.
 *
 * @returns names of the inputs that were dynamic, in order.
 */
export function fixDynamicShapes(model: Model): string[] {
  const fixed: string[] = [];
  for (const subgraph of model.subgraphs) {
    for (const input of subgraph.inputs) if (isDynamic(input)) fixed.push(input.name);
    for (const tensor of subgraph.tensors) {
      const { shapeSignature } = tensor;
      if (shapeSignature && tensor.data === null) {
        tensor.shape = tensor.shape.map((dimension, i) => (shapeSignature[i] === -1 ? 1 : dimension));
      }
      tensor.shapeSignature = null;
    }
  }
  return fixed;
}
