import { pairedDifference, pairedMeanDifference } from '../base/statistics.js';
import type { Spread } from '../device/types.js';
import type { Evaluation } from '../evaluate/types.js';

/** Whether a difference between two evaluations is more than chance. */
export interface Evidence {
  significant: boolean;
  /** By what it was judged, for a sentence: `paired test, p = 0.21`. */
  method: string;
}

/** Tests two evaluations on the same samples; see `pairedEvidence`. */
export type EvidenceTest = (base: Evaluation, head: Evaluation) => Evidence;

/**
 * McNemar's test where both know which samples they got right, a paired bootstrap where both know their
 * errors. Elsewhere (SQNR is one figure for all samples) a difference counts as real only where the two
 * 95 % intervals don't touch, which is stricter than a paired test would be.
 */
export const pairedEvidence: EvidenceTest = (base, head) => {
  if (samePairs(base.correct, head.correct)) {
    return testResult(pairedDifference(base.correct!, head.correct!));
  }
  if (samePairs(base.errors, head.errors)) {
    return testResult(pairedMeanDifference(base.errors!, head.errors!));
  }
  const apart = base.value.high < head.value.low || head.value.high < base.value.low;
  return { significant: apart, method: apart ? '95 % intervals apart' : '95 % intervals overlap' };
};

/**
 * Two latencies measured by a real clock differ by more than chance only where their middle halves (first to
 * third quartile) lie apart. null: they are modelled, and so exact.
 */
export function spreadEvidence(base: Spread | undefined, head: Spread | undefined): Evidence | null {
  if (!base || !head) return null;
  const apart = base.highMs < head.lowMs || head.highMs < base.lowMs;
  return { significant: apart, method: apart ? 'quartiles apart' : 'quartiles overlap' };
}

function samePairs(
  a: ArrayLike<number> | null | undefined,
  b: ArrayLike<number> | null | undefined,
): boolean {
  return a != null && b != null && a.length === b.length && a.length > 0;
}

function testResult({ significant, pValue }: { significant: boolean; pValue: number }): Evidence {
  const p = pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toPrecision(2)}`;
  return { significant, method: `paired test, ${p}` };
}
