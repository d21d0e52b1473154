import { type LayerChange, layerChanges } from '../compare/layers.js';
import { subjectOf } from '../compare/report.js';
import type { Comparison, Report } from '../compare/types.js';
import { formatShare, signed, units } from '../compare/units.js';
import { code, details, escapeMarkdown, table } from './markdown.js';

/** Layers of one model on one device; the rest of them changed less. */
const maxLayers = 10;

/** Which operators became slower or faster, folded away: a table for each model and device. */
export function layerSection(report: Report): string {
  const parts = layerTables(report).map(({ subject, device, rows, rest }) => {
    const title = `${code(subject)} on ${code(device)}`;
    const more = rest > 0 ? `\n\n${rest} others changed less.` : '';
    return `${title}\n\n${layerTable(rows)}${more}`;
  });
  return parts.length > 0 ? details('Changes by layer', parts.join('\n\n')) : '';
}

/** The layers that changed most, of a model or variant on a device. */
export interface LayerTable {
  subject: string;
  device: string;
  rows: LayerChange[];
  /** How many more layers changed. */
  rest: number;
}

/** All that a view tells of layers: models and variants against base. */
export function layerTables({ models }: Report): LayerTable[] {
  return models
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ kind }) => kind === 'model' || kind === 'variant')
    .flatMap(tablesOf);
}

function tablesOf(comparison: Comparison): LayerTable[] {
  const { base, head } = comparison;
  return (head?.devices ?? []).flatMap((measured) => {
    const before = base?.devices.find(({ device }) => device === measured.device);
    const changes = before ? layerChanges(before, measured) : [];
    if (changes.length === 0) return [];
    const rows = changes.slice(0, maxLayers);
    return [
      { subject: subjectOf(comparison), device: measured.device, rows, rest: changes.length - rows.length },
    ];
  });
}

function layerTable(rows: LayerChange[]): string {
  const header = ['Layer', 'Kernel', 'Base', 'Head', 'Change'];
  return table(
    header,
    rows.map((row) => layerCells(row).map(escapeMarkdown)),
    2,
  );
}

/** A layer's cells as text: name, kernel, base, head, change. */
export function layerCells({ name, baseMs, headMs, baseKernel, headKernel }: LayerChange): string[] {
  const kernels = [...new Set([baseKernel, headKernel].filter((kernel) => kernel !== null))];
  const change = (headMs ?? 0) - (baseMs ?? 0);
  const share = baseMs ? ` (${formatShare(change / baseMs)})` : '';
  return [
    name,
    kernels.join(' → '),
    ms(baseMs),
    ms(headMs),
    `${signed(change, units.ms.formatDifference)}${share}`,
  ];
}

function ms(value: number | null): string {
  return value === null ? '–' : units.ms.format(value);
}
