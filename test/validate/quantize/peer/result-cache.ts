import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../../../src/base/files.js';
import type { PeerResult } from './types.js';

/**
 * Results of Google's quantizer on this machine, by what went in: it gives the same each time, and takes
 * minutes for some. Removing the folder measures anew.
 */
export class ResultCache {
  private constructor(
    private readonly folder: string,
    private readonly tool: string,
  ) {}

  /** @param parts files that results depend on: versions, scripts */
  static async open(folder: string, parts: readonly string[]): Promise<ResultCache> {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(await readFile(part));
    await mkdir(folder, { recursive: true });
    return new ResultCache(folder, hash.digest('hex').slice(0, 12));
  }

  async read(key: string): Promise<PeerResult | null> {
    const kept = await readFile(this.#path(key)).catch(() => null);
    if (!kept) return null;
    return kept.toString('latin1', 4, 8) === 'TFL3' ? { bytes: kept } : { error: kept.toString('utf8') };
  }

  async keep(key: string, result: PeerResult): Promise<void> {
    await writeWhole(this.#path(key), 'bytes' in result ? result.bytes : result.error);
  }

  #path(key: string): string {
    return join(this.folder, `${this.tool}-${key}`);
  }
}
