import { readFile } from 'node:fs/promises';
import decode, { init } from '@jsquash/jpeg/decode.js';
import { assetPath } from '../../base/assets.js';
import { maxJpegBytes, maxPixels, maxProgressivePixels, maxScannedPixels } from '../limits.js';
import { admitPixels, ImageError, type RgbImage } from './image.js';

/** Scans of the most elaborate progressive files are some ten. */
const maxScans = 100;

/**
 * Decodes a JPEG as libjpeg-turbo does with its default settings (its integer DCT and fancy chroma
 * upsampling), compiled to WebAssembly: the same pixels on every machine. EXIF orientation is left
 * alone, as TensorFlow's decoder leaves it.
 *
 * @throws ImageError for damaged or oversized images
 */
export async function decodeJpeg(file: Uint8Array): Promise<RgbImage> {
  if (file.length > maxJpegBytes)
    throw new ImageError(`a JPEG file of ${file.length} bytes, more than the ${maxJpegBytes} that are read`);
  const { width, height, scans } = frameOf(file);
  admitPixels(width, height, scans > 1 ? maxProgressivePixels : maxPixels);
  if (scans > maxScans || scans * width * height > maxScannedPixels)
    throw new ImageError('a JPEG file with too many scans');
  const image = await decodePixels(file);
  if (image.width !== width || image.height !== height) throw new ImageError('a damaged JPEG file');
  return { width, height, data: withoutAlpha(image.data) };
}

async function decodePixels(file: Uint8Array) {
  await (decoder ??= loadDecoder());
  try {
    // The decoder reads the whole of what is behind a view.
    const isWhole = file.byteLength === file.buffer.byteLength;
    const { buffer } = isWhole ? file : new Uint8Array(file);
    return await decode(buffer as ArrayBuffer, { preserveOrientation: false });
  } catch (cause) {
    // The decoder doesn't survive an error: the next image gets a new one.
    decoder = null;
    throw new ImageError('a damaged JPEG file', { cause });
  }
}

let decoder: Promise<void> | null = null;

/** Compiles the shipped decoder; its own loader would try to fetch it. */
async function loadDecoder(): Promise<void> {
  const module = await WebAssembly.compile(await readFile(assetPath('jpeg.wasm')));
  await initWith(module, { print: () => {}, printErr: () => {} });
}

/** The package's type says nothing of the first argument. */
const initWith = init as (module: WebAssembly.Module, options: object) => Promise<void>;

/** In the same memory: the image is large. */
function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const bytes = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 4) {
    bytes[to++] = bytes[from]!;
    bytes[to++] = bytes[from + 1]!;
    bytes[to++] = bytes[from + 2]!;
  }
  return bytes.subarray(0, to);
}

const marker = { startOfScan: 0xda, endOfImage: 0xd9, restart: 0xd0, lastRestart: 0xd7, temporary: 0x01 };

/**
 * Width and height from the frame header (ITU-T T.81, annex B), and the number of scans, found by walking the
 * segments to the end: each scan makes the decoder walk all pixels.
 */
function frameOf(file: Uint8Array): { width: number; height: number; scans: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let frame: { width: number; height: number } | null = null;
  let scans = 0;
  for (let at = 2; at + 4 <= file.length; ) {
    const code = file[at + 1]!;
    if (file[at] !== 0xff || code === 0xff || code === 0 || isBare(code)) {
      at++;
      continue;
    }
    if (code === marker.endOfImage) break;
    if (isFrame(code) && at + 10 <= file.length) {
      if (file[at + 9] === 4) throw new ImageError("a JPEG file in CMYK isn't read");
      frame ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (code === marker.startOfScan) scans++;
    at += 2 + view.getUint16(at + 2);
  }
  if (!frame || scans === 0) throw new ImageError('a damaged JPEG file');
  return { ...frame, scans };
}

/** Markers without a length. */
function isBare(code: number): boolean {
  return code === marker.temporary || (code >= marker.restart && code <= marker.lastRestart);
}

/** SOF0 to SOF15 are frame headers, but for DHT (C4), JPG (C8) and DAC (CC). */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
}
