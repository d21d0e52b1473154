import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { factsOf, outputRole, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { nameOf } from '../notes.js';
import { type IntegerType, maxMagnitude, type Range, storedRange } from './affine.js';
import { beyondIntegers } from './place-operators.js';
import { type Edges, type IntegerPlacement, isInteger, type Placement } from './placement.js';

// What integers can't hold shows in ranges only, so that it is decided after they were measured.

type Placements = ReadonlyMap<Operator, Placement>;
type Ranges = ReadonlyMap<Tensor, Range>;

/** Operators that have to stay float by the ranges of what they read and write, with the end of "… stays float: ". */
export function operatorsToKeepFloat(
  subgraph: Subgraph,
  placements: Placements,
  ranges: Ranges,
  edges: Edges,
): Map<Operator, string> {
  const kept = new Map<Operator, string>();
  for (const operator of subgraph.operators) {
    const placement = placements.get(operator);
    if (!isInteger(placement)) continue;
    const reason = tooLarge(operator, ranges) ?? beyondFixedScale(operator, placement, ranges);
    if (reason) kept.set(operator, reason);
  }
  for (const [operator, reason] of joinsOfUnequals(subgraph, placements, ranges)) kept.set(operator, reason);
  for (const [operator, reason] of divisors(subgraph, placements, ranges, edges)) kept.set(operator, reason);
  return kept;
}

function tooLarge({ inputs, outputs }: Operator, ranges: Ranges): string | null {
  const isBeyond = (tensor: Tensor | null) => tensor && magnitudeOf(ranges.get(tensor)) > maxMagnitude;
  return [...inputs, ...outputs].some(isBeyond) ? beyondIntegers : null;
}

const magnitudeOf = (range: Range | undefined): number => (range ? Math.max(-range.min, range.max) : 0);

/** A kernel that writes with one scale only cuts off what that doesn't reach. */
function beyondFixedScale(
  operator: Operator,
  { kernel, precision, rule }: IntegerPlacement,
  ranges: Ranges,
): string | null {
  if (typeof kernel.output !== 'object') return null;
  const { min, max } = storedRange({ type: precision, ...kernel.output });
  const step = kernel.output.scale;
  const [output] = operator.outputs.filter((_, i) => outputRole(rule, i) === 'activation');
  const range = output && ranges.get(output);
  if (!range || (range.min >= min - step && range.max <= max + step)) return null;
  return `its kernel writes from ${min} to ${max}, and its values reach ${(range.min < min ? range.min : range.max).toPrecision(3)}`;
}

/** A part of a join has at least so many of the 256 steps, or the join stays float. */
const leastSteps = 16;

/**
 * Joins at the model's end whose parts differ so much that one scale leaves the smaller no steps, such as boxes in
 * pixels beside scores; and what only moves the result on. Inside of a model what reads a join was trained on its parts
 * as they are, and weighs them.
 */
function joinsOfUnequals(subgraph: Subgraph, placements: Placements, ranges: Ranges): Map<Operator, string> {
  const kept = new Map<Operator, string>();
  for (const join of subgraph.operators) {
    const placement = placements.get(join);
    if (join.code !== BuiltinOperator.CONCATENATION || !isInteger(placement)) continue;
    const ways = placement.precision === 'int8' ? moversToOutputs(subgraph, join) : null;
    const reason = ways && unequalParts(join, ranges);
    for (const mover of reason ? [join, ...ways!] : []) kept.set(mover, reason!);
  }
  return kept;
}

function unequalParts({ inputs }: Operator, ranges: Ranges): string | null {
  const parts = inputs.flatMap((input) => {
    const magnitude = input ? magnitudeOf(ranges.get(input)) : 0;
    return magnitude > 0 ? [{ name: input!.name, magnitude }] : [];
  });
  const sorted = [...parts].sort((a, b) => a.magnitude - b.magnitude);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least.magnitude * 256 >= leastSteps * most.magnitude) return null;
  const part = ({ name, magnitude }: { name: string; magnitude: number }) =>
    `"${name}" to ${magnitude.toPrecision(3)}`;
  return `one scale for parts of which ${part(most)} reaches and ${part(least)} would lose the latter`;
}

