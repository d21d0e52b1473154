import type { Metric } from '../compare/metrics.js';
import { code, escapeMarkdown, maxName, table, tableCell } from './markdown.js';
import { figureMarks } from './marks.js';
import type { Cell, Grid, Row } from './rows.js';

/** Models and variants as a markdown table: a row each, figures with their changes and marks; a model is named once. */
export function gridTable({ columns, rows }: Grid): string {
  const header = ['', 'Model', 'Variant', ...columns.map(({ title }) => tableCell(title))];
  return table(
    header,
    rows.map((row, i) => rowCells(row, rows[i - 1]?.file === row.file)),
    3,
  );
}

function rowCells({ mark, file, recipe, cells }: Row, isNamed: boolean): string[] {
  const variant = recipe === null ? 'as committed' : code(recipe, maxName);
  return [mark, isNamed ? '' : code(file, maxName), variant, ...cells.map(figure)];
}

function figure(cell: Cell | null): string {
  if (!cell) return '–';
  const change =
    cell.change === null ? '' : cell.verdict === 'fail' ? ` (**${cell.change}**)` : ` (${cell.change})`;
  const mark = figureMarks[cell.verdict];
  const remark = cell.remark === null ? '' : `<br><sub>${escapeMarkdown(cell.remark)}</sub>`;
  return `${cell.value}${change}${mark && ` ${mark}`}${remark}`;
}

/** The legend as markdown; empty where there is nothing to explain. */
export function legend(grid: Grid): string {
  const sentences = legendSentences(grid);
  return sentences.length > 0 ? `<sub>${sentences.join(' · ')}</sub>` : '';
}

/** What the table's words and marks mean; only those that are in it. */
export function legendSentences({ columns, rows }: Grid): string[] {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
  const said = [...columns, ...cells].map(({ remark }) => remark?.split(',')[0] ?? '');
  const remarks = [...new Set(said)];
  const shown = [...new Set(columns.map(({ metric }) => metric))];
  const sentences = [
    ...shown.flatMap((metric) => [metric.legend?.(remarks) ?? '', ...meanings(metric, remarks)]),
    ...shown.map(({ unitNote }) => unitNote ?? ''),
    cells.some(({ verdict }) => verdict === 'noise') ? '≈ may be chance' : '',
  ];
  return sentences.filter((sentence) => sentence !== '');
}

function meanings({ remarks: all = {} }: Metric, remarks: readonly string[]): string[] {
  const used = Object.entries(all).filter(([name]) => remarks.includes(name));
  return used.map(([name, meaning]) => `${name}: ${meaning}`);
}
