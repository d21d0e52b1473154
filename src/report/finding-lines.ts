import { findingSentences } from '../compare/report.js';
import type { Report } from '../compare/types.js';
import { figureMarks } from './marks.js';

/** What must be known of the run as a whole, a line each. */
export function noticeLines({ notices }: Report): string[] {
  return notices.map(({ verdict, text }) => `${figureMarks[verdict]} ${text}`.trim());
}

/** What the first sentence doesn't say yet, a line each: everything that is broken, close to it or not judged. */
export function findingLines(report: Report): string[] {
  const found = (['fail', 'warn'] as const).flatMap((verdict) =>
    findingSentences(report, verdict).map((sentence) => ({ verdict, sentence })),
  );
  const isSaid = found.length === 1 && report.summary.startsWith(found[0]!.sentence);
  return isSaid ? [] : found.map(({ verdict, sentence }) => `${figureMarks[verdict]} ${sentence}`);
}
