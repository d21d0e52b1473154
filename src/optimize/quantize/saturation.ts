import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers } from '../../model/navigate.js';
import { type Kernel, kernelType, ruleOf } from '../../model/operators/index.js';
import type { Range } from './affine.js';

/**
 * For tensors whose readers all saturate, such as the logits of a sigmoid: between which values it matters
 * what they hold. Steps are better spent there. A model's outputs always matter.
 *
 * @param kernelOf what an operator runs in; undefined: float
 */
export function saturations(
  subgraph: Subgraph,
  kernelOf: (operator: Operator) => Kernel | undefined,
): Map<Tensor, Range> {
  const found = new Map<Tensor, Range>();
  for (const [tensor, readers] of consumers(subgraph)) {
    const ranges = readers.map((reader) => kernelOf(reader)?.saturates);
    if (subgraph.outputs.includes(tensor) || !ranges.every((range) => range !== undefined)) continue;
    found.set(tensor, {
      min: Math.min(...ranges.map(({ min }) => min)),
      max: Math.max(...ranges.map(({ max }) => max)),
    });
  }
  return found;
}

/** The kernel that an operator of a finished model runs in; undefined: float, or none that is known. */
export function kernelInUse(operator: Operator): Kernel | undefined {
  const rule = ruleOf(operator);
  const type = rule && kernelType(operator, rule);
  return type ? rule.kernels[type] : undefined;
}
