import { mainSubgraph } from '../../../evaluate/model-head.js';
import type { DatasetPart } from '../../../evaluate/types.js';
import { cloneModel } from '../../../model/clone.js';
import type { Model, Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { macs } from '../../../model/operators/index.js';
import { TensorType } from '../../../model/schema/index.js';
import type { SessionPool } from '../../../runtime/pool.js';
import { assertFits } from '../../calibrate/samples.js';
import { activations, type Runner } from '../../reconstruct/activations.js';
import { type Layer, layersOf } from '../../reconstruct/layers.js';
import { Moments, positionsOf } from '../../reconstruct/moments.js';
import { type OutputMeans, outputMeans } from '../../reconstruct/output-means.js';
import type { Effort, TransformContext } from '../../types.js';
import { heldOutError, type Solution, solveLayer } from './solve-layer.js';
import { gridOf, storeBias, storedSolution, storeSolution } from './store.js';

/** What a model was before it was quantized. */
export interface Original {
  model: Model;
  /** For the operators of the model, which go on living in the quantized one, what they were. */
  operators: Map<Operator, Operator>;
}

/** Remembers a model before it is quantized; buffers are shared, not copied. */
export function remember(model: Model): Original {
  const copy = cloneModel(model);
  const operators = model.subgraphs.flatMap(({ operators: list }, i) =>
    list.map((operator, k) => [operator, copy.subgraphs[i]!.operators[k]!] as const),
  );
  return { model: copy, operators: new Map(operators) };
}

/** A context with worker threads. */
export type RefineContext = TransformContext & { pool: SessionPool };

interface Budget {
  /** Samples at most. */
  samples: number;
  /** Multiply-accumulates of all samples through the model, beyond which there are less of them. */
  inference: number;
  /** Patches that a layer's moments are taken of, at most. */
  rows: number;
  /** Multiply-accumulates of one layer's moments, beyond which there are less patches. */
  moments: number;
  sweeps: number;
}

const budgets: Record<Exclude<Effort, 'fast'>, Budget> = {
  default: { samples: 500, inference: 1e10, rows: 20_000, moments: 2e9, sweeps: 3 },
  best: { samples: 2000, inference: 1e11, rows: 60_000, moments: 2e10, sweeps: 10 },
};

const biasSteps = 2;

/** A channel that is hardly ever active would take an arbitrarily large bias. */
const leastActive = 0.1;

/** Samples that are taken however large the model. */
const minSamples = 32;

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
    samples: spread(dataset.calibration, samplesFor(before, budgets[effort]), before.inputs),
  };
  try {
    const refinement = new Refinement(original.model, model, runner, budgets[effort]);
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
  readonly #before: Subgraph;
  readonly #subgraph: Subgraph;

  constructor(
    private readonly original: Model,
    private readonly model: Model,
    private readonly runner: Runner,
    private readonly budget: Budget,
  ) {
    this.#before = mainSubgraph(original);
    this.#subgraph = mainSubgraph(model);
  }

  async fit(layer: Layer): Promise<void> {
    // Where activations are rounded to 8 bits, fitting weights to that noise only makes them smaller.
    const refit = !readsInt8(layer);
    const moments = await this.#gather(layer, refit);
    const { weights, bias } = layer.float;
    const solution = solveLayer(moments, weights, bias, gridOf(layer), { refit, sweeps: this.budget.sweeps });
    const reference = layer.float;
    const plain: Solution = storedSolution(layer);
    const [error, plainError] = [solution, plain].map((each) => heldOutError(moments, reference, each));
    if (!(error! < plainError!)) return;
    storeSolution(layer, solution, this.#subgraph);
  }

  /**
   * Moves the bias until outputs are right on average behind the activation function, too (after Nagel et
   * al. 2019, arXiv:1906.04721, 4.2, with the samples' means in place of assumed ones).
   */
  async correctBias(layer: Layer, expected: OutputMeans): Promise<void> {
    const { bias } = storedSolution(layer);
    for (let step = 0; step < biasSteps; step++) {
      const output = layer.operator.outputs[0]!;
      const [seen] = await outputMeans(this.runner, this.model, this.#subgraph, [layer], () => output);
      for (let channel = 0; channel < bias.length; channel++) {
        const off = expected.mean[channel]! - seen!.mean[channel]!;
        if (Number.isFinite(off)) bias[channel]! += off / Math.max(expected.active[channel]!, leastActive);
      }
      storeBias(layer, bias, this.#subgraph);
    }
  }

  async #gather({ original, operator, patches }: Layer, withCross: boolean): Promise<Moments> {
    const { samples } = this.runner;
    const { groups, columns, positions } = patches;
    const cost = groups * columns ** 2 * (withCross ? 1.5 : 0.5);
    const rows = Math.min(this.budget.rows, Math.max(4 * columns, this.budget.moments / cost));
    const perSample = Math.min(positions, Math.ceil(rows / samples.size));
    const moments = new Moments(patches, withCross, perSample * samples.size);
    const x = activations(this.runner, this.original, this.#before, [original.inputs[patches.input]!]);
    const xq = activations(this.runner, this.model, this.#subgraph, [operator.inputs[patches.input]!]);
    for (let i = 0; i < samples.size; i++) {
      const [[float], [quantized]] = [(await x.next()).value!, (await xq.next()).value!];
      moments.add(float!, quantized!, positionsOf(patches, perSample, i));
    }
    return moments.finish();
  }
}

/** Whether activations are rounded to 8 bits before a layer reads them. */
function readsInt8({ operator, patches }: Layer): boolean {
  return operator.inputs[patches.input]!.type === TensorType.INT8;
}

/** How many samples a model's size leaves room for. */
function samplesFor({ operators }: Subgraph, { samples, inference }: Budget): number {
  const cost = operators.reduce((sum, operator) => sum + macs(operator), 0);
  return Math.min(samples, Math.max(minSamples, Math.floor(inference / Math.max(1, cost))));
}

/** So many samples of a part, evenly over it. */
function spread(part: DatasetPart, count: number, inputs: readonly Tensor[]): DatasetPart {
  const size = Math.min(part.size, count);
  return {
    size,
    sample: async (i) => {
      const index = Math.floor((i * part.size) / size);
      const sample = await part.sample(index);
      assertFits(sample, index, inputs);
      return sample;
    },
  };
}
