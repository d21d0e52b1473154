import { realValues } from '../../model/dequantize.js';
import { float32ToFloat16 } from '../../model/float16.js';
import type { Model, Tensor } from '../../model/graph.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { sharedFloats } from './examples.js';
import { encode, isTrainable } from './grids.js';
import type { Plan } from './plan.js';
import type { TrainedTensor } from './train.js';

/** A plan's weights one after the other, in shared memory, and which of them is which. */
export function gatherWeights({ weights, subgraph }: Plan): {
  values: Float32Array;
  tensors: TrainedTensor[];
} {
  const depthwise = new Set(
    subgraph.operators
      .filter(({ code }) => code === BuiltinOperator.DEPTHWISE_CONV_2D)
      .map(({ inputs }) => inputs[1]?.data),
  );
  let length = 0;
  const tensors = weights.map(({ tensor, role }) => {
    const start = length;
    length += elementCount(tensor.shape);
    return {
      start,
      end: length,
      holdsZeros: role === 'weights',
      prunable: role === 'weights' && !depthwise.has(tensor.data),
    };
  });
  const values = sharedFloats(length);
  weights.forEach(({ tensor }, i) => {
    values.set(realValues(tensor), tensors[i]!.start);
  });
  return { values, tensors };
}

/** Stores trained weights in the tensors that they came from, and in those that share their data. */
export function storeWeights(model: Model, { weights }: Plan, values: Float32Array): void {
  const stored = new Map<Uint8Array, Uint8Array>();
  let at = 0;
  for (const { tensor } of weights) {
    const own = values.slice(at, (at += elementCount(tensor.shape)));
    stored.set(tensor.data!, storedAs(tensor, own));
  }
  for (const { tensors } of model.subgraphs) {
    for (const tensor of tensors) if (tensor.data) tensor.data = stored.get(tensor.data) ?? tensor.data;
  }
}

function storedAs(tensor: Tensor, values: Float32Array): Uint8Array {
  if (isTrainable(tensor)) return encode(tensor, values);
  return bytesOf(tensor.type === TensorType.FLOAT16 ? float32ToFloat16(values) : values);
}
