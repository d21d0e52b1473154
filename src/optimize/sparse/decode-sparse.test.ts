import { expect, test } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model } from '../../model/graph.js';
import { operatorName } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import { BuiltinOperator, DensifyOptionsT, TensorType } from '../../model/schema/index.js';
import { densify } from '../../model/sparsity.js';
import { writeModel } from '../../model/write.js';
import { decodeSparse } from './decode-sparse.js';
import { encode } from './encode.js';

/** DENSIFY and a FULLY_CONNECTED of its output, weights stored sparse in some type. */
function sparseModel(type: TensorType): Model {
  const shape = [4, 4];
  const { data, sparsity } = encode(
    Int8Array.from({ length: 16 }, (_, i) => (i % 3 === 0 ? i : 0)),
    shape,
    1,
  );
  const stored = newTensor('stored', type, shape, { data, sparsity });
  const [x, y] = ['x', 'y'].map((name) => newTensor(name, TensorType.INT8, [1, 4]));
  const dense = newTensor('dense', type, shape);
  return newModel([
    newSubgraph(
      [x!],
      [y!],
      [
        newOperator(BuiltinOperator.DENSIFY, {
          inputs: [stored],
          outputs: [dense],
          options: new DensifyOptionsT(),
        }),
        newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs: [x!, dense, null], outputs: [y!] }),
      ],
    ),
  ]);
}

const namesOf = ({ subgraphs }: Model) => subgraphs[0]!.operators.map(operatorName);

test('constants of whole bytes are unpacked, and packed again', () => {
  const model = sparseModel(TensorType.INT8);
  const undo = decodeSparse(model);
  expect(namesOf(model)).toEqual(['FULLY_CONNECTED']);
  undo?.();
  expect(namesOf(model)).toEqual(['DENSIFY', 'FULLY_CONNECTED']);
});

test('sparse constants without a number other than zero are read as such', () => {
  const model = sparseModel(TensorType.INT8);
  const stored = model.subgraphs[0]!.operators[0]!.inputs[0]!;
  Object.assign(stored, encode(new Int8Array(16), [4, 4], 1));
  expect(stored.data).toHaveLength(0);
  const [read] = readModel(writeModel(model)).subgraphs[0]!.operators[0]!.inputs;
  expect(densify(read!)).toEqual(new Uint8Array(16));
});

test.each([
  TensorType.INT4,
  TensorType.INT2,
  TensorType.STRING,
])('constants of other types, here %s, stay as they are', (type) => {
  const model = sparseModel(type);
  expect(decodeSparse(model)).toBeNull();
  expect(namesOf(model)).toEqual(['DENSIFY', 'FULLY_CONNECTED']);
});
