import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cacheFolder } from '../../../src/base/cache-folder.js';
import { keep, readKept } from '../../../src/base/kept-files.js';
import type { Row } from './rows.js';

const resultSchema = z.strictObject({
  /** A digit a judged sample, 1 where right; the samples of all folds in a row. */
  correct: z.string().regex(/^[01]+$/),
  bytes: z.number(),
  gzipBytes: z.number(),
  /** Of one fold, to make the model. */
  seconds: z.number(),
  /** Of the sources that it was made by. */
  code: z.string(),
});

/** What came of a row. */
export type Result = z.infer<typeof resultSchema>;

const folder = join(cacheFolder(), 'validate-prune');

/** What was measured of a row before with the same steps; null: nothing. */
export function readResult(row: Row): Promise<Result | null> {
  return readKept(pathOf(row), resultSchema);
}

/** Keeps a row's result outside of the repository, so that a run goes on where another one ended. */
export async function keepResult(row: Row, result: Result): Promise<void> {
  await keep(pathOf(row), result);
}

function pathOf({ name, steps, effort, samples, folds }: Row): string {
  const what = JSON.stringify([steps, effort, samples, folds]);
  return join(folder, `${name}-${createHash('sha256').update(what).digest('hex').slice(0, 12)}.json`);
}

/** Hash of the sources that results depend on. */
export function codeHash(): string {
  const source = fileURLToPath(new URL('../../../src/optimize/', import.meta.url));
  const hash = createHash('sha256');
  const names = readdirSync(source, { recursive: true }).map(String).sort();
  for (const name of names) {
    if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(readFileSync(join(source, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
