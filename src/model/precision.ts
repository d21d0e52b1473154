import type { Model, Operator, Subgraph, Tensor } from './graph.js';
import { producers } from './navigate.js';
import { factsOf } from './operators/index.js';
import { TensorType } from './schema/index.js';
import { elementCount } from './tensors.js';

const floatTypes = new Set<TensorType>([TensorType.FLOAT32, TensorType.FLOAT16, TensorType.BFLOAT16]);

/**
 * What the model computes in, in one word:
 *
 * - `float32`, `int8`, `uint8`: activations and weights; inputs and outputs may differ (see the signatures);
 * - `int16x8`: int16 activations, int8 weights; `int8x4`: int8 activations, int4 weights, for some int8;
 * - `float16`, `weight-int8`, `weight-int4`: computes in float32, weights stored so and unpacked by the runtime;
 * - `dynamic-int8`, `dynamic-int4`: float32 activations, weights that the kernels read so;
 * - `mixed`: anything else with several; `other`: no operator on real numbers.
 *
 * Float32 weights beside narrower ones don't count: every quantizer leaves small ones and biases.
 */
export function precision(model: Model): string {
  const activations = new Set<TensorType>();
  const weights = new Set<string>();
  for (const subgraph of model.subgraphs) collect(subgraph, activations, weights);
  if (activations.size === 0) return 'other';
  if (activations.size > 1) return 'mixed';
  const [computed] = [...activations];
  return computed === TensorType.FLOAT32 ? floatPrecision(weights) : integerPrecision(computed!, weights);
}

function collect(subgraph: Subgraph, activations: Set<TensorType>, weights: Set<string>): void {
  const producer = producers(subgraph);
  for (const operator of subgraph.operators) {
    if (factsOf(operator).converts) continue;
    const read = operator.inputs.filter((tensor) => tensor !== null);
    for (const tensor of [...read, ...operator.outputs]) {
      const stored = storedAs(tensor, producer);
      if (stored) addWeights(stored, stored === tensor ? 'direct' : 'stored', weights);
      else if (isReal(tensor)) activations.add(tensor.type);
    }
  }
}

/** A constant is unpacked so often at most: by a DENSIFY, then by a DEQUANTIZE. */
const mostUnpackers = 2;

/** The constant that a tensor is or is unpacked from; `null`: it is computed. */
export function storedAs(tensor: Tensor, producer: Map<Tensor, Operator>): Tensor | null {
  let source = tensor;
  for (let step = 0; step <= mostUnpackers; step++) {
    if (source.data !== null) return source;
    const unpacking = producer.get(source);
    const next = unpacking && factsOf(unpacking).unpacks ? unpacking.inputs[0] : null;
    if (!next) return null;
    source = next;
  }
  return null;
}

/** Biases, with one dimension, follow the activations' type and say nothing. */
function addWeights(tensor: Tensor, how: 'direct' | 'stored', weights: Set<string>): void {
  const narrow = isReal(tensor) && tensor.type !== TensorType.FLOAT32;
  if (narrow && tensor.shape.length > 1) weights.add(`${how} ${TensorType[tensor.type]?.toLowerCase()}`);
}

function floatPrecision(weights: Set<string>): string {
  // A kernel's own type for some, unpacked for others that lack such a kernel: still one scheme.
  const types = new Set([...weights].map((entry) => entry.split(' ')[1]));
  // Quantizers to 4 bits leave layers of few weights in 8.
  if (types.has('int4')) types.delete('int8');
  const [type] = [...types];
  if (types.size > 1) return 'mixed';
  if (type === undefined) return 'float32';
  if (type === 'float16') return 'float16';
  return weights.has(`direct ${type}`) ? `dynamic-${type}` : `weight-${type}`;
}

function integerPrecision(computed: TensorType, weights: Set<string>): string {
  const activation = TensorType[computed]!.toLowerCase();
  if (computed === TensorType.INT16 && isOnly(weights, 'direct int8')) return 'int16x8';
  const kinds = new Set(weights);
  // 4 bits are for some kinds of layers only.
  if (computed === TensorType.INT8 && kinds.delete('direct int4') && isOnly(kinds, 'direct int8'))
    return 'int8x4';
  return isOnly(kinds, `direct ${activation}`) ? activation : 'mixed';
}

const isOnly = (kinds: Set<string>, kind: string): boolean => [...kinds].every((each) => each === kind);

/** Whether a tensor stands for real numbers: floats, or integers with a scale. */
export function isReal({ type, quantization }: Tensor): boolean {
  const scaled = quantization !== null && (quantization.scale.length > 0 || quantization.details !== null);
  return floatTypes.has(type) || (scaled && type !== TensorType.INT32 && type !== TensorType.INT64);
}

/**
 * Number of the model's parameters: elements of the constants that operators read as real numbers, biases
 * included, each buffer counted once; a sparse tensor with its zeros.
 */
export function parameterCount(model: Model): number {
  const counted = new Set<Uint8Array>();
  let count = 0;
  for (const { operators } of model.subgraphs) {
    for (const tensor of operators.flatMap(({ inputs }) => inputs)) {
      if (!tensor?.data || counted.has(tensor.data) || !(isReal(tensor) || tensor.quantization)) continue;
      counted.add(tensor.data);
      count += elementCount(tensor.shape);
    }
  }
  return count;
}
