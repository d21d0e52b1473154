import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { inputRole, type OperatorRule, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import {
  constantOf,
  isFloat as isFloatConstant,
  isSymmetricWeights,
  largestMagnitude,
} from '../constants.js';
import { maxMagnitude } from './affine.js';
import type { WeightBits } from './channels.js';
import { settleMovers } from './movers.js';
import {
  type Edges,
  type IntegerPlacement,
  isInteger,
  type Placement,
  type Precision,
  tensorsOf,
} from './placement.js';
import type { SchemeChoice } from './rules.js';
import { computesIn, type SchemeOrFloat, schemes } from './schemes.js';

/**
 * Decides for every operator of a subgraph whether it will compute in integers, and in which.
 *
 * @param kept operators that stay float by their ranges, as far as these are known, with the reason
 */
export function placeOperators(
  subgraph: Subgraph,
  choice: SchemeChoice,
  edges: Edges,
  kept: ReadonlyMap<Operator, string> = new Map(),
): Map<Operator, Placement> {
  const known = { makers: producers(subgraph), folded: computedFromConstants(subgraph), kept };
  const placeIn = (operator: Operator, precision: Precision): Placement => place(operator, precision, known);
  const placements = new Map<Operator, Placement>();
  for (const operator of subgraph.operators) {
    const precision = computesIn(choice.of(operator));
    const placement = placeIn(operator, precision === 'hybrid' ? 'float' : precision);
    if (isInteger(placement)) placement.weightBits = weightBits(operator, placement, choice.of(operator));
    placements.set(operator, placement);
  }
  settleMovers(subgraph, placements, edges, (operator, precision) =>
    choice.isRuled(operator) ? null : placeIn(operator, precision),
  );
  return placements;
}

function weightBits(
  operator: Operator,
  { rule, kernel }: IntegerPlacement,
  scheme: SchemeOrFloat,
): WeightBits {
  const wants4 = scheme !== 'float' && schemes[scheme].weights === 'int4';
  // With rows of an odd length, LiteRT computes not quite the same on x86-64 and on ARM.
  const isOdd = rule.kernels.hybrid4?.refuses?.(operator);
  return wants4 && kernel.int4Version !== undefined && !isOdd ? 4 : 8;
}

/** What is known of a subgraph's tensors. */
interface Known {
  makers: ReadonlyMap<Tensor, Operator>;
  /** Computed from constants alone. */
  folded: ReadonlySet<Tensor>;
  kept: ReadonlyMap<Operator, string>;
}

function place(operator: Operator, precision: Precision, { makers, folded, kept }: Known): Placement {
  const rule = ruleOf(operator);
  const isFloat = (tensor: Tensor | null): boolean => tensor?.type === TensorType.FLOAT32;
  if (!rule) {
    const holdsFloats = [...operator.inputs, ...operator.outputs].some(isFloat);
    return holdsFloats
      ? { precision: 'float', reason: 'litetrim has no rule for it' }
      : { precision: 'other' };
  }
  const activations = tensorsOf(operator, rule, 'activation');
  if (rule.anyType || !activations.some(isFloat)) return { precision: 'other' };
  if (precision === 'float') return { precision, reason: null };
  const kernel = rule.kernels[precision];
  if (!kernel) {
    const bits = precision === 'int8' ? 8 : 16;
    return { precision: 'float', reason: rule.floatOnly ?? `LiteRT has no ${bits}-bit kernel for it` };
  }
  const reason =
    kernel.refuses?.(operator) ??
    (activations.every(isFloat) ? null : 'its inputs are of different types') ??
    (activations.some((tensor) => tensor.isVariable) ? 'it keeps a state' : null) ??
    (activations.some((tensor) => folded.has(tensor))
      ? 'it works on what is computed from constants'
      : null) ??
    kept.get(operator) ??
    refuseConstants(operator, rule, makers);
  return reason ? { precision: 'float', reason } : { precision, rule, kernel, weightBits: 8 };
}

export const beyondIntegers = `values beyond ${maxMagnitude.toExponential(0)} are too large for integer kernels`;

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
  makers: ReadonlyMap<Tensor, Operator>,
): string | null {
  const axis = rule.weights?.(operator)[0]?.axis ?? null;
  for (const [position, input] of operator.inputs.entries()) {
    const role = inputRole(rule, position);
    if (!input || role === 'index') continue;
    const constant = constantOf(input, makers);
    const largest = constant && isFloatConstant(constant) ? largestMagnitude(constant) : 0;
    if (largest === Infinity) return 'it reads infinities or what is no number (NaN) from the file';
    if (largest > maxMagnitude) return beyondIntegers;
    if (role !== 'weights' && role !== 'bias') continue;
    if (!constant) return `its ${role} is computed at run time`.replace('weights is', 'weights are');
    if (!isFloatConstant(constant) && !isSymmetricWeights(constant, axis))
      return 'it is quantized in another way already';
  }
  return null;
}
