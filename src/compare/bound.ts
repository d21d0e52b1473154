import type { Unit } from '../base/units.js';
import type { Metric } from './metrics.js';

/** The worst that a limit allows; a figure exactly there is still allowed. */
export interface Bound {
  /**
   * `share`: the change as a share of base; `change`: the change in the unit; `value`: the head's figure
   * itself, whatever base has.
   */
  kind: 'share' | 'change' | 'value';
  /** Unit of the figures that it can judge, and of `amount`. */
  unit: Unit;
  /** 0.05 for +5%, −0.01 for -1pp, bytes, milliseconds. */
  amount: number;
  /** As the user wrote it. */
  text: string;
}

/** What a number's ending says: the unit, how many of it, and which kinds of bound it can make. */
interface Ending {
  unit: Unit;
  factor: number;
  kinds: readonly Bound['kind'][];
}

const amounts: readonly Bound['kind'][] = ['change', 'value'];

/** Endings by metric unit. A percentage is a share of base, except that an accuracy can *be* 90 %. */
const endings: Record<string, readonly Ending[]> = {
  '%': [
    { unit: 'bytes', factor: 0.01, kinds: ['share'] },
    { unit: 'ms', factor: 0.01, kinds: ['share'] },
    { unit: 'mse', factor: 0.01, kinds: ['share'] },
    { unit: 'ratio', factor: 0.01, kinds: ['value'] },
  ],
  pp: [{ unit: 'ratio', factor: 0.01, kinds: ['change'] }],
  B: [{ unit: 'bytes', factor: 1, kinds: amounts }],
  KB: [{ unit: 'bytes', factor: 1e3, kinds: amounts }],
  MB: [{ unit: 'bytes', factor: 1e6, kinds: amounts }],
  KiB: [{ unit: 'bytes', factor: 1024, kinds: amounts }],
  MiB: [{ unit: 'bytes', factor: 1024 * 1024, kinds: amounts }],
  us: [{ unit: 'ms', factor: 1e-3, kinds: amounts }],
  ms: [{ unit: 'ms', factor: 1, kinds: amounts }],
  s: [{ unit: 'ms', factor: 1e3, kinds: amounts }],
  dB: [{ unit: 'dB', factor: 1, kinds: amounts }],
  mse: [{ unit: 'mse', factor: 1, kinds: ['value'] }],
};

/** A bound as text: sign, number, ending. */
export const boundPattern = /^([+-]?)(\d+(?:\.\d+)?)\s*(%|pp|B|KB|kB|MB|KiB|MiB|us|ms|s|dB|mse)?$/;

/**
 * Reads a bound: with a sign (`+5%`, `-1pp`, `+2ms`) it limits the change against base, without one
 * (`120KB`, `15ms`, `90%`) the figure itself.
 *
 * @returns the bound, or what is wrong with it and the way out
 */
export function parseBound(text: string, metric: Metric): Bound | { problem: string; hint: string } {
  const [, sign = '', digits = '', ending = ''] = boundPattern.exec(text.trim()) ?? [];
  const hint = `Write ${examplesOf(metric)}`;
  if (digits === '') return { problem: `"${text}" is no limit`, hint };
  const matches = (endings[ending === 'kB' ? 'KB' : ending] ?? []).filter(({ unit }) =>
    metric.units.includes(unit),
  );
  const match = matches.find(({ kinds }) => kinds.some((kind) => (kind === 'value') === (sign === '')));
  if (!match) return { problem: wrongEnding(text, metric, ending, sign), hint };
  if (match.unit === 'mse' && sign === '-' && metric.units.includes('ratio')) {
    return {
      problem: `"${text}" of an accuracy can mean two things`,
      hint: 'Write -1pp for one percentage point',
    };
  }
  const kind = match.kinds.find((candidate) => (candidate === 'value') === (sign === ''))!;
  const amount = Number(digits) * match.factor * (sign === '-' ? -1 : 1);
  return { kind, unit: match.unit, amount, text: text.trim() };
}

function wrongEnding(text: string, metric: Metric, ending: string, sign: string): string {
  if (ending === '') return `"${text}" has no unit`;
  if (ending === '%' || ending === 'pp') {
    return sign === ''
      ? `"${text}" needs a sign: it limits the change against base`
      : `"${text}" can't limit ${metric.name}`;
  }
  return `"${text}" can't limit ${metric.name}`;
}

function examplesOf({ units }: Metric): string {
  if (units.includes('ratio'))
    return '-1pp (change) or 90% (value); -3dB or 30dB for SQNR; +5% or 0.02mse for errors';
  return units.includes('ms')
    ? '+5% or +2ms (change), or 15ms (value)'
    : '+5% or +2KB (change), or 120KB (value)';
}
