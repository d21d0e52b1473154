import { z } from 'zod';
import { clean } from './clean/clean.js';
import { prune, pruneOptionsSchema } from './prune/prune.js';
import { quantize, quantizeOptionsSchema } from './quantize/quantize.js';
import type { Transform } from './types.js';

/** Every transform that a recipe may name: what its options are, and how it is made of them. */
export const stepSchema = z.discriminatedUnion('transform', [
  quantizeOptionsSchema.extend({ transform: z.literal('quantize') }),
  pruneOptionsSchema.extend({ transform: z.literal('prune') }),
  z.strictObject({ transform: z.literal('clean') }),
]);

/** One step of a recipe: a transform with its options. */
export type Step = z.infer<typeof stepSchema>;

/** The transform that a step of a recipe stands for. */
export function transformOf(step: Step): Transform {
  switch (step.transform) {
    case 'quantize':
      return quantize(step);
    case 'prune':
      return prune(step);
    case 'clean':
      return clean();
  }
}

/** Whether a step can't do without calibration samples. */
export function needsSamples(step: Step): boolean {
  return step.transform === 'quantize' && step.scheme === 'int8';
}
