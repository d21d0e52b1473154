import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { messageOf } from '../../base/errors.js';
import { DeviceUnavailable } from '../errors.js';
import { CommandError, networkMs, run, runTwice } from './command.js';
import { fetchDebianPackage } from './debian.js';

/** A wheel of LiteRT's, and what vouches for it. */
export interface LitertWheel {
  name: string;
  version: string;
  sha256: string;
  pythonVersion: string;
  platform: string;
}

/** LiteRT for arm64, as Google publishes it. */
export const litertWheel: LitertWheel = {
  name: 'ai-edge-litert',
  version: '2.3.0',
  sha256: '853fc608f96da87bd5f3458465dfb9abbf18d5ae6b94eceacead407146f175ae',
  pythonVersion: '3.11',
  platform: 'manylinux_2_27_aarch64',
};

const library = 'libLiteRt.so';

/**
 * Fetches LiteRT's library by pip, which checks its hash, into `folder/litert`. It lies there
 * alone: LiteRT would load the GPU plug-in that the wheel has beside it, which crashes on older cores.
 *
 * @throws DeviceUnavailable
 */
export async function fetchLitert(
  folder: string,
  signal?: AbortSignal,
  wheel: LitertWheel = litertWheel,
): Promise<void> {
  const work = join(folder, 'pip');
  await mkdir(work, { recursive: true });
  try {
    const pip = await findPip(work, signal);
    await download(pip, wheel, work, signal);
    const file = (await readdir(work)).find((name) => name.endsWith('.whl'));
    const files = unzipSync(await readFile(join(work, file!)), {
      filter: ({ name }) => name.endsWith(`/${library}`),
    });
    const [content] = Object.values(files);
    if (!content) throw new Error(`${file} holds no ${library}`);
    await mkdir(join(folder, 'litert'));
    await writeFile(join(folder, 'litert', library), content);
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** How to call pip: arguments of python3, and its environment. */
interface Pip {
  args: string[];
  env: NodeJS.ProcessEnv;
  version: string;
}

/** Python's own pip, else Debian's copy of it, which runs from its archive without being installed. */
export async function findPip(work: string, signal?: AbortSignal): Promise<Pip> {
  const patience = { PIP_DEFAULT_TIMEOUT: '15', PIP_RETRIES: '2' };
  const env = { ...patience, ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' };
  const own = { args: ['-m', 'pip'], env };
  try {
    return { ...own, version: await pipVersion(own, signal) };
  } catch (error) {
    if (error instanceof CommandError && error.missing) throw error;
    const folder = join(work, 'debian');
    await fetchDebianPackage('python3-pip-whl', folder, signal);
    const wheels = join(folder, 'usr/share/python-wheels');
    const wheel = (await readdir(wheels)).find((name) => name.startsWith('pip-'));
    const borrowed = { args: ['-m', 'pip'], env: { ...env, PYTHONPATH: join(wheels, wheel!) } };
    return { ...borrowed, version: await pipVersion(borrowed, signal) };
  }
}

async function pipVersion(pip: Omit<Pip, 'version'>, signal?: AbortSignal): Promise<string> {
  const line = await run('python3', [...pip.args, '--version'], { env: pip.env, signal });
  return line.split(' ')[1] ?? 'unknown';
}

async function download(pip: Pip, wheel: LitertWheel, work: string, signal?: AbortSignal): Promise<void> {
  const { name, version, sha256, pythonVersion, platform } = wheel;
  const requirements = join(work, 'requirements.txt');
  await writeFile(requirements, `${name}==${version} --hash=sha256:${sha256}\n`);
  const target = ['--only-binary=:all:', '--platform', platform, '--python-version', pythonVersion];
  const args = [...pip.args, 'download', '--quiet', '--no-deps', '--require-hashes', ...target];
  const options = { env: pip.env, signal, timeoutMs: networkMs.download };
  await runTwice('python3', [...args, '-r', requirements, '-d', work], options);
}

function explain(error: unknown): unknown {
  if (error instanceof DeviceUnavailable || !(error instanceof Error)) return error;
  if (error instanceof CommandError && error.missing) {
    return new DeviceUnavailable("Python 3 isn't installed", 'Install python3 and python3-pip', error);
  }
  const mend = "Check that this machine reaches its Python package index (pip's settings and proxy)";
  return new DeviceUnavailable(`LiteRT couldn't be fetched: ${messageOf(error)}`, mend, error);
}
