import { freshName } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { inputRole, raiseVersion, ruleOf } from '../../model/operators/index.js';
import { constantOf } from '../constants.js';
import { conversion } from '../edits.js';
import type { DerivedConstants } from './derived-constants.js';
import type { WeightForm } from './weight-forms.js';

/** How one of an operator's weights is packed. */
interface Packing {
  /** Position among the operator's inputs. */
  input: number;
  /** Dimension that counts output channels; null: all are one channel. */
  axis: number | null;
  form: WeightForm;
}

/**
 * Stores the weights of a subgraph's operators in fewer bits, each behind one DEQUANTIZE that unpacks it
 * for all its readers, right before the first of them, whoever had it packed. LiteRT unpacks constants once, when the
 * model is loaded.
 *
 * @param packings which of an operator's weights, and how
 * @param isWorthwhile whether packing a constant saves more than the DEQUANTIZE takes
 * @returns how many constants were packed
 */
export function packWeights<P extends Packing>(
  subgraph: Subgraph,
  packings: (operator: Operator) => readonly P[],
  isWorthwhile: (constant: Tensor, packing: P) => boolean,
  constants: DerivedConstants,
): number {
  const makers = producers(subgraph);
  const readers = consumers(subgraph);
  const unpackings = new Map<Operator, Operator[]>();
  let packed = 0;
  for (const operator of subgraph.operators) {
    for (const packing of packings(operator)) {
      const { input, axis, form } = packing;
      const tensor = operator.inputs[input]!;
      const constant = constantOf(tensor, makers);
      if (!constant || !form.accepts(constant) || !isWorthwhile(constant, packing)) continue;
      if (!readers.get(tensor)!.every((reader) => takesComputed(reader, tensor))) continue;
      // LiteRT hands out constants, and nothing that it unpacks of them; what is handed in can't be computed, too.
      if (subgraph.outputs.includes(tensor) || subgraph.inputs.includes(tensor)) continue;
      const stored = constants.derive(subgraph, constant, `${form.name} ${axis}`, form.name, () =>
        form.store(constant, axis),
      );
      const maker = makers.get(tensor) ?? unpack(subgraph, tensor, stored);
      maker.inputs[0] = stored;
      raiseVersion(maker);
      if (!makers.has(tensor)) {
        const [first] = readers.get(tensor)!;
        unpackings.set(first!, [...(unpackings.get(first!) ?? []), maker]);
      }
      makers.set(tensor, maker);
      packed++;
    }
  }
  subgraph.operators = subgraph.operators.flatMap((operator) => [
    ...(unpackings.get(operator) ?? []),
    operator,
  ]);
  return packed;
}

/** Whether an operator is known to read a tensor as numbers, so that it needn't be a constant. */
function takesComputed(operator: Operator, tensor: Tensor): boolean {
  const rule = ruleOf(operator);
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
