import * as tf from '@tensorflow/tfjs-core';

/** What layers are made of. Pictures are [N, H, W, C]. */
export type Pictures = tf.Tensor4D;

/** How the windows of a convolution or a pool lie over its input; pairs are [vertical, horizontal]. */
export interface Windows {
  strides: [number, number];
  dilations: [number, number];
  /** Rows above and below, columns left and right. */
  padding: [[number, number], [number, number]];
}

/** Activation functions that a kernel applies itself. */
export type Fused = 'linear' | 'relu' | 'relu6';

/**
 * An operation with a gradient of its own.
 *
 * @param operands what it is differentiated by
 * @param forward its value, and what the gradient needs, which is kept until then
 * @param gradients for each operand, by the gradient of the value and what was kept
 */
export function differentiable(
  operands: tf.Tensor[],
  forward: () => { value: tf.Tensor; kept: tf.Tensor[] },
  gradients: (dy: Pictures, kept: Pictures[]) => tf.Tensor[],
): Pictures {
  const operation = tf.customGrad((...given) => {
    const save = given.at(-1) as unknown as tf.GradSaveFunc;
    const { value, kept } = forward();
    save(kept);
    return { value, gradFunc: (dy, saved) => gradients(dy as Pictures, saved as Pictures[]) };
  });
  return operation(...operands) as Pictures;
}

type Kernel = 'Conv2D' | 'FusedConv2D' | 'DepthwiseConv2dNative' | 'FusedDepthwiseConv2D';

interface Operands {
  x: tf.Tensor;
  filter: tf.Tensor;
  bias?: tf.Tensor;
}

/** Kernels by name take explicit padding, bias and activation function at once. */
export function runKernel(
  name: Kernel,
  tensors: Operands,
  windows: Windows,
  activation: Fused = 'linear',
): Pictures {
  if (name.includes('Depthwise') && !isPlain(windows) && tf.getBackend() !== 'wasm') {
    return runPlainly(name, tensors, windows, activation);
  }
  const { strides, dilations, padding } = windows;
  const pad = [[0, 0], ...padding, [0, 0]];
  const attributes = { strides, dilations, pad, dataFormat: 'NHWC', activation };
  return tf.engine().runKernel(name, { ...tensors }, attributes as unknown as tf.NamedAttrMap) as Pictures;
}

function isPlain({ strides, dilations }: Windows): boolean {
  return strides[0] === strides[1] && Math.max(...dilations) === 1;
}

/**
 * TensorFlow's depthwise kernel takes no dilations, and strides that are equal: zeros between a filter's taps, and
 * rows and columns that are left out afterwards, come to the same.
 */
function runPlainly(name: Kernel, tensors: Operands, windows: Windows, activation: Fused): Pictures {
  const { dilations, strides, padding } = windows;
  const [height, width, channels] = tensors.filter.shape as Pictures['shape'];
  const picture: Pictures = tf.reshape(tensors.filter, [1, height, width, channels]);
  const [tall, broad] = [(height - 1) * dilations[0] + 1, (width - 1) * dilations[1] + 1];
  const taps = tf.slice(spread(picture, dilations), [0, 0, 0, 0], [1, tall, broad, channels]);
  const filter = tf.reshape(taps, [tall, broad, channels, 1]);
  const isEqual = strides[0] === strides[1];
  const plain: Windows = { strides: isEqual ? strides : [1, 1], dilations: [1, 1], padding };
  const y = runKernel(name, { ...tensors, filter }, plain, activation);
  return isEqual ? y : (tf.stridedSlice(y, [0, 0, 0, 0], y.shape, [1, ...strides, 1]) as Pictures);
}

/**
 * The convolution, by flipped filters, that takes the gradient of an output to that of the input.
 *
 * @param shape of the input
 */
export function convolveBackwards(
  kernel: Kernel,
  dy: Pictures,
  flipped: tf.Tensor,
  { strides, dilations, padding }: Windows,
  [, ...size]: number[],
): Pictures {
  const x = spread(dy, strides);
  const margins = padding.map(([before], axis): [number, number] => {
    const reach = (flipped.shape[axis]! - 1) * dilations[axis]!;
    const first = reach - before;
    return [first, size[axis]! + reach - first - x.shape[axis + 1]!];
  }) as Windows['padding'];
  const kept = margins.map((pair) => pair.map((rows) => Math.max(0, rows))) as Windows['padding'];
  const tensors = { x: crop(x, margins), filter: flipped };
  return runKernel(kernel, tensors, { strides: [1, 1], dilations, padding: kept });
}

/** Puts zeros behind each row and column: [N, H, W, C] becomes [N, H·s, W·t, C]. */
export function spread(x: Pictures, [s, t]: [number, number]): Pictures {
  if (s === 1 && t === 1) return x;
  const [n, h, w, c] = x.shape;
  const behind = (zeros: number): [number, number][] => [
    [0, 0],
    [0, zeros],
  ];
  const columns = tf.pad(tf.reshape(x, [n * h * w, c]), behind((t - 1) * c));
  const rows = tf.pad(tf.reshape(columns, [n * h, w * t * c]), behind((s - 1) * w * t * c));
  return tf.reshape(rows, [n, h * s, w * t, c]);
}

/** Keeps the first of each `s` rows and `t` columns: undoes `spread`. */
export function firstOfEach(x: Pictures, [s, t]: [number, number]): Pictures {
  if (s === 1 && t === 1) return x;
  const [n, h, w, c] = x.shape;
  const rows = tf.slice(tf.reshape(x, [(n * h) / s, s * w * c]), [0, 0], [-1, w * c]);
  const columns = tf.slice(tf.reshape(rows, [(n * h * w) / (s * t), t * c]), [0, 0], [-1, c]);
  return tf.reshape(columns, [n, h / s, w / t, c]);
}

/** Cuts off rows and columns where a margin is negative. */
export function crop(x: Pictures, [[top, bottom], [left, right]]: Windows['padding']): Pictures {
  if (Math.min(top, bottom, left, right) >= 0) return x;
  const cut = (rows: number) => Math.max(0, -rows);
  const [n, h, w, c] = x.shape;
  const size: Pictures['shape'] = [n, h - cut(top) - cut(bottom), w - cut(left) - cut(right), c];
  return tf.slice(x, [0, cut(top), cut(left), 0], size);
}
