import * as tf from '@tensorflow/tfjs-core';

/**
 * Layers with weights, with gradients of their own: tfjs's wasm backend has none of convolutions and
 * multiplies transposed matrices five times slower than plain ones. Each gradient here is a convolution
 * again, computed by XNNPACK as fast as the forward pass is. Pictures are [N, H, W, C].
 */

/** How the windows of a convolution lie over its input; pairs are [vertical, horizontal]. */
export interface Windows {
  strides: [number, number];
  dilations: [number, number];
  /** Rows above and below, columns left and right. */
  padding: [[number, number], [number, number]];
}

/** Activation functions that a layer applies itself. */
export type Fused = 'linear' | 'relu' | 'relu6';

type Pictures = tf.Tensor4D;

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
  const forward = () =>
    runKernel('FusedConv2D', { x, filter: tf.transpose(weights, [1, 2, 3, 0]), bias }, windows, fused);
  return withGradient([x, weights, bias], trainsInput, forward, (dy, y, input, filters) => {
    const d = throughActivation(dy, y, fused);
    return [
      () => inputGradient(d, filters, windows, input.shape),
      () => filterGradient(input, d, windows, filters.shape),
      () => sumOverPlaces(d),
    ];
  });
}

/** A depthwise convolution of one filter a channel. Weights [1, height, width, channels]; bias [channels]. */
export function depthwise(x: Pictures, weights: Pictures, bias: tf.Tensor, options: LayerOptions): Pictures {
  const { windows, fused, trainsInput } = options;
  const [, height, width, channels] = weights.shape;
  const asFilter = (w: tf.Tensor) => tf.reshape(w, [height, width, channels, 1]);
  const forward = () =>
    runKernel('FusedDepthwiseConv2D', { x, filter: asFilter(weights), bias }, windows, fused);
  return withGradient([x, weights, bias], trainsInput, forward, (dy, y, input, filters) => {
    const d = throughActivation(dy, y, fused);
    const flipped = () => tf.reverse(asFilter(filters), [0, 1]);
    return [
      () => convolveBackwards('DepthwiseConv2dNative', d, flipped(), windows, input.shape),
      () => depthwiseFilterGradient(input, d, windows, filters.shape),
      () => sumOverPlaces(d),
    ];
  });
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
  const forward = () => inputGradient(x, swapped(weights), windows, shape);
  return withGradient([x, weights], trainsInput, forward, (dy, _, input, filters) => [
    () => runKernel('Conv2D', { x: dy, filter: tf.transpose(filters, [1, 2, 0, 3]) }, windows),
    () => swapped(filterGradient(dy, input, windows, swapped(filters).shape)),
  ]);
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

/** Gradients by the operands, of the output's gradient, the output, and the first two operands. */
type Gradients = (dy: Pictures, y: Pictures, x: Pictures, weights: Pictures) => (() => tf.Tensor)[];

function withGradient(
  operands: tf.Tensor[],
  trainsInput: boolean,
  forward: () => Pictures,
  gradients: Gradients,
): Pictures {
  const trained = trainsInput ? operands : operands.slice(1);
  const layer = tf.customGrad((...given) => {
    const save = given.at(-1) as unknown as tf.GradSaveFunc;
    const value = forward();
    save([operands[0]!, operands[1]!, value]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, weights, y] = saved as [Pictures, Pictures, Pictures];
      const all = gradients(dy as Pictures, y, x, weights);
      return all.slice(operands.length - trained.length).map((gradient) => gradient());
    };
    return { value, gradFunc };
  });
  return layer(...trained) as Pictures;
}

type Kernel = 'Conv2D' | 'FusedConv2D' | 'DepthwiseConv2dNative' | 'FusedDepthwiseConv2D';

/** Kernels by name take explicit padding, bias and activation function at once. */
function runKernel(
  name: Kernel,
  tensors: { x: tf.Tensor; filter: tf.Tensor; bias?: tf.Tensor },
  { strides, dilations, padding }: Windows,
  activation: Fused = 'linear',
): Pictures {
  const pad = [[0, 0], ...padding, [0, 0]];
  const attributes = { strides, dilations, pad, dataFormat: 'NHWC', activation };
  return tf.engine().runKernel(name, tensors, attributes as unknown as tf.NamedAttrMap) as Pictures;
}

