import type { Offset } from 'flatbuffers';
import { InputError } from '../base/errors.js';
import type { Metadata, Model, Signature, SignatureTensor, Subgraph, Tensor } from './graph.js';
import {
  Buffer,
  Metadata as MetadataTable,
  Model as ModelTable,
  SignatureDef,
  SubGraph,
  TensorMap,
} from './schema/index.js';
import { bufferAlignment, Sink } from './sink.js';
import { relocateTail } from './tail.js';
import { tensorName } from './tensors.js';
import { OperatorCodes, writeOperator } from './write-operator.js';
import { type TensorNumber, writeTensor } from './write-tensor.js';

/** Offsets in flatbuffers are signed 32-bit numbers. */
const maxFileBytes = 2 ** 31 - 1;

/** LiteRT's operator for parts compiled for an accelerator; its options hold file positions. */
const compiledPart = 'DISPATCH_OP';

/**
 * Writes the model as a `.tflite` file: the same bytes for the same model every time. Buffers are 16-byte
 * aligned, each written once however many tensors hold it, and copied once, into the result.
 *
 * @param file the file that the model was read from, as the user named it, for errors.
 * @throws InputError if that file has parts that would be lost, or if the result would exceed 2 GB.
 */
export function writeModel(model: Model, file?: string): Uint8Array<ArrayBuffer> {
  const named = file === undefined ? {} : { file };
  assertWritable(model, named);
  const sink = new Sink(estimateBytes(model, named));
  const codes = new OperatorCodes();
  const numbers = model.subgraphs.map(({ tensors }) => tensorNumbers(tensors));
  // A flatbuffer grows from its end; what is written first comes last in the file.
  const subgraphs = model.subgraphs.map((subgraph, i) => writeSubgraph(sink, subgraph, codes, numbers[i]!));
  const signatures = model.signatures.map((signature) =>
    writeSignature(sink, signature, model.subgraphs, numbers),
  );
  const metadata = model.metadata.map((entry) => writeMetadata(sink, entry));
  const metadataBuffers = sink.numbersOrNone(
    Int32Array.from(model.metadataBuffers ?? [], (data) => sink.bufferNumber(data)),
  );
  const parts = {
    codes: codes.write(sink),
    subgraphs: sink.tables(subgraphs),
    signatures: sink.tables(signatures),
    metadata: sink.tables(metadata),
    description: sink.text(model.description),
    buffers: writeBuffers(sink),
  };
  const { builder } = sink;
  ModelTable.startModel(builder);
  ModelTable.addVersion(builder, model.version);
  ModelTable.addOperatorCodes(builder, parts.codes);
  ModelTable.addSubgraphs(builder, parts.subgraphs);
  ModelTable.addDescription(builder, parts.description);
  ModelTable.addBuffers(builder, parts.buffers);
  ModelTable.addMetadataBuffer(builder, metadataBuffers);
  ModelTable.addMetadata(builder, parts.metadata);
  ModelTable.addSignatureDefs(builder, parts.signatures);
  ModelTable.finishModelBuffer(builder, ModelTable.endModel(builder));
  return withTail(builder.asUint8Array() as Uint8Array<ArrayBuffer>, model.tail);
}

function assertWritable({ unknownFields = [], subgraphs, tail }: Model, named: { file?: string }): void {
  if (unknownFields.length > 0) {
    throw new InputError(
      `writing the model would lose parts of a newer schema: ${unknownFields.join(', ')}`,
      { ...named, hint: 'Update litetrim' },
    );
  }
  const compiled = subgraphs.some(({ operators }) =>
    operators.some(({ customCode }) => customCode === compiledPart),
  );
  if (compiled && tail.length > 0) {
    throw new InputError(
      'the model has parts compiled for an accelerator, which can only be copied as they are',
      { ...named, hint: 'Optimize the model before it is compiled' },
    );
  }
}

