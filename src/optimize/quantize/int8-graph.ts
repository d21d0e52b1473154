import { newQuantization } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { raiseVersion, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import type { ActivationPlan, Read } from './activation-plan.js';
import { type StoredForm, tensorTypes, toStored } from './affine.js';
import { Bridges } from './bridges.js';
import { DerivedConstants } from './derived-constants.js';
import { type ConstantContext, type LayerOptions, quantizeLayer } from './int8-layer.js';
import { isInteger, type Placement } from './placement.js';

/**
 * Carries a plan out on a subgraph: integer activations, weights and biases, and conversions where
 * operators of different precisions meet.
 *
 * @param options how layers are stored where there is a choice
 */
export function rewriteInIntegers(
  model: Model,
  subgraph: Subgraph,
  placements: Map<Operator, Placement>,
  plan: ActivationPlan,
  options: LayerOptions,
): void {
  const context = { subgraph, constants: new DerivedConstants(), makers: producers(subgraph), ...options };
  const bridges = new Bridges(subgraph, context.makers);
  for (const [tensor, form] of plan.stored) storeAs(tensor, form);
  const rewritten = subgraph.operators.flatMap((operator) => {
    const placement = placements.get(operator)!;
    if (isInteger(placement)) {
      readStored(operator, plan.reads.get(operator)!, context, bridges);
      const [first] = plan.reads.get(operator)!.values();
      quantizeLayer(operator, placement, first!.form, context);
      useAnyScale(operator);
      tellMultiplier(operator);
      raiseVersion(operator);
    } else if (!ruleOf(operator)?.anyType) {
      operator.inputs = operator.inputs.map((input) => input && bridges.asFloat(input, plan.stored));
    }
    return [...bridges.take(), operator];
  });
  subgraph.operators = rewritten;
  context.constants.finish(model);
}

function storeAs(tensor: Tensor, { type, scale, zeroPoint }: StoredForm): void {
  tensor.type = tensorTypes[type];
  tensor.quantization = newQuantization([scale], [zeroPoint]);
}

function readStored(
  operator: Operator,
  reads: Map<number, Read>,
  context: ConstantContext,
  bridges: Bridges,
): void {
  for (const [position, { constant, form }] of reads) {
    operator.inputs[position] = constant
      ? constantAs(constant, form, context)
      : bridges.asStored(operator.inputs[position]!, form);
  }
}

function constantAs(constant: Tensor, form: StoredForm, { subgraph, constants }: ConstantContext): Tensor {
  const { type, scale, zeroPoint } = form;
  return constants.derive(subgraph, constant, `${type} ${scale} ${zeroPoint}`, type, () => ({
    type: tensorTypes[type],
    data: bytesOf(toStored(realValues(constant), form)),
    quantization: newQuantization([scale], [zeroPoint]),
  }));
}

/** Integer kernels of depthwise convolutions go by the multiplier that options say, those for floats by shapes. */
function tellMultiplier(operator: Operator): void {
  if (operator.code !== BuiltinOperator.DEPTHWISE_CONV_2D) return;
  ruleOf(operator)?.resize?.(operator, ({ shape }) => shape.at(-1)!);
}

/** 16-bit sums demand scales that are powers of two, unless they are told otherwise. */
function useAnyScale({ options }: Operator): void {
  if (options && 'potScaleInt16' in options) options.potScaleInt16 = false;
}
