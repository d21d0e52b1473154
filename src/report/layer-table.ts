import { type LayerChange, type LayerFigures, layerChanges, layerFigures } from '../compare/layers.js';
import { subjectOf } from '../compare/report.js';
import type { Comparison, Report } from '../compare/types.js';
import { formatCount, formatShare, signed, units } from '../compare/units.js';
import type { DeviceMeasurement } from '../device/types.js';

/** A table of layers as every view shows it: text cells, the first two columns names. */
export interface LayerTable {
  /** What it is about: `models/kws.tflite with int8`. */
  subject: string;
  device: string;
  header: string[];
  rows: string[][];
  /** What isn't in it, in a sentence; empty where all is. */
  rest: string;
}

/** Rows of one table; the other layers changed less, or cost less. */
const maxRows = 10;

/** What a layer that XNNPACK left to LiteRT's own kernels is marked with. */
export const notDelegated = '⚠️ not XNNPACK';

export const layerLegend =
  'Misses: cache lines that level 1, level 2 and so on did not have. Bound: what the layer spends most of its cycles on. not XNNPACK: it fell out of the delegate, and LiteRT’s own kernel ran it.';

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

function changeTable(subject: string, device: string, changes: LayerChange[]): LayerTable {
  const rows = changes.slice(0, maxRows).map(changeCells);
  const more = changes.length - rows.length;
  const rest = more > 0 ? `${more} others changed less.` : '';
  const header = ['Layer', 'Kernel', 'Bound', 'MACs', 'Misses', 'Cycles', 'Share', 'Base', 'Head', 'Change'];
  return { subject, device, header, rows, rest };
}

function costTable(subject: string, measured: DeviceMeasurement): LayerTable {
  const all = layerFigures(measured);
  const rows = all.slice(0, maxRows).map((layer) => [...factsOf([layer]), units.ms.format(layer.ms)]);
  const more = all.length - rows.length;
  const rest = more > 0 ? `${more} others cost less.` : '';
  const header = ['Layer', 'Kernel', 'Bound', 'MACs', 'Misses', 'Cycles', 'Share', 'Latency'];
  return { subject, device: measured.device, header, rows, rest };
}

function changeCells({ base, head }: LayerChange): string[] {
  const change = (head?.ms ?? 0) - (base?.ms ?? 0);
  const share = base && base.ms > 0 ? ` (${formatShare(change / base.ms)})` : '';
  return [
    ...factsOf([base, head].filter((side) => side !== null)),
    base ? units.ms.format(base.ms) : '–',
    head ? units.ms.format(head.ms) : '–',
    `${signed(change, units.ms.formatDifference)}${share}`,
  ];
}

/** All that is said of a layer but its time; of base and head where both have it. */
function factsOf(sides: LayerFigures[]): string[] {
  const facts: ((side: LayerFigures) => string)[] = [
    nameOf,
    kernelOf,
    ({ bound }) => bound ?? '–',
    ({ macs }) => (macs === null ? '–' : formatCount(macs)),
    ({ misses }) => misses.map(formatCount).join(' / ') || '–',
    ({ cycles }) => (cycles === null ? '–' : formatCount(cycles)),
    ({ share }) => units.ratio.format(share),
  ];
  return facts.map((fact) => [...new Set(sides.map(fact))].join(' → '));
}

function nameOf({ index, operator, layers }: LayerFigures): string {
  return index === null ? `${operator}, ${layers} layers` : `${index} ${operator}`;
}

function kernelOf({ kernels, delegated }: LayerFigures): string {
  return [...kernels, ...(delegated ? [] : [notDelegated])].join(', ');
}
