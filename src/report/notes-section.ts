import { subjectOf } from '../compare/finding-words.js';
import type { MissingFigure } from '../compare/measurement.js';
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

/** What of the head's models and variants could not be measured, and why: a sentence each, but for what is left out for all. */
export function unmeasuredOf({ models, omissions }: Report): string[] {
  const comparisons = models.flatMap((model) => model.comparisons);
  const isTold = ({ reason }: MissingFigure) => omissions.some((omission) => omission.includes(reason));
  const sentences = comparisons.flatMap((comparison) =>
    (comparison.head?.missing ?? [])
      .filter((missing) => !isTold(missing))
      .map((missing) => `${subjectOf(comparison)}: ${missingSentence(missing)}`),
  );
  return [...new Set(sentences)];
}

function missingSentence({ device, reason }: MissingFigure): string {
  return `${device === null ? 'accuracy' : `on ${device}`} not measured: ${reason}.`;
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
    ...(kind === 'recipe' ? [] : (base?.missing ?? []).map((missing) => `base: ${missingSentence(missing)}`)),
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
