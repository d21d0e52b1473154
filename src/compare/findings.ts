import { gain, units } from '../base/units.js';
import type { MetricName } from './metrics.js';
import type { Comparison, Difference, Report } from './types.js';

/** A difference worth telling, and of what it is. */
export interface Finding {
  comparison: Comparison;
  difference: Difference;
}

/** Findings that say one thing of one model: a metric, on whatever devices and in whatever variants. */
export interface FindingGroup {
  file: string;
  metric: MetricName;
  verdict: 'fail' | 'warn';
  /** In the order of the report, the model's own before its variants'. */
  findings: [Finding, ...Finding[]];
}

/** The differences with a verdict, in the order of the report, the model's own before its variants'. */
export function findings(report: Pick<Report, 'models'>, verdict: Difference['verdict']): Finding[] {
  return report.models
    .flatMap(({ comparisons }) => comparisons)
    .flatMap((comparison) => comparison.differences.map((difference) => ({ comparison, difference })))
    .filter(({ difference }) => difference.verdict === verdict);
}

/** Those whose limit lacks the figure that it judges. */
export const isUnmeasured = ({ difference }: Finding): boolean => difference.unmeasured !== undefined;

/**
 * Findings that were judged, one group for each thing that they say, dealt over the models: of each model the largest
 * loss, the worst model first, then of each the next.
 */
export function findingGroups(report: Pick<Report, 'models'>, verdict: 'fail' | 'warn'): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings(report, verdict)) {
    if (isUnmeasured(finding)) continue;
    const { file, metric } = { ...finding.comparison, ...finding.difference };
    const key = JSON.stringify([file, metric, ...formOf(finding)]);
    const known = groups.get(key);
    if (known) known.findings.push(finding);
    else groups.set(key, { file, metric, verdict, findings: [finding] });
  }
  return deal([...groups.values()]);
}

/** What tells apart what is said in other words: of figures, of changes from base, of a recipe's price; and of chance. */
function formOf({ comparison, difference }: Finding): unknown[] {
  const what = isOfFigure(difference) ? 'figure' : comparison.kind === 'recipe' ? 'recipe' : 'change';
  return [what, difference.chance !== undefined];
}

/** Whether the limit is one on the figure itself, not on its change. */
export function isOfFigure({ limit, delta }: Difference): boolean {
  return delta === null || !/: [+-]/.test(limit ?? '');
}

/** Takes one of each model in turn, those with the largest losses first. */
function deal(groups: FindingGroup[]): FindingGroup[] {
  const worstFirst = [...groups].sort((a, b) => worstLoss(b) - worstLoss(a));
  const turns = new Map<string, number>();
  const turn = worstFirst.map(({ file }) => {
    const before = turns.get(file) ?? 0;
    turns.set(file, before + 1);
    return before;
  });
  return worstFirst
    .map((group, i) => ({ group, turn: turn[i]! }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ group }) => group);
}

const worstLoss = ({ findings: all }: FindingGroup): number => Math.max(...all.map(loss));

/** The finding with the largest loss. */
export function worstOf(all: readonly Finding[]): Finding {
  return all.reduce((worst, finding) => (loss(finding) > loss(worst) ? finding : worst));
}

/** How much worse than base, as a share: only to order what is told first. */
function loss({ comparison, difference: { unit, delta, relative } }: Finding): number {
  const kind = comparison.kind === 'recipe' ? 0 : 1;
  const change = units[unit].change === 'share' ? relative : delta;
  return kind * 1e6 - (change === null ? 0 : gain(unit, change));
}
