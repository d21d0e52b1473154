import { type Algorithm, algorithms, type PeerResult } from '../peer/types.js';
import type { Goal } from './goals.js';
import type { Judge, Judgement } from './judge.js';

/** One scheme on one model: litetrim's result beside Google's, and the goal. */
export interface Row {
  model: string;
  goal: Goal;
  /** null: litetrim has no such recipe yet. */
  own: Judgement | null;
  /** What Google's quantizer reached, by how it chose weights; why, where it failed. */
  google: Map<Algorithm, Judgement | { error: string }>;
  /** What is not as it shall be; empty: everything is. */
  shortfalls: string[];
}

export async function judgeGoogle(
  results: ReadonlyMap<string, PeerResult>,
  idOf: (algorithm: Algorithm) => string,
  judge: Judge,
): Promise<Row['google']> {
  const judged: Row['google'] = new Map();
  for (const algorithm of algorithms) {
    const result = results.get(idOf(algorithm));
    if (!result) continue;
    judged.set(algorithm, 'error' in result ? result : await judge.judge(result.bytes));
  }
  return judged;
}

/** The best that Google's quantizer reached, by the logits; null: it failed in every way. */
export function bestOf(google: Row['google']): { algorithm: Algorithm; judgement: Judgement } | null {
  const made = [...google].flatMap(([algorithm, judgement]) =>
    'error' in judgement ? [] : [{ algorithm, judgement }],
  );
  return made.sort((a, b) => b.judgement.logitsDb.value - a.judgement.logitsDb.value)[0] ?? null;
}

/** Compares a result with the peers' and the goal; where chance may have decided, it is let pass. */
export function shortfallsOf(own: Judgement | null, google: Row['google'], goal: Goal): string[] {
  if (!own) return ['no such recipe yet'];
  const found: string[] = [];
  const { value, high } = own.logitsDb;
  const best = bestOf(google);
  if (best && value <= best.judgement.logitsDb.value) found.push(`L not above AEQ's (${best.algorithm})`);
  if (value <= goal.peer.logitsDb) found.push(`L not above that of ${goal.peer.name}`);
  if (high < goal.logitsDb) found.push(`L below the goal by ${(goal.logitsDb - value).toFixed(1)} dB`);
  if (own.agreement.high < goal.agreement) found.push('agreement below the goal');
  const largest = largestFile(google, goal);
  if (own.bytes > largest) found.push(`${own.bytes - largest} bytes too large`);
  return found;
}

/** Bytes that a file may have: 1 % more than the smallest peer's, or what the goal says. */
export function largestFile(google: Row['google'], goal: Goal): number {
  const made = [...google.values()].flatMap((judged) => ('error' in judged ? [] : [judged.bytes]));
  const smallest = Math.min(goal.smallest, ...made);
  return Math.min(goal.largest ?? Number.POSITIVE_INFINITY, Math.floor(smallest * 1.01));
}
