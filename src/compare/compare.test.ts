import { describe, expect, it } from 'vitest';
import { type Figures, measurement } from '../../test/support/example-measurements.js';
import { limits } from '../../test/support/report-examples.js';
import { compareMeasurements } from './compare.js';
import { type Limits, mergeLimits } from './limits.js';
import type { MetricName } from './metrics.js';
import type { ComparisonKind, Difference } from './types.js';

interface Case {
  kind?: ComparisonKind;
  base?: Figures | null;
  head?: Figures | null;
  limits?: Limits;
}

function differencesOf({ kind = 'model', base = {}, head = {}, limits: allowed = {} }: Case): Difference[] {
  const sides = { base: base && measurement(base), head: head && measurement(head) };
  return compareMeasurements({ kind, file: 'a.tflite', recipe: null, limits: allowed, ...sides }).differences;
}

function differenceOf(metric: MetricName, test: Case): Difference {
  return differencesOf(test).find((difference) => difference.metric === metric)!;
}

describe('exact figures', () => {
  it.each<[string, MetricName, Case, string, string | null]>([
    [
      'below the limit',
      'size',
      { head: { bytes: 52_200 }, limits: limits({ size: { fail: '+5%' } }) },
      'pass',
      null,
    ],
    [
      'beyond the limit',
      'size',
      { head: { bytes: 60_000 }, limits: limits({ size: { fail: '+5%' } }) },
      'fail',
      'became 15.2 % larger (limit: fail beyond +5%)',
    ],
    [
      'exactly at the limit',
      'size',
      { base: { bytes: 100_000 }, head: { bytes: 103_000 }, limits: limits({ size: { fail: '+3%' } }) },
      'pass',
      null,
    ],
    [
      'a byte beyond it',
      'size',
      { base: { bytes: 100_000 }, head: { bytes: 103_001 }, limits: limits({ size: { fail: '+3%' } }) },
      'fail',
      'became 3.0 % larger (limit: fail beyond +3%)',
    ],
    [
      'between warn and fail',
      'latency',
      { head: { latencyMs: 2.04 }, limits: limits({ latency: { warn: '+1%', fail: '+3%' } }) },
      'warn',
      'became 2.0 % slower on raspberry-pi-4 (limit: warn beyond +1%)',
    ],
    [
      'beyond both',
      'latency',
      { head: { latencyMs: 2.246 }, limits: limits({ latency: { warn: '+1%', fail: '+3%' } }) },
      'fail',
      'became 12.3 % slower on raspberry-pi-4 (limit: fail beyond +3%)',
    ],
    [
      'better',
      'latency',
      { head: { latencyMs: 1 }, limits: limits({ latency: { fail: '+3%' } }) },
      'pass',
      null,
    ],
    [
      'not better enough',
      'latency',
      { head: { latencyMs: 1.95 }, limits: limits({ latency: { warn: '-10%' } }) },
      'warn',
      'became 2.5 % faster on raspberry-pi-4 (limit: warn beyond -10%)',
    ],
    [
      'an absolute difference',
      'latency',
      { head: { latencyMs: 4.5 }, limits: limits({ latency: { fail: '+2ms' } }) },
      'fail',
      'became 125.0 % slower on raspberry-pi-4 (limit: fail beyond +2ms)',
    ],
    [
      'a value',
      'memory',
      { head: { memory: 250_000 }, limits: limits({ memory: { fail: '200KB' } }) },
      'fail',
      'has a memory of 250.0 KB on raspberry-pi-4 (limit: fail above 200KB)',
    ],
    [
      'a value within',
      'memory',
      { head: { memory: 200_000 }, limits: limits({ memory: { fail: '200KB' } }) },
      'pass',
      null,
    ],
    [
      'growth from nothing',
      'memory',
      { base: { memory: 0 }, head: { memory: 1 }, limits: limits({ memory: { fail: '+50%' } }) },
      'fail',
      'became 1 B larger in memory on raspberry-pi-4 (limit: fail beyond +50%)',
    ],
    ['no limit', 'size', { head: { bytes: 1e9 } }, 'pass', null],
  ])('%s (%s)', (_, metric, test, verdict, reason) => {
    expect(differenceOf(metric, test)).toMatchObject({ verdict, reason });
  });

  it('are told as numbers, too', () => {
    const { base, head, delta, relative, unit, limit } = differenceOf('size', {
      base: { bytes: 100_000 },
      head: { bytes: 110_000 },
      limits: limits({ size: { warn: '+5%' } }),
    });
    expect({ base, head, delta, relative, unit, limit }).toEqual({
      base: 100_000,
      head: 110_000,
      delta: 10_000,
      relative: 0.1,
      unit: 'bytes',
      limit: 'warn: +5%',
    });
  });
});

