import { readFile, stat } from 'node:fs/promises';
import { writeAtomically } from './atomic-write.js';
import { InputError, messageOf } from './errors.js';

/** Flatbuffers address 2 GiB, and so does a Node.js buffer read in one piece. */
const maxModelBytes = 2 ** 31 - 1;

/** @throws InputError where there is no such file, or it isn't one that can be read. */
export async function readModelFile(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new InputError('there is no such file', { file: path, hint: 'Check the path' });
  if (!info.isFile()) throw new InputError('this is no file', { file: path, hint: 'Name a .tflite file' });
  if (info.size > maxModelBytes) {
    throw new InputError(`${info.size} bytes are more than a model can have`, { file: path });
  }
  return readFile(path).catch((error: unknown) => {
    throw new InputError(`the file can't be read (${messageOf(error)})`, { file: path, cause: error });
  });
}

/**
 * Writes a file whole or not at all, making its folder where needed.
 *
 * @throws InputError where that isn't possible there
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeAtomically(path, content).catch((cause: unknown) => {
    const problem = `the file can't be written (${messageOf(cause)})`;
    throw new InputError(problem, { file: path, hint: 'Name another path', cause });
  });
}
