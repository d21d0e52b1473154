import type { Operator } from '../graph.js';
import { BuiltinOperator } from '../schema/index.js';
import {
  depthwiseChannels,
  resizeDepthwise,
  resizeTransposeConv,
  weightedChannels,
} from './matrix-channels.js';
import { elements, free, type OperatorRule, unlessCurved } from './rule.js';
import { toldShape } from './told-elements.js';

/** Convolutions, their transposes and their depthwise form. */
export const convolutions: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.CONV_2D]: {
    inputs: ['activation', 'weights', 'bias'],
    needs: 2,
    takes: 3,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 0, rank: 4 }],
    kernels: {
      int8: { ...free(3), int4Version: 7 },
      int16: { ...free(4), int32BiasVersion: 8 },
      hybrid: { ...free(5), perTensorVersion: 2 },
      hybrid4: free(7),
    },
    version: (operator) => (isGrouped(operator) ? 6 : 1),
    readsFloat16: true,
    sameBitsNatively: unlessCurved,
    channels: weightedChannels([0, 1, 2], [3, 0]),
    macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 0),
  },
  [BuiltinOperator.DEPTHWISE_CONV_2D]: {
    inputs: ['activation', 'weights', 'bias'],
    needs: 2,
    takes: 3,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 3, rank: 4, wants8Bits: true }],
    kernels: {
      int8: free(3),
      int16: free(5),
      hybrid: { ...free(6), perTensorVersion: 4, undelegated: true },
    },
    readsFloat16: true,
    sameBitsNatively: unlessCurved,
    channels: depthwiseChannels,
    resize: resizeDepthwise,
    macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 3),
  },
  [BuiltinOperator.TRANSPOSE_CONV]: {
    inputs: ['index', 'weights', 'activation', 'bias'],
    needs: 3,
    takes: 4,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 0, rank: 4 }],
    kernels: { int8: free(2), int16: { ...free(2), int32BiasVersion: 5 }, hybrid: free(2) },
    version: (operator) => (operator.inputs[3] ? 3 : 1),
    toldElements: toldShape(0),
    sameBitsNatively: unlessCurved,
    channels: weightedChannels([2, 1, 3], [3, 0]),
    resize: resizeTransposeConv,
    // Each input pixel is multiplied by the kernel's full window for each output channel.
    macs: ({ inputs: [, weights, data] }) => (elements(data) / (data?.shape.at(-1) || 1)) * elements(weights),
  },
  [BuiltinOperator.CONV_3D]: {
    inputs: ['activation', 'weights', 'bias'],
    needs: 2,
    takes: 3,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 4, rank: 5 }],
    kernels: {},
    channels: weightedChannels([0, 1, 2], [3, 4]),
    macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 4),
  },
};

/** Weights that one output element needs. */
function perOutputChannel({ inputs: [, weights] }: Operator, axis: number): number {
  return elements(weights) / (weights?.shape[axis] || 1);
}

/** Grouped: the weights see only a part of the input's channels. */
function isGrouped({ inputs: [data, weights] }: Operator): boolean {
  return data?.shape[3] !== weights?.shape[3];
}
