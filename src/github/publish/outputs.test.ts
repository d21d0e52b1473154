import { describe, expect, test } from 'vitest';
import { comparison, difference, report } from '../../../test/github/reports.js';
import { examples } from '../../../test/support/report-examples.js';
import { annotate, stepOutputs } from './outputs.js';
import { plainRunner } from './runner.js';

describe('stepOutputs', () => {
  test('give the verdict and nothing else where nothing was compared', () => {
    expect(stepOutputs(report([]))).toEqual({
      verdict: 'pass',
      'size-change': '',
      'download-change': '',
      'latency-change': '',
      'memory-change': '',
      'accuracy-change': '',
    });
  });

  test('give each metric’s worst change over models, variants and devices', () => {
    const model = comparison('model', [
      difference('size', { relative: -0.25, delta: -100 }),
      difference('latency', { device: 'raspberry-pi-4', unit: 'ms', relative: 0.01, delta: 0.1 }),
      difference('latency', { device: 'cortex-a55', unit: 'ms', relative: 0.0312345678, delta: 0.4 }),
      difference('accuracy', { unit: 'ratio', relative: -0.013, delta: -0.012 }),
    ]);
    const variant = comparison('variant', [
      difference('size', { relative: -0.5, delta: -100 }),
      difference('accuracy', { unit: 'ratio', relative: 0.1, delta: 0.1 }),
    ]);
    expect(stepOutputs(report([model, variant]))).toMatchObject({
      'size-change': '-0.25',
      'latency-change': '0.0312346',
      'accuracy-change': '-0.012',
    });
  });

  test('take a lower SQNR and a higher error for worse', () => {
    const sqnr = [-3, 2].map((delta) => difference('accuracy', { unit: 'dB', delta, relative: 0.5 }));
    expect(stepOutputs(report([comparison('model', sqnr)]))['accuracy-change']).toBe('-3');
    const errors = [-0.3, 0.2].map((relative) => difference('accuracy', { unit: 'mse', delta: 1, relative }));
    expect(stepOutputs(report([comparison('model', errors)]))['accuracy-change']).toBe('0.2');
  });

  test('leave out what a recipe does to its source: that is no change of the pull request', () => {
    const recipe = comparison('recipe', [difference('size', { relative: -0.75, delta: -100 })]);
    expect(stepOutputs(report([recipe]))['size-change']).toBe('');
  });
});

describe('annotate', () => {
  const lines = (made: ReturnType<typeof report>) => {
    const printed: string[] = [];
    annotate(
      plainRunner((line) => printed.push(line)),
      made,
    );
    return printed;
  };

  test('marks broken limits at their files', () => {
    const differences = [
      difference('size', { verdict: 'fail', reason: 'became 7 % larger (limit: fail beyond +5%)' }),
      difference('latency', { verdict: 'warn', device: 'cortex-a55', reason: 'became 2 % slower' }),
      difference('memory', { verdict: 'pass' }),
    ];
    const made = report([comparison('variant', differences)], ['The device could not be emulated.']);
    expect(lines(made)).toEqual([
      'error: models/a.tflite with int8 became 7 % larger (limit: fail beyond +5%)',
      'warning: models/a.tflite: The device could not be emulated.',
      'warning: models/a.tflite with int8 became 2 % slower',
    ]);
  });

  test('marks a model that could not be judged at all as an error', () => {
    expect(lines(report([], ['The file is empty.']))).toEqual(['error: models/a.tflite: The file is empty.']);
  });

  test('marks a model once for all that breaks its limits', () => {
    const many = (['size', 'memory'] as const).map((name) =>
      difference(name, { verdict: 'fail', reason: `became worse in ${name}` }),
    );
    expect(lines(report([comparison('model', many)]))).toEqual([
      'error: models/a.tflite became worse in size; models/a.tflite became worse in memory',
    ]);
  });

  test('stays within the ten that GitHub shows', () => {
    expect(lines(examples['many-slower']!())).toHaveLength(10);
  });
});
