import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, ByteBuffer } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import * as schema from './schema/index.js';
import { enums, tables, unions } from './schema/layout.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

function flatcVersion(): string {
  try {
    return execFileSync('flatc', ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return 'none';
  }
}

describe('the schema', () => {
  // Numbers of LiteRT's published schema at the ends and the turns of its lists.
  it.each([
    [
      'BuiltinOperator',
      schema.BuiltinOperator,
      {
        ADD: 0,
        CUSTOM: 32,
        PLACEHOLDER_FOR_GREATER_OP_CODES: 127,
        GELU: 150,
        DILATE: 203,
        STABLEHLO_CASE: 209,
      },
    ],
    [
      'TensorType',
      schema.TensorType,
      { FLOAT32: 0, INT8: 9, VARIANT: 14, INT4: 17, BFLOAT16: 18, INT2: 19, FLOAT8_E5M2: 22 },
    ],
    [
      'BuiltinOptions',
      schema.BuiltinOptions,
      { NONE: 0, Conv2DOptions: 1, FullyConnectedOptions: 8, AbsOptions: 78, RightShiftOptions: 126 },
    ],
    [
      'BuiltinOptions2',
      schema.BuiltinOptions2,
      { StablehloConcatenateOptions: 1, DilateOptions: 18, StablehloCaseOptions: 23 },
    ],
    [
      'ActivationFunctionType',
      schema.ActivationFunctionType,
      { NONE: 0, RELU: 1, RELU_N1_TO_1: 2, RELU6: 3, TANH: 4, SIGN_BIT: 5 },
    ],
    [
      'QuantizationDetails',
      schema.QuantizationDetails,
      { CustomQuantization: 1, BlockwiseQuantization: 2, MultiAxisQuantization: 3 },
    ],
    ['SparseIndexVector', schema.SparseIndexVector, { Int32Vector: 1, Uint16Vector: 2, Uint8Vector: 3 }],
  ] as const)('numbers %s as the format does', (_, values, numbers) => {
    expect(values).toMatchObject(numbers);
  });

  it('has the fields of each table in the places of the format', () => {
    const names = (table: string) => tables[table]!.map(({ name }) => name);
    expect(names('Tensor').slice(0, 5)).toEqual(['shape', 'type', 'buffer', 'name', 'quantization']);
    expect(names('Operator').indexOf('builtin_options_2')).toBe(12);
    expect(names('Conv2DOptions').indexOf('quantized_bias_type')).toBe(6);
    expect(
      Object.fromEntries(Object.entries(tables).map(([name, fields]) => [name, fields.length])),
    ).toMatchObject({
      Model: 10,
      OperatorCode: 4,
      SubGraph: 6,
      Operator: 14,
      Tensor: 11,
      Buffer: 3,
      QuantizationParameters: 7,
      SparsityParameters: 3,
      DimensionMetadata: 6,
      SignatureDef: 5,
      FullyConnectedOptions: 5,
      LSTMOptions: 5,
      UnidirectionalSequenceLSTMOptions: 6,
      StablehloConvolutionOptions: 17,
      StableHLOCompositeOptions: 5,
    });
  });

  it('gives every member of the options unions a class that writes and reads itself', () => {
    expect(schema.builtinOptions).toHaveLength(
      unions.BuiltinOptions!.length + unions.BuiltinOptions2!.length - 2,
    );
    for (const { accessor: Accessor, object: Options } of schema.builtinOptions) {
      const builder = new Builder();
      builder.finish(new Options().pack(builder));
      const bb = new ByteBuffer(builder.asUint8Array());
      const read = new Accessor().__init(bb.readInt32(0), bb).unpack();
      expect(read).toEqual(new Options());
    }
  });

  it('knows the last value of each enum', () => {
    expect(enums.BuiltinOperator!.last).toBe(schema.BuiltinOperator.STABLEHLO_CASE);
    expect(enums.TensorType!.last).toBe(schema.TensorType.FLOAT8_E5M2);
  });

  it.skipIf(flatcVersion() !== 'flatc version 2.0.8')(
    'is what the committed accessors were made from (needs flatc 2.0.8)',
    () => {
      const fresh = mkdtempSync(join(tmpdir(), 'accessors-'));
      try {
        execFileSync(process.execPath, [path('../../scripts/generate-schema.mjs'), fresh]);
        const committed = path('./schema/generated');
        expect(readdirSync(fresh).sort()).toEqual(readdirSync(committed).sort());
        const differing = readdirSync(fresh).filter(
          (name) => readFileSync(join(fresh, name), 'utf8') !== readFileSync(join(committed, name), 'utf8'),
        );
        expect(differing).toEqual([]);
      } finally {
        rmSync(fresh, { recursive: true, force: true });
      }
    },
  );
});
