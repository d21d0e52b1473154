import { realValues } from '../../../model/dequantize.js';
import type { Model, Subgraph, Tensor } from '../../../model/graph.js';
import { logitsOf, mainSubgraph } from '../../../model/interface.js';
import { bytesOf, elementCount } from '../../../model/tensors.js';
import type { ChannelRanges } from '../../../runtime/reducers/channel-ranges.js';
import { partOf, type Runner } from '../../reconstruct/activations.js';
import { affordableSamples, budgets } from '../../reconstruct/gather.js';
import { headroomOf } from '../headroom.js';
import { type ChannelGroup, channelGroups, type Linear } from './channel-groups.js';
import { leastNoiseFactors, type Side } from './least-noise.js';
import { noiseGains } from './noise-gains.js';
import type { RefineContext } from './refine.js';

/** By how much factors follow magnitudes less, by the headroom that these need. */
const caution = 5;

/**
 * Moves factors between the channels of activations and the weights around them, so that 8 bits serve all
 * channels of a tensor better (Nagel et al. 2019, arXiv:1906.04721). The model computes the same as before,
 * but for rounding.
 */
export async function equalize(model: Model, context: RefineContext): Promise<void> {
  const { dataset, effort, pool } = context;
  if (!dataset || effort === 'fast') return;
  const subgraph = mainSubgraph(model);
  const groups = channelGroups(subgraph);
  if (groups.length === 0) return;
  const samples = affordableSamples(dataset.calibration, subgraph, budgets[effort]);
  const stage = context.progress.stage('equalizing channels', samples.size);
  try {
    const ranges = await channelRanges({ pool, samples }, model, subgraph, groups);
    const gains = noiseGains(subgraph, logitsOf(model) ?? subgraph.outputs[0]!);
    for (const group of groups) {
      const sides = group.tensors.flatMap((tensor) => {
        return sidesOf(tensor, ranges.get(tensor)!, gains.get(tensor), samples.size);
      });
      if (sides.length > 0) applyFactors(group, leastNoiseFactors(sides, group.channels));
    }
  } finally {
    stage.end();
  }
}

/** The ranges of each channel of all activations of some groups. */
async function channelRanges(
  runner: Runner,
  model: Model,
  subgraph: Subgraph,
  groups: readonly ChannelGroup[],
): Promise<Map<Tensor, ChannelRanges>> {
  const tensors = groups.flatMap((group) => group.tensors);
  const plan = groups.flatMap(({ channels, tensors: { length } }) => Array(length).fill({ channels }));
  const part = partOf(runner, model, subgraph, tensors);
  const ranges = await runner.pool.reduceTogether('channelRanges', [part], plan);
  return new Map(tensors.map((tensor, i) => [tensor, ranges[i]!]));
}

/** The sides of 0 that an activation has values on; none where it never has any or they don't matter. */
function sidesOf(
  activation: Tensor,
  { above, below }: ChannelRanges,
  ofElements: Float64Array | undefined,
  samples: number,
): Side[] {
  if (!ofElements) return [];
  const channels = above.length;
  const gains = new Float64Array(channels);
  for (let i = 0; i < ofElements.length; i++) gains[i % channels]! += ofElements[i]!;
  const headroom = headroomOf((samples * elementCount(activation.shape)) / channels);
  const strength = Math.max(0, 1 - caution * headroom);
  return [above, below].flatMap((extremes) => {
    const magnitudes = Float64Array.from(extremes, (value) => value * (1 + headroom));
    return magnitudes.some((value) => value > 0) ? [{ activation, magnitudes, gains, strength }] : [];
  });
}

/** Divides a group's channels by factors. */
function applyFactors({ writers, readers, channels }: ChannelGroup, factors: Float64Array): void {
  const change = (tensor: Tensor, edit: (values: Float32Array) => void): void => {
    const values = realValues(tensor).slice();
    edit(values);
    tensor.data = bytesOf(values);
  };
  for (const writer of writers) {
    change(writer.weights, (values) => {
      eachWeight(writer, channels, (at, output) => {
        values[at]! /= factors[output]!;
      });
    });
    if (writer.bias)
      change(writer.bias, (values) =>
        values.forEach((_, i) => {
          values[i]! /= factors[i % channels]!;
        }),
      );
  }
  for (const reader of readers) {
    change(reader.weights, (values) => {
      eachWeight(reader, channels, (at, _, input) => {
        values[at]! *= factors[input]!;
      });
    });
  }
}

/** Visits each weight with the channels, modulo their number in the group, that it writes and reads. */
function eachWeight(
  { patches }: Linear,
  channels: number,
  visit: (at: number, output: number, input: number) => void,
): void {
  const { groups, rows, columns, depth, stride, offset } = patches;
  for (let channel = 0; channel < groups * rows; channel++) {
    const start = offset(channel);
    const first = Math.floor(channel / rows) * depth;
    for (let i = 0; i < columns; i++) {
      visit(start + i * stride, channel % channels, (first + (i % depth)) % channels);
    }
  }
}
