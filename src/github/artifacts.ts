import { relative } from 'node:path';
import { messageOf } from '../errors.js';
import type { Environment } from './environment.js';
import { readEnvironment } from './environment.js';
import type { Runner } from './runner.js';

export interface ArtifactOptions {
  /** Name in the list of the run's artifacts; unique in the run. */
  name: string;
  /** Absolute paths. */
  files: readonly string[];
  /** The folder that paths inside the artifact start from. */
  root: string;
  /** How long GitHub keeps it; 0: as the repository says. */
  retentionDays?: number;
}

export interface Artifact {
  id: number;
  /** The page that downloads it; null where the run's page isn't known. */
  url: string | null;
}

/** Characters that artifacts may not have in their paths: some file systems can't. */
const forbidden = /["<>|*?\r\n:]/;

/**
 * Uploads files as an artifact of the run. What fails is a warning: the report was made all the same.
 *
 * @returns null where nothing was uploaded: outside GitHub's runner, without files, or after a failure
 */
export async function uploadArtifact(
  env: Environment,
  runner: Runner,
  options: ArtifactOptions,
): Promise<Artifact | null> {
  const { name, root, retentionDays = 0 } = options;
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
    runner.info('No artifact is uploaded: only an action can, and this is no action step');
    return null;
  }
  const files = options.files.filter((file) => canUpload(relative(root, file), runner));
  if (files.length === 0) return null;
  try {
    // Loaded where it is needed: it brings the whole of Azure's storage library.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, root, { retentionDays });
    if (id === undefined) throw new Error('the service gave it no id');
    const { runUrl } = readEnvironment(env);
    return { id, url: runUrl && `${runUrl}/artifacts/${id}` };
  } catch (error) {
    runner.warning(`The artifact "${name}" was not uploaded: ${messageOf(error)}`);
    return null;
  }
}

function canUpload(path: string, runner: Runner): boolean {
  if (!forbidden.test(path)) return true;
  runner.warning(`"${path}" is not in the artifact: its name has characters that artifacts may not have`);
  return false;
}
