import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { InputError } from '../base/errors.js';
import type { Model } from '../model/graph.js';
import type { Build } from './build.js';
import { ChunkMemory, chunkSize, type Part, readChunk, type SampleSource } from './chunks.js';
import { EndlessModels } from './endless.js';
import { newJobState } from './job-state.js';
import { type PreparedModel, prepare } from './prepare.js';
import { type PlanOf, type Plans, type ReducerName, type Results, reducers } from './reducers/index.js';
import type { Reducer } from './reducers/reducer.js';
import { endlessError, RunningChunk } from './running-chunk.js';
import type { Job, JobPart } from './worker.js';
import { WorkerThreads } from './worker-threads.js';

export type { SampleSource };

/** A model, and the samples that it is run over. */
export interface Run {
  model: Uint8Array | Model;
  samples: SampleSource;
}

export interface PoolOptions {
  /** Worker threads; the machine's cores unless given. Results don't depend on it. */
  threads?: number;
  /** Ends whatever runs, and all that is asked for later, with its reason. */
  signal?: AbortSignal;
  /** Of all runs that don't say otherwise; 60 unless given. */
  secondsPerSample?: number;
}

export interface RunOptions {
  /** The model's file as the user named it, for errors. */
  file?: string;
  /** Is told how many samples are done. */
  onProgress?: (done: number) => void;
  /**
   * Seconds after which a model that works on a sample counts as one that never ends (EndlessError). It is then
   * waited for no more as long as the pool lives. It decides between a result and an error only, never on the result.
   */
  secondsPerSample?: number;
  /** Build of LiteRT; `any`: the one that is loaded, for what the results play no part in. Default `plain`. */
  build?: Build | 'any';
}

/**
 * Runs models over many samples in worker threads. The threads start with the first run, live until
 * `close`, and share LiteRT's compiled code and the model's bytes. Chunks of samples are read ahead for two
 * rounds at most, so that memory doesn't grow with their number, and cut without regard to the threads.
 */
export class SessionPool {
  readonly threads: number;
  readonly signal: AbortSignal | undefined;
  readonly secondsPerSample: number;
  #workers: WorkerThreads | undefined;
  #models = 0;
  readonly #endless = new EndlessModels();
  readonly #chunks = new Set<RunningChunk>();

