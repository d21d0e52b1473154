import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type RunOptions, runToEnd } from '../../base/process.js';
import { type GuestReport, parseGuestReport } from '../guest-report.js';
import type { Toolchain } from '../toolchain/index.js';

/** One emulated process. */
interface ProcessOptions extends Omit<RunOptions, 'env'> {
  /** Folder that it runs in: holds the program, and what `guestFiles` names. */
  work: string;
  /** QEMU's `-cpu`. */
  cpu: string;
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
  const run = { clock: 'device', warmUps: 1, runs: 1, profile, keepOutputs } as const;
  const output = await emulate(toolchain, options, ['runner', ...runnerArguments(guestFiles.model, run)]);
  return parseGuestReport(output, 'device');
}

interface RunnerOptions {
  /** Whose clock measures: the emulated device's, or that of this machine. */
  clock: 'device' | 'host';
  warmUps: number;
  runs: number;
  profile: boolean;
  keepOutputs?: boolean;
}

/** Arguments of native/runner.c. */
export function runnerArguments(model: string, options: RunnerOptions): string[] {
  const { clock, warmUps, runs, profile, keepOutputs = false } = options;
  const flags = [profile, keepOutputs].map((on) => (on ? '1' : '0'));
  return [model, clock, String(warmUps), String(runs), ...flags];
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

/** Memory that a process may fill, the emulator's own included: as much as large boards have. */
const maxBytes = 2 ** 33;

/** Seconds of CPU time that a process may use beyond its timeout: the timeout comes first where anybody waits. */
const spareSeconds = 10;

/**
 * The shell sets the limit that the guest can ask for, and leaves no variables of its own. A process that has lost
 * whoever would stop it ends by its limit of CPU time; where the user's own is lower, that one holds.
 */
function start(timeoutMs: number): string {
  const seconds = Math.ceil(timeoutMs / 1000) + spareSeconds;
  return `ulimit -S -s 8192; ulimit -t ${seconds} 2>/dev/null; exec /usr/bin/env -i "$@"`;
}

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
  const { work } = options;
  // By names of its own, since `:`, `,` and `=` in a path would mean something to the programs called.
  await symlink(toolchain.host, join(work, 'host'));
  await symlink(toolchain.plugin, join(work, 'plugin.so'));
  await writeFile(join(work, clockPage.name), new Uint8Array(clockPage.bytes));
  const command = [
    '/bin/sh',
    '-c',
    start(options.timeoutMs),
    'sh',
    ...commandLine(toolchain, options),
    ...program,
  ];
  return await runToEnd(command, { maxBytes, ...options });
}
