/** A decoded image: RGB, 8 bits a channel, rows from the top. */
export interface RgbImage {
  width: number;
  height: number;
  /** height × width × 3 values. */
  data: Uint8Array;
}

/** Images with more pixels are refused: they'd take more than 256 MB while decoding. */
export const maxPixels = 2 ** 26;

/** A file that is no image, a damaged one, or one of a kind that isn't read. The message says which. */
export class ImageError extends Error {}

/** @throws ImageError for an image without pixels, or with too many */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new ImageError('an image without pixels');
  if (width * height > maxPixels) {
    throw new ImageError(`an image of ${width} × ${height} pixels, more than the ${maxPixels} that are read`);
  }
}
