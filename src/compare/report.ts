import { someOf } from '../base/shorten.js';
import { gain, units } from '../base/units.js';
import { worstVerdict } from './compare.js';
import { metricOf } from './metrics.js';
import type { Comparison, Difference, ModelReport, Notice, Report, Verdict } from './types.js';
import { changePhrase, figureName } from './wording.js';

/** What a report is made of besides what follows from it. */
type ReportInput = Omit<Report, 'schemaVersion' | 'verdict' | 'summary'>;

/** Completes a report: models by path, the verdict over all, and the sentence that says why. */
export function buildReport(input: ReportInput): Report {
  const models = [...input.models].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const { baseSha, headSha, environment, omissions } = input;
  const notices = sortWorstFirst(input.notices);
  const verdict = worstVerdict([...models.map((model) => ({ verdict: modelVerdict(model) })), ...notices]);
  const summary = summarize({ models, notices }, verdict);
  return { schemaVersion: 1, verdict, summary, baseSha, headSha, models, environment, notices, omissions };
}

function sortWorstFirst(notices: readonly Notice[]): Notice[] {
  const rank: Record<Notice['verdict'], number> = { fail: 0, warn: 1, pass: 2 };
  return [...notices].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** The worst of a model's comparisons; a problem is a failure, since something was not judged. */
export function modelVerdict({ comparisons, problems }: ModelReport): Verdict {
  return problems.length > 0 ? 'fail' : worstVerdict(comparisons);
}

/** A difference worth telling, and of what it is. */
interface Finding {
  comparison: Comparison;
  difference: Difference;
}

/** The differences with a verdict, in the order of the report, the model's own before its variants'. */
export function findings(report: Pick<Report, 'models'>, verdict: Verdict): Finding[] {
  return report.models
    .flatMap(({ comparisons }) => comparisons)
    .flatMap((comparison) => comparison.differences.map((difference) => ({ comparison, difference })))
    .filter(({ difference }) => difference.verdict === verdict);
}

/** What a sentence about a comparison begins with: `models/kws.tflite with int8`. */
export function subjectOf({ file, recipe }: Comparison): string {
  return recipe === null ? file : `${file} with ${recipe}`;
}

type Judged = Pick<Report, 'models' | 'notices'>;

function summarize(report: Judged, verdict: Verdict): string {
  const { models } = report;
  if (verdict === 'fail' || verdict === 'warn') return worstReason(report, verdict);
  if (models.length === 0) return 'No model changed.';
  const best = bestImprovement(models);
  const counted = countSentence(models);
  const uncertain = findings({ models }, 'noise').some(({ comparison }) => comparison.kind !== 'recipe');
  const noise = uncertain ? ' Some differences may be chance.' : '';
  return `${best ? `${best}, and no limit is broken` : 'No limit is broken'}: ${counted}.${noise}`;
}

function worstReason(report: Judged, verdict: Verdict): string {
  const [first, ...others] = [
    ...problemSentences(report, verdict),
    ...findingSentences(report, verdict),
    ...report.notices
      .filter((notice) => notice.verdict === verdict)
      .map(({ text }) => text.replace(/\.$/, '')),
  ];
  const rest = others.length;
  const more = verdict === 'fail' ? plural(rest, 'more failure') : plural(rest, 'more warning');
  return `${first}${rest > 0 ? `, and ${more}` : ''}.`;
}

function problemSentences(report: Judged, verdict: Verdict): string[] {
  if (verdict !== 'fail') return [];
  return problemsOf(report).map((problem) => problem.replace(/\.$/, ''));
}

/**
 * What findings say, each a clause that begins with its subject, the largest losses first. Limits that lack their
 * figure for the same reason are told in one.
 */
export function findingSentences(report: Pick<Report, 'models'>, verdict: Verdict): string[] {
  const judged = findings(report, verdict).filter(({ difference }) => difference.unmeasured === undefined);
  const worstFirst = judged.sort((a, b) => loss(b) - loss(a));
  return [...worstFirst.map(findingSentence), ...unmeasuredSentences(report, verdict)];
}

/** What limits of a level lack, a clause for each cause. */
export function unmeasuredSentences(report: Pick<Report, 'models'>, verdict: Verdict): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings(report, verdict)) {
    const { unmeasured } = finding.difference;
    if (unmeasured !== undefined) groups.set(unmeasured, [...(groups.get(unmeasured) ?? []), finding]);
  }
  return [...groups.values()].map(unmeasuredSentence);
}

