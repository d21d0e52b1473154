import { z } from 'zod';
import type { Model } from '../../model/graph.js';
import { TensorType } from '../../model/schema/index.js';
import { tell } from '../notes.js';
import type { Transform, TransformContext } from '../types.js';
import { storeAsFloat16 } from './float16.js';
import { computeDynamically, storeAsInt8 } from './int8-weights.js';
import { computeInInt8 } from './static-int8.js';

/** What becomes of weights and activations; see docs/recipes.md. */
export type QuantizationScheme = 'float16' | 'weight-int8' | 'dynamic-int8' | 'int8';

export interface QuantizeOptions {
  scheme: QuantizationScheme;
  /** How inputs and outputs are handed over; of scheme `int8` only. */
  edges?: 'int8' | 'float';
  /** Weights of fewer elements stay float; not of scheme `int8`. */
  minElements?: number;
}

export const QUANTIZE_DEFAULTS = {
  edges: 'int8',
  minElements: {
    // A DEQUANTIZE and its tensor take about 200 bytes.
    float16: 128,
    // TensorFlow's own limit: below it, quantizing costs precision and hardly any bytes are saved.
    'weight-int8': 1024,
    'dynamic-int8': 1024,
  },
} as const;

/** The options as recipes write them. */
export const quantizeOptionsSchema = z.strictObject({
  scheme: z.enum(['float16', 'weight-int8', 'dynamic-int8', 'int8']),
  edges: z.enum(['int8', 'float']).exactOptional(),
  minElements: z.int().min(1).exactOptional(),
});

/**
 * Stores a model in fewer bits.
 *
 * - `float16`: weights as float16, computed in float32.
 * - `weight-int8`: weights in 8 bits, computed in float32.
 * - `dynamic-int8`: weights in 8 bits, activations quantized anew in each inference.
 * - `int8`: weights and activations in 8 bits; wants samples to measure the activations' ranges.
 *
 * Operators that can't be quantized stay float, with a note that says why. A model that is quantized
 * already stays as it is, so that a second run changes nothing.
 *
 * @example
 * const model = readModel(bytes);
 * await quantize({ scheme: 'int8' })(model, context);
 * const quantized = writeModel(model);
 */
export function quantize(options: QuantizeOptions): Transform {
  return async (model, context) => {
    const changed = await apply(model, options, context);
    if (changed === 0) tell(context, 'warning', nothingChanged(model));
    return changed > 0;
  };
}

async function apply(model: Model, options: QuantizeOptions, context: TransformContext): Promise<number> {
  const { scheme, edges = QUANTIZE_DEFAULTS.edges } = options;
  if (scheme === 'int8') return computeInInt8(model, edges, context);
  const minElements = options.minElements ?? QUANTIZE_DEFAULTS.minElements[scheme];
  if (scheme === 'float16') return storeAsFloat16(model, minElements, context);
  return scheme === 'weight-int8' ? storeAsInt8(model, minElements) : computeDynamically(model, minElements);
}

const quantizedTypes = new Set([
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT4,
  TensorType.INT16,
  TensorType.FLOAT16,
]);

function nothingChanged(model: Model): string {
  const tensors = model.subgraphs.flatMap((subgraph) => subgraph.tensors);
  const isQuantized = tensors.some(
    ({ type, quantization }) => quantizedTypes.has(type) && (quantization || type === TensorType.FLOAT16),
  );
  return isQuantized
    ? 'The model is quantized already: nothing was changed.'
    : 'The model has nothing to quantize: nothing was changed.';
}
