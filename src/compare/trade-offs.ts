import { gain } from '../base/units.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import type { Measurement } from './measurement.js';
import type { ModelReport } from './types.js';

/** One choice of what to ship: the head's model, or what a recipe made of it. */
export interface TradeOff {
  recipe: string | null;
  measurement: Measurement;
  /** On the first device that all were measured on; null without one. */
  latencyMs: number | null;
  /** Share of samples, dB or mean squared error: the same for all; null where they differ. */
  accuracy: number | null;
  /** No other choice is at least as good in size, latency and accuracy, and better in one of them. */
  best: boolean;
}

/** The choices that a model's report holds; those that nothing else beats are marked. */
export function tradeOffs({ comparisons }: ModelReport): TradeOff[] {
  const measurements = headMeasurements(comparisons.map(({ head }) => head));
  const device = measurements[0]?.devices
    .map((measured) => measured.device)
    .find((name) => measurements.every(({ devices }) => devices.some((other) => other.device === name)));
  const accuracies = accuraciesOf(measurements);
  const choices = measurements.map((measurement, index) => ({
    recipe: measurement.recipe,
    measurement,
    latencyMs: measurement.devices.find((measured) => measured.device === device)?.latencyMs ?? null,
    accuracy: accuracies[index]!,
  }));
  return choices.map((choice) => ({ ...choice, best: !choices.some((other) => beats(other, choice)) }));
}

/** Each variant once, the committed model first: several comparisons share a measurement. */
function headMeasurements(heads: (Measurement | null)[]): Measurement[] {
  const byRecipe = new Map(heads.filter((head) => head !== null).map((head) => [head.recipe, head]));
  return [...byRecipe.values()].sort((a, b) => Number(a.recipe !== null) - Number(b.recipe !== null));
}

/**
 * What the measurements' evaluations say, null for all where they say different things. Fidelity is that
 * of a variant to its source, and the source's to itself: its own evaluation may be one against base.
 */
function accuraciesOf(measurements: Measurement[]): (number | null)[] {
  const variants = measurements.filter(({ recipe }) => recipe !== null);
  const faithful =
    variants.length > 0 && variants.every(({ evaluation }) => evaluation?.metric === 'fidelity');
  const units = new Set(variants.map(({ evaluation }) => evaluation && accuracyUnit(evaluation)));
  if (faithful && units.size === 1) {
    const itself = units.has('ratio') ? 1 : Infinity;
    return measurements.map(({ recipe, evaluation }) => (recipe === null ? itself : evaluation!.value.value));
  }
  const metrics = new Set(measurements.map(({ evaluation }) => evaluation?.metric));
  const same = metrics.size === 1 && !metrics.has('fidelity');
  return measurements.map(({ evaluation }) => (same && evaluation ? evaluation.value.value : null));
}

type Choice = Omit<TradeOff, 'best'>;

function beats(a: Choice, b: Choice): boolean {
  const gains = [
    b.measurement.bytes - a.measurement.bytes,
    (b.latencyMs ?? 0) - (a.latencyMs ?? 0),
    accuracyGain(a, b),
  ];
  return gains.every((value) => value >= 0) && gains.some((value) => value > 0);
}

function accuracyGain(a: Choice, b: Choice): number {
  // A variant's, since the source's own evaluation may be another.
  const evaluation = (a.recipe === null ? b : a).measurement.evaluation;
  if (a.accuracy === null || b.accuracy === null || !evaluation) return 0;
  return a.accuracy === b.accuracy ? 0 : gain(accuracyUnit(evaluation), a.accuracy - b.accuracy);
}
