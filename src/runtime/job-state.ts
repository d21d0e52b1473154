/**
 * What a worker thread and the thread that waits for it tell each other while a job runs, in memory that both see:
 * a message would wait until a loop inside of a model ends.
 */
export type JobState = Int32Array;

/** Written by the waiting thread: 1 asks the worker to stop after the sample that it is at. */
const stop = 0;
/** Written by the worker: which of the job's models it runs. */
const model = 1;
/** Written by the worker: 1 once it has begun, and one more for each sample. */
const steps = 2;

export function newJobState(): JobState {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

export function askToStop(state: JobState): void {
  Atomics.store(state, stop, 1);
}

export function mayGoOn(state: JobState): boolean {
  return Atomics.load(state, stop) === 0;
}

/** The worker's sign that it has begun, or done a sample. */
export function step(state: JobState): void {
  Atomics.add(state, steps, 1);
}

export function hasBegun(state: JobState): boolean {
  return Atomics.load(state, steps) > 0;
}

export function enterModel(state: JobState, index: number): void {
  Atomics.store(state, model, index);
}

/** Index of the model that the worker was last seen at. */
export function modelAt(state: JobState): number {
  return Atomics.load(state, model);
}

/**
 * Calls `onSilence` where a job that has begun does no further sample for so long. It looks for signs from time to
 * time rather than at the end alone, since this thread may have been busy with something else.
 *
 * @returns ends the watch
 */
export function watch(state: JobState, milliseconds: number, onSilence: () => void): () => void {
  let seen = 0;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const count = Atomics.load(state, steps);
    if (count === 0 || count !== seen) {
      seen = count;
      since = now;
    } else if (now - since >= milliseconds) onSilence();
  }, milliseconds / 20);
  timer.unref();
  return () => clearInterval(timer);
}
