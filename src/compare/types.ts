import type { Unit } from '../base/units.js';
import type { Measurement } from './measurement.js';
import type { MetricName } from './metrics.js';

/** `noise`: a difference that the paired test can't tell from chance. */
export type Verdict = 'pass' | 'noise' | 'warn' | 'fail';

/** What is compared with what. */
export type ComparisonKind =
  /** The model as committed: head with base. */
  | 'model'
  /** A recipe's result on head with the same recipe's result on base. */
  | 'variant'
  /** A recipe's result on head with the head model it was made from. */
  | 'recipe'
  /** A model without a base: absolute limits only. */
  | 'new'
  /** A model that the pull request removes. */
  | 'removed';

/** One metric of a comparison. */
export interface Difference {
  metric: MetricName;
  /** The device of a latency or memory, else null. */
  device: string | null;
  unit: Unit;
  base: number | null;
  head: number | null;
  /** head − base in the metric's unit; null where either is missing. */
  delta: number | null;
  /** delta / base; null where base is missing or 0. */
  relative: number | null;
  verdict: Verdict;
  /** The limit that decided, as the user wrote it: `fail: +3%`; null where none applies. */
  limit: string | null;
  /**
   * Why the verdict is what it is: what would follow the model's name in a sentence ("became 12.3 %
   * slower on raspberry-pi-4 (limit: fail beyond +3%)"). null where there is nothing to say.
   */
  reason: string | null;
  /** By which test the change may be chance: `paired test, p = 0.21`; left out: it isn't, or none was made. */
  chance?: string;
  /** Why a limit lacks the figure that it judges, so that the verdict is the one for what wasn't measured. */
  unmeasured?: string;
}

export interface Comparison {
  kind: ComparisonKind;
  file: string;
  recipe: string | null;
  base: Measurement | null;
  head: Measurement | null;
  differences: Difference[];
  /** The worst of its differences. */
  verdict: Verdict;
}

/** One model file of the pull request, with all that was made and measured of it. */
export interface ModelReport {
  file: string;
  /** `unchanged`: the pull request changes only what is done with it, or what judges it. */
  status: 'changed' | 'added' | 'removed' | 'unchanged';
  comparisons: Comparison[];
  /** What a reader should know of the comparison as a whole: why there is no base, an earlier name. */
  notes: string[];
  /** Why this model, or a part of its work, could not be done; other models go on. */
  problems: string[];
}

/** Something of the whole run that a verdict may depend on: what the pull request changes of its own gate. */
export interface Notice {
  verdict: Exclude<Verdict, 'noise'>;
  /** A sentence. */
  text: string;
}

/** Everything that comment, job summary, HTML and JSON are views of. */
export interface Report {
  schemaVersion: 1;
  /** The worst verdict of all comparisons; `fail` also where a model could not be judged at all. */
  verdict: Verdict;
  /** The verdict in a sentence, with the worst reason: the comment's first sentence. */
  summary: string;
  baseSha: string | null;
  headSha: string | null;
  models: ModelReport[];
  /** Versions of litetrim, LiteRT, QEMU, in reading order. */
  environment: { name: string; version: string }[];
  /** What a reader must know of the run as a whole, the worst first. */
  notices: Notice[];
  /** What was left out for lack of budget, permissions or an emulator. One sentence each. */
  omissions: string[];
}
