import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { maxPixels } from '../limits.js';

/** A decoded image: RGB, 8 bits a channel, rows from the top. */
export interface RgbImage {
  width: number;
  height: number;
  /** height × width × 3 values. */
  data: Uint8Array;
}

/** A file that is no image, a damaged one, or one of a kind that isn't read. The message says which. */
export class ImageError extends Error {
  /** The way out. */
  readonly hint: string;

  constructor(
    message: string,
    { hint = 'Save it as PNG or JPEG', ...options }: ErrorOptions & { hint?: string } = {},
  ) {
    super(message, options);
    this.hint = hint;
  }
}

/** Images of more pixels, 64 MB with their decoder, aren't left to the garbage collector. */
const largePixels = 2 ** 24;

/**
 * Checks the size of an image that is about to be decoded, and makes room for a large one: V8 would let the
 * pixels of three or four before it lie, of 200 MB each.
 *
 * @throws ImageError for an image without pixels, or with too many
 */
export function admitPixels(width: number, height: number, most = maxPixels): void {
  if (width === 0 || height === 0) throw new ImageError('an image without pixels');
  if (width * height > most) {
    const problem = `an image of ${width} × ${height} pixels, more than the ${most} that are read`;
    throw new ImageError(problem, { hint: 'Scale it down' });
  }
  if (width * height > largePixels) collectGarbage();
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
