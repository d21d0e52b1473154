import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator, FullyConnectedOptionsT, TensorType } from '../../model/schema/index.js';
import { type TypedData, typedData } from '../../model/tensors.js';
import { type Encoded, encode } from './encode.js';

/** How a constant is stored sparse. */
export interface Form {
  encoded: Encoded;
  /** Whether its readers take it as it is; else a DENSIFY unpacks it for them when the model is loaded. */
  direct: boolean;
}

/** Block sizes along the input that LiteRT knows, single values first. */
const blocks = [1, 4, 16];

/** Bytes that an operator, a tensor and the tables of a sparse constant take beside values and indices. */
const tableBytes = 400;

/**
 * LiteRT's own kernels of FULLY_CONNECTED read sparse weights in these blocks, XNNPACK's don't: so they only pay
 * with so many blocks zero, by the model of Cortex-A53 and A72 (512 × 1024 weights; float 1×4: as fast at 50 %,
 * 3.8 and 4.4 times at 80 %; single floats: 0.7 and 1.3 times at 80 %, 1.5 and 2.4 times at 90 %; int8 1×16: 0.6
 * times at 50 %, 1.4 and 1.1 times at 80 %).
 */
const kernels: { type: TensorType; block: number; fewestZeros: number }[] = [
  { type: TensorType.FLOAT32, block: 4, fewestZeros: 0.6 },
  { type: TensorType.FLOAT32, block: 1, fewestZeros: 0.87 },
  { type: TensorType.INT8, block: 16, fewestZeros: 0.8 },
];

/** How a constant is best stored; null: as it is. */
export function formOf(tensor: Tensor, subgraphs: readonly Subgraph[]): Form | null {
  const { type, shape, data } = tensor;
  if (!data || shape.length < 2 || tensor.quantization?.details) return null;
  const readers = subgraphs.flatMap(({ operators }) =>
    operators.filter(({ inputs }) => inputs.some((input) => input?.data === data)),
  );
  if (readers.length === 0) return null;
  const values = typedData(tensor);
  if (readers.every((reader) => readsSparse(reader, tensor))) {
    for (const { block, fewestZeros } of kernels.filter((kernel) => kernel.type === type)) {
      if (zeroBlocks(values, shape, block) < fewestZeros) continue;
      const encoded = encode(values, shape, block);
      if (saves(encoded, data) > 0) return { encoded, direct: true };
    }
  }
  if (!canBeUnpacked(type, readers)) return null;
  const forms = blocks
    .filter((block) => shape.at(-1)! % block === 0)
    .map((block) => encode(values, shape, block));
  const encoded = forms.reduce((best, form) => (form.bytes < best.bytes ? form : best));
  return saves(encoded, data) > 0 ? { encoded, direct: false } : null;
}

/** Bytes by which the file becomes smaller. */
export const saves = ({ bytes }: Encoded, { length }: Uint8Array): number => length - bytes - tableBytes;

/** Whether an operator has kernels that read a constant sparse: as weights, in the type that it computes in. */
function readsSparse({ code, inputs, options }: Operator, { data, type, quantization }: Tensor): boolean {
  if (code !== BuiltinOperator.FULLY_CONNECTED || !(options instanceof FullyConnectedOptionsT)) return false;
  const isSymmetric = quantization?.zeroPoint.every((zeroPoint) => zeroPoint === 0n) ?? true;
  const isWeights = inputs[1]?.data === data && inputs[0]?.type === type;
  return isWeights && isSymmetric && options.weightsFormat === 0;
}

/**
 * DENSIFY unpacks single floats, and bytes for a DEQUANTIZE. XNNPACK refuses models whose integer kernels read
 * what it unpacks. FLOAT16 works in LiteRT 2.3 on ARM; 2.5.3 leaves out a DEQUANTIZE to float that only convolutions
 * and fully connected layers read, and gives these what the DENSIFY before it never wrote.
 */
function canBeUnpacked(type: TensorType, readers: readonly Operator[]): boolean {
  const isDequantized = readers.every(({ code }) => code === BuiltinOperator.DEQUANTIZE);
  return type === TensorType.FLOAT32 || (type === TensorType.INT8 && isDequantized);
}

/** The part of the blocks that is zero; 0 where blocks don't fit. */
function zeroBlocks(values: TypedData, shape: readonly number[], block: number): number {
  if (shape.at(-1)! % block !== 0) return 0;
  let zeros = 0;
  for (let start = 0; start < values.length; start += block) {
    let i = start;
    while (i < start + block && Number(values[i]) === 0) i++;
    if (i === start + block) zeros++;
  }
  return (zeros * block) / values.length;
}
