import { permutation, randomNumbers, streamSeed } from '../../evaluate/random-numbers.js';
import type { Progress } from '../../progress.js';
import type { Crew } from './crew.js';
import type { Examples } from './examples.js';
import { Adam, type OptimizerState, type Parameter } from './optimizer.js';
import { learningRateAt, pruneTo, type SparsitySchedule, sparsityAt } from './schedule.js';

export interface TrainOptions {
  epochs: number;
  /** Examples a step. */
  batch: number;
  /** Largest step, as part of each tensor's root mean square. */
  learningRate: number;
  /** After so many epochs in a row without a smaller held-out loss it stops. */
  patience: number;
  /** Minutes after which it stops. */
  minutes: number;
  /** null: weights that are zero stay so, and no others join them. */
  sparsity: SparsitySchedule | null;
  seed: number;
}

/** A tensor of weights, as the trainer sees it. */
export interface TrainedTensor extends Parameter {
  /** Whether what is zero in it stays so. */
  holdsZeros: boolean;
  /** Whether a sparsity schedule prunes it. */
  prunable: boolean;
}

/** Where training is, after an epoch. */
export interface TrainState {
  epoch: number;
  /** Epochs that the learning rate is spread over: as many as wanted, or as the budget leaves room for. */
  planned: number;
  weights: Float32Array;
  optimizer: OptimizerState;
  /** The weights of the smallest held-out loss since training began to slow down; epoch 0: none so far. */
  best: { weights: Float32Array; loss: number; epoch: number };
}

export interface TrainResult {
  /** Those of the smallest held-out loss; those from before where training made nothing better. */
  weights: Float32Array;
  /** Mean loss of all samples, before and with these weights. */
  before: number;
  after: number;
  epochs: number;
  /** Epochs that the budget left room for. */
  planned: number;
  bestEpoch: number;
  stopped: 'done' | 'patience' | 'budget' | 'diverged';
}

export interface TrainContext {
  crew: Pick<Crew, 'learn' | 'judge'>;
  examples: Examples;
  /** Numbers of the samples that judge and aren't learned from; none: the ones learned from judge. */
  heldOut: readonly number[];
  tensors: readonly TrainedTensor[];
  /** The lesson's weights, in shared memory: changed by each step. */
  weights: Float32Array;
  progress: Progress;
  /** Where an earlier run got to. */
  resume: TrainState | null;
  /** Is told the state after each epoch; the arrays go on changing. */
  checkpoint: (state: TrainState) => Promise<void>;
}

/**
 * Trains until the epochs, the patience or the budget are over, and keeps the weights that judged best of those
 * from the second half on, where steps get smaller. Where the first epoch shows that the budget is too small
 * for all of them, there are fewer.
 *
 * What was there before isn't judged by the samples held out, since the steps before this one may have fitted
 * it to them; it is kept where training made the loss of all samples larger.
 */
export async function train(context: TrainContext, options: TrainOptions): Promise<TrainResult> {
  const stage = context.progress.stage('fine-tuning', options.epochs);
  const { crew, weights } = context;
  const origin = weights.slice();
  const start = performance.now();
  const budget = options.minutes * 60_000;
  try {
    const before = await crew.judge(allOf(context));
    const state = context.resume ?? firstState(origin, options);
    const trainer = new Trainer(context, options, state);
    const isStuck = () => state.best.epoch > 0 && state.epoch - state.best.epoch >= options.patience;
    let stopped: TrainResult['stopped'] = isStuck() ? 'patience' : 'done';
    while (stopped === 'done' && state.epoch < state.planned) {
      const began = performance.now();
      stopped = await trainer.epoch(start + budget);
      if (state.epoch === 1) state.planned = affordable(state.planned, budget / (performance.now() - began));
      stage.update(Math.round((state.epoch * options.epochs) / state.planned));
      if (stopped === 'done' && isStuck()) stopped = 'patience';
    }
    weights.set(state.best.weights);
    const after = await crew.judge(allOf(context));
    const common = { before, epochs: state.epoch, planned: state.planned, stopped };
    // Weights that are pruned on the way are no better by their loss.
    const isBetter = state.best.epoch > 0 && (after < before || options.sparsity !== null);
    if (!isBetter) return { ...common, weights: origin, after: before, bestEpoch: 0 };
    return { ...common, weights: state.best.weights, after, bestEpoch: state.best.epoch };
  } finally {
    stage.end();
  }
}

