import type { Notice } from '../compare/types.js';

/** One place where two configurations differ. */
interface ConfigChange {
  /** `limits.latency.fail`, `models[0].recipes`. */
  place: string;
  /** What stands there, as text; null: nothing. */
  before: string | null;
  after: string | null;
  /** True: something new is done besides, and nothing that was done is touched. */
  isAddition: boolean;
}

/** Lists of names, which are compared as sets: another order changes nothing. */
const lists = /(^|\.)(recipes|devices)$/;

/** Places where a new entry only makes more be done. */
const additions = /^(models\[\d+\]|recipes\.[^.]+|(models\[\d+\]\.)?(recipes|devices)|\$schema)$/;

/**
 * Where two configurations differ, in the order of the first, then of what only the second has.
 *
 * @param before what YAML made of the one, whatever it is
 */
export function configChanges(before: unknown, after: unknown, place = ''): ConfigChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isNames(before) && isNames(after) && lists.test(place)) return listChanges(before, after, place);
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, i) => configChanges(before[i], after[i], `${place}[${i}]`)).flat();
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => configChanges(before[key], after[key], place ? `${place}.${key}` : key));
  }
  const isAddition = before === undefined && additions.test(place);
  return [{ place, before: textOf(before), after: textOf(after), isAddition }];
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listChanges(before: string[], after: string[], place: string): ConfigChange[] {
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const change = (names: string[], isAddition: boolean): ConfigChange[] => {
    if (names.length === 0) return [];
    const text = textOf(names);
    return [{ place, before: isAddition ? null : text, after: isAddition ? text : null, isAddition }];
  };
  return [...change(removed, false), ...change(added, true)];
}

/** Longer values than this say no more. */
const maxText = 60;

function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : isNames(value) ? value.join(', ') : JSON.stringify(value);
  return text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text;
}

/** More places than these are told as a number. */
const maxPlaces = 4;

/** What a pull request changes of its own gate; null: nothing. */
export function configNotice(file: string, changes: readonly ConfigChange[]): Notice | null {
  if (changes.length === 0) return null;
  const loosens = changes.some(({ isAddition }) => !isAddition);
  const shown = [...changes].sort((a, b) => Number(a.isAddition) - Number(b.isAddition)).slice(0, maxPlaces);
  const places = shown.map(({ place, before, after }) => {
    const what = before === null ? 'new: ' : `${before} → `;
    return `${place} (${what}${after ?? 'nothing'})`;
  });
  const rest = changes.length - shown.length;
  const all = `${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const rule = loosens
    ? 'The base branch’s configuration judges; what is new is done besides'
    : 'It is done besides what the base branch’s configuration says';
  return { verdict: loosens ? 'warn' : 'pass', text: `This pull request changes ${file}: ${all}. ${rule}.` };
}
