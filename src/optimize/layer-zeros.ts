import { realValues } from '../model/dequantize.js';
import type { Model, Operator, Tensor } from '../model/graph.js';
import { mainSubgraph } from '../model/interface.js';
import { producers } from '../model/navigate.js';
import { operatorName, ruleOf } from '../model/operators/index.js';
import { isReal, storedAs } from '../model/precision.js';
import type { LayerZeros } from './layer-facts.js';
import type { Optimization } from './sensitivity/explain.js';
import { layerNumbers } from './sensitivity/layer-pairs.js';
import { countZeros } from './zeros.js';

/** An operator with the constant that its weights are, or are unpacked from. */
interface Weighted {
  operator: Operator;
  stored: Tensor;
}

/** How much of each layer's weights is zero, in execution order; why, nobody knows of a model alone. */
export function zerosOf(model: Model): LayerZeros[] {
  const numbers = numbersOf(model);
  return weightedOf(model).map((layer) => ({
    ...describe(layer.operator, numbers),
    ...countsOf(layer),
    ...{ before: null, pruned: null },
  }));
}

/**
 * The same of what a recipe made of a source, told apart by what was zero before, what was chosen, and what
 * rounding added. Layers that the source doesn't have are left out.
 *
 * @param chosen weights that pruning chose, by the layer's output tensor in the result
 */
export function zerosSince(
  { source, before, result }: Optimization,
  chosen: ReadonlyMap<Tensor, number>,
): LayerZeros[] {
  const numbers = numbersOf(source);
  const sources = new Map(weightedOf(source).map((layer) => [layer.operator.outputs[0], layer]));
  const listed = before[source.subgraphs.indexOf(mainSubgraph(source))] ?? [];
  const twins = new Map(listed.map((tensor, i) => [tensor, mainSubgraph(source).tensors[i]]));
  return weightedOf(result).flatMap((layer): LayerZeros[] => {
    const output = layer.operator.outputs[0]!;
    const original = sources.get(twins.get(output));
    if (!original) return [];
    const { zeros: had } = countsOf(original);
    const counts = countsOf(layer);
    // What was cut away since, with its channel, counts no more.
    const kept = Math.min(had, counts.zeros);
    const pruned = Math.min(chosen.get(output) ?? 0, counts.zeros - kept);
    return [{ ...describe(original.operator, numbers), ...counts, before: kept, pruned }];
  });
}

/** Part of all layers' weights that is zero, 0..1. */
export function shareOfZeros(layers: readonly LayerZeros[]): number {
  const sum = (key: 'zeros' | 'weights') => layers.reduce((total, layer) => total + layer[key], 0);
  return sum('zeros') / Math.max(1, sum('weights'));
}

/** Part of a model's weights that is zero, from which on layers are told though nobody asked. */
const notable = 0.1;

/** Whether so much of a model is zero that it is worth telling, whatever made it so. */
export const isNotable = (layers: readonly LayerZeros[]): boolean => shareOfZeros(layers) >= notable;

function weightedOf(model: Model): Weighted[] {
  const subgraph = mainSubgraph(model);
  const makers = producers(subgraph);
  return subgraph.operators.flatMap((operator): Weighted[] => {
    const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
    const weights = place && operator.inputs[place.input];
    const stored = weights && storedAs(weights, makers);
    return stored && hasNumbers(stored) ? [{ operator, stored }] : [];
  });
}

function hasNumbers(stored: Tensor): boolean {
  const details = stored.quantization?.details;
  return stored.data !== null && stored.data.length > 0 && isReal(stored) && details?.kind !== 'custom';
}

function countsOf({ operator, stored }: Weighted): Pick<LayerZeros, 'weights' | 'zeros' | 'storage'> {
  const values = realValues(stored);
  const isRead = operator.inputs.includes(stored);
  const storage = !stored.sparsity ? 'dense' : isRead ? 'sparse' : 'unpacked';
  return { weights: values.length, zeros: countZeros(values), storage };
}

function numbersOf(model: Model): Map<Operator, number> {
  const numbers = layerNumbers(model);
  return new Map(mainSubgraph(model).operators.map((operator, i) => [operator, numbers[i]!]));
}

function describe(
  operator: Operator,
  numbers: ReadonlyMap<Operator, number>,
): Pick<LayerZeros, 'index' | 'operator' | 'name'> {
  return {
    index: numbers.get(operator)!,
    operator: operatorName(operator),
    name: operator.outputs[0]?.name ?? '',
  };
}
