import type { Operator } from '../graph.js';
import { BatchMatMulOptionsT, BuiltinOperator, FullyConnectedOptionsT } from '../schema/index.js';
import { batchMatMulChannels, fullyConnectedChannels, tableChannels } from './matrix-channels.js';
import { elements, free, type OperatorRule, optionsOf, same, unlessCurved } from './rule.js';

/** XNNPACK's kernel refuses to multiply its sums by 256 or more. */
const leastScale = ([left = 0, right = 0]: readonly number[]): number => (1.01 * left * right) / 256;

/** Matrix products and table look-ups. */
export const matrices: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.FULLY_CONNECTED]: {
    inputs: ['activation', 'weights', 'bias'],
    needs: 2,
    takes: 3,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 0 }],
    kernels: {
      int8: { ...free(4), int4Version: 10, refuses: sparse },
      int16: { ...free(7), int32BiasVersion: 11, refuses: sparse },
      // 9: activations are quantized with a zero point; litetrim lets them.
      hybrid: { ...free(12), perTensorVersion: 9, refuses: sparse },
      hybrid4: { ...free(12), refuses: (operator) => sparse(operator) ?? oddRows(operator) },
    },
    version: (operator) =>
      Math.max(
        operator.inputs.length === 2 ? 6 : 1,
        optionsOf(operator, FullyConnectedOptionsT).keepNumDims ? 5 : 1,
      ),
    readsFloat16: true,
    sameBitsNatively: (operator) => operator.inputs[1]?.data != null && unlessCurved(operator),
    channels: fullyConnectedChannels,
    macs: ({ inputs: [data, weights] }) => (elements(data) / (weights?.shape[1] || 1)) * elements(weights),
  },
  [BuiltinOperator.BATCH_MATMUL]: {
    inputs: ['activation', 'activation'],
    needs: 2,
    takes: 2,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: null }],
    kernels: { int8: { ...free(2), minOutputScale: leastScale }, int16: free(3), hybrid: free(4) },
    channels: batchMatMulChannels,
    macs: (operator) => elements(operator.outputs[0]) * innerSize(operator),
  },
  [BuiltinOperator.EMBEDDING_LOOKUP]: {
    inputs: ['index', 'activation'],
    needs: 2,
    outputs: ['activation'],
    weights: () => [{ input: 1, axis: 0 }],
    channels: tableChannels,
    kernels: { int8: same(1), int16: same(1), hybrid: free(4), hybrid4: { ...free(4), refuses: oddRows } },
  },
};

function sparse({ inputs: [, weights] }: Operator): string | null {
  return weights?.sparsity ? 'its weights are stored sparse' : null;
}

/** Rows of 4 bits must end with a byte. */
function oddRows({ inputs: [, weights] }: Operator): string | null {
  return (weights?.shape[1] ?? 0) % 2 === 1 ? 'its weights have an odd number of inputs' : null;
}

/** Length of the dot products of a matrix product. */
function innerSize(operator: Operator): number {
  const transposed = optionsOf(operator, BatchMatMulOptionsT).adjX;
  return operator.inputs[0]?.shape.at(transposed ? -2 : -1) ?? 0;
}
