import { z } from 'zod';
import { cloneModel } from '../../model/clone.js';
import type { Model } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { elements } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { SessionPool } from '../../runtime/pool.js';
import { addNote, count, listOf, nameOf } from '../notes.js';
import { quantize } from '../quantize/quantize.js';
import { defineTransform } from '../transform.js';
import type { Effort, Note, Transform, TransformContext } from '../types.js';
import { affordableSamples, leastSamples, roundingDamage } from './damage.js';
import { explainBudget } from './explain.js';
import { exact, type Fidelity, Judge } from './judge.js';
import { keepOrder } from './keep-order.js';
import { layerCosts } from './layer-costs.js';
import { type LayerPair, layerNumbers, pairLayers } from './layer-pairs.js';
import { fidelityText, type Limit, limitOf } from './limit.js';
import { samplesOf } from './samples.js';

interface MixedOptions {
  /** Part of the samples whose top class may change, as `0.5pp`; of classifiers, whose default it is. */
  maxLoss?: string;
  /** Smallest SQNR of the logits, else of the outputs, as `30dB`, the default without classes. */
  minSqnr?: string;
  /** How inputs and outputs are handed over. */
  edges?: 'int8' | 'float';
  /** What layers that 8 bits would hurt too much are kept in. */
  keep?: 'float' | 'int16x8';
}

const MIXED_DEFAULTS = { edges: 'float', keep: 'float' } as const;

/** The options as recipes write them. */
const mixedOptionsSchema = z.strictObject({
  maxLoss: z
    .string()
    .regex(/^\d{1,2}(\.\d+)?pp$/, 'expected percentage points\nWrite them as "0.5pp"')
    .exactOptional(),
  minSqnr: z
    .string()
    .regex(/^\d{1,3}(\.\d+)?dB$/, 'expected decibels\nWrite them as "30dB"')
    .exactOptional(),
  edges: z.enum(['int8', 'float']).exactOptional(),
  keep: z.enum(['float', 'int16x8']).exactOptional(),
});

/**
 * Makes a model compute in 8 bits but for as few layers as a limit demands: by default those that let at
 * most 0.5 % of the calibration samples change their class, or, without classes, that keep 30 dB of SQNR.
 *
 * The whole model is quantized and judged first. Where it breaks the limit, each layer's damage is
 * measured, and of the sets of layers that spare the most for their operations the smallest is taken that
 * meets the limit, each tried out on the real result. `keep: int16x8` is for targets with 16-bit kernels;
 * ARM processors have none that are fast.
 *
 * @example
 * await quantizeMixed({ maxLoss: '0.5pp' })(model, context);
 */
function quantizeMixed(options: MixedOptions): Transform {
  return async (model, context) => {
    const pool = context.pool ?? new SessionPool();
    try {
      return await new Search(model, options, { ...context, pool }, pool).run();
    } finally {
      if (!context.pool) await pool.close();
    }
  };
}

export const quantizeMixedTransform = defineTransform({
  name: 'quantize-mixed',
  description: 'Makes a model compute in 8 bits but for as few layers as a limit demands.',
  options: mixedOptionsSchema,
  create: quantizeMixed,
});

/** What came of keeping some layers. */
interface Trial {
  model: Model;
  notes: Note[];
  /** null: there was nothing to quantize. */
  fidelity: Fidelity | null;
}

/** Layers to keep, and how closely the rest in 8 bits follows the source. */
interface Choice {
  layers: LayerPair[];
  fidelity: Fidelity;
}

/** Steps of `keepOrder` that are needed, and the others, in their order. */
interface Found {
  steps: number[][];
  rest: number[][];
}

/** What sets of layers are tried with: ten or so models are made, and corrections take most of the time. */
const searchEffort: Record<Effort, Effort> = { fast: 'fast', default: 'fast', best: 'default' };

/** Steps that are tried to be taken back: each try quantizes the whole model. */
const maxLeftOut = 6;

class Search {
  readonly #edges: 'int8' | 'float';
  readonly #keep: 'float' | 'int16x8';
  readonly #limit: Limit;
  readonly #model: Model;
  readonly #context: TransformContext;
  readonly #pool: SessionPool;

  constructor(model: Model, options: MixedOptions, context: TransformContext, pool: SessionPool) {
    this.#model = model;
    this.#context = context;
    this.#pool = pool;
    this.#edges = options.edges ?? MIXED_DEFAULTS.edges;
    this.#keep = options.keep ?? MIXED_DEFAULTS.keep;
    this.#limit = limitOf(model, options);
  }

