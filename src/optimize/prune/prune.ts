import { z } from 'zod';
import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Tensor } from '../../model/graph.js';
import { isReal } from '../../model/precision.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { SessionPool } from '../../runtime/pool.js';
import { addNote, count, listOf, nameOf } from '../notes.js';
import { nameOfRule, operatorsNamed, ruleSchemaWith, type Target } from '../quantize/rules.js';
import { defineTransform, type OptionProblem } from '../transform.js';
import type { Transform, TransformContext } from '../types.js';
import { countZeros } from '../zeros.js';
import { type Allocation, lamp, uniform } from './allocate.js';
import { sizesOf, withoutSmallest } from './magnitude.js';
import { divides, likePatterns, ownSparsity, type Pattern, patternOf, unstructured } from './pattern.js';
import { type Prunable, prunableOf, prunableOperators, valuesOf } from './prunable.js';
import { repair } from './repair.js';
import { noteResult } from './result-notes.js';
import { findSparsity } from './search.js';
import type { Demand } from './solve-pruned.js';

const allocations: Record<'lamp' | 'uniform', Allocation> = { lamp, uniform };

export interface PruneOptions {
  /**
   * Part of the weights that becomes zero, between 0 and 1; with `maxLoss` or `minSqnr` the most of it that
   * is tried. Patterns as 2:4 say it themselves.
   */
  sparsity?: number;
  /** How the zeros are spread over the layers: `lamp` spares those that need their weights, `uniform` none. */
  allocation?: keyof typeof allocations;
  /** `unstructured`; `2:4`, 2 of 4 neighbours along the input stay; `1x4`, 4 become zero at once; `4x1`, 4 outputs' do. */
  pattern?: string;
  /** Other sparsities for some operators; 0 leaves them alone. */
  rules?: readonly PruneRule[];
  /** Operators whose weights are pruned. */
  operators?: readonly (typeof prunableOperators)[number][];
  /** Prune as much as lets so many samples at most change their top class, as `1pp`. */
  maxLoss?: string;
  /** Prune as much as keeps so much SQNR of the logits, else of the outputs, as `20dB`. */
  minSqnr?: string;
}

/** Another sparsity for some operators. */
interface PruneRule extends Target {
  sparsity: number;
}

export const PRUNE_DEFAULTS = {
  allocation: 'lamp',
  pattern: unstructured.name,
  // Depthwise convolutions have few weights, and each of them matters.
  operators: ['CONV_2D', 'FULLY_CONNECTED'],
} as const satisfies Partial<PruneOptions>;

/** What is wrong with a number that isn't the part that it should be. */
const noPart = {
  error: ({ input }: { input?: unknown }) => {
    const percent = Number(input) >= 2 && Number(input) < 100 ? Number(input) : 50;
    return `"sparsity" is ${input}, not a part between 0 and 1\nWrite ${percent / 100} for ${percent} %`;
  },
};

const noPattern = {
  error: ({ input }: { input?: unknown }) =>
    `there is no pattern "${input}"\nWrite unstructured, 2:4 (2 of 4 stay), 1x4 or 4x1`,
};

const isPattern = (name: string): boolean => patternOf(name) !== null;

/** The options as recipes write them. */
const pruneOptionsSchema = z.strictObject({
  sparsity: z.number().gt(0, noPart).lt(1, noPart).exactOptional(),
  allocation: z.enum(['lamp', 'uniform']).exactOptional(),
  pattern: z.string().refine(isPattern, noPattern).exactOptional(),
  rules: z.array(ruleSchemaWith({ sparsity: z.number().gte(0, noPart).lt(1, noPart) })).exactOptional(),
  operators: z.array(z.enum(prunableOperators)).min(1).exactOptional(),
  maxLoss: z
    .string()
    .regex(/^\d{1,2}(\.\d+)?pp$/, '"maxLoss" is a number of percentage points\nWrite it as "1pp"')
    .exactOptional(),
  minSqnr: z
    .string()
    .regex(/^\d{1,3}(\.\d+)?dB$/, '"minSqnr" is a number of decibels\nWrite it as "20dB"')
    .exactOptional(),
});

/** What options that are right one by one say wrong together, the worst of it. */
function contradictionsIn(options: PruneOptions): OptionProblem[] {
  const { sparsity, pattern = PRUNE_DEFAULTS.pattern } = options;
  const searches = options.maxLoss !== undefined || options.minSqnr !== undefined;
  const own = ownSparsity(patternOf(pattern) ?? unstructured);
  if (own === null && sparsity === undefined && !searches) {
    const message = 'how much is to be pruned?\nSay "sparsity: 0.5" or "maxLoss: 1pp"';
    return [{ option: 'sparsity', message }];
  }
  if (own !== null && sparsity !== undefined && sparsity !== own) {
    const message = `"pattern: ${pattern}" makes ${own} of the weights zero\nLeave it out`;
    return [{ option: 'sparsity', message }];
  }
  if (own !== null && options.rules?.some((rule) => rule.sparsity > 0)) {
    const message = `"pattern: ${pattern}" has a sparsity of its own\nRules can say "sparsity: 0" only`;
    return [{ option: 'rules', message }];
  }
  if (own !== null && searches) {
    const message = `"pattern: ${pattern}" leaves nothing to search\nLeave it out, or take another pattern`;
    return [{ option: options.maxLoss === undefined ? 'minSqnr' : 'maxLoss', message }];
  }
  return [];
}

