import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startTraining } from '../scripts/fixtures/backend.js';
import { classifierModel } from '../scripts/fixtures/classifier-model.js';
import { toIdx } from '../scripts/fixtures/idx.js';
import { Network } from '../scripts/fixtures/network.js';
import { toNpy } from '../scripts/fixtures/npy.js';
import { committedPictures, committedSignals, parts } from '../scripts/fixtures/plan.js';
import { drawPictures, pictureSize, shapeNames } from '../scripts/fixtures/shapes.js';
import { signalLength } from '../scripts/fixtures/signals.js';
import { toTensor, train } from '../scripts/fixtures/train.js';
import { openDataset } from '../src/data/dataset.js';
import { evaluateModel } from '../src/evaluate/evaluate.js';
import { operatorName } from '../src/model/operators/index.js';
import { readModel } from '../src/model/read.js';
import { writeModel } from '../src/model/write.js';
import { SessionPool } from '../src/runtime/pool.js';
import { openSession } from '../src/runtime/session.js';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixture = (name: string) => readFileSync(folder + name);
const filesOf = (...folders: string[]) =>
  folders.flatMap((name) => readdirSync(folder + name).map((file) => `${name}/${file}`));
const pool = new SessionPool();
afterAll(() => pool.close());

/** The README's table: `| shapes/base.tflite | 46,152 | top-1 93.4 % | … |`. */
const stated = [
  ...fixture('README.md')
    .toString()
    .matchAll(/^\| `(\S+\.tflite)` \| ([\d,]+) \| (\S+) ([\d.]+)/gm),
].map(([, file, bytes, metric, value]) => ({
  file: file!,
  bytes: Number(bytes!.replaceAll(',', '')),
  metric: metric!,
  value: Number(value),
}));

describe('fixtures', () => {
  test('the README states every model', () => {
    const models = filesOf('shapes', 'signals').filter((name) => name.endsWith('.tflite'));
    expect(stated.map(({ file }) => file).sort()).toEqual(models.sort());
  });

  test.each(stated)('$file has the size and the $metric that the README states', async ({
    file,
    ...figures
  }) => {
    const bytes = fixture(file);
    expect(bytes.length).toBe(figures.bytes);
    const dataset = await openDataset(`${folder}${file.split('/')[0]}/dataset.yml`);
    const { metric, value } = await evaluateModel({ file, bytes }, dataset, { pool });
    expect(metric).toBe(figures.metric);
    if (metric === 'top-1') {
      expect((100 * value.value).toFixed(1)).toBe(figures.value.toFixed(1));
      expect(value.value).toBeGreaterThan(0.9);
      expect(value.value).toBeLessThan(0.98);
    } else {
      expect(value.value.toFixed(5)).toBe(figures.value.toFixed(5));
    }
  });

  test('the classifiers consist of the usual operators, behind one signature', () => {
    const { signatures, subgraphs } = readModel(fixture('shapes/base.tflite'));
    expect(signatures.map(({ key }) => key)).toEqual(['serving_default']);
    expect(subgraphs[0]!.operators.map(operatorName)).toEqual([
      'CONV_2D',
      'DEPTHWISE_CONV_2D',
      'CONV_2D',
      'AVERAGE_POOL_2D',
      'DEPTHWISE_CONV_2D',
      'CONV_2D',
      'DEPTHWISE_CONV_2D',
      'CONV_2D',
      'AVERAGE_POOL_2D',
      'RESHAPE',
      'FULLY_CONNECTED',
      'SOFTMAX',
    ]);
  });

  test('all of them together stay small', () => {
    const sizes = filesOf('shapes', 'signals').map((name) => statSync(folder + name).size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(1.5e6);
  });
});

describe('the script that makes the fixtures', () => {
  test('draws the very pictures and signals that are committed', () => {
    const { pixels, labels } = committedPictures();
    const count = labels.length;
    expect(count).toBe(parts.shapes.calibration + parts.shapes.evaluation);
    expect(fixture('shapes/pictures.idx').equals(toIdx(pixels, [count, pictureSize, pictureSize]))).toBe(
      true,
    );
    expect(fixture('shapes/labels.idx').equals(toIdx(labels, [count]))).toBe(true);
    const signals = committedSignals();
    const shape = [signals.length / signalLength, signalLength];
    expect(fixture('signals/signals.npy').equals(toNpy(signals, shape))).toBe(true);
  });

  test('trains to the same bytes each time, and LiteRT computes what tfjs does', async () => {
    await startTraining();
    const pictures = drawPictures(7, 64);
    const make = () => {
      const layers = [{ kind: 'stem', channels: 4 }, { kind: 'depthwise' }, { kind: 'pool' }] as const;
      const network = new Network([...layers, { kind: 'pointwise', channels: 8 }], shapeNames.length, 1);
      train(network, pictures, { epochs: 2, batch: 16, learningRate: 0.01, seed: 1 });
      return { network, bytes: writeModel(classifierModel(network.folded(), pictureSize, 'test')) };
    };
    const { network, bytes } = make();
    expect(Buffer.from(make().bytes).equals(bytes)).toBe(true);

    const one = toTensor(pictures, Uint32Array.of(3));
    const expected = tf.softmax(network.logits(one, false)).dataSync();
    const session = await openSession(bytes);
    const [scores] = session.run([one.dataSync() as Float32Array]);
    session.close();
    for (const [i, score] of scores!.entries())
      expect(Math.abs(Number(score) - expected[i]!)).toBeLessThan(1e-5);
  });
});
