import { ImageError, type RgbImage } from './image.js';
import { decodeJpeg } from './jpeg.js';
import { decodePng } from './png.js';

/**
 * Decodes a PNG or JPEG file, told apart by their first bytes, into the same pixels on every machine.
 *
 * @throws ImageError for anything else, and for damaged or oversized images
 */
export async function decodeImage(file: Uint8Array): Promise<RgbImage> {
  if (startsWith(file, [0x89, 0x50, 0x4e, 0x47])) return decodePng(file);
  if (startsWith(file, [0xff, 0xd8, 0xff])) return decodeJpeg(file);
  throw new ImageError(file.length === 0 ? 'an empty file' : 'neither PNG nor JPEG');
}

function startsWith(file: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, i) => file[i] === byte);
}
