import { readModelFile } from '../base/files.js';

/** A `.tflite` model: the path of a file, or a file's bytes, which must not change while a call lasts. */
export type ModelSource = string | Uint8Array;

/** How messages call a model that was given as bytes. */
const unnamed = 'model';

/**
 * A model's bytes, and how messages call it.
 *
 * @throws InputError where there is no such file; TypeError for what is neither a path nor bytes
 */
export async function openModel(source: ModelSource): Promise<{ file: string; bytes: Uint8Array }> {
  if (typeof source === 'string') return { file: source, bytes: await readModelFile(source) };
  if (!(source instanceof Uint8Array)) throw new TypeError('a model is a path or a Uint8Array');
  // A view of its own: what is known of bytes is kept by their object, and a caller may change them between calls.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return { file: unnamed, bytes };
}
