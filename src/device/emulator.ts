import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type GuestReport, guestReportSchema } from './guest-report.js';
import type { Toolchain } from './toolchain/index.js';

/** One emulated process. */
export interface ProcessOptions {
  /** Folder that it runs in: holds the program, and what `guestFiles` names. */
  work: string;
  /** QEMU's `-cpu`. */
  cpu: string;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Further options of QEMU. */
  qemu?: readonly string[];
}

export interface GuestOptions extends ProcessOptions {
  /** Folder of `guestFiles`: the device's own files (sysroot.ts), its machine file, the model. */
  shared: string;
  /** Whether LiteRT's profiler is on in the measured inference. */
  profile: boolean;
  /** Bytes of all inputs, one after the other; seeded ones where not given. */
  inputs?: Uint8Array | undefined;
  /** Whether `outputs.bin` is wanted in `work`. */
  keepOutputs?: boolean;
}

/** Names of what the folder `shared` holds. */
export const guestFiles = { sysroot: 'root', machine: 'machine.txt', model: 'model.tflite' } as const;

/** The emulated process ended without a report. */
export class GuestError extends Error {
  /** The runner's exit status; null: killed by a signal. */
  readonly status: number | null;
  /** The end of what it printed as errors. */
  readonly log: string;

  constructor(message: string, status: number | null, log: string) {
    super(message);
    this.name = 'GuestError';
    this.status = status;
    this.log = log;
  }
}

/**
 * Runs the runner on the emulated machine: one warm-up, then the measured inference.
 *
 * Nothing of this machine reaches the guest: no environment, fixed arguments and file names relative to
 * its folder, a fixed seed for random numbers, a fixed kernel version and stack limit, its addresses laid
 * out in a reserved range.
 *
 * @throws GuestError, or the signal's reason.
 */
export async function runGuest(toolchain: Toolchain, options: GuestOptions): Promise<GuestReport> {
  const { work, shared, profile, inputs, keepOutputs = false } = options;
  await mkdir(work, { recursive: true });
  for (const name of Object.values(guestFiles)) await symlink(join(shared, name), join(work, name));
  // A copy, since QEMU insists on the executable bit, which not every way of shipping files keeps.
  await copyFile(toolchain.runner, join(work, 'runner'));
  await chmod(join(work, 'runner'), 0o755);
  if (inputs) await writeFile(join(work, 'inputs.bin'), inputs);
  const warmUps = '1';
  const flags = [profile, keepOutputs].map((on) => (on ? '1' : '0'));
  const output = await emulate(toolchain, options, ['runner', guestFiles.model, warmUps, ...flags]);
  return guestReportSchema.parse(JSON.parse(output));
}

/** Bytes of what the runner left as outputs, all of them one after the other. */
export async function readOutputs(work: string): Promise<Uint8Array> {
  return await readFile(join(work, 'outputs.bin'));
}

/** The page by which the plug-in tells the time (native/clock_page.h). */
export const clockPage = { name: 'clock.bin', bytes: 4096 } as const;

function commandLine(toolchain: Toolchain, { cpu, qemu = [] }: ProcessOptions): string[] {
  const options = {
    '-L': guestFiles.sysroot,
    '-cpu': cpu,
    '-plugin': `./plugin.so,machine=${guestFiles.machine},clock=${clockPage.name}`,
    '-E': 'LD_LIBRARY_PATH=/litert:/lib',
    '-seed': '1',
    '-r': '6.1.0',
    '-R': '0x1000000000',
    '-s': '8388608',
  };
  const loader = [`./host/${basename(toolchain.loader)}`, '--library-path', 'host'];
  return [...loader, `./host/${basename(toolchain.qemu)}`, ...Object.entries(options).flat(), ...qemu];
}

/** The shell sets the limit that the guest can ask for, and leaves no variables of its own. */
const start = 'ulimit -S -s 8192; exec /usr/bin/env -i "$@"';

const maxOutput = 64 << 20;
const maxLog = 64 << 10;

/**
 * Runs a program of the guest under QEMU with the plug-in, and returns what it printed.
 *
 * @throws GuestError, or the signal's reason.
 */
export async function emulate(
  toolchain: Toolchain,
  options: ProcessOptions,
  program: readonly string[],
): Promise<string> {
  const { work, timeoutMs, signal } = options;
  // By names of its own, since `:`, `,` and `=` in a path would mean something to the programs called.
  await symlink(toolchain.host, join(work, 'host'));
  await symlink(toolchain.plugin, join(work, 'plugin.so'));
  await writeFile(join(work, clockPage.name), new Uint8Array(clockPage.bytes));
  const started = performance.now();
  const child = spawn('/bin/sh', ['-c', start, 'sh', ...commandLine(toolchain, options), ...program], {
    cwd: work,
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  });
  const output = collect(child.stdout, (size) => size > maxOutput && child.kill('SIGKILL'));
  const log = collect(child.stderr, () => {});
  const [status, killedBy] = await ended(child);
  signal?.throwIfAborted();
  if (status === 0) return output();
  const late = performance.now() - started >= timeoutMs;
  throw new GuestError(ending(killedBy, late, timeoutMs), status, log().slice(-maxLog));
}

/** Waits until the process is gone, also where it was aborted. */
function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) => child.pid === undefined && reject(error));
    child.on('close', (...end) => resolve(end));
  });
}

/** Gathers what a stream gives, and tells `onSize` how much it is so far. */
function collect(stream: Readable, onSize: (bytes: number) => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutput) chunks.push(chunk);
    onSize(size);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function ending(killedBy: NodeJS.Signals | null, late: boolean, timeoutMs: number): string {
  if (killedBy === 'SIGKILL' && late) return `it didn't end within ${timeoutMs / 1000} s and was stopped`;
  return killedBy ? `the emulated process was ended by ${killedBy}` : 'the emulated process failed';
}
