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

/**
 * Turns an image into a model's input: crop, gray, resize, normalize, in this order. Computed in
 * double precision with nothing but + − × ÷, so that every machine gets the same bits.
 *
 * @returns height × width × channels values, or channels × height × width for `nchw`
 */
export function preprocess(image: RgbImage, options: Preprocessing): Float32Array {
  const cropped = crop(image, options.crop);
  const planes = options.channels === 'gray' ? [grayPlane(cropped)] : [0, 1, 2].map((c) => plane(cropped, c));
  const [height, width] = options.size ?? [cropped.height, cropped.width];
  const pixels = height * width;
  const values = new Float32Array(pixels * planes.length);
  const interleaved = options.layout === 'nhwc';
  for (const [c, source] of planes.entries()) {
    const resized = resizeBilinear(source, cropped.height, cropped.width, height, width);
    const mean = options.mean[c] ?? options.mean[0]!;
    const std = options.std[c] ?? options.std[0]!;
    for (let i = 0; i < pixels; i++) {
      const to = interleaved ? i * planes.length + c : c * pixels + i;
      values[to] = (options.scale * resized[i]! - mean) / std;
    }
  }
  return values;
}

function crop(image: RgbImage, share: number | null): RgbImage {
  if (share === null) return image;
  const side = Math.max(1, Math.round(share * Math.min(image.width, image.height)));
  const left = Math.floor((image.width - side) / 2);
  const top = Math.floor((image.height - side) / 2);
  const data = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    const start = ((top + y) * image.width + left) * 3;
    data.set(image.data.subarray(start, start + side * 3), y * side * 3);
  }
  return { width: side, height: side, data };
}

function plane(image: RgbImage, channel: number): Float64Array {
  const values = new Float64Array(image.width * image.height);
  for (let i = 0; i < values.length; i++) values[i] = image.data[3 * i + channel]!;
  return values;
}

/** Luma by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, not rounded. */
function grayPlane({ width, height, data }: RgbImage): Float64Array {
  const values = new Float64Array(width * height);
  for (let i = 0; i < values.length; i++) {
    values[i] = (299 * data[3 * i]! + 587 * data[3 * i + 1]! + 114 * data[3 * i + 2]!) / 1000;
  }
  return values;
}

/**
 * Bilinear resize with half-pixel centres and without antialiasing, as TensorFlow 2's
 * `tf.image.resize`: the value at output row y lies at (y + ½) · inputHeight / outputHeight − ½ of the
 * input, between its two neighbours there; beyond the border the border's value counts.
 */
function resizeBilinear(
  source: Float64Array,
  height: number,
  width: number,
  toHeight: number,
  toWidth: number,
): Float64Array {
  if (height === toHeight && width === toWidth) return source;
  const rows = neighbours(height, toHeight);
  const columns = neighbours(width, toWidth);
  const values = new Float64Array(toHeight * toWidth);
  for (let y = 0; y < toHeight; y++) {
    const upper = rows.lower[y]! * width;
    const lower = rows.upper[y]! * width;
    for (let x = 0; x < toWidth; x++) {
      const left = columns.lower[x]!;
      const right = columns.upper[x]!;
      const share = columns.share[x]!;
      const above = source[upper + left]! + (source[upper + right]! - source[upper + left]!) * share;
      const below = source[lower + left]! + (source[lower + right]! - source[lower + left]!) * share;
      values[y * toWidth + x] = above + (below - above) * rows.share[y]!;
    }
  }
  return values;
}

function neighbours(size: number, toSize: number) {
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
