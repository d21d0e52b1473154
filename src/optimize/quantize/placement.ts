import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import {
  inputRole,
  type Kernel,
  type OperatorRule,
  operatorRule,
  outputRole,
  type Role,
} from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { constantOf, isFloat, isInt8Weights } from '../constants.js';

/** What a quantizer does with an operator. */
export type Placement =
  /** It will run in the int8 kernel. */
  | { precision: 'int8'; rule: OperatorRule; kernel: Kernel }
  /** It computes in float and goes on doing so; `reason` ends the sentence "… stays float: ". */
  | { precision: 'float'; reason: string }
  /** It holds no real numbers, or is quantized already, or converts between precisions. */
  | { precision: 'other' };

/** How an edge of the graph stores real numbers. */
export type Edges = 'int8' | 'float';

/** Decides for every operator of a subgraph whether it will run in 8 bits. */
export function placeOperators(subgraph: Subgraph, edges: Edges): Map<Operator, Placement> {
  const makers = producers(subgraph);
  const folded = computedFromConstants(subgraph);
  const placements = new Map<Operator, Placement>();
  for (const operator of subgraph.operators) placements.set(operator, place(operator, makers, folded));
  keepIslandsFloat(subgraph, placements, edges);
  return placements;
}

/** An operator's tensors that have a role, without those that aren't given. */
export function tensorsOf(operator: Operator, rule: OperatorRule, role: Role): Tensor[] {
  const inputs = operator.inputs.filter((_, position) => inputRole(rule, position) === role);
  const outputs = operator.outputs.filter((_, position) => outputRole(rule, position) === role);
  return [...inputs, ...outputs].filter((tensor) => tensor !== null);
}

function place(operator: Operator, makers: Map<Tensor, Operator>, folded: Set<Tensor>): Placement {
  const rule = operatorRule(operator.code);
  const isFloat = (tensor: Tensor | null): boolean => tensor?.type === TensorType.FLOAT32;
  if (!rule) {
    const holdsFloats = [...operator.inputs, ...operator.outputs].some(isFloat);
    return holdsFloats
      ? { precision: 'float', reason: 'litetrim has no rule for it' }
      : { precision: 'other' };
  }
  const activations = tensorsOf(operator, rule, 'activation');
  if (rule.anyType || !activations.some(isFloat)) return { precision: 'other' };
  const kernel = rule.kernels.int8;
  if (!kernel) {
    return { precision: 'float', reason: rule.floatOnly ?? 'LiteRT has no 8-bit kernel for it' };
  }
  const reason =
    kernel.refuses?.(operator) ??
    (activations.every(isFloat) ? null : 'its inputs are of different types') ??
    (activations.some((tensor) => tensor.isVariable) ? 'it keeps a state' : null) ??
    (activations.some((tensor) => folded.has(tensor))
      ? 'it works on what is computed from constants'
      : null) ??
    refuseConstants(operator, rule, makers);
  return reason ? { precision: 'float', reason } : { precision: 'int8', rule, kernel };
}

/**
 * Tensors that operators compute from nothing but constants. LiteRT computes some of them when it loads
 * the model and doesn't show them as outputs, so that their ranges can't be measured. What a DEQUANTIZE
 * unpacks is known without that.
 */
function computedFromConstants({ operators }: Subgraph): Set<Tensor> {
  const folded = new Set<Tensor>();
  for (const { code, inputs, outputs } of operators) {
    const isFolded = inputs.length > 0 && inputs.every((input) => !input || input.data || folded.has(input));
    if (!isFolded || code === BuiltinOperator.DEQUANTIZE) continue;
    for (const output of outputs) folded.add(output);
  }
  return folded;
}

function refuseConstants(
  operator: Operator,
  rule: OperatorRule,
  makers: Map<Tensor, Operator>,
): string | null {
  const axis = rule.weights?.(operator)[0]?.axis ?? null;
  for (const [position, input] of operator.inputs.entries()) {
    const role = inputRole(rule, position);
    if (!input || (role !== 'weights' && role !== 'bias')) continue;
    const constant = constantOf(input, makers);
    if (!constant) return `its ${role} is computed at run time`.replace('weights is', 'weights are');
    if (!isFloat(constant) && !isInt8Weights(constant, axis)) return 'it is quantized in another way already';
  }
  return null;
}

/**
 * Operators that only move values stay float where everything around them does: quantizing them would
 * cost two conversions and precision, and gain nothing.
 */
function keepIslandsFloat(subgraph: Subgraph, placements: Map<Operator, Placement>, edges: Edges): void {
  const anchored = [...placements.keys()].filter((operator) =>
    isAnchor(subgraph, placements.get(operator)!, operator, edges),
  );
  const reached = new Set(anchored);
  const neighbours = neighboursOf(subgraph);
  for (let operator = anchored.pop(); operator; operator = anchored.pop()) {
    for (const neighbour of neighbours(operator)) {
      if (reached.has(neighbour) || placements.get(neighbour)?.precision !== 'int8') continue;
      reached.add(neighbour);
      anchored.push(neighbour);
    }
  }
  for (const [operator, { precision }] of placements) {
    if (precision !== 'int8' || reached.has(operator)) continue;
    placements.set(operator, { precision: 'float', reason: 'everything around it is float' });
  }
}

/** An operator that gains by 8 bits itself: it computes, or it stands at an edge that is to be int8. */
function isAnchor(subgraph: Subgraph, placement: Placement, operator: Operator, edges: Edges): boolean {
  if (placement.precision !== 'int8') return false;
  if (placement.kernel.output !== 'same') return true;
  const { inputs, outputs } = subgraph;
  return (
    edges === 'int8' &&
    tensorsOf(operator, placement.rule, 'activation').some(
      (tensor) => inputs.includes(tensor) || outputs.includes(tensor),
    )
  );
}

/** The operators that an operator takes tensors from or hands tensors to. */
function neighboursOf(subgraph: Subgraph): (operator: Operator) => Operator[] {
  const makers = producers(subgraph);
  const readers = consumers(subgraph);
  return (operator) => [
    ...operator.inputs.flatMap((input) => (input && makers.get(input)) ?? []),
    ...operator.outputs.flatMap((output) => readers.get(output) ?? []),
  ];
}
