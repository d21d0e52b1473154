import type { Subgraph, Tensor } from '../../../model/graph.js';
import { inputRole, ruleOf } from '../../../model/operators/index.js';

/**
 * Gives every operator biases and other small constants of its own. Converters store equal ones once, such as
 * biases of nothing but zeros, which would tie the channels of layers together that have nothing else in
 * common. Their bytes stay shared until some are cut. Weights that several operators read stay one.
 *
 * @returns what takes it back
 */
export function ownConstants(subgraph: Subgraph): () => void {
  const tensors = [...subgraph.tensors];
  const inputs = subgraph.operators.map((operator) => operator.inputs);
  const seen = new Set<Tensor>();
  for (const operator of subgraph.operators) {
    const rule = ruleOf(operator);
    operator.inputs = operator.inputs.map((input, position) => {
      if (!input?.data || !rule || !['bias', 'activation'].includes(inputRole(rule, position))) return input;
      if (!seen.has(input)) {
        seen.add(input);
        return input;
      }
      const own = { ...input, shape: [...input.shape] };
      subgraph.tensors.push(own);
      return own;
    });
  }
  return () => {
    subgraph.tensors = tensors;
    subgraph.operators.forEach((operator, i) => {
      operator.inputs = inputs[i]!;
    });
  };
}
