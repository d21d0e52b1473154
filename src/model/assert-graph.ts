import type { Model, Subgraph, Tensor } from './graph.js';
import { calledSubgraphs } from './navigate.js';
import { BuiltinOperator } from './schema/index.js';
import type { Source } from './source.js';
import { elementCount } from './tensors.js';

/**
 * Checks what every walk over a graph relies on: there is a subgraph, operators come after what they
 * read, a tensor is computed once, and no subgraph calls itself.
 */
export function assertGraph(model: Model, source: Source): void {
  if (model.subgraphs.length === 0) source.fail('model', 'it has no subgraph, so there is nothing to run');
  model.subgraphs.forEach((subgraph, index) => {
    assertOrder(subgraph, model.subgraphs.length > 1 ? `subgraph ${index}, ` : '', source);
  });
  assertCalls(model, source);
}

function assertOrder(subgraph: Subgraph, prefix: string, source: Source): void {
  const computed = new Set<Tensor>(subgraph.operators.flatMap(({ outputs }) => outputs));
  const ready = new Set<Tensor>(subgraph.inputs);
  const missing = new Set<Tensor>();
  subgraph.operators.forEach((operator, index) => {
    const place = `${prefix}operator ${index} (${operator.customCode ?? BuiltinOperator[operator.code]})`;
    for (const input of operator.inputs) {
      if (input === null || input.data !== null || ready.has(input)) continue;
      // A variable, too, or a walk from operator to operator would have no end.
      if (computed.has(input)) source.fail(place, `it reads "${input.name}" before that is computed`);
      if (input.isVariable) continue;
      if (elementCount(input.shape) > 0) missing.add(input);
    }
    for (const output of operator.outputs) {
      if (output.data !== null) source.fail(place, `it computes "${output.name}", which is a constant`);
      if (ready.has(output)) source.fail(place, `it computes "${output.name}", which is there already`);
      ready.add(output);
    }
  });
  for (const tensor of missing)
    source.warn(`${prefix}tensor "${tensor.name}"`, 'it is read, but nothing computes it');
}

/** Takes away subgraphs that nothing left calls, until none is left or all that are left call each other. */
function assertCalls(model: Model, source: Source): void {
  const calls = model.subgraphs.map((subgraph) => [...new Set(subgraph.operators.flatMap(calledSubgraphs))]);
  const callers = calls.map(() => 0);
  calls.forEach((called, index) => {
    for (const other of called) {
      if (!(other in calls)) {
        source.fail(`subgraph ${index}`, `it calls subgraph ${other}, and the file has ${calls.length}`);
      }
      callers[other]!++;
    }
  });
  const free = callers.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of free) {
    for (const other of calls[index]!) if (--callers[other]! === 0) free.push(other);
  }
  if (free.length < calls.length) {
    source.fail(
      `subgraph ${callers.findIndex((count) => count > 0)}`,
      'it calls itself, directly or by others',
    );
  }
}