/** What one finding says, as a clause that begins with its subject. */
export function findingSentence({ comparison, difference }: Finding): string {
  const { unmeasured, reason, metric, limit } = difference;
  const what = reason ?? `breaks the limit of ${metric} (${limit})`;
  return `${subjectOf(comparison)}${unmeasured === undefined ? '' : ':'} ${what}`;
}

/** One cause that left several limits without their figure. */
function unmeasuredSentence(group: Finding[]): string {
  const [first] = group;
  if (group.length === 1) return findingSentence(first!);
  const subjects = [...new Set(group.map(({ comparison }) => subjectOf(comparison)))];
  const figures = [...new Set(group.map(({ difference }) => figureName(difference)))];
  const limits = [...new Set(group.map(({ difference }) => difference.limit))];
  const which = limits.length === 1 ? ` (limit: ${limits[0]})` : '';
  const were = figures.length > 1 ? 'were' : 'was';
  return `${someOf(subjects, maxNamed)}: ${someOf(figures, maxNamed)} ${were} not judged${which}: ${first!.difference.unmeasured}`;
}

/** More names than these are told as a number. */
const maxNamed = 3;

/** What could not be done, each with its model; problems of input name their file already. */
export function problemsOf({ models }: Pick<Report, 'models'>): string[] {
  return models.flatMap(({ file, problems }) =>
    problems.map((problem) => (problem.includes(file) ? problem : `${file}: ${problem}`)),
  );
}

/** What was left out for all models, but for what the findings say already. */
export function omissionsOf(report: Pick<Report, 'models' | 'omissions'>): string[] {
  const all = [...findings(report, 'fail'), ...findings(report, 'warn')];
  const reasons = all.flatMap(({ difference }) => difference.unmeasured ?? []);
  // A reason that others share, as the budget, says nothing of what else it left out.
  return report.omissions.filter((omission) => !reasons.some((reason) => omission.endsWith(`: ${reason}.`)));
}

/** What was said of models as a whole: why one isn't compared with its base. */
export function modelNotes({ models }: Pick<Report, 'models'>): string[] {
  return models.flatMap(({ file, notes }) => notes.map((note) => `${file}: ${note}`));
}

/** How much worse than base, as a share: only to order what is told first. */
function loss({ comparison, difference: { unit, delta, relative } }: Finding): number {
  const kind = comparison.kind === 'recipe' ? 0 : 1;
  const change = units[unit].change === 'share' ? relative : delta;
  return kind * 1e6 - (change === null ? 0 : gain(unit, change));
}

function bestImprovement(models: ModelReport[]): string | null {
  const gains = findings({ models }, 'pass')
    .filter(({ comparison: { kind } }) => kind === 'model' || kind === 'variant')
    .filter(
      ({ difference }) => isImprovement(difference) && metricOf(difference.metric).follows === undefined,
    )
    .sort((a, b) => share(b.difference) - share(a.difference));
  const best = gains[0];
  return best ? `${subjectOf(best.comparison)} ${changePhrase(best.difference, best.comparison.kind)}` : null;
}

/** Improvements by less of base's figure than this aren't worth a mark. */
const noteworthy = 0.005;

/** Whether a difference is for the better, by more than chance and more than a trifle. */
export function isImprovement(difference: Difference): boolean {
  return difference.verdict === 'pass' && share(difference) >= noteworthy;
}

function share({ unit, relative }: Difference): number {
  return gain(unit, relative ?? 0);
}

function countSentence(models: ModelReport[]): string {
  const count = (status: ModelReport['status']) => models.filter((model) => model.status === status).length;
  const variants = models.flatMap(({ comparisons }) => comparisons.map(({ head }) => head));
  const recipes = new Set(
    variants.filter((head) => head?.recipe != null).map((head) => `${head!.file}\0${head!.recipe}`),
  );
  const parts = [
    [count('changed'), 'changed model'],
    [count('added'), 'new model'],
    [count('removed'), 'removed model'],
    [count('unchanged'), 'unchanged model'],
    [recipes.size, 'variant'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, noun]) => plural(number, noun))
    .join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
