import * as tf from '@tensorflow/tfjs-core';
import { randomNumbers } from '../../evaluate/random-numbers.js';
import { realValues } from '../../model/dequantize.js';
import type { Operator, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { elementCount, typedData } from '../../model/tensors.js';
import { constantOf } from '../constants.js';
import { programOf } from './operators/index.js';
import type { Plan } from './plan.js';

/**
 * A model as a TensorFlow.js program, between the feeds and the targets of a plan. `startTfjs` has to be
 * done. Constants live as long as the network: `dispose` frees them.
 */
export class Network {
  readonly #makers: Map<Tensor, Operator>;
  /** Position of a constant's data among the weights. */
  readonly #positions: Map<Uint8Array, number>;
  readonly #constants = new Map<Tensor, tf.Tensor>();
  readonly #trained: Set<Tensor>;
  /** Whether samples can be computed together, as a batch along the first dimension. */
  readonly #batches: boolean;

  constructor(readonly plan: Plan) {
    this.#makers = producers(plan.subgraph);
    this.#positions = new Map(plan.weights.map(({ tensor }, i) => [tensor.data!, i]));
    this.#trained = this.#dependents();
    this.#batches = tf.tidy(() => this.#canBatch());
  }

  /** The weights as the model has them. */
  weights(): tf.Tensor[] {
    return this.plan.weights.map(({ tensor }) => tf.tensor(realValues(tensor), tensor.shape));
  }

  /**
   * Computes the targets, a row a sample.
   *
   * @param feeds for each feed of the plan [samples, elements]
   * @param weights in the order of the plan, each of its tensor's shape
   * @returns for each target [samples, elements]
   */
  run(feeds: readonly tf.Tensor2D[], weights: readonly tf.Tensor[]): tf.Tensor2D[] {
    if (this.#batches) return this.#runTogether(feeds, weights);
    const count = feeds[0]?.shape[0] ?? 1;
    const rows = Array.from({ length: count }, (_, i) =>
      this.#runTogether(
        feeds.map((feed) => tf.slice(feed, [i, 0], [1, -1])),
        weights,
      ),
    );
    return this.plan.targets.map((_, target) => tf.concat(rows.map((row) => row[target]!)));
  }

  dispose(): void {
    for (const constant of this.#constants.values()) constant.dispose();
    this.#constants.clear();
  }

  #runTogether(feeds: readonly tf.Tensor2D[], weights: readonly tf.Tensor[]): tf.Tensor2D[] {
    const count = feeds[0]?.shape[0] ?? 1;
    const known = new Map<Tensor, tf.Tensor>();
    this.plan.feeds.forEach((tensor, i) => {
      const [first = 1, ...rest] = tensor.shape;
      known.set(tensor, tf.reshape(feeds[i]!, tensor.shape.length === 0 ? [] : [first * count, ...rest]));
    });
    return this.plan.targets.map((tensor) =>
      tf.reshape(this.#value(tensor, known, weights), [count, elementCount(tensor.shape)]),
    );
  }

  #value(tensor: Tensor, known: Map<Tensor, tf.Tensor>, weights: readonly tf.Tensor[]): tf.Tensor {
    const found = known.get(tensor);
    if (found) return found;
    const constant = constantOf(tensor, this.#makers) ?? (tensor.data ? tensor : null);
    if (constant) return this.#constant(tensor, constant, weights);
    const operator = this.#makers.get(tensor)!;
    const values = programOf(operator).compute({
      operator,
      input: (position) => this.#value(operator.inputs[position]!, known, weights),
      numbers: (position) => numbersOf(operator.inputs[position]!),
      trains: (position) => this.#trained.has(operator.inputs[position]!),
    });
    [values].flat().forEach((value, i) => {
      known.set(operator.outputs[i]!, value);
    });
    return known.get(tensor)!;
  }

  #constant(tensor: Tensor, stored: Tensor, weights: readonly tf.Tensor[]): tf.Tensor {
    const position = this.#positions.get(stored.data!);
    if (position !== undefined) {
      const weight = weights[position]!;
      return String(weight.shape) === String(tensor.shape) ? weight : tf.reshape(weight, tensor.shape);
    }
    const known = this.#constants.get(stored);
    if (known) return known;
    const constant = tf.keep(tf.tensor(realValues(stored).slice(), tensor.shape));
    this.#constants.set(stored, constant);
    return constant;
  }

  /** Every tensor that depends on weights that are trained. */
  #dependents(): Set<Tensor> {
    const dependents = new Set<Tensor>();
    const trained = (input: Tensor | null) => {
      const constant = input && constantOf(input, this.#makers);
      return input && (dependents.has(input) || (constant && this.#positions.has(constant.data!)));
    };
    for (const operator of this.plan.subgraph.operators) {
      if (operator.inputs.some(trained)) for (const output of operator.outputs) dependents.add(output);
    }
    return dependents;
  }

  /** Whether samples that are computed together come out as each of them alone. */
  #canBatch(): boolean {
    if (this.plan.feeds.length === 0) return false;
    const random = randomNumbers(1);
    const feeds = this.plan.feeds.map(({ shape }) => {
      const values = Float32Array.from({ length: 2 * elementCount(shape) }, () => random());
      return tf.tensor2d(values, [2, elementCount(shape)]);
    });
    const weights = this.weights();
    try {
      const together = this.#runTogether(feeds, weights);
      return [0, 1].every((i) => {
        const alone = this.#runTogether(
          feeds.map((feed) => tf.slice(feed, [i, 0], [1, -1])),
          weights,
        );
        return alone.every((row, target) => isClose(row, tf.slice(together[target]!, [i, 0], [1, -1])));
      });
    } catch {
      // Shapes that don't take a second sample.
      return false;
    }
  }
}

function numbersOf(tensor: Tensor): number[] {
  return Array.from(typedData(tensor), Number);
}

/** Equal to a ten-thousandth of the largest magnitude; NaN counts as equal to NaN. */
function isClose(left: tf.Tensor, right: tf.Tensor): boolean {
  const [a, b] = [left.dataSync<'float32'>(), right.dataSync<'float32'>()];
  const limit = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 1e-4;
  return a.every((value, i) => Object.is(value, b[i]) || Math.abs(value - b[i]!) <= limit);
}
