import { z } from 'zod';
import { ModelRecord } from '../model-record.js';

const size = z.number().min(0);

const cutSchema = z.object({
  /** Of the model that nothing was cut from. */
  macs: size,
  parameters: size,
  /** For each kind of target the largest part that was asked for. */
  asked: z.object({
    macs: size.exactOptional(),
    parameters: size.exactOptional(),
    latency: size.exactOptional(),
  }),
});

/** What was cut out of a model before: targets are parts of what it was before any cut. */
export type CutRecord = z.infer<typeof cutSchema>;

export const cutRecord = new ModelRecord('litetrim_channels', cutSchema);
