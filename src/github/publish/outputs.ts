import { gain, units } from '../../base/units.js';
import { findingClauses } from '../../compare/finding-words.js';
import { metrics } from '../../compare/metrics.js';
import type { Report } from '../../compare/types.js';
import type { Runner } from './runner.js';

/**
 * The step's outputs: `verdict`, and for each metric `METRIC-change`, the worst change of head against
 * base over all models, variants and devices. It is a share of base (`0.031` = 3.1 % more), or for
 * units that are compared by difference that difference (`-0.012` = 1.2 points of accuracy less). Empty
 * where nothing was compared.
 */
export function stepOutputs(report: Report): Record<string, string> {
  const changes = metrics.map(({ name }) => [`${name}-change`, worstChange(report, name)]);
  return { verdict: report.verdict, ...Object.fromEntries(changes) };
}

function worstChange(report: Report, metric: string): string {
  let worst: { change: number; gain: number } | null = null;
  const comparisons = report.models.flatMap((model) => model.comparisons);
  for (const { kind, differences } of comparisons) {
    if (kind !== 'model' && kind !== 'variant') continue;
    for (const difference of differences.filter((each) => each.metric === metric)) {
      const { unit, relative, delta } = difference;
      const change = units[unit].change === 'share' ? relative : delta;
      if (change === null || !Number.isFinite(change)) continue;
      if (!worst || gain(unit, change) < worst.gain) worst = { change, gain: gain(unit, change) };
    }
  }
  return worst ? String(Number(worst.change.toPrecision(6))) : '';
}

/** "10 warning annotations, 10 error annotations […] per step"; the rest would not be shown. */
const maxAnnotations = 10;

/** Marks broken limits, and models that could not be judged, at their files in the pull request. */
export function annotate(runner: Runner, report: Report): void {
  noteNotices(runner, report);
  for (const verdict of ['fail', 'warn'] as const) {
    const say = verdict === 'fail' ? runner.error : runner.warning;
    const marks = [...problems(report, verdict), ...brokenLimits(report, verdict)];
    for (const { message, file } of marks.slice(0, maxAnnotations)) say(message, { title: 'litetrim', file });
  }
}

/** Tells what must be known of the run as a whole, of no file in particular. */
function noteNotices(runner: Runner, { notices }: Report): void {
  const say = { fail: runner.error, warn: runner.warning, pass: runner.notice };
  for (const { verdict, text } of notices.slice(0, maxAnnotations)) say[verdict](text);
}

/** What an annotation says, and of which file. */
interface Mark {
  message: string;
  file: string;
}

/** A problem is a failure where nothing of the model could be compared, else a warning. */
function problems(report: Report, verdict: 'fail' | 'warn'): Mark[] {
  return report.models
    .filter(({ comparisons }) => (comparisons.length === 0) === (verdict === 'fail'))
    .flatMap((model) => model.problems.map((message) => ({ message, file: model.file })));
}

/** One a model: all that limits say of it. */
function brokenLimits(report: Report, verdict: 'fail' | 'warn'): Mark[] {
  const clauses = findingClauses(report, verdict);
  const files = [...new Set(clauses.map(({ files: [first] }) => first!))];
  return files.map((file) => {
    const own = clauses.filter(({ files: [first] }) => first === file);
    return { message: own.map(({ text }) => text).join('; '), file };
  });
}
