// Times the emulator with the plug-in against the plain emulator, by user time of the processes, and whole
// measurements by the clock. On a machine that others use, too, only the ratios say something.
//
//   npx tsx bench/device-speed.ts [DEVICE…]
//
// Needs the emulator and the models beside the repository.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guestFiles, runGuest, runnerArguments } from '../src/device/emulator/guest.js';
import { writeGuestFiles } from '../src/device/emulator/measure.js';
import {
  type Device,
  ensureToolchain,
  loadDevice,
  measureOnDevice,
  type Toolchain,
} from '../src/device/index.js';
import type { ModelFile } from '../src/model/model-file.js';
import { textTable } from '../src/report/text-table.js';

const models = fileURLToPath(new URL('../../shared/models', import.meta.url));
/** What a measurement may take at most, in seconds. */
const bars: [file: string, seconds: number][] = [
  ['latency/mobilenet_v1_1.0_224_f32.tflite', 20],
  ['latency/mobilenet_v1_1.0_224_int8.tflite', 6],
  ['mlperf-tiny/kws_int8_google.tflite', 2],
];
const timeoutMs = 600_000;
/** Short runs are repeated for so many seconds: user time is told in ticks of 10 ms. */
const leastSeconds = 2;

if (!existsSync(models)) {
  console.error(`SKIPPED: the models to measure are not there (${models})`);
  process.exit(2);
}

/** Seconds of user time of child processes while `work` runs. */
async function userSeconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const before = childSeconds();
  await work();
  return childSeconds() - before;
}

/** Fields 16 and 17 of /proc/self/stat: ticks of 10 ms that children, waited for, spent. */
function childSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** The same process without the plug-in, by the machine's own clock. */
function runPlain(toolchain: Toolchain, work: string, cpu: string): void {
  const runner = runnerArguments(guestFiles.model, { clock: 'host', warmUps: 1, runs: 1, profile: false });
  const loader = [`./host/${basename(toolchain.loader)}`, '--library-path', 'host'];
  const qemu = [`./host/${basename(toolchain.qemu)}`, '-L', guestFiles.sysroot, '-cpu', cpu];
  const place = ['-E', 'LD_LIBRARY_PATH=/litert:/lib', '-R', '0x1000000000'];
  const [program, ...args] = [...loader, ...qemu, ...place, 'runner', ...runner];
  const { status, stderr } = spawnSync(program!, args, { cwd: work, env: {}, timeout: timeoutMs });
  if (status !== 0) throw new Error(`the plain emulator failed: ${stderr}`);
}

/** User time of one run with the plug-in and of one without, in a new folder. */
async function round(model: ModelFile, device: Device, toolchain: Toolchain) {
  const shared = await mkdtemp(join(tmpdir(), 'litetrim-speed-'));
  try {
    await writeGuestFiles(shared, model, device, toolchain);
    const work = join(shared, 'work');
    const cpu = device.core.emulatedAs;
    const options = { shared, work, cpu, profile: false, timeoutMs };
    const plugin = await userSeconds(() => runGuest(toolchain, options));
    const plain = await userSeconds(() => runPlain(toolchain, work, cpu));
    return { plugin, plain };
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
}

async function timings(model: ModelFile, device: Device, toolchain: Toolchain) {
  let [plugin, plain, rounds] = [0, 0, 0];
  for (; plain < leastSeconds; rounds++) {
    const times = await round(model, device, toolchain);
    plugin += times.plugin;
    plain += times.plain;
  }
  const start = performance.now();
  await measureOnDevice(model, device, { toolchain, fresh: true });
  const seconds = (performance.now() - start) / 1000;
  return { plugin: plugin / rounds, plain: plain / rounds, seconds };
}

const toolchain = await ensureToolchain();
const devices = process.argv.length > 2 ? process.argv.slice(2) : ['raspberry-pi-4'];
const lines: string[][] = [];
for (const name of devices) {
  const device = await loadDevice(name);
  for (const [file, bar] of bars) {
    const model = { file, bytes: readFileSync(join(models, file)) };
    const { plugin, plain, seconds } = await timings(model, device, toolchain);
    const ratio = `${(plugin / plain).toFixed(2)} ×`;
    const times = [plain, plugin].map((time) => time.toFixed(2));
    lines.push([name, basename(file), ...times, ratio, seconds.toFixed(1), String(bar)]);
  }
}
const header = ['device', 'model', 'plain QEMU s', 'with plug-in s', 'ratio', 'measurement s', 'at most s'];
console.log(textTable(header, lines, 2));
