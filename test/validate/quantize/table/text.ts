import { markdownTable } from 'markdown-table';
import type { Estimate } from '../../../../src/base/statistics.js';
import { textTable } from '../../../../src/report/text-table.js';
import type { Judgement } from './judge.js';
import { bestOf, largestFile, type Row } from './rows.js';

const header = [
  'model',
  'scheme',
  'by',
  'accuracy %',
  'agreement %',
  'P dB',
  'L dB',
  'bytes',
  'goal: L',
  'agreement',
  'bytes ≤',
  'verdict',
];

/** The results as a table for a terminal. */
export function terminalText(rows: readonly Row[], floats: ReadonlyMap<string, Judgement>): string {
  return textTable(header, linesOf(rows, floats), 3);
}

/** The results as a page of the documentation. */
export function page(
  rows: readonly Row[],
  floats: ReadonlyMap<string, Judgement>,
  splits: readonly string[],
): string {
  const align = header.map((_, column) => (column < 3 || column === header.length - 1 ? 'l' : 'r'));
  const table = markdownTable([header, ...linesOf(rows, floats)], { align });
  return [
    '# Quantization: litetrim beside Google’s quantizer',
    '<!-- Made by `npm run validate -- quantize`; not by hand. -->',
    'AEQ is ai-edge-quantizer 0.10.0 with its own recipes, run on the same samples; where another of its ' +
      'algorithms (MSE, OCTAV, GPTQ) does better than its default, that stands below. P is the signal to noise ' +
      'ratio of the outputs, L that of the logits, against the float model. ± is half of a 95 % interval. A goal ' +
      'is missed where the interval ends below it; AEQ’s L is to be beaten outright. `effort: default`.',
    splits.map((split) => `- ${split}`).join('\n'),
    table,
    '',
  ].join('\n\n');
}

function linesOf(rows: readonly Row[], floats: ReadonlyMap<string, Judgement>): string[][] {
  const models = [...new Set(rows.map(({ model }) => model))];
  return models.flatMap((model) => [
    [model, 'float', '', ...figures(floats.get(model)!).map((text, i) => (i === 1 || i === 3 ? '' : text))],
    ...rows.filter((row) => row.model === model).flatMap(rowLines),
  ]);
}

function rowLines({ model, goal, own, google, shortfalls }: Row): string[][] {
  const wanted = [
    `≥ ${goal.logitsDb}`,
    `≥ ${(goal.agreement * 100).toFixed(1)}`,
    largestFile(google, goal).toLocaleString('en-US'),
  ];
  const verdict = shortfalls.length === 0 ? 'reached' : shortfalls.join('; ');
  const [algorithm, judged] = [...google][0] ?? [];
  const best = bestOf(google);
  const lines = [
    [model, goal.scheme, 'litetrim', ...(own ? figures(own) : ['', '', '', '', '']), ...wanted, verdict],
    [model, goal.scheme, 'AEQ', ...(judged && 'bytes' in judged ? figures(judged) : ['fails'])],
  ];
  if (best && best.algorithm !== algorithm) {
    lines.push([model, goal.scheme, `AEQ ${best.algorithm}`, ...figures(best.judgement)]);
  }
  if (goal.peer.name !== 'AEQ') {
    lines.push([
      model,
      goal.scheme,
      `${goal.peer.name}, other samples`,
      '',
      '',
      '',
      String(goal.peer.logitsDb),
    ]);
  }
  return lines;
}

function figures({ accuracy, agreement, outputsDb, logitsDb, bytes }: Judgement): string[] {
  return [
    `${percent(accuracy)}`,
    `${percent(agreement)}`,
    decibels(outputsDb),
    Number.isFinite(logitsDb.value) ? `${decibels(logitsDb.value)} ± ${half(logitsDb).toFixed(1)}` : 'equal',
    bytes.toLocaleString('en-US'),
  ];
}

const half = ({ low, high }: Estimate): number => (high - low) / 2;

const percent = (share: Estimate): string =>
  `${(share.value * 100).toFixed(1)} ± ${(half(share) * 100).toFixed(1)}`;

const decibels = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : 'equal');
