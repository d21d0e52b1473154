import type { Model, Operator, Tensor } from '../../../../src/model/graph.js';
import { producers } from '../../../../src/model/navigate.js';
import { inputRole, kernelType, operatorRule } from '../../../../src/model/operators/index.js';
import { type BuiltinOperator, TensorType } from '../../../../src/model/schema/index.js';
import type { Scheme as PeerScheme } from '../peer/types.js';

/** A scheme of litetrim's: one of Google's quantizer, or one that it does not have. */
export type Scheme = PeerScheme | 'int8x4';

/** Whether Google's quantizer has a scheme. */
export const isGoogles = (scheme: Scheme): scheme is PeerScheme => scheme !== 'int8x4';

/** The schemes that are checked, in the order of the table's columns. */
export const schemes: Scheme[] = [
  'int8',
  'int16x8',
  'int8x4',
  'dynamic-int8',
  'dynamic-int4',
  'weight-int8',
  'weight-int4',
  'float16',
];

/** The kernel that a scheme makes an operator's activations run in; undefined: it is about weights alone. */
const activationKernel: Partial<Record<Scheme, 'int8' | 'int16'>> = {
  int8: 'int8',
  int16x8: 'int16',
  int8x4: 'int8',
};

/** The types that a scheme stores weights in; 4 bits may not be worth it, or have no kernel. */
const weightTypes: Partial<Record<Scheme, TensorType[]>> = {
  'dynamic-int8': [TensorType.INT8],
  'weight-int8': [TensorType.INT8],
  'dynamic-int4': [TensorType.INT4, TensorType.INT8],
  'weight-int4': [TensorType.INT4, TensorType.INT8],
  float16: [TensorType.FLOAT16],
};

/** Whether a scheme is about weights alone. */
export const isAboutWeights = (scheme: Scheme): boolean => !activationKernel[scheme];

/** Whether a scheme has anything to do with the operators of that kind in a float model. */
export function concerns(scheme: Scheme, model: Model, code: BuiltinOperator): boolean {
  if (scheme === 'int8x4' && operatorRule(code)?.kernels.int8?.int4Version === undefined) return false;
  if (!isAboutWeights(scheme) && scheme !== 'int8x4') return true;
  return allOf(model, code).some(({ operator, makers }) =>
    weightsOf(operator, makers).some(({ data }) => data !== null),
  );
}

/**
 * Whether all operators of that kind are as a scheme wants them. Where others have taken their place, all of the
 * model's are looked at, conversions apart.
 */
export function isCarriedOut(scheme: Scheme, model: Model, code: BuiltinOperator): boolean {
  const found = lookedAt(model, code);
  return found.length > 0 && found.every(({ operator, makers }) => isQuantized(scheme, operator, makers));
}

interface Found {
  operator: Operator;
  makers: Map<Tensor, Operator>;
}

function allOf(model: Model, code: BuiltinOperator): Found[] {
  return operatorsOf(model, (operator) => operator.code === code);
}

/** The operators of a kind, or those that have taken their place. */
function lookedAt(model: Model, code: BuiltinOperator): Found[] {
  const found = allOf(model, code);
  return found.length > 0 ? found : operatorsOf(model, (operator) => !operatorRule(operator.code)?.anyType);
}

function operatorsOf(model: Model, isWanted: (operator: Operator) => boolean): Found[] {
  return model.subgraphs.flatMap((subgraph) => {
    const makers = producers(subgraph);
    return subgraph.operators.filter(isWanted).map((operator) => ({ operator, makers }));
  });
}

function isQuantized(scheme: Scheme, operator: Operator, makers: Map<Tensor, Operator>): boolean {
  const rule = operatorRule(operator.code);
  const kernel = activationKernel[scheme];
  if (kernel) return rule !== undefined && kernelType(operator, rule) === kernel;
  const constants = weightsOf(operator, makers);
  return constants.length > 0 && constants.every(({ type }) => weightTypes[scheme]!.includes(type));
}

/** What an operator's weights are stored as, before they are unpacked. */
function weightsOf(operator: Operator, makers: Map<Tensor, Operator>): Tensor[] {
  const rule = operatorRule(operator.code);
  const listed = rule?.weights?.(operator).map(({ input }) => input) ?? [];
  return listed.flatMap((position) => {
    const tensor = operator.inputs[position];
    if (!tensor || inputRole(rule!, position) === 'index') return [];
    const stored = makers.get(tensor)?.inputs[0] ?? tensor;
    return stored.data ? [stored] : [];
  });
}

/** The scale of the first output of the first operator of that kind; null where it is float. */
export function outputScale(model: Model, code: BuiltinOperator): number | null {
  const operator = lookedAt(model, code)[0]?.operator;
  const quantization = operator?.outputs[0]?.quantization;
  return quantization?.scale.length === 1 ? quantization.scale[0]! : null;
}
