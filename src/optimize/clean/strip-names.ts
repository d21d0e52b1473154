import type { Model, Subgraph, Tensor } from '../../model/graph.js';

/**
 * Metadata that says how a model was made: nothing that runs it reads them. Others stay: the smallest
 * runtime version, what an application finds its labels by, permission to compute in half precision.
 */
const ofTheConverter = new Set(['CONVERSION_METADATA', 'debug_metadata']);

/**
 * Removes the names of tensors and subgraphs, the description and the converter's metadata. Signatures
 * have names of their own and keep them; a subgraph without a signature is called by the names of its
 * inputs and outputs, which stay.
 *
 * @returns whether there was anything to remove
 */
export function stripNames(model: Model): boolean {
  const kept = model.metadata.filter(({ name }) => !ofTheConverter.has(name));
  let changed = kept.length < model.metadata.length || model.description !== null;
  model.description = null;
  if (kept.length < model.metadata.length) model.metadata = kept;
  for (const subgraph of model.subgraphs)
    changed = stripSubgraph(subgraph, calledByNames(model, subgraph)) || changed;
  return changed;
}

function stripSubgraph(subgraph: Subgraph, kept: ReadonlySet<Tensor>): boolean {
  const named = subgraph.tensors.filter((tensor) => tensor.name !== '' && !kept.has(tensor));
  for (const tensor of named) tensor.name = '';
  const hadName = subgraph.name !== null;
  subgraph.name = null;
  delete subgraph.debugMetadataIndex;
  for (const operator of subgraph.operators) delete operator.debugMetadataIndex;
  return named.length > 0 || hadName;
}

function calledByNames({ signatures }: Model, subgraph: Subgraph): Set<Tensor> {
  const isSigned = signatures.some((signature) => signature.subgraph === subgraph);
  return new Set(isSigned ? [] : [...subgraph.inputs, ...subgraph.outputs]);
}