  constructor(options: PoolOptions = {}) {
    this.threads = options.threads ?? availableParallelism();
    this.signal = options.signal;
    this.secondsPerSample = options.secondsPerSample ?? 60;
    const { signal } = this;
    signal?.addEventListener('abort', () => {
      for (const chunk of this.#chunks) chunk.stop(signal.reason);
    });
  }

  /**
   * The outputs of each sample as real numbers, in the order of the samples.
   *
   * @throws InputError, NotRunnableError as `openSession`; EndlessError for a model that never ends; RangeError if
   *   a sample doesn't fit the inputs; the signal's reason
   */
  async *outputs(
    model: Uint8Array | Model,
    samples: SampleSource,
    options: RunOptions = {},
  ): AsyncGenerator<Float32Array[]> {
    const parts = [this.#part({ model, samples }, options)];
    for await (const chunk of this.#results('outputs', parts, undefined, options)) yield* chunk;
  }

  /** What a reducer leaves of the outputs of all samples. Errors as of `outputs`. */
  reduce<Name extends Exclude<ReducerName, keyof Plans>>(
    name: Name,
    model: Uint8Array | Model,
    samples: SampleSource,
    options: RunOptions = {},
  ): Promise<Results[Name]> {
    return this.reduceTogether(name, [{ model, samples }], undefined as PlanOf<Name>, options);
  }

  /**
   * `reduce` for several models, as many samples each: the reducer gets, for each sample, the outputs of the
   * first model, then those of the next.
   *
   * @param plan what the reducer is told besides
   */
  async reduceTogether<Name extends ReducerName>(
    name: Name,
    runs: readonly Run[],
    plan: PlanOf<Name>,
    options: RunOptions = {},
  ): Promise<Results[Name]> {
    const parts = runs.map((run) => this.#part(run, options));
    const reducer = reducers[name] as Reducer<Results[Name], PlanOf<Name>>;
    const total = reducer.start(
      parts.flatMap(({ model }) => model.outputs),
      plan,
    );
    for await (const chunk of this.#results(name, parts, plan, options)) reducer.merge(total, chunk);
    return total;
  }

  /**
   * Has threads start now, beside whatever is done until the first run, which tells if they can't.
   *
   * @param threads so many; all of them unless given
   */
  start(build: Build = 'plain', threads = this.threads): void {
    this.#workers ??= new WorkerThreads(this.threads, threads);
    this.#workers.load(build).catch(() => {});
  }

  /** @throws EndlessError for a model that was seen to take longer over a sample */
  assertEnds(model: Uint8Array, file: string, secondsPerSample = this.secondsPerSample): void {
    if (this.#endless.has(model, secondsPerSample)) throw endlessError({ file }, secondsPerSample);
  }

  /** Ends the threads. The pool starts new ones if it is used again. */
  async close(): Promise<void> {
    const workers = this.#workers;
    this.#workers = undefined;
    await workers?.pool.terminate();
  }

  /** After a defect no thread is used again: nobody knows in which state it is. */
  async #fail(workers: WorkerThreads, error: unknown): Promise<never> {
    if (!(error instanceof InputError) && this.#workers === workers) {
      this.#workers = undefined;
      await workers.pool.terminate(true);
    }
    throw error;
  }

  #part({ model, samples }: Run, { file = 'model' }: RunOptions): Part {
    return { modelId: this.#models++, model: share(prepare(model, file)), samples };
  }

  async *#results<Name extends ReducerName>(
    reducer: Name,
    parts: readonly Part[],
    plan: PlanOf<Name>,
    { onProgress, secondsPerSample = this.secondsPerSample, build: wanted = 'plain' }: RunOptions,
  ): AsyncGenerator<Results[Name]> {
    this.signal?.throwIfAborted();
    for (const { model } of parts) this.assertEnds(model.bytes, model.file, secondsPerSample);
    const workers = (this.#workers ??= new WorkerThreads(this.threads, 0));
    const build = wanted === 'any' ? (workers.loaded ?? 'plain') : wanted;
    await workers.load(build).catch((error: unknown) => this.#fail(workers, error));
    const { size } = parts[0]!.samples;
    const step = chunkSize(parts);
    const memory = new ChunkMemory();
    const pending: RunningChunk<Results[Name]>[] = [];
    try {
      for (let done = 0, first = 0; done < size; done += step) {
        const mayRead = () => first < size && pending.length < 2 * this.threads;
        for (; mayRead() && !pending.some(({ failed }) => failed); first += step) {
          // Where samples are computed, reading them waits for nothing: timers and signals get their turn here.
          await setImmediate();
          this.signal?.throwIfAborted();
          const samples = Math.min(step, size - first);
          const given: JobPart[] = [];
          for (const part of parts) given.push(await readChunk(part, first, samples, memory));
          const job = { parts: given, build, reducer, plan, first, samples, state: newJobState() };
          pending.push(this.#begin(workers, job, secondsPerSample, memory));
        }
        yield await pending.shift()!.result.catch((error: unknown) => this.#fail(workers, error));
        onProgress?.(Math.min(done + step, size));
      }
    } finally {
      for (const chunk of pending) chunk.leave();
    }
  }

  /** Has a thread work on a chunk. */
  #begin<Result>(
    workers: WorkerThreads,
    job: Job,
    secondsPerSample: number,
    memory: ChunkMemory,
  ): RunningChunk<Result> {
    const chunk = new RunningChunk<Result>(workers, job, secondsPerSample, (endless) => {
      this.#endless.remember(endless.bytes, secondsPerSample);
      for (const other of this.#chunks)
        other.stopWhere(({ bytes }, seconds) => this.#endless.has(bytes, seconds));
    });
    this.#chunks.add(chunk);
    chunk.result
      .then(() => {
        for (const { inputs } of job.parts) memory.giveBack(inputs);
      })
      // A chunk may fail before its turn to be awaited, or after the caller has stopped reading.
      .catch(() => {})
      .finally(() => this.#chunks.delete(chunk));
    return chunk;
  }
}

/** The model's bytes as shared memory, which threads read without a copy of their own. */
function share(model: PreparedModel): PreparedModel {
  const bytes = new Uint8Array(new SharedArrayBuffer(model.bytes.byteLength));
  bytes.set(model.bytes);
  return { ...model, bytes };
}
