import { describe, expect, it } from 'vitest';
import { examples } from '../../test/support/report-examples.js';
import { buildReport } from './report.js';
import { tradeOffs } from './trade-offs.js';
import type { ModelReport } from './types.js';

describe('the first sentence', () => {
  it.each([
    [
      'fine',
      'pass',
      'models/kws.tflite with int8 became 6.4 % smaller, and no limit is broken: 1 changed model, 1 variant.',
    ],
    ['unchanged', 'noise', 'No limit is broken: 1 changed model, 1 variant. Some differences may be chance.'],
    ['warning', 'warn', 'models/kws.tflite has warnings (latency).'],
    ['failure', 'fail', 'models/kws.tflite breaks limits (latency, accuracy).'],
    ['added', 'fail', 'models/kws.tflite has a size of 52.1 KB (limit: fail above 50KB).'],
    ['removed', 'pass', 'No limit is broken: 1 removed model.'],
    [
      'problems',
      'fail',
      'models/kws.tflite lacks figures (latency), 2 of 2 models could not be judged in full.',
    ],
    ['none', 'pass', 'No model changed.'],
  ])('%s: %s', (name, verdict, summary) => {
    const report = examples[name]!();
    expect(report.summary).toBe(summary);
    // A difference between a recipe's result and its source may be chance in a report that is fine.
    expect([verdict, 'noise']).toContain(report.verdict);
  });

  it('names a part of the work that could not be done, where nothing is broken', () => {
    const models: ModelReport[] = examples.fine!().models.map((model) => ({
      ...model,
      problems: ['int8-float-io: needs samples.'],
    }));
    const report = buildReport({
      models,
      baseSha: null,
      headSha: null,
      environment: [],
      omissions: [],
      notices: [],
    });
    expect(report).toMatchObject({
      verdict: 'fail',
      summary: 'models/kws.tflite: int8-float-io: needs samples.',
    });
  });

  it('has the models by path', () => {
    expect(examples.failure!().models.map(({ file }) => file)).toEqual([
      'models/kws.tflite',
      'models/vww.tflite',
    ]);
  });
});

describe('tradeOffs', () => {
  it('compare fidelity with the source’s own, which is perfect', () => {
    const [model] = examples.problems!().models.filter(({ comparisons }) => comparisons.length > 0);
    const choices = tradeOffs(model!).map(({ recipe, accuracy, best }) => ({ recipe, accuracy, best }));
    expect(choices).toEqual([
      { recipe: null, accuracy: 1, best: true },
      { recipe: 'int8', accuracy: 0.976, best: true },
    ]);
  });

  it('marks what nothing else beats', () => {
    const bests = (name: string) =>
      tradeOffs(examples[name]!().models[0]!).map(({ recipe, best }) => [recipe, best]);
    expect(bests('fine')).toEqual([
      [null, true],
      ['int8', true],
    ]);
    expect(bests('failure')).toEqual([
      [null, true],
      ['prune-50', false],
    ]);
  });
});
