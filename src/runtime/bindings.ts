/**
 * The part of LiteRT's raw WebAssembly bindings that litetrim uses (`LiteRtWasm` in the type
 * declarations of `@litertjs/core`, whose public API knows three element types only).
 */
export interface Bindings {
  /** The heap; replaced by a new view whenever memory grows, so never kept across a call. */
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  readonly LiteRtEnvironment: { create(gpu: null): Environment };
  readonly LiteRtTensorBufferType: { HOST_MEMORY: object };
  readonly LiteRtTensorBufferLockMode: { READ: object; WRITE: object };
  readonly LiteRtTensorBuffer: {
    createManaged(environment: Environment, kind: object, type: TensorType, bytes: number): TensorBuffer;
  };
  loadModel(environment: Environment, pointer: number, bytes: number): LoadedModel;
  compileModel(environment: Environment, model: LoadedModel, options: object): CompiledModel;
}

/** An object on the WebAssembly heap, to be freed by hand. */
export interface Deletable {
  delete(): void;
}

export type Environment = Deletable;

interface Vector<T> extends Deletable {
  size(): number;
  get(index: number): T;
}

export interface LoadedModel extends Deletable {
  getSignature(signature: number): Signature;
  getInputTensorType(signature: number, index: number): TensorType;
  getOutputTensorType(signature: number, index: number): TensorType;
}

export interface Signature extends Deletable {
  inputNames(): Vector<string>;
  outputNames(): Vector<string>;
}

export interface TensorType extends Deletable {
  bytes(): number;
}

export interface CompiledModel extends Deletable {
  run(signature: number, inputs: TensorBuffer[]): TensorBuffer[];
}

export interface TensorBuffer extends Deletable {
  /** Pointer to the data, valid until `unlock` as long as nothing allocates. */
  lock(mode: object): number;
  unlock(): void;
  packedSize(): number;
}
