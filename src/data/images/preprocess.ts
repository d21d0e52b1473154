import type { RgbImage } from './image.js';

/** How an image becomes a model's input. */
export interface Preprocessing {
  /** Side of the centred square that is cut out, as a share of the shorter side; null: the whole image. */
  crop: number | null;
  /** Height and width that the image is scaled to; null: as it is. */
  size: readonly [height: number, width: number] | null;
  channels: 'gray' | 'rgb';
  /** real value = (scale × pixel − mean) / std, with pixels from 0 to 255. */
  scale: number;
  /** One for all channels, or one each. */
  mean: readonly number[];
  std: readonly number[];
  layout: 'nhwc' | 'nchw';
}

/** Height, width and channels of what `preprocess` makes of an image. */
export function preprocessedShape(
  image: Pick<RgbImage, 'width' | 'height'>,
  options: Preprocessing,
): [height: number, width: number, channels: number] {
  const { width, height } = windowOf(image, options.crop);
  return [...(options.size ?? [height, width]), options.channels === 'gray' ? 1 : 3];
}

/**
 * Turns an image into a model's input: crop, gray, resize, normalize, in this order. Computed in
 * double precision with nothing but + − × ÷, so that every machine gets the same bits.
 *
 * @returns height × width × channels values, or channels × height × width for `nchw`
 */
export function preprocess(image: RgbImage, options: Preprocessing): Float32Array {
  const source = windowOf(image, options.crop);
  const [height, width, channels] = preprocessedShape(image, options);
  const rows = neighbours(source.height, height);
  const columns = neighbours(source.width, width);
  const values = new Float32Array(height * width * channels);
  const [channelStep, pixelStep] = options.layout === 'nhwc' ? [1, channels] : [height * width, 1];
  for (let c = 0; c < channels; c++) {
    const mean = options.mean[c] ?? options.mean[0]!;
    const std = options.std[c] ?? options.std[0]!;
    const at = options.channels === 'gray' ? grayAt(image, source) : channelAt(image, source, c);
    for (let y = 0, to = c * channelStep; y < height; y++) {
      for (let x = 0; x < width; x++, to += pixelStep) {
        const value = interpolate(at, rows, y, columns, x);
        values[to] = (options.scale * value - mean) / std;
      }
    }
  }
  return values;
}

/** A part of an image, in pixels. */
interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The centred square with that share of the shorter side; null: all of the image. */
function windowOf({ width, height }: Pick<RgbImage, 'width' | 'height'>, share: number | null): Window {
  if (share === null) return { left: 0, top: 0, width, height };
  const side = Math.max(1, Math.round(share * Math.min(width, height)));
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  return { left, top, width: side, height: side };
}

/** A value of the window by row and column. */
type ValueAt = (y: number, x: number) => number;

function channelAt({ data, width }: RgbImage, { left, top }: Window, channel: number): ValueAt {
  return (y, x) => data[((top + y) * width + left + x) * 3 + channel]!;
}

/** Luma by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, not rounded. */
function grayAt({ data, width }: RgbImage, { left, top }: Window): ValueAt {
  return (y, x) => {
    const i = ((top + y) * width + left + x) * 3;
    return (299 * data[i]! + 587 * data[i + 1]! + 114 * data[i + 2]!) / 1000;
  };
}

/**
 * Bilinear resize with half-pixel centres and without antialiasing, as TensorFlow 2's
 * `tf.image.resize`: the value at output row y lies at (y + ½) · inputHeight / outputHeight − ½ of the
 * input, between its two neighbours there; beyond the border the border's value counts.
 */
function interpolate(at: ValueAt, rows: Neighbours, y: number, columns: Neighbours, x: number): number {
  const upper = rows.lower[y]!;
  const lower = rows.upper[y]!;
  const left = columns.lower[x]!;
  const right = columns.upper[x]!;
  const share = columns.share[x]!;
  const upperLeft = at(upper, left);
  const lowerLeft = at(lower, left);
  const above = upperLeft + (at(upper, right) - upperLeft) * share;
  const below = lowerLeft + (at(lower, right) - lowerLeft) * share;
  return above + (below - above) * rows.share[y]!;
}

interface Neighbours {
  lower: Uint32Array;
  upper: Uint32Array;
  /** How far from the lower to the upper one, 0 to 1. */
  share: Float64Array;
}

function neighbours(size: number, toSize: number): Neighbours {
  const lower = new Uint32Array(toSize);
  const upper = new Uint32Array(toSize);
  const share = new Float64Array(toSize);
  for (let i = 0; i < toSize; i++) {
    const at = ((i + 0.5) * size) / toSize - 0.5;
    const floor = Math.floor(at);
    lower[i] = Math.max(0, floor);
    upper[i] = Math.min(size - 1, floor + 1);
    share[i] = at - floor;
  }
  return { lower, upper, share };
}
