import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { elementCount } from '../model/tensors.js';
import { decodeOutput, encodeInput } from './codec.js';
import { NotRunnableError } from './errors.js';
import { litert, shareLiteRtModule } from './litert.js';
import type { PreparedModel } from './prepare.js';
import { type Reducer, type ReducerName, reducers } from './reducers.js';
import { openPrepared } from './session.js';
import type { Session } from './types.js';

/** Consecutive samples for one model. */
export interface Job {
  /** Tells models apart: the same number always comes with the same model. */
  modelId: number;
  model: PreparedModel;
  reducer: ReducerName;
  samples: number;
  /** For each input of the model, the real values of all samples one after the other. */
  inputs: Float32Array[];
}

/** What a worker answers: errors travel as data, since posting one loses its class. */
export type JobResult = { result: unknown } | { notRunnable: { problem: string; file: string } };

/** Sessions kept open, the last used last: two, since a model is often run beside its reference. */
const sessions = new Map<number, Session>();
const keptSessions = 2;

async function sessionOf({ modelId, model }: Job): Promise<Session> {
  const session = sessions.get(modelId) ?? (await openPrepared(model));
  sessions.delete(modelId);
  sessions.set(modelId, session);
  for (const [id, oldest] of sessions) {
    if (sessions.size <= keptSessions) break;
    oldest.close();
    sessions.delete(id);
  }
  return session;
}

async function run(job: Job): Promise<JobResult> {
  try {
    return { result: runSamples(await sessionOf(job), job) };
  } catch (error) {
    // The others may sit on the runtime instance that has failed.
    for (const session of sessions.values()) session.close();
    sessions.clear();
    if (!(error instanceof NotRunnableError)) throw error;
    return { notRunnable: { problem: error.problem, file: job.model.file } };
  }
}

function runSamples(session: Session, { inputs, samples, reducer: name }: Job): unknown {
  const reducer = reducers[name] as Reducer<unknown>;
  const sizes = session.inputs.map(({ shape }) => elementCount(shape));
  const result = reducer.start(session.outputs);
  for (let i = 0; i < samples; i++) {
    const encoded = session.inputs.map((info, k) =>
      encodeInput(info, inputs[k]!.subarray(i * sizes[k]!, (i + 1) * sizes[k]!)),
    );
    session.runInPlace(encoded, (outputs) => {
      reducer.add(
        result,
        outputs.map((data, k) => decodeOutput(session.outputs[k]!, data)),
      );
    });
  }
  return result;
}

shareLiteRtModule(workerData.litertModule);
// Ready when the first job comes; what is wrong with it, that job will tell.
litert().catch(() => {});
workerpool.worker({ run });
