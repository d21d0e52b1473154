import { parseBound } from '../../src/compare/bound.js';
import { type ComparisonInput, compareMeasurements } from '../../src/compare/compare.js';
import type { Levels, Limits } from '../../src/compare/limits.js';
import { type MetricName, metricOf } from '../../src/compare/metrics.js';
import { buildReport } from '../../src/compare/report.js';
import type { ModelReport, Notice, Report } from '../../src/compare/types.js';
import { fidelity, layerDamage, layerZeros, measurement } from './example-measurements.js';

/**
 * Reports of made-up figures for tests, made as the pipeline makes them: measurements, compared by
 * limits. To test a case, add it to `examples`: every view gets a golden file of it.
 */

/** `limits({ latency: { fail: '+3%' } })`, as a configuration would say. */
export function limits(texts: { [name in MetricName]?: Record<string, string> }): Limits {
  const entries = Object.entries(texts) as [MetricName, Record<string, string>][];
  return Object.fromEntries(entries.map(([name, levels]) => [name, levelsOf(name, levels)]));
}

function levelsOf(name: MetricName, levels: Record<string, string>): Levels {
  const bounds = Object.entries(levels).map(([level, text]) => {
    const bound = parseBound(text, metricOf(name));
    if ('problem' in bound) throw new Error(bound.problem);
    return [level, [bound]];
  });
  return Object.fromEntries(bounds);
}

/** The limits of the design's example. */
export const exampleLimits = limits({
  size: { fail: '+5%' },
  latency: { warn: '+1%', fail: '+3%' },
  accuracy: { fail: '-1pp' },
});

type Sides = Partial<ComparisonInput> & Pick<ComparisonInput, 'kind'>;

function compare(sides: Sides) {
  const { file, recipe } = (sides.head ?? sides.base)!;
  return compareMeasurements({ file, recipe, base: null, head: null, limits: exampleLimits, ...sides });
}

function model(
  file: string,
  status: ModelReport['status'],
  comparisons: Sides[],
  problems: string[] = [],
): ModelReport {
  const compared = comparisons.map((sides) => compare({ file, ...sides }));
  return { file, status, comparisons: compared, notes: [], problems };
}

function report(models: ModelReport[], omissions: string[] = [], notices: Notice[] = []): Report {
  return buildReport({
    baseSha: '1f0c9d2a7f4be0c6b2b5f3f8c1d9a0b3c4d5e6f7',
    headSha: '9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b',
    models,
    environment: [
      { name: 'litetrim', version: '0.1.0' },
      { name: 'LiteRT', version: '2.3.0' },
    ],
    notices,
    omissions,
  });
}

const kws = 'models/kws.tflite';
const int8 = { recipe: 'int8', bytes: 17_300, latencyMs: 1.02, memory: 61_000, right: 455 };
const prune = { recipe: 'prune-50', bytes: 52_100, right: 431 };
const pruneLimits = limits({ accuracy: { fail: '-3pp' } });

/** Head's model smaller and faster than base's, its variant too. */
function fine(): Report {
  const head = measurement({ bytes: 49_000, latencyMs: 1.9 });
  const variant = measurement({
    ...int8,
    bytes: 16_200,
    latencyMs: 0.97,
    notes: ['SOFTMAX is kept in float: no rule for it.'],
    quantization: layerDamage(),
  });
  return report([
    model(kws, 'changed', [
      { kind: 'model', base: measurement(), head },
      { kind: 'variant', base: measurement(int8), head: variant },
      { kind: 'recipe', base: head, head: variant, limits: {} },
    ]),
  ]);
}

/** A new training that changed no figure of the model, and hardly any of its accuracy. */
function unchanged(): Report {
  return report([
    model(kws, 'changed', [
      { kind: 'model', base: measurement(), head: measurement() },
      { kind: 'variant', base: measurement(int8), head: measurement({ ...int8, right: 453 }) },
      { kind: 'recipe', base: measurement(), head: measurement({ ...int8, right: 453 }), limits: {} },
    ]),
  ]);
}

function warning(): Report {
  const head = measurement({ latencyMs: 2.04 });
  const slow = measurement({ ...int8, latencyMs: 2.4 });
  return report([
    model(kws, 'changed', [
      { kind: 'model', base: measurement(), head },
      { kind: 'variant', base: slow, head: slow },
      { kind: 'recipe', base: head, head: slow, limits: {} },
    ]),
  ]);
}

/** Slower than allowed, on one device more; a pruned variant that lost accuracy; a fine second model. */
function failure(): Report {
  const head = measurement({ latencyMs: 2.246 });
  const pruned = measurement({ ...prune, latencyMs: 2.246, zeros: layerZeros() });
  return report([
    model('models/vww.tflite', 'changed', [
      {
        kind: 'model',
        base: measurement({ file: 'models/vww.tflite' }),
        head: measurement({ file: 'models/vww.tflite', bytes: 50_000 }),
      },
    ]),
    model(kws, 'changed', [
      { kind: 'model', base: measurement(), head },
      { kind: 'variant', base: measurement({ ...prune, latencyMs: 2.2 }), head: pruned },
      { kind: 'recipe', base: head, head: pruned, limits: pruneLimits },
    ]),
  ]);
}

/** On real hardware: a change within the spread may be chance, and fails nothing. */
function hardware(): Report {
  const on = { devices: ['boards/lab.yml'], spread: [0.97, 1.04] as [number, number] };
  return report([
    model(kws, 'changed', [
      { kind: 'model', base: measurement(on), head: measurement({ ...on, latencyMs: 2.08 }) },
      {
        kind: 'variant',
        base: measurement({ ...int8, ...on }),
        head: measurement({ ...int8, ...on, latencyMs: 1.2 }),
      },
    ]),
  ]);
}

