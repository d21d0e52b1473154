import { z } from 'zod';
import { ModelRecord } from './model-record.js';

/** What a search for a sparsity found in a model: a limit on the loss is counted from the model as it is. */
export const searchRecord = new ModelRecord(
  'litetrim_pruning',
  z.object({
    /** The step of the recipe, as JSON: another limit or pattern is another search. */
    step: z.string(),
    /** Part of the weights that was zero when it was done, 0..1. */
    zeros: z.number().min(0).max(1),
  }),
);
