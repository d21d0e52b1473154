import { removeOperators } from '../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../model/graph.js';
import { ruleOf } from '../model/operators/index.js';

/**
 * Removes operators whose results nobody reads. Operators of the table have no effect but their results;
 * others may print, count or call, and stay.
 *
 * @param may which operators may be removed; left out: all
 */
export function removeDeadOperators(
  subgraph: Subgraph,
  may: (operator: Operator) => boolean = () => true,
): void {
  const read = new Set<Tensor | null>(subgraph.outputs);
  const dead: Operator[] = [];
  for (let i = subgraph.operators.length - 1; i >= 0; i--) {
    const operator = subgraph.operators[i]!;
    const isRead = operator.outputs.some((output) => read.has(output) || output.isVariable);
    if (!isRead && ruleOf(operator) && may(operator)) dead.push(operator);
    else for (const input of operator.inputs) read.add(input);
  }
  removeOperators(subgraph, dead);
}
