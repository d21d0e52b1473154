import workerpool from 'workerpool';
import { messageOf } from '../base/errors.js';
import { EndlessError, NotRunnableError } from './errors.js';
import { askToStop, hasBegun, modelAt, watch } from './job-state.js';
import type { PreparedModel } from './prepare.js';
import { litertVersion } from './version.js';
import type { Job, JobResult } from './worker.js';
import type { WorkerThreads } from './worker-threads.js';

/** A chunk of samples that a thread works on, or that waits for one. */
export class RunningChunk<Result = unknown> {
  readonly result: Promise<Result>;
  failed = false;
  readonly #job: Job;
  readonly #seconds: number;
  readonly #drop: () => void;
  #reject: (reason: unknown) => void = () => {};

  /** @param onEndless is told the model that didn't come to an end with a sample in so many seconds */
  constructor(
    workers: WorkerThreads,
    job: Job,
    secondsPerSample: number,
    onEndless: (model: PreparedModel) => void,
  ) {
    this.#job = job;
    this.#seconds = secondsPerSample;
    const answer = workers.pool.exec('run', [job]);
    this.#drop = () => void answer.cancel();
    const endWatch = watch(job.state, 1000 * secondsPerSample, () => {
      endWatch();
      onEndless(job.parts[modelAt(job.state)]!.model);
    });
    this.result = new Promise<JobResult>((resolve, reject) => {
      this.#reject = reject;
      answer.then(resolve, (error: unknown) => reject(this.#explain(error, workers)));
    })
      .then(read<Result>)
      .finally(endWatch);
    this.result.catch(() => {
      this.failed = true;
    });
  }

  /** Ends the chunk at once, and its thread with it. */
  stop(reason: unknown): void {
    this.#reject(reason);
    this.#drop();
  }

  /** `stop`, as endless, where one of its models is. */
  stopWhere(isEndless: (model: PreparedModel, seconds: number) => boolean): void {
    const endless = this.#job.parts.find(({ model }) => isEndless(model, this.#seconds));
    if (endless) this.stop(endlessError(endless.model, this.#seconds));
  }

  /** Nobody waits for it any more: it ends after the sample that it is at. */
  leave(): void {
    askToStop(this.#job.state);
    if (!hasBegun(this.#job.state)) this.#drop();
  }

  /** A thread that dies amid a chunk dies of its model. */
  #explain(error: unknown, workers: WorkerThreads): unknown {
    const { state, parts } = this.#job;
    if (!(error instanceof workerpool.TerminateError) || !hasBegun(state)) return error;
    workers.serveQueue();
    const { file } = parts[modelAt(state)]!.model;
    const reason = messageOf(error.cause ?? 'the thread ended');
    return new NotRunnableError(`LiteRT ${litertVersion} crashed on this model: ${reason}`, {
      file,
      cause: error,
    });
  }
}

function read<Result>(answer: JobResult): Result {
  if (!('notRunnable' in answer)) return answer.result as Result;
  const { problem, file } = answer.notRunnable;
  throw new NotRunnableError(problem, { file });
}

export function endlessError({ file }: Pick<PreparedModel, 'file'>, seconds: number): EndlessError {
  const problem = `LiteRT ${litertVersion} does not come to an end with this model (${seconds} s for one sample)`;
  return new EndlessError(problem, { file });
}
