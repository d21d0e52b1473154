import { z } from 'zod';
import { clean, cleanOptionsSchema } from './clean/clean.js';
import { finetune, finetuneOptionsSchema } from './finetune/finetune.js';
import {
  problemOfTargets,
  pruneChannels,
  pruneChannelsOptionsSchema,
} from './prune/channels/prune-channels.js';
import { prune, pruneContradiction, pruneOptionsSchema } from './prune/prune.js';
import { misplacedOptions, quantize, quantizeOptionsSchema } from './quantize/quantize.js';
import { mixedOptionsSchema, quantizeMixed } from './sensitivity/mixed.js';
import { onDense } from './sparse/decode-sparse.js';
import { encodeSparse, encodeSparseOptionsSchema } from './sparse/encode-sparse.js';
import type { Transform } from './types.js';

/** Every transform that a recipe may name, with its options. */
const steps = z.discriminatedUnion('transform', [
  quantizeOptionsSchema.extend({ transform: z.literal('quantize') }),
  mixedOptionsSchema.extend({ transform: z.literal('quantize-mixed') }),
  pruneOptionsSchema.extend({ transform: z.literal('prune') }),
  pruneChannelsOptionsSchema.extend({ transform: z.literal('prune-channels') }),
  encodeSparseOptionsSchema.extend({ transform: z.literal('encode-sparse') }),
  finetuneOptionsSchema.extend({ transform: z.literal('finetune') }),
  cleanOptionsSchema.extend({ transform: z.literal('clean') }),
]);

export const stepSchema = steps.superRefine((step, context) => {
  if (step.transform === 'prune-channels') {
    const message = problemOfTargets(step);
    if (message) context.addIssue({ code: 'custom', message });
  }
  const wrong = step.transform === 'prune' ? pruneContradiction(step) : null;
  if (wrong) context.addIssue({ code: 'custom', path: [wrong.option], message: wrong.message });
  if (step.transform !== 'quantize') return;
  for (const option of misplacedOptions(step)) {
    const given = typeof step[option] === 'string' ? `${option}: ${step[option]}` : option;
    const message = `"${given}" means nothing for scheme "${step.scheme}"\nLeave it out`;
    context.addIssue({ code: 'custom', path: [option], message });
  }
});

/** One step of a recipe: a transform with its options. */
export type Step = z.infer<typeof stepSchema>;

/** The transform that a step of a recipe stands for. Those that read weights are shown sparse ones dense. */
export function transformOf(step: Step): Transform {
  const transform = bareTransformOf(step);
  return step.transform === 'clean' || step.transform === 'encode-sparse' ? transform : onDense(transform);
}

function bareTransformOf(step: Step): Transform {
  switch (step.transform) {
    case 'quantize':
      return quantize(step);
    case 'quantize-mixed':
      return quantizeMixed(step);
    case 'prune':
      return prune(step);
    case 'prune-channels':
      return pruneChannels(step);
    case 'encode-sparse':
      return encodeSparse();
    case 'finetune':
      return finetune(step);
    case 'clean':
      return clean(step);
  }
}
