import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Device } from '../profile.js';

/**
 * The files by which the guest finds out what machine it is on: path in the sysroot → content.
 *
 * XNNPACK chooses its micro-kernels by `/proc/cpuinfo` and `/sys/devices/system/cpu`. QEMU shows the
 * guest the host's files wherever the sysroot has none, so every file that the guest looks for is here,
 * the loader's cache among them.
 */
export function deviceFiles(device: Device): Map<string, string> {
  const files = new Map<string, string>([
    ['etc/ld.so.cache', ''],
    [
      'proc/cpuinfo',
      range(device.cores)
        .map((cpu) => cpuBlock(device, cpu))
        .join('\n'),
    ],
    // LiteRT's profiler reads it and parses what it finds.
    ['proc/self/status', 'VmPeak:\t0 kB\nVmSize:\t0 kB\nVmHWM:\t0 kB\nVmRSS:\t0 kB\n'],
    ['proc/meminfo', `MemTotal:       ${device.ramMiB * 1024} kB\n`],
  ]);
  const all = cpuList(device.cores);
  const system = 'sys/devices/system/cpu';
  for (const list of ['possible', 'present', 'online']) files.set(`${system}/${list}`, all);
  files.set(`${system}/kernel_max`, `${device.cores - 1}\n`);
  for (const cpu of range(device.cores)) {
    for (const [path, content] of cpuFiles(device, cpu)) files.set(`${system}/cpu${cpu}/${path}`, content);
  }
  return files;
}

function cpuBlock({ core }: Device, cpu: number): string {
  const hex = (n: number) => `0x${n.toString(16)}`;
  return [
    `processor\t: ${cpu}`,
    'BogoMIPS\t: 100.00',
    `Features\t: ${core.features.join(' ')}`,
    `CPU implementer\t: ${hex(core.implementer)}`,
    'CPU architecture: 8',
    `CPU variant\t: ${hex(core.variant)}`,
    `CPU part\t: 0x${core.part.toString(16).padStart(3, '0')}`,
    'CPU revision\t: 0',
    '',
  ].join('\n');
}

function* cpuFiles(device: Device, cpu: number): Generator<[string, string]> {
  const { clockMHz, cores, caches } = device;
  const kHz = `${Math.round(clockMHz * 1000)}\n`;
  const self = { list: `${cpu}\n`, mask: mask([cpu]) };
  const all = { list: cpuList(cores), mask: mask(range(cores)) };
  yield ['cpufreq/cpuinfo_max_freq', kHz];
  yield ['cpufreq/cpuinfo_min_freq', kHz];
  yield ['topology/physical_package_id', '0\n'];
  yield ['topology/cluster_id', '0\n'];
  yield ['topology/core_id', `${cpu}\n`];
  yield ['topology/thread_siblings', self.mask];
  yield ['topology/thread_siblings_list', self.list];
  for (const group of ['core', 'package', 'cluster']) {
    const name = group === 'core' ? 'core_siblings' : `${group}_cpus`;
    yield [`topology/${name}`, all.mask];
    yield [`topology/${name}_list`, all.list];
  }
  for (const [index, cache] of linuxCaches(caches).entries()) {
    const shared = index < 2 ? self : all;
    for (const [name, value] of Object.entries(cache)) yield [`cache/index${index}/${name}`, value];
    yield [`cache/index${index}/shared_cpu_list`, shared.list];
    yield [`cache/index${index}/shared_cpu_map`, shared.mask];
  }
}

/**
 * Caches in Linux' order: level 1 data and instructions, level 2, level 3. Levels that the device lacks are
 * there with a size of 0: for missing files the guest would see the host's.
 */
function linuxCaches(caches: Device['caches']): Record<string, string>[] {
  const [first, ...outer] = caches;
  const missing = { ...first!, sizeKiB: 0, ways: 0 };
  const unified = [outer[0] ?? missing, outer[1] ?? missing];
  const describe = (level: number, type: string, cache: Device['caches'][number]) => ({
    level: `${level}\n`,
    type: `${type}\n`,
    size: `${cache.sizeKiB}K\n`,
    coherency_line_size: `${cache.line}\n`,
    ways_of_associativity: `${cache.ways}\n`,
  });
  return [
    describe(1, 'Data', first!),
    describe(1, 'Instruction', first!),
    ...unified.map((cache, index) => describe(index + 2, 'Unified', cache)),
  ];
}

/** Linux' bit mask of CPUs: groups of 32 bits in hexadecimal, highest first. */
function mask(cpus: readonly number[]): string {
  const bits = cpus.reduce((sum, cpu) => sum | (1n << BigInt(cpu)), 0n);
  const groups = bits.toString(16).match(/.{1,8}(?=(.{8})*$)/g) ?? [];
  return `${groups.join(',')}\n`;
}

function cpuList(count: number): string {
  return count === 1 ? '0\n' : `0-${count - 1}\n`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Folders that the loader looks for; missing ones would be looked for on the host. */
const emptyFolders = ['lib/aarch64-linux-gnu', 'usr/lib/aarch64-linux-gnu'];

/**
 * Writes the device's files into `folder`, with links to the guest's libraries in `/lib` and to LiteRT's
 * folder as `/litert`.
 */
export async function writeSysroot(
  folder: string,
  device: Device,
  libraries: { guest: string; litert: string },
): Promise<void> {
  for (const path of emptyFolders) await mkdir(join(folder, path), { recursive: true });
  for (const [path, content] of deviceFiles(device)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  for (const name of await readdir(libraries.guest)) {
    await symlink(join(libraries.guest, name), join(folder, 'lib', name));
  }
  await symlink(libraries.litert, join(folder, 'litert'));
}
