import { worstVerdict } from './compare.js';
import type { Comparison, Difference, ModelReport, Report, Verdict } from './types.js';
import { gain, units } from './units.js';
import { changePhrase } from './wording.js';

/** What a report is made of besides what follows from it. */
export type ReportInput = Omit<Report, 'schemaVersion' | 'verdict' | 'summary'>;

/** Completes a report: models by path, the verdict over all, and the sentence that says why. */
export function buildReport(input: ReportInput): Report {
  const models = [...input.models].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const { baseSha, headSha, environment, omissions } = input;
  const verdict = worstVerdict(models.map((model) => ({ verdict: modelVerdict(model) })));
  const summary = summarize(models, verdict);
  return { schemaVersion: 1, verdict, summary, baseSha, headSha, models, environment, omissions };
}

/** The worst of a model's comparisons; a problem is a failure, since something was not judged. */
export function modelVerdict({ comparisons, problems }: ModelReport): Verdict {
  return problems.length > 0 ? 'fail' : worstVerdict(comparisons);
}

/** A difference worth telling, and of what it is. */
export interface Finding {
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

function summarize(models: ModelReport[], verdict: Verdict): string {
  if (models.length === 0) return 'No model changed.';
  if (verdict === 'fail' || verdict === 'warn') return worstReason(models, verdict);
  const best = bestImprovement(models);
  const counted = countSentence(models);
  const uncertain = findings({ models }, 'noise').some(({ comparison }) => comparison.kind !== 'recipe');
  const noise = uncertain ? ' Some differences may be chance.' : '';
  return `${best ? `${best}, and no limit is broken` : 'No limit is broken'}: ${counted}.${noise}`;
}

function worstReason(models: ModelReport[], verdict: Verdict): string {
  const [first, ...others] = [...problemSentences(models, verdict), ...findingSentences(models, verdict)];
  const rest = others.length;
  const more = verdict === 'fail' ? plural(rest, 'more failure') : plural(rest, 'more warning');
  return `${first}${rest > 0 ? `, and ${more}` : ''}.`;
}

function findingSentences(models: ModelReport[], verdict: Verdict): string[] {
  const worstFirst = findings({ models }, verdict).sort((a, b) => loss(b) - loss(a));
  return worstFirst.map(({ comparison, difference }) => `${subjectOf(comparison)} ${difference.reason}`);
}

function problemSentences(models: ModelReport[], verdict: Verdict): string[] {
  if (verdict !== 'fail') return [];
  return problemsOf({ models }).map((problem) => problem.replace(/\.$/, ''));
}

/** What could not be done, each with its model; problems of input name their file already. */
export function problemsOf({ models }: Pick<Report, 'models'>): string[] {
  return models.flatMap(({ file, problems }) =>
    problems.map((problem) => (problem.includes(file) ? problem : `${file}: ${problem}`)),
  );
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
    .filter(({ difference }) => isImprovement(difference) && difference.metric !== 'download')
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
