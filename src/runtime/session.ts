import type { Model } from '../model/graph.js';
import { byteCount, bytesOf, elementsOf } from '../model/tensors.js';
import type { CompiledModel, Deletable, LoadedModel, TensorBuffer } from './bindings.js';
import type { Build } from './build.js';
import { type LiteRt, litert } from './litert.js';
import { type PreparedModel, prepare } from './prepare.js';
import type { Session, TensorData, TensorInfo } from './types.js';

/**
 * Opens a model in this thread: its first signature, or its first subgraph where it has none, with dynamic
 * dimensions fixed to 1. It computes on one thread, with the same results on every machine.
 *
 * @param file the file as the user named it, for errors.
 * @throws InputError if it isn't a sound model file.
 * @throws NotRunnableError if LiteRT refuses it, with LiteRT's own message.
 */
export async function openSession(source: Uint8Array | Model, file = 'model'): Promise<Session> {
  return openPrepared(prepare(source, file));
}

/** `openSession` for a model that is prepared already, maybe by another thread. */
export async function openPrepared(model: PreparedModel, build: Build = 'plain'): Promise<Session> {
  return new LiteRtSession(await litert(build), model);
}

class LiteRtSession implements Session {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  readonly #file: string;
  readonly #isStateful: boolean;
  /** What has to be freed, in the order it was made. */
  readonly #owned: Deletable[] = [];
  readonly #inputBuffers: TensorBuffer[] = [];
  readonly #loaded: LoadedModel;
  #compiled: CompiledModel;
  /** Whether an inference before has left something. */
  #used = false;
  #closed = false;
  readonly #litert: LiteRt;

  constructor(litert: LiteRt, { file, bytes, inputs, outputs, isStateful }: PreparedModel) {
    this.#litert = litert;
    this.#file = file;
    this.#isStateful = isStateful;
    this.inputs = inputs;
    this.outputs = outputs;
    try {
      this.#loaded = litert.call(file, 'refuses', () => this.#load(bytes));
      this.#compiled = litert.call(file, 'refuses', () => this.#compile(this.#loaded));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  run(inputs: readonly TensorData[]): TensorData[] {
    return this.runInPlace(inputs, (outputs) => outputs.map((data) => data.slice()));
  }

  runInPlace<T>(inputs: readonly TensorData[], use: (outputs: TensorData[]) => T): T {
    if (this.#closed) throw new Error('the session is closed');
    this.#checkInputs(inputs);
    if (this.#isStateful && this.#used) this.#forget();
    this.#used = true;
    const results = this.#litert.call(this.#file, 'fails to run', () => {
      for (let i = 0; i < inputs.length; i++) this.#write(this.#inputBuffers[i]!, inputs[i]!);
      return this.#compiled.run(0, this.#inputBuffers);
    });
    try {
      return use(this.#view(results));
    } finally {
      this.#litert.free(results, this.#file);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#litert.free(this.#owned.reverse(), this.#file);
  }

  /** Has nothing left of the inferences before: LiteRT makes all but the weights anew. */
  #forget(): void {
    const kept = this.#owned.indexOf(this.#loaded) + 1;
    this.#litert.free(this.#owned.splice(kept).reverse(), this.#file);
    this.#inputBuffers.length = 0;
    this.#compiled = this.#litert.call(this.#file, 'refuses', () => this.#compile(this.#loaded));
  }

  #load(bytes: Uint8Array): LoadedModel {
    const { bindings, environment } = this.#litert;
    const pointer = bindings._malloc(bytes.byteLength);
    if (pointer === 0) throw new Error('there is not enough memory for it');
    // LiteRT goes on reading its weights there as long as the model lives.
    this.#owned.push({ delete: () => bindings._free(pointer) });
    bindings.HEAPU8.set(bytes, pointer);
    return this.#own(bindings.loadModel(environment, pointer, bytes.byteLength));
  }

  #compile(model: LoadedModel): CompiledModel {
    const { bindings, environment } = this.#litert;
    const compiled = this.#own(
      bindings.compileModel(environment, model, {
        accelerator: 'wasm',
        environment: { liteRtEnvironment: environment, options: { webGpuDevice: null } },
        cpuOptions: { numThreads: 1 },
      }),
    );
    this.inputs.forEach((info, i) => {
      const type = model.getInputTensorType(0, i);
      const { HOST_MEMORY } = bindings.LiteRtTensorBufferType;
      const bytes = byteCount(info.type, info.shape)!;
      const buffer = bindings.LiteRtTensorBuffer.createManaged(environment, HOST_MEMORY, type, bytes);
      this.#inputBuffers.push(this.#own(buffer));
      type.delete();
    });
    return compiled;
  }

  #checkInputs(inputs: readonly TensorData[]): void {
    if (inputs.length !== this.inputs.length) {
      throw new RangeError(`the model has ${this.inputs.length} inputs, not ${inputs.length}`);
    }
    this.inputs.forEach(({ name, type, shape }, i) => {
      const data = inputs[i]!;
      const array = elementsOf(type, new Uint8Array()).constructor;
      if (data.constructor !== array || data.byteLength !== byteCount(type, shape)) {
        const expected = `${array.name} with the shape [${shape}]`;
        throw new RangeError(
          `input "${name}" is ${expected}, not ${data.constructor.name} of ${data.length}`,
        );
      }
    });
  }

  #write(buffer: TensorBuffer, data: TensorData): void {
    const { bindings } = this.#litert;
    const pointer = buffer.lock(bindings.LiteRtTensorBufferLockMode.WRITE);
    bindings.HEAPU8.set(bytesOf(data), pointer);
    buffer.unlock();
  }

  /** The outputs where the runtime has them. */
  #view(results: TensorBuffer[]): TensorData[] {
    const { READ } = this.#litert.bindings.LiteRtTensorBufferLockMode;
    const pointers = results.map((result, i) =>
      this.#litert.call(this.#file, 'fails to run', () => {
        const { name, type, shape } = this.outputs[i]!;
        const size = result.packedSize();
        if (size !== byteCount(type, shape)) {
          throw new Error(`its output "${name}" has ${size} bytes, which doesn't fit its shape [${shape}]`);
        }
        const pointer = result.lock(READ);
        result.unlock();
        return pointer;
      }),
    );
    // Only now, since each call may let the memory grow.
    const { HEAPU8 } = this.#litert.bindings;
    return pointers.map((pointer, i) => {
      const { type, shape } = this.outputs[i]!;
      return elementsOf(type, HEAPU8.subarray(pointer, pointer + byteCount(type, shape)!));
    });
  }

  #own<T extends Deletable>(object: T): T {
    this.#owned.push(object);
    return object;
  }
}
