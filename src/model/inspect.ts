import { downloadSize } from '../base/download-size.js';
import type { Model, SignatureTensor, Tensor } from './graph.js';
import { graphOf } from './model-file.js';
import { operatorName, totalMacs } from './operators/index.js';
import { parameterCount, precision } from './precision.js';
import { TensorType } from './schema/index.js';

/** What there is to say of a model without running it. Pure data: it goes into JSON as it is. */
export interface Inspection {
  file: string;
  bytes: number;
  /** Size as a download: gzip, level 6. */
  gzipBytes: number;
  /** By name, then version. */
  operators: { name: string; version: number; count: number }[];
  /** Number of tensors in all subgraphs. */
  tensors: number;
  /** Elements of all weights and biases, shared ones counted once. */
  parameters: number;
  /** Multiply-accumulates of one inference, dynamic dimensions as 1, every subgraph's operators once. */
  macs: number;
  /** `float32`, `float16`, `int8`, `dynamic-int8`, `mixed`, …: see `precision`. */
  precision: string;
  signatures: InspectedSignature[];
  warnings: string[];
}

/** How a model is called. */
export interface InspectedSignature {
  /** `null`: the file has no signature; the main subgraph's inputs and outputs follow. */
  key: string | null;
  inputs: InspectedTensor[];
  outputs: InspectedTensor[];
}

export interface InspectedTensor {
  name: string;
  /** `float32`, `int8`, … */
  type: string;
  /** -1: known at run time only. */
  shape: number[];
  quantization: { scale: number; zeroPoint: number } | null;
}

/**
 * Describes a model file.
 *
 * @param file as the user named it.
 * @throws InputError if it is no model
 */
export async function inspectFile(bytes: Uint8Array, file: string): Promise<Inspection> {
  const model = graphOf({ file, bytes });
  // Compressing takes most of the time: it begins first.
  const gzipBytes = downloadSize(bytes);
  const { file: name, bytes: size, ...facts } = inspectModel(model, bytes, file);
  return { file: name, bytes: size, gzipBytes: await gzipBytes, ...facts };
}

/**
 * Describes a model.
 *
 * @param bytes the file that `model` was read from.
 * @param file the file as the user named it.
 */
export function inspectModel(model: Model, bytes: Uint8Array, file: string): Omit<Inspection, 'gzipBytes'> {
  const operators = model.subgraphs.flatMap((subgraph) => subgraph.operators);
  return {
    file,
    bytes: bytes.length,
    operators: countOperators(model),
    tensors: model.subgraphs.reduce((sum, { tensors }) => sum + tensors.length, 0),
    parameters: parameterCount(model),
    macs: totalMacs(operators),
    precision: precision(model),
    signatures: signaturesOf(model),
    warnings: [...model.warnings],
  };
}

function countOperators(model: Model): Inspection['operators'] {
  const counts = new Map<string, Inspection['operators'][number]>();
  for (const operator of model.subgraphs.flatMap((subgraph) => subgraph.operators)) {
    const name = operatorName(operator);
    const key = `${name} ${operator.version}`;
    const entry = counts.get(key) ?? { name, version: operator.version, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => compare(a.name, b.name) || a.version - b.version);
}

/** The same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function signaturesOf({ signatures, subgraphs }: Model): InspectedSignature[] {
  if (signatures.length > 0) {
    const entries = (list: SignatureTensor[]) => list.map(({ name, tensor }) => describe(name, tensor));
    return signatures.map(({ key, inputs, outputs }) => ({
      key,
      inputs: entries(inputs),
      outputs: entries(outputs),
    }));
  }
  const own = (list: Tensor[] = []) => list.map((tensor) => describe(tensor.name, tensor));
  return [{ key: null, inputs: own(subgraphs[0]?.inputs), outputs: own(subgraphs[0]?.outputs) }];
}

function describe(name: string, { type, shape, shapeSignature, quantization }: Tensor): InspectedTensor {
  const scale = quantization?.scale.length === 1 ? quantization.scale[0]! : null;
  return {
    name,
    type: TensorType[type]?.toLowerCase() ?? `type ${type}`,
    shape: [...(shapeSignature ?? shape)],
    quantization: scale === null ? null : { scale, zeroPoint: Number(quantization?.zeroPoint[0] ?? 0n) },
  };
}
