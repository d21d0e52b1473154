import type { ModelReport, Report } from '../compare/types.js';
import { findingLines, noticeLines } from './finding-lines.js';
import { legendSentences } from './grid-table.js';
import { style } from './html-style.js';
import { Html, html, nothing } from './html-template.js';
import { figureMarks, marks } from './marks.js';
import { methodFacts } from './method-section.js';
import { type Notes, notesOf } from './notes-section.js';
import { type Cell, type Grid, mainGrid, type Row, recipeGrid } from './rows.js';
import { listSections, sectionsFor } from './section-list.js';
import { htmlSection } from './section-views.js';
import type { Links } from './sections.js';
import { tradeOffPicture } from './trade-off-picture.js';

/** The page may load nothing: all of it is in the file, and names from outside stay names. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The whole report as one page that needs nothing else; every text from outside is shown as text. */
export function renderHtml(report: Report, links: Links = {}): string {
  const main = mainGrid(report);
  const recipes = recipeGrid(report);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>litetrim: ${report.verdict}</title>
<style>${new Html(style)}</style>
</head>
<body><main>
<h1>${marks[report.verdict]} ${report.summary}</h1>
${textList(noticeLines(report))}
${textList(findingLines(report))}
${main.rows.length > 0 ? html`${grid(main)}<p><small>${legendSentences(main).join(' · ')}</small></p>` : nothing}
${each(listSections.map(({ title, sentences }) => section(title, textList(sentences(report)))))}
${section('What each recipe makes of its model', recipes.rows.length > 0 ? grid(recipes) : nothing)}
${section('Trade-offs', pictures(report.models))}
${each(sectionsFor('page').map((one) => section(one.title, htmlSection(one, report))))}
${section('Notes', list(notesOf(report).map(notes)))}
${section('How this was measured', method(report))}
${footer(links)}
</main></body>
</html>
`.text;
}

/** A heading and what is under it; nothing where that is empty. */
function section(title: string, content: Html): Html {
  return content.text === '' ? nothing : html`<section><h2>${title}</h2>${content}</section>`;
}

/** Parts with a line for each. */
function each(parts: readonly Html[]): Html {
  return new Html(parts.map(({ text }) => text).join('\n'));
}

function list(parts: Html[]): Html {
  return html`${parts}`;
}

function textList(texts: readonly string[]): Html {
  return texts.length > 0 ? html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>` : nothing;
}

function grid({ columns, rows }: Grid): Html {
  const header = columns.map(({ title }) => html`<th scope="col">${title}</th>`);
  return html`<div class="scroll"><table>
<thead><tr><th></th><th class="name" scope="col">Model</th><th class="name" scope="col">Variant</th>${header}</tr></thead>
<tbody>${rows.map(row)}</tbody>
</table></div>`;
}

function row({ mark, file, recipe, cells }: Row): Html {
  const variant = recipe === null ? html`as committed` : html`<code>${recipe}</code>`;
  return html`<tr><td>${mark}</td><th class="name" scope="row"><code>${file}</code></th><td class="name">${variant}</td>${cells.map(figure)}</tr>
`;
}

function figure(cell: Cell | null): Html {
  if (!cell) return html`<td>–</td>`;
  const change = cell.change === null ? nothing : html` (${cell.change})`;
  const mark = figureMarks[cell.verdict] ? html` ${figureMarks[cell.verdict]}` : nothing;
  const remark = cell.remark === null ? nothing : html`<small>${cell.remark}</small>`;
  return html`<td class="${cell.verdict}">${cell.value}${change}${mark}${remark}</td>`;
}

function pictures(models: ModelReport[]): Html {
  return list(
    models.flatMap((model) => {
      const picture = tradeOffPicture(model);
      return picture ? [html`<h3><code>${model.file}</code></h3>${picture}`] : [];
    }),
  );
}

function notes({ subject, sentences }: Notes): Html {
  return html`<h3><code>${subject}</code></h3>${textList(sentences)}`;
}

function method(report: Report): Html {
  if (report.models.length === 0) return nothing;
  return html`<dl>${methodFacts(report).map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function footer({ runUrl, artifactUrl }: Links): Html {
  const run = runUrl && isWebAddress(runUrl) ? html`<a href="${runUrl}">Run</a> · ` : nothing;
  const artifacts =
    artifactUrl && isWebAddress(artifactUrl)
      ? html`<a href="${artifactUrl}">Optimized models</a> · `
      : nothing;
  return html`<footer>${run}${artifacts}litetrim</footer>`;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//.test(url);
}
