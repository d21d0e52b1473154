// Times measuring the ranges of MobileNet v1's activations over 100 samples on all processors, by LiteRT's native build
// and by its WebAssembly build that fuses, in turns, as whole as `effort: fast` does it: start, samples, end.
//
//   npx tsx bench/quantize/ranges.ts [RUNS]
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomDataset } from '../../src/data/random-dataset.js';
import { mainSubgraph, modelInterface } from '../../src/model/interface.js';
import { readModel } from '../../src/model/read.js';
import { writeModel } from '../../src/model/write.js';
import { textTable } from '../../src/report/text-table.js';
import { withObservedTensors } from '../../src/runtime/observe.js';
import { hasNativeBuild, observeRanges } from '../../src/runtime/observer/ranges.js';
import { SessionPool } from '../../src/runtime/pool.js';

const file = fileURLToPath(
  new URL('../../../shared/models/latency/mobilenet_v1_1.0_224_f32.tflite', import.meta.url),
);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function main(): Promise<void> {
  if (!existsSync(file)) return console.log(`SKIPPED: ${file} is not here.`);
  if (!hasNativeBuild()) return console.log('SKIPPED: there is no native build for this machine.');
  const model = readModel(readFileSync(file), file);
  const tensors = mainSubgraph(model).operators.flatMap(({ outputs }) => outputs);
  const bytes = writeModel(withObservedTensors(model, tensors));
  const part = randomDataset(modelInterface(model).inputs, { samples: 100 }).calibration;
  const drawn = await Promise.all(Array.from({ length: part.size }, (_, i) => part.sample(i)));
  const samples = { size: part.size, sample: async (i: number) => drawn[i]! };
  const times: Record<'native' | 'WebAssembly', number[]> = { native: [], WebAssembly: [] };
  for (let run = 0; run < Number(process.argv[2] ?? 5); run++) {
    const pool = new SessionPool();
    const processes = pool.threads;
    times.native.push(await seconds(() => observeRanges(bytes, samples, { processes })));
    times.WebAssembly.push(await seconds(() => pool.reduce('ranges', bytes, samples, { build: 'fused' })));
    await pool.close();
  }
  const least = Math.min(...times.WebAssembly);
  const rows = Object.entries(times).map(([name, all]) => [
    ...[name, Math.min(...all).toFixed(2)],
    (least / Math.min(...all)).toFixed(2),
  ]);
  console.log(textTable(['build', 'least s', '× as fast'], rows));
}

await main();
