import type { BlockwiseQuantizationT, CustomQuantizationT, MultiAxisQuantizationT } from './generated/index.js';

/** The schema's enums, accessors (`Tensor`, …) and object classes (`Conv2DOptionsT`, …). */
export * from './generated/index.js';
export { type AnyOptions, builtinOptions } from './generated/options.js';

/** What a tensor's quantization says beyond scales and zero points, as the schema's object. */
export type QuantizationDetailsT = BlockwiseQuantizationT | CustomQuantizationT | MultiAxisQuantizationT;
