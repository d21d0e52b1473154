import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { textTable } from '../../../../src/report/text-table.js';
import { SessionPool } from '../../../../src/runtime/index.js';
import { ensurePeer } from '../peer/environment.js';
import { quantizeByGoogle } from '../peer/google.js';
import { generatedCases } from './cases/index.js';
import { type Checked, checkCase } from './check.js';
import { coverageHeader, coveragePage, coverageRows, isGood, sentenceOf } from './coverage.js';
import { fileCases } from './files.js';
import { jobsOf, prepareCase } from './prepared-case.js';

const document = fileURLToPath(new URL('../../../../docs/operator-coverage.md', import.meta.url));

/**
 * Quantizes single operators in every scheme, by litetrim and by Google's quantizer, and runs both: prints and
 * writes docs/operator-coverage.md.
 *
 * @returns whether every case is as it shall be
 * @throws PeerUnavailable
 */
export async function checkConformance(): Promise<boolean> {
  const python = await ensurePeer();
  const cases = [...fileCases(), ...generatedCases].map(prepareCase);
  const google = await quantizeByGoogle(cases.flatMap(jobsOf), python);
  const pool = new SessionPool();
  const checked: Checked[] = [];
  try {
    for (const each of cases) checked.push(...(await checkCase(each, { google, python, pool })));
  } finally {
    await pool.close();
  }
  console.log(textTable(coverageHeader, coverageRows(checked)));
  await writeFile(document, coveragePage(checked));
  const bad = checked.filter((one) => !isGood(one));
  console.log(
    `\n${cases.length} forms of operators, ${checked.length} results, ${bad.length} not as they shall be`,
  );
  for (const one of bad) console.log(`NOT AS IT SHALL BE: ${sentenceOf(one)}`);
  return bad.length === 0;
}
