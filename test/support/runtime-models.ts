import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../../src/model/build.js';
import type { Model, Operator, Tensor } from '../../src/model/graph.js';
import * as schema from '../../src/model/schema/index.js';

/** Models for tests: small ones built here, and real ones of the folder that only developers have. */

const sharedFolder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Whether the developers' models are here; a test that needs them is skipped under a name that says so. */
export const hasShared = existsSync(`${sharedFolder}models`);

/** A file of the developers' folder: `models/mnist/conv_fc_mnist_f32.tflite`. */
export function shared(path: string): Uint8Array {
  return readFileSync(sharedFolder + path);
}

/** A model of one subgraph without signature. */
export function modelOf(inputs: Tensor[], outputs: Tensor[], operators: Operator[]): Model {
  return newModel([newSubgraph(inputs, outputs, operators)]);
}

/** Two inputs `a`, `b` of a type and shape [count], through DIV. */
export function division(type: schema.TensorType, count: number): Model {
  const [a, b, quotient] = ['a', 'b', 'quotient'].map((name) => newTensor(name, type, [count]));
  const options = new schema.DivOptionsT();
  const operator = newOperator(schema.BuiltinOperator.DIV, {
    inputs: [a!, b!],
    outputs: [quotient!],
    options,
  });
  return modelOf([a!, b!], [quotient!], [operator]);
}

/** `x` [count] → 2x = `doubled` → 4x = `fourfold` → relu(4x) = `output`. */
export function chain(count: number): Model {
  const [x, doubled, fourfold, output] = ['x', 'doubled', 'fourfold', 'output'].map((name) =>
    newTensor(name, schema.TensorType.FLOAT32, [1, count], { shapeSignature: [-1, count] }),
  );
  const add = (input: Tensor, sum: Tensor) =>
    newOperator(schema.BuiltinOperator.ADD, {
      inputs: [input, input],
      outputs: [sum],
      options: new schema.AddOptionsT(),
    });
  return modelOf(
    [x!],
    [output!],
    [
      add(x!, doubled!),
      add(doubled!, fourfold!),
      newOperator(schema.BuiltinOperator.RELU, { inputs: [fourfold!], outputs: [output!] }),
    ],
  );
}

/** Floats `x` [count] through QUANTIZE. */
export function quantizer(type: schema.TensorType, scale: number, zeroPoint: number, count: number): Model {
  const x = newTensor('x', schema.TensorType.FLOAT32, [count]);
  const quantized = newTensor('quantized', type, [count], {
    quantization: newQuantization([scale], [zeroPoint]),
  });
  const version = type === schema.TensorType.INT16 ? 2 : 1;
  const options = new schema.QuantizeOptionsT();
  const operator = { version, inputs: [x], outputs: [quantized], options };
  return modelOf([x], [quantized], [newOperator(schema.BuiltinOperator.QUANTIZE, operator)]);
}

/** `x` [1] through WHILE with a condition that always holds. */
export function endless(): Model {
  const { FLOAT32, BOOL } = schema.TensorType;
  const { WHILE, EQUAL, RELU } = schema.BuiltinOperator;
  const [x, result, a, same, b, next] = ['x', 'result', 'a', 'same', 'b', 'next'].map((name) =>
    newTensor(name, name === 'same' ? BOOL : FLOAT32, [1]),
  ) as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  const loop = { inputs: [x], outputs: [result], options: new schema.WhileOptionsT(1, 2) };
  const equal = { inputs: [a, a], outputs: [same], options: new schema.EqualOptionsT() };
  return newModel([
    newSubgraph([x], [result], [newOperator(WHILE, loop)]),
    newSubgraph([a], [same], [newOperator(EQUAL, equal)]),
    newSubgraph([b], [next], [newOperator(RELU, { inputs: [b], outputs: [next] })]),
  ]);
}

/** Adds each `x` [1] to a variable, which begins with 10, and shows the sum: as streaming models keep their past. */
export function accumulator(): Model {
  const { FLOAT32, RESOURCE } = schema.TensorType;
  const { ADD, ASSIGN_VARIABLE, CALL_ONCE, READ_VARIABLE, VAR_HANDLE } = schema.BuiltinOperator;
  const handle = (tensor: Tensor) =>
    newOperator(VAR_HANDLE, {
      outputs: [tensor],
      options: new schema.VarHandleOptionsT('', 'past'),
    });
  const [first, second] = [newTensor('first', RESOURCE, [1]), newTensor('second', RESOURCE, [1])];
  const ten = newTensor('ten', FLOAT32, [1], { data: new Uint8Array(Float32Array.of(10).buffer) });
  const [x, past, sum] = ['x', 'past', 'sum'].map((name) => newTensor(name, FLOAT32, [1])) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  return newModel([
    newSubgraph(
      [x],
      [sum],
      [
        newOperator(CALL_ONCE, { options: new schema.CallOnceOptionsT(1) }),
        handle(second),
        newOperator(READ_VARIABLE, { inputs: [second], outputs: [past] }),
        newOperator(ADD, {
          inputs: [past, x],
          outputs: [sum],
          options: new schema.AddOptionsT(),
        }),
        newOperator(ASSIGN_VARIABLE, { inputs: [second, sum] }),
      ],
    ),
    newSubgraph([], [], [handle(first), newOperator(ASSIGN_VARIABLE, { inputs: [first, ten] })]),
  ]);
}
