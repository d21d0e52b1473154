/**
 * `npx tsx scripts/digest.ts [MODEL.tflite ...]`: what every shipped recipe makes of every model, as dist/ does it:
 * a line each, the result's SHA-256 or why there is none. Who moves code and changes nothing compares two of these.
 * Without models, those of fixtures/. A model is calibrated by the dataset.yml beside it, else by seeded noise.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const recipes = readdirSync('src/optimize/recipes').map((file) => basename(file, '.yml'));
const named = process.argv.slice(2);
const models = named.length > 0 ? named : modelsIn('fixtures');
const folder = mkdtempSync(join(tmpdir(), 'litetrim-digest-'));
try {
  for (const model of models) {
    for (const recipe of recipes.sort()) console.log(`${model} ${recipe} ${digestOf(model, recipe)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function modelsIn(root: string): string[] {
  const files = readdirSync(root, { recursive: true }).map(String);
  return files
    .filter((file) => file.endsWith('.tflite'))
    .sort()
    .map((file) => join(root, file));
}

function digestOf(model: string, recipe: string): string {
  const output = join(folder, 'result.tflite');
  rmSync(output, { force: true });
  const dataset = join(dirname(model), 'dataset.yml');
  const data = existsSync(dataset) ? ['--dataset', dataset] : [];
  const options = ['optimize', model, '--recipe', recipe, '--effort', 'fast', '--output', output, ...data];
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...options], { encoding: 'utf8' });
  if (status !== 0) return `exit ${status}: ${stderr.trim().split('\n').at(-1)}`;
  return createHash('sha256').update(readFileSync(output)).digest('hex');
}
