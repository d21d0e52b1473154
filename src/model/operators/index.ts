import { holdsNumbers } from '../dequantize.js';
import type { Operator, Tensor } from '../graph.js';
import { BuiltinOperator, TensorType } from '../schema/index.js';
import { elementCount } from '../tensors.js';
import { activations } from './activation.js';
import { conversions } from './conversion.js';
import { convolutions } from './convolution.js';
import { elementwise } from './elementwise.js';
import type { OperatorFacts } from './facts.js';
import { matrices } from './matrix.js';
import { reductions } from './pooling.js';
import { recurrent } from './recurrent.js';
import type { Kernel, KernelType, OperatorRule, Role, WeightsInput } from './rule.js';
import { shapes } from './shape.js';
import { unruled } from './unruled.js';

export type * from './channels.js';
export type * from './facts.js';
export type * from './rule.js';
export { activationPassesFactors, elements, optionsOf } from './rule.js';

const table: Partial<Record<BuiltinOperator, OperatorRule>> = {
  ...convolutions,
  ...matrices,
  ...reductions,
  ...activations,
  ...elementwise,
  ...shapes,
  ...recurrent,
  ...conversions,
};

/** What is known of operators of a kind; undefined: nothing. */
export function operatorRule(code: BuiltinOperator): OperatorRule | undefined {
  return table[code];
}

/**
 * What is known of an operator; undefined: nothing, so that it stays as it is. Of one that lacks inputs, outputs or
 * weights that its kind can't do without, or has too many inputs, nothing is: LiteRT refuses it, whatever its inputs are taken for.
 */
export function ruleOf(operator: Operator): OperatorRule | undefined {
  const rule = table[operator.code];
  return rule && isComplete(operator, rule) ? rule : undefined;
}

/** What is known of an operator whatever its tensors are, of one without a rule, too. */
export function factsOf({ code }: Pick<Operator, 'code'>): OperatorFacts {
  return table[code] ?? unruled[code] ?? nothing;
}

const nothing: OperatorFacts = {};

/** Whether a known operator has no output, lacks an input that its kind can't do without, or has more than it takes. */
export function hasWrongTensors({ code, inputs, outputs }: Operator): boolean {
  const rule = table[code];
  if (!rule) return false;
  const { needs = 1, takes = Number.POSITIVE_INFINITY } = rule;
  if (inputs.length < needs || inputs.length > takes || outputs.length === 0) return true;
  // Which indices are missing is looked at where they are read.
  return !inputs.slice(0, needs).every((input, i) => input || inputRole(rule, i) === 'index');
}

function isComplete(operator: Operator, rule: OperatorRule): boolean {
  const { inputs } = operator;
  if (hasWrongTensors(operator)) return false;
  const places = rule.weights?.(operator) ?? [];
  return places.every((place) => areWeights(inputs[place.input], place)) && fitsBias(operator, rule, places);
}

/** Whether a bias, where there is one, has a number for each channel that the weights make. */
function fitsBias({ inputs }: Operator, rule: OperatorRule, [place]: readonly WeightsInput[]): boolean {
  if (!place || place.axis === null) return true;
  const channels = inputs[place.input]?.shape[place.axis];
  return inputs.every(
    (input, i) => !input || inputRole(rule, i) !== 'bias' || elementCount(input.shape) === channels,
  );
}

/** Whether a tensor can be the weights that an operator wants at a place. */
function areWeights(tensor: Tensor | null | undefined, { axis, rank }: WeightsInput): boolean {
  if (!tensor || !holdsNumbers(tensor.type)) return false;
  const dimensions = tensor.shape.length;
  return rank === undefined ? axis === null || axis < dimensions : dimensions === rank;
}

/** Every operator of the table, by number. */
export function knownOperators(): BuiltinOperator[] {
  return Object.keys(table).map(Number);
}

/** `CONV_2D`; a custom operator's own name; `operator 999` for one of a newer schema. */
export function operatorName(operator: Pick<Operator, 'code' | 'customCode'>): string {
  if (operator.code === BuiltinOperator.CUSTOM) return operator.customCode ?? 'CUSTOM';
  return BuiltinOperator[operator.code] ?? `operator ${operator.code}`;
}

/** Role of the input at `position`; inputs beyond a rule's list have the last one's. */
export function inputRole(rule: OperatorRule, position: number): Role {
  return rule.inputs[Math.min(position, rule.inputs.length - 1)]!;
}

/** Role of the output at `position`. */
export function outputRole(rule: OperatorRule, position: number): Role {
  return rule.outputs[Math.min(position, rule.outputs.length - 1)]!;
}

/** Multiply-accumulates of one inference, a dynamic batch counted as 1; 0 where none are worth counting. */
export function macs(operator: Operator): number {
  return ruleOf(operator)?.macs?.(operator) ?? 0;
}

/** `macs` of some operators together. */
export function totalMacs(operators: readonly Operator[]): number {
  return operators.reduce((sum, operator) => sum + macs(operator), 0);
}

/** The kernel that an operator runs in, by the types that its tensors have; null: a float one. */
export function kernelType(operator: Operator, rule: OperatorRule): KernelType | null {
  const { inputs, outputs } = operator;
  const computed =
    inputs.find((tensor, position) => tensor && !tensor.data && inputRole(rule, position) === 'activation') ??
    outputs.find((_, position) => outputRole(rule, position) === 'activation');
  if (computed?.type === TensorType.INT8) return 'int8';
  if (computed?.type === TensorType.INT16) return 'int16';
  const weights = rule.weights?.(operator).map(({ input }) => inputs[input]?.type) ?? [];
  if (weights.includes(TensorType.INT4)) return 'hybrid4';
  return weights.includes(TensorType.INT8) ? 'hybrid' : null;
}

/**
 * Raises an operator's version to what its tensors' types demand: runtimes that don't know that
 * version refuse the model with a clear message instead of misreading it. Never lowers it.
 */
export function raiseVersion(operator: Operator): void {
  const rule = ruleOf(operator);
  if (!rule) return;
  const kernel = kernelType(operator, rule);
  const demanded = kernel && rule.kernels[kernel] ? kernelVersion(rule.kernels[kernel], operator, rule) : 1;
  operator.version = Math.max(operator.version, rule.version?.(operator) ?? 1, demanded);
}

function kernelVersion(
  { version, perTensorVersion, int4Version, int32BiasVersion }: Kernel,
  operator: Operator,
  rule: OperatorRule,
): number {
  const [weights] = rule.weights?.(operator).map(({ input }) => operator.inputs[input]) ?? [];
  if (int32BiasVersion && quantizedBiasType(operator) === TensorType.INT32) return int32BiasVersion;
  if (int4Version && weights?.type === TensorType.INT4) return int4Version;
  return weights?.quantization?.scale.length === 1 ? (perTensorVersion ?? version) : version;
}

/** The type of biases that an operator's options ask for beside 16-bit activations; undefined: it has no such option. */
function quantizedBiasType({ options }: Operator): TensorType | undefined {
  return options && 'quantizedBiasType' in options ? options.quantizedBiasType : undefined;
}
