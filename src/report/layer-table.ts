import { formatCount, formatShare, signed, units } from '../base/units.js';
import { subjectOf } from '../compare/finding-words.js';
import { type LayerChange, type LayerFigures, layerChanges, layerFigures } from '../compare/layers.js';
import type { Comparison, Report } from '../compare/types.js';
import type { DeviceMeasurement, LayerCost } from '../device/types.js';
import type { SectionTable } from './section.js';

/** A table of layers. */
export interface LayerTable extends SectionTable {
  /** Whether sparse kernels ran some of its layers. */
  sparse: boolean;
}

/** Rows of one table; the other layers changed less, or cost less. */
const maxRows = 10;

/** What a layer that XNNPACK left to LiteRT's own kernels is marked with. */
export const notDelegated = '⚠️ not XNNPACK';

/** What two multiply-accumulates in one cell mean. */
export const macsLegend = 'MACs a of b: a sparse kernel ran, and left out those by weights that are zero.';

const layerLegend =
  'Misses: cache lines that level 1, level 2 and so on did not have. Bound: what the layer spends most of its cycles on. not XNNPACK: it fell out of the delegate, and LiteRT’s own kernel ran it.';

/** What the columns of some tables mean. */
export const legendOf = (tables: readonly LayerTable[]): string =>
  tables.some(({ sparse }) => sparse) ? `${layerLegend} ${macsLegend}` : layerLegend;

/**
 * Layers that changed: models and variants against base, and variants that are slower than what they were
 * made from against that.
 */
export function changedLayers(report: Report): LayerTable[] {
  return comparisonsOf(report).flatMap((comparison) =>
    pairsOf(comparison).flatMap(([base, head]) => {
      const told = comparison.kind !== 'recipe' || isSlower(comparison, head.device);
      const changes = told ? layerChanges(base, head) : [];
      return changes.length > 0 ? [changeTable(subjectOfChange(comparison), head.device, changes)] : [];
    }),
  );
}

/** The costliest layers of all models and variants, or of those that have no base. */
export function costliestLayers(report: Report, which: 'all' | 'new'): LayerTable[] {
  const kinds = which === 'all' ? ['model', 'variant', 'new'] : ['new'];
  return comparisonsOf(report)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((comparison) =>
      (comparison.head?.devices ?? []).map((measured) => costTable(subjectOf(comparison), measured)),
    )
    .filter(({ rows }) => rows.length > 0);
}

function comparisonsOf({ models }: Report): Comparison[] {
  return models.flatMap(({ comparisons }) => comparisons);
}

/** What was measured on the same device of both sides. */
function pairsOf({ base, head }: Comparison): [DeviceMeasurement, DeviceMeasurement][] {
  return (head?.devices ?? []).flatMap((measured) => {
    const before = base?.devices.find(({ device }) => device === measured.device);
    return before ? [[before, measured] as [DeviceMeasurement, DeviceMeasurement]] : [];
  });
}

function isSlower({ differences }: Comparison, device: string): boolean {
  const latency = differences.find((one) => one.metric === 'latency' && one.device === device);
  return latency?.verdict === 'warn' || latency?.verdict === 'fail';
}

function subjectOfChange(comparison: Comparison): string {
  const subject = subjectOf(comparison);
  return comparison.kind === 'recipe' ? `${subject}, against its source` : subject;
}

const names = ['Layer', 'Kernel', 'Bound'];
const facts = ['Share', 'Cycles', 'MACs', 'Misses'];

function changeTable(subject: string, device: string, changes: LayerChange[]): LayerTable {
  const rows = changes.slice(0, maxRows).map(changeCells);
  const more = changes.length - rows.length;
  const rest = more > 0 ? `${more} others changed less.` : '';
  const sparse = changes.some(({ base, head }) => [base, head].some(isSparse));
  const header = [...names, 'Base', 'Head', 'Change', ...facts];
  return { subject, device, header, rows, names: names.length, rest, sparse };
}

function costTable(subject: string, measured: DeviceMeasurement): LayerTable {
  const all = layerFigures(measured);
  const rows = all
    .slice(0, maxRows)
    .map((layer) => [...nameCells([layer]), units.ms.format(layer.ms), ...factCells([layer])]);
  const more = all.length - rows.length;
  const rest = more > 0 ? `${more} others cost less.` : '';
  const header = [...names, 'Latency', ...facts];
  const sparse = all.some(isSparse);
  return { subject, device: measured.device, header, rows, names: names.length, rest, sparse };
}

const isSparse = (layer: LayerFigures | null): boolean => layer?.effectiveMacs !== undefined;

function changeCells({ base, head }: LayerChange): string[] {
  const change = (head?.ms ?? 0) - (base?.ms ?? 0);
  const share = base && base.ms > 0 ? ` (${formatShare(change / base.ms)})` : '';
  const sides = [base, head].filter((side) => side !== null);
  return [
    ...nameCells(sides),
    base ? units.ms.format(base.ms) : '–',
    head ? units.ms.format(head.ms) : '–',
    `${signed(change, units.ms.formatDifference)}${share}`,
    ...factCells(sides),
  ];
}

/** Cells of the columns `names`; base and head where they differ. */
function nameCells(sides: LayerFigures[]): string[] {
  return [nameOf(sides), ...cells(sides, [kernelOf, ({ bound }) => bound ?? '–'])];
}

/** Cells of the columns `facts`. */
function factCells(sides: LayerFigures[]): string[] {
  return cells(sides, [
    ({ share }) => units.ratio.format(share),
    ({ cycles }) => (cycles === null ? '–' : formatCount(cycles)),
    (layer) => macsText(layer, formatCount),
    ({ misses }) => misses.map(formatCount).join(' / ') || '–',
  ]);
}

/** A layer's multiply-accumulates: `51.4 M`; where a sparse kernel left some out, `10.3 M of 51.4 M`. */
export function macsText(
  { macs, effectiveMacs }: Pick<LayerCost, 'macs' | 'effectiveMacs'>,
  format: (count: number) => string,
): string {
  if (macs === null) return '–';
  return effectiveMacs === undefined ? format(macs) : `${format(effectiveMacs)} of ${format(macs)}`;
}

function cells(sides: LayerFigures[], texts: ((side: LayerFigures) => string)[]): string[] {
  return texts.map((text) => [...new Set(sides.map(text))].join(' → '));
}

/** `3 Softmax (NC, F32)`; `3 → 5 Softmax (NC, F32)` where it only has another place. */
function nameOf(sides: LayerFigures[]): string {
  const operators = [...new Set(sides.map(({ operator }) => operator))];
  const names = sides.map(({ index, operator }) =>
    operators.length > 1 ? `${index} ${operator}` : `${index}`,
  );
  const name = [...new Set(names)].join(' → ');
  return operators.length > 1 ? name : `${name} ${operators[0]}`;
}

function kernelOf({ kernel, delegated }: LayerFigures): string {
  return delegated ? (kernel ?? '') : notDelegated;
}
