import type { Progress } from '../../base/progress.js';
import { permutation, randomNumbers, streamSeed } from '../../base/random-numbers.js';
import type { DataParallel } from './data-parallel.js';
import type { Examples } from './examples.js';
import { Adam, type OptimizerState } from './optimizer.js';
import { learningRateAt, pruneTo, type SparsitySchedule, sparsityAt, warmUpSteps } from './schedule.js';
import type { TrainedTensor } from './weights.js';

export interface TrainOptions {
  epochs: number;
  /** Examples a step. */
  batch: number;
  /** Largest step, as part of each tensor's root mean square. */
  learningRate: number;
  /** Minutes after which it stops. */
  minutes: number;
  /** null: weights that are zero stay so, and no others join them. */
  sparsity: SparsitySchedule | null;
  seed: number;
}

/** Where training is, after an epoch. */
export interface TrainState {
  epoch: number;
  /** Epochs that the learning rate is spread over: as many as wanted, or as the budget leaves room for. */
  planned: number;
  weights: Float32Array;
  optimizer: OptimizerState;
}

export interface TrainResult {
  /** Those of the last epoch; those from before where training made nothing better. */
  weights: Float32Array;
  isBetter: boolean;
  /** Whether a sparsity schedule, if there is one, got to its end. */
  hasPruned: boolean;
  /** Mean loss of what judges, before and with these weights. */
  before: number;
  after: number;
  epochs: number;
  /** Epochs that the budget left room for. */
  planned: number;
  stopped: 'done' | 'budget' | 'diverged';
}

export interface TrainContext {
  trainers: Pick<DataParallel, 'learn' | 'judge'>;
  examples: Examples;
  /** Numbers of the samples that judge and aren't learned from; none: the ones learned from judge. */
  heldOut: readonly number[];
  tensors: readonly TrainedTensor[];
  /** The lesson's weights, in shared memory: changed by each step. */
  weights: Float32Array;
  progress: Progress;
  /** Where an earlier run got to. */
  resume: TrainState | null;
  /** Is told the state after each epoch; what the optimizer remembers goes on changing. */
  checkpoint: (state: TrainState) => Promise<void>;
}

/**
 * Trains until the epochs or the budget are over. Where the first epochs show that the budget is too small for
 * all of them, there are fewer, so that the steps still become small: the last weights are the best ones then,
 * and better than those that the few samples held out would choose.
 *
 * What was there before is kept where variants of the samples held out say that training made it worse: the
 * samples themselves may be known to the steps before this one.
 */
export async function train(context: TrainContext, options: TrainOptions): Promise<TrainResult> {
  const stage = context.progress.stage('fine-tuning', options.epochs);
  const { trainers, weights } = context;
  const origin = weights.slice();
  const start = performance.now();
  const budget = options.minutes * 60_000;
  try {
    const before = await trainers.judge(judges(context));
    const state = context.resume ?? firstState(origin, options);
    const trainer = new Trainer(context, options, state);
    let stopped: TrainResult['stopped'] = 'done';
    while (stopped === 'done' && state.epoch < state.planned) {
      const began = performance.now();
      stopped = await trainer.epoch(start + budget);
      const now = performance.now();
      if (state.epoch === trainer.warmUpEpochs) {
        state.planned = affordable(state, (start + budget - now) / (now - began));
      }
      stage.update(Math.round((state.epoch * options.epochs) / state.planned));
    }
    weights.set(state.weights);
    const after = await trainers.judge(judges(context));
    const { hasPruned } = trainer;
    // Weights that are pruned on the way are no better by their loss.
    const isBetter = options.sparsity ? hasPruned && Number.isFinite(after) : after < before;
    const common = { before, isBetter, hasPruned, epochs: state.epoch, planned: state.planned, stopped };
    if (isBetter) return { ...common, weights: state.weights, after };
    return { ...common, weights: origin, after: before };
  } finally {
    stage.end();
  }
}

/** Steps in which so many samples are learned from once: batches as near to the wanted size as can be. */
export function stepsAnEpoch(samples: number, batch: number): number {
  return Math.max(1, Math.round(samples / batch));
}

