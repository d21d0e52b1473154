import { someOf } from '../base/shorten.js';
import { findingClauses } from '../compare/finding-words.js';
import type { Report } from '../compare/types.js';
import { figureMarks } from './marks.js';

/** Lines that are read; what else there is stands in the tables. */
const maxLines = 10;
/** Models that the last line names. */
const maxNamed = 20;

/** What must be known of the run as a whole, a line each. */
export function noticeLines({ notices }: Report): string[] {
  return notices.map(({ verdict, text }) => `${figureMarks[verdict]} ${text}`.trim());
}

/**
 * What the first sentence doesn't say yet: a line for each thing that is broken, close to it or not judged, the last one
 * for those that are too many. It names models that no other line does.
 */
export function findingLines(report: Report): string[] {
  const all = (['fail', 'warn'] as const)
    .flatMap((verdict) => findingClauses(report, verdict).map((clause) => ({ verdict, ...clause })))
    .filter(({ text }) => report.summary !== `${text}.`);
  const [shown, rest] = [all.slice(0, maxLines), all.slice(maxLines)];
  const lines = shown.map(({ verdict, text }) => `${figureMarks[verdict]} ${text}`);
  if (rest.length === 0) return lines;
  const named = new Set(shown.flatMap(({ files }) => files));
  const others = [...new Set(rest.flatMap(({ files }) => files))].filter((file) => !named.has(file));
  const metrics = [...new Set(rest.flatMap((clause) => clause.metrics))];
  const of = others.length > 0 ? `, also of ${someOf(others, maxNamed)}` : '';
  return [...lines, `${figureMarks[rest[0]!.verdict]} and ${rest.length} more (${metrics.join(', ')})${of}`];
}
