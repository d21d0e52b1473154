import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { newQuantization } from '../../src/model/build.js';
import type { Subgraph, Tensor } from '../../src/model/graph.js';
import { TensorType } from '../../src/model/schema/index.js';
import { byteCount } from '../../src/model/tensors.js';
import { below, oddFloats, oddIntegers, oneOf, pick } from './random.js';

const types = Object.values(TensorType).filter((type) => typeof type === 'number');

/** Changes a tensor's type, shape, data or quantization. */
export function changeTensor(tensor: Tensor, { tensors }: Subgraph, random: RandomNumbers): void {
  oneOf(
    random,
    () => {
      tensor.type = pick(types, random);
    },
    () => {
      tensor.type = pick([TensorType.FLOAT32, TensorType.INT8, TensorType.INT32, TensorType.FLOAT16], random);
    },
    () => changeShape(tensor, random),
    () => changeShape(tensor, random),
    () => changeData(tensor, pick(tensors, random), random),
    () => changeData(tensor, pick(tensors, random), random),
    () => changeQuantization(tensor, random),
    () => changeQuantization(tensor, random),
    () => {
      tensor.isVariable = !tensor.isVariable;
    },
    () => {
      tensor.hasRank = !tensor.hasRank;
    },
    () => {
      tensor.sparsity = null;
    },
    () => {
      tensor.name = pick(['', 'x', tensors[0]!.name, 'n'.repeat(5000), 'a\nb\u202e'], random);
    },
  );
}

function changeShape(tensor: Tensor, random: RandomNumbers): void {
  const { shape } = tensor;
  const at = below(shape.length, random);
  oneOf(
    random,
    () => {
      shape[at] = pick([0, 1, 2, 3, 5, 16], random);
    },
    () => {
      shape[at] = pick(oddIntegers, random) & 0x7fffffff;
    },
    () => shape.push(1 + below(3, random)),
    () => shape.splice(at, 1),
    () => shape.reverse(),
    () => {
      tensor.shapeSignature = shape.map((size) => (random() < 0.5 ? -1 : size));
    },
  );
  if (tensor.shapeSignature?.length !== shape.length) tensor.shapeSignature = null;
}

function changeData(tensor: Tensor, other: Tensor, random: RandomNumbers): void {
  const { data } = tensor;
  oneOf(
    random,
    () => {
      tensor.data = null;
    },
    () => {
      tensor.data = other.data;
    },
    () => {
      tensor.data = new Uint8Array(8);
    },
    () => {
      if (!data) return;
      const changed = data.slice(0, data.length & ~3);
      const values = new Float32Array(changed.buffer);
      for (let i = 0; i < values.length; i++) if (random() < 0.3) values[i] = pick(oddFloats, random);
      tensor.data = changed;
    },
    () => {
      if (!data) return;
      const changed = data.slice(0, data.length & ~3);
      const values = new Int32Array(changed.buffer);
      for (let i = 0; i < values.length; i++) if (random() < 0.3) values[i] = pick(oddIntegers, random);
      tensor.data = changed;
    },
    () => {
      const value = pick(oddFloats, random);
      if (data) tensor.data = new Uint8Array(new Float32Array(data.length >> 2).fill(value).buffer);
    },
  );
}

function changeQuantization(tensor: Tensor, random: RandomNumbers): void {
  const axis = below(tensor.shape.length + 1, random);
  const count = Math.min(tensor.shape[axis] ?? 1, 64);
  const zeroPoint = pick([0, 1, -128, 127, 128, 2 ** 31, -(2 ** 40)], random);
  const some = () => pick(random() < 0.5 ? [0.1, 0.01, 1] : oddFloats, random);
  oneOf(
    random,
    () => {
      tensor.quantization = null;
    },
    () => {
      tensor.quantization = newQuantization([some()], [zeroPoint]);
    },
    () => {
      tensor.quantization = newQuantization(Array.from({ length: count }, some), undefined, axis);
    },
    () => {
      if (!tensor.quantization) return;
      tensor.quantization.scale = tensor.quantization.scale.map(() => some());
    },
  );
}

/** More is not made of a few changes. */
const maxFittedBytes = 1 << 16;

/** Gives a constant as many bytes as its type and shape take, repeating what it has. */
export function fitData(tensor: Tensor): void {
  const bytes = byteCount(tensor.type, tensor.shape);
  if (!tensor.data || tensor.sparsity || bytes === null || bytes > maxFittedBytes) return;
  if (tensor.data.length === bytes) return;
  const { data } = tensor;
  tensor.data = Uint8Array.from({ length: bytes }, (_, i) => data[i % Math.max(1, data.length)] ?? 0);
}
