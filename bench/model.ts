// Times reading and writing a model against plain work on the same bytes in the same run. On a machine
// that others use, too, only the ratios say something.
//
//   npx tsx bench/model.ts [MODEL.tflite]
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readModel } from '../src/model/read.js';
import { writeModel } from '../src/model/write.js';

const fallback = fileURLToPath(
  new URL('../../shared/models/latency/mobilenet_v1_1.0_224_f32.tflite', import.meta.url),
);
const file = process.argv[2] ?? fallback;
if (!existsSync(file)) {
  console.error(`${file} does not exist: name a model, npx tsx bench/model.ts MODEL.tflite`);
  process.exit(2);
}

const bytes = new Uint8Array(readFileSync(file));
const packed = gzipSync(bytes, { level: 1 });
const rounds = 20;

/** Milliseconds of the first call, and the median of the later ones. */
function time(work: () => unknown): { first: number; median: number } {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const later = times.slice(1).sort((a, b) => a - b);
  return { first: times[0]!, median: later[Math.floor(later.length / 2)]! };
}

const reading = time(() => readModel(bytes, file));
const model = readModel(bytes, file);
const copy = time(() => bytes.slice());
const rows = {
  'copy of the bytes': copy,
  'gunzip of the same bytes': time(() => gunzipSync(packed)),
  readModel: reading,
  writeModel: time(() => writeModel(model)),
};

console.log(`${file}: ${bytes.length} bytes, median of ${rounds - 1} rounds\n`);
for (const [name, { first, median }] of Object.entries(rows)) {
  const figures = [
    `first ${first.toFixed(1)} ms`,
    `then ${median.toFixed(1)} ms`,
    `${(median / copy.median).toFixed(2)} × copy`,
  ];
  console.log(`${name.padEnd(26)}${figures.map((figure) => figure.padStart(18)).join('')}`);
}
