import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A name beside `path` that no other process uses; short, since the file's own may be as long as names can be. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.litetrim-${process.pid}-${randomBytes(6).toString('hex')}.part`);
}

/**
 * Writes a file whole or not at all, making its folder where needed.
 *
 * @throws the file system's error, with nothing left behind
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
