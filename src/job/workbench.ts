import { Budget } from '../base/budget.js';
import { cacheFolder } from '../base/cache-folder.js';
import { messageOf } from '../base/errors.js';
import { type Progress, silent } from '../base/progress.js';
import { version } from '../base/version.js';
import { randomDataset } from '../data/random-dataset.js';
import {
  type DeviceMeasurement,
  DeviceUnavailable,
  ensureHardware,
  ensureToolchain,
  type HardwareRuntime,
  measureOnDevice,
  measureOnHardware,
  type Target,
  type Toolchain,
} from '../device/index.js';
import { OutputCache } from '../evaluate/output-cache.js';
import { modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { EndlessError, litertVersion, SessionPool } from '../runtime/index.js';

/** An emulated run that takes longer may be one that never ends, which is sooner seen without the emulator. */
const longEmulationMs = 10_000;

export interface WorkbenchOptions {
  progress?: Progress;
  /** Seconds that the work may take; left out: no limit. */
  budget?: number;
  /** Seconds that one measuring process may take; left out: 600. */
  processSeconds?: number;
  /** Seconds that LiteRT may take over one sample here; left out: 60. */
  secondsPerSample?: number;
  /** Ends all work with its reason, beside the budget. */
  signal?: AbortSignal;
}

/** What optimizing and measuring need, opened at first use and shared by all models of a run. */
export class Workbench {
  readonly progress: Progress;
  /** Worker threads with LiteRT. */
  readonly pool: SessionPool;
  /** Folder that results are kept in between runs. */
  readonly cache = cacheFolder();
  /** Outputs of models that others are compared with. */
  readonly outputs = new OutputCache();
  /** What could not be done for any model, and why: a sentence each, in the order it was met. */
  readonly omissions = new Set<string>();
  /** Why this machine can't measure by a backend, once that was tried. */
  readonly unavailable = new Map<Target['backend'], string>();
  /** What litetrim itself did wrong with one model or another; the work on others went on. */
  readonly defects: unknown[] = [];
  /** Aborted, by a BudgetUsedUp, when the budget is used up: whatever is being done then ends with that error. */
  readonly signal: AbortSignal;
  readonly #budget: Budget;
  readonly #processMs: number;
  readonly #trials = new WeakMap<Uint8Array, Promise<unknown>>();
  #toolchain: Promise<Toolchain | null> | undefined;
  #hardware: Promise<HardwareRuntime | null> | undefined;

  constructor(options: WorkbenchOptions = {}) {
    const { progress = silent, budget = Number.POSITIVE_INFINITY, processSeconds = 600 } = options;
    const { secondsPerSample = 60 } = options;
    this.progress = progress;
    this.#processMs = processSeconds * 1000;
    this.#budget = new Budget(budget);
    const { signal } = this.#budget;
    this.signal = options.signal ? AbortSignal.any([signal, options.signal]) : signal;
    this.pool = new SessionPool({ signal: this.signal, secondsPerSample });
  }

  /** The emulator, fetched at the first call; null, and an omission, where this machine can't run it. */
  toolchain(): Promise<Toolchain | null> {
    this.#toolchain ??= ensureToolchain({ progress: this.progress, signal: this.signal }).catch((error) => {
      if (!(error instanceof DeviceUnavailable)) throw error;
      this.omissions.add(`No latency or memory was measured: ${messageOf(error)}`);
      this.unavailable.set('emulated', messageOf(error));
      return null;
    });
    return this.#toolchain;
  }

  /** What measures on this machine itself, fetched at the first call; null, and an omission, where it can't. */
  hardware(): Promise<HardwareRuntime | null> {
    this.#hardware ??= ensureHardware({ progress: this.progress, signal: this.signal }).catch((error) => {
      if (!(error instanceof DeviceUnavailable)) throw error;
      this.omissions.add(`Nothing was measured on real hardware: ${messageOf(error)}`);
      this.unavailable.set('native', messageOf(error));
      return null;
    });
    return this.#hardware;
  }

  /**
   * Measures a model on an emulated device or on this machine; null, and an omission, where neither can be.
   *
   * @throws InputError, DeviceRunError as measureOnDevice; EndlessError for a model that LiteRT doesn't come to an
   *   end with; BudgetUsedUp
   */
  async measureOn(model: ModelFile, target: Target): Promise<DeviceMeasurement | null> {
    this.pool.assertEnds(model.bytes, model.file);
    const options = { progress: this.progress, timeoutMs: this.#processMs };
    if (target.backend === 'native') {
      const runtime = await this.hardware();
      return runtime && measureOnHardware(model, target, { ...options, signal: this.signal, runtime });
    }
    const toolchain = await this.toolchain();
    if (!toolchain) return null;
    return this.#whileItMayEnd(model, (signal) =>
      measureOnDevice(model, target, { ...options, signal, toolchain }),
    );
  }

  /** Gives work on a model up, where it takes long, once LiteRT here doesn't come to an end with the model. */
  async #whileItMayEnd<T>(model: ModelFile, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    const giveUp = (error: unknown) => {
      if (error instanceof EndlessError) abort.abort(error);
    };
    const timer = setTimeout(() => this.#tryHere(model).catch(giveUp), longEmulationMs);
    try {
      return await work(AbortSignal.any([this.signal, abort.signal]));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs a model in LiteRT as WebAssembly, once however often it is asked for. */
  #tryHere(model: ModelFile): Promise<unknown> {
    const trial = this.#trials.get(model.bytes) ?? this.#run(model);
    this.#trials.set(model.bytes, trial);
    return trial;
  }

  async #run(model: ModelFile): Promise<unknown> {
    const { inputs } = modelInterface(graphOf(model));
    return this.pool.reduce('ranges', model.bytes, randomDataset(inputs, { samples: 1 }).evaluation, {
      file: model.file,
    });
  }

  /** Whether there is time left for `work`; where there isn't, that it is left out is an omission. */
  hasTimeFor(work: string): boolean {
    if (!this.#budget.isUsedUp()) return true;
    this.omissions.add(`The budget was used up: ${work} was left out.`);
    return false;
  }

  /** What the figures come from, in reading order. */
  async versions(): Promise<{ name: string; version: string }[]> {
    // What they couldn't be had for was told to those who asked for them.
    const emulator = await this.#toolchain?.catch(() => null);
    const hardware = await this.#hardware?.catch(() => null);
    return [
      { name: 'litetrim', version },
      { name: 'LiteRT for accuracy (WebAssembly)', version: litertVersion },
      ...(emulator ? [{ name: 'Emulator', version: emulator.runtime }] : []),
      ...(hardware ? [{ name: 'Real hardware', version: hardware.runtime }] : []),
    ];
  }

  async close(): Promise<void> {
    this.#budget.close();
    await this.pool.close();
  }
}

/** Gives work a workbench of its own, and closes it after. */
export async function atWorkbench<T>(
  options: WorkbenchOptions,
  work: (bench: Workbench) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  const bench = new Workbench(options);
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
}
