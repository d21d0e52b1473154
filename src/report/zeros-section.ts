import { formatCount, units } from '../base/units.js';
import { visible } from '../base/visible.js';
import { subjectOf } from '../compare/finding-words.js';
import type { Comparison, Report } from '../compare/types.js';
import type { LayerZeros } from '../optimize/layer-facts.js';
import { roundedToZero } from '../optimize/layer-facts.js';
import type { Section } from './section.js';

/** Layers of a model that are shown; the rest has fewer weights. */
const maxLayers = 20;

/** Longer names, as converters make of fused operators, are cut in their middle. */
const maxName = 48;

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

/** Where zeros are, layer by layer: head's models and variants where it is worth telling. */
export const zerosByLayer: Section = {
  title: 'Zeros by layer',
  views: ['comment', 'page', 'text'],
  tables: (report) =>
    comparisonsOf(report).map((comparison) => {
      const { rows, rest } = largest(comparison.head!.zeros!);
      const [header, cells] = [zerosHeader(rows), rows.map(zerosCells)];
      return { subject: subjectOf(comparison), device: null, header, rows: cells, names: 2, rest };
    }),
  legend: (report) =>
    zerosLegend(comparisonsOf(report).flatMap((comparison) => largest(comparison.head!.zeros!).rows)),
};

function comparisonsOf({ models }: Report): Comparison[] {
  const comparisons = models.flatMap((model) => model.comparisons);
  return comparisons.filter(({ kind, head }) => kind !== 'recipe' && (head?.zeros?.length ?? 0) > 0);
}

/** The layers with most weights, in execution order, and how many are left, in a sentence. */
export function largest(layers: readonly LayerZeros[]): { rows: LayerZeros[]; rest: string } {
  const shown = [...layers].sort((a, b) => b.weights - a.weights || a.index - b.index).slice(0, maxLayers);
  const rows = shown.sort((a, b) => a.index - b.index);
  return { rows, rest: restOfZeros(layers.length - rows.length) };
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

function restOfZeros(rest: number): string {
  return rest === 0 ? '' : `${rest} other ${rest === 1 ? 'layer has' : 'layers have'} fewer weights.`;
}
