import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guestFiles, runGuest } from '../../src/device/emulator/guest.js';
import { machineFile } from '../../src/device/emulator/machine-file.js';
import { writeGuestFiles } from '../../src/device/emulator/measure.js';
import { type Counters, difference } from '../../src/device/guest-report.js';
import type { Device, Toolchain } from '../../src/device/index.js';
import { emulatorSlots } from '../../src/device/slots.js';
import type { ModelFile } from '../../src/model/model-file.js';
import { macs } from '../../src/model/operators/index.js';
import { readModel } from '../../src/model/read.js';
import { type CoreClass, deviceOf, modelOf, type PublishedRow } from './latency-rows.js';

/**
 * How a formula with one free number a class of cores sees a row: `fixed + slope × number`, as parts of the
 * published latency, so that 1 is a perfect fit.
 */
export interface Line {
  row: PublishedRow;
  class: CoreClass;
  fixed: number;
  slope: number;
}

/** The same rows in the cost model's eyes, and in those of the two usual formulas. */
export interface Lines {
  /** Free number: the exposure. */
  model: Line[];
  /** Free number: cycles of one multiply-accumulate. */
  macs: Line[];
  /** `L1 + 5·LL + 35·RAM`; free number: cycles of one of its units. */
  units: Line[];
}

/** Between these, and a bit beyond, cycles are nearly a straight line: a use may come before the line of a stream. */
const exposures = [0.05, 0.3] as const;

/** Runs each model of the rows on its device, once for each of two exposures. */
export async function measureLines(rows: readonly PublishedRow[], toolchain: Toolchain): Promise<Lines> {
  const known = new Map<string, Promise<Counters>[]>();
  const lines: Lines = { model: [], macs: [], units: [] };
  for (const row of rows) {
    const [model, device] = [modelOf(row), await deviceOf(row)];
    const name = `${row.device} ${row.model}`;
    const runs = known.get(name) ?? exposures.map((e) => countersAt(e, model, device, toolchain));
    known.set(name, runs);
    const [low, high] = await Promise.all(runs);
    const part = 1 / (row.publishedMs * device.clockMHz * 1000);
    const slope = ((high!.cycles - low!.cycles) / (exposures[1] - exposures[0])) * part;
    const base = { row, class: device.core.order };
    lines.model.push({ ...base, fixed: low!.cycles * part - slope * exposures[0], slope });
    lines.macs.push({ ...base, fixed: 0, slope: macsOf(model) * part });
    lines.units.push({ ...base, fixed: 0, slope: cacheUnits(low!, device) * part });
  }
  return lines;
}

function macsOf({ bytes, file }: ModelFile): number {
  const operators = readModel(bytes, file).subgraphs.flatMap((subgraph) => subgraph.operators);
  return operators.reduce((sum, operator) => sum + macs(operator), 0);
}

/** iai's and Cachegrind's estimate: every access to instructions or data, by where it is answered. */
function cacheUnits(counters: Counters, { caches }: Device): number {
  const { instructions, accesses, l1_misses: missed } = counters;
  const memory = caches.length === 1 ? missed : caches.length === 2 ? counters.l2_misses : counters.l3_misses;
  return instructions + accesses - missed + 5 * (missed - memory) + 35 * memory;
}

async function countersAt(
  exposure: number,
  model: ModelFile,
  device: Device,
  toolchain: Toolchain,
): Promise<Counters> {
  const shared = await mkdtemp(join(tmpdir(), 'litetrim-fit-'));
  try {
    await writeGuestFiles(shared, model, device, toolchain);
    await writeFile(join(shared, guestFiles.machine), machineFile(device, { exposure }));
    const work = join(shared, 'work');
    const options = { shared, work, cpu: device.core.emulatedAs, profile: false, timeoutMs: 600_000 };
    const { inference } = await emulatorSlots.use(() => runGuest(toolchain, options));
    return difference(inference.before, inference.after);
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
}

export type Numbers = Partial<Record<CoreClass, number>>;

/** For each class the number that minimizes the sum of squared relative errors over its rows. */
export function fitNumbers(lines: readonly Line[]): Numbers {
  const numbers: Numbers = {};
  for (const name of new Set(lines.map((line) => line.class))) {
    const own = lines.filter((line) => line.class === name);
    const product = own.reduce((sum, { fixed, slope }) => sum + slope * (1 - fixed), 0);
    numbers[name] = product / own.reduce((sum, { slope }) => sum + slope * slope, 0);
  }
  return numbers;
}

/** Signed relative error of a row; a class without a number of its own takes the other one's. */
export function errorOf(line: Line, numbers: Numbers): number {
  const number = numbers[line.class] ?? Object.values(numbers)[0]!;
  return line.fixed + line.slope * number - 1;
}

/** Errors of rows that the fit didn't see: those that are alike by `key` are left out together. */
export function leftOut(lines: readonly Line[], key: (line: Line) => unknown): number[] {
  return lines.map((line) => {
    const rest = lines.filter((other) => key(other) !== key(line));
    return errorOf(line, fitNumbers(rest));
  });
}

export function meanAbsolute(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
}
