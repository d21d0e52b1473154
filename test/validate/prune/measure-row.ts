import { cacheFolder } from '../../../src/base/cache-folder.js';
import { downloadSize } from '../../../src/base/download-size.js';
import { evaluateModel } from '../../../src/evaluate/evaluate.js';
import type { Workbench } from '../../../src/job/workbench.js';
import { optimizeModel } from '../../../src/optimize/optimize-model.js';
import { type Step, stepSchema } from '../../../src/optimize/transforms.js';
import { codeHash, type Result } from './result-file.js';
import type { Row } from './rows.js';
import { type Subject, subjectsOf } from './subject.js';

/** Steps that litetrim can't carry out (yet), as the table says it; null: it knows all. */
export function unknownStep({ steps }: Row): string | null {
  for (const step of steps) {
    const { error } = stepSchema.safeParse(step);
    if (error) return `"${step.transform}": ${error.issues[0]?.message.split('\n')[0]}`;
  }
  return null;
}

/** Makes a row's model on one part of the data and judges it on the other. */
export async function measureRow(row: Row, bench: Workbench): Promise<Result> {
  const subjects = await subjectsOf(row);
  const results: Result[] = [];
  for (const subject of subjects) results.push(await measure(row, subject, bench));
  return { ...results[0]!, correct: results.map(({ correct }) => correct).join('') };
}

async function measure(row: Row, subject: Subject, { pool, progress }: Workbench): Promise<Result> {
  const { file, bytes, dataset } = subject;
  const began = performance.now();
  const recipe = { name: row.name, steps: row.steps.map((step): Step => stepSchema.parse(step)) };
  const options = {
    dataset: row.samples === false ? null : dataset,
    ...(row.effort && { effort: row.effort }),
  };
  const made = await optimizeModel({ file, bytes }, recipe, {
    ...options,
    pool,
    progress,
    cache: cacheFolder(),
  });
  const seconds = (performance.now() - began) / 1000;
  const { correct } = await evaluateModel({ file, bytes: made.bytes }, dataset, { pool });
  return {
    correct: correct!.join(''),
    bytes: made.bytes.length,
    gzipBytes: await downloadSize(made.bytes),
    seconds,
    code: codeHash(),
  };
}
