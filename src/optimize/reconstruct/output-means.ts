import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { ActivationFunctionType } from '../../model/schema/index.js';
import { activations, type Runner } from './activations.js';
import type { Layer } from './layers.js';

/** What an operator's outputs are like on average, channel by channel. */
export interface OutputMeans {
  mean: Float64Array;
  /** Part of the outputs that aren't cut off by the activation function: how far a bias moves the mean. */
  active: Float64Array;
}

/** Means over samples and positions of the outputs of some layers, in the model that `outputOf` is of. */
export async function outputMeans(
  runner: Runner,
  model: Model,
  subgraph: Subgraph,
  layers: readonly Layer[],
  outputOf: (layer: Layer) => Tensor,
): Promise<OutputMeans[]> {
  const means = layers.map(({ float: { bias } }) => ({
    mean: new Float64Array(bias.length),
    active: new Float64Array(bias.length),
  }));
  const limits = layers.map(limitsOf);
  let count = 0;
  for await (const outputs of activations(runner, model, subgraph, layers.map(outputOf))) {
    count++;
    for (const [i, values] of outputs.entries()) add(means[i]!, values, limits[i]!);
  }
  for (const [i, { mean, active }] of means.entries()) {
    const perChannel = count * layers[i]!.patches.positions || 1;
    for (let channel = 0; channel < mean.length; channel++) {
      mean[channel]! /= perChannel;
      active[channel]! /= perChannel;
    }
  }
  return means;
}

function add(
  { mean, active }: OutputMeans,
  values: Float32Array,
  [low, high]: readonly [number, number],
): void {
  const channels = mean.length;
  for (let i = 0, channel = 0; i < values.length; i++) {
    const value = values[i]!;
    mean[channel]! += value;
    if (value > low && value < high) active[channel]!++;
    channel = channel + 1 < channels ? channel + 1 : 0;
  }
}

/** Between which values an operator's fused activation function leaves outputs as they are. */
function limitsOf({ operator: { options } }: Layer): readonly [number, number] {
  const fused = options && 'fusedActivationFunction' in options ? options.fusedActivationFunction : null;
  switch (fused) {
    case ActivationFunctionType.RELU:
      return [0, Infinity];
    case ActivationFunctionType.RELU6:
      return [0, 6];
    case ActivationFunctionType.RELU_N1_TO_1:
      return [-1, 1];
    default:
      return [-Infinity, Infinity];
  }
}
