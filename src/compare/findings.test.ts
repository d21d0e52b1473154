import { describe, expect, it } from 'vitest';
import { measurement } from '../../test/support/example-measurements.js';
import { examples, limits } from '../../test/support/report-examples.js';
import { compareMeasurements } from './compare.js';
import { findingClauses } from './finding-words.js';
import { findingGroups } from './findings.js';
import type { Report } from './types.js';

const texts = (report: Pick<Report, 'models'>) => findingClauses(report, 'fail').map(({ text }) => text);

/** One model, compared by a limit of latency on devices. */
function slower(
  figures: { recipe: string | null; onDevice: number[] }[],
  limit = '+3%',
): Pick<Report, 'models'> {
  const devices = ['a', 'b', 'c'];
  const of = (recipe: string | null, latencies: readonly number[]) => {
    const sides = latencies.map((latencyMs, i) => measurement({ recipe, latencyMs, devices: [devices[i]!] }));
    return { ...sides[0]!, devices: sides.flatMap((side) => side.devices) };
  };
  const comparisons = figures.map(({ recipe, onDevice }) =>
    compareMeasurements({
      kind: recipe === null ? 'model' : 'variant',
      file: 'm.tflite',
      recipe,
      base: of(
        recipe,
        onDevice.map(() => 1),
      ),
      head: of(recipe, onDevice),
      limits: limits({ latency: { fail: limit } }),
    }),
  );
  return { models: [{ file: 'm.tflite', status: 'changed', comparisons, notes: [], problems: [] }] };
}

describe('what is said of findings', () => {
  it('is one clause for a model and a metric, with the range, devices and variants', () => {
    const report = slower([
      { recipe: null, onDevice: [1.1, 1.2, 1.3] },
      { recipe: 'int8', onDevice: [1.2, 1.2, 1.2] },
    ]);
    expect(texts(report)).toEqual([
      expect.stringMatching(
        /^m\.tflite became 10\.0–30\.0 % slower on 3 devices, in both variants \(limit: fail beyond \+3%\)/,
      ),
    ]);
  });

  it('claims no figure that isn’t broken', () => {
    const report = slower([
      { recipe: null, onDevice: [1.1, 1, 1.3] },
      { recipe: 'int8', onDevice: [1.2, 1, 1] },
      { recipe: 'prune-50', onDevice: [1, 1, 1] },
    ]);
    expect(texts(report)[0]).toContain(
      'slower on a and c, as committed and with int8, 3 of 4 figures (limit',
    );
  });

  it('tells figures as figures', () => {
    const report = slower([{ recipe: null, onDevice: [1.1, 1.2] }], '1ms');
    expect(texts(report)[0]).toContain(
      'm.tflite has a latency of 1.10–1.20 ms on a and b (limit: fail above 1ms)',
    );
  });

  it('names the layer that grew', () => {
    expect(texts(slower([{ recipe: null, onDevice: [1.5] }]))[0]).toMatch(
      /: layer 0 CONV_2D takes [\d.]+ % longer$/,
    );
  });
});

describe('findingGroups', () => {
  it('are dealt over the models', () => {
    const groups = findingGroups(examples['many-slower']!(), 'fail');
    expect(new Set(groups.slice(0, 40).map(({ file }) => file)).size).toBe(40);
  });
});
