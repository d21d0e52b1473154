import { availableParallelism } from 'node:os';
import workerpool, { type Pool } from 'workerpool';
import { InputError } from '../errors.js';
import type { Model } from '../model/graph.js';
import type { Build } from './build.js';
import { ChunkMemory, chunkSize, type Part, readChunk, type SampleSource } from './chunks.js';
import { NotRunnableError } from './errors.js';
import { type PreparedModel, prepare } from './prepare.js';
import {
  type PlanOf,
  type Plans,
  type Reducer,
  type ReducerName,
  type Results,
  reducers,
} from './reducers.js';
import { litertVersion } from './version.js';
import type { Job, JobPart, JobResult } from './worker.js';
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
}

export interface RunOptions {
  /** The model's file as the user named it, for errors. */
  file?: string;
  /** Is told how many samples are done. */
  onProgress?: (done: number) => void;
  /**
   * Seconds, 60 unless given, after which a model that works on a sample counts as one that never ends: a
   * loop in it may have no end. It decides between a result and an error only, never on the result.
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
  private workers: WorkerThreads | undefined;
  private models = 0;

  constructor(options: PoolOptions = {}) {
    this.threads = options.threads ?? availableParallelism();
  }

  /**
   * The outputs of each sample as real numbers, in the order of the samples.
   *
   * @throws InputError, NotRunnableError as `openSession`; RangeError if a sample doesn't fit the inputs.
   */
  async *outputs(
    model: Uint8Array | Model,
    samples: SampleSource,
    options: RunOptions = {},
  ): AsyncGenerator<Float32Array[]> {
    const parts = [this.part({ model, samples }, options)];
    for await (const chunk of this.chunks('outputs', parts, undefined, options)) yield* chunk;
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
    const parts = runs.map((run) => this.part(run, options));
    const reducer = reducers[name] as Reducer<Results[Name], PlanOf<Name>>;
    const total = reducer.start(
      parts.flatMap(({ model }) => model.outputs),
      plan,
    );
    for await (const chunk of this.chunks(name, parts, plan, options)) reducer.merge(total, chunk);
    return total;
  }

  /**
   * Has threads start now, beside whatever is done until the first run, which tells if they can't.
   *
   * @param threads so many; all of them unless given
   */
  start(build: Build = 'plain', threads = this.threads): void {
    this.workers ??= new WorkerThreads(this.threads, threads);
    this.workers.load(build).catch(() => {});
  }

  /** Ends the threads. The pool starts new ones if it is used again. */
  async close(): Promise<void> {
    const { workers } = this;
    this.workers = undefined;
    await workers?.pool.terminate();
  }

  /** Threads that died leave their queue unserved for good, so after a defect none of them is used again. */
  private async fail(workers: WorkerThreads, error: unknown): Promise<never> {
    if (!(error instanceof InputError)) {
      this.workers = undefined;
      await workers.pool.terminate(true);
    }
    throw error;
  }

  private part({ model, samples }: Run, { file = 'model' }: RunOptions): Part {
    return { modelId: this.models++, model: share(prepare(model, file)), samples };
  }

  private async *chunks<Name extends ReducerName>(
    reducer: Name,
    parts: readonly Part[],
    plan: PlanOf<Name>,
    { onProgress, secondsPerSample = 60, build: wanted = 'plain' }: RunOptions,
  ): AsyncGenerator<Results[Name]> {
    const workers = (this.workers ??= new WorkerThreads(this.threads, 0));
    const build = wanted === 'any' ? (workers.loaded ?? 'plain') : wanted;
    await workers.load(build).catch((error: unknown) => this.fail(workers, error));
    const { size } = parts[0]!.samples;
    const step = chunkSize(parts);
    const memory = new ChunkMemory();
    const pending: Promise<Results[Name]>[] = [];
    for (let done = 0, first = 0; done < size; done += step) {
      for (; first < size && pending.length < 2 * this.threads; first += step) {
        const samples = Math.min(step, size - first);
        const given: JobPart[] = [];
        for (const part of parts) given.push(await readChunk(part, first, samples, memory));
        const job = { parts: given, build, reducer, plan, first, samples };
        const result = exec<Name>(workers.pool, job, secondsPerSample).then((reduced) => {
          for (const { inputs } of given) memory.giveBack(inputs);
          return reduced;
        });
        // A chunk may fail before its turn to be awaited, or after the caller has stopped reading.
        result.catch(() => {});
        pending.push(result);
      }
      yield await pending.shift()!.catch((error: unknown) => this.fail(workers, error));
      onProgress?.(Math.min(done + step, size));
    }
  }
}

/** The model's bytes as shared memory, which threads read without a copy of their own. */
function share(model: PreparedModel): PreparedModel {
  const bytes = new Uint8Array(new SharedArrayBuffer(model.bytes.byteLength));
  bytes.set(model.bytes);
  return { ...model, bytes };
}

async function exec<Name extends ReducerName>(
  workers: Pool,
  job: Job,
  secondsPerSample: number,
): Promise<Results[Name]> {
  const limit = 1000 * secondsPerSample * job.samples;
  const answer: JobResult = await workers
    .exec('run', [job])
    .timeout(limit)
    .catch((error: unknown) => {
      if (!(error instanceof workerpool.Promise.TimeoutError)) throw error;
      const problem = `LiteRT ${litertVersion} does not come to an end with this model`;
      return { notRunnable: { problem, file: job.parts[0]!.model.file } };
    });
  if ('notRunnable' in answer) {
    const { problem, file } = answer.notRunnable;
    throw new NotRunnableError(problem, { file });
  }
  return answer.result as Results[Name];
}
