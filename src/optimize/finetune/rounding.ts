import * as tf from '@tensorflow/tfjs-core';
import type { Grid } from './grids.js';
import { differentiable } from './kernels.js';

/** A grid whose scales are a tensor. */
export interface TensorGrid extends Pick<Grid, 'low' | 'high'> {
  scales: tf.Tensor;
  /** Halves go away from this integer; left out: to even ones. */
  halvesAwayFrom?: number | null;
}

/** More than float32 is off, and less than means of a few integers are apart from a half. */
const nudge = 1e-3;

/**
 * Rounds to the nearest number of a grid. The gradient goes straight through (Bengio et al. 2013,
 * arXiv:1308.3432): it is that of cutting off at the grid's ends, and so zero beyond them.
 *
 * @param x of a shape that the scales can be repeated over
 */
export function roundTo(x: tf.Tensor, grid: TensorGrid): tf.Tensor {
  const { scales, low, high, halvesAwayFrom: middle = null } = grid;
  const forward = () => {
    const steps = tf.div(x, scales);
    const within = tf.clipByValue(steps, low, high);
    const nudged = middle === null ? within : tf.add(within, tf.mul(tf.sign(tf.sub(within, middle)), nudge));
    return { value: tf.mul(tf.round(nudged), scales), kept: [tf.equal(steps, within)] };
  };
  return differentiable([x], forward, (dy, [isWithin]) => [tf.mul(dy, tf.cast(isWithin!, 'float32'))]);
}

/**
 * Rounds as kernels of 8-bit weights round float inputs: each row to 256 steps between its own least and
 * largest value, with 0 among them. Nothing is cut off, and the gradient goes straight through.
 *
 * @param rows how many rows the values are
 */
export function roundRows(x: tf.Tensor, rows: number): tf.Tensor {
  const forward = () => {
    const table = tf.reshape(x, [rows, x.size / rows]);
    const least = tf.minimum(tf.min(table, 1, true), 0);
    const scale = tf.maximum(tf.div(tf.sub(tf.maximum(tf.max(table, 1, true), 0), least), 255), 1e-30);
    const zero = tf.round(tf.sub(-128, tf.div(least, scale)));
    const codes = tf.clipByValue(tf.add(tf.round(tf.div(table, scale)), zero), -128, 127);
    return { value: tf.reshape(tf.mul(tf.sub(codes, zero), scale), x.shape), kept: [] };
  };
  return differentiable([x], forward, (dy) => [dy]);
}
