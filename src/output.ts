import { join } from 'node:path';
import type { Report } from './compare/types.js';
import { writeWhole } from './files.js';
import type { Subject } from './measure.js';
import { variantPath } from './model-job.js';
import { renderComment } from './report/comment.js';
import { renderHtml } from './report/html.js';
import { renderJson } from './report/json.js';
import type { Links } from './report/sections.js';

/** Files that a run wrote: absolute paths. */
export interface WrittenResults {
  json: string;
  all: string[];
}

/** Writes a report in all its forms, and the optimized models beside it. */
export async function writeResults(
  folder: string,
  report: Report,
  variants: readonly Subject[],
  links: Links = {},
): Promise<WrittenResults> {
  const contents: [string, string | Uint8Array][] = [
    ['report.json', renderJson(report)],
    ['report.md', renderComment(report, links)],
    ['report.html', renderHtml(report, links)],
    ...variants.map((variant): [string, Uint8Array] => [variantPath(variant), variant.bytes]),
  ];
  const all: string[] = [];
  for (const [name, content] of contents) {
    const path = join(folder, name);
    await writeWhole(path, content);
    all.push(path);
  }
  return { json: all[0]!, all };
}
