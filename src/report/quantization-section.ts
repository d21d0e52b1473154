import { units } from '../base/units.js';
import { visible } from '../base/visible.js';
import { subjectOf } from '../compare/finding-words.js';
import type { LayerDamage } from '../optimize/layer-facts.js';
import type { Section } from './section.js';

/** Layers of a variant that are shown; the rest of them hurt less. */
const maxLayers = 10;

/** Longer names, as converters make of fused operators, are cut in their middle. */
const maxName = 48;

/** Column titles of `damageCells`. */
export const damageHeader = [
  'Layer',
  'Stored as',
  'SQNR of its values',
  'Its weights alone',
  'Its activations alone',
  'Share of the noise',
];

/** What quantizing cost layer by layer: variants of the head that store some in fewer bits. */
export const quantizationByLayer: Section = {
  title: 'Quantization by layer',
  views: ['comment', 'page'],
  tables: ({ models }) => {
    const comparisons = models.flatMap((model) => model.comparisons).filter(({ kind }) => kind !== 'recipe');
    return comparisons.flatMap((comparison) => {
      const layers = comparison.head?.quantization ?? [];
      if (layers.every(({ storage }) => storage === 'float')) return [];
      const rows = worstFirst(layers).slice(0, maxLayers);
      const rest = restSentence(layers.length - rows.length);
      const cells = rows.map(damageCells);
      return [
        { subject: subjectOf(comparison), device: null, header: damageHeader, rows: cells, names: 2, rest },
      ];
    });
  },
  legend: () => damageLegend,
};

/** Layers by their part in the noise, else by how far their values are off. */
function worstFirst(layers: readonly LayerDamage[]): LayerDamage[] {
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

/** What the columns mean. */
export const damageLegend =
  'SQNR of its values: against the source’s, in the finished model. Alone: SQNR of the model’s logits (else outputs) when nothing else is rounded, measured on calibration samples before any correction.';

function restSentence(rest: number): string {
  return rest === 0 ? '' : `${rest} other ${rest === 1 ? 'layer hurts' : 'layers hurt'} less.`;
}
