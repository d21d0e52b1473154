import { ByteBuffer, Encoding } from 'flatbuffers';
import { assertGraph } from './assert-graph.js';
import type { Metadata, Model, Signature, SignatureTensor, Subgraph, Tensor } from './graph.js';
import { readOperator, readOperatorCodes } from './read-operator.js';
import { assertScales, list, readDetails, readTensor } from './read-tensor.js';
import { recognize } from './recognize.js';
import { Model as ModelTable, type SignatureDef, type TensorMap } from './schema/index.js';
import { Source } from './source.js';
import { readTail } from './tail.js';
import { verifyStructure } from './verify.js';

/** The only schema version in use since 2017; its later revisions only add to it. */
const schemaVersion = 3;

/** Metadata that refers to operators or tensors by number: LiteRT's order of side effects, TFLM's memory plan. */
const positional = ['model_control_dependencies', 'OfflineMemoryAllocation'];

/** Metadata that says where the file has its buffers; not a fact of the model. */
const bufferLocation = 'buffer_location';

/**
 * Reads a `.tflite` file into an object graph. Nothing of the weights is copied: `Tensor.data` are views
 * of `bytes`, which must not change while the model lives.
 *
 * @param file the file as the user named it, for errors.
 * @throws InputError if the file isn't a whole and consistent model: every offset, reference between
 *   tables, shape, buffer range and execution order is checked first.
 */
export function readModel(bytes: Uint8Array, file = 'model'): Model {
  recognize(bytes, file);
  // A Buffer would give Buffers as views.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { end, unknown } = verifyStructure(plain, file);
  const source = new Source(plain, ModelTable.getRootAsModel(new ByteBuffer(plain)), file, end);
  if (source.model.version() !== schemaVersion) {
    source.fail(
      'model',
      `its schema version is ${source.model.version()}, and only ${schemaVersion} is known`,
    );
  }
  return readGraph(source, unknown);
}

function readGraph(source: Source, unknown: string[]): Model {
  const codes = readOperatorCodes(source);
  const { model: table } = source;
  const subgraphs = list(table.subgraphsLength(), (i) => readSubgraph(source, codes, i));
  const model: Model = {
    version: table.version(),
    description: source.text(table.description(Encoding.UTF8_BYTES), 'the description'),
    subgraphs,
    signatures: list(table.signatureDefsLength(), (i) =>
      readSignature(source, table.signatureDefs(i)!, subgraphs, i),
    ),
    metadata: list(table.metadataLength(), (i) => readMetadata(source, i)).filter(
      ({ name }) => name !== bufferLocation,
    ),
    tail: new Uint8Array(),
    warnings: [],
  };
  if (table.metadataBufferLength() > 0) {
    model.metadataBuffers = list(table.metadataBufferLength(), (i) => readMetadataBuffer(source, i));
  }
  model.tail = readTail(source.bytes, source.end);
  if (unknown.length > 0) model.unknownFields = unknown;
  noteOddities(model, source);
  assertGraph(model, source);
  model.warnings = source.warnings();
  return model;
}

function noteOddities({ metadata, unknownFields }: Model, source: Source): void {
  for (const { name } of metadata.filter((entry) => positional.includes(entry.name))) {
    const problem = 'it refers to parts of the model by number, so it holds only for an unchanged graph';
    source.warn(`metadata "${name}"`, problem);
  }
  const unused = source.unusedBuffers();
  if (unused > 0) source.warn('model', `nothing refers to ${unused} of its buffers; writing drops them`);
  if (unknownFields) source.warn('model', `it uses parts of a newer schema: ${unknownFields.join(', ')}`);
}

function readSubgraph(source: Source, codes: ReturnType<typeof readOperatorCodes>, index: number): Subgraph {
  const table = source.model.subgraphs(index)!;
  const prefix = source.model.subgraphsLength() > 1 ? `subgraph ${index}, ` : '';
  const tensors = list(table.tensorsLength(), (i) =>
    readTensor(source, table.tensors(i)!, `${prefix}tensor ${i}`),
  );
  tensors.forEach((tensor, i) => {
    readDetails(source, table.tensors(i)!, tensor, tensors, `${prefix}tensor ${i}`);
  });
  tensors.forEach((tensor, i) => {
    assertScales(source, tensor, `${prefix}tensor ${i}`);
  });
  const at = tensorAt(source, tensors, `subgraph ${index}`);
  const subgraph: Subgraph = {
    name: source.text(table.name(Encoding.UTF8_BYTES), `subgraph ${index}`),
    tensors,
    inputs: list(table.inputsLength(), (i) => at(table.inputs(i)!)),
    outputs: list(table.outputsLength(), (i) => at(table.outputs(i)!)),
    operators: list(table.operatorsLength(), (i) =>
      readOperator(source, table.operators(i)!, codes, tensors, `${prefix}operator ${i}`),
    ),
  };
  if (table.debugMetadataIndex() !== -1) subgraph.debugMetadataIndex = table.debugMetadataIndex();
  return subgraph;
}

function tensorAt(source: Source, tensors: Tensor[], place: string): (number: number) => Tensor {
  return (number) =>
    tensors[number] ??
    source.fail(place, `tensor ${number} doesn't exist: the subgraph has ${tensors.length}`);
}

function readSignature(source: Source, table: SignatureDef, subgraphs: Subgraph[], index: number): Signature {
  const key = source.text(table.signatureKey(Encoding.UTF8_BYTES), `signature ${index}`) ?? '';
  const place = `signature ${index} ("${key.slice(0, 80)}")`;
  const subgraph = subgraphs[table.subgraphIndex()];
  if (!subgraph)
    source.fail(place, `subgraph ${table.subgraphIndex()} doesn't exist: the file has ${subgraphs.length}`);
  const at = tensorAt(source, subgraph.tensors, place);
  const entry = (map: TensorMap): SignatureTensor => ({
    name: source.text(map.name(Encoding.UTF8_BYTES), place) ?? '',
    tensor: at(map.tensorIndex()),
  });
  const tag = source.text(table.deprecatedTag(Encoding.UTF8_BYTES), place);
  return {
    key,
    subgraph,
    inputs: list(table.inputsLength(), (i) => entry(table.inputs(i)!)),
    outputs: list(table.outputsLength(), (i) => entry(table.outputs(i)!)),
    ...(tag === null ? {} : { deprecatedTag: tag }),
  };
}

function readMetadata(source: Source, index: number): Metadata {
  const table = source.model.metadata(index)!;
  const name = source.text(table.name(Encoding.UTF8_BYTES), `metadata ${index}`) ?? '';
  return {
    name,
    data: source.buffer(table.buffer(), `metadata ${index} ("${name.slice(0, 80)}")`) ?? new Uint8Array(),
  };
}

function readMetadataBuffer(source: Source, index: number): Uint8Array {
  return source.buffer(source.model.metadataBuffer(index)!, `metadata buffer ${index}`) ?? new Uint8Array();
}
