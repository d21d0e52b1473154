import { randomNumbers } from './random-numbers.js';

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The 97.5 % point of the standard normal distribution: two-sided 95 %. */
const z95 = 1.959963984540054;

/** Differences with a smaller p-value are no chance. */
const significanceLevel = 0.05;

/**
 * A share with its 95 % score interval.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @param hits of `total` samples, 0 ≤ hits ≤ total, total ≥ 1
 */
export function wilson(hits: number, total: number): Estimate {
  const share = hits / total;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (z95 / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return {
    value: share,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === total ? 1 : Math.min(1, centre + half),
  };
}

/** What a paired test says of two models that saw the same samples. */
interface PairedDifference {
  /** Second minus first, with its 95 % interval. */
  delta: Estimate;
  /** Two-sided probability of such a difference, or a larger one, by chance alone. */
  pValue: number;
  /** The p-value is below `significanceLevel`: no noise. */
  significant: boolean;
}

/**
 * Compares the accuracy of two models on the same samples.
 *
 * The p-value is McNemar's exact conditional test: of the samples on which the models differ, how
 * many go which way, against a fair coin (Q. McNemar, Psychometrika 12, 1947; exact form: A. Agresti,
 * Categorical Data Analysis, 11.1). The interval is R. G. Newcombe's for paired proportions (method 10
 * of "Improved confidence intervals for the difference between binomial proportions based on paired
 * data", Statistics in Medicine 17, 1998), made of the two Wilson intervals. The two rest on different
 * approximations: near the border the interval may exclude 0 where the exact test doesn't reject;
 * `significant` follows the test.
 *
 * @param correctA 1 where the first model is right, else 0; in the order of the samples
 * @param correctB the same of the second model, as long as `correctA`
 * @throws RangeError for lengths that differ, or 0
 */
export function pairedDifference(correctA: Uint8Array, correctB: Uint8Array): PairedDifference {
  const size = pairedLength(correctA, correctB);
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (let i = 0; i < size; i++) {
    if (correctA[i] && correctB[i]) both++;
    else if (correctA[i]) onlyA++;
    else if (correctB[i]) onlyB++;
  }
  const pValue = mcnemar(onlyA, onlyB);
  const delta = newcombe(both, onlyB, onlyA, size - both - onlyA - onlyB);
  return { delta, pValue, significant: pValue < significanceLevel };
}

/** Two-sided exact p-value that `a` and `b` come from the same fair coin. */
function mcnemar(a: number, b: number): number {
  const total = a + b;
  let logTerm = -total * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= Math.min(a, b); k++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((total - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}

/** Interval of (both + first) / n − (both + second) / n for paired samples. */
function newcombe(both: number, first: number, second: number, neither: number): Estimate {
  const total = both + first + second + neither;
  const one = wilson(both + first, total);
  const two = wilson(both + second, total);
  const phi = correlation(both, first, second, neither);
  const distance = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  const value = (first - second) / total;
  return {
    value,
    low: value - distance(one.value - one.low, two.high - two.value),
    high: value + distance(one.high - one.value, two.value - two.low),
  };
}

/** Newcombe's estimate of the correlation, with his continuity correction of a positive one. */
function correlation(both: number, first: number, second: number, neither: number): number {
  const total = both + first + second + neither;
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  if (margins === 0) return 0;
  const product = both * neither - first * second;
  const corrected = product > 0 ? Math.max(0, product - total / 2) : product;
  return corrected / Math.sqrt(margins);
}

const bootstrapRounds = 2_000;

/**
 * Compares a per-sample error (squared error, for instance) of two models on the same samples by a
 * seeded paired bootstrap: percentile interval of the mean difference; the p-value is twice the smaller
 * share of resamples on either side of 0 (B. Efron and R. Tibshirani, An Introduction to the Bootstrap,
 * chapters 13 and 15), at least 2 / (rounds + 1).
 *
 * @throws RangeError for lengths that differ, or 0
 */
export function pairedMeanDifference(
  errorsA: ArrayLike<number>,
  errorsB: ArrayLike<number>,
  seed = 1,
): PairedDifference {
  const size = pairedLength(errorsA, errorsB);
  const differences = Float64Array.from({ length: size }, (_, i) => errorsB[i]! - errorsA[i]!);
  const means = resampledMeans(differences, seed);
  const below = means.filter((mean) => mean <= 0).length;
  const above = means.filter((mean) => mean >= 0).length;
  const pValue = Math.min(1, (2 * (Math.min(below, above) + 1)) / (bootstrapRounds + 1));
  const delta = {
    value: mean(differences),
    low: means[Math.floor(0.025 * (bootstrapRounds - 1))]!,
    high: means[Math.ceil(0.975 * (bootstrapRounds - 1))]!,
  };
  return { delta, pValue, significant: pValue < significanceLevel };
}

function resampledMeans(values: Float64Array, seed: number): Float64Array {
  const random = randomNumbers(seed);
  const means = new Float64Array(bootstrapRounds);
  for (let round = 0; round < bootstrapRounds; round++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!;
    means[round] = sum / values.length;
  }
  return means.sort();
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function pairedLength(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`paired samples: ${a.length} against ${b.length}`);
  if (a.length === 0) throw new RangeError('paired samples: there are none');
  return a.length;
}

/** The value below which a part of all values lies, between two of them where it falls there. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

/** Mean and variance of numbers that pass by once (B. P. Welford, Technometrics 4, 1962). */
export class RunningMean {
  count = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count++;
    const before = value - this.mean;
    this.mean += before / this.count;
    this.#squares += before * (value - this.mean);
  }

  /** The mean with its 95 % interval by the central limit theorem; ±0 for a single number. */
  estimate(): Estimate {
    const variance = this.count > 1 ? this.#squares / (this.count - 1) : 0;
    const half = z95 * Math.sqrt(variance / this.count);
    return { value: this.mean, low: this.mean - half, high: this.mean + half };
  }
}

/**
 * Signal to noise of outputs that pass by once: 10·log10(Σ signal² / Σ (signal − value)²) over all
 * elements of all samples. The interval is by the delta method for a ratio of means, with the samples
 * as the independent unit.
 */
export class RunningSqnr {
  #samples = 0;
  #signal = 0;
  #noise = 0;
  #signalSquares = 0;
  #noiseSquares = 0;
  #products = 0;

  /** Adds one sample: the energies of its reference values and of their difference. */
  add(signal: number, noise: number): void {
    this.#samples++;
    this.#signal += signal;
    this.#noise += noise;
    this.#signalSquares += signal * signal;
    this.#noiseSquares += noise * noise;
    this.#products += signal * noise;
  }

  /** dB; Infinity where there is no noise, −Infinity where there is noise alone. */
  get decibels(): number {
    if (this.#noise === 0) return Infinity;
    return 10 * Math.log10(this.#signal / this.#noise);
  }

  estimate(): Estimate {
    const value = this.decibels;
    if (!Number.isFinite(value)) return { value, low: value, high: value };
    const half = z95 * (10 / Math.LN10) * Math.sqrt(this.#logRatioVariance());
    return { value, low: value - half, high: value + half };
  }

  #logRatioVariance(): number {
    const n = this.#samples;
    const signalSpread = (n * this.#signalSquares) / (this.#signal * this.#signal) - 1;
    const noiseSpread = (n * this.#noiseSquares) / (this.#noise * this.#noise) - 1;
    const shared = (n * this.#products) / (this.#signal * this.#noise) - 1;
    return Math.max(0, signalSpread + noiseSpread - 2 * shared) / n;
  }
}
