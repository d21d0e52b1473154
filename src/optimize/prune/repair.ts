import type { Model, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import type { SessionPool } from '../../runtime/pool.js';
import type { Runner } from '../reconstruct/activations.js';
import { affordableSamples, type Budget, budgets, gatherMoments, type Pair } from '../reconstruct/gather.js';
import { heldOutError, refitBias, type Weighted } from '../reconstruct/held-out.js';
import { KeptActivations } from '../reconstruct/kept-activations.js';
import { type Layer, layersOf } from '../reconstruct/layers.js';
import { remember } from '../reconstruct/original.js';
import { storeBias } from '../reconstruct/store-bias.js';
import type { TransformContext } from '../types.js';
import { withoutSmallest } from './magnitude.js';
import { type Demand, solvePruned } from './solve-pruned.js';

/** Longer rows than this have moments that take minutes to invert. */
const longestRow = 2500;

/**
 * Prunes layers in execution order, each so that its outputs come as near as possible to the dense model's,
 * given what the pruned layers before it make of the samples: least squares, then the surgeon, then the
 * bias. Where that does no better than zeroing the smallest weights, on patches that were held out, those are zeroed.
 *
 * @param demands by the tensor of the weights
 * @returns tensors that were pruned; others share their weights or aren't run by the samples
 */
export async function repair(
  model: Model,
  demands: ReadonlyMap<Tensor, Demand>,
  context: TransformContext & { pool: SessionPool },
): Promise<{ pruned: Set<Tensor>; samples: number }> {
  const { dataset, effort, pool } = context;
  const original = remember(model);
  const [subgraph, before] = [mainSubgraph(model), mainSubgraph(original.model)];
  const layers = layersOf(model, subgraph, before, original.operators).filter(
    ({ stored, patches }) =>
      demands.has(stored) && stored.type === TensorType.FLOAT32 && patches.columns <= longestRow,
  );
  const budget = budgets[effort === 'best' ? 'best' : 'default'];
  const samples = affordableSamples(dataset!.calibration, before, budget);
  const runner = { pool, samples, kept: new KeptActivations() };
  const pair = { original: original.model, before, model, subgraph };
  const stage = context.progress.stage('pruning layers', layers.length);
  try {
    for (const [i, layer] of layers.entries()) {
      await prune(layer, demands.get(layer.stored)!, pair, runner, budget);
      stage.update(i + 1);
    }
  } finally {
    stage.end();
  }
  return { pruned: new Set(layers.map(({ stored }) => stored)), samples: samples.size };
}

async function prune(
  layer: Layer,
  demand: Demand,
  pair: Pair,
  runner: Runner,
  budget: Budget,
): Promise<void> {
  const moments = await gatherMoments(runner, pair, layer, true, budget);
  const { float, patches, stored } = layer;
  const rows = { ...patches, rows: patches.groups * patches.rows };
  const plain: Weighted = {
    weights: withoutSmallest(float.weights, rows, demand.pattern, demand.count),
    bias: float.bias.slice(),
  };
  refitBias(moments, float.weights, float.bias, plain);
  const fitted = solvePruned(moments, float, demand);
  const isBetter = fitted && heldOutError(moments, float, fitted) < heldOutError(moments, float, plain);
  const best = isBetter ? fitted : plain;
  stored.data = bytesOf(best.weights);
  storeBias(layer, best.bias, pair.subgraph);
}
