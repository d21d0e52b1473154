import { visible } from '../base/visible.js';
import type { Report } from '../compare/types.js';
import { Html, html, nothing } from './html-template.js';
import { code, details, table, tableCell } from './markdown.js';
import type { Section, SectionTable } from './section.js';
import { textTable } from './text-table.js';

// One section as each view shows it: whatever a section says, it says to all of them.

/** Folded away until clicked; empty where there is nothing to show. */
export function markdownSection(section: Section, report: Report): string {
  const tables = section.tables(report);
  if (tables.length === 0) return '';
  const legend = `<sub>${section.legend(report)}</sub>`;
  return details(section.title, [...tables.map(markdownTable), legend].join('\n\n'));
}

function markdownTable({ subject, device, header, rows, names, rest }: SectionTable): string {
  const where = device === null ? '' : ` on ${code(device)}`;
  const cells = rows.map((row) => row.map(tableCell));
  return `${code(subject)}${where}\n\n${table([...header], cells, names)}${rest && `\n\n${rest}`}`;
}

/** What stands under the section's heading; nothing where that is empty. */
export function htmlSection(section: Section, report: Report): Html {
  const tables = section.tables(report);
  if (tables.length === 0) return nothing;
  return html`${tables.map(htmlTable)}<p><small>${section.legend(report)}</small></p>`;
}

function htmlTable({ subject, device, header, rows, names, rest }: SectionTable): Html {
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => htmlCell(cell, index < names))}</tr>`,
  );
  const where = device === null ? nothing : html` on ${device}`;
  const more = rest === '' ? nothing : html`<p><small>${rest}</small></p>`;
  return html`<h3><code>${subject}</code>${where}</h3><div class="scroll"><table>
<thead><tr>${header.map((title, index) => html`<th scope="col"${index < names ? new Html(' class="name"') : nothing}>${title}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table></div>${more}`;
}

function htmlCell(text: string, isName: boolean): Html {
  return isName ? html`<td class="name">${text}</td>` : html`<td>${text}</td>`;
}

/** Blocks of text: a table for each subject, and what the columns mean. */
export function textSection(section: Section, report: Report): string[] {
  const tables = section.tables(report);
  if (tables.length === 0) return [];
  return [...tables.map((each) => tableText(section.title, each)), section.legend(report)];
}

function tableText(title: string, { subject, device, header, rows, names, rest }: SectionTable): string {
  const where = device === null ? '' : ` on ${visible(device)}`;
  const heading = `${visible(subject)}${where}, ${title[0]!.toLowerCase()}${title.slice(1)}:`;
  return `${heading}\n${textTable([...header], rows, names)}${rest && `\n${rest}`}`;
}
