import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetPath } from '../../base/assets.js';
import { cacheFolder } from '../../base/cache-folder.js';
import { type Progress, silent } from '../../base/progress.js';
import { DeviceUnavailable } from '../errors.js';
import { buildFolder, openCacheFolder } from './cache-folder.js';
import { CommandError, run } from './command.js';
import { elsewhere, fetchDebianParts } from './debian.js';
import { fetchLitert, litertWheel } from './litert.js';
import { type Manifest, readManifest, writeManifest } from './manifest.js';

/** The emulator, ready to run. All paths are absolute. */
export interface Toolchain {
  /** Folder of what is kept between runs; results go there, too. */
  cache: string;
  /** Dynamic loader that runs QEMU with its own libraries, in the folder `host`. */
  loader: string;
  host: string;
  qemu: string;
  /** Libraries of the emulated machine. */
  guest: string;
  /** Folder that holds LiteRT's library and nothing else. */
  litert: string;
  runner: string;
  plugin: string;
  /** Versions of its parts, for reading. */
  runtime: string;
  /** SHA-256 of all that can change a figure: every file of it. */
  key: string;
}

export interface ToolchainOptions {
  progress?: Progress;
  /** Where to keep what is fetched; `cacheFolder()` where not given. */
  cache?: string;
  signal?: AbortSignal;
}

/**
 * The emulator: from the cache, or else fetched by this machine's own package clients (apt, pip), some
 * 25 MB once. Needs no root. Safe to call from several processes at once.
 *
 * @throws DeviceUnavailable with a reason and a way out, where this machine can't run it.
 */
export async function ensureToolchain(options: ToolchainOptions = {}): Promise<Toolchain> {
  checkPlatform();
  const cache = await openCacheFolder(options.cache ?? cacheFolder());
  const folder = toolchainFolder(cache);
  const manifest = (await readManifest(folder)) ?? (await fetchToolchain(folder, options));
  return await describe(cache, folder, manifest);
}

/** Where in the cache the parts of this version of litetrim are. */
export function toolchainFolder(cache: string): string {
  return join(cache, `toolchain-1-litert-${litertWheel.version}`);
}

/** What the machine is. @throws DeviceUnavailable where it is none that the emulator runs on. */
export function checkPlatform(): string {
  if (process.platform === 'linux' && process.arch === 'x64') return 'Linux on x86-64';
  const own = process.arch === 'arm64' ? ', or measure by "backend: native" on this machine' : '';
  const mend = `Run on Linux on x86-64: Debian 12, or its container image${own}`;
  throw new DeviceUnavailable(`the emulator doesn't run on ${process.platform} (${process.arch})`, mend);
}

async function fetchToolchain(
  folder: string,
  { progress = silent, signal }: ToolchainOptions,
): Promise<Manifest> {
  const stage = progress.stage('fetching the emulator', 3);
  try {
    const isComplete = async (path: string) => (await readManifest(path)) !== null;
    const build = async (temporary: string) => {
      const packages = await fetchDebianParts(temporary, signal);
      const qemu = await qemuVersion(temporary);
      await checkPlugin(temporary, qemu);
      stage.update(1);
      await fetchLitert(temporary, signal);
      stage.update(2);
      await writeManifest(temporary, { qemu, litert: litertWheel.version, packages });
    };
    await buildFolder(folder, build, isComplete);
  } finally {
    stage.end();
  }
  const manifest = await readManifest(folder);
  if (manifest) return manifest;
  throw new DeviceUnavailable(
    `the fetched emulator in ${folder} is incomplete`,
    'Remove that folder and run again',
  );
}

function hostPaths(folder: string): Pick<Toolchain, 'host' | 'loader' | 'qemu'> {
  const host = join(folder, 'host');
  return { host, loader: join(host, 'ld-linux-x86-64.so.2'), qemu: join(host, 'qemu-aarch64') };
}

/** Runs QEMU with an empty environment. */
async function runQemu(paths: Pick<Toolchain, 'host' | 'loader' | 'qemu'>, args: string[]): Promise<string> {
  return await run(paths.loader, ['--library-path', paths.host, paths.qemu, ...args], { env: {} });
}

/**
 * Version of the QEMU in `folder`.
 *
 * @throws DeviceUnavailable for one that doesn't start, or was built without plug-ins.
 */
export async function qemuVersion(folder: string): Promise<string> {
  const paths = hostPaths(folder);
  try {
    const version = /version (\S+)/.exec(await runQemu(paths, ['--version']))?.[1] ?? 'unknown';
    if (/^-plugin\b/m.test(await runQemu(paths, ['--help']))) return version;
    throw new DeviceUnavailable(
      `QEMU ${version}, which this release has, is built without plug-ins`,
      elsewhere,
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new DeviceUnavailable(`this release's QEMU doesn't start (${error.message})`, elsewhere, error);
  }
}

/** @throws DeviceUnavailable where the QEMU in `folder` doesn't load the plug-in. */
export async function checkPlugin(folder: string, version: string): Promise<void> {
  const { loader, host, qemu } = hostPaths(folder);
  // By a name without a path, in which "," and "=" would mean something. Once loaded, the plug-in misses its files.
  const args = ['--library-path', host, qemu, '-plugin', './plugin.so', '/no-program'];
  try {
    await run(loader, args, { env: {}, cwd: assetPath('native') });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (error.message.includes('litetrim plug-in: ')) return;
    const reason = error.message.replace(/^.* failed: /, '');
    throw new DeviceUnavailable(
      `QEMU ${version} doesn't load litetrim's plug-in (${reason})`,
      elsewhere,
      error,
    );
  }
}

async function describe(cache: string, folder: string, manifest: Manifest): Promise<Toolchain> {
  const native = assetPath('native');
  const paths = {
    ...hostPaths(folder),
    guest: join(folder, 'guest'),
    litert: join(folder, 'litert'),
    runner: join(native, 'runner'),
    plugin: join(native, 'plugin.so'),
  };
  const hash = createHash('sha256').update(JSON.stringify(manifest));
  for (const file of [paths.runner, paths.plugin]) hash.update(await readFile(file));
  const libc = manifest.packages['libc6-arm64-cross'] ?? 'unknown';
  const runtime = `LiteRT ${manifest.litert}, QEMU ${manifest.qemu}, glibc ${libc}`;
  return { cache, ...paths, runtime, key: hash.digest('hex') };
}
