import { describe, expect, it } from 'vitest';
import { type Figures, measurement } from '../../test/support/example-measurements.js';
import { limits } from '../../test/support/report-examples.js';
import { type ComparisonInput, compareMeasurements } from './compare.js';
import type { Limits } from './limits.js';
import type { Measurement, MissingFigure } from './measurement.js';
import { type MetricName, metrics } from './metrics.js';
import { buildReport } from './report.js';
import type { Comparison, ComparisonKind, Difference } from './types.js';

const devices = ['raspberry-pi-4', 'cortex-a55'];
const why = 'the budget was used up';
const onDevice = (device: string): MissingFigure => ({ device, reason: why, ofModel: false });
const noAccuracy: MissingFigure = { device: null, reason: why, ofModel: false };

/** Ways in which a side's figures can be missing, and which those are. */
const ways: Record<
  string,
  { side: Measurement | null; lacks: (metric: MetricName, device: string | null) => boolean }
> = {
  nothing: { side: measurement(), lacks: () => false },
  'one device': {
    side: without({ devices: ['cortex-a55'], missing: [onDevice('raspberry-pi-4')] }),
    lacks: (_, device) => device === 'raspberry-pi-4',
  },
  'all devices': {
    side: without({ devices: [], missing: devices.map(onDevice) }),
    lacks: (_, device) => device !== null,
  },
  accuracy: {
    side: without({ right: null, missing: [noAccuracy] }),
    lacks: (metric) => metric === 'accuracy',
  },
  'a figure without a word': { side: without({ devices: [] }), lacks: (_, device) => device !== null },
  'the whole side': { side: null, lacks: () => true },
};

function without(figures: Figures): Measurement {
  return measurement(figures);
}

const texts: [name: string, text: Record<MetricName, string>][] = [
  ['relative', { size: '+5%', download: '+5%', latency: '+3%', memory: '+5%', accuracy: '-1pp' }],
  ['absolute', { size: '1MB', download: '1MB', latency: '1s', memory: '1MB', accuracy: '1%' }],
];

const levels = ['fail', 'warn'] as const;
const kinds: ComparisonKind[] = ['model', 'variant', 'recipe', 'new'];

function compare(input: Partial<ComparisonInput>): Comparison {
  const promise = { devices, accuracy: true, noBase: why, noHead: why };
  const all = {
    kind: 'model' as const,
    file: 'a.tflite',
    recipe: null,
    base: null,
    head: null,
    limits: {},
    promise,
  };
  return compareMeasurements({ ...all, ...input });
}

function reportOf(comparison: Comparison) {
  const model = {
    file: 'a.tflite',
    status: 'changed' as const,
    comparisons: [comparison],
    notes: [],
    problems: [],
  };
  return buildReport({
    baseSha: null,
    headSha: null,
    models: [model],
    environment: [],
    notices: [],
    omissions: [],
  });
}

/** The rule, told once more and apart: which limits have no figure to judge. */
function shouldLack(
  kind: ComparisonKind,
  isAbsolute: boolean,
  metric: MetricName,
  device: string | null,
  [base, head]: [string, string],
) {
  if (kind === 'new') return isAbsolute && ways[head]!.lacks(metric, device);
  return ways[head]!.lacks(metric, device) || (!isAbsolute && ways[base]!.lacks(metric, device));
}

describe.each(kinds)('a comparison of kind %s', (kind) => {
  describe.each(texts)('%s limits', (name, text) => {
    it.each(levels)('%s: every promised figure is there, or its limit is not passed', (level) => {
      const all: Limits = limits(
        Object.fromEntries(Object.entries(text).map(([metric, bound]) => [metric, { [level]: bound }])),
      );
      let lacking = 0;
      for (const [before, base] of Object.entries(ways)) {
        for (const [after, head] of Object.entries(ways)) {
          const isNew = kind === 'new';
          const comparison = compare({ kind, limits: all, base: isNew ? null : base.side, head: head.side });
          for (const { name: metric, perDevice } of metrics) {
            for (const device of perDevice ? devices : [null]) {
              const found = comparison.differences.find(
                (one) => one.metric === metric && one.device === device,
              );
              const lacks = shouldLack(kind, name === 'absolute', metric, device, [before, after]);
              const what = `${before} / ${after}: ${metric} ${device}`;
              expect(found?.unmeasured !== undefined, what).toBe(lacks);
              if (!lacks) continue;
              lacking++;
              expect(found, what).toMatchObject({ verdict: level, limit: `${level}: ${text[metric]}` });
              expect(found!.reason, what).toMatch(/was not judged \(limit: .*\): \S/);
            }
          }
          const isLacking = comparison.differences.some(({ unmeasured }) => unmeasured !== undefined);
          if (isLacking) expect(reportOf(comparison).verdict).toBe(level);
        }
      }
      expect(lacking > 0).toBe(kind !== 'new' || name === 'absolute');
    });
  });
});

describe('what an unmeasured limit leads to', () => {
  const sides = { base: measurement(), head: without({ devices: [], missing: devices.map(onDevice) }) };
  const latency = ({ differences }: Comparison): Difference =>
    differences.find(({ metric }) => metric === 'latency')!;

  it.each([
    ['fail', null, 'fail'],
    ['warn', null, 'warn'],
    ['fail', 'warn', 'warn'],
    ['warn', 'fail', 'fail'],
  ] as const)('a limit of level %s, on-unmeasured %s: %s', (level, onUnmeasured, verdict) => {
    const comparison = compare({ ...sides, limits: limits({ latency: { [level]: '+3%' } }), onUnmeasured });
    expect(latency(comparison).verdict).toBe(verdict);
  });

  it('is no weaker for another limit that is broken', () => {
    const allowed = limits({ latency: { warn: '1ms', fail: '+3%' } });
    const head = measurement();
    const base = without({ devices: [], missing: devices.map(onDevice) });
    expect(latency(compare({ base, head, limits: allowed })).verdict).toBe('fail');
  });

  it('a base that LiteRT can’t run is mended by the head, and takes no limit on its figures from it', () => {
    const unsound = devices.map((device) => ({
      device,
      reason: 'LiteRT has no such operator',
      ofModel: true,
    }));
    const base = without({ devices: [], missing: unsound });
    const mended = compare({ base, head: measurement(), limits: limits({ latency: { fail: '+3%' } }) });
    expect(latency(mended)).toMatchObject({ verdict: 'pass' });
    expect(latency(mended).reason).toContain('LiteRT has no such operator');
    const slow = compare({ base, head: measurement(), limits: limits({ latency: { fail: '1ms' } }) });
    expect(latency(slow).verdict).toBe('fail');
  });

  it('figures of another kind than base’s are not compared, in whatever unit the limit is', () => {
    const { evaluation, ...rest } = measurement();
    const head = { ...rest, evaluation: { ...evaluation!, metric: 'mse' as const } };
    const allowed = limits({ accuracy: { fail: '-1pp' } });
    const found = compare({ base: measurement(), head, limits: allowed }).differences.at(-1);
    expect(found).toMatchObject({ metric: 'accuracy', verdict: 'fail' });
    expect(found!.reason).toContain('the base is measured by top-1, the head by mse');
  });

  it('one cause is told once, whatever it left out', () => {
    const comparison = compare({
      ...sides,
      limits: limits({ latency: { fail: '+3%' }, memory: { fail: '+5%' } }),
    });
    const { summary } = reportOf(comparison);
    expect(summary).toBe(
      'a.tflite: latency on raspberry-pi-4, latency on cortex-a55, memory on raspberry-pi-4 and 1 more were not judged: the budget was used up.',
    );
  });
});
