import { cacheFolder } from '../base/cache-folder.js';
import { inTemporaryFolder } from '../base/cleanup.js';
import { messageOf } from '../base/errors.js';
import { type Progress, silent } from '../base/progress.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import type { ModelFile } from '../model/model-file.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { measureOnDevice } from './emulator/measure.js';
import { DeviceUnavailable } from './errors.js';
import { measureOnHardware } from './hardware/hardware.js';
import { listDevices, loadDevice, thisMachine } from './profile.js';
import { openCacheFolder } from './toolchain/cache-folder.js';
import { run } from './toolchain/command.js';
import { elsewhere } from './toolchain/debian.js';
import { checkHardware, ensureHardware } from './toolchain/hardware.js';
import { checkPlatform, ensureToolchain, toolchainFolder } from './toolchain/index.js';
import { findPip } from './toolchain/litert.js';
import { readManifest } from './toolchain/manifest.js';

/** One part that emulated devices need, on this machine. */
export interface Diagnosis {
  name: string;
  ok: boolean;
  /** What was found, or what is wrong. */
  detail: string;
  /** What to do, as an imperative without a final period; empty where all is well. */
  mend: string;
}

export interface DoctorOptions {
  progress?: Progress;
  /** `cacheFolder()` where not given. */
  cache?: string;
}

/**
 * Tries everything that measuring needs, in the order in which it is needed: the machine, the folder to keep
 * things in, the package clients (unless what they fetch is there), the emulator, an inference. On an arm64
 * machine that is measuring on itself, without an emulator. What is missing is fetched. After a failure
 * nothing that builds on it is tried.
 */
export async function diagnose({
  progress = silent,
  cache = cacheFolder(),
}: DoctorOptions = {}): Promise<Diagnosis[]> {
  const done: Diagnosis[] = [];
  const list = process.arch === 'arm64' ? hardwareChecks : emulatorChecks;
  for (const [name, look] of list(progress, cache)) {
    const result = await examine(name, look);
    done.push(result);
    if (!result.ok) break;
  }
  return done;
}

type Check = [name: string, look: () => Promise<string>];

function emulatorChecks(progress: Progress, cache: string): Check[] {
  return [
    ['machine', async () => checkPlatform()],
    ['cache folder', () => openCacheFolder(cache)],
    ['apt', unlessFetched(cache, async () => firstLine(await run('apt-get', ['--version'])))],
    ['dpkg-deb', unlessFetched(cache, async () => firstLine(await run('dpkg-deb', ['--version'])))],
    ['python3 and pip', unlessFetched(cache, pip)],
    ['emulator and LiteRT', async () => (await ensureToolchain({ progress, cache })).runtime],
    ['a test inference', () => testInference(progress, cache)],
  ];
}

function hardwareChecks(progress: Progress, cache: string): Check[] {
  return [
    ['machine', async () => `${checkHardware()}: measures by "backend: native", and emulates no devices`],
    ['cache folder', () => openCacheFolder(cache)],
    ['python3 and pip', pip],
    ['LiteRT', async () => (await ensureHardware({ progress, cache })).runtime],
    ['a test inference', () => hardwareInference(progress, cache)],
  ];
}

async function examine(name: string, look: Check[1]): Promise<Diagnosis> {
  try {
    return { name, ok: true, detail: await look(), mend: '' };
  } catch (error) {
    if (error instanceof DeviceUnavailable)
      return { name, ok: false, detail: error.reason, mend: error.mend };
    return { name, ok: false, detail: messageOf(error), mend: mends[name] ?? reinstall };
  }
}

const reinstall = 'Remove the cache folder and try again; if it persists, report it with this line';
const mends: Record<string, string> = {
  apt: elsewhere,
  'dpkg-deb': 'Install dpkg',
  'python3 and pip': 'Install python3 and python3-pip',
};

function unlessFetched(cache: string, look: () => Promise<string>): () => Promise<string> {
  return async () => {
    const fetched = await readManifest(toolchainFolder(cache));
    return fetched ? 'not needed: the emulator is in the cache folder' : await look();
  };
}

function pip(): Promise<string> {
  return inTemporaryFolder('litetrim-doctor-', async (work) => `pip ${(await findPip(work)).version}`);
}

/** Adds a tensor to itself on every core that ships, so that each is seen to work. */
async function testInference(progress: Progress, cache: string): Promise<string> {
  const toolchain = await ensureToolchain({ progress, cache });
  const counts: string[] = [];
  for (const name of (await listDevices()).filter((device) => device.startsWith('cortex-'))) {
    const { instructions } = await measureOnDevice(testModel(), await loadDevice(name), {
      toolchain,
      progress,
      fresh: true,
    });
    counts.push(`${instructions} instructions on ${name}`);
  }
  return counts.join(', ');
}

async function hardwareInference(progress: Progress, cache: string): Promise<string> {
  const runtime = await ensureHardware({ progress, cache });
  const { latencyMs, spread } = await measureOnHardware(testModel(), thisMachine, { runtime, progress });
  return `${(latencyMs * 1000).toFixed(1)} µs, the median of ${spread!.runs}`;
}

function testModel(): ModelFile {
  const input = newTensor('input', TensorType.FLOAT32, [1, 64]);
  const output = newTensor('output', TensorType.FLOAT32, [1, 64]);
  const add = newOperator(BuiltinOperator.ADD, { inputs: [input, input], outputs: [output] });
  return { file: 'test model', bytes: writeModel(newModel([newSubgraph([input], [output], [add])])) };
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.trim();
}
