import { z } from 'zod';
import type { Model, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { operatorName, operatorRule } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf, typedData } from '../../model/tensors.js';
import { constantOf } from '../constants.js';
import { count, tell } from '../notes.js';
import type { Transform } from '../types.js';

/** Operators whose weights can be pruned. */
const prunable = ['CONV_2D', 'DEPTHWISE_CONV_2D', 'TRANSPOSE_CONV', 'FULLY_CONNECTED'] as const;

export interface PruneOptions {
  /** Part of each layer's weights that becomes zero, between 0 and 1. */
  sparsity: number;
  /** Operators whose weights are pruned. */
  operators?: readonly (typeof prunable)[number][];
}

export const PRUNE_DEFAULTS = {
  // Depthwise convolutions have few weights, and each of them matters.
  operators: ['CONV_2D', 'FULLY_CONNECTED'],
} as const satisfies Partial<PruneOptions>;

/** The options as recipes write them. */
export const pruneOptionsSchema = z.strictObject({
  sparsity: z.number().gt(0).lt(1),
  operators: z.array(z.enum(prunable)).min(1).exactOptional(),
});

/**
 * Sets the weights of smallest magnitude to zero, the same part of each layer, without training. The file
 * keeps its size and the model its latency; compressed, it shrinks.
 *
 * @example
 * await prune({ sparsity: 0.5 })(model, context);
 */
export function prune({ sparsity, operators = PRUNE_DEFAULTS.operators }: PruneOptions): Transform {
  return (model, context) => {
    const weights = weightsOf(model, operators);
    const layers = weights.filter(({ type }) => type === TensorType.FLOAT32);
    if (layers.length < weights.length) {
      const others = count(weights.length - layers.length, 'layer');
      tell(
        context,
        'warning',
        `${others} can't be pruned, being quantized already: prune first, then quantize.`,
      );
    }
    const pruned = new Map<Uint8Array, Uint8Array>();
    for (const layer of layers) {
      const zeroed = withoutSmallest(layer, sparsity);
      if (zeroed) pruned.set(layer.data!, zeroed);
    }
    for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
      if (tensor.data) tensor.data = pruned.get(tensor.data) ?? tensor.data;
    }
    const share = `${Math.round(sparsity * 100)} % of the weights of ${count(layers.length, 'layer')} are zero.`;
    tell(context, 'info', pruned.size > 0 ? share : 'There is nothing to prune: nothing was changed.');
    return pruned.size > 0;
  };
}

/** The constants that operators of the given names have as weights, each once. */
function weightsOf(model: Model, names: readonly string[]): Tensor[] {
  const found = new Set<Tensor>();
  for (const subgraph of model.subgraphs) {
    const makers = producers(subgraph);
    for (const operator of subgraph.operators) {
      if (!names.includes(operatorName(operator))) continue;
      for (const { input } of operatorRule(operator.code)?.weights?.(operator) ?? []) {
        const constant = constantOf(operator.inputs[input], makers);
        if (constant) found.add(constant);
      }
    }
  }
  return [...found];
}

/** A FLOAT32 constant's bytes with its smallest values zero, of equal ones the first; null: they are. */
function withoutSmallest(tensor: Tensor, sparsity: number): Uint8Array | null {
  const values = (typedData(tensor) as Float32Array).slice();
  const magnitudes = values.map(Math.abs).sort();
  const zeros = Math.round(values.length * sparsity);
  const threshold = zeros > 0 ? magnitudes[zeros - 1]! : 0;
  if (threshold === 0) return null;
  // Values at the threshold itself are zeroed only as long as zeros are wanted.
  let atThreshold = zeros - countBelow(magnitudes, threshold);
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]!);
    if (magnitude < threshold || (magnitude === threshold && atThreshold-- > 0)) values[i] = 0;
  }
  return bytesOf(values);
}

/** How many of some ascending numbers are below a limit. */
function countBelow(ascending: Float32Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
