import type { Dataset } from '../../src/data/types.js';
import { modelInterface } from '../../src/model/interface.js';
import { readModel } from '../../src/model/read.js';
import { elementCount } from '../../src/model/tensors.js';

/** Samples for a model that take no time to make, however large they are. */
export function samplesFor(model: Uint8Array, file: string, size: number): Dataset {
  const counts = modelInterface(readModel(model, file)).inputs.map(({ shape }) => elementCount(shape));
  const sample = async (index: number) => ({
    inputs: counts.map((count) => sawtooth(count, index)),
    label: null,
  });
  const part = { size, sample };
  return { name: 'sawtooth', hash: '', calibration: part, evaluation: part, split: '', synthetic: true };
}

function sawtooth(count: number, phase: number): Float32Array {
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = ((((i + phase) * 37) % 64) - 31) / 32;
  return values;
}
