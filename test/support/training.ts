import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, expect } from 'vitest';
import { silent } from '../../src/base/progress.js';
import { randomNumbers } from '../../src/base/random-numbers.js';
import { openDataset } from '../../src/data/dataset.js';
import type { Dataset } from '../../src/data/types.js';
import { realValues } from '../../src/model/dequantize.js';
import type { Model } from '../../src/model/graph.js';
import { modelInterface } from '../../src/model/interface.js';
import { readModel } from '../../src/model/read.js';
import { elementCount } from '../../src/model/tensors.js';
import { applyRecipe } from '../../src/optimize/apply-recipe.js';
import type { Network } from '../../src/optimize/finetune/network.js';
import type { FinetuneOptions } from '../../src/optimize/finetune/options.js';
import { planTraining } from '../../src/optimize/finetune/plan.js';
import { startTfjs } from '../../src/optimize/finetune/tfjs.js';
import { recipeSchema } from '../../src/optimize/recipe.js';
import type { TransformContext } from '../../src/optimize/types.js';
import { SessionPool } from '../../src/runtime/pool.js';
import { cases, networkOf } from './operator-nets.js';

/** What a network computes of two seeded samples, and the gradients of a weighted sum of that. */
function computed(network: Network): Float32Array[] {
  const random = randomNumbers(3);
  const uniform = (size: number) => Float32Array.from({ length: 2 * size }, () => 2 * random() - 1);
  const { feeds, targets } = network.plan;
  const batch = feeds.map(({ shape }) => tf.tensor2d(uniform(elementCount(shape)), [2, elementCount(shape)]));
  const factors = targets.map(({ shape }) =>
    tf.tensor2d(uniform(elementCount(shape)), [2, elementCount(shape)]),
  );
  const loss = (...weights: tf.Tensor[]) =>
    tf.addN(network.run(batch, weights).map((output, i) => tf.sum(tf.mul(output, factors[i]!)))) as tf.Scalar;
  const weights = network.weights();
  const outputs = network.run(batch, weights);
  const { grads } = tf.valueAndGrads(loss)(weights);
  return [...outputs, ...grads].map((tensor) => tensor.dataSync<'float32'>());
}

/** Largest difference as part of the largest magnitude, over tensors. */
export function difference(a: Float32Array[], b: Float32Array[]): number {
  expect(a.map(({ length }) => length)).toEqual(b.map(({ length }) => length));
  const parts = a.map((values, i) => {
    const magnitude = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    return values.reduce((most, value, k) => Math.max(most, Math.abs(value - b[i]![k]!)), 0) / magnitude;
  });
  return Math.max(...parts);
}

/** How far a backend is from WebAssembly with an operator's net. */
export async function offWasm(name: string, start: () => Promise<unknown>): Promise<number> {
  await startTfjs();
  const results: Float32Array[][] = [];
  for (const begin of [async () => {}, start]) {
    await begin();
    const network = networkOf(name, cases[name]!);
    results.push(tf.tidy(() => computed(network)));
    network.dispose();
  }
  return difference(results[0]!, results[1]!);
}

const folder = fileURLToPath(new URL('../../fixtures/shapes', import.meta.url));
const read = (): Model => readModel(readFileSync(join(folder, 'head.tflite')), 'head.tflite');
const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

/** The weights of the fixture after two epochs. */
export async function tuned(options: FinetuneOptions): Promise<Float32Array[]> {
  const dataset = await openDataset(join(folder, 'dataset.yml'), modelInterface(read()));
  const { calibration } = dataset;
  const few: Dataset = { ...dataset, calibration: { size: 40, sample: (i) => calibration.sample(i * 5) } };
  const context: TransformContext = {
    dataset: few,
    effort: 'fast',
    seed: 1,
    progress: silent,
    notes: [],
    pool,
    threads: 1,
  };
  const model = read();
  const steps = [
    { transform: 'prune', sparsity: 0.6, allocation: 'uniform' },
    { transform: 'finetune', epochs: 2, batch: 20, learningRate: 1e-3, ...options },
  ];
  expect(await applyRecipe(model, { name: 'test', ...recipeSchema.parse({ steps }) }, context)).toBe(true);
  const rounds = options.quantize !== undefined;
  return planTraining(model, rounds ? 'codes' : null).weights.map(({ tensor }) => realValues(tensor));
}
