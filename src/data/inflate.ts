import { pipeline, Readable, type Transform } from 'node:stream';

/** What is unpacked is longer than it may be. */
export class TooLong extends Error {}

/**
 * Unpacks piece by piece: 64 KiB at most come at a time, so that a bomb can be given up early.
 *
 * @param unpack `createInflate()`, `createGunzip()` or `createInflateRaw()` of node:zlib
 * @throws as the pieces do, and zlib's error for what is damaged
 */
export function inflated(pieces: Iterable<Uint8Array>, unpack: Transform): AsyncIterable<Uint8Array> {
  // The error comes to whoever reads.
  return pipeline(Readable.from(pieces), unpack, () => {});
}

/**
 * Unpacks into an array of `size` bytes; what there is, is handed out, where that is less.
 *
 * @throws TooLong where it is more, and as `inflated`
 */
export async function inflateInto(
  pieces: Iterable<Uint8Array>,
  unpack: Transform,
  size: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const piece of inflated(pieces, unpack)) {
    if (length + piece.length > size) throw new TooLong();
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}
