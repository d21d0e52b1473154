import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { temporaryName } from '../base/cache-folder.js';
import type { Target } from './profile.js';
import type { EmulatedMeasurement } from './types.js';

const count = z.number().nonnegative();

const measurementSchema = z.strictObject({
  device: z.string(),
  runtime: z.string(),
  key: z.string(),
  confidence: z.enum(['fitted', 'derived', 'extrapolated']),
  instructions: count,
  cycles: count,
  latencyMs: count,
  loadMs: count,
  firstInferenceMs: count,
  peakMemoryBytes: count,
  layers: z.array(
    z.strictObject({
      index: count,
      operator: z.string(),
      kernel: z.string().nullable(),
      instructions: count,
      cycles: count,
      share: z.number().min(0).max(1),
      macs: count.nullable(),
      effectiveMacs: count.exactOptional(),
      bound: z.enum(['core', 'memory']),
      misses: z.array(count),
      delegated: z.boolean(),
    }),
  ),
  notes: z.array(z.string()),
});

/** Changes when the same inputs lead to other figures: a change to how the report is made of them. */
const resultVersion = 5;

/**
 * Names everything that a measurement depends on: the model's bytes, the device with its calibration
 * (`machine`: the text of the machine file), and the toolchain with runner and plug-in. SHA-256, hexadecimal.
 */
export function resultKey(model: Uint8Array, device: Target, machine: string, toolchainKey: string): string {
  const hash = createHash('sha256');
  for (const part of [`${resultVersion}`, JSON.stringify(device), machine, toolchainKey]) {
    hash.update(`${part.length}:${part}`);
  }
  return hash.update(model).digest('hex');
}

/** The measurement kept under `key`; null where there is none, or it was damaged. */
export async function readResult(cache: string, key: string): Promise<EmulatedMeasurement | null> {
  try {
    const { data } = measurementSchema.safeParse(JSON.parse(await readFile(pathOf(cache, key), 'utf8')));
    return data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a measurement. The cache saves time only: failing to write it is no failure. */
export async function keepResult(cache: string, key: string, result: EmulatedMeasurement): Promise<void> {
  const path = pathOf(cache, key);
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, JSON.stringify(result));
    await rename(temporary, path);
  } catch {}
}

function pathOf(cache: string, key: string): string {
  return join(cache, 'results', `${key}.json`);
}
