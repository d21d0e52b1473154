import { realValues } from '../../model/dequantize.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { inputRole, type Kernel, outputRole } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { constantOf } from '../constants.js';
import { clamp, type IntegerType, type Range, rangeOf, type StoredForm } from './affine.js';
import { leastOutputScale } from './int8-layer.js';
import { type Edges, type IntegerPlacement, isInteger, type Placement } from './placement.js';
import { saturations } from './saturation.js';
import { ScaleGroups } from './scale-groups.js';

/** How an integer operator reads one of its activation inputs. */
export interface Read {
  /** The constant that it is; null: it is computed. */
  constant: Tensor | null;
  form: StoredForm;
}

/** The form of every activation that integer operators touch. */
export interface ActivationPlan {
  /** Tensors that are computed, or handed in by the caller, as integers. */
  stored: Map<Tensor, StoredForm>;
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

/** 16 bits have room to spare for samples that go beyond those that were measured. */
const int16Headroom = 2;

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
  const useful = usefulRanges(subgraph, placements, ranges);
  const planner = new Planner(producers(subgraph), useful, { int8: 1, int16: int16Headroom });
  if (edges !== 'float') planner.handIn(subgraph.inputs, edges);
  for (const [operator, placement] of placements) {
    if (isInteger(placement)) planner.visit(operator, placement);
  }
  for (const [operator, placement] of placements) {
    if (isInteger(placement)) planner.heedLimits(operator, placement);
  }
  return planner.plan();
}

/** Ranges without what all readers of a tensor cut off. */
function usefulRanges(
  subgraph: Subgraph,
  placements: Map<Operator, Placement>,
  ranges: Map<Tensor, Range>,
): Map<Tensor, Range> {
  const useful = new Map(ranges);
  const kernelOf = (operator: Operator): Kernel | undefined => {
    const placement = placements.get(operator);
    return isInteger(placement) ? placement.kernel : undefined;
  };
  for (const [tensor, { min, max }] of saturations(subgraph, kernelOf)) {
    const range = ranges.get(tensor);
    const within = (value: number): number => clamp(value, min, max);
    if (range) useful.set(tensor, { min: within(range.min), max: within(range.max) });
  }
  return useful;
}

interface ActivationInput {
  position: number;
  tensor: Tensor;
  constant: Tensor | null;
}

/** An input, and what stands for it in the groups: a constant is stored anew for each of its readers. */
type KeyedInput = ActivationInput & { key: object };

/** Visits integer operators in execution order, so that a tensor's writer is seen before its readers. */
class Planner {
  readonly #groups = new ScaleGroups();
  /** The type that a tensor is computed or handed in as. */
  readonly #types = new Map<Tensor, IntegerType>();
  readonly #handedIn = new Map<Tensor, IntegerType>();
  /** What stands for a tensor that is read in another type than it is computed in. */
  readonly #converted = new Map<Tensor, Record<IntegerType, object>>();
  readonly #keys = new Map<Operator, KeyedInput[]>();
  readonly #makers: Map<Tensor, Operator>;
  readonly #ranges: Map<Tensor, Range>;
  readonly #headroom: Record<IntegerType, number>;

  constructor(
    makers: Map<Tensor, Operator>,
    ranges: Map<Tensor, Range>,
    headroom: Record<IntegerType, number>,
  ) {
    this.#makers = makers;
    this.#ranges = ranges;
    this.#headroom = headroom;
  }

  /** The caller hands over integers, where an integer operator reads them. */
  handIn(inputs: Tensor[], type: IntegerType): void {
    for (const tensor of inputs) this.#handedIn.set(tensor, type);
  }

