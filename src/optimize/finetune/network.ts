import * as tf from '@tensorflow/tfjs-core';
import { randomNumbers } from '../../base/random-numbers.js';
import { realValues } from '../../model/dequantize.js';
import type { Operator, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { inputRole, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { elementCount, typedData } from '../../model/tensors.js';
import { constantOf } from '../constants.js';
import { activationGrid, type Grid, weightGrid, zeroPointOf } from './grids.js';
import { programOf } from './operators/index.js';
import { type Plan, storedConstant } from './plan.js';
import { roundRows, roundTo, type TensorGrid } from './rounding.js';
import { shapeOf, valuesOf } from './weights.js';

/**
 * A model as a TensorFlow.js program, between the feeds and the targets of a plan. `startTfjs` has to be
 * done. Constants live as long as the network: `dispose` frees them.
 */
export class Network {
  readonly #makers: Map<Tensor, Operator>;
  /** Position of a constant's data among the weights. */
  readonly #positions: Map<Uint8Array, number>;
  readonly #constants = new Map<Tensor, tf.Tensor>();
  readonly #scales = new Map<Tensor, tf.Tensor>();
  readonly #trained: Set<Tensor>;
  /** Whether samples can be computed together, as a batch along the first dimension. */
  readonly #batches: boolean;
  #rounds = false;

  constructor(readonly plan: Plan) {
    this.#makers = producers(plan.subgraph);
    this.#positions = new Map(plan.weights.map(({ tensor }, i) => [tensor.data!, i]));
    this.#trained = this.#dependents();
    // Without rounding: what differs in its last digit may be rounded to neighbours.
    this.#batches = tf.tidy(() => this.#canBatch());
    this.#rounds = plan.rounding !== null;
  }

  /** The weights as the model has them. */
  weights(): tf.Tensor[] {
    return this.plan.weights.map((weight) => tf.tensor(valuesOf(weight), shapeOf(weight)));
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
    for (const kept of [this.#constants, this.#scales]) {
      for (const constant of kept.values()) constant.dispose();
      kept.clear();
    }
  }

  #runTogether(feeds: readonly tf.Tensor2D[], weights: readonly tf.Tensor[]): tf.Tensor2D[] {
    const count = feeds[0]?.shape[0] ?? 1;
    const known = new Map<Tensor, tf.Tensor>();
    this.plan.feeds.forEach((tensor, i) => {
      const [first = 1, ...rest] = tensor.shape;
      const feed = tf.reshape(feeds[i]!, tensor.shape.length === 0 ? [] : [first * count, ...rest]);
      known.set(tensor, this.#stored(tensor, feed));
    });
    return this.plan.targets.map((tensor) =>
      tf.reshape(this.#value(tensor, known, weights), [count, elementCount(tensor.shape)]),
    );
  }

  #value(tensor: Tensor, known: Map<Tensor, tf.Tensor>, weights: readonly tf.Tensor[]): tf.Tensor {
    const found = known.get(tensor);
    if (found) return found;
    const constant = constantOf(tensor, this.#makers) ?? (tensor.data ? tensor : null);
    if (constant) {
      const value = this.#constant(tensor, constant, weights);
      known.set(tensor, value);
      return value;
    }
    const operator = this.#makers.get(tensor)!;
    const values = programOf(operator).compute({
      operator,
      input: (position) =>
        this.#read(operator, position, this.#value(operator.inputs[position]!, known, weights)),
      numbers: (position) => numbersOf(operator.inputs[position]!),
      trains: (position) => this.#trained.has(operator.inputs[position]!),
    });
    [values].flat().forEach((value, i) => {
      known.set(operator.outputs[i]!, this.#stored(operator.outputs[i]!, value));
    });
    return known.get(tensor)!;
  }

  #constant(tensor: Tensor, stored: Tensor, weights: readonly tf.Tensor[]): tf.Tensor {
    const position = this.#positions.get(stored.data!);
    if (position !== undefined) {
      const isScaled = this.plan.weights[position]!.role === 'scales';
      const weight = (isScaled ? this.#scaled : this.#rounded).call(this, stored, weights[position]!);
      return String(weight.shape) === String(tensor.shape) ? weight : tf.reshape(weight, tensor.shape);
    }
    const known = this.#constants.get(stored);
    if (known) return known;
    const constant = tf.keep(tf.tensor(realValues(stored).slice(), tensor.shape));
    this.#constants.set(stored, constant);
    return constant;
  }

  /** An activation as its tensor stores it. */
  #stored(tensor: Tensor, value: tf.Tensor): tf.Tensor {
    const grid = this.#rounds ? activationGrid(tensor) : null;
    if (!grid) return value;
    // Means of four codes are halves often, and the pool's kernel rounds the codes away from zero.
    const isMean = this.#makers.get(tensor)?.code === BuiltinOperator.AVERAGE_POOL_2D;
    const halvesAwayFrom = isMean ? -zeroPointOf(tensor) : null;
    return roundTo(value, { ...this.#withScales(tensor, grid), halvesAwayFrom });
  }

  /** Weights whose scales are multiplied by factors. */
  #scaled(tensor: Tensor, factors: tf.Tensor): tf.Tensor {
    const grid = weightGrid(tensor)!;
    const known = this.#constants.get(tensor) ?? tf.keep(tf.tensor(realValues(tensor).slice(), grid.shape));
    this.#constants.set(tensor, known);
    return tf.reshape(tf.mul(known, tf.reshape(factors, grid.scaleShape)), tensor.shape);
  }

  #rounded(tensor: Tensor, value: tf.Tensor): tf.Tensor {
    const grid = this.#rounds ? weightGrid(tensor) : null;
    if (!grid) return value;
    const rounded = roundTo(tf.reshape(value, grid.shape), this.#withScales(tensor, grid));
    return tf.reshape(rounded, value.shape);
  }

  /** An input as a kernel reads it: those of integer weights round float activations first, row by row. */
  #read(operator: Operator, position: number, value: tf.Tensor): tf.Tensor {
    if (!this.#rounds || operator.inputs[position]!.type !== TensorType.FLOAT32) return value;
    const rule = ruleOf(operator);
    const [place] = rule?.weights?.(operator) ?? [];
    const weights = place && operator.inputs[place.input];
    if (!rule || !weights?.data || !weightGrid(weights)) return value;
    if (inputRole(rule, position) !== 'activation') return value;
    const isMatrix = weights.shape.length === 2;
    return roundRows(value, isMatrix ? value.size / weights.shape[1]! : value.shape[0]!);
  }

  #withScales(tensor: Tensor, { low, high, scales, scaleShape }: Grid): TensorGrid {
    const known = this.#scales.get(tensor) ?? tf.keep(tf.tensor(scales, scaleShape));
    this.#scales.set(tensor, known);
    return { low, high, scales: known };
  }

  /** Every tensor that depends on weights that are trained. */
  #dependents(): Set<Tensor> {
    const dependents = new Set<Tensor>();
    const trained = (input: Tensor | null) => {
      const constant = input && storedConstant(input, this.#makers);
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
