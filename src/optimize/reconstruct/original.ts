import { cloneModel } from '../../model/clone.js';
import type { Model, Operator } from '../../model/graph.js';

/** What a model was before its weights were chosen anew. */
export interface Original {
  model: Model;
  /** For the operators of the model, which go on living in the changed one, what they were. */
  operators: Map<Operator, Operator>;
}

/** Remembers a model before it is changed; buffers are shared, not copied. */
export function remember(model: Model): Original {
  const copy = cloneModel(model);
  const operators = model.subgraphs.flatMap(({ operators: list }, i) =>
    list.map((operator, k) => [operator, copy.subgraphs[i]!.operators[k]!] as const),
  );
  return { model: copy, operators: new Map(operators) };
}
