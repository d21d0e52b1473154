import { newQuantization, newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import { addTensors, freshName } from '../../model/edit.js';
import type { Subgraph, Tensor } from '../../model/graph.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { tensorLike } from '../edits.js';
import { clamp, roundAway } from '../quantize/affine.js';
import type { Layer } from './layers.js';

/** Writes a bias with the scale of the products that it is added to. */
export function storeBias(layer: Layer, bias: Float32Array, subgraph: Subgraph): void {
  const { operator, stored, patches } = layer;
  const target = ownBias(layer, subgraph);
  if (target.type === TensorType.FLOAT32) {
    target.data = bytesOf(bias.slice());
    return;
  }
  const inputScale = operator.inputs[patches.input]!.quantization!.scale[0]!;
  const scales = scalesOf(stored);
  const scale = Float32Array.from(scales, (value) => value * inputScale);
  target.quantization = newQuantization([...scale]);
  const codes = Array.from(bias, (value, i) => {
    const code = roundAway(value / scale[scale.length === 1 ? 0 : i]!);
    return target.type === TensorType.INT32 ? clamp(code, -(2 ** 31), 2 ** 31 - 1) : code;
  });
  target.data = bytesOf(
    target.type === TensorType.INT32 ? Int32Array.from(codes) : BigInt64Array.from(codes, BigInt),
  );
}

const biasTypes: Partial<Record<TensorType, TensorType>> = {
  [TensorType.INT8]: TensorType.INT32,
  [TensorType.INT16]: TensorType.INT64,
};

/** The operator's bias as a tensor that nobody else reads; a new one where it has none. */
function ownBias({ operator, biasPosition, patches, float }: Layer, subgraph: Subgraph): Tensor {
  const bias = operator.inputs[biasPosition];
  const readers = subgraph.operators.filter(({ inputs }) => inputs.includes(bias ?? null));
  if (bias?.data && readers.length === 1) return bias;
  const input = operator.inputs[patches.input]!;
  const own = bias?.data
    ? tensorLike(bias, { name: freshName(subgraph, bias.name), quantization: bias.quantization })
    : newTensor(
        freshName(subgraph, `${operator.outputs[0]!.name}_bias`),
        biasTypes[input.type] ?? TensorType.FLOAT32,
        [float.bias.length],
      );
  addTensors(subgraph, own);
  operator.inputs[biasPosition] = own;
  return own;
}

/** Scales of quantized weights: one for the tensor, a channel or a block. */
export function scalesOf({ quantization }: Tensor): Float32Array {
  const details = quantization?.details;
  return details?.kind === 'blockwise'
    ? realValues(details.scales)
    : (quantization?.scale ?? new Float32Array());
}
