import { modelNotes, omissionsOf, problemsOf } from '../compare/report.js';
import type { ModelReport, Report } from '../compare/types.js';
import { findingLines, noticeLines } from './finding-lines.js';
import { legendSentences } from './grid-table.js';
import { style } from './html-style.js';
import { Html, html, nothing } from './html-template.js';
import { changedLayers, costliestLayers, type LayerTable, legendOf } from './layer-table.js';
import { figureMarks, marks } from './marks.js';
import { methodFacts } from './method-section.js';
import { type Notes, notesOf, unmeasuredOf } from './notes-section.js';
import {
  damageCells,
  damageHeader,
  damageLegend,
  quantizationTables,
  restSentence,
} from './quantization-section.js';
import { type Cell, type Grid, mainGrid, type Row, recipeGrid } from './rows.js';
import type { Links } from './sections.js';
import { tradeOffPicture } from './trade-off-picture.js';
import { layersOf, restOfZeros, zerosCells, zerosHeader, zerosLegend, zerosTables } from './zeros-section.js';

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
${section('Problems', textList(problemsOf(report)))}
${section('Not measured', textList(unmeasuredOf(report)))}
${section('Of the base', textList(modelNotes(report)))}
${section('Left out', textList(omissionsOf(report)))}
${section('What each recipe makes of its model', recipes.rows.length > 0 ? grid(recipes) : nothing)}
${section('Trade-offs', pictures(report.models))}
${section('Changes by layer', layerTables(changedLayers(report)))}
${section('Layers', layerTables(costliestLayers(report, 'all')))}
${section('Zeros by layer', zeros(report))}
${section('Quantization by layer', quantization(report))}
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

function layerTables(tables: LayerTable[]): Html {
  if (tables.length === 0) return nothing;
  return html`${tables.map(layerTable)}<p><small>${legendOf(tables)}</small></p>`;
}

function layerTable({ subject, device, header, rows, rest }: LayerTable): Html {
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => textCell(cell, index < namesOf.layers))}</tr>`,
  );
  const more = rest === '' ? nothing : html`<p><small>${rest}</small></p>`;
  return html`<h3><code>${subject}</code> on ${device}</h3><div class="scroll"><table>
<thead><tr>${headerCells(header, namesOf.layers)}</tr></thead>
<tbody>${lines}</tbody></table></div>${more}`;
}

function zeros(report: Report): Html {
  const tables = zerosTables(report);
  const parts = tables.map(({ subject, rows, rest }) =>
    namedTable(subject, zerosHeader(rows), rows.map(zerosCells), rest > 0 ? restOfZeros(rest) : ''),
  );
  if (parts.length === 0) return nothing;
  return html`${parts}<p><small>${zerosLegend(layersOf(tables))}</small></p>`;
}

function quantization(report: Report): Html {
  const tables = quantizationTables(report).map(({ subject, rows, rest }) =>
    namedTable(subject, damageHeader, rows.map(damageCells), rest > 0 ? restSentence(rest) : ''),
  );
  return tables.length > 0 ? html`${tables}<p><small>${damageLegend}</small></p>` : nothing;
}

/** A table of layers under the name of their model. */
function namedTable(subject: string, header: string[], rows: string[][], rest: string): Html {
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => textCell(cell, index < namesOf.damage))}</tr>`,
  );
  const more = rest === '' ? nothing : html`<p><small>${rest}</small></p>`;
  return html`<h3><code>${subject}</code></h3><div class="scroll"><table>
<thead><tr>${headerCells(header, namesOf.damage)}</tr></thead>
<tbody>${lines}</tbody></table></div>${more}`;
}

/** How many columns of a table hold names; the others hold figures. */
const namesOf = { layers: 3, damage: 2 };

function headerCells(titles: readonly string[], names: number): Html {
  return html`${titles.map((title, index) => html`<th scope="col"${index < names ? new Html(' class="name"') : nothing}>${title}</th>`)}`;
}

function textCell(text: string, left: boolean): Html {
  return left ? html`<td class="name">${text}</td>` : html`<td>${text}</td>`;
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
