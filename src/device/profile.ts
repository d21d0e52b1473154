import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { assetPath } from '../base/assets.js';
import { InputError } from '../base/errors.js';
import { isFilePath } from '../yaml/name-or-file.js';
import { parseYaml, readYamlBytes } from '../yaml/read.js';
import { suggestion } from '../yaml/suggest.js';
import { type Core, coreSchema } from './core.js';
import type { Confidence } from './types.js';

const isPowerOfTwo = (n: number) => Number.isInteger(Math.log2(n));

const cacheSchema = z
  .strictObject({
    sizeKiB: z.number().min(1).max(65536),
    ways: z.int().min(1).max(64),
    /** Bytes of a line. */
    line: z.int().min(16).max(256),
    /** Nanoseconds that a hit here takes longer than one in the level 1 cache. */
    latencyNs: z.number().min(0).max(1000).optional(),
  })
  .superRefine((cache, context) => {
    const sets = (cache.sizeKiB * 1024) / (cache.ways * cache.line);
    if (!isPowerOfTwo(cache.line) || !isPowerOfTwo(sets) || sets < 1) {
      const message = `${cache.sizeKiB} KiB in ${cache.ways} ways of ${cache.line}-byte lines is no possible cache\nIts number of sets must be a power of two`;
      context.addIssue({ code: 'custom', path: ['sizeKiB'], message });
    }
  });

const title = z.string().min(1).max(60);

/** A real machine: nothing of it is assumed, so nothing is described. */
const hardwareSchema = z.strictObject({ title, backend: z.literal('native') });

/** A device as `profiles/*.yml`, or a user's own file, describe it. */
const deviceSchema = z
  .strictObject({
    title,
    backend: z.literal('emulated').default('emulated'),
    /** A core that ships with litetrim, or a file beside this one: `./my-core.yml`. */
    core: z.string().min(1).max(200),
    /** Whether its core's latencies were fitted on published figures; see docs/cost-model.md. */
    confidence: z.enum(['fitted', 'derived', 'extrapolated']).default('extrapolated'),
    clockMHz: z.number().min(10).max(10000),
    cores: z.int().min(1).max(64),
    ramMiB: z
      .int()
      .min(16)
      .max(1 << 20),
    /** From level 1 outwards: data caches as one core sees them. */
    caches: z.array(cacheSchema).min(1).max(3),
    memory: z.strictObject({
      /** Nanoseconds of a random read, beyond the level 1 cache's time. */
      latencyNs: z.number().min(1).max(10000),
      /** Reading one stream, one core: 10⁹ bytes a second. */
      bandwidthGBs: z.number().min(0.01).max(1000),
    }),
  })
  .superRefine(({ caches }, context) => {
    caches.forEach((cache, index) => {
      const problem = cacheProblem(cache, caches[index - 1]);
      if (problem) context.addIssue({ code: 'custom', path: ['caches', index], message: problem });
    });
  });

type CacheLevel = z.infer<typeof cacheSchema>;

function cacheProblem(cache: CacheLevel, inner: CacheLevel | undefined): string | null {
  if (!inner) return cache.latencyNs ? 'the level 1 cache has no "latencyNs": others count from it' : null;
  if (cache.latencyNs === undefined) return '"latencyNs" is missing\nOnly the level 1 cache goes without';
  if (cache.line !== inner.line) return 'all caches must have lines of the same size';
  return cache.sizeKiB <= inner.sizeKiB ? 'a cache must be larger than the one before it' : null;
}

const targetSchema = z.discriminatedUnion('backend', [deviceSchema, hardwareSchema]);

/** The machine that litetrim runs on, by whose clock models are measured. */
export type Hardware = z.infer<typeof hardwareSchema> & { name: string };

/** Whatever models can be measured on. */
export type Target = Device | Hardware;

/** An emulated ARM machine: all facts that its measurements depend on. */
export type Device = Omit<z.infer<typeof deviceSchema>, 'core' | 'confidence'> & {
  /** As the user named it: `raspberry-pi-4`, `./boards/mine.yml`. */
  name: string;
  confidence: Confidence;
  core: Core;
};

/** The name of this machine among those of devices. */
export const thisMachine: Hardware = { name: 'native', title: 'This machine', backend: 'native' };

/**
 * Loads a device that ships with litetrim, by its name, or a user's own from a YAML file; or real hardware:
 * `native`, or a file with `backend: native`.
 *
 * @param nameOrFile a name of `listTargets()`, or a path that ends in .yml or .yaml.
 * @param root folder that the file, and its core's, must lie in; null: wherever (see `readYamlBytes`)
 * @throws InputError for an unknown name (with the nearest one), or a file that isn't a device; it
 *   names the line and the key.
 */
export async function loadTarget(nameOrFile: string, root: string | null = null): Promise<Target> {
  if (nameOrFile === thisMachine.name) return thisMachine;
  if (isFilePath(nameOrFile)) {
    const read = (path: string) => readYamlBytes(path, root);
    return await parseTarget(read(nameOrFile), nameOrFile, read);
  }
  const path = await shippedProfile(nameOrFile, assetPath('devices'), 'device');
  return { ...(await parseTarget(readYamlBytes(path), path, readYamlBytes)), name: nameOrFile };
}

/**
 * Reads the text of a device file.
 *
 * @param file its path: how errors call it, and the device's name
 * @param read gives the bytes of its core's file, where it names one, by that file's path
 * @throws InputError as `loadTarget`
 */
export async function parseTarget(
  source: Uint8Array,
  file: string,
  read: (path: string) => Uint8Array | Promise<Uint8Array>,
): Promise<Target> {
  const profile = parseYaml(targetSchema, source, file);
  if (profile.backend === 'native') return { name: file, ...profile };
  const { core, ...device } = profile;
  if (!isFilePath(core)) return { name: file, ...device, core: await shippedCore(core) };
  const path = isAbsolute(core) ? core : join(dirname(file), core);
  return { name: file, ...device, core: parseYaml(coreSchema, await read(path), path) };
}

/** Loads an emulated device. @throws InputError as `loadTarget`, and for real hardware. */
export async function loadDevice(nameOrFile: string): Promise<Device> {
  const target = await loadTarget(nameOrFile);
  if (target.backend === 'emulated') return target;
  throw new InputError(`"${nameOrFile}" is real hardware, where an emulated device is needed`);
}

/** Names of the emulated devices that ship with litetrim, sorted. */
export async function listDevices(): Promise<string[]> {
  return await profileNames(assetPath('devices'));
}

/** Names of all that models can be measured on without a file of one's own. */
export async function listTargets(): Promise<string[]> {
  return [...(await listDevices()), thisMachine.name];
}

async function shippedCore(name: string): Promise<Core> {
  const path = await shippedProfile(name, join(assetPath('devices'), 'cores'), 'core');
  return parseYaml(coreSchema, readYamlBytes(path), path);
}

async function shippedProfile(name: string, folder: string, what: 'device' | 'core'): Promise<string> {
  const path = join(folder, `${name}.yml`);
  if (/^[a-z0-9-]+$/.test(name) && existsSync(path)) return path;
  const known = [...(await profileNames(folder)), ...(what === 'device' ? [thisMachine.name] : [])];
  const near = suggestion(name, known, `${what}s`).replace(/[^?]$/, '$&.');
  const hint = `${near} A file of your own ends in .yml`;
  throw new InputError(`unknown ${what} "${name.slice(0, 100)}"`, { hint });
}

async function profileNames(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.slice(0, -'.yml'.length))
    .sort();
}
