import { elementCount } from '../model/tensors.js';
import type { PreparedModel } from './prepare.js';
import type { JobPart } from './worker.js';

/** Samples by index, read lazily; a part of a data set is one. */
export interface SampleSource {
  readonly size: number;
  /**
   * The real values of each input, in the order of the model's inputs.
   *
   * @param into for each input memory that its values may be put into
   */
  sample(index: number, into?: readonly Float32Array[]): Promise<{ inputs: Float32Array[] }>;
}

/** A model that is ready to be run, and its samples. */
export interface Part {
  modelId: number;
  model: PreparedModel;
  samples: SampleSource;
}

/** At most so many samples, and so many bytes of input values, go to a worker at once. */
const chunkSamples = 32;
const chunkBytes = 1 << 20;

/** Samples of a chunk: as many for any number of threads, since results are added up chunk by chunk. */
export function chunkSize(parts: readonly Part[]): number {
  const shapes = parts.flatMap(({ model }) => model.inputs.map(({ shape }) => shape));
  const elements = shapes.reduce((sum, shape) => sum + elementCount(shape), 0);
  return Math.max(1, Math.min(chunkSamples, Math.floor(chunkBytes / (elements * 4))));
}

/**
 * For each input the values of `count` samples in a row.
 *
 * @throws RangeError where a sample doesn't fit the model
 */
export async function readChunk(
  { modelId, model, samples }: Part,
  start: number,
  count: number,
  memory: ChunkMemory,
): Promise<JobPart> {
  const sizes = model.inputs.map(({ shape }) => elementCount(shape));
  const chunk = sizes.map((size) => memory.take(size * count));
  for (let i = 0; i < count; i++) {
    const into = chunk.map((array, k) => array.subarray(i * sizes[k]!, (i + 1) * sizes[k]!));
    const values = (await samples.sample(start + i, into)).inputs;
    if (values.length !== sizes.length || values.some(({ length }, k) => length !== sizes[k])) {
      const given = values.map(({ length }) => length).join(', ');
      throw new RangeError(
        `sample ${start + i} has ${given} values, and the model takes ${sizes.join(', ')}`,
      );
    }
    values.forEach((input, k) => {
      if (input.buffer !== into[k]!.buffer) into[k]!.set(input);
    });
  }
  return { modelId, model, inputs: chunk };
}

/**
 * Memory for chunks that threads read in place and that serves again when they have: new memory for each would
 * be taken, cleared and collected as fast as samples go by.
 */
export class ChunkMemory {
  readonly #free: Float32Array[] = [];

  take(length: number): Float32Array {
    const at = this.#free.findIndex((array) => array.length === length);
    if (at >= 0) return this.#free.splice(at, 1)[0]!;
    return new Float32Array(new SharedArrayBuffer(4 * length));
  }

  giveBack(arrays: readonly Float32Array[]): void {
    this.#free.push(...arrays);
  }
}
