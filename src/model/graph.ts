import type { BuiltinOperator, QuantizationDetailsT, SparsityParametersT, TensorType } from './schema/index.js';

/**
 * A `.tflite` model as an object graph. The flatbuffer exists only at its edge (`read.ts`, `write.ts`).
 *
 * Identity carries meaning: two tensors that share a buffer in the file hold the same `Uint8Array`
 * object in `data`, and an operator's inputs are the very `Tensor` objects of its subgraph.
 */
export interface Model {
  /** Schema version, 3 for every file in use. */
  version: number;
  description: string | null;
  subgraphs: Subgraph[];
  signatures: Signature[];
  metadata: Metadata[];
  /** Bytes behind the flatbuffer (TFLite Support appends a ZIP of label files); empty mostly. */
  tail: Uint8Array;
  /** What a reader should know of the file, one sentence each (unknown fields, odd references). */
  warnings: string[];
}

export interface Subgraph {
  name: string | null;
  /** In file order. A tensor that nothing refers to may be removed. */
  tensors: Tensor[];
  inputs: Tensor[];
  outputs: Tensor[];
  /** In execution order. */
  operators: Operator[];
}

export interface Tensor {
  name: string;
  type: TensorType;
  /** Static shape; a dynamic dimension is 1 here and -1 in `shapeSignature`. */
  shape: number[];
  shapeSignature: number[] | null;
  /** Raw little-endian constant data, a zero-copy view where read from a file; null: computed at run time. */
  data: Uint8Array | null;
  quantization: Quantization | null;
  sparsity: SparsityParametersT | null;
  isVariable: boolean;
  /** False only where the file says that the rank is unknown. */
  hasRank: boolean;
  variantTensors: VariantTensor[];
}

/** Element type and shape of what a VARIANT tensor holds. */
export interface VariantTensor {
  shape: number[];
  type: TensorType;
  hasRank: boolean;
}

/** real = scale × (stored − zeroPoint); one scale for the tensor, or one for each index along `axis`. */
export interface Quantization {
  scale: Float32Array;
  zeroPoint: BigInt64Array;
  /** Dimension of a per-channel scale; 0 where there is one scale. */
  axis: number;
  /** Recorded ranges, mostly absent. */
  min: Float32Array;
  max: Float32Array;
  /** Custom or blockwise details, kept as the file has them. */
  details: QuantizationDetailsT | null;
}

export interface Operator {
  code: BuiltinOperator;
  /** Name of a custom operator (`code` is CUSTOM), else null. */
  customCode: string | null;
  /** Operator version, ≥ 1. */
  version: number;
  /** null: an optional input that isn't given. */
  inputs: (Tensor | null)[];
  outputs: Tensor[];
  intermediates: Tensor[];
  /** The operator's options as the schema's object (`Conv2DOptionsT`, …), null where it has none. */
  options: OperatorOptions | null;
  /** Options of a custom operator: opaque bytes. */
  customOptions: Uint8Array | null;
  mutatingVariableInputs: boolean[];
}

/** Any generated options class of the union `BuiltinOptions` or `BuiltinOptions2`. */
export type OperatorOptions = import('./schema/index.js').AnyOptions;

export interface Signature {
  /** What callers name it: `serving_default`. */
  key: string;
  subgraph: Subgraph;
  inputs: SignatureTensor[];
  outputs: SignatureTensor[];
}

export interface SignatureTensor {
  name: string;
  tensor: Tensor;
}

export interface Metadata {
  name: string;
  data: Uint8Array;
}
