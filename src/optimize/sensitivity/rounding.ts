import { newQuantization } from '../../model/build.js';
import { cloneModel } from '../../model/clone.js';
import { realValues } from '../../model/dequantize.js';
import { freshName, insertAfter, insertBefore, replaceInput, replaceOutput } from '../../model/edit.js';
import { float16ToFloat32, float32ToFloat16 } from '../../model/float16.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { producers } from '../../model/navigate.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { constantOf, isFloat } from '../constants.js';
import { conversion, tensorLike } from '../edits.js';
import { type AffineParameters, clamp, roundAway } from '../quantize/affine.js';
import { channelLayout } from '../quantize/channels.js';
import type { StoredWeights } from './storage.js';

/**
 * A copy of a float model in which the weights of one operator are rounded to their nearest codes and
 * everything else is as it was; null where the operator's weights are no float constant.
 *
 * @param index position among the main subgraph's operators
 */
export function withRoundedWeights(model: Model, index: number, stored: StoredWeights): Model | null {
  const copy = cloneModel(model);
  const subgraph = mainSubgraph(copy);
  const operator = subgraph.operators[index]!;
  const weights = constantOf(operator.inputs[stored.input], producers(subgraph));
  if (!weights || !isFloat(weights)) return null;
  const rounded = tensorLike(weights, {
    name: freshName(subgraph, `${weights.name}_rounded`),
    type: TensorType.FLOAT32,
    data: bytesOf(roundWeights(realValues(weights), weights.shape, stored)),
  });
  subgraph.tensors.push(rounded);
  operator.inputs[stored.input] = rounded;
  return copy;
}

function roundWeights(values: Float32Array, shape: readonly number[], stored: StoredWeights): Float32Array {
  if (stored.float) return float16ToFloat32(float32ToFloat16(values));
  const { channels, inner } = channelLayout(shape, stored.axis);
  const run = stored.block ? Math.min(stored.block, values.length) : inner;
  const groups = stored.block ? Math.ceil(values.length / run) : channels;
  const largest = largestOf(values, groups, run);
  const most = 2 ** (stored.bits - 1) - 1;
  const rounded = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const step = largest[Math.floor(i / run) % groups]! / most;
    rounded[i] = step === 0 ? 0 : step * clamp(roundAway(values[i]! / step), -most, most);
  }
  return rounded;
}

/** The largest magnitude of each group; groups follow one another in runs of `run` elements, again and again. */
function largestOf(values: Float32Array, groups: number, run: number): Float32Array {
  const largest = new Float32Array(groups);
  for (let i = 0; i < values.length; i++) {
    const group = Math.floor(i / run) % groups;
    largest[group] = Math.max(largest[group]!, Math.abs(values[i]!));
  }
  return largest;
}

/**
 * A copy of a float model in which one activation passes through integers on its way to its readers, and
 * everything else is as it was.
 *
 * @param position among the main subgraph's tensors: a computed tensor or an input
 */
export function withRoundedActivation(
  model: Model,
  position: number,
  type: TensorType,
  { scale, zeroPoint }: AffineParameters,
): Model {
  const copy = cloneModel(model);
  const subgraph = mainSubgraph(copy);
  const tensor = subgraph.tensors[position]!;
  const quantization = newQuantization([scale], [zeroPoint]);
  const stored = tensorLike(tensor, { name: freshName(subgraph, 'stored'), type, quantization });
  const rounded = tensorLike(tensor, { name: freshName(subgraph, 'rounded') });
  replaceInput(subgraph, tensor, rounded);
  if (subgraph.outputs.includes(tensor)) replaceOutput(copy, subgraph, tensor, rounded);
  passThrough(subgraph, tensor, [conversion(tensor, stored), conversion(stored, rounded)]);
  return copy;
}

function passThrough(subgraph: Subgraph, tensor: Tensor, conversions: Operator[]): void {
  const maker = producers(subgraph).get(tensor);
  if (maker) insertAfter(subgraph, maker, ...conversions);
  else insertBefore(subgraph, subgraph.operators[0] ?? null, ...conversions);
}
