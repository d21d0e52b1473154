import * as tf from '@tensorflow/tfjs-core';
import {
  convolveBackwards,
  differentiable,
  type Fused,
  type Pictures,
  runKernel,
  type Windows,
} from './kernels.js';

/**
 * Layers with weights, with gradients of their own: tfjs's wasm backend has none of convolutions and
 * multiplies transposed matrices five times slower than plain ones. Each gradient here is a convolution
 * again, computed by XNNPACK as fast as the forward pass is.
 */

/** What a layer does beside its product with the weights. */
export interface LayerOptions {
  windows: Windows;
  fused: Fused;
  /** Whether what the input is computed from is trained, too: else its gradient is left out. */
  trainsInput: boolean;
}

/** A convolution. Weights [channels, height, width, input channels], as TFLite has them; bias [channels]. */
export function convolution(
  x: Pictures,
  weights: Pictures,
  bias: tf.Tensor,
  options: LayerOptions,
): Pictures {
  const { windows, fused, trainsInput } = options;
  const forward = () => {
    const filter = tf.transpose(weights, [1, 2, 3, 0]);
    const value = runKernel('FusedConv2D', { x, filter, bias }, windows, fused);
    return { value, kept: [x, weights, value] };
  };
  return differentiable(
    trainsInput ? [x, weights, bias] : [weights, bias],
    forward,
    (dy, [input, filters, y]) => {
      const d = throughActivation(dy, y!, fused);
      const own = [filterGradient(input!, d, windows, filters!.shape), sumOverPlaces(d)];
      return trainsInput ? [inputGradient(d, filters!, windows, input!.shape), ...own] : own;
    },
  );
}

/** A depthwise convolution of one filter a channel. Weights [1, height, width, channels]; bias [channels]. */
export function depthwise(x: Pictures, weights: Pictures, bias: tf.Tensor, options: LayerOptions): Pictures {
  const { windows, fused, trainsInput } = options;
  const [, height, width, channels] = weights.shape;
  const asFilter = (w: tf.Tensor) => tf.reshape(w, [height, width, channels, 1]);
  const forward = () => {
    const value = runKernel('FusedDepthwiseConv2D', { x, filter: asFilter(weights), bias }, windows, fused);
    return { value, kept: [x, weights, value] };
  };
  return differentiable(
    trainsInput ? [x, weights, bias] : [weights, bias],
    forward,
    (dy, [input, filters, y]) => {
      const d = throughActivation(dy, y!, fused);
      const own = [depthwiseFilterGradient(input!, d, windows, filters!.shape), sumOverPlaces(d)];
      if (!trainsInput) return own;
      const flipped = tf.reverse(asFilter(filters!), [0, 1]);
      return [convolveBackwards('DepthwiseConv2dNative', d, flipped, windows, input!.shape), ...own];
    },
  );
}

/**
 * A transposed convolution without bias: the gradient of a convolution by its input. The windows are those
 * of that convolution, from the output to `x`.
 *
 * @param weights [channels, height, width, input channels], as TFLite has them
 * @param shape of the output
 */
export function transposedConvolution(
  x: Pictures,
  weights: Pictures,
  shape: Pictures['shape'],
  { windows, trainsInput }: Omit<LayerOptions, 'fused'>,
): Pictures {
  const swapped = (w: Pictures) => tf.transpose(w, [3, 1, 2, 0]) as Pictures;
  const forward = () => ({ value: inputGradient(x, swapped(weights), windows, shape), kept: [x, weights] });
  return differentiable(trainsInput ? [x, weights] : [weights], forward, (dy, [input, filters]) => {
    const own = swapped(filterGradient(dy, input!, windows, swapped(filters!).shape));
    const filter = tf.transpose(filters!, [1, 2, 0, 3]);
    return trainsInput ? [runKernel('Conv2D', { x: dy, filter }, windows), own] : [own];
  });
}

