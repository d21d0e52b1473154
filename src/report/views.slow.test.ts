import { describe, expect, it } from 'vitest';
import { layerDamage, layerZeros, measurement } from '../../test/support/example-measurements.js';
import { examples, hostileNames } from '../../test/support/report-examples.js';
import type { Comparison, Report } from '../compare/types.js';
import { renderComment } from './comment.js';
import { renderHtml } from './html.js';
import { plain, renderJson } from './json.js';
import { benchText, diffText, evaluateText, inspectText, optimizeText } from './text.js';

/** Elements and attributes that the page writes itself; attributes in quotes. */
const ownTag =
  /^<(!doctype|\/?(html|head|meta|title|style|body|main|h[123]|ul|li|div|table|thead|tbody|tr|th|td|p|small|code|section|dl|dt|dd|footer|a|figure|svg|path|text|g|circle))( (lang|charset|http-equiv|content|name|class|scope|href|html)(="[^"]*")?)*>$/;

const links = { runUrl: 'https://github.com/acme/models/actions/runs/1' };

describe('the page', () => {
  it.each(['fine', 'failure', 'hostile', 'removed'])('%s', async (name) => {
    await expect(renderHtml(examples[name]!(), links)).toMatchFileSnapshot(`golden/page-${name}.golden.html`);
  });

  it('loads nothing and holds no HTML from outside', () => {
    const page = renderHtml(examples.hostile!(), links);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"');
    for (const tag of page.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(ownTag);
    expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual([`href="${links.runUrl}"`]);
    for (const name of hostileNames.filter((text) => text.includes('<'))) expect(page).not.toContain(name);
  });

  it.each(Object.keys(examples))('%s: closes every element that it opens', (name) => {
    const open: string[] = [];
    for (const [, slash, tag, end] of renderHtml(examples[name]!(), links).matchAll(
      /<(\/?)([a-z]\w*)[^>]*?(\/?)>/g,
    )) {
      if (['meta', 'path', 'circle', 'br'].includes(tag!) || end) continue;
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag!);
    }
    expect(open).toEqual([]);
  });

  it('takes no address that is none of the web', () => {
    const links = { runUrl: 'javascript:alert(1)', artifactUrl: 'https://a.bc/" onclick="alert(1)' };
    const page = renderHtml(examples.fine!(), links);
    expect(page).not.toContain('javascript');
    expect(page).toContain('<a href="https://a.bc/&#34; onclick=&#34;alert(1)">');
  });
});

describe('JSON', () => {
  it.each(['failure', 'problems', 'removed'])('%s', async (name) => {
    await expect(renderJson(examples[name]!())).toMatchFileSnapshot(`golden/report-${name}.golden.json`);
  });

  it('leaves out what only paired tests read', () => {
    const text = renderJson(examples.fine!());
    expect(text).not.toContain('"correct"');
    expect(text).not.toContain('"errors"');
    expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1, models: [{ file: 'models/kws.tflite' }] });
  });

  it('tells the layers of each model and variant once', () => {
    const [{ comparisons }] = JSON.parse(renderJson(examples.fine!())).models;
    const told = comparisons.map(({ kind, head }: Comparison) => {
      return [kind, 'layers' in head!.devices[0]!, head!.devices[0]!.latencyMs > 0, 'quantization' in head!];
    });
    expect(told).toEqual([
      ['model', true, true, false],
      ['variant', true, true, true],
      ['recipe', false, true, false],
    ]);
  });

  it('is the same whatever order keys were written in', () => {
    const report = examples.failure!();
    expect(renderJson(reversed(report) as Report)).toBe(renderJson(report));
  });

  it('has null where there is no number', () => {
    expect(plain({ sqnrDb: Infinity, low: -Infinity, none: Number.NaN, identical: true })).toEqual({
      sqnrDb: null,
      low: null,
      none: null,
      identical: true,
    });
  });
});

function reversed(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

it.each([
  ['the page', renderHtml(examples.hostile!())],
  ['text for terminals', diffText(examples.hostile!())],
  ['the comment', renderComment(examples.hostile!()).replaceAll('\u200b', '')],
])('%s holds no hidden character', (_, text) => {
  const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}]/gu;
  // ⚠️ is a mark of the report's own.
  expect(text.replaceAll('⚠\ufe0f', '').match(hidden)).toBeNull();
});

