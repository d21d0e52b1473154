import * as tf from '@tensorflow/tfjs-core';
import type { Operator, Tensor } from '../../../model/graph.js';
import { optionsOf } from '../../../model/operators/index.js';
import {
  BuiltinOperator,
  FullyConnectedOptionsT,
  FullyConnectedOptionsWeightsFormat,
} from '../../../model/schema/index.js';
import type { Windows } from '../kernels.js';
import * as layers from '../layers.js';
import { activate, fusedOf } from './activation.js';
import { type Call, forBatch, type Program } from './call.js';
import { refusesWindows, windowsBetween } from './windows.js';

/** Layers with weights. */
export const convolutions: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.CONV_2D]: { compute: convolve, refuses: refusesWindows },
  [BuiltinOperator.DEPTHWISE_CONV_2D]: { compute: convolveDepthwise, refuses: refusesWindows },
  [BuiltinOperator.TRANSPOSE_CONV]: { constants: [0], compute: convolveTransposed, refuses: refusesWindows },
  [BuiltinOperator.FULLY_CONNECTED]: { compute: connect, refuses: shuffled },
};

type Pictures = tf.Tensor4D;

function convolve(call: Call): tf.Tensor {
  const [x, weights] = [call.input(0) as Pictures, call.input(1) as Pictures];
  const bias = biasOf(call, 2, weights.shape[0]);
  const groups = x.shape[3] / weights.shape[3];
  const options = { ...layerOptions(call), windows: windowsOf(call.operator) };
  if (groups === 1) return activate(layers.convolution(x, weights, bias, options), call.operator, true);
  const [inputs, filters, biases] = [
    tf.split(x, groups, 3),
    tf.split(weights, groups, 0),
    tf.split(bias, groups),
  ];
  const parts = inputs.map((part, i) =>
    layers.convolution(part as Pictures, filters[i] as Pictures, biases[i]!, options),
  );
  return activate(tf.concat(parts, 3), call.operator, true);
}

function convolveDepthwise(call: Call): tf.Tensor {
  const [x, weights] = [call.input(0) as Pictures, call.input(1) as Pictures];
  const channels = weights.shape[3];
  const input = repeatChannels(x, channels / x.shape[3]);
  const options = { ...layerOptions(call), windows: windowsOf(call.operator) };
  return activate(layers.depthwise(input, weights, biasOf(call, 2, channels), options), call.operator, true);
}

/** Each channel `times` times in a row, for filters that share an input channel. */
function repeatChannels(x: Pictures, times: number): Pictures {
  if (times === 1) return x;
  const [n, h, w, c] = x.shape;
  return tf.reshape(tf.matMul(tf.reshape(x, [x.size, 1]) as tf.Tensor2D, tf.ones([1, times])), [
    n,
    h,
    w,
    c * times,
  ]);
}

function convolveTransposed(call: Call): tf.Tensor {
  const [weights, x] = [call.input(1) as Pictures, call.input(2) as Pictures];
  const { operator } = call;
  const shape = forBatch(x, call, 2, operator.outputs[0]!.shape) as Pictures['shape'];
  const windows = windowsBetween(
    operator.outputs[0]!,
    operator.inputs[2]!,
    sizeOf(operator.inputs[1]!),
    operator,
  );
  const y = layers.transposedConvolution(x, weights, shape, { windows, trainsInput: call.trains(2) });
  return activate(operator.inputs[3] ? tf.add(y, call.input(3)) : y, operator);
}

function connect(call: Call): tf.Tensor {
  const weights = call.input(1) as tf.Tensor2D;
  const [channels, columns] = weights.shape;
  const x = call.input(0);
  const rows: tf.Tensor2D = tf.reshape(x, [x.size / columns, columns]);
  const y = layers.fullyConnected(rows, weights, biasOf(call, 2, channels), layerOptions(call));
  return activate(tf.reshape(y, forBatch(x, call, 0, call.operator.outputs[0]!.shape)), call.operator, true);
}

function shuffled(operator: Operator): string | null {
  const format = optionsOf(operator, FullyConnectedOptionsT).weightsFormat;
  return format === FullyConnectedOptionsWeightsFormat.SHUFFLED4x16INT8 ? 'its weights are shuffled' : null;
}

function layerOptions({ operator, trains }: Call): Omit<layers.LayerOptions, 'windows'> {
  return { fused: fusedOf(operator), trainsInput: trains(0) };
}

function biasOf(call: Call, position: number, channels: number): tf.Tensor {
  return call.operator.inputs[position] ? call.input(position) : tf.zeros([channels]);
}

function windowsOf(operator: Operator): Windows {
  const [, weights] = operator.inputs;
  return windowsBetween(operator.inputs[0]!, operator.outputs[0]!, sizeOf(weights!), operator);
}

/** Height and width of filters. */
function sizeOf({ shape }: Tensor): [number, number] {
  return [shape[1]!, shape[2]!];
}
