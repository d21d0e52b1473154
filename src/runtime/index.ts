/** LiteRT in this process: one session in this thread, or many samples over worker threads. */
export { decodeOutput, encodeInput } from './codec.js';
export { EndlessError, NotRunnableError } from './errors.js';
export { withObservedTensors } from './observe.js';
export { type PoolOptions, type Run, type RunOptions, type SampleSource, SessionPool } from './pool.js';
export type { Ranges, ReducerName, Results } from './reducers/index.js';
export { openSession } from './session.js';
export type { Session, TensorData, TensorInfo } from './types.js';
export { litertVersion } from './version.js';
