import { expect, test } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import { float32ToFloat16 } from '../../model/float16.js';
import type { Model } from '../../model/graph.js';
import {
  BuiltinOperator,
  Conv2DOptionsT,
  DensifyOptionsT,
  Padding,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { tensorInfo } from '../../runtime/prepare.js';
import { openPrepared, openSession } from '../../runtime/session.js';
import { encode } from './encode.js';

const { FLOAT32 } = TensorType;

/** The sum of a row's weights: four times 0.5 and four times 1. */
const expectedOfFloat16 = 6;

/** A 1×1 convolution of float16 weights stored sparse, every other one zero; also shown as they are read. */
function sparseFloat16({ alsoShown }: { alsoShown: boolean }): Model {
  const row = Array.from({ length: 16 }, (_, i) => (i % 2 === 1 ? 0 : i < 8 ? 0.5 : 1));
  const values = float32ToFloat16(Float32Array.from({ length: 256 }, (_, i) => row[i % 16]!));
  const shape = [16, 1, 1, 16];
  const { data, sparsity } = encode(values, shape, 1);
  const [x, y] = [newTensor('x', FLOAT32, [1, 1, 1, 16]), newTensor('y', FLOAT32, [1, 1, 1, 16])];
  const stored = newTensor('stored', TensorType.FLOAT16, shape, { data, sparsity });
  const [half, weights] = [
    newTensor('half', TensorType.FLOAT16, shape),
    newTensor('weights', FLOAT32, shape),
  ];
  const shown = newTensor('shown', FLOAT32, shape);
  const operators = [
    newOperator(BuiltinOperator.DENSIFY, {
      inputs: [stored],
      outputs: [half],
      options: new DensifyOptionsT(),
    }),
    newOperator(BuiltinOperator.DEQUANTIZE, { version: 3, inputs: [half], outputs: [weights] }),
    newOperator(BuiltinOperator.CONV_2D, {
      inputs: [x, weights, newTensor('b', FLOAT32, [16], { data: bytesOf(new Float32Array(16)) })],
      outputs: [y],
      options: new Conv2DOptionsT(Padding.SAME, 1, 1),
    }),
  ];
  const reader = newOperator(BuiltinOperator.RELU, { inputs: [weights], outputs: [shown] });
  const outputs = alsoShown ? [y, shown] : [y];
  return newModel([newSubgraph([x], outputs, alsoShown ? [...operators, reader] : operators)]);
}

const readers: [string, boolean][] = [
  ['a convolution alone reads: LiteRT leaves the DEQUANTIZE out', false],
  ['another operator reads, too', true],
];

test.each(
  readers,
)('float16 behind DENSIFY and DEQUANTIZE is what it should be where %s', async (_, isRight) => {
  const model = sparseFloat16({ alsoShown: isRight });
  const { inputs, outputs } = model.subgraphs[0]!;
  // Opened without what refuses such a model.
  const session = await openPrepared({
    ...{ file: 'm', bytes: writeModel(model) },
    ...{ inputs: inputs.map(tensorInfo), outputs: outputs.map(tensorInfo), isStateful: false },
  });
  const [found] = session.run([new Float32Array(16).fill(1)]);
  session.close();
  // Once both are right, such models needn't be refused (silent-failures.ts), and float16 can be stored so (form.ts).
  expect(Math.abs(Number(found![0]) - expectedOfFloat16) < 1e-3).toBe(isRight);
});

test('such a model is refused in place of computing garbage with it, and nothing else is', async () => {
  const message =
    'm: LiteRT 2.5 reads float16 weights that are stored sparse wrongly ("stored"): store them dense, or in 8 bits.';
  await expect(openSession(sparseFloat16({ alsoShown: false }), 'm')).rejects.toThrow(message);
  (await openSession(sparseFloat16({ alsoShown: true }), 'm')).close();
});
