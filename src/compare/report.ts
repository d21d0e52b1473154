import { gain } from '../base/units.js';
import { worstVerdict } from './compare.js';
import { findingClauses, subjectOf } from './finding-words.js';
import { type Finding, findings, isUnmeasured } from './findings.js';
import { metricOf, metrics } from './metrics.js';
import type { Difference, ModelReport, Notice, Report, Verdict } from './types.js';
import { changePhrase } from './wording.js';

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

/** The one thing to be said; of several the numbers, since each has its line below. */
function worstReason(report: Judged, verdict: 'fail' | 'warn'): string {
  const ofRun = report.notices.filter((notice) => notice.verdict === verdict).map(({ text }) => text);
  const said = [
    ...problemSentences(report, verdict),
    ...findingClauses(report, verdict).map(({ text }) => text),
    ...ofRun,
  ];
  if (said.length === 1) return `${said[0]!.replace(/\.$/, '')}.`;
  return `${[...counts(report, verdict), ...runCount(ofRun, verdict)].join(', ')}.`;
}

function runCount(ofRun: readonly string[], verdict: 'fail' | 'warn'): string[] {
  const noun = verdict === 'fail' ? 'failure' : 'warning';
  return ofRun.length > 0 ? [`${plural(ofRun.length, noun)} of the run as a whole`] : [];
}

/** "2 of 3 models break limits (latency, size)", "models/kws.tflite could not be judged in full": what there is of each. */
function counts({ models }: Judged, verdict: 'fail' | 'warn'): string[] {
  const told = findings({ models }, verdict);
  const troubled = verdict === 'fail' ? models.filter(({ problems }) => problems.length > 0) : [];
  const broken = verdict === 'fail' ? ['breaks limits', 'break limits'] : ['has warnings', 'have warnings'];
  return [
    countText(models, filesOf(told.filter(judged)), broken, metricsOf(told.filter(judged))),
    countText(models, filesOf(told.filter(isUnmeasured)), lacks, metricsOf(told.filter(isUnmeasured))),
    countText(
      models,
      troubled.map(({ file }) => file),
      notJudged,
      '',
    ),
  ].filter((text) => text !== '');
}

const judged = (finding: Finding): boolean => !isUnmeasured(finding);
const lacks = ['lacks figures', 'lack figures'];
const notJudged = ['could not be judged in full', 'could not be judged in full'];

/** @param words of one model and of several @param which metrics */
function countText(
  models: readonly ModelReport[],
  files: readonly string[],
  [one, several]: readonly string[],
  which: string,
): string {
  const of = which === '' ? '' : ` (${which})`;
  if (files.length === 0) return '';
  if (files.length === 1) return `${files[0]} ${one}${of}`;
  return `${files.length} of ${models.length} models ${several}${of}`;
}

const filesOf = (found: readonly Finding[]): string[] => [
  ...new Set(found.map(({ comparison }) => comparison.file)),
];

const metricsOf = (found: readonly Finding[]): string =>
  metrics
    .filter(({ name }) => found.some(({ difference }) => difference.metric === name))
    .map(({ name }) => name)
    .join(', ');
function problemSentences(report: Judged, verdict: Verdict): string[] {
  if (verdict !== 'fail') return [];
  return problemsOf(report).map((problem) => problem.replace(/\.$/, ''));
}

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