  visit(operator: Operator, placement: IntegerPlacement): void {
    const { precision, kernel } = placement;
    const rule = kernel.output;
    const outputs = activationOutputs(operator, placement);
    const fixed = typeof rule === 'object' ? { type: precision, ...rule } : null;
    for (const tensor of outputs) {
      this.#groups.add(tensor, precision, this.#ranges.get(tensor)!, fixed, this.#headroom[precision]);
      this.#types.set(tensor, precision);
    }
    const inputs = activationInputs(operator, placement, this.#makers).map((input) => ({
      ...input,
      key: this.#keyOf(input, precision),
    }));
    this.#keys.set(operator, rule === 'same' ? this.#joinAll(outputs, inputs) : inputs);
  }

  /** Widens outputs that are too narrow for their kernel: sums that cancel out, constants, layers always cut off. */
  heedLimits(operator: Operator, placement: IntegerPlacement): void {
    const forms = this.#keys.get(operator)!.map(({ key }) => this.#groups.form(key));
    const limit = Math.max(
      placement.kernel.minOutputScale?.(forms.map(({ scale }) => scale)) ?? 0,
      placement.precision === 'int8' ? leastOutputScale(operator, placement, forms[0]!, this.#makers) : 0,
    );
    for (const tensor of activationOutputs(operator, placement)) this.#groups.raise(tensor, limit);
  }

  plan(): ActivationPlan {
    const reads: ActivationPlan['reads'] = new Map();
    for (const [operator, inputs] of this.#keys)
      reads.set(operator, new Map(inputs.map((input) => this.#read(input))));
    const stored = [...this.#types.keys()].map((tensor) => [tensor, this.#groups.form(tensor)] as const);
    return { stored: new Map(stored), reads };
  }

  #keyOf({ tensor, constant }: ActivationInput, type: IntegerType): object {
    const handedIn = this.#handedIn.get(tensor);
    if (handedIn) this.#types.set(tensor, handedIn);
    const key = constant ? {} : this.#keyFor(tensor, type);
    const range = constant ? rangeOf(realValues(constant)) : this.#ranges.get(tensor)!;
    const unpacked = unpackedFrom(tensor, this.#makers);
    this.#groups.add(key, type, range, unpacked?.type === type ? unpacked : null);
    if (handedIn) this.#groups.add(tensor, handedIn, range);
    return key;
  }

  #keyFor(tensor: Tensor, type: IntegerType): object {
    if (this.#types.get(tensor) === type) return tensor;
    const keys = this.#converted.get(tensor) ?? { int8: {}, int16: {} };
    this.#converted.set(tensor, keys);
    return keys[type];
  }

  /** Puts an operator's activations under one scale; inputs that can't be are read requantized to it. */
  #joinAll(outputs: Tensor[], inputs: KeyedInput[]): KeyedInput[] {
    const [anchor, ...others] = outputs;
    for (const tensor of others) this.#groups.join(anchor!, tensor);
    return inputs.map((input) =>
      this.#groups.join(anchor!, input.key) ? input : { ...input, key: anchor! },
    );
  }

  #read({ position, constant, key }: KeyedInput): [number, Read] {
    return [position, { constant, form: this.#groups.form(key) }];
  }
}

function activationInputs(
  operator: Operator,
  placement: Placement,
  makers: Map<Tensor, Operator>,
): ActivationInput[] {
  if (!isInteger(placement)) return [];
  return operator.inputs.flatMap((tensor, position) => {
    const isActivation = tensor && inputRole(placement.rule, position) === 'activation';
    return isActivation ? [{ position, tensor, constant: constantOf(tensor, makers) }] : [];
  });
}

function activationOutputs(operator: Operator, placement: Placement): Tensor[] {
  if (!isInteger(placement)) return [];
  return operator.outputs.filter((_, position) => outputRole(placement.rule, position) === 'activation');
}

/** The form of the integer tensor that a DEQUANTIZE unpacks: reading that costs no conversion. */
function unpackedFrom(tensor: Tensor, makers: Map<Tensor, Operator>): StoredForm | null {
  const maker = makers.get(tensor);
  const packed = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : null;
  return packed && !packed.data ? storedFormOf(packed) : null;
}

/** How an int8 or int16 tensor with one scale is stored; null for any other tensor. */
export function storedFormOf({ type, quantization }: Tensor): StoredForm | null {
  if (quantization?.scale.length !== 1) return null;
  const parameters = { scale: quantization.scale[0]!, zeroPoint: Number(quantization.zeroPoint[0] ?? 0n) };
  if (type === TensorType.INT8) return { type: 'int8', ...parameters };
  return type === TensorType.INT16 ? { type: 'int16', ...parameters } : null;
}
