import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readModelFile } from '../../src/base/files.js';
import { loadDevice, measureOnDevice, type Toolchain } from '../../src/device/index.js';
import { Workbench } from '../../src/job/workbench.js';
import { optimizeModel } from '../../src/optimize/optimize-model.js';
import { type Step, stepSchema } from '../../src/optimize/transforms.js';
import { textTable } from '../../src/report/text-table.js';

const file = fileURLToPath(
  new URL('../../../shared/models/latency/mobilenet_v1_symmetric_padding_f32.tflite', import.meta.url),
);
const devices = ['cortex-a53', 'cortex-a72'] as const;

interface Row {
  title: string;
  steps: readonly Record<string, unknown>[];
  /** How many times as fast it shall be as the dense model, by device. */
  goals?: readonly [a53: number, a72: number];
}

const stored = [{ transform: 'clean' }, { transform: 'encode-sparse' }];

const sparse = (
  sparsity: number,
  more: { pattern?: string; rules?: object[] },
  goals?: Row['goals'],
): Row => ({
  title: `${sparsity * 100} % of each convolution's weights, ${more.pattern ?? 'unstructured'}`,
  steps: [
    { transform: 'prune', sparsity, allocation: 'uniform', operators: ['CONV_2D'], ...more },
    ...stored,
  ],
  ...(goals && { goals }),
});

/** The last two 1×1 convolutions hold half of all weights, and see 49 pixels. */
const lessAtTheEnd = [12, 13].map((i) => ({ tensor: `*conv2d_${i}/*`, sparsity: 0.68 }));

/** To add a row, add an entry. The model's weights are random, which its latency doesn't depend on. */
const rows: readonly Row[] = [
  { title: 'as it is', steps: [] },
  sparse(0.8, {}),
  sparse(0.8, { pattern: '4x1' }),
  {
    title: 'the same, stored in 8 bits',
    steps: [
      ...sparse(0.8, { pattern: '4x1' }).steps.slice(0, 1),
      { transform: 'quantize', scheme: 'weight-int8' },
      ...stored,
    ],
  },
  sparse(0.8, { pattern: '2x1' }, [2.5, 1.8]),
  {
    ...sparse(0.92, { pattern: '2x1', rules: lessAtTheEnd }),
    title: '80 % of all of these weights, 92 % but for 68 % of the last two, 2x1',
  },
  sparse(0.85, { pattern: '2x1' }),
  sparse(0.86, { pattern: '2x1' }),
  sparse(0.9, { pattern: '2x1' }),
  {
    title: 'channels, 50 % of the multiply-accumulates less',
    steps: [{ transform: 'prune-channels', macs: 0.5 }, { transform: 'clean' }],
    goals: [1.6, 1.6],
  },
];

/**
 * `npm run validate -- pruned-latency`: what pruning a MobileNet v1 saves of its latency on emulated devices.
 *
 * @returns whether every goal is reached
 */
export async function checkPrunedLatency(): Promise<boolean> {
  const bench = new Workbench();
  const toolchain = existsSync(file) ? await bench.toolchain() : null;
  if (!toolchain) {
    console.log(`SKIPPED: ${[...bench.omissions][0] ?? 'the reference models (../shared) are not here.'}`);
    return true;
  }
  const bytes = await readModelFile(file);
  const lines: string[][] = [];
  let [dense, passed]: [number[], boolean] = [[], true];
  for (const row of rows) {
    const recipe = { name: row.title, steps: row.steps.map((step): Step => stepSchema.parse(step)) };
    const made =
      row.steps.length > 0 ? await optimizeModel({ file, bytes }, recipe, { pool: bench.pool }) : { bytes };
    const times = await timesOf(made.bytes, toolchain);
    if (dense.length === 0) dense = times;
    const factors = times.map((ms, i) => dense[i]! / ms);
    const reached = row.goals?.every((goal, i) => factors[i]! >= goal) ?? true;
    passed &&= reached;
    lines.push([
      ...[row.title, made.bytes.length.toLocaleString('en-US')],
      ...times.map((ms, i) => `${ms.toFixed(1)} ms  ${factors[i]!.toFixed(2)}×`),
      ...(row.goals
        ? [row.goals.map((goal) => `≥ ${goal}`).join(', '), reached ? 'reached' : 'missed']
        : ['', '']),
    ]);
  }
  await bench.pool.close();
  console.log(textTable(['', 'bytes', ...devices, 'goals', 'verdict'], lines));
  return passed;
}

/** Milliseconds of an inference by device. */
async function timesOf(bytes: Uint8Array, toolchain: Toolchain): Promise<number[]> {
  const times: number[] = [];
  for (const name of devices) {
    times.push((await measureOnDevice({ file, bytes }, await loadDevice(name), { toolchain })).latencyMs);
  }
  return times;
}
