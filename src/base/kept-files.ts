import { constants } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { temporaryName } from './cache-folder.js';

/** Larger files are none of ours. */
const maxKeptBytes = 2 ** 26;

/**
 * What is kept in a file of the cache folder; null where there is none, it was damaged, or isn't what it
 * should be. A cache saves time only: whatever is wrong with it is no failure.
 */
export async function readKept<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    // Non-blocking, so that a pipe of that name can't hang the read.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const info = await file.stat();
      if (!info.isFile() || info.size > maxKeptBytes) return null;
      return schema.safeParse(JSON.parse(await file.readFile('utf8'))).data ?? null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** Keeps a value as JSON, whole or not at all; failing to is no failure. */
export async function keep(path: string, value: unknown): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, JSON.stringify(value), { flag: 'wx' });
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
