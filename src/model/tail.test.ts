import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Builder } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { byte, int, ints, long, offset, table, tables } from '../../test/support/raw-tables.js';
import { sampleModels } from '../../test/support/sample-models.js';
import { newModel } from './build.js';
import { readModel } from './read.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { writeModel } from './write.js';

const labels = zipSync({ 'labels.txt': strToU8('cat\ndog'), 'vocab.txt': strToU8('x') }, { level: 0 });

/** A model file with label files as TFLite Support appends them: offsets count from the file's start. */
function withLabels(): Uint8Array {
  const flatbuffer = writeModel(sampleModels()['an int8 convolution']!);
  const bytes = new Uint8Array(flatbuffer.length + labels.length);
  bytes.set(flatbuffer);
  bytes.set(labels, flatbuffer.length);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  let entry = flatbuffer.length + view.getUint32(end + 16, true);
  view.setUint32(end + 16, entry, true);
  while (entry < end) {
    view.setUint32(entry + 42, view.getUint32(entry + 42, true) + flatbuffer.length, true);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true);
  }
  return bytes;
}

describe('bytes behind the flatbuffer', () => {
  it('are kept as they are', () => {
    const tail = Uint8Array.of(1, 2, 3);
    const bytes = writeModel({ ...sampleModels()['an addition']!, tail });
    expect(bytes.subarray(-3)).toEqual(tail);
    expect(readModel(bytes).tail).toEqual(tail);
  });

  it('of a ZIP that was appended as it is are kept as they are', () => {
    const bytes = writeModel({ ...sampleModels()['an addition']!, tail: labels });
    expect(bytes.subarray(-labels.length)).toEqual(labels);
  });

  it('of a ZIP that counts from the file’s start follow the model when that shrinks or grows', () => {
    const bytes = withLabels();
    expect(strFromU8(unzipSync(bytes)['labels.txt']!)).toBe('cat\ndog');
    const model = readModel(bytes);
    expect(writeModel(model)).toEqual(bytes);
    for (const description of [null, 'longer '.repeat(50)]) {
      const changed = writeModel({ ...model, description });
      expect(changed.length).not.toBe(bytes.length);
      const files = unzipSync(changed);
      expect([strFromU8(files['labels.txt']!), strFromU8(files['vocab.txt']!)]).toEqual(['cat\ndog', 'x']);
      expect(writeModel(readModel(changed))).toEqual(changed);
    }
  });

  it('that are zeros up to the alignment are padding', () => {
    const bytes = writeModel(newModel(sampleModels()['an addition']!.subgraphs));
    const padded = new Uint8Array(bytes.length + 40);
    padded.set(bytes);
    expect(readModel(padded).tail).toHaveLength(0);
  });
});

/** A file whose buffer 1 is at byte `at`, with two bytes, and custom options of one byte right behind it. */
function outside(at: bigint, bytesBehind: number[]): Uint8Array {
  const builder = new Builder();
  const tensors = [
    table(builder, { 0: ints(builder, [2]), 1: byte(TensorType.INT8), 2: int(1) }),
    table(builder, { 0: ints(builder, [2]), 1: byte(TensorType.INT8) }),
  ];
  const operator = table(builder, {
    1: ints(builder, [0]),
    2: ints(builder, [1]),
    9: long(at + 2n),
    10: long(1n),
  });
  const code = table(builder, { 1: offset(builder.createString('Mine')), 3: int(BuiltinOperator.CUSTOM) });
  const subgraph = table(builder, {
    0: tables(builder, tensors),
    2: ints(builder, [1]),
    3: tables(builder, [operator]),
  });
  const location = table(builder, { 0: offset(builder.createString('buffer_location')) });
  const model = table(builder, {
    0: int(3),
    1: tables(builder, [code]),
    2: tables(builder, [subgraph]),
    4: tables(builder, [table(builder), table(builder, { 1: long(at), 2: long(2n) })]),
    6: tables(builder, [location]),
  });
  builder.finish(model, 'TFL3');
  return Uint8Array.from([...builder.asUint8Array(), ...bytesBehind]);
}

describe('buffers behind the flatbuffer', () => {
  const end = BigInt(outside(16n, []).length);

  it('are read from there and written inside', () => {
    const model = readModel(outside(end, [5, 6, 7, 8]));
    const { tensors, operators } = model.subgraphs[0]!;
    expect(tensors[0]!.data).toEqual(Uint8Array.of(5, 6));
    expect(operators[0]!.customOptions).toEqual(Uint8Array.of(7));
    expect(model.metadata).toEqual([]);
    expect(model.tail).toEqual(Uint8Array.of(8));
    const again = readModel(writeModel(model));
    expect(again).toEqual({ ...model, warnings: [] });
  });

  it('that reach beyond the file are refused', () => {
    expect(() => readModel(outside(end, [5]))).toThrow(`buffer 1: it reaches to byte ${end + 2n}`);
    expect(() => readModel(outside(2n ** 63n, [5]))).toThrow('buffer 1: it reaches to byte');
  });

  it('whose place was never filled in are refused', () => {
    expect(() => readModel(outside(1n, [5]))).toThrow(
      'buffer 1: its position in the file was never filled in',
    );
  });
});
