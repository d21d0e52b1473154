import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import {
  CallOnceOptionsT,
  CallOptionsT,
  IfOptionsT,
  StableHLOCompositeOptionsT,
  StablehloCaseOptionsT,
  StablehloCustomCallOptionsT,
  StablehloReduceOptionsT,
  StablehloReduceWindowOptionsT,
  StablehloScatterOptionsT,
  StablehloSortOptionsT,
  StablehloWhileOptionsT,
  WhileOptionsT,
} from './schema/index.js';

/** For each tensor that an operator of the subgraph computes, that operator. */
export function producers(subgraph: Subgraph): Map<Tensor, Operator> {
  const result = new Map<Tensor, Operator>();
  for (const operator of subgraph.operators) {
    for (const output of operator.outputs) result.set(output, operator);
  }
  return result;
}

/** For each tensor that operators of the subgraph read, those operators in execution order, each once. */
export function consumers(subgraph: Subgraph): Map<Tensor, Operator[]> {
  const result = new Map<Tensor, Operator[]>();
  for (const operator of subgraph.operators) {
    for (const input of new Set(operator.inputs)) {
      if (input === null) continue;
      const readers = result.get(input);
      if (readers) readers.push(operator);
      else result.set(input, [operator]);
    }
  }
  return result;
}

/** Numbers, in `model.subgraphs`, of the subgraphs that an operator calls (control flow, composites). */
export function calledSubgraphs(operator: Operator): number[] {
  const o = operator.options;
  if (o instanceof IfOptionsT) return [o.thenSubgraphIndex, o.elseSubgraphIndex];
  if (o instanceof WhileOptionsT || o instanceof StablehloWhileOptionsT) {
    return [o.condSubgraphIndex, o.bodySubgraphIndex];
  }
  if (o instanceof CallOnceOptionsT) return [o.initSubgraphIndex];
  if (o instanceof CallOptionsT) return [o.subgraph];
  if (o instanceof StableHLOCompositeOptionsT) return [o.decompositionSubgraphIndex];
  if (o instanceof StablehloCaseOptionsT) return o.branchSubgraphIndices;
  if (o instanceof StablehloCustomCallOptionsT) return o.calledComputations;
  if (o instanceof StablehloReduceOptionsT || o instanceof StablehloReduceWindowOptionsT) {
    return [o.bodySubgraphIndex];
  }
  if (o instanceof StablehloScatterOptionsT) return [o.updateComputationSubgraphIndex];
  if (o instanceof StablehloSortOptionsT) return [o.comparatorSubgraphIndex];
  return [];
}

/** Every tensor that something of the model refers to: operators, inputs, outputs, signatures, scales. */
export function usedTensors(model: Model): Set<Tensor> {
  const used = new Set<Tensor>();
  const add = (tensor: Tensor | null): void => {
    if (tensor === null || used.has(tensor)) return;
    used.add(tensor);
    const details = tensor.quantization?.details;
    if (details && details.kind !== 'custom') {
      add(details.scales);
      add(details.zeroPoints);
    }
  };
  for (const subgraph of model.subgraphs) {
    for (const tensor of [...subgraph.inputs, ...subgraph.outputs]) add(tensor);
    for (const { inputs, outputs, intermediates } of subgraph.operators) {
      for (const tensor of [...inputs, ...outputs, ...intermediates]) add(tensor);
    }
  }
  for (const { inputs, outputs } of model.signatures) {
    for (const { tensor } of [...inputs, ...outputs]) add(tensor);
  }
  return used;
}
