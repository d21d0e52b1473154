import { gzipSync } from 'node:zlib';

/**
 * Bytes of a file as a download: gzip at level 6, what gzip and web servers do unless told otherwise. (Level
 * 9 saves a percent or two of a model, and takes 20 s for one of 17 MB whose weights repeat.)
 */
export function downloadSize(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 6 }).length;
}
