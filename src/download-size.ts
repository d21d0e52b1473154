import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/**
 * Bytes of a file as a download: gzip at level 6, what gzip and web servers do unless told otherwise. (Level
 * 9 saves a percent or two of a model, and takes 20 s for one of 17 MB whose weights repeat.) Takes a second for
 * such a model, in a thread of Node's own.
 */
export async function downloadSize(bytes: Uint8Array): Promise<number> {
  return (await compress(bytes, { level: 6 })).length;
}
