import { defineTransform } from '../transform.js';
import type { Transform } from '../types.js';
import { type FinetuneOptions, finetuneOptionsSchema } from './options.js';

export { FINETUNE_DEFAULTS, type FinetuneOptions } from './options.js';

/**
 * Trains a model's weights until its outputs are those of the model that the recipe began with, on samples
 * without labels (knowledge distillation); weights that are zero stay zero. It needs a step before it that
 * changed the model, or labels.
 *
 * @example
 * await finetune({ epochs: 40 })(model, { ...context, source });
 */
export function finetune(options: FinetuneOptions = {}): Transform {
  // TensorFlow.js is loaded by those only who train.
  return async (model, context) => {
    const { runFinetune } = await import('./run.js');
    if (options.backend === 'node') await (await import('./tfjs.js')).startTfjs('node');
    if (!options.quantize) return runFinetune(model, options, context);
    const { quantizeToTrain } = await import('./quantized.js');
    const float = await quantizeToTrain(model, options.quantize, context);
    if (float) await runFinetune(model, options, context, float);
    return float !== null;
  };
}

export const finetuneTransform = defineTransform({
  name: 'finetune',
  description: 'Trains the weights until the outputs are those of the model that the recipe began with.',
  options: finetuneOptionsSchema,
  create: finetune,
  changesFunction: true,
});
