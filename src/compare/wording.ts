import { formatShare, gain, signed, type Unit, units } from '../base/units.js';
import type { Bound } from './bound.js';
import { metricOf } from './metrics.js';
import type { ComparisonKind, Difference } from './types.js';

/** What words need of a difference. */
export type Change = Pick<Difference, 'metric' | 'device' | 'unit' | 'base' | 'head' | 'delta' | 'relative'>;

/** `latency on raspberry-pi-4`, `size`. */
export function figureName({ metric, device }: Pick<Change, 'metric' | 'device'>): string {
  return `${metric}${device === null ? '' : ` on ${device}`}`;
}

/** A change with its sign, as tables show it: `+12.3 %`, `−0.4 pp`, `±0 %`; null where there is none. */
export function changeText({ unit, delta, relative }: Change): string | null {
  if (delta === null) return null;
  const { change, formatDifference } = units[unit];
  if (change === 'difference') return signed(delta, formatDifference);
  return relative !== null ? formatShare(relative) : signed(delta, formatDifference);
}

/** "became 12.3 % slower on raspberry-pi-4". `delta` isn't null. */
export function changePhrase(change: Change, kind: ComparisonKind): string {
  const where = change.device === null ? '' : ` on ${change.device}`;
  if (change.delta === 0) return `kept its ${change.metric}${where}`;
  const { words } = metricOf(change.metric);
  const word = gain(change.unit, change.delta!) < 0 ? words.worse : words.better;
  const amount = changeText(change)!.replace(/^[+−±]/, '');
  const phrase = `${amount} ${word}${where}`;
  return kind === 'recipe' ? `is ${phrase} than the model it was made from` : `became ${phrase}`;
}

/** "has a latency of 16.1 ms on raspberry-pi-4". `head` isn't null. */
export function valuePhrase({ metric, device, unit, head }: Change): string {
  const where = device === null ? '' : ` on ${device}`;
  const article = /^[aeiou]/.test(metric) ? 'an' : 'a';
  return `has ${article} ${metric} of ${units[unit].format(head!)}${where}`;
}

/** "limit: fail beyond +3%", "limit: warn above 15ms". */
export function limitPhrase(level: string, bound: Bound): string {
  return limitText(level, bound.text, bound.kind === 'value', bound.unit);
}

/** The same of a judged difference, whose limit is `fail: +3%`; empty where none decided. */
export function limitOf({ limit, unit }: Pick<Difference, 'limit' | 'unit'>): string {
  const [, level, text] = /^(\w+): (.*)$/s.exec(limit ?? '') ?? [];
  return level === undefined ? '' : limitText(level, text!, !/^[+-]/.test(text!), unit);
}

function limitText(level: string, text: string, isOfFigure: boolean, unit: Unit): string {
  const worse = units[unit].better === 'lower' ? 'above' : 'below';
  return `limit: ${level} ${isOfFigure ? worse : 'beyond'} ${text}`;
}
