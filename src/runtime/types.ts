import type { TensorType } from '../model/schema/index.js';

/** Elements of a tensor; FLOAT16 and BFLOAT16 as raw 16-bit words, BOOL as bytes 0 and 1. */
export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** An input or output of a session. */
export interface TensorInfo {
  /** The signature's name of it, else the tensor's. */
  name: string;
  type: TensorType;
  /** A dynamic dimension is fixed to 1. */
  shape: number[];
  /** Scale and zero point of a quantized input or output, else null. */
  quantization: { scale: number; zeroPoint: number } | null;
}

/** A model that is ready to run, in this thread. */
export interface Session {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  /**
   * Runs one inference, as if it were the first one: samples have no order, and threads share them as they come, so
   * that a model with variables begins anew with each. `inputs` are in the order of `this.inputs`, each of exactly its element type
   * and count (RangeError otherwise). The arrays returned are copies, the caller's to keep.
   */
  run(inputs: readonly TensorData[]): TensorData[];
  /**
   * `run` without copies: `use` gets views of the runtime's own memory, which are worth nothing once it
   * has returned; it must not call the runtime. What it returns is handed on.
   */
  runInPlace<T>(inputs: readonly TensorData[], use: (outputs: TensorData[]) => T): T;
  /** Frees the model's memory in the runtime; the session can't be used afterwards. */
  close(): void;
}
