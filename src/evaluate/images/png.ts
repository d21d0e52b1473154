import { inflateSync } from 'node:zlib';
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { messageOf } from '../../errors.js';
import { checkPixels, ImageError, type RgbImage } from './image.js';

/**
 * Decodes a PNG. 16 bits are cut to their upper 8, fewer are spread to 0..255, transparency is
 * dropped: as TensorFlow's decoder does.
 *
 * @throws ImageError for damaged or oversized images
 */
export function decodePng(file: Uint8Array): RgbImage {
  const chunks = chunksOf(file);
  const header = headerOf(chunks);
  checkPixels(header.width, header.height);
  refuseBomb(chunks, header);
  try {
    const image = decode(join(chunks));
    return { width: image.width, height: image.height, data: toRgb(image) };
  } catch (cause) {
    throw new ImageError(`a damaged PNG file (${messageOf(cause)})`, { cause });
  }
}

interface Chunk {
  type: string;
  data: Uint8Array;
  /** With length, type and checksum. */
  whole: Uint8Array;
}

/** What the pixels are made of; the rest (text, colour profiles) may itself be a decompression bomb. */
const pixelChunks = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

function chunksOf(file: Uint8Array): Chunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) break;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const chunk = { type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) };
    if (pixelChunks.includes(type)) chunks.push(chunk);
    at = end;
  }
  if (chunks.at(-1)?.type !== 'IEND') throw new ImageError('a truncated PNG file');
  return chunks;
}

interface Header {
  width: number;
  height: number;
  depth: number;
  channels: number;
  interlaced: boolean;
}

/** Channels by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function headerOf([first]: Chunk[]): Header {
  const channels = channelsOf[first!.data[9] ?? -1];
  if (first?.type !== 'IHDR' || first.data.length !== 13 || !channels)
    throw new ImageError('a damaged PNG file');
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const header = { width: view.getUint32(0), height: view.getUint32(4), depth: first.data[8]!, channels };
  const interlaced = first.data[12] === 1;
  if (interlaced && header.depth < 8)
    throw new ImageError("an interlaced PNG of fewer than 8 bits isn't read");
  return { ...header, interlaced };
}

/** Unpacks once with a limit: the decoder itself would unpack whatever comes. */
function refuseBomb(chunks: Chunk[], header: Header): void {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const expected = scanlineBytes(header);
  let size: number;
  try {
    size = inflateSync(packed, { maxOutputLength: expected }).length;
  } catch (cause) {
    throw new ImageError('a damaged PNG file', { cause });
  }
  if (size !== expected) throw new ImageError('a damaged PNG file: pixels are missing');
}

/** Bytes of all rows with their filter bytes; Adam7 interlacing has seven passes of rows. */
function scanlineBytes({ width, height, depth, channels, interlaced }: Header): number {
  const bytes = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * channels * depth) / 8));
  if (!interlaced) return bytes(width, height);
  const passes: [x: number, y: number, xStep: number, yStep: number][] = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];
  const count = (size: number, start: number, step: number) => Math.max(0, Math.ceil((size - start) / step));
  return passes.reduce((sum, [x, y, dx, dy]) => sum + bytes(count(width, x, dx), count(height, y, dy)), 0);
}

function join(chunks: Chunk[]): Uint8Array {
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const joined = Buffer.concat([signature, ...chunks.map(({ whole }) => whole)]);
  return new Uint8Array(joined);
}

function toRgb(image: DecodedPng): Uint8Array {
  if (image.palette) return pickRgb(convertIndexedToRgb(image), image.palette[0]!.length);
  if (image.depth < 8) return pickRgb(spread(image), 1);
  if (image.depth === 8) return pickRgb(image.data as Uint8Array, image.channels);
  return pickRgb(
    Uint8Array.from(image.data, (value) => value >> 8),
    image.channels,
  );
}

/** The first three of four channels; grey, with or without alpha, three times. */
function pickRgb(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const rgb = new Uint8Array((data.length / channels) * 3);
  const second = channels === 4 ? 1 : 0;
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = data[from]!;
    rgb[to + 1] = data[from + second]!;
    rgb[to + 2] = data[from + 2 * second]!;
  }
  return rgb;
}

/** Grey values of 1, 2 or 4 bits, packed from the highest bit on in rows of whole bytes, as 0..255. */
function spread({ width, height, depth, data }: DecodedPng): Uint8Array {
  const values = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  const largest = 2 ** depth - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)]!;
      values[y * width + x] = (((byte >> (8 - depth - (bit & 7))) & largest) * 255) / largest;
    }
  }
  return values;
}
