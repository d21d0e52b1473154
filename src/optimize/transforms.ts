import { cleanTransform } from './clean/clean.js';
import { finetuneTransform } from './finetune/finetune.js';
import { pruneChannelsTransform } from './prune/channels/prune-channels.js';
import { pruneTransform } from './prune/prune.js';
import { quantizeTransform } from './quantize/quantize.js';
import { quantizeMixedTransform } from './sensitivity/mixed.js';
import { encodeSparseTransform } from './sparse/encode-sparse.js';
import { type StepOf, stepSchemaOf } from './steps.js';

/** Every transform that a recipe may name, in the order in which messages list them. */
export const transforms = [
  quantizeTransform,
  quantizeMixedTransform,
  pruneTransform,
  pruneChannelsTransform,
  encodeSparseTransform,
  finetuneTransform,
  cleanTransform,
] as const;

export const stepSchema = stepSchemaOf(transforms);

/** One step of a recipe: a transform with its options. */
export type Step = StepOf<(typeof transforms)[number]>;
