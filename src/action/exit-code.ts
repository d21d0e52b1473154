import { ExpectedError } from '../base/errors.js';
import { isOutOfMemory } from '../base/out-of-memory.js';
import type { Verdict } from '../compare/types.js';

/** How litetrim's process ends; docs/cli.md. Those from 64 on are of sysexits.h. */
export const exitCodes = {
  done: 0,
  limitBroken: 1,
  badInput: 2,
  /** A defect of litetrim: EX_SOFTWARE. */
  defect: 70,
  /** Not enough memory: EX_OSERR. */
  outOfMemory: 71,
  /** Standard output couldn't be written: EX_IOERR. */
  outputLost: 74,
} as const;

/** The code for an error, or for a job that came to its end. */
export function exitCodeOf(end: unknown): number {
  if (end instanceof ExpectedError) return exitCodes.badInput;
  if (isOutOfMemory(end)) return exitCodes.outOfMemory;
  if (!isOutcome(end)) return exitCodes.defect;
  if (end.defects.length > 0) return exitCodes.defect;
  if (end.badInput.length > 0) return exitCodes.badInput;
  return end.verdict === 'fail' ? exitCodes.limitBroken : exitCodes.done;
}

interface Outcome {
  verdict: Verdict;
  badInput: readonly string[];
  /** What litetrim itself did wrong, while the rest went on. */
  defects: readonly unknown[];
}

function isOutcome(end: unknown): end is Outcome {
  return typeof end === 'object' && end !== null && 'verdict' in end && 'badInput' in end;
}
