import { tradeOffs } from '../compare/trade-offs.js';
import type { ModelReport, Report } from '../compare/types.js';
import { comparisonTables } from './comparison-tables.js';
import { findingLines, noticeLines } from './finding-lines.js';
import { gridTable } from './grid-table.js';
import { code, details, escapeMarkdown, link } from './markdown.js';
import { marks } from './marks.js';
import { methodSection } from './method-section.js';
import { notesSection } from './notes-section.js';
import { mainGrid, recipeGrid } from './rows.js';
import { listSections, sectionsFor } from './section-list.js';
import { markdownSection } from './section-views.js';

/** Where a reader finds more. */
export interface Links {
  /** The page of the workflow run. */
  runUrl?: string;
  /** The optimized models and the whole report. */
  artifactUrl?: string;
}

/** How much a text says. */
export interface Detail {
  layers: boolean;
  notes: boolean;
  recipes: boolean;
  /** Rows of the table, the worst first where not all fit. */
  rows: number;
}

export const fullDetail: Detail = { layers: true, notes: true, recipes: true, rows: Infinity };

/** The next smaller amount of detail for a report with so many rows; null: there is none. */
export function leaner(detail: Detail, rows: number): Detail | null {
  if (detail.layers) return { ...detail, layers: false };
  if (detail.notes) return { ...detail, notes: false };
  if (detail.recipes) return { ...detail, recipes: false };
  if (detail.rows <= 1) return null;
  return { ...detail, rows: Math.floor(Math.min(detail.rows, rows) * 0.8) };
}

/** Findings, problems and omissions that are listed one by one. */
const maxListed = 12;

/** The report as markdown. */
export function renderSections(report: Report, links: Links, detail: Detail): string {
  const grid = mainGrid(report);
  const blocks = [
    `${marks[report.verdict]} **${escapeMarkdown(report.summary)}**`,
    listed(noticeLines(report)),
    listed(findingLines(report)),
    ...comparisonTables(grid, detail.rows),
    ...listSections.map(({ title, sentences }) => listSection(title, sentences(report))),
    detail.recipes ? recipeSection(report) : '',
    ...(detail.layers ? sectionsFor('comment').map((section) => markdownSection(section, report)) : []),
    detail.notes ? notesSection(report) : '',
    report.models.length > 0 ? methodSection(report) : '',
    cutSentence(detail, grid.rows.length),
    footer(links, report.headSha),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function listSection(title: string, lines: string[]): string {
  return lines.length > 0 ? `**${title}**\n\n${listed(lines)}` : '';
}

/** Texts from outside as a list. */
function listed(lines: string[]): string {
  const shown = lines.slice(0, maxListed).map((line) => `- ${escapeMarkdown(line)}`);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function recipeSection(report: Report): string {
  const grid = recipeGrid(report);
  if (grid.rows.length === 0) return '';
  const best = report.models.flatMap(bestChoices);
  return details('What each recipe makes of its model', [gridTable(grid), ...best].join('\n\n'));
}

/** Of a model's variants those that no other beats in all respects, where there is a choice. */
function bestChoices(model: ModelReport): string[] {
  const choices = tradeOffs(model);
  if (choices.length < 2 || choices.some(({ accuracy }) => accuracy === null)) return [];
  const best = choices
    .filter((choice) => choice.best)
    .map(({ recipe }) => (recipe === null ? 'as committed' : code(recipe)));
  const speed = choices.some(({ latencyMs }) => latencyMs === null) ? '' : ', latency';
  return [`Best trade-offs of ${code(model.file)} between size${speed} and accuracy: ${best.join(', ')}.`];
}

function cutSentence(detail: Detail, rows: number): string {
  const parts = [
    detail.layers ? '' : 'changes by layer',
    detail.notes ? '' : 'notes',
    detail.recipes ? '' : 'what each recipe makes of its model',
    rows > detail.rows ? `${rows - detail.rows} rows of the table` : '',
  ].filter((part) => part !== '');
  return parts.length > 0
    ? `*Too long for this place, so left out: ${parts.join(', ')}. The artifacts have it all.*`
    : '';
}

/** @param headSha the commit that was measured; null: none, or it is said elsewhere */
export function footer({ runUrl, artifactUrl }: Links, headSha: string | null): string {
  const parts = [
    headSha === null ? '' : `Head ${code(headSha)}`,
    runUrl ? link('Run', runUrl) : '',
    artifactUrl ? link('Optimized models and full report', artifactUrl) : '',
    'litetrim',
  ];
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
}
