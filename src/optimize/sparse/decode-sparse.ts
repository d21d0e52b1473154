import { removeOperators, removeUnusedTensors, replaceInput } from '../../model/edit.js';
import type { Model, Tensor } from '../../model/graph.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { densify, isUnpackable } from '../../model/sparsity.js';
import type { Transform } from '../types.js';

/**
 * Stores sparse constants dense, and takes out the DENSIFY operators that unpacked them, so that weights can be
 * read and changed like any others.
 *
 * @returns how to undo that as long as nothing else has changed; null: there were none
 */
export function decodeSparse(model: Model): (() => void) | null {
  const sparse = model.subgraphs.flatMap(({ tensors }) => tensors).filter(isUnpackable);
  if (sparse.length === 0) return null;
  const undo = snapshot(model);
  for (const tensor of sparse) {
    tensor.data = densify(tensor);
    tensor.sparsity = null;
  }
  for (const subgraph of model.subgraphs) {
    const unpackers = subgraph.operators.filter(
      ({ code, inputs, outputs }) =>
        code === BuiltinOperator.DENSIFY &&
        inputs[0]?.data &&
        !inputs[0].sparsity &&
        !subgraph.outputs.includes(outputs[0]!),
    );
    for (const { inputs, outputs } of unpackers) replaceInput(subgraph, outputs[0]!, inputs[0]!);
    removeOperators(subgraph, unpackers);
  }
  removeUnusedTensors(model);
  return undo;
}

/** Remembers what decoding changes. */
function snapshot(model: Model): () => void {
  const constants = model.subgraphs
    .flatMap(({ tensors }) => tensors)
    .map((tensor): [Tensor, Tensor] => [tensor, { ...tensor }]);
  const graphs = model.subgraphs.map(({ tensors, operators }) => ({
    tensors: [...tensors],
    operators: [...operators],
    inputs: operators.map(({ inputs }) => inputs),
  }));
  return () => {
    for (const [tensor, before] of constants) Object.assign(tensor, before);
    for (const [i, { tensors, operators, inputs }] of graphs.entries()) {
      Object.assign(model.subgraphs[i]!, { tensors, operators });
      for (const [k, operator] of operators.entries()) operator.inputs = inputs[k]!;
    }
  };
}

/** A transform that sees dense constants; where it changes nothing, sparse ones stay so. */
export function onDense(transform: Transform): Transform {
  return async (model, context) => {
    const undo = decodeSparse(model);
    const changed = await transform(model, context);
    if (!changed) undo?.();
    return changed;
  };
}
