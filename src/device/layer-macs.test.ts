import { expect, test } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { withMacs } from './layer-macs.js';
import type { LayerCost } from './types.js';

const layer = (operator: string): LayerCost => ({
  ...{ index: 0, operator, kernel: 'GEMM', instructions: 1, cycles: 1, share: 0.1 },
  ...{ macs: null, bound: 'core', misses: [], delegated: true },
});

/** Two fully connected layers, 8 → 4 → 2, and a softmax. */
function model() {
  const sizes = [8, 4, 2];
  const values = sizes.map((size, k) => newTensor(`x${k}`, TensorType.FLOAT32, [1, size]));
  const operators = [0, 1].map((k) => {
    const weights = newTensor(`w${k}`, TensorType.FLOAT32, [sizes[k + 1]!, sizes[k]!]);
    const inputs = [values[k]!, weights];
    return newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs, outputs: [values[k + 1]!] });
  });
  const out = newTensor('y', TensorType.FLOAT32, [1, 2]);
  const softmax = newOperator(BuiltinOperator.SOFTMAX, { inputs: [values[2]!], outputs: [out] });
  return newModel([newSubgraph([values[0]!], [out], [...operators, softmax])]);
}

const macsOf = (...names: string[]) => withMacs(names.map(layer), model()).map(({ macs }) => macs);

test('layers that multiply have the macs of the model’s operators, in order', () => {
  const [first, second] = ['Fully Connected (NC, F32)', 'FULLY_CONNECTED'];
  expect(macsOf(first!, 'Static Reshape (NC)', second!, 'Softmax (NC, F32)')).toEqual([32, 0, 8, 0]);
});

test('where a sparse kernel ran, those by weights that are zero are told apart', () => {
  const own = model();
  const [first, second] = own.subgraphs[0]!.operators.map(({ inputs }) => inputs[1]!);
  first!.data = bytesOf(Float32Array.from({ length: 32 }, (_, i) => (i % 4 === 0 ? 1 : 0)));
  second!.data = bytesOf(new Float32Array(8).fill(1));
  const names = ['Fully Connected (NC, F32)', 'Fully Connected (NC, F32)'];
  const layers = names.map((name, i) => ({ ...layer(name), kernel: i === 0 ? 'SPMM' : 'GEMM' }));
  const told = withMacs(layers, own).map(({ macs, effectiveMacs }) => [macs, effectiveMacs]);
  expect(told).toEqual([
    [32, 8],
    [8, undefined],
  ]);
});

test('where the runtime has merged or split some, none is guessed', () => {
  expect(macsOf('Fully Connected (NC, F32)', 'Softmax (NC, F32)')).toEqual([null, null]);
});
