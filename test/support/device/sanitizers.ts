import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assetPath, hasAsset } from '../../../src/base/assets.js';
import { clockPage, runnerArguments } from '../../../src/device/emulator/guest.js';
import { machineFile } from '../../../src/device/emulator/machine-file.js';
import { loadDevice } from '../../../src/device/profile.js';
import type { Hostile, Stream } from './hostile.js';

// The C of src/device/emulator/native and src/runtime/observer, built for this machine with AddressSanitizer and
// UndefinedBehaviorSanitizer, and run over hostile inputs.

const root = fileURLToPath(new URL('../../../', import.meta.url));
const device = join(root, 'src/device/emulator/native');
const runtime = join(root, 'src/runtime/observer');
const testing = join(root, 'test/support/device');

const both = '-fsanitize=address,undefined';
const flags = ['-std=gnu11', '-g', '-O1', '-Wall', '-Wextra', '-Werror', '-fno-omit-frame-pointer'];
const fatal = ['-fno-sanitize-recover=all'];

/** A C compiler of this machine whose programs start with both sanitizers; null: there is none. */
export function sanitizingCompiler(folder: string): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const source = join(folder, 'probe.c');
  const program = join(folder, 'probe');
  writeFileSync(source, 'int main(void) { return 0; }\n');
  const works = (cc: string) =>
    spawnSync(cc, [both, '-o', program, source]).status === 0 && spawnSync(program).status === 0;
  return ['cc', 'gcc', 'clang'].find(works) ?? null;
}

/** Whether there is a LiteRT for the runner and the observer. */
export const hasLitert = (): boolean => hasAsset('litert-x64/libLiteRt.so');

const parts = ['machine', 'core', 'waits', 'cache', 'branches', 'decode', 'decode_vector'].map((name) =>
  join(device, `${name}.c`),
);
const inRuntime = (...names: string[]) => names.map((name) => join(runtime, `${name}.c`));
const inDevice = (...names: string[]) => names.map((name) => join(device, `${name}.c`));
const inTesting = (...names: string[]) => names.map((name) => join(testing, `${name}.c`));

/** What may be built, and of what. A sanitizer with a malloc of its own can't be beside heap.c: the other one can. */
const programs = {
  'parts-host': () => [both, ...inTesting('parts-host'), ...parts],
  'plugin.so': () => [both, '-shared', '-fPIC', ...inDevice('plugin'), ...parts, ...inRuntime('lifetime')],
  'plugin-host': () => [
    ...[both, '-rdynamic', '-DMIN=0', '-DCUR=1', '-DRANDOM_BLOCKS=2000'],
    ...[...inTesting('plugin-host'), '-ldl'],
  ],
  runner: () => [both, '-rdynamic', ...runnerSources, ...inTesting('plain-heap'), litert()],
  'counting-runner': () => [
    ...['-fsanitize=undefined', '-rdynamic', ...runnerSources, ...inDevice('heap')],
    ...[...inTesting('crash-report'), litert()],
  ],
  observer: () => [both, '-pthread', ...inRuntime('observer', 'ports', 'lifetime'), litert()],
};
const runnerSources = [...inDevice('runner', 'clock'), ...inRuntime('ports', 'lifetime')];
const litert = () => assetPath('litert-x64/libLiteRt.so');

export type Program = keyof typeof programs;

