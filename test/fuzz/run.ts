/**
 * `npm run fuzz -- [OPTIONS]`: has mutated models, data sets and configurations go through litetrim. docs/fuzzing.md.
 * Exits with 1 where one did what none may do.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { shippedRecipes } from '../../src/optimize/recipe.js';
import type { Task } from './child.js';
import { configMutant, dataMutant } from './data-mutant.js';
import { type Kind, kinds, modelMutant } from './mutant.js';
import { isFault } from './outcome.js';
import { filesOf, seedModels } from './seed-models.js';
import { Tally } from './tally.js';
import { WatchedProcess } from './watched.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    count: { type: 'string', default: 'Infinity' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kinds: { type: 'string', default: kinds.join(',') },
    files: { type: 'string' },
    recipes: { type: 'string', default: shippedRecipes().join(',') },
    models: { type: 'string' },
    processes: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const seed = Number(options.seed);
const models = options.models ?? null;
const tally = new Tally();

function* tasks(): Generator<Task> {
  if (options.files) {
    const treatments = options.recipes
      .split(',')
      .flatMap((recipe) => [3, 0].map((samples) => ({ recipe, samples })));
    for (const { name } of filesOf(options.files)) {
      for (const treatment of treatments) yield { file: join(options.files, name), treatment };
    }
    return;
  }
  if (options.only) {
    const [kind, number] = options.only.split(':');
    yield { kind: kind as Kind, number: Number(number) };
    return;
  }
  const chosen = options.kinds.split(',') as Kind[];
  for (let number = Number(options.from); number < Number(options.count); number++) {
    for (const kind of chosen) yield { kind, number };
  }
}

async function work(queue: Generator<Task>, end: number): Promise<void> {
  const worker = new WatchedProcess({ seed, models });
  for (const task of queue) {
    if (Date.now() > end) break;
    const { endings, origin } = await worker.examine(task);
    const name = 'file' in task ? task.file : `${task.kind}:${task.number}`;
    tally.add(endings);
    for (const { stage, outcome, message } of endings.filter(({ outcome }) => isFault(outcome)))
      console.log(`${outcome} ${name} (${origin}) ${stage}: ${message}`);
    if (options.keep && endings.some(({ outcome }) => isFault(outcome))) keep(task, options.keep);
  }
  worker.close();
}

function keep(task: Task, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(filesOfTask(task))) writeFileSync(join(folder, name), content);
}

/** What a mutant consists of, by names that tell its kind and number. */
function filesOfTask(task: Task): Record<string, string | Uint8Array> {
  if ('file' in task) return { [basename(task.file)]: readFileSync(task.file) };
  const { kind, number } = task;
  const name = `${kind}-${number}`;
  if (kind === 'config') return { [`${name}.yml`]: configMutant(number, seed) };
  if (kind !== 'data')
    return { [`${name}.tflite`]: modelMutant(kind, number, seed, seedModels(models)).bytes };
  const { files } = dataMutant(number, seed);
  return Object.fromEntries(Object.entries(files).map(([file, content]) => [`${name}-${file}`, content]));
}

const end = options.files || options.only ? Infinity : Date.now() + 1000 * Number(options.seconds);
const queue = tasks();
await Promise.all(Array.from({ length: Number(options.processes) }, () => work(queue, end)));
tally.print();
if (tally.faults > 0) process.exitCode = 1;
process.exit();
