import { InputError } from '../../base/errors.js';

/** What git keeps in the place of a file that Git LFS manages. */
export interface LfsPointer {
  /** SHA-256 of the file, 64 hexadecimal digits. */
  oid: string;
  /** Bytes. */
  size: number;
}

/** "Pointers files must be less than 1024 bytes", says Git LFS; its own are about 130. */
const maxPointerBytes = 1024;
const version = 'version https://git-lfs.github.com/spec/v1\n';

/**
 * Reads a Git LFS pointer.
 * https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 *
 * @param file its name, for errors
 * @returns null where the bytes are no pointer at all
 * @throws InputError where they begin like a pointer and don't go on like one.
 */
export function parseLfsPointer(bytes: Uint8Array, file: string): LfsPointer | null {
  if (bytes.byteLength >= maxPointerBytes) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (!text.startsWith(version)) return null;
  const match = /^oid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d{0,14})\n$/.exec(text.slice(version.length));
  if (match?.[1] && match[2]) return { oid: match[1], size: Number(match[2]) };
  throw new InputError('a Git LFS pointer that is damaged or uses LFS extensions', {
    file,
    hint: 'Commit the file again with "git lfs track"',
  });
}
