import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import {
  elements,
  inputRole,
  type KernelType,
  raiseVersion,
  ruleOf,
  type WeightsInput,
} from '../../model/operators/index.js';
import { type BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { byteCount, bytesOf } from '../../model/tensors.js';
import { constantOf, isSymmetricWeights } from '../constants.js';
import { addNote, listOf } from '../notes.js';
import type { TransformContext } from '../types.js';
import { DerivedConstants } from './derived-constants.js';
import type { ConstantContext } from './int8-layer.js';
import { packWeights } from './packed-weights.js';
import type { SchemeChoice } from './rules.js';
import { type Scheme, schemes } from './schemes.js';
import { blockwiseForm, float16Form, hasBlocks, integerForm, type WeightForm } from './weight-forms.js';

interface WeightOptions {
  schemes: SchemeChoice;
  /** Operators whose weights have one scale for all channels. */
  perTensor: ReadonlySet<BuiltinOperator>;
  /** Weights of fewer elements stay as they are; null: those that would save no bytes. */
  minElements: number | null;
  /** 4-bit matrices have a scale for each block of so many weights of a row; null: for each channel. */
  blockSize: number | null;
}

/** How one of an operator's weights is stored. */
interface Narrowing {
  input: number;
  axis: number | null;
  form: WeightForm;
  /** The kernel computes with it as it is stored; else a DEQUANTIZE unpacks it. */
  kernel: KernelType | null;
}

/**
 * Stores the weights of operators that go on computing in float, by choice or because they can't compute in
 * integers throughout, in fewer bits. Kernels that can compute
 * with them so do, where their scheme says it; others' weights are unpacked when the model is loaded.
 *
 * @returns how many tensors were stored anew
 */
export function narrowWeights(model: Model, options: WeightOptions, context: TransformContext): number {
  const tooLarge = new Set<string>();
  const narrower = new Narrower(options, tooLarge);
  const constants = new DerivedConstants();
  let stored = 0;
  for (const subgraph of model.subgraphs) {
    const plan = new Map(subgraph.operators.map((operator) => [operator, narrower.plan(operator)]));
    const packings = (operator: Operator) => plan.get(operator)!.filter(({ kernel }) => kernel === null);
    const isWorthwhile = (constant: Tensor, { form, axis }: Narrowing): boolean =>
      narrower.isWorthwhile(constant, form, axis, unpackingBytes);
    stored += packWeights(subgraph, packings, isWorthwhile, constants);
    const places = { subgraph, constants, makers: producers(subgraph) };
    for (const [operator, narrowings] of plan) {
      for (const narrowing of narrowings) {
        if (narrowing.kernel) stored += computeWith(operator, narrowing, narrower, places);
      }
    }
  }
  constants.finish(model);
  if (tooLarge.size > 0) {
    addNote(context, 'warning', `Beyond float16's range, and so left in float32: ${listOf([...tooLarge])}.`);
  }
  return stored;
}

/** Bytes of a DEQUANTIZE with its output's tensor, and of quantization parameters. */
const unpackingBytes = 256;
const quantizationBytes = 64;

class Narrower {
  readonly #options: WeightOptions;
  readonly #tooLarge: Set<string>;

  constructor(options: WeightOptions, tooLarge: Set<string>) {
    this.#options = options;
    this.#tooLarge = tooLarge;
  }

  /** What is to become of an operator's weights, if they are worth it. */
  plan(operator: Operator): Narrowing[] {
    const name = this.#options.schemes.of(operator);
    const rule = ruleOf(operator);
    if (name === 'float' || !rule?.weights || operator.outputs[0]?.type !== TensorType.FLOAT32) return [];
    const scheme = withoutSamples(schemes[name]);
    return rule.weights(operator).map((place) => this.#narrowing(operator, place, scheme));
  }

  isWorthwhile(constant: Tensor, form: WeightForm, axis: number | null, overhead: number): boolean {
    const { minElements } = this.#options;
    if (minElements !== null) return elements(constant) >= minElements;
    return form.bytes(constant, axis) + overhead < byteCount(constant.type, constant.shape)!;
  }

  #narrowing(operator: Operator, place: WeightsInput, scheme: Scheme): Narrowing {
    const { input } = place;
    const axis = this.#options.perTensor.has(operator.code) ? null : place.axis;
    const bits = scheme.weights === 'int4' && !place.wants8Bits && place.axis !== null ? 4 : 8;
    const kernel = scheme.compute === 'hybrid' ? hybridKernel(operator, bits) : null;
    if (scheme.weights === 'float16') return { input, axis, kernel, form: float16Form(this.#tooLarge) };
    // The kernels of 4 bits read pairs; where they can't, those of 8 bits do.
    if (kernel === 'hybrid') return { input, axis, kernel, form: integerForm(8) };
    const { blockSize } = this.#options;
    // LiteRT has no DEQUANTIZE of blocks: it makes zeros of them without a word.
    const inBlocks =
      kernel === 'hybrid4' && blockSize !== null && hasBlocks(operator.inputs[input]!, blockSize);
    return { input, axis, kernel, form: inBlocks ? blockwiseForm(blockSize) : integerForm(bits) };
  }
}

/**
 * What becomes of an operator that can't compute in integers throughout though its scheme does: it has no such
 * kernel, or belongs to a subgraph that samples don't reach. Its weights are stored in as few bits all the same.
 */
function withoutSamples(scheme: Scheme): Scheme {
  const isStatic = scheme.compute === 'int8' || scheme.compute === 'int16';
  if (!isStatic) return scheme;
  return schemes[scheme.weights === 'int4' ? 'dynamic-int4' : 'dynamic-int8'];
}

/** The kernel that computes with weights of so many bits; null: there is none, or float is faster. */
function hybridKernel(operator: Operator, bits: 8 | 4): KernelType | null {
  const kernels = ruleOf(operator)!.kernels;
  const types: KernelType[] = bits === 4 ? ['hybrid4', 'hybrid'] : ['hybrid'];
  const runs = (type: KernelType): boolean => {
    const kernel = kernels[type];
    return kernel !== undefined && !kernel.undelegated && !kernel.refuses?.(operator);
  };
  return types.find(runs) ?? null;
}

/** Whether an operator has a kernel that computes with an integer constant as it is stored. */
function canReadAsIs(operator: Operator, input: number, constant: Tensor): boolean {
  const place = ruleOf(operator)!.weights!(operator).find((weights) => weights.input === input);
  if (!isSymmetricWeights(constant, place!.axis)) return false;
  return constant.type === TensorType.INT8 || hybridKernel(operator, 4) === 'hybrid4';
}

type HybridContext = Pick<ConstantContext, 'subgraph' | 'constants' | 'makers'>;

/** Kernels that quantize activations anew read a bias in float32, as a constant: a few bytes more than in half precision. */
function unpackBias(operator: Operator, { subgraph, constants, makers }: HybridContext): void {
  const rule = ruleOf(operator)!;
  for (const [position, input] of operator.inputs.entries()) {
    const bias = inputRole(rule, position) === 'bias' ? constantOf(input, makers) : null;
    if (!bias || bias === input) continue;
    operator.inputs[position] = constants.derive(subgraph, bias, 'float32', 'float32', () => ({
      type: TensorType.FLOAT32,
      data: bytesOf(realValues(bias)),
      quantization: null,
    }));
  }
}

/** Gives an operator narrow weights; returns how many tensors were stored anew: 1 or 0. */
function computeWith(
  operator: Operator,
  { input, axis, form }: Narrowing,
  narrower: Narrower,
  { subgraph, constants, makers }: HybridContext,
): number {
  const constant = constantOf(operator.inputs[input], makers);
  if (!constant) return 0;
  const isNarrow = canReadAsIs(operator, input, constant);
  if (
    !isNarrow &&
    !(form.accepts(constant) && narrower.isWorthwhile(constant, form, axis, quantizationBytes))
  ) {
    return 0;
  }
  const stored = isNarrow
    ? constant
    : constants.derive(subgraph, constant, `${form.name} ${axis}`, form.name, () =>
        form.store(constant, axis),
      );
  if (operator.inputs[input] === stored) return 0;
  operator.inputs[input] = stored;
  unpackBias(operator, { subgraph, constants, makers });
  const { options } = operator;
  if (options && 'asymmetricQuantizeInputs' in options) options.asymmetricQuantizeInputs = true;
  raiseVersion(operator);
  return 1;
}
