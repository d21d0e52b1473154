import type { Operator, Tensor } from '../../model/graph.js';
import {
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  Padding,
  TransposeConvOptionsT,
} from '../../model/schema/index.js';
import { elementCount } from '../../model/tensors.js';

/**
 * An operator as products of a matrix of weights with patches of its input. Output channels that see the
 * same input channels form a group: an ordinary convolution is one group, a depthwise one has a group for
 * each input channel.
 */
export interface Patches {
  /** Position of the activation among the operator's inputs. */
  input: number;
  groups: number;
  /** Output channels of a group. */
  rows: number;
  /** Weights of an output channel. */
  columns: number;
  /** Input channels of a group; `columns` is that times the kernel's positions. */
  depth: number;
  /** Output positions of one inference. */
  positions: number;
  /** For each output position and kernel position the input's pixel, −1 for padding. */
  pixels: Int32Array;
  /** Where the weights of an output channel lie: `offset(channel) + column * stride`. */
  stride: number;
  offset(channel: number): number;
}

/** Pixels that patches may name: those of a layer of 11 × 11 on a picture of a megapixel, 512 MB. */
const maxPixels = 2 ** 27;

/** How an operator reads its input; null: it isn't a product with constant weights, or an odd one. */
export function patchesOf(operator: Operator): Patches | null {
  const { options } = operator;
  switch (operator.code) {
    case BuiltinOperator.CONV_2D:
      return options instanceof Conv2DOptionsT ? convolution(operator, options) : null;
    case BuiltinOperator.DEPTHWISE_CONV_2D:
      return options instanceof DepthwiseConv2DOptionsT ? depthwise(operator, options) : null;
    case BuiltinOperator.TRANSPOSE_CONV:
      return options instanceof TransposeConvOptionsT ? transposed(operator, options) : null;
    case BuiltinOperator.FULLY_CONNECTED:
      return options instanceof FullyConnectedOptionsT ? dense(operator, options) : null;
    default:
      return null;
  }
}

function convolution(operator: Operator, options: Conv2DOptionsT): Patches | null {
  const [data, weights] = operator.inputs;
  const pixels = data && weights && windows(data, operator.outputs[0]!, weights, options);
  if (!pixels) return null;
  const [channels, height, width, depth] = weights.shape as Shape4;
  const columns = height * width * depth;
  const groups = data.shape[3]! / depth;
  if (!Number.isInteger(groups) || channels % groups !== 0) return null;
  return {
    ...{ input: 0, groups, rows: channels / groups, columns, depth, pixels },
    positions: pixels.length / (height * width),
    stride: 1,
    offset: (channel) => channel * columns,
  };
}

function depthwise(operator: Operator, options: DepthwiseConv2DOptionsT): Patches | null {
  const [data, weights] = operator.inputs;
  const pixels = data && weights && windows(data, operator.outputs[0]!, weights, options);
  if (!pixels) return null;
  const [, height, width, channels] = weights.shape as Shape4;
  const groups = data.shape[3]!;
  const columns = height * width;
  if (channels % groups !== 0) return null;
  return {
    ...{ input: 0, groups, rows: channels / groups, columns, depth: 1, pixels },
    positions: pixels.length / columns,
    stride: channels,
    offset: (channel) => channel,
  };
}

/** A transposed convolution reads, for each output pixel, the input pixels whose windows cover it. */
function transposed(operator: Operator, options: TransposeConvOptionsT): Patches | null {
  const [, weights, data] = operator.inputs;
  const [output] = operator.outputs;
  if (!data || !weights || !output || weights.shape.length !== 4 || data.shape.length !== 4) return null;
  const [, height, width, depth] = weights.shape as Shape4;
  const forward = windows(output, data, weights, options);
  if (!forward) return null;
  const columns = height * width * depth;
  const kernel = height * width;
  const positions = elementCount(output.shape.slice(0, 3));
  if (positions * kernel > maxPixels) return null;
  const pixels = new Int32Array(positions * kernel).fill(-1);
  for (let i = 0; i < forward.length; i++) {
    if (forward[i]! >= 0) pixels[forward[i]! * kernel + (i % kernel)] = Math.floor(i / kernel);
  }
  return {
    ...{ input: 2, groups: 1, rows: weights.shape[0]!, columns, depth, pixels, positions, stride: 1 },
    offset: (channel) => channel * columns,
  };
}

function dense({ inputs }: Operator, options: FullyConnectedOptionsT): Patches | null {
  const [data, weights] = inputs;
  if (!data || weights?.shape.length !== 2) return null;
  if (options.weightsFormat !== 0) return null;
  const [rows, columns] = weights.shape as [number, number];
  const positions = elementCount(data.shape) / columns;
  if (!Number.isInteger(positions) || positions > maxPixels) return null;
  return {
    ...{ input: 0, groups: 1, rows, columns, depth: columns, positions, stride: 1 },
    pixels: Int32Array.from({ length: positions }, (_, i) => i),
    offset: (channel) => channel * columns,
  };
}

type Shape4 = [number, number, number, number];

/** What convolutions say of their windows. */
interface Window {
  padding: Padding;
  strideH: number;
  strideW: number;
  dilationHFactor?: number;
  dilationWFactor?: number;
}

/** For each pixel of `output` and each position of the kernel the pixel of `input` that it covers. */
function windows(input: Tensor, output: Tensor, weights: Tensor, options: Window): Int32Array | null {
  if ([input, output, weights].some(({ shape }) => shape.length !== 4)) return null;
  const [batch, inHeight, inWidth] = input.shape as Shape4;
  const [, outHeight, outWidth] = output.shape as Shape4;
  const [, height, width] = weights.shape as Shape4;
  const { padding, strideH, strideW, dilationHFactor = 1, dilationWFactor = 1 } = options;
  if (batch * outHeight * outWidth * height * width > maxPixels) return null;
  const rows = covered(inHeight, outHeight, height, strideH, dilationHFactor, padding);
  const columns = covered(inWidth, outWidth, width, strideW, dilationWFactor, padding);
  const pixels = new Int32Array(batch * outHeight * outWidth * height * width);
  let next = 0;
  for (let image = 0; image < batch; image++) {
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        for (let ky = 0; ky < height; ky++) {
          for (let kx = 0; kx < width; kx++) {
            const row = rows[y * height + ky]!;
            const column = columns[x * width + kx]!;
            pixels[next++] = row < 0 || column < 0 ? -1 : (image * inHeight + row) * inWidth + column;
          }
        }
      }
    }
  }
  return pixels;
}

/** Along one dimension: the input's index for each output and kernel position, −1 outside. */
function covered(
  size: number,
  outSize: number,
  kernel: number,
  stride: number,
  dilation: number,
  padding: Padding,
): Int32Array {
  const missing = Math.max(0, (outSize - 1) * stride + (kernel - 1) * dilation + 1 - size);
  const before = padding === Padding.SAME ? Math.floor(missing / 2) : 0;
  const indices = new Int32Array(outSize * kernel);
  for (let i = 0; i < indices.length; i++) {
    const index = Math.floor(i / kernel) * stride + (i % kernel) * dilation - before;
    indices[i] = index >= 0 && index < size ? index : -1;
  }
  return indices;
}
