import { z } from 'zod';
import { misplacedOptions, type QuantizeOptions, quantizeOptionsSchema } from '../quantize/quantize.js';
import type { Effort } from '../types.js';
import { sparsityScheduleSchema } from './schedule.js';

/** Says what of a quantization means nothing, or leaves nothing to train. */
function refuseMisplaced(options: QuantizeOptions, context: z.RefinementCtx): void {
  const { scheme } = options;
  if (scheme === 'float' || scheme === 'float16') {
    const message = `"${scheme}" leaves no rounding to train through\nLeave "quantize" out; a "quantize" step may follow`;
    context.addIssue({ code: 'custom', path: ['scheme'], message });
  }
  for (const option of misplacedOptions(options)) {
    const message = `"${option}" means nothing for scheme "${scheme}"\nLeave it out`;
    context.addIssue({ code: 'custom', path: [option], message });
  }
}

/** A quantization, and what of it is trained. */
const quantizeToTrainSchema = quantizeOptionsSchema
  .extend({
    /** Of weights in integers the scales, with the biases, or the codes, with the biases; default the scales. */
    train: z.enum(['scales', 'codes']).exactOptional(),
  })
  .superRefine(refuseMisplaced);

/** The options as recipes write them. */
export const finetuneOptionsSchema = z.strictObject({
  /** How often each sample is learned from; default by `effort`: what makes 100, 2000 or 5000 steps, 400 at most. */
  epochs: z.int().min(1).max(10_000).exactOptional(),
  /** Training ends after so many minutes. */
  minutes: z.number().gt(0).max(10_000).exactOptional(),
  /** Samples a step. */
  batch: z.int().min(1).max(1024).exactOptional(),
  /** Largest step, as part of the size of each layer's weights. */
  learningRate: z.number().gt(0).max(1).exactOptional(),
  /** Softens what the original model says of the classes. */
  temperature: z.number().gte(0.1).max(100).exactOptional(),
  /** Learn from the data set's labels, too, in equal parts. */
  labels: z.boolean().exactOptional(),
  /** Variants of each sample to learn from: mixed with another one, pictures shifted and mirrored; 1: samples as they are. */
  variants: z.int().min(1).max(100).exactOptional(),
  /** Part of the samples that judges and isn't learned from. */
  heldOut: z.number().min(0).max(0.5).exactOptional(),
  /** Prune while learning; left out: zeros stay zero and no weights join them. */
  sparsity: sparsityScheduleSchema.exactOptional(),
  /** What trains: WebAssembly, or TensorFlow's own library, by the package @tensorflow/tfjs-node that you install. */
  backend: z.enum(['wasm', 'node']).exactOptional(),
  /** Quantize the model first, as the step of that name does, and learn through its rounding. */
  quantize: quantizeToTrainSchema.exactOptional(),
});

export type FinetuneOptions = z.infer<typeof finetuneOptionsSchema>;

export const FINETUNE_DEFAULTS = {
  minutes: 15,
  batch: 50,
  learningRate: 0.01,
  temperature: 4,
  labels: false,
  backend: 'wasm',
  variants: 100,
  heldOut: 0.1,
} as const;

/** Steps of a training whose epochs aren't named. */
export const usualSteps: Record<Effort, number> = { fast: 100, default: 2000, best: 5000 };

/** Few samples aren't learned from more often for that. */
export const mostEpochs = 400;
