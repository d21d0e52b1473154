// Measures ranges of activations against what they can't be cheaper than: running the same samples through
// the same model without looking inside. On a machine that others use, too, only the ratios say something;
// bench/quantize/ compares the whole process with another tool.
//
//   npx tsx bench/calibration.ts [MODEL.tflite] [SAMPLES]
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silent } from '../src/base/progress.js';
import { randomDataset } from '../src/data/random-dataset.js';
import type { Dataset } from '../src/data/types.js';
import { mainSubgraph, modelInterface } from '../src/model/interface.js';
import { readModel } from '../src/model/read.js';
import { calibrate } from '../src/optimize/calibrate/calibrate.js';
import type { CalibrationMethod } from '../src/optimize/calibrate/method.js';
import { textTable } from '../src/report/text-table.js';
import { SessionPool } from '../src/runtime/pool.js';
import { extremes } from '../src/runtime/reducers/extremes.js';

const fallback = fileURLToPath(
  new URL('../../shared/models/latency/mobilenet_v1_1.0_224_f32.tflite', import.meta.url),
);
const file = process.argv[2] ?? fallback;
const count = Number(process.argv[3] ?? 40);
if (!existsSync(file)) {
  console.error(`SKIPPED: ${file} is not there; name a model: npx tsx bench/calibration.ts MODEL.tflite`);
  process.exit(2);
}

const model = readModel(readFileSync(file), file);
const subgraph = mainSubgraph(model);
const computed = subgraph.operators.flatMap(({ outputs }) => outputs);
const pool = new SessionPool();
const cache = await mkdtemp(join(tmpdir(), 'litetrim-bench-'));

/** Seconds of processor time, all threads together, and of the clock. */
async function time(work: () => unknown): Promise<{ cpu: number; wall: number }> {
  const [before, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1e3 };
}

/** Noise that is made beforehand, so that making it isn't timed. */
async function noise(): Promise<Dataset> {
  const dataset = randomDataset(modelInterface(model).inputs, { samples: count });
  const samples = await Promise.all(Array.from({ length: count }, (_, i) => dataset.calibration.sample(i)));
  return { ...dataset, calibration: { size: count, sample: async (index) => samples[index]! } };
}

async function main(): Promise<void> {
  const dataset = await noise();
  const run = async () => {
    for await (const _ of pool.outputs(model, dataset.calibration));
  };
  const ranges = (method: CalibrationMethod, folder?: string) => () => {
    const context = { dataset, effort: 'best' as const, seed: 1, progress: silent, notes: [], pool };
    const kept = folder === undefined ? {} : { cache: folder };
    return calibrate(model, subgraph, computed, method, { ...context, ...kept });
  };
  const minMax = { method: 'min-max' } as const;
  // Twice, since WebAssembly's compiler takes its time with what it finds to be hot.
  for (const work of [run, ranges(minMax, cache)]) await work();
  const plain = await time(run);
  const rows = {
    'running the model': plain,
    'ranges, min-max': await time(ranges(minMax)),
    'ranges, percentile': await time(ranges({ method: 'percentile', percentile: 99.99 })),
    'ranges, kept': await time(ranges(minMax, cache)),
  };
  const cells = Object.entries(rows).map(([name, { cpu, wall }]) => [
    ...[name, ((1000 * cpu) / count).toFixed(1), ((1000 * wall) / count).toFixed(1)],
    (cpu / plain.cpu).toFixed(2),
  ]);
  console.log(`${file}: ${count} samples\n`);
  console.log(textTable(['', 'CPU ms a sample', 'ms a sample', '× running'], cells));
  await compareScans();
}

/** The scan of values by SIMD against a loop in JavaScript. */
async function compareScans(): Promise<void> {
  const values = Float32Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i));
  const loop = () => {
    let [min, max, nan] = [Infinity, -Infinity, false];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
      if (Number.isNaN(value)) nan = true;
    }
    return { min, max, nan };
  };
  const often = (work: () => unknown) => () => {
    for (let i = 0; i < 30; i++) work();
  };
  for (const work of [loop, () => extremes(values)]) await time(often(work));
  const [plain, simd] = [await time(often(loop)), await time(often(() => extremes(values)))];
  console.log(`\nextremes: ${(plain.cpu / simd.cpu).toFixed(1)} times as fast as a loop in JavaScript`);
}

try {
  await main();
} finally {
  await pool.close();
  await rm(cache, { recursive: true, force: true });
}
