import type { Model } from '../../../model/graph.js';

/** What was cut out of a model before, as it says itself. */
export interface Record {
  /** Of the model that nothing was cut from. */
  macs: number;
  parameters: number;
  /** For each kind of target the largest part that was asked for. */
  asked: { [resource in 'macs' | 'parameters' | 'latency']?: number };
}

/** Name of the metadata entry that says so. */
const entryName = 'litetrim_channels';

/**
 * Reads what a model says of earlier cuts. Targets are parts of what a model was before any: without this, a
 * recipe would cut its own result again.
 *
 * @returns null where there is no such entry, or it isn't as `writeRecord` writes it
 */
export function readRecord({ metadata }: Model): Record | null {
  const entry = metadata.find(({ name }) => name === entryName);
  if (!entry) return null;
  try {
    const record: unknown = JSON.parse(new TextDecoder().decode(entry.data));
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

export function writeRecord(model: Model, record: Record): void {
  const data = new TextEncoder().encode(JSON.stringify(record));
  model.metadata = [...model.metadata.filter(({ name }) => name !== entryName), { name: entryName, data }];
}

function isRecord(value: unknown): value is Record {
  if (typeof value !== 'object' || value === null || !('asked' in value)) return false;
  const { macs, parameters, asked } = value as Record;
  const parts = typeof asked === 'object' && asked !== null ? Object.values(asked) : [null];
  return [macs, parameters, ...parts].every((each) => typeof each === 'number' && each >= 0);
}
