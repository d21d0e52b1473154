import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import { usedTensors } from './navigate.js';

/**
 * A tensor name that the subgraph doesn't have yet: `base`, else `base_1`, `base_2`, … LiteRT doesn't ask
 * for unique names; people and tools that compare layers do.
 */
export function freshName(subgraph: Subgraph, base: string): string {
  const names = new Set(subgraph.tensors.map(({ name }) => name));
  if (!names.has(base)) return base;
  let number = 1;
  while (names.has(`${base}_${number}`)) number++;
  return `${base}_${number}`;
}

/** Adds tensors to the subgraph's list, those apart that it has already. */
export function addTensors(subgraph: Subgraph, ...tensors: Tensor[]): void {
  const known = new Set(subgraph.tensors);
  for (const tensor of tensors) if (!known.has(tensor)) subgraph.tensors.push(tensor);
}

/**
 * Inserts operators, in the order given, right before `next`; at the end where `next` is null. Their
 * tensors join the subgraph's list.
 */
export function insertBefore(subgraph: Subgraph, next: Operator | null, ...operators: Operator[]): void {
  const at = next === null ? subgraph.operators.length : subgraph.operators.indexOf(next);
  if (at < 0) throw new Error('the operator to insert before is not in the subgraph');
  subgraph.operators.splice(at, 0, ...operators);
  for (const { inputs, outputs, intermediates } of operators) {
    addTensors(subgraph, ...[...inputs, ...outputs, ...intermediates].filter((tensor) => tensor !== null));
  }
}

/** Inserts operators, in the order given, right behind `previous`; at the start where it is null. */
export function insertAfter(subgraph: Subgraph, previous: Operator | null, ...operators: Operator[]): void {
  const at = previous === null ? 0 : subgraph.operators.indexOf(previous) + 1;
  if (previous !== null && at === 0) throw new Error('the operator to insert after is not in the subgraph');
  insertBefore(subgraph, subgraph.operators[at] ?? null, ...operators);
}

/** Removes operators; their tensors stay until `removeUnusedTensors`. */
export function removeOperators(subgraph: Subgraph, operators: Iterable<Operator>): void {
  const gone = new Set(operators);
  subgraph.operators = subgraph.operators.filter((operator) => !gone.has(operator));
}

/** Lets operators read `to` in place of `from`: all of the subgraph, or those given. */
export function replaceInput(
  subgraph: Subgraph,
  from: Tensor,
  to: Tensor,
  operators: Iterable<Operator> = subgraph.operators,
): void {
  addTensors(subgraph, to);
  for (const operator of operators) {
    operator.inputs = operator.inputs.map((input) => (input === from ? to : input));
  }
}

/** Makes `to` an output of the subgraph, and of signatures, wherever `from` was one. */
export function replaceOutput(model: Model, subgraph: Subgraph, from: Tensor, to: Tensor): void {
  addTensors(subgraph, to);
  subgraph.outputs = subgraph.outputs.map((output) => (output === from ? to : output));
  for (const signature of model.signatures) {
    if (signature.subgraph !== subgraph) continue;
    for (const entry of signature.outputs) if (entry.tensor === from) entry.tensor = to;
  }
}

/** Makes `to` an input of the subgraph, and of signatures, wherever `from` was one; operators keep theirs. */
export function replaceGraphInput(model: Model, subgraph: Subgraph, from: Tensor, to: Tensor): void {
  addTensors(subgraph, to);
  subgraph.inputs = subgraph.inputs.map((input) => (input === from ? to : input));
  for (const signature of model.signatures) {
    if (signature.subgraph !== subgraph) continue;
    for (const entry of signature.inputs) if (entry.tensor === from) entry.tensor = to;
  }
}

/** Removes the tensors that nothing of the model refers to. */
export function removeUnusedTensors(model: Model): void {
  const used = usedTensors(model);
  for (const subgraph of model.subgraphs) {
    subgraph.tensors = subgraph.tensors.filter((tensor) => used.has(tensor));
  }
}
