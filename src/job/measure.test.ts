import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DeviceMeasurement, LayerCost } from '../device/types.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import { BuiltinOperator, FullyConnectedOptionsT, TensorType } from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { measure, type Subject } from './measure.js';
import { Workbench } from './workbench.js';

const { FLOAT32 } = TensorType;

/** A dense layer of 64 weights, so many of them zero. */
function subject(zeros: number): Subject {
  const [x, y] = [newTensor('x', FLOAT32, [1, 8]), newTensor('y', FLOAT32, [1, 8])];
  const data = bytesOf(Float32Array.from({ length: 64 }, (_, i) => (i < zeros ? 0 : 1)));
  const operator = newOperator(BuiltinOperator.FULLY_CONNECTED, {
    inputs: [x, newTensor('w', FLOAT32, [8, 8], { data }), null],
    outputs: [y],
    options: new FullyConnectedOptionsT(),
  });
  const bytes = writeModel(newModel([newSubgraph([x], [y], [operator])]));
  return { file: 'm.tflite', recipe: null, bytes, notes: ['own'] };
}

function measured(device: string, kernels: Partial<LayerCost>[]): DeviceMeasurement {
  return { device, layers: kernels, notes: ['of the device'] } as unknown as DeviceMeasurement;
}

async function measureOn(of: Subject, ...devices: DeviceMeasurement[]) {
  const bench = new Workbench();
  const attempts = devices.map((result) => ({ result, missing: null }));
  try {
    return await measure(of, { devices: Promise.resolve(attempts), dataset: null, reference: null }, bench);
  } finally {
    await bench.close();
  }
}

const dense = measured('a', [{ kernel: 'GEMM', macs: 64 }]);
const sparse = measured('b', [
  { kernel: 'SPMM', macs: 64, effectiveMacs: 16 },
  { kernel: 'GEMM', macs: 64 },
]);

describe('measure', () => {
  it('tells zeros by layer, and on which device a kernel leaves them out', async () => {
    const { zeros, notes, gzipBytes } = await measureOn(subject(48), dense, sparse);
    expect(zeros).toEqual([
      {
        ...{ index: 0, operator: 'FULLY_CONNECTED', name: 'y', storage: 'dense' },
        ...{ weights: 64, zeros: 48, before: null, pruned: null },
      },
    ]);
    expect(notes).toEqual([
      'own',
      'of the device',
      'On a no sparse kernel ran: zeros save no time there.',
      'On b sparse kernels (SPMM) ran 1 of 2 layers.',
    ]);
    expect(gzipBytes).toBe(gzipSync(subject(48).bytes, { level: 6 }).length);
  });

  it('says nothing of it where few weights are zero', async () => {
    const { zeros, notes } = await measureOn(subject(3), dense);
    expect(zeros).toBeUndefined();
    expect(notes).toEqual(['own', 'of the device']);
  });

  it('takes what a recipe knows of its zeros', async () => {
    const { zeros } = await measureOn({ ...subject(48), recipe: 'int8', zeros: [] }, dense);
    expect(zeros).toBeUndefined();
  });
});
