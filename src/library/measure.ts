import { InputError } from '../base/errors.js';
import { loadTarget, type Target } from '../device/index.js';
import type { DeviceMeasurement } from '../device/types.js';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import { type InputShapes, withInputShapes } from '../model/input-shapes.js';
import type { ModelFile } from '../model/model-file.js';
import type { CallOptions } from './calling.js';
import { type ModelSource, openModel } from './model-source.js';

export interface MeasureOptions extends CallOptions {
  /**
   * A device that ships with litetrim (`raspberry-pi-4`: `litetrim devices` lists them), the path of a device file
   * (docs/cost-model.md), or `native`: this machine, by its clock.
   */
  device: string;
  /** By an input's name its shape, where the model leaves it open: `{ audio: [1, 16000] }`; default: 1 for each. */
  inputs?: InputShapes;
}

/**
 * Measures one inference of a model on a device, with one thread: latency (ms), what each layer takes of it, load
 * time (ms) and peak memory (bytes). On an emulated device the figures are modelled, the same to the unit on every
 * machine, and kept in the cache folder. The first call of all fetches the emulator, some 25 MB.
 *
 * @throws InputError for a broken model, an unknown device, and where this machine can't measure on it;
 *   DeviceRunError for a model that fails on the device; the signal's reason
 */
export function measure(model: ModelSource, options: MeasureOptions): Promise<DeviceMeasurement> {
  return atWorkbench(options, async (bench) => {
    const target = await loadTarget(options.device);
    return measureAt(bench, withInputShapes(await openModel(model), options.inputs ?? {}), target);
  });
}

/** `measure` at a workbench. */
export async function measureAt(
  bench: Workbench,
  model: ModelFile,
  target: Target,
): Promise<DeviceMeasurement> {
  const measured = await bench.measureOn(model, target);
  if (measured) return measured;
  throw new InputError([...bench.omissions].join(' '), { hint: 'Ask "litetrim doctor"' });
}
