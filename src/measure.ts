import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Device, measureOnDevice } from './device/index.js';
import type { DeviceMeasurement } from './device/types.js';
import { messageOf } from './errors.js';
import { evaluateModel } from './evaluate/evaluate.js';
import type { Dataset, Evaluation } from './evaluate/types.js';
import type { LayerDamage, Measurement } from './measurement.js';
import type { Workbench } from './workbench.js';

/** A model file to measure: as committed, or made of one by a recipe. */
export interface Subject {
  /** Path as in the repository. */
  file: string;
  /** null: as committed. */
  recipe: string | null;
  bytes: Uint8Array;
  /** What is to be said of it beside its figures. */
  notes: string[];
  /** What a recipe did to each layer, where that was looked at. */
  layers?: readonly LayerDamage[];
}

export interface MeasurePlan {
  devices: readonly Device[];
  /** Samples to judge by; null: nothing is evaluated. */
  dataset: Dataset | null;
  /** The model that outputs are compared with; null: none. */
  reference: Subject | null;
}

/** How a model is called in messages: `models/kws.tflite (int8)`. */
export function nameOf({ file, recipe }: Pick<Subject, 'file' | 'recipe'>): string {
  return recipe === null ? file : `${file} (${recipe})`;
}

/**
 * Measures a model in every way the plan names. A figure that can't be had becomes a problem of the
 * measurement, and doesn't hide the others.
 */
export async function measure(subject: Subject, plan: MeasurePlan, bench: Workbench): Promise<Measurement> {
  const { file, recipe, bytes, notes, layers = [] } = subject;
  const problems = new Set<string>();
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => void problems.add(messageOf(error)));

  const devices: DeviceMeasurement[] = [];
  let evaluation: Evaluation | null = null;
  await attempt(evaluate(subject, plan, bench).then((result) => (evaluation = result)));
  const onDevices = plan.devices.map((device) => emulate(subject, device, bench));
  for (const run of onDevices) await attempt(run.then((result) => result && devices.push(result)));
  return {
    file,
    recipe,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    devices,
    evaluation,
    notes,
    ...(layers.length > 0 && { quantization: [...layers] }),
    problems: [...problems],
  };
}

async function evaluate(subject: Subject, { dataset, reference }: MeasurePlan, bench: Workbench) {
  if (!dataset || !bench.hasTimeFor(`evaluating ${nameOf(subject)}`)) return null;
  return evaluateModel({ file: nameOf(subject), bytes: subject.bytes }, dataset, {
    ...(reference && { reference: { file: nameOf(reference), bytes: reference.bytes } }),
    pool: bench.pool,
    cache: bench.outputs,
    progress: bench.progress,
  });
}

async function emulate(
  subject: Subject,
  device: Device,
  bench: Workbench,
): Promise<DeviceMeasurement | null> {
  const toolchain = await bench.toolchain();
  if (!toolchain) return null;
  if (!bench.hasTimeFor(`${nameOf(subject)} on ${device.name}`)) return null;
  const model = { file: nameOf(subject), bytes: subject.bytes };
  return measureOnDevice(model, device, { toolchain, progress: bench.progress });
}
