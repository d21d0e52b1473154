import { describe, expect, it } from 'vitest';
import { parseBound } from './bound.js';
import { type MetricName, metricOf } from './metrics.js';

describe('parseBound', () => {
  it.each<[MetricName, string, string, string, number]>([
    ['size', '+5%', 'share', 'bytes', 0.05],
    ['size', '-5%', 'share', 'bytes', -0.05],
    ['size', '+0%', 'share', 'bytes', 0],
    ['size', '+10KB', 'change', 'bytes', 10_000],
    ['size', '+10 kB', 'change', 'bytes', 10_000],
    ['size', '120KB', 'value', 'bytes', 120_000],
    ['download', '1.5MiB', 'value', 'bytes', 1_572_864],
    ['memory', '2MB', 'value', 'bytes', 2_000_000],
    ['memory', '512B', 'value', 'bytes', 512],
    ['latency', '+3%', 'share', 'ms', 0.03],
    ['latency', '+2ms', 'change', 'ms', 2],
    ['latency', '-0.5ms', 'change', 'ms', -0.5],
    ['latency', '15ms', 'value', 'ms', 15],
    ['latency', '250us', 'value', 'ms', 0.25],
    ['latency', '1s', 'value', 'ms', 1000],
    ['accuracy', '-1pp', 'change', 'ratio', -0.01],
    ['accuracy', '+0.5pp', 'change', 'ratio', 0.005],
    ['accuracy', '90%', 'value', 'ratio', 0.9],
    ['accuracy', '-3dB', 'change', 'dB', -3],
    ['accuracy', '30dB', 'value', 'dB', 30],
    ['accuracy', '+10%', 'share', 'mse', 0.1],
    ['accuracy', '0.02mse', 'value', 'mse', 0.02],
  ])('%s %s', (metric, text, kind, unit, amount) => {
    const bound = parseBound(text, metricOf(metric));
    expect(bound).toMatchObject({ kind, unit, text });
    expect((bound as { amount: number }).amount).toBeCloseTo(amount, 12);
  });

  it.each<[MetricName, string, string]>([
    ['size', '5%', 'needs a sign'],
    ['size', '120', 'has no unit'],
    ['size', '15ms', "can't limit size"],
    ['size', '+1pp', "can't limit size"],
    ['latency', '120KB', "can't limit latency"],
    ['latency', 'fast', 'is no limit'],
    ['latency', '', 'is no limit'],
    ['latency', '1e3ms', 'is no limit'],
    ['latency', '+-3%', 'is no limit'],
    ['accuracy', '0.9', 'has no unit'],
    ['accuracy', '-1%', 'can mean two things'],
    ['accuracy', '1pp', 'needs a sign'],
    ['accuracy', '+0.02mse', "can't limit accuracy"],
  ])('%s %s: %s', (metric, text, problem) => {
    expect(parseBound(text, metricOf(metric))).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});
