import { markdownTable } from 'markdown-table';
import { operatorRule } from '../../../../src/model/operators/index.js';
import type { Checked, Verdict } from './check.js';
import { schemes } from './schemes.js';

/** Whether a verdict is as it shall be. What is kept float on purpose is, even where Google quantizes it. */
export function isGood({ case: { code }, verdict }: Checked): boolean {
  if (verdict.kind === 'ok' || verdict.kind === 'refused') return true;
  if (verdict.kind !== 'float') return false;
  return verdict.google === 'refuses' || operatorRule(code)?.floatOnly !== undefined;
}

/** A table of operators and schemes; a cell says what became of the cases, in how many. */
export function coverageRows(checked: readonly Checked[]): string[][] {
  const operators = [...new Set(checked.map(({ case: { operator } }) => operator))].sort();
  return operators.map((operator) => [
    operator,
    ...schemes.map((scheme) =>
      cellOf(checked.filter((one) => one.case.operator === operator && one.scheme === scheme)),
    ),
  ]);
}

export const coverageHeader = ['operator', ...schemes];

function cellOf(checked: readonly Checked[]): string {
  const kinds = checked.map(({ verdict }) => verdict.kind);
  const count = (kind: Verdict['kind']) => kinds.filter((other) => other === kind).length;
  return [...new Set(kinds)].map((kind) => `${kind} ${count(kind)}`).join(', ');
}

/** `CONV_2D, dilation 2, int8: 1.3 times the error of AEQ's`. */
export function sentenceOf({ case: { operator, name }, scheme, verdict }: Checked): string {
  return `${operator}, ${name}, ${scheme}: ${wordsOf(verdict)}`;
}

function wordsOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'ok':
      return 'ok';
    case 'worse':
      return `${verdict.factor.toPrecision(3)} times AEQ's error`;
    case 'coarse':
      return `an error of ${verdict.steps.toPrecision(3)} steps of its output`;
    case 'float':
      return `${verdict.reason}${verdict.google === 'quantizes' ? ' AEQ quantizes it.' : ''}`;
    case 'refused':
    case 'fails':
      return verdict.reason;
  }
}

/** For each scheme how its results compare with Google's where both quantize. */
export function comparisonRows(checked: readonly Checked[]): string[][] {
  return schemes.map((scheme) => {
    const all = checked.filter((one) => one.scheme === scheme);
    const factors = all.flatMap(({ verdict }) =>
      (verdict.kind === 'ok' || verdict.kind === 'worse') && verdict.factor !== null ? [verdict.factor] : [],
    );
    const count = (kind: Verdict['kind']) =>
      String(all.filter(({ verdict }) => verdict.kind === kind).length);
    const alone = all.filter(({ verdict }) => verdict.kind === 'ok' && verdict.factor === null).length;
    const steps = all.flatMap(({ verdict }) => ('steps' in verdict ? [verdict.steps] : []));
    const median = factors.sort((a, b) => a - b)[Math.floor(factors.length / 2)];
    return [
      scheme,
      String(all.length),
      String(factors.length),
      median === undefined ? '' : median.toFixed(2),
      String(alone),
      Math.max(0, ...steps).toFixed(2),
      count('float'),
      String(all.filter((one) => !isGood(one)).length),
    ];
  });
}

const comparisonHeader = [
  'scheme',
  'cases',
  'quantized by both',
  'median error ÷ AEQ’s',
  'by litetrim alone',
  'largest error in steps',
  'kept float',
  'not as they shall be',
];

/** The page of the documentation. */
export function coveragePage(checked: readonly Checked[]): string {
  const list = (found: readonly Checked[]) =>
    found.length === 0 ? 'None.' : found.map((one) => `- ${sentenceOf(one)}`).join('\n');
  const align = (columns: number) => Array.from({ length: columns }, (_, i) => (i === 0 ? 'l' : 'r'));
  return [
    '# Operators that litetrim quantizes',
    '<!-- Made by `npm run validate -- conformance`; not by hand. -->',
    'Each operator in many forms (shapes, paddings, strides, activations, broadcasts) is a model of its own, which ' +
      'every recipe quantizes and LiteRT runs on 64 samples that did not calibrate it. `ok`: it runs quantized, and ' +
      'its mean squared error against the float model is at most that of ai-edge-quantizer 0.10.0 (AEQ) with the same ' +
      'samples, or 1.5 steps of its output where AEQ does not quantize it, as nothing in `int8x4`. Where an operator that computes the same takes its place, that one is looked at. `float`: it computes in float, and a note ' +
      'says why. A step is that of the output, or of 8 bits (4 bits) over its range where that is larger. Numbers count forms; an empty cell: the recipe has nothing to do with the operator.',
    markdownTable([coverageHeader, ...coverageRows(checked)], { align: align(coverageHeader.length) }),
    '## Beside Google’s quantizer',
    markdownTable([comparisonHeader, ...comparisonRows(checked)], { align: align(comparisonHeader.length) }),
    '## Not as it shall be',
    list(checked.filter((one) => !isGood(one))),
    '## Kept float, or refused',
    list(checked.filter((one) => one.verdict.kind !== 'ok' && isGood(one))),
    '',
  ].join('\n\n');
}
