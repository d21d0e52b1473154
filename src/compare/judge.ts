import { gain } from '../base/units.js';
import type { Bound } from './bound.js';
import type { Evidence } from './evidence.js';
import type { Lack } from './lack.js';
import type { Level, Levels } from './limits.js';
import type { ComparisonKind, Difference, Verdict } from './types.js';
import { type Change, changePhrase, figureName, limitPhrase, valuePhrase } from './wording.js';

/** What a limit makes of a change: a part of `Difference`. */
export type Judgement = Pick<Difference, 'verdict' | 'limit' | 'reason' | 'chance' | 'unmeasured'>;

/** A limit and the level that it belongs to. */
interface Limit {
  level: Level;
  bound: Bound;
}

/** What a judgement rests on. */
export interface Case {
  change: Change;
  kind: ComparisonKind;
  levels: Levels;
  /** Whether the change is more than chance; null for figures that are exact. */
  evidence: Evidence | null;
  /** Why figures are missing. */
  lacking: Lack;
  /** What a limit without its figure leads to; null: what breaking it would. */
  onUnmeasured: Level | null;
}

/** Rounding of decimal limits in binary: a change of exactly 3 % is not beyond +3%. */
const tolerance = 1e-9;

/** Judges one change by its limits, `fail` first; the worse of what is broken and what couldn't be judged. */
export function judge(judged: Case): Judgement {
  const { change, kind, levels, evidence, lacking } = judged;
  const limits = limitsOf(levels).filter(({ bound }) => kind !== 'new' || bound.kind === 'value');
  const fitting = limits.filter(({ bound }) => bound.unit === change.unit);
  const broken = fitting.find(({ bound }) => isBroken(change, bound));
  const breach = broken && judgeBroken(change, broken, kind, evidence);
  const unknown = judgeUnknown(judged, limits);
  if (unknown && (!breach || unknown.verdict === 'fail')) return unknown;
  if (breach) return breach;
  if (evidence && !evidence.significant && change.delta !== 0) return noise(change, kind, evidence);
  return judgeUnbroken(change, limits, fitting, lacking);
}

/** The bounds of all levels, `fail` first. */
function limitsOf(levels: Levels): Limit[] {
  return (['fail', 'warn'] as const).flatMap((level) =>
    (levels[level] ?? []).map((bound) => ({ level, bound })),
  );
}

/** The verdict of the first limit that lacks its figure; null: none does. */
function judgeUnknown({ change, lacking, onUnmeasured }: Case, limits: Limit[]): Judgement | null {
  for (const { level, bound } of limits) {
    const why = whyUnknown(bound, change, lacking);
    if (why === null) continue;
    const limit = `${level}: ${bound.text}`;
    const reason = `${figureName(change)} was not judged (${limitPhrase(level, bound)}): ${why}`;
    return { verdict: onUnmeasured ?? level, limit, reason, unmeasured: why };
  }
  return null;
}

function whyUnknown({ kind, unit }: Bound, change: Change, { head, base, otherUnit }: Lack): string | null {
  if (head !== null) return head;
  if (unit !== change.unit) return unit === otherUnit ? base : null;
  return kind === 'value' ? null : base;
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
  const chance = evidence.method;
  return { verdict, limit, reason: `${phrase} ${why}, which may be chance (${chance})`, chance };
}

function noise(change: Change, kind: ComparisonKind, { method }: Evidence): Judgement {
  return {
    verdict: 'noise',
    limit: null,
    reason: `${changePhrase(change, kind)}, which may be chance (${method})`,
    chance: method,
  };
}

function judgeUnbroken(change: Change, limits: Limit[], fitting: Limit[], { mended }: Lack): Judgement {
  const pass: Judgement = { verdict: 'pass', limit: null, reason: null };
  if (limits.length === 0) return pass;
  if (fitting.length === 0) return { ...pass, reason: notFitting(change, limits[0]!) };
  if (mended === null || fitting.every(({ bound }) => bound.kind === 'value')) return pass;
  return { ...pass, reason: `has nothing to compare its ${figureName(change)} with: base: ${mended}` };
}

function notFitting({ metric, unit }: Change, { level, bound }: Limit): string {
  return `isn't judged by "${level}: ${bound.text}": its ${metric} is measured in ${unit}`;
}