/** Builds a program into a folder. @throws Error with what the compiler says */
export function build(cc: string, folder: string, program: Program): string {
  const path = join(folder, program);
  const built = spawnSync(cc, [...flags, ...fatal, '-o', path, ...programs[program]()], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${program} can't be built:\n${built.stderr || built.error}`);
  return path;
}

/** How a program ended on one input. */
export type Outcome =
  /** In a way that is documented. */
  | 'ended'
  /** LiteRT crashed or ran out of memory in code of its own. */
  | 'LiteRT crashed'
  /** Its time was up. */
  | 'stopped'
  /** In our code: what the sanitizers, or nobody, expected. */
  | 'wrong';

export interface Run {
  outcome: Outcome;
  /** Of what was wrong. */
  log: string;
  status: number | null;
  output: Buffer;
}

export interface RunOptions {
  args?: readonly string[];
  input?: Uint8Array;
  /** Folder that it runs in. */
  cwd: string;
  timeoutMs?: number;
  /** Statuses that are documented. */
  statuses: readonly number[];
}

/** Memory that LiteRT asks for in vain, in MiB: at once, and in all. */
const memory = { atOnce: 2048, inAll: 4096 };
const options = [
  ...['detect_leaks=0', 'handle_abort=1', 'handle_segv=1', 'print_stacktrace=1', 'exitcode=99'],
  ...[
    'allocator_may_return_null=1',
    `max_allocation_size_mb=${memory.atOnce}`,
    `hard_rss_limit_mb=${memory.inAll}`,
  ],
].join(':');

/** Runs a program that was built with sanitizers, and judges how it ended. */
export function runSanitized(
  program: string,
  { args = [], input, cwd, timeoutMs = 20_000, statuses }: RunOptions,
): Run {
  const env = {
    ...(hasLitert() && { LD_LIBRARY_PATH: dirname(litert()) }),
    ...{ ASAN_OPTIONS: options, UBSAN_OPTIONS: options },
  };
  const result = spawnSync(program, args, {
    ...{ cwd, env, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 << 20 },
    ...{ input: input ?? new Uint8Array(), stdio: 'pipe' },
  });
  const log = result.stderr.toString('latin1');
  const { status, stdout: output } = result;
  return { outcome: judge(result, log, statuses), log, status, output };
}

function judge(
  { error, status }: SpawnSyncReturns<Buffer>,
  log: string,
  statuses: readonly number[],
): Outcome {
  const report = log.search(/runtime error: |ERROR: (\w+Sanitizer|crash):/);
  if (report >= 0) return isOfLitert(log.slice(report)) ? 'LiteRT crashed' : 'wrong';
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return 'stopped';
  if (log.includes('hard rss limit exhausted')) return 'LiteRT crashed';
  return status !== null && statuses.includes(status) ? 'ended' : 'wrong';
}

/** Frames that say whose a crash is: not the C library's, nor those of heap.c, where broken memory is noticed. */
const telling = ['libLiteRt.so', root, '/counting-runner('];
const noticing = /counting-runner\((malloc|calloc|realloc|free|memalign|aligned_alloc|posix_memalign)\+/;

/** Whether the innermost frame that isn't a sanitizer's or the C library's lies in LiteRT. */
function isOfLitert(report: string): boolean {
  const frames = report.split('\n').filter((line) => /^\s+#\d+ /.test(line) && !noticing.test(line));
  const first = frames.find((frame) => telling.some((place) => frame.includes(place)));
  return first?.includes('libLiteRt.so') ?? false;
}

/** Machine files of devices, of either order, in a folder. */
export async function writeMachineFiles(folder: string): Promise<string[]> {
  const names = ['raspberry-pi-4', 'cortex-a53', 'cortex-a76'];
  return await Promise.all(
    names.map(async (name) => {
      const path = join(folder, `${name}.txt`);
      writeFileSync(path, machineFile(await loadDevice(name)));
      return path;
    }),
  );
}

/** Runs the whole plug-in over random blocks, as QEMU does. */
export function runPlugin(host: string, plugin: string, machine: string, folder: string): Run {
  const clock = join(folder, clockPage.name);
  writeFileSync(clock, new Uint8Array(clockPage.bytes));
  const args = [plugin, `machine=${machine}`, `clock=${clock}`];
  return runSanitized(host, { args, cwd: folder, statuses: [0] });
}

/** Statuses of ports.h. */
const documented = [0, 64, 65, 66, 67, 71];

/** Runs a runner over a model, with its profiler on and outputs kept. */
export function runModel(runner: string, { bytes }: Hostile, folder: string, timeoutMs?: number): Run {
  const cwd = join(folder, `${basename(runner)}-work`);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'model.tflite'), bytes);
  const args = runnerArguments('model.tflite', {
    ...({ clock: 'host', warmUps: 1, runs: 2, profile: true, keepOutputs: true } as const),
  });
  return runSanitized(runner, { args, cwd, statuses: documented, ...(timeoutMs && { timeoutMs }) });
}

/** Gives an observer a stream. What it tells is judged as well. */
export function runStream(observer: string, { bytes, statuses, told }: Stream, folder: string): Run {
  const run = runSanitized(observer, { input: bytes, cwd: folder, statuses });
  const isShort = told !== undefined && run.output.length !== told;
  return run.outcome === 'ended' && isShort ? { ...run, outcome: 'wrong' } : run;
}
