import { createInflate } from 'node:zlib';
import { inflated } from '../inflate.js';
import { admitPixels, ImageError, type RgbImage } from './image.js';
import { type PngHeader, PngPixels } from './png-pixels.js';

/**
 * Decodes a PNG, row by row as it is unpacked, so that it takes the memory of the file and the pixels alone.
 * 16 bits are cut to their upper 8, fewer are spread to 0..255, transparency is dropped: as TensorFlow's
 * decoder does.
 *
 * @throws ImageError for damaged or oversized images
 */
export async function decodePng(file: Uint8Array): Promise<RgbImage> {
  const { header, palette } = beginOf(file);
  admitPixels(header.width, header.height);
  const pixels = new PngPixels(header, palette);
  try {
    for await (const piece of inflated(packedPixels(file), createInflate())) pixels.push(piece);
  } catch (cause) {
    throw cause instanceof ImageError ? cause : new ImageError('a damaged PNG file', { cause });
  }
  return { width: header.width, height: header.height, data: pixels.finished() };
}

interface Chunk {
  type: string;
  data: Uint8Array;
}

/** The chunks up to the one that ends the image. @throws ImageError where there is none */
function* chunksOf(file: Uint8Array): Generator<Chunk> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > file.length) break;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    yield { type, data: file.subarray(at + 8, end - 4) };
    if (type === 'IEND') return;
    at = end;
  }
  throw new ImageError('a truncated PNG file');
}

/** What comes before the pixels. Texts and colour profiles, which may be bombs of their own, are left alone. */
function beginOf(file: Uint8Array): { header: PngHeader; palette: Uint8Array | null } {
  let header: PngHeader | null = null;
  let palette: Uint8Array | null = null;
  for (const chunk of chunksOf(file)) {
    header ??= headerOf(chunk);
    if (chunk.type === 'PLTE') palette ??= chunk.data;
  }
  return { header: header!, palette };
}

function* packedPixels(file: Uint8Array): Generator<Uint8Array> {
  for (const { type, data } of chunksOf(file)) if (type === 'IDAT' && data.length > 0) yield data;
}

/** Channels and bits of each colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const colourTypes: Record<number, { channels: number; depths: number[] }> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

function headerOf({ type, data }: Chunk): PngHeader {
  if (type !== 'IHDR' || data.length !== 13) throw new ImageError('a damaged PNG file');
  const view = new DataView(data.buffer, data.byteOffset, 13);
  const [depth, colourType, compression, filter, interlace] = data.subarray(8);
  const colours = colourTypes[colourType!];
  if (!colours?.depths.includes(depth!) || compression !== 0 || filter !== 0 || interlace! > 1)
    throw new ImageError('a damaged PNG file');
  const size = { width: view.getUint32(0), height: view.getUint32(4) };
  const isIndexed = colourType === 3;
  return { ...size, depth: depth!, channels: colours.channels, isIndexed, isInterlaced: interlace === 1 };
}