/** Epochs that there is time for, if there is time for so many more of the last one's length. */
function affordable({ planned, epoch }: TrainState, more: number): number {
  return Math.min(planned, epoch + Math.max(0, Math.floor(more)));
}

function firstState(weights: Float32Array, { epochs }: TrainOptions): TrainState {
  const zeros = () => new Float32Array(weights.length);
  const optimizer = { mean: zeros(), square: zeros(), steps: 0 };
  return { epoch: 0, planned: epochs, weights, optimizer };
}

/** Variants of each sample that judge, at most. */
const judgingVariants = 10;

/** Numbers of the examples that judge: variants, where there are some. */
function judges({ examples: { samples, variants }, heldOut }: TrainContext): number[] {
  const numbers = heldOut.length > 0 ? heldOut : Array.from({ length: samples }, (_, i) => i);
  if (variants === 1) return [...numbers];
  const count = Math.min(judgingVariants, variants - 1);
  return Array.from({ length: count }, (_, k) => numbers.map((i) => (k + 1) * samples + i)).flat();
}

class Trainer {
  readonly #adam: Adam;
  readonly #held: Uint8Array;
  readonly #learned: number[];
  readonly #context: TrainContext;
  readonly #options: TrainOptions;

  constructor(
    context: TrainContext,
    options: TrainOptions,
    readonly state: TrainState,
  ) {
    this.#context = context;
    this.#options = options;
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
    const { state } = this;
    const context = this.#context;
    const gradient = new Float32Array(context.weights.length);
    let cut = false;
    for (const batch of this.#batches()) {
      this.#prune();
      const loss = await context.trainers.learn(batch, gradient);
      if (!Number.isFinite(loss)) return 'diverged';
      const steps = state.planned * this.#stepsAnEpoch();
      const rate = this.#options.learningRate * learningRateAt(state.optimizer.steps, steps);
      this.#adam.step(context.weights, gradient, rate);
      cut = performance.now() > deadline;
      if (cut) break;
    }
    this.#prune();
    state.epoch++;
    state.weights = context.weights.slice();
    if (cut && state.epoch < state.planned) return 'budget';
    // Not of a part of an epoch: it would go on with the next one.
    if (!cut) await context.checkpoint(state);
    return 'done';
  }

  /** Each epoch takes another variant of each sample, in another order. */
  *#batches(): Generator<number[]> {
    const { examples } = this.#context;
    const { seed } = this.#options;
    const order = permutation(this.#learned.length, randomNumbers(streamSeed(seed, this.state.epoch)));
    const variant = this.state.epoch % examples.variants;
    const indices = Array.from(order, (i) => variant * examples.samples + this.#learned[i]!);
    const steps = this.#stepsAnEpoch();
    const at = (k: number) => Math.round((k * indices.length) / steps);
    for (let step = 0; step < steps; step++) yield indices.slice(at(step), at(step + 1));
  }

  #stepsAnEpoch(): number {
    return stepsAnEpoch(this.#learned.length, this.#options.batch);
  }

  #prune(): void {
    const { sparsity } = this.#options;
    const target = sparsity && sparsityAt(sparsity, this.state.optimizer.steps);
    if (target === null) return;
    for (const { start, end, prunable } of this.#context.tensors) {
      if (prunable) {
        pruneTo(this.#context.weights.subarray(start, end), this.#held.subarray(start, end), target);
      }
    }
  }

  /** Epochs in which the learning rate rises, and a program started a moment ago gets up to speed. */
  get warmUpEpochs(): number {
    return Math.ceil(warmUpSteps / this.#stepsAnEpoch());
  }

  /** Whether a sparsity schedule has got to its end, by the last epoch that is over. */
  get hasPruned(): boolean {
    const { sparsity } = this.#options;
    if (!sparsity) return true;
    const last = sparsity.schedule === 'polynomial' ? sparsity.end : sparsity.begin;
    const { epoch, optimizer } = this.state;
    return Math.min(optimizer.steps, epoch * this.#stepsAnEpoch()) >= last;
  }
}
