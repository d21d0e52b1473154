import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { optimizeModel } from '../../../../src/optimize/optimize-model.js';
import { loadRecipe, shippedRecipes } from '../../../../src/optimize/recipe.js';
import { SessionPool } from '../../../../src/runtime/index.js';
import { ensurePeer } from '../peer/environment.js';
import { quantizeByGoogle } from '../peer/google.js';
import { type Algorithm, algorithms, type PeerResult, type Scheme } from '../peer/types.js';
import { goals } from './goals.js';
import { openSubject, type Subject } from './halves.js';
import { Judge, type Judgement } from './judge.js';
import { judgeGoogle, type Row, shortfallsOf } from './rows.js';
import { page, terminalText } from './text.js';

const document = fileURLToPath(new URL('../../../../docs/quantization-results.md', import.meta.url));

/**
 * Quantizes the reference models by litetrim and by Google's quantizer on the same half of the data, judges
 * both on the other half, prints the table and writes docs/quantization-results.md.
 *
 * @returns whether every goal is reached
 * @throws PeerUnavailable
 */
export async function compareQuantizers(): Promise<boolean> {
  const python = await ensurePeer();
  const subjects = await Promise.all(Object.keys(goals).map(openSubject));
  const results = await quantizeByGoogle(subjects.flatMap(jobsOf), python);
  const pool = new SessionPool();
  const rows: Row[] = [];
  const floats = new Map<string, Judgement>();
  try {
    for (const subject of subjects) {
      const judge = new Judge(subject, pool);
      floats.set(subject.name, await judge.judge(subject.bytes));
      for (const row of await rowsOf(subject, results, judge, pool)) rows.push(row);
    }
  } finally {
    await pool.close();
  }
  console.log(`${terminalText(rows, floats)}\n`);
  const splits = subjects.map(({ name, dataset }) => `${name}: ${dataset.split}`);
  for (const split of splits) console.log(split);
  await writeFile(document, page(rows, floats, splits));
  for (const { model, goal, shortfalls } of rows) {
    if (shortfalls.length > 0) console.log(`NOT REACHED: ${model} ${goal.scheme}: ${shortfalls.join('; ')}`);
  }
  return rows.every(({ shortfalls }) => shortfalls.length === 0);
}

const idOf = (model: string, scheme: Scheme, algorithm: Algorithm): string =>
  `${model} ${scheme} ${algorithm}`;

/** GPTQ takes minutes, and gains nothing where the rounding of activations rules. */
function algorithmsFor(scheme: Scheme): Algorithm[] {
  const isStatic = scheme === 'int8' || scheme === 'int16x8';
  return algorithms.filter((algorithm) => !isStatic || algorithm !== 'GPTQ');
}

function jobsOf({ name, bytes, dataset }: Subject) {
  return goals[name as keyof typeof goals].flatMap(({ scheme }) =>
    algorithmsFor(scheme).map((algorithm) => ({
      id: idOf(name, scheme, algorithm),
      model: bytes,
      scheme,
      algorithm,
      calibration: dataset.calibration,
    })),
  );
}

async function rowsOf(
  subject: Subject,
  results: ReadonlyMap<string, PeerResult>,
  judge: Judge,
  pool: SessionPool,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const goal of goals[subject.name as keyof typeof goals]) {
    const model = subject.name;
    const google = await judgeGoogle(results, (algorithm) => idOf(model, goal.scheme, algorithm), judge);
    const made = await optimize(subject, goal.scheme, pool);
    const own = made && (await judge.judge(made));
    rows.push({ model, goal, own, google, shortfalls: shortfallsOf(own, google, goal) });
  }
  return rows;
}

/** What litetrim makes of the model at the default effort; null: it has no such recipe yet. */
async function optimize({ name, file, bytes, dataset }: Subject, scheme: Scheme, pool: SessionPool) {
  if (!shippedRecipes().includes(scheme)) return null;
  const began = performance.now();
  const made = await optimizeModel({ file, bytes }, await loadRecipe(scheme), { dataset, pool });
  console.log(`${name} ${scheme}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  for (const { message } of made.notes) console.log(`  ${message}`);
  return made.bytes;
}
