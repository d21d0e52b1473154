import { newOperator, newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { logitsOf } from '../../model/interface.js';
import { consumers, producers } from '../../model/navigate.js';
import { inputRole, optionsOf, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator, ReducerOptionsT, SoftmaxOptionsT, TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { constantOf } from '../constants.js';
import { type Range, rangeOf } from './affine.js';
import { isInteger, type Placement } from './placement.js';

// A SOFTMAX doesn't tell values apart that are far below the largest of their row: masks of −10⁹, and infinities. A
// scale that covers them leaves no step for the others.

/**
 * Range of a SOFTMAX's inputs beyond which it is cut, by type: in 8 bits a step of a quarter, which changes a
 * probability by a quarter of itself.
 */
const widest = { int8: 64, int16: 64 * 256 } as const;

/** A probability that is nothing beside 1 in 8 bits, however many there are of it in a row. */
const negligible = 1 / 512;

/** A model that is only measured, with what its added operators tell, by the tensor that it is told of. */
export interface Probed {
  model: Model;
  subgraph: Subgraph;
  probes: ReadonlyMap<Tensor, Tensor>;
}

/** Operators that tell something of a tensor: the last one's output is what is measured. */
type Probe = readonly [told: Tensor, operators: readonly Operator[]];

function withProbes(model: Model, subgraph: Subgraph, added: readonly Probe[]): Probed {
  const operators = added.flatMap(([, each]) => each);
  const known = new Set(subgraph.tensors);
  const tensors = operators
    .flatMap(({ inputs, outputs }) => [...inputs, ...outputs])
    .filter((tensor): tensor is Tensor => tensor !== null && !known.has(tensor));
  const extended = {
    ...subgraph,
    operators: [...subgraph.operators, ...operators],
    tensors: [...subgraph.tensors, ...new Set(tensors)],
  };
  const exchange = (each: Subgraph): Subgraph => (each === subgraph ? extended : each);
  return {
    model: {
      ...model,
      subgraphs: model.subgraphs.map(exchange),
      signatures: model.signatures.map((each) => ({ ...each, subgraph: exchange(each.subgraph) })),
    },
    subgraph: extended,
    probes: new Map(added.map(([told, each]) => [told, each.at(-1)!.outputs[0]!])),
  };
}

/**
 * The model with the largest value of each row that a SOFTMAX in integers reads: the smallest of them is that of the row
 * that has the least to tell.
 */
export function withRowMaxima(
  model: Model,
  subgraph: Subgraph,
  placements: ReadonlyMap<Operator, Placement>,
): Probed {
  const computed = producers(subgraph);
  // Of a classifier's logits more is wanted than the probabilities show.
  const logits = logitsOf(model);
  const inputs = new Set(
    subgraph.operators
      .filter((operator) => isSoftmax(operator) && isInteger(placements.get(operator)))
      .map((operator) => operator.inputs[0]!),
  );
  const added = [...inputs]
    .filter((input) => computed.has(input) && input !== logits)
    .map((input): Probe => {
      const axis = newTensor('', TensorType.INT32, [1], { data: bytesOf(Int32Array.of(-1)) });
      const maximum = newTensor('', TensorType.FLOAT32, [...input.shape.slice(0, -1), 1]);
      const options = new ReducerOptionsT(true);
      const reduce = { inputs: [input, axis], outputs: [maximum], options };
      return [input, [newOperator(BuiltinOperator.REDUCE_MAX, reduce)]];
    });
  return withProbes(model, subgraph, added);
}

/**
 * The model with what terms of cut sums hold where the sum isn't below its limit, and 0 elsewhere: what a mask makes
 * nothing of may be larger than all else.
 */
export function withSeenTerms(model: Model, subgraph: Subgraph, limits: ReadonlyMap<Tensor, Range>): Probed {
  const added = subgraph.operators.flatMap((operator): Probe[] => {
    const [sum] = operator.outputs;
    const limit = operator.code === BuiltinOperator.ADD && sum ? limits.get(sum) : undefined;
    if (!limit || !Number.isFinite(limit.min)) return [];
    return operator.inputs.flatMap((term): Probe[] =>
      term && limits.has(term) ? [[term, seenTerm(term, sum!, limit.min)]] : [],
    );
  });
  return withProbes(model, subgraph, added);
}

/** `sum ≥ least ? term : 0` */
function seenTerm(term: Tensor, sum: Tensor, least: number): Operator[] {
  const scalar = (value: number): Tensor =>
    newTensor('', TensorType.FLOAT32, [], { data: bytesOf(Float32Array.of(value)) });
  const isSeen = newTensor('', TensorType.BOOL, [...sum.shape]);
  const seen = newTensor('', TensorType.FLOAT32, [...sum.shape]);
  return [
    newOperator(BuiltinOperator.GREATER_EQUAL, { inputs: [sum, scalar(least)], outputs: [isSeen] }),
    newOperator(BuiltinOperator.SELECT_V2, { inputs: [isSeen, term, scalar(0)], outputs: [seen] }),
  ];
}

/** What is known of tensors' values. */
export interface Seen {
  /** What a tensor takes, a constant, too. */
  range(tensor: Tensor): Range;
  /** The largest value of a term where its sum is seen; left out: its largest. */
  largestSeen?(tensor: Tensor): number | undefined;
}

/**
 * Tensors of which only SOFTMAX operators see anything, directly or through sums, scalings, choices and moves, with the
 * values beyond which it doesn't matter what they hold.
 *
 * @param limitOf by a SOFTMAX the value of its input from which on it sees it; null: it isn't cut
 */
export function softmaxLimits(
  subgraph: Subgraph,
  limitOf: (softmax: Operator) => number | null,
  seen: Seen,
): Map<Tensor, Range> {
  const readers = consumers(subgraph);
  const offers = new Map<Tensor, Range[]>();
  const limits = new Map<Tensor, Range>();
  const settle = (tensor: Tensor): Range | null => {
    const offered = offers.get(tensor) ?? [];
    const isSeen = subgraph.outputs.includes(tensor) || offered.length !== readers.get(tensor)?.length;
    if (isSeen || offered.length === 0) return null;
    const limit = {
      min: Math.min(...offered.map(({ min }) => min)),
      max: Math.max(...offered.map(({ max }) => max)),
    };
    limits.set(tensor, limit);
    return limit;
  };
  for (const operator of [...subgraph.operators].reverse()) {
    const limit = isSoftmax(operator) ? from(limitOf(operator)) : settle(operator.outputs[0] ?? noTensor);
    if (limit === null) continue;
    for (const [input, offered] of passedOn(operator, limit, seen))
      offers.set(input, [...(offers.get(input) ?? []), offered]);
  }
  for (const input of subgraph.inputs) settle(input);
  return limits;
}

const from = (min: number | null): Range | null => (min === null ? null : { min, max: Infinity });

const noTensor = newTensor('', TensorType.FLOAT32, []);

const isSoftmax = ({ code, inputs }: Operator): boolean =>
  code === BuiltinOperator.SOFTMAX && inputs[0] != null;

/** Scales reach so far beyond what was measured at most: the other term of a sum has to outweigh that. */
const room = 2;

/** By input the values beyond which an output is beyond its limit whatever the other inputs are. */
function passedOn(operator: Operator, limit: Range, seen: Seen): [Tensor, Range][] {
  const rule = ruleOf(operator);
  if (!rule) return [];
  const { code } = operator;
  const [a, b] = operator.inputs;
  const compares = code === BuiltinOperator.MAXIMUM || code === BuiltinOperator.MINIMUM;
  if (isSoftmax(operator) || (rule.kernels.int8?.output === 'same' && !compares)) {
    const inputs = operator.inputs.filter((_, i) => inputRole(rule, i) === 'activation');
    return inputs.flatMap((input) => (input ? [[input, limit]] : []));
  }
  if (!a || !b) return [];
  if (code === BuiltinOperator.ADD) {
    const largest = (term: Tensor) => room * Math.max(0, seen.largestSeen?.(term) ?? seen.range(term).max);
    const offer = (term: Tensor, other: Tensor): [Tensor, Range] => [
      term,
      { min: limit.min - largest(other), max: seen.largestSeen?.(term) ?? Infinity },
    ];
    return [offer(a, b), offer(b, a)];
  }
  const { min, max } = seen.range(b);
  if (code !== BuiltinOperator.MUL || !(min > 0)) return [];
  return [
    [a, { min: limit.min / (limit.min < 0 ? min : max), max: limit.max / (limit.max < 0 ? max : min) }],
  ];
}

/** What cuts of ranges come to. */
export interface CutRanges {
  ranges: Map<Tensor, Range>;
  /** Makers of what is cut that have no kernel to saturate by, with the reason why they stay float. */
  float: Map<Operator, string>;
}

/** Ranges without what no SOFTMAX sees, where it would take most of the steps. */
export async function cutForSoftmax(
  model: Model,
  subgraph: Subgraph,
  placements: ReadonlyMap<Operator, Placement>,
  measure: (probed: Probed, tensors: readonly Tensor[]) => Promise<Map<Tensor, Range>>,
  tensors: readonly Tensor[],
): Promise<CutRanges> {
  const probed = withRowMaxima(model, subgraph, placements);
  const measured = await measure(probed, tensors);
  const limitOf = (softmax: Operator) =>
    softmaxLimit(softmax, placements.get(softmax), measured, probed.probes);
  const range = rangesOf(subgraph, measured);
  const first = softmaxLimits(subgraph, limitOf, { range });
  const terms = withSeenTerms(model, subgraph, first);
  const seen = terms.probes.size > 0 ? await measure(terms, []) : new Map<Tensor, Range>();
  const largestSeen = (tensor: Tensor) => seen.get(terms.probes.get(tensor) ?? tensor)?.max;
  const limits = terms.probes.size > 0 ? softmaxLimits(subgraph, limitOf, { range, largestSeen }) : first;
  return { ranges: cut(measured, limits), float: cutByFloat(subgraph, placements, measured, limits) };
}

function rangesOf(subgraph: Subgraph, measured: ReadonlyMap<Tensor, Range>): Seen['range'] {
  const makers = producers(subgraph);
  return (tensor) => {
    const constant = measured.has(tensor) ? null : constantOf(tensor, makers);
    return (
      measured.get(tensor) ?? (constant ? rangeOf(realValues(constant)) : { min: -Infinity, max: Infinity })
    );
  };
}

function cut(measured: ReadonlyMap<Tensor, Range>, limits: ReadonlyMap<Tensor, Range>): Map<Tensor, Range> {
  const ranges = new Map(measured);
  for (const [tensor, limit] of limits) {
    const range = measured.get(tensor);
    if (!range) continue;
    const max = Math.min(range.max, Math.max(limit.max, limit.min));
    ranges.set(tensor, { min: Math.min(max, Math.max(range.min, limit.min)), max });
  }
  return ranges;
}

/** An operator whose result is cut by so much has no integer kernel that saturates: their factors have a bound. */
const mostCut = 16;

function cutByFloat(
  subgraph: Subgraph,
  placements: ReadonlyMap<Operator, Placement>,
  measured: ReadonlyMap<Tensor, Range>,
  limits: ReadonlyMap<Tensor, Range>,
): Map<Operator, string> {
  const float = new Map<Operator, string>();
  for (const operator of subgraph.operators) {
    const [output] = operator.outputs;
    const [range, limit] = [output && measured.get(output), output && limits.get(output)];
    if (!range || !limit || !isInteger(placements.get(operator)) || ruleOf(operator)?.weights) continue;
    if (operator.inputs.some((input) => input && limits.has(input)) || range.min >= mostCut * limit.min)
      continue;
    const [reached, seen] = [range.min, limit.min].map((value) => value.toPrecision(3));
    float.set(operator, `its values reach ${reached}, of which SOFTMAX sees those from ${seen} on`);
  }
  return float;
}

function softmaxLimit(
  softmax: Operator,
  placement: Placement | undefined,
  measured: ReadonlyMap<Tensor, Range>,
  maxima: ReadonlyMap<Tensor, Tensor>,
): number | null {
  const [input] = softmax.inputs as [Tensor];
  const [range, maximum] = [measured.get(input), maxima.get(input)];
  const smallest = maximum && measured.get(maximum)?.min;
  if (!isInteger(placement) || !range || smallest === undefined || !Number.isFinite(smallest)) return null;
  if (range.max - range.min <= widest[placement.precision]) return null;
  const { beta } = optionsOf(softmax, SoftmaxOptionsT);
  const count = input.shape.at(-1) ?? 1;
  return beta > 0 ? smallest - Math.log(count / negligible) / beta : null;
}
