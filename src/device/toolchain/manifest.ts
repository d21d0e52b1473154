import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a fetched toolchain consists of: written last, so that a folder without it is none. */
const manifestSchema = z.strictObject({
  /** Changes with what the folder is expected to hold. */
  layout: z.literal(1),
  qemu: z.string(),
  litert: z.string(),
  packages: z.record(z.string(), z.string()),
  /** Path in the folder → bytes and SHA-256 of each file. */
  files: z.record(z.string(), z.strictObject({ bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

const name = 'manifest.json';

/** Notes the folder's files beside the versions of its parts. */
export async function writeManifest(
  folder: string,
  versions: Omit<Manifest, 'layout' | 'files'>,
): Promise<void> {
  const files: Manifest['files'] = {};
  for (const path of await filesBelow(folder)) {
    const content = await readFile(join(folder, path));
    files[path] = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  }
  const manifest: Manifest = { layout: 1, ...versions, files };
  await writeFile(join(folder, name), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** The folder's manifest; null where there is none, it is another version's, or a file is missing or cut. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    const intact = Object.entries(manifest.files).map(([path, { bytes }]) =>
      hasSize(join(folder, path), bytes),
    );
    return (await Promise.all(intact)).every(Boolean) ? manifest : null;
  } catch {
    return null;
  }
}

async function hasSize(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === bytes;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}
