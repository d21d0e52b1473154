/** The schema's enums, accessors (`Tensor`, …) and object classes (`Conv2DOptionsT`, …). */
export * from './generated/index.js';
export { type AnyOptions, builtinOptions } from './generated/options.js';
