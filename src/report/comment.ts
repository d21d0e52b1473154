import type { Report } from '../compare/types.js';
import { clipMarkdown, countBytes, maxCommentCharacters, maxSummaryBytes } from './clip.js';
import { mainGrid } from './rows.js';
import { type Detail, fullDetail, type Links, leaner, renderSections } from './sections.js';

/** Left for the hidden marker by which the comment is found again. */
const markerRoom = 500;

/**
 * The pull request's comment, at most 65,036 characters: the verdict in a sentence, findings, a table
 * of all models and variants, and folded away what each recipe costs, layers, notes and how it was
 * measured. What doesn't fit is left out, detail first, and said to be.
 */
export function renderComment(report: Report, links: Links = {}): string {
  return renderWithin(report, links, maxCommentCharacters - markerRoom, (text) => text.length);
}

/** The same for the page of a run: at most 1 MiB. */
export function renderSummary(report: Report, links: Links = {}): string {
  const title = '## litetrim\n\n';
  return `${title}${renderWithin(report, links, maxSummaryBytes - title.length, countBytes)}`;
}

/** Renders with ever less detail until the text fits; cuts what doesn't fit even without any. */
export function renderWithin(
  report: Report,
  links: Links,
  room: number,
  lengthOf: (text: string) => number,
): string {
  const rows = mainGrid(report).rows.length;
  let detail: Detail | null = fullDetail;
  let text = '';
  while (detail) {
    text = renderSections(report, links, detail);
    if (lengthOf(text) <= room) return text;
    detail = leaner(detail, rows);
  }
  return clipMarkdown(text, room, lengthOf);
}
