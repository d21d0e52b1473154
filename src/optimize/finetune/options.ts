import { z } from 'zod';
import { misplacedOptions, type QuantizeOptions, quantizeOptionsSchema } from '../quantize/quantize.js';
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

/** The options as recipes write them. */
export const finetuneOptionsSchema = z.strictObject({
  /** How often each sample is learned from; default by `effort`: 20, 60, 150. */
  epochs: z.int().min(1).max(10_000).exactOptional(),
  /** Training ends, with the best weights so far, after so many minutes. */
  minutes: z.number().gt(0).max(10_000).exactOptional(),
  /** Samples a step. */
  batch: z.int().min(1).max(1024).exactOptional(),
  /** Largest step, as part of the size of each layer's weights. */
  learningRate: z.number().gt(0).max(1).exactOptional(),
  /** Softens what the original model says of the classes. */
  temperature: z.number().gte(0.1).max(100).exactOptional(),
  /** Learn from the data set's labels, too, in equal parts. */
  labels: z.boolean().exactOptional(),
  /** Variants of each sample to learn from: mixed with another one, pictures shifted; 1: samples as they are. */
  variants: z.int().min(1).max(100).exactOptional(),
  /** Part of the samples that judges and isn't learned from. */
  heldOut: z.number().min(0).max(0.5).exactOptional(),
  /** It stops after so many epochs without better results; default a third of all, 10 at least. */
  patience: z.int().min(1).exactOptional(),
  /** Prune while learning; left out: zeros stay zero and no weights join them. */
  sparsity: sparsityScheduleSchema.exactOptional(),
  /** Quantize the model first, as the step of that name does, and learn through its rounding. */
  quantize: quantizeOptionsSchema.superRefine(refuseMisplaced).exactOptional(),
});

export type FinetuneOptions = z.infer<typeof finetuneOptionsSchema>;

export const FINETUNE_DEFAULTS = {
  epochs: { fast: 20, default: 60, best: 150 },
  minutes: 15,
  batch: 50,
  learningRate: 0.01,
  temperature: 2,
  labels: false,
  variants: 20,
  heldOut: 0.1,
} as const;
