/** What a figure is counted in. `ratio` is a share of samples, 0..1. */
export type Unit = 'bytes' | 'ms' | 'ratio' | 'dB' | 'mse';

interface UnitFacts {
  /** Which direction is an improvement. */
  better: 'lower' | 'higher';
  /** Whether a change is told as a share of base (`+12.3 %`) or as a difference (`−0.4 pp`). */
  change: 'share' | 'difference';
  format(value: number): string;
  /** A difference without its sign. */
  formatDifference(value: number): string;
}

/** Everything there is to know of a unit, besides how limits are written (bound.ts). */
export const units: Record<Unit, UnitFacts> = {
  bytes: { better: 'lower', change: 'share', format: formatBytes, formatDifference: formatBytes },
  ms: { better: 'lower', change: 'share', format: formatMs, formatDifference: formatMs },
  ratio: {
    better: 'higher',
    change: 'difference',
    format: (value) => `${(value * 100).toFixed(1)} %`,
    formatDifference: (value) => `${atLeast(value * 100, 1)} pp`,
  },
  dB: {
    better: 'higher',
    change: 'difference',
    format: (value) => `${finite(value, (v) => v.toFixed(1))} dB`,
    formatDifference: (value) => `${finite(value, (v) => atLeast(v, 1))} dB`,
  },
  mse: { better: 'lower', change: 'share', format: significant, formatDifference: significant },
};

/** How much better (> 0) or worse (< 0) a change is, in the unit of `change`. */
export function gain(unit: Unit, change: number): number {
  return units[unit].better === 'lower' ? -change : change;
}

/** Bytes for reading: 812 B, 52.1 KB, 1.23 MB; 1 KB is 1000 bytes. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size < 1000) return `${bytes} B`;
  if (size < 999_950) return `${(bytes / 1e3).toFixed(1)} KB`;
  return size < 999_995_000 ? `${(bytes / 1e6).toFixed(2)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

const multiples = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** A count for reading: 812, 1.23 k, 52.1 k, 1.23 M. */
export function formatCount(count: number): string {
  const multiple = multiples.find(([size]) => count >= size * 0.9995);
  return multiple ? `${significant(count / multiple[0])} ${multiple[1]}` : String(Math.round(count));
}

/** A whole number in groups of three digits: 12,345. `toLocaleString` would load the rules of all languages, 15 ms. */
export function formatInteger(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function formatMs(ms: number): string {
  return `${significant(ms)} ms`;
}

/** Three digits without an exponent: 0.0123, 1.23, 12.3, 1234. */
function significant(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0 || !Number.isFinite(rounded)) return finite(rounded, String);
  const digits = 2 - Math.floor(Math.log10(Math.abs(rounded)));
  return value.toFixed(Math.min(12, Math.max(0, digits)));
}

/** A share with its sign: `+12.3 %`, `−0.04 %`, `±0 %`. */
export function formatShare(share: number): string {
  return signed(share, (value) => `${finite(value * 100, (percent) => atLeast(percent, 1))} %`);
}

/** Puts the sign of `value` before `format` of its magnitude. */
export function signed(value: number, format: (magnitude: number) => string): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return `${sign}${format(Math.abs(value))}`;
}

/** A magnitude with `decimals` decimals, or more where these would make 0 of it; 0 itself is `0`. */
function atLeast(value: number, decimals: number): string {
  if (value === 0) return '0';
  for (const places of [decimals, decimals + 1, decimals + 2]) {
    const text = value.toFixed(places);
    if (Number(text) !== 0) return text;
  }
  return `<${(10 ** -(decimals + 2)).toFixed(decimals + 2)}`;
}

function finite(value: number, format: (value: number) => string): string {
  if (Number.isFinite(value)) return format(value);
  return value < 0 ? '−∞' : '∞';
}