  async run(): Promise<boolean> {
    if (computesInIntegers(this.#model)) {
      addNote(
        this.#context,
        'warning',
        'The model is quantized already, in part at least: nothing was changed.',
      );
      return false;
    }
    const samples = samplesOf(this.#context.dataset, mostSamples(this.#model, this.#context.effort));
    if (!samples) return this.#quantize(this.#model, [], this.#context);
    const judge = await Judge.of(this.#model, samples, this.#pool);
    const copy = cloneModel(this.#model);
    const before = copy.subgraphs.map((subgraph) => [...subgraph.tensors]);
    const whole = await this.#try(copy, [], judge, this.#context);
    if (!whole.fidelity || this.#limit.holds(whole.fidelity)) {
      if (whole.fidelity) this.#noteWhole(whole.fidelity, samples.size);
      return this.#adopt(whole);
    }
    const pairs = pairLayers(this.#model, before, copy);
    const { steps, rest, basis } = await this.#search(pairs, copy, judge);
    const { layers, trial } = await this.#finish(steps, rest, pairs, judge);
    const fidelity = trial.fidelity ?? exact;
    this.#noteKept({ layers, fidelity, basis }, whole.fidelity, samples.size);
    return this.#adopt(trial);
  }

  /** The steps that are needed, tried out with less effort than the result is made with, and those left. */
  async #search(pairs: LayerPair[], whole: Model, judge: Judge): Promise<Found & { basis: string }> {
    const many = affordableSamples(this.#model, pairs.length, explainBudget);
    const few = samplesOf(this.#context.dataset, Math.max(leastSamples, many))!;
    const damages = await roundingDamage(this.#model, whole, pairs, few, this.#pool);
    const costs = await layerCosts(this.#model, whole, pairs, this.#context);
    const steps = keepOrder(mainSubgraph(this.#model), pairs, damages, costs.values);
    const context = { ...this.#context, effort: searchEffort[this.#context.effort] };
    const holds = async (chosen: readonly number[][]): Promise<boolean> => {
      const layers = layersOf(chosen, pairs);
      const { fidelity } = await this.#try(cloneModel(this.#model), layers, judge, context);
      return this.#limit.holds(fidelity ?? exact);
    };
    let [low, high] = [1, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (await holds(steps.slice(0, middle))) high = middle;
      else low = middle + 1;
    }
    const needed = await this.#leaveOut(steps.slice(0, high), costs.values, holds);
    return { steps: needed, rest: steps.filter((step) => !needed.includes(step)), basis: costs.basis };
  }

  /** Takes single steps back, the costliest first, as far as the limit allows. */
  async #leaveOut(
    steps: number[][],
    costs: readonly number[],
    holds: (steps: number[][]) => Promise<boolean>,
  ): Promise<number[][]> {
    const cost = (step: number[]) => step.reduce((sum, i) => sum + costs[i]!, 0);
    const earlier = steps.slice(0, -1).sort((a, b) => cost(b) - cost(a));
    let needed = steps;
    for (const step of earlier.slice(0, maxLeftOut)) {
      const fewer = needed.filter((other) => other !== step);
      if (await holds(fewer)) needed = fewer;
    }
    return needed;
  }

  /** Makes the result, with more steps where it misses the limit that it met in the search. */
  async #finish(steps: number[][], rest: number[][], pairs: LayerPair[], judge: Judge) {
    for (let more = 0; ; more = 2 * more + 1) {
      const layers = layersOf([...steps, ...rest.slice(0, more)], pairs);
      const trial = await this.#try(cloneModel(this.#model), layers, judge, this.#context);
      const isLast = more >= rest.length;
      if (isLast || !trial.fidelity || this.#limit.holds(trial.fidelity)) return { layers, trial };
    }
  }

  async #try(
    model: Model,
    kept: readonly LayerPair[],
    judge: Judge,
    context: TransformContext,
  ): Promise<Trial> {
    const notes: Note[] = [];
    const changed = await this.#quantize(model, kept, { ...context, notes });
    return { model, notes, fidelity: changed ? await judge.compare(model) : null };
  }

  /** Makes a trial the result. */
  #adopt({ model, notes, fidelity }: Trial): boolean {
    for (const { level, message } of notes) addNote(this.#context, level, message);
    Object.assign(this.#model, model);
    return fidelity !== null;
  }

  async #quantize(model: Model, kept: readonly LayerPair[], context: TransformContext): Promise<boolean> {
    const numbers = layerNumbers(this.#model);
    const rules = kept.map(({ index }) => ({ index: numbers[index]!, scheme: this.#keep }));
    return quantize({ scheme: 'int8', edges: this.#edges, ...(rules.length > 0 && { rules }) })(
      model,
      context,
    );
  }

  #noteWhole(fidelity: Fidelity, samples: number): void {
    const judged = `${fidelityText(fidelity)} on ${count(samples, 'calibration sample')}`;
    addNote(this.#context, 'info', `8 bits throughout keep the limit ${this.#limit.name}: ${judged}.`);
  }

  #noteKept({ layers, fidelity, basis }: Choice & { basis: string }, whole: Fidelity, samples: number): void {
    const all = layerNumbers(this.#model).at(-1)! + 1;
    const inWhat = this.#keep === 'float' ? 'float' : '16 bits';
    const holds = this.#limit.holds(fidelity);
    const sentences = [
      `${layers.length} of ${all} layers stay in ${inWhat} to keep the limit ${this.#limit.name}: ${listOf(layers.map(({ source }) => nameOf(source)))}.`,
      `On ${count(samples, 'calibration sample')} ${fidelityText(fidelity)}; in 8 bits throughout ${fidelityText(whole)}.`,
      `Costs were weighed ${basis}.`,
      ...(holds ? [] : ['That still breaks it: 16 bits, or the edges, take the rest.']),
    ];
    addNote(this.#context, holds ? 'info' : 'warning', sentences.join(' '));
  }
}

const layersOf = (steps: readonly number[][], pairs: readonly LayerPair[]): LayerPair[] =>
  [...steps.flat()].sort((a, b) => a - b).map((i) => pairs[i]!);

/** Whether a model was quantized before: what it keeps in float may be there for a reason. */
function computesInIntegers(model: Model): boolean {
  const computed = mainSubgraph(model).operators.flatMap(({ outputs }) => outputs);
  return computed.some(({ type, quantization }) => type !== TensorType.FLOAT32 && quantization?.scale.length);
}

/** Samples that decide whether the limit holds, at most. */
const judgingSamples: Record<Effort, number> = { fast: 100, default: 500, best: 2000 };

/** Numbers of the source's outputs that are kept in memory, at most. */
const maxOutputs = 16e6;

/** As many samples as judge at most, and fewer where their outputs would fill the memory. */
function mostSamples(model: Model, effort: Effort): number {
  const outputs = mainSubgraph(model).outputs.reduce((sum, output) => sum + elements(output), 1);
  return Math.min(judgingSamples[effort], Math.max(1, maxOutputs / outputs));
}
