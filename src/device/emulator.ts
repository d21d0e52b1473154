import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GuestReport, guestReportSchema } from './guest-report.js';
import type { Toolchain } from './toolchain/index.js';

export interface GuestOptions {
  /** Folder of the device's own files (sysroot.ts), its machine file and the model; see `guestFiles`. */
  shared: string;
  /** Empty folder of this run alone. */
  work: string;
  /** QEMU's `-cpu`. */
  cpu: string;
  /** Whether LiteRT's profiler is on in the measured inference. */
  profile: boolean;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
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
  const { work, shared, inputs } = options;
  await mkdir(work, { recursive: true });
  for (const name of Object.values(guestFiles)) await symlink(join(shared, name), join(work, name));
  await symlink(toolchain.plugin, join(work, 'plugin.so'));
  // A copy, since QEMU insists on the executable bit, which not every way of shipping files keeps.
  await copyFile(toolchain.runner, join(work, 'runner'));
  await chmod(join(work, 'runner'), 0o755);
  await writeFile(join(work, 'clock.bin'), new Uint8Array(4096));
  if (inputs) await writeFile(join(work, 'inputs.bin'), inputs);
  const output = await emulate(toolchain, options);
  return guestReportSchema.parse(JSON.parse(output));
}

/** Bytes of what the runner left as outputs, all of them one after the other. */
export async function readOutputs(work: string): Promise<Uint8Array> {
  return await readFile(join(work, 'outputs.bin'));
}

function commandLine(toolchain: Toolchain, { cpu, profile, keepOutputs = false }: GuestOptions): string[] {
  const flag = (on: boolean) => (on ? '1' : '0');
  const warmUps = '1';
  return [
    ...[toolchain.loader, '--library-path', toolchain.host, toolchain.qemu],
    ...[
      '-L',
      guestFiles.sysroot,
      '-cpu',
      cpu,
      '-seed',
      '1',
      '-r',
      '6.1.0',
      '-R',
      '0x1000000000',
      '-s',
      '8388608',
    ],
    ...['-plugin', `./plugin.so,machine=${guestFiles.machine},clock=clock.bin`],
    ...['-E', 'LD_LIBRARY_PATH=/litert:/lib'],
    ...['runner', guestFiles.model, warmUps, flag(profile), flag(keepOutputs)],
  ];
}

/** The shell sets the limit that the guest can ask for, and leaves no variables of its own. */
const start = 'ulimit -S -s 8192; exec /usr/bin/env -i "$@"';

const maxOutput = 64 << 20;
const maxLog = 64 << 10;

function emulate(toolchain: Toolchain, options: GuestOptions): Promise<string> {
  const { work, timeoutMs, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', start, 'sh', ...commandLine(toolchain, options)], {
      cwd: work,
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      ...(signal && { signal }),
    });
    const started = performance.now();
    const chunks: Buffer[] = [];
    let size = 0;
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if ((size += chunk.length) > maxOutput) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-maxLog);
    });
    child.on('error', reject);
    child.on('close', (status, killedBy) => {
      if (signal?.aborted) reject(signal.reason);
      else if (status === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else
        reject(
          new GuestError(ending(killedBy, performance.now() - started >= timeoutMs, timeoutMs), status, log),
        );
    });
  });
}

function ending(killedBy: NodeJS.Signals | null, late: boolean, timeoutMs: number): string {
  if (killedBy === 'SIGKILL' && late) return `it didn't end within ${timeoutMs / 1000} s and was stopped`;
  return killedBy ? `the emulated process was ended by ${killedBy}` : 'the emulated process failed';
}
