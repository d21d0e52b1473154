import { realValues } from '../model/dequantize.js';
import type { Model, Operator, Tensor } from '../model/graph.js';
import { producers } from '../model/navigate.js';
import { macs, operatorName, ruleOf } from '../model/operators/index.js';
import { storedAs } from '../model/precision.js';
import type { LayerCost } from './types.js';

/** Names of the runtime's operators that multiply and add: XNNPACK's and LiteRT's own. */
const product = /convolution|fully.?connected|matrix multiply|conv_2d|transpose_conv|batch_matmul/i;

/**
 * Gives each layer its multiply-accumulates, from the operator table. Layers and the model's operators are
 * matched by their order among those that multiply, where there are as many of both; else each layer that
 * multiplies has null. Layers that don't multiply have 0. Where a sparse kernel ran, those by weights that aren't
 * zero are told, too.
 */
export function withMacs(layers: readonly LayerCost[], { signatures, subgraphs }: Model): LayerCost[] {
  const measured = signatures[0]?.subgraph ?? subgraphs[0];
  const operators = (measured?.operators ?? []).filter(
    (operator) => macs(operator) > 0 || product.test(operatorName(operator)),
  );
  const makers = measured ? producers(measured) : new Map<Tensor, Operator>();
  const products = layers.filter(({ operator }) => product.test(operator));
  const fits = products.length === operators.length;
  let next = 0;
  return layers.map((layer) => {
    if (!product.test(layer.operator)) return { ...layer, macs: operators.length > 0 && !fits ? null : 0 };
    const operator = operators[next++];
    return fits && operator ? { ...layer, ...macsOf(layer, operator, makers) } : { ...layer, macs: null };
  });
}

/** What XNNPACK calls its kernels that multiply by what isn't zero, sparse by dense matrix. */
const sparseKernel = 'SPMM';

function macsOf(
  { kernel, delegated }: LayerCost,
  operator: Operator,
  makers: Map<Tensor, Operator>,
): Pick<LayerCost, 'macs' | 'effectiveMacs'> {
  const all = macs(operator);
  const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
  const weights = place && operator.inputs[place.input];
  const stored = weights && storedAs(weights, makers);
  // LiteRT's own kernels read sparse weights as they are.
  const isSparse = delegated ? kernel === sparseKernel : weights?.sparsity != null;
  if (!stored || !isSparse) return { macs: all };
  const values = realValues(stored);
  return { macs: all, effectiveMacs: Math.round((all * countOthers(values)) / Math.max(1, values.length)) };
}

/** How many values aren't zero. */
function countOthers(values: Float32Array): number {
  let others = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) others++;
  return others;
}
