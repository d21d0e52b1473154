import { createHash } from 'node:crypto';
import type { Model } from '../model/graph.js';
import { readModel } from '../model/read.js';
import { fixDynamicShapes } from '../model/shapes.js';
import { writeModel } from '../model/write.js';

/**
 * Models that were seen not to come to an end, so that none of them is waited for twice: whatever of its tensors
 * is shown (`withObservedTensors`), it has no end.
 */
export class EndlessModels {
  /** By what identifies a model, the seconds that a sample was waited for. */
  readonly #seconds = new Map<string, number>();

  remember(model: Uint8Array, seconds: number): void {
    const key = identify(model);
    this.#seconds.set(key, Math.max(seconds, this.#seconds.get(key) ?? 0));
  }

  /** Whether it is known that a sample of the model takes longer than so many seconds. */
  has(model: Uint8Array, seconds: number): boolean {
    return this.#seconds.size > 0 && (this.#seconds.get(identify(model)) ?? 0) >= seconds;
  }
}

/** SHA-256 of a model as it is run, without its outputs; of the whole file where litetrim can't write it. */
function identify(file: Uint8Array): string {
  // A copy, since text isn't read from shared memory.
  const bytes = new Uint8Array(file);
  return createHash('sha256').update(withoutOutputs(bytes)).digest('hex');
}

function withoutOutputs(bytes: Uint8Array): Uint8Array {
  try {
    const model: Model = readModel(bytes, 'model');
    fixDynamicShapes(model);
    for (const { subgraph, outputs } of model.signatures.slice(0, 1)) {
      subgraph.outputs.length = 0;
      outputs.length = 0;
    }
    if (model.signatures.length === 0) model.subgraphs[0]!.outputs.length = 0;
    return writeModel(model);
  } catch {
    return bytes;
  }
}
