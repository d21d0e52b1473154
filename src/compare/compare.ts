import type { Evaluation } from '../evaluate/types.js';
import { type Bound, parseBound } from './bound.js';
import { type Evidence, type EvidenceTest, pairedEvidence } from './evidence.js';
import { judge } from './judge.js';
import { lack } from './lack.js';
import { type Level, type Levels, type Limits, levelsFor, mergeLimits } from './limits.js';
import type { Measurement } from './measurement.js';
import { type Metric, metrics, type Reading } from './metrics.js';
import type { Promised } from './promised.js';
import type { Comparison, ComparisonKind, Difference, Verdict } from './types.js';
import type { Change } from './wording.js';

export interface ComparisonInput {
  kind: ComparisonKind;
  /** The model's path as the report names it. */
  file: string;
  /** null: the model as committed. */
  recipe: string | null;
  /** What head is compared with: the base, or for `recipe` the model that the variant was made from. */
  base: Measurement | null;
  head: Measurement | null;
  limits: Limits;
  /** The figures that there shall be; left out: whatever was measured on either side. */
  promise?: Promised;
  /** What a limit without its figure leads to; null: what breaking it would. */
  onUnmeasured?: Level | null;
}

/** What a recipe may cost unless the config says otherwise: a variant that is slower than its source is told. */
function recipeDefaults(): Limits {
  const marked = metrics.filter(({ variantsWarnAt }) => variantsWarnAt !== undefined);
  return Object.fromEntries(
    marked.map((metric) => [metric.name, { warn: [parseBound(metric.variantsWarnAt!, metric) as Bound] }]),
  );
}

/**
 * Puts two measurements side by side and judges each difference.
 *
 * Sizes, memory and modelled latency are exact (the same on every run), so any limit counts. A change of
 * accuracy fails only where `test` says that it is more than chance, one of a latency that was measured by a
 * real clock only where it exceeds their spread. A model without a base is judged
 * by limits on the figures themselves; a removed one by none. Fidelity of a changed model to its base
 * says how much it changed, not whether it got worse: no limit judges it. A limit whose figure is missing
 * though it was promised is judged by `onUnmeasured`, and never passes.
 */
export function compareMeasurements(input: ComparisonInput, test: EvidenceTest = pairedEvidence): Comparison {
  const { kind, file, recipe, base, head } = input;
  const { promise = nothingPromised, onUnmeasured = null } = input;
  const sides = { ...input, promise, onUnmeasured, base: withSourceFidelity(input), test };
  const differences =
    kind === 'removed'
      ? []
      : metrics.flatMap((metric) => devicesOf(metric, sides).map((device) => differ(metric, device, sides)));
  const present = differences.filter((difference) => difference !== null);
  return { kind, file, recipe, base, head, differences: present, verdict: worstVerdict(present) };
}

/** The order of verdicts, best first. */
const verdicts: readonly Verdict[] = ['pass', 'noise', 'warn', 'fail'];

/** The worst verdict of all; `pass` where there is none. */
export function worstVerdict(judged: readonly { verdict: Verdict }[]): Verdict {
  return verdicts[Math.max(0, ...judged.map(({ verdict }) => verdicts.indexOf(verdict)))]!;
}

const nothingPromised: Promised = { devices: [], accuracy: false };

interface Sides extends ComparisonInput {
  promise: Promised;
  onUnmeasured: Level | null;
  test: EvidenceTest;
}

/** Devices of either side, and those that there should be, in head's order; one null for metrics without. */
function devicesOf({ perDevice }: Metric, { base, head, promise }: Sides): (string | null)[] {
  if (!perDevice) return [null];
  const measured = [...(head?.devices ?? []), ...(base?.devices ?? [])].map(({ device }) => device);
  return [...new Set([...measured, ...promise.devices])];
}

/** The rule that nothing unmeasured is green: a metric is left out only where no limit asks for its figure. */
function differ(metric: Metric, device: string | null, sides: Sides): Difference | null {
  const base = sides.base && metric.read(sides.base, device);
  const head = sides.head && metric.read(sides.head, device);
  const isPromised = metric.isPromised?.(sides.promise) ?? true;
  const unit = (head ?? base)?.unit ?? metric.units[0]!;
  const comparable = !base || !head || (base.unit === head.unit && base.what === head.what);
  const change: Change = { metric: metric.name, device, unit, ...subtract(comparable ? base : null, head) };
  if (!head && !base && !isPromised) return null;
  const judgement = judge({
    change,
    kind: sides.kind,
    levels: levelsOf(metric, device, sides, { base, head }),
    evidence: evidenceOf(metric, sides, change),
    lacking: lack({ metric, device, base, head, comparable }, sides),
    onUnmeasured: sides.onUnmeasured,
  });
  return head || base || judgement.unmeasured !== undefined ? { ...change, ...judgement } : null;
}

/** What a variant may cost by default is asked of figures that there are, and promises none. */
function levelsOf(
  metric: Metric,
  device: string | null,
  { kind, limits: own }: Sides,
  { base, head }: { base: Reading | null; head: Reading | null },
): Levels {
  if (kind === 'model' && head?.likeness !== undefined) return {};
  const limits = kind === 'recipe' && base && head ? mergeLimits(recipeDefaults(), own) : own;
  return levelsFor(limits, metric.name, device);
}

function subtract(
  base: Reading | null,
  head: Reading | null,
): Pick<Change, 'base' | 'head' | 'delta' | 'relative'> {
  const from = base?.value ?? null;
  const to = head?.value ?? null;
  if (from === null || to === null) return { base: from, head: to, delta: null, relative: null };
  // Equal values first: two infinite SQNR differ by nothing, not by NaN.
  const delta = from === to ? 0 : to - from;
  return { base: from, head: to, delta, relative: from === 0 ? null : delta / Math.abs(from) };
}

/** Whether a change is more than chance; null for figures that are exact. */
function evidenceOf(metric: Metric, { base, head, test }: Sides, { device, delta }: Change): Evidence | null {
  if (delta === null || !base || !head) return null;
  return metric.evidence?.(base, head, device, test) ?? null;
}

/** The source of a variant follows itself in every sample, so its fidelity needs no measuring. */
function withSourceFidelity({ kind, base, head }: ComparisonInput): Measurement | null {
  const fidelity = head?.evaluation;
  if (kind !== 'recipe' || !base || fidelity?.metric !== 'fidelity' || fidelity.agreement === null)
    return base;
  const evaluation: Evaluation = {
    ...fidelity,
    value: { value: 1, low: 1, high: 1 },
    agreement: 1,
    identical: true,
    correct: fidelity.correct && new Uint8Array(fidelity.correct.length).fill(1),
  };
  return { ...base, evaluation };
}
