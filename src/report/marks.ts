import type { Verdict } from '../compare/types.js';

/** What stands before a model, a finding or the whole report. */
export const marks: Record<Verdict | 'improved' | 'added' | 'removed', string> = {
  pass: '✅',
  noise: '✅',
  warn: '⚠️',
  fail: '❌',
  improved: '⚡',
  added: '🆕',
  removed: '🗑️',
};

/** What stands behind a figure. A difference that may be chance is called so. */
export const figureMarks: Record<Verdict, string> = { pass: '', noise: '≈', warn: '⚠️', fail: '❌' };
