import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readCounters } from '../../../test/support/device/program.js';
import { assetPath } from '../../base/assets.js';
import { loadDevice } from '../profile.js';
import { clockPage } from './guest.js';
import { machineFile } from './machine-file.js';

const here = process.platform === 'linux' && process.arch === 'x64';
const able = here && spawnSync('cc', ['--version']).status === 0;
const note = able ? '' : ' (SKIPPED: needs a C compiler on x86-64 Linux)';

const folder = mkdtempSync(join(tmpdir(), 'litetrim-abi-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a stand-in for a QEMU with these versions of the plug-in interface counts; null: it refuses the plug-in. */
async function counted(min: number, cur: number) {
  const host = join(folder, `host-${min}-${cur}`);
  const source = fileURLToPath(new URL('testing/plugin-host.c', import.meta.url));
  const built = spawnSync('cc', ['-rdynamic', `-DMIN=${min}`, `-DCUR=${cur}`, '-o', host, source, '-ldl']);
  expect(built.stderr.toString()).toBe('');
  const files = { machine: join(folder, 'machine.txt'), clock: join(folder, clockPage.name) };
  writeFileSync(files.machine, machineFile(await loadDevice('cortex-a53')));
  writeFileSync(files.clock, new Uint8Array(clockPage.bytes));
  const args = [
    join(assetPath('native'), 'plugin.so'),
    ...Object.entries(files).map((pair) => pair.join('=')),
  ];
  const { status, stderr } = spawnSync(host, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  if (status === 2) return null;
  expect(status).toBe(0);
  return readCounters(readFileSync(files.clock));
}

describe.skipIf(!able)(`one plug-in file for stand-ins of several QEMUs${note}`, () => {
  test('counts the same with each version of the interface', async () => {
    const first = await counted(0, 1);
    expect(first).toMatchObject({ instructions: 300, accesses: 100, l1_misses: 100 });
    expect(first!.cycles).toBeGreaterThan(0);
    for (const [min, cur] of [
      [2, 2],
      [2, 3],
      [2, 4],
      [2, 5],
    ] as const) {
      expect(await counted(min, cur), `interface ${min} to ${cur}`).toEqual(first);
    }
  });

  test('is refused by a QEMU whose interface it does not know', async () => {
    expect(await counted(6, 7)).toBeNull();
  });
});
