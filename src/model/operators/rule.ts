import type { Operator, OperatorOptions, Tensor } from '../graph.js';
import { ActivationFunctionType } from '../schema/index.js';
import { elementCount } from '../tensors.js';
import type { Channels, ResizeChannels } from './channels.js';
import type { OperatorFacts } from './facts.js';

/** What an input or output is to its operator. */
export type Role =
  /** Real numbers, computed or constant, quantized with one scale for the whole tensor. */
  | 'activation'
  /** Constant real numbers, quantized with one scale for each output channel. */
  | 'weights'
  /** Constant real numbers, quantized with the scale input × weights. */
  | 'bias'
  /** Real numbers that an operator keeps from one inference to the next. */
  | 'state'
  /** Integers and booleans: axes, shapes, indices, conditions. Never quantized. */
  | 'index';

/** The scale and zero point that a kernel demands of its output. */
interface FixedScale {
  scale: number;
  zeroPoint: number;
}

/** How the scale of an operator's outputs relates to that of its inputs. */
type OutputScale =
  /** Every activation has a scale of its own. */
  | 'free'
  /** All activations, inputs and outputs, share one scale and zero point. */
  | 'same'
  | FixedScale;

/** One implementation of an operator, by the types of its tensors. */
export interface Kernel {
  /** Operator version that a runtime must know to have this kernel. */
  version: number;
  /** The same where the weights have one scale for all channels; absent: no other. */
  perTensorVersion?: number;
  /** The same where the weights have 4 bits; absent: it reads 8 bits only. */
  int4Version?: number;
  /** The same where 16-bit activations go with 32-bit biases (`quantized_bias_type`); absent: it wants 64 bits. */
  int32BiasVersion?: number;
  output: OutputScale;
  /** Why this operator can't run in this kernel, as the end of "… stays float: "; null: it can. */
  refuses?: (operator: Operator) => string | null;
  /** Smallest scale of the output that the kernel can compute, by its inputs' scales: a smaller one aborts it. */
  minOutputScale?: (inputs: readonly number[]) => number;
  /** Inputs beyond these come out as these do, to the nearest step of the output; absent: every input counts. */
  saturates?: { min: number; max: number };
  /** LiteRT's XNNPACK delegate doesn't have it: it is slower than the delegate's float kernel. */
  undelegated?: true;
}

/** An input whose constants are worth storing in fewer bits. */
export interface WeightsInput {
  /** Position among the operator's inputs. */
  input: number;
  /** Dimension that counts output channels, each with a scale of its own; null: one scale only. */
  axis: number | null;
  /** Number of its dimensions; absent: any that has `axis`. */
  rank?: number;
  /** 4 bits would cost more accuracy than they save bytes: there are few of them, and each counts. */
  wants8Bits?: true;
}

/**
 * `hybrid`: float activations, int8 weights; activations are quantized anew in each inference; `hybrid4`:
 * the same with int4 weights. `int16`: int16 activations, int8 weights.
 */
export type KernelType = 'int8' | 'int16' | 'hybrid' | 'hybrid4';

/**
 * All there is to say of one operator. The quantizer, the pruner, the version bumper, and `inspect`
 * read it here and nowhere else.
 */
export interface OperatorRule extends OperatorFacts {
  /** By position; the last one holds for all further inputs. */
  inputs: readonly Role[];
  /** So many inputs, the first ones, it can't do without; absent: one. */
  needs?: number;
  /** So many inputs it takes, and no more; absent: any number. */
  takes?: number;
  /** By position; the last one holds for all further outputs. */
  outputs: readonly Role[];
  weights?: (operator: Operator) => readonly WeightsInput[];
  kernels: Partial<Record<KernelType, Kernel>>;
  /** It takes its input in whatever type that is stored, so that it never needs a conversion. */
  anyType?: true;
  /**
   * Whether a positive factor on a channel (an index of the last dimension) of all its activation inputs
   * comes out as the same factor on that channel of its outputs. A channel of a tensor that was reshaped is
   * its element number modulo the number of channels. Absent: it doesn't.
   */
  passesFactors?: (operator: Operator) => boolean;
  /** How channels of inputs, weights and outputs hang together; absent: none of them can be cut. */
  channels?: Channels;
  /** What must be told of cut channels beside shapes; absent: nothing. */
  resize?: ResizeChannels;
  /** Why there is no int8 kernel, or why it isn't used, as the end of "… stays float: ". */
  floatOnly?: string;
  /** The version that this operator's own form demands, beside that of its kernel. */
  version?: (operator: Operator) => number;
  /**
   * Whether its float kernels of LiteRT's native x86-64 build (2.3.0) compute the bits of its WebAssembly build that
   * fuses, given constant weights; a test compares them. Functions beyond arithmetic are approximated otherwise by
   * each, sums over the last dimension added up in another order. Absent: it doesn't.
   */
  sameBitsNatively?: (operator: Operator) => boolean;
  /** Multiply-accumulates of one inference; absent: none worth counting. */
  macs?: (operator: Operator) => number;
}

/** A kernel whose activations have scales of their own. */
export const free = (version: number): Kernel => ({ version, output: 'free' });

/** A kernel whose activations share one scale. */
export const same = (version: number): Kernel => ({ version, output: 'same' });

/** A kernel that writes with one scale only. */
export const fixed = (version: number, scale: number, zeroPoint: number): Kernel => ({
  version,
  output: { scale, zeroPoint },
});

/** An operator of one activation in, one out: most activation functions and reductions. */
export const unary = (kernels: OperatorRule['kernels']): OperatorRule => ({
  inputs: ['activation', 'index'],
  outputs: ['activation'],
  kernels,
});

/** An operator of two activations in, one out. */
export const binary = (kernels: OperatorRule['kernels']): OperatorRule => ({
  inputs: ['activation', 'activation'],
  needs: 2,
  takes: 2,
  outputs: ['activation'],
  kernels,
});

/** For `sameBitsNatively`: with a fused activation function that cuts off at most. */
export function unlessCurved({ options }: Operator): boolean {
  if (!options || !('fusedActivationFunction' in options)) return true;
  return options.fusedActivationFunction <= ActivationFunctionType.RELU6;
}

/**
 * An operator's options of a class. Where the file has none, or another operator's, they are what LiteRT takes for
 * them then: zeros.
 */
export function optionsOf<T extends OperatorOptions>({ options }: Operator, kind: new () => T): T {
  return options instanceof kind ? options : new kind();
}

/** Whether an operator's fused activation function, if it has one, lets positive factors through. */
export function activationPassesFactors({ options }: Operator): boolean {
  if (!options || !('fusedActivationFunction' in options)) return true;
  const fused = options.fusedActivationFunction;
  return fused === ActivationFunctionType.NONE || fused === ActivationFunctionType.RELU;
}

/** Whether an operator's first input and all its outputs have as many channels as each other. */
export function keepsChannels({ inputs: [input], outputs }: Operator): boolean {
  const channels = input?.shape.at(-1);
  return channels !== undefined && outputs.every(({ shape }) => shape.at(-1) === channels);
}

/** Elements of a tensor; a dynamic dimension counts as 1. */
export function elements(tensor: Tensor | null | undefined): number {
  return tensor ? elementCount(tensor.shape) : 0;
}
