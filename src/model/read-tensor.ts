import { Encoding } from 'flatbuffers';
import type { Quantization, QuantizationDetails, Tensor, VariantTensor } from './graph.js';
import {
  BlockwiseQuantization,
  CustomQuantization,
  MultiAxisQuantization,
  QuantizationDetails as QuantizationDetailsType,
  type QuantizationParameters,
  type Tensor as TensorTable,
  TensorType,
  type VariantSubType,
} from './schema/index.js';
import type { Source } from './source.js';
import { assertSparsity } from './sparsity.js';
import { byteCount, elementCount } from './tensors.js';

/** A tensor without the parts that refer to other tensors: `readDetails` adds those. */
export function readTensor(source: Source, table: TensorTable, index: string): Tensor {
  const name = source.text(table.name(Encoding.UTF8_BYTES), index) ?? '';
  const place = name ? `${index} ("${name.slice(0, 80)}")` : index;
  const tensor: Tensor = {
    name,
    type: table.type(),
    ...readShape(source, table, place),
    data: null,
    quantization: null,
    sparsity: table.sparsity()?.unpack() ?? null,
    isVariable: table.isVariable(),
    hasRank: table.hasRank(),
    variantTensors: list(table.variantTensorsLength(), (i) => readVariant(table.variantTensors(i)!)),
  };
  if (table.externalBuffer() !== 0) {
    source.fail(place, 'its data is in another file, and litetrim works on models of one file only');
  }
  tensor.data = readData(source, table.buffer(), tensor, place);
  // The first of several dimensions is the batch, to which some writers give another size.
  const isBatched = tensor.data === null && tensor.shape.length > 1 && tensor.shapeSignature?.[0] === -1;
  if (isBatched) tensor.shape[0] = 1;
  tensor.quantization = readQuantization(source, table.quantization(), tensor, place);
  if (tensor.sparsity) assertSparsity(tensor, (problem) => source.fail(place, problem));
  return tensor;
}

/** Items 0 to `count` − 1 of a vector. */
export function list<T>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function readShape(
  source: Source,
  table: TensorTable,
  place: string,
): Pick<Tensor, 'shape' | 'shapeSignature'> {
  const stored = list(table.shapeLength(), (i) => table.shape(i)!);
  let signature: number[] | null = list(table.shapeSignatureLength(), (i) => table.shapeSignature(i)!);
  if (signature.length === 0) signature = null;
  if ([...stored, ...(signature ?? [])].some((dimension) => dimension < -1)) {
    source.fail(place, `its shape [${stored.join(', ')}] has a negative dimension`);
  }
  if (signature && signature.length !== stored.length) {
    source.fail(
      place,
      `its shape has ${stored.length} dimensions and its shape signature ${signature.length}`,
    );
  }
  if (stored.includes(-1))
    signature = stored.map((dimension, i) => (dimension < 0 ? -1 : (signature?.[i] ?? dimension)));
  const shape = stored.map((dimension) => (dimension < 0 ? 1 : dimension));
  let product = 1;
  for (const dimension of shape) {
    product *= dimension;
    // 16 bytes is the largest element.
    if (product * 16 > Number.MAX_SAFE_INTEGER)
      source.fail(place, `its shape [${shape.join(', ')}] is too large`);
  }
  return { shape, shapeSignature: signature };
}

function readVariant(table: VariantSubType): VariantTensor {
  return {
    shape: list(table.shapeLength(), (i) => table.shape(i)!),
    type: table.type(),
    hasRank: table.hasRank(),
  };
}

function readData(source: Source, buffer: number, tensor: Tensor, place: string): Uint8Array | null {
  const data = source.buffer(buffer, place);
  if (buffer === 0) {
    if (data && data.length > 0) source.warn(place, 'the bytes of buffer 0 are ignored');
    return null;
  }
  if (data === null) return null;
  const expected = tensor.sparsity ? null : byteCount(tensor.type, tensor.shape);
  // Some writers give computed tensors a buffer of no bytes. What is stored sparse may be all zeros.
  if (data.length === 0 && elementCount(tensor.shape) > 0 && !tensor.sparsity) return null;
  if (expected !== null && data.length < expected) {
    source.fail(
      place,
      `its data has ${data.length} bytes, and its shape [${tensor.shape.join(', ')}] needs ${expected}`,
    );
  }
  if (expected !== null && data.length > expected) {
    source.warn(place, `the data has more bytes than the shape needs`);
  }
  if (tensor.type === TensorType.STRING) assertTexts(source, data, place);
  if (tensor.isVariable) source.warn(place, 'a variable with constant data, which LiteRT refuses');
  return data;
}

/** Checks a STRING constant: the number of texts, where each begins and the last ends, the texts. */
function assertTexts(source: Source, data: Uint8Array, place: string): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = data.length < 4 ? -1 : view.getInt32(0, true);
  if (count < 0 || 4 * (count + 2) > data.length) source.fail(place, 'its texts are corrupt');
  let previous = 4 * (count + 2);
  for (let i = 0; i <= count; i++) {
    const start = view.getInt32(4 + 4 * i, true);
    if (start < previous || start > data.length) source.fail(place, 'its texts are corrupt');
    previous = start;
  }
}

