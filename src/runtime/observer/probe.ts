import { randomNumbers } from '../../base/random-numbers.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Operator, OperatorOptions, Tensor } from '../../model/graph.js';
import * as schema from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';

const { SAME } = schema.Padding;
const { NONE, RELU, RELU6 } = schema.ActivationFunctionType;
const { CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, FULLY_CONNECTED } = schema.BuiltinOperator;
const { ADD, MUL, HARD_SWISH, AVERAGE_POOL_2D, MEAN } = schema.BuiltinOperator;

/**
 * A model that meets each of XNNPACK's float kernels that add products up, with sizes that leave remainders: where
 * one of them adds in another order (as those for AMD's first Zen do), some of its outputs, which are all that it
 * computes, end elsewhere.
 */
export function probe(): Model {
  const net = new Net();
  const input = newTensor('input', schema.TensorType.FLOAT32, [1, 15, 15, 3]);
  const stem = net.convolve(input, 20, 3, 2, RELU6);
  const wide = net.convolve(net.depthwise(stem, 3, 1), 37, 1, 1, NONE);
  const small = net.convolve(net.depthwise(wide, 5, 2), 40, 1, 1, RELU);
  const curved = net.add(HARD_SWISH, [small], small.shape, null);
  const sum = net.add(
    ADD,
    [curved, net.convolve(small, 40, 3, 1, NONE)],
    small.shape,
    new schema.AddOptionsT(),
  );
  const mean = net.add(MEAN, [sum, integers(1, 2)], [1, 1, 1, 40], new schema.ReducerOptionsT(true));
  const scaled = net.add(MUL, [sum, mean], sum.shape, new schema.MulOptionsT());
  const pooled = net.add(
    AVERAGE_POOL_2D,
    [scaled],
    [1, 2, 2, 40],
    new schema.Pool2DOptionsT(SAME, 2, 2, 2, 2),
  );
  net.connect(pooled, 33);
  net.connect(net.connect(mean, 19), 5);
  net.enlarge(scaled, 10);
  return newModel([newSubgraph([input], net.outputs, net.operators)]);
}

/** The sample that the probe is run on. */
export const probeInput = (): Float32Array => numbers([1, 15, 15, 3], 0);

class Net {
  readonly operators: Operator[] = [];
  readonly outputs: Tensor[] = [];

  add(
    code: schema.BuiltinOperator,
    inputs: Tensor[],
    shape: number[],
    options: OperatorOptions | null,
  ): Tensor {
    const output = newTensor(`output_${this.outputs.length}`, schema.TensorType.FLOAT32, shape);
    this.outputs.push(output);
    this.operators.push(newOperator(code, { inputs, outputs: [output], options }));
    return output;
  }

  convolve(from: Tensor, channels: number, size: number, stride: number, activation: number): Tensor {
    const [, height = 0, width = 0, given = 0] = from.shape;
    const shape = [1, Math.ceil(height / stride), Math.ceil(width / stride), channels];
    const options = new schema.Conv2DOptionsT(SAME, stride, stride, activation);
    return this.add(
      CONV_2D,
      [from, ...this.#weights([channels, size, size, given], channels)],
      shape,
      options,
    );
  }

  depthwise(from: Tensor, size: number, stride: number): Tensor {
    const [, height = 0, width = 0, channels = 0] = from.shape;
    const shape = [1, Math.ceil(height / stride), Math.ceil(width / stride), channels];
    const options = new schema.DepthwiseConv2DOptionsT(SAME, stride, stride, 1, RELU6);
    return this.add(
      DEPTHWISE_CONV_2D,
      [from, ...this.#weights([1, size, size, channels], channels)],
      shape,
      options,
    );
  }

  connect(from: Tensor, channels: number): Tensor {
    const given = elementCount(from.shape);
    const options = new schema.FullyConnectedOptionsT(RELU);
    return this.add(
      FULLY_CONNECTED,
      [from, ...this.#weights([channels, given], channels)],
      [1, channels],
      options,
    );
  }

  enlarge(from: Tensor, channels: number): Tensor {
    const [, height = 0, width = 0, given = 0] = from.shape;
    const shape = [1, 2 * height, 2 * width, channels];
    const [weights] = this.#weights([channels, 3, 3, given], channels);
    const inputs = [integers(...shape), weights!, from];
    return this.add(TRANSPOSE_CONV, inputs, shape, new schema.TransposeConvOptionsT(SAME, 2, 2));
  }

  #weights(shape: number[], channels: number): Tensor[] {
    return [shape, [channels]].map((each, i) => {
      const data = bytesOf(numbers(each, 2 * this.outputs.length + i + 1));
      return newTensor('', schema.TensorType.FLOAT32, each, { data });
    });
  }
}

const integers = (...values: number[]): Tensor =>
  newTensor('', schema.TensorType.INT32, [values.length], { data: bytesOf(Int32Array.from(values)) });

/** From −1 to 1. */
function numbers(shape: number[], seed: number): Float32Array {
  const random = randomNumbers(seed);
  return Float32Array.from({ length: elementCount(shape) }, () => 2 * random() - 1);
}
