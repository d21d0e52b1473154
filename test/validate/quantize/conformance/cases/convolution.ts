import {
  ActivationFunctionType,
  BuiltinOperator,
  Conv2DOptionsT,
  Conv3DOptionsT,
  DepthwiseConv2DOptionsT,
  Padding,
  TransposeConvOptionsT,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, integers, random, single } from '../single-operator.js';

const { SAME, VALID } = Padding;
const { NONE, RELU, RELU6, RELU_N1_TO_1 } = ActivationFunctionType;

interface Window {
  /** Height, width, channels of the input; 12 × 9 × 8 unless given. */
  input?: [height: number, width: number, channels: number];
  batch?: number;
  /** Height and width. */
  kernel?: [height: number, width: number];
  /** Output channels; of a depthwise convolution, times the input's. */
  channels?: number;
  padding?: Padding;
  stride?: [height: number, width: number];
  dilation?: [height: number, width: number];
  activation?: ActivationFunctionType;
  bias?: boolean;
  /** Into how many groups the input's channels are parted. */
  groups?: number;
}

const defaults = {
  input: [12, 9, 8],
  batch: 1,
  kernel: [3, 3],
  channels: 16,
  padding: SAME,
  stride: [1, 1],
  dilation: [1, 1],
  activation: NONE,
  bias: true,
  groups: 1,
} satisfies Window;

function outputSize(window: Required<Window>): [height: number, width: number] {
  const along = (axis: 0 | 1): number => {
    const covered = window.padding === SAME ? 1 : (window.kernel[axis] - 1) * window.dilation[axis] + 1;
    return Math.ceil((window.input[axis] - covered + 1) / window.stride[axis]);
  };
  return [along(0), along(1)];
}

/** LiteRT refuses it without a bias. */
function convolution(name: string, window: Window = {}): Case {
  const w: Required<Window> = { ...defaults, ...window };
  const weights = random([w.channels, ...w.kernel, w.input[2] / w.groups], { channels: 0 });
  return single(BuiltinOperator.CONV_2D, name, {
    inputs: [computed([w.batch, ...w.input]), weights, random([w.channels])],
    outputs: [computed([w.batch, ...outputSize(w), w.channels])],
    options: new Conv2DOptionsT(
      w.padding,
      w.stride[1],
      w.stride[0],
      w.activation,
      w.dilation[1],
      w.dilation[0],
    ),
  });
}

function depthwise(name: string, window: Window = {}): Case {
  const w: Required<Window> = { ...defaults, ...window, channels: window.channels ?? 1 };
  const channels = w.channels * w.input[2];
  return single(BuiltinOperator.DEPTHWISE_CONV_2D, name, {
    inputs: [
      computed([w.batch, ...w.input]),
      random([1, ...w.kernel, channels], { channels: 3 }),
      ...(w.bias ? [random([channels])] : []),
    ],
    outputs: [computed([w.batch, ...outputSize(w), channels])],
    options: new DepthwiseConv2DOptionsT(
      w.padding,
      w.stride[1],
      w.stride[0],
      w.channels,
      w.activation,
      w.dilation[1],
      w.dilation[0],
    ),
  });
}

function transposed(name: string, window: Window = {}): Case {
  const w: Required<Window> = { ...defaults, ...window };
  const along = (axis: 0 | 1): number =>
    w.padding === SAME
      ? w.input[axis] * w.stride[axis]
      : (w.input[axis] - 1) * w.stride[axis] + w.kernel[axis];
  const shape = [w.batch, along(0), along(1), w.channels];
  const weights = random([w.channels, ...w.kernel, w.input[2]], { channels: 0 });
  return single(BuiltinOperator.TRANSPOSE_CONV, name, {
    inputs: [
      integers(shape),
      weights,
      computed([w.batch, ...w.input]),
      ...(w.bias ? [random([w.channels])] : []),
    ],
    outputs: [computed(shape)],
    options: new TransposeConvOptionsT(w.padding, w.stride[1], w.stride[0], w.activation),
  });
}

const volume = single(BuiltinOperator.CONV_3D, '3 × 3 × 3', {
  inputs: [computed([1, 5, 6, 6, 2]), random([3, 3, 3, 2, 4], { channels: 4 }), random([4])],
  outputs: [computed([1, 5, 6, 6, 4])],
  options: new Conv3DOptionsT(SAME, 1, 1, 1),
});

export const convolutions: Case[] = [
  convolution('3 × 3'),
  convolution('1 × 1', { kernel: [1, 1] }),
  convolution('1 × 5', { kernel: [1, 5] }),
  convolution('10 × 4, stride 2', { input: [49, 10, 1], kernel: [10, 4], stride: [2, 2] }),
  convolution('VALID', { padding: VALID }),
  convolution('VALID, stride 2', { padding: VALID, stride: [2, 2] }),
  convolution('SAME, stride 2', { stride: [2, 2] }),
  convolution('stride 1 × 2', { stride: [1, 2] }),
  convolution('dilation 2', { dilation: [2, 2] }),
  convolution('dilation 1 × 3, VALID', { dilation: [1, 3], padding: VALID }),
  convolution('RELU', { activation: RELU }),
  convolution('RELU6', { activation: RELU6 }),
  convolution('RELU_N1_TO_1', { activation: RELU_N1_TO_1 }),
  convolution('2 groups', { groups: 2 }),
  convolution('batch of 2', { batch: 2 }),
  convolution('1 channel out', { channels: 1 }),
  convolution('3 channels in', { input: [16, 16, 3] }),
  convolution('64 channels in', { input: [6, 6, 64], channels: 32 }),
  depthwise('3 × 3'),
  depthwise('5 × 1', { kernel: [5, 1] }),
  depthwise('VALID', { padding: VALID }),
  depthwise('stride 2', { stride: [2, 2] }),
  depthwise('dilation 2', { dilation: [2, 2] }),
  depthwise('multiplier 2', { channels: 2 }),
  depthwise('multiplier 8 of 1 channel', { input: [16, 10, 1], channels: 8 }),
  depthwise('RELU', { activation: RELU }),
  depthwise('RELU6', { activation: RELU6 }),
  depthwise('no bias', { bias: false }),
  depthwise('batch of 2', { batch: 2 }),
  transposed('3 × 3'),
  transposed('stride 2', { stride: [2, 2] }),
  transposed('VALID, stride 2', { padding: VALID, stride: [2, 2] }),
  transposed('2 × 2, stride 2', { kernel: [2, 2], stride: [2, 2] }),
  transposed('no bias', { bias: false }),
  transposed('RELU', { activation: RELU }),
  volume,
];
