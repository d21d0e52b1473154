import { messageOf } from '../../../../src/base/errors.js';
import type { DatasetPart } from '../../../../src/data/types.js';
import { byteCount, elementsOf } from '../../../../src/model/tensors.js';
import {
  decodeOutput,
  encodeInput,
  openSession,
  type TensorData,
  type TensorInfo,
} from '../../../../src/runtime/index.js';
import { prepare } from '../../../../src/runtime/prepare.js';
import type { PeerPython } from '../peer/environment.js';
import { runNatively } from '../peer/native.js';

/** By sample, a model's outputs as real numbers; or why LiteRT doesn't run it. */
export type Outputs = Float32Array[][] | { error: string };

/** Runs a model over samples in LiteRT: in this thread, or by Python where that is given. */
export async function outputsOf(
  bytes: Uint8Array,
  part: DatasetPart,
  python: PeerPython | null,
): Promise<Outputs> {
  try {
    const { inputs, outputs, bytes: fixed } = prepare(bytes, 'model');
    const samples: TensorData[][] = [];
    for (let i = 0; i < part.size; i++) {
      const values = (await part.sample(i)).inputs;
      samples.push(inputs.map((info, k) => encodeInput(info, values[k]!)));
    }
    const results = python
      ? (await runNatively({ bytes: fixed, samples }, python)).map((all) => parted(all, outputs))
      : await runHere(fixed, samples);
    return results.map((sample) => sample.map((data, k) => decodeOutput(outputs[k]!, data)));
  } catch (error) {
    return { error: messageOf(error) };
  }
}

async function runHere(bytes: Uint8Array, samples: TensorData[][]): Promise<TensorData[][]> {
  const session = await openSession(bytes);
  try {
    return samples.map((inputs) => session.run(inputs));
  } finally {
    session.close();
  }
}

function parted(all: Uint8Array, infos: readonly TensorInfo[]): TensorData[] {
  let start = 0;
  return infos.map(({ type, shape }) => {
    const end = start + byteCount(type, shape)!;
    const data = elementsOf(type, all.slice(start, end));
    start = end;
    return data;
  });
}

/** Samples rounded to what a model's inputs can hold. */
export function roundedFor(bytes: Uint8Array, part: DatasetPart): DatasetPart {
  const { inputs } = prepare(bytes, 'model');
  return {
    size: part.size,
    async sample(index) {
      const sample = await part.sample(index);
      const rounded = inputs.map((info, k) => decodeOutput(info, encodeInput(info, sample.inputs[k]!)));
      return { ...sample, inputs: rounded };
    },
  };
}
