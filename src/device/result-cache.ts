import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { keep, readKept } from '../base/kept-files.js';
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
  return await readKept(pathOf(cache, key), measurementSchema);
}

/** Keeps a measurement. */
export async function keepResult(cache: string, key: string, result: EmulatedMeasurement): Promise<void> {
  await keep(pathOf(cache, key), result);
}

function pathOf(cache: string, key: string): string {
  return join(cache, 'results', `${key}.json`);
}
