import { units } from '../base/units.js';
import { visible } from '../base/visible.js';
import { subjectOf } from '../compare/report.js';
import type { Report } from '../compare/types.js';
import type { LayerDamage } from '../optimize/layer-facts.js';
import { code, details, table, tableCell } from './markdown.js';

/** Layers of a variant that are shown; the rest of them hurt less. */
const maxLayers = 10;

/** Longer names, as converters make of fused operators, are cut in their middle. */
const maxName = 48;

/** What quantizing did to the layers of a variant, the worst first. */
export interface QuantizationTable {
  subject: string;
  rows: LayerDamage[];
  /** How many more layers there are. */
  rest: number;
}

/** Column titles of `damageCells`. */
export const damageHeader = [
  'Layer',
  'Stored as',
  'SQNR of its values',
  'Its weights alone',
  'Its activations alone',
  'Share of the noise',
];

/** All that a view tells of quantized layers: variants of the head that store some in fewer bits. */
export function quantizationTables({ models }: Report): QuantizationTable[] {
  const comparisons = models.flatMap((model) => model.comparisons).filter(({ kind }) => kind !== 'recipe');
  return comparisons.flatMap((comparison) => {
    const layers = comparison.head?.quantization ?? [];
    if (layers.every(({ storage }) => storage === 'float')) return [];
    const rows = worstFirst(layers).slice(0, maxLayers);
    return [{ subject: subjectOf(comparison), rows, rest: layers.length - rows.length }];
  });
}

/** Layers by their part in the noise, else by how far their values are off. */
export function worstFirst(layers: readonly LayerDamage[]): LayerDamage[] {
  const decibels = (layer: LayerDamage) => layer.outputDb ?? Infinity;
  const difference = (a: number, b: number) => (a === b ? 0 : a - b);
  return [...layers].sort(
    (a, b) =>
      difference(b.share ?? 0, a.share ?? 0) || difference(decibels(a), decibels(b)) || a.index - b.index,
  );
}

/** A layer's cells as text. */
export function damageCells(layer: LayerDamage): string[] {
  const { index, operator, name, storage, outputDb, weightsDb, activationsDb, share } = layer;
  return [
    `${index} ${operator} ${visible(name, maxName)}`.trimEnd(),
    storage,
    db(outputDb),
    db(weightsDb),
    db(activationsDb),
    share === null ? '–' : units.ratio.format(share),
  ];
}

/** Beyond, a float's own rounding is what is measured. */
const mostDb = 120;

function db(value: number | null): string {
  if (value === null) return '–';
  if (value === Infinity) return 'exact';
  return value > mostDb ? `> ${mostDb} dB` : units.dB.format(value);
}

/** What quantizing cost layer by layer, folded away: a table for each variant. */
export function quantizationSection(report: Report): string {
  const parts = quantizationTables(report).map(({ subject, rows, rest }) => {
    const lines = rows.map((layer) => damageCells(layer).map(tableCell));
    const more = rest > 0 ? `\n\n${restSentence(rest)}` : '';
    return `${code(subject)}\n\n${table(damageHeader, lines, 2)}${more}`;
  });
  if (parts.length === 0) return '';
  return details('Quantization by layer', [...parts, damageLegend].join('\n\n'));
}

/** What the columns mean. */
export const damageLegend =
  'SQNR of its values: against the source’s, in the finished model. Alone: SQNR of the model’s logits (else outputs) when nothing else is rounded, measured on calibration samples before any correction.';

export const restSentence = (rest: number): string =>
  `${rest} other ${rest === 1 ? 'layer hurts' : 'layers hurt'} less.`;