/**
 * Sets the weights to zero that are missed least. Compressed, the model shrinks; the file keeps its size and
 * the model its latency unless `encode-sparse` follows.
 *
 * With samples the remaining weights and biases make up for those that went (`repair.ts`); labels aren't needed.
 * `effort: fast`, noise in place of samples, none, or a model that LiteRT can't run: the smallest weights go.
 * Zeros that a layer has already count.
 *
 * @example
 * await prune({ sparsity: 0.5 })(model, context);
 */
export function prune(options: PruneOptions): Transform {
  return async (model, context) => {
    if (options.maxLoss === undefined && options.minSqnr === undefined) {
      return pruneTo(options.sparsity ?? 0, model, options, context);
    }
    const { sparsity: most, maxLoss, minSqnr } = options;
    const limit = { ...(maxLoss && { maxLoss }), ...(minSqnr && { minSqnr }) };
    const attempt = (sparsity: number): Transform => {
      return (copy, quiet) => pruneTo(sparsity, copy, options, quiet);
    };
    const zeros = () => zerosOf(layersToPrune(model, options, null).layers);
    const step = JSON.stringify(pruneOptionsSchema.parse(options));
    const search = { ...limit, ...(most && { most }), step, zeros };
    return findSparsity(attempt, model, search, context);
  };
}

export const pruneTransform = defineTransform({
  name: 'prune',
  description: 'Sets the weights to zero that are missed least.',
  options: pruneOptionsSchema,
  problems: contradictionsIn,
  create: prune,
  changesFunction: true,
});

/** The part of some layers' weights that is zero. */
function zerosOf(layers: readonly Prunable[]): number {
  let [zeros, all] = [0, 0];
  for (const layer of layers) {
    const values = valuesOf(layer);
    all += values.length;
    zeros += countZeros(values);
  }
  return zeros / Math.max(1, all);
}

async function pruneTo(
  sparsity: number,
  model: Model,
  options: PruneOptions,
  context: TransformContext,
): Promise<boolean> {
  const { layers, others, pattern } = layersToPrune(model, options, context);
  const before = layers.map((layer) => ({ ...layer, tensor: { ...layer.tensor } }));
  const ruled = sparsitiesByRule(model, options.rules ?? [], context);
  const allocate = allocations[options.allocation ?? PRUNE_DEFAULTS.allocation];
  const demands = demandsOf(layers, others, pattern, sparsity, ruled, allocate);
  if (demands.size === 0) {
    addNote(context, 'info', 'There is nothing to prune: nothing was changed.');
    return false;
  }
  const repaired = await repairIfPossible(model, demands, context);
  for (const layer of layers) {
    const { tensor } = layer;
    const demand = demands.get(tensor);
    if (demand && !repaired.pruned.has(tensor)) {
      const { pattern, count: units } = demand;
      replaceData(model, tensor, bytesOf(withoutSmallest(valuesOf(layer), layer, pattern, units)));
    }
  }
  const { pruned, ...told } = repaired;
  noteResult(before, layers, { pattern, repaired: pruned, ...told }, context);
  return true;
}

/**
 * Layers that the options name; the others of them can't be pruned, being quantized, but may have been. `context`
 * is told of those, and of layers that the pattern doesn't divide.
 */
function layersToPrune(
  model: Model,
  { operators = PRUNE_DEFAULTS.operators, pattern: name = PRUNE_DEFAULTS.pattern }: PruneOptions,
  context: TransformContext | null,
): { layers: Prunable[]; others: Prunable[]; pattern: Pattern } {
  const pattern = patternOf(name) ?? unstructured;
  const all = prunableOf(model, operators);
  const float = all.filter(({ tensor }) => tensor.type === TensorType.FLOAT32);
  const layers = float.filter(({ rows, columns }) => divides(pattern, rows, columns));
  if (context && float.length < all.length) {
    const others = count(all.length - float.length, 'layer');
    const message = `${others} can't be pruned, being quantized already: prune the float model, then quantize it.`;
    addNote(context, 'warning', message);
  }
  if (context && layers.length < float.length) {
    const others = float.filter((layer) => !layers.includes(layer)).map(describe);
    const fits = likePatterns(pattern).filter((each) =>
      float.every(({ rows, columns }) => divides(each, rows, columns)),
    );
    const way = fits[0] ? ` The pattern ${fits[0].name} divides all layers.` : '';
    const problem = `The pattern ${name} doesn't divide the weights of ${listOf(others)}: they stay dense.`;
    addNote(context, 'warning', problem + way);
  }
  const quantized = all.filter(({ tensor }) => tensor.type !== TensorType.FLOAT32 && hasRealValues(tensor));
  return {
    layers,
    others: quantized.filter(({ rows, columns }) => divides(pattern, rows, columns)),
    pattern,
  };
}

