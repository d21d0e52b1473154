import { pairedDifference, wilson } from '../../../src/base/statistics.js';
import { textTable } from '../../../src/report/text-table.js';
import type { Result } from './result-file.js';
import type { Row } from './rows.js';

/** A row and what came of it; why there is nothing, in words. */
export interface Measured {
  row: Row;
  result: Result | { missing: string };
}

/** What isn't as it shall be; empty: nothing. A goal is missed where the whole interval lies below it. */
export function shortfallOf({ row, result }: Measured, all: readonly Measured[]): string {
  if ('missing' in result) return '';
  const found: string[] = [];
  const { high } = accuracyOf(result);
  if (row.goal !== undefined && 100 * high < row.goal) found.push(`below the goal of ${row.goal}`);
  const { atMostBelow } = row;
  const other = atMostBelow && resultOf(atMostBelow.row, all);
  if (atMostBelow && other?.correct.length === result.correct.length) {
    const { delta } = pairedDifference(digits(other), digits(result));
    if (100 * delta.high < -atMostBelow.points) {
      found.push(`more than ${atMostBelow.points} below ${atMostBelow.row}`);
    }
  }
  return found.join('; ');
}

/** The tables as text, each with the accuracy and its 95 % interval. */
export function tables(all: readonly Measured[]): string {
  const titles = [...new Set(all.map(({ row }) => row.table))];
  return titles
    .map((title) => {
      const lines = all.filter(({ row }) => row.table === title).map((measured) => line(measured, all));
      return `${title}\n${textTable(header, lines, 2)}`;
    })
    .join('\n\n');
}

const header = ['row', '', 'accuracy %', 'loss', 'goal', 'prototype', 'bytes', 'gzip', 'seconds', 'verdict'];

function line({ row, result }: Measured, all: readonly Measured[]): string[] {
  const { name, title, goal, prototype } = row;
  const wanted = [goal === undefined ? '' : `≥ ${goal}`, prototype?.toFixed(1) ?? ''];
  if ('missing' in result) return [name, title, '–', '', ...wanted, '', '', '', result.missing];
  const { value, low, high } = accuracyOf(result);
  const dense = resultOf(`${row.model}-dense`, all);
  return [
    name,
    title,
    `${(100 * value).toFixed(1)} ± ${(50 * (high - low)).toFixed(1)}`,
    dense && dense !== result ? lossText(dense, result) : '',
    ...wanted,
    result.bytes.toLocaleString('en-US'),
    result.gzipBytes.toLocaleString('en-US'),
    result.seconds.toFixed(1),
    verdictOf({ row, result }, all),
  ];
}

function verdictOf(measured: Measured, all: readonly Measured[]): string {
  const { row, result } = measured;
  const shortfall = shortfallOf(measured, all);
  if (shortfall || (row.goal === undefined && !row.atMostBelow)) return shortfall;
  if (row.goal !== undefined && 'correct' in result && 100 * accuracyOf(result).value < row.goal) {
    return 'reached within the noise';
  }
  return 'reached';
}

/** Points lost against the dense model on the same samples, with half of the interval; rows of one fold have none. */
function lossText(dense: Result, result: Result): string {
  if (dense.correct.length !== result.correct.length) return '';
  const { value, low, high } = pairedDifference(digits(dense), digits(result)).delta;
  return `${(-100 * value).toFixed(1)} ± ${(50 * (high - low)).toFixed(1)}`;
}

function resultOf(name: string, all: readonly Measured[]): Result | null {
  const found = all.find(({ row }) => row.name === name)?.result;
  return found && !('missing' in found) ? found : null;
}

function accuracyOf(result: Result) {
  const correct = digits(result);
  return wilson(
    correct.reduce((sum, digit) => sum + digit, 0),
    correct.length,
  );
}

const digits = ({ correct }: Result): Uint8Array => Uint8Array.from(correct, Number);
