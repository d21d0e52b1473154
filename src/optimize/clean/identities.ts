import { replaceInput } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { factsOf } from '../../model/operators/index.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { typedData } from '../../model/tensors.js';
import { storedAlike } from './conversions.js';

/**
 * Lets readers pass by operators that hand on what they are given, as converters leave them: RESHAPE,
 * SQUEEZE and EXPAND_DIMS to the shape that the tensor has, TRANSPOSE that moves nothing, PAD by nothing,
 * CAST to the same type; and of reshapes in a row all but the last. Tensors with dimensions that are known
 * at run time only are left alone.
 */
export function bypassIdentities(subgraph: Subgraph): void {
  const makers = producers(subgraph);
  for (const operator of subgraph.operators) {
    const [from] = operator.inputs;
    const [to] = operator.outputs;
    if (!from || !to || !isStatic(from) || !isStatic(to)) continue;
    const isIdentity = handsOn(operator) && storedAlike(from, to) && !from.isVariable;
    if (isIdentity && !subgraph.outputs.includes(to)) replaceInput(subgraph, to, from);
    else if (operator.code === BuiltinOperator.RESHAPE && handsOn(operator))
      operator.inputs[0] = beforeReshapes(from, makers);
  }
}

const isStatic = ({ shape, shapeSignature }: Tensor): boolean =>
  shape.length > 0 && !shapeSignature?.includes(-1);

/** Whether an operator's output holds its input's values in their order, wherever the shapes are the same. */
function handsOn(operator: Operator): boolean {
  const { code } = operator;
  const second = operator.inputs[1];
  if (factsOf(operator).reshapes || code === BuiltinOperator.CAST) return !second || second.data !== null;
  if (code !== BuiltinOperator.TRANSPOSE && code !== BuiltinOperator.PAD) return false;
  const numbers = second?.data ? [...typedData(second)].map(Number) : null;
  if (code === BuiltinOperator.TRANSPOSE) return numbers?.every((axis, i) => axis === i) ?? false;
  return numbers?.every((size) => size === 0) ?? false;
}

function beforeReshapes(tensor: Tensor, makers: ReadonlyMap<Tensor, Operator>): Tensor {
  const maker = makers.get(tensor);
  const [input] = maker?.inputs ?? [];
  const isReshape = maker && factsOf(maker).reshapes && input && isStatic(input) && !input.isVariable;
  return isReshape && tensor.type === input.type ? beforeReshapes(input, makers) : tensor;
}
