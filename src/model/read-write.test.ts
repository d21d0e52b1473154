import { isDeepStrictEqual } from 'node:util';
import { ByteBuffer } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { InputError } from '../base/errors.js';
import { openSession } from '../runtime/index.js';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from './build.js';
import type { Model, Tensor } from './graph.js';
import { readModel } from './read.js';
import { BuiltinOperator, Model as ModelTable, SoftmaxOptionsT, TensorType } from './schema/index.js';
import { writeModel } from './write.js';

describe.each(Object.entries(sampleModels()))('a file with %s', (_, model) => {
  const bytes = writeModel(model);

  it('reads as the graph that it was written from', () => {
    expect(readModel(bytes)).toEqual(model);
    expect(isDeepStrictEqual(readModel(bytes), model)).toBe(true);
  });

  it('is written again with the same bytes', () => {
    expect(Buffer.compare(writeModel(readModel(bytes)), bytes)).toBe(0);
  });

  it('reads the same wherever it lies in memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readModel(shifted.subarray(3))).toEqual(model);
    expect(readModel(Buffer.from(bytes))).toEqual(model);
  });
});

function tableOf(bytes: Uint8Array): ModelTable {
  return ModelTable.getRootAsModel(new ByteBuffer(bytes));
}

describe('writeModel', () => {
  it('writes a buffer once for all tensors that hold it, and reading keeps them one', () => {
    const bytes = writeModel(sampleModels()['shared weights']!);
    expect(tableOf(bytes).buffersLength()).toBe(2);
    const [first, second] = readModel(bytes).subgraphs[0]!.operators;
    expect(first!.inputs[1]!.data).toBe(second!.inputs[1]!.data);
    expect(first!.inputs[1]!.data!.buffer).toBe(bytes.buffer);
  });

  it('writes equal vectors once: zero points, shapes, scales', () => {
    const quantized = (name: string) =>
      newTensor(name, TensorType.INT8, [500, 1], { quantization: newQuantization(Array(500).fill(0.5)) });
    const sizeOf = (tensors: Tensor[]) => writeModel(newModel([newSubgraph(tensors, [], [])])).length;
    const [one, two] = [sizeOf([quantized('a')]), sizeOf([quantized('a'), quantized('b')])];
    expect(one).toBeGreaterThan(500 * 12);
    expect(two - one).toBeLessThan(200);
  });

  it('aligns every buffer to 16 bytes of the file and of the memory that it returns', () => {
    for (const model of Object.values(sampleModels())) {
      const bytes = writeModel(model);
      expect(bytes.byteOffset % 16).toBe(0);
      for (let i = 1; i < tableOf(bytes).buffersLength(); i++) {
        const data = tableOf(bytes).buffers(i)!.dataArray();
        expect((data!.byteOffset - bytes.byteOffset) % 16).toBe(0);
      }
    }
  });

  it('lists each kind and version of operator once, in both fields that hold its number', () => {
    const x = newTensor('x', TensorType.FLOAT32, [1]);
    const outputs = [1, 2, 3, 4].map((i) => newTensor(`y${i}`, TensorType.FLOAT32, [1]));
    const kinds = [
      [BuiltinOperator.GELU, 1],
      [BuiltinOperator.RELU, 1],
      [BuiltinOperator.GELU, 1],
      [BuiltinOperator.GELU, 2],
    ] as const;
    const operators = kinds.map(([code, version], i) =>
      newOperator(code, { version, inputs: [x], outputs: [outputs[i]!] }),
    );
    const table = tableOf(writeModel(newModel([newSubgraph([x], outputs, operators)])));
    const codes = Array.from({ length: table.operatorCodesLength() }, (_, i) => table.operatorCodes(i)!);
    expect(codes.map((code) => [code.deprecatedBuiltinCode(), code.builtinCode(), code.version()])).toEqual([
      [127, BuiltinOperator.GELU, 1],
      [BuiltinOperator.RELU, BuiltinOperator.RELU, 1],
      [127, BuiltinOperator.GELU, 2],
    ]);
  });

  it('reads operator numbers of files older than schema version 3a', () => {
    const bytes = writeModel(sampleModels()['an int8 convolution']!);
    const code = tableOf(bytes).operatorCodes(0)!;
    const bb = code.bb!;
    const at = code.bb_pos + bb.__offset(code.bb_pos, 10);
    bb.bytes().fill(0, at, at + 4);
    expect(readModel(bytes).subgraphs[0]!.operators[0]!.code).toBe(BuiltinOperator.CONV_2D);
  });

  it('tells a text without letters from none, and −0 from 0', () => {
    const [x, y] = ['x', 'y'].map((name) => newTensor(name, TensorType.FLOAT32, [1, 4]));
    const options = new SoftmaxOptionsT(-0);
    const softmax = newOperator(BuiltinOperator.SOFTMAX, { inputs: [x!], outputs: [y!], options });
    const subgraph = newSubgraph([x!], [y!], [softmax], '');
    const signature = {
      key: '',
      subgraph,
      inputs: [{ name: '', tensor: x! }],
      outputs: [{ name: 'y', tensor: y! }],
    };
    const model = newModel([subgraph], { description: '', signatures: [signature] });
    const bytes = writeModel(model);
    expect(isDeepStrictEqual(readModel(bytes), model)).toBe(true);
    expect(tableOf(bytes).signatureDefs(0)!.signatureKey()).toBe('');
    expect(readModel(writeModel(newModel([newSubgraph([x!], [y!], [softmax])]))).description).toBeNull();
  });

  it('writes something that LiteRT computes with', async () => {
    const session = await openSession(writeModel(sampleModels()['an addition']!));
    expect(session.run([Float32Array.of(1, 2, 3, 4), Float32Array.of(10, 20, 30, 40)])).toEqual([
      Float32Array.of(11, 22, 33, 44),
    ]);
    session.close();
  });

  it('refuses to lose what it does not know', () => {
    const model: Model = { ...sampleModels()['an addition']!, unknownFields: ['subgraphs[0].field 9'] };
    expect(() => writeModel(model)).toThrow(InputError);
    expect(() => writeModel(model, 'new.tflite')).toThrow(/^new\.tflite: .*subgraphs\[0\]\.field 9/);
  });

  it('refuses parts compiled for an accelerator, whose options are file positions', () => {
    const model = sampleModels()['custom operators']!;
    model.subgraphs[0]!.operators[0]!.customCode = 'DISPATCH_OP';
    expect(() => writeModel(model)).toThrow('compiled for an accelerator');
  });

  it('refuses files over 2 GB before it makes them', () => {
    const model = sampleModels()['an addition']!;
    // Ten buffers that pretend to be large: nothing of this size is allocated.
    model.metadata = Array.from({ length: 10 }, () => {
      const data = new Uint8Array();
      Object.defineProperty(data, 'length', { value: 2 ** 28 });
      return { name: 'large', data };
    });
    expect(() => writeModel(model)).toThrow('files over 2 GB are not written');
  });

  it('names a tensor that is missing from the list of its subgraph', () => {
    const model = sampleModels()['an addition']!;
    model.subgraphs[0]!.tensors.pop();
    expect(() => writeModel(model)).toThrow('tensor "sum" is not in its subgraph\'s list');
  });
});
