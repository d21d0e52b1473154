import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../base/cleanup.js';
import { type Progress, silent } from '../../base/progress.js';
import type { Model } from '../../model/graph.js';
import { graphOf, type ModelFile } from '../../model/model-file.js';
import { prepareForDevice } from '../../runtime/prepare.js';
import { DeviceRunError } from '../errors.js';
import { difference, type GuestReport, type Span } from '../guest-report.js';
import { withMacs } from '../layer-macs.js';
import { layersOf } from '../layers.js';
import { deviceNotes } from '../notes.js';
import type { Device } from '../profile.js';
import { refusal } from '../refusal.js';
import { keepResult, readResult, resultKey } from '../result-cache.js';
import { emulatorSlots } from '../slots.js';
import type { Toolchain } from '../toolchain/index.js';
import type { DeviceMeasurement, EmulatedMeasurement } from '../types.js';
import { type GuestOptions, guestFiles, runGuest } from './guest.js';
import { machineFile } from './machine-file.js';
import { writeSysroot } from './sysroot.js';

export interface MeasureOptions {
  toolchain: Toolchain;
  progress?: Progress;
  /** For each of the two emulated runs; default 10 minutes. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Measures even if the figures are known. */
  fresh?: boolean;
}

/**
 * Measures one model on one device: its first signature, dynamic dimensions fixed to 1, one thread, seeded
 * inputs, the second inference. The figures depend on the model, the device and the toolchain alone; they
 * are kept in the cache by all three. Several models may be measured at once.
 *
 * Two emulated processes run: a plain one for the totals and the memory, and one with LiteRT's profiler on,
 * which costs instructions of its own, for the layers.
 *
 * @throws InputError for a file that is no model, or that LiteRT can't run (NotRunnableError).
 * @throws DeviceRunError where the emulated process crashes, exceeds the time, or the device's memory.
 */
export async function measureOnDevice(
  model: ModelFile,
  device: Device,
  options: MeasureOptions,
): Promise<EmulatedMeasurement> {
  const { toolchain, progress = silent, fresh = false } = options;
  const bytes = prepareForDevice(model.bytes, model.file);
  const key = resultKey(bytes, device, machineFile(device), toolchain.key);
  const kept = fresh ? null : await readResult(toolchain.cache, key);
  if (kept) return kept;
  const stage = progress.stage(`${model.file} on ${device.name}`, 2);
  try {
    const [plain, profiled] = await runTwice({ ...model, bytes }, device, options, (done) =>
      stage.update(done),
    );
    const result = {
      device: device.name,
      runtime: toolchain.runtime,
      key,
      ...summarize(plain, profiled, device, graphOf({ file: model.file, bytes })),
    };
    checkMemory(model, device, result);
    await keepResult(toolchain.cache, key, result);
    return result;
  } finally {
    stage.end();
  }
}

function runTwice(
  model: ModelFile,
  device: Device,
  { toolchain, timeoutMs = 600_000, signal }: MeasureOptions,
  onDone: (done: number) => void,
): Promise<[GuestReport, GuestReport]> {
  const abort = new AbortController();
  const either = signal ? AbortSignal.any([signal, abort.signal]) : abort.signal;
  let done = 0;
  const once = async (shared: string, profile: boolean): Promise<GuestReport> => {
    const options: GuestOptions = {
      shared,
      work: join(shared, profile ? 'profiled' : 'plain'),
      cpu: device.core.emulatedAs,
      profile,
      timeoutMs,
      signal: either,
    };
    const report = await emulatorSlots.use(() => runGuest(toolchain, options), either);
    onDone(++done);
    return report;
  };
  return inTemporaryFolder('litetrim-device-', async (shared) => {
    try {
      await writeGuestFiles(shared, model, device, toolchain);
      const runs = [once(shared, false), once(shared, true)] as const;
      for (const run of runs) run.catch((error) => abort.abort(error));
      await Promise.allSettled(runs);
      return [await runs[0], await runs[1]];
    } catch (error) {
      signal?.throwIfAborted();
      throw refusal(abort.signal.reason ?? error, model.file, device.title);
    }
  });
}

/** Puts what both runs read into one folder. */
export async function writeGuestFiles(
  folder: string,
  { bytes }: ModelFile,
  device: Device,
  toolchain: Toolchain,
): Promise<void> {
  await writeSysroot(join(folder, guestFiles.sysroot), device, toolchain);
  await writeFile(join(folder, guestFiles.machine), machineFile(device));
  await writeFile(join(folder, guestFiles.model), bytes);
}

function summarize(
  plain: GuestReport,
  profiled: GuestReport,
  device: Device,
  model: Model,
): Omit<EmulatedMeasurement, 'device' | 'runtime' | 'key'> {
  const ms = (span: Span) => difference(span.before, span.after).cycles / (device.clockMHz * 1000);
  const { instructions, cycles } = difference(plain.inference.before, plain.inference.after);
  const layers = withMacs(layersOf(profiled.profiles[0]!, cycles, device.caches.length), model);
  return {
    confidence: device.confidence,
    instructions,
    cycles,
    latencyMs: cycles / (device.clockMHz * 1000),
    loadMs: ms(plain.load),
    firstInferenceMs: ms(plain.first),
    peakMemoryBytes: plain.peakBytes,
    layers,
    notes: deviceNotes(model, layers, device.name),
  };
}

function checkMemory(
  { file, bytes }: ModelFile,
  device: Device,
  { peakMemoryBytes }: DeviceMeasurement,
): void {
  const mebibytes = (n: number) => Math.ceil(n / (1 << 20));
  const needed = peakMemoryBytes + bytes.length;
  if (needed <= device.ramMiB * (1 << 20)) return;
  const problem = `it needs ${mebibytes(needed)} MiB of memory, the device has ${device.ramMiB}`;
  throw new DeviceRunError(file, device.title, problem);
}
