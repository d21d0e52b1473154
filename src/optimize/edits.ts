import { newOperator, newTensor } from '../model/build.js';
import type { Operator, Tensor } from '../model/graph.js';
import { raiseVersion } from '../model/operators/index.js';
import { BuiltinOperator, DequantizeOptionsT, QuantizeOptionsT, TensorType } from '../model/schema/index.js';

/**
 * A tensor of the same name, type and shape as another, without data or quantization but what `parts` say. What has
 * data, or a shape of its own, has no dimension that is known at run time only.
 */
export function tensorLike(tensor: Tensor, parts: Partial<Tensor>): Tensor {
  const { name, type, shape, shapeSignature, hasRank } = tensor;
  const isKnown = parts.shape || parts.data;
  return newTensor(name, type, [...shape], {
    shapeSignature: isKnown ? null : shapeSignature && [...shapeSignature],
    hasRank,
    ...parts,
  });
}

/** An operator that stores a tensor in another precision: QUANTIZE into integers, DEQUANTIZE into floats. */
export function conversion(from: Tensor, to: Tensor): Operator {
  const dequantizes = to.type === TensorType.FLOAT32;
  const operator = newOperator(dequantizes ? BuiltinOperator.DEQUANTIZE : BuiltinOperator.QUANTIZE, {
    inputs: [from],
    outputs: [to],
    options: dequantizes ? new DequantizeOptionsT() : new QuantizeOptionsT(),
  });
  raiseVersion(operator);
  return operator;
}
