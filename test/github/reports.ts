import type { MetricName } from '../../src/compare/metrics.js';
import type { Comparison, ComparisonKind, Difference, Report } from '../../src/compare/types.js';

/** Reports for tests of how a report is published; what is in them is of no matter there. */
export function report(comparisons: Comparison[], problems: string[] = []): Report {
  const verdicts = comparisons.flatMap(({ differences }) => differences.map(({ verdict }) => verdict));
  const verdict = verdicts.includes('fail') || problems.length > 0 ? 'fail' : 'pass';
  const models = [{ file: 'models/a.tflite', status: 'changed' as const, comparisons, notes: [], problems }];
  return {
    schemaVersion: 1,
    verdict,
    summary: `The verdict is ${verdict}.`,
    baseSha: null,
    headSha: null,
    models: comparisons.length + problems.length > 0 ? models : [],
    environment: [],
    notices: [],
    omissions: [],
  };
}

export function comparison(kind: ComparisonKind, differences: Difference[]): Comparison {
  const recipe = kind === 'model' ? null : 'int8';
  return { kind, file: 'models/a.tflite', recipe, base: null, head: null, differences, verdict: 'pass' };
}

export function difference(metric: MetricName, changes: Partial<Difference> = {}): Difference {
  return {
    metric,
    device: null,
    unit: 'bytes',
    base: 400,
    head: 300,
    delta: -100,
    relative: -0.25,
    verdict: 'pass',
    limit: null,
    reason: null,
    ...changes,
  };
}
