import { createHash } from 'node:crypto';
import { downloadSize } from '../base/download-size.js';
import { describeError, ExpectedError, isDefect, shortName } from '../base/errors.js';
import type { Measurement, MissingFigure } from '../compare/measurement.js';
import type { Dataset } from '../data/types.js';
import type { Target } from '../device/index.js';
import type { DeviceMeasurement } from '../device/types.js';
import { evaluateModel } from '../evaluate/evaluate.js';
import { lostPartNotes } from '../evaluate/metrics/parts-sqnr.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import type { LayerDamage, LayerZeros } from '../optimize/layer-facts.js';
import { isNotable, zerosOf } from '../optimize/layer-zeros.js';
import { NotRunnableError } from '../runtime/errors.js';
import type { Workbench } from './workbench.js';

/** A model file to measure: as committed, or made of one by a recipe. */
export interface Subject extends ModelFile {
  /** null: as committed. */
  recipe: string | null;
  /** What is to be said of it beside its figures. */
  notes: string[];
  /** What a recipe did to each layer, where that was looked at. */
  layers?: readonly LayerDamage[];
  /** How much of each layer is zero, where a recipe made the model and that is worth telling; left out: not known. */
  zeros?: readonly LayerZeros[];
}

export interface MeasurePlan {
  /** What to measure on, or the measuring that has begun already (`measureOnDevices`). */
  devices: readonly Target[] | Promise<DeviceAttempt[]>;
  /** Samples to judge by; null: nothing is evaluated. */
  dataset: Dataset | null;
  /** The model that outputs are compared with; null: none. */
  reference: Subject | null;
}

/** How a model is called in messages: `models/kws.tflite (int8)`. */
export function nameOf({ file, recipe }: Pick<Subject, 'file' | 'recipe'>): string {
  return recipe === null ? file : `${file} (${recipe})`;
}

/** How a piece of measuring ended: with a result, or with the reason why there is none. */
type Attempt<T> = { result: T; missing: null } | { result: null; missing: MissingFigure };

type DeviceAttempt = Attempt<DeviceMeasurement>;

/**
 * Measures a model in every way the plan names. A figure that can't be had is told to be missing, with the
 * reason, and doesn't hide the others.
 */
export async function measure(subject: Subject, plan: MeasurePlan, bench: Workbench): Promise<Measurement> {
  const { file, recipe, bytes, notes, layers = [], zeros = zerosOfFile(subject) } = subject;
  const gzipBytes = downloadSize(bytes);
  // It is awaited last, and whatever it fails by is told then.
  gzipBytes.catch(() => {});
  const evaluation = await attempt(subject, null, evaluate(subject, plan, bench), bench);
  const { devices: wanted } = plan;
  const begun = wanted instanceof Promise ? wanted : measureOnDevices(subject, wanted, bench);
  const devices = await begun;
  const measured = devices.map(({ result }) => result).filter((result) => result !== null);
  const missing = [evaluation, ...devices].map((one) => one.missing);
  // A model that was trained anew has other outputs, and is compared with labels.
  const lost = recipe === null ? [] : lostPartNotes(evaluation.result?.outputs);
  return {
    file,
    recipe,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    gzipBytes: await gzipBytes,
    devices: measured,
    evaluation: evaluation.result,
    notes: [...new Set([...notes, ...lost, ...measured.flatMap((device) => notesOn(device, zeros))])],
    ...(layers.length > 0 && { quantization: [...layers] }),
    ...(zeros.length > 0 && { zeros: [...zeros] }),
    missing: missing.filter((one) => one !== null),
  };
}

/** Zeros of a model that no recipe made, where they are worth telling. */
function zerosOfFile(subject: Subject): LayerZeros[] {
  const layers = zerosOf(graphOf(subject));
  return isNotable(layers) ? layers : [];
}

/** What is to be said of a measurement; of a model with zeros, also whether any kernel left them out. */
function notesOn({ device, layers, notes }: DeviceMeasurement, zeros: readonly LayerZeros[]): string[] {
  if (zeros.length === 0 || layers.length === 0) return notes;
  const kernels = layers.filter(({ effectiveMacs }) => effectiveMacs !== undefined);
  const names = [...new Set(kernels.map(({ kernel }) => kernel ?? 'LiteRT’s own'))].join(', ');
  const told =
    kernels.length === 0
      ? `On ${device} no sparse kernel ran: zeros save no time there.`
      : `On ${device} sparse kernels (${names}) ran ${kernels.length} of ${layers.length} layers.`;
  return [...notes, told];
}

/** Measures on all devices at once, as far as this machine has cores. Never throws. */
export function measureOnDevices(
  subject: Subject,
  devices: readonly Target[],
  bench: Workbench,
): Promise<DeviceAttempt[]> {
  return Promise.all(
    devices.map((device) => attempt(subject, device.name, measureOrTell(subject, device, bench), bench)),
  );
}

async function attempt<T>(
  subject: Subject,
  device: string | null,
  work: Promise<T>,
  bench: Workbench,
): Promise<Attempt<T>> {
  try {
    return { result: await work, missing: null };
  } catch (error) {
    if (isDefect(error)) bench.defects.push(error);
    const reason = describeError(error)
      .replace(`${shortName(nameOf(subject))}: `, '')
      .replace(`on ${device}: `, '')
      .replace(/\.$/, '');
    return { result: null, missing: { device, reason, ofModel: error instanceof NotRunnableError } };
  }
}

/** null: there is nothing to evaluate on. */
async function evaluate(subject: Subject, { dataset, reference }: MeasurePlan, bench: Workbench) {
  if (!dataset) return null;
  if (!bench.hasTimeFor(`evaluating ${nameOf(subject)}`)) throw bench.signal.reason;
  return evaluateModel({ file: nameOf(subject), bytes: subject.bytes }, dataset, {
    ...(reference && { reference: { file: nameOf(reference), bytes: reference.bytes } }),
    pool: bench.pool,
    cache: bench.outputs,
    progress: bench.progress,
  });
}

/** How optimizing weighs costs by a device: measures models that it makes of `file`; null without an emulator. */
export function latencyOn(
  device: Target,
  file: string,
  bench: Workbench,
): (bytes: Uint8Array) => Promise<DeviceMeasurement | null> {
  return (bytes) => measureOn({ file, recipe: null, bytes, notes: [] }, device, bench);
}

/** @throws ExpectedError where this machine can't measure on the device, or there is no time left */
async function measureOrTell(subject: Subject, device: Target, bench: Workbench): Promise<DeviceMeasurement> {
  const measured = await measureOn(subject, device, bench);
  if (measured) return measured;
  bench.signal.throwIfAborted();
  throw new ExpectedError(bench.unavailable.get(device.backend) ?? 'this machine can’t measure on it');
}

async function measureOn(
  subject: Subject,
  device: Target,
  bench: Workbench,
): Promise<DeviceMeasurement | null> {
  if (!bench.hasTimeFor(`${nameOf(subject)} on ${device.name}`)) return null;
  return bench.measureOn({ file: nameOf(subject), bytes: subject.bytes }, device);
}
