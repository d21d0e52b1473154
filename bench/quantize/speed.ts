// Times a static int8 quantization of MobileNet v1 with 100 calibration samples on two processors, each tool
// as a whole process: litetrim's command line at `--effort fast` beside Google's quantizer, which is run by its
// defaults, and once more with the calibration by profiler that it offers. The runs take turns, so that what
// else the machine does hits all alike.
//
//   npm run build && npx tsx bench/quantize/speed.ts [RUNS]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomDataset } from '../../src/evaluate/random-dataset.js';
import { textTable } from '../../src/report/text-table.js';
import { cacheFolder, ensurePeer, type PeerPython } from '../../test/validate/quantize/peer/environment.js';
import { npyOf } from '../../test/validate/quantize/peer/npy.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const model = here('../../../shared/models/latency/mobilenet_v1_1.0_224_f32.tflite');
const cli = here('../../dist/cli.js');
const input = { name: 'input_1', shape: [1, 224, 224, 3] };
const samples = 100;
/** Limits: times faster than the peer, and bytes of memory. */
const goal = { ratio: 2, peakBytes: 1e9 };

interface Taken {
  seconds: number;
  cpuSeconds: number;
  peakBytes: number;
}

const tools = {
  google: 'ai-edge-quantizer 0.10.0',
  profiler: 'the same, calibrating by profiler',
  litetrim: 'litetrim',
};
type Tool = keyof typeof tools;

/** Writes the samples and what names them for either tool; returns the command of each. */
async function prepare(folder: string): Promise<Record<Tool, string[]>> {
  await mkdir(folder, { recursive: true });
  const part = randomDataset([input], { samples }).calibration;
  const drawn = await Promise.all(Array.from({ length: samples }, (_, i) => part.sample(i)));
  const arrays = drawn.map(({ inputs }) => inputs[0]!);
  const file = join(folder, 'samples.npy');
  const dataset = join(folder, 'dataset.yml');
  await writeFile(file, npyOf(arrays, input.shape));
  await writeFile(dataset, 'format: npy\ninputs: samples.npy\ncalibration: {}\nevaluation: none\n');
  const options = ['--recipe', 'int8', '--effort', 'fast', '--dataset', dataset];
  return {
    google: await googleCommand(folder, file, false),
    profiler: await googleCommand(folder, file, true),
    litetrim: [process.execPath, cli, 'optimize', model, ...options, '-o', join(folder, 'own.tflite')],
  };
}

async function googleCommand(folder: string, file: string, profiler: boolean): Promise<string[]> {
  const jobs = join(folder, profiler ? 'jobs-profiler.json' : 'jobs.json');
  const job = {
    id: 'speed',
    model,
    scheme: 'int8',
    algorithm: 'min_max_uniform_quantize',
    signature: 'serving_default',
    samples: { [input.name]: file },
    out: join(folder, 'google.tflite'),
    profiler,
  };
  await writeFile(jobs, JSON.stringify([job]));
  return ['python3', here('../../test/validate/quantize/peer/quantize.py'), jobs];
}

async function measure(command: string[], folder: string, { program, env }: PeerPython): Promise<Taken> {
  const report = join(folder, 'report.json');
  await rm(report, { force: true });
  // A cache of its own that is empty: ranges kept by an earlier run would spare this one the measuring.
  const cache = join(folder, 'cache');
  await rm(cache, { recursive: true, force: true });
  const result = spawnSync(program, [here('./measure.py'), report, ...command], {
    env: { ...env, LITETRIM_CACHE: cache },
    encoding: 'utf8',
  });
  const taken = JSON.parse(await readFile(report, 'utf8').catch(() => '{"status": -1}'));
  if (taken.status !== 0) throw new Error(`${command.join(' ')}\n${result.stdout}${result.stderr}`);
  return taken;
}

const sorted = (runs: Taken[], key: keyof Taken): number[] =>
  runs.map((run) => run[key]).sort((a, b) => a - b);
const least = (runs: Taken[], key: keyof Taken): number => sorted(runs, key)[0]!;
const median = (runs: Taken[], key: keyof Taken): number =>
  sorted(runs, key)[Math.floor((runs.length - 1) / 2)]!;

function row(name: string, runs: Taken[]): string[] {
  const seconds = [least(runs, 'seconds'), median(runs, 'seconds'), least(runs, 'cpuSeconds')];
  const peak = sorted(runs, 'peakBytes').at(-1)! / 1e6;
  return [name, ...seconds.map((value) => value.toFixed(2)), peak.toFixed(0)];
}

async function main(): Promise<void> {
  const missing = [model, cli].find((file) => !existsSync(file));
  if (missing) return console.log(`SKIPPED: ${missing} is not here.`);
  const python = await ensurePeer();
  const folder = join(cacheFolder, 'speed');
  const commands = await prepare(folder);
  const runs: Record<Tool, Taken[]> = { google: [], profiler: [], litetrim: [] };
  const count = Number(process.argv[2] ?? 5);
  const names = Object.keys(tools) as Tool[];
  for (let i = 0; i < count; i++) {
    for (const tool of names) runs[tool].push(await measure(commands[tool], folder, python));
  }
  console.log(
    `MobileNet v1, int8, ${samples} samples, 2 processors, Node.js ${process.version}, ${count} runs each\n`,
  );
  const header = ['tool', 'least s', 'median s', 'least CPU s', 'peak MB'];
  console.log(
    textTable(
      header,
      names.map((tool) => row(tools[tool], runs[tool])),
    ),
  );
  const ratioTo = (tool: Tool, of: typeof least) => of(runs[tool], 'seconds') / of(runs.litetrim, 'seconds');
  const ratio = ratioTo('google', least);
  const others = [ratioTo('google', median), ratioTo('profiler', least)].map((value) => value.toFixed(2));
  console.log(
    `\nlitetrim is ${ratio.toFixed(2)} times as fast by the least (goal ${goal.ratio}), ${others[0]} by the ` +
      `median; ${others[1]} by the least where Google's quantizer calibrates by profiler`,
  );
  const peak = sorted(runs.litetrim, 'peakBytes').at(-1)!;
  if (ratio < goal.ratio || peak > goal.peakBytes) process.exitCode = 1;
}

await main();
