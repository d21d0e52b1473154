import type { Model, Signature, Subgraph, Tensor } from '../model/graph.js';
import { factsOf } from '../model/operators/index.js';

/**
 * A copy of the model that shows intermediate tensors: its outputs are its own ones and then, in the order
 * given, those of `tensors` that its first signature's subgraph computes and that aren't outputs already.
 * Left out are inputs, tensors of other subgraphs, and what doesn't depend on the inputs' values: constants,
 * what is computed of constants, and shapes, all of which LiteRT knows since loading and doesn't show.
 *
 * The copy shares everything but its lists of outputs with the model, so that the position of a tensor is
 * `observed.subgraphs[i].outputs.indexOf(tensor)`.
 */
export function withObservedTensors(model: Model, tensors: Iterable<Tensor>): Model {
  const signature = model.signatures[0];
  const subgraph = signature?.subgraph ?? model.subgraphs[0]!;
  const computed = computedFromInputs(subgraph);
  const shown = new Set(subgraph.outputs);
  const added = [...new Set(tensors)].filter((tensor) => computed.has(tensor) && !shown.has(tensor));
  const observed = { ...subgraph, outputs: [...subgraph.outputs, ...added] };
  return {
    ...model,
    subgraphs: model.subgraphs.map((each) => (each === subgraph ? observed : each)),
    signatures: model.signatures.map((each) =>
      each.subgraph === subgraph ? extendSignature(each, observed, added) : each,
    ),
  };
}

function computedFromInputs({ inputs, operators }: Subgraph): Set<Tensor> {
  const varying = new Set(inputs);
  for (const operator of operators) {
    if (factsOf(operator).tellsShape || !operator.inputs.some((input) => input && varying.has(input)))
      continue;
    for (const output of operator.outputs) varying.add(output);
  }
  for (const input of inputs) varying.delete(input);
  return varying;
}

/** LiteRT refuses a signature that doesn't name every output. */
function extendSignature(signature: Signature, subgraph: Subgraph, added: Tensor[]): Signature {
  const names = new Set(signature.outputs.map(({ name }) => name));
  const entries = added.map((tensor) => ({ name: freeName(names, tensor.name), tensor }));
  return { ...signature, subgraph, outputs: [...signature.outputs, ...entries] };
}

/** The name, or the name with a number that no other output has: names of a signature are unique. */
function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let i = 1; taken.has(free); i++) free = `${name}:observed_${i}`;
  taken.add(free);
  return free;
}
