import type { Model } from './graph.js';
import { readModel } from './read.js';

/** A model in hand: what it is called, its bytes, and by `graphOf` its graph. */
export interface ModelFile {
  /** As the user named it, for messages. */
  file: string;
  /** Its content. Nobody changes it. */
  bytes: Uint8Array;
}

/** Reading a large model takes a second, and a dozen steps of one job want to look at the same one. */
const graphs = new WeakMap<Uint8Array, Model>();

/**
 * The graph of a model file, read once however often it is asked for. It belongs to all: who wants to change it takes a
 * copy (`cloneModel`).
 *
 * @throws InputError if the bytes aren't a sound model file
 */
export function graphOf({ file, bytes }: ModelFile): Model {
  const model = graphs.get(bytes) ?? readModel(bytes, file);
  graphs.set(bytes, model);
  return model;
}
