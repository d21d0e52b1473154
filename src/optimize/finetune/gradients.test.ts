import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases, networkOf, operatorOf } from '../../../test/support/operator-nets.js';
import { randomNumbers } from '../../base/random-numbers.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { elementCount } from '../../model/tensors.js';
import { trainableOperators } from './operators/index.js';
import { startTfjs } from './tfjs.js';

beforeAll(() => startTfjs());

const uniform = (shape: number[], random: () => number) =>
  tf.tensor(
    Float32Array.from({ length: elementCount(shape) }, () => 2 * random() - 1),
    shape,
  );

describe('gradients are those of differences', () => {
  it.each(Object.entries(cases))('%s', (name, test) => {
    const network = networkOf(name, test);
    const random = randomNumbers(3);
    const { plan } = network;
    const feeds = plan.feeds.map(({ shape }) => uniform([2, elementCount(shape)], random) as tf.Tensor2D);
    const factors = plan.targets.map(({ shape }) => uniform([2, elementCount(shape)], random));
    const loss = (weights: tf.Tensor[]): tf.Scalar =>
      tf.addN(
        network.run(feeds, weights).map((output, i) => tf.sum(tf.mul(output, factors[i]!))),
      ) as tf.Scalar;
    const weights = network.weights();
    expect(weights.length).toBeGreaterThanOrEqual(2);
    const { grads } = tf.valueAndGrads((...given) => loss(given))(weights);
    weights.forEach((weight, k) => {
      expect(grads[k]!.shape).toEqual(weight.shape);
      const direction = uniform(weight.shape, random);
      const moved = (by: number) =>
        loss(weights.map((each, i) => (i === k ? tf.add(each, tf.mul(direction, by)) : each))).dataSync()[0]!;
      const step = 1e-3;
      const difference = (moved(step) - moved(-step)) / (2 * step);
      const [derivative] = tf.sum(tf.mul(direction, grads[k]!)).dataSync();
      const magnitude = Math.max(0.1, Math.abs(difference));
      expect(Math.abs(derivative! - difference) / magnitude, `weights ${k}`).toBeLessThan(2e-2);
    });
    network.dispose();
  });

  it('are checked for every operator', () => {
    // These two only convert: rounding.test.ts checks what they do to gradients.
    const conversions = [BuiltinOperator.QUANTIZE, BuiltinOperator.DEQUANTIZE];
    const checked = new Set(Object.keys(cases).map(operatorOf));
    const missing = trainableOperators().filter(
      (code) => !conversions.includes(code) && !checked.has(BuiltinOperator[code]),
    );
    expect(missing.map((code) => BuiltinOperator[code])).toEqual([]);
  });
});
