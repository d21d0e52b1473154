import type { Report } from '../compare/types.js';

/** The views of a report: the pull request's comment, the page of the artifact, a terminal. */
export type View = 'comment' | 'page' | 'text';

/** A table about one model or variant, as every view shows it: cells are text. */
export interface SectionTable {
  /** `models/kws.tflite with int8`. */
  subject: string;
  /** null: it is about none. */
  device: string | null;
  header: readonly string[];
  rows: string[][];
  /** So many columns from the left hold names, the others figures. */
  names: number;
  /** What isn't in it, in a sentence; empty where all is. */
  rest: string;
}

/** A part of the report that consists of tables; left out where there are none. */
export interface Section {
  title: string;
  views: readonly View[];
  tables(report: Report): SectionTable[];
  /** What the columns of the tables mean. */
  legend(report: Report): string;
}

/** A part of the report that consists of sentences; left out where there are none. */
export interface ListSection {
  title: string;
  /** What stands before each sentence in a terminal. */
  label: string;
  sentences(report: Report): string[];
}
