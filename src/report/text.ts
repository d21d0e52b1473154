import { formatBytes, formatInteger, formatShare, units } from '../base/units.js';
import { visible } from '../base/visible.js';
import type { Report } from '../compare/types.js';
import type { ThreadEstimate } from '../device/threads.js';
import type { DeviceMeasurement } from '../device/types.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import type { Evaluation } from '../evaluate/types.js';
import type { Inspection } from '../model/inspect.js';
import type { LayerDamage, LayerZeros } from '../optimize/layer-facts.js';
import { findingLines } from './finding-lines.js';
import { macsLegend, macsText, notDelegated } from './layer-table.js';
import { maxName } from './markdown.js';
import { figureMarks, marks } from './marks.js';
import { notesOf } from './notes-section.js';
import { damageCells, damageHeader, damageLegend } from './quantization-section.js';
import { type Cell, mainGrid, type Row } from './rows.js';
import { listSections, sectionsFor } from './section-list.js';
import { textSection } from './section-views.js';
import { textTable } from './text-table.js';
import { largest, zerosCells, zerosHeader, zerosLegend } from './zeros-section.js';

/** `litetrim inspect` for a terminal. */
export function inspectText(inspection: Inspection): string {
  const { file, bytes, gzipBytes, operators, tensors, parameters, macs, precision, signatures, warnings } =
    inspection;
  const facts = [
    ['Size', `${formatBytes(bytes)} (download ${formatBytes(gzipBytes)})`],
    ['Precision', precision],
    ['Parameters', count(parameters)],
    ['Multiply-accumulates', count(macs)],
    ['Tensors', count(tensors)],
    ...signatures.flatMap(({ key, inputs, outputs }) => [
      ['Signature', key ?? '(none)'],
      ...inputs.map((tensor) => ['- input', tensorText(tensor)]),
      ...outputs.map((tensor) => ['- output', tensorText(tensor)]),
    ]),
  ];
  const rows = operators.map(({ name, version, count: times }) => [name, String(version), String(times)]);
  return blocks([
    visible(file),
    textTable(null, facts, 2),
    textTable(['Operator', 'Version', 'Count'], rows),
    ...sentences('warning', warnings),
  ]);
}

function tensorText({
  name,
  type,
  shape,
  quantization,
}: Inspection['signatures'][number]['inputs'][number]): string {
  const affine = quantization ? `, scale ${quantization.scale}, zero point ${quantization.zeroPoint}` : '';
  return `${name}: ${type} [${shape.join(', ')}]${affine}`;
}

/** What `litetrim optimize` did. */
export interface OptimizeResult {
  file: string;
  bytes: number;
  recipe: string;
  seconds: number;
  notes: string[];
  /** Size as a download: gzip, level 6. */
  gzipBytes: number;
  /** How much of each layer's weights is zero, where weights were pruned. */
  zeros?: LayerZeros[];
  /** What became of each layer, where that was asked for. */
  layers?: LayerDamage[];
}

/** `litetrim optimize` for a terminal. `sourceBytes`: size of the model that it began with; `warnings`: which notes are. */
export function optimizeText(
  { file, bytes, gzipBytes, recipe, seconds, notes, zeros = [], layers = [] }: OptimizeResult,
  sourceBytes: number,
  warnings: ReadonlySet<string> = new Set(),
): string {
  const change = formatShare((bytes - sourceBytes) / sourceBytes);
  const size = `${formatBytes(bytes)} (${change}; download ${formatBytes(gzipBytes)})`;
  const done = `${visible(file)}: ${size} by ${visible(recipe)} in ${seconds.toFixed(1)} s`;
  return blocks([
    done,
    zeros.length > 0 ? zerosText(largest(zeros)) : '',
    layers.length > 0 ? damageText(layers) : '',
    notes.map((note) => `${warnings.has(note) ? 'warning' : 'note'}: ${visible(note)}`).join('\n'),
  ]);
}

function zerosText({ rows, rest }: ReturnType<typeof largest>): string {
  const more = rest === '' ? [] : [rest];
  return [textTable(zerosHeader(rows), rows.map(zerosCells), 2), ...more, zerosLegend(rows)].join('\n');
}

function damageText(layers: readonly LayerDamage[]): string {
  return `${textTable(damageHeader, layers.map(damageCells), 2)}\n${damageLegend}`;
}

/** One model on one device, as `litetrim bench` measures it. */
export type BenchResult = { file: string; threads?: ThreadEstimate[] } & DeviceMeasurement;

/** Layers that a terminal shows, the costliest of them. */
const maxLayers = 15;

/** `litetrim bench` for a terminal: all models and devices, then the costliest layers of each. */
export function benchText(results: readonly BenchResult[]): string {
  const header = [
    'Model',
    'Device',
    'Trust',
    'Latency',
    'First',
    'Init',
    'Instructions',
    'Cycles',
    'Peak memory',
  ];
  const rows = results.map((result) => [
    visible(result.file, maxName),
    result.device,
    result.confidence,
    ...[result.latencyMs, result.firstInferenceMs, result.loadMs].map((ms) => units.ms.format(ms)),
    count(result.instructions),
    count(result.cycles),
    formatBytes(result.peakMemoryBytes),
  ]);
  return blocks([
    textTable(header, rows, 3),
    ...results.flatMap(spreadText),
    ...results.flatMap(threadsText),
    ...results.flatMap(({ file, notes }) => sentences(visible(file), notes)),
    ...results.filter(({ layers }) => layers.length > 0).map(layersText),
  ]);
}

