import { freshName } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { elements, inputRole, operatorRule, raiseVersion } from '../../model/operators/index.js';
import { constantOf } from '../constants.js';
import { conversion } from '../edits.js';
import type { DerivedConstants, StoredConstant } from './derived-constants.js';

/** How constants are packed. */
export interface Packing {
  /** Names the form, as a key for sharing and in names of tensors. */
  form: string;
  /** Smaller constants stay as they are: a DEQUANTIZE would take more bytes than it saves. */
  minElements: number;
  /** Which constants of that size can be packed and gain by it. */
  accepts(constant: Tensor): boolean;
  /** @param axis dimension that counts output channels; null: all are one channel */
  pack(constant: Tensor, axis: number | null): StoredConstant;
  /** Which operators' weights; left out: all that have a rule. */
  only?(operator: Operator): boolean;
}

/**
 * Stores the weights of a subgraph's operators in fewer bits, each behind one DEQUANTIZE that unpacks it
 * for all its readers. LiteRT unpacks constants once, when the model is loaded.
 *
 * @returns how many constants were packed
 */
export function packWeights(subgraph: Subgraph, packing: Packing, constants: DerivedConstants): number {
  const makers = producers(subgraph);
  const readers = consumers(subgraph);
  let packed = 0;
  subgraph.operators = subgraph.operators.flatMap((operator) => {
    const unpackings: Operator[] = [];
    for (const { tensor, constant, axis } of packable(operator, packing, makers)) {
      if (!readers.get(tensor)!.every((reader) => takesComputed(reader, tensor))) continue;
      const stored = constants.derive(subgraph, constant, `${packing.form} ${axis}`, packing.form, () =>
        packing.pack(constant, axis),
      );
      const maker = makers.get(tensor) ?? unpack(subgraph, tensor, stored);
      maker.inputs[0] = stored;
      raiseVersion(maker);
      if (!makers.has(tensor)) unpackings.push(maker);
      makers.set(tensor, maker);
      packed++;
    }
    return [...unpackings, operator];
  });
  return packed;
}

/** The weights of an operator that are worth packing, with the constants that they come from. */
function packable(
  operator: Operator,
  { only, minElements, accepts }: Packing,
  makers: Map<Tensor, Operator>,
): { tensor: Tensor; constant: Tensor; axis: number | null }[] {
  const weights = operatorRule(operator.code)?.weights?.(operator) ?? [];
  if (only && !only(operator)) return [];
  return weights.flatMap(({ input, axis }) => {
    const tensor = operator.inputs[input]!;
    const constant = constantOf(tensor, makers);
    const worthwhile = constant && elements(constant) >= minElements && accepts(constant);
    return worthwhile ? [{ tensor, constant, axis }] : [];
  });
}

/** Whether an operator is known to read a tensor as numbers, so that it needn't be a constant. */
function takesComputed(operator: Operator, tensor: Tensor): boolean {
  const rule = operatorRule(operator.code);
  return operator.inputs.every((input, position) => {
    return input !== tensor || (rule && ['weights', 'activation'].includes(inputRole(rule, position)));
  });
}

/** Turns a constant into the output of a DEQUANTIZE; its name goes to the packed form. */
function unpack(subgraph: Subgraph, tensor: Tensor, stored: Tensor): Operator {
  stored.name = tensor.name;
  tensor.name = freshName(subgraph, `${tensor.name}_float`);
  tensor.data = null;
  return conversion(stored, tensor);
}
