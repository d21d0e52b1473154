import { createInflateRaw } from 'node:zlib';
import type { DatasetFile, DatasetFiles } from '../files.js';
import { inflateInto } from '../inflate.js';

/** A file in a ZIP archive, as the archive's directory tells of it. */
export interface ZipEntry {
  name: string;
  isPacked: boolean;
  /** Bytes in the archive. */
  packedBytes: number;
  /** Bytes unpacked. */
  bytes: number;
  /** Where its own header begins, which its bytes follow. */
  offset: number;
}

/** What is no sound archive; the message says it without naming the file. */
export class ZipError extends Error {}

/** A directory of more bytes names thousands of files. */
const maxDirectoryBytes = 2 ** 20;

const endBytes = 22;
const maxCommentBytes = 2 ** 16 - 1;
const wide = 'what only ZIP64 can hold';

/**
 * The files in an archive by its directory (APPNOTE.TXT 4.3), which unzippers go by; nothing is unpacked.
 *
 * @throws ZipError where there is no sound directory
 */
export function zipEntries(file: DatasetFile, files: DatasetFiles): ZipEntry[] {
  const start = Math.max(0, file.bytes - endBytes - maxCommentBytes);
  const tail = Buffer.from(files.readRange(file, start, file.bytes - start));
  const end = tail.lastIndexOf('PK\x05\x06', tail.length - endBytes, 'latin1');
  if (file.bytes < endBytes || end < 0) throw new ZipError('invalid zip data');
  const [bytes, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (bytes === 0xffffffff || offset === 0xffffffff) throw new ZipError(wide);
  if (bytes > maxDirectoryBytes) throw new ZipError('it holds too many files');
  if (offset + bytes > start + end) throw new ZipError('invalid zip data');
  return [...entriesOf(Buffer.from(files.readRange(file, offset, bytes)))];
}

function* entriesOf(directory: Buffer): Generator<ZipEntry> {
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new ZipError('a broken directory');
    const method = directory.readUInt16LE(at + 10);
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, nameEnd);
    if (isEncrypted || ![0, 8].includes(method)) throw new ZipError(`"${name}" is packed in another way`);
    yield {
      name,
      isPacked: method === 8,
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/** Where an entry's bytes begin in the archive. @throws ZipError where they aren't in it */
export function zipDataStart(entry: ZipEntry, file: DatasetFile, files: DatasetFiles): number {
  const headerBytes = 30;
  if (entry.offset + headerBytes > file.bytes) throw new ZipError('an entry is cut off');
  const header = Buffer.from(files.readRange(file, entry.offset, headerBytes));
  if (header.readUInt32LE(0) !== 0x04034b50) throw new ZipError('an entry is missing');
  const start = entry.offset + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedBytes > file.bytes) throw new ZipError('an entry is cut off');
  return start;
}

/**
 * Unpacks an entry, of as many bytes as the directory says, or fewer.
 *
 * @throws TooLong where there are more, ZipError and zlib's error where it is damaged
 */
export async function unzip(entry: ZipEntry, file: DatasetFile, files: DatasetFiles): Promise<Uint8Array> {
  const start = zipDataStart(entry, file, files);
  return inflateInto(files.pieces(file, start, entry.packedBytes), createInflateRaw(), entry.bytes);
}
