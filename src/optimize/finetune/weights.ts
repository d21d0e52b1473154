import { realValues } from '../../model/dequantize.js';
import { float32ToFloat16 } from '../../model/float16.js';
import type { Model, Tensor } from '../../model/graph.js';
import { inputRole, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { scalesOf } from '../reconstruct/store-bias.js';
import { sharedFloats } from './examples.js';
import { encode, isStoredBias, isTrainable } from './grids.js';
import type { Parameter } from './optimizer.js';
import type { Plan, Weight } from './plan.js';

/** The shape of what is trained. */
export function shapeOf({ tensor, role }: Weight): number[] {
  return role === 'scales' ? [scalesOf(tensor).length] : tensor.shape;
}

/** What is trained, as the model has it. */
export function valuesOf({ tensor, role }: Weight): Float32Array {
  return role === 'scales' ? new Float32Array(scalesOf(tensor).length).fill(1) : realValues(tensor);
}

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
  const tensors = weights.map((weight) => {
    const { tensor, role } = weight;
    const start = length;
    length += elementCount(shapeOf(weight));
    return {
      start,
      end: length,
      holdsZeros: role === 'weights',
      prunable: role === 'weights' && !depthwise.has(tensor.data),
    };
  });
  const values = sharedFloats(length);
  weights.forEach((weight, i) => {
    values.set(valuesOf(weight), tensors[i]!.start);
  });
  return { values, tensors };
}

/** Stores trained weights in the tensors that they came from, and in those that share their data. */
export function storeWeights(model: Model, { weights }: Plan, values: Float32Array): void {
  const stored = new Map<Uint8Array, Uint8Array>();
  let at = 0;
  const parts = weights.map((weight) => {
    const own = values.slice(at, (at += elementCount(shapeOf(weight))));
    return { ...weight, own };
  });
  // Biases have the scales of the products that they are added to.
  for (const { tensor, role, own } of parts) if (role === 'scales') multiplyScales(model, tensor, own);
  for (const { tensor, role, own } of parts) {
    if (role !== 'scales') stored.set(tensor.data!, storedAs(tensor, own));
  }
  for (const { tensors } of model.subgraphs) {
    for (const tensor of tensors) if (tensor.data) tensor.data = stored.get(tensor.data) ?? tensor.data;
  }
}

function storedAs(tensor: Tensor, values: Float32Array): Uint8Array {
  if (isTrainable(tensor)) return encode(tensor, values);
  return bytesOf(tensor.type === TensorType.FLOAT16 ? float32ToFloat16(values) : values);
}

/** Multiplies the scales of weights and, with them, those of the biases that are added to their products. */
function multiplyScales(model: Model, { data, quantization }: Tensor, factors: Float32Array): void {
  const details = quantization!.details;
  if (details?.kind === 'blockwise') {
    const scaled = realValues(details.scales).map((scale, i) => scale * factors[i]!);
    details.scales.data = bytesOf(float32ToFloat16(scaled));
    return;
  }
  const holders = model.subgraphs.flatMap(({ tensors }) => tensors.filter((tensor) => tensor.data === data));
  const operators = model.subgraphs.flatMap((subgraph) => subgraph.operators);
  const readers = operators.filter(({ inputs }) => inputs.some((input) => input && holders.includes(input)));
  const biases = readers.flatMap((reader) => {
    const rule = ruleOf(reader);
    const isBias = (i: number) => rule !== undefined && inputRole(rule, i) === 'bias';
    return reader.inputs.filter((input, i) => input && isBias(i) && isStoredBias(input));
  });
  for (const tensor of new Set([...holders, ...(biases as Tensor[])])) {
    const { scale } = tensor.quantization!;
    tensor.quantization!.scale = scale.map((value, i) => value * factors[factors.length === 1 ? 0 : i]!);
  }
}

/** A tensor of weights, as the trainer sees it. */
export interface TrainedTensor extends Parameter {
  /** Whether what is zero in it stays so. */
  holdsZeros: boolean;
  /** Whether a sparsity schedule prunes it. */
  prunable: boolean;
}
