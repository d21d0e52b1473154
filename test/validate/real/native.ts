import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../../src/base/errors.js';
import type { DatasetPart } from '../../../src/data/types.js';
import { run } from '../../../src/device/toolchain/command.js';
import type { PeerPython } from '../quantize/peer/environment.js';
import { npyOf } from '../quantize/peer/npy.js';

const script = fileURLToPath(new URL('./judge.py', import.meta.url));
/** The longest that a model may take over all of its samples. */
const timeoutMs = 300_000;

/** One output over all samples. */
export interface NativeOutput {
  name: string;
  shape: number[];
  /** By sample. */
  values: Float32Array[];
}

export type NativeOutputs = NativeOutput[] | { error: string };

/** Samples on disk, as `judge.py` reads them; closing removes them. */
export class NativeJudge {
  private constructor(
    private readonly folder: string,
    private readonly samples: readonly string[],
    private readonly python: PeerPython,
  ) {}

  /** @param shapes of the model's inputs, without dynamic dimensions */
  static async open(
    part: DatasetPart,
    count: number,
    shapes: readonly (readonly number[])[],
    python: PeerPython,
  ): Promise<NativeJudge> {
    const folder = await mkdtemp(join(tmpdir(), 'litetrim-real-'));
    const size = Math.min(count, part.size);
    const samples = await Promise.all(Array.from({ length: size }, (_, i) => part.sample(i)));
    const files = shapes.map((_, k) => join(folder, `input-${k}.npy`));
    for (const [k, shape] of shapes.entries()) {
      const values = samples.map(({ inputs }) => Float32Array.from(inputs[k]!));
      await writeFile(files[k]!, npyOf(values, shape));
    }
    return new NativeJudge(folder, files, python);
  }

  /** What LiteRT for this machine makes of the samples; why not, where it refuses the model, crashes or hangs. */
  async run(bytes: Uint8Array): Promise<NativeOutputs> {
    const [model, out] = [join(this.folder, 'model.tflite'), join(this.folder, 'outputs')];
    await writeFile(model, bytes);
    try {
      const { program, env } = this.python;
      const told = await run(program, [script, model, out, ...this.samples], { env, timeoutMs });
      return outputsOf(JSON.parse(told.trim().split('\n').at(-1)!), await readFile(out));
    } catch (error) {
      return { error: messageOf(error) };
    }
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

function outputsOf(
  told: { name: string; shape: number[]; samples: number[] }[],
  file: Buffer,
): NativeOutput[] {
  const all = new Float32Array(file.buffer, file.byteOffset, file.length / 4);
  let start = 0;
  return told.map(({ name, shape, samples }) => ({
    name,
    shape,
    values: samples.map((size) => all.slice(start, (start += size))),
  }));
}

/**
 * How near outputs are to the source's, dB, an output each; Infinity where they are the same, −Infinity where something
 * isn't finite that is in the source, or there is another number of values.
 */
export function decibelsOf(outputs: readonly NativeOutput[], source: readonly NativeOutput[]): number[] {
  return source.map(({ values }, k) => {
    const own = outputs[k]?.values ?? [];
    if (values.some((wanted, i) => own[i]?.length !== wanted.length)) return Number.NEGATIVE_INFINITY;
    const [signal, noise] = energies(own, values);
    if (noise === 0) return Number.POSITIVE_INFINITY;
    return Number.isFinite(noise) ? 10 * Math.log10(signal / noise) : Number.NEGATIVE_INFINITY;
  });
}

function energies(own: readonly Float32Array[], source: readonly Float32Array[]): [number, number] {
  let [signal, noise] = [0, 0];
  for (const [i, wanted] of source.entries()) {
    const values = own[i]!;
    for (let k = 0; k < wanted.length; k++) {
      const value = wanted[k]!;
      if (Object.is(values[k], value) || !Number.isFinite(value)) continue;
      signal += value * value;
      noise += (values[k]! - value) ** 2;
    }
  }
  return [signal, Number.isNaN(noise) ? Number.POSITIVE_INFINITY : noise];
}