describe('latencies by a real clock', () => {
  const allowed = limits({ latency: { warn: '+1%', fail: '+3%' } });
  const wide: Figures = { spread: [0.9, 1.1] };
  const narrow: Figures = { spread: [0.99, 1.01] };

  it.each<[string, Figures, Figures, string, RegExp | null]>([
    [
      'within the spread',
      wide,
      { ...wide, latencyMs: 2.2 },
      'warn',
      /10\.0 % slower .*may be chance \(quartiles overlap\)/,
    ],
    [
      'beyond the spread',
      narrow,
      { ...narrow, latencyMs: 2.2 },
      'fail',
      /10\.0 % slower .*\(limit: fail beyond \+3%\)$/,
    ],
    ['faster within the spread', wide, { ...wide, latencyMs: 1.9 }, 'noise', /5\.0 % faster .*may be chance/],
    ['faster beyond it', narrow, { ...narrow, latencyMs: 1.9 }, 'pass', null],
    [
      'beside a modelled one: not compared, and not passed',
      {},
      { ...narrow, latencyMs: 9 },
      'fail',
      /was not judged \(limit: fail beyond \+3%\): the base is measured by modelled, the head by measured$/,
    ],
  ])('%s', (_, base, head, verdict, reason) => {
    const difference = differenceOf('latency', { base, head, limits: allowed });
    expect(difference.verdict).toBe(verdict);
    if (reason) expect(difference.reason).toMatch(reason);
    else expect(difference.reason).toBeNull();
  });
});

describe('several bounds and devices', () => {
  const bounds = (...texts: string[]) =>
    texts.flatMap((text) => limits({ size: { fail: text } }).size!.fail!);

  it('each bound of a level counts', () => {
    const several: Limits = { size: { fail: bounds('+50%', '55KB') } };
    expect(differenceOf('size', { head: { bytes: 56_000 }, limits: several }).limit).toBe('fail: 55KB');
    expect(differenceOf('size', { head: { bytes: 54_000 }, limits: several }).verdict).toBe('pass');
  });

  it('a device has limits of its own, and a level may be turned off', () => {
    const general = limits({ latency: { warn: '+1%', fail: '+3%' } });
    const own: Limits = {
      latency: {
        devices: { 'cortex-a55': { fail: limits({ latency: { fail: '+20%' } }).latency!.fail!, warn: [] } },
      },
    };
    const judged = differencesOf({ head: { latencyMs: 2.246 }, limits: mergeLimits(general, own) });
    const verdicts = judged
      .filter(({ metric }) => metric === 'latency')
      .map(({ device, verdict }) => [device, verdict]);
    expect(verdicts).toEqual([
      ['raspberry-pi-4', 'fail'],
      ['cortex-a55', 'pass'],
    ]);
  });
});

describe('kinds', () => {
  it('a new model is judged by values alone', () => {
    const both = limits({ size: { fail: '50KB' }, latency: { fail: '+3%' }, accuracy: { fail: '-1pp' } });
    const judged = differencesOf({ kind: 'new', base: null, limits: both });
    expect(judged.filter(({ verdict }) => verdict !== 'pass').map(({ metric }) => metric)).toEqual(['size']);
    expect(judged.every(({ base, delta }) => base === null && delta === null)).toBe(true);
  });

  it('a removed model is judged by nothing', () => {
    expect(differencesOf({ kind: 'removed', head: null, limits: limits({ size: { fail: '1B' } }) })).toEqual(
      [],
    );
  });

  it('a variant that is slower than its source is told, unless the config says otherwise', () => {
    const slow = { base: { latencyMs: 2 }, head: { latencyMs: 2.1 } };
    expect(differenceOf('latency', { kind: 'recipe', ...slow })).toMatchObject({
      verdict: 'warn',
      reason: 'is 5.0 % slower on raspberry-pi-4 than the model it was made from (limit: warn beyond +3%)',
    });
    expect(differenceOf('latency', { kind: 'variant', ...slow }).verdict).toBe('pass');
    expect(
      differenceOf('latency', { kind: 'recipe', ...slow, limits: { latency: { warn: [] } } }).verdict,
    ).toBe('pass');
  });

  it('a missing figure is judged as what its limit would have failed by, never read as no change', () => {
    const allowed = limits({ latency: { fail: '+3%' }, accuracy: { warn: '-1pp' } });
    const noHead = differenceOf('latency', { head: { devices: [] }, limits: allowed });
    expect(noHead).toMatchObject({
      verdict: 'fail',
      delta: null,
      limit: 'fail: +3%',
      unmeasured: 'there is no latency of the head',
    });
    expect(noHead.reason).toBe(
      'latency on raspberry-pi-4 was not judged (limit: fail beyond +3%): there is no latency of the head',
    );
    const noBase = differenceOf('accuracy', { base: { right: null }, limits: allowed });
    expect(noBase).toMatchObject({ verdict: 'warn', unmeasured: 'there is no accuracy of the base' });
    expect(differenceOf('accuracy', { base: { right: null } }).verdict).toBe('pass');
  });

  it('the verdict is the worst of all', () => {
    const comparison = compareMeasurements({
      kind: 'model',
      file: 'a',
      recipe: null,
      base: measurement(),
      head: measurement({ latencyMs: 2.04, right: 455 }),
      limits: limits({ latency: { warn: '+1%' } }),
    });
    expect(comparison.verdict).toBe('warn');
  });
});
