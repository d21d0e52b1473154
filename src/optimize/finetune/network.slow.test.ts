import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { randomDataset } from '../../data/random-dataset.js';
import type { Model } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { totalMacs } from '../../model/operators/index.js';
import { precision } from '../../model/precision.js';
import { readModel } from '../../model/read.js';
import { elementCount } from '../../model/tensors.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { SessionPool } from '../../runtime/pool.js';
import { parseYaml } from '../../yaml/read.js';
import { activations } from '../reconstruct/activations.js';
import { Network } from './network.js';
import { planTraining } from './plan.js';
import { startTfjs } from './tfjs.js';

const pool = new SessionPool({ threads: 1 });
beforeAll(() => startTfjs());
afterAll(() => pool.close());

/** Multiply-accumulates from which one sample is compared: seconds each, and no other kernels. */
const manyMacs = 600e6;

/** Largest error of the targets of a few samples, as part of the largest magnitude that LiteRT computes. */
async function forwardError(model: Model, range?: [number, number]): Promise<number> {
  const plan = planTraining(model);
  const inputs = modelInterface(model).inputs.map((input) => (range ? { ...input, range } : input));
  const count = totalMacs(plan.subgraph.operators) > manyMacs ? 1 : 3;
  const samples = randomDataset(inputs, { samples: count, seed: 5 }).calibration;
  const wanted = [...plan.feeds, ...plan.targets];
  const rows: Float32Array[][] = [];
  for await (const row of activations({ pool, samples }, model, plan.subgraph, wanted)) rows.push(row);
  const batch = plan.feeds.map(({ shape }, i) => {
    const values = rows.flatMap((row) => Array.from(row[i]!));
    return tf.tensor2d(values, [rows.length, elementCount(shape)]);
  });
  const network = new Network(plan);
  const outputs = tf.tidy(() => network.run(batch, network.weights()).map((t) => t.dataSync()));
  network.dispose();
  let [error, magnitude] = [0, 1e-30];
  plan.targets.forEach((_, target) => {
    const expected = rows.flatMap((row) => Array.from(row[plan.feeds.length + target]!));
    expect(outputs[target]!.length).toBe(expected.length);
    expected.forEach((value, i) => {
      const actual = outputs[target]![i]!;
      if (Object.is(value, actual)) return;
      magnitude = Math.max(magnitude, Math.abs(value));
      error = Math.max(error, Math.abs(value - actual));
    });
  });
  return error / magnitude;
}

/** Models that LiteRT refuses, or whose outputs it leaves empty, have nothing to be compared with. */
async function expectLiteRts(
  model: Model,
  range: [number, number] | undefined,
  skip: (reason: string) => void,
): Promise<void> {
  try {
    expect(await forwardError(model, range)).toBeLessThan(1e-4);
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    skip(error.problem);
  }
}

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const shared = fileURLToPath(new URL('../../../../shared/models', import.meta.url));

function modelFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith('.tflite')).sort();
}

describe("the forward pass is LiteRT's: litetrim's own models", () => {
  it.for(modelFiles(fixtures))('%s', async (file, { skip }) => {
    await expectLiteRts(readModel(readFileSync(join(fixtures, file)), file), undefined, skip);
  });

  const cases = readdirSync(join(fixtures, 'transforms')).filter((file) => file.endsWith('.yml'));
  it.for(cases.map((file) => basename(file, '.yml')).sort())('transforms/%s', async (name, { skip }) => {
    const file = join(fixtures, 'transforms', `${name}.yml`);
    const fixture = parseYaml(fixtureSchema, readFileSync(file), file);
    await expectLiteRts(fixtureModel(fixture), fixture.range, skip);
  });
});

describe.skipIf(!existsSync(shared))(
  "the forward pass is LiteRT's: reference models beside the repository",
  () => {
    const files = existsSync(shared) ? modelFiles(shared) : [];
    for (const file of files) {
      const model = readModel(readFileSync(join(shared, file)), file);
      if (precision(model) !== 'float32') continue;
      it(file, async ({ skip }) => {
        await expectLiteRts(model, undefined, skip);
      });
    }
  },
);
