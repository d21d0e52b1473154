import type { AnyOptions, BuiltinOperator, SparsityParametersT, TensorType } from './schema/index.js';

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
  /**
   * Bytes behind the flatbuffer (TFLite Support appends a ZIP of label files); empty mostly. Where its
   * offsets count from the file's start, `writeModel` adjusts them to the new length.
   */
  tail: Uint8Array;
  /** What a reader should know of the file, one sentence each (unknown fields, odd references). */
  warnings: string[];
  /**
   * Places of the file that a newer schema defines and this graph can't hold (`subgraphs[0].tensors[3].type
   * = 31`). Absent or empty mostly; `writeModel` refuses a model that would lose them.
   */
  unknownFields?: string[];
  /** Older form of `metadata`: buffers without a name. */
  metadataBuffers?: Uint8Array[];
}

export interface Subgraph {
  name: string | null;
  /** In file order. A tensor that nothing refers to may be removed. */
  tensors: Tensor[];
  inputs: Tensor[];
  outputs: Tensor[];
  /** In execution order. */
  operators: Operator[];
  /** Position in the list of subgraphs in the metadata named `debug_metadata`. */
  debugMetadataIndex?: number;
}

export interface Tensor {
  name: string;
  type: TensorType;
  /**
   * Static shape; a dynamic dimension is -1 in `shapeSignature`, and has here the size that it is run with: 1 for a batch,
   * the first of several dimensions, and for others what the file says, which is 1 mostly.
   */
  shape: number[];
  shapeSignature: number[] | null;
  /**
   * Raw little-endian constant data, a zero-copy view where read from a file (not necessarily aligned: see
   * `typedData`); an empty array is a constant without elements; null: computed at run time.
   */
  data: Uint8Array | null;
  quantization: Quantization | null;
  sparsity: SparsityParametersT | null;
  isVariable: boolean;
  /** Whether the file says that the rank is known. Older files never say so, whatever the shape. */
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
  /** Another scheme than scales and zero points; it replaces them. */
  details: QuantizationDetails | null;
}

export type QuantizationDetails =
  | { kind: 'custom'; data: Uint8Array }
  /** A scale for each block of `blockSize` elements; null: all zero points are 0. */
  | { kind: 'blockwise'; scales: Tensor; zeroPoints: Tensor | null; blockSize: number }
  /** Scales along several dimensions; `blockSize` 0: no blocks. */
  | { kind: 'multi-axis'; scales: Tensor; zeroPoints: Tensor | null; blockSize: number; axes: number[] };

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
  /** For each input whether the operator changes it; empty: none. */
  mutatingVariableInputs: boolean[];
  /** Position in the list of operators in the metadata named `debug_metadata`. */
  debugMetadataIndex?: number;
}

/** Any generated options class of the union `BuiltinOptions` or `BuiltinOptions2`. */
export type OperatorOptions = AnyOptions;

export interface Signature {
  /** What callers name it: `serving_default`. */
  key: string;
  subgraph: Subgraph;
  inputs: SignatureTensor[];
  outputs: SignatureTensor[];
  /** What files of schema version 3a hold beside the key; nothing reads it. */
  deprecatedTag?: string;
}

export interface SignatureTensor {
  name: string;
  tensor: Tensor;
}

export interface Metadata {
  name: string;
  data: Uint8Array;
}
