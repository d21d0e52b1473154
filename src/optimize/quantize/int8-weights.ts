import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { elements, operatorRule, raiseVersion } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { constantOf, isFloat, isInt8Weights } from '../constants.js';
import { absmaxScales, channelLayout } from './channels.js';
import { DerivedConstants } from './derived-constants.js';
import { type ConstantContext, storeWeights, toInt8Weights } from './int8-layer.js';
import { type Packing, packWeights } from './packed-weights.js';

/**
 * Stores weights in 8 bits behind a DEQUANTIZE, a scale for each output channel: a quarter of the file,
 * computed in float as before.
 *
 * @returns how many tensors were stored anew
 */
export function storeAsInt8(model: Model, minElements: number): number {
  const constants = new DerivedConstants();
  let stored = 0;
  for (const subgraph of model.subgraphs) stored += packWeights(subgraph, packing(minElements), constants);
  constants.finish(model);
  return stored;
}

/**
 * Stores weights in 8 bits and lets the operators that can compute with them so, on activations that
 * they quantize anew in each inference. Other operators' weights are unpacked when the model is loaded.
 *
 * @returns how many tensors were stored anew
 */
export function computeDynamically(model: Model, minElements: number): number {
  const constants = new DerivedConstants();
  let stored = 0;
  for (const subgraph of model.subgraphs) {
    const only = (operator: Operator): boolean => !canBeHybrid(operator);
    stored += packWeights(subgraph, { ...packing(minElements), only }, constants);
    const context = { subgraph, constants, makers: producers(subgraph) };
    for (const operator of subgraph.operators) {
      if (canBeHybrid(operator)) stored += makeHybrid(operator, minElements, context);
    }
  }
  constants.finish(model);
  return stored;
}

const packing = (minElements: number): Packing => ({
  form: 'int8',
  minElements,
  accepts: isFloat,
  pack: (constant, axis) => toInt8Weights(constant, axis, scalesOf(constant, axis)),
});

const scalesOf = (constant: Tensor, axis: number | null): Float32Array =>
  absmaxScales(realValues(constant), channelLayout(constant.shape, axis));

/** Whether an operator computes in float, and has a fast kernel for 8-bit weights. */
function canBeHybrid(operator: Operator): boolean {
  const rule = operatorRule(operator.code);
  const kernel = rule?.kernels.hybrid;
  if (!rule || !kernel || kernel.undelegated || kernel.refuses?.(operator)) return false;
  return operator.outputs[0]?.type === TensorType.FLOAT32;
}

/** Gives an operator 8-bit weights; returns how many tensors were stored anew: 1 or 0. */
function makeHybrid(operator: Operator, minElements: number, context: ConstantContext): number {
  const [place] = operatorRule(operator.code)!.weights!(operator);
  const constant = constantOf(operator.inputs[place!.input], context.makers);
  if (!constant || elements(constant) < minElements) return 0;
  const { input, axis } = place!;
  if (!isFloat(constant) && !isInt8Weights(constant, axis)) return 0;
  const stored = storeWeights(constant, axis, scalesOf(constant, axis), context);
  if (operator.inputs[input] === stored) return 0;
  operator.inputs[input] = stored;
  const { options } = operator;
  if (options && 'asymmetricQuantizeInputs' in options) options.asymmetricQuantizeInputs = true;
  raiseVersion(operator);
  return 1;
}
