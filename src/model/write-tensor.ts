import type { Offset } from 'flatbuffers';
import type { Quantization, QuantizationDetails, Tensor, VariantTensor } from './graph.js';
import {
  BlockwiseQuantizationT,
  CustomQuantization,
  MultiAxisQuantizationT,
  QuantizationDetails as QuantizationDetailsType,
  QuantizationParameters,
  Tensor as TensorTable,
  VariantSubType,
} from './schema/index.js';
import { bufferAlignment, type Sink } from './sink.js';

/** Number of a tensor in its subgraph. */
export type TensorNumber = (tensor: Tensor) => number;

export function writeTensor(sink: Sink, tensor: Tensor, numberOf: TensorNumber): Offset {
  const { builder } = sink;
  const shape = sink.int32s(tensor.shape);
  const signature = tensor.shapeSignature ? sink.int32s(tensor.shapeSignature) : 0;
  const name = sink.name(tensor.name);
  const quantization = tensor.quantization ? writeQuantization(sink, tensor.quantization, numberOf) : 0;
  const sparsity = tensor.sparsity?.pack(builder) ?? 0;
  const variants = tensor.variantTensors.length > 0 ? writeVariants(sink, tensor.variantTensors) : 0;
  TensorTable.startTensor(builder);
  TensorTable.addShape(builder, shape);
  TensorTable.addType(builder, tensor.type);
  TensorTable.addBuffer(builder, sink.bufferNumber(tensor.data));
  TensorTable.addName(builder, name);
  TensorTable.addQuantization(builder, quantization);
  TensorTable.addIsVariable(builder, tensor.isVariable);
  TensorTable.addSparsity(builder, sparsity);
  TensorTable.addShapeSignature(builder, signature);
  TensorTable.addHasRank(builder, tensor.hasRank);
  TensorTable.addVariantTensors(builder, variants);
  return TensorTable.endTensor(builder);
}

function writeVariants(sink: Sink, variants: VariantTensor[]): Offset {
  return sink.tables(variants.map((variant) => writeVariant(sink, variant)));
}

function writeVariant(sink: Sink, variant: VariantTensor): Offset {
  const shape = sink.int32s(variant.shape);
  VariantSubType.startVariantSubType(sink.builder);
  VariantSubType.addShape(sink.builder, shape);
  VariantSubType.addType(sink.builder, variant.type);
  VariantSubType.addHasRank(sink.builder, variant.hasRank);
  return VariantSubType.endVariantSubType(sink.builder);
}

function writeQuantization(sink: Sink, quantization: Quantization, numberOf: TensorNumber): Offset {
  const { builder } = sink;
  const min = sink.numbersOrNone(quantization.min);
  const max = sink.numbersOrNone(quantization.max);
  const scale = sink.numbersOrNone(quantization.scale);
  const zeroPoint = sink.numbersOrNone(quantization.zeroPoint);
  const [type, details] = writeDetails(sink, quantization.details, numberOf);
  QuantizationParameters.startQuantizationParameters(builder);
  QuantizationParameters.addMin(builder, min);
  QuantizationParameters.addMax(builder, max);
  QuantizationParameters.addScale(builder, scale);
  QuantizationParameters.addZeroPoint(builder, zeroPoint);
  QuantizationParameters.addDetailsType(builder, type);
  QuantizationParameters.addDetails(builder, details);
  QuantizationParameters.addQuantizedDimension(builder, quantization.axis);
  return QuantizationParameters.endQuantizationParameters(builder);
}

function writeDetails(
  sink: Sink,
  details: QuantizationDetails | null,
  numberOf: TensorNumber,
): [QuantizationDetailsType, Offset] {
  if (details === null) return [QuantizationDetailsType.NONE, 0];
  if (details.kind === 'custom') {
    const custom = sink.bytes(details.data, bufferAlignment);
    return [
      QuantizationDetailsType.CustomQuantization,
      CustomQuantization.createCustomQuantization(sink.builder, custom),
    ];
  }
  const scales = numberOf(details.scales);
  const zeroPoints = details.zeroPoints ? numberOf(details.zeroPoints) : -1;
  if (details.kind === 'blockwise') {
    const table = new BlockwiseQuantizationT(scales, zeroPoints, details.blockSize);
    return [QuantizationDetailsType.BlockwiseQuantization, table.pack(sink.builder)];
  }
  const table = new MultiAxisQuantizationT(scales, zeroPoints, details.blockSize, details.axes);
  return [QuantizationDetailsType.MultiAxisQuantization, table.pack(sink.builder)];
}
