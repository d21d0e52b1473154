/** Outputs of one model on one data set, sample by sample. */
type CachedOutputs = readonly (readonly Float32Array[])[];

/**
 * Keeps models' outputs, so that a model that was evaluated needn't run again as the reference of
 * others. What doesn't fit isn't kept; nothing depends on whether it is.
 */
export class OutputCache {
  readonly #entries = new Map<string, CachedOutputs>();
  #free: number;

  /** @param maxBytes of outputs that are kept at most */
  constructor(maxBytes = 64 * 2 ** 20) {
    this.#free = maxBytes;
  }

  get(key: string): CachedOutputs | undefined {
    return this.#entries.get(key);
  }

  /** Passes outputs on, and keeps them once they are complete if there is room for them. */
  async *keep(key: string, outputs: AsyncIterable<Float32Array[]>): AsyncGenerator<readonly Float32Array[]> {
    let kept: (readonly Float32Array[])[] | null = [];
    let bytes = 0;
    for await (const sample of outputs) {
      bytes += sample.reduce((sum, values) => sum + values.byteLength, 0);
      if (bytes > this.#free) kept = null;
      kept?.push(sample);
      yield sample;
    }
    if (!kept || this.#entries.has(key)) return;
    this.#entries.set(key, kept);
    this.#free -= bytes;
  }
}
