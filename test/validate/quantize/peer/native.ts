import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../../src/device/toolchain/command.js';
import { bytesOf } from '../../../../src/model/tensors.js';
import type { TensorData } from '../../../../src/runtime/index.js';
import type { PeerPython } from './environment.js';

const script = fileURLToPath(new URL('./native.py', import.meta.url));

/** A model without dynamic dimensions, and samples as it takes them. */
export interface Runnable {
  bytes: Uint8Array;
  /** By sample, an array an input. */
  samples: TensorData[][];
}

/** Arrays' bytes after one another. */
export const joined = (data: readonly TensorData[]): Uint8Array => Buffer.concat(data.map(bytesOf));

/**
 * Runs a model in LiteRT for this machine, on XNNPACK.
 *
 * @returns by sample, the bytes of all outputs after one another
 * @throws CommandError where LiteRT refuses it
 */
export async function runNatively(
  { bytes, samples }: Runnable,
  { program, env }: PeerPython,
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'litetrim-native-'));
  try {
    const model = join(folder, 'model.tflite');
    const inputs = samples.map((_, i) => join(folder, `in-${i}`));
    const outputs = samples.map((_, i) => join(folder, `out-${i}`));
    await writeFile(model, bytes);
    await Promise.all(samples.map((sample, i) => writeFile(inputs[i]!, joined(sample))));
    const jobs = join(folder, 'jobs.json');
    await writeFile(jobs, JSON.stringify([{ model, inputs, outputs }]));
    await run(program, [script, jobs], { env });
    return await Promise.all(outputs.map((path) => readFile(path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
