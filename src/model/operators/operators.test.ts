import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newOperator, newQuantization, newTensor } from '../build.js';
import type { Operator, OperatorOptions, Tensor } from '../graph.js';
import { readModel } from '../read.js';
import { BatchMatMulOptionsT, BuiltinOperator, TensorType } from '../schema/index.js';
import {
  factsOf,
  type KernelType,
  knownOperators,
  macs,
  type OperatorFacts,
  operatorName,
  operatorRule,
  raiseVersion,
  ruleOf,
} from './index.js';
import { unruled } from './unruled.js';

const { FLOAT32, FLOAT16, INT8, INT16, INT4 } = TensorType;

/**
 * Versions by kernel, as LiteRT's `tools/versioning/op_version.cc` gives them; -: there is no kernel. Of float
 * activations beside 4-bit weights (hybrid4) it knows nothing: the first version that knows such weights.
 */
const versions = `
  operator                   int8 int16 hybrid hybrid4
  CONV_2D                    3    4     5      7
  DEPTHWISE_CONV_2D          3    5     6      -
  FULLY_CONNECTED            4    7     12     12
  TRANSPOSE_CONV             2    2     2      -
  BATCH_MATMUL               2    3     4      -
  EMBEDDING_LOOKUP           1    1     4      4
  ADD                        2    3     -      -
  SUB                        2    5     -      -
  MUL                        2    4     -      -
  AVERAGE_POOL_2D            2    3     -      -
  MAX_POOL_2D                2    3     -      -
  SOFTMAX                    2    3     -      -
  LOGISTIC                   2    3     -      -
  TANH                       2    3     -      -
  CONCATENATION              2    3     -      -
  PAD                        2    3     -      -
  PADV2                      2    3     -      -
  MEAN                       2    3     -      -
  RELU                       2    3     -      -
  RELU6                      2    3     -      -
  MIRROR_PAD                 2    3     -      -
  REDUCE_MIN                 2    3     -      -
  REDUCE_MAX                 2    3     -      -
  RSQRT                      2    3     -      -
  MAXIMUM                    2    4     -      -
  MINIMUM                    2    4     -      -
  RESIZE_BILINEAR            2    4     -      -
  RESIZE_NEAREST_NEIGHBOR    2    4     -      -
  SPLIT                      2    4     -      -
  SLICE                      2    4     -      -
  SPACE_TO_BATCH_ND          2    4     -      -
  BATCH_TO_SPACE_ND          2    4     -      -
  TRANSPOSE                  2    5     -      -
  BROADCAST_TO               3    3     -      -
  SQUARED_DIFFERENCE         2    -     -      -
  LOG_SOFTMAX                2    -     -      -
  L2_NORMALIZATION           2    -     -      -
  ARG_MAX                    2    -     -      -
  EQUAL                      2    4     -      -
  NOT_EQUAL                  2    4     -      -
  LESS                       2    3     -      -
  GREATER                    2    2     -      -
  REDUCE_PROD                2    2     -      -
  GELU                       2    2     -      -
  NEG                        -    1     -      -
  REVERSE_SEQUENCE           -    1     -      -
  HARD_SWISH                 1    -     -      -
  PRELU                      1    -     -      -
  RELU_N1_TO_1               1    -     -      -
  SPACE_TO_DEPTH             2    -     -      -
  DEPTH_TO_SPACE             2    -     -      -
  SVDF                       -    -     -      -
  LSTM                       -    -     -      -
  DIV                        -    -     -      -
  SIN                        -    -     -      -
  FLOOR_MOD                  -    -     -      -
`;

