import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { ActivationFunctionType } from '../../model/schema/index.js';
import { heldOutSamples, type OutputMeans } from '../../runtime/reducers/channel-means.js';
import { storedFormOf } from '../quantize/activation-plan.js';
import { storedRange } from '../quantize/affine.js';
import { partOf, type Runner } from './activations.js';
import type { Layer } from './layers.js';

export type { OutputMeans };

/** Means over samples and positions of the outputs of some layers, in the model that `outputOf` is of. */
export async function outputMeans(
  runner: Runner,
  model: Model,
  subgraph: Subgraph,
  layers: readonly Layer[],
  outputOf: (layer: Layer) => Tensor,
): Promise<OutputMeans[]> {
  const plan = layers.map((layer) => ({ channels: layer.float.bias.length, limits: limitsOf(layer) }));
  const part = partOf(runner, model, subgraph, layers.map(outputOf));
  const means = await runner.pool.reduceTogether('channelMeans', [part], plan);
  const all = runner.samples.size;
  const held = heldOutSamples(all);
  for (const [i, { mean, heldOut, active }] of means.entries()) {
    const { positions } = layers[i]!.patches;
    for (let channel = 0; channel < mean.length; channel++) {
      mean[channel]! /= (all - held) * positions || 1;
      heldOut[channel]! /= held * positions || 1;
      active[channel]! /= all * positions || 1;
    }
  }
  return means;
}

/** Between which values an operator's fused activation function, and how its output is stored, leave it as it is. */
function limitsOf({ operator }: Layer): readonly [number, number] {
  const [low, high] = activationLimits(operator);
  const form = storedFormOf(operator.outputs[0]!);
  if (!form) return [low, high];
  // What can't be stored is stored as its nearest end, and has to count as that where it is expected, too: most of an
  // output may lie beyond, as the logits of what is in no picture.
  const { min, max } = storedRange(form);
  return [Math.max(low, min), Math.min(high, max)];
}

function activationLimits({ options }: Operator): readonly [number, number] {
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
