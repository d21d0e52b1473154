import { realValues } from '../../model/dequantize.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { inputRole, outputRole } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { constantOf } from '../constants.js';
import { type AffineParameters, type Range, rangeOf } from './affine.js';
import type { Edges, Placement } from './placement.js';
import { ScaleGroups } from './scale-groups.js';

/** How an int8 operator reads one of its activation inputs. */
export interface Read {
  /** The constant that it is; null: it is computed. */
  constant: Tensor | null;
  parameters: AffineParameters;
}

/** The parameters of every activation that int8 operators touch. */
export interface ActivationPlan {
  /** Tensors that are computed, or handed in by the caller, as int8. */
  stored: Map<Tensor, AffineParameters>;
  /** By operator and position of the input. */
  reads: Map<Operator, Map<number, Read>>;
}

/** The float tensors whose ranges `planActivations` must know. */
export function tensorsToCalibrate(subgraph: Subgraph, placements: Map<Operator, Placement>): Tensor[] {
  const makers = producers(subgraph);
  const wanted = new Set<Tensor>();
  for (const [operator, placement] of placements) {
    for (const { tensor, constant } of activationInputs(operator, placement, makers)) {
      if (!constant) wanted.add(tensor);
    }
    for (const tensor of activationOutputs(operator, placement)) wanted.add(tensor);
  }
  return subgraph.tensors.filter((tensor) => wanted.has(tensor));
}

/**
 * Chooses scale and zero point of every activation: by its range, by the fixed scale of the kernel that
 * writes it, and one for all activations that a kernel wants to be the same.
 *
 * @param ranges of every tensor that `tensorsToCalibrate` names
 */
export function planActivations(
  subgraph: Subgraph,
  placements: Map<Operator, Placement>,
  ranges: Map<Tensor, Range>,
  edges: Edges,
): ActivationPlan {
  const planner = new Planner(producers(subgraph), ranges);
  for (const [operator, placement] of placements) {
    if (placement.precision === 'int8') planner.visit(operator, placement);
  }
  for (const [operator, placement] of placements) {
    if (placement.precision === 'int8') planner.heedLimits(operator, placement);
  }
  return planner.plan(edges === 'int8' ? subgraph.inputs : []);
}

interface ActivationInput {
  position: number;
  tensor: Tensor;
  constant: Tensor | null;
}

type Int8Placement = Extract<Placement, { precision: 'int8' }>;

/** Visits int8 operators in execution order, so that a tensor's writer is seen before its readers. */
class Planner {
  readonly #groups = new ScaleGroups();
  readonly #outputs: Tensor[] = [];
  /** What stands for an input in the groups: a constant is stored anew for each of its readers. */
  readonly #keys = new Map<Operator, (ActivationInput & { key: object })[]>();

  constructor(
    private readonly makers: Map<Tensor, Operator>,
    private readonly ranges: Map<Tensor, Range>,
  ) {}

  visit(operator: Operator, placement: Int8Placement): void {
    const rule = placement.kernel.output;
    const outputs = activationOutputs(operator, placement);
    const fixed = typeof rule === 'object' ? rule : null;
    for (const tensor of outputs) this.#groups.add(tensor, this.ranges.get(tensor)!, fixed);
    this.#outputs.push(...outputs);
    const inputs = activationInputs(operator, placement, this.makers).map((input) => this.#addInput(input));
    this.#keys.set(operator, rule === 'same' ? this.#joinAll(outputs, inputs) : inputs);
  }

  /** Widens outputs that are too narrow for their kernel: sums that cancel out, constants. */
  heedLimits(operator: Operator, placement: Int8Placement): void {
    const scales = this.#keys.get(operator)!.map(({ key }) => this.#groups.parameters(key).scale);
    const limit = placement.kernel.minOutputScale?.(scales) ?? 0;
    for (const tensor of activationOutputs(operator, placement)) this.#groups.raise(tensor, limit);
  }

  plan(int8Inputs: Tensor[]): ActivationPlan {
    const handedIn = int8Inputs.filter((tensor) => this.#groups.has(tensor));
    const reads: ActivationPlan['reads'] = new Map();
    for (const [operator, inputs] of this.#keys)
      reads.set(operator, new Map(inputs.map((input) => this.#read(input))));
    const stored = [...this.#outputs, ...handedIn].map(
      (tensor) => [tensor, this.#groups.parameters(tensor)] as const,
    );
    return { stored: new Map(stored), reads };
  }

  #addInput(input: ActivationInput): ActivationInput & { key: object } {
    const { tensor, constant } = input;
    const key = constant ? {} : tensor;
    const range = constant ? rangeOf(realValues(constant)) : this.ranges.get(tensor)!;
    this.#groups.add(key, range, unpackedFrom(tensor, this.makers));
    return { ...input, key };
  }

  /** Puts an operator's activations under one scale; inputs that can't be are read requantized to it. */
  #joinAll(outputs: Tensor[], inputs: (ActivationInput & { key: object })[]): typeof inputs {
    const [anchor, ...others] = outputs;
    for (const tensor of others) this.#groups.join(anchor!, tensor);
    return inputs.map((input) =>
      this.#groups.join(anchor!, input.key) ? input : { ...input, key: anchor! },
    );
  }

  #read({ position, constant, key }: ActivationInput & { key: object }): [number, Read] {
    return [position, { constant, parameters: this.#groups.parameters(key) }];
  }
}

function activationInputs(
  operator: Operator,
  placement: Placement,
  makers: Map<Tensor, Operator>,
): ActivationInput[] {
  if (placement.precision !== 'int8') return [];
  return operator.inputs.flatMap((tensor, position) => {
    const isActivation = tensor && inputRole(placement.rule, position) === 'activation';
    return isActivation ? [{ position, tensor, constant: constantOf(tensor, makers) }] : [];
  });
}

function activationOutputs(operator: Operator, placement: Placement): Tensor[] {
  if (placement.precision !== 'int8') return [];
  return operator.outputs.filter((_, position) => outputRole(placement.rule, position) === 'activation');
}

/** The parameters of the int8 tensor that a DEQUANTIZE unpacks: reading that costs no conversion. */
function unpackedFrom(tensor: Tensor, makers: Map<Tensor, Operator>): AffineParameters | null {
  const maker = makers.get(tensor);
  const packed = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : null;
  return packed && !packed.data ? int8ParametersOf(packed) : null;
}

/** How an int8 tensor with one scale is stored; null for any other tensor. */
export function int8ParametersOf({ type, quantization }: Tensor): AffineParameters | null {
  if (type !== TensorType.INT8 || quantization?.scale.length !== 1) return null;
  return { scale: quantization.scale[0]!, zeroPoint: Number(quantization.zeroPoint[0] ?? 0n) };
}