function spreadText({ file, device, spread }: BenchResult): string[] {
  if (!spread) return [];
  const [low, high] = [spread.lowMs, spread.highMs].map((ms) => units.ms.format(ms));
  const times = `median of ${count(spread.runs)} inferences, half of which took ${low} to ${high}`;
  return [`${visible(file)} on ${visible(device)}, by the machine's own clock: ${times}`];
}

function threadsText({ file, device, threads = [] }: BenchResult): string[] {
  return threads.map(
    ({ threads: count, latencyMs, confidence }) =>
      `${visible(file)} on ${visible(device)}, ${count} threads: ${units.ms.format(latencyMs)} (${confidence})`,
  );
}

function layersText({ file, device, layers, latencyMs }: BenchResult): string {
  const costly = [...layers].sort((a, b) => b.share - a.share || a.index - b.index).slice(0, maxLayers);
  const rows = costly.map(({ index, operator, kernel, share, instructions, cycles, ...layer }) => [
    String(index),
    operator,
    layer.delegated ? (kernel ?? '') : notDelegated,
    layer.bound ?? '–',
    units.ms.format(share * latencyMs),
    `${(share * 100).toFixed(1)} %`,
    count(instructions),
    count(cycles),
    macsText(layer, count),
    layer.misses.map(count).join(' / ') || '–',
  ]);
  const shown =
    layers.length > rows.length ? `the ${rows.length} costliest of ${layers.length} layers` : 'layers';
  const header = [
    '#',
    'Operator',
    'Kernel',
    'Bound',
    'Latency',
    'Share',
    'Instructions',
    'Cycles',
    'MACs',
    'Misses by level',
  ];
  const legend = layers.some(({ effectiveMacs }) => effectiveMacs !== undefined) ? `\n${macsLegend}` : '';
  return `${visible(file)} on ${visible(device)}, ${shown}:\n${textTable(header, rows, 4)}${legend}`;
}

/** What `litetrim evaluate` measured. */
type EvaluateResult = { file: string } & Evaluation;

/** `litetrim evaluate` for a terminal. */
export function evaluateText(result: EvaluateResult): string {
  const { format } = units[accuracyUnit(result)];
  const { value, low, high } = result.value;
  const facts = [
    [result.metric, `${format(value)} (95 % interval ${format(low)} to ${format(high)})`],
    ['samples', `${count(result.samples)} of ${result.dataset}`],
    ...(result.reference === null ? [] : [['reference', result.reference]]),
    ...(result.agreement === null ? [] : [['agreement', units.ratio.format(result.agreement)]]),
    ...(result.sqnrDb === null ? [] : [['SQNR', units.dB.format(result.sqnrDb)]]),
    ...(result.logitsSqnrDb === null ? [] : [['SQNR of the logits', units.dB.format(result.logitsSqnrDb)]]),
    ...(result.outputs ?? []).map(({ name, sqnrDb, dead }) => [
      `SQNR of "${visible(name)}"`,
      `${units.dB.format(sqnrDb)}${dead ? ', never changes' : ''}`,
    ]),
    ...(result.identical ? [['identical', 'yes, bit by bit']] : []),
  ];
  return blocks([visible(result.file), textTable(null, facts, 2)]);
}

/** Characters of a finding in a terminal; it may name many models. */
const maxFinding = 1000;

/** `litetrim diff` and `run` for a terminal: the comment's sentence and table. */
export function diffText(report: Report): string {
  const { columns, rows } = mainGrid(report);
  const header = ['', 'Model', 'Variant', ...columns.map(({ title }) => title)];
  const lines = rows.map((row) => rowText(row));
  return blocks([
    `${marks[report.verdict]} ${visible(report.summary, 1000)}`,
    ...sentences(
      'notice',
      report.notices.map(({ text }) => text),
    ),
    findingLines(report)
      .map((line) => visible(line, maxFinding))
      .join('\n'),
    rows.length > 0 ? textTable(header, lines, 3) : '',
    ...sectionsFor('text').flatMap((section) => textSection(section, report)),
    ...listSections.flatMap(({ label, sentences: of }) => sentences(label, of(report))),
    ...notesOf(report).flatMap(({ subject, sentences: notes }) => sentences(visible(subject), notes)),
  ]);
}

function rowText({ mark, file, recipe, cells }: Row): string[] {
  return [mark, visible(file, maxName), visible(recipe ?? 'as committed', maxName), ...cells.map(cellText)];
}

function cellText(cell: Cell | null): string {
  if (!cell) return '–';
  return `${cell.value}${cell.change === null ? '' : ` (${cell.change})`} ${figureMarks[cell.verdict]}`.trimEnd();
}

function sentences(title: string, texts: readonly string[]): string[] {
  return texts.length > 0 ? [texts.map((text) => `${title}: ${visible(text)}`).join('\n')] : [];
}

function blocks(parts: string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** 1,234,567 on every machine, whatever its locale. */
function count(value: number | null): string {
  return value === null ? '–' : formatInteger(Math.round(value));
}
