import { describe, expect, it } from 'vitest';
import { newOperator, newQuantization, newSubgraph, newTensor } from './build.js';
import { contradiction } from './contradictions.js';
import type { Tensor } from './graph.js';
import {
  BuiltinOperator,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  TensorType,
} from './schema/index.js';
import { bytesOf } from './tensors.js';

const { FLOAT32, FLOAT64, INT8, INT32, BOOL, UINT32 } = TensorType;

const float = (name: string, ...shape: number[]) => newTensor(name, FLOAT32, shape);
const weights = (type: TensorType, ...shape: number[]) =>
  newTensor('w', type, shape, { data: bytesOf(new Float64Array(shape.reduce((a, b) => a * b, 1))) });

function of(
  name: keyof typeof BuiltinOperator,
  inputs: Tensor[],
  output: Tensor,
  options: object | null = null,
) {
  const operator = newOperator(BuiltinOperator[name], {
    inputs,
    outputs: [output],
    options: options as never,
  });
  return contradiction(newSubgraph([inputs[0]!], [output], [operator]), true);
}

const depthwise = Object.assign(new DepthwiseConv2DOptionsT(), { strideH: 1, strideW: 1 });

describe('a file contradicts an operator', () => {
  it.each([
    [
      'in a shape',
      of('MUL', [float('a', 2, 3), float('b', 3)], float('y', 2, 2)),
      'MUL gives tensor "y" the shape [2, 3], and the file says [2, 2]',
    ],
    [
      'in rows that are left over',
      of(
        'FULLY_CONNECTED',
        [float('x', 13), weights(FLOAT32, 3, 6)],
        float('y', 1, 3),
        new FullyConnectedOptionsT(),
      ),
      'FULLY_CONNECTED reads rows of 6 numbers, and tensor "x" has 13',
    ],
    [
      'in a row that there is less than one of',
      of(
        'FULLY_CONNECTED',
        [float('x', 1), weights(FLOAT32, 3, 6)],
        float('y', 1, 3),
        new FullyConnectedOptionsT(),
      ),
      'FULLY_CONNECTED reads rows of 6 numbers, and tensor "x" has 1',
    ],
    [
      'in the order of dimensions',
      of('ABS', [float('a', 1, 8, 16)], float('y', 16, 8, 1)),
      'ABS gives tensor "y" the shape [1, 8, 16], and the file says [16, 8, 1]',
    ],
    [
      'in floats of other bits',
      of('ADD', [newTensor('a', TensorType.FLOAT16, [2]), float('b', 2)], float('y', 2)),
      'ADD writes tensor "y" in FLOAT16, and the file says FLOAT32',
    ],
    [
      'in the type of a result',
      of('ADD', [float('a', 2), float('b', 2)], newTensor('y', UINT32, [2])),
      'ADD writes tensor "y" in FLOAT32, and the file says UINT32',
    ],
    [
      'in floats where there are truth values',
      of('LESS', [float('a', 2), float('b', 2)], float('y', 2)),
      'LESS writes tensor "y" in integers, and the file says FLOAT32',
    ],
    [
      'in floats that are quantized',
      of('QUANTIZE', [float('a', 2)], float('y', 2)),
      'QUANTIZE writes tensor "y" in integers, and the file says FLOAT32',
    ],
    [
      'in integers that are unpacked',
      of('DEQUANTIZE', [newTensor('a', INT8, [2])], newTensor('y', INT8, [2])),
      'DEQUANTIZE writes tensor "y" in FLOAT32, and the file says INT8',
    ],
    [
      'in the type of weights',
      of('FULLY_CONNECTED', [float('x', 1, 6), weights(FLOAT64, 3, 6)], float('y', 1, 3)),
      'the weights tensor "w" of FULLY_CONNECTED are in FLOAT64, which no kernel reads',
    ],
    [
      'in weights that there are none of',
      of('FULLY_CONNECTED', [float('x', 1, 6), weights(FLOAT32, 3, 0)], float('y', 1, 3)),
      'the weights tensor "w" of FULLY_CONNECTED are none',
    ],
    [
      'in weights for several pictures',
      of(
        'DEPTHWISE_CONV_2D',
        [float('x', 1, 4, 4, 2), weights(FLOAT32, 2, 3, 3, 2)],
        float('y', 1, 4, 4, 2),
        depthwise,
      ),
      'the weights tensor "w" of DEPTHWISE_CONV_2D have the shape [2, 3, 3, 2], whose first dimension must be 1',
    ],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  it.each([
    ['a comparison', of('LESS', [float('a', 2), float('b', 2)], newTensor('y', BOOL, [2]))],
    ['a class number', of('ARG_MAX', [float('a', 2, 3), weights(INT32, 1)], newTensor('y', INT32, [3]))],
    [
      'quantized numbers',
      of('QUANTIZE', [float('a', 2)], newTensor('y', INT8, [2], { quantization: newQuantization([1]) })),
    ],
    ['a cast', of('CAST', [float('a', 2)], newTensor('y', INT32, [2]))],
    ['int8 weights', of('FULLY_CONNECTED', [float('x', 1, 6), weights(INT8, 3, 6)], float('y', 1, 3))],
  ])('not in %s', (_, found) => expect(found).toBeNull());
});
