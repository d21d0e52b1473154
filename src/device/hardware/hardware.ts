import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from '../../base/cleanup.js';
import { runToEnd } from '../../base/process.js';
import { type ProgressStage, silent } from '../../base/progress.js';
import { quantile } from '../../base/statistics.js';
import { graphOf, type ModelFile } from '../../model/model-file.js';
import { prepareForDevice } from '../../runtime/prepare.js';
import { guestFiles, runnerArguments } from '../emulator/guest.js';
import type { MeasureOptions } from '../emulator/measure.js';
import { difference, type GuestReport, parseGuestReport, type Span } from '../guest-report.js';
import { withMacs } from '../layer-macs.js';
import { layersOf } from '../layers.js';
import { deviceNotes } from '../notes.js';
import type { Hardware } from '../profile.js';
import { refusal } from '../refusal.js';
import { resultKey } from '../result-cache.js';
import { Slots } from '../slots.js';
import type { HardwareRuntime } from '../toolchain/hardware.js';
import type { DeviceMeasurement, LayerCost, Spread } from '../types.js';

export type HardwareOptions = Omit<MeasureOptions, 'toolchain' | 'fresh'> & { runtime: HardwareRuntime };

/** Measured at once a model would take another's time. */
const oneAtATime = new Slots(1);

/**
 * Measures one model on this very machine, by its clock: the same runner and inputs as on an emulated device
 * (measureOnDevice), one thread. Latency is the median of many inferences. What happened before doesn't count:
 * nothing is kept. Instructions and cycles aren't counted.
 *
 * Two processes run, one after the other: one with LiteRT's profiler on for the layers, whose time says how many
 * inferences the other one is to measure (some 2 seconds of them, 20 to 1000).
 *
 * @throws InputError, DeviceRunError as measureOnDevice
 */
export async function measureOnHardware(
  model: ModelFile,
  hardware: Hardware,
  options: HardwareOptions,
): Promise<DeviceMeasurement> {
  const { progress = silent } = options;
  const bytes = prepareForDevice(model.bytes, model.file);
  const stage = progress.stage(`${model.file} on ${hardware.name}`, 2);
  const work = (folder: string) => measureIn(folder, { ...model, bytes }, hardware, options, stage);
  try {
    return await oneAtATime.use(() => inTemporaryFolder('litetrim-native-', work), options.signal);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw refusal(error, model.file, hardware.title);
  } finally {
    stage.end();
  }
}

async function measureIn(
  work: string,
  { file, bytes }: ModelFile,
  hardware: Hardware,
  options: HardwareOptions,
  stage: ProgressStage,
): Promise<DeviceMeasurement> {
  const { runtime } = options;
  await writeFile(join(work, guestFiles.model), bytes);
  await copyFile(runtime.runner, join(work, 'runner'));
  await chmod(join(work, 'runner'), 0o755);
  const profiled = await run(work, { warmUps: 1, runs: profiledRuns, profile: true }, options);
  stage.update(1);
  const plain = await run(work, { ...numbersOfRuns(profiled), profile: false }, options);
  const figures = summarize(plain);
  const graph = graphOf({ file, bytes });
  const layers = withMacs(layersFrom(profiled, figures.latencyMs), graph);
  const notes = deviceNotes(graph, layers, hardware.name);
  const key = resultKey(bytes, hardware, '', runtime.key);
  return { device: hardware.name, runtime: runtime.runtime, key, ...figures, layers, notes };
}

interface Runs {
  warmUps: number;
  runs: number;
  profile: boolean;
}

async function run(work: string, runs: Runs, options: HardwareOptions): Promise<GuestReport> {
  const { runtime, timeoutMs = 600_000, signal } = options;
  const { command, env } = runtime;
  const program = [...command, './runner', ...runnerArguments(guestFiles.model, { ...runs, clock: 'host' })];
  return parseGuestReport(await runToEnd(program, { work, env, timeoutMs, signal }), 'host');
}

/** Enough to tell a layer's time by; profiling takes time of its own. */
const profiledRuns = 15;

/** Of a millisecond; the host's clock counts them. */
const nanoseconds = 1e6;

/** Half a second to get going (caches, the clock's governor), then 2 seconds that count. */
function numbersOfRuns({ runs }: GuestReport): Pick<Runs, 'warmUps' | 'runs'> {
  const ms = Math.max(runs.at(-1)! / nanoseconds, 1e-3);
  const within = (low: number, value: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(value)));
  return { warmUps: within(1, 500 / ms, 500), runs: within(20, 2000 / ms, 1000) };
}

function summarize(
  plain: GuestReport,
): Omit<DeviceMeasurement, 'device' | 'runtime' | 'key' | 'layers' | 'notes'> {
  const ms = (span: Span) => difference(span.before, span.after).cycles / nanoseconds;
  const times = plain.runs.map((time) => time / nanoseconds);
  const spread: Spread = { runs: times.length, lowMs: quantile(times, 0.25), highMs: quantile(times, 0.75) };
  return {
    confidence: 'measured',
    instructions: null,
    cycles: null,
    latencyMs: quantile(times, 0.5),
    spread,
    loadMs: ms(plain.load),
    firstInferenceMs: ms(plain.first),
    peakMemoryBytes: plain.peakBytes,
  };
}

/** Layers by the median of their times, without what is counted of emulated devices alone. */
function layersFrom({ profiles }: GuestReport, latencyMs: number): LayerCost[] {
  const runs = profiles.map((profile) => layersOf(profile, 1));
  // A loop inside of a model may turn more often in one run than in another.
  const alike = runs.filter(({ length }) => length === runs[0]!.length);
  const times = runs[0]!.map((_, index) =>
    quantile(
      alike.map((run) => run[index]!.cycles),
      0.5,
    ),
  );
  const sum = times.reduce((total, time) => total + time, 0);
  const whole = Math.max(latencyMs * nanoseconds, sum);
  return runs[0]!.map(({ index, operator, kernel, delegated, macs, effectiveMacs }) => ({
    ...{ index, operator, kernel, instructions: null, cycles: null, share: times[index]! / whole },
    ...{ macs, ...(effectiveMacs !== undefined && { effectiveMacs }) },
    ...{ bound: null, misses: [], delegated },
  }));
}