/** No base to compare with: limits on the figures themselves hold. */
function added(): Report {
  const absolute = limits({ size: { fail: '50KB' }, latency: { fail: '+3%' }, accuracy: { warn: '95%' } });
  const head = measurement();
  const variant = measurement(int8);
  return report([
    model(kws, 'added', [
      { kind: 'new', head, limits: absolute },
      { kind: 'new', head: variant, limits: absolute },
      { kind: 'recipe', base: head, head: variant, limits: {} },
    ]),
  ]);
}

function removed(): Report {
  return report([model(kws, 'removed', [{ kind: 'removed', base: measurement() }])]);
}

const noEmulator = ['raspberry-pi-4', 'cortex-a55'].map((device) => {
  return { device, reason: 'the emulator can’t be installed here', ofModel: false };
});

/** Without labels and emulator: fidelity, no latency, a model that can't be read, a variant that isn't made. */
function problems(): Report {
  const head = { ...measurement({ devices: [], missing: noEmulator }), evaluation: null };
  const variant = {
    ...measurement({ ...int8, devices: [], missing: noEmulator }),
    evaluation: fidelity(488),
  };
  const broken = 'models/broken.tflite: byte 0x4: this is a PNG image. Name a .tflite file.';
  return report(
    [
      model(
        kws,
        'changed',
        [
          { kind: 'model', base: { ...measurement(), evaluation: null }, head },
          { kind: 'recipe', base: head, head: variant, limits: pruneLimits },
        ],
        ['int8-float-io: needs samples to measure the ranges of activations.'],
      ),
      model('models/broken.tflite', 'changed', [], [broken]),
    ],
    ['No latency: the emulator can’t be installed here. Run "litetrim doctor".'],
  );
}

/** Names that would be markup, links, mentions, HTML or commands, or hide something, as they are. */
export const hostileNames = [
  'models/a|b`c\\|d.tflite',
  'models/<img src=x onerror=alert(1)>.tflite',
  'models/[click](https://evil.example/x).tflite',
  'models/@octocat #1 GH-2 www.evil.example.tflite',
  'models/![x](javascript:alert(1)) **bold** _it_ ~~no~~.tflite',
  'models/line\nbreak\r\n## heading\u2028.tflite',
  'models/\u202Eetilft.exe $x^2$ &lt;b&gt; <!-- -->.tflite',
  '</details></td></script><script>alert(1)</script>',
  'models/a|b@example.com _www.evil.example_ :tada: acme/other#3 1f0c9d2a7f4b.tflite',
  '1. [^1] :tada: acme/other#3 1f0c9d2a7f4b $a$ _www.evil.example GHSA-1.tflite',
  `models/k\u200bw\u{e0041}s\u00ad\ufe0f${'e\u0301'.padEnd(40, '\u0301')}.tflite`,
  `models/${'💥'.repeat(100)}é${'x'.repeat(255)}.tflite`,
];

function hostile(): Report {
  const models = hostileNames.map((file, index) => {
    const text = `tensor ${file} owner@evil.example https://evil.example/${index}`;
    const recipe = index % 2 === 0 ? null : file;
    return model(
      file,
      'changed',
      [
        {
          kind: 'model',
          base: measurement({ file, recipe }),
          head: measurement({
            file,
            recipe,
            bytes: 60_000,
            notes: [text],
            quantization: layerDamage(text),
          }),
        },
      ],
      [text],
    );
  });
  return report(models, [hostileNames.join(' ')]);
}

const threeDevices = ['raspberry-pi-4', 'cortex-a55', 'pixel-2'];
const fourRecipes = ['int8', 'int8-mixed', 'dynamic-int8', 'prune-50'];

/** Models, each with four variants, all slower on three devices: one cause many times over. */
function allSlower(count: number): Report {
  const names = ['wake-word', 'person-detection', 'anomaly'];
  return report(
    Array.from({ length: count }, (_, index) => {
      const file = `models/${count === names.length ? names[index] : `family-${index}`}.tflite`;
      const of = (recipe: string | null, latencyMs: number) =>
        measurement({ file, recipe, latencyMs, devices: threeDevices });
      const head = of(null, 2 + 0.5 + 0.01 * index);
      return model(file, 'changed', [
        { kind: 'model', base: of(null, 2), head },
        ...fourRecipes.flatMap((recipe, i): Sides[] => {
          const variant = of(recipe, 1.4 + 0.02 * i);
          return [
            { kind: 'variant', base: of(recipe, 1), head: variant },
            { kind: 'recipe', base: head, head: variant, limits: {} },
          ];
        }),
      ]);
    }),
  );
}

/** So many models that a comment can't hold them. */
function long(): Report {
  const note = (index: number) => `Tensor layer_${index}/weights drifts by ${index} % of its range.`;
  const models = Array.from({ length: 400 }, (_, index) => {
    const file = `models/generated/family-${String(index).padStart(4, '0')}/model.tflite`;
    const notes = Array.from({ length: 12 }, (__, layer) => note(layer));
    const bytes = index === 350 ? 60_000 : 52_000;
    return model(file, 'changed', [
      {
        kind: 'model',
        base: measurement({ file }),
        head: measurement({ file, bytes, notes, latencyMs: 1.99 }),
      },
    ]);
  });
  return report(models);
}

/** Reports by name. */
export const examples: Readonly<Record<string, () => Report>> = {
  fine,
  unchanged,
  warning,
  failure,
  hardware,
  added,
  removed,
  problems,
  hostile,
  long,
  slower: () => allSlower(3),
  'many-slower': () => allSlower(40),
  none: () => report([]),
};
