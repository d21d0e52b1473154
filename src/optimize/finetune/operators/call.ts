import type * as tf from '@tensorflow/tfjs-core';
import type { Operator } from '../../../model/graph.js';
import { elementCount } from '../../../model/tensors.js';

/** An operator that is about to be computed. Tensors are the model's own, with the batch along the first dimension. */
export interface Call {
  operator: Operator;
  /** The values of an input. */
  input(position: number): tf.Tensor;
  /** The numbers of a constant input. */
  numbers(position: number): number[];
  /** Whether an input depends on weights that are trained. */
  trains(position: number): boolean;
}

/** An operator as TensorFlow.js computes it, with a gradient by all of its real inputs. */
export interface Program {
  /** Positions of inputs that have to be constants, where they are given: axes, shapes, paddings. */
  constants?: readonly number[];
  /** What of the operator isn't covered, as the end of "… because "; null: nothing. */
  refuses?: (operator: Operator) => string | null;
  compute(call: Call): tf.Tensor | tf.Tensor[];
}

/** A shape that the model states for one sample, for as many samples as `x` has. */
export function forBatch(
  x: tf.Tensor,
  { operator }: Call,
  input: number,
  shape: readonly number[],
): number[] {
  const samples = x.size / elementCount(operator.inputs[input]!.shape);
  const [first = 1, ...rest] = shape;
  return shape.length === 0 && samples === 1 ? [] : [first * samples, ...rest];
}

/** An axis counted from the start. */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}
