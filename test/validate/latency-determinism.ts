import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ensureToolchain, loadDevice, measureOnDevice, type Toolchain } from '../../src/device/index.js';
import { run } from '../../src/device/toolchain/command.js';
import { toolchainFolder } from '../../src/device/toolchain/index.js';

const model = fileURLToPath(
  new URL('../../../shared/models/mlperf-tiny/kws_int8_google.tflite', import.meta.url),
);
const device = 'raspberry-pi-4';
const runs = 20;

/**
 * The same model measured 20 times under load, in two folders, as two users where this one may change itself:
 * prints the digest of each result; true where all of them are the same.
 */
export async function checkDeterminism(): Promise<boolean> {
  if (!existsSync(model)) {
    console.log(`SKIPPED: ${model} is not there`);
    return true;
  }
  const load = [0, 1, 2, 3].map(() => new Worker('for (;;);', { eval: true }));
  const other = await mkdtemp(join(tmpdir(), 'litetrim other folder-'));
  try {
    const toolchain = await ensureToolchain();
    const digests = new Set<string>();
    for (let k = 0; k < runs; k++) {
      const text = k % 2 ? await elsewhere(other, toolchain) : await here(toolchain);
      digests.add(createHash('sha256').update(text).digest('hex'));
    }
    const users = process.getuid?.() === 0 ? 'two users' : 'one user (root could change it)';
    console.log(`${runs} runs in two folders as ${users}: ${[...digests].join(', ')}`);
    return digests.size === 1;
  } finally {
    await Promise.all(load.map((worker) => worker.terminate()));
    await rm(other, { recursive: true, force: true });
  }
}

async function here(toolchain: Toolchain): Promise<string> {
  const bytes = await readFile(model);
  const result = await measureOnDevice({ file: 'm', bytes }, await loadDevice(device), {
    toolchain,
    fresh: true,
  });
  return JSON.stringify(result);
}

/** In another process: its own folder of temporary files and of parts, its own environment, as nobody. */
async function elsewhere(folder: string, toolchain: Toolchain): Promise<string> {
  const cache = join(folder, 'cache');
  if (!existsSync(cache)) await prepare(folder, cache, toolchain);
  const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/esm/index.mjs', import.meta.url));
  const nobody = process.getuid?.() === 0 ? ['--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const node = [process.execPath, '--import', tsx, join(folder, 'measure.mts')];
  const env = {
    PATH: process.env.PATH,
    TMPDIR: folder,
    HOME: folder,
    LITETRIM_CACHE: cache,
    ODD: 'x'.repeat(3000),
  };
  const command = nobody.length > 0 ? ['setpriv', ...nobody, ...node] : node;
  return (await run(command[0]!, command.slice(1), { cwd: folder, env })).trim();
}

async function prepare(folder: string, cache: string, toolchain: Toolchain): Promise<void> {
  await mkdir(cache, { recursive: true });
  await cp(toolchainFolder(toolchain.cache), toolchainFolder(cache), { recursive: true });
  await cp(model, join(folder, 'model.tflite'));
  const index = JSON.stringify(new URL('../../src/device/index.ts', import.meta.url).pathname);
  const script = `import { readFileSync } from 'node:fs';
import { ensureToolchain, loadDevice, measureOnDevice } from ${index};
const toolchain = await ensureToolchain();
const bytes = readFileSync('model.tflite');
console.log(JSON.stringify(await measureOnDevice({ file: 'm', bytes }, await loadDevice('${device}'), { toolchain, fresh: true })));
`;
  await writeFile(join(folder, 'measure.mts'), script);
  await run('chmod', ['-R', 'a+rwX', folder]);
}
