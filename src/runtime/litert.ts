import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { runInThisContext } from 'node:vm';
import { assetPath } from '../assets.js';
import type { Bindings, Environment } from './bindings.js';
import { NotRunnableError } from './errors.js';
import { scanInPlace, stateBytes } from './extremes.js';
import { isFailure } from './silent-failures.js';
import { tuneV8 } from './v8-options.js';
import { litertVersion } from './version.js';

type Factory = (options: object) => Promise<Bindings>;

let compiling: Promise<WebAssembly.Module> | undefined;
let current: Promise<LiteRt> | undefined;

/** LiteRT's code, compiled once per process; threads share it through `shareLiteRtModule`. */
export function litertModule(): Promise<WebAssembly.Module> {
  return (compiling ??= compile());
}

/** Makes a worker thread use the module that another thread compiles. */
export function shareLiteRtModule(module: Promise<WebAssembly.Module>): void {
  compiling = module;
}

async function compile(): Promise<WebAssembly.Module> {
  tuneV8();
  // At once: compiling in the background would end only when this thread is idle, and threads wait for it.
  return new WebAssembly.Module(readFileSync(assetPath('litert.wasm')));
}

/** The instance that new sessions of this thread use. */
export async function litert(): Promise<LiteRt> {
  const instance = await (current ??= LiteRt.instantiate());
  if (!instance.retired) return instance;
  current = undefined;
  return litert();
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

  private constructor(
    readonly bindings: Bindings,
    readonly environment: Environment,
    private readonly errors: string[],
  ) {}

  static async instantiate(): Promise<LiteRt> {
    const module = await litertModule();
    const errors: string[] = [];
    const log = (line: string) => {
      const error = /^ERROR: (?:\[\S+:\d+\] )?(.+)/.exec(line)?.[1];
      if (error && !errors.includes(error) && errors.length < 100) errors.push(error);
    };
    let memory: unknown;
    const bindings = await (await loadFactory())({
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
   * Calls LiteRT.
   *
   * @param what what an error means: `refuses`, `fails to run`.
   * @throws NotRunnableError with LiteRT's log lines if it throws, traps, or logs that an operator failed:
   *   `LiteRT 2.5.3 refuses this model: Variable tensors not yet supported.`
   */
  call<T>(file: string, what: string, action: () => T): T {
    if (this.trapped)
      throw new Error('LiteRT was stopped by a fault of another model: open the session again');
    this.errors.length = 0;
    try {
      const result = action();
      if (this.errors.some(isFailure)) throw new Error('an operator failed');
      return result;
    } catch (error) {
      this.retired = true;
      this.trapped = isTrap(error);
      const verb = this.trapped ? 'crashed on' : what;
      const reason = this.errors.slice(0, 3).join('; ') || wordsOf(error);
      throw new NotRunnableError(`LiteRT ${litertVersion} ${verb} this model: ${reason}`, {
        file,
        cause: error,
      });
    }
  }
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
async function loadFactory(): Promise<Factory> {
  const file = assetPath('litert.js');
  const source = await readFile(file, 'utf8');
  const wrapped = `(function (require, __dirname, __filename) {${source}\nreturn ModuleFactory; })`;
  return runInThisContext(wrapped, { filename: file })(createRequire(file), dirname(file), file);
}