/** Epochs that there is time for, if there is time for so many of the first one's length. */
function affordable(wanted: number, possible: number): number {
  return Math.min(wanted, Math.max(1, Math.floor(possible)));
}

function firstState(weights: Float32Array, { epochs }: TrainOptions): TrainState {
  const zeros = () => new Float32Array(weights.length);
  return {
    ...{ epoch: 0, planned: epochs, weights },
    optimizer: { mean: zeros(), square: zeros(), steps: 0 },
    best: { weights, loss: Number.MAX_VALUE, epoch: 0 },
  };
}

function allOf({ examples }: TrainContext): number[] {
  return Array.from({ length: examples.samples }, (_, i) => i);
}

function judges(context: TrainContext): readonly number[] {
  return context.heldOut.length > 0 ? context.heldOut : allOf(context);
}

class Trainer {
  readonly #adam: Adam;
  readonly #held: Uint8Array;
  readonly #learned: number[];

  constructor(
    private readonly context: TrainContext,
    private readonly options: TrainOptions,
    readonly state: TrainState,
  ) {
    const { tensors, weights, examples, heldOut } = context;
    const apart = new Set(heldOut);
    this.#learned = Array.from({ length: examples.samples }, (_, i) => i).filter((i) => !apart.has(i));
    this.#held = new Uint8Array(weights.length);
    this.#adam = new Adam(tensors, weights, this.#held, state.optimizer);
    weights.set(state.weights);
    for (const { start, end, holdsZeros } of tensors) {
      for (let i = start; i < end; i++) if (holdsZeros && weights[i] === 0) this.#held[i] = 1;
    }
  }

  /** Goes through the samples once, or until the deadline. */
  async epoch(deadline: number): Promise<'done' | 'budget' | 'diverged'> {
    const { context, state } = this;
    const gradient = new Float32Array(context.weights.length);
    let cut = false;
    for (const batch of this.#batches()) {
      this.#prune();
      const loss = await context.crew.learn(batch, gradient);
      if (!Number.isFinite(loss)) return 'diverged';
      const steps = state.planned * this.#stepsAnEpoch();
      const rate = this.options.learningRate * learningRateAt(state.optimizer.steps, steps);
      this.#adam.step(context.weights, gradient, rate);
      cut = performance.now() > deadline;
      if (cut) break;
    }
    this.#prune();
    state.epoch++;
    const loss = await context.crew.judge(judges(context));
    if (!Number.isFinite(loss)) return 'diverged';
    const counts = cut || (2 * state.epoch >= state.planned && !this.#isStillPruning());
    if (counts && loss < state.best.loss) {
      state.best = { weights: context.weights.slice(), loss, epoch: state.epoch };
    }
    if (cut && state.epoch < state.planned) return 'budget';
    // Not of a part of an epoch: it would go on with the next one.
    if (!cut) await context.checkpoint({ ...state, weights: context.weights });
    return 'done';
  }

  /** Each epoch takes another variant of each sample, in another order. */
  *#batches(): Generator<number[]> {
    const { examples } = this.context;
    const { seed } = this.options;
    const order = permutation(this.#learned.length, randomNumbers(streamSeed(seed, this.state.epoch)));
    const variant = this.state.epoch % examples.variants;
    const indices = Array.from(order, (i) => variant * examples.samples + this.#learned[i]!);
    const steps = this.#stepsAnEpoch();
    const at = (k: number) => Math.round((k * indices.length) / steps);
    for (let step = 0; step < steps; step++) yield indices.slice(at(step), at(step + 1));
  }

  #stepsAnEpoch(): number {
    return Math.max(1, Math.round(this.#learned.length / this.options.batch));
  }

  #prune(): void {
    const { sparsity } = this.options;
    const target = sparsity && sparsityAt(sparsity, this.state.optimizer.steps);
    if (target === null) return;
    for (const { start, end, prunable } of this.context.tensors) {
      if (prunable) {
        pruneTo(this.context.weights.subarray(start, end), this.#held.subarray(start, end), target);
      }
    }
  }

  /** Weights from before the last pruning aren't sparse enough to be the best. */
  #isStillPruning(): boolean {
    const { sparsity } = this.options;
    if (!sparsity) return false;
    const last =
      sparsity.schedule === 'polynomial' ? Math.max(sparsity.end, sparsity.begin + 1) : sparsity.begin;
    const before = this.state.optimizer.steps - this.#stepsAnEpoch();
    return before <= last;
  }
}
