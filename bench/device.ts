// Published single-thread latencies against modelled ones, and the fit of the cost model's free numbers
// (docs/cost-model.md). Needs the emulator and the models beside the repository.
//
//   npx tsx bench/device.ts        the residuals with the numbers of src/device/calibration.ts
//   npx tsx bench/device.ts --fit  besides, the numbers that would fit best, by least squares
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calibration } from '../src/device/calibration.js';
import type { Core } from '../src/device/core.js';
import { guestFiles, runGuest } from '../src/device/emulator.js';
import { difference } from '../src/device/guest-report.js';
import {
  type Device,
  ensureToolchain,
  loadDevice,
  measureOnDevice,
  type Toolchain,
} from '../src/device/index.js';
import { machineFile } from '../src/device/machine-file.js';
import { type ModelFile, writeGuestFiles } from '../src/device/measure.js';
import { textTable } from '../src/report/text-table.js';

const models = fileURLToPath(new URL('../../shared/models/latency', import.meta.url));
const v1 = 'mobilenet_v1_1.0_224_f32.tflite';
const v3 = 'mobilenet_v3_small_1.0_224_f32.tflite';
const v1int8 = 'mobilenet_v1_1.0_224_int8.tflite';

interface Row {
  source: string;
  device: string;
  model: string;
  publishedMs: number;
  /** The int8 rows are older than XNNPACK's present kernels: an upper bound, nothing to fit on. */
  use: 'fit' | 'bound';
}

const readme = 'XNNPACK README, March 2020';
const rows: Row[] = [
  { source: 'XNNPACK commit 64debceffb', device: 'a55-1.6ghz', model: v1, publishedMs: 170.0, use: 'fit' },
  { source: 'XNNPACK commit 64debceffb', device: 'a55-1.6ghz', model: v3, publishedMs: 33.1, use: 'fit' },
  { source: 'XNNPACK commit 07efec483d', device: 'pixel-2', model: v1, publishedMs: 85.5, use: 'fit' },
  { source: 'XNNPACK commit 07efec483d', device: 'pixel-2', model: v3, publishedMs: 13.9, use: 'fit' },
  { source: readme, device: 'pixel-2', model: v1, publishedMs: 86, use: 'fit' },
  { source: readme, device: 'pixel-2', model: v3, publishedMs: 14, use: 'fit' },
  { source: readme, device: 'pixel-3a', model: v1, publishedMs: 88, use: 'fit' },
  { source: readme, device: 'pixel-3a', model: v3, publishedMs: 14, use: 'fit' },
  { source: 'XNNPACK commit e696c3fb6f', device: 'pixel-2', model: v1int8, publishedMs: 55.2, use: 'bound' },
];

async function main(): Promise<void> {
  if (!existsSync(models)) {
    console.error(`SKIPPED: the models to fit on are not there (${models})`);
    return;
  }
  const toolchain = await ensureToolchain();
  await printResiduals(toolchain);
  if (process.argv.includes('--fit')) await printFit(toolchain);
}

async function printResiduals(toolchain: Toolchain): Promise<void> {
  const lines = [];
  const errors: number[] = [];
  for (const { source, device, model, publishedMs, use } of rows) {
    const { latencyMs } = await measureOnDevice(modelFile(model), await benchDevice(device), { toolchain });
    const error = latencyMs / publishedMs - 1;
    if (use === 'fit') errors.push(Math.abs(error));
    const verdict = use === 'fit' ? percent(error) : `${percent(error)} of an upper bound`;
    lines.push([source, device, model, publishedMs.toFixed(1), latencyMs.toFixed(1), verdict]);
  }
  console.log(textTable(['source', 'device', 'model', 'published ms', 'modelled ms', 'error'], lines));
  console.log(`mean absolute error of the fit rows: ${percent(mean(errors))}`);
}

/**
 * Cycles grow linearly with the exposure where no window is bound by transfers: measured at 0 and at 1, the
 * best exposure of a class minimizes the sum of squared relative errors over its rows.
 */
async function printFit(toolchain: Toolchain): Promise<void> {
  const sums: Record<Core['order'], { product: number; square: number }> = {
    'in-order': { product: 0, square: 0 },
    'out-of-order': { product: 0, square: 0 },
  };
  for (const { device: name, model, publishedMs } of rows.filter(({ use }) => use === 'fit')) {
    const device = await benchDevice(name);
    const published = publishedMs * device.clockMHz * 1000;
    const [none, full] = await Promise.all(
      [0, 1].map((e) => cyclesAt(e, modelFile(model), device, toolchain)),
    );
    const slope = (full! - none!) / published;
    sums[device.core.order].product += slope * (1 - none! / published);
    sums[device.core.order].square += slope * slope;
  }
  for (const [order, { product, square }] of Object.entries(sums)) {
    const { exposure } = calibration[order as Core['order']];
    console.log(`${order}: exposure ${exposure}, best by least squares ${(product / square).toFixed(3)}`);
  }
}

async function cyclesAt(
  exposure: number,
  model: ModelFile,
  device: Device,
  toolchain: Toolchain,
): Promise<number> {
  const shared = await mkdtemp(join(tmpdir(), 'litetrim-bench-'));
  try {
    await writeGuestFiles(shared, model, device, toolchain);
    await writeFile(join(shared, guestFiles.machine), machineFile(device, { exposure }));
    const work = join(shared, 'work');
    const options = { shared, work, cpu: device.core.emulatedAs, profile: false, timeoutMs: 600_000 };
    const { inference } = await runGuest(toolchain, options);
    return difference(inference.before, inference.after).cycles;
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
}

function modelFile(name: string): ModelFile {
  return { file: name, bytes: readFileSync(join(models, name)) };
}

function benchDevice(name: string): Promise<Device> {
  return loadDevice(fileURLToPath(new URL(`devices/${name}.yml`, import.meta.url)));
}

function percent(part: number): string {
  return `${part > 0 ? '+' : ''}${(part * 100).toFixed(1)} %`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

await main();
