import { dirname, join } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { InputError, messageOf } from '../../base/errors.js';
import { suggestion } from '../../yaml/suggest.js';
import type { DatasetFiles } from '../files.js';
import { maxLabelsBytes, maxLabelsLineLength, maxSampleFiles } from '../limits.js';
import type { FormatContext } from './format.js';

/** A sample that is a file of its own. */
export interface FileSample {
  /** As errors call it: as the labels file, or the folder, names it. */
  file: string;
  /** Relative to the data-set file. */
  path: string;
  /** Class number; null where there are no labels. */
  label: number | null;
  /** The column `part`; null where there is none. */
  part: string | null;
}

/** Columns by the number of them, where the first line doesn't name them. */
const unnamedColumns: Record<number, string[]> = {
  1: ['file'],
  2: ['file', 'label'],
  3: ['file', 'classes', 'label'],
};

const columnNames = ['file', 'classes', 'label', 'part'];

/**
 * Reads a labels file: CSV with the columns `file`, `label` and optionally `classes` (how many there
 * are, as EEMBC's files have it) and `part`. Without a header line, two columns are file and label,
 * three are file, classes and label.
 *
 * @param folder what the files are relative to; default: the labels file's own folder
 * @throws InputError with the line of what is wrong
 */
export function readLabels(name: string, folder: string | undefined, context: FormatContext): FileSample[] {
  const rows = parseRows(name, context.files);
  const columns = columnsOf(rows[0]?.cells, name, context.files);
  const body = rows[0] && isHeader(rows[0].cells) ? rows.slice(1) : rows;
  if (body.length === 0) throw context.files.error('the labels file is empty', { place: name });
  return body.map(({ cells, line }) => {
    const place = `${name}: line ${line}`;
    if (cells.length !== columns.length) {
      const problem = `the line has ${cells.length} columns, the first one ${columns.length}`;
      throw context.files.error(problem, { place });
    }
    const row = new Map(columns.map((column, i) => [column, cells[i]!]));
    const file = row.get('file')!;
    if (file === '') throw context.files.error('the line names no file', { place });
    const path = join(folder ?? dirname(name), file);
    return { file, path, label: labelOf(row, place, context), part: row.get('part') ?? null };
  });
}

interface Row {
  cells: string[];
  line: number;
}

function parseRows(name: string, files: DatasetFiles): Row[] {
  const bytes = files.read(files.file(name), maxLabelsBytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = parse(text, {
      trim: true,
      skipEmptyLines: true,
      relaxColumnCount: true,
      maxRecordSize: maxLabelsLineLength,
      // One more for a header line, and one to tell that there are too many.
      to: maxSampleFiles + 2,
      // The parser's own records of lines take ten times as much memory.
      onRecord: (cells, { lines }) => [String(lines), ...cells],
    });
    if (rows.length > maxSampleFiles + 1)
      throw files.error(`more than the ${maxSampleFiles} lines that are read`, { place: name });
    return rows.map(([line, ...cells]) => ({ cells, line: Number(line) }));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const { lines, code } = cause as CsvError;
    const place = typeof lines === 'number' ? `${name}: line ${lines}` : name;
    throw files.error(`not a CSV file: ${csvProblems[code] ?? messageOf(cause)}`, { place, cause });
  }
}

/** Of the parser's own words for these, one quotes the file, and the others tell what isn't a user's to know. */
const csvProblems: Partial<Record<CsvError['code'], string>> = {
  INVALID_OPENING_QUOTE: 'Invalid Opening Quote: a quote stands within a value',
  CSV_INVALID_CLOSING_QUOTE: 'Invalid Closing Quote: a quoted value goes on behind its end',
  CSV_MAX_RECORD_SIZE: `a line of more than ${maxLabelsLineLength} characters`,
};

function isHeader(cells: string[]): boolean {
  return cells.includes('file');
}

function columnsOf(first: string[] | undefined, name: string, files: DatasetFiles): string[] {
  if (!first) return [];
  const place = `${name}: line 1`;
  if (!isHeader(first)) {
    const columns = unnamedColumns[first.length];
    if (columns) return columns;
    const hint = `Begin the file with a header line: ${columnNames.slice(0, 3).join(',')}`;
    throw files.error(`${first.length} columns, and no header line that names them`, { place, hint });
  }
  const unknown = first.find((column) => !columnNames.includes(column));
  if (unknown !== undefined) {
    const hint = suggestion(unknown, columnNames, 'columns');
    throw files.error(`unknown column "${unknown}"`, { place, hint });
  }
  if (new Set(first).size !== first.length) throw files.error('a column stands twice', { place });
  return first;
}

function labelOf(row: Map<string, string>, place: string, context: FormatContext): number | null {
  const text = row.get('label');
  if (text === undefined) return null;
  const label = /^\d{1,9}$/.test(text) ? Number(text) : namedLabel(text, place, context);
  const classes = row.get('classes');
  if (classes !== undefined && !(label < Number(classes))) {
    const problem = `label ${label} is out of range: the line says that there are ${classes} classes`;
    throw context.files.error(problem, { place, hint: 'Classes are counted from 0' });
  }
  return label;
}

function namedLabel(text: string, place: string, { classes, files }: FormatContext): number {
  if (classes === null) {
    const hint =
      'Count classes from 0, or list their names in the order of the model\'s outputs under "classes:"';
    throw files.error(`label "${text}" is no class number`, { place, hint });
  }
  const label = classes.indexOf(text);
  if (label >= 0) return label;
  throw files.error(`label "${text}" is no class`, { place, hint: suggestion(text, classes, 'classes') });
}
