import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { factsOf, inputRole, ruleOf, totalMacs } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import type { SampleSource, SessionPool } from '../../runtime/pool.js';
import { type AffineParameters, int8Parameters, type Range } from '../quantize/affine.js';
import { Judge } from './judge.js';
import type { LayerPair } from './layer-pairs.js';
import { withRoundedActivation, withRoundedWeights } from './rounding.js';
import { type LayerStorage, storageOf } from './storage.js';

/**
 * What rounding one layer's numbers does to what the model computes: SQNR in dB of its logits (of all
 * outputs where it doesn't end in a SOFTMAX) against the float model's, when nothing else is rounded.
 * Infinity: it does nothing; null: nothing of the kind is rounded, or it stands behind the logits.
 */
export interface RoundingDamage {
  weightsDb: number | null;
  /** Of the layer's output; with it, of model inputs that no layer before it reads. */
  activationsDb: number | null;
}

/** Samples that layers are looked at with, at most: damages are ratios of sums over all outputs' values. */
export const maxSamples = 16;

/** With fewer the ratios depend on which samples they are. */
export const leastSamples = 4;

/** Samples that so many multiply-accumulates are enough for, when each layer's damage is measured. */
export function affordableSamples(source: Model, layers: number, budget: number): number {
  return Math.min(maxSamples, Math.floor(budget / (runsPerLayer * layers * costOf(source))));
}

/** Multiply-accumulates of one inference of a model's main subgraph. */
export function costOf(model: Model): number {
  return totalMacs(mainSubgraph(model).operators);
}

/** How many runs of the source over all samples `roundingDamage` takes for a layer at most. */
const runsPerLayer = 2;

/**
 * Measures every layer's part in the damage of quantizing, one by one. Weights are rounded to the nearest
 * code with the scales' granularity of the result, activations with the range that they have on the
 * samples: what a quantizer starts from, before it corrects anything. Damages are nearly independent: a
 * layer's part in the whole is its noise by the sum of all noises.
 *
 * @param onLayer is told after each layer
 * @throws NotRunnableError where LiteRT can't run the source with all layers shown
 */
export async function roundingDamage(
  source: Model,
  result: Model,
  pairs: readonly LayerPair[],
  samples: SampleSource,
  pool: SessionPool,
  onLayer: (done: number) => void = () => {},
): Promise<RoundingDamage[]> {
  const judge = await Judge.of(source, samples, pool);
  const subgraph = mainSubgraph(source);
  const storages = pairs.map((pair) => storageOf(pair.result, mainSubgraph(result)));
  const rounded = pairs.map((pair, i) => roundedActivations(pair, storages[i]!, subgraph, pairs));
  const ranges = await judge.ranges([...new Set(rounded.flat())]);
  const damages: RoundingDamage[] = [];
  for (const [i, { index }] of pairs.entries()) {
    const { weights, activations } = storages[i]!;
    const model = weights && withRoundedWeights(source, index, weights);
    const noises: number[] = [];
    for (const tensor of rounded[i]!) {
      noises.push(await judge.noise(roundActivation(source, subgraph, tensor, activations ?? 8, ranges)));
    }
    damages.push({
      weightsDb: model ? decibels(await judge.noise(model)) : null,
      activationsDb: noises.length > 0 ? decibels(noises.reduce((sum, noise) => sum + noise, 0)) : null,
    });
    onLayer(i + 1);
  }
  return damages;
}

const decibels = (noise: number): number => (noise === 0 ? Infinity : -10 * Math.log10(noise));

/** The tensors whose rounding is this layer's doing: what it writes, and what it takes from the caller first. */
function roundedActivations(
  { source, from }: LayerPair,
  { activations, dynamic }: LayerStorage,
  subgraph: Subgraph,
  pairs: readonly LayerPair[],
): Tensor[] {
  const rule = ruleOf(source)!;
  const read = source.inputs.filter(
    (tensor, position) => tensor && !tensor.data && inputRole(rule, position) === 'activation',
  ) as Tensor[];
  if (dynamic) return read.filter(({ type }) => type === TensorType.FLOAT32);
  if (!activations) return [];
  const first = (tensor: Tensor) => pairs.find((pair) => pair.source.inputs.includes(tensor));
  const handedIn = read.filter(
    (tensor) => subgraph.inputs.includes(tensor) && first(tensor)?.source === source,
  );
  const floats = handedIn.filter(({ type }) => type === TensorType.FLOAT32);
  return onlyMoves(source) ? floats : [...floats, from];
}

/** Whether an operator hands on values that are rounded already, under the same scale. */
function onlyMoves(operator: Operator): boolean {
  return ruleOf(operator)?.kernels.int8?.output === 'same' && !factsOf(operator).averages;
}

function roundActivation(
  source: Model,
  subgraph: Subgraph,
  tensor: Tensor,
  bits: 8 | 16,
  ranges: ReadonlyMap<Tensor, Range>,
): Model {
  const type = bits === 8 ? TensorType.INT8 : TensorType.INT16;
  const range = ranges.get(tensor)!;
  const parameters = bits === 8 ? int8Parameters(range) : int16Parameters(range);
  return withRoundedActivation(source, subgraph.tensors.indexOf(tensor), type, parameters);
}

/** Symmetric, as all 16-bit kernels want it. */
function int16Parameters({ min, max }: Range): AffineParameters {
  const largest = Math.max(Math.abs(min), Math.abs(max), 1e-6);
  return { scale: Math.fround(largest / 32767), zeroPoint: 0 };
}
