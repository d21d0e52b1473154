import { createHash } from 'node:crypto';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../../../src/base/errors.js';
import { buildFolder } from '../../../../src/device/toolchain/cache-folder.js';
import { run } from '../../../../src/device/toolchain/command.js';
import { findPip } from '../../../../src/device/toolchain/litert.js';

/** The versions of everything. */
export const requirements = fileURLToPath(new URL('./requirements.txt', import.meta.url));
/** What developers' checks keep between runs; git ignores it. */
export const cacheFolder = fileURLToPath(new URL('../../../../.cache/', import.meta.url));

/** Google's tools can't be had on this machine. */
export class PeerUnavailable extends Error {}

/** How to run Python with Google's quantizer and runtime. */
export interface PeerPython {
  program: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Google's quantizer and runtime at the versions of requirements.txt, in the repository's `.cache`; installed
 * there by pip, which checks their hashes, where they aren't (85 MB down, 310 MB kept). For developers and CI:
 * nothing that litetrim ships needs them.
 *
 * @throws PeerUnavailable where this machine has no CPython 3.11 with pip, or reaches no package index
 */
export async function ensurePeer(): Promise<PeerPython> {
  const pins = await readFile(requirements);
  const digest = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `peer-${digest}`);
  try {
    await checkPython();
    const complete = join(folder, 'complete');
    const isComplete = () => exists(complete);
    if (!(await isComplete())) await buildFolder(folder, install, isComplete);
  } catch (error) {
    throw new PeerUnavailable(`Google's quantizer can't be had here: ${messageOf(error)}`, { cause: error });
  }
  return { program: 'python3', env: { ...process.env, PYTHONPATH: folder } };
}

async function checkPython(): Promise<void> {
  const script = 'import platform, sys; print(*sys.version_info[:2], platform.machine(), sys.platform)';
  const found = (await run('python3', ['-c', script])).trim();
  if (found !== '3 11 x86_64 linux') {
    throw new Error(`python3 is "${found}", and the pinned wheels are for "3 11 x86_64 linux"`);
  }
}

async function install(folder: string): Promise<void> {
  console.error("Installing Google's quantizer for comparison (pip, once) …");
  const work = join(folder, 'pip');
  await mkdir(work);
  const pip = await findPip(work);
  const checked = ['--require-hashes', '--no-deps', '--only-binary=:all:', '-r', requirements];
  const options = ['--quiet', '--root-user-action=ignore', '--target', folder];
  await run('python3', [...pip.args, 'install', ...options, ...checked], { env: pip.env });
  await mkdir(join(folder, 'complete'));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
