import { randomNumbers } from '../../src/base/random-numbers.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../src/model/build.js';
import type { Model, Operator, OperatorOptions, Tensor } from '../../src/model/graph.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  Padding,
  TensorType,
} from '../../src/model/schema/index.js';
import { bytesOf, elementCount } from '../../src/model/tensors.js';

/** The first versions, where that isn't 1. */
const versions: { [name in keyof typeof BuiltinOperator]?: number } = { BROADCAST_TO: 2 };

/** How a layer of a sample net differs from a 1×1 convolution with a bias. */
export interface LayerForm {
  kernel?: number;
  activation?: ActivationFunctionType;
  /** Of a convolution: input channels are read in so many parts. */
  groups?: number;
  weights?: Tensor;
  bias?: Tensor;
}

/** Builds small float nets with random weights for tests, operator by operator. */
export class SampleNet {
  readonly #random = randomNumbers(7);
  readonly #operators: Operator[] = [];
  readonly #inputs: Tensor[] = [];
  #count = 0;

  input(shape: number[], type: TensorType = TensorType.FLOAT32): Tensor {
    const tensor = newTensor(this.#name('input'), type, shape);
    this.#inputs.push(tensor);
    return tensor;
  }

  /** Random floats between −0.5 and 0.5. */
  floats(...shape: number[]): Tensor {
    const values = Float32Array.from({ length: elementCount(shape) }, () => this.#random() - 0.5);
    return newTensor(this.#name('floats'), TensorType.FLOAT32, shape, { data: bytesOf(values) });
  }

  integers(...values: number[]): Tensor {
    const data = bytesOf(Int32Array.from(values));
    return newTensor(this.#name('integers'), TensorType.INT32, [values.length], { data });
  }

  /** An operator with one output of a given shape. */
  operator(
    name: keyof typeof BuiltinOperator,
    inputs: (Tensor | null)[],
    shape: number[],
    options: OperatorOptions | null = null,
    type: TensorType = TensorType.FLOAT32,
  ): Tensor {
    return this.operators(name, inputs, [shape], options, type)[0]!;
  }

  /** An operator with several outputs. */
  operators(
    name: keyof typeof BuiltinOperator,
    inputs: (Tensor | null)[],
    shapes: number[][],
    options: OperatorOptions | null = null,
    type: TensorType = TensorType.FLOAT32,
  ): Tensor[] {
    const outputs = shapes.map((shape) => newTensor(this.#name(name.toLowerCase()), type, shape));
    this.#operators.push(
      newOperator(BuiltinOperator[name], { inputs, outputs, options, version: versions[name] ?? 1 }),
    );
    return outputs;
  }

  convolution(x: Tensor, channels: number, form: LayerForm = {}): Tensor {
    const { kernel = 1, activation = ActivationFunctionType.RELU, groups = 1 } = form;
    const weights = form.weights ?? this.floats(channels, kernel, kernel, x.shape.at(-1)! / groups);
    const inputs = [x, weights, form.bias ?? this.floats(channels)];
    const options = new Conv2DOptionsT(Padding.SAME, 1, 1, activation, 1, 1);
    return this.operator('CONV_2D', inputs, [...x.shape.slice(0, -1), channels], options);
  }

  depthwise(x: Tensor, multiplier = 1): Tensor {
    const channels = x.shape.at(-1)! * multiplier;
    const { RELU } = ActivationFunctionType;
    const options = new DepthwiseConv2DOptionsT(Padding.SAME, 1, 1, multiplier, RELU, 1, 1);
    const inputs = [x, this.floats(1, 3, 3, channels), this.floats(channels)];
    return this.operator('DEPTHWISE_CONV_2D', inputs, [...x.shape.slice(0, -1), channels], options);
  }

  dense(x: Tensor, channels: number, bias = true): Tensor {
    const options = new FullyConnectedOptionsT(ActivationFunctionType.NONE);
    const inputs = [x, this.floats(channels, elementCount(x.shape)), bias ? this.floats(channels) : null];
    return this.operator('FULLY_CONNECTED', inputs, [1, channels], options);
  }

  model(...outputs: Tensor[]): Model {
    return newModel([newSubgraph(this.#inputs, outputs, this.#operators)]);
  }

  #name(kind: string): string {
    return `${kind}_${this.#count++}`;
  }
}