/** [M, K] × [N, K]ᵀ, with bias [N]: a convolution of a single window. */
export function fullyConnected(
  x: tf.Tensor2D,
  weights: tf.Tensor2D,
  bias: tf.Tensor,
  options: Omit<LayerOptions, 'windows'>,
): tf.Tensor2D {
  const asPictures = (t: tf.Tensor2D) => tf.reshape(t, [t.shape[0], 1, 1, t.shape[1]]) as Pictures;
  const y = convolution(asPictures(x), asPictures(weights), bias, { ...options, windows: single });
  return tf.reshape(y, [x.shape[0], weights.shape[0]]);
}

const noPadding: Windows['padding'] = [
  [0, 0],
  [0, 0],
];
const single: Windows = { strides: [1, 1], dilations: [1, 1], padding: noPadding };

function throughActivation(dy: Pictures, y: Pictures, fused: Fused): Pictures {
  if (fused === 'linear') return dy;
  const passed = tf.mul(dy, tf.step(y)) as Pictures;
  return fused === 'relu' ? passed : tf.mul(passed, tf.step(tf.sub(6, y)));
}

/** Sums along rows are faster than those along columns, even with the transpose. */
function sumOverPlaces(d: Pictures): tf.Tensor {
  return tf.sum(tf.transpose(tf.reshape(d, [-1, d.shape[3]])), 1);
}

function inputGradient(dy: Pictures, weights: Pictures, windows: Windows, shape: number[]): Pictures {
  const flipped = tf.reverse(tf.transpose(weights, [1, 2, 0, 3]), [0, 1]);
  return convolveBackwards('Conv2D', dy, flipped, windows, shape);
}

/**
 * Σ over pictures and places of x × dy for each tap: a convolution of the input by dy, with pictures for
 * channels and channels for pictures; strides and dilations change places.
 */
function filterGradient(x: Pictures, dy: Pictures, windows: Windows, shape: number[]): Pictures {
  const [channels, height, width, depth] = shape as Pictures['shape'];
  if (isPointwise(windows, shape)) {
    const columns = tf.transpose(tf.reshape(dy, [-1, channels])) as tf.Tensor2D;
    const product = tf.matMul(columns, tf.reshape(x, [-1, depth]) as tf.Tensor2D);
    return tf.reshape(product, [channels, 1, 1, depth]);
  }
  const { strides: dilations, dilations: strides, padding } = windows;
  const tensors = { x: tf.transpose(x, [3, 1, 2, 0]), filter: tf.transpose(dy, [1, 2, 0, 3]) };
  const taps = runKernel('Conv2D', tensors, { strides, dilations, padding });
  // Rows that the windows leave out at the end make further taps.
  const kept = tf.slice(taps, [0, 0, 0, 0], [depth, height, width, channels]);
  return tf.transpose(kept, [3, 1, 2, 0]);
}

function isPointwise({ strides, padding }: Windows, [, height, width]: number[]): boolean {
  return (
    [height, width, ...strides].every((size) => size === 1) && padding.flat().every((rows) => rows === 0)
  );
}

/** The same with each picture's channels as channels of their own, then summed over the pictures. */
function depthwiseFilterGradient(x: Pictures, dy: Pictures, windows: Windows, shape: number[]): Pictures {
  const [, height, width, channels] = shape as Pictures['shape'];
  const [n, outHeight, outWidth] = dy.shape;
  const together = (t: Pictures) => tf.transpose(t, [1, 2, 0, 3]);
  const tensors = {
    x: tf.reshape(together(x), [1, x.shape[1], x.shape[2], n * channels]),
    filter: tf.reshape(together(dy), [outHeight, outWidth, n * channels, 1]),
  };
  const { strides: dilations, dilations: strides, padding } = windows;
  const taps = runKernel('DepthwiseConv2dNative', tensors, { strides, dilations, padding });
  const kept = tf.slice(taps, [0, 0, 0, 0], [1, height, width, n * channels]);
  return tf.reshape(tf.sum(tf.reshape(kept, [height * width, n, channels]), 1), [1, height, width, channels]);
}
