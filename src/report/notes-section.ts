import { subjectOf } from '../compare/report.js';
import type { Comparison, Report } from '../compare/types.js';
import { code, details, escapeMarkdown } from './markdown.js';

/** Notes of one model or variant that are shown; hundreds of operators may each have one. */
const maxNotes = 15;

/** What was noted of one model or variant. */
export interface Notes {
  subject: string;
  /** Notes, what couldn't be measured of the base, and limits that judge nothing; a sentence each. */
  sentences: string[];
}

/** What of the head's models and variants could not be measured, and why: a sentence each. */
export function unmeasuredOf({ models }: Report): string[] {
  const comparisons = models.flatMap((model) => model.comparisons);
  const sentences = comparisons.flatMap((comparison) =>
    (comparison.head?.problems ?? []).map((problem) => `${subjectOf(comparison)}: ${problem}`),
  );
  return [...new Set(sentences)];
}

/** Notes of the head's models and variants that have any. */
export function notesOf({ models }: Report): Notes[] {
  const comparisons = models.flatMap((model) => model.comparisons);
  const subjects = [...new Set(comparisons.map(subjectOf))];
  return subjects
    .map((subject) => ({
      subject,
      sentences: sentencesOf(comparisons.filter((own) => subjectOf(own) === subject)),
    }))
    .filter(({ sentences }) => sentences.length > 0);
}

function sentencesOf(comparisons: Comparison[]): string[] {
  const sentences = comparisons.flatMap(({ kind, base, head, differences }) => [
    ...(kind === 'recipe' ? [] : (base?.problems ?? []).map((problem) => `base: ${problem}`)),
    ...differences.filter(({ verdict, reason }) => verdict === 'pass' && reason).map(({ reason }) => reason!),
    ...(head?.notes ?? []),
  ]);
  return [...new Set(sentences)];
}

/** Notes, folded away. */
export function notesSection(report: Report): string {
  const parts = notesOf(report).map(({ subject, sentences }) => {
    const shown = sentences.slice(0, maxNotes).map((sentence) => `- ${escapeMarkdown(sentence)}`);
    const rest = sentences.length - shown.length;
    return [`${code(subject)}\n`, ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
  });
  return parts.length > 0 ? details('Notes', parts.join('\n\n')) : '';
}
