import { realValues } from '../../../model/dequantize.js';
import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { inputRole, ruleOf } from '../../../model/operators/index.js';
import { ActivationFunctionType } from '../../../model/schema/index.js';
import { elementCount } from '../../../model/tensors.js';
import { patchesOf } from '../../../runtime/reducers/patches.js';

/** Part of the values that an activation function lets through: half of them, as of numbers around 0. */
const activePart = 0.5;

/**
 * How much noise in each activation matters: the energy that it brings about in a result, for noise of
 * variance 1 in all positions of a channel, independent between elements. By channel: index of the last
 * dimension. Of activations that the result doesn't depend on there is none.
 *
 * Linear operators multiply the energy by squared weights; any other one is taken to hand on to each output
 * what it gets from as many inputs as come on it, averaged.
 */
export function noiseGains(subgraph: Subgraph, result: Tensor): Map<Tensor, Float64Array> {
  const gains = new Map<Tensor, Float64Array>();
  gains.set(result, new Float64Array(result.shape.at(-1) ?? 1).fill(1));
  for (const operator of subgraph.operators.toReversed()) {
    const [output] = operator.outputs;
    const gain = output && gains.get(output);
    if (!gain) continue;
    const active = isCut(operator) ? activePart : 1;
    if (addLinear(gains, operator, gain, active)) continue;
    const rule = ruleOf(operator);
    for (const [position, input] of operator.inputs.entries()) {
      if (!input || input.data || !rule || inputRole(rule, position) !== 'activation') continue;
      const part = (active * elementCount(output.shape)) / elementCount(input.shape);
      spread(gain, part, gainsOf(gains, input));
    }
  }
  return gains;
}

function isCut({ options }: Operator): boolean {
  if (!options || !('fusedActivationFunction' in options)) return false;
  return options.fusedActivationFunction !== ActivationFunctionType.NONE;
}

function gainsOf(gains: Map<Tensor, Float64Array>, tensor: Tensor): Float64Array {
  const known = gains.get(tensor) ?? new Float64Array(tensor.shape.at(-1) ?? 1);
  gains.set(tensor, known);
  return known;
}

/** Adds what an operator with constant weights hands back; false: it is none. */
function addLinear(
  gains: Map<Tensor, Float64Array>,
  operator: Operator,
  gain: Float64Array,
  active: number,
): boolean {
  const patches = patchesOf(operator);
  const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
  const weights = place && operator.inputs[place.input];
  if (!patches || !weights?.data) return false;
  const values = realValues(weights);
  const { groups, rows, columns, depth, stride, offset } = patches;
  const target = gainsOf(gains, operator.inputs[patches.input]!);
  for (let channel = 0; channel < groups * rows; channel++) {
    const start = offset(channel);
    const first = Math.floor(channel / rows) * depth;
    for (let i = 0; i < columns; i++) {
      const weight = values[start + i * stride]!;
      target[(first + (i % depth)) % target.length]! +=
        active * weight * weight * gain[channel % gain.length]!;
    }
  }
  return true;
}

/** Hands gains of an output's channels on to those of an input; where they don't correspond, evenly. */
function spread(from: Float64Array, part: number, to: Float64Array): void {
  const many = Math.max(from.length, to.length);
  if (many % from.length !== 0 || many % to.length !== 0) {
    const all = from.reduce((sum, gain) => sum + gain, 0);
    for (let i = 0; i < to.length; i++) to[i]! += (part * all) / to.length;
    return;
  }
  const each = (part * from.length) / many;
  for (let i = 0; i < many; i++) to[i % to.length]! += each * from[i % from.length]!;
}