/** Bytes that the file will need at most, but for unusually long operator options. */
function estimateBytes(model: Model, named: { file?: string }): number {
  const buffers = new Set<Uint8Array>();
  let bytes = 4096;
  for (const { tensors, operators } of model.subgraphs) {
    for (const tensor of tensors) {
      bytes += estimateTensorBytes(tensor);
      if (tensor.data) buffers.add(tensor.data);
    }
    for (const { inputs, outputs, customOptions } of operators) {
      bytes += 512 + 8 * (inputs.length + outputs.length) + (customOptions?.length ?? 0);
    }
  }
  for (const { data } of model.metadata) buffers.add(data);
  for (const data of model.metadataBuffers ?? []) buffers.add(data);
  for (const data of buffers) bytes += data.length + 64;
  if (bytes > maxFileBytes) {
    throw new InputError(`the model needs ${bytes} bytes, and files over 2 GB are not written`, named);
  }
  return bytes;
}

function estimateTensorBytes({ name, shape, quantization, sparsity }: Tensor): number {
  const perChannel = quantization ? 8 * quantization.zeroPoint.length + 12 * quantization.scale.length : 0;
  const stored = sparsity?.dimMetadata.reduce(
    (sum, { arraySegments, arrayIndices }) =>
      sum + (arraySegments?.values.length ?? 0) + (arrayIndices?.values.length ?? 0),
    0,
  );
  return 512 + 3 * name.length + 8 * shape.length + perChannel + 4 * (stored ?? 0);
}

function tensorNumbers(tensors: Tensor[]): TensorNumber {
  const numbers = new Map(tensors.map((tensor, index) => [tensor, index]));
  return (tensor) => {
    const number = numbers.get(tensor);
    if (number === undefined)
      throw new Error(`${tensorName(tensor)} is not in its subgraph's list of tensors`);
    return number;
  };
}

function writeBuffers(sink: Sink): Offset {
  const { builder } = sink;
  const offsets: Offset[] = [];
  for (const data of sink.buffers()) {
    const bytes = sink.bytes(data, bufferAlignment);
    Buffer.startBuffer(builder);
    Buffer.addData(builder, bytes);
    offsets.push(Buffer.endBuffer(builder));
  }
  Buffer.startBuffer(builder);
  return sink.tables([Buffer.endBuffer(builder), ...offsets]);
}

function writeSubgraph(sink: Sink, subgraph: Subgraph, codes: OperatorCodes, numberOf: TensorNumber): Offset {
  const { builder } = sink;
  const tensors = sink.tables(subgraph.tensors.map((tensor) => writeTensor(sink, tensor, numberOf)));
  const inputs = sink.int32s(subgraph.inputs.map(numberOf));
  const outputs = sink.int32s(subgraph.outputs.map(numberOf));
  const operators = sink.tables(
    subgraph.operators.map((operator) => writeOperator(sink, operator, codes, numberOf)),
  );
  const name = sink.text(subgraph.name);
  SubGraph.startSubGraph(builder);
  SubGraph.addTensors(builder, tensors);
  SubGraph.addInputs(builder, inputs);
  SubGraph.addOutputs(builder, outputs);
  SubGraph.addOperators(builder, operators);
  SubGraph.addName(builder, name);
  SubGraph.addDebugMetadataIndex(builder, subgraph.debugMetadataIndex ?? -1);
  return SubGraph.endSubGraph(builder);
}

function writeSignature(
  sink: Sink,
  signature: Signature,
  subgraphs: Subgraph[],
  numbers: TensorNumber[],
): Offset {
  const { builder } = sink;
  const index = subgraphs.indexOf(signature.subgraph);
  const numberOf = numbers[index];
  if (!numberOf) throw new Error(`signature "${signature.key}" is of a subgraph that the model doesn't have`);
  const entry = ({ name, tensor }: SignatureTensor): Offset =>
    TensorMap.createTensorMap(builder, sink.text(name), numberOf(tensor));
  const inputs = sink.tables(signature.inputs.map(entry));
  const outputs = sink.tables(signature.outputs.map(entry));
  const key = sink.text(signature.key);
  const tag = sink.text(signature.deprecatedTag ?? null);
  return SignatureDef.createSignatureDef(builder, inputs, outputs, key, tag, index);
}

function writeMetadata(sink: Sink, { name, data }: Metadata): Offset {
  return MetadataTable.createMetadata(sink.builder, sink.name(name), sink.bufferNumber(data));
}

function withTail(flatbuffer: Uint8Array<ArrayBuffer>, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  if (tail.length === 0) return flatbuffer;
  const bytes = new Uint8Array(flatbuffer.length + tail.length);
  bytes.set(flatbuffer);
  bytes.set(relocateTail(tail, flatbuffer.length), flatbuffer.length);
  return bytes;
}
