import { expect, test } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model } from '../../model/graph.js';
import { operatorName } from '../../model/operators/index.js';
import { BuiltinOperator, DensifyOptionsT, TensorType } from '../../model/schema/index.js';
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

test.each([
  TensorType.INT4,
  TensorType.INT2,
  TensorType.STRING,
])('constants of other types, here %s, stay as they are', (type) => {
  const model = sparseModel(type);
  expect(decodeSparse(model)).toBeNull();
  expect(namesOf(model)).toEqual(['DENSIFY', 'FULLY_CONNECTED']);
});
