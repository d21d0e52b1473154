import { Builder, type Offset } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { byte, int, ints, offset, table, tables } from '../../test/support/raw-tables.js';
import { sampleModels } from '../../test/support/sample-models.js';
import { InputError } from '../base/errors.js';
import type { Model, Subgraph } from './graph.js';
import { readModel } from './read.js';
import { type BuiltinOperator, SparsityParametersT } from './schema/index.js';
import { writeModel } from './write.js';

/** A file whose only subgraph is made by `subgraph`, with one buffer, the operator ADD, and `more` root fields. */
function file(subgraph: (builder: Builder) => Offset, more: Parameters<typeof table>[1] = {}): Uint8Array {
  const builder = new Builder();
  const subgraphs = tables(builder, [subgraph(builder)]);
  const buffers = tables(builder, [table(builder)]);
  const codes = tables(builder, [table(builder)]);
  builder.finish(table(builder, { 0: int(3), 1: codes, 2: subgraphs, 4: buffers, ...more }), 'TFL3');
  return builder.asUint8Array();
}

describe('a file of a newer schema', () => {
  it('keeps nothing from the user: unknown fields are warned of, and writing refuses', () => {
    const model = readModel(file((builder) => table(builder, { 12: int(1) }), { 11: int(5) }));
    expect(model.unknownFields).toEqual(['subgraphs[0].field 12', 'field 11']);
    expect(model.warnings).toEqual([
      'model: it uses parts of a newer schema: subgraphs[0].field 12, field 11',
    ]);
    expect(() => writeModel(model)).toThrow(
      'would lose parts of a newer schema: subgraphs[0].field 12, field 11',
    );
  });

  it('names an unknown element type', () => {
    const bytes = file((builder) =>
      table(builder, { 0: tables(builder, [table(builder, { 1: byte(99) })]) }),
    );
    expect(readModel(bytes).unknownFields).toEqual(['subgraphs[0].tensors[0].type = 99']);
  });

  it('names unknown options', () => {
    const bytes = file((builder) => {
      const options = offset(table(builder, { 0: int(1) }));
      return table(builder, { 3: tables(builder, [table(builder, { 3: byte(200), 4: options })]) });
    });
    expect(readModel(bytes).unknownFields).toEqual(['subgraphs[0].operators[0].builtin_options member 200']);
  });

  it('is refused where its version says that everything is different', () => {
    expect(() => readModel(file((builder) => table(builder), { 0: int(4) }))).toThrow(
      'its schema version is 4',
    );
  });

  it('lists a few of many unknown parts and counts the others', () => {
    const bytes = file((builder) => {
      const tensors = Array.from({ length: 25 }, () => table(builder, { 15: int(1) }));
      return table(builder, { 0: tables(builder, tensors) });
    });
    const { unknownFields } = readModel(bytes);
    expect(unknownFields).toHaveLength(21);
    expect(unknownFields?.at(-1)).toBe('and 5 more');
  });
});

describe('a file that would take forever', () => {
  it('is refused where the same bytes are named again and again', () => {
    const bytes = file((builder) => {
      const tensor = table(builder, { 0: ints(builder, []) });
      return table(builder, { 0: tables(builder, new Array(20_000).fill(tensor)) });
    });
    expect(() => readModel(bytes)).toThrow('the file refers to the same bytes over and over');
  });
});

