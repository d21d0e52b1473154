/**
 * Makes the project's own models and data in fixtures/, as fixtures/README.md describes them:
 * `npx tsx scripts/make-fixtures.ts`. Everything is seeded. It takes some minutes, mostly of training.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { openDataset } from '../src/data/dataset.js';
import { evaluateModel } from '../src/evaluate/evaluate.js';
import type { Model } from '../src/model/graph.js';
import { writeModel } from '../src/model/write.js';
import { SessionPool } from '../src/runtime/pool.js';
import { openSession } from '../src/runtime/session.js';
import { Autoencoder } from './fixtures/autoencoder.js';
import { startTraining } from './fixtures/backend.js';
import { classifierModel } from './fixtures/classifier-model.js';
import { toIdx } from './fixtures/idx.js';
import { Network } from './fixtures/network.js';
import { toNpy } from './fixtures/npy.js';
import * as plan from './fixtures/plan.js';
import { type Pictures, pictureSize, shapeNames } from './fixtures/shapes.js';
import { signalLength } from './fixtures/signals.js';
import { toTensor, train } from './fixtures/train.js';

const pathOf = (file: string) => fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
const pool = new SessionPool();

function write(file: string, content: Uint8Array): void {
  writeFileSync(pathOf(file), content);
  console.log(`${file}: ${content.length} bytes`);
}

function writePictures({ pixels, labels }: Pictures): void {
  write('shapes/pictures.idx', toIdx(pixels, [labels.length, pictureSize, pictureSize]));
  write('shapes/labels.idx', toIdx(labels, [labels.length]));
}

async function makeClassifier(name: string, trained: Pictures, judged: Pictures): Promise<void> {
  const { layers, epochs, seed } = plan.classifiers[name]!;
  const network = new Network(layers, shapeNames.length, seed);
  const onProgress = (epoch: number, loss: number) => {
    console.log(`${name}: epoch ${epoch} of ${epochs}, loss ${loss.toFixed(4)}`);
  };
  train(network, trained, { epochs, batch: 64, learningRate: 0.01, seed, onProgress });
  const model = classifierModel(network.folded(), pictureSize, `litetrim's fixture shapes/${name}`);
  const pictures = toTensor(
    judged,
    Uint32Array.from(judged.labels, (_, i) => i),
  );
  const scores = tf.tidy(() => tf.softmax(network.logits(pictures, false)).dataSync() as Float32Array);
  const computed = await runAll(model, pictures.dataSync() as Float32Array);
  expectClose(computed, scores);
  write(`shapes/${name}.tflite`, writeModel(model));
  await report(`shapes/${name}.tflite`);
  pictures.dispose();
  network.dispose();
}

async function makeAutoencoder(): Promise<void> {
  const { widths, epochs, seed } = plan.autoencoder;
  const network = new Autoencoder(widths, seed);
  network.train(plan.trainingSignals(), { epochs, batch: 64, learningRate: 0.003, seed });
  const signals = plan.committedSignals();
  const model = network.model("litetrim's fixture signals/autoencoder");
  const restored = await runAll(model, signals);
  expectClose(
    restored,
    tf.tidy(() =>
      network.restore(tf.tensor2d(signals, [signals.length / signalLength, signalLength])).dataSync(),
    ),
  );
  write('signals/signals.npy', toNpy(signals, [signals.length / signalLength, signalLength]));
  write('signals/autoencoder.tflite', writeModel(model));
  await report('signals/autoencoder.tflite');
}

/** LiteRT's outputs of samples that lie one after the other, in the same way. */
async function runAll(model: Model, samples: Float32Array): Promise<Float32Array> {
  const session = await openSession(model);
  const size = session.inputs[0]!.shape.reduce((product, dimension) => product * dimension, 1);
  const outputs: number[] = [];
  for (let i = 0; i < samples.length; i += size) {
    outputs.push(...(session.run([samples.subarray(i, i + size)])[0] as Float32Array));
  }
  session.close();
  return Float32Array.from(outputs);
}

/** @throws Error unless LiteRT computes what tfjs does. */
function expectClose(litert: Float32Array, tfjs: ArrayLike<number>): void {
  const difference = litert.reduce((most, value, i) => Math.max(most, Math.abs(value - tfjs[i]!)), 0);
  if (!(difference < 1e-4)) throw new Error(`LiteRT and tfjs differ by ${difference}`);
}

/** Prints the row of the README's table. */
async function report(file: string): Promise<void> {
  const bytes = readFileSync(pathOf(file));
  const dataset = await openDataset(pathOf(`${dirname(file)}/dataset.yml`));
  const { metric, value } = await evaluateModel({ file, bytes }, dataset, { pool });
  const figure = metric === 'top-1' ? `${(100 * value.value).toFixed(1)} %` : value.value.toFixed(5);
  console.log(`| \`${file}\` | ${bytes.length.toLocaleString('en')} | ${metric} ${figure} |`);
}

await startTraining();
const judged = plan.committedPictures();
writePictures(judged);
await makeAutoencoder();
const trained = plan.trainingPictures();
for (const name of Object.keys(plan.classifiers)) await makeClassifier(name, trained, judged);
await pool.close();
