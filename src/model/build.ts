import type { Model, Operator, Quantization, Subgraph, Tensor } from './graph.js';
import type { BuiltinOperator } from './schema/index.js';

/** A model of the given subgraphs, the first being the main one. */
export function newModel(subgraphs: Subgraph[], parts: Partial<Model> = {}): Model {
  return {
    version: 3,
    description: null,
    subgraphs,
    signatures: [],
    metadata: [],
    tail: new Uint8Array(),
    warnings: [],
    ...parts,
  };
}

/** A subgraph of the given operators, with every tensor that they, the inputs or the outputs name. */
export function newSubgraph(
  inputs: Tensor[],
  outputs: Tensor[],
  operators: Operator[],
  name: string | null = null,
): Subgraph {
  const named = operators.flatMap((operator) => [
    ...operator.inputs,
    ...operator.outputs,
    ...operator.intermediates,
  ]);
  const holders = [...new Set([...inputs, ...named, ...outputs])].filter((tensor) => tensor !== null);
  // Scales of blocks are tensors, too.
  const tensors = [...new Set(holders.flatMap((tensor) => [tensor, ...scaleTensors(tensor)]))];
  return { name, tensors, inputs, outputs, operators };
}

function scaleTensors({ quantization }: Tensor): Tensor[] {
  const details = quantization?.details;
  if (!details || details.kind === 'custom') return [];
  return [details.scales, details.zeroPoints].filter((tensor) => tensor !== null);
}

/** An operator of version 1 without options; everything that differs goes into `parts`. */
export function newOperator(code: BuiltinOperator, parts: Partial<Omit<Operator, 'code'>> = {}): Operator {
  return {
    code,
    customCode: null,
    version: 1,
    inputs: [],
    outputs: [],
    intermediates: [],
    options: null,
    customOptions: null,
    mutatingVariableInputs: [],
    ...parts,
  };
}

/** A tensor without data or quantization; everything that differs goes into `parts`. */
export function newTensor(
  name: string,
  type: Tensor['type'],
  shape: number[],
  parts: Partial<Tensor> = {},
): Tensor {
  return {
    name,
    type,
    shape,
    shapeSignature: null,
    data: null,
    quantization: null,
    sparsity: null,
    isVariable: false,
    hasRank: true,
    variantTensors: [],
    ...parts,
  };
}

/** One scale and zero point for a whole tensor, or one a channel along `axis`. */
export function newQuantization(
  scale: number[],
  zeroPoint: number[] = scale.map(() => 0),
  axis = 0,
): Quantization {
  return {
    scale: Float32Array.from(scale),
    zeroPoint: BigInt64Array.from(zeroPoint, BigInt),
    axis,
    min: new Float32Array(),
    max: new Float32Array(),
    details: null,
  };
}
