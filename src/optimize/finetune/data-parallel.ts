import { availableParallelism } from 'node:os';
import workerpool, { type Pool } from 'workerpool';
import { trainingWorkerEntry } from '../../base/assets.js';
import type { Job } from './learner.js';
import type { Lesson } from './student.js';

/** A batch is cut into so many parts, whatever the number of threads, so that sums don't depend on it. */
export const shards = 4;

/** Samples that are judged at once. */
const judgedAtOnce = 25;

/** Threads that learn one lesson together. */
export class DataParallel {
  /** null: this thread does it all, since TensorFlow's library has threads of its own, and loads only once. */
  readonly #threads: Pool | null;
  readonly #lesson: Lesson;
  readonly #signal: AbortSignal | undefined;

  constructor(lesson: Lesson, threads = availableParallelism(), signal?: AbortSignal) {
    this.#lesson = lesson;
    this.#signal = signal;
    const options = {
      maxWorkers: Math.min(threads, shards),
      workerType: 'thread',
      workerThreadOpts: { execArgv: [] },
    } as const;
    this.#threads = lesson.backend === 'wasm' ? workerpool.pool(trainingWorkerEntry(), options) : null;
    signal?.addEventListener('abort', this.#abort);
  }

  /**
   * Writes the gradient of the mean of the examples' losses to `gradient`.
   *
   * @returns the mean
   */
  async learn(examples: readonly number[], gradient: Float32Array): Promise<number> {
    const parts = Array.from({ length: shards }, (_, shard) => part(examples, shard));
    const used = parts
      .map((indices, shard) => ({ indices, shard }))
      .filter(({ indices }) => indices.length > 0);
    const losses = await Promise.all(used.map(({ indices, shard }) => this.#run(indices, shard)));
    this.#sum(
      used.map(({ shard }) => shard),
      examples.length,
      gradient,
    );
    return losses.reduce((sum, loss) => sum + loss, 0) / examples.length;
  }

  /** The mean of the examples' losses. */
  async judge(examples: readonly number[]): Promise<number> {
    const jobs: Promise<number>[] = [];
    for (let i = 0; i < examples.length; i += judgedAtOnce) {
      jobs.push(this.#run(examples.slice(i, i + judgedAtOnce), null));
    }
    const losses = await Promise.all(jobs);
    return losses.reduce((sum, loss) => sum + loss, 0) / examples.length;
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    if (this.#threads) await this.#threads.terminate(true);
    else (await import('./learner.js')).forget();
  }

  readonly #abort = (): void => {
    this.#threads?.terminate(true).catch(() => {});
  };

  /** @throws the signal's reason */
  async #run(examples: number[], shard: number | null): Promise<number> {
    this.#signal?.throwIfAborted();
    const job: Job = { lesson: this.#lesson, examples, shard };
    // Loaded by who needs it: the threads have their own.
    if (!this.#threads) return (await import('./learner.js')).doJob(job);
    return this.#threads.exec('run', [job]).catch((error: unknown) => {
      this.#signal?.throwIfAborted();
      throw error;
    });
  }

  /** Adds the shards' gradients up, always in the same order. */
  #sum(used: readonly number[], count: number, gradient: Float32Array): void {
    const { gradients } = this.#lesson;
    for (let i = 0; i < gradient.length; i++) {
      let sum = 0;
      for (const shard of used) sum += gradients[shard * gradient.length + i]!;
      gradient[i] = sum / count;
    }
  }
}

/** A shard's part of a batch: sizes differ by one at most. */
function part(examples: readonly number[], shard: number): number[] {
  const at = (k: number) => Math.round((k * examples.length) / shards);
  return examples.slice(at(shard), at(shard + 1));
}
