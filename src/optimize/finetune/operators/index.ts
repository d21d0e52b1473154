import type { Operator, Tensor } from '../../../model/graph.js';
import { ruleOf } from '../../../model/operators/index.js';
import { type BuiltinOperator, TensorType } from '../../../model/schema/index.js';
import { storedFormOf } from '../../quantize/activation-plan.js';
import { activations, refusesActivation } from './activation.js';
import type { Program } from './call.js';
import { conversions } from './conversion.js';
import { convolutions } from './convolution.js';
import { elementwise } from './elementwise.js';
import { reductions } from './reduction.js';
import { shapes } from './shape.js';

export type { Call, Program } from './call.js';

/** How TensorFlow.js computes each operator: to add one, add an entry to its family's file. */
const table: Partial<Record<BuiltinOperator, Program>> = {
  ...convolutions,
  ...reductions,
  ...activations,
  ...elementwise,
  ...shapes,
  ...conversions,
};

/** @throws Error for an operator that `whyWithoutGradient` has something against */
export function programOf({ code }: Operator): Program {
  const program = table[code];
  if (!program) throw new Error(`operator ${code} has no gradient`);
  return program;
}

/**
 * Why an operator can't be trained through, as the end of "… because "; null: it can.
 *
 * @param rounds whether training goes through rounding, so that operators may compute in integers
 */
export function whyWithoutGradient(operator: Operator, rounds: boolean): string | null {
  const program = table[operator.code];
  if (!program || !ruleOf(operator)) return 'litetrim has no gradient of it';
  const computed = [
    ...operator.outputs,
    ...operator.inputs.filter((input) => input && isComputedInteger(input)),
  ];
  if (!computed.every((tensor) => isReal(tensor!, rounds))) return 'it does not compute in float';
  const variable = program.constants?.find(
    (position) => operator.inputs[position] && !operator.inputs[position].data,
  );
  if (variable !== undefined) return 'what it picks is computed';
  return refusesActivation(operator) ?? program.refuses?.(operator) ?? null;
}

/** Whether a tensor holds real numbers: floats, or integers with a scale where they count. */
export function isReal(tensor: Tensor, rounds: boolean): boolean {
  return tensor.type === TensorType.FLOAT32 || (rounds && storedFormOf(tensor) !== null);
}

function isComputedInteger({ type, data, quantization }: Tensor): boolean {
  return type !== TensorType.FLOAT32 && !data && (quantization?.scale.length ?? 0) > 0;
}

/** Every operator of the table, by number. */
export function trainableOperators(): BuiltinOperator[] {
  return Object.keys(table).map(Number);
}
