import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { compareMeasurements } from '../../src/compare/compare.js';
import type { Limits } from '../../src/compare/limits.js';
import { type Metric, metrics } from '../../src/compare/metrics.js';
import { buildReport } from '../../src/compare/report.js';
import { parseConfig } from '../../src/config/config.js';
import { stepOutputs } from '../../src/github/publish/outputs.js';
import { renderComment } from '../../src/report/comment.js';
import { renderHtml } from '../../src/report/html.js';
import { renderJson } from '../../src/report/json.js';
import { diffText } from '../../src/report/text.js';
import { measurement } from '../support/example-measurements.js';

// Who adds a metric writes one entry: everything below follows from it.

vi.mock('../../src/compare/metrics.js', async (original) => {
  const actual = await original<typeof import('../../src/compare/metrics.js')>();
  const loading = {
    name: 'loading' as Metric['name'],
    title: 'Loading',
    perDevice: true,
    units: ['ms'],
    words: { worse: 'slower to load', better: 'faster to load' },
    example: '+5%',
    warnsAt: '+7%',
    legend: () => 'Loading: until the first inference can begin',
    read: ({ devices }, device) => {
      const measured = devices.find((each) => each.device === device);
      return measured ? { value: measured.loadMs, unit: 'ms', what: 'loading' } : null;
    },
  } satisfies Metric;
  const all = [...actual.metrics, loading];
  return { ...actual, metrics: all, metricOf: (name: string) => all.find((each) => each.name === name)! };
});

const known = { recipes: ['int8'], devices: ['raspberry-pi-4'] };
const configuration = (limit: string) => `models: [{ files: "*.tflite" }]\nlimits: { ${limit} }\n`;

function reportOf(config: string) {
  const { limits } = parseConfig(config, 'litetrim.yml', known) as { limits: Limits };
  const slower = measurement({ devices: ['raspberry-pi-4'] });
  slower.devices[0]!.loadMs *= 1.5;
  const base = measurement({ devices: ['raspberry-pi-4'] });
  const comparison = compareMeasurements({
    kind: 'model',
    file: base.file,
    recipe: null,
    base,
    head: slower,
    limits,
  });
  const model = {
    file: base.file,
    status: 'changed',
    comparisons: [comparison],
    notes: [],
    problems: [],
  } as const;
  const models = [{ ...model, comparisons: [comparison], notes: [], problems: [] }];
  return buildReport({ baseSha: null, headSha: null, models, environment: [], notices: [], omissions: [] });
}

describe('a metric is one entry', () => {
  it('configurations limit it, in its own units', () => {
    expect(() => parseConfig(configuration('loading: { fail: -1pp }'), 'litetrim.yml', known)).toThrow(
      /litetrim\.yml: line 2: "-1pp" can/,
    );
    expect(() => parseConfig(configuration('loading: +5%'), 'litetrim.yml', known)).toThrow(
      'Write loading: { fail: +5% }',
    );
    const { limits } = parseConfig('models: [{ files: "*.tflite" }]\n', 'litetrim.yml', known);
    expect(limits).toHaveProperty('loading.warn');
  });

  it('a broken limit is red, and every view shows the figure', () => {
    const report = reportOf(configuration('loading: { fail: +10% }'));
    expect(report.verdict).toBe('fail');
    const sentence = 'became 50.0 % slower to load on raspberry-pi-4';
    const views = { comment: renderComment(report), page: renderHtml(report), text: diffText(report) };
    for (const view of Object.values(views)) expect(view).toContain(sentence);
    for (const view of [views.comment, views.page]) {
      expect(view).toContain('Loading');
      expect(view).toContain('until the first inference can begin');
    }
    const [model] = JSON.parse(renderJson(report)).models;
    expect(model.comparisons[0].differences).toContainEqual(
      expect.objectContaining({ metric: 'loading', unit: 'ms', relative: 0.5, verdict: 'fail' }),
    );
    expect(stepOutputs(report)).toMatchObject({ 'loading-change': '0.5' });
  });

  it('the action declares an output for each that ships', () => {
    const { outputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
    const declared = Object.keys(outputs).filter((name) => name.endsWith('-change'));
    const shipped = metrics.filter(({ name }) => (name as string) !== 'loading');
    expect(declared).toEqual(shipped.map(({ name }) => `${name}-change`));
  });
});
