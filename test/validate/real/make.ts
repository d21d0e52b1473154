import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GuestError, runToEnd } from '../../../src/base/process.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The longest that one recipe may take. */
const timeoutMs = 900_000;

/** What the command line made of a model. */
export interface Made {
  /** null: nothing was written. */
  bytes: Uint8Array | null;
  /** Exit code; null: it was stopped, or a signal ended it. */
  exit: number | null;
  /** Its notes; of a run that failed, what it printed as errors. */
  notes: string[];
}

/** A model, and what to calibrate it on. */
export interface Order {
  /** Path of the model. */
  file: string;
  /** Path of a data-set file; left out: noise. */
  data?: string | undefined;
  /** Name of a shipped recipe, or path of a recipe file. */
  recipe: string;
  /** Further arguments of `litetrim optimize`. */
  more?: readonly string[];
}

/**
 * Applies a recipe as a user does, by the command line in a process of its own.
 *
 * @param folder for what is written
 */
export async function make({ file, data, recipe, more = [] }: Order, folder: string): Promise<Made> {
  const out = join(folder, `${basename(file, '.tflite')}.${basename(recipe, '.yml')}.tflite`);
  await rm(out, { force: true });
  const name = data || recipe.endsWith('.yml') ? recipe : await onNoise(recipe, folder);
  const samples = data ? ['--dataset', data] : [];
  const args = ['optimize', file, '--recipe', name, '--output', out, '--json', ...samples, ...more];
  const command = [process.execPath, '--import', 'tsx', join(root, 'src/cli.ts'), ...args];
  return { ...(await ended(command)), bytes: await readFile(out).catch(() => null) };
}

async function ended(command: readonly string[]): Promise<Pick<Made, 'exit' | 'notes'>> {
  try {
    const printed = await runToEnd(command, { work: root, env: process.env, timeoutMs, group: true });
    return { exit: 0, notes: JSON.parse(printed).notes };
  } catch (error) {
    if (!(error instanceof GuestError)) throw error;
    return { exit: error.late ? null : error.status, notes: [error.log.trim()] };
  }
}

/** The shipped recipe, calibrating on noise where it calibrates. */
async function onNoise(recipe: string, folder: string): Promise<string> {
  const file = join(folder, `${recipe}.yml`);
  const shipped = await readFile(join(root, `src/optimize/recipes/${recipe}.yml`), 'utf8');
  await writeFile(file, `calibration: random\n${shipped}`);
  return file;
}
