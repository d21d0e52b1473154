/**
 * Makes the project's own models and data in fixtures/, as fixtures/README.md describes them:
 * `npx tsx scripts/make-fixtures.ts`. Everything is seeded. It takes some minutes, mostly of training.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import type { Model } from '../src/model/graph.js';
import { writeModel } from '../src/model/write.js';
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

function write(file: string, content: Uint8Array): void {
  const path = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
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
  console.log(`${name}: ${(100 * accuracy(computed, judged.labels)).toFixed(1)} % right`);
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
  const error = restored.reduce((sum, value, i) => sum + (value - signals[i]!) ** 2, 0) / signals.length;
  console.log(`autoencoder: mean squared error ${error.toFixed(5)}`);
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

function accuracy(scores: Float32Array, labels: Uint8Array): number {
  const classes = scores.length / labels.length;
  const right = labels.filter((label, i) => {
    const own = scores.subarray(i * classes, (i + 1) * classes);
    return own.indexOf(Math.max(...own)) === label;
  });
  return right.length / labels.length;
}

await startTraining();
const judged = plan.committedPictures();
writePictures(judged);
await makeAutoencoder();
const trained = plan.trainingPictures();
for (const name of Object.keys(plan.classifiers)) await makeClassifier(name, trained, judged);
