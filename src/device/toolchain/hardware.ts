import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../base/assets.js';
import { cacheFolder } from '../../base/cache-folder.js';
import { silent } from '../../base/progress.js';
import { DeviceUnavailable } from '../errors.js';
import { buildFolder, openCacheFolder } from './cache-folder.js';
import type { ToolchainOptions } from './index.js';
import { fetchLitert, type LitertWheel, litertWheel } from './litert.js';
import { type Manifest, readManifest, writeManifest } from './manifest.js';

/** What runs models on this machine itself. */
export interface HardwareRuntime {
  /** What a program is called by: nothing on real hardware. */
  command: readonly string[];
  /** All of its environment: where it finds LiteRT. */
  env: NodeJS.ProcessEnv;
  runner: string;
  /** What it is, for reading: `LiteRT 2.3.0 on Raspberry Pi 4 Model B, Linux 6.1.0`. */
  runtime: string;
  /** SHA-256 of all that is known to change a figure. */
  key: string;
}

/**
 * The runner and LiteRT for this machine, fetched by its pip at first use.
 *
 * @throws DeviceUnavailable where it isn't arm64, or LiteRT can't be had
 */
export async function ensureHardware(options: ToolchainOptions = {}): Promise<HardwareRuntime> {
  checkHardware();
  return await hardwareRuntime(join(assetPath('native'), 'runner'), litertWheel, options);
}

/** What the machine is. @throws DeviceUnavailable where the runner isn't built for it. */
export function checkHardware(): string {
  if (process.platform === 'linux' && process.arch === 'arm64') return 'Linux on arm64';
  const mend =
    'Run on arm64 Linux (on GitHub "runs-on: ubuntu-24.04-arm", or a runner of your own), or name an emulated device';
  const machine = `${process.platform} (${process.arch})`;
  throw new DeviceUnavailable(`backend native measures on arm64 Linux, and this is ${machine}`, mend);
}

/** The runtime of a runner and the LiteRT that fits it. @throws DeviceUnavailable */
export async function hardwareRuntime(
  runner: string,
  wheel: LitertWheel,
  options: ToolchainOptions = {},
): Promise<HardwareRuntime> {
  const cache = await openCacheFolder(options.cache ?? cacheFolder());
  const folder = join(cache, `litert-1-${wheel.version}-${wheel.platform}`);
  const manifest = (await readManifest(folder)) ?? (await fetch(folder, wheel, options));
  const machine = `${await machineName()}, Linux ${release()}`;
  const hash = createHash('sha256')
    .update(JSON.stringify(manifest))
    .update(await readFile(runner));
  return {
    command: [],
    env: { LD_LIBRARY_PATH: join(folder, 'litert') },
    runner,
    runtime: `LiteRT ${manifest.litert} on ${machine}`,
    key: hash.update(machine).digest('hex'),
  };
}

async function fetch(
  folder: string,
  wheel: LitertWheel,
  { progress = silent, signal }: ToolchainOptions,
): Promise<Manifest> {
  const stage = progress.stage('fetching LiteRT', 1);
  try {
    const isComplete = async (path: string) => (await readManifest(path)) !== null;
    const build = async (temporary: string) => {
      await fetchLitert(temporary, signal, wheel);
      await writeManifest(temporary, { qemu: 'none', litert: wheel.version, packages: {} });
    };
    await buildFolder(folder, build, isComplete);
  } finally {
    stage.end();
  }
  const manifest = await readManifest(folder);
  if (manifest) return manifest;
  throw new DeviceUnavailable(`LiteRT in ${folder} is incomplete`, 'Remove that folder and run again');
}

/** `Raspberry Pi 4 Model B Rev 1.4`, as the device tree says, else as /proc/cpuinfo does. */
async function machineName(): Promise<string> {
  const model = await readFile('/proc/device-tree/model', 'utf8').catch(() => '');
  if (model) return model.replaceAll('\0', '').trim();
  const cpuinfo = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  const named = /^(?:Model|model name|Hardware)\s*:\s*(.+)$/m.exec(cpuinfo)?.[1];
  const part = /^CPU part\s*:\s*(.+)$/m.exec(cpuinfo)?.[1];
  return named?.trim() ?? (part ? `a core of part ${part.trim()}` : 'an unnamed machine');
}
