import { copyFile, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../base/errors.js';
import { DeviceUnavailable } from '../errors.js';
import { CommandError, networkMs, run, runTwice } from './command.js';

/** QEMU's user-mode emulator, and the C and C++ libraries of an arm64 Debian. */
const packages = ['qemu-user', 'libc6-arm64-cross', 'libstdc++6-arm64-cross', 'libgcc-s1-arm64-cross'];

/** Where there is a QEMU with plug-ins: what to do on a machine that has none. */
export const elsewhere =
  'Run on Debian 12, whose QEMU has plug-ins: in a container (on GitHub "container: debian:bookworm" beside "runs-on"), or on another runner image';

/** Name → version of every package that was unpacked. */
type PackageVersions = Record<string, string>;

/**
 * Fetches the emulator's Debian packages with all that they depend on, by apt but without root, and
 * unpacks what is needed of them: `host/` (QEMU, its libraries and their loader), `guest/` (libraries
 * of the emulated machine). apt checks the archive's signatures; versions are those of its release.
 *
 * @throws DeviceUnavailable
 */
export async function fetchDebianParts(folder: string, signal?: AbortSignal): Promise<PackageVersions> {
  return await withPackages(folder, signal, withDependencies(packages), async (debs, work) => {
    const versions = await unpackAll(debs, join(work, 'root'), signal);
    await collect(join(work, 'root'), folder);
    return versions;
  });
}

/** Fetches one package and unpacks it into `folder`. @throws DeviceUnavailable */
export async function fetchDebianPackage(name: string, folder: string, signal?: AbortSignal): Promise<void> {
  const alone = async () => [name];
  await withPackages(folder, signal, alone, (debs) => unpackAll(debs, folder, signal));
}

/** Chooses packages by apt's lists. */
type Choice = (apt: string[], signal?: AbortSignal) => Promise<string[]>;

/**
 * Fetches packages, and has something done with them. A source of apt's that can't be reached, such as one that
 * somebody added for something else, is no failure where the others have the packages; else it is the reason.
 */
async function withPackages<T>(
  folder: string,
  signal: AbortSignal | undefined,
  choose: Choice,
  use: (debs: string, work: string) => Promise<T>,
): Promise<T> {
  const work = join(folder, 'apt');
  const debs = join(work, 'debs');
  try {
    const apt = await privateApt(work);
    const trouble = await update(apt, signal);
    try {
      const names = await choose(apt, signal);
      await mkdir(debs);
      const download = { cwd: debs, signal, timeoutMs: networkMs.download };
      await runTwice('apt-get', [...apt, 'download', ...names], download);
      if (trouble && (await readdir(debs)).length === 0) throw trouble;
    } catch (error) {
      signal?.throwIfAborted();
      throw trouble ?? error;
    }
    return await use(debs, work);
  } catch (error) {
    throw explain(error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Fetches apt's lists. Returns what went wrong with a part of them. */
async function update(apt: string[], signal?: AbortSignal): Promise<CommandError | null> {
  try {
    await runTwice('apt-get', [...apt, 'update'], { signal, timeoutMs: networkMs.update });
    return null;
  } catch (error) {
    if (error instanceof CommandError && !error.missing) return error;
    throw error;
  }
}

/** Options that give apt lists and caches of its own, so that it needs no root and changes nothing. */
async function privateApt(work: string): Promise<string[]> {
  await mkdir(join(work, 'state/lists/partial'), { recursive: true });
  await mkdir(join(work, 'cache/archives/partial'), { recursive: true });
  const options = {
    'Dir::State': join(work, 'state'),
    'Dir::Cache': join(work, 'cache'),
    'Dir::State::status': '/dev/null',
    'Debug::NoLocking': '1',
    'APT::Sandbox::User': '',
    // Without this a failed update ends with success.
    'APT::Update::Error-Mode': 'any',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'Acquire::Retries': '1',
    // A source that doesn't answer is given up while there is time left for the others.
    'Acquire::http::Timeout': '15',
    'Acquire::https::Timeout': '15',
  };
  return ['-q', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}

const withDependencies =
  (names: string[]): Choice =>
  async (apt, signal) => {
    const unwanted = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'];
    const flags = ['--recurse', ...unwanted.map((relation) => `--no-${relation}`)];
    const listed = await run('apt-cache', [...apt, 'depends', ...flags, ...names], { signal }).catch(
      noneFound,
    );
    // Unindented lines are packages; what stands in angle brackets exists under other names only.
    const found = listed.split('\n').filter((line) => /^[a-z0-9]/.test(line));
    const missing = names.filter((name) => !found.includes(name));
    if (missing.length === 0) return [...new Set(found)].sort();
    const mend = `Add the part of the archive that has it ("universe" on Ubuntu) to apt's sources. Or: ${elsewhere}`;
    throw new DeviceUnavailable(`this machine's apt has no package ${missing.join(', ')}`, mend);
  };

/** apt-cache fails where it knows none of the packages. */
function noneFound(error: unknown): string {
  if (error instanceof CommandError && /No packages found/.test(error.message)) return '';
  throw error;
}

async function unpackAll(from: string, to: string, signal?: AbortSignal): Promise<PackageVersions> {
  await mkdir(to, { recursive: true });
  const versions: PackageVersions = {};
  for (const file of (await readdir(from)).filter((name) => name.endsWith('.deb')).sort()) {
    const deb = join(from, file);
    const [name, version] = (await run('dpkg-deb', ['-W', deb], { signal })).trim().split('\t');
    versions[name!] = version!;
    await run('dpkg-deb', ['-x', deb, to], { signal });
  }
  return versions;
}

/** Where packages of an amd64 release put QEMU's libraries. */
const hostLibraries = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu', 'lib64', 'usr/lib64'];
const guestLibraries = 'usr/aarch64-linux-gnu/lib';

async function collect(root: string, folder: string): Promise<void> {
  const host = join(folder, 'host');
  const guest = join(folder, 'guest');
  for (const made of [host, guest]) await mkdir(made, { recursive: true });
  for (const library of hostLibraries) await copyLibraries(join(root, library), host);
  await copyLibraries(join(root, guestLibraries), guest);
  await copyFile(join(root, 'usr/bin/qemu-aarch64'), join(host, 'qemu-aarch64')).catch((error) => {
    throw new DeviceUnavailable("this release's package qemu-user has no qemu-aarch64", elsewhere, error);
  });
}

/** Copies the shared libraries of one folder, each under the names that lead to it. */
async function copyLibraries(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names.filter((file) => /\.so(\.[0-9.]+)?$/.test(file)).sort()) {
    const source = await realpath(join(from, name)).catch(() => null);
    if (source) await copyFile(source, join(to, name));
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof CommandError)) return error;
  if (error.missing) {
    return new DeviceUnavailable(error.message, elsewhere, error);
  }
  const mend = "Check that this machine reaches its package archive (apt's sources and proxy)";
  return new DeviceUnavailable(`the emulator couldn't be fetched: ${messageOf(error)}`, mend, error);
}
