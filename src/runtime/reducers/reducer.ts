/**
 * What is kept of the outputs of many samples. Worker threads run it on chunks of consecutive samples and
 * send the results, so these must be plain data; they are merged in the order of the samples. A result's
 * buffers are its own: they are handed over, not copied.
 */
export interface Reducer<Result, Plan = undefined> {
  /** The result of no samples. */
  start(outputs: readonly unknown[], plan: Plan): Result;
  /**
   * Adds one sample's outputs, as real numbers, in the model's order. The arrays may be the runtime's own
   * memory: what is kept of them must be copied.
   *
   * @param sample its number, from 0
   */
  add(result: Result, outputs: Float32Array[], sample: number, plan: Plan): void;
  /** Adds the result of the samples that follow. */
  merge(result: Result, next: Result): void;
}
