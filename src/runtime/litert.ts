import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { runInThisContext } from 'node:vm';
import { assetPath } from '../base/assets.js';
import type { Bindings, Deletable, Environment } from './bindings.js';
import type { Build } from './build.js';
import { NotRunnableError } from './errors.js';
import { scanInPlace, stateBytes } from './reducers/extremes.js';
import { isFailure } from './silent-failures.js';
import { tuneV8 } from './v8-options.js';
import { litertVersion } from './version.js';

type Factory = (options: object) => Promise<Bindings>;

const files = {
  plain: { code: 'litert.wasm', loader: 'litert.js' },
  fused: { code: 'litert-fused.wasm', loader: 'litert-fused.js' },
} as const;

const modules = new Map<Build, Promise<WebAssembly.Module>>();
const instances = new Map<Build, Promise<LiteRt>>();

/** A build's code, compiled once per process; threads share it through `shareLiteRtModule`. */
export function litertModule(build: Build): Promise<WebAssembly.Module> {
  const module = modules.get(build) ?? compile(build);
  modules.set(build, module);
  return module;
}

/** Makes a worker thread use the module that another thread compiles. */
export function shareLiteRtModule(build: Build, module: Promise<WebAssembly.Module>): void {
  modules.set(build, module);
}

async function compile(build: Build): Promise<WebAssembly.Module> {
  tuneV8();
  // At once: compiling in the background would end only when this thread is idle, and threads wait for it.
  return new WebAssembly.Module(readFileSync(assetPath(files[build].code)));
}

/** The instance of a build that new sessions of this thread use. */
export async function litert(build: Build = 'plain'): Promise<LiteRt> {
  const starting = instances.get(build) ?? LiteRt.instantiate(build);
  instances.set(build, starting);
  const instance = await starting;
  if (!instance.retired) return instance;
  if (instances.get(build) === starting) instances.delete(build);
  return litert(build);
}

/**
 * One instance of LiteRT's WebAssembly module, shared by the sessions of a thread.
 *
 * LiteRT's errors leave its C++ frames without clean-up, and a trap leaves the memory in any state: after
 * an error new sessions get a fresh instance, after a trap the open ones can't go on either.
 */
export class LiteRt {
  /** Something failed here: not for new sessions. */
  retired = false;
  /** A trap happened here: nothing of this instance may be called any more. */
  trapped = false;
  /** The file of the model that was at work then. */
  #trappedBy = '';
  readonly #errors: string[];

  private constructor(
    readonly bindings: Bindings,
    readonly environment: Environment,
    errors: string[],
  ) {
    this.#errors = errors;
  }

  static async instantiate(build: Build): Promise<LiteRt> {
    const module = await litertModule(build);
    const errors: string[] = [];
    const log = (line: string) => {
      const error = /^ERROR: (?:\[\S+:\d+\] )?(.+)/.exec(line)?.[1];
      if (error && !errors.includes(error) && errors.length < 100) errors.push(error);
    };
    let memory: unknown;
    const bindings = await (await loadFactory(build))({
      print: log,
      printErr: log,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(module, imports);
        memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
        done(instance);
        return instance.exports;
      },
    });
    if (memory instanceof WebAssembly.Memory) scanInPlace(memory, bindings._malloc(stateBytes));
    return new LiteRt(bindings, bindings.LiteRtEnvironment.create(null), errors);
  }

  /**
   * Frees objects of this instance. A model that wrote where it mustn't may have damaged them: nobody needs them any
   * more, so that this instance is only not used again.
   */
  free(objects: readonly Deletable[], file: string): void {
    if (this.trapped) return;
    try {
      for (const object of objects) object.delete();
    } catch {
      this.retired = true;
      this.trapped = true;
      this.#trappedBy = file;
    }
  }

  /**
   * Calls LiteRT.
   *
   * @param what what an error means: `refuses`, `fails to run`.
   * @throws NotRunnableError with LiteRT's log lines if it throws, traps, or logs that an operator failed:
   *   `LiteRT 2.5.3 refuses this model: Variable tensors not yet supported.`
   */
  call<T>(file: string, what: string, action: () => T): T {
    if (this.trapped) throw new LostInstanceError(this.#trappedBy);
    this.#errors.length = 0;
    try {
      const result = action();
      if (this.#errors.some(isFailure)) throw new Error('an operator failed');
      return result;
    } catch (error) {
      this.retired = true;
      this.trapped = isTrap(error);
      this.#trappedBy = file;
      const verb = this.trapped ? 'crashed on' : what;
      const reason = this.#errors.slice(0, 3).join('; ') || wordsOf(error);
      throw new NotRunnableError(`LiteRT ${litertVersion} ${verb} this model: ${reason}`, {
        file,
        cause: error,
      });
    }
  }
}

/** A session can't go on, since another model has stopped the instance that both were on. */
class LostInstanceError extends Error {
  /** @param by the other model's file */
  constructor(readonly by: string) {
    super('LiteRT was stopped by a fault of another model: open the session again');
  }
}

/** Whether an error is that an instance was stopped, by this model or by one before. */
export function isStopped(error: unknown): boolean {
  return error instanceof LostInstanceError || (error instanceof NotRunnableError && isTrap(error.cause));
}

/**
 * An error of a job that had an instance to itself: it was stopped by one of the job's own models, which damaged
 * LiteRT's memory. That may show only when something is freed.
 */
export function ownFault(error: unknown): unknown {
  if (!(error instanceof LostInstanceError)) return error;
  const problem = `LiteRT ${litertVersion} crashed on this model: it damages what LiteRT keeps in memory`;
  return new NotRunnableError(problem, { file: error.by, cause: error });
}

/** Whether WebAssembly stopped amid what it did; LiteRT's own errors are plain. */
function isTrap(error: unknown): boolean {
  return (
    !(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError
  );
}

/** What an error of LiteRT says besides its own source positions. */
function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[└ ]*ERROR: \[[^\]]*\]/g, '').trim() || 'it does not say why';
}

/** LiteRT's loader is a CommonJS script that expects its surroundings as variables. */
async function loadFactory(build: Build): Promise<Factory> {
  const file = assetPath(files[build].loader);
  const source = await readFile(file, 'utf8');
  const wrapped = `(function (require, __dirname, __filename) {${source}\nreturn ModuleFactory; })`;
  return runInThisContext(wrapped, { filename: file })(createRequire(file), dirname(file), file);
}
