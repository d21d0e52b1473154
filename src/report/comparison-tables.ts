import type { Verdict } from '../compare/types.js';
import { gridTable, legend } from './grid-table.js';
import { details } from './markdown.js';
import type { Grid, Row } from './rows.js';

/** Rows that stand unfolded. */
const maxRows = 30;
/** Devices whose columns do. */
const maxDevices = 2;

/**
 * The comment's tables: rows that changed or break a limit, the worst where they are many; folded away the others, those
 * that are what they were, and the columns of further devices.
 *
 * @param most rows in all, the worst first
 */
export function comparisonTables(grid: Grid, most: number): string[] {
  const shown = worstRows(grid.rows, most);
  const quiet = shown.filter(isQuiet);
  const loud = shown.filter((row) => !isQuiet(row));
  const open = worstRows(loud, maxRows);
  const rest = loud.filter((row) => !open.includes(row));
  const { near, far } = splitDevices(grid);
  const tableOf = (rows: Row[]) => gridTable(columnsOf({ ...grid, rows }, near));
  const devices = `Latency on ${far.length} more device${far.length === 1 ? '' : 's'}`;
  return [
    open.length > 0 ? tableOf(open) : '',
    shown.length > 0 ? legend({ ...grid, rows: shown }) : '',
    rest.length > 0 ? details(`${rest.length} more models and variants`, tableOf(rest)) : '',
    loud.length > 0 && far.length > 0
      ? details(devices, gridTable(columnsOf({ ...grid, rows: loud }, far)))
      : '',
    quiet.length > 0 ? details(`Unchanged: ${quiet.length}`, gridTable({ ...grid, rows: quiet })) : '',
  ];
}

const isQuiet = ({ unchanged, verdict }: Row): boolean => unchanged && verdict === 'pass';

/** Places of the columns that stand in the table, and of those on further devices. */
function splitDevices({ columns }: Grid): { near: number[]; far: number[] } {
  const devices = [...new Set(columns.flatMap(({ device }) => device ?? []))];
  const hidden = new Set(devices.slice(maxDevices));
  const places = columns.map((_, i) => i);
  const isFar = (i: number) => hidden.has(columns[i]!.device ?? '');
  return { near: places.filter((i) => !isFar(i)), far: places.filter(isFar) };
}

function columnsOf({ columns, rows }: Grid, places: readonly number[]): Grid {
  return {
    columns: places.map((i) => columns[i]!),
    rows: rows.map((row) => ({ ...row, cells: places.map((i) => row.cells[i]!) })),
  };
}

const rank: Readonly<Record<Verdict, number>> = { fail: 0, warn: 1, noise: 2, pass: 2 };
const urgency = ({ verdict, recipe }: Row): number => 2 * rank[verdict] + (recipe === null ? 0 : 1);

/** At most `count` rows: those with the worst verdicts, models before their variants, in the order of the report. */
function worstRows(rows: Row[], count: number): Row[] {
  if (rows.length <= count) return rows;
  const worst = new Set([...rows].sort((a, b) => urgency(a) - urgency(b)).slice(0, count));
  return rows.filter((row) => worst.has(row));
}