const hasRealValues = (tensor: Tensor): boolean =>
  isReal(tensor) && tensor.quantization?.details?.kind !== 'custom';

const describe = ({ operator, rows, columns }: Prunable): string =>
  `${nameOf(operator)} (${rows} outputs of ${columns})`;

/** The sparsities that rules say, by operator; the last rule that names one decides. */
function sparsitiesByRule(
  model: Model,
  rules: readonly PruneRule[],
  context: TransformContext,
): Map<Operator, number> {
  const ruled = new Map<Operator, number>();
  for (const rule of rules) {
    const named = operatorsNamed(model, rule);
    for (const operator of named) ruled.set(operator, rule.sparsity);
    if (named.length === 0) {
      addNote(context, 'warning', `The rule "${nameOfRule(rule)}" names no operator of the model.`);
    }
  }
  return ruled;
}

/**
 * What each layer loses; layers that have these zeros already are left out. The sparsity is that of all layers: where
 * others have more zeros, these need fewer.
 */
function demandsOf(
  layers: readonly Prunable[],
  others: readonly Prunable[],
  pattern: Pattern,
  sparsity: number,
  ruled: ReadonlyMap<Operator, number>,
  allocate: Allocation,
): Map<Tensor, Demand> {
  const demands = new Map<Tensor, Demand>();
  const sizes = layers.map((layer) => sizesOf(valuesOf(layer), layer, pattern));
  const fixed = others.filter(({ operator }) => !ruled.has(operator));
  const free = sizes.filter((_, i) => !ruled.has(layers[i]!.operator));
  const all = [...free, ...fixed.map((layer) => sizesOf(realValues(layer.tensor), layer, pattern))];
  const shares = pattern.group ? [] : allocate(all, sparsity);
  for (const [i, layer] of layers.entries()) {
    const own = ruled.get(layer.operator);
    const share = own === undefined ? shares[free.indexOf(sizes[i]!)] : Math.round(own * sizes[i]!.length);
    const zeros = sizes[i]!.reduce((sum, size) => sum + (size === 0 ? 1 : 0), 0);
    const hasOwnCount = pattern.group === null || own !== undefined;
    const isDone = hasOwnCount ? zeros >= share! : fulfils(valuesOf(layer), layer, pattern);
    if (!isDone) demands.set(layer.tensor, { pattern, count: share ?? 0 });
  }
  return demands;
}

/** Whether weights have the zeros of an N:M pattern: zeroing the smallest changes nothing. */
function fulfils(values: Float32Array, layer: Prunable, pattern: Pattern): boolean {
  return withoutSmallest(values, layer, pattern, 0).every((value, i) => value === values[i]);
}

/** Prunes by samples where there are any; returns what was pruned. */
async function repairIfPossible(
  model: Model,
  demands: ReadonlyMap<Tensor, Demand>,
  context: TransformContext,
): Promise<{ pruned: Set<Tensor>; samples: number; wayOut?: string }> {
  const { dataset, effort } = context;
  const none = { pruned: new Set<Tensor>(), samples: 0 };
  const samples = dataset?.synthetic ? 0 : (dataset?.calibration.size ?? 0);
  if (samples === 0) return { ...none, wayOut: 'a data set' };
  if (effort === 'fast') return { ...none, wayOut: '"effort: default"' };
  if (samples < fewestSamples) {
    const message = `${count(samples, 'calibration sample')} can't tell which weights are missed: give ${fewestSamples} or more, 100 at best.`;
    addNote(context, 'warning', message);
    return none;
  }
  const pool = context.pool ?? new SessionPool();
  try {
    return await repair(model, demands, { ...context, pool });
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    addNote(context, 'warning', `The smallest weights were pruned, and nothing repaired: ${error.problem}.`);
    return none;
  } finally {
    if (!context.pool) await pool.close();
  }
}

/** In a prototype a keyword spotter of half its weights kept 83 % of accuracy with 8 samples, 89 % with 128. */
const fewestSamples = 8;

/** Gives all tensors that hold the same bytes others. */
function replaceData(model: Model, { data }: Tensor, bytes: Uint8Array): void {
  for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
    if (tensor.data === data) tensor.data = bytes;
  }
}
