import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { keep, keepBytes, readKept } from './kept-files.js';

const day = 24 * 3600;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file that was last used some days ago. */
function usedBefore(name: string, days: number): string {
  const path = join(folder, name);
  const time = Date.now() / 1000 - days * day;
  writeFileSync(path, '"kept"');
  utimesSync(path, time, time);
  return path;
}

it('what was not used for longest goes, by age and by number', async () => {
  for (const [name, days] of [
    ['new', 1],
    ['older', 2],
    ['oldest', 3],
    ['forgotten', 91],
  ] as const) {
    usedBefore(name, days);
  }
  await keepBytes(join(folder, 'mine'), 'x', { files: 3, bytes: 1000, days: 90 });
  expect(readdirSync(folder).sort()).toEqual(['mine', 'new', 'older']);
});

it('what is too much together goes, but never what was just kept', async () => {
  usedBefore('older', 1);
  await keepBytes(join(folder, 'mine'), 'x'.repeat(50), { files: 9, bytes: 10, days: 90 });
  expect(readdirSync(folder)).toEqual(['mine']);
});

it('reading is a use', async () => {
  const path = usedBefore('result', 89);
  expect(await readKept(path, z.string())).toBe('kept');
  expect(Date.now() / 1000 - statSync(path).mtimeMs / 1000).toBeLessThan(day);
});

it('a value comes back as it was; damage and another form are nothing', async () => {
  const path = join(folder, 'deep', 'value.json');
  await keep(path, { a: [1, 2] });
  expect(await readKept(path, z.strictObject({ a: z.array(z.number()) }))).toEqual({ a: [1, 2] });
  expect(await readKept(path, z.string())).toBeNull();
  writeFileSync(path, '{');
  expect(await readKept(path, z.unknown())).toBeNull();
  expect(await readKept(folder, z.unknown())).toBeNull();
});
