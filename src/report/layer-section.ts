import type { Report } from '../compare/types.js';
import { changedLayers, costliestLayers, type LayerTable, legendOf } from './layer-table.js';
import { code, details, table, tableCell } from './markdown.js';

/** Which layers became slower or faster, and the costliest of models without a base; folded away. */
export function layerSection(report: Report): string {
  const blocks = [
    tablesBlock('Changes by layer', changedLayers(report)),
    tablesBlock('Layers of what is new', costliestLayers(report, 'new')),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function tablesBlock(title: string, tables: LayerTable[]): string {
  if (tables.length === 0) return '';
  return details(title, [...tables.map(tableBlock), `<sub>${legendOf(tables)}</sub>`].join('\n\n'));
}

function tableBlock({ subject, device, header, rows, rest }: LayerTable): string {
  const cells = rows.map((row) => row.map(tableCell));
  return `${code(subject)} on ${code(device)}\n\n${table(header, cells, 3)}${rest && `\n\n${rest}`}`;
}