describe('a name of 4,096 characters', () => {
  const named = (middle: string) => `models/${'x'.repeat(2000)}${middle}${'y'.repeat(2079)}.tflite`;
  const files = [named('one'), named('two')];
  const [model] = examples.fine!().models;
  const models = files.map((file) => {
    return { ...model!, file, comparisons: model!.comparisons.map((one) => ({ ...one, file })) };
  });
  const report = { ...examples.fine!(), models };

  it('is whole on the page and in JSON, so that none is taken for another', () => {
    for (const file of files) {
      expect(renderHtml(report)).toContain(`<code>${file}</code>`);
      expect(renderJson(report)).toContain(`"${file}"`);
    }
  });

  it('is cut in its middle where rows of a table show it', () => {
    const cut = `models/${'x'.repeat(33)}…${'y'.repeat(32)}.tflite`;
    expect(renderComment(report)).toContain(`| \`${cut}\` |`);
    expect(diffText(report)).toContain(`  ${cut}  as committed  `);
  });
});

describe('text for terminals', () => {
  const [device] = measurement({ latencyMs: 2.246 }).devices;
  const evaluation = {
    ...measurement().evaluation!,
    reference: 'kws_float.tflite',
    agreement: 0.986,
    sqnrDb: 31.42,
    logitsSqnrDb: 35.1,
  };
  const texts: [string, string][] = [
    [
      'inspect',
      inspectText({
        file: 'models/kws.tflite',
        bytes: 52_100,
        gzipBytes: 42_201,
        operators: [
          { name: 'CONV_2D', version: 3, count: 9 },
          { name: 'FULLY_CONNECTED', version: 4, count: 1 },
        ],
        tensors: 38,
        parameters: 22_604,
        macs: 2_656_768,
        precision: 'int8',
        signatures: [
          {
            key: 'serving_default',
            inputs: [
              {
                name: 'input_1',
                type: 'int8',
                shape: [-1, 49, 10, 1],
                quantization: { scale: 0.58470290899, zeroPoint: 83 },
              },
            ],
            outputs: [{ name: 'Identity\u001b[31m', type: 'float32', shape: [1, 12], quantization: null }],
          },
        ],
        warnings: ['A tensor that nothing refers to.'],
      }),
    ],
    [
      'optimize',
      optimizeText(
        {
          file: 'out/kws.tflite',
          bytes: 17_300,
          gzipBytes: 14_012,
          recipe: 'int8',
          seconds: 1.234,
          notes: ['SOFTMAX is kept in float.', 'Layers drift.'],
          zeros: layerZeros('conv/Relu\u001b[31m'),
          layers: layerDamage('conv/Relu\u001b[31m'),
        },
        52_100,
        new Set(['Layers drift.']),
      ),
    ],
    [
      'bench',
      benchText([
        { file: 'models/kws.tflite', ...device! },
        { file: 'models/vww.tflite', ...device!, device: 'cortex-a55', confidence: 'derived', layers: [] },
        {
          file: 'models/kws.tflite',
          ...measurement({ devices: ['native'], spread: [0.98, 1.1], latencyMs: 2.1 }).devices[0]!,
        },
      ]),
    ],
    ['evaluate', evaluateText({ file: 'kws.tflite', ...evaluation })],
    ...['fine', 'failure', 'hardware', 'problems', 'none'].map((name): [string, string] => [
      `diff-${name}`,
      diffText(examples[name]!()),
    ]),
  ];

  it.each(texts)('%s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/text-${name}.golden.txt`);
  });

  it('tells zeros of a model as committed without where they come from', () => {
    const zeros = layerZeros().map((layer) => ({ ...layer, before: null, pruned: null }));
    const result = { file: 'm.tflite', bytes: 1, gzipBytes: 1, recipe: 'own', seconds: 0, notes: [], zeros };
    const text = optimizeText(result, 1);
    expect(text).toMatch(/^Layer +Stored +Weights +Zero$/m);
    expect(text).toMatch(/^0 CONV_2D conv\/Relu +dense +20\.5 k +52\.0 %$/m);
    expect(text).toContain('Why weights are zero isn’t known of a model as committed.');
  });

  it('tells the multiply-accumulates that a sparse kernel left out', () => {
    const { layers, ...rest } = device!;
    const sparse = { ...layers[0]!, kernel: 'SPMM', macs: 51_380_224, effectiveMacs: 10_276_045 };
    const text = benchText([{ file: 'm.tflite', ...rest, layers: [sparse, layers[1]!] }]);
    expect(text).toMatch(/SPMM .* 10,276,045 of 51,380,224 /);
    expect(text).toContain('\nMACs a of b: a sparse kernel ran,');
    expect(benchText([{ file: 'm.tflite', ...device! }])).not.toContain('a sparse kernel ran');
  });

  it('holds no control characters, whatever models are called', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    expect(diffText(examples.hostile!())).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
