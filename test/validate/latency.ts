import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calibration } from '../../src/device/emulator/calibration.js';
import {
  DeviceUnavailable,
  ensureToolchain,
  measureOnDevice,
  type Toolchain,
} from '../../src/device/index.js';
import { textTable } from '../../src/report/text-table.js';
import {
  errorOf,
  fitNumbers,
  type Line,
  type Lines,
  leftOut,
  meanAbsolute,
  measureLines,
  type Numbers,
} from './latency-fit.js';
import { deviceOf, modelOf, type PublishedRow, publishedRows } from './latency-rows.js';

const models = fileURLToPath(new URL('../../../shared/models/latency', import.meta.url));

/**
 * Published latencies against modelled ones and against the two usual formulas, each of the three with one
 * number a class of cores fitted on the same rows. Prints all residuals; false where they are too large.
 */
export async function checkLatency(): Promise<boolean> {
  if (!existsSync(models)) {
    console.log(`SKIPPED: the models to compare on are not there (${models})`);
    return true;
  }
  try {
    const toolchain = await ensureToolchain();
    await printPublished(toolchain);
    return printFits(
      await measureLines(
        publishedRows.filter(({ use }) => use === 'fit'),
        toolchain,
      ),
    );
  } catch (error) {
    if (!(error instanceof DeviceUnavailable)) throw error;
    console.log(`SKIPPED: ${error.message}`);
    return true;
  }
}

const meanings: Record<PublishedRow['use'], string> = {
  fit: '',
  bound: 'published before the kernels were rewritten: an upper bound',
  shown: 'a core of unknown rates: shown only',
};

async function printPublished(toolchain: Toolchain): Promise<void> {
  const lines: string[][] = [];
  for (const row of publishedRows) {
    const device = await deviceOf(row);
    const { latencyMs } = await measureOnDevice(modelOf(row), device, { toolchain });
    const { source, core, model, publishedMs, use } = row;
    const clock = `${core}, ${(device.clockMHz / 1000).toFixed(2)} GHz`;
    const error = percent(latencyMs / publishedMs - 1);
    lines.push([source, clock, model, meanings[use], publishedMs.toFixed(1), latencyMs.toFixed(1), error]);
  }
  console.log(textTable(['source', 'core', 'model', '', 'published ms', 'modelled ms', 'error'], lines, 4));
}

/** What must hold, as parts of 1. */
const bars = { fitted: 0.06, leftOut: 0.09, ofBaseline: 0.5 };

function printFits({ model, macs, units }: Lines): boolean {
  const formulas: [name: string, lines: Line[]][] = [
    ['this cost model', model],
    ['constant multiply-accumulates per cycle', macs],
    ['L1 + 5·LL + 35·RAM', units],
  ];
  const results = formulas.map(([name, lines]) => ({ name, ...residuals(lines) }));
  for (const { name, numbers, fitted, withoutRow, withoutCore } of results) {
    console.log(`\n${name}: ${Object.keys(numbers).length} fitted numbers, ${numbersText(numbers)}`);
    const rows = model.map(({ row }, k) => [
      `${row.core} ${row.model}`,
      row.publishedMs.toFixed(1),
      ...[fitted, withoutRow, withoutCore].map((errors) => percent(errors[k]!)),
    ]);
    const means = [fitted, withoutRow, withoutCore].map((errors) => percent(meanAbsolute(errors)).slice(1));
    const header = ['row', 'published ms', 'fitted', 'row left out', 'core left out'];
    console.log(textTable(header, [...rows, ['mean absolute error', '', ...means]]));
  }
  const asIs = meanAbsolute(model.map((line) => errorOf(line, committed)));
  console.log(
    `\nwith the committed numbers (${numbersText(committed)}): mean absolute error ${percent(asIs).slice(1)}`,
  );
  return judge(results, asIs);
}

const committed: Numbers = Object.fromEntries(
  Object.entries(calibration).map(([name, { exposure }]) => [name, exposure]),
);

interface Residuals {
  numbers: Numbers;
  fitted: number[];
  withoutRow: number[];
  withoutCore: number[];
}

function residuals(lines: Line[]): Residuals {
  const numbers = fitNumbers(lines);
  return {
    numbers,
    fitted: lines.map((line) => errorOf(line, numbers)),
    withoutRow: leftOut(lines, (line) => line),
    withoutCore: leftOut(lines, ({ row }) => row.core),
  };
}

function judge([own, ...baselines]: Residuals[], asIs: number): boolean {
  const least = (pick: (r: Residuals) => number[]) =>
    Math.min(...baselines.map((r) => meanAbsolute(pick(r))));
  const half = bars.ofBaseline;
  const claims: [claim: string, value: number, bar: number][] = [
    ['with the committed numbers', asIs, bars.fitted],
    ['each row left out in turn', meanAbsolute(own!.withoutRow), bars.leftOut],
    ['each core left out in turn', meanAbsolute(own!.withoutCore), bars.leftOut],
    ['half of the better formula', asIs, half * least(({ fitted }) => fitted)],
    [
      'half of the better formula, rows left out',
      meanAbsolute(own!.withoutRow),
      half * least((r) => r.withoutRow),
    ],
    [
      'half of the better formula, cores left out',
      meanAbsolute(own!.withoutCore),
      half * least((r) => r.withoutCore),
    ],
  ];
  console.log('');
  for (const [claim, value, bar] of claims)
    console.log(
      `${value <= bar ? '✔' : '✘'} ${claim}: ${percent(value).slice(1)}, at most ${percent(bar).slice(1)}`,
    );
  return claims.every(([, value, bar]) => value <= bar);
}

function numbersText(numbers: Numbers): string {
  return Object.entries(numbers)
    .map(([name, number]) => `${name} ${number.toFixed(3)}`)
    .join(', ');
}

function percent(part: number): string {
  return `${part < 0 ? '−' : '+'}${Math.abs(part * 100).toFixed(1)} %`;
}
