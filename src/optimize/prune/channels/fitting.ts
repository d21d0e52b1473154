import type { Model, Operator, Subgraph } from '../../../model/graph.js';
import { totalMacs } from '../../../model/operators/index.js';
import { NotRunnableError } from '../../../runtime/errors.js';
import type { Moments } from '../../../runtime/reducers/moments.js';
import { spreadOver } from '../../calibrate/samples.js';
import type { Runner } from '../../reconstruct/activations.js';
import { type Budget, gatherMoments } from '../../reconstruct/gather.js';
import { KeptActivations } from '../../reconstruct/kept-activations.js';
import { type Layer, layersOf } from '../../reconstruct/layers.js';
import type { TransformContext } from '../../types.js';
import type { ChannelGroup } from './groups.js';
import type { Evidence } from './ranking.js';
import { maxColumns } from './repair.js';
import type { Slopes } from './slopes.js';

/** Samples that gradients are found of: as many as there is time for, between these. */
const slopeSamples = { least: 32, most: 250 };

/** Multiply-accumulates of one inference of all those samples. */
const slopeCost = 5e9;

/** Without samples weights are all there is. */
export const nothingKnown: Evidence = {
  layer: () => undefined,
  moments: () => Promise.resolve(null),
  gather: () => Promise.resolve(),
  slopes: () => Promise.resolve(null),
};

/** What samples show of a model before it is cut. */
export class Fitting implements Evidence {
  /** Why LiteRT can't run the model, once it was tried; null: it can. */
  problem: string | null = null;
  readonly #layers: Map<Operator, Layer>;
  readonly #moments = new Map<Layer, Moments>();
  readonly #pair;
  #slopes: Slopes | undefined;
  readonly #groups: readonly ChannelGroup[];
  readonly #context: Pick<TransformContext, 'progress' | 'seed'>;

  constructor(
    model: Model,
    subgraph: Subgraph,
    groups: readonly ChannelGroup[],
    readonly runner: Runner,
    readonly budget: Budget,
    context: Pick<TransformContext, 'progress' | 'seed'>,
  ) {
    this.#groups = groups;
    this.#context = context;
    const itself = new Map(subgraph.operators.map((operator) => [operator, operator]));
    const layers = layersOf(model, subgraph, subgraph, itself);
    this.#layers = new Map(layers.map((layer) => [layer.operator, layer]));
    this.#pair = { original: model, before: subgraph, model, subgraph };
  }

  layer(operator: Operator): Layer | undefined {
    return this.#layers.get(operator);
  }

  async moments(layer: Layer): Promise<Moments | null> {
    await this.gather([layer]);
    return this.#moments.get(layer) ?? null;
  }

  async gather(layers: readonly Layer[]): Promise<void> {
    const wanted = new Set(layers);
    // In execution order, so that each goes on from where the one before ended.
    const runner = { ...this.runner, kept: new KeptActivations() };
    for (const layer of this.#layers.values()) {
      if (this.problem || !wanted.has(layer) || this.#moments.has(layer)) continue;
      if (layer.patches.columns > maxColumns) continue;
      const moments = await this.#try(() => gatherMoments(runner, this.#pair, layer, false, this.budget));
      if (moments) this.#moments.set(layer, moments);
    }
  }

  async slopes(): Promise<Slopes | null> {
    if (this.problem) return null;
    this.#slopes ??= await this.#try(() => this.#findSlopes());
    return this.#slopes ?? null;
  }

  async #findSlopes(): Promise<Slopes> {
    const { model, subgraph } = this.#pair;
    const cost = totalMacs(subgraph.operators);
    const count = Math.min(slopeSamples.most, Math.max(slopeSamples.least, slopeCost / Math.max(1, cost)));
    const samples = spreadOver(this.runner.samples, Math.floor(count));
    const stage = this.#context.progress.stage('finding gradients', samples.size);
    try {
      // TensorFlow.js is loaded by those only who need gradients.
      const { slopesOf } = await import('./slopes.js');
      const readers = this.#groups.flatMap((group) => group.readers);
      const runner = { ...this.runner, samples };
      const onProgress = (done: number) => stage.update(done);
      return await slopesOf(model, subgraph, readers, runner, this.#context.seed, onProgress);
    } finally {
      stage.end();
    }
  }

  /** Remembers why a model can't be run. */
  async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotRunnableError)) throw error;
      this.problem = error.problem;
      return undefined;
    }
  }
}