/** What moves an operator's output on to the model's outputs; null: something else reads it. */
function moversToOutputs(subgraph: Subgraph, operator: Operator): Operator[] | null {
  const readers = consumers(subgraph);
  const movers: Operator[] = [];
  const open = [operator];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const output of next.outputs) {
      const following = readers.get(output) ?? [];
      if (following.length === 0 && !subgraph.outputs.includes(output)) return null;
      if (!following.every(onlyMoves)) return null;
      movers.push(...following);
      open.push(...following);
    }
  }
  return movers;
}

const onlyMoves = (operator: Operator): boolean =>
  factsOf(operator).transparent === true || ruleOf(operator)?.kernels.int8?.output === 'same';

/** Largest ratio of a divisor's largest to its smallest magnitude, by type: half a step is a fiftieth of the latter. */
const widestDivisor = { int8: 5, int16: 5 * 256 } as const;

/** By operator the input whose relative error matters: it is divided by, or its logarithm or power is taken. */
const divides: Partial<Record<BuiltinOperator, number>> = {
  [BuiltinOperator.DIV]: 1,
  [BuiltinOperator.RSQRT]: 0,
  [BuiltinOperator.LOG]: 0,
  [BuiltinOperator.POW]: 0,
};

/** Operators of which such an input is made, as long as they hand a relative error on; what makes theirs isn't looked at. */
const handsOn = new Set([
  ...[
    BuiltinOperator.ADD,
    BuiltinOperator.SUB,
    BuiltinOperator.MUL,
    BuiltinOperator.SQRT,
    BuiltinOperator.MEAN,
  ],
  ...[BuiltinOperator.SUM, BuiltinOperator.MAXIMUM, BuiltinOperator.MINIMUM, BuiltinOperator.SQUARE],
  ...[BuiltinOperator.SQUARED_DIFFERENCE, BuiltinOperator.ABS, BuiltinOperator.EXP, BuiltinOperator.RSQRT],
]);

/**
 * Operators before a division by what comes near zero, as far as they hand its relative error on, and those that divide.
 * What is in integers from its beginning has lost the digits already.
 */
function divisors(
  subgraph: Subgraph,
  placements: Placements,
  ranges: Ranges,
  edges: Edges,
): Map<Operator, string> {
  const makers = producers(subgraph);
  const kept = new Map<Operator, string>();
  for (const operator of subgraph.operators) {
    const position = divides[operator.code];
    const divisor = position === undefined ? null : operator.inputs[position];
    if (!divisor || !isNearZero(ranges.get(divisor), precisionOf(makers.get(divisor), placements))) continue;
    const before = operatorsBefore(divisor, makers).filter((each) => isInteger(placements.get(each)));
    const isGiven = edges === 'float' && subgraph.inputs.includes(divisor);
    if (before.length === 0 && !isGiven) continue;
    for (const each of before) kept.set(each, `${nameOf(operator)} needs all digits of what comes near zero`);
    if (isInteger(placements.get(operator))) kept.set(operator, 'it reads what comes near zero');
  }
  return kept;
}

/** The operators that a tensor is made by, as far as each hands a relative error on. */
function operatorsBefore(tensor: Tensor, makers: ReadonlyMap<Tensor, Operator>): Operator[] {
  const found = new Set<Operator>();
  const open = [tensor];
  for (let next = open.pop(); next; next = open.pop()) {
    const maker = makers.get(next);
    if (!maker || found.has(maker) || !(handsOn.has(maker.code) || onlyMoves(maker))) continue;
    found.add(maker);
    open.push(...maker.inputs.filter((input) => input !== null));
  }
  return [...found];
}

function precisionOf(operator: Operator | undefined, placements: Placements): IntegerType {
  const placement = operator && placements.get(operator);
  return isInteger(placement) ? placement.precision : 'int8';
}

function isNearZero(range: Range | undefined, precision: IntegerType): boolean {
  if (!range) return false;
  const { min, max } = range;
  if (min <= 0 && max >= 0) return true;
  const [near, far] = [Math.min(Math.abs(min), Math.abs(max)), Math.max(Math.abs(min), Math.abs(max))];
  return far > widestDivisor[precision] * near;
}
