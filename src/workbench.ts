import { cacheFolder } from './cache-folder.js';
import {
  type DeviceMeasurement,
  DeviceUnavailable,
  ensureHardware,
  ensureToolchain,
  type HardwareRuntime,
  type ModelFile,
  measureOnDevice,
  measureOnHardware,
  type Target,
  type Toolchain,
} from './device/index.js';
import { messageOf } from './errors.js';
import { OutputCache } from './evaluate/output-cache.js';
import { type Progress, silent } from './progress.js';
import { litertVersion, SessionPool } from './runtime/index.js';
import { version } from './version.js';

export interface WorkbenchOptions {
  progress?: Progress;
  /** Seconds that the work may take; left out: no limit. */
  budget?: number;
  /** Seconds that one measuring process may take; left out: 600. */
  processSeconds?: number;
}

/** What optimizing and measuring need, opened at first use and shared by all models of a run. */
export class Workbench {
  readonly progress: Progress;
  /** Worker threads with LiteRT. */
  readonly pool = new SessionPool();
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
  readonly #deadline: number;
  readonly #processMs: number;
  #toolchain: Promise<Toolchain | null> | undefined;
  #hardware: Promise<HardwareRuntime | null> | undefined;

  constructor(options: WorkbenchOptions = {}) {
    const { progress = silent, budget = Number.POSITIVE_INFINITY, processSeconds = 600 } = options;
    this.progress = progress;
    this.#processMs = processSeconds * 1000;
    this.#deadline = performance.now() + budget * 1000;
  }

  /** The emulator, fetched at the first call; null, and an omission, where this machine can't run it. */
  toolchain(): Promise<Toolchain | null> {
    this.#toolchain ??= ensureToolchain({ progress: this.progress }).catch((error) => {
      if (!(error instanceof DeviceUnavailable)) throw error;
      this.omissions.add(`No latency or memory was measured: ${messageOf(error)}`);
      this.unavailable.set('emulated', messageOf(error));
      return null;
    });
    return this.#toolchain;
  }

  /** What measures on this machine itself, fetched at the first call; null, and an omission, where it can't. */
  hardware(): Promise<HardwareRuntime | null> {
    this.#hardware ??= ensureHardware({ progress: this.progress }).catch((error) => {
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
   * @throws InputError, DeviceRunError as measureOnDevice
   */
  async measureOn(model: ModelFile, target: Target): Promise<DeviceMeasurement | null> {
    const options = { progress: this.progress, timeoutMs: this.#processMs };
    if (target.backend === 'native') {
      const runtime = await this.hardware();
      return runtime && measureOnHardware(model, target, { ...options, runtime });
    }
    const toolchain = await this.toolchain();
    return toolchain && measureOnDevice(model, target, { ...options, toolchain });
  }

  /** Whether there is time left for `work`; where there isn't, that it is left out is an omission. */
  hasTimeFor(work: string): boolean {
    if (performance.now() < this.#deadline) return true;
    this.omissions.add(`The budget was used up: ${work} was left out.`);
    return false;
  }

  /** What the figures come from, in reading order. */
  async versions(): Promise<{ name: string; version: string }[]> {
    const emulator = await this.#toolchain;
    const hardware = await this.#hardware;
    return [
      { name: 'litetrim', version },
      { name: 'LiteRT for accuracy (WebAssembly)', version: litertVersion },
      ...(emulator ? [{ name: 'Emulator', version: emulator.runtime }] : []),
      ...(hardware ? [{ name: 'Real hardware', version: hardware.runtime }] : []),
    ];
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}