function throughActivation(dy: Pictures, y: Pictures, fused: Fused): Pictures {
  if (fused === 'linear') return dy;
  const passed = tf.mul(dy, tf.step(y)) as Pictures;
  return fused === 'relu' ? passed : tf.mul(passed, tf.step(tf.sub(6, y)));
}

/** A product with ones, which XNNPACK computes faster than the backend sums. */
function sumOverPlaces(d: Pictures): tf.Tensor {
  const channels = d.shape[3];
  const places = d.size / channels;
  const sum = tf.matMul(tf.ones([1, places]), tf.reshape(d, [places, channels]) as tf.Tensor2D);
  return tf.reshape(sum, [channels]);
}

function inputGradient(dy: Pictures, weights: Pictures, windows: Windows, shape: number[]): Pictures {
  const flipped = tf.reverse(tf.transpose(weights, [1, 2, 0, 3]), [0, 1]);
  return convolveBackwards('Conv2D', dy, flipped, windows, shape);
}

/** The convolution, by flipped filters, that takes the gradient of an output to that of the input. */
function convolveBackwards(
  kernel: Kernel,
  dy: Pictures,
  filter: tf.Tensor,
  { strides, dilations, padding }: Windows,
  [, ...size]: number[],
): Pictures {
  let x = spread(dy, strides);
  const margins = padding.map(([before], axis): [number, number] => {
    const reach = (filter.shape[axis]! - 1) * dilations[axis]!;
    const first = reach - before;
    return [first, size[axis]! + reach - first - x.shape[axis + 1]!];
  }) as Windows['padding'];
  x = crop(x, margins);
  const kept = margins.map((pair) => pair.map((rows) => Math.max(0, rows))) as Windows['padding'];
  return runKernel(kernel, { x, filter }, { strides: [1, 1], dilations, padding: kept });
}

/** Puts zeros behind each row and column, so that [N, H, W, C] becomes [N, H·s, W·t, C]. */
function spread(x: Pictures, [s, t]: [number, number]): Pictures {
  if (s === 1 && t === 1) return x;
  const [n, h, w, c] = x.shape;
  const columns = tf.pad(tf.reshape(x, [n * h * w, c]), [
    [0, 0],
    [0, (t - 1) * c],
  ]);
  const rows = tf.pad(tf.reshape(columns, [n * h, w * t * c]), [
    [0, 0],
    [0, (s - 1) * w * t * c],
  ]);
  return tf.reshape(rows, [n, h * s, w * t, c]);
}

/** Cuts off rows and columns where a margin is negative. */
function crop(x: Pictures, [[top, bottom], [left, right]]: Windows['padding']): Pictures {
  if (Math.min(top, bottom, left, right) >= 0) return x;
  const cut = (rows: number) => Math.max(0, -rows);
  const [n, h, w, c] = x.shape;
  const size = [n, h - cut(top) - cut(bottom), w - cut(left) - cut(right), c] as Pictures['shape'];
  return tf.slice(x, [0, cut(top), cut(left), 0], size);
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
  const taps = runKernel(
    'Conv2D',
    { x: tf.transpose(x, [3, 1, 2, 0]), filter: tf.transpose(dy, [1, 2, 0, 3]) },
    { strides: windows.dilations, dilations: windows.strides, padding: windows.padding },
  );
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
  const input = tf.reshape(together(x), [1, x.shape[1], x.shape[2], n * channels]);
  const filter = tf.reshape(together(dy), [outHeight, outWidth, n * channels, 1]);
  const { strides: dilations, dilations: strides, padding } = windows;
  const taps = runKernel('DepthwiseConv2dNative', { x: input, filter }, { strides, dilations, padding });
  const kept = tf.slice(taps, [0, 0, 0, 0], [1, height, width, n * channels]);
  return tf.reshape(tf.sum(tf.reshape(kept, [height * width, n, channels]), 1), [1, height, width, channels]);
}
