import {
  ActivationFunctionType,
  ArgMaxOptionsT,
  ArgMinOptionsT,
  BuiltinOperator,
  Padding,
  Pool2DOptionsT,
  ReducerOptionsT,
  TensorType,
  TopKV2OptionsT,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, integers, single } from '../single-operator.js';

const { AVERAGE_POOL_2D, MAX_POOL_2D, L2_POOL_2D, MEAN, SUM, REDUCE_MAX, REDUCE_MIN, REDUCE_PROD } =
  BuiltinOperator;
const { SAME, VALID } = Padding;
const { NONE, RELU } = ActivationFunctionType;

interface Pool {
  size?: number;
  stride?: number;
  padding?: Padding;
  activation?: ActivationFunctionType;
}

function pool(operator: BuiltinOperator, name: string, form: Pool = {}): Case {
  const { size = 2, stride = 2, padding = VALID, activation = NONE } = form;
  const along = (length: number) => Math.ceil((length - (padding === SAME ? 0 : size - 1)) / stride);
  return single(operator, name, {
    inputs: [computed([1, 9, 8, 5])],
    outputs: [computed([1, along(9), along(8), 5])],
    options: new Pool2DOptionsT(padding, stride, stride, size, size, activation),
  });
}

function reduction(operator: BuiltinOperator, name: string, axes: number[], keep = false): Case {
  const shape = [2, 6, 5, 4];
  const reduced = axes.map((axis) => (axis + 4) % 4);
  const output = keep
    ? shape.map((size, i) => (reduced.includes(i) ? 1 : size))
    : shape.filter((_, i) => !reduced.includes(i));
  return single(operator, name, {
    inputs: [computed(shape), integers(axes)],
    outputs: [computed(output)],
    options: new ReducerOptionsT(keep),
  });
}

const choice = (operator: BuiltinOperator, options: ArgMaxOptionsT | ArgMinOptionsT): Case =>
  single(operator, 'last axis', {
    inputs: [computed([1, 4, 10]), integers([2])],
    outputs: [computed([1, 4], TensorType.INT32)],
    options,
  });

export const reductions: Case[] = [
  pool(AVERAGE_POOL_2D, '2 × 2'),
  pool(AVERAGE_POOL_2D, '3 × 3, SAME', { size: 3, padding: SAME }),
  pool(AVERAGE_POOL_2D, '3 × 3, stride 1', { size: 3, stride: 1 }),
  pool(AVERAGE_POOL_2D, 'RELU', { activation: RELU }),
  pool(AVERAGE_POOL_2D, '8 × 8', { size: 8, stride: 1 }),
  pool(MAX_POOL_2D, '2 × 2'),
  pool(MAX_POOL_2D, '3 × 3, SAME', { size: 3, padding: SAME }),
  pool(MAX_POOL_2D, 'RELU', { activation: RELU }),
  pool(L2_POOL_2D, '2 × 2'),
  reduction(MEAN, 'height and width', [1, 2]),
  reduction(MEAN, 'height and width, kept', [1, 2], true),
  reduction(MEAN, 'last axis', [3]),
  reduction(MEAN, 'axis −1', [-1]),
  reduction(MEAN, 'first axis', [0]),
  reduction(SUM, 'height and width', [1, 2]),
  reduction(SUM, 'last axis, kept', [3], true),
  reduction(REDUCE_MAX, 'height and width', [1, 2]),
  reduction(REDUCE_MAX, 'last axis, kept', [3], true),
  reduction(REDUCE_MIN, 'height and width', [1, 2]),
  reduction(REDUCE_MIN, 'last axis, kept', [3], true),
  reduction(REDUCE_PROD, 'last axis', [3]),
  { ...reduction(REDUCE_PROD, 'height and width', [1, 2]), ranges: [[0.8, 1.2]] },
  { ...reduction(REDUCE_PROD, 'first axis', [0]), ranges: [[0, 3]] },
  choice(BuiltinOperator.ARG_MAX, new ArgMaxOptionsT(TensorType.INT32)),
  choice(BuiltinOperator.ARG_MIN, new ArgMinOptionsT(TensorType.INT32)),
  single(BuiltinOperator.TOPK_V2, '3 of 10', {
    inputs: [computed([4, 10]), integers([3], [])],
    outputs: [computed([4, 3]), computed([4, 3], TensorType.INT32)],
    options: new TopKV2OptionsT(),
  }),
];