describe('the operator table', () => {
  const [columns, ...rows] = versions
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  it.each(
    rows.map(([name, ...cells]) => [name!, cells]),
  )('%s has the kernels and versions %j', (name, cells) => {
    const rule = operatorRule(BuiltinOperator[name as keyof typeof BuiltinOperator]);
    const kernels = columns!.slice(1) as KernelType[];
    expect(kernels.map((kernel) => String(rule?.kernels[kernel]?.version ?? '-'))).toEqual(cells);
  });

  it('fixes the output scales that the kernels demand', () => {
    const int8 = (code: BuiltinOperator) => operatorRule(code)?.kernels.int8?.output;
    expect(int8(BuiltinOperator.SOFTMAX)).toEqual({ scale: 1 / 256, zeroPoint: -128 });
    expect(int8(BuiltinOperator.LOGISTIC)).toEqual({ scale: 1 / 256, zeroPoint: -128 });
    expect(int8(BuiltinOperator.TANH)).toEqual({ scale: 1 / 128, zeroPoint: 0 });
    expect(int8(BuiltinOperator.L2_NORMALIZATION)).toEqual({ scale: 1 / 128, zeroPoint: 0 });
    expect(int8(BuiltinOperator.LOG_SOFTMAX)).toEqual({ scale: 16 / 256, zeroPoint: 127 });
  });

  it('knows no operator that the schema does not have', () => {
    for (const code of knownOperators()) expect(BuiltinOperator[code]).toBeTypeOf('string');
    expect(knownOperators().length).toBeGreaterThan(75);
    expect(operatorRule(BuiltinOperator.WHILE)).toBeUndefined();
  });

  it('names operators', () => {
    expect(operatorName({ code: BuiltinOperator.CONV_2D, customCode: null })).toBe('CONV_2D');
    expect(operatorName({ code: BuiltinOperator.CUSTOM, customCode: 'Mine' })).toBe('Mine');
    expect(operatorName({ code: 999 as BuiltinOperator, customCode: null })).toBe('operator 999');
  });
});

function tensor(type: TensorType, shape: number[], parts: Partial<Tensor> = {}): Tensor {
  return newTensor('t', type, shape, parts);
}

function constant(type: TensorType, shape: number[], scales: number): Tensor {
  const quantization = newQuantization(Array.from({ length: scales }, () => 0.5));
  return tensor(type, shape, { data: new Uint8Array(), quantization });
}

const operator = (
  code: BuiltinOperator,
  inputs: (Tensor | null)[],
  output: Tensor,
  options: OperatorOptions | null = null,
): Operator => newOperator(code, { inputs, outputs: [output], options });

describe('an operator that lacks what its kind can not do without', () => {
  const f = (...shape: number[]): Tensor => tensor(FLOAT32, shape);
  const { FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, ADD, STRIDED_SLICE, RESHAPE } = BuiltinOperator;
  const weights = tensor(TensorType.FLOAT8_E5M2, [3, 10], { data: new Uint8Array(30) });

  it.each<[string, Operator, boolean]>([
    ['a dense layer', operator(FULLY_CONNECTED, [f(2, 10), f(3, 10)], f(2, 3)), true],
    ['without weights', operator(FULLY_CONNECTED, [f(2, 10)], f(2, 3)), false],
    ['whose weights are not given', operator(FULLY_CONNECTED, [f(2, 10), null], f(2, 3)), false],
    ['whose weights are no numbers', operator(FULLY_CONNECTED, [f(2, 10), weights], f(2, 3)), false],
    ['without outputs', { ...operator(ADD, [f(1), f(1)], f(1)), outputs: [] }, false],
    ['with a bias of another size', operator(FULLY_CONNECTED, [f(2, 10), f(3, 10), f(2)], f(2, 3)), false],
    ['a sum of one', operator(ADD, [f(1)], f(1)), false],
    ['a convolution by a matrix', operator(CONV_2D, [f(1, 8, 8, 3), f(16, 27)], f(1, 8, 8, 16)), false],
    ['a depthwise one by a vector', operator(DEPTHWISE_CONV_2D, [f(1, 8, 8, 3), f(3)], f(1, 8, 8, 3)), false],
    ['a slice that is not told where', operator(STRIDED_SLICE, [f(4)], f(4)), false],
    ['a shape told by options', operator(RESHAPE, [f(4)], f(2, 2)), true],
  ])('%s', (_, each, known) => {
    expect(ruleOf(each) !== undefined).toBe(known);
    expect(() => macs(each)).not.toThrow();
    expect(() => raiseVersion(each)).not.toThrow();
  });
});

