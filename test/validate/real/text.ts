import { markdownTable } from 'markdown-table';
import { textTable } from '../../../src/report/text-table.js';
import type { Decibels, Row } from './row.js';

const headerOf = (devices: readonly string[]): string[] => [
  'model',
  'recipe',
  'bytes',
  'dB by output',
  'AEQ: bytes',
  'dB by output',
  ...devices,
  'verdict',
];

/** The results as a table for a terminal. */
export function terminalText(rows: readonly Row[], devices: readonly string[]): string {
  return textTable(headerOf(devices), rows.map(cellsOf), 2);
}

/** One result as a line, for those who watch. */
export const lineOf = (row: Row): string => cellsOf(row).join(' | ');

/** The results as a page of the documentation. */
export function page(rows: readonly Row[], devices: readonly string[]): string {
  const header = headerOf(devices);
  const align = header.map((_, column) => (column < 2 || column === header.length - 1 ? 'l' : 'r'));
  return [
    '# Recipes on models as teams commit them',
    '<!-- Made by `npm run validate -- real`; not by hand. -->',
    'Public models (MediaPipe, TensorFlow’s task library, Coral, DTLN, micro-wake-word, Basic Pitch, LiteRT’s own ' +
      'tests), each with every recipe by the command line at `effort: default`. dB: the signal to noise ratio of each ' +
      'output against the source model’s, both run by LiteRT on x86-64, on samples that calibrated nothing. AEQ is ' +
      'ai-edge-quantizer 0.10.0 (litert-quantizer 0.11 is the same under another name) on the same samples. Latencies ' +
      'are emulated, as parts of the source model’s.',
    markdownTable([header, ...rows.map(cellsOf)], { align }),
    '',
  ].join('\n\n');
}

function cellsOf({
  model,
  recipe,
  sourceBytes,
  bytes,
  decibels,
  peer,
  peerBytes,
  latencies,
  shortfalls,
}: Row) {
  return [
    model,
    recipe,
    bytes === null ? '–' : `${bytes.toLocaleString('en-US')} (${percent(bytes / sourceBytes)})`,
    decibelsText(decibels),
    peerBytes?.toLocaleString('en-US') ?? '–',
    peer === null ? '–' : decibelsText(peer),
    ...latencies.map((part) => (part === null ? '–' : `${part.toFixed(2)} ×`)),
    shortfalls.length > 0 ? 'not as it shall be' : bytes === null ? 'refused' : 'right',
  ];
}

const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;

function decibelsText(decibels: Decibels): string {
  if ('error' in decibels) return 'none';
  return decibels.map((value) => (value === Infinity ? 'equal' : value.toFixed(1))).join(', ');
}
