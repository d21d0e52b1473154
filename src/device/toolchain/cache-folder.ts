import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { temporaryName } from '../../base/cache-folder.js';
import { ownPath } from '../../base/cleanup.js';
import { messageOf } from '../../base/errors.js';
import { DeviceUnavailable } from '../errors.js';

/** @throws DeviceUnavailable where the folder can't be made or written to. */
export async function openCacheFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return folder;
  } catch (error) {
    const mend = 'Set LITETRIM_CACHE to a folder that you can write to';
    throw new DeviceUnavailable(
      `the cache folder ${folder} can't be used (${messageOf(error)})`,
      mend,
      error,
    );
  }
}

/**
 * Makes a folder that either is complete or doesn't exist: `build` fills a temporary one beside it,
 * which then takes its name. Of several processes that do so at once the first one's folder stays.
 *
 * @throws what `build` does, DeviceUnavailable where files can't be written there
 * @param isComplete whether the folder that is there already can be used; it is replaced if not.
 */
export async function buildFolder(
  folder: string,
  build: (temporary: string) => Promise<void>,
  isComplete: (folder: string) => Promise<boolean>,
): Promise<void> {
  const temporary = temporaryName(folder);
  const broken = temporaryName(folder);
  const forget = [temporary, broken].map(ownPath);
  try {
    await mkdir(temporary, { recursive: true });
    await build(temporary);
    if (await tookName(temporary, folder)) return;
    if (await isComplete(folder)) return;
    await rename(folder, broken);
    await tookName(temporary, folder);
  } catch (error) {
    throw notKept(error, folder);
  } finally {
    for (const left of [temporary, broken]) await rm(left, { recursive: true, force: true });
    for (const each of forget) each();
  }
}

/** An error of the file system, such as a full disk, with a way out. */
function notKept(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  const mend = 'Make room there, or set LITETRIM_CACHE to another folder';
  return new DeviceUnavailable(`${folder} can't be filled (${messageOf(error)})`, mend, error);
}

/** False: there is such a folder already. */
async function tookName(temporary: string, folder: string): Promise<boolean> {
  try {
    await rename(temporary, folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}
