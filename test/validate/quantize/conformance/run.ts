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
import { jobsOf, type PreparedCase, prepareCase } from './prepared-case.js';
import { schemes } from './schemes.js';

const document = fileURLToPath(new URL('../../../../docs/operator-coverage.md', import.meta.url));

/**
 * Quantizes single operators in every scheme, by litetrim and by Google's quantizer, and runs both: prints and
 * writes docs/operator-coverage.md.
 *
 * @param only names of operators and schemes to keep to, which then are printed and not written: `CONV_2D int8`
 * @returns whether every case is as it shall be
 * @throws PeerUnavailable
 */
export async function checkConformance(only: readonly string[] = []): Promise<boolean> {
  const python = await ensurePeer();
  const cases = [...fileCases(), ...generatedCases].map(prepareCase).flatMap((each) => chosen(each, only));
  const google = await quantizeByGoogle(cases.flatMap(jobsOf), python);
  const pool = new SessionPool();
  const checked: Checked[] = [];
  try {
    for (const each of cases) checked.push(...(await checkCase(each, { google, python, pool })));
  } finally {
    await pool.close();
  }
  console.log(textTable(coverageHeader, coverageRows(checked)));
  if (only.length === 0) await writeFile(document, coveragePage(checked));
  const bad = checked.filter((one) => !isGood(one));
  console.log(
    `\n${cases.length} forms of operators, ${checked.length} results, ${bad.length} not as they shall be`,
  );
  for (const one of bad) console.log(`NOT AS IT SHALL BE: ${sentenceOf(one)}`);
  return bad.length === 0;
}

/** A case in the schemes that were asked for, as a list of one; none where nothing is left. */
function chosen(each: PreparedCase, only: readonly string[]): PreparedCase[] {
  const operators = only.filter((name) => !schemes.some((scheme) => scheme === name));
  if (operators.length > 0 && !operators.includes(each.operator)) return [];
  const named = schemes.filter((scheme) => only.includes(scheme));
  const left = named.length > 0 ? each.schemes.filter((scheme) => named.includes(scheme)) : each.schemes;
  return left.length > 0 ? [{ ...each, schemes: left }] : [];
}
