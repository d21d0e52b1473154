import { formatCount, units } from '../base/units.js';
import { visible } from '../base/visible.js';
import { subjectOf } from '../compare/report.js';
import type { Report } from '../compare/types.js';
import type { LayerZeros } from '../optimize/layer-facts.js';
import { roundedToZero } from '../optimize/layer-facts.js';
import { code, details, table, tableCell } from './markdown.js';

/** Layers of a model that are shown; the rest has fewer weights. */
const maxLayers = 20;

/** Longer names, as converters make of fused operators, are cut in their middle. */
const maxName = 48;

/** How much of a model's or variant's layers is zero: those with most weights, in execution order. */
export interface ZerosTable {
  subject: string;
  rows: LayerZeros[];
  /** How many more layers there are. */
  rest: number;
}

/** Column titles of `zerosCells`; of a model as committed nobody knows why weights are zero. */
export function zerosHeader(layers: readonly LayerZeros[]): string[] {
  const origins = layers.some(isKnown) ? ['Pruned', 'Zero before', 'Rounded to zero'] : [];
  return ['Layer', 'Stored', 'Weights', 'Zero', ...origins];
}

const isKnown = ({ before }: LayerZeros): boolean => before !== null;

/** What the columns of some layers mean. */
export function zerosLegend(layers: readonly LayerZeros[]): string {
  const sentences = [
    layers.some(isKnown)
      ? 'Pruned: chosen by the recipe. Zero before: in its source. Rounded to zero: neither, too small for the type that stores them.'
      : 'Why weights are zero isn’t known of a model as committed.',
    ...(layers.some(({ storage }) => storage !== 'dense')
      ? ['Sparse: stored without zeros, as its kernel reads it; unpacked: the same, unpacked on loading.']
      : []),
  ];
  return sentences.join(' ');
}

/** All that a view tells of layers with zeros: head's models and variants where it is worth telling. */
export function zerosTables({ models }: Report): ZerosTable[] {
  const comparisons = models.flatMap((model) => model.comparisons).filter(({ kind }) => kind !== 'recipe');
  return comparisons.flatMap((comparison) => {
    const layers = comparison.head?.zeros ?? [];
    return layers.length > 0 ? [{ subject: subjectOf(comparison), ...largest(layers) }] : [];
  });
}

/** The layers with most weights, in execution order, and how many are left. */
export function largest(layers: readonly LayerZeros[]): Pick<ZerosTable, 'rows' | 'rest'> {
  const shown = [...layers].sort((a, b) => b.weights - a.weights || a.index - b.index).slice(0, maxLayers);
  const rows = shown.sort((a, b) => a.index - b.index);
  return { rows, rest: layers.length - rows.length };
}

/** A layer's cells as text. */
export function zerosCells(layer: LayerZeros): string[] {
  const { index, operator, name, storage, weights, zeros, pruned, before } = layer;
  const origins = before === null ? [] : [pruned ?? 0, before, roundedToZero(layer)];
  return [
    `${index} ${operator} ${visible(name, maxName)}`.trimEnd(),
    storage,
    formatCount(weights),
    ...[zeros, ...origins].map((count) => units.ratio.format(count / weights)),
  ];
}

/** Where zeros are, layer by layer, folded away: a table for each model and variant. */
export function zerosSection(report: Report): string {
  const tables = zerosTables(report);
  const parts = tables.map(({ subject, rows, rest }) => {
    const lines = rows.map((layer) => zerosCells(layer).map(tableCell));
    const more = rest > 0 ? `\n\n${restOfZeros(rest)}` : '';
    return `${code(subject)}\n\n${table(zerosHeader(rows), lines, 2)}${more}`;
  });
  if (parts.length === 0) return '';
  return details('Zeros by layer', [...parts, `<sub>${zerosLegend(layersOf(tables))}</sub>`].join('\n\n'));
}

/** The layers that some tables show. */
export const layersOf = (tables: readonly ZerosTable[]): LayerZeros[] => tables.flatMap(({ rows }) => rows);

export const restOfZeros = (rest: number): string =>
  `${rest} other ${rest === 1 ? 'layer has' : 'layers have'} fewer weights.`;
