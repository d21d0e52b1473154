import type { Verdict } from './compare/types.js';
import { InputError } from './errors.js';

/** How litetrim's process ends; docs/cli.md. */
export const exitCodes = {
  done: 0,
  limitBroken: 1,
  badInput: 2,
  /** A defect of litetrim: EX_SOFTWARE of sysexits.h. */
  defect: 70,
} as const;

/** The code for an error, or for a job that came to its end. */
export function exitCodeOf(end: unknown): number {
  if (end instanceof InputError) return exitCodes.badInput;
  if (!isOutcome(end)) return exitCodes.defect;
  if (end.badInput.length > 0) return exitCodes.badInput;
  return end.verdict === 'fail' ? exitCodes.limitBroken : exitCodes.done;
}

interface Outcome {
  verdict: Verdict;
  badInput: readonly string[];
}

function isOutcome(end: unknown): end is Outcome {
  return typeof end === 'object' && end !== null && 'verdict' in end && 'badInput' in end;
}
