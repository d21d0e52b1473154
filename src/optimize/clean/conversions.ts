import { replaceInput } from '../../model/edit.js';
import type { Operator, Quantization, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { factsOf } from '../../model/operators/index.js';
import { BuiltinOperator } from '../../model/schema/index.js';

/**
 * Lets readers pass by conversions that change nothing: QUANTIZE to the scale that the tensor has, or that
 * it had before a DEQUANTIZE, and a second conversion of the same tensor to the same form. The other way
 * round, QUANTIZE and then DEQUANTIZE, rounds, and stays.
 */
export function bypassConversions(subgraph: Subgraph): void {
  const makers = producers(subgraph);
  const known = new Map<Tensor, Tensor[]>();
  for (const operator of subgraph.operators) {
    const [from] = operator.inputs;
    const [to] = operator.outputs;
    if (factsOf(operator).converts !== 'quantization' || !from || !to) continue;
    const same = sameValues(operator, makers) ?? known.get(from)?.find((other) => storedAlike(other, to));
    if (same && !subgraph.outputs.includes(to)) replaceInput(subgraph, to, same);
    else known.set(from, [...(known.get(from) ?? []), to]);
  }
}

/** A tensor that holds what a QUANTIZE makes already. */
function sameValues({ code, inputs: [from], outputs: [to] }: Operator, makers: Map<Tensor, Operator>) {
  if (code !== BuiltinOperator.QUANTIZE || !from || !to) return null;
  if (storedAlike(from, to)) return from;
  const maker = makers.get(from);
  const packed = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : null;
  return packed?.quantization && storedAlike(packed, to) ? packed : null;
}

/** Whether two tensors hold the same real numbers in the same bytes. */
export function storedAlike(a: Tensor, b: Tensor): boolean {
  return (
    a.type === b.type && String(a.shape) === String(b.shape) && scaledAlike(a.quantization, b.quantization)
  );
}

function scaledAlike(a: Quantization | null, b: Quantization | null): boolean {
  if (a?.details || b?.details) return false;
  const [first, second] = [formOf(a), formOf(b)];
  return first === second;
}

/** Scales, zero points and axis as text; empty without any. */
function formOf(quantization: Quantization | null): string {
  if (!quantization || quantization.scale.length === 0) return '';
  const { scale, zeroPoint, axis } = quantization;
  return `${scale.length > 1 ? axis : 0}: ${scale}; ${zeroPoint}`;
}
