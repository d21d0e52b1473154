import type { Model, Tensor } from '../model/graph.js';

/** A model that shows intermediate tensors. */
export interface ObservedModel {
  model: Model;
  /** For each output of `model`, in its order, the tensor that it shows: an object of the given model too. */
  outputs: Tensor[];
}

/**
 * A copy of the model whose outputs are its own ones and then, in the order given, those of `tensors` that
 * the first signature's subgraph computes and that aren't outputs already. Constants, inputs and tensors
 * of other subgraphs are left out, so find a tensor by `outputs.indexOf(tensor)`. The copy shares
 * everything but its lists of outputs with the model.
 */
export function withObservedTensors(model: Model, tensors: Iterable<Tensor>): ObservedModel {
  const signature = model.signatures[0];
  const subgraph = signature?.subgraph ?? model.subgraphs[0]!;
  const computed = new Set(subgraph.operators.flatMap((operator) => operator.outputs));
  const shown = new Set(subgraph.outputs);
  const added = [...new Set(tensors)].filter((tensor) => computed.has(tensor) && !shown.has(tensor));
  const observed = { ...subgraph, outputs: [...subgraph.outputs, ...added] };
  const names = new Set(signature?.outputs.map(({ name }) => name));
  const entries = added.map((tensor) => ({ name: freeName(names, tensor.name), tensor }));
  return {
    model: {
      ...model,
      subgraphs: model.subgraphs.map((each) => (each === subgraph ? observed : each)),
      signatures: model.signatures.map((each) => ({
        ...each,
        subgraph: each.subgraph === subgraph ? observed : each.subgraph,
        outputs: each.subgraph === subgraph ? [...each.outputs, ...entries] : each.outputs,
      })),
    },
    outputs: observed.outputs,
  };
}

/** The name, or the name with a number that no other output has: names of a signature are unique. */
function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let i = 1; taken.has(free); i++) free = `${name}:observed_${i}`;
  taken.add(free);
  return free;
}
