import * as tf from '@tensorflow/tfjs-core';
import { readModel } from '../../model/read.js';
import { elementCount } from '../../model/tensors.js';
import { type Examples, fillExample, type Variant, variantOf } from './examples.js';
import { type Expected, type LossOptions, lossOf } from './loss.js';
import { Network } from './network.js';
import { planTraining, type Rounding } from './plan.js';
import { type Backend, startTfjs } from './tfjs.js';
import { shapeOf } from './weights.js';

/** All that a thread needs to learn: plain data, most of it in shared memory. */
export interface Lesson {
  /** Tells lessons apart. */
  id: number;
  /** The model to be trained, as a file. */
  model: Uint8Array;
  rounding: Rounding | null;
  /** What computes: `wasm` on threads, anything else on the thread that it was started on. */
  backend: Backend;
  examples: Examples;
  loss: LossOptions;
  /** All weights one after the other, in the plan's order: read before each job. */
  weights: Float32Array;
  /** For each shard of a batch a row as long as `weights`. */
  gradients: Float32Array;
}

/** A model that is trained, in one thread. */
export class Student {
  readonly #network: Network;
  readonly #shapes: number[][];

  private constructor(readonly lesson: Lesson) {
    const plan = planTraining(readModel(lesson.model, 'model'), lesson.rounding);
    this.#network = new Network(plan);
    this.#shapes = plan.weights.map(shapeOf);
  }

  static async open(lesson: Lesson): Promise<Student> {
    await startTfjs(lesson.backend);
    return new Student(lesson);
  }

  /** Writes the gradient of the sum of the examples' losses to a shard's row, and returns that sum. */
  learn(indices: readonly number[], shard: number): number {
    const { gradients, weights } = this.lesson;
    const row = gradients.subarray(shard * weights.length, (shard + 1) * weights.length);
    return tf.tidy(() => {
      const [feeds, expected] = this.#batch(indices);
      const loss = (...given: tf.Tensor[]) =>
        lossOf(this.#network.run(feeds, given), expected, this.lesson.loss);
      const { value, grads } = tf.valueAndGrads(loss)(this.#weights());
      let at = 0;
      for (const gradient of grads) {
        row.set(gradient.dataSync<'float32'>(), at);
        at += gradient.size;
      }
      return value.dataSync()[0]!;
    });
  }

  /** The sum of the examples' losses. */
  judge(indices: readonly number[]): number {
    return tf.tidy(() => {
      const [feeds, expected] = this.#batch(indices);
      const outputs = this.#network.run(feeds, this.#weights());
      return lossOf(outputs, expected, this.lesson.loss).dataSync()[0]!;
    });
  }

  close(): void {
    this.#network.dispose();
  }

  #weights(): tf.Tensor[] {
    let at = 0;
    return this.#shapes.map((shape) => {
      const size = elementCount(shape);
      at += size;
      return tf.tensor(this.lesson.weights.slice(at - size, at), shape);
    });
  }

  #batch(indices: readonly number[]): [feeds: tf.Tensor2D[], expected: Expected] {
    const { examples } = this.lesson;
    const variants = indices.map((index) => variantOf(examples, index));
    const feeds = examples.feeds.map((feed) => {
      const size = elementCount(feed.shape);
      const values = new Float32Array(indices.length * size);
      variants.forEach((variant, i) => {
        fillExample(feed, variant, values.subarray(i * size, (i + 1) * size));
      });
      return tf.tensor2d(values, [indices.length, size]);
    });
    const targets = examples.targets.map(({ size, values }) => {
      const rows = new Float32Array(indices.length * size);
      indices.forEach((index, i) => {
        rows.set(values.subarray(index * size, (index + 1) * size), i * size);
      });
      return tf.tensor2d(rows, [indices.length, size]);
    });
    const variances = examples.targets.map(({ variance }) => variance);
    const classes = examples.labels && this.#classes(variants, examples.labels);
    return [feeds, { targets, variances, classes }];
  }

  /** The labels' classes, shared where samples are mixed. */
  #classes(variants: readonly Variant[], labels: Int32Array): tf.Tensor2D {
    const count = this.lesson.examples.targets[0]!.size;
    const rows = new Float32Array(variants.length * count);
    variants.forEach(({ first, second, share }, i) => {
      rows[i * count + labels[first]!]! += share;
      rows[i * count + labels[second]!]! += 1 - share;
    });
    return tf.tensor2d(rows, [variants.length, count]);
  }
}
