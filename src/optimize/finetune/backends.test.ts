import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cases, networkOf } from '../../../test/support/operator-nets.js';
import { silent } from '../../base/progress.js';
import { randomNumbers } from '../../base/random-numbers.js';
import { openDataset } from '../../data/dataset.js';
import type { Dataset } from '../../data/types.js';
import { realValues } from '../../model/dequantize.js';
import type { Model } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { elementCount } from '../../model/tensors.js';
import { SessionPool } from '../../runtime/pool.js';
import { applyRecipe } from '../apply-recipe.js';
import { recipeSchema } from '../recipe.js';
import type { TransformContext } from '../types.js';
import type { Network } from './network.js';
import type { FinetuneOptions } from './options.js';
import { planTraining } from './plan.js';
import { startTfjs } from './tfjs.js';

const require = createRequire(import.meta.url);
const nodePackage = '@tensorflow/tfjs-node';
const isInstalled = (() => {
  try {
    return Boolean(require.resolve(nodePackage));
  } catch {
    return false;
  }
})();

beforeAll(() => startTfjs());

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
function difference(a: Float32Array[], b: Float32Array[]): number {
  expect(a.map(({ length }) => length)).toEqual(b.map(({ length }) => length));
  const parts = a.map((values, i) => {
    const magnitude = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    return values.reduce((most, value, k) => Math.max(most, Math.abs(value - b[i]![k]!)), 0) / magnitude;
  });
  return Math.max(...parts);
}

/** How far a backend is from WebAssembly with an operator's net. */
async function offWasm(name: string, start: () => Promise<unknown>): Promise<number> {
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

describe("results and gradients of TensorFlow.js' plain backend are those of WebAssembly", () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    expect(await offWasm(name, () => tf.setBackend('cpu'))).toBeLessThan(1e-4);
  });
});

const folder = fileURLToPath(new URL('../../../fixtures/shapes', import.meta.url));
const read = (): Model => readModel(readFileSync(join(folder, 'head.tflite')), 'head.tflite');
const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

async function tuned(options: FinetuneOptions): Promise<Float32Array[]> {
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

describe('backend: node', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'litetrim-backend-'));
  });
  afterAll(() => rm(home, { recursive: true }));
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.spyOn(process, 'cwd').mockReturnValue(home);
  });

  /** Puts a package of that name into the user's folder. */
  function install(source: string): void {
    const place = join(home, 'node_modules', nodePackage);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: nodePackage, main: 'index.cjs' }));
    writeFileSync(join(place, 'index.cjs'), source);
  }

  it('says what to install, before anything else is done', async () => {
    await expect(tuned({ backend: 'node' })).rejects.toThrow(
      `"backend: node" wants the package ${nodePackage}, which is not installed`,
    );
  });

  it('says why the package does not load', async () => {
    install('throw new Error("libtensorflow.so.2: cannot open shared object file\\nfurther lines");');
    await expect(tuned({ backend: 'node' })).rejects.toThrow(
      `${nodePackage} does not load: libtensorflow.so.2: cannot open shared object file`,
    );
  });

  it("trains with the package of the user's folder, to the same weights within tolerance", async () => {
    // TensorFlow's own library can't be had everywhere: this stands in for it, by TensorFlow.js' plain backend.
    const core = JSON.stringify(require.resolve('@tensorflow/tfjs-core'));
    const cpu = JSON.stringify(require.resolve('@tensorflow/tfjs-backend-cpu'));
    install(`
      const tf = require(${core});
      const { MathBackendCPU } = require(${cpu});
      tf.registerBackend('tensorflow', () => new MathBackendCPU());
      tf.copyRegisteredKernels('cpu', 'tensorflow');
      global.standInLoaded = (global.standInLoaded ?? 0) + 1;
    `);
    const wasm = await tuned({});
    const node = await tuned({ backend: 'node' });
    expect((globalThis as { standInLoaded?: number }).standInLoaded).toBe(1);
    expect(tf.getBackend()).toBe('tensorflow');
    expect(difference(wasm, node)).toBeLessThan(1e-3);
  });
});

describe.skipIf(!isInstalled)(
  `backend: node with ${nodePackage} itself (skipped where it is not installed)`,
  () => {
    it.each(Object.keys(cases))('%s', async (name) => {
      const here = fileURLToPath(new URL('.', import.meta.url));
      expect(await offWasm(name, () => startTfjs('node', here))).toBeLessThan(1e-4);
    });
  },
);
