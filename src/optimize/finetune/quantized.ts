import { InputError } from '../../base/errors.js';
import { cloneQuantization } from '../../model/clone.js';
import { realValues } from '../../model/dequantize.js';
import { freshName } from '../../model/edit.js';
import type { Model, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { producers } from '../../model/navigate.js';
import { tensorLike } from '../edits.js';
import { type QuantizeOptions, quantize } from '../quantize/quantize.js';
import { type Original, remember } from '../reconstruct/original.js';
import type { TransformContext } from '../types.js';
import { isStoredBias, stepsOf, weightGrid } from './grids.js';
import { type Plan, type Rounding, storedConstant } from './plan.js';

/**
 * Quantizes a model that is to be trained through its rounding. Nobody else has to know then what
 * quantizing will do: scales, ranges and which operators compute in what are read from the model itself.
 *
 * @returns what the model was before; null: nothing was quantized
 */
export async function quantizeToTrain(
  model: Model,
  options: QuantizeOptions,
  context: TransformContext,
): Promise<Original | null> {
  const original = remember(model);
  const changed = await quantize(options)(model, context);
  if (changed) {
    ownBiases(model);
    unshareData(model);
  }
  return changed ? original : null;
}

/** Gives each layer a bias of its own: its scales follow those of the layer's weights. */
function ownBiases(model: Model): void {
  for (const subgraph of model.subgraphs) {
    const owned = new Set<Tensor>();
    for (const operator of subgraph.operators) {
      operator.inputs.forEach((input, position) => {
        if (!input || !isStoredBias(input)) return;
        if (owned.has(input)) {
          const quantization = cloneQuantization(input.quantization!);
          const name = freshName(subgraph, input.name);
          const own = tensorLike(input, { name, data: input.data!.slice(), quantization });
          subgraph.tensors.push(own);
          operator.inputs[position] = own;
        }
        owned.add(operator.inputs[position]!);
      });
    }
  }
}

/** Gives tensors that share bytes and not scales bytes of their own: the same codes mean different numbers. */
function unshareData(model: Model): void {
  const owners = new Map<Uint8Array, Tensor>();
  for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
    if (!tensor.data || !tensor.quantization) continue;
    const owner = owners.get(tensor.data);
    const isSame = !owner || String(owner.quantization?.scale) === String(tensor.quantization.scale);
    if (!isSame) tensor.data = tensor.data.slice();
    else owners.set(tensor.data, tensor);
  }
}

/** Largest step where scales are trained, as part of their size. */
export const SCALES_RATE = 0.001;

/** @throws InputError where a sparsity schedule finds no codes to prune */
export function refuseSparsity(rounding: Rounding): void {
  if (rounding === 'codes') return;
  throw new InputError('"sparsity" prunes codes, and only scales are trained', {
    hint: 'Say "train: codes" in "quantize", or prune in a step before',
  });
}

/** How far from the middle of its step a weight begins at most, as part of the step. */
const reach = 0.45;

/**
 * Moves rounded weights towards the float ones that they were, as far as they are rounded to the same step. A weight
 * that is rounded to zero isn't zero then: only those that somebody pruned stay so.
 *
 * @param values all of the plan's weights, one after the other: changed
 */
export function startNearFloat(values: Float32Array, plan: Plan, original: Original): void {
  const before = floatWeights(plan, original);
  let at = 0;
  for (const { tensor, role } of plan.weights) {
    const stored = realValues(tensor);
    const start = at;
    at += stored.length;
    if (role !== 'weights' || !weightGrid(tensor)) continue;
    const float = before.get(tensor);
    const steps = stepsOf(tensor);
    stored.forEach((value, i) => {
      const step = steps[i]!;
      // Weights of other channels' sizes, or that moved on to others, say nothing.
      const off = float ? float[i]! - value : Number.NaN;
      const known = Math.abs(off) <= step ? Math.min(Math.max(off, -reach * step), reach * step) : 0;
      const isPruned = value === 0 && (float ? float[i] === 0 : true);
      values[start + i] = value + (known !== 0 || isPruned || value !== 0 ? known : 1e-3 * step);
    });
  }
}

/** For each of a plan's weights in integers what it was in float, where it has the same shape still. */
function floatWeights({ subgraph, weights }: Plan, original: Original): Map<Tensor, Float32Array> {
  const makers = producers(subgraph);
  const makersBefore = producers(mainSubgraph(original.model));
  const found = new Map<Tensor, Float32Array>();
  const ofPlan = new Set(weights.map(({ tensor }) => tensor));
  for (const operator of subgraph.operators) {
    const before = original.operators.get(operator);
    operator.inputs.forEach((input, position) => {
      const tensor = storedConstant(input, makers);
      const was = before && storedConstant(before.inputs[position] ?? null, makersBefore);
      if (!tensor || !was || !ofPlan.has(tensor) || String(was.shape) !== String(tensor.shape)) return;
      found.set(tensor, realValues(was));
    });
  }
  return found;
}
