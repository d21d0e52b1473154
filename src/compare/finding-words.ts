import { someOf } from '../base/shorten.js';
import { gain, units } from '../base/units.js';
import { causeOf } from './cause.js';
import {
  type Finding,
  type FindingGroup,
  findingGroups,
  findings,
  isOfFigure,
  isUnmeasured,
} from './findings.js';
import { metricOf } from './metrics.js';
import type { Comparison, Difference, Report, Verdict } from './types.js';
import { changeText, figureName, limitOf } from './wording.js';

/** More names than these are told as a number. */
const maxNamed = 3;

/** What a sentence about a comparison begins with: `models/kws.tflite with int8`. */
export function subjectOf({ file, recipe }: Pick<Comparison, 'file' | 'recipe'>): string {
  return recipe === null ? file : `${file} with ${recipe}`;
}

/** One thing said of models. */
interface Clause {
  /** Begins with its subject, ends without a full stop. */
  text: string;
  /** The models that it is of. */
  files: string[];
  metrics: string[];
}

/**
 * What findings say, a clause for each thing said of a model; see `findingGroups` for the order. Limits that lack their
 * figure for the same reason are told in one.
 */
export function findingClauses(report: Pick<Report, 'models'>, verdict: 'fail' | 'warn'): Clause[] {
  const judged = findingGroups(report, verdict).map((group) => ({
    text: groupSentence(group, report),
    files: [group.file],
    metrics: [group.metric],
  }));
  return [...judged, ...unmeasuredClauses(report, verdict)];
}

/** What a group says, as a clause: "models/kws.tflite became 26–40 % slower on 3 devices, in all 5 variants (…)". */
export function groupSentence(group: FindingGroup, report: Pick<Report, 'models'>): string {
  const { findings: all } = group;
  const cause = causeOf(group);
  const because = cause === null ? '' : `: ${cause}`;
  if (all.length === 1) return `${findingSentence(all[0])}${because}`;
  const where = devicesText(all);
  const which = variantsText(group, report);
  const said = isOfFigure(all[0].difference) ? figuresText(all) : changesText(all);
  const recipes = new Set(all.map(({ comparison }) => comparison.recipe));
  const subject = recipes.size === 1 ? subjectOf(all[0].comparison) : group.file;
  return `${subject} ${said}${where}${which}${limitsText(all)}${chanceText(all)}${because}`;
}

/** What one finding says, as a clause that begins with its subject. */
export function findingSentence({ comparison, difference }: Finding): string {
  const { unmeasured, reason, metric, limit } = difference;
  const what = reason ?? `breaks the limit of ${metric} (${limit})`;
  return `${subjectOf(comparison)}${unmeasured === undefined ? '' : ':'} ${what}`;
}

/** "became 26.0–40.0 % slower", "is 1.2–3.4 pp less accurate than the model it was made from". */
function changesText(all: readonly Finding[]): string {
  const [{ comparison, difference }] = all as [Finding];
  const sorted = all.map((each) => each.difference).sort((a, b) => changeOf(a) - changeOf(b));
  const amounts = [sorted[0]!, sorted.at(-1)!].map((each) => changeText(each)!.replace(/^[+−±]/, ''));
  const { words } = metricOf(difference.metric);
  const word = gain(difference.unit, difference.delta!) < 0 ? words.worse : words.better;
  const amount = rangeText(amounts);
  if (comparison.kind === 'recipe') return `is ${amount} ${word} than the model it was made from`;
  return `became ${amount} ${word}`;
}

const changeOf = ({ unit, delta, relative }: Difference): number =>
  Math.abs((units[unit].change === 'share' ? relative : delta) ?? delta!);

/** "has a latency of 16.1–20.4 ms". */
function figuresText(all: readonly Finding[]): string {
  const { metric, unit } = all[0]!.difference;
  const heads = all.map(({ difference }) => difference.head!).sort((a, b) => a - b);
  const article = /^[aeiou]/.test(metric) ? 'an' : 'a';
  return `has ${article} ${metric} of ${rangeText([heads[0]!, heads.at(-1)!].map(units[unit].format))}`;
}

/** `26.0–40.0 %`; with both units where they differ, once where both are the same. */
function rangeText([low, high]: string[]): string {
  if (low === high) return low!;
  const unit = / .*$/.exec(high!)?.[0] ?? '';
  const start = unit !== '' && low!.endsWith(unit) ? low!.slice(0, -unit.length) : low!;
  return `${start}–${high}`;
}

function devicesText(all: readonly Finding[]): string {
  const devices = [...new Set(all.flatMap(({ difference }) => difference.device ?? []))];
  if (devices.length === 0) return '';
  return devices.length <= maxNamed - 1 ? ` on ${devices.join(' and ')}` : ` on ${devices.length} devices`;
}

/** ", in all 5 variants", ", as committed and with int8"; and how many figures it is where not all. One is the subject. */
function variantsText({ file, findings: all }: FindingGroup, report: Pick<Report, 'models'>): string {
  const own = new Set(all.map(({ comparison }) => comparison.recipe));
  if (own.size === 1) return '';
  const there = report.models
    .filter((model) => model.file === file)
    .flatMap(({ comparisons }) => comparisons);
  const variants = new Set(there.map(({ recipe }) => recipe));
  const some = countedFigures(all, own.size);
  if (own.size === variants.size)
    return `, in ${own.size === 2 ? 'both' : `all ${own.size}`} variants${some}`;
  if (own.size >= maxNamed) return `, in ${own.size} of ${variants.size} variants${some}`;
  return `, ${[...own].map((recipe) => (recipe === null ? 'as committed' : `with ${recipe}`)).join(' and ')}${some}`;
}

/** Where not every variant is meant on every device. */
function countedFigures(all: readonly Finding[], variants: number): string {
  const devices = new Set(all.map(({ difference }) => difference.device)).size;
  return all.length < devices * variants ? `, ${all.length} of ${devices * variants} figures` : '';
}

/** " (limit: fail beyond +3%)"; where limits differ, all of them. */
function limitsText(all: readonly Finding[]): string {
  const limits = [...new Set(all.map(({ difference }) => limitOf(difference)))].filter((text) => text !== '');
  return limits.length > 0 ? ` (${someOf(limits, maxNamed)})` : '';
}

function chanceText([first]: readonly Finding[]): string {
  return first?.difference.chance === undefined ? '' : ', which may be chance';
}

/** What limits of a level lack, a clause for each cause. */
function unmeasuredClauses(report: Pick<Report, 'models'>, verdict: Verdict): Clause[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings(report, verdict).filter(isUnmeasured)) {
    const cause = finding.difference.unmeasured!;
    groups.set(cause, [...(groups.get(cause) ?? []), finding]);
  }
  return [...groups.values()].map((group) => ({
    text: unmeasuredSentence(group),
    files: [...new Set(group.map(({ comparison }) => comparison.file))],
    metrics: [...new Set(group.map(({ difference }) => difference.metric))],
  }));
}

/** The same as sentences. */
export const unmeasuredSentences = (report: Pick<Report, 'models'>, verdict: Verdict): string[] =>
  unmeasuredClauses(report, verdict).map(({ text }) => text);

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