describe('raiseVersion', () => {
  const int8 = tensor(INT8, [1, 8, 8, 4], { quantization: newQuantization([0.5]) });
  const float = tensor(FLOAT32, [1, 8, 8, 4]);
  const weights = constant(INT8, [4, 3, 3, 4], 4);
  const fine = tensor(INT8, [1], { quantization: newQuantization([0.1]) });

  it.each<[string, Operator, number]>([
    [
      'a float convolution',
      operator(BuiltinOperator.CONV_2D, [float, tensor(FLOAT32, [4, 3, 3, 4])], float),
      1,
    ],
    ['an int8 one', operator(BuiltinOperator.CONV_2D, [int8, weights], int8), 3],
    ['a hybrid one', operator(BuiltinOperator.CONV_2D, [float, weights], float), 5],
    [
      'a grouped int8 one',
      operator(BuiltinOperator.CONV_2D, [int8, constant(INT8, [4, 3, 3, 2], 4)], int8),
      6,
    ],
    ['a dense layer without bias', operator(BuiltinOperator.FULLY_CONNECTED, [int8, weights], int8), 6],
    [
      'one whose bias is not given',
      operator(BuiltinOperator.FULLY_CONNECTED, [int8, weights, null], int8),
      4,
    ],
    [
      'a transposed convolution with bias',
      operator(BuiltinOperator.TRANSPOSE_CONV, [null, weights, int8, tensor(TensorType.INT32, [4])], int8),
      3,
    ],
    ['a product', operator(BuiltinOperator.MUL, [fine, fine], int8), 2],
    ['a product at a fine scale', operator(BuiltinOperator.MUL, [int8, int8], fine), 3],
    ['a table look-up with int8 rows', operator(BuiltinOperator.EMBEDDING_LOOKUP, [null, weights], float), 4],
    ['QUANTIZE', operator(BuiltinOperator.QUANTIZE, [float], int8), 1],
    ['QUANTIZE to int16', operator(BuiltinOperator.QUANTIZE, [float], tensor(INT16, [1])), 2],
    ['DEQUANTIZE of int8', operator(BuiltinOperator.DEQUANTIZE, [int8], float), 2],
    ['DEQUANTIZE of float16', operator(BuiltinOperator.DEQUANTIZE, [tensor(FLOAT16, [1])], float), 3],
    ['DEQUANTIZE by channel', operator(BuiltinOperator.DEQUANTIZE, [weights], float), 5],
    ['DEQUANTIZE of int4', operator(BuiltinOperator.DEQUANTIZE, [tensor(INT4, [1])], float), 6],
  ])('%s', (_, changed, version) => {
    raiseVersion(changed);
    expect(changed.version).toBe(version);
  });

  it('never lowers a version', () => {
    const newer = { ...operator(BuiltinOperator.CONV_2D, [int8, weights], int8), version: 8 };
    raiseVersion(newer);
    expect(newer.version).toBe(8);
  });
});

