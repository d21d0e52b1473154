import { parseArgs } from 'node:util';
import { Workbench } from '../../../src/job/workbench.js';
import { measureRow, unknownStep } from './measure-row.js';
import { codeHash, keepResult, readResult } from './result-file.js';
import { type Row, rows } from './rows.js';
import { isHere } from './subject.js';
import { type Measured, shortfallOf, tables } from './table.js';

/**
 * `npm run validate -- prune [--row NAME…] [--kept]`: prunes the reference models on one part of the data, judges
 * on the other, and prints tables. Results are kept outside of the repository, by what was done and by
 * litetrim's sources, so that a run that ended early goes on where it was. `--row` runs the rows whose names
 * begin so; `--kept` takes what older sources gave, and runs nothing.
 *
 * @returns whether every goal is reached, noise allowed for
 */
export async function checkPruning(args: readonly string[]): Promise<boolean> {
  if (!isHere()) {
    console.log('SKIPPED: the reference models and data (../shared) are not here.');
    return true;
  }
  const { values } = parseArgs({
    args: [...args],
    options: { row: { type: 'string', multiple: true }, kept: { type: 'boolean', default: false } },
  });
  const named = rows.filter(({ name }) => !values.row || values.row.some((start) => name.startsWith(start)));
  // Losses are told against the model as it is.
  const wanted = rows.filter(
    (row) => named.includes(row) || named.some(({ model }) => row.name === `${model}-dense`),
  );
  if (wanted.length === 0) {
    console.error(`There is no such row. Rows: ${rows.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  const bench = new Workbench();
  const all: Measured[] = [];
  try {
    for (const row of wanted) all.push({ row, result: await resultOf(row, values.kept, bench) });
  } finally {
    await bench.close();
  }
  const missed = all.filter((measured) => shortfallOf(measured, all) !== '');
  console.log(`\n${tables(all)}\n\n${explanation}`);
  for (const measured of missed)
    console.log(`NOT REACHED: ${measured.row.name}: ${shortfallOf(measured, all)}`);
  return missed.length === 0;
}

async function resultOf(row: Row, onlyKept: boolean, bench: Workbench): Promise<Measured['result']> {
  const unknown = unknownStep(row);
  if (unknown) return { missing: unknown };
  const kept = await readResult(row);
  if (kept && (onlyKept || kept.code === codeHash())) return kept;
  if (onlyKept) return { missing: 'not measured yet' };
  console.log(`${row.name}: ${row.title}`);
  const result = await measureRow(row, bench);
  await keepResult(row, result);
  return result;
}

const explanation = `Accuracy ± half of its 95 % interval; loss in points against the float model on the same samples (paired).
kws: one half of the 500 samples calibrates, the other judges, then they change places (rows that train: once).
resnet8: 500 training images calibrate, the 500 test images judge, float 74.6 %.
Goals and the prototype's figures are of other samples of the same data (float: kws 92.2, resnet8 76.2).`;
