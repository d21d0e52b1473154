import { once } from 'node:events';
import { type MessagePort, workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { elementCount } from '../model/tensors.js';
import type { Build } from './build.js';
import { decodeOutput, encodeInput } from './codec.js';
import { NotRunnableError } from './errors.js';
import { enterModel, type JobState, mayGoOn, step } from './job-state.js';
import { isStopped, litert, ownFault, shareLiteRtModule } from './litert.js';
import type { PreparedModel } from './prepare.js';
import { type ReducerName, reducers } from './reducers/index.js';
import type { Reducer } from './reducers/reducer.js';
import { openPrepared } from './session.js';
import type { Session, TensorData } from './types.js';

/** Consecutive samples for the models that a reducer looks at together. */
export interface Job {
  parts: JobPart[];
  build: Build;
  reducer: ReducerName;
  plan: unknown;
  /** Number of the first sample. */
  first: number;
  samples: number;
  state: JobState;
}

/** A model, and what it is given. */
export interface JobPart {
  /** Tells models apart: the same number always comes with the same model. */
  modelId: number;
  model: PreparedModel;
  /** For each input of the model, the real values of all samples one after the other. */
  inputs: Float32Array[];
}

/** What a worker answers: errors travel as data, since posting one loses its class. */
export type JobResult = { result: unknown } | { notRunnable: { problem: string; file: string } };

/** Sessions kept open, the last used last: two, since a model is often run beside its reference. */
const sessions = new Map<number, Session>();
const keptSessions = 2;

async function sessionOf({ modelId, model }: JobPart, build: Build): Promise<Session> {
  const session = sessions.get(modelId) ?? (await openPrepared(model, build));
  sessions.delete(modelId);
  sessions.set(modelId, session);
  for (const [id, oldest] of sessions) {
    if (sessions.size <= keptSessions) break;
    oldest.close();
    sessions.delete(id);
  }
  return session;
}

/**
 * Does a job, once more where WebAssembly stopped: a model before may have written where it mustn't, so that only what
 * happens on a new instance is this model's own doing.
 */
async function run(job: Job): Promise<JobResult | InstanceType<typeof workerpool.Transfer>> {
  try {
    return await tryJob(job).catch((error: unknown) => {
      if (!isStopped(error)) throw error;
      return tryJob(job).catch((again: unknown) => {
        throw ownFault(again);
      });
    });
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    return { notRunnable: { problem: error.problem, file: error.details.file ?? job.parts[0]!.model.file } };
  }
}

async function tryJob(job: Job): Promise<InstanceType<typeof workerpool.Transfer>> {
  try {
    step(job.state);
    const opened: Session[] = [];
    for (const [k, part] of job.parts.entries()) {
      enterModel(job.state, k);
      opened.push(await sessionOf(part, job.build));
    }
    const result = runSamples(opened, job);
    return new workerpool.Transfer({ result }, [...new Set(buffersOf(result))]);
  } catch (error) {
    // The others may sit on the runtime instance that has failed.
    for (const session of sessions.values()) session.close();
    sessions.clear();
    throw error;
  }
}

function runSamples(opened: Session[], job: Job): unknown {
  const { parts, samples, first, reducer: name, plan, state } = job;
  const reducer = reducers[name] as Reducer<unknown, unknown>;
  const infos = opened.flatMap(({ outputs }) => outputs);
  const result = reducer.start(infos, plan);
  const last = opened.length - 1;
  for (let i = 0; i < samples && mayGoOn(state); i++) {
    const inputs = opened.map((session, k) => inputsOf(session, parts[k]!, i));
    const before = opened.slice(0, last).flatMap((session, k) => {
      enterModel(state, k);
      return session.run(inputs[k]!);
    });
    enterModel(state, last);
    opened[last]!.runInPlace(inputs[last]!, (outputs) => {
      const real = [...before, ...outputs].map((data, k) => decodeOutput(infos[k]!, data));
      reducer.add(result, real, first + i, plan);
    });
    step(state);
  }
  return result;
}

function inputsOf(session: Session, { inputs }: JobPart, sample: number): TensorData[] {
  return session.inputs.map((info, k) => {
    const size = elementCount(info.shape);
    return encodeInput(info, inputs[k]!.subarray(sample * size, (sample + 1) * size));
  });
}

/** The buffers of a result, to be handed over to the main thread without a copy. */
function* buffersOf(result: unknown): Generator<ArrayBuffer> {
  if (ArrayBuffer.isView(result)) yield result.buffer as ArrayBuffer;
  else if (typeof result === 'object' && result !== null)
    for (const part of Object.values(result)) yield* buffersOf(part);
}

for (const [build, port] of Object.entries(workerData) as [Build, MessagePort][]) {
  const module = once(port, 'message').then(([module]) => module);
  shareLiteRtModule(build, module);
  // Ready when the first job comes; what is wrong with it, that job will tell.
  module.then(() => litert(build)).catch(() => {});
}
workerpool.worker({ run });
