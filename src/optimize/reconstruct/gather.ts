import type { DatasetPart } from '../../data/types.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { totalMacs } from '../../model/operators/index.js';
import { finishMoments, type Moments } from '../../runtime/reducers/moments.js';
import { assertFits, spreadOver } from '../calibrate/samples.js';
import type { Effort } from '../types.js';
import { partOf, type Runner } from './activations.js';
import type { Layer } from './layers.js';

/** How much of the data a reconstruction looks at. */
export interface Budget {
  /** Samples at most. */
  samples: number;
  /** Multiply-accumulates of all samples through the model, beyond which there are less of them. */
  inference: number;
  /** Patches that a layer's moments are taken of, at most. */
  rows: number;
  /** Multiply-accumulates of one layer's moments, beyond which there are less patches. */
  moments: number;
}

export const budgets: Record<Exclude<Effort, 'fast'>, Budget> = {
  default: { samples: 500, inference: 1e10, rows: 20_000, moments: 2e9 },
  best: { samples: 2000, inference: 1e11, rows: 60_000, moments: 2e10 },
};

/** Samples that are taken however large the model. */
const minSamples = 32;

/**
 * A model before its weights were chosen anew and as it is now, with the subgraphs that the samples are for.
 * Where both are one and the same, it is run once.
 */
export interface Pair {
  original: Model;
  before: Subgraph;
  model: Model;
  subgraph: Subgraph;
}

/**
 * Runs both models up to a layer and gathers the moments of what it reads. Where the runner keeps activations,
 * layers have to be asked for in execution order, and nothing before a layer may change from then on.
 *
 * @param withCross whether the moments between the two models' inputs are wanted, too
 */
export async function gatherMoments(
  runner: Runner,
  { original, before, model, subgraph }: Pair,
  layer: Layer,
  withCross: boolean,
  budget: Budget,
): Promise<Moments> {
  const { patches } = layer;
  const { samples, kept } = runner;
  await kept?.advance(runner, original, before, layer.original);
  await kept?.advance(runner, model, subgraph, layer.operator);
  const { groups, columns, positions } = patches;
  const cost = groups * columns ** 2 * (withCross ? 1.5 : 0.5);
  const rows = Math.min(budget.rows, Math.max(4 * columns, budget.moments / cost));
  const perSample = Math.min(positions, Math.ceil(rows / samples.size));
  const changed = partOf(runner, model, subgraph, [layer.operator.inputs[patches.input]!]);
  const runs =
    before === subgraph
      ? [changed]
      : [partOf(runner, original, before, [layer.original.inputs[patches.input]!]), changed];
  const { depth, pixels } = patches;
  const plan = {
    patches: { groups, columns, depth, positions, pixels },
    withCross,
    perSample,
    samples: samples.size,
  };
  return finishMoments(await runner.pool.reduceTogether('moments', runs, plan), patches);
}

/** As many samples of a part as a model's size leaves room for, evenly over the part. */
export function affordableSamples(part: DatasetPart, subgraph: Subgraph, budget: Budget): DatasetPart {
  return spread(part, samplesFor(subgraph, budget), subgraph.inputs);
}

/** How many samples a model's size leaves room for. */
function samplesFor({ operators }: Subgraph, { samples, inference }: Budget): number {
  const cost = totalMacs(operators);
  return Math.min(samples, Math.max(minSamples, Math.floor(inference / Math.max(1, cost))));
}

/** So many samples of a part, evenly over it, each checked against what the model takes. */
function spread(part: DatasetPart, count: number, inputs: readonly Tensor[]): DatasetPart {
  const checked = {
    size: part.size,
    sample: async (index: number) => {
      const sample = await part.sample(index);
      assertFits(sample, index, inputs);
      return sample;
    },
  };
  return spreadOver(checked, count);
}