/** Changes of a sound model that make it unsound, and what the refusal says. */
const unsound: [name: string, sample: string, change: (model: Model) => void, problem: string][] = [
  [
    'data too short for the shape',
    'shared weights',
    (model) => model.subgraphs[0]!.operators[0]!.inputs[1]!.shape.push(3),
    'tensor 1 ("w1"): its data has 16 bytes, and its shape [2, 2, 3] needs 48',
  ],
  [
    'a shape too large for any memory',
    'an addition',
    (model) => (model.subgraphs[0]!.inputs[0]!.shape = [2 ** 30, 2 ** 30]),
    'tensor 0 ("a"): its shape [1073741824, 1073741824] is too large',
  ],
  [
    'a negative dimension',
    'an addition',
    (model) => (model.subgraphs[0]!.inputs[0]!.shape = [1, -4]),
    'tensor 0 ("a"): its shape [1, -4] has a negative dimension',
  ],
  [
    'a shape signature of another rank',
    'an addition',
    (model) => (model.subgraphs[0]!.inputs[0]!.shapeSignature = [-1]),
    'tensor 0 ("a"): its shape has 2 dimensions and its shape signature 1',
  ],
  [
    'scales that are not one a channel',
    'an int8 convolution',
    (model) => (model.subgraphs[0]!.operators[0]!.inputs[1]!.shape = [1, 2, 1, 1]),
    'tensor 1 ("filter"): it has 2 scales for the 1 indices of dimension 0',
  ],
  [
    'fewer zero points than scales',
    'an int8 convolution',
    (model) => (model.subgraphs[0]!.operators[0]!.inputs[1]!.quantization!.zeroPoint = new BigInt64Array()),
    'tensor 1 ("filter"): it has 2 scales and 0 zero points',
  ],
  [
    'a tensor computed twice',
    'an int8 convolution',
    (model) => (model.subgraphs[0]!.operators[1]!.outputs = model.subgraphs[0]!.operators[0]!.outputs),
    'operator 1 (RESHAPE): it computes "features", which is there already',
  ],
  [
    'a constant computed',
    'an int8 convolution',
    (model) => (model.subgraphs[0]!.operators[1]!.outputs = [model.subgraphs[0]!.tensors[1]!]),
    'operator 1 (RESHAPE): it computes "filter", which is a constant',
  ],
  [
    'operators in the wrong order',
    'an int8 convolution',
    (model) => model.subgraphs[0]!.operators.reverse(),
    'operator 0 (RESHAPE): it reads "features" before that is computed',
  ],
  [
    'a variable that is read before it is computed',
    'an int8 convolution',
    (model) => {
      const [{ operators }] = model.subgraphs as [Subgraph];
      operators[1]!.inputs[0] = operators[1]!.outputs[0]!;
      operators[1]!.outputs[0]!.isVariable = true;
    },
    'operator 1 (RESHAPE): it reads "flat" before that is computed',
  ],
  [
    'a call of a subgraph that is not there',
    'control flow',
    (model) => model.subgraphs.pop(),
    'subgraph 0: it calls subgraph 2, and the file has 2',
  ],
  [
    'a subgraph that calls itself',
    'control flow',
    (model) => (model.subgraphs[1]!.operators[0]!.options = model.subgraphs[0]!.operators[0]!.options),
    'subgraph 1: it calls itself, directly or by others',
  ],
  ['no subgraph', 'an addition', (model) => (model.subgraphs = []), 'model: it has no subgraph'],
  [
    'a custom operator without a name',
    'custom operators',
    (model) => (model.subgraphs[0]!.operators[0]!.customCode = null),
    'operator code 0: the custom operator has no name',
  ],
  [
    'an operator number below zero',
    'an addition',
    (model) => (model.subgraphs[0]!.operators[0]!.code = -1 as BuiltinOperator),
    "operator code 0: the operator number -1 doesn't exist",
  ],
  [
    'texts that end behind their buffer',
    'custom operators',
    (model) => (model.subgraphs[0]!.tensors[0]!.data![8] = 200),
    'tensor 0 ("labels"): its texts are corrupt',
  ],
  [
    'scales that have scales',
    'blockwise weights',
    (model) => {
      const [scales, weights] = model.subgraphs[0]!.tensors;
      scales!.quantization = weights!.quantization;
    },
    'tensor 0: its scales "scales" have scales themselves',
  ],
  [
    'a sparse tensor larger than any that is run',
    'sparse weights',
    (model) => (model.subgraphs[0]!.tensors[1]!.shape = [2 ** 18, 2 ** 10]),
    'tensor 1 ("weights"): it is too large, or of a wrong type, for a sparse tensor',
  ],
  [
    'sparsity of other dimensions',
    'sparse weights',
    (model) => (model.subgraphs[0]!.tensors[1]!.sparsity = new SparsityParametersT([0, 1], [], [])),
    'tensor 1 ("weights"): its sparsity describes 0 dimensions in place of 2',
  ],
  [
    'a sparse index outside of the tensor',
    'sparse weights',
    (model) => (model.subgraphs[0]!.tensors[1]!.sparsity!.dimMetadata[1]!.arrayIndices!.values = [2, 0]),
    'tensor 1 ("weights"): its sparsity has an index outside of 2',
  ],
  [
    'fewer values than the sparsity tells of',
    'sparse weights',
    (model) => (model.subgraphs[0]!.tensors[1]!.data = new Uint8Array(8)),
    'tensor 1 ("weights"): its data has 8 bytes, and its sparsity needs 16',
  ],
];

describe('an unsound model', () => {
  it.each(unsound)('with %s is refused', (_, sample, change, problem) => {
    const model = sampleModels()[sample]!;
    change(model);
    const bytes = writeModel(model);
    expect(() => readModel(bytes, 'odd.tflite')).toThrow(InputError);
    expect(() => readModel(bytes, 'odd.tflite')).toThrow(`odd.tflite: ${problem}`);
  });

  it('is read with a warning where runtimes differ', () => {
    const model = sampleModels()['an int8 convolution']!;
    const [, filter, bias] = model.subgraphs[0]!.operators[0]!.inputs;
    filter!.data = Uint8Array.of(1, 2, 3);
    bias!.quantization!.axis = 3;
    filter!.quantization!.scale = Float32Array.of(NaN, 1);
    expect(readModel(writeModel(model)).warnings).toEqual([
      'tensor 1 ("filter"): the data has more bytes than the shape needs',
      'tensor 1 ("filter"): a scale is negative or not a number',
      'tensor 2 ("bias"): quantized along dimension 3 of 1, which LiteRT refuses',
    ]);
  });

  it('warns of metadata that an edit would make wrong', () => {
    const model = sampleModels()['an addition']!;
    model.metadata.push({ name: 'OfflineMemoryAllocation', data: Uint8Array.of(1) });
    expect(readModel(writeModel(model)).warnings).toEqual([
      'metadata "OfflineMemoryAllocation": it refers to parts of the model by number, so it holds only for an ' +
        'unchanged graph',
    ]);
  });

  it('warns of what nothing computes', () => {
    const model = sampleModels()['an addition']!;
    model.subgraphs[0]!.inputs.pop();
    expect(readModel(writeModel(model)).warnings).toEqual([
      'tensor "b": it is read, but nothing computes it',
    ]);
  });
});
