import { code, escapeMarkdown, maxName, table, tableCell } from './markdown.js';
import { figureMarks } from './marks.js';
import type { Cell, Grid, Row } from './rows.js';

/** Models and variants as a markdown table: a row each, figures with their changes and marks. */
export function gridTable({ columns, rows }: Grid): string {
  const header = ['', 'Model', 'Variant', ...columns.map(({ title }) => tableCell(title))];
  return table(header, rows.map(rowCells), 3);
}

function rowCells({ mark, file, recipe, cells }: Row): string[] {
  const variant = recipe === null ? 'as committed' : code(recipe, maxName);
  return [mark, code(file, maxName), variant, ...cells.map(figure)];
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
  const remarks = cells.map(({ remark }) => remark?.split(',')[0] ?? '');
  const emulated = ['fitted', 'derived', 'extrapolated'].some((name) => remarks.includes(name));
  const has = (name: string) => columns.some(({ metric }) => metric.name === name);
  const sentences = [
    has('latency')
      ? `Latency: one inference on the CPU (XNNPACK, one thread)${emulated ? ' of an emulated device' : ''}`
      : '',
    ...Object.entries(confidences)
      .filter(([name]) => remarks.includes(name))
      .map(([name, meaning]) => `${name}: ${meaning}`),
    has('memory') ? 'Memory: peak of one inference without the model file' : '',
    ...Object.entries(accuracies)
      .filter(([name]) => remarks.includes(name))
      .map(([name, meaning]) => `${name}: ${meaning}`),
    has('size') ? '1 KB is 1000 bytes, download is gzip' : '',
    cells.some(({ verdict }) => verdict === 'noise') ? '≈ may be chance' : '',
  ];
  return sentences.filter((sentence) => sentence !== '');
}

/** What stands behind a latency. */
const confidences = {
  fitted: 'the model of this core was fitted to measurements of it',
  derived: 'modelled after cores of its class',
  extrapolated: 'a rough guess: neither this core nor its class was fitted',
  measured: 'not emulated: median on the real machine, with the quartiles of its runs',
};

const accuracies = {
  'top-1': 'share of samples with the right class, with its 95 % interval',
  mse: 'mean squared error, with its 95 % interval',
  fidelity:
    'how closely the outputs follow those of the model it was made from (as committed: those of base), not how right they are',
};
