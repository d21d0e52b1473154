import { realValues } from '../../model/dequantize.js';
import { float32ToFloat16 } from '../../model/float16.js';
import type { Model, Tensor } from '../../model/graph.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { listOf, tell } from '../notes.js';
import type { TransformContext } from '../types.js';
import { rangeOf } from './affine.js';
import { DerivedConstants } from './derived-constants.js';
import { packWeights } from './packed-weights.js';

/** Largest float16. */
const maxHalf = 65504;

/**
 * Stores weights as float16 behind a DEQUANTIZE: half the file, computed in float as before.
 *
 * @returns how many tensors were stored anew
 */
export function storeAsFloat16(model: Model, minElements: number, context: TransformContext): number {
  const tooLarge = new Set<string>();
  const accepts = (constant: Tensor): boolean => {
    if (constant.type !== TensorType.FLOAT32) return false;
    const { min, max } = rangeOf(realValues(constant));
    const fits = min >= -maxHalf && max <= maxHalf;
    if (!fits) tooLarge.add(`"${constant.name}"`);
    return fits;
  };
  const pack = (constant: Tensor) => ({
    type: TensorType.FLOAT16,
    data: bytesOf(float32ToFloat16(realValues(constant))),
    quantization: null,
  });
  const constants = new DerivedConstants();
  let stored = 0;
  for (const subgraph of model.subgraphs) {
    stored += packWeights(subgraph, { form: 'float16', minElements, accepts, pack }, constants);
  }
  constants.finish(model);
  if (tooLarge.size > 0) {
    tell(context, 'warning', `Beyond float16's range, and so left in float32: ${listOf([...tooLarge])}.`);
  }
  return stored;
}
