import { constants } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { writeAtomically } from './atomic-write.js';

/** How much a folder of the cache keeps: beyond that, what was not used for longest goes. */
export interface KeptLimits {
  files: number;
  bytes: number;
  /** Since its last use. */
  days: number;
}

/** Larger files are none of ours. */
const maxKeptBytes = 2 ** 26;

const usualLimits: KeptLimits = { files: 10_000, bytes: 2 ** 28, days: 90 };

/**
 * The content of a file of the cache folder; null where there is none, or it has more bytes than it can have. A cache
 * saves time only: whatever is wrong with it is no failure.
 */
export async function readKeptBytes(path: string, maxBytes: number): Promise<Buffer | null> {
  try {
    // Non-blocking, so that a pipe of that name can't hang the read.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const info = await file.stat();
      if (!info.isFile() || info.size > maxBytes) return null;
      const now = new Date();
      await file.utimes(now, now).catch(() => {});
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** The same of a file that holds JSON; null, too, where it was damaged, or isn't what it should be. */
export async function readKept<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const content = await readKeptBytes(path, maxKeptBytes);
  try {
    return content && (schema.safeParse(JSON.parse(content.toString())).data ?? null);
  } catch {
    return null;
  }
}

/** Folders that this process has tidied: once is enough. */
const tidied = new Set<string>();

/** Keeps bytes, whole or not at all, and removes what has become too old or too much; failing to is no failure. */
export async function keepBytes(
  path: string,
  content: string | Uint8Array,
  limits: KeptLimits,
): Promise<void> {
  try {
    await writeAtomically(path, content);
    const folder = dirname(path);
    if (!tidied.has(folder)) await removeOldest(folder, limits, path);
    tidied.add(folder);
  } catch {}
}

/** Keeps a value as JSON, like `keepBytes`. */
export async function keep(path: string, value: unknown): Promise<void> {
  await keepBytes(path, JSON.stringify(value), usualLimits);
}

/** Removes a folder's files that are beyond its limits, those left behind by interrupted writes, too. */
async function removeOldest(folder: string, limits: KeptLimits, spared: string): Promise<void> {
  const oldest = Date.now() - limits.days * 24 * 3600 * 1000;
  let [files, bytes] = [0, 0];
  for (const { path, size, time } of await newestFirst(folder)) {
    files++;
    bytes += size;
    const isTooMuch = files > limits.files || bytes > limits.bytes || time < oldest;
    if (isTooMuch && path !== spared) await rm(path, { force: true }).catch(() => {});
  }
}

async function newestFirst(folder: string): Promise<{ path: string; size: number; time: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.sort().map(async (name) => {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    return info?.isFile() ? [{ path, size: info.size, time: info.mtimeMs }] : [];
  });
  return (await Promise.all(files)).flat().sort((a, b) => b.time - a.time);
}
