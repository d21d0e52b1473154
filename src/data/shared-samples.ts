import type { DatasetPart, Sample } from './types.js';

/**
 * A part of a data set that several models read at about the same pace: each sample is decoded once,
 * and forgotten when `take` is done with it.
 */
export class SharedSamples implements DatasetPart {
  readonly size: number;
  readonly #samples = new Map<number, Promise<Sample>>();

  /** @param check throws where a sample doesn't fit */
  constructor(
    readonly part: DatasetPart,
    readonly check: (sample: Sample, index: number) => void,
  ) {
    this.size = part.size;
  }

  sample(index: number): Promise<Sample> {
    const known = this.#samples.get(index);
    if (known) return known;
    const sample = this.part.sample(index).then((value) => {
      this.check(value, index);
      return value;
    });
    this.#samples.set(index, sample);
    return sample;
  }

  /** The sample, for the last time. */
  async take(index: number): Promise<Sample> {
    const sample = await this.sample(index);
    this.#samples.delete(index);
    return sample;
  }
}
