import { z } from 'zod';
import type { Model } from '../../model/graph.js';

/** What a search for a sparsity found in a model, as the model says itself. */
export interface SearchRecord {
  /** The step of the recipe, as JSON: another limit or pattern is another search. */
  step: string;
  /** Part of the weights that was zero when it was done, 0..1. */
  zeros: number;
}

/** Name of the metadata entry that says so. */
const entryName = 'litetrim_pruning';

const recordSchema = z.object({ step: z.string(), zeros: z.number().min(0).max(1) });

/**
 * Reads what a model says of an earlier search. A limit on the loss is counted from the model as it is: without
 * this, a recipe would prune its own result further each time.
 *
 * @returns null where there is no such entry, or it isn't as `writeSearchRecord` writes it
 */
export function readSearchRecord({ metadata }: Model): SearchRecord | null {
  const entry = metadata.find(({ name }) => name === entryName);
  if (!entry) return null;
  try {
    return recordSchema.parse(JSON.parse(new TextDecoder().decode(entry.data)));
  } catch {
    return null;
  }
}

/** Replaces what the model says of earlier searches. */
export function writeSearchRecord(model: Model, record: SearchRecord): void {
  const data = new TextEncoder().encode(JSON.stringify(record));
  model.metadata = [...model.metadata.filter(({ name }) => name !== entryName), { name: entryName, data }];
}
