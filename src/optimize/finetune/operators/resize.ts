import * as tf from '@tensorflow/tfjs-core';

/** How places of the result lie over those of the source. */
export interface Places {
  alignCorners: boolean;
  halfPixelCenters: boolean;
}

/** Resizing as products with a matrix for each direction, [to, from], which has a gradient of its own. */
export function resize(x: tf.Tensor4D, rows: tf.Tensor2D, columns: tf.Tensor2D): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const [height, width] = [rows.shape[0], columns.shape[0]];
  const byRows = tf.reshape(tf.transpose(x, [1, 2, 0, 3]), [h, w * n * c]);
  const tall = tf.reshape(tf.matMul(rows, byRows as tf.Tensor2D), [height, w, n * c]);
  const byColumns = tf.reshape(tf.transpose(tall, [1, 0, 2]), [w, height * n * c]);
  const wide = tf.reshape(tf.matMul(columns, byColumns as tf.Tensor2D), [width, height, n, c]);
  return tf.transpose(wide, [2, 1, 0, 3]) as tf.Tensor4D;
}

/** Linear interpolation as `kernels/internal/reference/resize_bilinear.h` computes it. */
export function bilinearWeights(from: number, to: number, places: Places): tf.Tensor2D {
  const weights = new Float32Array(to * from);
  for (let i = 0; i < to; i++) {
    const position = positionOf(i, from, to, places);
    const lower = Math.max(0, Math.floor(position));
    const upper = Math.min(from - 1, Math.ceil(position));
    const share = position - Math.floor(position);
    weights[i * from + Math.min(lower, from - 1)]! += 1 - share;
    weights[i * from + upper]! += share;
  }
  return tf.tensor2d(weights, [to, from]);
}

/** The nearest pixel as `kernels/internal/reference/resize_nearest_neighbor.h` picks it. */
export function nearestWeights(from: number, to: number, places: Places): tf.Tensor2D {
  const { alignCorners, halfPixelCenters } = places;
  const weights = new Float32Array(to * from);
  for (let i = 0; i < to; i++) {
    const position = (i + (halfPixelCenters ? 0.5 : 0)) * scaleOf(from, to, alignCorners);
    const nearest = alignCorners ? Math.floor(position + 0.5) : Math.floor(position);
    weights[i * from + Math.max(0, Math.min(nearest, from - 1))] = 1;
  }
  return tf.tensor2d(weights, [to, from]);
}

function positionOf(i: number, from: number, to: number, { alignCorners, halfPixelCenters }: Places): number {
  const scale = scaleOf(from, to, alignCorners);
  return halfPixelCenters ? (i + 0.5) * scale - 0.5 : i * scale;
}

function scaleOf(from: number, to: number, alignCorners: boolean): number {
  return Math.fround(alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to);
}