describe('macs', () => {
  const f = (...shape: number[]): Tensor => tensor(FLOAT32, shape);
  const { CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, FULLY_CONNECTED, BATCH_MATMUL, ADD } = BuiltinOperator;

  it.each<[string, Operator, number]>([
    [
      'a convolution',
      operator(CONV_2D, [f(1, 8, 8, 3), f(16, 3, 3, 3), f(16)], f(1, 4, 4, 16)),
      4 * 4 * 16 * 27,
    ],
    ['a grouped one', operator(CONV_2D, [f(1, 8, 8, 4), f(16, 3, 3, 2)], f(1, 8, 8, 16)), 64 * 16 * 18],
    [
      'a depthwise one',
      operator(DEPTHWISE_CONV_2D, [f(1, 8, 8, 4), f(1, 3, 3, 8)], f(1, 8, 8, 8)),
      64 * 8 * 9,
    ],
    [
      'a transposed one',
      operator(TRANSPOSE_CONV, [null, f(2, 3, 3, 5), f(1, 4, 4, 5)], f(1, 8, 8, 2)),
      16 * 90,
    ],
    ['a dense layer over two rows', operator(FULLY_CONNECTED, [f(2, 10), f(3, 10)], f(2, 3)), 60],
    ['a matrix product', operator(BATCH_MATMUL, [f(2, 4, 6), f(2, 6, 5)], f(2, 4, 5)), 2 * 4 * 5 * 6],
    [
      'one with its first matrix transposed',
      operator(BATCH_MATMUL, [f(2, 6, 4), f(2, 6, 5)], f(2, 4, 5), new BatchMatMulOptionsT(true)),
      2 * 4 * 5 * 6,
    ],
    ['an addition', operator(ADD, [f(4), f(4)], f(4)), 0],
  ])('of %s', (_, counted, expected) => {
    expect(macs(counted)).toBe(expected);
  });

  const shared = fileURLToPath(new URL('../../../../shared/models/', import.meta.url));
  it.skipIf(!existsSync(shared))(
    'agrees with the published figures (skipped where ../shared is absent)',
    () => {
      const total = (file: string): number => {
        const { operators } = readModel(readFileSync(shared + file)).subgraphs[0]!;
        return operators.reduce((sum, each) => sum + macs(each), 0) / 1e6;
      };
      // MobileNets, table 4: 569 million; MLPerf Tiny: 2.7 and 12.5 million.
      expect(total('latency/mobilenet_v1_1.0_224_f32.tflite')).toBeCloseTo(568.7, 0);
      expect(total('mlperf-tiny/kws_f32.tflite')).toBeCloseTo(2.66, 1);
      expect(total('mlperf-tiny/resnet8_f32.tflite')).toBeCloseTo(12.5, 1);
    },
  );
});

describe('facts', () => {
  /** Operators by fact, those of several kinds by the kind, too. */
  const facts: Record<string, string> = {
    'converts quantization': 'DEQUANTIZE QUANTIZE',
    'converts type': 'CAST',
    transparent: 'DEQUANTIZE QUANTIZE RESHAPE SQUEEZE',
    reshapes: 'EXPAND_DIMS RESHAPE SQUEEZE',
    unpacks: 'DENSIFY DEQUANTIZE',
    averages: 'AVERAGE_POOL_2D RESIZE_BILINEAR',
    toldElements:
      'BROADCAST_TO FILL MIRROR_PAD ONE_HOT PAD PADV2 RANGE RESIZE_BILINEAR RESIZE_NEAREST_NEIGHBOR SCATTER_ND TILE TRANSPOSE_CONV',
    sizedByValues: 'CUSTOM IF RANGE READ_VARIABLE UNIQUE WHERE WHILE',
    remembers: 'ASSIGN_VARIABLE MULTINOMIAL RANDOM_STANDARD_NORMAL RANDOM_UNIFORM',
    tellsShape: 'RANK SHAPE',
    computesOnLoading: 'DEQUANTIZE GATHER RANGE TILE UNPACK',
    readsFloat16: 'CONV_2D DEPTHWISE_CONV_2D FULLY_CONNECTED',
    'sparseLayout within': 'ADD HARD_SWISH LEAKY_RELU LOGISTIC MUL PAD RELU RELU6 SUB',
    'sparseLayout end': 'DEPTH_TO_SPACE MEAN',
  };
  const codes = Object.values(BuiltinOperator).filter((code) => typeof code === 'number');

  it.each(Object.entries(facts))('%s: %s', (key, names) => {
    const [fact, kind] = key.split(' ') as [keyof OperatorFacts, string | undefined];
    const holds = (code: BuiltinOperator) => {
      const value = factsOf({ code })[fact];
      return kind === undefined ? value !== undefined : value === kind;
    };
    const found = codes.filter(holds).map((code) => operatorName({ code, customCode: null }));
    expect(found.sort().join(' ')).toBe(names);
  });

  it('stand beside a rule where there is one, and make no rule', () => {
    const unruledCodes = Object.keys(unruled).map(Number);
    expect(unruledCodes.filter((code) => operatorRule(code))).toEqual([]);
    expect(factsOf({ code: BuiltinOperator.WHILE })).toEqual({ sizedByValues: true });
    expect(factsOf({ code: 999 as BuiltinOperator })).toEqual({});
  });
});
