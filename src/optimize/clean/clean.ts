import { createHash } from 'node:crypto';
import { removeUnusedTensors, replaceInput } from '../../model/edit.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { removeDeadOperators } from '../dead-operators.js';
import type { Transform } from '../types.js';

/**
 * Removes what nobody needs: operators whose results nobody reads, conversions from a precision to the
 * same, tensors without a reader, and second copies of the same constant. Inputs and outputs stay.
 *
 * @example
 * clean()(model, context);
 */
export function clean(): Transform {
  return (model) => {
    const before = sizeOf(model);
    for (const subgraph of model.subgraphs) {
      removeNeedlessConversions(subgraph);
      removeDeadOperators(subgraph);
    }
    removeUnusedTensors(model);
    shareEqualConstants(model);
    return sizeOf(model) < before;
  };
}

/** Operators, tensors and buffers: everything that cleaning makes fewer. */
function sizeOf({ subgraphs }: Model): number {
  const tensors = subgraphs.flatMap((subgraph) => subgraph.tensors);
  const buffers = new Set(tensors.map(({ data }) => data));
  const operators = subgraphs.reduce((sum, subgraph) => sum + subgraph.operators.length, 0);
  return operators + tensors.length + buffers.size;
}

/** A QUANTIZE from int8 to int8 of the same scale and zero point. */
function removeNeedlessConversions(subgraph: Subgraph): void {
  for (const {
    code,
    inputs: [from],
    outputs: [to],
  } of subgraph.operators) {
    if (code !== BuiltinOperator.QUANTIZE || !from || !to || subgraph.outputs.includes(to)) continue;
    if (storedAlike(from, to)) replaceInput(subgraph, to, from);
  }
}

function storedAlike(a: Tensor, b: Tensor): boolean {
  const [first, second] = [a.quantization, b.quantization];
  if (a.type !== b.type || !first || !second || first.details || second.details) return false;
  return (
    first.axis === second.axis &&
    String(first.scale) === String(second.scale) &&
    String(first.zeroPoint) === String(second.zeroPoint)
  );
}

/** Lets constants of the same bytes share one buffer, which the file then holds once. */
function shareEqualConstants(model: Model): void {
  const known = new Map<string, Uint8Array>();
  const digests = new Map<Uint8Array, string>();
  for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
    const { data } = tensor;
    if (!data || data.length === 0) continue;
    const digest = digests.get(data) ?? createHash('sha256').update(data).digest('base64');
    digests.set(data, digest);
    tensor.data = known.get(digest) ?? data;
    known.set(digest, tensor.data);
  }
}
