import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { logitsOf, mainSubgraph } from '../../model/interface.js';
import { producers } from '../../model/navigate.js';
import { inputRole, ruleOf } from '../../model/operators/index.js';
import { constantOf, isFloat } from '../constants.js';
import { isTrainable } from './grids.js';
import { isReal, whyWithoutGradient } from './operators/index.js';

/** What is chosen anew of weights in integers, through whose rounding training goes: the other stays as it is. */
export type Rounding = 'codes' | 'scales';

/** A constant that is trained: weights or a bias. */
export interface Weight {
  /** What stores it; others may share its data. */
  tensor: Tensor;
  /** `scales`: factors of its scales, which start at 1; its codes stay. */
  role: 'weights' | 'bias' | 'scales';
}

/** What of a model is trained. It follows from the model alone, so that every thread finds the same. */
export interface Plan {
  subgraph: Subgraph;
  /** What the loss is made of: the logits where there are some, else the outputs. */
  targets: Tensor[];
  /** True: `targets` are logits of classes. */
  classifies: boolean;
  /** Inputs of the model, and outputs of operators without gradient: known before training starts. */
  feeds: Tensor[];
  weights: Weight[];
  /** Operators that the targets depend on and that nothing can be trained through. */
  blocking: { operator: Operator; reason: string }[];
  /** Layers in front of those, or shared with other parts of the model: they stay as they are. */
  frozen: Operator[];
  rounding: Rounding | null;
}

/**
 * Plans the training of everything between a model's inputs, or its last operators without gradient, and its head.
 *
 * @param rounding null: what is stored in integers isn't trained, nor anything through it
 */
export function planTraining(model: Model, rounding: Rounding | null = null): Plan {
  const rounds = rounding !== null;
  const subgraph = mainSubgraph(model);
  const makers = producers(subgraph);
  const logits = logitsOf(model);
  const targets = logits ? [logits] : subgraph.outputs.filter((tensor) => isReal(tensor, rounds));
  const region = regionBehind(targets, makers, rounds);
  const trained = region.operators.filter((operator) => !region.upstream.has(operator));
  const order = new Map(subgraph.operators.map((operator, i) => [operator, i]));
  trained.sort((a, b) => order.get(a)! - order.get(b)!);
  const isShared = usedElsewhere(model, new Set(trained));
  const weights = trained.flatMap((operator) => weightsOf(operator, makers, rounding));
  const own = weights.filter(({ tensor }) => !isShared(tensor.data!));
  const frozen = [...region.upstream].filter((operator) => weightsOf(operator, makers, rounding).length > 0);
  return {
    subgraph,
    targets,
    classifies: logits !== null,
    feeds: subgraph.tensors.filter((tensor) => region.feeds.has(tensor)),
    weights: firstOfEach(own),
    blocking: region.blocking,
    frozen,
    rounding,
  };
}

interface Region {
  operators: Operator[];
  feeds: Set<Tensor>;
  blocking: Plan['blocking'];
  /** Everything that feeds other than inputs depend on. */
  upstream: Set<Operator>;
}

/** What the targets depend on, back to inputs and to operators without gradient. */
function regionBehind(
  targets: readonly Tensor[],
  makers: ReadonlyMap<Tensor, Operator>,
  rounds: boolean,
): Region {
  const region: Region = { operators: [], feeds: new Set(), blocking: [], upstream: new Set() };
  const seen = new Set<Operator>();
  const open = [...targets];
  for (let tensor = open.pop(); tensor; tensor = open.pop()) {
    const maker = makers.get(tensor);
    if (tensor.data || constantOf(tensor, makers)) continue;
    const reason = maker ? whyWithoutGradient(maker, rounds) : null;
    if (!maker || reason) region.feeds.add(tensor);
    if (!maker || seen.has(maker)) continue;
    seen.add(maker);
    if (reason) {
      region.blocking.push({ operator: maker, reason });
      addUpstream(maker, makers, region.upstream);
    } else {
      region.operators.push(maker);
      open.push(...realInputs(maker, rounds));
    }
  }
  return region;
}

/** Inputs whose values count: a RESHAPE's or a RESIZE's size is known by its output. */
function realInputs({ inputs }: Operator, rounds: boolean): Tensor[] {
  return inputs.filter((tensor) => tensor !== null && isReal(tensor, rounds)) as Tensor[];
}

function addUpstream(operator: Operator, makers: ReadonlyMap<Tensor, Operator>, found: Set<Operator>): void {
  const open = [operator];
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const input of next.inputs) {
      const maker = input && makers.get(input);
      if (maker) open.push(maker);
    }
  }
}

function weightsOf(
  operator: Operator,
  makers: ReadonlyMap<Tensor, Operator>,
  rounding: Rounding | null,
): Weight[] {
  const rule = ruleOf(operator);
  if (!rule) return [];
  const positions = new Set(rule.weights?.(operator).map(({ input }) => input));
  return operator.inputs.flatMap((input, position): Weight[] => {
    const role = positions.has(position) ? 'weights' : inputRole(rule, position) === 'bias' ? 'bias' : null;
    const tensor = role && storedConstant(input, makers);
    if (!role || !tensor) return [];
    if (isFloat(tensor)) return [{ tensor, role }];
    if (!rounding || !isTrainable(tensor)) return [];
    return [{ tensor, role: role === 'weights' && rounding === 'scales' ? 'scales' : role }];
  });
}

/** The constant that an input is, also one in blocks. */
export function storedConstant(input: Tensor | null, makers: ReadonlyMap<Tensor, Operator>): Tensor | null {
  const isInBlocks = input?.data && input.quantization?.details?.kind === 'blockwise';
  return isInBlocks ? input : constantOf(input, makers);
}

/** Whether a constant's data is read by an operator that isn't trained. */
function usedElsewhere(model: Model, trained: ReadonlySet<Operator>): (data: Uint8Array) => boolean {
  const used = new Set<Uint8Array>();
  for (const subgraph of model.subgraphs) {
    const makers = producers(subgraph);
    for (const operator of subgraph.operators) {
      if (trained.has(operator)) continue;
      // A DEQUANTIZE of weights belongs to the layers that read what it unpacks.
      const [unpacked] = operator.outputs;
      if (unpacked && constantOf(unpacked, makers)) continue;
      for (const input of operator.inputs) {
        const constant = storedConstant(input, makers);
        if (constant) used.add(constant.data!);
      }
    }
  }
  return (data) => used.has(data);
}

function firstOfEach(weights: Weight[]): Weight[] {
  const byData = new Map<Uint8Array, Weight>();
  for (const weight of weights) {
    const { data } = weight.tensor;
    if (!byData.has(data!)) byData.set(data!, weight);
  }
  return [...byData.values()];
}
