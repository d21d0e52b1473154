import type { Model } from '../model/graph.js';
import { addNote, listOf } from './notes.js';
import type { TransformContext } from './types.js';

/**
 * Metadata of TensorFlow Lite Micro that speaks of tensors by their numbers: where in memory each lies, and how
 * each is compressed. A runtime that believed it of another graph would overwrite what it still needs.
 */
const byNumbers = new Set(['OfflineMemoryAllocation', 'COMPRESSION_METADATA']);

/** Leaves out metadata that a changed graph makes wrong, and says so. */
export function dropStaleMetadata(model: Model, context: TransformContext): void {
  const stale = model.metadata.filter(({ name }) => byNumbers.has(name));
  if (stale.length === 0) return;
  model.metadata = model.metadata.filter((entry) => !stale.includes(entry));
  const names = listOf(stale.map(({ name }) => `"${name}"`));
  addNote(
    context,
    'warning',
    `Metadata ${names} was left out: it counts tensors, whose numbers have changed.`,
  );
}
