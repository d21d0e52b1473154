import type { Model } from '../model/graph.js';
import { macs, operatorName } from '../model/operators/index.js';
import type { LayerCost } from './types.js';

/** Names of the runtime's operators that multiply and add: XNNPACK's and LiteRT's own. */
const product = /convolution|fully.?connected|matrix multiply|conv_2d|transpose_conv|batch_matmul/i;

/**
 * Gives each layer its multiply-accumulates, from the operator table. Layers and the model's operators are
 * matched by their order among those that multiply, where there are as many of both; else each layer that
 * multiplies has null. Layers that don't multiply have 0.
 */
export function withMacs(layers: readonly LayerCost[], { signatures, subgraphs }: Model): LayerCost[] {
  const measured = signatures[0]?.subgraph ?? subgraphs[0];
  const operators = (measured?.operators ?? []).filter(
    (operator) => macs(operator) > 0 || product.test(operatorName(operator)),
  );
  const products = layers.filter(({ operator }) => product.test(operator));
  const fits = products.length === operators.length;
  let next = 0;
  return layers.map((layer) => {
    if (!product.test(layer.operator)) return { ...layer, macs: operators.length > 0 && !fits ? null : 0 };
    const operator = operators[next++];
    return { ...layer, macs: fits && operator ? macs(operator) : null };
  });
}
