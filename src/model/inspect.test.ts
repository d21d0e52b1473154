import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from './build.js';
import type { Model, Tensor } from './graph.js';
import { inspectFile, inspectModel } from './inspect.js';
import { precision } from './precision.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { byteCount } from './tensors.js';
import { writeModel } from './write.js';

describe('inspectModel', () => {
  it('says everything of a quantized convolution', async () => {
    const model = sampleModels()['an int8 convolution']!;
    const bytes = writeModel(model);
    expect(await inspectFile(bytes, 'models/x.tflite')).toEqual({
      file: 'models/x.tflite',
      bytes: bytes.length,
      gzipBytes: gzipSync(bytes, { level: 6 }).length,
      operators: [
        { name: 'CONV_2D', version: 3, count: 1 },
        { name: 'RESHAPE', version: 1, count: 1 },
      ],
      tensors: 6,
      parameters: 4,
      // 2 × 2 pixels, 2 output channels, 1 input channel, a 1 × 1 filter.
      macs: 8,
      precision: 'int8',
      signatures: [
        {
          key: 'serving_default',
          inputs: [
            { name: 'x', type: 'int8', shape: [-1, 2, 2, 1], quantization: { scale: 0.5, zeroPoint: -3 } },
          ],
          outputs: [{ name: 'y', type: 'int8', shape: [-1, 8], quantization: { scale: 1, zeroPoint: 0 } }],
        },
      ],
      warnings: [],
    });
    model.warnings.push('model: odd');
    expect(inspectModel(model, bytes, 'models/x.tflite').warnings).toEqual(['model: odd']);
  });

  it('counts shared weights once, and tells inputs and outputs where there is no signature', () => {
    const model = sampleModels()['shared weights']!;
    const inspection = inspectModel(model, writeModel(model), 'm.tflite');
    expect(inspection).toMatchObject({ parameters: 4, macs: 8, precision: 'float32', tensors: 5 });
    expect(inspection.signatures).toEqual([
      {
        key: null,
        inputs: [{ name: 'a', type: 'float32', shape: [1, 2], quantization: null }],
        outputs: [{ name: 'c', type: 'float32', shape: [1, 2], quantization: null }],
      },
    ]);
  });

  it('names custom operators and counts several versions apart', () => {
    const x = newTensor('x', TensorType.FLOAT32, [1]);
    const operators = [3, 1, 3].map((version, i) =>
      newOperator(BuiltinOperator.CUSTOM, {
        customCode: 'Mine',
        version,
        inputs: [x],
        outputs: [newTensor(`y${i}`, TensorType.FLOAT32, [1])],
      }),
    );
    const model = newModel([newSubgraph([x], [], operators)]);
    expect(inspectModel(model, writeModel(model), 'm').operators).toEqual([
      { name: 'Mine', version: 1, count: 1 },
      { name: 'Mine', version: 3, count: 2 },
    ]);
  });
});

/** A fully connected layer with activations and weights of the given types, weights maybe unpacked first. */
function layer(activation: TensorType, weight: TensorType, unpacked = false): Model {
  const quantized = (type: TensorType) =>
    type === TensorType.FLOAT32 || type === TensorType.FLOAT16 ? null : newQuantization([0.5]);
  const tensor = (name: string, type: TensorType, parts: Partial<Tensor> = {}) =>
    newTensor(name, type, [2, 2], { quantization: quantized(type), ...parts });
  const weights = tensor('w', weight, { data: new Uint8Array(byteCount(weight, [2, 2])!) });
  const floats = tensor('unpacked', TensorType.FLOAT32);
  const bias = newTensor('b', TensorType.FLOAT32, [2], { data: new Uint8Array(8) });
  const [input, output] = [tensor('x', activation), tensor('y', activation)];
  const unpack = newOperator(BuiltinOperator.DEQUANTIZE, { inputs: [weights], outputs: [floats] });
  const main = newOperator(BuiltinOperator.FULLY_CONNECTED, {
    inputs: [input, unpacked ? floats : weights, activation === TensorType.FLOAT32 ? bias : null],
    outputs: [output],
  });
  return newModel([newSubgraph([input], [output], unpacked ? [unpack, main] : [main])]);
}

describe('precision', () => {
  const { FLOAT32, FLOAT16, INT8, INT4, INT16, UINT8 } = TensorType;
  it.each([
    ['float32', layer(FLOAT32, FLOAT32)],
    ['float16', layer(FLOAT32, FLOAT16, true)],
    ['dynamic-int8', layer(FLOAT32, INT8)],
    ['weight-int8', layer(FLOAT32, INT8, true)],
    ['dynamic-int4', layer(FLOAT32, INT4)],
    ['int8', layer(INT8, INT8)],
    ['uint8', layer(UINT8, UINT8)],
    ['int16x8', layer(INT16, INT8)],
    ['int8x4', layer(INT8, INT4)],
    ['mixed', layer(INT16, INT4)],
    ['mixed', newModel([...layer(INT8, INT8).subgraphs, ...layer(FLOAT32, FLOAT32).subgraphs])],
    ['dynamic-int8', newModel([...layer(FLOAT32, INT8).subgraphs, ...layer(FLOAT32, INT8, true).subgraphs])],
    ['dynamic-int4', newModel([...layer(FLOAT32, INT4).subgraphs, ...layer(FLOAT32, INT8, true).subgraphs])],
    ['mixed', newModel([...layer(FLOAT32, INT8).subgraphs, ...layer(FLOAT32, FLOAT16, true).subgraphs])],
    ['other', newModel([newSubgraph([], [], [])])],
  ])('is %s', (expected, model) => {
    expect(precision(model)).toBe(expected);
  });

  it('is int8 also where inputs and outputs are floats', () => {
    const model = layer(INT8, INT8);
    const [main] = model.subgraphs;
    const x = newTensor('float x', FLOAT32, [2, 2]);
    main!.operators.unshift(
      newOperator(BuiltinOperator.QUANTIZE, { inputs: [x], outputs: [main!.inputs[0]!] }),
    );
    expect(precision(model)).toBe('int8');
  });
});
