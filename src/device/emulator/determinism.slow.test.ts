import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import type { ModelFile } from '../../model/model-file.js';
import { loadDevice } from '../profile.js';
import { toolchainFolder } from '../toolchain/index.js';
import { guestFiles, runGuest } from './guest.js';
import { measureOnDevice, writeGuestFiles } from './measure.js';

const shared = fileURLToPath(new URL('../../../../shared/models', import.meta.url));
const { toolchain, note } = await toolchainForTests();
const skip = !toolchain || !existsSync(shared);
const why = note || (skip ? ` (SKIPPED: ${shared} is not there)` : '');

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-determinism-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const sharedModel = (file: string): ModelFile => ({ file, bytes: readFileSync(join(shared, file)) });
const fresh = { toolchain: toolchain!, fresh: true };

describe.skipIf(skip)(`the same figures to the unit${why}`, () => {
  const model = () => sharedModel('mlperf-tiny/kws_int8_google.tflite');

  test('run after run, alone and beside other models', async () => {
    const device = await loadDevice('raspberry-pi-5');
    const alone = await measureOnDevice(model(), device, fresh);
    const others = ['mlperf-tiny/vww_int8_google.tflite', 'mlperf-tiny/ad01_int8_google.tflite'];
    const together = await Promise.all([
      measureOnDevice(model(), device, fresh),
      ...others.map((file) => measureOnDevice(sharedModel(file), device, fresh)),
      measureOnDevice(model(), device, fresh),
    ]);
    expect(together[0]).toEqual(alone);
    expect(together.at(-1)).toEqual(alone);
  });

  // Other sizes of environment and paths move a program's stack: nothing of that may reach the guest.
  test('whatever the sizes of environment and path are', async () => {
    const device = await loadDevice('raspberry-pi-4');
    const keys = new Set<string>();
    const results = new Set<string>();
    for (const size of [1, 2, 5, 16, 33, 100, 200]) {
      const folder = join(temporary, 'd'.repeat(size));
      mkdirSync(folder);
      vi.stubEnv('TMPDIR', folder);
      vi.stubEnv('ODD', 'x'.repeat(size * 97));
      const result = await measureOnDevice(model(), device, fresh);
      keys.add(result.key);
      results.add(JSON.stringify(result));
    }
    vi.unstubAllEnvs();
    expect([keys.size, results.size]).toEqual([1, 1]);
  });

  const root = process.getuid?.() === 0;
  const can = (command: string, ...args: string[]) => spawnSync(command, [...args, 'true']).status === 0;
  const pinned = can('taskset', '-c', '0') ? 'taskset -c 0' : '';
  const renamed = root && can('unshare', '-u') ? ['unshare', '-u', '/bin/sh', '-c'] : ['/bin/sh', '-c'];
  const nobody = root ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : '';
  const how = [
    ...(pinned ? [] : ['without taskset on as many cores']),
    ...(renamed.length > 2 ? [] : ['without root as the same user of the same host']),
  ].join(', ');

  test(`as another user of another host, on one core, from other folders, with another stack limit${how && ` (${how})`}`, async () => {
    const folder = join(temporary, 'other folder, with=odd characters');
    cpSync(toolchainFolder(toolchain!.cache), toolchainFolder(join(folder, 'cache')), { recursive: true });
    writeFileSync(join(folder, 'model.tflite'), model().bytes);
    const script = `
      import { readFileSync } from 'node:fs';
      import { hostname } from 'node:os';
      import { ensureToolchain, loadDevice, measureOnDevice } from ${JSON.stringify(new URL('../index.ts', import.meta.url).pathname)};
      const toolchain = await ensureToolchain();
      const bytes = readFileSync('model.tflite');
      const result = await measureOnDevice({ file: 'm', bytes }, await loadDevice('raspberry-pi-4'), { toolchain, fresh: true });
      console.log(JSON.stringify({ host: hostname(), user: process.getuid(), result }));`;
    writeFileSync(join(folder, 'measure.mts'), script);
    spawnSync('chmod', ['-R', 'a+rwX', temporary]);
    const tsx = new URL('../../../node_modules/tsx/dist/esm/index.mjs', import.meta.url).pathname;
    const node = `exec ${pinned} ${nobody} "${process.execPath}" --import "${tsx}" measure.mts`;
    const rename = renamed.length > 2 ? 'hostname elsewhere; ' : '';
    const [program, ...args] = [...renamed, `${rename}ulimit -S -s unlimited; ${node}`];
    const cache = join(folder, 'cache');
    const env = { PATH: process.env.PATH, TMPDIR: folder, LITETRIM_CACHE: cache, ODD: 'x'.repeat(5000) };
    const run = spawnSync(program!, args, { cwd: folder, env, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const { host, user, result } = JSON.parse(run.stdout);
    if (renamed.length > 2) expect([host, user]).toEqual(['elsewhere', 65534]);
    expect(result).toEqual(await measureOnDevice(model(), await loadDevice('raspberry-pi-4'), fresh));
  });

  test('the guest sees nothing of this machine', async () => {
    const device = await loadDevice('raspberry-pi-4');
    const folder = mkdtempSync(join(temporary, 'trace-'));
    const work = join(folder, 'work');
    await writeGuestFiles(folder, model(), device, toolchain!);
    const qemu = ['-strace', '-D', 'trace.txt'];
    const { emulatedAs } = device.core;
    await runGuest(toolchain!, {
      shared: folder,
      work,
      cpu: emulatedAs,
      profile: true,
      timeoutMs: 900_000,
      qemu,
    });
    const trace = readFileSync(join(work, 'trace.txt'), 'latin1');
    const opened = [...trace.matchAll(/(?:openat|newfstatat|faccessat)\(AT_FDCWD,"(\/[^"]*)".* = \d+$/gm)];
    expect(opened.length).toBeGreaterThan(20);
    const foreign = opened
      .map(([, path]) => path!)
      .filter((path) => !existsSync(join(folder, guestFiles.sysroot, path)));
    expect(foreign).toEqual([]);
  });
});