function readQuantization(
  source: Source,
  table: QuantizationParameters | null,
  tensor: Tensor,
  place: string,
): Quantization | null {
  if (!table) return null;
  const quantization: Quantization = {
    scale: Float32Array.from(list(table.scaleLength(), (i) => table.scale(i)!)),
    zeroPoint: BigInt64Array.from(list(table.zeroPointLength(), (i) => table.zeroPoint(i)!)),
    axis: table.quantizedDimension(),
    min: Float32Array.from(list(table.minLength(), (i) => table.min(i)!)),
    max: Float32Array.from(list(table.maxLength(), (i) => table.max(i)!)),
    details: null,
  };
  if (quantization.scale.length > 0) assertQuantization(source, quantization, tensor, place);
  const empty = [quantization.scale, quantization.zeroPoint, quantization.min, quantization.max].every(
    (values) => values.length === 0,
  );
  const named = table.detailsType() !== QuantizationDetailsType.NONE;
  const hasDetails = named && table.details(new CustomQuantization()) !== null;
  return empty && quantization.axis === 0 && !hasDetails ? null : quantization;
}

/** The same that LiteRT asks for, but one zero point may stand for all. */
function assertQuantization(source: Source, quantization: Quantization, tensor: Tensor, place: string): void {
  const { scale, zeroPoint, axis } = quantization;
  if (zeroPoint.length !== scale.length && zeroPoint.length !== 1) {
    source.fail(place, `it has ${scale.length} scales and ${zeroPoint.length} zero points`);
  }
  if (zeroPoint.length !== scale.length)
    source.warn(place, 'one zero point for several scales, which LiteRT refuses');
  const rank = tensor.shape.length;
  if (axis < 0) source.fail(place, `it is quantized along dimension ${axis}`);
  if (rank > 0 && axis >= rank) {
    // Converters of 2019 gave a bias the axis of its filter.
    source.warn(place, `quantized along dimension ${axis} of ${rank}, which LiteRT refuses`);
    return;
  }
  if (scale.length > 1 && rank > 0 && scale.length !== tensor.shape[axis]) {
    source.fail(
      place,
      `it has ${scale.length} scales for the ${tensor.shape[axis]} indices of dimension ${axis}`,
    );
  }
  if (!scale.every((value) => value >= 0 && value < Infinity)) {
    source.warn(place, 'a scale is negative or not a number');
  }
}

/** Fills in the quantization details, which refer to tensors of the same subgraph. */
export function readDetails(
  source: Source,
  table: TensorTable,
  tensor: Tensor,
  tensors: Tensor[],
  index: string,
): void {
  const parameters = table.quantization();
  if (!parameters || !tensor.quantization) return;
  const at = (number: number): Tensor =>
    tensors[number] ?? source.fail(index, `its quantization refers to tensor ${number}, which doesn't exist`);
  tensor.quantization.details = detailsOf(parameters, at);
}

function detailsOf(
  table: QuantizationParameters,
  at: (number: number) => Tensor,
): QuantizationDetails | null {
  switch (table.detailsType()) {
    case QuantizationDetailsType.CustomQuantization: {
      const custom = table.details(new CustomQuantization()) as CustomQuantization | null;
      return custom && { kind: 'custom', data: custom.customArray() ?? new Uint8Array() };
    }
    case QuantizationDetailsType.BlockwiseQuantization: {
      const blockwise = table.details(new BlockwiseQuantization()) as BlockwiseQuantization | null;
      return blockwise && { kind: 'blockwise', ...scalesOf(blockwise, at) };
    }
    case QuantizationDetailsType.MultiAxisQuantization: {
      const multi = table.details(new MultiAxisQuantization()) as MultiAxisQuantization | null;
      const axes = multi ? list(multi.quantizedDimensionsLength(), (i) => multi.quantizedDimensions(i)!) : [];
      return multi && { kind: 'multi-axis', ...scalesOf(multi, at), axes };
    }
    default:
      return null;
  }
}

function scalesOf(table: BlockwiseQuantization | MultiAxisQuantization, at: (number: number) => Tensor) {
  return {
    scales: at(table.scales()),
    zeroPoints: table.zeroPoints() === -1 ? null : at(table.zeroPoints()),
    blockSize: table.blockSize(),
  };
}

/** Checks that scales, and zero points, are plain constants: nothing follows them further. */
export function assertScales(source: Source, tensor: Tensor, place: string): void {
  const details = tensor.quantization?.details;
  if (!details || details.kind === 'custom') return;
  for (const part of [details.scales, details.zeroPoints]) {
    if (part?.quantization?.details) source.fail(place, `its scales "${part.name}" have scales themselves`);
  }
}
