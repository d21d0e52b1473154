import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { producers } from '../../model/navigate.js';
import { factsOf, outputRole, ruleOf } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { elementCount } from '../../model/tensors.js';

/** A layer of a model that computes real numbers, and what a recipe made of it. */
export interface LayerPair {
  /** Position among the source's operators. */
  index: number;
  source: Operator;
  /** The source's tensor of the layer's values. */
  from: Tensor;
  /** The operator that computes the layer's values in the result. */
  result: Operator;
  /** The result's tensor of the same values, in whatever type it stores them. */
  to: Tensor;
}

/**
 * Finds the layers of a source in what a recipe made of it, in execution order. A tensor is the same one
 * where the transforms kept the object, whatever its name and type became; else where one tensor of the
 * result alone has its name and size.
 *
 * @param before each subgraph's tensors of the model that was transformed, as they were listed before:
 *   one for each of the source's, in the same order
 */
export function pairLayers(
  source: Model,
  before: readonly (readonly Tensor[])[],
  result: Model,
): LayerPair[] {
  const [from, to] = [mainSubgraph(source), mainSubgraph(result)];
  const makers = producers(to);
  const shown = new Set(observableTensors(to));
  const find = finder(from, before[source.subgraphs.indexOf(from)] ?? [], shown);
  const layers = new Set(observableTensors(from));
  return from.operators.flatMap((operator, index) => {
    const [tensor] = operator.outputs;
    if (!tensor || !layers.has(tensor) || !computes(operator)) return [];
    const twin = find(tensor);
    return twin ? [{ index, source: operator, from: tensor, result: makers.get(twin)!, to: twin }] : [];
  });
}

/** Whether an operator's first output holds real numbers that it computes, in float. */
function computes(operator: Operator): boolean {
  const rule = ruleOf(operator);
  return (
    rule !== undefined &&
    !rule.anyType &&
    outputRole(rule, 0) === 'activation' &&
    operator.outputs[0]!.type === TensorType.FLOAT32
  );
}

function finder(from: Subgraph, before: readonly Tensor[], shown: ReadonlySet<Tensor>) {
  const twins = new Map(from.tensors.map((tensor, i) => [tensor, before[i]]));
  const named = new Map<string, Tensor[]>();
  for (const tensor of shown) named.set(tensor.name, [...(named.get(tensor.name) ?? []), tensor]);
  return (tensor: Tensor): Tensor | null => {
    const twin = twins.get(tensor);
    const namesakes = tensor.name === '' ? [] : (named.get(tensor.name) ?? []);
    const found = twin && shown.has(twin) ? twin : namesakes.length === 1 ? namesakes[0]! : null;
    return found && elementCount(found.shape) === elementCount(tensor.shape) ? found : null;
  };
}

/**
 * Tensors that can be made outputs to look at: computed ones of a subgraph, without those that depend on
 * constants alone, which LiteRT may compute on loading and never hand out, and those of no fixed size.
 */
function observableTensors(subgraph: Subgraph): Tensor[] {
  const varying = new Set<Tensor>(subgraph.inputs);
  const seen: Tensor[] = [];
  for (const { inputs, outputs } of subgraph.operators) {
    if (!inputs.some((input) => input && (varying.has(input) || input.isVariable))) continue;
    for (const output of outputs) {
      varying.add(output);
      if (numeric.has(output.type) && elementCount(output.shape) > 0) seen.push(output);
    }
  }
  return seen.filter((tensor) => !subgraph.inputs.includes(tensor));
}

const numeric = new Set([TensorType.FLOAT32, TensorType.INT8, TensorType.UINT8, TensorType.INT16]);

/** For each operator of the main subgraph its number as a recipe's rules count it: without conversions. */
export function layerNumbers(model: Model): number[] {
  let next = 0;
  return mainSubgraph(model).operators.map((operator) =>
    factsOf(operator).converts === 'quantization' ? next : next++,
  );
}
