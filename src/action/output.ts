import { join } from 'node:path';
import { InputError, messageOf } from '../base/errors.js';
import { writeWhole } from '../base/files.js';
import { someOf } from '../base/shorten.js';
import type { Report } from '../compare/types.js';
import type { Subject } from '../job/measure.js';
import { renderComment } from '../report/comment.js';
import { renderHtml } from '../report/html.js';
import { renderJson } from '../report/json.js';
import type { Links } from '../report/sections.js';
import { resultPaths } from './result-paths.js';

/** Files that a run wrote: absolute paths. */
interface WrittenResults {
  /** The report for programs; null: it couldn't be written. */
  json: string | null;
  all: string[];
  /** What couldn't be written, and why; a sentence for each reason. */
  problems: string[];
}

/** The report in all its forms. */
const reports: [name: string, render: (report: Report, links: Links) => string][] = [
  ['report.json', renderJson],
  ['report.md', renderComment],
  ['report.html', renderHtml],
];

/**
 * Writes a report in all its forms, and the optimized models beside it. A file that can't be written is
 * told, and keeps no other from being written.
 */
export async function writeResults(
  folder: string,
  report: Report,
  variants: readonly Subject[],
  links: Links = {},
): Promise<WrittenResults> {
  const names = reports.map(([name]) => name);
  const paths = resultPaths(names, variants);
  const contents: [string, string | Uint8Array][] = [
    ...reports.map(([name, render]): [string, string] => [name, render(report, links)]),
    ...variants.map(({ bytes }, index): [string, Uint8Array] => [paths[index]!, bytes]),
  ];
  const all: string[] = [];
  const failures = new Map<string, string[]>();
  for (const [name, content] of contents) {
    const path = join(folder, name);
    try {
      await writeWhole(path, content);
      all.push(path);
    } catch (error) {
      const reason = reasonOf(error);
      failures.set(reason, [...(failures.get(reason) ?? []), name]);
    }
  }
  const json = join(folder, names[0]!);
  return { json: all.includes(json) ? json : null, all, problems: [...failures].map(problemOf) };
}

/** What the system said, without its paths: they are this machine's. */
function reasonOf(error: unknown): string {
  if (!(error instanceof InputError)) throw error;
  return messageOf(error.details.cause).replace(/,.*/, '');
}

/** Files that a sentence names. */
const maxNamed = 3;

function problemOf([reason, names]: [string, string[]]): string {
  return `${someOf(names, maxNamed)} can't be written (${reason}).`;
}
