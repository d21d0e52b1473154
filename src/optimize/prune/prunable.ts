import type { Model, Operator, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { operatorName, ruleOf } from '../../model/operators/index.js';
import { elementCount, typedData } from '../../model/tensors.js';
import { constantOf } from '../constants.js';

/** Operators whose weights can be pruned. */
export const prunableOperators = [
  'CONV_2D',
  'DEPTHWISE_CONV_2D',
  'TRANSPOSE_CONV',
  'FULLY_CONNECTED',
] as const;

/** Constant weights as a matrix: a row an output channel. */
export interface Prunable {
  /** The first operator that reads them. */
  operator: Operator;
  tensor: Tensor;
  rows: number;
  columns: number;
  /** Weights of a row lie this far apart. */
  stride: number;
  offset(row: number): number;
}

/** The constants that operators of the given names have as weights, each once, in execution order. */
export function prunableOf(model: Model, names: readonly string[]): Prunable[] {
  const found = new Map<Uint8Array, Prunable>();
  for (const subgraph of model.subgraphs) {
    const makers = producers(subgraph);
    for (const operator of subgraph.operators) {
      if (!names.includes(operatorName(operator))) continue;
      for (const { input, axis } of ruleOf(operator)?.weights?.(operator) ?? []) {
        const tensor = constantOf(operator.inputs[input], makers);
        if (!tensor?.data || tensor.data.length === 0 || found.has(tensor.data)) continue;
        found.set(tensor.data, { operator, tensor, ...layoutOf(tensor, axis ?? 0) });
      }
    }
  }
  return [...found.values()];
}

/** Weights count their output channels along the first or the last dimension. */
function layoutOf({ shape }: Tensor, axis: number): Omit<Prunable, 'operator' | 'tensor'> {
  const rows = shape[axis] ?? 1;
  const columns = elementCount(shape) / rows;
  return axis === 0
    ? { rows, columns, stride: 1, offset: (row) => row * columns }
    : { rows, columns, stride: rows, offset: (row) => row };
}

/** FLOAT32 weights, in the order of the tensor: don't write to them. */
export const valuesOf = ({ tensor }: Prunable): Float32Array => typedData(tensor) as Float32Array;
