import * as tf from '@tensorflow/tfjs-core';
import {
  convolveBackwards,
  crop,
  differentiable,
  firstOfEach,
  type Pictures,
  runKernel,
  spread,
  type Windows,
} from './kernels.js';

// tfjs's own gradients of pools are wrong at padded edges in its wasm backend.

type Size = [height: number, width: number];

/** The mean of each window, over those of its places that lie within the picture. */
export function averagePool(x: Pictures, [height, width]: Size, windows: Windows): Pictures {
  const { shape } = x;
  const ones = (channels: number) => tf.ones([height, width, channels, 1]);
  const forward = () => {
    const sums = runKernel('DepthwiseConv2dNative', { x, filter: ones(shape[3]) }, windows);
    const picture = tf.ones([1, shape[1], shape[2], 1]);
    const counts = runKernel('DepthwiseConv2dNative', { x: picture, filter: ones(1) }, windows);
    return { value: tf.div(sums, counts), kept: [counts] };
  };
  return differentiable([x], forward, (dy, [counts]) => {
    const share = tf.div(dy, counts!) as Pictures;
    return [convolveBackwards('DepthwiseConv2dNative', share, ones(shape[3]), windows, shape)];
  });
}

/** The largest of each window; the gradient goes to the first of equal ones. */
export function maxPool(x: Pictures, size: Size, windows: Windows): Pictures {
  const forward = () => {
    const value = tf.maxPool(withMargins(x, windows.padding), size, windows.strides, 'valid');
    return { value, kept: [x, value] };
  };
  return differentiable([x], forward, (dy, [input, y]) => [maxPoolGradient(dy, y!, input!, size, windows)]);
}

/** What is never the largest around pictures: not every backend's pools take paddings of their own. */
function withMargins(x: Pictures, padding: Windows['padding']): Pictures {
  if (padding.flat().every((rows) => rows === 0)) return x;
  return tf.pad(x, [[0, 0], ...padding, [0, 0]], -Infinity);
}

function maxPoolGradient(
  dy: Pictures,
  y: Pictures,
  x: Pictures,
  [height, width]: Size,
  windows: Windows,
): Pictures {
  const { strides, padding } = windows;
  const [n, h, w, c] = x.shape;
  const [rows, columns] = [y.shape[1] * strides[0], y.shape[2] * strides[1]];
  const [top, left] = [padding[0][0], padding[1][0]];
  // All that any tap of any window covers; what lies outside of the picture is never the largest.
  const [tall, broad] = [rows + height - 1, columns + width - 1];
  const margins: Windows['padding'] = [
    [top, tall - top - h],
    [left, broad - left - w],
  ];
  const kept = margins.map((pair) => pair.map((m) => Math.max(0, m))) as Windows['padding'];
  const whole = tf.pad(crop(x, margins), [[0, 0], ...kept, [0, 0]], -Infinity);
  let open = tf.onesLike(y);
  let sum: tf.Tensor = tf.zeros([n, tall, broad, c]);
  for (let tap = 0; tap < height * width; tap++) {
    const [row, column] = [Math.floor(tap / width), tap % width];
    const covered = firstOfEach(
      tf.slice(whole, [0, row, column, 0], [n, rows, columns, c]) as Pictures,
      strides,
    );
    const hit = tf.mul(tf.cast(tf.equal(covered, y), 'float32'), open);
    open = tf.sub(open, hit);
    const part = spread(tf.mul(dy, hit), strides);
    const behind = [tall - rows - row, broad - columns - column] as const;
    sum = tf.add(
      sum,
      tf.pad(part, [
        [0, 0],
        [row, behind[0]],
        [column, behind[1]],
        [0, 0],
      ]),
    );
  }
  const inner = tf.slice(sum, [0, top, left, 0], [n, Math.min(h, tall - top), Math.min(w, broad - left), c]);
  return tf.pad(inner, [
    [0, 0],
    [0, h - inner.shape[1]!],
    [0, w - inner.shape[2]!],
    [0, 0],
  ]) as Pictures;
}
