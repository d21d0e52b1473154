import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Tells the files apart that this process is writing. */
let written = 0;

/**
 * Writes a file whole or not at all, making its folder where needed.
 *
 * @throws InputError where that isn't possible there
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  // Short, since the file's own name may be as long as names can be.
  const temporary = join(dirname(path), `.litetrim-${process.pid}-${++written}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const hint = 'Name another path';
    throw new InputError(`the file can't be written (${messageOf(error)})`, {
      file: path,
      hint,
      cause: error,
    });
  }
}
