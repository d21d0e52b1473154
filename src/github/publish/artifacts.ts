import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { messageOf } from '../../base/errors.js';
import type { Environment } from '../environment.js';
import { readEnvironment } from '../environment.js';
import type { Runner } from './runner.js';

interface ArtifactOptions {
  /** Name in the list of the run's artifacts; unique in the run. */
  name: string;
  /** Absolute paths. */
  files: readonly string[];
  /** The folder that paths inside the artifact start from. */
  root: string;
  /** How long GitHub keeps it; 0: as the repository says. */
  retentionDays?: number;
  /** Longer than this nobody waits for the upload. */
  timeoutMs?: number;
}

interface Artifact {
  id: number;
  /** The page that downloads it; null where the run's page isn't known. */
  url: string | null;
}

/** Characters that artifacts may not have in their paths: some file systems can't. */
const forbidden = /["<>|*?\r\n:]/;

/** An artifact of models uploads within a minute; the comment shouldn't wait for a server that stalls. */
const maxUploadMs = 10 * 60_000;

/**
 * Uploads files as an artifact of the run. What fails is a warning: the report was made all the same. A file
 * that can't be uploaded keeps no other from it.
 *
 * @returns null where nothing was uploaded: outside GitHub's runner, without files, after a failure or
 *   `timeoutMs`. The client goes on then, since nothing stops it: end the process when all is told
 */
export async function uploadArtifact(
  env: Environment,
  runner: Runner,
  options: ArtifactOptions,
): Promise<Artifact | null> {
  const { name, root, retentionDays = 0, timeoutMs = maxUploadMs } = options;
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
    runner.info('No artifact is uploaded: only an action can, and this is no action step');
    return null;
  }
  try {
    const files = await uploadable(options, runner);
    if (files.length === 0) return null;
    // Loaded where it is needed: it brings the whole of Azure's storage library.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const uploading = new DefaultArtifactClient().uploadArtifact(name, files, root, { retentionDays });
    const { id } = await within(timeoutMs, uploading);
    if (id === undefined) throw new Error('the service gave it no id');
    const { runUrl } = readEnvironment(env);
    return { id, url: runUrl && `${runUrl}/artifacts/${id}` };
  } catch (error) {
    runner.warning(`The artifact "${name}" was not uploaded: ${messageOf(error)}`);
    return null;
  }
}

/** The files that the client takes: one that it doesn't would end the upload of all. */
async function uploadable({ files, root }: ArtifactOptions, runner: Runner): Promise<string[]> {
  const taken: string[] = [];
  for (const file of files) {
    const path = relative(root, file);
    const problem = await problemWith(file, path);
    if (problem === null) taken.push(file);
    else runner.warning(`"${path}" is not in the artifact: ${problem}`);
  }
  return taken;
}

async function problemWith(file: string, path: string): Promise<string | null> {
  if (forbidden.test(path)) return 'its name has characters that artifacts may not have';
  if (/^\.\.([\\/]|$)/.test(path)) return 'it lies outside of the results';
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isFile() ? null : 'it is no file';
  } catch (error) {
    return `it can't be read (${messageOf(error).replace(/,.*/, '')})`;
  }
}

/** What a promise gives, or an error where that takes too long. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`it took longer than ${milliseconds / 1000} s`);
    timer = setTimeout(() => reject(error), milliseconds);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
