import { describe, expect, it } from 'vitest';
import { type Figures, fidelity, measurement } from '../../test/support/example-measurements.js';
import { limits } from '../../test/support/report-examples.js';
import type { Evaluation } from '../evaluate/types.js';
import { compareMeasurements } from './compare.js';
import type { Limits } from './limits.js';
import type { Measurement } from './measurement.js';
import type { Difference } from './types.js';

interface Case {
  base?: Figures;
  head?: Figures;
  limits?: Limits;
}

function accuracyOf({ base = {}, head = {}, limits: allowed = {} }: Case): Difference {
  const sides = { base: measurement(base), head: measurement(head) };
  const { differences } = compareMeasurements({
    kind: 'model',
    file: 'a',
    recipe: null,
    limits: allowed,
    ...sides,
  });
  return differences.find(({ metric }) => metric === 'accuracy')!;
}

describe('accuracy', () => {
  const fail = limits({ accuracy: { fail: '-1pp' } });

  it.each<[string, Case, string, string | null]>([
    [
      'a real loss fails',
      { head: { right: 430 }, limits: fail },
      'fail',
      'became 5.4 pp less accurate (limit: fail beyond -1pp)',
    ],
    [
      'a loss within the limit passes',
      { base: { right: 457 }, head: { right: 457 }, limits: fail },
      'pass',
      null,
    ],
    [
      'a small loss is noise',
      { head: { right: 455 }, limits: fail },
      'noise',
      'became 0.4 pp less accurate, which may be chance (paired test, p = 0.50)',
    ],
    [
      'so is a small gain',
      { head: { right: 459 }, limits: fail },
      'noise',
      'became 0.4 pp more accurate, which may be chance (paired test, p = 0.50)',
    ],
    [
      'a value is exact',
      { head: { right: 449 }, limits: limits({ accuracy: { fail: '90%' } }) },
      'fail',
      'has an accuracy of 89.8 % (limit: fail below 90%)',
    ],
    [
      'a gain that was asked for',
      { head: { right: 457 }, limits: limits({ accuracy: { warn: '+1pp' } }) },
      'warn',
      'kept its accuracy (limit: warn beyond +1pp)',
    ],
  ])('%s', (_, test, verdict, reason) => {
    expect(accuracyOf(test)).toMatchObject({ verdict, reason });
  });

  it('a loss beyond the limit that may be chance warns, one beyond a warning is noise', () => {
    const base = withEvaluation({ correct: pattern(500, (index) => index % 10 !== 0) });
    const head = withEvaluation({ correct: pattern(500, (index) => index % 10 !== 1 && index > 30) }, 0.88);
    const judge = (allowed: Limits, test = { significant: false, method: 'paired test, p = 0.21' }) =>
      compareMeasurements(
        { kind: 'model', file: 'a', recipe: null, base, head, limits: allowed },
        () => test,
      ).differences.at(-1)!;
    expect(judge(fail)).toMatchObject({
      verdict: 'warn',
      limit: 'fail: -1pp',
      reason:
        'became 3.4 pp less accurate (limit: fail beyond -1pp), which may be chance (paired test, p = 0.21)',
    });
    expect(judge(limits({ accuracy: { warn: '-1pp' } })).verdict).toBe('noise');
    expect(judge(fail, { significant: true, method: '' }).verdict).toBe('fail');
  });

  it('an error is judged by its own bounds, and a bound in points says that it does not apply', () => {
    const error = (value: number): Partial<Evaluation> => ({
      metric: 'mse',
      value: { value, low: value, high: value },
      correct: null,
    });
    const [base, head] = [withEvaluation(error(0.02)), withEvaluation(error(0.03))];
    const judge = (allowed: Limits) =>
      compareMeasurements({
        kind: 'model',
        file: 'a',
        recipe: null,
        base,
        head,
        limits: allowed,
      }).differences.at(-1)!;
    expect(judge(limits({ accuracy: { fail: '+10%' } }))).toMatchObject({
      verdict: 'fail',
      reason: 'became 50.0 % less accurate (limit: fail beyond +10%)',
    });
    expect(judge(fail)).toMatchObject({
      verdict: 'pass',
      reason: 'isn\'t judged by "fail: -1pp": its accuracy is measured in mse',
    });
  });

  it('without per-sample results only intervals that are apart count', () => {
    const sqnr = (value: number, half: number): Measurement =>
      withEvaluation({
        metric: 'fidelity',
        agreement: null,
        correct: null,
        value: { value, low: value - half, high: value + half },
      });
    const judge = (half: number) =>
      compareMeasurements({
        kind: 'variant',
        file: 'a',
        recipe: 'int8',
        base: sqnr(40, half),
        head: sqnr(35, half),
        limits: limits({ accuracy: { fail: '-3dB' } }),
      }).differences.at(-1)!;
    expect(judge(1)).toMatchObject({ verdict: 'fail', unit: 'dB' });
    expect(judge(3)).toMatchObject({
      verdict: 'warn',
      reason: expect.stringContaining('95 % intervals overlap'),
    });
  });

  it('two outputs without any noise are equal, not undefined', () => {
    const exact = withEvaluation({
      metric: 'fidelity',
      agreement: null,
      correct: null,
      value: { value: Infinity, low: Infinity, high: Infinity },
    });
    const [difference] = compareMeasurements({
      kind: 'variant',
      file: 'a',
      recipe: 'int8',
      base: exact,
      head: exact,
      limits: {},
    }).differences.slice(-1);
    expect(difference).toMatchObject({ delta: 0, verdict: 'pass' });
  });

  it('what is measured differently is not subtracted', () => {
    const [base, head] = [withEvaluation({}), withEvaluation({ metric: 'mse' })];
    const [difference] = compareMeasurements({
      kind: 'model',
      file: 'a',
      recipe: null,
      base,
      head,
      limits: {},
    }).differences.slice(-1);
    expect(difference).toMatchObject({ base: null, delta: null, unit: 'mse' });
  });
});

describe('fidelity', () => {
  const loose = limits({ accuracy: { fail: '-3pp' } });

  it('of a variant is judged against a source that follows itself everywhere', () => {
    const source = { ...measurement(), evaluation: null };
    const variant = { ...measurement({ recipe: 'int8' }), evaluation: fidelity(470) };
    const [difference] = compareMeasurements({
      kind: 'recipe',
      file: 'a',
      recipe: 'int8',
      base: source,
      head: variant,
      limits: loose,
    }).differences.slice(-1);
    expect(difference).toMatchObject({
      base: 1,
      verdict: 'fail',
      reason: 'is 6.0 pp less accurate than the model it was made from (limit: fail beyond -3pp)',
    });
  });

  it('of a new training to the old model is no regression', () => {
    const head = { ...measurement(), evaluation: fidelity(300) };
    const [difference] = compareMeasurements({
      kind: 'model',
      file: 'a',
      recipe: null,
      base: { ...measurement(), evaluation: null },
      head,
      limits: loose,
    }).differences.slice(-1);
    expect(difference).toMatchObject({ head: 0.6, verdict: 'pass' });
  });
});

function pattern(size: number, right: (index: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => Number(right(index)));
}

function withEvaluation(changes: Partial<Evaluation>, value?: number): Measurement {
  const made = measurement();
  const estimate = value === undefined ? {} : { value: { value, low: value - 0.03, high: value + 0.03 } };
  return { ...made, evaluation: { ...made.evaluation!, ...estimate, ...changes } };
}
