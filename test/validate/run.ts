/**
 * `npm run validate [-- CHECK [ARGUMENTS]]`: what takes long, and needs data that is no part of the repository. Exits with
 * 1 where something isn't as it shall be, with 2 for an unknown check.
 */

import { checkCases } from './cases/run.js';
import { checkLatency } from './latency.js';
import { checkDeterminism } from './latency-determinism.js';
import { checkPruning } from './prune/run.js';
import { checkPrunedLatency } from './pruned-latency.js';
import { checkQuantization, quantizationChecks } from './quantize/run.js';
import { checkRealModels } from './real/run.js';
import { printRecipeTable } from './recipe-table.js';

const [check, ...args] = process.argv.slice(2);
const otherChecks: Record<string, (args: string[]) => Promise<boolean>> = {
  prune: checkPruning,
  latency: checkLatency,
  determinism: checkDeterminism,
  'pruned-latency': checkPrunedLatency,
  real: checkRealModels,
  cases: checkCases,
};

if (check !== undefined && !Object.hasOwn({ ...quantizationChecks, ...otherChecks }, check)) {
  const known = Object.keys({ ...quantizationChecks, ...otherChecks }).join(', ');
  console.error(`There is no check "${check}". Name one of ${known}, or none for the table of recipes.`);
  process.exitCode = 2;
} else {
  const other = check === undefined ? undefined : otherChecks[check];
  const passed =
    check === undefined
      ? await printRecipeTable()
      : other
        ? await other(args)
        : await checkQuantization(check, args);
  if (!passed) process.exitCode = 1;
}
