import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { a64Programs, executable, fillMemory } from '../../../test/support/device/program.js';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import { assetPath } from '../../base/assets.js';
import { hasNativeBuild } from '../../runtime/observer/ranges.js';
import { loadDevice } from '../profile.js';
import { emulate, guestFiles } from './guest.js';
import { machineFile } from './machine-file.js';

// Whoever starts a process is killed by SIGKILL, so that nothing of it can clean up: the process ends all the same.

const { toolchain, note } = await toolchainForTests();
const temporary = mkdtempSync(join(tmpdir(), 'litetrim-lifetime-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const ofProcess = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
};

/** Waits for a value other than undefined, for 60 seconds at most. */
async function eventually<T>(value: () => T | undefined): Promise<T> {
  for (let turn = 0; turn < 1200; turn++) {
    const found = value();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}

/** Seconds of CPU time that a process may use; undefined: without a limit, or gone. */
const cpuLimit = (pid: number): number | undefined => {
  const limit = /^Max cpu time\s+(\d+)/m.exec(ofProcess(pid, 'limits'))?.[1];
  return limit === undefined ? undefined : Number(limit);
};

const childOf = (parent: number): number | undefined => {
  const pids = ofProcess(parent, `task/${parent}/children`).trim();
  return pids ? Number(pids.split(' ')[0]) : undefined;
};

/** Kills the parent; returns once the process is gone. What nobody has waited for yet is gone as well. */
async function orphan(parent: ChildProcess, pid: number): Promise<void> {
  expect(ofProcess(pid, 'stat')).not.toBe('');
  parent.kill('SIGKILL');
  const gone = () => {
    const state = ofProcess(pid, 'stat').split(') ')[1]?.[0] ?? 'Z';
    return state === 'Z' || state === 'X' ? true : undefined;
  };
  try {
    await eventually(gone);
  } finally {
    if (!gone()) process.kill(pid, 'SIGKILL');
  }
}

describe.skipIf(!toolchain)(`an emulated process whose litetrim was killed${note}`, () => {
  test('is gone', async () => {
    const work = mkdtempSync(join(temporary, 'emulated-'));
    const device = await loadDevice('cortex-a72');
    writeFileSync(join(work, guestFiles.machine), machineFile(device));
    writeFileSync(join(work, 'program'), executable([...a64Programs.hang]), { mode: 0o755 });
    const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).pathname);
    const options = { work, cpu: device.core.emulatedAs, timeoutMs: 300_000 };
    const script = `
      import { emulate } from ${module('./guest.ts')};
      await emulate(${JSON.stringify(toolchain)}, ${JSON.stringify(options)}, ['program']);`;
    writeFileSync(join(work, 'parent.mts'), script);
    const tsx = fileURLToPath(new URL('../../../node_modules/tsx/dist/esm/index.mjs', import.meta.url));
    const parent = spawn(process.execPath, ['--import', tsx, 'parent.mts'], { cwd: work, stdio: 'ignore' });
    const pid = await eventually(() => childOf(parent.pid!));
    // The plug-in has been installed.
    await eventually(() => (readFileSync(join(work, 'clock.bin'))[4088] ? true : undefined));
    expect(cpuLimit(pid)).toBe(310);
    await orphan(parent, pid);
  });
});

test.skipIf(!toolchain)(`an emulated process that fills memory without end is stopped${note}`, async () => {
  const work = mkdtempSync(join(temporary, 'memory-'));
  const device = await loadDevice('cortex-a72');
  mkdirSync(join(work, guestFiles.sysroot));
  writeFileSync(join(work, guestFiles.machine), machineFile(device));
  writeFileSync(join(work, 'program'), executable(fillMemory), { mode: 0o755 });
  const options = { work, cpu: device.core.emulatedAs, timeoutMs: 300_000, maxBytes: 2 ** 29 };
  await expect(emulate(toolchain!, options, ['program'])).rejects.toThrow(
    'it filled more than 536.87 MB of memory and was stopped',
  );
});

const here = hasNativeBuild();

describe.skipIf(!here)(
  `an observer whose parent was killed${here ? '' : ' (SKIPPED: no native build)'}`,
  () => {
    test('is gone, although its input is still open', async () => {
      const input = join(temporary, 'input');
      expect(spawnSync('mkfifo', [input]).status).toBe(0);
      const held = openSync(input, 'r+');
      try {
        const program = assetPath('litert-x64/observer');
        const env = { LD_LIBRARY_PATH: dirname(assetPath('litert-x64/libLiteRt.so')) };
        const script = '"$1" <"$2" >/dev/null & wait';
        const parent = spawn('/bin/sh', ['-c', script, 'sh', program, input], { env, stdio: 'ignore' });
        const pid = await eventually(() => childOf(parent.pid!));
        // It has got going.
        expect(await eventually(() => cpuLimit(pid))).toBeGreaterThanOrEqual(90);
        await orphan(parent, pid);
      } finally {
        closeSync(held);
      }
    });
  },
);
