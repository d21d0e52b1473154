import type { Measurement } from './measurement.js';
import type { Metric, Reading } from './metrics.js';
import type { Promised } from './promised.js';

/** Why limits on one metric lack what they judge; null: they don't. */
export interface Lack {
  /** Why the head's figure is missing: no limit can judge. */
  head: string | null;
  /** Why there is nothing to compare with: limits on the change can't judge. */
  base: string | null;
  /**
   * Why limits on the change don't apply, rather than lack something: the base never had the figure, since LiteRT
   * can't run it, so that head mends it.
   */
  mended: string | null;
  /** The unit of base where head is measured in another: limits in it can't judge. */
  otherUnit: Reading['unit'] | null;
}

interface Figures {
  metric: Metric;
  device: string | null;
  base: Reading | null;
  head: Reading | null;
  /** False: base and head measure different things. */
  comparable: boolean;
}

interface Sides {
  base: Measurement | null;
  head: Measurement | null;
  promise: Promised;
}

/** Finds out which figures are missing, and why. */
export function lack(figures: Figures, { base, head, promise }: Sides): Lack {
  const known = figures.comparable ? null : incomparable(figures);
  const former = figures.base ? null : reasonOf(base, figures, promise.noBase, 'base');
  return {
    head: figures.head ? null : (reasonOf(head, figures, promise.noHead, 'head')?.reason ?? null),
    base: known ?? (former && !former.ofModel ? former.reason : null),
    mended: former?.ofModel ? former.reason : null,
    otherUnit: figures.base && figures.head && !figures.comparable ? figures.base.unit : null,
  };
}

function reasonOf(
  measurement: Measurement | null,
  { metric: { name, perDevice }, device }: Figures,
  noSide: string | null | undefined,
  side: 'base' | 'head',
): { reason: string; ofModel: boolean } | null {
  if (!measurement) return noSide == null ? null : { reason: noSide, ofModel: false };
  const told = measurement.missing.find((missing) => missing.device === (perDevice ? device : null));
  return told ?? { reason: `there is no ${name} of the ${side}`, ofModel: false };
}

function incomparable({ base, head }: Figures): string {
  return `the base is measured by ${base!.what}, the head by ${head!.what}`;
}
