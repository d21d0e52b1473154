import * as tf from '@tensorflow/tfjs-core';
import { randomNumbers, streamSeed } from '../../../base/random-numbers.js';
import type { Model, Subgraph, Tensor } from '../../../model/graph.js';
import { producers } from '../../../model/navigate.js';
import { constantOf } from '../../constants.js';
import { Network } from '../../finetune/network.js';
import { type Plan, planTraining } from '../../finetune/plan.js';
import { startTfjs } from '../../finetune/tfjs.js';
import { activations, type Runner } from '../../reconstruct/activations.js';
import type { WeightsPlace } from './groups.js';

/** Softens classes as the loss of fine-tuning does, which what is left may be trained by. */
const temperature = 2;

/** By the tensor of a reader's weights a row for each sample, as long as the dimension that it reads. */
export type Slopes = Map<Tensor, Float64Array[]>;

/**
 * How the model's results change with what readers make of each channel: for each sample the derivative of a
 * random combination of the results by a factor on each index of each reader's dimension.
 *
 * The factor's derivative is the sum of weights times their gradients, which is activation times gradient
 * summed over pixels (Molchanov et al. 2017, arXiv:1611.06440). The combinations c are made so that half of a
 * derivative's mean square is the loss, to second order, where the factor becomes 0: of logits E[c cᵀ] is
 * diag(p) − p pᵀ, the Fisher information of the classes that the model itself expects (Theis et al. 2018,
 * arXiv:1801.05787), from c = L r with random signs r and L = diag(√p) − p √pᵀ; of other outputs c is r over
 * their deviation.
 *
 * @returns nothing for weights without a gradient
 */
export async function slopesOf(
  model: Model,
  subgraph: Subgraph,
  readers: readonly WeightsPlace[],
  runner: Runner,
  seed: number,
  onProgress: (samples: number) => void,
): Promise<Slopes> {
  await startTfjs();
  const plan = planTraining(model);
  const factors = readersWithGradient(plan, readers);
  const slopes: Slopes = new Map(factors.map(({ reader }) => [reader.tensor, []]));
  if (factors.length === 0) return slopes;
  const deviations = await deviationsOf(plan, model, subgraph, runner);
  const network = new Network(plan);
  const weights = network.weights();
  let sample = 0;
  try {
    for await (const feeds of activations(runner, model, subgraph, plan.feeds)) {
      const random = randomNumbers(streamSeed(seed, sample));
      const combine = combinationOf(plan, deviations, () => (random() < 0.5 ? -1 : 1));
      const gradients = tf.tidy(() => {
        const rows = feeds.map((values) => tf.tensor2d(values.slice(), [1, values.length]));
        const combined = (...given: tf.Tensor[]): tf.Scalar => {
          const all = [...weights];
          for (const [i, { position }] of factors.entries()) all[position] = given[i]!;
          return combine(network.run(rows, all));
        };
        const { grads } = tf.valueAndGrads(combined)(factors.map(({ position }) => weights[position]!));
        return grads.map((gradient) => gradient.dataSync<'float32'>());
      });
      for (const [i, { reader, position }] of factors.entries()) {
        const values = weights[position]!.dataSync<'float32'>();
        slopes.get(reader.tensor)!.push(productsAlong(reader, values, gradients[i]!));
      }
      onProgress(++sample);
    }
  } finally {
    network.dispose();
    tf.dispose(weights);
  }
  return slopes;
}

/** Readers whose weights the plan has, each tensor once, and where among the plan's weights they are. */
function readersWithGradient(
  { subgraph, weights }: Plan,
  readers: readonly WeightsPlace[],
): { reader: WeightsPlace; position: number }[] {
  const makers = producers(subgraph);
  const positions = new Map(weights.map(({ tensor }, i) => [tensor.data, i]));
  const found = new Map<Tensor, { reader: WeightsPlace; position: number }>();
  for (const reader of readers) {
    const stored = constantOf(reader.tensor, makers);
    const position = stored ? positions.get(stored.data) : undefined;
    if (position !== undefined) found.set(reader.tensor, { reader, position });
  }
  return [...found.values()];
}

/** The results' sum, weighed by random signs as `slopesOf` tells. */
function combinationOf(
  { classifies }: Plan,
  deviations: readonly number[],
  sign: () => number,
): (results: readonly tf.Tensor2D[]) => tf.Scalar {
  return (results) => {
    const terms = results.map((result, i) => {
      const values = result.dataSync<'float32'>();
      const signs = values.map(sign);
      const scale = deviations[i]! * Math.sqrt(values.length);
      const weights = classifies ? fisherCombination(values, signs) : signs.map((each) => each / scale);
      return tf.sum(tf.mul(result, tf.tensor2d(weights, result.shape)));
    });
    return tf.addN(terms) as tf.Scalar;
  };
}

/** L r for logits: √p r − p (√p · r). The classes are softened, and the loss counts T² times as finetune's does. */
function fisherCombination(logits: Float32Array, signs: Float32Array): Float32Array {
  const largest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const powers = Array.from(logits, (value) => Math.exp((value - largest) / temperature));
  const sum = powers.reduce((total, value) => total + value, 0);
  const roots = powers.map((value) => Math.sqrt(value / sum));
  const product = roots.reduce((total, root, i) => total + root * signs[i]!, 0);
  return Float32Array.from(roots, (root, i) => root * signs[i]! - root * root * product);
}

/** For each target the root of its mean variance over the samples. */
async function deviationsOf(
  { classifies, targets }: Plan,
  model: Model,
  subgraph: Subgraph,
  runner: Runner,
): Promise<number[]> {
  if (classifies) return [];
  const sums = targets.map(() => ({ sum: 0, squares: 0, count: 0 }));
  for await (const outputs of activations(runner, model, subgraph, targets)) {
    for (const [i, values] of outputs.entries()) {
      for (const value of values) {
        sums[i]!.sum += value;
        sums[i]!.squares += value * value;
      }
      sums[i]!.count += values.length;
    }
  }
  return sums.map(({ sum, squares, count }) => Math.sqrt(squares / count - (sum / count) ** 2) || 1);
}

/** For each index of a reader's dimension the sum of weights times gradients. */
function productsAlong(
  { tensor: { shape }, axis }: WeightsPlace,
  weights: Float32Array,
  gradient: Float32Array,
): Float64Array {
  const length = shape[axis]!;
  const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  const sums = new Float64Array(length);
  for (let i = 0; i < weights.length; i++) {
    sums[Math.floor(i / inner) % length]! += weights[i]! * gradient[i]!;
  }
  return sums;
}
