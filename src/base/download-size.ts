import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Sizes of bytes that were asked about: a model's notes and its report tell the same. */
const known = new WeakMap<Uint8Array, Promise<number>>();

/**
 * Bytes of a file as a download: gzip at level 6, what gzip and web servers do unless told otherwise. (Level
 * 9 saves a percent or two of a model, and takes 20 s for one of 17 MB whose weights repeat.) Takes a second for
 * such a model, in a thread of Node's own, and nothing for the same bytes again, which must not change.
 */
export function downloadSize(bytes: Uint8Array): Promise<number> {
  const size = known.get(bytes) ?? compress(bytes, { level: 6 }).then(({ length }) => length);
  known.set(bytes, size);
  return size;
}
