import type { Model, Subgraph } from '../../../model/graph.js';
import { mainSubgraph } from '../../../model/interface.js';
import { TensorType } from '../../../model/schema/index.js';
import type { SessionPool } from '../../../runtime/pool.js';
import type { Runner } from '../../reconstruct/activations.js';
import { affordableSamples, type Budget, budgets, gatherMoments } from '../../reconstruct/gather.js';
import { heldOutError } from '../../reconstruct/held-out.js';
import { KeptActivations } from '../../reconstruct/kept-activations.js';
import { type Layer, layersOf } from '../../reconstruct/layers.js';
import type { Original } from '../../reconstruct/original.js';
import { type OutputMeans, outputMeans } from '../../reconstruct/output-means.js';
import { storeBias } from '../../reconstruct/store-bias.js';
import type { TransformContext } from '../../types.js';
import { type Solution, solveLayer } from './solve-layer.js';
import { gridOf, storedSolution, storeSolution } from './store.js';

/** A context with worker threads. */
export type RefineContext = TransformContext & { pool: SessionPool };

/** Rounds of coordinate descent at most. */
const sweeps = { default: 3, best: 10 } as const;

const biasSteps = 2;

/** A channel that is hardly ever active would take an arbitrarily large bias. */
const leastActive = 0.1;

/**
 * Chooses the weights and biases of a quantized model anew, layer by layer in execution order, so that each
 * layer's outputs come as near as possible to the float model's, given what the layers before it make of
 * the calibration samples. A layer that this doesn't help stays as it is.
 */
export async function refine(original: Original, model: Model, context: RefineContext): Promise<void> {
  const { dataset, effort, pool } = context;
  if (!dataset || effort === 'fast') return;
  const [subgraph, before] = [mainSubgraph(model), mainSubgraph(original.model)];
  const layers = layersOf(model, subgraph, before, original.operators);
  if (layers.length === 0) return;
  const stage = context.progress.stage('fitting layers', layers.length);
  const runner = {
    pool,
    samples: affordableSamples(dataset.calibration, before, budgets[effort]),
    kept: new KeptActivations(),
  };
  try {
    const refinement = new Refinement(original.model, model, runner, budgets[effort], sweeps[effort]);
    const expected = await outputMeans(
      runner,
      original.model,
      before,
      layers,
      (layer) => layer.original.outputs[0]!,
    );
    for (const [i, layer] of layers.entries()) {
      await refinement.fit(layer);
      if (readsInt8(layer)) await refinement.correctBias(layer, expected[i]!);
      stage.update(i + 1);
    }
  } finally {
    stage.end();
  }
}

class Refinement {
  readonly before: Subgraph;
  readonly subgraph: Subgraph;
  readonly #runner: Runner;
  readonly #budget: Budget;
  readonly #sweeps: number;

  constructor(
    readonly original: Model,
    readonly model: Model,
    runner: Runner,
    budget: Budget,
    sweeps: number,
  ) {
    this.#runner = runner;
    this.#budget = budget;
    this.#sweeps = sweeps;
    this.before = mainSubgraph(original);
    this.subgraph = mainSubgraph(model);
  }

  async fit(layer: Layer): Promise<void> {
    const moments = await gatherMoments(this.#runner, this, layer, true, this.#budget);
    const { weights, bias } = layer.float;
    const solution = solveLayer(moments, weights, bias, gridOf(layer), this.#sweeps);
    const reference = layer.float;
    const plain: Solution = storedSolution(layer);
    const [error, plainError] = [solution, plain].map((each) => heldOutError(moments, reference, each));
    if (!(error! < plainError!)) return;
    storeSolution(layer, solution, this.subgraph);
  }

  /**
   * Moves the bias until outputs are right on average behind the activation function, too (after Nagel et
   * al. 2019, arXiv:1906.04721, 4.2, with the samples' means in place of assumed ones). A step after which
   * the means of held-out samples are further off is taken back.
   */
  async correctBias(layer: Layer, expected: OutputMeans): Promise<void> {
    let { bias } = storedSolution(layer);
    let seen = await this.#outputsOf(layer);
    for (let step = 0; step < biasSteps; step++) {
      const moved = bias.map((value, channel) => {
        const off = expected.mean[channel]! - seen.mean[channel]!;
        return Number.isFinite(off) ? value + off / Math.max(expected.active[channel]!, leastActive) : value;
      });
      storeBias(layer, moved, this.subgraph);
      const after = await this.#outputsOf(layer);
      if (!(distance(after.heldOut, expected.heldOut) <= distance(seen.heldOut, expected.heldOut))) {
        storeBias(layer, bias, this.subgraph);
        return;
      }
      [bias, seen] = [moved, after];
    }
  }

  async #outputsOf(layer: Layer): Promise<OutputMeans> {
    const output = layer.operator.outputs[0]!;
    const [means] = await outputMeans(this.#runner, this.model, this.subgraph, [layer], () => output);
    return means!;
  }
}

/** Sum of squared differences. */
function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) * (value - b[i]!), 0);
}

/** Whether activations are rounded to 8 bits before a layer reads them. */
function readsInt8({ operator, patches }: Layer): boolean {
  return operator.inputs[patches.input]!.type === TensorType.INT8;
}
