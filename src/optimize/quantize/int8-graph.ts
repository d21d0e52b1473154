import { newQuantization } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import { freshName, replaceOutput } from '../../model/edit.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { operatorRule, raiseVersion } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import type { ActivationPlan, Read } from './activation-plan.js';
import { type AffineParameters, toInt8 } from './affine.js';
import { Bridges } from './bridges.js';
import { DerivedConstants } from './derived-constants.js';
import { type ConstantContext, quantizeLayer } from './int8-layer.js';
import type { Edges, Placement } from './placement.js';

/**
 * Carries a plan out on a subgraph: int8 activations, weights and biases, and conversions where int8
 * and float operators meet.
 */
export function rewriteInInt8(
  model: Model,
  subgraph: Subgraph,
  placements: Map<Operator, Placement>,
  plan: ActivationPlan,
  edges: Edges,
): void {
  const context = { subgraph, constants: new DerivedConstants(), makers: producers(subgraph) };
  const bridges = new Bridges(subgraph, context.makers);
  for (const [tensor, parameters] of plan.stored) storeInInt8(tensor, parameters);
  const rewritten = subgraph.operators.flatMap((operator) => {
    const placement = placements.get(operator)!;
    if (placement.precision === 'int8') {
      readInInt8(operator, plan.reads.get(operator)!, context, bridges);
      const [first] = plan.reads.get(operator)!.values();
      quantizeLayer(operator, placement.rule, first!.parameters.scale, context);
      raiseVersion(operator);
    } else if (!operatorRule(operator.code)?.anyType) {
      operator.inputs = operator.inputs.map((input) => input && bridges.asFloat(input, plan.stored));
    }
    return [...bridges.take(), operator];
  });
  if (edges === 'float') keepOutputsFloat(model, subgraph, plan, bridges);
  subgraph.operators = [...rewritten, ...bridges.take()];
  context.constants.finish(model);
}

function storeInInt8(tensor: Tensor, { scale, zeroPoint }: AffineParameters): void {
  tensor.type = TensorType.INT8;
  tensor.quantization = newQuantization([scale], [zeroPoint]);
}

function readInInt8(
  operator: Operator,
  reads: Map<number, Read>,
  context: ConstantContext,
  bridges: Bridges,
): void {
  for (const [position, { constant, parameters }] of reads) {
    operator.inputs[position] = constant
      ? constantInInt8(constant, parameters, context)
      : bridges.asInt8(operator.inputs[position]!, parameters);
  }
}

function constantInInt8(constant: Tensor, parameters: AffineParameters, context: ConstantContext): Tensor {
  const { scale, zeroPoint } = parameters;
  return context.constants.derive(context.subgraph, constant, `int8 ${scale} ${zeroPoint}`, 'int8', () => ({
    type: TensorType.INT8,
    data: bytesOf(toInt8(realValues(constant), parameters)),
    quantization: newQuantization([scale], [zeroPoint]),
  }));
}

/** Hands the caller floats under the names that the outputs had. */
function keepOutputsFloat(model: Model, subgraph: Subgraph, plan: ActivationPlan, bridges: Bridges): void {
  for (const stored of new Set(subgraph.outputs)) {
    if (!plan.stored.has(stored)) continue;
    const float = bridges.asFloat(stored, plan.stored);
    const { name } = stored;
    stored.name = freshName(subgraph, `${name}_int8`);
    float.name = name;
    replaceOutput(model, subgraph, stored, float);
  }
}
