import type { Bound } from './bound.js';
import type { Evidence } from './evidence.js';
import type { Level, Levels } from './limits.js';
import type { ComparisonKind, Difference, Verdict } from './types.js';
import { gain } from './units.js';
import { type Change, changePhrase, limitPhrase, valuePhrase } from './wording.js';

/** What a limit makes of a change: a part of `Difference`. */
export type Judgement = Pick<Difference, 'verdict' | 'limit' | 'reason'>;

/** A limit and the level that it belongs to. */
interface Limit {
  level: Level;
  bound: Bound;
}

/** Rounding of decimal limits in binary: a change of exactly 3 % is not beyond +3%. */
const tolerance = 1e-9;

/**
 * Judges one change by its limits, `fail` first.
 *
 * @param evidence whether the change is more than chance; null for figures that are exact
 */
export function judge(
  change: Change,
  levels: Levels,
  kind: ComparisonKind,
  evidence: Evidence | null,
): Judgement {
  const limits = (['fail', 'warn'] as const).flatMap((level) =>
    (levels[level] ?? []).map((bound) => ({ level, bound })),
  );
  const fitting = limits.filter(({ bound }) => bound.unit === change.unit);
  const broken = fitting.find(({ bound }) => isBroken(change, bound));
  if (broken) return judgeBroken(change, broken, kind, evidence);
  if (evidence && !evidence.significant && change.delta !== 0) return noise(change, kind, evidence);
  return judgeUnbroken(change, limits, fitting, kind);
}

function isBroken(change: Change, bound: Bound): boolean {
  const figure = figureFor(change, bound);
  if (figure === null) return false;
  return gain(change.unit, figure - bound.amount) < -tolerance * Math.max(1e-3, Math.abs(bound.amount));
}

/** What the bound limits; null where it isn't known. */
function figureFor({ head, delta, relative }: Change, { kind }: Bound): number | null {
  if (kind === 'value') return head;
  if (kind === 'change' || delta === null) return delta;
  return relative ?? (delta === 0 ? 0 : Math.sign(delta) * Infinity);
}

function judgeBroken(
  change: Change,
  { level, bound }: Limit,
  kind: ComparisonKind,
  evidence: Evidence | null,
): Judgement {
  const limit = `${level}: ${bound.text}`;
  const why = `(${limitPhrase(level, bound)})`;
  if (bound.kind === 'value') return { verdict: level, limit, reason: `${valuePhrase(change)} ${why}` };
  const phrase = changePhrase(change, kind);
  // That a gain which was asked for didn't come is no chance, however small the difference is.
  const loss = gain(change.unit, change.delta!) < 0;
  if (!evidence || evidence.significant || !loss)
    return { verdict: level, limit, reason: `${phrase} ${why}` };
  const verdict: Verdict = level === 'fail' ? 'warn' : 'noise';
  return { verdict, limit, reason: `${phrase} ${why}, which may be chance (${evidence.method})` };
}

function noise(change: Change, kind: ComparisonKind, { method }: Evidence): Judgement {
  return {
    verdict: 'noise',
    limit: null,
    reason: `${changePhrase(change, kind)}, which may be chance (${method})`,
  };
}

function judgeUnbroken(change: Change, limits: Limit[], fitting: Limit[], kind: ComparisonKind): Judgement {
  const pass: Judgement = { verdict: 'pass', limit: null, reason: null };
  const against = kind === 'new' ? limits.filter(({ bound }) => bound.kind === 'value') : limits;
  if (against.length === 0) return pass;
  if (fitting.length === 0) return { ...pass, reason: notFitting(change, against[0]!) };
  const unknown = fitting.find(({ bound }) => kind !== 'new' && figureFor(change, bound) === null);
  if (!unknown) return pass;
  const limit = `${unknown.level}: ${unknown.bound.text}`;
  const figure = `${change.metric}${change.device ? ` on ${change.device}` : ''}`;
  const reason = `can't be judged by "${limit}": ${change.head === null ? 'head' : 'base'} has no ${figure}`;
  return { verdict: 'warn', limit, reason };
}

function notFitting({ metric, unit }: Change, { level, bound }: Limit): string {
  return `isn't judged by "${level}: ${bound.text}": its ${metric} is measured in ${unit}`;
}
