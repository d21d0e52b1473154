import { newOperator } from '../model/build.js';
import type { Operator, Quantization, Tensor } from '../model/graph.js';
import { raiseVersion } from '../model/operators/index.js';
import { BuiltinOperator, DequantizeOptionsT, QuantizeOptionsT, TensorType } from '../model/schema/index.js';

/** A tensor of the same shape as another, without data or quantization but what `parts` say. */
export function tensorLike(tensor: Tensor, parts: Partial<Tensor>): Tensor {
  const { name, type, shape, shapeSignature, hasRank } = tensor;
  return {
    name,
    type,
    shape: [...shape],
    shapeSignature: shapeSignature && [...shapeSignature],
    data: null,
    quantization: null,
    sparsity: null,
    isVariable: false,
    hasRank,
    variantTensors: [],
    ...parts,
  };
}

/** Scales and zero points as a tensor has them: one for all, or one for each index along `axis`. */
export function quantization(scale: Float32Array, zeroPoint = 0, axis = 0): Quantization {
  return {
    scale,
    zeroPoint: new BigInt64Array(scale.length).fill(BigInt(zeroPoint)),
    axis,
    min: new Float32Array(0),
    max: new Float32Array(0),
    details: null,
  };
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
