import type { Measurement } from '../compare/measurement.js';
import type { Comparison, Report } from '../compare/types.js';

/** Per-sample data of evaluations: what paired tests read, hundreds of numbers that nobody else does. */
const leftOut = new Set(['correct', 'errors']);

/** Keys that come first, in this order; all others follow by the alphabet. */
const leading = [
  'schemaVersion',
  'verdict',
  'summary',
  'name',
  'file',
  'recipe',
  'kind',
  'status',
  'metric',
  'device',
];

/**
 * The report as JSON text, the same bytes for the same report whatever order its objects were made in.
 * Figures that JSON has no number for (an infinite SQNR) are null.
 */
export function renderJson(report: Report): string {
  return `${JSON.stringify(plain(withoutRepeats(report)), null, 2)}\n`;
}

/**
 * A recipe's result is told beside its source once more, after each was told with its own base: tables of
 * layers, by far the largest part of a measurement, stand there only.
 */
function withoutRepeats(report: Report): unknown {
  const comparisonOf = (comparison: Comparison) => {
    const { kind, base, head } = comparison;
    return kind === 'recipe'
      ? { ...comparison, base: withoutLayers(base), head: withoutLayers(head) }
      : comparison;
  };
  const models = report.models.map((model) => ({
    ...model,
    comparisons: model.comparisons.map(comparisonOf),
  }));
  return { ...report, models };
}

function withoutLayers(measurement: Measurement | null): unknown {
  if (!measurement) return null;
  const { quantization: _, zeros: ___, devices, ...rest } = measurement;
  return { ...rest, devices: devices.map(({ layers: __, ...device }) => device) };
}

/** A value as JSON holds it, keys in a fixed order. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => !leftOut.has(key) && item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => compareKeys(a, b)).map(([key, item]) => [key, plain(item)]),
  );
}

function compareKeys(a: string, b: string): number {
  const order = rank(a) - rank(b);
  return order !== 0 ? order : a < b ? -1 : 1;
}

function rank(key: string): number {
  const place = leading.indexOf(key);
  return place < 0 ? leading.length : place;
}
